//! The follow-up of the agreements on försörjningsberedskap för läkemedel: to Regeringskansliet and the
//! regions.

mod avtal;
pub mod data;
mod diagram;
mod mal;
mod medel;

use self::data::{
    Beredskap, CiviltForsvar, Lager, Lista, Listor, Rapport, Register, TidigareLista, Utgivare,
};
use super::{Document, single};
use crate::contract::beredskap as contract;
use crate::report::avsandare;
use crate::report::diagram::{Pyramid, Pyramidniva};
use crate::report::head::Huvud;
use crate::report::lists::Person;
use crate::report::number::{Datum, Siffra};
use crate::report::paper::Paper;
use crate::report::table::{Avrundade, Radslag, Tabell, Tabellkolumn, Tabellrad};
use crate::report::{self, Figur, Lasning, Visning};
use crate::svenska;

const KR: Visning = Visning::Decimaler(0);
/// Million kronor in tables and diagrams.
const MNKR: Visning = Visning::Mnkr(1);
/// Million kronor in prose.
const MNKR_PROSA: Visning = Visning::MnkrHogst(1);
const PROCENT: Visning = Visning::Procentdecimaler(1);
const ANTAL: Visning = Visning::Decimaler(0);

/// The follow-up.
pub const UPPFOLJNINGEN: Document = Document {
    id: "beredskap",
    namn: "Uppföljning av försörjningsberedskap för läkemedel",
    bidrag: &[contract::GRANT],
    mall: "beredskap/main.typ.tera",
    exemplar: single,
    paper: |report, ar, copy| Paper::of(report, ar, &copy.id, |las| uppfoljningen(las, ar)),
    schema: report::schema::<Beredskap>,
};

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

fn uppfoljningen(las: &Lasning<'_>, ar: i32) -> Beredskap {
    let mut nummer = Nummer::default();
    let personer = las.fact(&contract::PERSONER);
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
    let rapporter = las.fact(&contract::RAPPORTER).into_iter();
    let titel = register.rubrik.clone();
    let datum = register.datum.clone();
    Beredskap {
        ar,
        preliminart: false,
        svarsar: ar - 1,
        lagesdag: las.fact(&contract::LAGESDAG).into(),
        utgivare: utgivare(las),
        register,
        medel,
        overenskommelser,
        civilt_forsvar: CiviltForsvar {
            fran: las.count(&contract::CIVILT_FORSVAR_FRAN),
            tillagg_fran: las.count(&contract::CIVILT_FORSVAR_TILLAGG_FRAN),
        },
        mal,
        listor,
        lager,
        rapporter: rapporter
            .map(|rapport| Rapport { namn: rapport.namn, senast: rapport.senast.into() })
            .collect(),
        kontakter: Person::who(&personer, "kontakt"),
        undertecknare: Person::who(&personer, "undertecknare"),
        huvud: Huvud::of(titel, datum),
    }
}

fn utgivare(las: &Lasning<'_>) -> Utgivare {
    let utgivare = avsandare::Utgivare::of(las, &contract::UTGIVARE);
    Utgivare {
        namn: utgivare.namn,
        avdelning: las.fact(&contract::UTGIVARE_AVDELNING),
        postadress: utgivare.postadress,
        besoksadress: utgivare.besoksadress,
        telefon: utgivare.telefon,
        e_post: utgivare.e_post,
        webbplats: utgivare.webbplats,
        organisationsnummer: utgivare.organisationsnummer,
    }
}

fn register(las: &Lasning<'_>) -> Register {
    Register {
        diarienummer: las.fact(&contract::UPPFOLJNING_DIARIENUMMER),
        datum: las.fact(&contract::UPPFOLJNING_DATUM).into(),
        rubrik: las.fact(&contract::UPPFOLJNING_RUBRIK),
        mottagare: las.fact(&contract::MOTTAGARE),
    }
}

fn lager(las: &Lasning<'_>, nummer: u32) -> Lager {
    let niva = |niva: contract::Lager| Pyramidniva {
        nummer: niva.niva.to_string(),
        namn: niva.namn,
        innehall: niva.innehall,
    };
    let nivaer: Vec<_> = las.fact(&contract::LAGER).into_iter().map(niva).collect();
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
    let listor = las.fact(&contract::LISTOR);
    let antal = |figur: Figur| figur.som(ANTAL);
    let tabellrader = listor.iter().map(|lista| {
        let nr = lista.nummer;
        let celler = vec![
            Some(antal(las.figure(&contract::LISTA_ANTAL.at(nr)))),
            las.maybe_figure(&contract::LISTA_TIDIGARE_ANTAL.at(nr)).map(antal),
            las.maybe_figure(&contract::LISTA_SKILLNAD.at(nr)).map(antal),
        ];
        rad_utan_region(lista.namn.clone(), Radslag::Rad, celler)
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
        listor: listor.into_iter().map(|lista| en_lista(las, lista)).collect(),
    }
}

fn en_lista(las: &Lasning<'_>, lista: contract::Lista) -> Lista {
    let fore = contract::LISTA_TIDIGARE_ANTAL.at(lista.nummer);
    let tidigare = lista
        .tidigare_version
        .map(|version| TidigareLista { version, antal: las.figure(fore.kept()).som(ANTAL) });
    Lista {
        namn: lista.namn,
        avtalsar: lista.avtalsar.to_string(),
        antal: las.figure(&contract::LISTA_ANTAL.at(lista.nummer)).som(ANTAL),
        tidigare,
        datum: lista.datum.map(Datum::from),
        diarienummer: lista.diarienummer,
        ingar_i: lista.ingar_i,
    }
}

fn kolumn(rubrik: &str, enhet: &str) -> Tabellkolumn {
    Tabellkolumn { rubrik: rubrik.to_owned(), grupp: None, enhet: enhet.to_owned() }
}

fn rad_utan_region(rubrik: String, slag: Radslag, celler: Vec<Option<Siffra>>) -> Tabellrad {
    Tabellrad { rubrik, lanskod: None, slag, celler, gar_inte_ihop: false, okanda: Vec::new() }
}
