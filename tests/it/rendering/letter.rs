//! The papers of the regleringsbrev with other results: every kind of adjustment in every direction, the
//! residual placed or not, one annex or none, a draft; and what their words then say.

use serde_json::{Value, json};

use super::variations::{Variation, first, read, set};
use super::{ALL_IN_ONE, ANNEX, ANNEX_OF_TWO, LETTER, PLAN, Sample, at, says};

const fn of(sample: Sample, name: &'static str, change: fn(&mut Value)) -> Variation {
    Variation::new(name, sample, change)
}

pub(crate) static VARIATIONS: &[Variation] = &[
    of(ANNEX, "återstoden placeras", |json| {
        set(json, &json!({ "/bilaga/residual_placeras": true }));
    }),
    of(ANNEX, "tolv månader räcker inte", |json| {
        set(json, &json!({ "/bilaga/residual/riktning": "ner" }));
    }),
    of(ANNEX, "ingen återstod", |json| {
        set(json, &json!({ "/bilaga/residual/riktning": "oforandrad" }));
    }),
    of(ANNEX, "bilaga enligt en egen plan", |json| {
        set(json, &json!({ "/bilaga/egen_plan": true }));
    }),
    of(ANNEX_OF_TWO, "bilaga enligt en plan i belopp", |json| {
        set(json, &json!({ "/bilaga/egen_plan": true, "/bilaga/plan_i_belopp": true }));
    }),
    of(ANNEX, "bilaga enligt en egen plan som går jämnt ut", |json| {
        set(json, &json!({ "/bilaga/egen_plan": true, "/bilaga/residual/riktning": "oforandrad" }));
    }),
    of(ANNEX, "utan justering", |json| {
        set(
            json,
            &json!({
                "/bilaga/justerade": [],
                "/bilaga/justeringar": [],
            }),
        );
    }),
    of(ANNEX, "många kolumner", |json| {
        for list_of in ["/bilaga/tabell/kolumner".to_owned()]
            .into_iter()
            .chain((0..22).map(|row| format!("/bilaga/tabell/rader/{row}/celler")))
        {
            let list_of = at(json, &list_of).as_array_mut().expect("columns");
            list_of.extend(list_of.clone());
        }
    }),
    of(ANNEX_OF_TWO, "ett utkast", |json| {
        set(json, &json!({ "/bilaga/beslut/utkast": true }));
    }),
    of(ANNEX_OF_TWO, "IHSI under gränsen", |json| {
        set(
            json,
            &json!({
                "/bilaga/justeringar/1/totalt/riktning": "oforandrad",
                "/bilaga/justeringar/1/avdrag/0/regleras": false,
            }),
        );
    }),
    of(ANNEX_OF_TWO, "IHSI fördelas utan att någon tar resten", |json| {
        let other =
            !at(json, "/bilaga/justeringar/1/storst_tar_resten").as_bool().expect("yes or no");
        set(json, &json!({ "/bilaga/justeringar/1/storst_tar_resten": other }));
    }),
    of(ANNEX_OF_TWO, "IHSI med angivna belopp", |json| {
        set(json, &json!({ "/bilaga/justeringar/1/avdrag": [] }));
    }),
    of(ANNEX_OF_TWO, "återbäring utan angiven andel", |json| {
        set(json, &json!({ "/bilaga/justeringar/0/aterbaring_andel": null }));
        let first_of = at(json, "/bilaga/justeringar/0").clone();
        set(json, &json!({ "/bilaga/justeringar/1": first_of }));
        set(json, &json!({ "/bilaga/justeringar/1/slag": "aterbaring_slutlig" }));
    }),
    of(ANNEX_OF_TWO, "slutlig återbäring, och ingen prognos har dragits av", |json| {
        let slag = json!({
            "/bilaga/justeringar/0/slag": "aterbaring_slutlig",
            "/bilaga/justeringar/0/prognos_dras": false,
        });
        set(json, &slag);
    }),
    of(ANNEX_OF_TWO, "vinst", |json| profit_and_loss(json, "ner", true)),
    of(ANNEX_OF_TWO, "förlust", |json| profit_and_loss(json, "upp", false)),
    of(ANNEX_OF_TWO, "varken vinst eller förlust", |json| {
        profit_and_loss(json, "oforandrad", true);
    }),
    of(ANNEX_OF_TWO, "av särskilt skäl", |json| {
        set(json, &json!({ "/bilaga/justeringar/0/slag": "annan" }));
    }),
    of(LETTER, "ett första beslut", |json| {
        set(
            json,
            &json!({
                "/brev/beslut/andring": false,
                "/brev/andrar": null,
                "/brev/kopior": [],
            }),
        );
    }),
    of(ANNEX, "bilaga till ett första beslut", |json| {
        set(json, &json!({ "/bilaga/beslut/andring": false }));
    }),
    of(LETTER, "ett beslut som ändrar", |json| {
        let before = json!({
            "datum": { "iso": "2023-12-21", "text": "21 december 2023" },
            "diarienummer": "S2023/03340",
        });
        let term = "Medlen får inte föras vidare";
        set(json, &json!({ "/brev/andrar": before, "/brev/medel/0/villkor": term }));
    }),
    of(LETTER, "en enda bilaga", |json| {
        set(
            json,
            &json!({
                "/brev/antal_bilagor": 1,
                "/brev/utanfor/flera": true,
            }),
        );
        first(json, "/brev/bilagor", 1);
    }),
    of(LETTER, "brev med alla slags justeringar", |json| {
        let model = at(json, "/brev/bilagor/1/justeringar/0").clone();
        let directions = ["upp", "ner", "oforandrad"].iter().cycle();
        let adjustment = |(kind, direction): (Kind, &&str)| {
            let mut new = model.clone();
            of_kind(&mut new, kind);
            set(&mut new, &json!({ "/totalt/riktning": direction }));
            new
        };
        let mut all: Vec<_> = ALL_KINDS.into_iter().zip(directions).map(adjustment).collect();
        // Deductions within their limits change nothing; those beyond may outweigh each other.
        for many in ["inget", "inga", "flera"] {
            let mut deduction = adjustment((("avdrag", None), &"oforandrad"));
            set(&mut deduction, &json!({ "/reglerar": many }));
            all.push(deduction);
        }
        set(json, &json!({ "/brev/bilagor/1/justeringar": all }));
    }),
    // No workbook gives these: there is an annex, and where there is a section someone gets money. The
    // templates bear it.
    of(LETTER, "varken bilagor eller medel", |json| {
        set(
            json,
            &json!({
                "/brev/bilagor": [],
                "/brev/medel": [],
                "/brev/utanfor": null,
            }),
        );
    }),
    of(ALL_IN_ONE, "ett utkast, samlat", |json| {
        set(json, &json!({ "/brev/beslut/utkast": true }));
        for place in 0..4 {
            set(json, &json!({ format!("/bilagor/{place}/beslut/utkast"): true }));
        }
    }),
    of(ALL_IN_ONE, "samlat utan bilagor", |json| {
        set(json, &json!({ "/bilagor": [] }));
    }),
    of(PLAN, "planen utan justeringar", |json| {
        set(
            json,
            &json!({
                "/plan/justeringar": [],
                "/plan/justeringar_totalt": null,
                "/plan/justeringstabell": null,
                "/plan/utanfor": null,
            }),
        );
    }),
    of(PLAN, "planen med en justering", |json| {
        set(json, &json!({ "/plan/en_justering": true, "/plan/avtalsar/0/justeras": false }));
    }),
    of(LETTER, "utfallet blev inom gränserna", |json| {
        for place in [0, 1] {
            let path = format!("/brev/bilagor/2/justeringar/{place}");
            set(
                json,
                &json!({
                    format!("{path}/totalt/riktning"): "oforandrad",
                    format!("{path}/inom_granserna"): true,
                    format!("{path}/avrakning/for_sig"): place == 0,
                }),
            );
        }
    }),
    of(PLAN, "planen med justeringar uppåt", |json| {
        set(
            json,
            &json!({
                "/plan/justeringar_totalt/riktning": "upp",
                "/plan/utanfor/flera": true,
                "/plan/avtalsar/0/residual/riktning": "oforandrad",
            }),
        );
    }),
    of(PLAN, "planen med justeringar som tar ut varandra", |json| {
        *at(json, "/plan/justeringar_totalt/riktning") = json!("oforandrad");
    }),
    of(PLAN, "återstoden placeras i planen", |json| {
        set(json, &json!({ "/plan/avtalsar/0/residual_placeras": true }));
        let residual = at(json, "/plan/avtalsar/0/residual/siffra").clone();
        let columns = at(json, "/plan/betalningstabell/kolumner").as_array_mut().expect("columns");
        let place = columns.len() - 1;
        columns.insert(place, json!({ "rubrik": "Återstod", "tal": true }));
        for row in at(json, "/plan/betalningstabell/rader").as_array_mut().expect("rows") {
            row["celler"].as_array_mut().expect("cells").insert(place, residual.clone());
        }
    }),
    of(PLAN, "planen med egna planer", |json| {
        set(
            json,
            &json!({
                "/plan/avtalsar/0/egen_plan": true,
                "/plan/avtalsar/0/residual/riktning": "oforandrad",
                "/plan/avtalsar/1/egen_plan": true,
            }),
        );
    }),
    of(PLAN, "medgivna belopp", |json| {
        let reason = "Återbäringen är större än månadsbeloppet";
        let payment = json!({ "region": "Gotland", "manad": "februari 2024", "skal": reason });
        set(json, &json!({ "/plan/medgivna": [payment] }));
    }),
    of(PLAN, "planen utan avtalsår", |json| {
        set(json, &json!({ "/plan/avtalsar": [] }));
    }),
];

