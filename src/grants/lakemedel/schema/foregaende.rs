//! What last year came to, and was computed by.

use super::avdrag::KANDA;
use super::days::foregaende_befolkningsdag;
use super::overenskommelse::{AVRAKNINGSGRUPPER, KOMPONENTER, MANADSPLAN, TRAPPA};
use super::sheets;
use crate::allocation::Residual;
use crate::contract::lakemedel::{NYCKEL, NYCKELGRUND};
use crate::workbook::schema::{Field, INHABITANTS, KR_PER_INV, Kind, MNKR, Measure, ROW};

/// Whole kronor that something is a percentage of.
const HELA_KRONOR_EJ_NOLL: Kind = Kind::integer(Measure::HelaKronor, (1, 1_000_000_000_000));

/// The sheet Komponenter föregående år.
pub(super) static FOREGAENDE_KOMPONENTER: &[Field] = &[
    KOMPONENTER[0].last_years(sheets::KOMPONENTER, KOMPONENTER[0].id),
    KOMPONENTER[1].last_years(sheets::KOMPONENTER, KOMPONENTER[1].id),
    KOMPONENTER[2]
        .last_years(sheets::KOMPONENTER, KOMPONENTER[2].id)
        .published("komponent_{}")
        .moves(400),
    KOMPONENTER[3]
        .last_years(sheets::KOMPONENTER, KOMPONENTER[3].id)
        .published("ersatt_andel_{}")
        .moves(200),
    KOMPONENTER[4].last_years(sheets::KOMPONENTER, KOMPONENTER[4].id),
    Field {
        about: "Den grupp på bladet Avräkningsgrupper föregående år som komponenten avräknas i. Tomt om den inte ingick i vinst- och förlustdelningen.",
        ..KOMPONENTER[5].last_years(sheets::KOMPONENTER, KOMPONENTER[5].id)
    },
];

/// The sheet Avräkningsgrupper föregående år.
pub(super) static FOREGAENDE_AVRAKNINGSGRUPPER: &[Field] = &[
    AVRAKNINGSGRUPPER[0].last_years(sheets::AVRAKNINGSGRUPPER, AVRAKNINGSGRUPPER[0].id),
    AVRAKNINGSGRUPPER[1]
        .last_years(sheets::AVRAKNINGSGRUPPER, AVRAKNINGSGRUPPER[1].id)
        .published("gransen_uppat_{}"),
    AVRAKNINGSGRUPPER[2]
        .last_years(sheets::AVRAKNINGSGRUPPER, AVRAKNINGSGRUPPER[2].id)
        .published("gransen_nedat_{}"),
    AVRAKNINGSGRUPPER[3]
        .last_years(sheets::AVRAKNINGSGRUPPER, AVRAKNINGSGRUPPER[3].id)
        .published("statens_andel_{}"),
];

/// The sheet Trappa föregående år.
pub(super) static FOREGAENDE_TRAPPA: &[Field] = &[
    TRAPPA[0].last_years(sheets::TRAPPA, TRAPPA[0].id),
    TRAPPA[1].last_years(sheets::TRAPPA, TRAPPA[1].id),
    TRAPPA[2].last_years(sheets::TRAPPA, TRAPPA[2].id).published("trappa_niva{}_fran").moves(400),
    TRAPPA[3].last_years(sheets::TRAPPA, TRAPPA[3].id).published("trappa_niva{}_andel").moves(200),
];

/// The sheet Månadsplan föregående år.
pub(super) static FOREGAENDE_MANADSPLAN: &[Field] = &[
    MANADSPLAN[0].last_years(sheets::MANADSPLAN, MANADSPLAN[0].id),
    MANADSPLAN[1].last_years(sheets::MANADSPLAN, MANADSPLAN[1].id).published("manadsplan_{}_andel"),
    MANADSPLAN[2]
        .last_years(sheets::MANADSPLAN, MANADSPLAN[2].id)
        .published("manadsplan_{}_belopp"),
];

/// The sheet Föregående år.
pub(super) static FOREGAENDE: &[Field] = &[
    Field::new(
        "foregaende_befolkning",
        "Befolkning",
        INHABITANTS,
        "Folkmängden som föregående års bidrag räknades på.",
    )
    .per_unless(foregaende_befolkningsdag, sheets::FOREGAENDE_RIKET, "foregaende_befolkningsdag")
    .result("befolkning"),
    Field::new("foregaende_behovsmodell", "Behovsmodell", KR_PER_INV, "Oavrundat utfall.")
        .result("behovsmodell")
        .moves(250),
    Field::new(
        "foregaende_solidariskt_netto",
        "Solidariskt netto",
        Kind::decimal(Measure::KrPerInv, (-100_000, 100_000), 12),
        "Oavrundat; ersättning minus finansiering.",
    )
    .result("solidariskt_netto"),
    Field::new(
        "foregaende_solidariskt_utfall",
        "Solidariskt utfall",
        KR_PER_INV,
        "Kostnad per invånare, som den publicerades.",
    )
    .result("solidariskt_utfall")
    .moves(1_500),
    Field::new(
        "foregaende_statsbidrag",
        "Statsbidrag",
        HELA_KRONOR_EJ_NOLL,
        "Det publicerade bidraget. Får lämnas tomt om föregående års cirkular.json ligger i mappen foregaende-ar; finns båda ska de stämma.",
    )
    .optional()
    .result("statsbidrag")
    .moves(300),
];

