//! The workbook `regleringsbrev.xlsx`, said once: which sheets there are and what each is for. What
//! stands on them is in the files beside this one.

mod avstamning;
mod dokument;
mod plan;

use crate::workbook::schema::{Arbetsbok, Blad, Falt, Form};

pub use avstamning::{AVRAKNING, NYCKEL};
pub use dokument::{RESIDUAL_MANADER, ROLLER, STATUS};
pub use plan::{MEDEL, RESIDUAL_IHSI};

/// Sheets the rules ask for by name.
pub mod blad {
    /// The decision: numbers, dates, references, appropriation.
    pub const DOKUMENT: &str = "Dokument";
    /// The items of the appropriation.
    pub const ANSLAGSPOSTER: &str = "Anslagsposter";
    /// Who gets a copy.
    pub const KOPIOR: &str = "Kopior";
    /// Who decides and who presents.
    pub const UNDERTECKNARE: &str = "Undertecknare";
    /// The agreement years that are paid.
    pub const AVTAL: &str = "Avtal";
    /// The annexes and their months.
    pub const BILAGOR: &str = "Bilagor";
    /// Which adjustments are made, where and why.
    pub const JUSTERINGAR: &str = "Justeringar";
    /// The adjustments per region, or what they are computed from.
    pub const JUSTERINGSBELOPP: &str = "Justeringsbelopp";
    /// What the adjustments are computed by.
    pub const JUSTERINGSVILLKOR: &str = "Justeringsvillkor";
    /// The settlement of last year's profit or loss.
    pub const AVSTAMNING: &str = "Avstämning";
    /// Money that is paid on requisition.
    pub const MEDEL: &str = "Medel på rekvisition";
    /// To whom each region's money is paid.
    pub const MOTTAGARE: &str = "Betalningsmottagare";
    /// Payments that are meant to be nought or negative.
    pub const MEDGIVNA: &str = "Medgivna belopp";
}

const fn lista(kolumner: &'static [Falt]) -> Form {
    Form::Lista { kolumner, nycklar: &[] }
}

const fn sida(namn: &'static str, kravs: bool, form: Form, om: &'static str) -> Blad {
    Blad { namn, om, kravs, form }
}

/// The workbook.
pub static ARBETSBOK: Arbetsbok = Arbetsbok {
    fil: "regleringsbrev.xlsx",
    titel: "Regleringsbrevet för anslag 1:5",
    om: "Underlag till regleringsbrevet för anslaget Bidrag för läkemedelsförmånerna med bilagor, till betalningsplanen för budgetåret och till avstämningen av föregående års vinst och förlust. Regionernas årsbelopp kommer från arbetsboken lakemedel.xlsx.",
    ar: (blad::DOKUMENT, "budgetar"),
    blad: &[
        sida(
            blad::DOKUMENT,
            true,
            Form::Uppgifter(dokument::DOKUMENT),
            "Beslutet: nummer, datum, hänvisningar och anslag. Uppgifterna trycks i regleringsbrevet och bilagorna.",
        ),
        sida(
            blad::ANSLAGSPOSTER,
            true,
            lista(dokument::ANSLAGSPOSTER),
            "Anslagsposterna som utbetalningarna belastar. Årets utbetalningar och medlen på rekvisition får tillsammans inte överstiga deras summa.",
        ),
        sida(
            blad::KOPIOR,
            true,
            lista(dokument::KOPIOR),
            "Vilka som får kopia av beslutet. En rad per mottagare.",
        ),
        sida(
            blad::UNDERTECKNARE,
            true,
            lista(dokument::UNDERTECKNARE),
            "Den som beslutar och den som föredrar. En rad per person.",
        ),
        sida(
            blad::AVTAL,
            true,
            lista(dokument::AVTAL),
            "De två avtalsår som budgetåret betalar: årets och det föregående. Belopp per region kommer från läkemedelsförmånernas arbetsbok.",
        ),
        sida(
            blad::BILAGOR,
            true,
            lista(plan::BILAGOR),
            "Bilagorna i ordning, numrerade från 1, och de månader de betalar. Varje bilaga betalar ett enda avtalsår. Månader utan bilaga finns ändå i betalningsplanen.",
        ),
        sida(
            blad::JUSTERINGAR,
            false,
            lista(plan::JUSTERINGAR),
            "Årets justeringar: i vilken bilaga och månad var och en görs, och varför. Beloppen står på bladet Justeringsbelopp eller räknas fram. Lämnas tomt om inget justeras.",
        ),
        sida(
            blad::JUSTERINGSBELOPP,
            false,
            Form::Regioner {
                kolumner: plan::JUSTERINGSBELOPP,
                fria: None,
                summarad: Some("Riket"),
            },
            "Justeringarnas belopp per region, eller det de räknas fram ur. Fyll bara i de kolumner som behövs. Kan ett belopp både räknas fram och stå här ska de stämma på kronan.",
        ),
        sida(
            blad::JUSTERINGSVILLKOR,
            false,
            Form::Uppgifter(plan::JUSTERINGSVILLKOR),
            "Det som justeringarna räknas fram med. Raderna om IHSI fylls i alla eller ingen.",
        ),
        sida(
            blad::AVSTAMNING,
            false,
            Form::Uppgifter(avstamning::AVSTAMNING),
            "Avstämningen av föregående års vinst och förlust mot överenskommelsen. Fylls i helt, eller lämnas tom.",
        ),
        sida(
            blad::MEDEL,
            true,
            Form::Lista { kolumner: plan::MEDEL_KOLUMNER, nycklar: &MEDEL },
            "Medel som betalas en gång, på rekvisition. Beloppen kommer från läkemedelsförmånernas arbetsbok.",
        ),
        sida(
            blad::MOTTAGARE,
            true,
            Form::Regioner { kolumner: plan::MOTTAGARE, fria: None, summarad: None },
            "Till vem varje regions pengar betalas.",
        ),
        sida(
            blad::MEDGIVNA,
            false,
            lista(plan::MEDGIVNA),
            "Utbetalningar som ska vara noll eller negativa. Alla andra sådana är fel. Lämnas tomt om det inte finns några.",
        ),
    ],
};
