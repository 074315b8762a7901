//! The 21 regions: code, names, accepted spellings, order. The order is that of länskod, everywhere.
//!
//! A region is a place in that order; [`PerRegion`] holds exactly one value for each, so a table
//! that lacks a region, or has one twice, cannot be built.

use std::fmt;
use std::ops::Index;
use std::sync::Arc;

/// How many regions there are.
pub const COUNT: usize = 21;

/// One of the 21 regions. Ordered by länskod.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Region(usize);

struct RegionRow {
    county_code: &'static str,
    organisation_number: &'static str,
    id: &'static str,
    short_name: &'static str,
    official_name: &'static str,
    spellings: &'static [&'static str],
}

/// Source: SCB's länskoder and its register of public authorities; names as the regions write them. Spellings: those met in published tables.
const ITEMS: [RegionRow; COUNT] = [
    RegionRow {
        county_code: "01",
        organisation_number: "232100-0016",
        id: "stockholm",
        short_name: "Stockholm",
        official_name: "Region Stockholm",
        spellings: &["Region Stockholm", "Stockholms län"],
    },
    RegionRow {
        county_code: "03",
        organisation_number: "232100-0024",
        id: "uppsala",
        short_name: "Uppsala",
        official_name: "Region Uppsala",
        spellings: &["Region Uppsala", "Uppsala län"],
    },
    RegionRow {
        county_code: "04",
        organisation_number: "232100-0032",
        id: "sormland",
        short_name: "Sörmland",
        official_name: "Region Sörmland",
        spellings: &["Region Sörmland", "Södermanland", "Södermanlands län"],
    },
    RegionRow {
        county_code: "05",
        organisation_number: "232100-0040",
        id: "ostergotland",
        short_name: "Östergötland",
        official_name: "Region Östergötland",
        spellings: &["Region Östergötland", "Östergötlands län"],
    },
    RegionRow {
        county_code: "06",
        organisation_number: "232100-0057",
        id: "jonkoping",
        short_name: "Jönköping",
        official_name: "Region Jönköpings län",
        spellings: &["Jönköpings län", "Region Jönköpings län"],
    },
    RegionRow {
        county_code: "07",
        organisation_number: "232100-0065",
        id: "kronoberg",
        short_name: "Kronoberg",
        official_name: "Region Kronoberg",
        spellings: &["Kronobergs län", "Region Kronoberg"],
    },
    RegionRow {
        county_code: "08",
        organisation_number: "232100-0073",
        id: "kalmar",
        short_name: "Kalmar",
        official_name: "Region Kalmar län",
        spellings: &["Kalmar län", "Region Kalmar län"],
    },
    RegionRow {
        county_code: "09",
        organisation_number: "212000-0803",
        id: "gotland",
        short_name: "Gotland",
        official_name: "Region Gotland",
        spellings: &["Gotlands kommun", "Gotlands län", "Region Gotland"],
    },
    RegionRow {
        county_code: "10",
        organisation_number: "232100-0081",
        id: "blekinge",
        short_name: "Blekinge",
        official_name: "Region Blekinge",
        spellings: &["Blekinge län", "Region Blekinge"],
    },
    RegionRow {
        county_code: "12",
        organisation_number: "232100-0255",
        id: "skane",
        short_name: "Skåne",
        official_name: "Region Skåne",
        spellings: &["Region Skåne", "Skåne län"],
    },
    RegionRow {
        county_code: "13",
        organisation_number: "232100-0115",
        id: "halland",
        short_name: "Halland",
        official_name: "Region Halland",
        spellings: &["Hallands län", "Region Halland"],
    },
    RegionRow {
        county_code: "14",
        organisation_number: "232100-0131",
        id: "vastra_gotaland",
        short_name: "Västra Götaland",
        official_name: "Västra Götalandsregionen",
        spellings: &["V:a Götaland", "Västra Götalands län", "Västra Götalandsregionen"],
    },
    RegionRow {
        county_code: "17",
        organisation_number: "232100-0156",
        id: "varmland",
        short_name: "Värmland",
        official_name: "Region Värmland",
        spellings: &["Region Värmland", "Värmlands län"],
    },
    RegionRow {
        county_code: "18",
        organisation_number: "232100-0164",
        id: "orebro",
        short_name: "Örebro",
        official_name: "Region Örebro län",
        spellings: &["Region Örebro län", "Örebro län"],
    },
    RegionRow {
        county_code: "19",
        organisation_number: "232100-0172",
        id: "vastmanland",
        short_name: "Västmanland",
        official_name: "Region Västmanland",
        spellings: &["Region Västmanland", "Västmanlands län"],
    },
    RegionRow {
        county_code: "20",
        organisation_number: "232100-0180",
        id: "dalarna",
        short_name: "Dalarna",
        official_name: "Region Dalarna",
        spellings: &["Dalarnas län", "Region Dalarna"],
    },
    RegionRow {
        county_code: "21",
        organisation_number: "232100-0198",
        id: "gavleborg",
        short_name: "Gävleborg",
        official_name: "Region Gävleborg",
        spellings: &["Gävleborgs län", "Region Gävleborg"],
    },
    RegionRow {
        county_code: "22",
        organisation_number: "232100-0206",
        id: "vasternorrland",
        short_name: "Västernorrland",
        official_name: "Region Västernorrland",
        spellings: &["Region Västernorrland", "Västernorrlands län"],
    },
    RegionRow {
        county_code: "23",
        organisation_number: "232100-0214",
        id: "jamtland",
        short_name: "Jämtland",
        official_name: "Region Jämtland Härjedalen",
        spellings: &[
            "Jämtland Härjedalen",
            "Jämtland/Härjedalen",
            "Jämtlands län",
            "Region Jämtland Härjedalen",
        ],
    },
    RegionRow {
        county_code: "24",
        organisation_number: "232100-0222",
        id: "vasterbotten",
        short_name: "Västerbotten",
        official_name: "Region Västerbotten",
        spellings: &["Region Västerbotten", "Västerbottens län"],
    },
    RegionRow {
        county_code: "25",
        organisation_number: "232100-0230",
        id: "norrbotten",
        short_name: "Norrbotten",
        official_name: "Region Norrbotten",
        spellings: &["Norrbottens län", "Norrbottnen", "Region Norrbotten"],
    },
];

