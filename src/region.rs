//! The 21 regions: code, names, accepted spellings, order. The order is that of länskod, everywhere.
//!
//! A region is a place in that order; [`PerRegion`] holds exactly one value for each, so a table
//! that lacks a region, or has one twice, cannot be built.

use std::fmt;
use std::ops::Index;
use std::sync::Arc;

/// How many regions there are.
pub const ANTAL: usize = 21;

/// One of the 21 regions. Ordered by länskod.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Region(usize);

struct Uppgift {
    lanskod: &'static str,
    id: &'static str,
    kortnamn: &'static str,
    officiellt_namn: &'static str,
    stavningar: &'static [&'static str],
}

/// Source: SCB's länskoder; names as the regions write them. Spellings: those met in published tables.
const UPPGIFTER: [Uppgift; ANTAL] = [
    Uppgift {
        lanskod: "01",
        id: "stockholm",
        kortnamn: "Stockholm",
        officiellt_namn: "Region Stockholm",
        stavningar: &["Region Stockholm", "Stockholms län"],
    },
    Uppgift {
        lanskod: "03",
        id: "uppsala",
        kortnamn: "Uppsala",
        officiellt_namn: "Region Uppsala",
        stavningar: &["Region Uppsala", "Uppsala län"],
    },
    Uppgift {
        lanskod: "04",
        id: "sormland",
        kortnamn: "Sörmland",
        officiellt_namn: "Region Sörmland",
        stavningar: &["Region Sörmland", "Södermanland", "Södermanlands län"],
    },
    Uppgift {
        lanskod: "05",
        id: "ostergotland",
        kortnamn: "Östergötland",
        officiellt_namn: "Region Östergötland",
        stavningar: &["Region Östergötland", "Östergötlands län"],
    },
    Uppgift {
        lanskod: "06",
        id: "jonkoping",
        kortnamn: "Jönköping",
        officiellt_namn: "Region Jönköpings län",
        stavningar: &["Jönköpings län", "Region Jönköpings län"],
    },
    Uppgift {
        lanskod: "07",
        id: "kronoberg",
        kortnamn: "Kronoberg",
        officiellt_namn: "Region Kronoberg",
        stavningar: &["Kronobergs län", "Region Kronoberg"],
    },
    Uppgift {
        lanskod: "08",
        id: "kalmar",
        kortnamn: "Kalmar",
        officiellt_namn: "Region Kalmar län",
        stavningar: &["Kalmar län", "Region Kalmar län"],
    },
    Uppgift {
        lanskod: "09",
        id: "gotland",
        kortnamn: "Gotland",
        officiellt_namn: "Region Gotland",
        stavningar: &["Gotlands kommun", "Gotlands län", "Region Gotland"],
    },
    Uppgift {
        lanskod: "10",
        id: "blekinge",
        kortnamn: "Blekinge",
        officiellt_namn: "Region Blekinge",
        stavningar: &["Blekinge län", "Region Blekinge"],
    },
    Uppgift {
        lanskod: "12",
        id: "skane",
        kortnamn: "Skåne",
        officiellt_namn: "Region Skåne",
        stavningar: &["Region Skåne", "Skåne län"],
    },
    Uppgift {
        lanskod: "13",
        id: "halland",
        kortnamn: "Halland",
        officiellt_namn: "Region Halland",
        stavningar: &["Hallands län", "Region Halland"],
    },
    Uppgift {
        lanskod: "14",
        id: "vastra_gotaland",
        kortnamn: "Västra Götaland",
        officiellt_namn: "Västra Götalandsregionen",
        stavningar: &["V:a Götaland", "Västra Götalands län", "Västra Götalandsregionen"],
    },
    Uppgift {
        lanskod: "17",
        id: "varmland",
        kortnamn: "Värmland",
        officiellt_namn: "Region Värmland",
        stavningar: &["Region Värmland", "Värmlands län"],
    },
    Uppgift {
        lanskod: "18",
        id: "orebro",
        kortnamn: "Örebro",
        officiellt_namn: "Region Örebro län",
        stavningar: &["Region Örebro län", "Örebro län"],
    },
    Uppgift {
        lanskod: "19",
        id: "vastmanland",
        kortnamn: "Västmanland",
        officiellt_namn: "Region Västmanland",
        stavningar: &["Region Västmanland", "Västmanlands län"],
    },
    Uppgift {
        lanskod: "20",
        id: "dalarna",
        kortnamn: "Dalarna",
        officiellt_namn: "Region Dalarna",
        stavningar: &["Dalarnas län", "Region Dalarna"],
    },
    Uppgift {
        lanskod: "21",
        id: "gavleborg",
        kortnamn: "Gävleborg",
        officiellt_namn: "Region Gävleborg",
        stavningar: &["Gävleborgs län", "Region Gävleborg"],
    },
    Uppgift {
        lanskod: "22",
        id: "vasternorrland",
        kortnamn: "Västernorrland",
        officiellt_namn: "Region Västernorrland",
        stavningar: &["Region Västernorrland", "Västernorrlands län"],
    },
    Uppgift {
        lanskod: "23",
        id: "jamtland",
        kortnamn: "Jämtland",
        officiellt_namn: "Region Jämtland Härjedalen",
        stavningar: &[
            "Jämtland Härjedalen",
            "Jämtland/Härjedalen",
            "Jämtlands län",
            "Region Jämtland Härjedalen",
        ],
    },
    Uppgift {
        lanskod: "24",
        id: "vasterbotten",
        kortnamn: "Västerbotten",
        officiellt_namn: "Region Västerbotten",
        stavningar: &["Region Västerbotten", "Västerbottens län"],
    },
    Uppgift {
        lanskod: "25",
        id: "norrbotten",
        kortnamn: "Norrbotten",
        officiellt_namn: "Region Norrbotten",
        stavningar: &["Norrbottens län", "Norrbottnen", "Region Norrbotten"],
    },
];

