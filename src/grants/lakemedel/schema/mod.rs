//! The workbook `lakemedel.xlsx`, said once: which sheets there are and what each is for. What stands on
//! the longer ones is in the files beside this one.

pub mod blad;
pub mod days;
mod dokument;
mod foregaende;
mod overenskommelse;

use super::grupper;
use crate::workbook::schema::{
    Arbetsbok, Blad, Falt, Form, Fria, HELA_KRONOR, INVANARE, KR_PER_INV, RAD,
};

pub use days::{befolkningsdag, gruppdag};
pub use dokument::UPPGIFTER;
pub use overenskommelse::STEG_FRAN;

/// The workbook.
pub static ARBETSBOK: Arbetsbok = Arbetsbok {
    fil: "lakemedel.xlsx",
    titel: "Statsbidraget för läkemedelsförmånerna",
    om: "Underlag till cirkuläret om statsbidraget för läkemedelsförmånerna. Beloppen per region går vidare till regleringsbrevet för anslag 1:5.",
    ar: (blad::DOKUMENT, "bidragsar"),
    blad: &[
        Blad {
            namn: blad::DOKUMENT,
            om: "Uppgifter som trycks i cirkuläret: nummer, datum, hänvisningar och avsändare.",
            kravs: true,
            form: Form::Uppgifter(dokument::DOKUMENT),
        },
        Blad {
            namn: blad::MOTTAGARE,
            om: "Vilka cirkuläret går till. En rad per mottagare.",
            kravs: true,
            form: Form::Lista {
                kolumner: &[Falt::ny(
                    "mottagare",
                    "Grupp",
                    RAD,
                    "En grupp av mottagare, till exempel Ekonomidirektörer.",
                )
                .bestar()],
                nycklar: &[],
            },
        },
        Blad {
            namn: blad::PERSONER,
            om: "Handläggare, kontaktpersoner och undertecknare i cirkuläret. En rad per person och uppgift, i den ordning de ska stå.",
            kravs: true,
            form: Form::Lista { kolumner: dokument::PERSONER, nycklar: &[] },
        },
        Blad {
            namn: blad::OVERENSKOMMELSE,
            om: "Överenskommelsens belopp och villkor. Alla belopp i den enhet som står på raden; programmet räknar i kronor.",
            kravs: true,
            form: Form::Uppgifter(overenskommelse::OVERENSKOMMELSE),
        },
        Blad {
            namn: blad::BEFOLKNING,
            om: "Folkmängd per region den 31 augusti året före bidragsåret (SCB). Summaraden får tas bort, men om den finns ska den stämma.",
            kravs: true,
            form: Form::Regioner {
                kolumner: &[Falt::ny(
                    "befolkning",
                    "Befolkning",
                    INVANARE,
                    "Folkmängd enligt SCB.",
                )
                .per(befolkningsdag)],
                fria: None,
                summarad: Some("Riket"),
            },
        },
        Blad {
            namn: blad::BEHOVSMODELL,
            om: "Behovsmodellens utfall, om det räknats fram någon annanstans. Lämna kolumnen tom eller ta bort bladet om bladen Grupper och Prislappar är ifyllda. Är båda ifyllda prövas de mot varandra.",
            kravs: false,
            form: Form::Regioner {
                kolumner: &[Falt::ny(
                    "behovsmodell_utfall",
                    "Behovsmodell",
                    KR_PER_INV,
                    "Modellens utfall, minst åtta decimaler. Räknas inte om.",
                )
                .valfri()],
                fria: None,
                summarad: None,
            },
        },
        Blad {
            namn: blad::GRUPPER,
            om: "Behovsmodellens 22 grupper: antal invånare per region den 31 december tre år före bidragsåret. Lämnas tomt om bara utfallet används.",
            kravs: false,
            form: Form::Regioner { kolumner: &grupper::FALT, fria: None, summarad: Some("Riket") },
        },
        Blad {
            namn: blad::PRISLAPPAR,
            om: "Behovsmodellens prislappar: rikets genomsnittliga läkemedelskostnad per invånare i varje grupp. Samma för alla regioner.",
            kravs: false,
            form: Form::Lista {
                kolumner: &[
                    Falt::ny(
                        "grupp",
                        "Grupp",
                        RAD,
                        "Gruppens namn, som rubrikerna på bladet Grupper.",
                    )
                    .bestar(),
                    Falt::ny(
                        "prislapp",
                        "Prislapp",
                        KR_PER_INV,
                        "Genomsnittlig läkemedelskostnad i gruppen.",
                    ),
                ],
                nycklar: &grupper::NAMN,
            },
        },
        Blad {
            namn: blad::SOLIDARISKA,
            om: "Regionernas nettokostnader för de solidariskt finansierade läkemedlen, oktober två år före till september året före bidragsåret. En kolumn per sjukdom, med sjukdomens namn som rubrik, och deras summa.",
            kravs: true,
            form: Form::Regioner {
                kolumner: &[Falt::ny(
                    "solidarisk_kostnad",
                    "Summa",
                    HELA_KRONOR,
                    "Summan av sjukdomarnas kostnader. Fördelningen räknas på den.",
                )],
                fria: Some(Fria {
                    falt: Falt::ny("sjukdom", "Sjukdom", HELA_KRONOR, "Kostnad för sjukdomen.")
                        .valfri(),
                    summa: Some("solidarisk_kostnad"),
                    nya: None,
                }),
                summarad: Some("Riket"),
            },
        },
        Blad {
            namn: blad::TRAPPA,
            om: "Hur merkostnader för solidariska läkemedel ersätts: ett steg per rad, i stigande ordning. Det första steget börjar vid medelkostnaden.",
            kravs: true,
            form: Form::Lista { kolumner: &overenskommelse::TRAPPA, nycklar: &[] },
        },
        Blad {
            namn: blad::FOREGAENDE,
            om: "Föregående års utfall per region, ur det årets cirkulär och beräkning. Behovsmodell och solidariskt netto ska vara oavrundade.",
            kravs: true,
            form: Form::Regioner { kolumner: foregaende::FOREGAENDE, fria: None, summarad: None },
        },
        Blad {
            namn: blad::FOREGAENDE_RIKET,
            om: "Föregående års uppgifter för hela landet.",
            kravs: true,
            form: Form::Uppgifter(foregaende::FOREGAENDE_RIKET),
        },
        Blad {
            namn: blad::FOREGAENDE_TRAPPA,
            om: "Föregående års trappa för solidariska läkemedel, ifylld som bladet Solidarisk trappa.",
            kravs: true,
            form: Form::Lista { kolumner: foregaende::FOREGAENDE_TRAPPA, nycklar: &[] },
        },
    ],
};
