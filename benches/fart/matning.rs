//! Measuring processes: how long, how much memory, and how it is told.

use std::fs;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// A process to measure: what it is, and how it is started in a given round.
pub(crate) type Tavlande<'a> = (String, Box<dyn Fn(usize) -> Command + 'a>);

/// Runs all in turns, so many rounds: what it is, its times and its peak memory in kB.
pub(crate) fn matt(tavlande: Vec<Tavlande<'_>>, varv: usize) -> Vec<(String, Vec<Duration>, u64)> {
    let mut resultat: Vec<_> = vec![(Vec::new(), 0); tavlande.len()];
    for varv in 0..varv {
        for ((vad, starta), (tider, minne)) in tavlande.iter().zip(&mut resultat) {
            let start = Instant::now();
            let barn = starta(varv).stdout(Stdio::null()).spawn().expect("a process");
            let (hogst, gick) = vanta(barn);
            tider.push(start.elapsed());
            assert!(gick, "{vad} failed");
            *minne = hogst.max(*minne);
        }
    }
    let namnen = tavlande.into_iter().map(|(vad, _)| vad);
    namnen.zip(resultat).map(|(vad, (tider, minne))| (vad, tider, minne)).collect()
}

/// Waits for a process; its peak resident memory in kB (0 where the system does not tell), and whether
/// it succeeded.
pub(crate) fn vanta(mut barn: Child) -> (u64, bool) {
    let status = format!("/proc/{}/status", barn.id());
    let mut hogst = 0;
    loop {
        if let Ok(text) = fs::read_to_string(&status) {
            let rad = text.lines().find_map(|rad| rad.strip_prefix("VmHWM:"));
            let kb = rad.and_then(|rad| rad.trim().trim_end_matches(" kB").parse().ok());
            hogst = hogst.max(kb.unwrap_or(0));
        }
        if let Some(status) = barn.try_wait().expect("a process") {
            return (hogst, status.success());
        }
        sleep(Duration::from_millis(2));
    }
}

/// A row of the table: median, least and peak memory.
pub(crate) fn visa(vad: &str, mut tider: Vec<Duration>, minne: Option<u64>) {
    tider.sort();
    let ms = |tid: Option<&Duration>| format!("{} ms", tid.map_or(0, Duration::as_millis));
    let minne = minne.map_or_else(String::new, |kb| format!("{} MB", kb / 1_000));
    println!("{vad:<62} {:>9} {:>9} {minne:>9}", ms(tider.get(tider.len() / 2)), ms(tider.first()));
}