impl Region {
    /// All regions, by länskod.
    pub fn alla() -> impl DoubleEndedIterator<Item = Self> + ExactSizeIterator + Clone {
        (0..ANTAL).map(Self)
    }

    /// The region's place in the order, from 0.
    #[must_use]
    pub fn plats(self) -> usize {
        self.0
    }

    /// The region in a place of the order.
    #[must_use]
    pub fn pa_plats(plats: usize) -> Option<Self> {
        (plats < ANTAL).then_some(Self(plats))
    }

    /// The two-digit länskod.
    #[must_use]
    pub fn lanskod(self) -> &'static str {
        self.uppgift().lanskod
    }

    /// The ASCII name used in figure ids and file names: `vastra_gotaland`.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.uppgift().id
    }

    /// The one short name used in every table.
    #[must_use]
    pub fn kortnamn(self) -> &'static str {
        self.uppgift().kortnamn
    }

    /// The region's own full name.
    #[must_use]
    pub fn officiellt_namn(self) -> &'static str {
        self.uppgift().officiellt_namn
    }

    /// The region with exactly this ASCII name.
    #[must_use]
    pub fn med_id(id: &str) -> Option<Self> {
        Self::alla().find(|region| region.id() == id)
    }

    /// Finds a region by any accepted spelling, its länskod, or its ASCII name. Case, surrounding and
    /// repeated white space do not matter.
    ///
    /// # Errors
    /// The region whose name is nearest, if any is near.
    pub fn hitta(text: &str) -> Result<Self, Option<Self>> {
        let sokt = normaliserad(text);
        Self::alla()
            .find(|region| region.namn().any(|namn| normaliserad(namn) == sokt))
            .ok_or_else(|| Self::narmast(&sokt))
    }

    fn uppgift(self) -> &'static Uppgift {
        UPPGIFTER.get(self.0).unwrap_or_else(|| panic!("there is no region {}", self.0))
    }

    fn namn(self) -> impl Iterator<Item = &'static str> {
        let uppgift = self.uppgift();
        [uppgift.lanskod, uppgift.id, uppgift.kortnamn, uppgift.officiellt_namn]
            .into_iter()
            .chain(uppgift.stavningar.iter().copied())
    }

    fn narmast(sokt: &str) -> Option<Self> {
        Self::alla()
            .flat_map(|region| region.namn().map(move |namn| (region, namn)))
            .filter(|(_, namn)| namn.chars().count() > 2)
            .map(|(region, namn)| (strsim::osa_distance(&normaliserad(namn), sokt), region))
            .min()
            .filter(|(avstand, _)| *avstand * 3 <= sokt.chars().count())
            .map(|(_, region)| region)
    }
}

impl fmt::Debug for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kortnamn())
    }
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.kortnamn())
    }
}

fn normaliserad(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// One value for each region, in their order. Cheap to clone: the values are shared.
#[derive(Clone, PartialEq, Eq)]
pub struct PerRegion<T>(Arc<[T]>);

impl<T> PerRegion<T> {
    /// Makes the value of each region.
    pub fn fran(make: impl FnMut(Region) -> T) -> Self {
        Self(Region::alla().map(make).collect())
    }

    /// Makes the value of each region; `None` if any of them has none.
    pub fn kanske(make: impl FnMut(Region) -> Option<T>) -> Option<Self> {
        Region::alla().map(make).collect::<Option<_>>().map(Self)
    }

    /// The value of a region.
    #[must_use]
    pub fn i(&self, region: Region) -> &T {
        self.0.get(region.0).unwrap_or_else(|| panic!("{region:?} has no value"))
    }

    /// All values with their region, in order.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (Region, &T)> {
        Region::alla().zip(self.0.iter())
    }

    /// All values, in order.
    #[must_use]
    pub fn varden(&self) -> &[T] {
        &self.0
    }

    /// A new value from each.
    pub fn map<U>(&self, mut make: impl FnMut(Region, &T) -> U) -> PerRegion<U> {
        PerRegion(self.iter().map(|(region, value)| make(region, value)).collect())
    }
}

impl<T> Index<Region> for PerRegion<T> {
    type Output = T;
    fn index(&self, region: Region) -> &T {
        self.i(region)
    }
}

impl<T: fmt::Debug> fmt::Debug for PerRegion<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_rise_and_names_are_unambiguous() {
        let koder: Vec<_> = Region::alla().map(Region::lanskod).collect();
        assert!(koder.is_sorted_by(|a, b| a < b), "{koder:?}");
        for region in Region::alla() {
            for namn in region.namn() {
                assert_eq!(Region::hitta(namn), Ok(region), "{namn}");
            }
        }
    }

    #[test]
    fn spellings_met_in_the_wild() {
        for (text, want) in [
            ("  v:a   götaland ", "vastra_gotaland"),
            ("Norrbottnen", "norrbotten"),
            ("Gotlands kommun", "gotland"),
            ("SÖDERMANLAND", "sormland"),
            ("Jämtland Härjedalen", "jamtland"),
        ] {
            assert_eq!(Region::hitta(text).map(Region::id), Ok(want), "{text}");
        }
    }

    #[test]
    fn the_unknown_gets_the_nearest_or_nothing() {
        assert_eq!(Region::hitta("Skpne").map_err(|near| near.map(Region::id)), Err(Some("skane")));
        assert_eq!(Region::hitta("Atlantis"), Err(None));
        assert_eq!(Region::hitta(""), Err(None));
    }
}
