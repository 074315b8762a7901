//! The follow-up of the agreements on försörjningsberedskap för läkemedel: to Regeringskansliet and the
//! regions.

mod avtal;
pub mod data;
mod diagram;
mod mal;
mod medel;

use std::collections::BTreeMap;

use schemars::Schema;

use self::data::{
    Beredskap, CiviltForsvar, Lager, Lista, Listor, Rapport, Register, TidigareLista, Utgivare,
};
use super::{Document, Exemplar};
use crate::report::delar::{
    Avrundade, Datum, Person, Radslag, Siffra, Tabell, Tabellkolumn, Tabellrad,
};
use crate::report::diagram::{Pyramid, Pyramidniva};
use crate::report::paper::Paper;
use crate::report::{self, Lasning, Report, Visning, svenska};

const VERSION: u32 = 1;
const KR: Visning = Visning::Decimaler(0);
/// Million kronor in tables and diagrams.
const MNKR: Visning = Visning::Mnkr(1);
/// Million kronor in prose.
const MNKR_PROSA: Visning = Visning::MnkrHogst(1);
const PROCENT: Visning = Visning::Procentdecimaler(1);
const ANTAL: Visning = Visning::Decimaler(0);

/// A row of texts, by field.
type Textrad = BTreeMap<&'static str, String>;

/// The follow-up.
#[derive(Debug)]
pub struct Uppfoljningen;

impl Document for Uppfoljningen {
    fn id(&self) -> &'static str {
        "beredskap"
    }

    fn namn(&self) -> &'static str {
        "Uppföljning av försörjningsberedskap för läkemedel"
    }

    fn bidrag(&self) -> &'static [&'static str] {
        &["beredskap"]
    }

    fn mall(&self) -> &'static str {
        "beredskap/main.typ.tera"
    }

    fn paper(&self, report: &Report, ar: i32, exemplar: &Exemplar) -> Paper {
        Paper::of(uppfoljningen(&exemplar.id, &report.lasning("beredskap", ar), ar))
    }

    fn schema(&self) -> Schema {
        report::schema::<Beredskap>()
    }
}

/// Gives tables and diagrams their numbers, in the order they stand.
#[derive(Debug, Default)]
struct Nummer {
    tabell: u32,
    diagram: u32,
}

impl Nummer {
    fn tabell(&mut self) -> u32 {
        self.tabell += 1;
        self.tabell
    }

    fn diagram(&mut self) -> u32 {
        self.diagram += 1;
        self.diagram
    }
}

fn uppfoljningen(id: &str, las: &Lasning<'_>, ar: i32) -> Beredskap {
    let mut nummer = Nummer::default();
    let personer = las.rader("personer");
    let register = register(las);
    // In the order that tables, and diagrams, stand on paper.
    let perioder = medel::perioder(las, nummer.tabell());
    let diagram = diagram::anvant_per_ar(las, nummer.diagram());
    let disponibelt = medel::disponibelt(las, &mut nummer);
    let listor = listor(las, nummer.tabell());
    let overenskommelser = avtal::overenskommelser(las, ar, &mut nummer);
    let tilldelat = medel::tilldelat(las, nummer.tabell());
    let forfaller = medel::forfaller(las, nummer.tabell());
    let mal = mal::mal(las, &mut nummer);
    let lager = lager(las, nummer.diagram());
    let medel = medel::medel(
        las,
        &overenskommelser,
        medel::Delar { perioder, disponibelt, diagram, tilldelat, forfaller },
    );
    let rapporter = las.rader("rapporter");
    let titel = register.rubrik.clone();
    let datum = register.datum.clone();
    Beredskap {
        ar,
        preliminart: false,
        svarsar: ar - 1,
        lagesdag: las.datum("lagesdag"),
        utgivare: utgivare(las),
        register,
        medel,
        overenskommelser,
        civilt_forsvar: CiviltForsvar {
            fran: las.antal("civilt_forsvar_fran"),
            tillagg_fran: las.antal("civilt_forsvar_tillagg_fran"),
        },
        mal,
        listor,
        lager,
        rapporter: rapporter.iter().map(rapport).collect(),
        kontakter: med_uppgift(&personer, "kontakt"),
        undertecknare: med_uppgift(&personer, "undertecknare"),
        // Last: what the document rests on is what was read.
        huvud: las.huvud((id, VERSION), ar, titel, datum),
    }
}

fn utgivare(las: &Lasning<'_>) -> Utgivare {
    Utgivare {
        namn: las.text("utgivare_namn"),
        avdelning: las.text("utgivare_avdelning"),
        postadress: las.text("utgivare_postadress"),
        besoksadress: las.text("utgivare_besoksadress"),
        telefon: las.text("utgivare_telefon"),
        e_post: las.text("utgivare_e_post"),
        webbplats: las.text("utgivare_webbplats"),
        organisationsnummer: las.text("utgivare_organisationsnummer"),
    }
}

