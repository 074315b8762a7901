//! What last year came to, and was computed by.

use super::blad;
use super::days::foregaende_befolkningsdag;
use super::overenskommelse::TRAPPA;
use crate::allocation::Residual;
use crate::contract::lakemedel::{AVRAKNING, SLAG};
use crate::workbook::schema::{Falt, INVANARE, KR_PER_INV, Measure, RAD, Slag};

/// Whole kronor that something is a percentage of.
const HELA_KRONOR_EJ_NOLL: Slag = Slag::heltal(Measure::HelaKronor, (1, 1_000_000_000_000));

/// The sheet Trappa föregående år.
pub(super) static FOREGAENDE_TRAPPA: &[Falt] = &[
    TRAPPA[0].forra(blad::TRAPPA, TRAPPA[0].id),
    TRAPPA[1].forra(blad::TRAPPA, TRAPPA[1].id),
    TRAPPA[2].forra(blad::TRAPPA, TRAPPA[2].id),
    TRAPPA[3].forra(blad::TRAPPA, TRAPPA[3].id),
];

/// The sheet Föregående år.
pub(super) static FOREGAENDE: &[Falt] = &[
    Falt::ny(
        "foregaende_befolkning",
        "Befolkning",
        INVANARE,
        "Folkmängden som föregående års bidrag räknades på.",
    )
    .per(foregaende_befolkningsdag)
    .resultat("befolkning"),
    Falt::ny("foregaende_behovsmodell", "Behovsmodell", KR_PER_INV, "Oavrundat utfall.")
        .resultat("behovsmodell"),
    Falt::ny(
        "foregaende_solidariskt_netto",
        "Solidariskt netto",
        Slag::decimal(Measure::KrPerInv, (-100_000, 100_000), 12),
        "Oavrundat; ersättning minus finansiering.",
    )
    .resultat("solidariskt_netto"),
    Falt::ny(
        "foregaende_solidariskt_utfall",
        "Solidariskt utfall",
        KR_PER_INV,
        "Kostnad per invånare, som den publicerades.",
    )
    .resultat("solidariskt_utfall"),
    Falt::ny(
        "foregaende_statsbidrag",
        "Statsbidrag",
        HELA_KRONOR_EJ_NOLL,
        "Det publicerade bidraget. Får lämnas tomt om föregående års cirkular.json ligger i mappen foregaende-ar; finns båda ska de stämma.",
    )
    .valfri()
    .resultat("statsbidrag"),
];

/// The sheet Föregående år riket.
pub(super) static FOREGAENDE_RIKET: &[Falt] = &[
    Falt::ny(
        "foregaende_slag",
        "Bidraget var",
        Slag::Val(&SLAG),
        "Brutto eller netto, som på bladet Överenskommelse.",
    )
    .forra(blad::OVERENSKOMMELSE, "slag"),
    Falt::ny(
        "foregaende_vinst_forlust_avrakning",
        "Förmånen och hepatit C avräknades",
        Slag::Val(&AVRAKNING),
        "Tillsammans eller var för sig.",
    )
    .forra(blad::OVERENSKOMMELSE, "vinst_forlust_avrakning"),
    Falt::ny(
        "foregaende_solidarisk_kostnad",
        "Solidariska läkemedel, total kostnad",
        HELA_KRONOR_EJ_NOLL,
        "Riket.",
    )
    .resultat("solidarisk_kostnad"),
    Falt::ny(
        "foregaende_finansiering",
        "Solidarisk finansiering, lika avdrag",
        KR_PER_INV,
        "Oavrundat; skrivs utan minustecken.",
    )
    .resultat("solidarisk_finansiering"),
    Falt::ny(
        "foregaende_residual",
        "Återstod vid avrundning av bidraget",
        Slag::Val(&Residual::VAL),
        "Vem som fick återstoden, som på bladet Överenskommelse. Tomt betyder half_up.",
    )
    .valfri()
    .forra(blad::OVERENSKOMMELSE, "residual"),
    Falt::ny(
        "foregaende_residual_region",
        "Region som får återstoden",
        RAD,
        "Bara för explicit, om en viss region fick den.",
    )
    .valfri()
    .forra(blad::OVERENSKOMMELSE, "residual_region"),
];
