//! The agreement: its amounts and terms, and the ladder that compensates the solidarity drugs.

use crate::allocation::Residual;
use crate::contract::lakemedel::{DRAS_AV, NYCKEL, NYCKELGRUND};
use crate::workbook::schema::{Field, KR_PER_INV, Kind, MNKR, Measure, PERCENT, ROW, WHOLE_KRONOR};

/// The words for where a step of the ladder begins.
pub const STEG_FRAN: [&str; 2] = ["medelkostnaden", "beloppet"];

/// The sheet Överenskommelse.
pub(super) static OVERENSKOMMELSE: &[Field] = &[
    Field::new("aterbaring_andel", "Statens andel av återbäringen", PERCENT, "Bidragsårets andel.").usually(10, 70),
    Field::new("aterbaring", "Statens andel av prognostiserad återbäring", MNKR, "Skrivs utan minustecken; dras av från de komponenter som har ja i kolumnen Återbäring dras av. 0 om ingen har det.").usually(200, 6_000),
    Field::new("totalt_kontroll", "Totalt bidrag, kontrollbelopp", MNKR, "Totalen enligt överenskommelsen. Används bara för att pröva raderna ovan.").optional(),
    Field::new("totalt_noggrannhet", "Kontrollbeloppets noggrannhet", MNKR, "Den enhet som totalen är angiven i: 1 för hela miljoner, 0,1 för en decimal. Då får raderna skilja mindre än så, och totalen trycks som den är avtalad. Tomt betyder på kronan.").optional(),
    Field::new("avdrag_tolerans", "Avdrag i valuta, tillåten skillnad", WHOLE_KRONOR, "Så mycket får ett avdrag som är avtalat i kronor skilja från beloppet i valuta gånger kursen. Tomt betyder inte alls.").optional().kept().usually(1, 100_000),
    Field::new("utbetalas_kontroll", "Utbetalas till regionerna, kontrollbelopp", WHOLE_KRONOR, "Beloppet enligt överenskommelsen. Används bara för att pröva raderna ovan.").optional(),
    Field::new("residual", "Återstod vid avrundning av statsbidraget", Kind::Options(&Residual::OPTIONS), "half_up: varje region för sig, summan ska gå jämnt ut. Annars sägs här vem som får återstoden; explicit: den region som står på nästa rad.").kept(),
    Field::new("residual_region", "Region som får återstoden", ROW, "Bara för explicit, om beslutet anger en viss region.").optional().kept(),
    Field::new("efterslap", "Efterslap", Kind::integer(Measure::Months, (1, 12)), "Så många månader efter kostnaden betalas bidraget.").kept().usually(1, 3),
    Field::new("vinst_forlust_nyckel", "Vinst- och förlustdelning, fördelas på regionerna efter", Kind::Options(&NYCKEL), "Årets statsbidrag, eller befolkningen den 31 augusti bidragsåret.").kept(),
    Field::new("vinst_forlust_nyckel_grund", "Vinst- och förlustdelning, nyckeln är", Kind::Options(&NYCKELGRUND), "avtalad: överenskommelsen säger vad som fördelas efter vad. antagen: den säger inget, och cirkuläret redovisar ett antagande.").kept(),
    Field::new("vinst_forlust_avraknas", "Vinst- och förlustdelning, avräknas i månad", MANAD, "Månadens nummer året efter bidragsåret: den månad då utfallet jämförs med överenskommelsen.").kept().usually(1, 6),
    Field::new("vinst_forlust_regleras", "Vinst- och förlustdelning, regleras i utbetalningen i månad", MANAD, "Månadens nummer året efter bidragsåret: den utbetalning som ändras.").kept().usually(1, 6),
    Field::new("befolkningsdag", "Befolkningen ska avse", Kind::Datum, "Den dag som invånarna i bidraget räknas. Tomt betyder den 31 augusti året före bidragsåret.").optional().kept_unless_dated(),
    Field::new("gruppdag", "Behovsmodellens grupper ska avse", Kind::Datum, "Den dag som invånarna i grupperna räknas. Tomt betyder den 31 december tre år före bidragsåret.").optional().kept_unless_dated(),
    Field::new("solidarisk_fran", "Solidariska kostnader, från och med", Kind::Datum, "Den första dagen i den period som kostnaderna avser. Tomt betyder den 1 oktober två år före bidragsåret.").optional().kept_unless_dated(),
    Field::new("solidarisk_till", "Solidariska kostnader, till och med", Kind::Datum, "Den sista dagen i perioden. Tomt betyder den 30 september året före bidragsåret.").optional().kept_unless_dated(),
    Field::new("solidarisk_troskel", "Solidarisk finansiering, lägsta kostnad för ersättning", KR_PER_INV, "Bara en region vars kostnad per invånare är minst så stor får ersättning, och då för hela kostnaden på trappans steg. Tomt om överenskommelsen inte har något sådant villkor.").optional().kept(),
];

/// A month of the year after.
const MANAD: Kind = Kind::integer(Measure::Month, (1, 12));
/// A sentence that is printed.
const MENING: Kind = Kind::Text { character: 400 };

