//! What a workbook looks like, said once: this definition reads it, scaffolds an empty one and
//! documents it. Holds no values and reads nothing.

use std::collections::BTreeMap;

use chrono::NaiveDate;

pub use super::kind::{ARET, HELA_KRONOR, INVANARE, KR_PER_INV, MNKR, PROCENT, RAD, Slag};
pub use super::measure::Measure;

/// A workbook: one per grant.
#[derive(Debug)]
pub struct Arbetsbok {
    /// The file's name in the year's folder.
    pub fil: &'static str,
    /// Its title, on the cover sheet.
    pub titel: &'static str,
    /// What it is for, on the cover sheet.
    pub om: &'static str,
    /// Sheet, and id of the row, of the year the workbook is for: the other dates hang on it.
    pub ar: (&'static str, &'static str),
    /// The sheets, in the order they lie.
    pub blad: &'static [Blad],
}

/// A sheet.
#[derive(Debug)]
pub struct Blad {
    /// The name on the tab; at most 31 characters.
    pub namn: &'static str,
    /// What it holds and how it is filled in.
    pub om: &'static str,
    /// Whether it may be left out.
    pub kravs: bool,
    /// How it is laid out.
    pub form: Form,
}

/// The three ways a sheet is laid out.
#[derive(Debug)]
pub enum Form {
    /// One row per item: Uppgift, Värde, Enhet, Källa, Per datum, Status, Bekräftad av, Förklaring.
    Uppgifter(&'static [Falt]),
    /// One row per region under a row of headings; above it, per column: Källa, Per datum, Status,
    /// Bekräftad av, Enhet.
    Regioner {
        /// The columns after the region.
        kolumner: &'static [Falt],
        /// Columns the user names himself.
        fria: Option<Fria>,
        /// The label of an optional last row that must equal the sum of the others.
        summarad: Option<&'static str>,
    },
    /// Any number of rows under a row of headings, laid out as [`Form::Regioner`] otherwise. The first
    /// column is the row's key; it rests on what the next column rests on. In a list of one column,
    /// what it rests on stands in column B.
    Lista {
        /// The columns; the first is the key.
        kolumner: &'static [Falt],
        /// The keys there must be, each once; empty where rows are free. Free rows may repeat a key.
        nycklar: &'static [&'static str],
    },
}

/// Columns the user names himself, one per item (a disease, say), and the column they must sum to, if
/// they sum to anything.
#[derive(Debug)]
pub struct Fria {
    /// What each column holds; its `rubrik` says what the heading names. A column with a heading must
    /// be filled for every region.
    pub falt: Falt,
    /// The id of the column that must equal their sum in every row.
    pub summa: Option<&'static str>,
    /// The columns that the year after has besides.
    pub nya: Option<NewColumns>,
}

/// Columns of the user's own that the year after has besides: one for a row of a list that calls for it.
#[derive(Debug, Clone, Copy)]
pub struct NewColumns {
    /// The sheet of the list.
    pub blad: &'static str,
    /// The heading of the column that a row calls for in the year after `ar`, by the whole numbers of the
    /// row; none if it calls for none.
    pub rubrik: fn(ar: i32, tal: &BTreeMap<&'static str, i64>) -> Option<String>,
}

/// One item, or one column.
#[derive(Debug, Clone, Copy)]
pub struct Falt {
    /// The id the grant asks for it by, and figures are named by.
    pub id: &'static str,
    /// The heading, without the unit. Recognised with or without the unit in parentheses after it.
    pub rubrik: &'static str,
    /// What may stand in the cell, and of a number in what unit.
    pub slag: Slag,
    /// Whether it must be filled. A column per region that need not be is filled for all or for none.
    pub kravs: bool,
    /// Which date the value must hold for.
    pub per_datum: PerDatum,
    /// What becomes of it in the year after.
    pub arv: Arv,
    /// What it is and where it is found.
    pub om: &'static str,
}

/// Which as-of date an input must have.
#[derive(Debug, Clone, Copy)]
pub enum PerDatum {
    /// It has none, or it is free.
    Fritt,
    /// Exactly this one, by the year of the workbook.
    Kravs(fn(ar: i32) -> NaiveDate),
}

/// What becomes of a field when the year after is begun from this one. The rows of a list are inherited
/// as its first column is; a column the user named keeps its heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arv {
    /// It is new every year: left empty.
    Nytt,
    /// It holds until something else is decided: carried over, to be confirmed by a source.
    Bestar,
    /// It is a text that does so, unless it names the year, or the one before or after: then it is left
    /// empty.
    BestarUtanAr,
    /// It is the year: moved by one. In a list the years move, and the rows of those that were there
    /// already remain.
    Aret,
    /// It is what another field of the same workbook was last year: carried over with its source.
    Forra {
        /// The sheet that had it.
        blad: &'static str,
        /// Its id there.
        id: &'static str,
    },
    /// It is what last year came to, or said: the figure, or the text, of this name, of the region or of
    /// the country.
    Resultat {
        /// The grant whose figure it is; the workbook's own where none is named.
        bidrag: Option<&'static str>,
        /// The figure's name, without grant, year and region.
        siffra: &'static str,
    },
}

