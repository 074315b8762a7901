//! What the regleringsbrev says that is no number: kinds of adjustment, annexes, agreements, people.

use std::cmp::Ordering;
use std::ops::RangeInclusive;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use crate::calendar::Month;
use crate::contract::{Country, Everywhere, Keys, Maybe, lakemedel};
use crate::figure::Status;
use crate::quantity::HelaKronor;
use crate::region::Region;

/// What an adjustment is for.
// All concern the agreement year before the budget year's. Ordered as they are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Slag {
    /// The state's share of the forecast återbäring is deducted.
    AterbaringPrognos,
    /// What was deducted from the grant became another cost.
    Avdrag,
    /// Profit and loss sharing, of a group of its own.
    VinstForlust,
    /// The final återbäring became another than the forecast.
    AterbaringSlutlig,
    /// Anything else; the reason says what.
    Annan,
}

impl Slag {
    /// The id in figures' names: `avdrag`. Profit and loss has the group's after it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::AterbaringPrognos => "aterbaring_prognos",
            Self::Avdrag => "avdrag",
            Self::VinstForlust => "vinst_forlust",
            Self::AterbaringSlutlig => "aterbaring_slutlig",
            Self::Annan => "annan",
        }
    }
}

/// An adjustment: what it is for, and of profit and loss the group that is settled.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Justering {
    /// What it is for.
    pub slag: Slag,
    /// The group, where it is for profit and loss; else none.
    pub grupp: Option<Grupp>,
}

/// A settlement group by its name; the same where its figures are named the same.
#[derive(Clone, Debug)]
pub struct Grupp {
    /// What its figures are named by: `formanen`.
    pub id: String,
    /// Its short name: `förmånen`.
    pub namn: String,
}

impl PartialEq for Grupp {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Grupp {}

impl PartialOrd for Grupp {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Grupp {
    fn cmp(&self, other: &Self) -> Ordering {
        self.id.cmp(&other.id)
    }
}

impl Justering {
    /// The id in figures' names: `avdrag`, `vinst_forlust_formanen`.
    #[must_use]
    pub fn id(&self) -> String {
        let slag = self.slag.id();
        self.grupp.as_ref().map_or_else(|| slag.to_owned(), |grupp| format!("{slag}_{}", grupp.id))
    }

    /// The adjustment that pays what is settled of a group.
    #[must_use]
    pub fn of(grupp: &lakemedel::Avrakningsgrupp) -> Self {
        let (id, namn) = (grupp.id.clone(), grupp.namn.clone());
        Self { slag: Slag::VinstForlust, grupp: Some(Grupp { id, namn }) }
    }
}

impl From<Slag> for Justering {
    /// An adjustment that is of no group.
    fn from(slag: Slag) -> Self {
        Self { slag, grupp: None }
    }
}

impl Keys for Slag {
    fn written(&self) -> Vec<String> {
        vec![self.id().to_owned()]
    }
}

impl Keys for &Justering {
    fn written(&self) -> Vec<String> {
        vec![self.id()]
    }
}

impl Keys for Month {
    fn written(&self) -> Vec<String> {
        vec![format!("{}_{:02}", self.year(), self.number())]
    }
}

/// Where an outcome lies.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Lage {
    /// Below the lower limit.
    Under,
    /// Within the limits, or on one of them.
    Inom,
    /// Above the upper limit.
    Over,
}

/// A settlement that was made.
#[derive(Clone, Debug)]
pub struct Avstamt {
    /// Its parts, and where the outcome of each lies.
    pub delar: Vec<(lakemedel::Avrakningsgrupp, Lage)>,
    /// The day of the population that may be the key.
    pub befolkningsdag: NaiveDate,
    /// The region of the example in prose: that with the least share, whose kronor are easiest to follow.
    pub exempel: Region,
}

impl Avstamt {
    /// Whether the outcome of a part, by its group's id, lies within the limits.
    #[must_use]
    pub fn ar_inom(&self, grupp: &str) -> bool {
        self.delar.iter().any(|(del, lage)| del.id == grupp && *lage == Lage::Inom)
    }
}

/// An item of the appropriation.
#[derive(Clone, Debug)]
pub struct Anslagspost {
    /// Its number: 2 for ap.2.
    pub nummer: u32,
    /// Its name.
    pub namn: String,
}

/// Who signs the decision.
#[derive(Clone, Debug)]
pub struct Undertecknare {
    /// Whether they decide; otherwise they have presented the matter.
    pub beslutar: bool,
    /// Name.
    pub namn: String,
    /// Role.
    pub roll: String,
}

/// An agreement year that is paid.
#[derive(Clone, Debug)]
pub struct Avtal {
    /// The year.
    pub avtalsar: i32,
    /// The government's decision to approve the agreement: number.
    pub regeringsbeslut: String,
    /// Its date.
    pub datum: NaiveDate,
    /// Its diarienummer.
    pub diarienummer: String,
    /// Whether the residual of the rounded months is placed in the last payment.
    pub residual_placeras: bool,
    /// The months in which the year is paid.
    pub betalas: RangeInclusive<Month>,
    /// Whether it is paid by a plan of its own, and not by twelfths.
    pub egen_plan: bool,
}

impl Avtal {
    /// The year's grant in a budget year, among läkemedelsförmånerna's figures.
    #[must_use]
    pub fn grant(&self, budgetar: i32) -> Everywhere<HelaKronor> {
        if self.avtalsar == budgetar {
            lakemedel::STATSBIDRAG
        } else {
            lakemedel::FOREGAENDE_STATSBIDRAG
        }
    }

