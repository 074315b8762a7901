//! What is said about the values of a column or an item, beside them: source, date, status, unit. Knows the
//! words, not where they stand.

use crate::problem::messages::{sheet as say, words};
use crate::problem::{Code, Message};
use crate::workbook::parse::Finding;
use crate::workbook::schema::Field;
use crate::workbook::text::normalized;

/// The rows about the columns, above the headings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::workbook) enum About {
    Source,
    AsOf,
    Status,
    ConfirmedBy,
    Unit,
}

impl About {
    /// All, in the order they are written.
    pub(in crate::workbook) const ALL: [Self; 5] =
        [Self::Source, Self::AsOf, Self::Status, Self::ConfirmedBy, Self::Unit];

    /// The label, in column A or as a heading.
    pub(in crate::workbook) fn label(self) -> &'static str {
        match self {
            Self::Source => "Källa",
            Self::AsOf => "Per datum",
            Self::Status => "Status",
            Self::ConfirmedBy => "Bekräftad av",
            Self::Unit => "Enhet",
        }
    }

    /// What belongs there.
    pub(in crate::workbook) fn explanation(self) -> &'static str {
        match self {
            Self::Source => {
                "Det dokument, diarienummer eller den tabell som uppgiften är hämtad ur."
            }
            Self::AsOf => {
                "Det datum uppgiften gäller. Ett datum som är ifyllt från början är ett krav."
            }
            Self::Status => {
                "Hur säker uppgiften är: fastställd, härledd, preliminär, exempel eller ej bekräftad."
            }
            Self::ConfirmedBy => "Den funktion som har bekräftat uppgiften, om någon har det.",
            Self::Unit => "Uppgiftens enhet. Är den ifylld från början ska den stå kvar.",
        }
    }

    pub(super) fn find(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|about| normalized(about.label()) == normalized(text))
    }
}

/// A unit that is not the field's.
pub(super) fn unit_error(text: Message, field: &Field) -> Finding {
    let right_value =
        if field.unit().is_empty() { say::no_unit() } else { words::word(field.unit()) };
    Finding::new(Code::I02, text).expected(right_value).help(say::convert())
}
