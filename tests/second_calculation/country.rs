//! A country as plain arrays: what a workbook says, without units, provenance or names of cells.
//! Knows neither the engine nor the second calculation; both are fed from it.

use rust_decimal::Decimal;

/// How many regions there are.
pub(crate) const COUNT: usize = 21;
/// How many groups the need model has.
pub(crate) const GROUPS: usize = 22;

/// The regions' names in figures, by länskod. Written out here, not asked of the engine.
pub(crate) const REGIONS: [&str; COUNT] = [
    "stockholm",
    "uppsala",
    "sormland",
    "ostergotland",
    "jonkoping",
    "kronoberg",
    "kalmar",
    "gotland",
    "blekinge",
    "skane",
    "halland",
    "vastra_gotaland",
    "varmland",
    "orebro",
    "vastmanland",
    "dalarna",
    "gavleborg",
    "vasternorrland",
    "jamtland",
    "vasterbotten",
    "norrbotten",
];

/// One value for each region.
pub(crate) type Regions<T> = [T; COUNT];

/// A country in a year.
#[derive(Clone, Debug)]
pub(crate) struct CountryCase {
    pub(crate) year: i32,
    pub(crate) avtal: Avtal,
    pub(crate) population: Regions<i64>,
    pub(crate) groups: Option<Groups>,
    /// The need model's outcome, kr/inv.
    pub(crate) utfall: Option<Regions<Decimal>>,
    /// Costs of solidarity drugs, kr.
    pub(crate) cost: Regions<i64>,
    pub(crate) ladder: Vec<Steg>,
    /// The cost from which a region is compensated at all, kr/inv.
    pub(crate) threshold: Option<Decimal>,
    pub(crate) before: Before,
    /// Months from cost to payment.
    pub(crate) efterslap: i64,
    /// What is paid for each month of cost, if that is no twelfth.
    pub(crate) plan: Option<Plan>,
    pub(crate) brev: Brev,
}

/// The agreement: million kronor, kronor, euro, percent.
#[derive(Clone, Debug)]
pub(crate) struct Avtal {
    pub(crate) parts: Parts,
    pub(crate) ovrigt: Vec<Decimal>,
    pub(crate) avdrag: Vec<Deduction>,
    /// How much kronor that were agreed may differ from those of the rate.
    pub(crate) tolerance: Option<i64>,
    pub(crate) rest: Remainder,
}

/// What an agreement pays for, and how it is settled.
#[derive(Clone, Debug)]
pub(crate) struct Parts {
    pub(crate) components: Vec<Component>,
    /// The state's share of rebates, million kronor; those netted of it are settled in one group, or none of them.
    pub(crate) rebates: Decimal,
    pub(crate) groups: Vec<Group>,
}

/// A component: its id in figures' names, million kronor, whether rebates are subtracted, and the id of its group.
#[derive(Clone, Debug)]
pub(crate) struct Component {
    pub(crate) id: &'static str,
    pub(crate) amount: Decimal,
    pub(crate) netted: bool,
    pub(crate) group: Option<&'static str>,
}

/// A settlement group: its id, and its limits above and below in percent.
#[derive(Clone, Debug)]
pub(crate) struct Group {
    pub(crate) id: &'static str,
    pub(crate) above: Decimal,
    pub(crate) below: Decimal,
}

impl Parts {
    /// The components that are settled in a group.
    pub(crate) fn of(&self, group: &str) -> impl Iterator<Item = &Component> {
        self.components.iter().filter(move |component| component.group == Some(group))
    }

    /// Whether rebates are subtracted in a group.
    pub(crate) fn nets(&self, group: &str) -> bool {
        self.of(group).any(|component| component.netted)
    }
}

/// What is deducted before payment: kronor that were agreed, an amount with its rate, or both.
#[derive(Clone, Debug)]
pub(crate) struct Deduction {
    pub(crate) id: &'static str,
    pub(crate) kronor: Option<i64>,
    pub(crate) currency: Option<(Decimal, Decimal)>,
}

/// Who takes the kronor that rounding leaves over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Remainder {
    Nobody,
    Hamilton,
    Largest,
    Region(usize),
}

/// The need model's groups.
#[derive(Clone, Debug)]
pub(crate) struct Groups {
    pub(crate) count: Regions<[i64; GROUPS]>,
    pub(crate) prislapp: [Decimal; GROUPS],
}

/// A step: from which kr/inv (the mean, if none is given), and how many percent.
#[derive(Clone, Debug)]
pub(crate) struct Steg {
    pub(crate) from: Option<Decimal>,
    pub(crate) percent: Decimal,
}

/// The year before.
#[derive(Clone, Debug)]
pub(crate) struct Before {
    pub(crate) population: Regions<i64>,
    pub(crate) behov: Regions<Decimal>,
    pub(crate) netto: Regions<Decimal>,
    pub(crate) grant: Regions<i64>,
    pub(crate) cost: i64,
    pub(crate) finansiering: Decimal,
    pub(crate) ladder: Vec<Steg>,
    pub(crate) threshold: Option<Decimal>,
    pub(crate) plan: Option<Plan>,
    pub(crate) parts: Parts,
}

/// What is paid for each month of cost: percent of the year, or kronor to all regions.
#[derive(Clone, Debug)]
pub(crate) enum Plan {
    Shares([Decimal; 12]),
    Amounts([i64; 12]),
}

/// The decision: what is paid when.
#[derive(Clone, Debug)]
pub(crate) struct Brev {
    /// Whether a Saturday can be a day of payment.
    pub(crate) saturday: bool,
    /// The items of the appropriation, thousand kronor.
    pub(crate) anslag: Vec<i64>,
    /// First and last month of each annex, in order, each within one agreement year.
    pub(crate) bilagor: Vec<(u32, u32)>,
    /// Whether the residual is placed: last year's, and this year's.
    pub(crate) is_placed: [bool; 2],
    /// The adjustments that are made, by the ids in figures' names, and in which month.
    pub(crate) justeringar: Vec<(&'static str, u32)>,
    pub(crate) amount: Belopp,
    /// Region and month of payments that are meant to be zero or negative.
    pub(crate) medgivna: Vec<(usize, u32)>,
}

/// What the adjustments are, or are computed from: kronor, percent.
#[derive(Clone, Debug, Default)]
pub(crate) struct Belopp {
    pub(crate) statens_andel: Option<Regions<i64>>,
    pub(crate) settled: Option<Regions<i64>>,
    /// Profit or loss, by the id of the group.
    pub(crate) profit: Vec<(&'static str, Regions<i64>)>,
    pub(crate) other: Option<Regions<i64>>,
    pub(crate) difference: Option<Regions<Decimal>>,
    pub(crate) slutlig: Option<Regions<Decimal>>,
    pub(crate) prognos: Option<Regions<Decimal>>,
    pub(crate) share: Option<Decimal>,
    pub(crate) fees: Option<Fees>,
}

/// Deductions that are settled: the id of each, what was deducted, what it cost and its limit, kr; never a region
/// that takes the residual.
#[derive(Clone, Debug)]
pub(crate) struct Fees {
    pub(crate) each: Vec<(&'static str, i64, i64, i64)>,
    pub(crate) rest: Remainder,
}
