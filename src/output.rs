//! The only writer: a whole set of files, or nothing. Knows bytes and folders, no document.
//!
//! A set is written to a folder beside its target, made durable, and swapped in. A rename cannot
//! replace a folder everywhere, so the swap is two renames, and the old set has a name of its own
//! between them. Killed at any moment, the disk holds the old set, the new one, or both whole beside
//! each other; the next start ([`Utgava::oppna`]) puts it right.
//!
//! | on disk | means | next start |
//! |---|---|---|
//! | `2024` | a set | – |
//! | `2024`, `.2024.ny` | writing was cut short | removes `.2024.ny` |
//! | `.2024.gammal`, `.2024.ny` | the swap was cut short | `.2024.gammal` becomes `2024` again |
//! | `2024`, `.2024.gammal` | cleaning was cut short | removes `.2024.gammal` |

use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::pipeline::Filer;
use crate::problem::{Code, Location, Problem, Problems};

/// A folder of results, locked for one run.
#[derive(Debug)]
pub struct Utgava {
    mal: PathBuf,
    ny: PathBuf,
    gammal: PathBuf,
    /// Held until dropped; the system lets go of it even if the program is killed.
    _las: File,
}

impl Utgava {
    /// Takes a folder of results for this run, and puts right what an earlier run left half done.
    ///
    /// # Errors
    /// If another run has it, or the folder around it cannot be written.
    pub fn oppna(mal: &Path) -> Result<Self, Problems> {
        let fel = |error: &io::Error| problem(mal, error);
        let namn = mal.file_name().map(|namn| namn.to_string_lossy().into_owned());
        let Some(namn) = namn else {
            let text = "målet måste vara en mapp med ett namn";
            return Err(Problem::new(Code::U01, Location::file(mal.display().to_string()), text).into());
        };
        let runt = match mal.parent() {
            Some(runt) if !runt.as_os_str().is_empty() => runt.to_owned(),
            _ => PathBuf::from("."),
        };
        fs::create_dir_all(&runt).map_err(|error| fel(&error))?;
        let bredvid = |andelse: &str| runt.join(format!(".{namn}.{andelse}"));
        let las = lasfil(&bredvid("lock")).map_err(|error| fel(&error))?;
        match las.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(Problem::new(
                    Code::U01,
                    Location::file(mal.display().to_string()),
                    "en annan körning skriver till samma mapp",
                )
                .help("vänta tills den är klar")
                .into());
            }
            Err(TryLockError::Error(error)) => return Err(fel(&error)),
        }
        let utgava =
            Self { mal: mal.to_owned(), ny: bredvid("ny"), gammal: bredvid("gammal"), _las: las };
        utgava.ratta_till().map_err(|error| fel(&error))?;
        Ok(utgava)
    }

    /// Takes a folder that must not be there yet.
    ///
    /// # Errors
    /// As [`Utgava::oppna`], and if the folder is there.
    pub fn ny(mal: &Path) -> Result<Self, Problems> {
        let utgava = Self::oppna(mal)?;
        match finns(mal) {
            Ok(false) => Ok(utgava),
            Ok(true) => Err(problem(mal, &io::ErrorKind::AlreadyExists.into())),
            Err(error) => Err(problem(mal, &error)),
        }
    }

    /// Writes a set in place of the one that is there.
    ///
    /// # Errors
    /// If anything cannot be written or moved; the set that was there then still is.
    pub fn skriv(&self, filer: &Filer) -> Result<(), Problems> {
        self.skriv_bredvid(filer).and_then(|()| self.byt()).map_err(|error| {
            // What could not be taken back now, the next start takes back.
            let _ = self.ratta_till();
            problem(&self.mal, &error)
        })
    }

    fn skriv_bredvid(&self, filer: &Filer) -> io::Result<()> {
        fs::create_dir(&self.ny)?;
        for (namn, bytes) in filer {
            let fil = self.ny.join(namn);
            if let Some(mapp) = fil.parent() {
                fs::create_dir_all(mapp)?;
            }
            let mut fil = File::create_new(fil)?;
            fil.write_all(bytes)?;
            fil.sync_all()?;
        }
        spola_mapp(&self.ny)
    }

    fn byt(&self) -> io::Result<()> {
        if finns(&self.mal)? {
            fs::rename(&self.mal, &self.gammal)?;
        }
        if let Err(error) = fs::rename(&self.ny, &self.mal) {
            if finns(&self.gammal)? {
                fs::rename(&self.gammal, &self.mal)?;
            }
            return Err(error);
        }
        if let Some(runt) = self.mal.parent().filter(|runt| !runt.as_os_str().is_empty()) {
            spola_mapp(runt)?;
        }
        // The new set is in place: an old one that resists is removed at the next start.
        let _ = ta_bort(&self.gammal);
        Ok(())
    }

    /// The table above.
    fn ratta_till(&self) -> io::Result<()> {
        if finns(&self.gammal)? {
            if finns(&self.mal)? {
                ta_bort(&self.gammal)?;
            } else {
                fs::rename(&self.gammal, &self.mal)?;
            }
        }
        ta_bort(&self.ny)
    }
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

/// Makes a folder's entries durable, where the system can open a folder for that.
fn spola_mapp(mapp: &Path) -> io::Result<()> {
    if cfg!(windows) {
        return Ok(());
    }
    File::open(mapp)?.sync_all()
}

fn problem(mal: &Path, error: &io::Error) -> Problems {
    use io::ErrorKind;
    let (orsak, help) = match error.kind() {
        ErrorKind::PermissionDenied => (
            "mappen eller en fil i den får inte skrivas".to_owned(),
            "stäng filer som är öppna i andra program, och kontrollera behörigheten",
        ),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            ("disken är full".to_owned(), "frigör utrymme och kör igen")
        }
        ErrorKind::ReadOnlyFilesystem => {
            ("disken är skrivskyddad".to_owned(), "ange en annan mapp med --out")
        }
        ErrorKind::NotADirectory | ErrorKind::AlreadyExists => {
            ("något annat än en mapp ligger i vägen".to_owned(), "flytta det, eller ange en annan mapp med --out")
        }
        _ => (
            format!("systemet säger: {error}"),
            "stäng filer som är öppna i andra program, och kör igen",
        ),
    };
    Problem::new(Code::U01, Location::file(mal.display().to_string()), orsak).help(help).into()
}
