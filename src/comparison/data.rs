//! What two sets say differently, as data: what `diff` answers, and what its papers are made of.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::report::number::Varde;
use crate::swedish;

/// The version of the form.
pub(super) const VERSION: u32 = 1;

/// Two sets held against each other.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema, PartialEq, Eq)]
pub struct Jamforelse {
    /// The version of this form.
    pub version: u32,
    /// The older set, or the one that the other is held against.
    pub gammal: Uppsattning,
    /// The newer one.
    pub ny: Uppsattning,
    /// Whether the same program made both.
    pub samma_program: bool,
    /// Templates and typefaces that are others.
    pub mallar: Vec<Filandring>,
    /// Workbooks and archived files that are others.
    pub indata: Vec<Filandring>,
    /// Those of them in which no number is another that an amount comes of: then a text, a choice, a date, a source or
    /// another number is.
    pub utan_andrade_tal: Vec<String>,
    /// Rules that are worded otherwise, or that only one of them uses.
    pub regler: Vec<Regelandring>,
    /// What stands in cells for the whole country, old and new.
    pub parametrar: Vec<Uppgift>,
    /// What stands in cells for a region or another recipient and is another.
    pub celler: Vec<Uppgift>,
    /// Printed amounts in whole kronor that are others, and what each difference comes of; of what is granted and paid also
    /// those that are the same.
    pub siffror: Vec<Skillnad>,
    /// The days on which the newer set's regleringsbrev pays.
    pub betalningsdagar: Vec<Betalningsdag>,
    /// The documents, with what each is referred to by in the older set and in the newer one.
    pub dokument: Vec<Dokumentpar>,
}

/// A document of two sets.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema, PartialEq, Eq)]
pub struct Dokumentpar {
    /// Its id, which also names its files: `beslut-sektorsbidrag`.
    pub dokument: String,
    /// As it is in the older set; none if only the newer one has it.
    pub gammal: Option<Hanvisning>,
    /// As it is in the newer set; none if only the older one has it.
    pub ny: Option<Hanvisning>,
}

/// What a document is referred to by.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema, PartialEq, Eq)]
pub struct Hanvisning {
    /// Its title.
    pub titel: String,
    /// Its date, or that of the decision that it is a part of: `2024-04-18`.
    pub datum: Option<String>,
    /// The number of the decision, if it has one: `II:1`.
    pub nummer: Option<String>,
    /// Its diarienummer, if it has one.
    pub diarienummer: Option<String>,
}

/// Dates or numbers of documents that are others in the same way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherReferences {
    /// What they are called: `Datum`.
    pub what: &'static str,
    /// The titles of the documents.
    pub titles: Vec<String>,
    /// What it was.
    pub old: String,
    /// What it is.
    pub new: String,
}

/// A day of payment.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema, PartialEq, Eq)]
pub struct Betalningsdag {
    /// The month: `2024-07`.
    pub manad: String,
    /// The day: `2024-07-01`.
    pub dag: String,
}

/// A set.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema, PartialEq, Eq)]
pub struct Uppsattning {
    /// The folder or the package, as it was named.
    pub mapp: String,
    /// The year.
    pub ar: i32,
    /// The id of the run.
    pub korning: String,
    /// The version of the program.
    pub program: String,
    /// Whether the grant for läkemedelsförmånerna is net of the state's share of återbäring; none where the set has no
    /// circular that says so.
    pub netto: Option<bool>,
    /// The months whose payment is in no annex of the regleringsbrev, and so not decided: `2024-12`.
    pub utan_bilaga: Vec<String>,
}

/// Something that only one of them has, or that is another.
#[derive(
    Clone, Copy, Debug, Serialize, Deserialize, JsonSchema, PartialEq, Eq, PartialOrd, Ord,
)]
#[serde(rename_all = "snake_case")]
pub enum Andring {
    /// Both have it, and it is another.
    Andrad,
    /// The newer one alone has it.
    Tillkommer,
    /// The older one alone has it.
    FallerBort,
}

/// A file that is another.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema, PartialEq, Eq)]
pub struct Filandring {
    /// Its name.
    pub namn: String,
    /// How it differs.
    pub andring: Andring,
}

/// A rule that is another.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema, PartialEq, Eq)]
pub struct Regelandring {
    /// Its id.
    pub id: String,
    /// How it differs.
    pub andring: Andring,
    /// What it said.
    pub gammal: Option<String>,
    /// What it says.
    pub ny: Option<String>,
}

