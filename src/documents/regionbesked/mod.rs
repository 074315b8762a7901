//! The letters to the regions: one each, with that region's figures from every grant of the run.

pub mod data;
mod jamforelse;
mod korthet;
mod lakemedel;

use schemars::Schema;

use self::data::{Brev, Lage, Mottagare, Regionbesked};
use super::{Document, Exemplar};
use crate::region::Region;
use crate::report::avsandare::Utgivare;
use crate::report::delar::Person;
use crate::report::{self, Lasning, Report, Visning, som_json};

const VERSION: u32 = 1;
const KR: Visning = Visning::Decimaler(0);
/// So many decimals that kronor per inhabitant times the largest population is right to the krona.
const ATTA: Visning = Visning::Decimaler(8);

/// The letters.
#[derive(Debug)]
pub struct Regionbeskeden;

impl Document for Regionbeskeden {
    fn id(&self) -> &'static str {
        "regionbesked"
    }

    fn namn(&self) -> &'static str {
        "Brev till regionen om statens medel"
    }

    fn bidrag(&self) -> &'static [&'static str] {
        &["lakemedel"]
    }

    fn mall(&self) -> &'static str {
        "regionbesked/main.typ.tera"
    }

    fn xlsx(&self) -> bool {
        true
    }

    fn exemplar(&self, _report: &Report, _ar: i32) -> Vec<Exemplar> {
        let exemplar = |region: Region| Exemplar {
            id: format!("{}-{}-{}", self.id(), region.lanskod(), region.id()),
            namn: format!("Brev till {} om statens medel", region.officiellt_namn()),
            region: Some(region),
        };
        Region::alla().map(exemplar).collect()
    }

    fn json(&self, report: &Report, ar: i32, exemplar: &Exemplar) -> Vec<u8> {
        let region = exemplar.region.unwrap_or_else(|| panic!("{} is to a region", exemplar.id));
        let besked = Besked { las: report.lasning("lakemedel", ar), region, ar };
        som_json(&besked.regionbesked(&exemplar.id))
    }

    fn schema(&self) -> Schema {
        report::schema::<Regionbesked>()
    }
}

/// What a letter is made of.
struct Besked<'a> {
    /// Läkemedelsförmånerna's figures; the other grants' through it.
    las: Lasning<'a>,
    region: Region,
    ar: i32,
}

impl Besked<'_> {
    fn regionbesked(&self, id: &str) -> Regionbesked {
        let (las, region) = (&self.las, self.region);
        let personer = las.rader("personer");
        let med_uppgift = |uppgift: &str| -> Vec<Person> {
            let valda =
                personer.iter().filter(|rad| rad.get("uppgift").is_some_and(|u| u == uppgift));
            valda.map(Person::av).collect()
        };
        let datum = las.datum("regionbesked_datum");
        let titel = format!("Statens medel till {} {}", region.officiellt_namn(), self.ar);
        Regionbesked {
            ar: self.ar,
            foregaende_ar: self.ar - 1,
            utgivare: Utgivare::las(las),
            brev: Brev {
                datum: datum.clone(),
                diarienummer: las.kanske_text("regionbesked_diarienummer"),
                avdelning: las.text("cirkular_avdelning"),
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
            jamforelse: self.jamforelse(),
            kontakter: med_uppgift("kontakt"),
            undertecknare: med_uppgift("undertecknare"),
            // Last: what the letter rests on is what was read for it.
            huvud: las.huvud((id, VERSION), self.ar, titel, datum),
        }
    }

    /// A grant's amount per inhabitant beside the country's mean.
    fn lage(&self, las: &Lasning<'_>, namn: &str) -> Lage {
        let regionen = las.region(self.region, namn).som(KR);
        let riket = las.riket(namn).som(KR);
        let avstand = las.region(self.region, &format!("{namn}_avstand")).forandring(KR);
        Lage {
            avstand: avstand.mellan(&riket, &regionen),
            plats: las.region(self.region, &format!("{namn}_plats")).som(KR),
            regionen,
            riket,
        }
    }
}
