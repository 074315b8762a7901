//! Every optional promise, tried filled and empty, to paper: the workbooks of 2024 as they are, with all that
//! is optional filled in, with all of it left empty, and with the choices that exclude the others. A document
//! that is dropped by what is missing, and a fact that nobody reads, are found here.

use std::sync::OnceLock;

use serde_json::Value;
use statsbidrag::contract::{self, Promised, Shape};
use statsbidrag::grants::{GRANTS, beredskap, besked, beslut, lakemedel, regleringsbrev};
use statsbidrag::output::Files;
use statsbidrag::pipeline::selection::Selection;
use statsbidrag::pipeline::{self, Computed, Options};
use statsbidrag::region::PerRegion;
use statsbidrag::render::{PdfStandard, Templates};
use statsbidrag::workbook::schema::{Layout, WorkbookSchema};
use statsbidrag::workbook::{CellValue, Fill};

use crate::changed::{
    Changed, given, justeringsbelopp, monthly, own_population, run, to_one_that_is_named, with,
};
use crate::data_2024 as inputs;
use crate::decisions::{self, DECISIONS};
use crate::kept::{Kept, is_kept, kept};
use crate::run::beredskap_odd::avtal;
use crate::run::brevet::{JUSTERINGAR, justeringar};
use crate::run::hostile::taken;
use crate::run::{decimal, filled_from, integer, step, text};

/// An optional fact that is printed as it was filled in.
struct Printed {
    grant: &'static str,
    id: &'static str,
    /// What is filled in.
    filled: &'static str,
    /// What the paper says.
    said: &'static str,
    /// The document, and where its JSON has it.
    at: (&'static str, &'static str),
}

const fn printed(
    (grant, id): (&'static str, &'static str),
    filled: &'static str,
    at: (&'static str, &'static str),
) -> Printed {
    Printed { grant, id, filled, said: filled, at }
}

const LETTER: &str = "regionbesked-09-gotland";
const PRINTED: &[Printed] = &[
    printed(
        ("lakemedel", "cirkular_ersatter"),
        "Cirkulär 23:77",
        ("cirkular", "/register/ersatter"),
    ),
    printed(("lakemedel", "cirkular_bilagor"), "Räkneblad 88", ("cirkular", "/register/bilagor")),
    printed(
        ("lakemedel", "regionbesked_diarienummer"),
        "SKR2024/77777",
        (LETTER, "/brev/diarienummer"),
    ),
    printed(
        ("lakemedel", "residual_region"),
        "Västernorrland",
        (LETTER, "/statsbidrag/restregion"),
    ),
    Printed {
        said: "21 december 2023",
        ..printed(
            ("regleringsbrev", "andrar_datum"),
            "2023-12-21",
            ("regleringsbrev", "/brev/andrar/datum/text"),
        )
    },
    printed(
        ("regleringsbrev", "andrar_diarienummer"),
        "S2023/07777",
        ("regleringsbrev", "/brev/andrar/diarienummer"),
    ),
    printed(
        ("beslut", "beslut_riksdagen"),
        "rskr. 2023/24:777",
        ("beslut-sektorsbidrag", "/beslut/riksdagen"),
    ),
    printed(
        ("beslut", "beslut_departement"),
        "Finansdepartementet",
        ("beslut-sektorsbidrag", "/beslut/departement"),
    ),
    printed(
        ("beslut", "beslut_anslagspost"),
        "77",
        ("beslut-sektorsbidrag", "/beslut/anslagspost"),
    ),
    printed(("besked", "diarienummer"), "S2024/07777", ("besked", "/diarienummer")),
];

/// Optional facts that are not printed in the words they are filled in with: how amounts are rounded, shared
/// out and settled. The figures and the document of the settlement follow them.
const CHOICES: [&str; 20] = [
    "avstamning",
    "avstamning_avrakning",
    "avstamning_fordelas_efter",
    "avstamning_nyckel_grund",
    "avstamning_residual",
    "befolkningsdag",
    "foregaende_befolkningsdag",
    "gruppdag",
    "solidarisk_fran",
    "solidarisk_till",
    "foregaende_avdrag_kanda",
    "foregaende_residual",
    "foregaende_residual_region",
    "avdrag_residual",
    "mottagare_en",
    "mottagare_flera",
    "per_inv_hogst",
    "per_inv_lagst",
    "prognos_tlv",
    "utbetalningsdag",
];

