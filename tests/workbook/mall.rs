//! A small schema with every form and every kind of field.

use chrono::NaiveDate;
use statsbidrag::workbook::schema::{Arbetsbok, Blad, Falt, Form, Fria, PerDatum, Slag};

const fn falt(id: &'static str, rubrik: &'static str, enhet: &'static str, slag: Slag) -> Falt {
    Falt::ny(id, rubrik, slag, "En uppgift i ett prov.").i(enhet)
}

fn befolkningsdag(ar: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(ar - 1, 8, 31).expect("a date")
}

const KR: Slag = Slag::Heltal { min: 0, max: 1_000_000_000_000 };
const KR_INV: Slag = Slag::Decimal { min: -10_000, max: 1_000_000, decimaler: 8 };

/// The schema.
pub static MALL: Arbetsbok = Arbetsbok {
    fil: "prov.xlsx",
    titel: "Provbidraget",
    om: "Ett prov med alla slags blad.",
    ar: ("Dokument", "ar"),
    blad: &[
        Blad {
            namn: "Dokument",
            om: "Uppgifter om dokumentet.",
            kravs: true,
            form: Form::Uppgifter(DOKUMENT),
        },
        Blad {
            namn: "Befolkning",
            om: "Folkmängd per region.",
            kravs: true,
            form: Form::Regioner {
                kolumner: &[
                    Falt {
                        per_datum: PerDatum::Kravs(befolkningsdag),
                        ..falt(
                            "folk",
                            "Befolkning",
                            "invånare",
                            Slag::Heltal { min: 1, max: 20_000_000 },
                        )
                    },
                    Falt { kravs: false, ..falt("utfall", "Utfall", "kr/inv", KR_INV) },
                ],
                fria: None,
                summarad: Some("Riket"),
            },
        },
        Blad {
            namn: "Kostnader",
            om: "Kostnad per sjukdom, och deras summa.",
            kravs: true,
            form: Form::Regioner {
                kolumner: &[falt("summa", "Summa", "kr", KR)],
                fria: Some(Fria {
                    falt: falt("sjukdom", "Sjukdom", "kr", KR),
                    summa: Some("summa"),
                    nya: None,
                }),
                summarad: Some("Riket"),
            },
        },
        Blad {
            namn: "Trappa",
            om: "Stegen, ett per rad.",
            kravs: true,
            form: Form::Lista {
                kolumner: &[
                    falt("niva", "Nivå", "", Slag::Heltal { min: 1, max: 20 }),
                    Falt { kravs: false, ..falt("fran", "Från", "kr/inv", KR_INV) },
                    falt("andel", "Andel", "%", Slag::Decimal { min: 0, max: 100, decimaler: 2 }),
                ],
                nycklar: &[],
            },
        },
        Blad {
            namn: "Prislappar",
            om: "En prislapp per grupp.",
            kravs: false,
            form: Form::Lista {
                kolumner: &[
                    falt("grupp", "Grupp", "", Slag::Text { tecken: 40 }),
                    falt("lapp", "Prislapp", "kr/inv", KR_INV),
                ],
                nycklar: &["0 år", "1–5 år", "6–18 år"],
            },
        },
        Blad {
            namn: "Mottagare",
            om: "En rad per mottagare.",
            kravs: false,
            form: Form::Lista {
                kolumner: &[falt("mottagare", "Mottagare", "", Slag::Text { tecken: 40 })],
                nycklar: &[],
            },
        },
    ],
};

static DOKUMENT: &[Falt] = &[
    falt("ar", "Bidragsår", "", Slag::Heltal { min: 2019, max: 2034 }),
    falt("rubrik", "Rubrik", "", Slag::Text { tecken: 40 }),
    falt("datum", "Beslutsdatum", "", Slag::Datum),
    falt("belopp", "Belopp", "mnkr", Slag::Decimal { min: 0, max: 1_000_000, decimaler: 6 }),
    falt("rest", "Återstod", "", Slag::Val(&["half_up", "största resten"])),
    Falt { kravs: false, ..falt("kontroll", "Kontrollbelopp", "kr", KR) },
];