/// What stands in a cell, in the one and in the other.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema, PartialEq, Eq)]
pub struct Uppgift {
    /// The figure's name, with the year as so many years from the one that is computed: `{0}`.
    pub id: String,
    /// What it is called in the workbook.
    pub uppgift: String,
    /// Which of several that are called so on the sheet, for the whole country: `hepatit C`. None where there is one.
    pub rad: Option<String>,
    /// Whose it is: the region's name, another recipient's name or code, `Riket`.
    pub vems: String,
    /// The unit.
    pub enhet: String,
    /// The workbook.
    pub fil: String,
    /// The sheet.
    pub blad: String,
    /// Whether it is another.
    pub andrad: bool,
    /// What stood there; none if only the newer set has it.
    pub gammal: Option<Cellvarde>,
    /// What stands there; none if only the older set has it.
    pub ny: Option<Cellvarde>,
}

impl Jamforelse {
    /// Whether the one grant is net of återbäring and the other is not.
    #[must_use]
    pub fn is_broken(&self) -> bool {
        matches!((self.gammal.netto, self.ny.netto), (Some(old), Some(new)) if old != new)
    }

    /// The dates and numbers of documents that are others, of sets of the same year; of two years all are.
    #[must_use]
    pub fn references(&self) -> Vec<OtherReferences> {
        let mut found: Vec<OtherReferences> = Vec::new();
        if self.gammal.ar != self.ny.ar {
            return found;
        }
        let both = |one: &Dokumentpar| one.gammal.clone().zip(one.ny.clone());
        for (before, after) in self.dokument.iter().filter_map(both) {
            for (what, old, new) in [
                ("Datum", before.datum, after.datum),
                ("Nummer", before.nummer, after.nummer),
                ("Diarienummer", before.diarienummer, after.diarienummer),
            ] {
                if old == new {
                    continue;
                }
                let [old, new] = [old, new].map(|one| one.unwrap_or_else(|| "–".to_owned()));
                let is_alike =
                    |one: &OtherReferences| one.what == what && one.old == old && one.new == new;
                let title = after.titel.clone();
                match found.iter().position(is_alike).and_then(|at| found.get_mut(at)) {
                    Some(one) => one.titles.push(title),
                    None => found.push(OtherReferences { what, titles: vec![title], old, new }),
                }
            }
        }
        found
    }
}

impl OtherReferences {
    /// The documents, for a row: each by its title, or of many the first and how many the others are.
    #[must_use]
    pub fn documents(&self) -> String {
        match self.titles.as_slice() {
            [first, _, _, _, ..] => {
                format!("{first}, och {} andra dokument", self.titles.len() - 1)
            }
            few => swedish::enumeration(few),
        }
    }
}

impl Regelandring {
    /// The rule in words, as it says now, or said.
    #[must_use]
    pub fn words(&self) -> String {
        let text = self.ny.as_ref().or(self.gammal.as_ref());
        text.map(|text| super::shown::rule(text)).unwrap_or_default()
    }
}

impl Uppgift {
    /// What it is called, and which of several.
    #[must_use]
    pub fn name(&self) -> String {
        match &self.rad {
            Some(row) => format!("{} ({row})", self.uppgift),
            None => self.uppgift.clone(),
        }
    }

    /// The unit that is not written with its values; none where nobody would say it.
    #[must_use]
    pub fn unit(&self) -> Option<&str> {
        let unit = self.enhet.as_str();
        (!["andel", "antal", "datum", "vikt"].contains(&unit)).then_some(unit)
    }

    /// What it is called, and its unit.
    #[must_use]
    pub fn with_unit(&self) -> String {
        let name = self.name();
        self.unit().map_or_else(|| name.clone(), |unit| format!("{name}, {unit}"))
    }

    /// Its cell: in the newer set, or the older one if only that has it.
    #[must_use]
    pub fn address(&self) -> &str {
        self.ny.as_ref().or(self.gammal.as_ref()).map_or("", |value| value.cell.as_str())
    }
}

/// The value of a cell.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema, PartialEq, Eq)]
pub struct Cellvarde {
    /// The address: `C14`.
    pub cell: String,
    /// The value.
    pub varde: Varde,
    /// The same as it is written.
    pub text: String,
    /// How sure it is.
    pub status: String,
}

