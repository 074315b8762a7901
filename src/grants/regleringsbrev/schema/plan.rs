//! What is paid when: annexes, adjustments, money on requisition, payees, and payments that are meant
//! to be nought or negative.

use crate::allocation::Residual;
use crate::grants::regleringsbrev::LAKEMEDEL;
use crate::grants::regleringsbrev::justering::Justering;
use crate::workbook::schema::{Falt, Measure, PROCENT, RAD, Slag};

/// The deductions of the agreement that are paid on requisition, by the names of läkemedelsförmånerna's
/// figures.
pub const MEDEL: [&str; 3] = ["sol", "ihsi", "skr"];
/// The words for who takes the krona that rounding the shares of IHSI leaves over.
pub const RESIDUAL_IHSI: [&str; 3] = [Residual::VAL[0], Residual::VAL[1], Residual::VAL[2]];

/// Kronor that are paid, or taken back.
const KRONOR: Slag = Slag::heltal(Measure::HelaKronor, (-100_000_000_000, 100_000_000_000));
/// Kronor without sign.
const KRONOR_UTAN_TECKEN: Slag = Slag::heltal(Measure::HelaKronor, (0, 100_000_000_000));
/// A month of the budget year.
const MANAD: Slag = Slag::heltal(Measure::Manad, (1, 12));
/// The number of an annex.
const BILAGA: Slag = Slag::heltal(Measure::Nummer, (1, 12));
/// Kronor with öre, of either sign.
const ORE: Slag = Slag::decimal(Measure::Kronor, (-10_000_000_000, 10_000_000_000), 2);
/// Kronor with öre, without sign.
const ORE_UTAN_TECKEN: Slag = Slag::decimal(Measure::Kronor, (0, 10_000_000_000), 2);

/// The sheet Bilagor.
pub(super) static BILAGOR: &[Falt] = &[
    Falt::ny("nummer", "Bilaga", BILAGA, "Bilagans nummer, från 1.").bestar(),
    Falt::ny("forsta_manad", "Första betalningsmånad", MANAD, "Månadens nummer under budgetåret.")
        .bestar(),
    Falt::ny("sista_manad", "Sista betalningsmånad", MANAD, "Månadens nummer under budgetåret.")
        .bestar(),
];

/// The sheet Justeringar.
pub(super) static JUSTERINGAR: &[Falt] = &[
    Falt::ny(
        "justering",
        "Justering",
        Slag::Val(&Justering::VAL),
        "Vilken justering det är. Alla avser föregående avtalsår.",
    )
    .bestar(),
    Falt::ny("bilaga", "Bilaga", BILAGA, "Numret på den bilaga som justeringen görs i.").bestar(),
    Falt::ny("manad", "Betalningsmånad", MANAD, "Den månad som justeras; den ska ligga i bilagan.")
        .bestar(),
    Falt::ny("skal", "Skäl", RAD, "En mening som säger varför. Den trycks.").bestar_utan_ar(),
];

/// The sheet Justeringsbelopp.
pub(super) static JUSTERINGSBELOPP: &[Falt] = &[
    Falt::ny(
        "aterbaring_prognos_statens_andel",
        "Statens andel av prognostiserad återbäring",
        KRONOR_UTAN_TECKEN,
        "Skrivs utan minustecken; dras från utbetalningen.",
    )
    .valfri(),
    Falt::ny(
        "ihsi",
        "IHSI, valutakorrigering",
        KRONOR,
        "Regionens del av korrigeringen. Positivt om den ökar utbetalningen.",
    )
    .valfri(),
    Falt::ny(
        "vinst_forlust_formanen",
        "Vinst/förlust, förmånen",
        KRONOR,
        "Regionens del av avräkningen. Negativt om den minskar utbetalningen.",
    )
    .valfri(),
    Falt::ny(
        "vinst_forlust_hepatit_c",
        "Vinst/förlust, hepatit C",
        KRONOR,
        "Regionens del av avräkningen. Negativt om den minskar utbetalningen.",
    )
    .valfri(),
    Falt::ny(
        "vinst_forlust_tillsammans",
        "Vinst/förlust, förmånen och hepatit C tillsammans",
        KRONOR,
        "Regionens del av avräkningen. Negativt om den minskar utbetalningen.",
    )
    .valfri(),
    Falt::ny(
        "aterbaring_differens",
        "Återbäring, slutlig minus prognos",
        ORE,
        "Hela återbäringen, inte bara statens andel. Positivt om den blev större än prognosen.",
    )
    .valfri(),
    Falt::ny(
        "aterbaring_slutlig",
        "Återbäring, slutlig",
        ORE_UTAN_TECKEN,
        "Hela återbäringen. Är den och prognosen ifyllda räknas skillnaden ur dem.",
    )
    .valfri(),
    Falt::ny(
        "aterbaring_prognos",
        "Återbäring, prognos",
        ORE_UTAN_TECKEN,
        "Hela den prognostiserade återbäringen.",
    )
    .valfri(),
    Falt::ny("annan", "Annan justering", KRONOR, "Positivt om den ökar utbetalningen.").valfri(),
];

