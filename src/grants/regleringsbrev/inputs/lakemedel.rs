//! What läkemedelsförmånerna have published that is paid here.

use crate::contract::lakemedel::{self, Avrakningsgrupp, Komponent, NYCKEL};
use crate::contract::{Country, Everywhere, Indexed, Maybe};
use crate::figure::Figure;
use crate::grants::regleringsbrev::rules::Belopp;
use crate::quantity::{Andel, Antal, HelaKronor, Invanare, Kronor};
use crate::region::PerRegion;
use crate::report::Report;

/// The shares of the twelve months of cost.
pub type Manadsplan = Vec<Figure<Andel>>;

/// Läkemedelsförmånerna's figures.
#[derive(Clone, Debug)]
pub struct Lakemedel {
    /// How many months after the cost the grant is paid.
    pub efterslap: Figure<Antal>,
    /// The same of last year's grant, where the workbook has it.
    pub foregaende_efterslap: Option<Figure<Antal>>,
    /// The year's grant, kr.
    pub statsbidrag: Belopp,
    /// Last year's grant, kr.
    pub foregaende_statsbidrag: Belopp,
    /// The share of the year that is paid for each month of cost, where that is no twelfth.
    pub plan: Option<Manadsplan>,
    /// The same of last year.
    pub foregaende_plan: Option<Manadsplan>,
    /// Population 31 August the year before.
    pub befolkning: PerRegion<Figure<Invanare>>,
    /// What is deducted from the grant and paid on requisition, kr.
    pub avdrag: Vec<Figure<HelaKronor>>,
    /// Last year's agreement, as its profit and loss is settled.
    pub avtalet: Avtalet,
}

/// What the amounts of a settlement are shared out by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// The regions' grants for the agreement year.
    Statsbidrag,
    /// Population on 31 August of the agreement year.
    Befolkning,
}

/// Last year's agreement: what is settled by itself, and by what it is shared out.
#[derive(Clone, Debug)]
pub struct Avtalet {
    /// The groups, in the order of the agreement.
    pub grupper: Vec<AvtalatGrupp>,
    /// What the amounts are shared out by.
    pub key: Key,
}

/// A settlement group as it was agreed.
#[derive(Clone, Debug)]
pub struct AvtalatGrupp {
    /// Its words.
    pub rad: Avrakningsgrupp,
    /// Its components.
    pub komponenter: Vec<AvtaladKomponent>,
    /// What its outcome is held against, net where återbäring is subtracted, without övrigt, kr.
    pub bas: Figure<Kronor>,
    /// Below it, the regions repay, kr.
    pub nedre: Figure<Kronor>,
    /// Above it, the state pays, kr.
    pub ovre: Figure<Kronor>,
    /// The state's share of what lies beyond.
    pub statens_andel: Figure<Andel>,
}

/// A component as it was agreed.
#[derive(Clone, Debug)]
pub struct AvtaladKomponent {
    /// What its figures are named by.
    pub id: String,
    /// Its short name.
    pub namn: String,
    /// The share of the cost that is compensated.
    pub andel: Figure<Andel>,
}

impl Avtalet {
    fn fetch(report: &Report, ar: i32) -> Option<Self> {
        let (grupper, _) = report.stated(ar, &lakemedel::FOREGAENDE_AVRAKNINGSGRUPPER)?;
        let (komponenter, _) = report.stated(ar, &lakemedel::FOREGAENDE_KOMPONENTRADER)?;
        let grupp = |rad: &Avrakningsgrupp| {
            let id = &rad.id;
            let komponent = |rad: &Komponent| {
                let andel = lakemedel::FOREGAENDE_ERSATT_ANDEL.at(&rad.id);
                let andel = report.published(ar, &andel)?;
                Some(AvtaladKomponent { id: rad.id.clone(), namn: rad.namn.clone(), andel })
            };
            let egna =
                komponenter.iter().filter(|komponent| rad.komponenter.contains(&komponent.id));
            Some(AvtalatGrupp {
                komponenter: egna.map(komponent).collect::<Option<_>>()?,
                bas: report.published(ar, &lakemedel::FOREGAENDE_AVRAKNING_BAS.at(id))?,
                nedre: report.published(ar, &lakemedel::FOREGAENDE_AVRAKNING_NEDRE.at(id))?,
                ovre: report.published(ar, &lakemedel::FOREGAENDE_AVRAKNING_OVRE.at(id))?,
                statens_andel: report.published(ar, &lakemedel::FOREGAENDE_STATENS_ANDEL.at(id))?,
                rad: rad.clone(),
            })
        };
        let [_, befolkning] = NYCKEL;
        let (word, _) = report.stated(ar, &lakemedel::FOREGAENDE_VINST_FORLUST_NYCKEL)?;
        Some(Self {
            grupper: grupper.iter().map(grupp).collect::<Option<_>>()?,
            key: if word == befolkning { Key::Befolkning } else { Key::Statsbidrag },
        })
    }
}

impl Lakemedel {
    /// The figures of a year; none if läkemedelsförmånerna did not come so far.
    #[must_use]
    pub fn fetch(report: &Report, ar: i32) -> Option<Self> {
        let belopp = |promise: &Everywhere<HelaKronor>| {
            let per_region = report.published_in_regions(ar, promise)?;
            Some(Belopp { per_region, riket: report.published(ar, promise)? })
        };
        let plan = |promise: &Indexed<Maybe<Country<Andel>>>| {
            (1_usize..=12).map(|nummer| report.published(ar, &promise.at(nummer))).collect()
        };
        let (rader, _) = report.stated(ar, &lakemedel::AVDRAGSRADER)?;
        let avdrag = rader.iter().map(|rad| report.published(ar, &lakemedel::AVDRAGET.at(&rad.id)));
        Some(Self {
            efterslap: report.published(ar, &lakemedel::EFTERSLAP)?,
            foregaende_efterslap: report.published(ar, &lakemedel::FOREGAENDE_EFTERSLAP),
            statsbidrag: belopp(&lakemedel::STATSBIDRAG)?,
            foregaende_statsbidrag: belopp(&lakemedel::FOREGAENDE_STATSBIDRAG)?,
            plan: plan(&lakemedel::MANADSPLAN_ANDEL),
            foregaende_plan: plan(&lakemedel::FOREGAENDE_MANADSPLAN_ANDEL),
            befolkning: report.published_in_regions(ar, &lakemedel::BEFOLKNING)?,
            avdrag: avdrag.collect::<Option<_>>()?,
            avtalet: Avtalet::fetch(report, ar)?,
        })
    }
}