impl Region {
    /// All regions, by länskod.
    pub fn all() -> impl DoubleEndedIterator<Item = Self> + ExactSizeIterator + Clone {
        (0..COUNT).map(Self)
    }

    /// The region's place in the order, from 0.
    #[must_use]
    pub fn index(self) -> usize {
        self.0
    }

    /// The region in a place of the order.
    #[must_use]
    pub fn in_place(place: usize) -> Option<Self> {
        (place < COUNT).then_some(Self(place))
    }

    /// The two-digit länskod.
    #[must_use]
    pub fn county_code(self) -> &'static str {
        self.item().county_code
    }

    /// The ASCII name used in figure ids and file names: `vastra_gotaland`.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.item().id
    }

    /// The one short name used in every table.
    #[must_use]
    pub fn short_name(self) -> &'static str {
        self.item().short_name
    }

    /// The region's own full name.
    #[must_use]
    pub fn official_name(self) -> &'static str {
        self.item().official_name
    }

    /// The region with exactly this ASCII name.
    #[must_use]
    pub fn by_code(id: &str) -> Option<Self> {
        Self::all().find(|region| region.id() == id)
    }

    /// The organisation number, as the register of public authorities has it: `232100-0016`.
    #[must_use]
    pub fn organisation_number(self) -> &'static str {
        self.item().organisation_number
    }

    /// Finds a region by any accepted spelling, its länskod, or its ASCII name. Case, surrounding and
    /// repeated white space do not matter.
    ///
    /// # Errors
    /// The region whose name is nearest, if any is near.
    pub fn find(text: &str) -> Result<Self, Option<Self>> {
        let wanted = normalized_text(text);
        Self::all()
            .find(|region| region.name().any(|name| normalized_text(name) == wanted))
            .ok_or_else(|| Self::nearest(&wanted))
    }

    fn item(self) -> &'static RegionRow {
        ITEMS.get(self.0).unwrap_or_else(|| panic!("there is no region {}", self.0))
    }

    fn name(self) -> impl Iterator<Item = &'static str> {
        let item = self.item();
        [item.county_code, item.id, item.short_name, item.official_name]
            .into_iter()
            .chain(item.spellings.iter().copied())
    }

    fn nearest(wanted: &str) -> Option<Self> {
        Self::all()
            .flat_map(|region| region.name().map(move |name| (region, name)))
            .filter(|(_, name)| name.chars().count() > 2)
            .map(|(region, name)| (strsim::osa_distance(&normalized_text(name), wanted), region))
            .min()
            .filter(|(distance, _)| *distance * 3 <= wanted.chars().count())
            .map(|(_, region)| region)
    }
}

impl fmt::Debug for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.short_name())
    }
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.short_name())
    }
}

fn normalized_text(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// One value for each region, in their order. Cheap to clone: the values are shared.
#[derive(Clone, PartialEq, Eq)]
pub struct PerRegion<T>(Arc<[T]>);

impl<T> PerRegion<T> {
    /// Makes the value of each region.
    pub fn from_fn(make: impl FnMut(Region) -> T) -> Self {
        Self(Region::all().map(make).collect())
    }

    /// Makes the value of each region; `None` if any of them has none.
    pub fn perhaps(make: impl FnMut(Region) -> Option<T>) -> Option<Self> {
        Region::all().map(make).collect::<Option<_>>().map(Self)
    }

    /// The value of a region.
    #[must_use]
    pub fn of(&self, region: Region) -> &T {
        self.0.get(region.0).unwrap_or_else(|| panic!("{region:?} has no value"))
    }

    /// All values with their region, in order.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (Region, &T)> {
        Region::all().zip(self.0.iter())
    }

    /// All values, in order.
    #[must_use]
    pub fn values(&self) -> &[T] {
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
        self.of(region)
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
        let codes: Vec<_> = Region::all().map(Region::county_code).collect();
        assert!(codes.is_sorted_by(|a, b| a < b), "{codes:?}");
        for region in Region::all() {
            for name in region.name() {
                assert_eq!(Region::find(name), Ok(region), "{name}");
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
            assert_eq!(Region::find(text).map(Region::id), Ok(want), "{text}");
        }
    }

    #[test]
    fn the_unknown_gets_the_nearest_or_nothing() {
        assert_eq!(Region::find("Skpne").map_err(|near| near.map(Region::id)), Err(Some("skane")));
        assert_eq!(Region::find("Atlantis"), Err(None));
        assert_eq!(Region::find(""), Err(None));
    }
}