/// A kind of adjustment, with what is settled: its name, whether it is several components, whether anything else is
/// settled by itself.
type Kind = (&'static str, Option<(&'static str, bool, bool)>);

const SETTLED: [Kind; 4] = [
    ("vinst_forlust", Some(("läkemedelsförmånen", false, true))),
    ("vinst_forlust", Some(("läkemedel mot hepatit C", false, true))),
    ("vinst_forlust", Some(("läkemedelsförmånen och läkemedel mot hepatit C", true, false))),
    ("vinst_forlust", Some(("läkemedelsförmånen", false, false))),
];

const ALL_KINDS: [Kind; 7] = [
    ("aterbaring_prognos", None),
    ("avdrag", None),
    SETTLED[0],
    SETTLED[1],
    SETTLED[2],
    ("aterbaring_slutlig", None),
    ("annan", None),
];

/// Makes an adjustment one of a kind.
fn of_kind(adjustment: &mut Value, (kind, settled): Kind) {
    let settled = settled
        .map(|(namn, flera, for_sig)| json!({ "namn": namn, "flera": flera, "for_sig": for_sig }));
    set(adjustment, &json!({ "/slag": kind, "/avrakning": settled }));
}

/// An annex that settles profit and loss for the parts, one by one and together, in a direction.
fn profit_and_loss(json: &mut Value, direction: &str, computed: bool) {
    let model = at(json, "/bilaga/justeringar/0").clone();
    let adjustment = |(place, kind): (usize, Kind)| {
        let mut new = model.clone();
        of_kind(&mut new, kind);
        set(
            &mut new,
            &json!({ "/forst": place == 0, "/raknad": computed, "/totalt/riktning": direction, "/inom_granserna": computed && direction == "oforandrad" }),
        );
        new
    };
    let all: Vec<_> = SETTLED.into_iter().enumerate().map(adjustment).collect();
    set(json, &json!({ "/bilaga/justeringar": all }));
}