    /// What the year's own plan gives for its first month of cost in a budget year, where it gives amounts and no
    /// shares, among läkemedelsförmånerna's figures.
    #[must_use]
    pub fn planned(&self, budgetar: i32) -> Maybe<Country<HelaKronor>> {
        if self.avtalsar == budgetar {
            lakemedel::MANADSPLAN_BELOPP.at(1)
        } else {
            lakemedel::FOREGAENDE_MANADSPLAN_BELOPP.at(1)
        }
    }
}

/// Money that is paid once, on requisition.
#[derive(Clone, Debug)]
pub struct Medel {
    /// The id of the deduction that is paid, among läkemedelsförmånerna's.
    pub avdrag: String,
    /// What for, where that is said with other words than the agreement's.
    pub andamal: Option<String>,
    /// Last day to ask for it.
    pub rekvireras_senast: NaiveDate,
    /// Last day to account for it.
    pub redovisas_senast: NaiveDate,
    /// The condition, if there is one besides the days.
    pub villkor: Option<String>,
}

/// To whom a region's money is paid.
#[derive(Clone, Debug)]
pub struct Betalningsmottagare {
    /// The organisation number.
    pub organisationsnummer: String,
    /// How sure that number is.
    pub status: Status,
}

/// A payment annex.
#[derive(Clone, Debug)]
pub struct Bilaga {
    /// Its number.
    pub nummer: u32,
    /// The months it pays.
    pub betalas: RangeInclusive<Month>,
    /// The months of cost, all of one agreement year.
    pub kostnad: RangeInclusive<Month>,
}

impl Bilaga {
    /// The agreement year it pays.
    #[must_use]
    pub fn avtalsar(&self) -> i32 {
        self.kostnad.start().year()
    }
}

/// What a month of the budget year pays.
#[derive(Clone, Debug)]
pub struct Betalning {
    /// The month.
    pub manad: Month,
    /// The month of cost.
    pub kostnad: Month,
    /// The number of the annex that orders it, if any does.
    pub bilaga: Option<u32>,
    /// The adjustments that are made in it.
    pub justeringar: Vec<Justering>,
    /// Whether the agreement year's residual is placed in it.
    pub residual: bool,
    /// Whether the agreement year is paid by a plan of its own, and not by twelfths.
    pub egen_plan: bool,
}

impl Betalning {
    /// The agreement year it is paid by.
    #[must_use]
    pub fn avtalsar(&self) -> i32 {
        self.kostnad.year()
    }

    /// What it pays of that year, before adjustments.
    #[must_use]
    pub fn manadsbelopp(&self) -> Everywhere<HelaKronor> {
        let promise = if self.egen_plan {
            super::PLANENS_BELOPP.at(self.kostnad)
        } else {
            super::MANADSBELOPP.at(self.avtalsar())
        };
        promise.kept().clone()
    }

    /// Whether what is paid differs from a month of the agreement year.
    #[must_use]
    pub fn justerad(&self) -> bool {
        self.residual || !self.justeringar.is_empty()
    }
}

/// An adjustment that is made.
#[derive(Clone, Debug)]
pub struct Justeringsrad {
    /// What it is for.
    pub justering: Justering,
    /// The heading of its column.
    pub rubrik: String,
    /// Why.
    pub skal: String,
    /// The month it is paid in.
    pub manad: Month,
    /// The number of the annex that orders it.
    pub bilaga: u32,
    /// The agreement year it concerns.
    pub avtalsar: i32,
    /// Whether the amounts follow from a rule; else the workbook states them.
    pub raknad: bool,
    /// How many deductions it settles: only where it is for them and the workbook states them.
    pub reglerar: Option<Reglerar>,
}

/// How many deductions an adjustment settles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Reglerar {
    /// Not the one that there is: it differs too little from its cost.
    Inget,
    /// None of several.
    Inga,
    /// One.
    Ett,
    /// Several.
    Flera,
}

/// A deduction from last year's grant that is settled.
#[derive(Clone, Debug)]
pub struct RegleratAvdrag {
    /// What its figures are named by: `ihsi`.
    pub id: String,
    /// Its short name.
    pub namn: String,
    /// What it was for, to follow after "för".
    pub andamal: String,
}

/// A payment that is meant to be zero or negative.
#[derive(Clone, Debug)]
pub struct Medgivet {
    /// To whom.
    pub region: Region,
    /// In which month.
    pub manad: Month,
    /// Why.
    pub skal: String,
}