/// What a decision states of some recipients only, the change of their amounts; and the numbers of its key, of which
/// only those per inhabitant have one for the country, their mean.
const IN_PART: [&str; 2] = ["JUSTERING", "NYCKEL"];

/// A run, to paper.
struct Run {
    name: &'static str,
    kept: Kept,
    files: Files,
}

impl Run {
    fn new(name: &'static str, computed: Computed) -> Self {
        let kept = kept(&computed.report);
        let options = Options {
            selection: Selection::default(),
            templates: Templates::builtin(),
            standard: PdfStandard::A3a,
        };
        let chosen =
            options.selection.edition(&computed.report, computed.year).expect("all of them");
        let files = pipeline::make(computed, chosen.clone(), &options, &|_| ());
        let files = files.unwrap_or_else(|problems| panic!("{name}: {problems}"));
        for (_, edition) in chosen {
            let pdf = &files[&format!("{}.pdf", edition.id)];
            assert!(pdf.starts_with(b"%PDF") && pdf.len() > 10_000, "{name}: {}", edition.id);
        }
        Self { name, kept, files }
    }

    fn json(&self, document: &str) -> Value {
        serde_json::from_slice(&self.files[&format!("{document}.json")]).expect("JSON")
    }

    fn lacks(&self, promise: &Promised) -> bool {
        !self.kept.contains_key(&(promise.grant, promise.constant))
    }
}

/// The runs, made once.
fn runs() -> &'static [Run; 5] {
    static RUNS: OnceLock<[Run; 5]> = OnceLock::new();
    RUNS.get_or_init(|| {
        let as_it_is = run(Vec::new());
        let utfall = given(&as_it_is.report.trace);
        [
            Run::new("filled", run(filled(utfall.clone()))),
            Run::new("emptied", run(emptied(utfall.clone()))),
            Run::new("as it is", as_it_is),
            Run::new("stated", run(stated_together())),
            Run::new("to one", run(to_one_that_is_named(utfall))),
        ]
    })
}

/// Everything that is optional, but what excludes something else.
fn filled(utfall: PerRegion<CellValue>) -> Changed {
    let mut the_grant = inputs::lakemedel::fill_without(&[lakemedel::schema::sheets::AVDRAG]);
    agreed_in_both(&mut the_grant);
    monthly(&mut the_grant, lakemedel::schema::sheets::MANADSPLAN, 38_411_749_680);
    monthly(&mut the_grant, lakemedel::schema::sheets::FOREGAENDE_MANADSPLAN, 35_474_962_540);
    the_grant.column(
        lakemedel::schema::sheets::BEHOVSMODELL,
        "behovsmodell_utfall",
        utfall,
        filled_from(),
    );
    let explicit = [
        ("residual", "explicit"),
        ("solidarisk_troskel", "100"),
        ("foregaende_solidarisk_troskel", "100"),
        ("totalt_noggrannhet", "0.1"),
        ("avdrag_tolerans", "1"),
        ("foregaende_residual", "explicit"),
        ("foregaende_residual_region", "Gotland"),
    ];
    let books = [
        ("lakemedel", the_grant, &explicit[..]),
        ("regleringsbrev", stated(APART), &[]),
        ("beslut", inputs::beslut::fill(), &[]),
        ("besked", inputs::besked::fill(), &[]),
    ];
    let changed = books.into_iter().flat_map(|(id, fill, items)| {
        let grant = GRANTS.iter().find(|grant| grant.id == id).expect("a grant");
        let own = PRINTED.iter().filter(|printed| printed.grant == id);
        let own = own.map(|printed| (printed.id, printed.filled));
        with(grant.workbook_file, fill, &own.chain(items.iter().copied()).collect::<Vec<_>>())
    });
    let decisions = DECISIONS.iter().map(|(name, fill)| {
        (&beslut::schema::WORKBOOK, beslut::schema::WORKBOOK.file_named(name), fill())
    });
    changed.chain(decisions).collect()
}

