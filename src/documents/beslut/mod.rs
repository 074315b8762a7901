//! A decision that shares out money, with the amounts in an annex: one for each workbook `beslut-*.xlsx`. Knows nothing
//! of what any of them is about.

mod betalningsfil;
pub mod data;
mod tabell;
mod texter;

use self::data::{
    Beslut, Betalningsmottagare, Exempel, Fordelning, Justering, Kolumn, Medelsbeslut,
    MottagarSiffra, Mottagarna, PerInvanare, Pott,
};
use super::{Document, Edition, worked_decision};
use crate::contract::beslut::{self as contract, Satt};
use crate::contract::{Fact, Indexed, Kept, Maybe, RegionalPromise};
use crate::report::head::Huvud;
use crate::report::lists::Person;
use crate::report::paper::Paper;
use crate::report::residual::Avrundningsregel;
use crate::report::{self, NumberFormat, View};
use crate::swedish;

const KR: NumberFormat = NumberFormat::Decimals(0);

/// The decisions.
pub const BESLUTEN: Document = Document {
    id: "beslut",
    name: "Beslut om medel",
    grant: &[contract::GRANT],
    also: &[],
    per_region: false,
    template: "beslut/main.typ.tera",
    edition: |document, report, ar| {
        let edition = |namn: &String| Edition {
            id: format!("{}-{namn}", document.id),
            name: report.view(ar).fact(&contract::RUBRIK.at(namn)),
            region: None,
        };
        report.keys(ar, &contract::RUBRIK).iter().map(edition).collect()
    },
    paper: |report, ar, copy| {
        let (_, namn) =
            copy.id.split_once('-').unwrap_or_else(|| panic!("{} has no name", copy.id));
        let view = report.view(ar);
        let csv = betalningsfil::payment_file(&view, namn);
        let paper = Paper::of(report, ar, &copy.id, |view| Besluten { view, namn, ar }.beslutet());
        Paper { csv: Some(csv), ..paper }
    },
    schema: report::schema::<Medelsbeslut>,
};

/// What a decision is made of.
#[derive(Clone, Copy)]
struct Besluten<'a> {
    view: &'a View<'a>,
    namn: &'a str,
    ar: i32,
}

