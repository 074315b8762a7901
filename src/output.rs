//! The only writer: a whole set of files, or nothing. Knows bytes and folders, no document.
//!
//! A set is written to a folder beside its target, made durable, and swapped in. A rename cannot
//! replace a folder everywhere, so the swap is two renames, and the old set has a name of its own
//! between them. Killed at any moment, the disk holds the old set, the new one, or both whole beside
//! each other; the next start ([`OutputSet::open`]) puts it right.
//!
//! | on disk | means | next start |
//! |---|---|---|
//! | `2024` | a whole set | – |
//! | `.2024.ny` | writing was cut short | removes `.2024.ny` |
//! | `.2024.gammal` without `2024` | the swap was cut short | `.2024.gammal` becomes `2024` again |
//! | `2024`, `.2024.gammal` | the swap was done, cleaning had not begun | removes `.2024.gammal` |
//! | `.2024.bort` | cleaning was cut short | removes `.2024.bort` |
//!
//! A `.gammal` is always whole: it gets another name before it is taken apart. What this program did
//! not write is never removed: a folder that holds anything but the files of the new set, and those of
//! the old set's manifest unchanged, is refused; and a run's set only replaces one that has a manifest. Nor does a set of some documents replace a whole year's.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};
use std::thread;
use std::time::Duration;

use crate::manifest::Previous;
use crate::problem::messages::{output as say, words};
use crate::problem::{Code, Location, Message, Problem, Problems};

/// The file that tells which files a set has.
const MANIFEST: &str = "manifest.json";

/// Finished files, by name.
pub type Files = BTreeMap<String, Vec<u8>>;

/// A folder of results, locked for one run.
#[derive(Debug)]
pub struct OutputSet {
    target: PathBuf,
    /// The folder around it.
    around: PathBuf,
    fresh: PathBuf,
    old: PathBuf,
    gone: PathBuf,
    /// Held until dropped; the system lets go of it even if the program is killed.
    lock: File,
}

impl Drop for OutputSet {
    /// Lets go of the lock itself: a process that another thread is just starting may have it open too.
    fn drop(&mut self) {
        let _ = self.lock.unlock();
    }
}

