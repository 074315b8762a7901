//! The letters to the regions: one each, with that region's figures from every grant of the run. What a letter must
//! have is the grant of läkemedelsförmånerna, whose workbook says who sends it; of the others it has the parts that are
//! there.

mod beredskap;
mod beslut;
pub mod data;
mod jamforelse;
mod lakemedel;
mod summary;
mod utbetalning;

use chrono::Datelike;

use self::data::{Brev, Mottagare, Regionbesked};
use super::own_words::egna;
use super::{Document, Edition};
use crate::contract::{self as grants, Kept, RegionalPromise, lakemedel as contract};
use crate::region::Region;
use crate::report::head::Huvud;
use crate::report::issuer::Utgivare;
use crate::report::lists::Person;
use crate::report::number::{Datum, Siffra};
use crate::report::paper::Paper;
use crate::report::table::{Avrundade, Radslag, Tabell, Tabellkolumn, Tabellrad};
use crate::report::{self, Number, NumberFormat, View};

const KR: NumberFormat = NumberFormat::Decimals(0);
/// So many decimals that kronor per inhabitant times the largest population is right to the krona.
const ATTA: NumberFormat = NumberFormat::Decimals(8);

/// More decisions than these are listed, and not told one by one.
const LISTED: usize = 2;

/// The letters.
pub const BREVEN: Document = Document {
    id: "regionbesked",
    name: "Brev till regionen om statens medel",
    grant: &[contract::GRANT],
    also: &[
        grants::regleringsbrev::GRANT,
        grants::beslut::GRANT,
        grants::besked::GRANT,
        grants::beredskap::GRANT,
    ],
    per_region: true,
    template: "regionbesked/main.typ.tera",
    edition: |document, _, _| {
        let exemplar = |region: Region| Edition {
            id: format!("{}-{}-{}", document.id, region.county_code(), region.id()),
            name: format!("Brev till {} om statens medel", region.official_name()),
            region: Some(region),
        };
        Region::all().map(exemplar).collect()
    },
    paper: |report, ar, copy| {
        let region = copy.region.unwrap_or_else(|| panic!("{} is to a region", copy.id));
        Paper::of(report, ar, &copy.id, |view| Besked { view, region, ar }.regionbesked())
    },
    schema: report::schema::<Regionbesked>,
};

/// What a letter is made of.
struct Besked<'a> {
    view: &'a View<'a>,
    region: Region,
    ar: i32,
}

impl Besked<'_> {
    fn regionbesked(&self) -> Regionbesked {
        let (view, region) = (self.view, self.region);
        let personer = view.fact(&contract::PERSONER);
        let written = view.fact(&contract::REGIONBESKED_DATUM);
        let datum = Datum::from(written);
        let beslut = self.beslut();
        let titel = format!("Statens medel till {} {}", region.official_name(), self.ar);
        Regionbesked {
            ar: self.ar,
            foregaende_ar: self.ar - 1,
            utgivare: Utgivare::of(view, &contract::UTGIVARE),
            brev: Brev {
                datum: datum.clone(),
                diarienummer: view.maybe_fact(&contract::REGIONBESKED_DIARIENUMMER),
                avdelning: view.fact(&contract::CIRKULAR_AVDELNING),
                aret_slut: written.year() > self.ar,
            },
            region: Mottagare {
                namn: region.official_name().to_owned(),
                kortnamn: region.short_name().to_owned(),
                lanskod: region.county_code().to_owned(),
            },
            antal_regioner: Region::all().len(),
            korthet: self.korthet(),
            statsbidrag: self.statsbidrag(),
            solidariskt: self.solidariskt(),
            forandring: self.causes(),
            utbetalning: self.part(grants::regleringsbrev::GRANT, Self::utbetalning),
            efterat: self.afterwards(),
            flera_beslut: beslut.len() > LISTED,
            beslut,
            meddelat: self.part(grants::besked::GRANT, Self::meddelat),
            beredskap: self.part(grants::beredskap::GRANT, Self::beredskap),
            jamforelse: self.comparison(),
            egna: egna(view, &view.fact(&contract::EGNA_STYCKEN), &contract::BREVEN, Some(region)),
            preliminart: false,
            kontakter: Person::who(&personer, "kontakt"),
            undertecknare: Person::who(&personer, "undertecknare"),
            huvud: Huvud::of(titel, datum),
        }
    }

    /// What a grant is the ground for, where it is there.
    fn part<T>(&self, grant: &str, make: impl FnOnce(&Self) -> T) -> Option<T> {
        self.view.has(grant).then(|| make(self))
    }

    /// A figure of the region.
    fn own(&self, promise: &(impl RegionalPromise + Kept)) -> Number {
        self.view.in_region(self.region, promise)
    }
}

/// A table of the letter: its id and number, caption and unit, heading of the rows.
fn table(
    (id, nummer): (&str, u32),
    (rubrik, enhet): (&str, &str),
    radrubrik: &str,
    kolumner: Vec<Tabellkolumn>,
    rader: Vec<Tabellrad>,
) -> Tabell {
    Tabell {
        id: id.to_owned(),
        nummer: Some(nummer),
        rubrik: rubrik.to_owned(),
        enhet: enhet.to_owned(),
        radrubrik: radrubrik.to_owned(),
        kolumner,
        rader,
        avrundade: Avrundade::default(),
    }
}

/// A column of a table.
fn column(rubrik: &str, enhet: &str) -> Tabellkolumn {
    Tabellkolumn { rubrik: rubrik.to_owned(), grupp: None, enhet: enhet.to_owned() }
}

/// A row of a table; of this region, and so of none in particular.
fn row(rubrik: &str, celler: Vec<Option<Siffra>>) -> Tabellrad {
    Tabellrad {
        rubrik: rubrik.to_owned(),
        lanskod: None,
        kod: None,
        slag: Radslag::Rad,
        celler,
        gar_inte_ihop: false,
        okanda: Vec::new(),
    }
}