#[test]
fn an_annex_explains_each_kind_of_adjustment() {
    for (name, phrases) in [
        (
            "bilaga-2",
            vec![
                "justeras beloppet med det som står under ”Återbäring 2023, prognos” och ”Reglering",
                "staten har rätt till 30 procent",
                "bygger på en prognos för varje region",
                "Skillnaden är större än 100 000 kronor och regleras därför.",
                "minskar utbetalningen i februari 2024 med 991 350 000 kronor",
                "ökar utbetalningen i februari 2024 med 163 214 kronor",
            ],
        ),
        (
            "bilaga-4",
            vec![
                "justeras beloppet med det som står under ”Justering återbäring”.",
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
        ("förlust", vec!["staten betalar sin andel av det som ligger över."]),
        ("varken vinst eller förlust", vec!["Utfallet ligger mellan gränserna"]),
        (
            "av särskilt skäl",
            vec![
                "justeras av ett särskilt skäl: Bidraget för 2023 betalades ut brutto, och staten har rätt till sin andel av återbäringen",
            ],
        ),
    ] {
        says(&read(name), &phrases);
    }
    assert!(!read("förlust").contains("avstämningen för"), "stated amounts are computed nowhere");
    let text = read("utan justering");
    assert!(!text.contains("justeras beloppet med") && !text.contains("Skäl:"), "{text}");
}

#[test]
fn the_letter_counts_its_annexes_and_says_what_each_adjusts() {
    says(
        &read("regleringsbrev"),
        &[
            "enligt fyra bilagor.",
            "I februari 2024 dras statens andel av den väntade återbäringen",
            "för 2023 av, vilket minskar utbetalningen med 991 350 000 kronor.",
            "Utbetalningen i december 2024, för kostnader i oktober 2024, ingår inte i någon bilaga. \
             Den beräknas till",
            "E-hälsomyndigheten får 11 000 000 kronor för systemet för",
            "Sveriges Kommuner och Regioner får 361 305 euro för medlemskapet i International Horizon \
             Scanning Initiative (IHSI). Med kursen 11,7638 kronor per euro är det 4 250 320 kronor.",
        ],
    );
    says(
        &read("ett beslut som ändrar"),
        &["Beslutet ändrar regleringsbrevet av den 21 december 2023 (S2023/03340)."],
    );
    let text = read("ett första beslut");
    assert!(!text.contains("Beslutet ändrar") && !text.contains("Kopia till"), "{text}");
    says(
        &read("bilaga enligt en plan i belopp"),
        &[
            "ett belopp för hela landet varje månad. Varje region får samma del av det som av hela bidraget, avrundad",
        ],
    );
    says(&read("en enda bilaga"), &["enligt en bilaga.", "De beräknas till"]);
    says(
        &read("brev med alla slags justeringar"),
        &[
            "regleras ett preliminärt avdrag från bidraget för 2023 (",
            "Det preliminära avdraget från bidraget för 2023 (",
            "ändrar ingen utbetalning, eftersom skillnaden mot kostnaden inte är så stor att den ska regleras.",
            "De preliminära avdragen från bidraget för 2023 (",
            "eftersom inget av dem skiljer så mycket från kostnaden att det ska regleras.",
            "regleras preliminära avdrag från bidraget för 2023 (",
            "förlustdelningen för läkemedelsförmånen för 2023, vilket inte ändrar",
            "förlustdelningen för läkemedel mot hepatit C för 2023, vilket ökar",
            "förlustdelningen för 2023, vilket minskar",
            "regleras statens andel av den slutliga återbäringen för 2023, vilket inte ändrar",
            "justeras beloppet av ett särskilt skäl (Bidraget för 2023 betalades ut brutto, och staten har rätt till sin andel av återbäringen), vilket",
        ],
    );
}
