//! What is paid when: annexes, adjustments, money on requisition, payees, and payments that are meant
//! to be zero or negative.

use crate::allocation::Residual;
use crate::contract::lakemedel::{AVRAKNING, SLAG};
use crate::grants::regleringsbrev::LAKEMEDEL;
use crate::grants::regleringsbrev::justering::Justering;
use crate::workbook::schema::{Field, Kind, Measure, PERCENT, ROW, RowsOf, Term};

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

/// An adjustment that there can be only where läkemedelsförmånerna's agreement said a certain thing.
const fn ask(kind: Justering, text: &'static str, said: &'static str) -> Term {
    Term { word: kind.word(), grant: LAKEMEDEL, text, said }
}

/// What the agreement of the year that is adjusted must have said: återbäring is settled apart only from a
/// grant that was paid gross, and profit and loss as the agreement settles them.
const AVTALETS: [Term; 5] = [
    ask(Justering::AterbaringPrognos, "slag", SLAG[0]),
    ask(Justering::AterbaringSlutlig, "slag", SLAG[0]),
    ask(Justering::VinstForlustTillsammans, "vinst_forlust_avrakning", AVRAKNING[0]),
    ask(Justering::VinstForlustFormanen, "vinst_forlust_avrakning", AVRAKNING[1]),
    ask(Justering::VinstForlustHepatitC, "vinst_forlust_avrakning", AVRAKNING[1]),
];

/// The sheet Justeringar.
pub(super) static JUSTERINGAR: &[Field] = &[
    Field::new(
        "justering",
        "Justering",
        Kind::Options(&Justering::VAL),
        "Vilken justering det är. Alla avser föregående avtalsår. Återbäring justeras bara om det årets bidrag var brutto, vinst och förlust bara så som det årets överenskommelse avräknar dem. Annat som återstår, till exempel från ett tidigare år, är ”annan”.",
    )
    .kept_if(&AVTALETS),
    Field::new("bilaga", "Bilaga", BILAGA, "Numret på den bilaga som justeringen görs i.").kept(),
    Field::new(
        "manad",
        "Betalningsmånad",
        MANAD,
        "Den månad som justeras; den ska ligga i bilagan.",
    )
    .kept(),
    Field::new("skal", "Skäl", ROW, "En mening som säger varför. Den trycks.").kept_unless_dated(),
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
        "vinst_forlust_formanen",
        "Vinst/förlust, förmånen",
        KRONOR,
        "Regionens del av avräkningen. Negativt om den minskar utbetalningen.",
    )
    .optional(),
    Field::new(
        "vinst_forlust_hepatit_c",
        "Vinst/förlust, hepatit C",
        KRONOR,
        "Regionens del av avräkningen. Negativt om den minskar utbetalningen.",
    )
    .optional(),
    Field::new(
        "vinst_forlust_tillsammans",
        "Vinst/förlust, förmånen och hepatit C tillsammans",
        KRONOR,
        "Regionens del av avräkningen. Negativt om den minskar utbetalningen.",
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

/// The sheet Justeringsvillkor.
pub(super) static JUSTERINGSVILLKOR: &[Field] = &[
    Field::new("aterbaring_andel", "Statens andel av föregående års återbäring", PERCENT, "Andelen enligt föregående års överenskommelse. Krävs om återbäringen justeras.").optional().outcome_of(LAKEMEDEL, "aterbaring_andel"),
    Field::new("avdrag_residual", "Avdrag, återstod vid avrundning", Kind::Options(&RESIDUAL_AVDRAG), "half_up: varje region för sig, summan ska gå jämnt ut. Annars sägs här vem som tar återstoden. Krävs om bladet Reglerade avdrag är ifyllt.").optional().kept(),
];

/// Last year's rows of läkemedelsförmånerna's deductions, those that are settled afterwards.
static REGLERAS_EFTERAT: RowsOf =
    RowsOf { grant: LAKEMEDEL, sheet: "Avdrag", only: ("regleras", "ja") };

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
    .row_outcome_of(LAKEMEDEL, "avdrag_{}"),
    Field::new(
        "slutligt",
        "Slutlig kostnad",
        KRONOR_UTAN_TECKEN,
        "Vad det kostade, till slutlig kurs.",
    ),
    Field::new(
        "grans",
        "Gräns för reglering",
        KRONOR_UTAN_TECKEN,
        "Bara en skillnad som är större än så regleras.",
    )
    .row_outcome_of(LAKEMEDEL, "avdrag_{}_grans"),
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