/// The sheet Månadsplan.
pub(super) const MANADSPLAN: [Field; 3] = [
    Field::new(
        "manad",
        "Kostnadsmånad",
        MANAD,
        "Månadens nummer, 1–12 i ordning. När den betalas följer av efterslapet.",
    )
    .kept(),
    Field::new(
        "andel",
        "Andel",
        PERCENT,
        "Månadens andel av årets bidrag; 0 om inget betalas för månaden. Andelarna ska tillsammans vara 100 procent.",
    )
    .optional()
    .kept(),
    Field::new(
        "belopp",
        "Belopp",
        WHOLE_KRONOR,
        "I stället för andel: det som betalas till alla regioner för månaden. Beloppen ska tillsammans vara årets bidrag.",
    )
    .optional(),
];

/// The sheet Sjukdomar.
pub(super) const SJUKDOMAR: [Field; 2] = [
    Field::new(
        "sjukdom",
        "Sjukdom",
        ROW,
        "Sjukdomens namn, som rubriken på bladet Solidariska läkemedel.",
    )
    .kept(),
    Field::new("anmarkning", "Anmärkning", MENING, "En mening om sjukdomen. Den trycks.")
        .kept_unless_dated(),
];

/// The sheet Kriterier.
pub(super) const KRITERIER: [Field; 1] = [Field::new(
    "kriterium",
    "Kriterium",
    MENING,
    "En mening som säger vad sjukdomen ska uppfylla. Den trycks.",
)
.kept()];

/// The sheet Komponenter.
pub(super) const KOMPONENTER: [Field; 6] = [
    Field::new("komponent", "Komponent", ROW, "Kort namn, till exempel hepatit C. Komponentens siffror heter efter det.").kept(),
    Field::new("avser", "Vad som ersätts", ROW, "Med ord som kan stå efter ”kostnaden för”, till exempel: läkemedel mot hepatit C.").kept_unless_dated(),
    Field::new("avtalat_belopp", "Avtalat belopp", MNKR, "Det som staten ersätter, före återbäring."),
    Field::new("ersatt_andel", "Ersatt andel", PERCENT, "Den andel av kostnaden som beloppet är; 100 om hela kostnaden ersätts.").kept(),
    Field::new("aterbaring", "Återbäring dras av", Kind::Options(&DRAS_AV), "Ja om statens andel av prognostiserad återbäring redan är avdragen i bidraget för komponenten. Då är bidraget netto.").kept(),
    Field::new("grupp", "Avräkningsgrupp", ROW, "Den grupp på bladet Avräkningsgrupper som komponenten avräknas i. Tomt om den inte ingår i vinst- och förlustdelningen.").optional().kept(),
];

/// The sheet Avräkningsgrupper.
pub(super) const AVRAKNINGSGRUPPER: [Field; 4] = [
    Field::new(
        "grupp",
        "Grupp",
        ROW,
        "Kort namn, till exempel: förmånen. Gruppens siffror heter efter det.",
    )
    .kept(),
    Field::new(
        "uppat",
        "Gräns uppåt",
        PERCENT,
        "Så mycket högre än basen får utfallet bli utan att förlusten delas.",
    )
    .usually(1, 10)
    .kept(),
    Field::new(
        "nedat",
        "Gräns nedåt",
        PERCENT,
        "Så mycket lägre än basen får utfallet bli utan att vinsten delas.",
    )
    .usually(1, 10)
    .kept(),
    Field::new(
        "statens_andel",
        "Statens andel",
        PERCENT,
        "Statens andel av den del av avvikelsen som ligger utanför gränsen.",
    )
    .usually(20, 80)
    .kept(),
];

/// The sheet Övrigt.
pub(super) static OVRIGT: &[Field] = &[
    Field::new("andamal", "Ändamål", ROW, "Vad pengarna är till för, med ord som kan stå efter ”för”, till exempel: dostjänsten. Ett belopp som gäller flera ändamål står på en rad som räknar upp dem.").kept(),
    Field::new("belopp", "Belopp", MNKR, "Avtalat belopp. Ingår inte i vinst- och förlustdelningen.").usually(10, 8_000),
];

/// The sheet Solidarisk trappa.
pub(super) const TRAPPA: [Field; 4] = [
    Field::new("niva", "Nivå", Kind::integer(Measure::Number, (1, 20)), "Stegets nummer, från 1.")
        .kept(),
    Field::new(
        "raknas_fran",
        "Räknas från",
        Kind::Options(&STEG_FRAN),
        "Medelkostnaden i riket, eller beloppet i nästa kolumn.",
    )
    .kept(),
    Field::new(
        "fran",
        "Från",
        KR_PER_INV,
        "Kostnad där steget börjar. Tomt för steget från medelkostnaden.",
    )
    .optional(),
    Field::new("ersattning", "Ersättning", PERCENT, "Andel av kostnaden på steget som ersätts.")
        .usually(50, 100)
        .kept(),
];
