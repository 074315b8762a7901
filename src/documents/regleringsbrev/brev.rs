//! The decision letter: what the appropriation is used for, what each annex pays and by which agreement,
//! and the money paid on requisition.

use schemars::JsonSchema;
use serde::Serialize;

use super::data::{Avtal, Beslut, Justering, kr};
use super::{KR, bilaga};
use crate::contract::{Avdrag, lakemedel, regleringsbrev as contract};
use crate::report::head::Huvud;
use crate::report::number::{Datum, Siffra};
use crate::report::paper::Form;
use crate::report::table::{Avrundade, Radslag, Tabell, Tabellkolumn, Tabellrad};
use crate::report::text_table::Texttabell;
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
    const VERSION: u32 = 5;

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
    /// The same as they are printed.
    pub bilagetabell: Texttabell,
    /// The months no annex pays, if there are any.
    pub utanfor: Option<Utanfor>,
    /// The money on requisition.
    pub medel: Vec<Medel>,
    /// Its last days, where there is money for several and they are the same for all.
    pub medel_dagar: Option<Dagar>,
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
    /// What is paid on requisition, if anything is.
    pub rekvisition: Option<String>,
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
    /// The amount in a foreign currency behind it, if it is agreed in one.
    pub valuta: Option<Valuta>,
    /// Last day to ask for it.
    pub rekvireras_senast: Datum,
    /// Last day to account for it.
    pub redovisas_senast: Datum,
    /// The condition, without a full stop; none if there is none.
    pub villkor: Option<String>,
}

/// The last days of money on requisition.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Dagar {
    /// Last day to ask for it.
    pub rekvireras_senast: Datum,
    /// Last day to account for it.
    pub redovisas_senast: Datum,
}

/// An amount in a foreign currency.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Valuta {
    /// The amount.
    pub belopp: Siffra,
    /// Kronor per unit of the currency.
    pub kurs: Siffra,
    /// One of the currency, in words: `euro`.
    pub en: String,
    /// Several of it, in words.
    pub flera: String,
    /// Whether the parties have agreed on the amount in kronor too, which then holds.
    pub avtalat_i_kronor: bool,
}

/// Who signs.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Undertecknare {
    /// Name.
    pub namn: String,
    /// Role.
    pub roll: String,
}

/// The annexes as they are listed.
fn bilagetabell(view: &View<'_>, all: &[Hanvisning]) -> Texttabell {
    let rows = all.iter().map(|one| {
        let cells = [
            one.betalningsmanader.clone().into(),
            one.kostnadsmanader.clone().into(),
            one.avtal.avtalsar.to_string().into(),
            kr(view, &contract::BILAGA_SUMMA.at(one.nummer)).into(),
        ];
        (one.nummer.to_string(), cells)
    });
    let columns = [
        ("Utbetalning", false),
        ("Avser kostnader i", false),
        ("Avtalsår", true),
        ("Till alla regioner, kr", true),
    ];
    Texttabell::of("Bilagor", "Bilaga", columns).rows(rows)
}

/// Reads the letter.
pub(super) fn brev(view: &View<'_>, ar: i32) -> Brev {
    let beslut = Beslut::read(view);
    let undertecknare = view.fact(&contract::UNDERTECKNARE);
    let medel = medlen(view);
    let bilagor: Vec<_> =
        view.fact(&contract::BILAGOR).iter().map(|row| hanvisning(view, ar, row)).collect();
    // What is said of the months of cost rests on the arrears.
    let _: Number = view.figure(&lakemedel::EFTERSLAP);
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
        anslagsposter: anslagsposter(view, &beslut),
        anvant: kr(view, &contract::ANSLAG_ANVANT),
        betalningsdag: view.fact(&contract::BETALNINGSDAG),
        antal_bilagor: view.count(&contract::BILAGOR_ANTAL),
        antal_bilagor_i_ord: swedish::count_in_words(view.count(&contract::BILAGOR_ANTAL)),
        bilagetabell: bilagetabell(view, &bilagor),
        bilagor,
        utanfor: outside(view),
        avsnitt: avsnitt(!medel.is_empty()),
        medel_dagar: samma_dagar(&medel),
        medel,
        beslutar: shown_as(&undertecknare, true),
        foredragande: shown_as(&undertecknare, false),
        kopior: view.fact(&contract::KOPIOR),
        beslut,
    }
}

