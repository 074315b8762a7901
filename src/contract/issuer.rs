//! What several grants' workbooks state alike: who issues a document, and who answers for it.

use super::{Fact, promise::FactPromise};

/// A person or function of a list of persons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// What the person does with the document, in the workbook's word; empty where the list does not say.
    pub uppgift: String,
    /// Name.
    pub namn: String,
    /// Role.
    pub roll: String,
    /// Telephone, if given.
    pub telefon: Option<String>,
    /// E-mail, if given.
    pub e_post: Option<String>,
}

/// The promises of a grant whose workbook says who issues its documents.
#[derive(Clone, Debug)]
pub struct Issuer {
    /// Its name.
    pub namn: Fact<String>,
    /// Postal address.
    pub postadress: Fact<String>,
    /// Visiting address.
    pub besoksadress: Fact<String>,
    /// Telephone.
    pub telefon: Fact<String>,
    /// E-mail.
    pub e_post: Fact<String>,
    /// Web site.
    pub webbplats: Fact<String>,
    /// Organisation number.
    pub organisationsnummer: Fact<String>,
}

impl Issuer {
    /// The promises of a grant.
    pub(super) const fn new(grant: &'static str) -> Self {
        Self {
            namn: Fact::new(grant, "utgivare_namn", ""),
            postadress: Fact::new(grant, "utgivare_postadress", ""),
            besoksadress: Fact::new(grant, "utgivare_besoksadress", ""),
            telefon: Fact::new(grant, "utgivare_telefon", ""),
            e_post: Fact::new(grant, "utgivare_e_post", ""),
            webbplats: Fact::new(grant, "utgivare_webbplats", ""),
            organisationsnummer: Fact::new(grant, "utgivare_organisationsnummer", ""),
        }
    }

    /// The names of what is promised in a year.
    #[must_use]
    pub fn names(&self, year: i32) -> [String; 7] {
        [
            &self.namn,
            &self.postadress,
            &self.besoksadress,
            &self.telefon,
            &self.e_post,
            &self.webbplats,
            &self.organisationsnummer,
        ]
        .map(|promise| promise.name(year))
    }
}