impl Arbetsbok {
    /// The sheet with this name.
    ///
    /// # Panics
    /// If there is none: a bug.
    #[must_use]
    pub fn blad(&self, namn: &str) -> &'static Blad {
        self.blad
            .iter()
            .find(|blad| blad.namn == namn)
            .unwrap_or_else(|| panic!("{} has no sheet {namn}", self.fil))
    }
}

impl Blad {
    /// Its items or columns, the free ones not among them.
    #[must_use]
    pub fn falt(&self) -> &'static [Falt] {
        match &self.form {
            Form::Uppgifter(falt) => falt,
            Form::Regioner { kolumner, .. } | Form::Lista { kolumner, .. } => kolumner,
        }
    }

    /// The heading of its first column, by which the row of headings is found.
    #[must_use]
    pub fn nyckelrubrik(&self) -> &'static str {
        match &self.form {
            Form::Uppgifter(_) => "Uppgift",
            Form::Regioner { .. } => "Region",
            Form::Lista { kolumner, .. } => kolumner.first().map_or("", |falt| falt.rubrik),
        }
    }
}

impl Falt {
    /// A required field whose values may hold for any date.
    #[must_use]
    pub const fn ny(id: &'static str, rubrik: &'static str, slag: Slag, om: &'static str) -> Self {
        let (per_datum, arv) = (PerDatum::Fritt, Arv::Nytt);
        Self { id, rubrik, slag, kravs: true, per_datum, arv, om }
    }

    /// The same, which may be left empty.
    #[must_use]
    pub const fn valfri(self) -> Self {
        Self { kravs: false, ..self }
    }

    /// The same, whose values must hold for a date that hangs on the workbook's year.
    #[must_use]
    pub const fn per(self, dag: fn(i32) -> NaiveDate) -> Self {
        Self { per_datum: PerDatum::Kravs(dag), ..self }
    }

    /// The same, which holds the year after too.
    #[must_use]
    pub const fn bestar(self) -> Self {
        Self { arv: Arv::Bestar, ..self }
    }

    /// The same, a text which holds the year after too, unless it names a year thereabouts.
    #[must_use]
    pub const fn bestar_utan_ar(self) -> Self {
        Self { arv: Arv::BestarUtanAr, ..self }
    }

    /// The same, which is the year.
    #[must_use]
    pub const fn aret(self) -> Self {
        Self { arv: Arv::Aret, ..self }
    }

    /// The same, which is what the field with this id was on that sheet last year.
    #[must_use]
    pub const fn forra(self, blad: &'static str, id: &'static str) -> Self {
        Self { arv: Arv::Forra { blad, id }, ..self }
    }

    /// The same, which is what this figure of the grant came to last year.
    #[must_use]
    pub const fn resultat(self, siffra: &'static str) -> Self {
        Self { arv: Arv::Resultat { bidrag: None, siffra }, ..self }
    }

    /// The same, which is what this figure of another grant came to last year.
    #[must_use]
    pub const fn resultat_av(self, bidrag: &'static str, siffra: &'static str) -> Self {
        Self { arv: Arv::Resultat { bidrag: Some(bidrag), siffra }, ..self }
    }

    /// The unit as it is written in the workbook; empty if it has none.
    #[must_use]
    pub fn enhet(&self) -> &'static str {
        self.slag.measure().map_or("", Measure::text)
    }

    /// The heading as it is written in the workbook, with its unit.
    #[must_use]
    pub fn rubrik_med_enhet(&self) -> String {
        match self.enhet() {
            "" => self.rubrik.to_owned(),
            enhet => format!("{} ({enhet})", self.rubrik),
        }
    }

    /// Whether it holds numbers and nothing else.
    #[must_use]
    pub fn ar_tal(&self) -> bool {
        matches!(self.slag, Slag::Heltal { .. } | Slag::Decimal { .. })
    }

    /// Whether nought is one of its values.
    #[must_use]
    pub fn far_vara_noll(&self) -> bool {
        match self.slag {
            Slag::Heltal { min, max, .. }
            | Slag::Decimal { min, max, .. }
            | Slag::Intervall { min, max, .. } => min <= 0 && max >= 0,
            Slag::Text { .. } | Slag::Datum | Slag::Val(_) => false,
        }
    }

    /// Whether the regions' values have a sum that means something.
    #[must_use]
    pub fn summeras(&self) -> bool {
        self.ar_tal() && self.slag.measure().is_some_and(Measure::sums)
    }
}
