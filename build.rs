//! What the program says of itself: checksums of its sources and of `Cargo.lock`, for the manifest.
//! Also makes a new file under `templates/` reach the program: they are embedded at compile time, and
//! without this only changes to files already there would be noticed. Must not know anything else.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=templates");
    println!("cargo:rerun-if-changed=inputs");
    println!("cargo:rerun-if-changed=src");
    println!("cargo:rerun-if-changed=docs");
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=Cargo.lock");
    let mut sources = vec![PathBuf::from("build.rs"), PathBuf::from("Cargo.toml")];
    collect(Path::new("src"), &mut sources)?;
    // What is built in besides: an archive package explains itself by them.
    for folder in ["docs/kontroll", "docs/schema"] {
        collect(Path::new(folder), &mut sources)?;
    }
    sources.extend(
        ["arkivpaket", "betalningsfil", "spar"].map(|name| format!("docs/{name}.md").into()),
    );
    sources.sort();
    let mut sum = Sha256::new();
    for source in sources {
        let bytes = fs::read(&source)?;
        // Path and length before the bytes, so that nothing can move between files unnoticed.
        let path = source.to_string_lossy().replace('\\', "/");
        sum.update(format!("{path}\0{}\0", bytes.len()));
        sum.update(&bytes);
    }
    println!("cargo:rustc-env=STATSBIDRAG_KALLKOD_SHA256={}", hex(&sum.finalize()));
    let view = fs::read("Cargo.lock")?;
    println!("cargo:rustc-env=STATSBIDRAG_CARGO_LOCK_SHA256={}", hex(&Sha256::digest(view)));
    Ok(())
}

fn collect(folder: &Path, to: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), to)?;
        } else {
            to.push(entry.path());
        }
    }
    Ok(())
}

fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|digit| char::from_digit(digit.into(), 16))
        .collect()
}
