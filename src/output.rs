//! The only writer: a whole set of files, or nothing. Knows bytes and folders, no document.
//!
//! A set is written to a folder beside its target, made durable, and swapped in. A rename cannot
//! replace a folder everywhere, so the swap is two renames, and the old set has a name of its own
//! between them. Killed at any moment, the disk holds the old set, the new one, or both whole beside
//! each other; the next start ([`Utgava::oppna`]) puts it right.
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
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use crate::manifest::Tidigare;
use crate::problem::{Code, Location, Problem, Problems};

/// The file that tells which files a set has.
const MANIFEST: &str = "manifest.json";

/// Finished files, by name.
pub type Filer = BTreeMap<String, Vec<u8>>;

/// A folder of results, locked for one run.
#[derive(Debug)]
pub struct Utgava {
    mal: PathBuf,
    /// The folder around it.
    runt: PathBuf,
    ny: PathBuf,
    gammal: PathBuf,
    bort: PathBuf,
    /// Held until dropped; the system lets go of it even if the program is killed.
    las: File,
}

impl Drop for Utgava {
    /// Lets go of the lock itself: a process that another thread is just starting may have it open too.
    fn drop(&mut self) {
        let _ = self.las.unlock();
    }
}

impl Utgava {
    /// Takes a folder of results for this run, and puts right what an earlier run left half done.
    ///
    /// # Errors
    /// If another run has it, something else has its name, or the folder around it cannot be written.
    pub fn oppna(mal: &Path) -> Result<Self, Problems> {
        let fel = |error: &io::Error| problem(mal, error);
        let mal = foljd(mal).map_err(|error| fel(&error))?;
        let Some(namn) = mal.file_name() else {
            return Err(nej(
                &mal,
                "målet måste vara en mapp med ett namn",
                "ange en annan mapp med --out",
            ));
        };
        if fs::symlink_metadata(&mal).is_ok_and(|om| !om.is_dir()) {
            return Err(fel(&io::ErrorKind::NotADirectory.into()));
        }
        let runt = match mal.parent() {
            Some(runt) if !runt.as_os_str().is_empty() => runt.to_owned(),
            _ => PathBuf::from("."),
        };
        fs::create_dir_all(&runt).map_err(|error| fel(&error))?;
        let bredvid = |andelse: &str| {
            let mut bredvid = OsString::from(".");
            bredvid.push(namn);
            bredvid.push(andelse);
            runt.join(bredvid)
        };
        let las = lasfil(&bredvid(".lock")).map_err(|error| fel(&error))?;
        match las.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(nej(
                    &mal,
                    "en annan körning skriver till samma mapp",
                    "vänta tills den är klar",
                ));
            }
            Err(TryLockError::Error(error)) => return Err(fel(&error)),
        }
        let (ny, gammal, bort) = (bredvid(".ny"), bredvid(".gammal"), bredvid(".bort"));
        let utgava = Self { mal, runt, ny, gammal, bort, las };
        utgava.ratta_till().map_err(|error| fel(&error))?;
        Ok(utgava)
    }

    /// Takes a folder that must not be there yet.
    ///
    /// # Errors
    /// As [`Utgava::oppna`], and if the folder is there.
    pub fn ny(mal: &Path) -> Result<Self, Problems> {
        let utgava = Self::oppna(mal)?;
        match finns(&utgava.mal) {
            Ok(false) => Ok(utgava),
            Ok(true) => Err(nej(
                mal,
                "mappen finns redan",
                "flytta den, eller ange en annan mapp med --out",
            )),
            Err(error) => Err(problem(mal, &error)),
        }
    }

    /// Writes a set in place of the one that is there.
    ///
    /// # Errors
    /// If the folder holds anything but files by the names of the set and those its manifest tells of, if
    /// it holds a whole year's set and this one is of some documents only, or if anything cannot be
    /// written or moved; what was there then still is.
    pub fn skriv(&self, filer: &Filer) -> Result<(), Problems> {
        let tidigare = fs::read(self.mal.join(MANIFEST)).ok();
        let tidigare = tidigare.and_then(|bytes| Tidigare::las(&bytes));
        let okand = filer.contains_key(MANIFEST) && tidigare.is_none();
        let urval =
            filer.get(MANIFEST).and_then(|bytes| Tidigare::las(bytes)).is_some_and(|ny| ny.urval);
        if urval && tidigare.as_ref().is_some_and(|tidigare| !tidigare.urval) {
            return Err(nej(
                &self.mal,
                "mappen innehåller ett helt års dokument, och ett urval får inte ersätta dem",
                "ange en annan mapp med --out, eller utelämna flaggan",
            ));
        }
        let tidigare = tidigare.unwrap_or_default();
        let frammande =
            self.frammande(filer, &tidigare, okand).map_err(|error| problem(&self.mal, &error))?;
        if let Some(forst) = frammande.first() {
            let fler = match frammande.len() - 1 {
                0 => String::new(),
                antal => format!(" (och {antal} till)"),
            };
            let text =
                format!("”{forst}”{fler} ligger i mappen men är inget som programmet skriver där");
            return Err(nej(&self.mal, text, "flytta det, eller ange en annan mapp med --out"));
        }
        self.skriv_bredvid(filer).and_then(|()| self.byt()).map_err(|error| {
            // What could not be taken back now, the next start takes back.
            let _ = self.ratta_till();
            problem(&self.mal, &error)
        })
    }

    /// What lies in the folder and is not replaced by the set: where the folder is not known to be a set
    /// (`okand`), everything, since workbooks may have the names of tables. What systems and spreadsheet programs
    /// leave in a folder someone has looked at is nobody's.
    fn frammande(
        &self,
        filer: &Filer,
        tidigare: &Tidigare,
        okand: bool,
    ) -> io::Result<BTreeSet<String>> {
        let mut funna = BTreeSet::new();
        if finns(&self.mal)? {
            filer_i(&self.mal, "", &mut funna)?;
        }
        let systemets = |namn: &str| {
            let namn = namn.rsplit('/').next().unwrap_or_default();
            namn.starts_with("~$")
                || namn.starts_with(".~lock.")
                || matches!(namn, ".DS_Store" | "Thumbs.db" | "desktop.ini")
        };
        funna.retain(|namn| (okand || !filer.contains_key(namn)) && !systemets(namn));
        funna.retain(|namn| {
            !fs::read(self.mal.join(namn)).is_ok_and(|bytes| tidigare.skrev(namn, &bytes))
        });
        Ok(funna)
    }

    fn skriv_bredvid(&self, filer: &Filer) -> io::Result<()> {
        fs::create_dir(&self.ny)?;
        let mut mappar = BTreeSet::from([self.ny.clone()]);
        for (namn, bytes) in filer {
            let path = self.ny.join(namn);
            for mapp in path.ancestors().skip(1).take_while(|mapp| *mapp != self.ny) {
                mappar.insert(mapp.to_owned());
            }
            if let Some(mapp) = path.parent() {
                fs::create_dir_all(mapp)?;
            }
            let mut fil = File::create_new(path)?;
            fil.write_all(bytes)?;
            fil.sync_all()?;
        }
        mappar.iter().try_for_each(|mapp| spola_mapp(mapp))
    }

    fn byt(&self) -> io::Result<()> {
        if finns(&self.mal)? {
            flytta(&self.mal, &self.gammal)?;
        }
        if let Err(error) = flytta(&self.ny, &self.mal) {
            if finns(&self.gammal)? {
                flytta(&self.gammal, &self.mal)?;
            }
            return Err(error);
        }
        // The new set is in place. That it is there to stay before the old one goes is all that is left
        // to do; an old one that resists is removed at the next start.
        let _ = spola_mapp(&self.runt).and_then(|()| self.stada());
        Ok(())
    }

    /// Removes the old set, where the new one is in place.
    fn stada(&self) -> io::Result<()> {
        ta_bort(&self.bort)?;
        if finns(&self.gammal)? {
            flytta(&self.gammal, &self.bort)?;
        }
        ta_bort(&self.bort)
    }

    /// The table above.
    fn ratta_till(&self) -> io::Result<()> {
        if finns(&self.gammal)? && !finns(&self.mal)? {
            flytta(&self.gammal, &self.mal)?;
        }
        self.stada()?;
        ta_bort(&self.ny)
    }
}

