//! What is paid when: annexes, adjustments, money on requisition, payees, and payments that are meant
//! to be zero or negative.

use super::avstamning::VILLKOR;
use crate::allocation::Residual;
use crate::contract::lakemedel::DRAS_AV;
use crate::grants::regleringsbrev::LAKEMEDEL;
use crate::grants::regleringsbrev::justering::Slag;
use crate::workbook::schema::{
    Field, FreeColumns, Kind, Measure, OfRows, Only, PERCENT, ROW, RowsOf, Term,
};

/// The words for who takes the krona that rounding the parts of a deduction leaves over.
pub const RESIDUAL_AVDRAG: [&str; 3] =
    [Residual::OPTIONS[0], Residual::OPTIONS[1], Residual::OPTIONS[2]];

/// Kronor that are paid, or taken back.
const KRONOR: Kind = Kind::integer(Measure::HelaKronor, (-100_000_000_000, 100_000_000_000));
/// Kronor without sign.
const KRONOR_UTAN_TECKEN: Kind = Kind::integer(Measure::HelaKronor, (0, 100_000_000_000));
/// A month of the budget year.
const MANAD: Kind = Kind::integer(Measure::Month, (1, 12));
/// The number of an annex.
const BILAGA: Kind = Kind::integer(Measure::Number, (1, 12));
/// Kronor with öre, of either sign.
const ORE: Kind = Kind::decimal(Measure::Kronor, (-10_000_000_000, 10_000_000_000), 2);
/// Kronor with öre, without sign.
const ORE_UTAN_TECKEN: Kind = Kind::decimal(Measure::Kronor, (0, 10_000_000_000), 2);

/// The sheet Bilagor.
pub(super) static BILAGOR: &[Field] = &[
    Field::new("nummer", "Bilaga", BILAGA, "Bilagans nummer, från 1.").kept(),
    Field::new(
        "forsta_manad",
        "Första betalningsmånad",
        MANAD,
        "Månadens nummer under budgetåret.",
    )
    .kept(),
    Field::new("sista_manad", "Sista betalningsmånad", MANAD, "Månadens nummer under budgetåret.")
        .kept(),
];

/// Last year's components whose grant is net of the state's share of återbäring.
static NETTO: RowsOf =
    RowsOf { grant: LAKEMEDEL, sheet: "Komponenter", only: Only::Said("aterbaring", DRAS_AV[0]) };

/// What the agreement of the year that is adjusted must not have said: what is already deducted from a net grant is
/// not deducted again, and what is not is.
const AVTALETS: [Term; 2] = [
    Term { word: Slag::AterbaringPrognos.word(), unless: &NETTO },
    Term { word: Slag::AterbaringSlutlig.word(), unless: &NETTO },
];

/// Last year's settlement groups.
static GRUPPERNA: RowsOf =
    RowsOf { grant: LAKEMEDEL, sheet: "Avräkningsgrupper", only: Only::All };

/// What the reason for the settlement of deductions speaks of.
static AVDRAGEN: OfRows = OfRows {
    word: Slag::Avdrag.word(),
    sheet: super::sheet::REGLERADE,
    rows: &REGLERAS_EFTERAT,
    id: "avdrag",
};

/// The sheet Justeringar.
pub(super) static JUSTERINGAR: &[Field] = &[
    Field::new(
        "justering",
        "Justering",
        Kind::Options(&Slag::VAL),
        "Vilken justering det är. Alla avser föregående avtalsår. Återbäring justeras bara om det årets bidrag var brutto. Annat som återstår, till exempel från ett tidigare år, är ”annan”.",
    )
    .kept_if(&AVTALETS),
    Field::new(
        "grupp",
        "Avräkningsgrupp",
        ROW,
        "Bara för vinst/förlust: gruppen på bladet Avräkningsgrupper föregående år i lakemedel.xlsx. En rad för varje grupp.",
    )
    .optional()
    .rows_of(&GRUPPERNA, "grupp"),
    Field::new("bilaga", "Bilaga", BILAGA, "Numret på den bilaga som justeringen görs i.").kept(),
    Field::new(
        "manad",
        "Betalningsmånad",
        MANAD,
        "Den månad som justeras; den ska ligga i bilagan.",
    )
    .kept(),
    Field::new("skal", "Skäl", ROW, "En mening som säger varför. Den trycks.")
        .kept_unless_dated()
        .of_rows(&AVDRAGEN),
];

/// The sheet Justeringsbelopp.
pub(super) static JUSTERINGSBELOPP: &[Field] = &[
    Field::new(
        "aterbaring_prognos_statens_andel",
        "Statens andel av prognostiserad återbäring",
        KRONOR_UTAN_TECKEN,
        "Skrivs utan minustecken; dras från utbetalningen.",
    )
    .optional(),
    Field::new(
        "avdrag",
        "Avdrag, reglering",
        KRONOR,
        "Regionens del av det som regleras. Positivt om den ökar utbetalningen.",
    )
    .optional(),
    Field::new(
        "aterbaring_differens",
        "Återbäring, slutlig minus prognos",
        ORE,
        "Hela återbäringen, inte bara statens andel. Positivt om den blev större än prognosen.",
    )
    .optional(),
    Field::new(
        "aterbaring_slutlig",
        "Återbäring, slutlig",
        ORE_UTAN_TECKEN,
        "Hela återbäringen. Är den och prognosen ifyllda räknas skillnaden ur dem.",
    )
    .optional(),
    Field::new(
        "aterbaring_prognos",
        "Återbäring, prognos",
        ORE_UTAN_TECKEN,
        "Hela den prognostiserade återbäringen.",
    )
    .optional(),
    Field::new("annan", "Annan justering", KRONOR, "Positivt om den ökar utbetalningen.")
        .optional(),
];

