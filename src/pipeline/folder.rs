//! The folder a run reads: the year's workbooks. Knows names of files, not what is in them.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::absent::is_missing;
use super::selection::Selection;
use crate::archive;
use crate::grants::{GRANTS, Grant};
use crate::output::{Files, of_the_system};
use crate::problem::messages::{folder as say, words};
use crate::problem::{Code, Location, Message, Problem, Problems};

/// A grant's workbook: its name and bytes.
pub(super) type WorkbookSchema = (&'static Grant, String, Vec<u8>);

/// The workbooks in a folder that a choice reads; those it needs must be there. Beside them may lie other grants'
/// workbooks, and nothing else. None if the folder cannot be read.
pub(super) fn workbooks(
    folder: &Path,
    chosen: &Selection,
    problems: &mut Problems,
) -> Option<Vec<WorkbookSchema>> {
    let place = folder.display().to_string();
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    let entries = match entries {
        Ok(entries) => entries,
        Err(error) => {
            let text = say::folder_unreadable(&cause(&error));
            problems
                .add(Problem::new(Code::F01, Location::file(place), text).expected(say::a_year()));
            return None;
        }
    };
    let mut name: Vec<_> =
        entries.iter().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    name.sort();
    if let Some(year) = name.iter().find(|name| is_year(name) && folder.join(name).is_dir())
        && !GRANTS
            .iter()
            .any(|grant| name.iter().any(|one| grant.workbook_file.name_in(one).is_some()))
    {
        let help = say::name_a_year(&folder.join(year).display());
        let problem = Problem::new(Code::F02, Location::file(place), say::folder_of_years());
        problems.add(problem.expected(say::a_year()).help(help));
        return None;
    }
    unknown(&name, problems);
    let mut books = Vec::new();
    let (read, needed) = (chosen.grants(), chosen.needed());
    for grant in GRANTS.iter().filter(|grant| read.contains(grant.id)) {
        let own = name.iter().filter(|name| grant.workbook_file.name_in(name).is_some());
        let own: Vec<_> = own.collect();
        if own.is_empty() {
            if needed.contains(grant.id) {
                let file = grant.workbook_file.file;
                let similar = name.iter().find(|name| resembles(name, file));
                let help = similar.map(|similar| say::misnamed(&words::quoted(similar)));
                problems.add(Problem { help, ..is_missing(&place, grant) });
            }
            continue;
        }
        let chosen = own.into_iter().filter(|file| {
            grant.workbook_file.name_in(file).is_none_or(|name| chosen.reads(grant, name))
        });
        books.extend(chosen.filter_map(|file| read_one(folder, grant, file, problems)));
    }
    Some(books)
}

/// The files of a folder that a choice reads, as they lie: workbooks, and archived files of earlier years. What cannot be
/// read is left out; whoever computes the folder is told of it.
#[must_use]
pub fn originals(folder: &Path, chosen: &Selection) -> Files {
    let mut told = Problems::new();
    let books = workbooks(folder, chosen, &mut told).unwrap_or_default();
    let books = books.into_iter().map(|(_, file, bytes)| (file, bytes));
    books.chain(archive(folder, &mut told)).collect()
}

/// Whether a folder's name is a year: four digits.
fn is_year(name: &str) -> bool {
    name.len() == 4 && name.bytes().all(|byte| byte.is_ascii_digit())
}

/// A grant's workbook, by its file's name; none if that cannot be used or the file cannot be read, which is reported.
fn read_one(
    folder: &Path,
    grant: &'static Grant,
    file: &str,
    problems: &mut Problems,
) -> Option<WorkbookSchema> {
    let name = grant.workbook_file.name_in(file)?;
    if grant.workbook_file.is_several() && !is_name(name) {
        problems.add(bad_name(grant, file));
        return None;
    }
    match fs::read(folder.join(file)) {
        Ok(bytes) => Some((grant, file.to_owned(), bytes)),
        Err(error) => {
            let text = say::file_unreadable(&cause(&error));
            problems.add(Problem::new(Code::F01, Location::file(file), text).help(say::close_it()));
            None
        }
    }
}

/// That a file's name cannot be used.
pub(super) fn bad_name(grant: &Grant, file: &str) -> Problem {
    Problem::new(Code::F03, Location::file(file), say::bad_name())
        .expected(say::good_name(&grant.workbook_file.file_named("NAMN")))
}

/// Whether one workbook of several may have a name: it names figures and files, and no other grant.
pub(super) fn is_name(name: &str) -> bool {
    let sign = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=30).contains(&name.len())
        && name.bytes().all(sign)
        && !name.starts_with('-')
        && !name.ends_with('-')
}