impl OutputSet {
    /// Takes a folder of results for this run, and puts right what an earlier run left half done.
    ///
    /// # Errors
    /// If another run has it, something else has its name, or the folder around it cannot be written.
    pub fn open(target: &Path) -> Result<Self, Problems> {
        let failure = |error: &io::Error| problem(target, error);
        let target = sequence(target).map_err(|error| failure(&error))?;
        let Some(name) = target.file_name() else {
            return Err(no(&target, say::no_name(), say::name_another()));
        };
        if fs::symlink_metadata(&target).is_ok_and(|about| !about.is_dir()) {
            return Err(failure(&io::ErrorKind::NotADirectory.into()));
        }
        let around = match target.parent() {
            Some(around) if !around.as_os_str().is_empty() => around.to_owned(),
            _ => PathBuf::from("."),
        };
        fs::create_dir_all(&around).map_err(|error| failure(&error))?;
        let beside = |extension: &str| {
            let mut beside = OsString::from(".");
            beside.push(name);
            beside.push(extension);
            around.join(beside)
        };
        let lock = lock_file(&beside(".lock")).map_err(|error| failure(&error))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(no(&target, say::taken(), say::wait()));
            }
            Err(TryLockError::Error(error)) => return Err(failure(&error)),
        }
        let (fresh, old, gone) = (beside(".ny"), beside(".gammal"), beside(".bort"));
        let output_set = Self { target, around, fresh, old, gone, lock };
        output_set.recover().map_err(|error| failure(&error))?;
        Ok(output_set)
    }

    /// Takes a folder that must not be there yet.
    ///
    /// # Errors
    /// As [`OutputSet::open`], and if the folder is there.
    pub fn new(target: &Path) -> Result<Self, Problems> {
        let output_set = Self::open(target)?;
        match exists(&output_set.target) {
            Ok(false) => Ok(output_set),
            Ok(true) => Err(no(target, say::exists(), say::move_or_name_another())),
            Err(error) => Err(problem(target, &error)),
        }
    }

    /// Whether a set may be written in place of what is there.
    ///
    /// # Errors
    /// If the folder holds anything but files by the names of the set and those its manifest tells of, or if
    /// it holds a whole year's set and this one is of some documents only.
    pub fn may_write(&self, files: &Files) -> Result<(), Problems> {
        let previous = fs::read(self.target.join(MANIFEST)).ok();
        let previous = previous.and_then(|bytes| Previous::read(&bytes));
        let unknown = files.contains_key(MANIFEST) && previous.is_none();
        let fresh = files.get(MANIFEST).and_then(|bytes| Previous::read(bytes));
        if let Some((fresh, previous)) = fresh.zip(previous.as_ref()) {
            self.is_as_much(&fresh, previous)?;
        }
        let previous = previous.unwrap_or_default();
        let foreign_file = self
            .foreign_file(files, &previous, unknown)
            .map_err(|error| problem(&self.target, &error))?;
        if let Some(first_of_all) = foreign_file.first() {
            let name = words::quoted(first_of_all);
            let text = match foreign_file.len() - 1 {
                0 => say::stranger(&name),
                more => say::strangers(&name, &more),
            };
            return Err(no(&self.target, text, say::move_it_or_name_another()));
        }
        Ok(())
    }

    /// Writes a set in place of the one that is there.
    ///
    /// # Errors
    /// If it may not be, as [`OutputSet::may_write`] says, or if anything cannot be written or moved; what was there
    /// then still is.
    pub fn write(&self, files: &Files) -> Result<(), Problems> {
        self.may_write(files)?;
        self.write_beside(files).and_then(|()| self.swap()).map_err(|error| {
            // What could not be taken back now, the next start takes back.
            let _ = self.recover();
            problem(&self.target, &error)
        })
    }

    /// That no document goes for want of what this set was not asked for, or was not made of.
    fn is_as_much(&self, fresh: &Previous, previous: &Previous) -> Result<(), Problems> {
        if fresh.selection && !previous.selection {
            return Err(no(&self.target, say::whole_year(), say::name_another_or_all()));
        }
        let gone: Vec<_> =
            previous.workbooks.difference(&fresh.workbooks).map(Message::alike).collect();
        if fresh.selection || previous.selection || gone.is_empty() {
            return Ok(());
        }
        let text = say::made_of_more(&Message::all_of(&gone));
        Err(no(&self.target, text, say::put_back_or_name_another()))
    }

    /// What lies in the folder and is not replaced by the set: where the folder is not known to be a set
    /// (`okand`), everything, since workbooks may have the names of tables. What systems and spreadsheet programs
    /// leave in a folder someone has looked at is nobody's.
    fn foreign_file(
        &self,
        files: &Files,
        previous: &Previous,
        unknown: bool,
    ) -> io::Result<BTreeSet<String>> {
        let mut found = BTreeSet::new();
        if exists(&self.target)? {
            files_in(&self.target, "", &mut found)?;
        }
        found.retain(|name| (unknown || !files.contains_key(name)) && !of_the_system(name));
        found.retain(|name| {
            !fs::read(self.target.join(name)).is_ok_and(|bytes| previous.wrote(name, &bytes))
        });
        Ok(found)
    }

    fn write_beside(&self, files: &Files) -> io::Result<()> {
        fs::create_dir(&self.fresh)?;
        let mut folders = BTreeSet::from([self.fresh.clone()]);
        for (name, bytes) in files {
            let path = self.fresh.join(name);
            for folder in path.ancestors().skip(1).take_while(|folder| *folder != self.fresh) {
                folders.insert(folder.to_owned());
            }
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder)?;
            }
            let mut file = File::create_new(path)?;
            file.write_all(bytes)?;
            file.sync_all()?;
        }
        folders.iter().try_for_each(|folder| sync_dir(folder))
    }

    fn swap(&self) -> io::Result<()> {
        if exists(&self.target)? {
            rename_to(&self.target, &self.old)?;
        }
        if let Err(error) = rename_to(&self.fresh, &self.target) {
            if exists(&self.old)? {
                rename_to(&self.old, &self.target)?;
            }
            return Err(error);
        }
        // The new set is in place. That it is there to stay before the old one goes is all that is left
        // to do; an old one that resists is removed at the next start.
        let _ = sync_dir(&self.around).and_then(|()| self.clean_up());
        Ok(())
    }

    /// Removes the old set, where the new one is in place.
    fn clean_up(&self) -> io::Result<()> {
        remove(&self.gone)?;
        if exists(&self.old)? {
            rename_to(&self.old, &self.gone)?;
        }
        remove(&self.gone)
    }

    /// The table above.
    fn recover(&self) -> io::Result<()> {
        if exists(&self.old)? && !exists(&self.target)? {
            rename_to(&self.old, &self.target)?;
        }
        self.clean_up()?;
        remove(&self.fresh)
    }
}

/// Adds new files to a folder, which is made if it is not there: all of them, or none.
///
/// # Errors
/// If a file is there already, or cannot be written.
pub fn add(folder: &Path, files: &Files) -> Result<(), Problems> {
    let there: Vec<_> =
        files.keys().map(|name| folder.join(name)).filter(|path| path.exists()).collect();
    if let Some(path) = there.first() {
        return Err(no(path, say::file_exists(), say::move_it()));
    }
    fs::create_dir_all(folder).map_err(|error| problem(folder, &error))?;
    let mut written = Vec::new();
    for (name, bytes) in files {
        let path = folder.join(name);
        let result = File::options()
            .write(true)
            .create_new(true)
            .open(&path)
            .inspect(|_| written.push(path.clone()))
            .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()));
        if let Err(error) = result {
            // What was written of it is this run's own.
            for path in written {
                drop(fs::remove_file(path));
            }
            return Err(problem(&path, &error));
        }
    }
    Ok(())
}

