//! The named functions in cells: as a formula where a spreadsheet has one, and otherwise with rows that lead up to it
//! ([`super::help`]). A function is known by the name that `docs/spar.md` defines it by.

use std::fmt::Write;

use super::formula::Writer;
use super::plan::{CellAt, Content};
use crate::figure::{Call, CallId, Op};
use crate::quantity::Unit;

/// The sheet of the days that are holidays.
pub(super) const HOLIDAYS: &str = "Helgdagar";

/// What a function needs on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Help {
    /// The part, before it is made whole.
    Part,
    /// The part, made whole by rounding it.
    Rounded,
    /// The part, made whole downwards; of a pot below zero of its opposite.
    Down,
    /// What the part lost.
    Rest,
    /// In which turn the part gets a krona.
    Turn,
    /// The weight.
    Weight,
    /// What a unit of weight must be worth for the part to come to the floor.
    FloorPoint,
    /// What all parts come to then.
    FloorSum,
    /// What a unit of weight must be worth for the part to come to the ceiling.
    CeilingPoint,
    /// What all parts come to then.
    CeilingSum,
    /// The greatest such point where the parts are not more than the pot.
    Start,
    /// What all parts come to there.
    StartSum,
    /// What a unit of weight is worth.
    Worth,
}

/// How a row that helps is shown.
pub(super) struct Kind {
    pub(super) label: &'static str,
    pub(super) says: &'static str,
    /// The unit, where it is not that of the results before they are rounded.
    pub(super) unit: Option<Unit>,
    /// Whether it is one number for all.
    pub(super) of_all: bool,
}

impl Help {
    pub(super) fn kind(self) -> Kind {
        let (label, says, unit, of_all) = match self {
            Self::Part => (
                "delen före avrundning",
                "Delen av potten, innan den blir hela kronor.",
                None,
                false,
            ),
            Self::Rounded => (
                "delen avrundad",
                "Delen avrundad till närmaste hela krona.",
                Some(Unit::HelaKronor),
                false,
            ),
            Self::Down => (
                "delen nedåt",
                "Delen avrundad nedåt till hela kronor; är potten under noll delen med omvänt tecken.",
                Some(Unit::HelaKronor),
                false,
            ),
            Self::Rest => ("rest", "Det som delen förlorade på avrundningen nedåt.", None, false),
            Self::Turn => (
                "tur",
                "I vilken ordning de kronor som är kvar delas ut: störst rest först, vid lika i kolumnernas ordning.",
                Some(Unit::Antal),
                false,
            ),
            Self::Weight => ("vikt", "Det som potten fördelas efter.", Some(Unit::Vikt), false),
            Self::FloorPoint => (
                "gräns för minsta belopp",
                "Så mycket måste en viktenhet ge för att delen ska bli det minsta beloppet.",
                Some(Unit::Vikt),
                false,
            ),
            Self::CeilingPoint => (
                "gräns för största belopp",
                "Så mycket måste en viktenhet ge för att delen ska bli det största beloppet.",
                Some(Unit::Vikt),
                false,
            ),
            Self::FloorSum | Self::CeilingSum => (
                "delarna vid den gränsen",
                "Alla delar tillsammans, om en viktenhet ger så mycket.",
                None,
                false,
            ),
            Self::Start => (
                "närmaste gräns under",
                "Den största av gränserna ovan där delarna inte är mer än potten.",
                Some(Unit::Vikt),
                true,
            ),
            Self::StartSum => {
                ("delarna där", "Alla delar tillsammans vid den gränsen.", None, true)
            }
            Self::Worth => (
                "vad en viktenhet ger",
                "Så mycket ger en viktenhet när delarna tillsammans är potten.",
                Some(Unit::Vikt),
                true,
            ),
        };
        Kind { label, says, unit, of_all }
    }
}

/// What a function that was applied needs on the way, in order.
pub(super) fn needed(call: &Call) -> &'static [Help] {
    let is_given = |place: usize| call.arguments.get(place).is_some_and(|list| !list.is_empty());
    match call.function.name {
        "största_rest" => &[Help::Part, Help::Down, Help::Rest, Help::Turn],
        "rest_till_störst" | "rest_till" => &[Help::Part, Help::Rounded],
        "inom_gränser" => match (is_given(2), is_given(3)) {
            (true, true) => &[
                Help::Weight,
                Help::FloorPoint,
                Help::FloorSum,
                Help::CeilingPoint,
                Help::CeilingSum,
                Help::Start,
                Help::StartSum,
                Help::Worth,
            ],
            (true, false) => &[
                Help::Weight,
                Help::FloorPoint,
                Help::FloorSum,
                Help::Start,
                Help::StartSum,
                Help::Worth,
            ],
            (false, true) => &[
                Help::Weight,
                Help::CeilingPoint,
                Help::CeilingSum,
                Help::Start,
                Help::StartSum,
                Help::Worth,
            ],
            (false, false) => &[Help::Weight, Help::Start, Help::StartSum, Help::Worth],
        },
        _ => &[],
    }
}

