//! The workbook `regleringsbrev.xlsx`, said once: which sheets there are and what each is for. What
//! stands on them is in the files beside this one.

mod avstamning;
mod dokument;
mod plan;

use crate::plausibility::confirmed;
use crate::workbook::schema::{Field, Layout, SheetSchema, WorkbookSchema};

pub use dokument::{RESIDUAL_MANADER, ROLLER, STATUS};
pub use plan::RESIDUAL_AVDRAG;

/// Sheets the rules ask for by name.
pub mod sheet {
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
    /// Last year's deductions that are settled.
    pub const REGLERADE: &str = "Reglerade avdrag";
    /// What each component of last year's agreement came to, for the settlement of its profit or loss.
    pub const AVSTAMNING: &str = "Avstämning";
    /// Money that is paid on requisition.
    pub const MEDEL: &str = "Medel på rekvisition";
    /// To whom each region's money is paid.
    pub const MOTTAGARE: &str = "Betalningsmottagare";
    /// Payments that are meant to be zero or negative.
    pub const MEDGIVNA: &str = "Medgivna belopp";
}

const fn list(columns: &'static [Field]) -> Layout {
    Layout::Lista { columns, keys: &[] }
}

const fn page(name: &'static str, kravs: bool, form: Layout, om: &'static str) -> SheetSchema {
    SheetSchema { name, about: om, required: kravs, layout: form }
}

/// The workbook.
pub static WORKBOOK: WorkbookSchema = WorkbookSchema {
    file: "regleringsbrev.xlsx",
    title: "Regleringsbrevet för anslag 1:5",
    about: "Underlag till regleringsbrevet för anslaget Bidrag för läkemedelsförmånerna med bilagor, till betalningsplanen för budgetåret och till avstämningen av föregående års vinst och förlust. Regionernas årsbelopp kommer från arbetsboken lakemedel.xlsx.",
    year: (sheet::DOKUMENT, "budgetar"),
    sheets: &[
        page(
            sheet::DOKUMENT,
            true,
            Layout::Items(dokument::DOKUMENT),
            "Beslutet: nummer, datum, hänvisningar och anslag. Uppgifterna trycks i regleringsbrevet och bilagorna.",
        ),
        page(
            sheet::ANSLAGSPOSTER,
            true,
            list(dokument::ANSLAGSPOSTER),
            "Anslagsposterna som utbetalningarna belastar. Årets utbetalningar och medlen på rekvisition får tillsammans inte överstiga deras summa.",
        ),
        page(
            sheet::KOPIOR,
            true,
            list(dokument::KOPIOR),
            "Vilka som får kopia av beslutet. En rad per mottagare.",
        ),
        page(
            sheet::UNDERTECKNARE,
            true,
            list(dokument::UNDERTECKNARE),
            "Den som beslutar och den som föredrar. En rad per person.",
        ),
        page(
            sheet::AVTAL,
            true,
            list(dokument::AVTAL),
            "De två avtalsår som budgetåret betalar: årets och det föregående. Belopp per region och beslutet om överenskommelsen kommer från läkemedelsförmånernas arbetsbok; står beslutet också här ska det vara detsamma.",
        ),
        page(
            sheet::BILAGOR,
            true,
            list(plan::BILAGOR),
            "Bilagorna i ordning, numrerade från 1, och de månader de betalar. Varje bilaga betalar ett enda avtalsår. Månader utan bilaga finns ändå i betalningsplanen.",
        ),
        page(
            sheet::JUSTERINGAR,
            false,
            list(plan::JUSTERINGAR),
            "Årets justeringar: i vilken bilaga och månad var och en görs, och varför. Beloppen står på bladet Justeringsbelopp eller räknas fram. Lämnas tomt om inget justeras.",
        ),
        page(
            sheet::JUSTERINGSBELOPP,
            false,
            Layout::Regions {
                columns: plan::JUSTERINGSBELOPP,
                free_columns: Some(plan::VINST_FORLUST),
                sum_row: Some("Riket"),
            },
            "Justeringarnas belopp per region, eller det de räknas fram ur. Fyll bara i de kolumner som behövs. En egen kolumn sist för varje avräkningsgrupp vars vinst eller förlust inte räknas fram. Kan ett belopp både räknas fram och stå här ska de stämma på kronan.",
        ),
        page(
            sheet::JUSTERINGSVILLKOR,
            false,
            Layout::Items(plan::JUSTERINGSVILLKOR),
            "Det som justeringarna räknas fram med.",
        ),
        page(
            sheet::REGLERADE,
            false,
            list(plan::REGLERADE),
            "Avdrag från föregående års bidrag som var preliminära och regleras när kostnaden är känd. En rad per avdrag; lämnas tomt om inget regleras.",
        ),
        page(
            sheet::AVSTAMNING,
            false,
            list(avstamning::AVSTAMNING),
            "Avstämningen av föregående års vinst och förlust: vad varje komponent som avräknas kostade. Det som avtalades läses ur lakemedel.xlsx. En rad per komponent; lämnas tomt om inget ska stämmas av.",
        ),
        page(
            sheet::MEDEL,
            false,
            list(plan::MEDEL),
            "Villkor för det som dras av enligt bladet Avdrag i lakemedel.xlsx och betalas en gång, på rekvisition. En rad för varje avdrag som inte är noll; lämnas tomt om inget dras av.",
        ),
        page(
            sheet::MOTTAGARE,
            true,
            Layout::Regions { columns: plan::MOTTAGARE, free_columns: None, sum_row: None },
            "Till vem varje regions pengar betalas.",
        ),
        page(
            sheet::MEDGIVNA,
            false,
            list(plan::MEDGIVNA),
            "Utbetalningar som ska vara noll eller negativa. Alla andra sådana är fel. Lämnas tomt om det inte finns några.",
        ),
        confirmed::sheet(),
    ],
};
