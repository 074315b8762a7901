//! The circular of agreements of other shapes, as variations: gross, without hepatitis C, without återbäring, with
//! nothing or several things beside.

use serde_json::{Value, json};

use super::variations::{Variation, first, read, set};
use super::{CIRCULAR, at, says};

const fn circular(name: &'static str, change: fn(&mut Value)) -> Variation {
    Variation::new(name, CIRCULAR, change)
}

pub(crate) static VARIATIONS: &[Variation] = &[
    circular("ett bruttoår", gross),
    circular("ett bruttoår utan hepatit C", |json| {
        without_hepatitis_c(json);
        gross(json);
    }),
    circular("netto utan hepatit C", without_hepatitis_c),
    circular("återbäring på en del", |json| {
        set(json, &json!({ "/overenskommelse/aterbaring_avser": "läkemedelsförmånen" }));
    }),
    // No workbook gives this: there is always something that the grant is for.
    circular("inga komponenter", |json| {
        set(json, &json!({ "/overenskommelse/komponenter": [] }));
    }),
    circular("ingen återbäring väntas", |json| {
        set(
            json,
            &json!({ "/overenskommelse/aterbaringslage": "ingen_vantas", "/overenskommelse/prognos_tlv": null }),
        );
    }),
    circular("inget övrigt", |json| set(json, &json!({ "/overenskommelse/ovriga/rader": [] }))),
    circular("två övriga ändamål", |json| {
        let rows = at(json, "/overenskommelse/ovriga/rader").as_array_mut().expect("rows");
        rows.push(rows[0].clone());
        set(
            json,
            &json!({ "/overenskommelse/ovriga/flera": true,
                "/overenskommelse/ovriga/rader/0/andamal": "dostjänsten", }),
        );
    }),
    // No workbook gives this: where there are several there are rows. The templates bear it.
    circular("flera övriga utan rader", |json| {
        set(json, &json!({ "/overenskommelse/ovriga": { "rader": [], "flera": true } }));
    }),
    circular("ingen avräkningsgrupp", |json| {
        set(json, &json!({ "/vinst_forlust/grupper": [], "/efterat/avraknas": false }));
    }),
    circular("ingen avräkningsgrupp i ett bruttoår", |json| {
        gross(json);
        set(json, &json!({ "/vinst_forlust/grupper": [] }));
    }),
    circular("inget ändras i efterhand", |json| {
        let nothing = json!({
            "/vinst_forlust/grupper": [], "/efterat/avraknas": false, "/efterat/avdrag": null,
        });
        set(json, &nothing);
    }),
    circular("brutto utan statens andel", |json| {
        gross(json);
        set(
            json,
            &json!({
                "/overenskommelse/aterbaringslage": "delas_inte",
                "/efterat/aterbaring": false,
                "/statsbidrag/netto": false,
                "/statsbidrag/brott_brutto_netto": false,
            }),
        );
    }),
    circular("netto utan statens andel", |json| {
        set(
            json,
            &json!({
                "/overenskommelse/aterbaringslage": "delas_inte",
                "/overenskommelse/prognos_tlv": null,
            }),
        );
    }),
    circular("ingen delning längre, och ingen återbäring väntas", |json| {
        set(
            json,
            &json!({
                "/overenskommelse/aterbaringslage": "ingen_vantas",
                "/overenskommelse/prognos_tlv": null,
                "/vinst_forlust/grupper": [],
                "/vinst_forlust/foregaende": "upphort",
                "/avdrag/rader/1/regleras": null,
                "/efterat/avraknas": false,
                "/efterat/avdrag": null,
            }),
        );
    }),
    circular("andra delar än året före", |json| {
        set(
            json,
            &json!({
                "/overenskommelse/nya": "licensläkemedel",
                "/overenskommelse/borttagna": "läkemedel mot hiv",
            }),
        );
    }),
    circular("alla får lägre belopp", |json| {
        set(json, &json!({ "/behovsmodell/minskar/antal": 21 }));
    }),
];

fn gross(json: &mut Value) {
    set(
        json,
        &json!({
            "/overenskommelse/netto": false,
            "/overenskommelse/prognos_tlv": null,
            "/vinst_forlust/grupper/0/netto": false,
            "/efterat/aterbaring": true,
        }),
    );
}

fn without_hepatitis_c(json: &mut Value) {
    first(json, "/overenskommelse/komponenter", 1);
    set(
        json,
        &json!({
            "/overenskommelse/flera": false,
            "/vinst_forlust/ersatta": [],
            "/vinst_forlust/grupper/0/flera": false,
            "/vinst_forlust/grupper/0/namn": "läkemedelsförmånen",
        }),
    );
}

