//! The papers on läkemedelsförmånerna: who issues them, and where they take paragraphs of the user's own.

use super::{
    UTGIVARE_BESOKSADRESS, UTGIVARE_E_POST, UTGIVARE_NAMN, UTGIVARE_ORGANISATIONSNUMMER,
    UTGIVARE_POSTADRESS, UTGIVARE_TELEFON, UTGIVARE_WEBBPLATS,
};
use crate::contract::Issuer;
use crate::contract::own_words::{OwnDocument, Section};

/// Who issues the circular and the letters.
pub const UTGIVARE: Issuer = Issuer {
    namn: UTGIVARE_NAMN,
    postadress: UTGIVARE_POSTADRESS,
    besoksadress: UTGIVARE_BESOKSADRESS,
    telefon: UTGIVARE_TELEFON,
    e_post: UTGIVARE_E_POST,
    webbplats: UTGIVARE_WEBBPLATS,
    organisationsnummer: UTGIVARE_ORGANISATIONSNUMMER,
};

/// The words for the documents that take paragraphs of the user's own.
pub const EGNA_DOKUMENT: [&str; 2] = ["cirkuläret", "breven"];

/// The circular, for paragraphs of the user's own.
pub const CIRKULARET: OwnDocument = OwnDocument {
    word: EGNA_DOKUMENT[0],
    per_region: false,
    sections: &[
        Section::prose("sammanfattning", "Sammanfattning"),
        Section::fixed("overenskommelse", "Överenskommelsen"),
        Section::prose("avdrag", "Avdrag före utbetalning"),
        Section::prose("vinst_forlust", "Vinst- och förlustdelning"),
        Section::prose("utbetalning", "Utbetalning"),
        Section::prose("avrakning", "Avräkning"),
        Section::fixed("statsbidrag", "Statsbidrag per region"),
        Section::fixed("behovsmodell", "Behovsmodellen"),
        Section::fixed("solidariskt", "Solidarisk finansiering"),
        Section::prose("sammandrag", "Sammandrag"),
        Section::fixed("forandring", "Vad förändringen beror på"),
    ],
};

/// The letters to the regions, for the same.
pub const BREVEN: OwnDocument = OwnDocument {
    word: EGNA_DOKUMENT[1],
    per_region: true,
    sections: &[
        Section::fixed("korthet", "I korthet"),
        Section::fixed("statsbidrag", "Statsbidraget för läkemedelsförmånerna"),
        Section::fixed("forandring", "Förändring"),
        Section::fixed("utbetalning", "Utbetalning"),
        Section::fixed("beslut", "Beslut och meddelade medel"),
        Section::fixed("beredskap", "Försörjningsberedskap för läkemedel"),
        Section::prose("jamforelse", "Jämförelse med andra regioner"),
    ],
};
