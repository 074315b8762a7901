//! The workbook `besked.xlsx`, said once. What each sheet holds, its units and limits.

use crate::workbook::schema::{ARET, Arbetsbok, Blad, Falt, Form, MNKR, Measure, RAD, Slag};

/// Sheets the rules ask for by name.
pub mod blad {
    /// What is printed: heading, date, issuer, and the amount spoken of.
    pub const DOKUMENT: &str = "Dokument";
    /// The published amounts per region.
    pub const MEDEL: &str = "Medel per region";
    /// The agreements whose money is in the amounts.
    pub const OVERENSKOMMELSER: &str = "Överenskommelser";
    /// Other money to the sector.
    pub const OVRIGA: &str = "Övriga medel";
    /// Whom to ask.
    pub const KONTAKTER: &str = "Kontakter";
}

/// The words for whether money paid only against defined performance is in the amounts.
pub const PRESTATION: [&str; 2] = ["ja", "nej"];
/// The words for how exact an amount is.
pub const NOGGRANNHET: [&str; 2] = ["exakt", "cirka"];
/// The words for how much of a preliminary amount is preliminary.
pub const PRELIMINART: [&str; 2] = ["helt", "delvis"];

/// The workbook.
pub static ARBETSBOK: Arbetsbok = Arbetsbok {
    fil: "besked.xlsx",
    titel: "Besked om medel per region",
    om: "Underlag till översikten över statens medel till hälso- och sjukvården, per region och till sektorn i övrigt. Sektorsbidraget hämtas ur sin egen arbetsbok och fylls inte i här.",
    ar: (blad::DOKUMENT, "bidragsar"),
    blad: &[
        Blad {
            namn: blad::DOKUMENT,
            om: "Uppgifter som trycks i översikten: rubrik, datum, avsändare och det belopp som har nämnts.",
            kravs: true,
            form: Form::Uppgifter(DOKUMENT),
        },
        Blad {
            namn: blad::MEDEL,
            om: "Statens medel per region under året, som de har meddelats. Sektorsbidraget och medlen enligt överenskommelserna ingår. Summaraden får tas bort, men om den finns ska den stämma.",
            kravs: true,
            form: Form::Regioner {
                kolumner: &[Falt::ny(
                    "meddelat",
                    "Medel",
                    MNKR,
                    "Meddelat belopp. Preliminära belopp får status preliminär.",
                )],
                fria: None,
                summarad: Some("Riket"),
            },
        },
        Blad {
            namn: blad::OVERENSKOMMELSER,
            om: "Överenskommelserna mellan staten och SKR vars medel ingår i beloppen. En rad per överenskommelse.",
            kravs: true,
            form: Form::Lista {
                kolumner: &[Falt::ny(
                    "overenskommelse",
                    "Överenskommelse",
                    RAD,
                    "Vad den gäller, till exempel: cancervård.",
                )
                .bestar()],
                nycklar: &[],
            },
        },
        Blad {
            namn: blad::OVRIGA,
            om: "Övriga medel till sektorn, utöver medlen per region. En rad per ändamål.",
            kravs: true,
            form: Form::Lista { kolumner: OVRIGA, nycklar: &[] },
        },
        Blad {
            namn: blad::KONTAKTER,
            om: "De som svarar på frågor om beskedet. En rad per person eller funktion. Lämnas tomt om ingen ska nämnas.",
            kravs: false,
            form: Form::Lista { kolumner: KONTAKTER, nycklar: &[] },
        },
    ],
};

static DOKUMENT: &[Falt] = &[
    Falt::ny(
        "bidragsar",
        "Bidragsår",
        ARET,
        "Det år beskedet gäller.",
    ).aret(),
    Falt::ny("rubrik", "Rubrik", RAD, "Översiktens rubrik.").bestar_utan_ar(),
    Falt::ny("avsandare_myndighet", "Avsändare", RAD, "Myndigheten som lämnar beskedet.").bestar(),
    Falt::ny("avsandare_departement", "Departement", RAD, "Departementet som lämnar beskedet.").bestar(),
    Falt::ny("datum", "Datum", Slag::Datum, "Dagen för beskedet."),
    Falt::ny("diarienummer", "Diarienummer", RAD, "Ärendets diarienummer, om det har något.")
        .valfri(),
    Falt::ny(
        "omtalat",
        "Nämnt belopp",
        Slag::decimal(Measure::Mdkr, (0, 1_000), 3),
        "Det sammanlagda belopp som har nämnts, i den avrundning det har nämnts.",
    ),
    Falt::ny(
        "omtalat_steg",
        "Nämnt belopp, avrundat till närmaste",
        Slag::heltal(Measure::Mnkr, (1, 10_000)),
        "Vad det nämnda beloppet är avrundat till: 100 om det har nämnts i miljarder med en decimal.",
    ).bestar(),
    Falt::ny(
        "prestation",
        "Prestationsbaserade medel ingår",
        Slag::Val(&PRESTATION),
        "Om en del av medlen betalas ut bara mot bestämda prestationer.",
    ).bestar(),
];

static OVRIGA: &[Falt] = &[
    Falt::ny("andamal", "Ändamål", RAD, "Vad pengarna är till för.").bestar(),
    Falt::ny(
        "belopp",
        "Belopp",
        MNKR,
        "Meddelat belopp. Preliminära belopp får status preliminär.",
    ),
    Falt::ny("grund", "Grund", RAD, "Förordning eller beslut, till exempel: förordning (2019:7).")
        .valfri()
        .bestar(),
    Falt::ny("noggrannhet", "Noggrannhet", Slag::Val(&NOGGRANNHET), "Om beloppet är ungefärligt."),
    Falt::ny(
        "preliminart",
        "Preliminärt",
        Slag::Val(&PRELIMINART),
        "Om bara en del av beloppet är preliminär. Har ingen betydelse för belopp som inte är det.",
    ),
];

static KONTAKTER: &[Falt] = &[
    Falt::ny("namn", "Namn", RAD, "Namn, eller funktion om namn inte ska tryckas.").bestar(),
    Falt::ny("roll", "Roll", RAD, "Titel eller roll.").bestar(),
    Falt::ny("telefon", "Telefon", RAD, "Telefonnummer.").valfri().bestar(),
    Falt::ny("e_post", "E-post", RAD, "E-postadress.").valfri().bestar(),
];
