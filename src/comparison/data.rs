//! What two sets say differently, as data: what `diff` answers, and what its papers are made of.

use schemars::JsonSchema;
use serde::Serialize;

use crate::report::number::Varde;

/// The version of the form.
pub(super) const VERSION: u32 = 1;

/// Two sets held against each other.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
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
    /// Those of them in which no number is another: then a text, a choice or a source is.
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
}

/// A day of payment.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Betalningsdag {
    /// The month: `2024-07`.
    pub manad: String,
    /// The day: `2024-07-01`.
    pub dag: String,
}

/// A set.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
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
#[derive(Clone, Copy, Debug, Serialize, JsonSchema, PartialEq, Eq, PartialOrd, Ord)]
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
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Filandring {
    /// Its name.
    pub namn: String,
    /// How it differs.
    pub andring: Andring,
}

/// A rule that is another.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
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
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Uppgift {
    /// The figure's name, with the year as so many years from the one that is computed: `{0}`.
    pub id: String,
    /// What it is called in the workbook.
    pub uppgift: String,
    /// Which of several that are called so on the sheet, for the whole country: `hepatit c`. None where there is one.
    pub rad: Option<String>,
    /// Whose it is: the region's name, another recipient's code, `Riket`.
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
}

/// The value of a cell.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
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
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
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
#[derive(Clone, Copy, Debug, Serialize, JsonSchema, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "snake_case")]
pub enum Orsaksslag {
    /// Cells of a sheet that hold something else.
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
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Orsak {
    /// What kind.
    pub slag: Orsaksslag,
    /// In words.
    pub text: String,
    /// The workbook, if it is cells.
    pub fil: Option<String>,
    /// The sheet, if it is cells.
    pub blad: Option<String>,
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
