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
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=Cargo.lock");
    let mut kallor = vec![PathBuf::from("build.rs"), PathBuf::from("Cargo.toml")];
    samla(Path::new("src"), &mut kallor)?;
    kallor.sort();
    let mut summa = Sha256::new();
    for kalla in kallor {
        let bytes = fs::read(&kalla)?;
        // Path and length before the bytes, so that nothing can move between files unnoticed.
        let path = kalla.to_string_lossy().replace('\\', "/");
        summa.update(format!("{path}\0{}\0", bytes.len()));
        summa.update(&bytes);
    }
    println!("cargo:rustc-env=STATSBIDRAG_KALLKOD_SHA256={}", hex(&summa.finalize()));
    let las = fs::read("Cargo.lock")?;
    println!("cargo:rustc-env=STATSBIDRAG_CARGO_LOCK_SHA256={}", hex(&Sha256::digest(las)));
    Ok(())
}

fn samla(mapp: &Path, till: &mut Vec<PathBuf>) -> io::Result<()> {
    for post in fs::read_dir(mapp)? {
        let post = post?;
        if post.file_type()?.is_dir() {
            samla(&post.path(), till)?;
        } else {
            till.push(post.path());
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