#[test]
fn a_gross_year_deducts_no_rebates() {
    let text = read("ett bruttoår");
    says(
        &text,
        &[
            "Tillsammans är det 38 320 miljoner kronor. Bidraget är ett bruttobelopp: statens andel",
            "Beloppen bygger på en prognos från Socialstyrelsen den 30 oktober 2023.",
            "40 procent, är inte borträknad utan regleras för sig.",
            "bruttobeloppet utan övrigt, 36 810 miljoner kronor.",
            "räknas läkemedel mot hepatit C med samma andel som i överenskommelsen, 70 procent.",
            "Statens andel av återbäringen, 40 procent, regleras för sig, eftersom den inte är borträknad ur bidraget. –",
        ],
    );
    for wrong in
        ["Kvar blir ett nettobelopp", "nettobeloppet utan övrigt", "återbäringen räknas bort också"]
    {
        assert!(!text.contains(wrong), "{wrong}: {text}");
    }
}

#[test]
fn what_is_not_part_of_the_agreement_is_not_spoken_of() {
    let text = read("ett bruttoår utan hepatit C");
    says(&text, &["Bidraget är ett bruttobelopp", "Det som stäms av är läkemedelsförmånen."]);
    assert!(!text.contains("läkemedel mot hepatit"), "{text}");
    let text = read("netto utan hepatit C");
    says(
        &text,
        &[
            "Från det beloppet räknas statens andel",
            "Det som stäms av är läkemedelsförmånen.",
            "Statens andel av återbäringen räknas bort också i utfallet.",
        ],
    );
    says(&read("återbäring på en del"), &["Det är återbäring som gäller läkemedelsförmånen."]);
    let text = read("ingen avräkningsgrupp");
    says(
        &text,
        &[
            "Överenskommelsen har ingen vinst",
            "Beloppen kan ändras när den slutliga kostnaden för medlemskapet i International Horizon Scanning Initiative (IHSI) är känd.",
            "Bidraget för 2024 avräknas inte: varken de överenskomna kostnaderna eller den väntade återbäringen jämförs med utfallet. Beloppen kan ändå ändras. Kostnaden för medlemskapet i International Horizon Scanning Initiative (IHSI)",
            "senast i utbetalningen i februari 2025, om skillnaden mot det preliminära avdraget",
        ],
    );
    says(
        &read("inget ändras i efterhand"),
        &[
            "Bidraget för 2024 avräknas inte: varken de överenskomna kostnaderna eller den väntade återbäringen jämförs med utfallet. Inget annat ändrar beloppen i efterhand.",
        ],
    );
    says(
        &read("brutto utan statens andel"),
        &["Bidraget är ett bruttobelopp, och staten tar ingen del av återbäringen"],
    );
    says(
        &read("netto utan statens andel"),
        &["Staten tar ingen del av återbäringen från läkemedelsföretagen, och nettobeloppet är"],
    );
    says(
        &read("alla får lägre belopp"),
        &["Alla regioner får ett lägre belopp per invånare än 2023."],
    );
    assert!(!text.contains("avräknas i januari"), "{text}");
    says(
        &read("ingen återbäring väntas"),
        &["Ingen återbäring väntas, och nettobeloppet är därför 36 810"],
    );
    let text = read("inget övrigt");
    says(&text, &["Hela bidraget är 38 430 miljoner kronor, som tabell 1 visar."]);
    assert!(!text.contains("Till det kommer"), "{text}");
    says(
        &read("två övriga ändamål"),
        &[
            "för övriga kostnader: – 1 620 miljoner kronor för dostjänsten – 1 620 miljoner kronor för läkemedel enligt",
        ],
    );
}

#[test]
fn what_was_part_of_it_the_year_before_or_is_part_of_it_now_is_told() {
    says(
        &read("andra delar än året före"),
        &[
            "Bidraget för 2023 hade ingen egen del för licensläkemedel. \
             Bidraget för 2023 hade också en egen del för läkemedel mot hiv.",
            "Bidragen för 2023 och 2024 består inte av samma delar.",
        ],
    );
    let text = read("cirkular");
    assert!(!text.contains("egen del för") && !text.contains("av samma delar"), "{text}");
    let text = read("ingen delning längre, och ingen återbäring väntas");
    says(
        &text,
        &[
            "förlustdelning, till skillnad från överenskommelsen för 2023.",
            "Bidraget för 2024 avräknas inte: de överenskomna kostnaderna jämförs inte med utfallet. \
             Inget annat ändrar beloppen i efterhand.",
        ],
    );
    assert!(!text.contains("den väntade återbäringen"), "{text}");
    says(
        &read("brutto utan statens andel"),
        &["förmånerna är 38 430 miljoner kronor för år 2024."],
    );
}

#[test]
fn the_key_of_profit_and_loss_is_what_was_declared() {
    for (name, phrase) in [
        (
            "cirkular",
            "Överenskommelsen anger inte regionernas andelar; de antas följa hur årets bidrag är fördelat.",
        ),
        (
            "vinst och förlust efter befolkning",
            "Enligt överenskommelsen följer regionernas andelar befolkningen den 31 augusti 2024.",
        ),
    ] {
        says(&read(name), &[phrase]);
    }
}