/// Adds one new file to a folder, which is made if it is not there: whole under its name, or not. The same bytes that are
/// there already are left.
///
/// # Errors
/// If the file is there with other bytes, or cannot be written.
pub fn add_unless_there(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), Problems> {
    let path = folder.join(name);
    if fs::read(&path).is_ok_and(|there| there == bytes) {
        return Ok(());
    }
    if exists(&path).map_err(|error| problem(&path, &error))? {
        return Err(no(&path, say::file_exists(), say::move_or_elsewhere()));
    }
    fs::create_dir_all(folder).map_err(|error| problem(folder, &error))?;
    // A run that is cut short leaves the other name, which the next takes.
    let fresh = folder.join(format!(".{name}.ny"));
    let written = File::create(&fresh)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| rename_to(&fresh, &path));
    written.map_err(|error| {
        drop(fs::remove_file(&fresh));
        problem(&path, &error)
    })
}

/// Writes one file of our own: a new one, or in place of one that bears our mark.
///
/// # Errors
/// If something else has the name, or the file cannot be written; what was there then still is.
pub fn write_own(path: &Path, bytes: &[u8], mark: &str) -> Result<(), Problems> {
    let failure = |error: io::Error| problem(path, &error);
    let Some(name) = path.file_name().filter(|_| !path.is_dir()) else {
        return Err(no(path, say::a_folder_is_there(), say::name_a_file()));
    };
    if exists(path).map_err(failure)? {
        let there = fs::read(path).map_err(failure)?;
        if !there.windows(mark.len()).any(|part| part == mark.as_bytes()) {
            return Err(no(path, say::file_exists(), say::move_it_or_name_another()));
        }
    }
    let folder = around(path);
    fs::create_dir_all(&folder).map_err(failure)?;
    let mut beside = OsString::from(".");
    beside.push(name);
    beside.push(".ny");
    let fresh = folder.join(beside);
    let written = File::create(&fresh)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| rename_to(&fresh, path));
    written.map_err(|error| {
        drop(fs::remove_file(&fresh));
        failure(error)
    })
}

/// Whether something that is to be made would lie in a folder, whose files would no longer be all of it.
#[must_use]
pub fn is_within(out: &Path, folder: &Path) -> bool {
    let whole = |path: &Path| path.canonicalize().ok();
    let here =
        |path: &Path| if path.as_os_str().is_empty() { whole(Path::new(".")) } else { whole(path) };
    let there = out.ancestors().find_map(here);
    there.zip(whole(folder)).is_some_and(|(there, folder)| there.starts_with(folder))
}

/// The folder around another, wherever the user stands: that of `.` too.
#[must_use]
pub fn around(folder: &Path) -> PathBuf {
    let named = matches!(folder.components().next_back(), Some(Component::Normal(_)));
    let around = folder.parent().filter(|around| named && !around.as_os_str().is_empty());
    match (around, named) {
        (Some(around), _) => around.to_owned(),
        (None, true) => PathBuf::from("."),
        (None, false) => fs::canonicalize(folder)
            .ok()
            .and_then(|folder| folder.parent().map(Path::to_owned))
            .unwrap_or_else(|| folder.join("..")),
    }
}

/// The folder a link leads to, so that the set is replaced and not the link; any other path as it is.
fn sequence(target: &Path) -> io::Result<PathBuf> {
    match fs::symlink_metadata(target) {
        Ok(about) if about.is_symlink() => fs::canonicalize(target),
        _ => Ok(target.to_owned()),
    }
}

/// The files in a folder and those within it, with `/` between the parts; an empty folder as itself.
fn files_in(folder: &Path, before: &str, found: &mut BTreeSet<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{before}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() && fs::read_dir(entry.path())?.next().is_some() {
            files_in(&entry.path(), &format!("{name}/"), found)?;
        } else {
            found.insert(name);
        }
    }
    Ok(())
}

fn lock_file(path: &Path) -> io::Result<File> {
    File::options().create(true).truncate(false).write(true).open(path)
}

fn exists(path: &Path) -> io::Result<bool> {
    path.try_exists()
}

fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

/// Moves a folder. Windows refuses while anyone has a file of it open, and a virus scanner or an indexer
/// opens what was just written: such refusals are given a second to pass.
fn rename_to(from: &Path, to: &Path) -> io::Result<()> {
    let attempt = if cfg!(windows) { 20 } else { 1 };
    retry(attempt, Duration::from_millis(50), || fs::rename(from, to))
}

