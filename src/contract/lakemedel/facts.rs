//! What the facts of läkemedelsförmånerna are made of: the rows of an agreement, and its words.

/// The words for what a profit or loss is shared out on the regions by.
pub const NYCKEL: [&str; 2] = ["årets statsbidrag", "befolkning"];
/// The words for whether the agreement says by what, or it is assumed.
pub const NYCKELGRUND: [&str; 2] = ["avtalad", "antagen"];
/// The words for a grant that includes återbäring, and one that is net of it.
pub const SLAG: [&str; 2] = ["brutto", "netto"];
/// The words for whether the state's share of återbäring on a component is subtracted.
pub const DRAS_AV: [&str; 2] = ["ja", "nej"];

/// A part of the grant before övrigt: what the state pays for, at a share of its cost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Komponent {
    /// What its figures are named by: `formanen`.
    pub id: String,
    /// Its short name: `förmånen`.
    pub namn: String,
    /// What it is, for a sentence: `läkemedelsförmånen`.
    pub avser: String,
    /// Whether the state's share of återbäring on it is subtracted.
    pub aterbaring: bool,
    /// The id of the group it is settled in, if it is settled.
    pub grupp: Option<String>,
}

/// What is settled by itself in profit and loss sharing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Avrakningsgrupp {
    /// What its figures are named by: `tillsammans`.
    pub id: String,
    /// Its short name.
    pub namn: String,
    /// What is settled in it, for a sentence: `läkemedelsförmånen och läkemedel mot hepatit C`.
    pub avser: String,
    /// The same by the components' short names: `förmånen och hepatit C`.
    pub kort: String,
    /// The ids of its components, in the order of the agreement.
    pub komponenter: Vec<String>,
    /// Whether the state's share of återbäring is subtracted in it.
    pub netto: bool,
}

/// A group of the need model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grupp {
    /// `19–49 år`.
    pub alder: &'static str,
    /// `låg utbildning, under median`.
    pub uppdelning: &'static str,
}
