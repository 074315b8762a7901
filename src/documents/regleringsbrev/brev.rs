//! The decision letter: what the appropriation is used for, what each annex pays and by which agreement,
//! and the money paid on requisition.

use schemars::JsonSchema;
use serde::Serialize;

use super::bilaga;
use super::data::{Avtal, Beslut, Justering, kr};
use crate::contract::regleringsbrev as contract;
use crate::report::head::Huvud;
use crate::report::number::{Datum, Siffra};
use crate::report::paper::Form;
use crate::report::table::{Avrundade, Radslag, Tabell, Tabellkolumn, Tabellrad};
use crate::report::{Number, NumberFormat, View};
use crate::swedish;

/// The letter on its own. With annexes it is another document.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Brevet {
    /// Title, date, status and what it rests on.
    pub huvud: Huvud,
    /// The letter.
    pub brev: Brev,
}

/// Without a workbook: what it pays stands in its annexes.
impl Form for Brevet {
    const VERSION: u32 = 2;

    fn head(&mut self) -> &mut Huvud {
        &mut self.huvud
    }
}

/// The decision: a regleringsbrev, or a change of one.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Brev {
    /// The budget year.
    pub budgetar: i32,
    /// The title.
    pub rubrik: String,
    /// The decision.
    pub beslut: Beslut,
    /// The decision it changes, if the workbook says which.
    pub andrar: Option<Andrar>,
    /// What Parliament has decided.
    pub riksdagen: Riksdagen,
    /// The numbers of the sections.
    pub avsnitt: Avsnitt,
    /// The appropriation's items, tkr.
    pub anslagsposter: Tabell,
    /// What the budget year's payments and the money on requisition come to, kr.
    pub anvant: Siffra,
    /// The rule for the day of payment, in the workbook's words.
    pub betalningsdag: String,
    /// How many annexes there are.
    pub antal_bilagor: u32,
    /// The same in words.
    pub antal_bilagor_i_ord: String,
    /// The annexes, in order.
    pub bilagor: Vec<Hanvisning>,
    /// The months no annex pays, if there are any.
    pub utanfor: Option<Utanfor>,
    /// The money on requisition.
    pub medel: Vec<Medel>,
    /// Who decides.
    pub beslutar: Vec<Undertecknare>,
    /// Who has presented the matter.
    pub foredragande: Vec<Undertecknare>,
    /// Who gets a copy.
    pub kopior: Vec<String>,
}

/// The decision that is changed.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Andrar {
    /// Its date.
    pub datum: Datum,
    /// Its diarienummer.
    pub diarienummer: String,
}

/// Parliament's decision on the appropriation.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Riksdagen {
    /// The bill: `2023/24:1 utg.omr. 9`.
    pub prop: String,
    /// The committee's report: `2023/24:SoU1`.
    pub bet: String,
    /// The communication: `2023/24:88`.
    pub rskr: String,
}

/// The numbers of the sections: a regleringsbrev has the appropriation in its fourth.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Avsnitt {
    /// The appropriation.
    pub anslag: String,
    /// Its items.
    pub anslagsposter: String,
    /// What is paid to the regions.
    pub utbetalning: String,
    /// What is paid on requisition.
    pub rekvisition: String,
    /// Accounts and repayment.
    pub redovisning: String,
}

/// An annex as the letter refers to it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Hanvisning {
    /// Its number.
    pub nummer: u32,
    /// Its title, as it stands on the annex.
    pub rubrik: String,
    /// The months paid.
    pub betalningsmanader: String,
    /// The months of cost.
    pub kostnadsmanader: String,
    /// The agreement it pays by.
    pub avtal: Avtal,
    /// What it adjusts.
    pub justeringar: Vec<Justering>,
    /// Paid in all, kr.
    pub summa: Siffra,
}

/// The months that no annex pays.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Utanfor {
    /// The months paid.
    pub betalningsmanader: String,
    /// The months of cost.
    pub kostnadsmanader: String,
    /// Whether they are several.
    pub flera: bool,
    /// What they come to, kr.
    pub summa: Siffra,
}

/// Money that is paid once, on requisition.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Medel {
    /// Who gets it.
    pub mottagare: String,
    /// What for, without a full stop.
    pub andamal: String,
    /// How much, kr.
    pub belopp: Siffra,
    /// The amount in euro behind it, if it is one.
    pub euro: Option<Euro>,
    /// Last day to ask for it.
    pub rekvireras_senast: Datum,
    /// Last day to account for it.
    pub redovisas_senast: Datum,
    /// The condition, without a full stop; none if there is none.
    pub villkor: Option<String>,
}

/// An amount in euro.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Euro {
    /// Euro.
    pub belopp: Siffra,
    /// Kronor per euro.
    pub kurs: Siffra,
}

/// Who signs.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Undertecknare {
    /// Name.
    pub namn: String,
    /// Role.
    pub roll: String,
}

