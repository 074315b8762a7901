//! A small schema with every form and every kind of field.

use chrono::NaiveDate;
use statsbidrag::workbook::schema::{Arbetsbok, Blad, Falt, Form, Fria, Measure, PerDatum, Slag};

const fn falt(id: &'static str, rubrik: &'static str, slag: Slag) -> Falt {
    Falt::ny(id, rubrik, slag, "En uppgift i ett prov.")
}

fn befolkningsdag(ar: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(ar - 1, 8, 31).expect("a date")
}

const KR: Slag = Slag::heltal(Measure::HelaKronor, (0, 1_000_000_000_000));
const KR_INV: Slag = Slag::decimal(Measure::KrPerInv, (-10_000, 1_000_000), 8);

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
                            Slag::heltal(Measure::Invanare, (1, 20_000_000)),
                        )
                    },
                    Falt { kravs: false, ..falt("utfall", "Utfall", KR_INV) },
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
                kolumner: &[falt("summa", "Summa", KR)],
                fria: Some(Fria {
                    falt: falt("sjukdom", "Sjukdom", KR),
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
                    falt("niva", "Nivå", Slag::heltal(Measure::Nummer, (1, 20))),
                    Falt { kravs: false, ..falt("fran", "Från", KR_INV) },
                    falt("andel", "Andel", Slag::decimal(Measure::Procent, (0, 100), 2)),
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
                    falt("grupp", "Grupp", Slag::Text { tecken: 40 }),
                    falt("lapp", "Prislapp", KR_INV),
                ],
                nycklar: &["0 år", "1–5 år", "6–18 år"],
            },
        },
        Blad {
            namn: "Mottagare",
            om: "En rad per mottagare.",
            kravs: false,
            form: Form::Lista {
                kolumner: &[falt("mottagare", "Mottagare", Slag::Text { tecken: 40 })],
                nycklar: &[],
            },
        },
    ],
};

static DOKUMENT: &[Falt] = &[
    falt("ar", "Bidragsår", Slag::heltal(Measure::Artal, (2019, 2034))),
    falt("rubrik", "Rubrik", Slag::Text { tecken: 40 }),
    falt("datum", "Beslutsdatum", Slag::Datum),
    falt("belopp", "Belopp", Slag::decimal(Measure::Mnkr, (0, 1_000_000), 6)),
    falt("rest", "Återstod", Slag::Val(&["half_up", "största resten"])),
    Falt { kravs: false, ..falt("kontroll", "Kontrollbelopp", KR) },
];
