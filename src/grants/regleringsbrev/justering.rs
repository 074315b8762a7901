//! The kinds of adjustment a payment can have, and what each is called: in the workbook, in figures'
//! names, and as the heading of a column.

use std::fmt;

/// A kind of adjustment. All concern the agreement year before the budget year's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Justering {
    /// The state's share of the forecast återbäring, which is taken back.
    AterbaringPrognos,
    /// The final fee of IHSI against the preliminary.
    Ihsi,
    /// Profit or loss on läkemedelsförmånen.
    VinstForlustFormanen,
    /// Profit or loss on hepatit C.
    VinstForlustHepatitC,
    /// Profit or loss on both, settled together.
    VinstForlustTillsammans,
    /// The state's share of final less forecast återbäring.
    AterbaringSlutlig,
    /// Anything else; its reason says what.
    Annan,
}

impl Justering {
    /// All, in the order they are listed.
    pub const ALLA: [Self; 7] = [
        Self::AterbaringPrognos,
        Self::Ihsi,
        Self::VinstForlustFormanen,
        Self::VinstForlustHepatitC,
        Self::VinstForlustTillsammans,
        Self::AterbaringSlutlig,
        Self::Annan,
    ];

    /// Their words in the workbook, in the same order.
    pub const VAL: [&'static str; 7] = [
        Self::AterbaringPrognos.ord(),
        Self::Ihsi.ord(),
        Self::VinstForlustFormanen.ord(),
        Self::VinstForlustHepatitC.ord(),
        Self::VinstForlustTillsammans.ord(),
        Self::AterbaringSlutlig.ord(),
        Self::Annan.ord(),
    ];

    /// The id in figures' names: `ihsi`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::AterbaringPrognos => "aterbaring_prognos",
            Self::Ihsi => "ihsi",
            Self::VinstForlustFormanen => "vinst_forlust_formanen",
            Self::VinstForlustHepatitC => "vinst_forlust_hepatit_c",
            Self::VinstForlustTillsammans => "vinst_forlust_tillsammans",
            Self::AterbaringSlutlig => "aterbaring_slutlig",
            Self::Annan => "annan",
        }
    }

    /// The word in the workbook.
    #[must_use]
    pub const fn ord(self) -> &'static str {
        match self {
            Self::AterbaringPrognos => "återbäring, prognos",
            Self::Ihsi => "IHSI, valutakorrigering",
            Self::VinstForlustFormanen => "vinst/förlust, förmånen",
            Self::VinstForlustHepatitC => "vinst/förlust, hepatit C",
            Self::VinstForlustTillsammans => "vinst/förlust, tillsammans",
            Self::AterbaringSlutlig => "återbäring, slutlig",
            Self::Annan => "annan",
        }
    }

    /// The heading of its column, for the agreement year it concerns.
    #[must_use]
    pub fn rubrik(self, avtalsar: i32) -> String {
        match self {
            Self::AterbaringPrognos => format!("Återbäring {avtalsar}, prognos"),
            Self::Ihsi => format!("Valutakorrigering IHSI {avtalsar}"),
            Self::VinstForlustFormanen => format!("Vinst/förlust förmånen {avtalsar}"),
            Self::VinstForlustHepatitC => format!("Vinst/förlust hepatit C {avtalsar}"),
            Self::VinstForlustTillsammans => format!("Vinst/förlust {avtalsar}"),
            Self::AterbaringSlutlig => "Justering återbäring".to_owned(),
            Self::Annan => format!("Annan justering {avtalsar}"),
        }
    }

    /// The kind with this word.
    #[must_use]
    pub fn hitta(ord: &str) -> Option<Self> {
        Self::ALLA.into_iter().find(|slag| slag.ord() == ord)
    }

    /// Whether it settles profit or loss.
    #[must_use]
    pub fn ar_vinst_forlust(self) -> bool {
        matches!(
            self,
            Self::VinstForlustFormanen | Self::VinstForlustHepatitC | Self::VinstForlustTillsammans
        )
    }
}

impl fmt::Display for Justering {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.ord())
    }
}