/// The folder a link leads to, so that the set is replaced and not the link; any other path as it is.
fn foljd(mal: &Path) -> io::Result<PathBuf> {
    match fs::symlink_metadata(mal) {
        Ok(om) if om.is_symlink() => fs::canonicalize(mal),
        _ => Ok(mal.to_owned()),
    }
}

/// The files in a folder and those within it, with `/` between the parts; an empty folder as itself.
fn filer_i(mapp: &Path, fore: &str, funna: &mut BTreeSet<String>) -> io::Result<()> {
    for post in fs::read_dir(mapp)? {
        let post = post?;
        let namn = format!("{fore}{}", post.file_name().to_string_lossy());
        if post.file_type()?.is_dir() && fs::read_dir(post.path())?.next().is_some() {
            filer_i(&post.path(), &format!("{namn}/"), funna)?;
        } else {
            funna.insert(namn);
        }
    }
    Ok(())
}

fn lasfil(path: &Path) -> io::Result<File> {
    File::options().create(true).truncate(false).write(true).open(path)
}

fn finns(path: &Path) -> io::Result<bool> {
    path.try_exists()
}

fn ta_bort(mapp: &Path) -> io::Result<()> {
    match fs::remove_dir_all(mapp) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

/// Moves a folder. Windows refuses while anyone has a file of it open, and a virus scanner or an indexer
/// opens what was just written: such refusals are given a second to pass.
fn flytta(fran: &Path, till: &Path) -> io::Result<()> {
    let forsok = if cfg!(windows) { 20 } else { 1 };
    ihardigt(forsok, Duration::from_millis(50), || fs::rename(fran, till))
}

fn ihardigt(
    forsok: u32,
    paus: Duration,
    mut gor: impl FnMut() -> io::Result<()>,
) -> io::Result<()> {
    for _ in 1..forsok {
        match gor() {
            Err(error) if upptagen(&error) => thread::sleep(paus),
            klart => return klart,
        }
    }
    gor()
}

/// Whether someone else's hold of a file may be what is in the way.
fn upptagen(error: &io::Error) -> bool {
    const SHARING_VIOLATION: i32 = 32;
    const LOCK_VIOLATION: i32 = 33;
    let windows =
        cfg!(windows) && matches!(error.raw_os_error(), Some(SHARING_VIOLATION | LOCK_VIOLATION));
    windows || matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ResourceBusy)
}

