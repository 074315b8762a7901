//! The facts of the grant as the papers need them: rows of texts become months, annexes, adjustments.
//! Chooses nothing.

use std::collections::BTreeMap;

use super::KR;
use super::data::{Avtal, Beslut, ForklaradJustering, Ihsi, Justering, Slag};
use crate::report::delar::{Datum, Siffra};
use crate::report::payment::Betalning;
use crate::report::{Lasning, Visning};

/// The grant the year's amounts come from.
pub(super) const LAKEMEDEL: &str = "lakemedel";

/// A row of a fact.
pub(super) type Rad = BTreeMap<&'static str, String>;

/// A row's field, empty if it is not there.
pub(super) fn falt<'a>(rad: &'a Rad, id: &str) -> &'a str {
    rad.get(id).map(String::as_str).unwrap_or_default()
}

/// A row's field as a number.
fn tal<T: std::str::FromStr>(rad: &Rad, id: &str) -> T {
    let text = falt(rad, id);
    text.parse().unwrap_or_else(|_| panic!("{id} is {text:?}, no number"))
}

/// A row's number, if it has one.
fn kanske_tal(rad: &Rad, id: &str) -> Option<u32> {
    (!falt(rad, id).is_empty()).then(|| tal(rad, id))
}

/// A row's date.
pub(super) fn datum(rad: &Rad, id: &str) -> Datum {
    let text = falt(rad, id);
    let dag: chrono::NaiveDate = text.parse().unwrap_or_else(|_| panic!("{id} is {text:?}"));
    dag.into()
}

/// A sentence from the workbook without its full stop: the template sets it.
pub(super) fn utan_punkt(text: &str) -> String {
    text.trim_end().trim_end_matches('.').to_owned()
}

/// A month of the budget year.
#[derive(Debug)]
pub(super) struct Manad {
    /// `2024_05`.
    pub(super) nyckel: String,
    /// `maj 2024`.
    pub(super) namn: String,
    /// `2024_03`.
    pub(super) kostnad: String,
    /// `mars 2024`.
    pub(super) kostnadsmanad: String,
    pub(super) avtalsar: i32,
    pub(super) bilaga: Option<u32>,
    dag: String,
    /// The kinds of adjustment, by id.
    pub(super) justeringar: Vec<String>,
    /// Whether the agreement year's residual is placed here.
    pub(super) residual: bool,
}

impl Manad {
    /// Whether what is paid differs from the month's base.
    pub(super) fn justerad(&self) -> bool {
        self.residual || !self.justeringar.is_empty()
    }

    /// The name of what is paid.
    pub(super) fn utbetalning(&self) -> String {
        format!("utbetalning_{}", self.nyckel)
    }

    /// The payment to all regions.
    pub(super) fn betalning(&self, las: &Lasning<'_>) -> Betalning {
        let kr = |namn: String| las.riket(&namn).som(KR);
        let justerat = !self.justeringar.is_empty();
        Betalning {
            manad: self.namn.clone(),
            kostnadsmanad: self.kostnadsmanad.clone(),
            avtalsar: self.avtalsar,
            bilaga: self.bilaga,
            dag: Datum::from(las.dag(&self.dag)),
            manadsbelopp: kr(manadsbelopp(self.avtalsar)),
            justering: justerat.then(|| kr(format!("justerat_{}", self.nyckel))),
            residual: self.residual.then(|| kr(placerad(self.avtalsar))),
            totalt: kr(self.utbetalning()),
        }
    }

    /// The day of payment, `2024-05-02`.
    pub(super) fn dag(&self, las: &Lasning<'_>) -> String {
        las.dag(&self.dag).to_string()
    }
}

/// The name of a twelfth of an agreement year.
pub(super) fn manadsbelopp(avtalsar: i32) -> String {
    format!("manadsbelopp_{avtalsar}")
}

