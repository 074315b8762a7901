//! The letters, each against the report and against what was published for its region; and all of them
//! together against the country.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;
use statsbidrag::region::Region;
use statsbidrag::report::number::Varde;

use crate::proof::{falt, json as las, med_falt, uppsattning};
use crate::sidor::sidor;
use crate::uppsattning::berakna;

fn namnet(region: Region) -> String {
    format!("regionbesked-{}-{}", region.lanskod(), region.id())
}

fn brevet(region: Region) -> Value {
    las(&format!("{}.json", namnet(region)))
}

/// The text of a letter, without what line breaks put in.
fn texten(region: Region) -> (usize, String) {
    let fil = format!("{}.pdf", namnet(region));
    let sidor = sidor(uppsattning().filer.get(&fil).unwrap_or_else(|| panic!("no {fil}")));
    let text = sidor.concat().split_whitespace().collect::<Vec<_>>().join(" ");
    (sidor.len(), text)
}

fn siffrorna(json: &Value) -> Vec<&Value> {
    let mut siffror = Vec::new();
    med_falt(json, &["id", "varde", "text"], &mut siffror);
    siffror
}

/// A published table: rows by länskod.
fn csv(fil: &str) -> BTreeMap<String, BTreeMap<String, String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/data/{fil}.csv"));
    let mut csv = csv::Reader::from_path(path).expect("a fixture");
    let rader = csv.deserialize::<BTreeMap<String, String>>().map(|rad| rad.expect("a row"));
    rader.map(|rad| (rad.get("lanskod").expect("a column").clone(), rad)).collect()
}

/// Kronor as a page has them, the spaces as in [`texten`].
fn tryckt(kronor: &str) -> String {
    let (tecken, siffror) =
        kronor.strip_prefix('-').map_or(("", kronor), |rest| ("\u{2212}", rest));
    let antal = siffror.len();
    let siffror = siffror.chars().enumerate().flat_map(|(plats, siffra)| {
        let mellan = plats > 0 && (antal - plats).is_multiple_of(3);
        mellan.then_some(' ').into_iter().chain([siffra])
    });
    tecken.chars().chain(siffror).collect()
}

#[test]
fn a_letter_holds_only_figures_of_its_region_and_the_country() {
    let trace = berakna().report.trace;
    for region in Region::alla() {
        let mut json = brevet(region);
        // The bars are every region's, one each, and this one is set off.
        let diagram = json["jamforelse"]["diagram"]["staplar"].take();
        let staplar = diagram.as_array().expect("bars");
        for (annan, stapel) in Region::alla().zip(staplar) {
            let id = format!("lakemedel.2024.{}.statsbidrag_per_inv", annan.id());
            assert_eq!(stapel["siffra"]["id"], id, "{region}");
            assert_eq!(stapel["framhavd"], annan == region, "{region}");
        }
        assert_eq!(staplar.len(), Region::alla().len());
        let mut platser = BTreeSet::new();
        let siffror = siffrorna(&json);
        for siffra in &siffror {
            let id = falt(siffra, "id");
            let plats = id.split('.').nth(2).expect("bidrag.år.plats.namn");
            assert!([region.id(), "riket"].contains(&plats), "{region}: {id}");
            platser.insert(plats.to_owned());
            let node = trace.node(trace.find(id).unwrap_or_else(|| panic!("there is no {id}")));
            let varde = serde_json::to_value(Varde::av(&node.value)).expect("JSON");
            assert_eq!(siffra["varde"], varde, "{region}: {id}");
        }
        assert_eq!(platser.len(), 2, "{region}");
        assert!(siffror.len() > 100, "{region}: {} figures", siffror.len());
    }
}

