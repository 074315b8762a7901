//! Who issues a document: for its letterhead and footer. Texts of a grant's workbook, as they stand.

use schemars::JsonSchema;
use serde::Serialize;

use super::view::View;
use crate::contract::Issuer;

/// The issuer, for letterhead and footer.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Utgivare {
    /// Its name.
    pub namn: String,
    /// Postal address.
    pub postadress: String,
    /// Visiting address.
    pub besoksadress: String,
    /// Telephone.
    pub telefon: String,
    /// E-mail.
    pub e_post: String,
    /// Web site.
    pub webbplats: String,
    /// Organisation number.
    pub organisationsnummer: String,
}

impl Utgivare {
    /// The issuer a grant's workbook states.
    #[must_use]
    pub fn of(view: &View<'_>, issuer: &Issuer) -> Self {
        Self {
            namn: view.fact(&issuer.namn),
            postadress: view.fact(&issuer.postadress),
            besoksadress: view.fact(&issuer.besoksadress),
            telefon: view.fact(&issuer.telefon),
            e_post: view.fact(&issuer.e_post),
            webbplats: view.fact(&issuer.webbplats),
            organisationsnummer: view.fact(&issuer.organisationsnummer),
        }
    }
}
