//! The folder a run reads: the year's workbooks. Knows names of files, not what is in them.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::arkiv;
use crate::grants::{GRANTS, Grant};
use crate::problem::{Code, Location, Problem, Problems};

/// A grant's workbook: its name and bytes.
pub(super) type Arbetsbok = (&'static Grant, String, Vec<u8>);

/// The workbooks of some grants in a folder, each of which must be there; beside them may lie other
/// grants' workbooks, and nothing else.
pub(super) fn arbetsbocker(
    mapp: &Path,
    bidrag: &BTreeSet<&str>,
    problems: &mut Problems,
) -> Vec<Arbetsbok> {
    let visad = mapp.display().to_string();
    let poster = fs::read_dir(mapp).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    let poster = match poster {
        Ok(poster) => poster,
        Err(error) => {
            let text = format!("mappen går inte att läsa: {}", orsak(&error));
            problems.add(
                Problem::new(Code::F01, Location::file(visad), text)
                    .expected("en mapp med årets arbetsböcker, till exempel inputs/2024"),
            );
            return Vec::new();
        }
    };
    let mut namn: Vec<_> =
        poster.iter().map(|post| post.file_name().to_string_lossy().into_owned()).collect();
    namn.sort();
    okanda(&namn, problems);
    let mut bocker = Vec::new();
    for grant in GRANTS.iter().filter(|grant| bidrag.contains(grant.id)) {
        let fil = grant.arbetsbok.fil;
        if !namn.iter().any(|namn| namn == fil) {
            let liknande = namn.iter().find(|namn| liknar(namn, fil));
            let help = liknande.map(|liknande| format!("heter ”{liknande}” fel?"));
            problems.add(Problem {
                help,
                ..Problem::new(Code::F02, Location::file(&visad), format!("{fil} saknas"))
                    .expected(format!("arbetsboken för {}", grant.namn))
            });
            continue;
        }
        match fs::read(mapp.join(fil)) {
            Ok(bytes) => bocker.push((*grant, fil.to_owned(), bytes)),
            Err(error) => problems.add(
                Problem::new(
                    Code::F01,
                    Location::file(fil),
                    format!("filen går inte att läsa: {}", orsak(&error)),
                )
                .help("stäng den i andra program och kontrollera behörigheten"),
            ),
        }
    }
    bocker
}

/// The workbooks of some grants, as someone has them by name.
pub(super) fn known(
    bidrag: &BTreeSet<&str>,
    bytes: impl Fn(&str) -> Option<Vec<u8>>,
) -> Vec<Arbetsbok> {
    let grants = GRANTS.iter().filter(|grant| bidrag.contains(grant.id));
    let book = |grant: &&'static Grant| {
        let fil = grant.arbetsbok.fil;
        bytes(fil).map(|bytes| (*grant, fil.to_owned(), bytes))
    };
    grants.filter_map(book).collect()
}

/// The archived files of earlier years, by name with their folder, if there are any.
pub(super) fn arkiv(mapp: &Path, problems: &mut Problems) -> Vec<(String, Vec<u8>)> {
    let mapp = mapp.join(arkiv::MAPP);
    if !mapp.is_dir() {
        return Vec::new();
    }
    let poster = fs::read_dir(&mapp).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    let lasta = poster.and_then(|poster| {
        let mut namn: Vec<_> =
            poster.iter().map(|post| post.file_name().to_string_lossy().into_owned()).collect();
        namn.retain(|namn| !systemets(namn));
        namn.sort();
        let las =
            |namn: String| Ok((format!("{}/{namn}", arkiv::MAPP), fs::read(mapp.join(namn))?));
        namn.into_iter().map(las).collect::<std::io::Result<Vec<_>>>()
    });
    lasta.unwrap_or_else(|error| {
        let text = format!("mappen går inte att läsa: {}", orsak(&error));
        problems.add(
            Problem::new(Code::F01, Location::file(arkiv::MAPP), text)
                .expected("en mapp med bara JSON-filer från tidigare år"),
        );
        Vec::new()
    })
}

/// Lock files of an open Excel or LibreOffice, and the files a system hides in every folder: no one's
/// data.
pub(super) fn systemets(namn: &str) -> bool {
    namn.starts_with("~$")
        || namn.starts_with(".~lock.")
        || matches!(namn, ".DS_Store" | "Thumbs.db" | "desktop.ini")
}

/// Files nobody reads: a copy beside the original must not be taken for it.
fn okanda(namn: &[String], problems: &mut Problems) {
    let kand =
        |namn: &str| namn == arkiv::MAPP || GRANTS.iter().any(|grant| grant.arbetsbok.fil == namn);
    for namn in namn.iter().filter(|namn| !systemets(namn) && !kand(namn)) {
        let kanda: Vec<_> = GRANTS.iter().map(|grant| grant.arbetsbok.fil).collect();
        problems.add(
            Problem::new(Code::F03, Location::file(namn), "programmet känner inte till filen")
                .expected(kanda.join(", "))
                .help("flytta filen till en annan mapp, eller ge den sitt rätta namn"),
        );
    }
}

/// Whether a file's name looks like another's, but for a copy's suffix, case or a slip.
fn liknar(namn: &str, fil: &str) -> bool {
    let stam = |namn: &str| {
        let utan = namn.to_lowercase();
        let utan = utan.split(" (").next().unwrap_or_default();
        utan.trim_end_matches(".xlsx").to_owned()
    };
    strsim::osa_distance(&stam(namn), &stam(fil)) <= 2
}

/// Why the system refused, in Swedish where it is something usual.
pub(super) fn orsak(error: &std::io::Error) -> String {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::NotFound => "den finns inte".to_owned(),
        ErrorKind::PermissionDenied => {
            "behörighet saknas, eller så är den öppen i ett annat program".to_owned()
        }
        ErrorKind::NotADirectory => "det är inte en mapp".to_owned(),
        ErrorKind::StorageFull => "disken är full".to_owned(),
        ErrorKind::ReadOnlyFilesystem => "den ligger på en skrivskyddad disk".to_owned(),
        _ => error.to_string(),
    }
}