/// A printed amount that is another, in whole kronor.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema, PartialEq, Eq)]
pub struct Skillnad {
    /// The figure's name, with the year as so many years from the one that is computed: `{0}`.
    pub id: String,
    /// The grant.
    pub bidrag: String,
    /// Which of its figures: `statsbidrag`.
    pub siffra: String,
    /// What formulas call it.
    pub benamning: String,
    /// Whose it is: a region's id, another recipient's code, `riket`.
    pub plats: String,
    /// The same by name.
    pub vems: String,
    /// Whether it is an amount that is granted or paid.
    pub leder: bool,
    /// The weakest status of the cells that the two rest on.
    pub status: String,
    /// What it was; none if only the newer set has it.
    pub gammal: Option<i64>,
    /// What it is; none if only the older set has it.
    pub ny: Option<i64>,
    /// How much more it is.
    pub skillnad: i64,
    /// What that comes of, the largest first: the parts sum to it. Where nothing differs, those that cancel each other out.
    pub orsaker: Vec<Orsak>,
    /// How much of the parts comes of their changing together: the parts less what each would give alone, of those of
    /// which that is known. Some kronor of it may be rounding. None where there is one cause only.
    pub samverkan: Option<i64>,
}

impl Skillnad {
    /// Whether it is another, or only one of the sets has it.
    #[must_use]
    pub fn differs(&self) -> bool {
        self.gammal != self.ny
    }
}

/// What kind of cause.
#[derive(
    Clone, Copy, Debug, Serialize, Deserialize, JsonSchema, PartialEq, Eq, PartialOrd, Ord,
)]
#[serde(rename_all = "snake_case")]
pub enum Orsaksslag {
    /// A cell for the whole country, or cells of a sheet, that hold something else.
    Uppgifter,
    /// Figures that the newer set alone has.
    Tillkommer,
    /// Figures that the older set alone has.
    FallerBort,
    /// A rule that has become another.
    Regel,
    /// Rounding.
    Avrundning,
}

/// What a difference comes of.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema, PartialEq, Eq)]
pub struct Orsak {
    /// What kind.
    pub slag: Orsaksslag,
    /// In words.
    pub text: String,
    /// The workbook, if it is cells.
    pub fil: Option<String>,
    /// The sheet, if it is cells.
    pub blad: Option<String>,
    /// The cell, if it is one: `C12`.
    pub cell: Option<String>,
    /// How many cells or figures.
    pub antal: usize,
    /// Its part of the difference, in whole kronor. The parts are rounded so that they sum to the difference.
    pub bidrag: i64,
    /// The same exactly, as a fraction.
    pub exakt: String,
    /// How much of it comes of what is the region's own; none where it is of the whole country, or the figure is.
    pub varav_egen: Option<i64>,
    /// What the difference would be if this alone were changed; none where that cannot be computed.
    pub ensam: Option<i64>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(ar: i32) -> Uppsattning {
        let [mapp, korning, program] = [(); 3].map(|()| String::new());
        Uppsattning { mapp, ar, korning, program, netto: None, utan_bilaga: Vec::new() }
    }

    fn document(titel: &str, datum: &str) -> Hanvisning {
        let (titel, datum) = (titel.to_owned(), Some(datum.to_owned()));
        Hanvisning { titel, datum, nummer: None, diarienummer: None }
    }

    #[test]
    fn documents_of_another_date_are_told_of_together() {
        let pair = |titel: &str, old: &str, new: &str| Dokumentpar {
            dokument: titel.to_lowercase(),
            gammal: Some(document(titel, old)),
            ny: Some(document(titel, new)),
        };
        let mut found = Jamforelse {
            version: VERSION,
            gammal: set(2024),
            ny: set(2024),
            samma_program: true,
            mallar: Vec::new(),
            indata: Vec::new(),
            utan_andrade_tal: Vec::new(),
            regler: Vec::new(),
            parametrar: Vec::new(),
            celler: Vec::new(),
            siffror: Vec::new(),
            betalningsdagar: Vec::new(),
            dokument: vec![
                pair("Brevet", "2024-01-15", "2024-01-16"),
                pair("Bilagan", "2024-01-15", "2024-01-16"),
                pair("Beskedet", "2024-01-15", "2024-01-15"),
            ],
        };
        let told = found.references();
        let [one] = told.as_slice() else { panic!("{told:?}") };
        assert_eq!((one.what, one.old.as_str()), ("Datum", "2024-01-15"));
        assert_eq!(one.documents(), "Brevet och Bilagan");
        found.ny.ar = 2025;
        assert!(found.references().is_empty(), "of two years every date is another");
    }
}