impl Besluten<'_> {
    fn beslutet(self) -> Medelsbeslut {
        let Self { view, namn, ar } = self;
        let beslut = self.decision();
        let (titel, datum) = (beslut.rubrik.clone(), beslut.datum.clone());
        let undertecknare = view.fact(&contract::UNDERTECKNARE.at(namn));
        let kolumner = view.fact(&contract::KOLUMNER.at(namn));
        let potter = view.fact(&contract::POTTER.at(namn));
        let (fore, efter) = self.sections();
        let mottagare = self.recipients();
        Medelsbeslut {
            ar,
            medel: view.fact(&contract::MEDEL.at(namn)),
            medel_bestamd: view.fact(&contract::MEDEL_BESTAMD.at(namn)),
            pott: view.figure(&contract::POTT.at(namn)).shown_as(KR),
            utbetalning: view.fact(&contract::UTBETALNING.at(namn)),
            fordelning: Fordelning {
                flera_potter: potter.len() > 1,
                antal_potter_i_ord: swedish::count_in_words(potter.len()),
                potter: potter.iter().map(|pott| self.pot(pott, &kolumner, &mottagare)).collect(),
                kolumner: kolumner.iter().map(|kolumn| self.column(kolumn)).collect(),
                per_inv: self.per_inhabitant(),
            },
            mottagare,
            exempel: self.example(&potter),
            fore,
            efter,
            undertecknare: undertecknare.into_iter().map(Person::from).collect(),
            kopior: view.fact(&contract::KOPIOR.at(namn)),
            tabell: self.table(&potter, &kolumner),
            betalningsdag: view.maybe_fact(&contract::UTBETALNINGSDAG.at(namn)).map(Into::into),
            betalningsmottagare: self.paid(),
            huvud: Huvud::of(titel, datum).of_decision(beslut.utkast),
            beslut,
        }
    }

    /// Where all amounts are stated, there is nothing to show.
    fn example(self, potter: &[contract::Pott]) -> Option<Exempel> {
        let is_shared = |pott: &contract::Pott| matches!(pott.satt, Satt::Nyckel(_));
        potter.iter().any(is_shared).then(|| {
            let one = self.view.fact(&contract::EXEMPELMOTTAGARE.at(self.namn));
            let rakningar = worked_decision::worked(self.view, self.namn, &one.plats, false);
            let belopp = self.view.in_place(&one.plats, &contract::BELOPP.at(self.namn));
            Exempel { mottagare: one.namn, belopp: belopp.shown_as(KR), rakningar }
        })
    }

    fn paid(self) -> Vec<Betalningsmottagare> {
        let one = |one: contract::Mottagare| Betalningsmottagare {
            kod: one.kod,
            namn: one.officiellt_namn,
            organisationsnummer: one.organisationsnummer.map(|(number, _)| number),
        };
        self.view.fact(&contract::MOTTAGARE.at(self.namn)).into_iter().map(one).collect()
    }

    fn decision(self) -> Beslut {
        let text = |promise: &Indexed<Fact<String>>| self.view.fact(&promise.at(self.namn));
        let maybe =
            |promise: &Indexed<Maybe<Fact<String>>>| self.view.maybe_fact(&promise.at(self.namn));
        let [_, utkast] = contract::STATUS;
        let myndighet = text(&contract::BESLUT_MYNDIGHET);
        Beslut {
            rubrik: text(&contract::RUBRIK),
            av_regeringen: myndighet == contract::REGERINGEN,
            myndighet,
            departement: maybe(&contract::BESLUT_DEPARTEMENT),
            nummer: text(&contract::BESLUT_NUMMER),
            datum: self.view.fact(&contract::BESLUT_DATUM.at(self.namn)).into(),
            diarienummer: text(&contract::BESLUT_DIARIENUMMER),
            mottagare: text(&contract::BESLUT_MOTTAGARE),
            anslag: text(&contract::BESLUT_ANSLAG),
            anslagsnamn: text(&contract::BESLUT_ANSLAGSNAMN),
            anslagspost: maybe(&contract::BESLUT_ANSLAGSPOST),
            riksdagen: maybe(&contract::BESLUT_RIKSDAGEN),
            utkast: text(&contract::BESLUT_STATUS) == utkast,
        }
    }

    fn recipients(self) -> Mottagarna {
        let Self { view, namn, .. } = self;
        let [en, flera] = worked_decision::called(view, namn);
        Mottagarna {
            antal: view.figure(&contract::ANTAL.at(namn)).shown_as(KR),
            regioner: worked_decision::of_regions(view, namn),
            ens: swedish::genitive(&en),
            fleras: swedish::genitive(&flera),
            en,
            flera,
        }
    }

    fn pot(
        self,
        pott: &contract::Pott,
        kolumner: &[contract::Kolumn],
        mottagare: &Mottagarna,
    ) -> Pott {
        let Self { view, namn, .. } = self;
        let key = (namn, pott.nummer);
        let columns = match &pott.satt {
            Satt::Nyckel(columns) => columns.clone(),
            Satt::FastaBelopp(_) => Vec::new(),
        };
        let named = |number: &usize| kolumner.iter().find(|one| one.nummer == *number);
        let named: Vec<_> = columns.iter().filter_map(named).collect();
        let faktorer: Vec<_> = named.iter().map(|one| worked_decision::in_sentence(one)).collect();
        let maybe = |promise: &Indexed<Maybe<_>>| {
            view.maybe_figure(&promise.at(key)).map(|figure| figure.shown_as(KR))
        };
        let justeringar = view.fact(&contract::JUSTERINGAR.at(namn)).into_iter();
        let justeringar = justeringar.filter(|one| one.pott == pott.nummer).map(|one| Justering {
            belopp: view.in_place(&one.plats, contract::JUSTERING.at(key).kept()).forandring(KR),
            mottagare: one.namn,
            skal: one.skal.trim_end().trim_end_matches('.').to_owned(),
        });
        let vikt = view.maybe_figure(&contract::VIKT.at(key));
        let vikt = vikt.map(|figure| figure.shown_as(NumberFormat::AtMost(2)));
        // They begin a sentence.
        let at_limit = |names: &[String]| {
            enumerated(names, &mottagare.flera).map(|names| swedish::capitalized(&names))
        };
        Pott {
            nummer: pott.nummer,
            namn: pott.namn.clone(),
            belopp: view.figure(&contract::DELPOTT.at(key)).shown_as(KR),
            fasta_belopp: columns.is_empty(),
            faktorer_uppraknade: swedish::enumeration(&faktorer),
            faktorer_med_dag: worked_decision::with_their_days(&named),
            flera_faktorer: faktorer.len() > 1,
            andelar: vikt.clone().filter(|_| worked_decision::states_shares(view, namn, pott)),
            faktorer,
            vikt,
            grundbelopp: maybe(&contract::GRUNDBELOPP),
            kvar: maybe(&contract::KVAR),
            golv: maybe(&contract::GOLV),
            vid_golvet: at_limit(&pott.vid_golvet),
            tak: maybe(&contract::TAK),
            vid_taket: at_limit(&pott.vid_taket),
            kvar_ovriga: view
                .maybe_figure(&contract::KVAR_OVRIGA.at(key))
                .map(|figure| figure.shown_as(KR)),
            nagra_delar: view
                .maybe_figure(&contract::ANDEL_OVRIGA.at(key))
                .is_some_and(|shares| !shares.exact().is_zero()),
            avrundning: Avrundningsregel::with_name(&pott.residual),
            residual: view.figure(&contract::RESIDUAL.at(key)).forandring(KR),
            storst: pott.storst.clone(),
            restmottagare: pott.restmottagare.clone(),
            justeringar: justeringar.collect(),
        }
    }

    fn column(self, kolumn: &contract::Kolumn) -> Kolumn {
        let format = self.format(kolumn);
        let whole = self.numbers(kolumn).iter().all(|number| {
            let (shown, all) = (number.shown_as(format), number.shown_as(NumberFormat::AtMost(12)));
            shown.decimaler >= all.decimaler
        });
        Kolumn {
            rubrik: kolumn.rubrik.clone(),
            bestamd: match worked_decision::definite(kolumn) {
                Some(name) => swedish::capitalized(&name),
                None => format!("Uppgiften om {}", kolumn.i_mening),
            },
            i_mening: kolumn.i_mening.clone(),
            enhet: kolumn.enhet.clone(),
            dag: kolumn.dag.map(Into::into),
            harledd: kolumn.harledd,
            avrundad: !whole,
        }
    }

    fn per_inhabitant(self) -> Option<PerInvanare> {
        let Self { view, namn, .. } = self;
        let promise = contract::BELOPP_PER_INV.at(namn);
        let medel = view.maybe_figure(&promise)?;
        let format = worked_decision::per_inhabitant(&medel);
        let ytterst = |extreme: &Indexed<Maybe<Fact<contract::Mottagare>>>| {
            let one = view.maybe_fact(&extreme.at(namn))?;
            let siffra = view.in_place(&one.plats, promise.kept()).shown_as(format);
            let (mottagare, antal) = self.alike(promise.kept(), format, &siffra.text);
            Some((MottagarSiffra { mottagare, siffra }, antal))
        };
        let (hogst, most) = ytterst(&contract::PER_INV_HOGST)?;
        let (mut lagst, least) = ytterst(&contract::PER_INV_LAGST)?;
        let lika = hogst.siffra.text == lagst.siffra.text;
        // Many that are all the rest are called so.
        let everyone = view.fact(&contract::MOTTAGARE.at(namn)).len();
        if least > FEW && most + least == everyone {
            lagst.mottagare = format!("övriga {}", lagst.mottagare);
        }
        let person = worked_decision::person(view, namn);
        Some(PerInvanare { person, medel: medel.shown_as(format), lika, hogst, lagst })
    }
}

impl Besluten<'_> {
    /// The recipients of whom something is written alike, in a sentence, and how many they are.
    fn alike(
        self,
        promise: &(impl RegionalPromise + Kept),
        format: NumberFormat,
        text: &str,
    ) -> (String, usize) {
        let Self { view, namn, .. } = self;
        let all = view.fact(&contract::MOTTAGARE.at(namn)).into_iter();
        let same =
            all.filter(|one| view.in_place(&one.plats, promise).shown_as(format).text == text);
        let names: Vec<_> = same.map(|one| one.namn).collect();
        let [_, flera] = worked_decision::called(view, namn);
        (enumerated(&names, &flera).unwrap_or_default(), names.len())
    }
}

/// So many recipients are named; of more it is only said how many they are.
const FEW: usize = 6;

/// Recipients in a sentence: their names, or how many they are where they are many. None where there are none.
fn enumerated(names: &[String], flera: &str) -> Option<String> {
    match names.len() {
        0 => None,
        1..=FEW => Some(swedish::enumeration(names)),
        many => {
            Some(format!("{}{}{flera}", swedish::count_in_words(many), swedish::NO_BREAK_SPACE))
        }
    }
}