/// The workbooks of some grants, as someone has them by name.
pub(super) fn known(
    grant_id: &BTreeSet<&'static str>,
    files: &[&str],
    bytes: impl Fn(&str) -> Option<Vec<u8>>,
) -> Vec<WorkbookSchema> {
    let grants = GRANTS.iter().filter(|grant| grant_id.contains(grant.id));
    let of_grant = |grant: &'static Grant| {
        let book = move |file: &&str| grant.workbook_file.name_in(file).is_some();
        files.iter().copied().filter(book).map(move |file| (grant, file.to_owned()))
    };
    let named = grants.flat_map(|grant| of_grant(grant));
    named.filter_map(|(grant, file)| Some((grant, file.clone(), bytes(&file)?))).collect()
}

/// The archived files of earlier years, by name with their folder, if there are any.
pub(super) fn archive(folder: &Path, problems: &mut Problems) -> Vec<(String, Vec<u8>)> {
    let folder = folder.join(archive::FOLDER);
    if !folder.is_dir() {
        return Vec::new();
    }
    let entries = fs::read_dir(&folder).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    let read = entries.and_then(|entries| {
        let mut name: Vec<_> =
            entries.iter().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        name.retain(|name| !of_the_system(name));
        name.sort();
        let view = |name: String| {
            Ok((format!("{}/{name}", archive::FOLDER), fs::read(folder.join(name))?))
        };
        name.into_iter().map(view).collect::<std::io::Result<Vec<_>>>()
    });
    read.unwrap_or_else(|error| {
        let text = say::folder_unreadable(&cause(&error));
        problems.add(
            Problem::new(Code::F01, Location::file(archive::FOLDER), text)
                .expected(say::only_json()),
        );
        Vec::new()
    })
}

/// Files nobody reads: a copy beside the original must not be taken for it.
fn unknown(all: &[String], problems: &mut Problems) {
    let is_known = |name: &str| {
        name == archive::FOLDER
            || GRANTS.iter().any(|grant| grant.workbook_file.name_in(name).is_some())
    };
    for name in all.iter().filter(|name| !of_the_system(name) && !is_known(name)) {
        let known: Vec<_> = GRANTS.iter().map(|grant| grant.workbook_file.file).collect();
        // Beside the workbook itself it is a copy; without it, it may be the workbook.
        let absent = known.iter().filter(|file| !all.iter().any(|name| name == *file));
        let meant = absent.copied().find(|file| resembles(name, file));
        let help = meant.map_or_else(say::move_or_rename, say::meant_workbook);
        problems.add(
            Problem::new(Code::F03, Location::file(name), say::unknown_file())
                .expected(Message::alike(known.join(", ")))
                .help(help),
        );
    }
}

/// Whether a file's name looks like another's, but for what was put before or after it, its ending, case or a slip.
fn resembles(name: &str, file: &str) -> bool {
    let stem = |name: &str| {
        let name = name.to_lowercase();
        let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
        stem.to_owned()
    };
    let (name, file) = (stem(name), stem(file));
    let alone = name.split(" (").next().unwrap_or_default();
    name.contains(&file) || strsim::osa_distance(alone, &file) <= 2
}

/// Why the system refused, in its own words where it is nothing usual.
pub(super) fn cause(error: &std::io::Error) -> Message {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::NotFound => say::not_there(),
        ErrorKind::PermissionDenied => say::no_permission(),
        ErrorKind::NotADirectory => say::not_a_folder(),
        ErrorKind::StorageFull => say::disk_full(),
        ErrorKind::ReadOnlyFilesystem => say::read_only(),
        _ => Message::alike(error),
    }
}
