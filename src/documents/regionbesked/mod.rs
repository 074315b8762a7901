//! The letters to the regions: one each, with that region's figures from every grant of the run.

mod beredskap;
pub mod data;
mod jamforelse;
mod korthet;
mod lakemedel;
mod sektorsbidrag;
mod utbetalning;

use self::data::{Brev, Mottagare, Regionbesked};
use super::{Document, Exemplar};
use crate::contract::{Kept, RegionalPromise, lakemedel as contract};
use crate::region::Region;
use crate::report::avsandare::Utgivare;
use crate::report::head::Huvud;
use crate::report::lists::Person;
use crate::report::number::{Datum, Siffra};
use crate::report::paper::Paper;
use crate::report::table::{Avrundade, Radslag, Tabell, Tabellkolumn, Tabellrad};
use crate::report::{self, Figur, Lasning, Visning};

const KR: Visning = Visning::Decimaler(0);
/// So many decimals that kronor per inhabitant times the largest population is right to the krona.
const ATTA: Visning = Visning::Decimaler(8);

/// The letters.
pub const BREVEN: Document = Document {
    id: "regionbesked",
    namn: "Brev till regionen om statens medel",
    bidrag: &["lakemedel", "regleringsbrev", "sektorsbidrag", "besked", "beredskap"],
    mall: "regionbesked/main.typ.tera",
    exemplar: |document, _, _| {
        let exemplar = |region: Region| Exemplar {
            id: format!("{}-{}-{}", document.id, region.lanskod(), region.id()),
            namn: format!("Brev till {} om statens medel", region.officiellt_namn()),
            region: Some(region),
        };
        Region::alla().map(exemplar).collect()
    },
    paper: |report, ar, copy| {
        let region = copy.region.unwrap_or_else(|| panic!("{} is to a region", copy.id));
        Paper::of(report, ar, &copy.id, |las| Besked { las, region, ar }.regionbesked())
    },
    schema: report::schema::<Regionbesked>,
};

/// What a letter is made of.
struct Besked<'a> {
    las: &'a Lasning<'a>,
    region: Region,
    ar: i32,
}

impl Besked<'_> {
    fn regionbesked(&self) -> Regionbesked {
        let (las, region) = (self.las, self.region);
        let personer = las.fact(&contract::PERSONER);
        let datum = Datum::from(las.fact(&contract::REGIONBESKED_DATUM));
        let titel = format!("Statens medel till {} {}", region.officiellt_namn(), self.ar);
        Regionbesked {
            ar: self.ar,
            foregaende_ar: self.ar - 1,
            utgivare: Utgivare::of(las, &contract::UTGIVARE),
            brev: Brev {
                datum: datum.clone(),
                diarienummer: las.maybe_fact(&contract::REGIONBESKED_DIARIENUMMER),
                avdelning: las.fact(&contract::CIRKULAR_AVDELNING),
            },
            region: Mottagare {
                namn: region.officiellt_namn().to_owned(),
                kortnamn: region.kortnamn().to_owned(),
                lanskod: region.lanskod().to_owned(),
            },
            antal_regioner: Region::alla().len(),
            korthet: self.korthet(),
            statsbidrag: self.statsbidrag(),
            solidariskt: self.solidariskt(),
            forandring: self.orsaker(),
            utbetalning: self.utbetalning(),
            sektorsbidrag: self.sektorsbidrag(),
            meddelat: self.meddelat(),
            beredskap: self.beredskap(),
            jamforelse: self.jamforelse(),
            preliminart: false,
            kontakter: Person::who(&personer, "kontakt"),
            undertecknare: Person::who(&personer, "undertecknare"),
            huvud: Huvud::of(titel, datum),
        }
    }

    /// A figure of the region.
    fn egen(&self, promise: &(impl RegionalPromise + Kept)) -> Figur {
        self.las.in_region(self.region, promise)
    }
}

/// A table of the letter: its id and number, caption and unit, heading of the rows.
fn tabell(
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
fn kolumn(rubrik: &str, enhet: &str) -> Tabellkolumn {
    Tabellkolumn { rubrik: rubrik.to_owned(), grupp: None, enhet: enhet.to_owned() }
}

/// A row of a table; of this region, and so of none in particular.
fn rad(rubrik: &str, celler: Vec<Option<Siffra>>) -> Tabellrad {
    Tabellrad {
        rubrik: rubrik.to_owned(),
        lanskod: None,
        slag: Radslag::Rad,
        celler,
        gar_inte_ihop: false,
        okanda: Vec::new(),
    }
}
