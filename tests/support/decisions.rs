//! Decisions of different kinds, each a workbook: what a pot is shared out by, to whom, within what limits, and who takes
//! what rounding leaves over. Made up, but for the names of the regions.

use chrono::NaiveDate;
use statsbidrag::figure::Status;
use statsbidrag::grants::beslut::schema::{WORKBOOK, sheet};
use statsbidrag::region::Region;
use statsbidrag::workbook::{CellValue, Fill, FilledFrom};

use crate::data_2024::{AR, content, csv, field};

/// A decision: what its workbook is called after `beslut-`, and what it is filled with.
pub(crate) type Named = (&'static str, fn() -> Fill);

/// Nine decisions beside sektorsbidraget, each of a kind of its own.
pub(crate) const DECISIONS: &[Named] = &[
    ("kvalitetsregister", by_population),
    ("fasta", fixed),
    ("tva-potter", two_pots),
    ("justerat", adjusted),
    ("kommuner", municipalities),
    ("samverkan", six_regions),
    ("grundbelopp", with_base),
    ("inom-granser", within_limits),
    ("utkast", draft),
];

/// A column of the key: heading, unit, and a number for each recipient.
pub(crate) type Column<'a> = (&'a str, &'a str, Vec<String>);

fn evidence() -> FilledFrom {
    FilledFrom::new("Påhittat för ett prov", Status::Exempel)
}

fn text(text: &str) -> CellValue {
    CellValue::Text(text.to_owned())
}

/// The number and the diarienummer of a decision among the others.
const NUMBERED: [[(&str, &str); 2]; 7] = [
    [("beslut_nummer", "II:10"), ("beslut_diarienummer", "S2024/09910")],
    [("beslut_nummer", "II:11"), ("beslut_diarienummer", "S2024/09911")],
    [("beslut_nummer", "II:12"), ("beslut_diarienummer", "S2024/09912")],
    [("beslut_nummer", "II:13"), ("beslut_diarienummer", "S2024/09913")],
    [("beslut_nummer", "II:14"), ("beslut_diarienummer", "S2024/09914")],
    [("beslut_nummer", "II:15"), ("beslut_diarienummer", "S2024/09915")],
    [("beslut_nummer", "II:16"), ("beslut_diarienummer", "S2024/09916")],
];

/// The items of the sheet Dokument, of which some are others.
pub(crate) fn document(fill: &mut Fill, medel: (&str, &str), others: &[(&str, &str)]) {
    let usual = [
        ("bidragsar", "2024"),
        ("rubrik", "Medel för ett prov 2024"),
        ("medel", medel.0),
        ("medel_bestamd", medel.1),
        ("beslut_status", "beslutad"),
        ("beslut_myndighet", "Regeringen"),
        ("beslut_departement", "Socialdepartementet"),
        ("beslut_nummer", "II:9"),
        ("beslut_datum", "2024-02-01"),
        ("beslut_diarienummer", "S2024/09999"),
        ("beslut_mottagare", "Kammarkollegiet"),
        ("beslut_anslag", "1:6"),
        ("beslut_anslagsnamn", "Bidrag till folkhälsa och sjukvård"),
        ("utbetalning", "i mars 2024"),
        ("mottagarna", "regionerna"),
    ];
    let kept = usual.iter().filter(|(id, _)| others.iter().all(|(other, _)| other != id));
    for (id, value) in kept.chain(others).filter(|(_, value)| !value.is_empty()) {
        let (page, field) = field(&WORKBOOK, id);
        fill.item(page, id, content(field, value), evidence());
    }
}

/// Rows of a list by the ids of its columns; what is empty is left out.
fn rows(fill: &mut Fill, page: &'static str, ids: &[&str], rows: &[&[&str]]) {
    let fields = WORKBOOK.sheet(page).field();
    for row in rows {
        let cells = ids.iter().zip(*row).filter(|(_, text)| !text.is_empty()).map(|(id, text)| {
            let field = fields.iter().find(|field| field.id == *id).expect("a column");
            (*id, content(field, text))
        });
        fill.row(page, cells);
    }
    for id in ids {
        fill.filled_from(page, id, evidence());
    }
}

fn pots(fill: &mut Fill, all: &[&[&str]]) {
    let ids = ["pott", "belopp", "fordelas", "nyckel", "residual"];
    let more = ["restmottagare", "grundbelopp", "golv", "tak"];
    rows(fill, sheet::POTTER, &[&ids[..], &more].concat(), all);
}

pub(crate) fn recipients(fill: &mut Fill, all: &[(String, String)], columns: &[Column<'_>]) {
    for (name, code) in all {
        let mut row = vec![("mottagare", text(name)), ("kod", text(code))];
        // Whom the payment file pays, where no register says it.
        if Region::find(name).is_err() {
            row.push(("organisationsnummer", text(&format!("900000-{code:0>4}"))));
            fill.filled_from(sheet::MOTTAGARE, "organisationsnummer", evidence());
        }
        fill.row(sheet::MOTTAGARE, row);
    }
    fill.filled_from(sheet::MOTTAGARE, "kod", evidence());
    let day = NaiveDate::from_ymd_opt(AR - 1, 12, 31).expect("a date");
    for (heading, unit, numbers) in columns {
        let numbers =
            numbers.iter().map(|number| CellValue::Decimal(number.parse().expect("a number")));
        let evidence = if *unit == "invånare" { evidence().per(day) } else { evidence() };
        fill.own_column(sheet::MOTTAGARE, (*heading, *unit), numbers.collect(), evidence);
    }
}

pub(crate) fn regions() -> Vec<(String, String)> {
    let one = |region: Region| (region.short_name().to_owned(), region.county_code().to_owned());
    Region::all().map(one).collect()
}

fn population() -> Vec<String> {
    csv("sektorsbidrag-2024.csv").iter().map(|row| row["folkmangd_2023_11_01"].clone()).collect()
}

pub(crate) fn words(fill: &mut Fill, paragraphs: &[(&str, &str, &str)]) {
    let signed = [("namn", text("Statsråd A")), ("roll", text("statsråd"))];
    fill.row(sheet::UNDERTECKNARE, signed);
    fill.filled_from(sheet::UNDERTECKNARE, "roll", evidence());
    let all: Vec<_> = paragraphs.iter().map(|(a, b, c)| [*a, *b, *c]).collect();
    let all: Vec<_> = all.iter().map(<[&str; 3]>::as_slice).collect();
    rows(fill, sheet::TEXTER, &["rubrik", "plats", "stycke"], &all);
}

pub(crate) const USUAL: &[(&str, &str, &str)] = &[
    (
        "Beslut",
        "före fördelningen",
        "{Beslutande myndighet} beslutar att {pott} kronor ska betalas ut till {antal mottagare} mottagare.",
    ),
    (
        "Beslut",
        "före fördelningen",
        "{Betalande myndighet} ska betala ut beloppen {Utbetalning}. Utgiften ska belasta {anslaget}.",
    ),
];

/// A pot by population, one krona each to the largest remainders.
pub(crate) fn by_population() -> Fill {
    let mut fill = Fill::new();
    let medel = ("medel till kvalitetsregister", "medlen till kvalitetsregister");
    document(
        &mut fill,
        medel,
        &[("befolkningsdag", "2023-12-31"), ("utbetalningsdag", "2024-03-01")],
    );
    pots(
        &mut fill,
        &[&["Register", "68000000", "efter nyckel", "Befolkning", "largest_remainder"]],
    );
    recipients(&mut fill, &regions(), &[("Befolkning", "invånare", population())]);
    words(
        &mut fill,
        &[
            USUAL[0],
            USUAL[1],
            (
                "Beslut",
                "före fördelningen",
                "Mest får {störst mottagare}, {störst belopp} kronor, och minst {minst mottagare}, {minst belopp} kronor. I snitt är det {per invånare} kronor per invånare av {befolkning}, räknade den {dag Befolkning}.",
            ),
            (
                "Redovisning",
                "efter fördelningen",
                "Medlen redovisas till {Betalande myndighet} senast den 1 mars.",
            ),
        ],
    );
    fill
}

/// Amounts that the decision states.
pub(crate) fn fixed() -> Fill {
    let mut fill = Fill::new();
    let others = [&NUMBERED[0][..], &[("beslut_departement", "")]].concat();
    document(&mut fill, ("ersättning", "ersättningen"), &others);
    pots(&mut fill, &[&["Ersättning", "2310000", "fasta belopp", "Belopp", "half_up"]]);
    let amounts = (1..=21).map(|place| (place * 10_000).to_string()).collect();
    recipients(&mut fill, &regions(), &[("Belopp", "kr", amounts)]);
    words(&mut fill, USUAL);
    fill
}

/// Two pots that are shared out by different keys and summed.
fn two_pots() -> Fill {
    let mut fill = Fill::new();
    let others = [&NUMBERED[1][..], &[("beslut_anslagspost", "38")]].concat();
    document(&mut fill, ("cancermedel", "cancermedlen"), &others);
    pots(
        &mut fill,
        &[
            &[
                "Utredning",
                "200000000",
                "efter nyckel",
                "Befolkning × Behov",
                "half_up_residual_to_largest",
            ],
            &["Centrum", "21000000", "fasta belopp", "Centrum", "half_up"],
        ],
    );
    let need = (0..21).map(|place| format!("1.{:02}", place * 3)).collect();
    let centres = vec!["1000000".to_owned(); 21];
    recipients(
        &mut fill,
        &regions(),
        &[
            ("Befolkning", "invånare", population()),
            ("Behov", "index", need),
            ("Centrum", "kr", centres),
        ],
    );
    words(&mut fill, USUAL);
    fill
}

/// Rounded amounts that the decision changes, with its reasons.
fn adjusted() -> Fill {
    let mut fill = Fill::new();
    document(&mut fill, ("stöd", "stödet"), &NUMBERED[2]);
    pots(&mut fill, &[&["Stöd", "1000000", "efter nyckel", "Platser", "justeringar"]]);
    // Seven regions of each kind, whose rounded amounts are six kronor too much together.
    let places = (0..21).map(|place| (1 + place % 3).to_string()).collect();
    recipients(&mut fill, &regions(), &[("Platser", "antal", places)]);
    let changes: &[&[&str]] = &[
        &["Stockholm", "Stöd", "2", "beslutets tabell har två kronor mer"],
        &["Region Gotland", "Stöd", "-8", "beslutets tabell har åtta kronor mindre"],
    ];
    rows(&mut fill, sheet::JUSTERINGAR, &["mottagare", "pott", "justering", "skal"], changes);
    words(&mut fill, USUAL);
    fill
}

const MUNICIPALITIES: &[(&str, &str)] =
    &[("mottagarna", "egen lista"), ("mottagare_en", "kommun"), ("mottagare_flera", "kommuner")];

/// Two hundred and ninety recipients of one's own, nobody with less than a floor.
fn municipalities() -> Fill {
    let mut fill = Fill::new();
    let others = [&NUMBERED[3][..], MUNICIPALITIES].concat();
    document(&mut fill, ("omsorgsmedel", "omsorgsmedlen"), &others);
    pots(
        &mut fill,
        &[&[
            "Omsorg",
            "400000000",
            "efter nyckel",
            "Befolkning",
            "largest_remainder",
            "",
            "",
            "500000",
        ]],
    );
    let all: Vec<_> = (0..290)
        .map(|place| (format!("Kommun {}", place + 1), format!("{:04}", 114 + 8 * place)))
        .collect();
    let people = (0..290_u32).map(|place| (2_400 + place * place * 11).to_string()).collect();
    recipients(&mut fill, &all, &[("Befolkning", "invånare", people)]);
    words(&mut fill, USUAL);
    fill
}

/// Six recipients of one's own, one of which takes what is left over.
fn six_regions() -> Fill {
    let mut fill = Fill::new();
    let others = [
        ("mottagarna", "egen lista"),
        ("mottagare_en", "samverkansregion"),
        ("mottagare_flera", "samverkansregioner"),
    ];
    let others = [&NUMBERED[4][..], &others].concat();
    document(&mut fill, ("samverkansmedel", "samverkansmedlen"), &others);
    pots(&mut fill, &[&["Samverkan", "133500001", "efter nyckel", "Andel", "explicit", "Norra"]]);
    let names = ["Norra", "Stockholm–Gotland", "Mellansverige", "Sydöstra", "Västra", "Södra"];
    let named = |(place, name): (u32, &str)| (name.to_owned(), place.to_string());
    let all: Vec<_> = (1..).zip(names).map(named).collect();
    let shares = ["8.5", "23.4", "20.3", "10.4", "19.1", "18.3"].map(str::to_owned).to_vec();
    recipients(&mut fill, &all, &[("Andel", "%", shares)]);
    words(&mut fill, USUAL);
    fill
}

/// An amount each before the rest is shared out.
fn with_base() -> Fill {
    let mut fill = Fill::new();
    document(&mut fill, ("startmedel", "startmedlen"), &NUMBERED[5]);
    pots(
        &mut fill,
        &[&[
            "Start",
            "50000000",
            "efter nyckel",
            "Befolkning",
            "half_up_residual_to_largest",
            "",
            "1000000",
        ]],
    );
    recipients(&mut fill, &regions(), &[("Befolkning", "invånare", population())]);
    words(&mut fill, USUAL);
    fill
}

/// Nobody with less than a floor or more than a ceiling, on top of an amount each.
fn within_limits() -> Fill {
    let mut fill = Fill::new();
    document(&mut fill, ("mätmedel", "mätmedlen"), &NUMBERED[6]);
    pots(
        &mut fill,
        &[&[
            "Mätning",
            "60000000",
            "efter nyckel",
            "Befolkning",
            "largest_remainder",
            "",
            "100000",
            "1500000",
            "6000000",
        ]],
    );
    recipients(&mut fill, &regions(), &[("Befolkning", "invånare", population())]);
    words(&mut fill, USUAL);
    fill
}

/// Another authority's decision, which has not been made.
fn draft() -> Fill {
    let mut fill = Fill::new();
    let others = [
        ("beslut_status", "utkast"),
        ("beslut_myndighet", "Socialstyrelsen"),
        ("beslut_departement", ""),
        ("beslut_nummer", "7.1"),
        ("beslut_diarienummer", "7.1-1234/2024"),
    ];
    document(&mut fill, ("projektmedel", "projektmedlen"), &others);
    pots(&mut fill, &[&["Projekt", "3000000", "efter nyckel", "Projekt", "largest_remainder"]]);
    let projects = (0..21).map(|place| (place % 4).to_string()).collect();
    recipients(&mut fill, &regions(), &[("Projekt", "antal", projects)]);
    words(&mut fill, USUAL);
    fill
}