#[test]
fn a_letter_prints_what_was_published_for_its_region() {
    let tabeller = ["lakemedel-2024-publicerat", "bilaga4-2024", "sektorsbidrag-2024"].map(csv);
    let besked = csv("besked-2024");
    for region in Region::alla() {
        let (sidor, text) = texten(region);
        assert!(sidor <= 4, "{region}: {sidor} pages");
        assert!(text.contains(region.officiellt_namn()), "{region}: {text}");
        for (tabell, kolumn) in [
            (0, "statsbidrag_2024_kr"),
            (0, "statsbidrag_2023_brutto_kr"),
            (0, "befolkning_2023_08_31"),
            (1, "statsbidrag_per_manad_kr"),
            (1, "justering_aterbaring_kr"),
            (1, "utbetalning_maj_kr"),
            (1, "utbetalning_juni_till_november_kr"),
            (2, "fordelade_medel_kr_publicerat"),
            (2, "folkmangd_2023_11_01"),
        ] {
            let tal = tryckt(&tabeller[tabell][region.lanskod()][kolumn]);
            assert!(text.contains(&tal), "{region}: {kolumn} {tal} is not in {text}");
        }
        let mnkr = &besked[region.lanskod()]["besked_mnkr_preliminar_publicerat"];
        let mnkr = format!("meddelades regionen {}* miljoner kronor", tryckt(mnkr));
        assert!(text.replace(" *", "*").contains(&mnkr), "{region}: {mnkr} is not in {text}");
    }
}

#[test]
fn the_letters_sum_to_the_country() {
    let trace = berakna().report.trace;
    let tal = |namn: &str| {
        let node = trace.node(trace.find(namn).unwrap_or_else(|| panic!("there is no {namn}")));
        node.value.exakt().expect("a number")
    };
    for namn in [
        "lakemedel.2024._.statsbidrag",
        "lakemedel.2024._.foregaende_statsbidrag",
        "lakemedel.2024._.forandring_niva",
        "regleringsbrev.2024._.aret",
        "regleringsbrev.2024._.utbetalning_2024_05",
        "regleringsbrev.2024._.justering_ihsi",
        "sektorsbidrag.2024._.belopp",
        "besked.2024._.meddelat",
        "beredskap.2024._.tilldelat_2022",
        "beredskap.2024._.kvar",
    ] {
        let mut summa = statsbidrag::quantity::Exakt::noll();
        for region in Region::alla() {
            let id = namn.replace("._.", &format!(".{}.", region.id()));
            let json = brevet(region);
            let finns = siffrorna(&json).into_iter().any(|siffra| falt(siffra, "id") == id);
            assert!(finns, "{region}: the letter does not state {id}");
            summa = summa + tal(&id);
        }
        assert_eq!(summa, tal(&namn.replace("._.", ".riket.")), "{namn}");
    }
}

/// The amounts of a column of one of a letter's tables; the last row's last.
fn kolumnen(tabell: &Value, plats: usize) -> Vec<i64> {
    let rader = tabell["rader"].as_array().expect("rows");
    let cell = |rad: &Value| rad.pointer(&format!("/celler/{plats}/varde")).and_then(Value::as_i64);
    rader.iter().filter_map(cell).collect()
}

#[test]
fn causes_and_months_add_to_the_krona_in_every_letter() {
    for region in Region::alla() {
        let json = brevet(region);
        for (tabell, plats, antal) in [("forandring", 2, 6), ("utbetalning", 2, 13)] {
            let tal = kolumnen(&json[tabell]["tabell"], plats);
            let (summa, delar) = tal.split_last().expect("a total");
            assert_eq!(delar.iter().sum::<i64>(), *summa, "{region}: {tabell}");
            assert_eq!(tal.len(), antal, "{region}: {tabell}");
        }
    }
}

#[test]
fn the_place_is_that_among_the_bars() {
    for region in Region::alla() {
        let json = brevet(region);
        let tal = |stapel: &Value| -> rust_decimal::Decimal {
            falt(&stapel["siffra"], "varde").parse().expect("a decimal")
        };
        let staplar = json["jamforelse"]["diagram"]["staplar"].as_array().expect("bars");
        let egen = staplar.iter().find(|stapel| stapel["framhavd"] == true).expect("its own");
        let fler = staplar.iter().filter(|stapel| tal(stapel) > tal(egen)).count();
        assert_eq!(json["jamforelse"]["plats"]["varde"], fler + 1, "{region}");
    }
}