/// The sheet Justeringsvillkor.
pub(super) static JUSTERINGSVILLKOR: &[Falt] = &[
    Falt::ny("aterbaring_andel", "Statens andel av föregående års återbäring", PROCENT, "Andelen enligt föregående års överenskommelse. Krävs om återbäringen justeras.").valfri().resultat_av(LAKEMEDEL, "aterbaring_andel"),
    Falt::ny("ihsi_preliminart", "IHSI, preliminär avgift", KRONOR_UTAN_TECKEN, "Det som drogs av före utbetalningen föregående år.").valfri().resultat_av(LAKEMEDEL, "ihsi"),
    Falt::ny("ihsi_slutligt", "IHSI, slutlig avgift", KRONOR_UTAN_TECKEN, "Det som avgiften kostade till slutlig kurs.").valfri(),
    Falt::ny("ihsi_grans", "IHSI, gräns för justering", KRONOR_UTAN_TECKEN, "Bara en skillnad som är större än så regleras.").valfri().resultat_av(LAKEMEDEL, "ihsi_grans"),
    Falt::ny("ihsi_residual", "IHSI, återstod vid avrundning", Slag::Val(&RESIDUAL_IHSI), "half_up: varje region för sig, summan ska gå jämnt ut. Annars sägs här vem som tar återstoden.").valfri().bestar(),
];

/// The sheet Medel på rekvisition.
pub(super) static MEDEL_KOLUMNER: &[Falt] = &[
    Falt::ny(
        "avdrag",
        "Avdrag",
        RAD,
        "sol, ihsi eller skr: det avdrag i överenskommelsen som betalas.",
    )
    .bestar(),
    Falt::ny("mottagare", "Mottagare", RAD, "Den som rekvirerar medlen.").bestar(),
    Falt::ny("andamal", "Ändamål", RAD, "Vad medlen får användas till.").bestar_utan_ar(),
    Falt::ny(
        "rekvireras_senast",
        "Rekvireras senast",
        Slag::Datum,
        "Sista dag för rekvisition hos den som betalar ut.",
    ),
    Falt::ny(
        "redovisas_senast",
        "Redovisas senast",
        Slag::Datum,
        "Sista dag för redovisning och återbetalning.",
    ),
    Falt::ny("villkor", "Villkor", RAD, "En mening. Den trycks.").bestar_utan_ar(),
];

/// The sheet Betalningsmottagare.
pub(super) static MOTTAGARE: &[Falt] = &[Falt::ny(
    "organisationsnummer",
    "Organisationsnummer",
    Slag::Text { tecken: 11 },
    "Tio siffror, NNNNNN-NNNN. Kontrollsiffran prövas.",
)
.bestar()];

/// The sheet Medgivna belopp.
pub(super) static MEDGIVNA: &[Falt] = &[
    Falt::ny("region", "Region", RAD, "Regionens namn."),
    Falt::ny("manad", "Betalningsmånad", MANAD, "Månadens nummer under budgetåret."),
    Falt::ny(
        "skal",
        "Skäl",
        RAD,
        "En mening som säger varför beloppet ska vara noll eller negativt.",
    ),
];