/// A deduction that is agreed in kronor beside its rate, and one that was called something else last year.
fn agreed_in_both(fill: &mut Fill) {
    let page = lakemedel::schema::sheets::AVDRAG;
    let words =
        |namn| [("avdrag", text(namn)), ("mottagare", text("SKR")), ("andamal", text("något"))];
    let euro = [
        ("valuta", text("EUR")),
        ("valutabelopp", decimal("361305")),
        ("kurs", decimal("11.7638")),
        ("kronor", integer(4_250_320)),
        ("regleras", text("ja")),
        ("grans", integer(0)),
        ("senast", integer(2)),
    ];
    fill.row(page, words("IHSI").into_iter().chain(euro));
    for (namn, kronor) in [("SOL", 11_000_000), ("SKR", 3_000_000)] {
        let rest =
            [("hette", text("Annat")), ("kronor", integer(kronor)), ("regleras", text("nej"))];
        fill.row(page, words(namn).into_iter().chain(rest));
    }
    for field in lakemedel::schema::WORKBOOK.sheet(page).field().iter().skip(1) {
        fill.filled_from(page, field.id, filled_from());
    }
}

/// Profit and loss are settled with each other or each by itself: the kinds of adjustment, and their amounts.
const TOGETHER: &[(&str, &str)] = &[("vinst/förlust, tillsammans", "Vinst/förlust, tillsammans")];
const APART: &[(&str, &str)] = &[
    ("vinst/förlust, förmånen", "Vinst/förlust, förmånen"),
    ("vinst/förlust, hepatit C", "Vinst/förlust, hepatit C"),
];

/// A decision that states what it pays, after an agreement that settles profit and loss together.
fn stated_together() -> Changed {
    let mut grant = inputs::lakemedel::fill();
    crate::parts::before(&mut grant, "nej", ["tillsammans"; 2]);
    let together = [
        ("befolkningsdag", "2023-08-31"),
        ("foregaende_befolkningsdag", "2022-08-31"),
        ("gruppdag", "2021-12-31"),
        ("solidarisk_fran", "2022-10-01"),
        ("solidarisk_till", "2023-09-30"),
    ];
    let mut changed = with(&lakemedel::schema::WORKBOOK, grant, &together);
    changed.extend(with(&regleringsbrev::schema::WORKBOOK, stated(TOGETHER), &[]));
    changed.extend(with(&beslut::schema::WORKBOOK, decisions::by_population(), &[]));
    changed
}

/// The decision with an adjustment of each kind, their amounts stated in every way there is.
fn stated(settled: &[(&'static str, &'static str)]) -> Fill {
    let computed = ["avdrag_residual", regleringsbrev::schema::sheet::REGLERADE];
    let mut fill = inputs::regleringsbrev::fill_without(&[&computed[..], &JUSTERINGAR].concat());
    let kinds = ["återbäring, prognos", "avdrag, reglering", "återbäring, slutlig", "annan"];
    let kinds = kinds.into_iter().chain(settled.iter().map(|(kind, _)| *kind));
    justeringar(&mut fill, &kinds.map(|kind| (kind, 4, 5)).collect::<Vec<_>>());
    let amounts = [
        ("aterbaring_prognos_statens_andel", "30000"),
        ("avdrag", "-1"),
        ("aterbaring_differens", "-10000.5"),
        ("aterbaring_slutlig", "90000"),
        ("aterbaring_prognos", "100000.5"),
        ("annan", "-2"),
    ];
    for (id, kronor) in amounts.into_iter().chain(settled.iter().map(|(_, id)| (*id, "-3"))) {
        justeringsbelopp(&mut fill, id, kronor);
    }
    fill
}

/// A workbook, what fills it in, and what it cannot be without although the schema lets it be empty, or must
/// be without although the schema does not.
type Book = (
    &'static WorkbookSchema,
    fn(&[&str]) -> Fill,
    &'static [&'static str],
    &'static [&'static str],
);