/// The name of what is added to a payment where an agreement year's residual is placed.
pub(super) fn placerad(avtalsar: i32) -> String {
    format!("residual_placerad_{avtalsar}")
}

/// The months of the budget year, in order.
pub(super) fn manader(las: &Lasning<'_>) -> Vec<Manad> {
    let rader = las.rader("betalningar");
    rader
        .iter()
        .map(|rad| Manad {
            nyckel: falt(rad, "manad").to_owned(),
            namn: falt(rad, "manad_text").to_owned(),
            kostnad: falt(rad, "kostnad").to_owned(),
            kostnadsmanad: falt(rad, "kostnadsmanad").to_owned(),
            avtalsar: tal(rad, "avtalsar"),
            bilaga: kanske_tal(rad, "bilaga"),
            dag: falt(rad, "dag").to_owned(),
            justeringar: falt(rad, "justeringar").split_whitespace().map(str::to_owned).collect(),
            residual: falt(rad, "residual") == "ja",
        })
        .collect()
}

/// An annex, by number.
#[derive(Debug)]
pub(super) struct Bilagerad {
    pub(super) nummer: u32,
    pub(super) betalningsmanader: String,
    pub(super) kostnadsmanader: String,
    pub(super) avtalsar: i32,
}

impl Bilagerad {
    /// Its title, in the letter as on the annex.
    pub(super) fn rubrik(&self) -> String {
        let Self { nummer, betalningsmanader, kostnadsmanader, .. } = self;
        format!(
            "Bilaga {nummer}: utbetalning i {betalningsmanader} för kostnader i {kostnadsmanader}"
        )
    }

    /// The months it pays.
    pub(super) fn manader(&self, las: &Lasning<'_>) -> Vec<Manad> {
        let alla = manader(las).into_iter();
        alla.filter(|manad| manad.bilaga == Some(self.nummer)).collect()
    }
}

/// The annexes, in order.
pub(super) fn bilagor(las: &Lasning<'_>) -> Vec<Bilagerad> {
    let rader = las.rader("bilagor");
    rader
        .iter()
        .map(|rad| Bilagerad {
            nummer: tal(rad, "nummer"),
            betalningsmanader: falt(rad, "betalningsmanader").to_owned(),
            kostnadsmanader: falt(rad, "kostnadsmanader").to_owned(),
            avtalsar: tal(rad, "avtalsar"),
        })
        .collect()
}

/// The decision.
pub(super) fn beslut(las: &Lasning<'_>) -> Beslut {
    Beslut {
        myndighet: las.text("beslut_myndighet"),
        departement: las.text("beslut_departement"),
        nummer: las.text("beslut_nummer"),
        datum: las.datum("beslut_datum"),
        diarienummer: las.text("beslut_diarienummer"),
        anslag: las.text("anslag"),
        anslagsnamn: las.text("anslagsnamn"),
        mottagare: las.text("beslut_mottagare"),
        utkast: las.text("beslut_status") == "utkast",
    }
}

/// An agreement year, as the grant states it.
#[derive(Debug)]
pub(super) struct Avtalsar {
    pub(super) avtalsar: i32,
    rad: Rad,
}

impl Avtalsar {
    /// Whether the residual is placed in the year's last payment.
    pub(super) fn residual_placeras(&self) -> bool {
        falt(&self.rad, "residual") == "sista betalningen"
    }

    /// `mars 2024`.
    pub(super) fn forsta_manad(&self) -> String {
        falt(&self.rad, "forsta_manad").to_owned()
    }

    /// `februari 2025`.
    pub(super) fn sista_manad(&self) -> String {
        falt(&self.rad, "sista_manad").to_owned()
    }

    /// The agreement.
    pub(super) fn avtal(&self) -> Avtal {
        Avtal {
            avtalsar: self.avtalsar,
            regeringsbeslut: falt(&self.rad, "regeringsbeslut").to_owned(),
            datum: datum(&self.rad, "datum"),
            diarienummer: falt(&self.rad, "diarienummer").to_owned(),
        }
    }