fn register(las: &Lasning<'_>) -> Register {
    Register {
        diarienummer: las.text("uppfoljning_diarienummer"),
        datum: las.datum("uppfoljning_datum"),
        rubrik: las.text("uppfoljning_rubrik"),
        mottagare: las.rader("mottagare").iter().map(|rad| falt(rad, "mottagare")).collect(),
    }
}

fn med_uppgift(personer: &[Textrad], uppgift: &str) -> Vec<Person> {
    personer.iter().filter(|rad| falt(rad, "uppgift") == uppgift).map(Person::av).collect()
}

fn rapport(rad: &Textrad) -> Rapport {
    let senast = datum(rad, "senast");
    Rapport { namn: falt(rad, "rapport"), senast: senast.unwrap_or_else(|| panic!("{rad:?}")) }
}

fn lager(las: &Lasning<'_>, nummer: u32) -> Lager {
    let rader = las.rader("lager");
    let niva = |rad: &Textrad| Pyramidniva {
        nummer: falt(rad, "niva"),
        namn: falt(rad, "namn"),
        innehall: falt(rad, "innehall"),
    };
    let nivaer: Vec<_> = rader.iter().map(niva).collect();
    let delar: Vec<_> =
        nivaer.iter().map(|niva| format!("nivå {}: {}", niva.nummer, niva.namn)).collect();
    Lager {
        antal_i_ord: svenska::antal_i_ord(nivaer.len()),
        pyramid: Pyramid {
            id: "pyramid".to_owned(),
            nummer,
            rubrik: "Lagerhållningens nivåer".to_owned(),
            text: format!("Pyramid av nivåer, uppifrån och ner {}.", svenska::upprakning(&delar)),
            nivaer,
        },
    }
}

fn listor(las: &Lasning<'_>, nummer: u32) -> Listor {
    let rader = las.rader("listor");
    let listor: Vec<_> = (1..).zip(&rader).map(|(nr, rad)| lista(las, nr, rad)).collect();
    let tabellrader = (1..).zip(&rader).map(|(nr, rad)| {
        let figur = |id: &str| {
            let id = format!("lista_{nr}_{id}");
            las.har(&id).then(|| las.riket(&id).som(ANTAL))
        };
        rad_utan_region(
            falt(rad, "lista"),
            Radslag::Rad,
            ["antal", "tidigare_antal", "skillnad"].map(figur).to_vec(),
        )
    });
    let rubriker = ["Substanser", "I tidigare version", "Skillnad"];
    Listor {
        antal_i_ord: svenska::antal_i_ord(listor.len()),
        tabell: Tabell {
            id: "listor".to_owned(),
            nummer: Some(nummer),
            rubrik: "Läkemedelslistorna".to_owned(),
            enhet: "antal".to_owned(),
            radrubrik: "Lista".to_owned(),
            kolumner: rubriker.map(|rubrik| kolumn(rubrik, "")).to_vec(),
            rader: tabellrader.collect(),
            avrundade: Avrundade::default(),
        },
        listor,
    }
}

fn lista(las: &Lasning<'_>, nummer: usize, rad: &Textrad) -> Lista {
    let antal = |id: &str| las.riket(&format!("lista_{nummer}_{id}")).som(ANTAL);
    let tidigare = rad
        .get("tidigare_version")
        .map(|version| TidigareLista { version: version.clone(), antal: antal("tidigare_antal") });
    Lista {
        namn: falt(rad, "lista"),
        avtalsar: falt(rad, "avtalsar"),
        antal: antal("antal"),
        tidigare,
        datum: datum(rad, "datum"),
        diarienummer: rad.get("diarienummer").cloned(),
        ingar_i: rad.get("ingar_i").cloned(),
    }
}

fn falt(rad: &Textrad, id: &str) -> String {
    rad.get(id).cloned().unwrap_or_default()
}

/// A year in a row of texts.
fn artal(rad: &Textrad, id: &str) -> i32 {
    let text = falt(rad, id);
    text.parse().unwrap_or_else(|_| panic!("{id} is {text:?}, not a year"))
}

fn datum(rad: &Textrad, id: &str) -> Option<Datum> {
    rad.get(id).map(|iso| Datum::fran_iso(iso))
}

fn kolumn(rubrik: &str, enhet: &str) -> Tabellkolumn {
    Tabellkolumn { rubrik: rubrik.to_owned(), grupp: None, enhet: enhet.to_owned() }
}

fn rad_utan_region(rubrik: String, slag: Radslag, celler: Vec<Option<Siffra>>) -> Tabellrad {
    Tabellrad { rubrik, lanskod: None, slag, celler, gar_inte_ihop: false, okanda: Vec::new() }
}
