//! The agreement: its amounts and terms, and the ladder that compensates the solidarity drugs.

use crate::allocation::Residual;
use crate::contract::lakemedel::{AVRAKNING, NYCKEL, SLAG};
use crate::workbook::schema::{Falt, HELA_KRONOR, KR_PER_INV, MNKR, Measure, PROCENT, RAD, Slag};

/// The words for where a step of the ladder begins.
pub const STEG_FRAN: [&str; 2] = ["medelkostnaden", "beloppet"];

/// The sheet Överenskommelse.
pub(super) static OVERENSKOMMELSE: &[Falt] = &[
    Falt::ny("formanen", "Läkemedelsförmånen, brutto", MNKR, "Avtalat belopp före återbäring."),
    Falt::ny("hepatit_c", "Hepatit C, brutto", MNKR, "Avtalat belopp: den andel av prognosen som ersätts."),
    Falt::ny("hepatit_c_andel", "Hepatit C, ersatt andel av prognosen", PROCENT, "Den andel av kostnaden som ingår i bidraget.").bestar(),
    Falt::ny("aterbaring_andel", "Statens andel av återbäringen", PROCENT, "Bidragsårets andel."),
    Falt::ny("aterbaring", "Statens andel av prognostiserad återbäring", MNKR, "Skrivs utan minustecken; dras från bruttobeloppet."),
    Falt::ny("ovrigt", "Övrigt", MNKR, "Smittskyddsläkemedel, läkemedel som överförts till slutenvården, förbrukningsartiklar och dostjänst."),
    Falt::ny("totalt_kontroll", "Totalt nettobidrag, kontrollbelopp", MNKR, "Totalen enligt överenskommelsen. Används bara för att pröva raderna ovan.").valfri(),
    Falt::ny("sol", "SOL-tjänster, till E-hälsomyndigheten", HELA_KRONOR, "Dras av före utbetalning till regionerna."),
    Falt::ny("ihsi_eur", "IHSI, medlemsavgift", Slag::decimal(Measure::Euro, (0, 100_000_000), 2), "Avgiften i euro."),
    Falt::ny("ihsi_kurs", "IHSI, preliminär eurokurs", Slag::decimal(Measure::KrPerEuro, (1, 100), 6), "Kronor per euro."),
    Falt::ny("ihsi_grans", "IHSI, gräns för justering", HELA_KRONOR, "Är skillnaden mot slutligt belopp större justeras utbetalningen.").bestar(),
    Falt::ny("skr", "SKR, nya arbetssätt", HELA_KRONOR, "Dras av före utbetalning till regionerna."),
    Falt::ny("utbetalas_kontroll", "Utbetalas till regionerna, kontrollbelopp", HELA_KRONOR, "Beloppet enligt överenskommelsen. Används bara för att pröva raderna ovan.").valfri(),
    Falt::ny("vinst_forlust_grans", "Vinst- och förlustdelning, gräns", PROCENT, "Avvikelse från basen som ingen del täcks av.").bestar(),
    Falt::ny("vinst_forlust_andel", "Vinst- och förlustdelning, statens andel", PROCENT, "Statens andel av avvikelsen utöver gränsen.").bestar(),
    Falt::ny("vinst_forlust_avrakning", "Vinst- och förlustdelning, förmånen och hepatit C avräknas", Slag::Val(&AVRAKNING), "Tillsammans eller var för sig.").bestar(),
    Falt::ny("slag", "Bidraget är", Slag::Val(&SLAG), "Netto om statens andel av prognostiserad återbäring redan är avdragen.").bestar(),
    Falt::ny("residual", "Återstod vid avrundning av statsbidraget", Slag::Val(&Residual::VAL), "half_up: varje region för sig, summan ska gå jämnt ut. Annars sägs här vem som får återstoden; explicit: den region som står på nästa rad.").bestar(),
    Falt::ny("residual_region", "Region som får återstoden", RAD, "Bara för explicit, om beslutet anger en viss region.").valfri().bestar(),
    Falt::ny("efterslap", "Efterslap", Slag::heltal(Measure::Manader, (1, 12)), "Så många månader efter kostnaden betalas bidraget.").bestar(),
    Falt::ny("vinst_forlust_nyckel", "Vinst- och förlustdelning, fördelas på regionerna efter", Slag::Val(&NYCKEL), "Årets statsbidrag, eller befolkningen den 31 augusti bidragsåret. Överenskommelsen anger ingen nyckel.").bestar(),
];

/// The sheet Solidarisk trappa.
pub(super) const TRAPPA: [Falt; 4] = [
    Falt::ny("niva", "Nivå", Slag::heltal(Measure::Nummer, (1, 20)), "Stegets nummer, från 1.")
        .bestar(),
    Falt::ny(
        "raknas_fran",
        "Räknas från",
        Slag::Val(&STEG_FRAN),
        "Medelkostnaden i riket, eller beloppet i nästa kolumn.",
    )
    .bestar(),
    Falt::ny(
        "fran",
        "Från",
        KR_PER_INV,
        "Kostnad där steget börjar. Tomt för steget från medelkostnaden.",
    )
    .valfri(),
    Falt::ny("ersattning", "Ersättning", PROCENT, "Andel av kostnaden på steget som ersätts.")
        .bestar(),
];