/// Nothing that is optional.
fn emptied(utfall: PerRegion<CellValue>) -> Changed {
    use beredskap::schema::sheet as lagrets;
    use lakemedel::schema::sheets as of_the_grant;
    let books: [Book; 4] = [
        (
            &lakemedel::schema::WORKBOOK,
            inputs::lakemedel::fill_without,
            &["foregaende_statsbidrag"],
            &[of_the_grant::TRAPPA, of_the_grant::FOREGAENDE_TRAPPA],
        ),
        (&regleringsbrev::schema::WORKBOOK, inputs::regleringsbrev::fill_without, &[], &[]),
        (&besked::schema::WORKBOOK, inputs::besked::fill_without, &[], &[]),
        (
            &beredskap::schema::WORKBOOK,
            inputs::beredskap::fill_without,
            &[],
            &[lagrets::OVERENSKOMMELSER, lagrets::ANVANDNING, lagrets::MAL, lagrets::VECKOR],
        ),
    ];
    let [grant, brevet, overview, lagret] = books.map(|(book, fill_without, needed, without)| {
        let left_out = optional(book).filter(|id| !needed.contains(id));
        (book, fill_without(&left_out.chain(without.iter().copied()).collect::<Vec<_>>()))
    });
    let (book, mut fill) = grant;
    fill.column(of_the_grant::BEHOVSMODELL, "behovsmodell_utfall", utfall, filled_from());
    for page in [of_the_grant::TRAPPA, of_the_grant::FOREGAENDE_TRAPPA] {
        step(&mut fill, page, &[(1, None, "85")]);
    }
    // Nothing is deducted, netted or paid beside, and as much is left to pay out.
    let alone = ["läkemedel", "läkemedel", "38411.74968", "100", "nej", ""];
    crate::parts::add_row(fill.clear(of_the_grant::KOMPONENTER), of_the_grant::KOMPONENTER, &alone);
    let items = [("residual", "largest_remainder"), ("aterbaring", "0")];
    let grant = with(book, fill, &items);
    let (book, mut fill) = lagret;
    avtal(&mut fill, 2022, "500", (2022, 2022), None);
    let target = [
        ("vardtyp", text("Intensivvård")),
        ("avtalsar", integer(2022)),
        ("utvarderat", text("nej")),
    ];
    fill.row(lagrets::MAL, target);
    let (notice, mut announced) = overview;
    own_population(&mut announced);
    let decision = (&beslut::schema::WORKBOOK, decisions::fixed());
    let others = [brevet, decision, (notice, announced), (book, fill)];
    let others = others.into_iter().flat_map(|(book, fill)| with(book, fill, &[]));
    grant.into_iter().chain(others).collect()
}

/// The sheets, items and columns that a workbook may leave empty.
fn optional(book: &WorkbookSchema) -> impl Iterator<Item = &'static str> {
    book.sheets.iter().flat_map(|page| {
        let fields: &'static [_] = match page.layout {
            Layout::Items(field) => field,
            Layout::Lista { columns, .. }
            | Layout::Regions { columns, .. }
            | Layout::Recipients { columns, .. } => columns,
        };
        let fields = fields.iter().filter(|field| !field.required).map(|field| field.id);
        fields.chain((!page.required).then_some(page.name))
    })
}

#[test]
fn every_optional_promise_is_tried_filled_and_empty_to_paper() {
    for promise in contract::promises().filter(|promise| promise.optional) {
        let Promised { grant, constant, .. } = promise;
        let everywhere =
            runs().iter().filter(|run| !run.lacks(promise) && !IN_PART.contains(constant));
        for Run { name, kept, .. } in everywhere {
            assert!(is_kept(promise, kept), "{name}: {constant} of {grant} only here and there");
        }
        let lacking = runs().iter().filter(|run| run.lacks(promise)).count();
        assert!(lacking < runs().len(), "no run has {constant} of {grant}");
        assert!(lacking > 0, "no run lacks {constant} of {grant}");
    }
}

#[test]
fn every_optional_text_stands_where_it_is_printed() {
    let [filled, emptied, ..] = runs();
    let facts = contract::promises().filter(|promise| promise.shape == Shape::Fact);
    for Promised { grant, id, .. } in facts.filter(|promise| promise.optional) {
        // A decision's facts bear its name first.
        let id = &id.trim_start_matches("{}.");
        let found = PRINTED.iter().find(|printed| (printed.grant, printed.id) == (grant, id));
        let Some(Printed { said, at: (document, pointer), .. }) = found else {
            assert!(CHOICES.contains(id), "{id} of {grant} is filled in, and printed nowhere");
            continue;
        };
        let json = filled.json(document);
        let text = json.pointer(pointer).and_then(Value::as_str).unwrap_or_default();
        assert_eq!(text.replace('\u{a0}', " "), *said, "{id} of {grant}");
        let pdf = &filled.files[&format!("{document}.pdf")];
        let paper = taken(&pdf_extract::extract_text_from_mem(pdf).expect("text"));
        assert!(paper.contains(&taken(said)), "{id} of {grant} is not in {document}.pdf");
        let json = emptied.json(document);
        let empty = json.pointer(pointer).is_none_or(Value::is_null);
        assert!(empty, "{id} of {grant} is not empty in {document}");
    }
}
