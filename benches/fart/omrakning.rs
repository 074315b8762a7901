//! Läkemedelsförmånerna computed again, over and over on one core: after Stockholm's population has changed,
//! and from all cells. Exact every time.

use std::hint::black_box;
use std::time::{Duration, Instant};

use statsbidrag::figure::{Evaluator, FigureId, Trace};
use statsbidrag::quantity::Value;

/// How long each thing is measured.
const TID: Duration = Duration::from_secs(3);

/// A row for each thing that is asked for: how many times a second it is answered.
pub(crate) fn tabell(trace: &Trace, ar: i32) {
    println!(
        "\n{:<62} {:>9} {:>11}",
        "läkemedelsförmånerna räknade om, en kärna", "siffror", "per sekund"
    );
    let med = |hit: &dyn Fn(&str) -> bool| -> Vec<FigureId> {
        let noder = trace.iter().filter(|(_, node)| hit(&node.name));
        noder.map(|(id, _)| id).collect()
    };
    let folk = trace.find(&format!("lakemedel.{ar}.stockholm.befolkning")).expect("a figure");
    let bidrag = med(&|namn| namn.starts_with("lakemedel.") && namn.ends_with(".statsbidrag"));
    let alla = med(&|namn| namn.starts_with("lakemedel."));
    let Value::Heltal(invanare) = trace.node(folk).value else { panic!("people are whole") };
    let mut evaluator = Evaluator::new(trace);
    evaluator.change([(folk, Value::Heltal(invanare + 1))]);
    let berors: Vec<_> = evaluator.changed().filter(|id| alla.contains(id)).collect();
    // Another population each time, so that nothing is known from the time before.
    let mut en_cell = |varv: i64, siffror: &[FigureId]| {
        evaluator.change([(folk, Value::Heltal(invanare + 1 + varv))]);
        svara(&mut evaluator, siffror);
    };
    rad("en cell ändrad: de 21 bidragen och summan", &bidrag, &mut en_cell);
    rad("en cell ändrad: allt som beror på den", &berors, &mut en_cell);
    let mut evaluator = Evaluator::new(trace);
    let mut fran_celler = |_: i64, siffror: &[FigureId]| {
        evaluator.change([]);
        evaluator.forget();
        svara(&mut evaluator, siffror);
    };
    rad("från cellerna: de 21 bidragen och summan", &bidrag, &mut fran_celler);
    rad("från cellerna: alla siffror", &alla, &mut fran_celler);
}

fn svara(evaluator: &mut Evaluator<'_>, siffror: &[FigureId]) {
    for id in siffror {
        black_box(evaluator.value(*id));
    }
}

fn rad(vad: &str, siffror: &[FigureId], rakna: &mut dyn FnMut(i64, &[FigureId])) {
    let (start, mut varv) = (Instant::now(), 0);
    while start.elapsed() < TID {
        rakna(varv, siffror);
        varv += 1;
    }
    let varv = u128::try_from(varv).expect("a count");
    let per_sekund = varv * 1_000_000 / start.elapsed().as_micros();
    println!("{vad:<62} {:>9} {per_sekund:>11}", siffror.len());
}