    /// The name of the year's grant, with [`LAKEMEDEL`].
    pub(super) fn arsbelopp_namn(&self, ar: i32) -> &'static str {
        if self.avtalsar == ar { "statsbidrag" } else { "foregaende_statsbidrag" }
    }

    /// The year's grant, kr.
    pub(super) fn arsbelopp(&self, las: &Lasning<'_>, ar: i32) -> Siffra {
        las.hos(LAKEMEDEL).riket(self.arsbelopp_namn(ar)).som(KR)
    }
}

/// The agreement years the budget year pays, in order.
pub(super) fn avtalsaren(las: &Lasning<'_>) -> Vec<Avtalsar> {
    let rader = las.rader("avtal").into_iter();
    rader.map(|rad| Avtalsar { avtalsar: tal(&rad, "avtalsar"), rad }).collect()
}

/// One of them.
pub(super) fn avtalsaret(las: &Lasning<'_>, avtalsar: i32) -> Avtalsar {
    let hittat = avtalsaren(las).into_iter().find(|ett| ett.avtalsar == avtalsar);
    hittat.unwrap_or_else(|| panic!("there is no agreement for {avtalsar}"))
}

/// The adjustments, in order, that are wanted.
pub(super) fn justeringar(las: &Lasning<'_>, vill_ha: impl Fn(&Rad) -> bool) -> Vec<Justering> {
    let rader = las.rader("justeringar").into_iter();
    rader.filter(vill_ha).map(|rad| justering(las, &rad)).collect()
}

/// Those of an annex. One without any asks for none, and so does not rest on the others'.
pub(super) fn bilagans_justeringar(las: &Lasning<'_>, bilaga: &Bilagerad) -> Vec<Justering> {
    if bilaga.manader(las).iter().all(|manad| manad.justeringar.is_empty()) {
        return Vec::new();
    }
    justeringar(las, |rad| kanske_tal(rad, "bilaga") == Some(bilaga.nummer))
}

/// The heading of an adjustment's column.
pub(super) fn justeringsrubrik(las: &Lasning<'_>, slag: &str) -> String {
    let rader = las.rader("justeringar");
    let rad = rader.iter().find(|rad| falt(rad, "justering") == slag);
    falt(rad.unwrap_or_else(|| panic!("there is no adjustment {slag}")), "rubrik").to_owned()
}

fn justering(las: &Lasning<'_>, rad: &Rad) -> Justering {
    let id = falt(rad, "justering");
    Justering {
        slag: Slag::av(id),
        rubrik: falt(rad, "rubrik").to_owned(),
        skal: utan_punkt(falt(rad, "skal")),
        manad: falt(rad, "manad_text").to_owned(),
        bilaga: kanske_tal(rad, "bilaga"),
        avtalsar: tal(rad, "avtalsar"),
        raknad: falt(rad, "satt") == "räknad",
        totalt: las.riket(&format!("justering_{id}")).forandring(KR),
    }
}

/// An adjustment with the figures that explain it.
pub(super) fn forklarad(las: &Lasning<'_>, justering: Justering) -> ForklaradJustering {
    let slag = justering.slag;
    let kr = |namn: &str| las.riket(namn).som(KR);
    let aterbaring = matches!(slag, Slag::AterbaringPrognos | Slag::AterbaringSlutlig);
    let har_ihsi = slag == Slag::Ihsi && las.har("ihsi_slutligt");
    ForklaradJustering {
        justering,
        aterbaring_andel: (aterbaring && las.har("aterbaring_andel"))
            .then(|| las.riket("aterbaring_andel").som(Visning::Procent(4))),
        ihsi: har_ihsi.then(|| Ihsi {
            preliminart: kr("ihsi_preliminart"),
            slutligt: kr("ihsi_slutligt"),
            grans: kr("ihsi_grans"),
        }),
    }
}
