//! What several grants' workbooks state alike: who issues a document, and who answers for it.

use super::Fact;

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
