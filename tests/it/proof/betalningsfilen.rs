//! The payment file as the system that reads it gets it: parsed by another's CSV reader, counted, summed,
//! and compared with the plan and the annexes.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use statsbidrag::region::Region;

use crate::proof::{committad, json as las, uppsattning};

type Rad = BTreeMap<String, String>;

fn filen() -> &'static [u8] {
    uppsattning().filer.get("betalningsplan.csv").expect("the payment file")
}

/// The rows by column, and the columns in order. A row with more or fewer fields is an error.
fn rader() -> (Vec<Rad>, Vec<String>) {
    let mut las = csv::ReaderBuilder::new().delimiter(b';').from_reader(filen());
    let kolumner = las.headers().expect("a first row").iter().map(str::to_owned).collect();
    (las.deserialize().map(|rad| rad.expect("a row")).collect(), kolumner)
}

fn kronor(rad: &Rad, kolumn: &str) -> i64 {
    let text = rad.get(kolumn).expect("the column");
    text.parse().unwrap_or_else(|fel| panic!("{kolumn}: {text:?}: {fel}"))
}

fn falt<'a>(rad: &'a Rad, kolumn: &str) -> &'a str {
    rad.get(kolumn).unwrap_or_else(|| panic!("there is no column {kolumn}"))
}

#[test]
fn the_last_row_counts_and_sums_the_others() {
    let (rader, _) = rader();
    let (sista, betalningar) = rader.split_last().expect("rows");
    assert_eq!(falt(sista, "posttyp"), "SUMMA");
    assert!(betalningar.iter().all(|rad| falt(rad, "posttyp") == "BETALNING"));
    assert_eq!(betalningar.len(), 12 * 21);
    assert_eq!(kronor(sista, "antal_poster"), 12 * 21);
    let summa: i64 = betalningar.iter().map(|rad| kronor(rad, "belopp_kr")).sum();
    assert_eq!(kronor(sista, "kontrollsumma_kr"), summa);
    // Whoever sums the column of amounts gets the control sum without leaving a row out.
    assert_eq!(falt(sista, "belopp_kr"), "");
    let plan = las("betalningsplan.json");
    let tal = |pekare: &str| plan.pointer(pekare).and_then(Value::as_i64).expect("a number");
    assert_eq!(tal("/plan/totalt/varde"), summa);
    assert_eq!(tal("/plan/poster"), 12 * 21);
}

/// The text as such: no byte order mark, CR and LF after every row, every line a row.
#[test]
fn the_file_has_the_form_that_is_described() {
    let text = std::str::from_utf8(filen()).expect("UTF-8");
    assert!(text.starts_with("posttyp;") && text.ends_with("\r\n"));
    assert_eq!(text.matches("\r\n").count(), text.matches('\n').count());
    assert_eq!(text.lines().count(), 1 + 12 * 21 + 1);
    let (_, kolumner) = rader();
    let beskrivning = committad("docs/betalningsfil.md");
    let beskrivna: Vec<_> = beskrivning
        .lines()
        .filter_map(|rad| rad.strip_prefix("| `")?.split_once('`'))
        .map(|(namn, _)| namn.to_owned())
        .collect();
    assert_eq!(beskrivna, kolumner);
}

#[test]
fn every_payment_has_its_payee_day_status_and_a_reference_of_its_own() {
    let (rader, _) = rader();
    let betalningar = rader.split_last().expect("rows").1;
    let mut sedda = BTreeSet::new();
    for (plats, rad) in betalningar.iter().enumerate() {
        let region = Region::alla().nth(plats % 21).expect("a region");
        assert_eq!(falt(rad, "lanskod"), region.lanskod(), "month by month, by länskod");
        assert_eq!(falt(rad, "mottagare"), region.officiellt_namn());
        let nummer = falt(rad, "organisationsnummer");
        assert!(nummer.len() == 11 && nummer.chars().nth(6) == Some('-'), "{nummer}");
        assert_eq!(falt(rad, "organisationsnummer_status"), "ej bekräftad");
        assert_eq!(falt(rad, "beslut_status"), "beslutad");
        let manad = format!("2024-{:02}", plats / 21 + 1);
        assert!(falt(rad, "betalningsdag").starts_with(&manad), "{rad:?}");
        let bilaga = falt(rad, "bilaga");
        let (avser, status) = match plats / 21 + 1 {
            12 => ("utan bilaga".to_owned(), "exempel"),
            1 => ("bilaga 1".to_owned(), "fastställd"),
            _ => (format!("bilaga {bilaga}"), "exempel"),
        };
        assert_eq!(falt(rad, "referens"), format!("S2024/00851 {avser} {manad}"));
        assert_eq!(falt(rad, "belopp_status"), status, "{rad:?}");
        assert!(sedda.insert((falt(rad, "referens"), falt(rad, "lanskod"))), "{rad:?}");
    }
}

/// The amounts are those of the plan's tables, and sum to what each annex orders.
#[test]
fn the_payments_are_those_of_the_plan_and_of_the_annexes() {
    let (rader, _) = rader();
    let betalningar = rader.split_last().expect("rows").1;
    let plan = las("betalningsplan.json");
    let tabeller = plan.pointer("/plan/manader").and_then(Value::as_array).expect("two tables");
    for (plats, rad) in betalningar.iter().enumerate() {
        let (manad, region) = (plats / 21, plats % 21);
        let cell = format!("/rader/{region}/celler/{}/varde", manad % 6);
        let tabell = tabeller.get(manad / 6).expect("a half-year");
        let belopp = tabell.pointer(&cell).and_then(Value::as_i64);
        assert_eq!(belopp, Some(kronor(rad, "belopp_kr")), "{rad:?}");
    }
    for nummer in 1..=4 {
        let bilaga = las(&format!("bilaga-{nummer}.json"));
        let summa = bilaga.pointer("/bilaga/summa/varde").and_then(Value::as_i64);
        let egna = betalningar.iter().filter(|rad| falt(rad, "bilaga") == nummer.to_string());
        assert_eq!(Some(egna.map(|rad| kronor(rad, "belopp_kr")).sum()), summa, "{nummer}");
    }
}