/// The sheet Föregående år riket.
pub(super) static FOREGAENDE_RIKET: &[Field] = &[
    Field::new(
        "foregaende_aterbaring",
        "Statens andel av prognostiserad återbäring",
        MNKR,
        "Det som var avdraget i bidraget, utan minustecken. 0 om bidraget var brutto.",
    )
    .last_years(sheets::OVERENSKOMMELSE, "aterbaring"),
    Field::new(
        "foregaende_vinst_forlust_nyckel",
        "Vinst- och förlustdelning, fördelas på regionerna efter",
        Kind::Options(&NYCKEL),
        "Det årets statsbidrag, eller befolkningen den 31 augusti det året.",
    )
    .last_years(sheets::OVERENSKOMMELSE, "vinst_forlust_nyckel"),
    Field::new(
        "foregaende_vinst_forlust_nyckel_grund",
        "Vinst- och förlustdelning, nyckeln är",
        Kind::Options(&NYCKELGRUND),
        "Avtalad eller antagen, som på bladet Överenskommelse.",
    )
    .last_years(sheets::OVERENSKOMMELSE, "vinst_forlust_nyckel_grund"),
    Field::new(
        "foregaende_avdrag_kanda",
        "Föregående års avdrag är kända",
        Kind::Options(&KANDA),
        "Fylls i om bladet Avdrag föregående år inte har alla föregående års avdrag. Då sägs inget om vilka som är nya. Tomt betyder att alla står där.",
    )
    .optional(),
    Field::new(
        "foregaende_solidarisk_kostnad",
        "Solidariska läkemedel, total kostnad",
        HELA_KRONOR_EJ_NOLL,
        "Riket.",
    )
    .result("solidarisk_kostnad")
    .moves(500),
    Field::new(
        "foregaende_finansiering",
        "Solidarisk finansiering, lika avdrag",
        KR_PER_INV,
        "Oavrundat; skrivs utan minustecken.",
    )
    .result("solidarisk_finansiering"),
    Field::new(
        "foregaende_solidarisk_troskel",
        "Solidarisk finansiering, lägsta kostnad för ersättning",
        KR_PER_INV,
        "Bara en region vars kostnad per invånare var minst så stor fick ersättning. Tomt om det inte fanns något sådant villkor.",
    )
    .optional()
    .last_years(sheets::OVERENSKOMMELSE, "solidarisk_troskel"),
    Field::new(
        "foregaende_efterslap",
        "Efterslap",
        Kind::integer(Measure::Months, (1, 12)),
        "Så många månader efter kostnaden betalades föregående års bidrag. Behövs för regleringsbrevet, som betalar av båda åren.",
    )
    .archived("cirkular", "/utbetalning/efterslap")
    .optional()
    .last_years(sheets::OVERENSKOMMELSE, "efterslap"),
    Field::new(
        "foregaende_residual",
        "Återstod vid avrundning av bidraget",
        Kind::Options(&Residual::OPTIONS),
        "Vem som fick återstoden, som på bladet Överenskommelse. Tomt betyder half_up.",
    )
    .optional()
    .last_years(sheets::OVERENSKOMMELSE, "residual"),
    Field::new(
        "foregaende_residual_region",
        "Region som får återstoden",
        ROW,
        "Bara för explicit, om en viss region fick den.",
    )
    .optional()
    .last_years(sheets::OVERENSKOMMELSE, "residual_region"),
    Field::new(
        "foregaende_regeringsbeslut",
        "Regeringsbeslut om överenskommelsen",
        ROW,
        "Beslutets nummer, till exempel II:6.",
    )
    .archived("cirkular", "/overenskommelse/regeringsbeslut")
    .last_years(sheets::DOKUMENT, "avtal_regeringsbeslut"),
    Field::new(
        "foregaende_godkant_regeringen",
        "Överenskommelsen godkänd av regeringen",
        Kind::Datum,
        "Dagen för regeringens beslut.",
    )
    .archived("cirkular", "/overenskommelse/godkand_regeringen/iso")
    .last_years(sheets::DOKUMENT, "avtal_godkant_regeringen"),
    Field::new(
        "foregaende_diarienummer",
        "Överenskommelsens diarienummer",
        ROW,
        "Regeringskansliets diarienummer.",
    )
    .archived("cirkular", "/overenskommelse/diarienummer")
    .last_years(sheets::DOKUMENT, "avtal_diarienummer"),
    Field::new(
        "foregaende_befolkningsdag",
        "Befolkningen avsåg",
        Kind::Datum,
        "Den dag som invånarna i bidraget räknades. Tomt betyder den 31 augusti två år före bidragsåret.",
    )
    .optional()
    .last_years(sheets::OVERENSKOMMELSE, "befolkningsdag"),
];
