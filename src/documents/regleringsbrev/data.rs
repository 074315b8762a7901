//! What the papers of the regleringsbrev have in common, as data: the decision, the agreements, the
//! payments and the adjustments. Each paper's own form stands in its file.

use schemars::JsonSchema;
use serde::Serialize;

use super::KR;
use crate::contract::{CountryPromise, Kept, lakemedel, regleringsbrev as contract};
use crate::report::number::{Datum, Forandring, Siffra};
use crate::report::payment::Betalning;
use crate::report::{NumberFormat, View};
use crate::swedish;

/// The decision the papers belong to.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Beslut {
    /// `Regeringen`.
    pub myndighet: String,
    /// `Socialdepartementet`.
    pub departement: String,
    /// `II:1`.
    pub nummer: String,
    /// The date.
    pub datum: Datum,
    /// Diarienummer.
    pub diarienummer: String,
    /// `1:5`.
    pub anslag: String,
    /// `Bidrag för läkemedelsförmånerna`.
    pub anslagsnamn: String,
    /// To whom: `Kammarkollegiet`.
    pub mottagare: String,
    /// Whether it changes an earlier decision; otherwise it is the first of the budget year.
    pub andring: bool,
    /// Whether it has not been taken yet; the papers then say so on every page.
    pub utkast: bool,
}

impl Beslut {
    pub(super) fn read(view: &View<'_>) -> Self {
        Self {
            myndighet: view.fact(&contract::BESLUT_MYNDIGHET),
            departement: view.fact(&contract::BESLUT_DEPARTEMENT),
            nummer: view.fact(&contract::BESLUT_NUMMER),
            datum: view.fact(&contract::BESLUT_DATUM).into(),
            diarienummer: view.fact(&contract::BESLUT_DIARIENUMMER),
            anslag: view.fact(&contract::ANSLAG),
            anslagsnamn: view.fact(&contract::ANSLAGSNAMN),
            mottagare: view.fact(&contract::BESLUT_MOTTAGARE),
            andring: view.fact(&contract::BESLUT_SLAG) == contract::BESLUT_ORD[1],
            utkast: view.fact(&contract::BESLUT_STATUS) == contract::UTKAST,
        }
    }
}

/// The agreement some months are paid by.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Avtal {
    /// The agreement year.
    pub avtalsar: i32,
    /// The government's decision to approve it: number.
    pub regeringsbeslut: String,
    /// Its date.
    pub datum: Datum,
    /// Its diarienummer.
    pub diarienummer: String,
}

impl From<&contract::Avtal> for Avtal {
    fn from(avtal: &contract::Avtal) -> Self {
        Self {
            avtalsar: avtal.avtalsar,
            regeringsbeslut: avtal.regeringsbeslut.clone(),
            datum: avtal.datum.into(),
            diarienummer: avtal.diarienummer.clone(),
        }
    }
}

/// A month's payment.
pub(super) fn payment(view: &View<'_>, betalning: &contract::Betalning) -> Betalning {
    let (manad, avtalsar) = (betalning.manad, betalning.avtalsar());
    let justerat = !betalning.justeringar.is_empty();
    let placerad = contract::RESIDUAL_PLACERAD.at(avtalsar);
    Betalning {
        manad: swedish::month_and_year(manad),
        kostnadsmanad: swedish::month_and_year(betalning.kostnad),
        avtalsar,
        bilaga: betalning.bilaga,
        dag: view.day(&contract::UTBETALNINGSDAG.at(manad)).into(),
        manadsbelopp: kr(view, &betalning.manadsbelopp()),
        justering: justerat.then(|| kr(view, contract::JUSTERAT.at(manad).kept())),
        residual: betalning.residual.then(|| kr(view, placerad.kept())),
        totalt: kr(view, &contract::UTBETALNING.at(manad)),
    }
}

/// Kronor of the country.
pub(super) fn kr(view: &View<'_>, promise: &(impl CountryPromise + Kept)) -> Siffra {
    view.figure(promise).shown_as(KR)
}

