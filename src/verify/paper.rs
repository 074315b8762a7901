//! A finished document on a disk, by its JSON, with where the workbooks lie that it was made of.

use std::path::{Path, PathBuf};

use serde_json::Value;

use super::{beside, set};
use crate::manifest::Manifest;
use crate::output;
use crate::problem::{Code, Location, Problem, Problems};

/// A document of a set.
#[derive(Debug)]
pub struct Paper {
    /// Its id: `cirkular`.
    pub document: String,
    /// What it holds.
    pub json: Value,
    /// The folder of the workbooks that it was made of, by its place.
    pub inputs: PathBuf,
}

impl Paper {
    /// A document by one of its files, whatever the kind: its JSON lies beside it.
    ///
    /// # Errors
    /// If it lies in no set, or has no JSON that can be read.
    pub fn read(file: &Path) -> Result<Self, Problems> {
        let folder = output::around(file);
        let around = folder.as_path();
        let Manifest { ar, korning, .. } = set::read(around)?.manifest;
        if korning.is_comparison() {
            let place = Location::file(file.display().to_string());
            let problem = Problem::new(Code::F01, place, super::say::of_two_sets());
            return Err(problem.help(super::say::explain_the_sets()).into());
        }
        let document = file.file_stem().map(|name| name.to_string_lossy().into_owned());
        let document = document.unwrap_or_default();
        let json = set::within(around, &format!("{document}.json")).ok().flatten();
        let json = json.and_then(|bytes| serde_json::from_slice(&bytes).ok());
        let json = json.ok_or_else(|| {
            let place = Location::file(file.display().to_string());
            Problem::new(Code::F01, place, super::say::no_paper()).help(super::say::its_json())
        })?;
        Ok(Self { document, json, inputs: beside(around, &ar.to_string()) })
    }
}