fn avsnitt(med_rekvisition: bool) -> Avsnitt {
    let (rekvisition, redovisning) =
        if med_rekvisition { (Some("4.3"), "4.4") } else { (None, "4.3") };
    Avsnitt {
        anslag: "4".to_owned(),
        anslagsposter: "4.1".to_owned(),
        utbetalning: "4.2".to_owned(),
        rekvisition: rekvisition.map(str::to_owned),
        redovisning: redovisning.to_owned(),
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

fn hanvisning(view: &View<'_>, ar: i32, row: &contract::Bilaga) -> Hanvisning {
    bilaga::rests_on_rounding(view, ar, row.avtalsar());
    let spans = bilaga::spans(view, row.nummer);
    let rubrik = bilaga::heading(row.nummer, &spans);
    let [betalningsmanader, kostnadsmanader] = spans;
    Hanvisning {
        nummer: row.nummer,
        rubrik,
        betalningsmanader,
        kostnadsmanader,
        avtal: (&bilaga::avtalet(view, row)).into(),
        justeringar: bilaga::justeringar(view, row.nummer),
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

/// The money on requisition; a deduction that is zero gives none.
fn medlen(view: &View<'_>) -> Vec<Medel> {
    let avdrag = view.fact(&lakemedel::AVDRAGSRADER);
    let medel = |row: contract::Medel| {
        let rad = avdrag.iter().find(|rad| rad.id == row.avdrag);
        medel(view, row, rad.unwrap_or_else(|| panic!("there is no such deduction")))
    };
    view.fact(&contract::MEDEL).into_iter().filter_map(medel).collect()
}

/// The days of money for several, where they are the same for all.
fn samma_dagar(medel: &[Medel]) -> Option<Dagar> {
    let [forst, ovriga @ ..] = medel else { return None };
    let samma = |ett: &Medel| {
        ett.rekvireras_senast == forst.rekvireras_senast
            && ett.redovisas_senast == forst.redovisas_senast
    };
    (!ovriga.is_empty() && ovriga.iter().all(samma)).then(|| Dagar {
        rekvireras_senast: forst.rekvireras_senast.clone(),
        redovisas_senast: forst.redovisas_senast.clone(),
    })
}

fn medel(view: &View<'_>, row: contract::Medel, rad: &Avdrag) -> Option<Medel> {
    let belopp = view.figure(lakemedel::AVDRAGET.at(&rad.id).kept());
    if belopp.exact().is_zero() {
        return None;
    }
    let villkor = row.villkor.map(|villkor| swedish::without_full_stop(&villkor));
    Some(Medel {
        mottagare: rad.mottagare.clone(),
        andamal: swedish::without_full_stop(row.andamal.as_ref().unwrap_or(&rad.andamal)),
        belopp: belopp.shown_as(KR),
        valuta: rad.valuta.map(|valuta| Valuta {
            belopp: view.figure(lakemedel::AVDRAG_VALUTA.at(&rad.id).kept()).currency(),
            kurs: view
                .figure(lakemedel::AVDRAG_KURS.at(&rad.id).kept())
                .shown_as(NumberFormat::AtMost(6)),
            en: valuta.en.to_owned(),
            flera: valuta.flera.to_owned(),
            avtalat_i_kronor: view.maybe_figure(&lakemedel::AVDRAG_KRONOR.at(&rad.id)).is_some(),
        }),
        rekvireras_senast: row.rekvireras_senast.into(),
        redovisas_senast: row.redovisas_senast.into(),
        villkor: villkor.filter(|villkor| !villkor.is_empty()),
    })
}

fn shown_as(all: &[contract::Undertecknare], beslutar: bool) -> Vec<Undertecknare> {
    let chosen = all.iter().filter(|person| person.beslutar == beslutar);
    chosen
        .map(|person| Undertecknare { namn: person.namn.clone(), roll: person.roll.clone() })
        .collect()
}
