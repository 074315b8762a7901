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
use super::own_words::egna;
use super::{Document, single};
use crate::contract::beredskap as contract;
use crate::report::diagram::{Pyramid, Pyramidniva};
use crate::report::head::Huvud;
use crate::report::issuer;
use crate::report::lists::Person;
use crate::report::number::{Datum, Siffra};
use crate::report::paper::Paper;
use crate::report::table::{Avrundade, Radslag, Tabell, Tabellkolumn, Tabellrad};
use crate::report::{self, Number, NumberFormat, View};
use crate::swedish;

const KR: NumberFormat = NumberFormat::Decimals(0);
/// Million kronor in tables and diagrams.
const MNKR: NumberFormat = NumberFormat::Mnkr(1);
/// Million kronor in prose.
const MNKR_PROSA: NumberFormat = NumberFormat::MnkrAtMost(1);
const PROCENT: NumberFormat = NumberFormat::PercentDecimals(1);
const ANTAL: NumberFormat = NumberFormat::Decimals(0);

/// The follow-up.
pub const UPPFOLJNINGEN: Document = Document {
    id: "beredskap",
    name: "Uppföljning av försörjningsberedskap för läkemedel",
    grant: &[contract::GRANT],
    also: &[],
    per_region: false,
    template: "beredskap/main.typ.tera",
    edition: single,
    paper: |report, ar, copy| Paper::of(report, ar, &copy.id, |view| uppfoljningen(view, ar)),
    schema: report::schema::<Beredskap>,
};

/// Gives tables and diagrams their numbers, in the order they stand.
#[derive(Debug, Default)]
struct Numbering {
    tabell: u32,
    diagram: u32,
}

impl Numbering {
    fn table(&mut self) -> u32 {
        self.tabell += 1;
        self.tabell
    }

    fn diagram(&mut self) -> u32 {
        self.diagram += 1;
        self.diagram
    }
}

fn uppfoljningen(view: &View<'_>, ar: i32) -> Beredskap {
    let mut nummer = Numbering::default();
    let personer = view.fact(&contract::PERSONER);
    let register = register(view);
    // In the order that tables, and diagrams, stand on paper.
    let perioder = medel::perioder(view, nummer.table());
    let diagram = diagram::anvant_per_ar(view, nummer.diagram());
    let disponibelt = medel::disponibelt(view, &mut nummer);
    let listor = lists(view, nummer.table());
    let overenskommelser = avtal::overenskommelser(view, ar, &mut nummer);
    let tilldelat = medel::tilldelat(view, nummer.table());
    let forfaller = medel::forfaller(view, nummer.table());
    let mal = mal::target(view, &mut nummer);
    let lager = lager(view, nummer.diagram());
    let medel = medel::medel(
        view,
        &overenskommelser,
        medel::Delar { perioder, disponibelt, diagram, tilldelat, forfaller },
    );
    let rapporter = view.fact(&contract::RAPPORTER).into_iter();
    let daterad = view.fact(&contract::UPPFOLJNING_DATUM);
    let titel = register.rubrik.clone();
    let datum = register.datum.clone();
    Beredskap {
        ar,
        preliminart: false,
        svarsar: ar - 1,
        lagesdag: view.fact(&contract::LAGESDAG).into(),
        utgivare: utgivare(view),
        register,
        medel,
        overenskommelser,
        civilt_forsvar: CiviltForsvar {
            fran: view.count(&contract::CIVILT_FORSVAR_FRAN),
            tillagg_fran: view.count(&contract::CIVILT_FORSVAR_TILLAGG_FRAN),
        },
        mal,
        listor,
        lager,
        rapporter: rapporter
            .map(|rapport| Rapport {
                namn: rapport.namn,
                passerad: rapport.senast < daterad,
                senast: rapport.senast.into(),
            })
            .collect(),
        egna: egna(view, &view.fact(&contract::EGNA_STYCKEN), &contract::UPPFOLJNINGEN, None),
        kontakter: Person::who(&personer, "kontakt"),
        undertecknare: Person::who(&personer, "undertecknare"),
        huvud: Huvud::of(titel, datum),
    }
}

