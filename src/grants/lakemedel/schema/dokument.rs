//! What the circular and the letters say of themselves: numbers, dates, references, issuer, people.

use crate::workbook::schema::{ARET, Falt, RAD, Slag};

/// The words for what a person does in the circular.
pub const UPPGIFTER: [&str; 3] = ["handläggare", "kontakt", "undertecknare"];

/// The sheet Dokument.
pub(super) static DOKUMENT: &[Falt] = &[
    Falt::ny(
        "bidragsar",
        "Bidragsår",
        ARET,
        "Det år bidraget avser. Bladens datum räknas från det.",
    )
    .aret(),
    Falt::ny("cirkular_nummer", "Cirkulärets nummer", RAD, "Nummer i cirkulärserien."),
    Falt::ny("cirkular_diarienummer", "Cirkulärets diarienummer", RAD, "Utgivarens diarienummer."),
    Falt::ny(
        "cirkular_datum",
        "Cirkulärets datum",
        Slag::Datum,
        "Det datum som trycks på cirkuläret.",
    ),
    Falt::ny(
        "cirkular_rubrik",
        "Cirkulärets rubrik",
        RAD,
        "Rubriken i cirkulärregistret och på första sidan.",
    )
    .bestar_utan_ar(),
    Falt::ny(
        "cirkular_avdelning",
        "Avdelning",
        RAD,
        "Den avdelning som ger ut cirkuläret och breven till regionerna.",
    )
    .bestar(),
    Falt::ny(
        "cirkular_ersatter",
        "Ersätter",
        RAD,
        "Tidigare cirkulär som detta ersätter, om något.",
    )
    .valfri(),
    Falt::ny("cirkular_bilagor", "Bilagor", RAD, "Bilagor som följer med cirkuläret, om några.")
        .valfri(),
    Falt::ny(
        "utgivare_namn",
        "Utgivare",
        RAD,
        "Organisationen som ger ut cirkuläret och breven till regionerna.",
    )
    .bestar(),
    Falt::ny("utgivare_postadress", "Postadress", RAD, "Utgivarens postadress, till sidfoten.")
        .bestar(),
    Falt::ny(
        "utgivare_besoksadress",
        "Besöksadress",
        RAD,
        "Utgivarens besöksadress, till sidfoten.",
    )
    .bestar(),
    Falt::ny("utgivare_telefon", "Telefon", RAD, "Utgivarens telefonnummer.").bestar(),
    Falt::ny("utgivare_e_post", "E-post", RAD, "Utgivarens e-postadress.").bestar(),
    Falt::ny("utgivare_webbplats", "Webbplats", RAD, "Utgivarens webbplats.").bestar(),
    Falt::ny(
        "utgivare_organisationsnummer",
        "Organisationsnummer",
        RAD,
        "Utgivarens organisationsnummer.",
    )
    .bestar(),
    Falt::ny(
        "avtal_godkant_skr",
        "Överenskommelsen godkänd av SKR:s styrelse",
        Slag::Datum,
        "Dagen för styrelsens beslut.",
    ),
    Falt::ny(
        "avtal_godkant_regeringen",
        "Överenskommelsen godkänd av regeringen",
        Slag::Datum,
        "Dagen för regeringens beslut.",
    ),
    Falt::ny(
        "avtal_regeringsbeslut",
        "Regeringsbeslut om överenskommelsen",
        RAD,
        "Beslutets nummer, till exempel II:2.",
    ),
    Falt::ny(
        "avtal_diarienummer",
        "Överenskommelsens diarienummer",
        RAD,
        "Regeringskansliets diarienummer.",
    ),
    Falt::ny(
        "prognos_socialstyrelsen",
        "Socialstyrelsens prognos",
        Slag::Datum,
        "Datum för prognosen bakom beloppen.",
    ),
    Falt::ny("prognos_tlv", "TLV:s prognos", Slag::Datum, "Datum för prognosen om återbäring."),
    Falt::ny(
        "regionbesked_datum",
        "Regionbeskedens datum",
        Slag::Datum,
        "Det datum som trycks på breven till regionerna.",
    ),
    Falt::ny(
        "regionbesked_diarienummer",
        "Regionbeskedens diarienummer",
        RAD,
        "Utgivarens diarienummer för breven, om de har ett.",
    )
    .valfri(),
];

/// The sheet Personer.
pub(super) static PERSONER: &[Falt] = &[
    Falt::ny(
        "uppgift",
        "Uppgift",
        Slag::Val(&UPPGIFTER),
        "Vad personen gör i cirkuläret och i breven till regionerna.",
    )
    .bestar(),
    Falt::ny("namn", "Namn", RAD, "Namn, eller funktion om namn inte ska tryckas.").bestar(),
    Falt::ny("roll", "Roll", RAD, "Titel eller roll.").bestar(),
    Falt::ny("telefon", "Telefon", RAD, "Telefonnummer.").valfri().bestar(),
    Falt::ny("e_post", "E-post", RAD, "E-postadress.").valfri().bestar(),
];