/// A call as formulas are written of it.
pub(super) struct Applied<'w, 'p> {
    pub(super) writer: &'w Writer<'p>,
    pub(super) id: CallId,
    pub(super) call: &'p Call,
}

impl<'w, 'p> Applied<'w, 'p> {
    pub(super) fn new(writer: &'w Writer<'p>, id: CallId) -> Self {
        Self { writer, id, call: writer.plan.trace.applied(id) }
    }

    /// An argument.
    pub(super) fn list(&self, place: usize) -> &'p [Op] {
        self.call.arguments.get(place).map_or(&[], Vec::as_slice)
    }

    /// An argument that is one number, in parentheses; none if it is not given.
    pub(super) fn one(&self, place: usize) -> Option<String> {
        let [one] = self.list(place) else { return None };
        let text = self.writer.write(one).0;
        let is_plain = text.chars().all(|sign| sign.is_ascii_alphanumeric());
        Some(if is_plain { text } else { format!("({text})") })
    }

    /// How many parts there are.
    pub(super) fn count(&self) -> usize {
        self.list(0).len()
    }

    /// Where a part's help stands.
    pub(super) fn at(&self, help: Help, place: usize) -> CellAt {
        self.writer.plan.at(Content::Part(self.id, help, place))
    }

    /// The cell of a part's help.
    pub(super) fn cell(&self, help: Help, place: usize) -> String {
        self.writer.reference(self.at(help, place))
    }

    /// The cell of what helps all.
    pub(super) fn whole(&self, help: Help) -> String {
        self.writer.reference(self.writer.plan.at(Content::Whole(self.id, help)))
    }

    /// The cells of all parts' help.
    pub(super) fn all(&self, help: Help) -> String {
        let last = self.count().saturating_sub(1);
        self.writer.between(self.at(help, 0), self.at(help, last))
    }
}

/// The formula of a result of a function.
///
/// # Panics
/// If nobody has said how the function is computed in cells: a bug.
pub(super) fn formula(writer: &Writer<'_>, id: CallId, place: usize) -> String {
    let applied = Applied::new(writer, id);
    match applied.call.function.name {
        "trappsteg" => step(&applied, place),
        "plats" => rank(&applied, place),
        "median" => format!("MEDIAN({})", writer.list(applied.list(0))),
        "antal" => applied.count().to_string(),
        "första_bankdag" => {
            format!("WORKDAY({},1,{HOLIDAYS}!$A$6:$A$65)", before_the_month(&applied))
        }
        "första_vardag" => {
            format!(
                "WORKDAY.INTL({},1,\"0000001\",{HOLIDAYS}!$A$6:$A$65)",
                before_the_month(&applied)
            )
        }
        "största_rest" | "rest_till_störst" | "rest_till" | "inom_gränser" => {
            super::help::result(&applied, place)
        }
        name => panic!("nobody has said how {name} is computed in cells"),
    }
}

/// What lies on a step of a ladder.
fn step(applied: &Applied<'_, '_>, place: usize) -> String {
    let start = |place: usize| {
        let start = applied.list(1).get(place)?;
        Some(format!("({})", applied.writer.write(start).0))
    };
    let cost = applied.one(0).unwrap_or_default();
    let from = start(place).unwrap_or_default();
    match start(place + 1) {
        Some(next) => format!("MAX(MIN({cost},{next})-{from},0)"),
        None => format!("MAX({cost}-{from},0)"),
    }
}

/// One more than how many are greater.
fn rank(applied: &Applied<'_, '_>, place: usize) -> String {
    let writer = applied.writer;
    let own = applied.list(0).get(place).map(|one| writer.write(one).0).unwrap_or_default();
    if let Some(range) = writer.range(applied.list(0)) {
        return format!("1+SUMPRODUCT((ROUND({range},9)>ROUND({own},9))*1)");
    }
    let mut text = "1".to_owned();
    for one in applied.list(0) {
        let _ = write!(text, "+(ROUND({},9)>ROUND({own},9))", writer.write(one).0);
    }
    text
}

/// The day before a month's first.
fn before_the_month(applied: &Applied<'_, '_>) -> String {
    let [year, month] = [0, 1].map(|place| applied.one(place).unwrap_or_default());
    format!("DATE({year},{month},1)-1")
}