fn utgivare(view: &View<'_>) -> Utgivare {
    let utgivare = issuer::Utgivare::of(view, &contract::UTGIVARE);
    Utgivare {
        namn: utgivare.namn,
        avdelning: view.fact(&contract::UTGIVARE_AVDELNING),
        postadress: utgivare.postadress,
        besoksadress: utgivare.besoksadress,
        telefon: utgivare.telefon,
        e_post: utgivare.e_post,
        webbplats: utgivare.webbplats,
        organisationsnummer: utgivare.organisationsnummer,
    }
}

fn register(view: &View<'_>) -> Register {
    Register {
        diarienummer: view.fact(&contract::UPPFOLJNING_DIARIENUMMER),
        datum: view.fact(&contract::UPPFOLJNING_DATUM).into(),
        rubrik: view.fact(&contract::UPPFOLJNING_RUBRIK),
        mottagare: view.fact(&contract::MOTTAGARE),
    }
}

fn lager(view: &View<'_>, nummer: u32) -> Lager {
    let niva = |niva: contract::Lager| Pyramidniva {
        nummer: niva.niva.to_string(),
        namn: niva.namn,
        innehall: niva.innehall,
    };
    let nivaer: Vec<_> = view.fact(&contract::LAGER).into_iter().map(niva).collect();
    let delar: Vec<_> =
        nivaer.iter().map(|niva| format!("nivå {}: {}", niva.nummer, niva.namn)).collect();
    Lager {
        antal: nivaer.len(),
        antal_i_ord: swedish::count_in_words(nivaer.len()),
        pyramid: Pyramid {
            id: "pyramid".to_owned(),
            nummer,
            rubrik: "Lagerhållningens nivåer".to_owned(),
            text: format!("Pyramid av nivåer, uppifrån och ner {}.", swedish::enumeration(&delar)),
            nivaer,
        },
    }
}

fn lists(view: &View<'_>, nummer: u32) -> Listor {
    let listor = view.fact(&contract::LISTOR);
    let antal = |figure: Number| figure.shown_as(ANTAL);
    let tabellrader = listor.iter().map(|lista| {
        let nr = lista.nummer;
        let celler = vec![
            Some(antal(view.figure(&contract::LISTA_ANTAL.at(nr)))),
            view.maybe_figure(&contract::LISTA_TIDIGARE_ANTAL.at(nr)).map(antal),
            view.maybe_figure(&contract::LISTA_SKILLNAD.at(nr)).map(antal),
        ];
        rad_utan_region(lista.namn.clone(), Radslag::Rad, celler)
    });
    let headings = ["Substanser", "I tidigare version", "Skillnad"];
    Listor {
        antal: listor.len(),
        antal_i_ord: swedish::count_in_words(listor.len()),
        tabell: Tabell {
            id: "listor".to_owned(),
            nummer: Some(nummer),
            rubrik: "Läkemedelslistorna".to_owned(),
            enhet: "antal".to_owned(),
            radrubrik: "Lista".to_owned(),
            kolumner: headings.map(|rubrik| column(rubrik, "")).to_vec(),
            rader: tabellrader.collect(),
            avrundade: Avrundade::default(),
        },
        listor: listor.into_iter().map(|lista| en_lista(view, lista)).collect(),
    }
}

fn en_lista(view: &View<'_>, lista: contract::Lista) -> Lista {
    let fore = contract::LISTA_TIDIGARE_ANTAL.at(lista.nummer);
    let tidigare = lista
        .tidigare_version
        .map(|version| TidigareLista { version, antal: view.figure(fore.kept()).shown_as(ANTAL) });
    Lista {
        namn: lista.namn,
        avtalsar: lista.avtalsar.to_string(),
        antal: view.figure(&contract::LISTA_ANTAL.at(lista.nummer)).shown_as(ANTAL),
        tidigare,
        datum: lista.datum.map(Datum::from),
        diarienummer: lista.diarienummer,
        ingar_i: lista.ingar_i,
    }
}

fn column(rubrik: &str, enhet: &str) -> Tabellkolumn {
    Tabellkolumn { rubrik: rubrik.to_owned(), grupp: None, enhet: enhet.to_owned() }
}

fn rad_utan_region(rubrik: String, slag: Radslag, celler: Vec<Option<Siffra>>) -> Tabellrad {
    Tabellrad {
        rubrik,
        lanskod: None,
        kod: None,
        slag,
        celler,
        gar_inte_ihop: false,
        okanda: Vec::new(),
    }
}