/// Makes a folder's entries durable, where the system can do that to a folder.
fn spola_mapp(mapp: &Path) -> io::Result<()> {
    if cfg!(windows) {
        return Ok(());
    }
    match File::open(mapp)?.sync_all() {
        Err(error)
            if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) =>
        {
            Ok(())
        }
        klart => klart,
    }
}

fn nej(mal: &Path, text: impl Into<String>, help: &str) -> Problems {
    Problem::new(Code::U01, Location::file(mal.display().to_string()), text).help(help).into()
}

fn problem(mal: &Path, error: &io::Error) -> Problems {
    use io::ErrorKind;
    let (orsak, help) = match error.kind() {
        _ if upptagen(error) => (
            "mappen eller en fil i den får inte skrivas",
            "stäng filer som är öppna i andra program, och kontrollera behörigheten",
        ),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            ("disken är full", "frigör utrymme och kör igen")
        }
        ErrorKind::FileTooLarge => (
            "en fil blir större än disken eller kvoten tillåter",
            "frigör utrymme, eller ange en annan mapp med --out",
        ),
        ErrorKind::ReadOnlyFilesystem => ("disken är skrivskyddad", "ange en annan mapp med --out"),
        ErrorKind::NotADirectory | ErrorKind::AlreadyExists => (
            "något annat än en mapp ligger i vägen",
            "flytta det, eller ange en annan mapp med --out",
        ),
        ErrorKind::NotFound | ErrorKind::InvalidFilename => {
            ("mappen går inte att skapa där", "ange en annan mapp med --out")
        }
        _ => {
            let text = format!("systemet säger: {error}");
            return nej(mal, text, "stäng filer som är öppna i andra program, och kör igen");
        }
    };
    nej(mal, orsak, help)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_system_says_becomes_a_problem_in_swedish() {
        use io::ErrorKind;
        for (slag, vantat) in [
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
            let text = problem(Path::new("output/2024"), &slag.into()).to_string();
            assert!(text.starts_with("fel[U01] output/2024: ") && text.contains(vantat), "{text}");
        }
    }

    #[test]
    fn a_hold_on_a_file_is_waited_out_and_nothing_else_is() {
        let mut antal = 0;
        let mut svara = |fel: &[io::ErrorKind]| {
            antal = 0;
            let svar = ihardigt(3, Duration::ZERO, || {
                antal += 1;
                fel.get(antal - 1).map_or(Ok(()), |slag| Err((*slag).into()))
            });
            (svar.map_err(|error| error.kind()), antal)
        };
        let (hallen, full) = (io::ErrorKind::PermissionDenied, io::ErrorKind::StorageFull);
        assert_eq!(svara(&[]), (Ok(()), 1));
        assert_eq!(svara(&[hallen, hallen]), (Ok(()), 3));
        assert_eq!(svara(&[hallen, hallen, hallen]), (Err(hallen), 3));
        assert_eq!(svara(&[full]), (Err(full), 1));
    }
}
