//! What leads up to the results of the functions that share out a pot, in cells: as formulas, and as the values that
//! are kept in the cells for whoever does not compute. How the pot is shared out within limits is found otherwise than
//! by the rounds of `docs/spar.md`: by what a unit of weight must be worth. The result is the same, since a part is its
//! weight times that, or the limit it would pass.

use super::functions::{Applied, Help, needed};
use super::plan::Content;
use crate::figure::{CallId, Op, Trace, value};
use crate::quantity::Exact;

/// How far a spreadsheet's numbers may miss a limit they should be at.
const NEAR: &str = "0.000001";

/// The formula of a result.
pub(super) fn result(applied: &Applied<'_, '_>, place: usize) -> String {
    let pot = || applied.one(1).unwrap_or_default();
    match applied.call.function.name {
        "största_rest" => {
            let (pot, count) = (pot(), applied.count());
            let turned = turned(&pot);
            let left = format!("ROUND({turned}*{pot}-SUM({}),0)", applied.all(Help::Down));
            let [down, turn] = [Help::Down, Help::Turn].map(|help| applied.cell(help, place));
            format!(
                "{turned}*({down}+IF({left}>=0,INT(({left}-{turn}+{count})/{count}),-INT((-{left}-({count}+1-{turn})+{count})/{count})))"
            )
        }
        "rest_till_störst" => {
            let (pot, parts) = (pot(), applied.all(Help::Part));
            let largest =
                format!("MATCH(IF({pot}<0,MIN({parts}),MAX({parts})),{parts},0)={}", place + 1);
            with_the_rest(applied, place, &largest, &pot)
        }
        "rest_till" => {
            let who = applied.one(2).unwrap_or_default();
            with_the_rest(applied, place, &format!("{who}={place}"), &pot())
        }
        // Within limits.
        _ => within(
            applied,
            &format!("{}*{}", applied.cell(Help::Weight, place), applied.whole(Help::Worth)),
        ),
    }
}

/// A part, rounded, and the rest if it is the part's.
fn with_the_rest(applied: &Applied<'_, '_>, place: usize, when: &str, pot: &str) -> String {
    let own = applied.cell(Help::Rounded, place);
    format!("{own}+IF({when},ROUND({pot}-SUM({}),0),0)", applied.all(Help::Rounded))
}

/// One, or minus one for a pot below zero.
fn turned(pot: &str) -> String {
    format!("IF({pot}<0,-1,1)")
}

/// Not less than the floor and not more than the ceiling, as far as there are any.
fn within(applied: &Applied<'_, '_>, share: &str) -> String {
    let floored = match applied.one(2) {
        Some(floor) => format!("MAX({share},{floor})"),
        None => share.to_owned(),
    };
    match applied.one(3) {
        Some(ceiling) => format!("MIN({floored},{ceiling})"),
        None => floored,
    }
}

/// All parts together where a unit of weight is worth so much: without MIN and MAX, which give one number of many.
fn sum_at(applied: &Applied<'_, '_>, worth: &str) -> String {
    let weights = applied.all(Help::Weight);
    let share = format!("({weights}*{worth})");
    let mut inside = share.clone();
    let mut outside = String::new();
    if let Some(floor) = applied.one(2) {
        inside = format!("{inside}*({share}>={floor})");
        outside = format!("{outside}+{floor}*({share}<{floor})");
    }
    if let Some(ceiling) = applied.one(3) {
        inside = format!("{inside}*({share}<={ceiling})");
        outside = format!("{outside}+{ceiling}*({share}>{ceiling})");
    }
    format!("SUMPRODUCT({inside}{outside})")
}

/// The formula of what helps, for one part or for all.
pub(super) fn formula(applied: &Applied<'_, '_>, help: Help, place: usize) -> String {
    let pot = || applied.one(1).unwrap_or_default();
    let own = |help| applied.cell(help, place);
    let point = |limit: Option<String>| {
        let weight = own(Help::Weight);
        format!("IF({weight}>0,{}/{weight},0)", limit.unwrap_or_default())
    };
    match help {
        Help::Part | Help::Weight => {
            applied.list(0).get(place).map(|op| applied.writer.write(op).0).unwrap_or_default()
        }
        Help::Rounded => format!("ROUND(ROUND({},4),0)", own(Help::Part)),
        Help::Down => format!("INT(ROUND({}*{},4))", turned(&pot()), own(Help::Part)),
        Help::Rest => {
            format!("ROUND({}*{}-{},6)", turned(&pot()), own(Help::Part), own(Help::Down))
        }
        Help::Turn => {
            let (all, own) = (applied.all(Help::Rest), own(Help::Rest));
            let so_far =
                applied.writer.between(applied.at(Help::Rest, 0), applied.at(Help::Rest, place));
            format!("SUMPRODUCT(({all}>{own})*1)+SUMPRODUCT(({so_far}={own})*1)")
        }
        Help::FloorPoint => point(applied.one(2)),
        Help::CeilingPoint => point(applied.one(3)),
        Help::FloorSum => sum_at(applied, &own(Help::FloorPoint)),
        Help::CeilingSum => sum_at(applied, &own(Help::CeilingPoint)),
        Help::Start => {
            let pot = pot();
            let highest = |point, sum| {
                let [points, sums] = [applied.all(point), applied.all(sum)];
                format!(",SUMPRODUCT(MAX(({sums}<={pot}+{NEAR})*{points}))")
            };
            let floor = applied.one(2).map(|_| highest(Help::FloorPoint, Help::FloorSum));
            let ceiling = applied.one(3).map(|_| highest(Help::CeilingPoint, Help::CeilingSum));
            format!("MAX(0{}{})", floor.unwrap_or_default(), ceiling.unwrap_or_default())
        }
        Help::StartSum => sum_at(applied, &applied.whole(Help::Start)),
        Help::Worth => {
            let (weights, start) = (applied.all(Help::Weight), applied.whole(Help::Start));
            let share = format!("({weights}*{start})");
            let floor = applied.one(2).map(|floor| format!("*({share}>={floor}-{NEAR})"));
            let ceiling = applied.one(3).map(|ceiling| format!("*({share}<{ceiling}-{NEAR})"));
            let limits = format!("{}{}", floor.unwrap_or_default(), ceiling.unwrap_or_default());
            let growing = format!("SUMPRODUCT({weights}{limits})");
            let left = format!("({}-{})", pot(), applied.whole(Help::StartSum));
            format!("{start}+IF({growing}>0,{left}/{growing},0)")
        }
    }
}