/// An adjustment: what it is for, when it is paid, and what it comes to.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Justering {
    /// What it is for.
    pub slag: contract::Slag,
    /// What is settled, where it is for profit and loss.
    pub avrakning: Option<Avrakning>,
    /// The heading of its column: `Justering återbäring`.
    pub rubrik: String,
    /// The reason the workbook gives, without a full stop.
    pub skal: String,
    /// The month it is paid in: `maj 2024`.
    pub manad: String,
    /// The annex that orders it, if any does.
    pub bilaga: Option<u32>,
    /// The agreement year it concerns.
    pub avtalsar: i32,
    /// Whether the amounts follow from a rule; else the workbook states them.
    pub raknad: bool,
    /// Whether it is for profit and loss of which there is none, since the outcome was within the limits.
    pub inom_granserna: bool,
    /// How many deductions it settles: only where it is for them and the workbook states them.
    pub reglerar: Option<contract::Reglerar>,
    /// What the deductions that it settles were for, for a sentence: only where it is for them and the workbook states
    /// them.
    pub andamal: Option<String>,
    /// All regions together, kr.
    pub totalt: Forandring,
}

impl Justering {
    pub(super) fn read(view: &View<'_>, row: &contract::Justeringsrad) -> Self {
        Self {
            slag: row.justering.slag,
            avrakning: row.justering.grupp.as_ref().map(|grupp| Avrakning::read(view, grupp)),
            rubrik: row.rubrik.clone(),
            skal: swedish::without_full_stop(&row.skal),
            manad: swedish::month_and_year(row.manad),
            bilaga: Some(row.bilaga),
            avtalsar: row.avtalsar,
            raknad: row.raknad,
            inom_granserna: row.raknad
                && row.justering.grupp.as_ref().is_some_and(|grupp| {
                    let avstamt = view.maybe_fact(&contract::AVSTAMNING);
                    avstamt.is_some_and(|avstamt| avstamt.ar_inom(&grupp.id))
                }),
            reglerar: row.reglerar,
            andamal: (row.justering.slag == contract::Slag::Avdrag)
                .then(|| avdragens_andamal(view))
                .flatten(),
            totalt: view.figure(contract::JUSTERING.at(&row.justering).kept()).forandring(KR),
        }
    }
}

/// What the deductions that are settled were for: those whose difference is, or all where none's is.
fn avdragens_andamal(view: &View<'_>) -> Option<String> {
    let all = view.fact(&contract::REGLERADE_AVDRAG);
    let regleras = |avdrag: &&contract::RegleratAvdrag| {
        !view.figure(contract::AVDRAG_REGLERAS.at(&avdrag.id).kept()).exact().is_zero()
    };
    let some: Vec<_> = all.iter().filter(regleras).collect();
    let of = if some.is_empty() { all.iter().collect() } else { some };
    let andamal: Vec<_> = of.into_iter().map(|avdrag| avdrag.andamal.as_str()).collect();
    (!andamal.is_empty()).then(|| swedish::enumeration(&andamal))
}

/// What an adjustment for profit and loss settles.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Avrakning {
    /// What is settled, for a sentence: `läkemedelsförmånen och läkemedel mot hepatit C`.
    pub namn: String,
    /// Whether that is several components.
    pub flera: bool,
    /// Whether anything else is settled by itself.
    pub for_sig: bool,
}

impl Avrakning {
    fn read(view: &View<'_>, grupp: &contract::Grupp) -> Self {
        let grupper = view.fact(&lakemedel::FOREGAENDE_AVRAKNINGSGRUPPER);
        let avtalad = grupper.iter().find(|avtalad| avtalad.id == grupp.id);
        let avtalad = avtalad.unwrap_or_else(|| panic!("no group {} was agreed", grupp.namn));
        Self {
            namn: avtalad.avser.clone(),
            flera: avtalad.komponenter.len() > 1,
            for_sig: grupper.len() > 1,
        }
    }
}

