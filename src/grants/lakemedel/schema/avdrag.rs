//! The sheets of deductions: this year's, a row for each, and last year's, which those are compared with.

use super::sheets;
use crate::contract::VALUTAKODER;
use crate::workbook::schema::{Field, Kind, Measure, ROW, WHOLE_KRONOR};

/// The words for whether a deduction is settled afterwards.
pub const REGLERAS: [&str; 2] = ["ja", "nej"];
/// The word for that some of last year's deductions are not known.
pub const KANDA: [&str; 1] = ["bara en del"];

/// What a row is known by.
const NAMN: Field =
    Field::new("avdrag", "Kort namn", ROW, "Till exempel IHSI. Avdragets siffror heter efter det.")
        .kept();

/// What it is for.
const ANDAMAL: Field = Field::new(
    "andamal",
    "Ändamål",
    ROW,
    "Vad medlen är till för, med ord som kan stå efter ”för”, till exempel: medlemskapet i …",
)
.kept_unless_dated();

/// The sheet Avdrag.
pub(super) static AVDRAG: &[Field] = &[
    NAMN,
    Field::new("mottagare", "Mottagare", ROW, "Den som får medlen.").kept(),
    ANDAMAL,
    Field::new("hette", "Hette föregående år", ROW, "Avdragets korta namn föregående år, om det var ett annat. Annars tomt.").optional(),
    Field::new("valuta", "Valuta", Kind::Options(&VALUTAKODER), "Om avdraget är avtalat i en annan valuta än kronor.").optional().kept(),
    Field::new("valutabelopp", "Belopp i valutan", Kind::decimal(Measure::Valuta, (0, 100_000_000), 2), "Bara med valuta.").optional().usually(10_000, 5_000_000),
    Field::new("kurs", "Kurs", Kind::decimal(Measure::KrPerValuta, (0, 1_000), 6), "Preliminär kurs: kronor för en enhet av valutan. Bara med valuta.").optional().usually(1, 20),
    Field::new("kronor", "Belopp i kronor", WHOLE_KRONOR, "Krävs utan valuta. Med valuta: det belopp som parterna har avtalat, om de har det; då gäller det, och prövas mot kursen.").optional().usually(100_000, 200_000_000),
    Field::new("regleras", "Regleras i efterhand", Kind::Options(&REGLERAS), "Ja om skillnaden mot den slutliga kostnaden regleras.").kept(),
    Field::new("grans", "Gräns för reglering", WHOLE_KRONOR, "Bara en större skillnad regleras; 0 om varje skillnad gör det. Bara för det som regleras.").optional().kept().usually(1_000, 1_000_000),
    Field::new("senast", "Regleras senast", Kind::integer(Measure::Month, (1, 12)), "Månadens nummer året efter bidragsåret: 2 om utbetalningen i februari är den sista. Bara för det som regleras.").optional().kept().usually(1, 6),
];

/// The sheet Avdrag föregående år.
pub(super) static FOREGAENDE_AVDRAG: &[Field] = &[
    NAMN.last_years(sheets::AVDRAG, NAMN.id).published("avdrag_{}"),
    ANDAMAL.last_years(sheets::AVDRAG, ANDAMAL.id),
];