/// Columns of the user's own on the sheet Justeringsbelopp: profit or loss, a column for each group.
pub(super) const VINST_FORLUST: FreeColumns = FreeColumns {
    field: Field::new(
        "vinst_forlust",
        "Vinst/förlust, och avräkningsgruppens namn",
        KRONOR,
        "Regionens del av avräkningen, om den inte räknas på bladet Avstämning. Negativt om den minskar utbetalningen. Rubriken är till exempel: Vinst/förlust, förmånen.",
    )
    .gone(),
    sum: None,
    new: None,
};

/// The sheet Justeringsvillkor.
pub(super) static JUSTERINGSVILLKOR: &[Field] = &[
    Field::new("aterbaring_andel", "Statens andel av föregående års återbäring", PERCENT, "Andelen enligt föregående års överenskommelse. Krävs om återbäringen justeras.").optional().outcome_of(LAKEMEDEL, "aterbaring_andel").usually(10, 70),
    VILLKOR[0],
    VILLKOR[1],
    Field::new("avdrag_residual", "Avdrag, återstod vid avrundning", Kind::Options(&RESIDUAL_AVDRAG), "half_up: varje region för sig, summan ska gå jämnt ut. Annars sägs här vem som tar återstoden. Krävs om bladet Reglerade avdrag är ifyllt.").optional().kept(),
];

/// Last year's rows of läkemedelsförmånerna's deductions, those that are settled afterwards.
static REGLERAS_EFTERAT: RowsOf =
    RowsOf { grant: LAKEMEDEL, sheet: "Avdrag", only: Only::Said("regleras", "ja") };

/// The sheet Reglerade avdrag.
pub(super) static REGLERADE: &[Field] = &[
    Field::new("avdrag", "Avdrag", ROW, "Avdragets korta namn, till exempel IHSI.")
        .rows_of(&REGLERAS_EFTERAT, "avdrag"),
    Field::new(
        "andamal",
        "Ändamål",
        ROW,
        "Vad medlen var till för, med ord som kan stå efter ”för”.",
    )
    .rows_of(&REGLERAS_EFTERAT, "andamal"),
    Field::new(
        "preliminart",
        "Preliminärt avdrag",
        KRONOR_UTAN_TECKEN,
        "Det som drogs av före utbetalningen föregående år.",
    )
    .row_outcome_of(LAKEMEDEL, "avdrag_{}")
    .near("Reglerade avdrag", "slutligt", 1_000),
    Field::new(
        "slutligt",
        "Slutlig kostnad",
        KRONOR_UTAN_TECKEN,
        "Vad det kostade, till slutlig kurs.",
    )
    .usually(100_000, 200_000_000),
    Field::new(
        "grans",
        "Gräns för reglering",
        KRONOR_UTAN_TECKEN,
        "Bara en skillnad som är större än så regleras.",
    )
    .row_outcome_of(LAKEMEDEL, "avdrag_{}_grans")
    .usually(1_000, 1_000_000),
];

/// The sheet Medel på rekvisition.
pub(super) static MEDEL: &[Field] = &[
    Field::new(
        "avdrag",
        "Avdrag",
        ROW,
        "Avdragets korta namn, som på bladet Avdrag i lakemedel.xlsx. Där står vem som får medlen, och hur mycket.",
    )
    .kept(),
    Field::new(
        "andamal",
        "Ändamål",
        ROW,
        "Vad som rekvireras, om det ska sägas med andra ord än på bladet Avdrag.",
    )
    .optional()
    .kept_unless_dated(),
    Field::new(
        "rekvireras_senast",
        "Rekvireras senast",
        Kind::Datum,
        "Sista dag för rekvisition hos den som betalar ut.",
    )
    .kept_unless_dated(),
    Field::new(
        "redovisas_senast",
        "Redovisas senast",
        Kind::Datum,
        "Sista dag för redovisning och återbetalning.",
    )
    .kept_unless_dated(),
    Field::new("villkor", "Villkor", ROW, "En mening, om det finns något villkor utöver dagarna. Den trycks.")
        .optional()
        .kept_unless_dated(),
];

/// The sheet Betalningsmottagare.
pub(super) static MOTTAGARE: &[Field] = &[Field::new(
    "organisationsnummer",
    "Organisationsnummer",
    Kind::Text { character: 11 },
    "Tio siffror, NNNNNN-NNNN. Kontrollsiffran prövas.",
)
.kept()];

/// The sheet Medgivna belopp.
pub(super) static MEDGIVNA: &[Field] = &[
    Field::new("region", "Region", ROW, "Regionens namn."),
    Field::new("manad", "Betalningsmånad", MANAD, "Månadens nummer under budgetåret."),
    Field::new(
        "skal",
        "Skäl",
        ROW,
        "En mening som säger varför beloppet ska vara noll eller negativt.",
    ),
];
