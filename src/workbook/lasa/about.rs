//! What is said about the values of a column or an item, beside them: source, date, status, unit. Knows the
//! words, not where they stand.

use crate::problem::Code;
use crate::workbook::schema::Falt;
use crate::workbook::tecken::jamforbar;
use crate::workbook::tolka::Fynd;

/// The rows about the columns, above the headings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::workbook) enum Om {
    Kalla,
    PerDatum,
    Status,
    BekraftadAv,
    Enhet,
}

impl Om {
    /// All, in the order they are written.
    pub(in crate::workbook) const ALLA: [Self; 5] =
        [Self::Kalla, Self::PerDatum, Self::Status, Self::BekraftadAv, Self::Enhet];

    /// The label, in column A or as a heading.
    pub(in crate::workbook) fn etikett(self) -> &'static str {
        match self {
            Self::Kalla => "Källa",
            Self::PerDatum => "Per datum",
            Self::Status => "Status",
            Self::BekraftadAv => "Bekräftad av",
            Self::Enhet => "Enhet",
        }
    }

    /// What belongs there.
    pub(in crate::workbook) fn forklaring(self) -> &'static str {
        match self {
            Self::Kalla => {
                "Det dokument, diarienummer eller den tabell som uppgiften är hämtad ur."
            }
            Self::PerDatum => {
                "Det datum uppgiften gäller. Ett datum som är ifyllt från början är ett krav."
            }
            Self::Status => {
                "Hur säker uppgiften är: fastställd, härledd, preliminär, exempel eller ej bekräftad."
            }
            Self::BekraftadAv => "Den funktion som har bekräftat uppgiften, om någon har det.",
            Self::Enhet => "Uppgiftens enhet. Den ska stå kvar.",
        }
    }

    pub(super) fn hitta(text: &str) -> Option<Self> {
        Self::ALLA.into_iter().find(|om| jamforbar(om.etikett()) == jamforbar(text))
    }
}

/// A unit that is not the field's.
pub(super) fn enhetsfel(text: String, falt: &Falt) -> Fynd {
    let ratt = if falt.enhet().is_empty() { "ingen enhet" } else { falt.enhet() };
    Fynd::ny(Code::I02, text)
        .vantat(ratt)
        .hjalp("räkna om värdena till den enheten och återställ texten")
}
