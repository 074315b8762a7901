//! What the circular and the letters say of themselves: numbers, dates, references, issuer, people.

use crate::workbook::schema::{Field, Kind, ROW, THIS_YEAR};

/// The words for what a person does in the circular.
pub const UPPGIFTER: [&str; 3] = ["handläggare", "kontakt", "undertecknare"];

/// The sheet Dokument.
pub(super) static DOKUMENT: &[Field] = &[
    Field::new(
        "bidragsar",
        "Bidragsår",
        THIS_YEAR,
        "Det år bidraget avser. Bladens datum räknas från det.",
    )
    .this_year(),
    Field::new("cirkular_nummer", "Cirkulärets nummer", ROW, "Nummer i cirkulärserien."),
    Field::new(
        "cirkular_diarienummer",
        "Cirkulärets diarienummer",
        ROW,
        "Utgivarens diarienummer.",
    ),
    Field::new(
        "cirkular_datum",
        "Cirkulärets datum",
        Kind::Datum,
        "Det datum som trycks på cirkuläret.",
    ),
    Field::new(
        "cirkular_rubrik",
        "Cirkulärets rubrik",
        ROW,
        "Rubriken i cirkulärregistret och på första sidan.",
    )
    .kept_unless_dated(),
    Field::new(
        "cirkular_avdelning",
        "Avdelning",
        ROW,
        "Den avdelning som ger ut cirkuläret och breven till regionerna.",
    )
    .kept(),
    Field::new(
        "cirkular_ersatter",
        "Ersätter",
        ROW,
        "Tidigare cirkulär som detta ersätter, om något.",
    )
    .optional(),
    Field::new("cirkular_bilagor", "Bilagor", ROW, "Bilagor som följer med cirkuläret, om några.")
        .optional(),
    Field::new(
        "utgivare_namn",
        "Utgivare",
        ROW,
        "Organisationen som ger ut cirkuläret och breven till regionerna.",
    )
    .kept(),
    Field::new("utgivare_postadress", "Postadress", ROW, "Utgivarens postadress, till sidfoten.")
        .kept(),
    Field::new(
        "utgivare_besoksadress",
        "Besöksadress",
        ROW,
        "Utgivarens besöksadress, till sidfoten.",
    )
    .kept(),
    Field::new("utgivare_telefon", "Telefon", ROW, "Utgivarens telefonnummer.").kept(),
    Field::new("utgivare_e_post", "E-post", ROW, "Utgivarens e-postadress.").kept(),
    Field::new("utgivare_webbplats", "Webbplats", ROW, "Utgivarens webbplats.").kept(),
    Field::new(
        "utgivare_organisationsnummer",
        "Organisationsnummer",
        ROW,
        "Utgivarens organisationsnummer.",
    )
    .kept(),
    Field::new(
        "avtal_godkant_skr",
        "Överenskommelsen godkänd av SKR:s styrelse",
        Kind::Datum,
        "Dagen för styrelsens beslut.",
    ),
    Field::new(
        "avtal_godkant_regeringen",
        "Överenskommelsen godkänd av regeringen",
        Kind::Datum,
        "Dagen för regeringens beslut.",
    ),
    Field::new(
        "avtal_regeringsbeslut",
        "Regeringsbeslut om överenskommelsen",
        ROW,
        "Beslutets nummer, till exempel II:2.",
    ),
    Field::new(
        "avtal_diarienummer",
        "Överenskommelsens diarienummer",
        ROW,
        "Regeringskansliets diarienummer.",
    ),
    Field::new(
        "prognos_socialstyrelsen",
        "Socialstyrelsens prognos",
        Kind::Datum,
        "Datum för prognosen bakom beloppen.",
    ),
    Field::new(
        "prognos_tlv",
        "TLV:s prognos",
        Kind::Datum,
        "Datum för prognosen om återbäring. Måste fyllas i när återbäring dras av, och trycks bara då.",
    )
    .optional(),
    Field::new(
        "regionbesked_datum",
        "Regionbeskedens datum",
        Kind::Datum,
        "Det datum som trycks på breven till regionerna.",
    ),
    Field::new(
        "regionbesked_diarienummer",
        "Regionbeskedens diarienummer",
        ROW,
        "Utgivarens diarienummer för breven, om de har ett.",
    )
    .optional(),
];

/// The sheet Personer.
pub(super) static PERSONER: &[Field] = &[
    Field::new(
        "uppgift",
        "Uppgift",
        Kind::Options(&UPPGIFTER),
        "Vad personen gör i cirkuläret och i breven till regionerna.",
    )
    .kept(),
    Field::new("namn", "Namn", ROW, "Namn, eller funktion om namn inte ska tryckas.").kept(),
    Field::new("roll", "Roll", ROW, "Titel eller roll.").kept(),
    Field::new("telefon", "Telefon", ROW, "Telefonnummer.").optional().kept(),
    Field::new("e_post", "E-post", ROW, "E-postadress.").optional().kept(),
];
