//! The decision letter: what the appropriation is used for, what each annex pays and by which agreement,
//! and the money paid on requisition.

use schemars::JsonSchema;
use serde::Serialize;

use super::KR;
use super::data::{Avtal, Beslut, Justering};
use super::lasning::{self, Bilagerad, LAKEMEDEL, Manad, Rad, datum, falt, utan_punkt};
use crate::report::delar::{
    Avrundade, Datum, Huvud, Radslag, Siffra, Tabell, Tabellkolumn, Tabellrad,
};
use crate::report::paper::Form;
use crate::report::{Lasning, Visning, svenska};

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
impl Form for Brevet {}

/// The decision to change a regleringsbrev.
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
pub(super) fn brev(las: &Lasning<'_>, ar: i32) -> Brev {
    let beslut = lasning::beslut(las);
    let bilagor = lasning::bilagor(las);
    let undertecknare = las.rader("undertecknare");
    let kopior = las.rader("kopior");
    Brev {
        budgetar: ar,
        rubrik: format!(
            "Ändring av regleringsbrev för budgetåret {ar} avseende anslag {} {}",
            beslut.anslag, beslut.anslagsnamn
        ),
        andrar: andrar(las),
        riksdagen: Riksdagen {
            prop: las.text("prop"),
            bet: las.text("bet"),
            rskr: las.text("rskr"),
        },
        avsnitt: avsnitt(),
        anslagsposter: anslagsposter(las, &beslut),
        anvant: las.riket("anslag_anvant").som(KR),
        betalningsdag: las.text("betalningsdag"),
        antal_bilagor: las.antal("bilagor_antal"),
        antal_bilagor_i_ord: svenska::antal_i_ord(las.antal("bilagor_antal")),
        bilagor: bilagor.iter().map(|rad| hanvisning(las, rad)).collect(),
        utanfor: utanfor(las),
        medel: las.rader("medel").iter().map(|rad| medel(las, rad)).collect(),
        beslutar: med_uppgift(&undertecknare, "beslutar"),
        foredragande: med_uppgift(&undertecknare, "föredragande"),
        kopior: kopior.iter().map(|rad| falt(rad, "mottagare").to_owned()).collect(),
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

fn andrar(las: &Lasning<'_>) -> Option<Andrar> {
    let diarienummer = las.kanske_text("andrar_diarienummer")?;
    Some(Andrar { datum: las.datum("andrar_datum"), diarienummer })
}

fn anslagsposter(las: &Lasning<'_>, beslut: &Beslut) -> Tabell {
    let rad = |rubrik: String, slag, belopp: &str| Tabellrad {
        rubrik,
        lanskod: None,
        slag,
        celler: vec![Some(las.riket(belopp).som(Visning::Tkr))],
        gar_inte_ihop: false,
        okanda: Vec::new(),
    };
    let poster = las.rader("anslagsposter");
    let rader = poster.iter().map(|post| {
        let rubrik = format!("ap.{} {}", falt(post, "post"), falt(post, "namn"));
        rad(rubrik, Radslag::Rad, falt(post, "belopp"))
    });
    let summa = format!("{} {}", beslut.anslag, beslut.anslagsnamn);
    Tabell {
        id: "anslagsposter".to_owned(),
        nummer: None,
        rubrik: format!(
            "Utgiftsområde {} {}",
            las.antal::<u32>("utgiftsomrade_nummer"),
            las.text("utgiftsomrade_namn")
        ),
        enhet: "tkr".to_owned(),
        radrubrik: "Anslagspost".to_owned(),
        kolumner: vec![Tabellkolumn {
            rubrik: "Disponeras".to_owned(),
            grupp: None,
            enhet: String::new(),
        }],
        rader: rader.chain([rad(summa, Radslag::Summa, "anslag_belopp")]).collect(),
        avrundade: Avrundade::default(),
    }
}

fn hanvisning(las: &Lasning<'_>, rad: &Bilagerad) -> Hanvisning {
    Hanvisning {
        nummer: rad.nummer,
        rubrik: rad.rubrik(),
        betalningsmanader: rad.betalningsmanader.clone(),
        kostnadsmanader: rad.kostnadsmanader.clone(),
        avtal: lasning::avtalsaret(las, rad.avtalsar).avtal(),
        justeringar: lasning::bilagans_justeringar(las, rad),
        summa: las.riket(&format!("bilaga_{}_summa", rad.nummer)).som(KR),
    }
}

/// The months no annex pays.
pub(super) fn utanfor(las: &Lasning<'_>) -> Option<Utanfor> {
    let manader = lasning::manader(las).into_iter();
    let manader: Vec<_> = manader.filter(|manad| manad.bilaga.is_none()).collect();
    let spann =
        |nyckel: fn(&Manad) -> &str| svenska::manader_med_nyckel(manader.iter().map(nyckel));
    (!manader.is_empty()).then(|| Utanfor {
        betalningsmanader: spann(|manad| &manad.nyckel),
        kostnadsmanader: spann(|manad| &manad.kostnad),
        flera: manader.len() > 1,
        summa: las.riket("utanfor_bilagor").som(KR),
    })
}

fn medel(las: &Lasning<'_>, rad: &Rad) -> Medel {
    let lakemedel = las.hos(LAKEMEDEL);
    let avdrag = falt(rad, "avdrag");
    let villkor = utan_punkt(falt(rad, "villkor"));
    Medel {
        mottagare: falt(rad, "mottagare").to_owned(),
        andamal: utan_punkt(falt(rad, "andamal")),
        belopp: lakemedel.riket(avdrag).som(KR),
        euro: lakemedel.har(&format!("{avdrag}_eur")).then(|| Euro {
            belopp: lakemedel.riket(&format!("{avdrag}_eur")).som(Visning::Hogst(2)),
            kurs: lakemedel.riket(&format!("{avdrag}_kurs")).som(Visning::Hogst(6)),
        }),
        rekvireras_senast: datum(rad, "rekvireras_senast"),
        redovisas_senast: datum(rad, "redovisas_senast"),
        villkor: (!villkor.is_empty()).then_some(villkor),
    }
}

fn med_uppgift(rader: &[Rad], uppgift: &str) -> Vec<Undertecknare> {
    let rader = rader.iter().filter(|rad| falt(rad, "uppgift") == uppgift);
    rader
        .map(|rad| Undertecknare {
            namn: falt(rad, "namn").to_owned(),
            roll: falt(rad, "roll").to_owned(),
        })
        .collect()
}