/// What helps a call, exactly: for each part, or once for all.
///
/// # Panics
/// If the call has no results: a bug, since it was applied.
pub(super) fn values(trace: &Trace, id: CallId) -> Vec<(Content, Exact)> {
    let call = trace.applied(id);
    let number = |op: &Op| value(op, trace).and_then(|value| value.exact());
    let list = |place: usize| call.arguments.get(place).map_or(&[][..], Vec::as_slice);
    let one = |place: usize| list(place).first().and_then(number);
    let first: Option<Vec<_>> = list(0).iter().map(number).collect();
    let (Some(first), Some(pot)) = (first, one(1)) else { panic!("{id:?} was not applied") };
    let limited = call.function.name == "inom_gränser";
    let limit = |place: usize| if limited { one(place) } else { None };
    let numbers = Numbers { first, pot, floor: limit(2), ceiling: limit(3) };
    let mut all = Vec::new();
    for help in needed(call) {
        if help.kind().of_all {
            all.push((Content::Whole(id, *help), numbers.of_all(*help)));
        } else {
            let each = numbers.of_each(*help).into_iter().enumerate();
            all.extend(each.map(|(place, number)| (Content::Part(id, *help, place), number)));
        }
    }
    all
}

/// The numbers a call is about, exactly.
struct Numbers {
    first: Vec<Exact>,
    pot: Exact,
    floor: Option<Exact>,
    ceiling: Option<Exact>,
}

impl Numbers {
    /// The parts, of a pot below zero their opposites.
    fn turned(&self) -> Vec<Exact> {
        let turn = |part: &Exact| if self.pot.is_negative() { -part.clone() } else { part.clone() };
        self.first.iter().map(turn).collect()
    }

    fn of_each(&self, help: Help) -> Vec<Exact> {
        let points = |limit: &Option<Exact>| {
            let limit = limit.clone().unwrap_or_else(Exact::zero);
            let point = |weight: &Exact| {
                if weight.is_zero() { Exact::zero() } else { limit.clone() / weight.clone() }
            };
            self.first.iter().map(point).collect::<Vec<_>>()
        };
        let sums = |points: Vec<Exact>| points.iter().map(|point| self.sum_at(point)).collect();
        let rests = || self.turned().iter().map(|part| part - &part.floor()).collect::<Vec<_>>();
        match help {
            Help::Rounded => self.first.iter().map(Exact::nearest).collect(),
            Help::Down => self.turned().iter().map(Exact::floor).collect(),
            Help::Rest => rests(),
            Help::Turn => turns(&rests()),
            Help::FloorPoint => points(&self.floor),
            Help::CeilingPoint => points(&self.ceiling),
            Help::FloorSum => sums(points(&self.floor)),
            Help::CeilingSum => sums(points(&self.ceiling)),
            _ => self.first.clone(),
        }
    }

    fn of_all(&self, help: Help) -> Exact {
        let start = self.start();
        match help {
            Help::Start => start,
            Help::StartSum => self.sum_at(&start),
            _ => self.worth(start),
        }
    }

    fn share(&self, weight: &Exact, worth: &Exact) -> Exact {
        let share = weight * worth;
        let floored = self.floor.clone().map_or(share.clone(), |floor| share.max(floor));
        self.ceiling.clone().map_or(floored.clone(), |ceiling| floored.min(ceiling))
    }

    fn sum_at(&self, worth: &Exact) -> Exact {
        self.first.iter().map(|weight| self.share(weight, worth)).sum()
    }

    fn start(&self) -> Exact {
        let limits = [&self.floor, &self.ceiling].into_iter().flatten();
        let weights = || self.first.iter().filter(|weight| !weight.is_zero());
        let points =
            limits.flat_map(|limit| weights().map(|weight| limit.clone() / weight.clone()));
        let fits = |point: &Exact| self.sum_at(point) <= self.pot;
        points.filter(fits).fold(Exact::zero(), Exact::max)
    }

    fn worth(&self, start: Exact) -> Exact {
        let grows = |weight: &&Exact| {
            let share = *weight * &start;
            self.floor.as_ref().is_none_or(|floor| share >= *floor)
                && self.ceiling.as_ref().is_none_or(|ceiling| share < *ceiling)
        };
        let growing: Exact = self.first.iter().filter(grows).cloned().sum();
        if growing.is_zero() {
            return start;
        }
        let left = &self.pot - &self.sum_at(&start);
        start + left / growing
    }
}

/// In which turn each gets a krona: the greatest rest first, of equals the first.
fn turns(rests: &[Exact]) -> Vec<Exact> {
    let mut order: Vec<_> = rests.iter().enumerate().collect();
    order.sort_by(|(_, one), (_, other)| other.cmp(one));
    let mut turns = vec![Exact::zero(); rests.len()];
    for (turn, (place, _)) in (1..).zip(order) {
        if let Some(slot) = turns.get_mut(place) {
            *slot = Exact::from(turn);
        }
    }
    turns
}
