//! Measuring processes: how long, how much memory, and how it is told.

use std::fs;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// A process to measure: what it is, and how it is started in a given round.
pub(crate) type Contender<'a> = (String, Box<dyn Fn(usize) -> Command + 'a>);

/// Runs all in turns, so many rounds: what it is, its times and its peak memory in kB.
pub(crate) fn measured(
    contender: Vec<Contender<'_>>,
    lap: usize,
) -> Vec<(String, Vec<Duration>, u64)> {
    let mut result: Vec<_> = vec![(Vec::new(), 0); contender.len()];
    for lap in 0..lap {
        for ((what, begin), (times, memory)) in contender.iter().zip(&mut result) {
            let start = Instant::now();
            let child = begin(lap).stdout(Stdio::null()).spawn().expect("a process");
            let (highest, went) = wait(child);
            times.push(start.elapsed());
            assert!(went, "{what} failed");
            *memory = highest.max(*memory);
        }
    }
    let names = contender.into_iter().map(|(what, _)| what);
    names.zip(result).map(|(what, (times, memory))| (what, times, memory)).collect()
}

/// Waits for a process; its peak resident memory in kB (0 where the system does not tell), and whether
/// it succeeded.
pub(crate) fn wait(mut child: Child) -> (u64, bool) {
    let status = format!("/proc/{}/status", child.id());
    let mut highest = 0;
    loop {
        if let Ok(text) = fs::read_to_string(&status) {
            let row = text.lines().find_map(|row| row.strip_prefix("VmHWM:"));
            let kb = row.and_then(|row| row.trim().trim_end_matches(" kB").parse().ok());
            highest = highest.max(kb.unwrap_or(0));
        }
        if let Some(status) = child.try_wait().expect("a process") {
            return (highest, status.success());
        }
        sleep(Duration::from_millis(2));
    }
}

/// A row of the table: median, least and peak memory.
pub(crate) fn show(what: &str, mut times: Vec<Duration>, memory: Option<u64>) {
    times.sort();
    let ms = |time: Option<&Duration>| format!("{} ms", time.map_or(0, Duration::as_millis));
    let memory = memory.map_or_else(String::new, |kb| format!("{} MB", kb / 1_000));
    println!(
        "{what:<62} {:>9} {:>9} {memory:>9}",
        ms(times.get(times.len() / 2)),
        ms(times.first())
    );
}