/// Reads the letter.
pub(super) fn brev(view: &View<'_>, ar: i32) -> Brev {
    let beslut = Beslut::read(view);
    let undertecknare = view.fact(&contract::UNDERTECKNARE);
    Brev {
        budgetar: view.count(&contract::BUDGETAR),
        rubrik: format!(
            "{} för budgetåret {ar} avseende anslag {} {}",
            if beslut.andring { "Ändring av regleringsbrev" } else { "Regleringsbrev" },
            beslut.anslag,
            beslut.anslagsnamn
        ),
        andrar: andrar(view),
        riksdagen: Riksdagen {
            prop: view.fact(&contract::PROP),
            bet: view.fact(&contract::BET),
            rskr: view.fact(&contract::RSKR),
        },
        avsnitt: avsnitt(),
        anslagsposter: anslagsposter(view, &beslut),
        anvant: kr(view, &contract::ANSLAG_ANVANT),
        betalningsdag: view.fact(&contract::BETALNINGSDAG),
        antal_bilagor: view.count(&contract::BILAGOR_ANTAL),
        antal_bilagor_i_ord: swedish::count_in_words(view.count(&contract::BILAGOR_ANTAL)),
        bilagor: view.fact(&contract::BILAGOR).iter().map(|row| hanvisning(view, row)).collect(),
        utanfor: outside(view),
        medel: view.fact(&contract::MEDEL).into_iter().map(|row| medel(view, row)).collect(),
        beslutar: shown_as(&undertecknare, true),
        foredragande: shown_as(&undertecknare, false),
        kopior: view.fact(&contract::KOPIOR),
        beslut,
    }
}

fn avsnitt() -> Avsnitt {
    Avsnitt {
        anslag: "4".to_owned(),
        anslagsposter: "4.1".to_owned(),
        utbetalning: "4.2".to_owned(),
        rekvisition: "4.3".to_owned(),
        redovisning: "4.4".to_owned(),
    }
}

fn andrar(view: &View<'_>) -> Option<Andrar> {
    let diarienummer = view.maybe_fact(&contract::ANDRAR_DIARIENUMMER)?;
    Some(Andrar { datum: view.fact(contract::ANDRAR_DATUM.kept()).into(), diarienummer })
}

fn anslagsposter(view: &View<'_>, beslut: &Beslut) -> Tabell {
    let row = |rubrik: String, slag, belopp: Number| Tabellrad {
        rubrik,
        lanskod: None,
        kod: None,
        slag,
        celler: vec![Some(belopp.shown_as(NumberFormat::Tkr))],
        gar_inte_ihop: false,
        okanda: Vec::new(),
    };
    let poster = view.fact(&contract::ANSLAGSPOSTER);
    let rader = poster.iter().map(|post| {
        let rubrik = format!("ap.{} {}", post.nummer, post.namn);
        row(rubrik, Radslag::Rad, view.figure(&contract::ANSLAGSPOST.at(post.nummer)))
    });
    let summa = format!("{} {}", beslut.anslag, beslut.anslagsnamn);
    let summa = row(summa, Radslag::Summa, view.figure(&contract::ANSLAG_BELOPP));
    Tabell {
        id: "anslagsposter".to_owned(),
        nummer: None,
        rubrik: format!(
            "Utgiftsområde {} {}",
            view.count::<u32, _>(&contract::UTGIFTSOMRADE_NUMMER),
            view.fact(&contract::UTGIFTSOMRADE_NAMN)
        ),
        enhet: "tkr".to_owned(),
        radrubrik: "Anslagspost".to_owned(),
        kolumner: vec![Tabellkolumn {
            rubrik: "Disponeras".to_owned(),
            grupp: None,
            enhet: String::new(),
        }],
        rader: rader.chain([summa]).collect(),
        avrundade: Avrundade::default(),
    }
}

fn hanvisning(view: &View<'_>, row: &contract::Bilaga) -> Hanvisning {
    Hanvisning {
        nummer: row.nummer,
        rubrik: bilaga::heading(row),
        betalningsmanader: swedish::month_span(&row.betalas),
        kostnadsmanader: swedish::month_span(&row.kostnad),
        avtal: (&bilaga::avtalet(view, row)).into(),
        justeringar: bilaga::justeringar(view, row.nummer),
        summa: kr(view, &contract::BILAGA_SUMMA.at(row.nummer)),
    }
}

/// The months no annex pays.
pub(super) fn outside(view: &View<'_>) -> Option<Utanfor> {
    let manader = view.fact(&contract::BETALNINGAR).into_iter();
    let manader: Vec<_> = manader.filter(|manad| manad.bilaga.is_none()).collect();
    (!manader.is_empty()).then(|| Utanfor {
        betalningsmanader: swedish::months_in_span(manader.iter().map(|manad| manad.manad)),
        kostnadsmanader: swedish::months_in_span(manader.iter().map(|manad| manad.kostnad)),
        flera: manader.len() > 1,
        summa: kr(view, &contract::UTANFOR_BILAGOR),
    })
}

fn medel(view: &View<'_>, row: contract::Medel) -> Medel {
    let villkor = swedish::without_full_stop(&row.villkor);
    Medel {
        mottagare: row.mottagare,
        andamal: swedish::without_full_stop(&row.andamal),
        belopp: kr(view, &row.avdrag.amount()),
        euro: row.avdrag.euro().map(|(belopp, kurs)| Euro {
            belopp: view.figure(&belopp).shown_as(NumberFormat::AtMost(2)),
            kurs: view.figure(&kurs).shown_as(NumberFormat::AtMost(6)),
        }),
        rekvireras_senast: row.rekvireras_senast.into(),
        redovisas_senast: row.redovisas_senast.into(),
        villkor: (!villkor.is_empty()).then_some(villkor),
    }
}

fn shown_as(all: &[contract::Undertecknare], beslutar: bool) -> Vec<Undertecknare> {
    let chosen = all.iter().filter(|person| person.beslutar == beslutar);
    chosen
        .map(|person| Undertecknare { namn: person.namn.clone(), roll: person.roll.clone() })
        .collect()
}
