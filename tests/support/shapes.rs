//! Years whose agreements have other shapes than that of 2024, made of the workbooks of 2024: what their documents say
//! is kept under review as that of 2024 is.

use statsbidrag::figure::Status;
use statsbidrag::grants::lakemedel::schema::{WORKBOOK as GRANT, sheets};
use statsbidrag::grants::regleringsbrev::schema::{WORKBOOK as LETTER, sheet};
use statsbidrag::workbook::schema::WorkbookSchema;
use statsbidrag::workbook::{Fill, FilledFrom};

use crate::changed::{Changed, with};
use crate::data_2024::{self, content};
use crate::parts::{PARTS, PARTS_BEFORE, PARTS_SHEETS, PARTS_SHEETS_BEFORE, components};

/// A year: what it is called, and its workbooks.
type Shape = (&'static str, fn() -> Changed);

/// The years.
pub(crate) const SHAPES: [Shape; 2] =
    [("brutto-var-for-sig", gross_and_apart), ("netto-utan-hepatit-c", net_without_hepatitis_c)];

/// The documents of each that are reviewed.
pub(crate) const REVIEWED: [&str; 5] =
    ["cirkular", "regleringsbrev", "bilaga-2", "bilaga-3", "regionbesked-09-gotland"];

/// Adds rows to a list: the fields that are filled in, by id.
fn rows(
    fill: &mut Fill,
    schema: &'static WorkbookSchema,
    page: &'static str,
    rows: &[&[(&str, &str)]],
) {
    let fields = schema.sheet(page).field();
    for row in rows {
        let cells = row.iter().map(|(id, text)| {
            let field = fields.iter().find(|field| field.id == *id).expect("a column");
            (field.id, content(field, text))
        });
        fill.row(page, cells);
    }
    for field in fields.iter().skip(1) {
        let source = FilledFrom::new("Ett påhittat år", Status::Exempel);
        fill.filled_from(page, field.id, source);
    }
}

/// A gross year that settles the drug benefit and hepatitis C each by itself, after a net one that settled them
/// together: two other purposes, nothing deducted though something was last year, the residual to the largest.
fn gross_and_apart() -> Changed {
    let [parts, groups] = PARTS_SHEETS;
    let [parts_before, groups_before] = PARTS_SHEETS_BEFORE;
    let without = [
        [sheets::OVRIGT, sheets::AVDRAG, "foregaende_avdrag_kanda"],
        [parts, groups, parts_before],
        [groups_before; 3],
    ];
    let mut grant = data_2024::lakemedel::fill_without(without.as_flattened());
    let [benefit, hepatitis_c] = PARTS;
    let apart = |part: [&'static str; 6], group| {
        let [name, what, amount, share, ..] = part;
        [name, what, amount, share, "nej", group]
    };
    let now = [apart(benefit, "förmånen"), apart(hepatitis_c, "hepatit C")];
    components(&mut grant, &now, false);
    let before = PARTS_BEFORE
        .map(|[name, what, amount, share, ..]| [name, what, amount, share, "ja", "tillsammans"]);
    components(&mut grant, &before, true);
    rows(
        &mut grant,
        &GRANT,
        sheets::OVRIGT,
        &[
            &[("andamal", "läkemedel enligt smittskyddslagen"), ("belopp", "1500")],
            &[("andamal", "dostjänsten"), ("belopp", "120.5")],
        ],
    );
    let register = [("avdrag", "Register"), ("andamal", "ett register över nya läkemedel")];
    let membership = [
        ("avdrag", "IHSI"),
        ("andamal", "medlemskapet i International Horizon Scanning Initiative (IHSI)"),
    ];
    rows(&mut grant, &GRANT, sheets::FOREGAENDE_AVDRAG, &[&register, &membership]);
    let items = [
        ("aterbaring", "0"),
        ("foregaende_aterbaring", "1000"),
        ("totalt_kontroll", "39940.5"),
        ("utbetalas_kontroll", "39940500000"),
        ("residual", "half_up_residual_to_largest"),
    ];
    let without = [sheet::ANSLAGSPOSTER, sheet::JUSTERINGAR, sheet::JUSTERINGSBELOPP, sheet::MEDEL];
    let mut letter = data_2024::regleringsbrev::fill_without(&without);
    let item = [("post", "2"), ("namn", "Bidrag till regionerna"), ("belopp", "41000000")];
    rows(&mut letter, &LETTER, sheet::ANSLAGSPOSTER, &[&item]);
    let made = |kind, annex, month, reason| {
        [("justering", kind), ("bilaga", annex), ("manad", month), ("skal", reason)]
    };
    let settled =
        made("vinst/förlust", "3", "3", "Utfallet av båda delarna avräknas mot överenskommelsen.");
    let settled = [&settled[..], &[("grupp", "tillsammans")]].concat();
    let cheaper =
        made("avdrag, reglering", "2", "2", "Avgiften blev lägre än det preliminära avdraget.");
    rows(&mut letter, &LETTER, sheet::JUSTERINGAR, &[&settled, &cheaper]);
    let settlement = [("avstamning_aterbaring", "1100")];
    [with(&GRANT, grant, &items), with(&LETTER, letter, &settlement)].concat()
}

/// The benefit alone, without deductions.
fn benefit_alone() -> Fill {
    let [parts, groups] = PARTS_SHEETS;
    let without = [sheets::AVDRAG, "foregaende_avdrag_kanda", "utbetalas_kontroll", parts, groups];
    let mut grant = data_2024::lakemedel::fill_without(&without);
    let [[name, what, _, share, netted, _], _] = PARTS;
    let alone = [name, what, "38320.3", share, netted, "förmånen"];
    components(&mut grant, &[alone], false);
    grant
}

/// A net year without hepatitis C: a deduction that is new and in dollars, one that was agreed in kronor beside its
/// rate and had another name, one that is zero and one that is gone; a total in whole millions; the residual to a
/// region that is named.
fn net_without_hepatitis_c() -> Changed {
    let mut grant = benefit_alone();
    let to_skr = ("mottagare", "Sveriges Kommuner och Regioner");
    rows(
        &mut grant,
        &GRANT,
        sheets::AVDRAG,
        &[
            &[
                ("avdrag", "SOL"),
                ("mottagare", "E-hälsomyndigheten"),
                ("andamal", "SOL-tjänsterna"),
                ("kronor", "0"),
                ("regleras", "nej"),
            ],
            &[
                ("avdrag", "IHSI"),
                to_skr,
                ("andamal", "medlemskapet i International Horizon Scanning Initiative (IHSI)"),
                ("hette", "Horisont"),
                ("valuta", "EUR"),
                ("valutabelopp", "361305"),
                ("kurs", "11.7638"),
                ("kronor", "4200000"),
                ("regleras", "ja"),
                ("grans", "0"),
                ("senast", "3"),
            ],
            &[
                ("avdrag", "Nytt register"),
                to_skr,
                ("andamal", "registret över nya behandlingar"),
                ("valuta", "USD"),
                ("valutabelopp", "90000.5"),
                ("kurs", "10.25"),
                ("regleras", "ja"),
                ("grans", "50000"),
                ("senast", "2"),
            ],
        ],
    );
    rows(
        &mut grant,
        &GRANT,
        sheets::FOREGAENDE_AVDRAG,
        &[
            &[("avdrag", "SOL"), ("andamal", "SOL-tjänsterna")],
            &[("avdrag", "Horisont"), ("andamal", "medlemskapet")],
            &[("avdrag", "Register"), ("andamal", "ett register över nya läkemedel")],
        ],
    );
    let items = [
        ("totalt_noggrannhet", "1"),
        ("avdrag_tolerans", "100000"),
        ("residual", "explicit"),
        ("residual_region", "Gotland"),
    ];
    let mut letter = data_2024::regleringsbrev::fill_without(&[sheet::MEDEL]);
    let paid = |name| {
        let days = [("rekvireras_senast", "2024-12-01"), ("redovisas_senast", "2025-03-31")];
        [("avdrag", name), days[0], days[1]]
    };
    rows(&mut letter, &LETTER, sheet::MEDEL, &[&paid("IHSI"), &paid("Nytt register")]);
    [with(&GRANT, grant, &items), with(&LETTER, letter, &[])].concat()
}