/// An adjustment as the annex that orders it explains it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ForklaradJustering {
    /// The adjustment.
    #[serde(flatten)]
    pub justering: Justering,
    /// The state's share of the återbäring, percent: only where the adjustment is for it.
    pub aterbaring_andel: Option<Siffra>,
    /// Whether the decision itself takes the state's share back by the forecast.
    pub prognos_dras: bool,
    /// Whether no adjustment before it in the annex is of its kind.
    pub forst: bool,
    /// Whether the region with the largest part takes what rounding leaves: only where it is for deductions.
    pub storst_tar_resten: bool,
    /// The deductions it settles: only where it is for them and the workbook states them.
    pub avdrag: Vec<ReglerasNu>,
    /// The day of the population that they are shared out by: only where there are any.
    pub befolkningsdag: Option<Datum>,
}

impl ForklaradJustering {
    /// An adjustment after those that stand before it in the annex.
    pub(super) fn read(view: &View<'_>, fore: &[Self], justering: Justering) -> Self {
        let slag = justering.slag;
        let aterbaring = [contract::Slag::AterbaringPrognos, contract::Slag::AterbaringSlutlig];
        let andel =
            aterbaring.contains(&slag).then(|| view.maybe_figure(&contract::ATERBARING_ANDEL));
        let reglerade = || view.fact(&contract::REGLERADE_AVDRAG).into_iter();
        let avdrag = (slag == contract::Slag::Avdrag).then(reglerade).into_iter().flatten();
        let avdrag: Vec<_> = avdrag.map(|avdrag| ReglerasNu::read(view, avdrag)).collect();
        let prognos =
            |row: &contract::Justeringsrad| row.justering.slag == contract::Slag::AterbaringPrognos;
        Self {
            justering,
            forst: fore.iter().all(|fore| fore.justering.slag != slag),
            prognos_dras: view.fact(&contract::JUSTERINGSRADER).iter().any(prognos),
            aterbaring_andel: andel.flatten().map(|andel| andel.shown_as(NumberFormat::Percent(4))),
            storst_tar_resten: slag == contract::Slag::Avdrag
                && view.fact(&contract::AVDRAG_STORST_TAR_RESTEN),
            befolkningsdag: (!avdrag.is_empty())
                .then(|| view.fact(&lakemedel::BEFOLKNINGSDAG).into()),
            avdrag,
        }
    }
}

/// A deduction that was preliminary, and what it cost.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ReglerasNu {
    /// Its short name.
    pub namn: String,
    /// What it was for, to follow after "för".
    pub andamal: String,
    /// What was deducted, kr.
    pub preliminart: Siffra,
    /// What it cost, kr.
    pub slutligt: Siffra,
    /// The difference that is not adjusted, kr.
    pub grans: Siffra,
    /// Whether the difference is greater than that, and is settled.
    pub regleras: bool,
}

impl ReglerasNu {
    fn read(view: &View<'_>, avdrag: contract::RegleratAvdrag) -> Self {
        let id = &avdrag.id;
        Self {
            preliminart: kr(view, contract::AVDRAG_PRELIMINART.at(id).kept()),
            slutligt: kr(view, contract::AVDRAG_SLUTLIGT.at(id).kept()),
            grans: kr(view, contract::AVDRAG_GRANS.at(id).kept()),
            regleras: !view.figure(contract::AVDRAG_REGLERAS.at(id).kept()).exact().is_zero(),
            namn: avdrag.namn,
            andamal: avdrag.andamal,
        }
    }
}

/// A month with adjustments.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Justerad {
    /// `maj 2024`.
    pub manad: String,
    /// How many columns adjust it.
    pub antal: usize,
    /// The headings of those columns, for a sentence.
    pub uppraknade: String,
    /// The headings of those that change any region's amount, in quotation marks.
    pub kolumner: Vec<String>,
    /// The headings of those that are zero for every region, in quotation marks.
    pub noll: Vec<String>,
}
