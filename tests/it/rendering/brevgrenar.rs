//! The prose of the regleringsbrev's papers: with other results it must still be Swedish, and say what
//! the results are.

use serde_json::{Value, json};

use super::grenar::{last, sager};
use super::varianter::preliminara;
use super::{BILAGA, pdf, pekare, text};

#[test]
fn examples_and_preliminary_figures_say_so() {
    let mut json = BILAGA.varde();
    let text_av = |json: &Value| text(&pdf(BILAGA, json));
    let text = text_av(&json);
    assert_eq!(text.matches("EXEMPEL – inte för beslut").count(), 2, "on both pages");
    assert!(text.contains("underlaget: Justeringsbelopp"), "{text}");
    *pekare(&mut json, "/huvud/vilar_pa_exempel") = json!(false);
    preliminara(pekare(&mut json, "/bilaga/tabell/rader/0/celler/1"));
    let text = text_av(&json);
    assert!(!text.contains("EXEMPEL") && !text.contains("ett exempel"), "{text}");
    assert!(
        text.replace(" *", "*").contains("739 943*") && text.contains("* Preliminär uppgift."),
        "{text}"
    );
}

#[test]
fn the_residual_is_stated_placed_or_absent() {
    for (namn, satser) in [
        (
            "bilagan som den är",
            ["tillsammans 36 kronor mer än", "Skillnaden regleras inte i någon utbetalning."],
        ),
        (
            "återstoden placeras",
            [
                "36 kronor mer än bidraget för 2024",
                "Skillnaden regleras i utbetalningen i februari 2025, avtalsårets sista.",
            ],
        ),
        (
            "tolv månader räcker inte",
            ["36 kronor mindre än bidraget för 2024", "Skillnaden regleras"],
        ),
        ("ingen återstod", ["Tolv månadsbelopp är tillsammans lika med", "bidraget för 2024, "]),
        (
            "återstoden placeras i planen",
            ["Skillnaden regleras i den sista utbetalningen.", "Justering Återstod Totalt"],
        ),
    ] {
        sager(&last(namn), &satser);
    }
    assert!(!last("planen som den är").contains("Justering Återstod"), "no empty column");
}

#[test]
fn a_draft_says_so_on_every_page() {
    for (namn, sidor) in [("ett utkast", 2), ("ett utkast, samlat", 11)] {
        let text = last(namn);
        let antal = text.matches("UTKAST – beslutet är inte fattat").count();
        assert_eq!(antal, sidor, "{namn}");
        sager(&text, &["Det här är ett utkast. Regeringen har inte fattat beslutet"]);
    }
    sager(&last("ett utkast, samlat"), &["Status utkast"]);
    for namn in ["brevet som det är", "en månad med två justeringar", "planen som den är"] {
        assert!(!last(namn).to_lowercase().contains("utkast"), "{namn}");
    }
}

#[test]
fn an_annex_explains_each_kind_of_adjustment() {
    for (namn, satser) in [
        (
            "en månad med två justeringar",
            vec![
                "justeras beloppet med kolumnerna",
                "staten har rätt till 30 procent",
                "bygger på en prognos för varje region",
                "Skillnaden är större än 100 000 kronor och regleras därför.",
                "minskar utbetalningen i februari 2024 med 991 350 000 kronor",
                "ökar utbetalningen i februari 2024 med 163 214 kronor",
            ],
        ),
        (
            "bilagan som den är",
            vec![
                "justeras beloppet med kolumnen",
                "Nu är återbäringen slutligt känd.",
                "I juni–november 2024 betalas månadsbeloppet utan justering.",
            ],
        ),
        ("IHSI under gränsen", vec!["är inte större än 100 000 kronor och regleras därför inte."]),
        ("IHSI med angivna belopp", vec!["Nu är kostnaden känd, och skillnaden regleras."]),
        ("återbäring utan angiven andel", vec!["staten har rätt till en andel av återbäringen"]),
        (
            "vinst",
            vec![
                "har läkemedelsförmånen stämts av för sig.",
                "har läkemedel mot hepatit C stämts av för sig.",
                "har läkemedelsförmånen och läkemedel mot hepatit C stämts av tillsammans.",
                "staten får tillbaka sin andel av det som ligger under.",
                "Beräkningen redovisas i avstämningen för 2023.",
            ],
        ),
        ("förlust", vec!["staten ersätter regionerna för sin andel av det som ligger över."]),
        ("varken vinst eller förlust", vec!["Utfallet ligger mellan gränserna"]),
        ("av särskilt skäl", vec!["justeras av ett särskilt skäl: Statens andel"]),
    ] {
        sager(&last(namn), &satser);
    }
    assert!(!last("förlust").contains("avstämningen för"), "stated amounts are computed nowhere");
    let text = last("utan justering");
    assert!(!text.contains("justeras beloppet med") && !text.contains("Skäl:"), "{text}");
}

#[test]
fn the_letter_counts_its_annexes_and_says_what_each_adjusts() {
    sager(
        &last("brevet som det är"),
        &[
            "enligt fyra bilagor.",
            "Beslutet ändrar regleringsbrevet den 21 december 2023 (S2023/03340).",
            "I februari 2024 dras statens andel av den väntade återbäringen för 2023 av, vilket \
             minskar utbetalningen med 991 350 000 kronor.",
            "Utbetalningen i december 2024, för kostnader i oktober 2024, ingår inte i någon bilaga. \
             Den beräknas till",
            "Medlemskap i International Horizon Scanning Initiative: Sveriges Kommuner och Regioner får \
             361 305 euro. Med kursen 11,7638 kronor per euro är det 4 250 320 kronor.",
        ],
    );
    let text = last("ett första beslut");
    assert!(!text.contains("Beslutet ändrar") && !text.contains("Kopia till"), "{text}");
    sager(&last("en enda bilaga"), &["enligt en bilaga.", "De beräknas till"]);
    sager(
        &last("brev med alla slags justeringar"),
        &[
            "regleras avgiften till IHSI för 2023, vilket minskar",
            "förlustdelningen för läkemedelsförmånen 2023, vilket inte ändrar",
            "förlustdelningen för läkemedel mot hepatit C 2023, vilket ökar",
            "förlustdelningen 2023, vilket minskar",
            "regleras statens andel av den slutliga återbäringen för 2023, vilket inte ändrar",
            "justeras beloppet av ett särskilt skäl (Statens andel",
        ],
    );
}

#[test]
fn the_plan_says_what_it_leaves_out_and_what_is_meant() {
    sager(
        &last("planen som den är"),
        &[
            "Justeringarna minskar utbetalningarna med 1 224 440 974 kronor.",
            "3 200 979 143 kronor, ingår inte i någon bilaga till beslutet.",
            "Den har 252 poster, och kontrollsumman är 36 697 844 208 kronor.",
        ],
    );
    let text = last("planen utan justeringar");
    sager(&text, &["Ingen utbetalning justeras.", "Varje månad ingår i en bilaga till beslutet."]);
    assert!(!text.contains("Justeringar"), "{text}");
    sager(&last("planen med justeringar uppåt"), &["Justeringarna ökar utbetalningarna med"]);
    sager(&last("planen med justeringar som tar ut varandra"), &["tar ut varandra."]);
    let text = last("medgivna belopp");
    sager(&text, &["Gotland, februari 2024: Återbäringen är större än månadsbeloppet."]);
}