fn retry(
    attempt: u32,
    pause: Duration,
    mut make: impl FnMut() -> io::Result<()>,
) -> io::Result<()> {
    for _ in 1..attempt {
        match make() {
            Err(error) if busy(&error) => thread::sleep(pause),
            done => return done,
        }
    }
    make()
}

/// Whether someone else's hold of a file may be what is in the way.
fn busy(error: &io::Error) -> bool {
    const SHARING_VIOLATION: i32 = 32;
    const LOCK_VIOLATION: i32 = 33;
    let windows =
        cfg!(windows) && matches!(error.raw_os_error(), Some(SHARING_VIOLATION | LOCK_VIOLATION));
    windows || matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ResourceBusy)
}

/// Makes a folder's entries durable, where the system can do that to a folder.
fn sync_dir(folder: &Path) -> io::Result<()> {
    if cfg!(windows) {
        return Ok(());
    }
    match File::open(folder)?.sync_all() {
        Err(error)
            if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) =>
        {
            Ok(())
        }
        done => done,
    }
}

fn no(target: &Path, text: Message, help: Message) -> Problems {
    Problem::new(Code::U01, Location::file(target.display().to_string()), text).help(help).into()
}

fn problem(target: &Path, error: &io::Error) -> Problems {
    use io::ErrorKind;
    let (cause, help) = match error.kind() {
        _ if busy(error) => (say::held(), say::close_and_check_rights()),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => (say::disk_full(), say::free_space()),
        ErrorKind::FileTooLarge => (say::file_too_large(), say::free_space_or_name_another()),
        ErrorKind::ReadOnlyFilesystem => (say::read_only(), say::name_another()),
        ErrorKind::NotADirectory | ErrorKind::AlreadyExists => {
            (say::in_the_way(), say::move_it_or_name_another())
        }
        ErrorKind::NotFound | ErrorKind::InvalidFilename => (say::not_there(), say::name_another()),
        _ => (say::system_says(error), say::close_and_run_again()),
    };
    no(target, cause, help)
}

/// Lock files of an open Excel or LibreOffice, and the files a system hides in every folder: no one's
/// data. A name may be a path.
pub(crate) fn of_the_system(name: &str) -> bool {
    let name = name.rsplit('/').next().unwrap_or_default();
    name.starts_with("~$")
        || name.starts_with(".~lock.")
        || matches!(name, ".DS_Store" | "Thumbs.db" | "desktop.ini")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_system_says_becomes_a_problem_in_swedish() {
        use io::ErrorKind;
        for (kind, expected) in [
            (ErrorKind::PermissionDenied, "får inte skrivas\n  hjälp:   stäng filer"),
            (ErrorKind::ResourceBusy, "får inte skrivas\n  hjälp:   stäng filer"),
            (ErrorKind::StorageFull, "disken är full\n  hjälp:   frigör utrymme"),
            (ErrorKind::QuotaExceeded, "disken är full\n  hjälp:   frigör utrymme"),
            (ErrorKind::FileTooLarge, "större än disken eller kvoten tillåter\n  hjälp:   frigör"),
            (ErrorKind::ReadOnlyFilesystem, "disken är skrivskyddad\n  hjälp:   ange en annan"),
            (ErrorKind::NotADirectory, "ligger i vägen\n  hjälp:   flytta det"),
            (ErrorKind::AlreadyExists, "ligger i vägen\n  hjälp:   flytta det"),
            (ErrorKind::NotFound, "går inte att skapa där\n  hjälp:   ange en annan"),
            (ErrorKind::InvalidFilename, "går inte att skapa där\n  hjälp:   ange en annan"),
            (ErrorKind::TimedOut, "systemet säger: timed out\n  hjälp:   stäng filer"),
        ] {
            let text = problem(Path::new("output/2024"), &kind.into()).to_string();
            assert!(
                text.starts_with("fel[U01] output/2024: ") && text.contains(expected),
                "{text}"
            );
        }
    }

    #[test]
    fn a_hold_on_a_file_is_waited_out_and_nothing_else_is() {
        let mut count = 0;
        let mut respond = |failure: &[io::ErrorKind]| {
            count = 0;
            let answer = retry(3, Duration::ZERO, || {
                count += 1;
                failure.get(count - 1).map_or(Ok(()), |kind| Err((*kind).into()))
            });
            (answer.map_err(|error| error.kind()), count)
        };
        let (held, full) = (io::ErrorKind::PermissionDenied, io::ErrorKind::StorageFull);
        assert_eq!(respond(&[]), (Ok(()), 1));
        assert_eq!(respond(&[held, held]), (Ok(()), 3));
        assert_eq!(respond(&[held, held, held]), (Err(held), 3));
        assert_eq!(respond(&[full]), (Err(full), 1));
    }
}
