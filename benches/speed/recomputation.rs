//! Läkemedelsförmånerna computed again, over and over on one core: after Stockholm's population has changed,
//! and from all cells. Exact every time.

use std::hint::black_box;
use std::time::{Duration, Instant};

use statsbidrag::figure::{Evaluator, FigureId, Trace};
use statsbidrag::pipeline::Basis;
use statsbidrag::quantity::{Exact, Value};
use statsbidrag::simulation::inputs::Inputs;
use statsbidrag::simulation::{Spread, Uncertain, sample};

/// How long each thing is measured.
const DURATION: Duration = Duration::from_secs(3);

/// How many times what is uncertain is drawn.
const DRAWS: u64 = 10_000;

/// The year's amounts drawn again and again on all cores, when every population is uncertain by one percent.
pub(crate) fn draws(basis: &Basis) {
    let trace = &basis.computed.report.trace;
    let inputs = Inputs::of(trace, basis.columns.iter().cloned());
    let populations = inputs.find("lakemedel.xlsx!Befolkning!*").expect("the populations");
    assert_eq!(populations.len(), 21);
    let bounds = [Exact::from(-1), Exact::from(1)];
    let uncertain =
        Uncertain { inputs: populations, spread: Spread::Normal, bounds, percent: true };
    let start = Instant::now();
    let found = sample(trace, &[uncertain], DRAWS, 1);
    let millis = start.elapsed().as_millis();
    assert_eq!(found.failed, 0);
    println!(
        "{:<62} {:>9} {millis:>8} ms",
        format!("{DRAWS} dragningar, alla kärnor: årets belopp"),
        found.spreads.len()
    );
}

/// A row for each thing that is asked for: how many times a second it is answered.
pub(crate) fn table(trace: &Trace, year: i32) {
    println!(
        "\n{:<62} {:>9} {:>11}",
        "läkemedelsförmånerna räknade om, en kärna", "siffror", "per sekund"
    );
    let with = |hit: &dyn Fn(&str) -> bool| -> Vec<FigureId> {
        let nodes = trace.iter().filter(|(_, node)| hit(&node.name));
        nodes.map(|(id, _)| id).collect()
    };
    let population =
        trace.find(&format!("lakemedel.{year}.stockholm.befolkning")).expect("a figure");
    let grant = with(&|name| name.starts_with("lakemedel.") && name.ends_with(".statsbidrag"));
    let all = with(&|name| name.starts_with("lakemedel."));
    let Value::Integer(inhabitants) = trace.node(population).value else {
        panic!("people are whole")
    };
    let mut evaluator = Evaluator::new(trace);
    evaluator.change([(population, Value::Integer(inhabitants + 1))]);
    let is_affected: Vec<_> = evaluator.changed().filter(|id| all.contains(id)).collect();
    // Another population each time, so that nothing is known from the time before.
    let mut one_cell = |lap: i64, numbers: &[FigureId]| {
        evaluator.change([(population, Value::Integer(inhabitants + 1 + lap))]);
        respond(&mut evaluator, numbers);
    };
    row("en cell ändrad: de 21 bidragen och summan", &grant, &mut one_cell);
    row("en cell ändrad: allt som beror på den", &is_affected, &mut one_cell);
    let mut evaluator = Evaluator::new(trace);
    let mut from_cells = |_: i64, numbers: &[FigureId]| {
        evaluator.change([]);
        evaluator.forget();
        respond(&mut evaluator, numbers);
    };
    row("från cellerna: de 21 bidragen och summan", &grant, &mut from_cells);
    row("från cellerna: alla siffror", &all, &mut from_cells);
}

fn respond(evaluator: &mut Evaluator<'_>, numbers: &[FigureId]) {
    for id in numbers {
        black_box(evaluator.value(*id));
    }
}

fn row(what: &str, numbers: &[FigureId], compute_: &mut dyn FnMut(i64, &[FigureId])) {
    let (start, mut lap) = (Instant::now(), 0);
    while start.elapsed() < DURATION {
        compute_(lap, numbers);
        lap += 1;
    }
    let lap = u128::try_from(lap).expect("a count");
    let per_second = lap * 1_000_000 / start.elapsed().as_micros();
    println!("{what:<62} {:>9} {per_second:>11}", numbers.len());
}
