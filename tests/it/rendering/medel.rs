//! The decision on sektorsbidrag and the overview of money per region: what their prose says of other
//! results, and that the mark of what is preliminary goes along with the figures.

use super::grenar::{last, sager};
use super::pekare;
use super::varianter::variant;

/// How many stars a variation prints.
fn stjarnor(namn: &str) -> usize {
    last(namn).matches('*').count()
}

#[test]
fn the_decision_says_what_rounding_left_over_and_who_got_it() {
    for (namn, sats) in [
        ("beslutet som det är", "Varje belopp avrundas för sig. Avrundningen går jämnt ut, så att"),
        ("inget blir över", "avrundas först nedåt. Ingenting blir över."),
        ("en krona blir över", "Den krona som blir över går till den region vars belopp minskade"),
        ("elva kronor blir över", "Därefter återstår 11 kronor. De fördelas med en krona var"),
        ("det största har inget att ta", "för sig. Avrundningen går jämnt ut, så att hela"),
        (
            "det största får en krona",
            "är tillsammans 1 krona mindre än det som ska fördelas. Skillnaden läggs till det \
             största beloppet, som Stockholm får.",
        ),
        (
            "det största ger två kronor",
            "är tillsammans 2 kronor mer än det som ska fördelas. Skillnaden dras av från det \
             största beloppet, som Stockholm får.",
        ),
    ] {
        sager(&last(namn), &[sats]);
    }
}

#[test]
fn the_decision_names_parliament_and_copies_only_if_there_are_any() {
    let text = last("beslutet som det är");
    sager(
        &text,
        &[
            "som riksdagen har beslutat (prop. 2023/24:1",
            "Kopia till",
            "Standardkostnaden är härledd",
        ],
    );
    let text = last("beslutet utan kopior");
    for utan in ["riksdagen", "Kopia till", "härledd"] {
        assert!(!text.contains(utan), "{utan} in {text}");
    }
}

/// Prose, table, diagram and lines: what is marked in the data is marked where it is printed.
#[test]
fn the_mark_of_what_is_preliminary_follows_the_figure() {
    assert_eq!(stjarnor("beslutet som det är"), 0);
    let text = last("preliminär befolkning").replace(' ', "");
    for markt in ["har61\u{a0}093*", "Gotland61\u{a0}093*", "284*", "*Preliminäruppgift."] {
        let markt = markt.replace('\u{a0}', "");
        let text = text.replace('\u{a0}', "");
        assert!(text.contains(&markt), "{markt} not in {text}");
    }
    let text = last("beskedet som det är").replace([' ', '\u{a0}'], "");
    for markt in [
        "9842*miljoner",
        "9,8*miljarder",
        "42*miljoner",
        "Riket932*",
        "Stockholm860*",
        "1326*kronor",
        "2000,0*",
    ] {
        assert!(text.contains(markt), "{markt} not in {text}");
    }
    assert_eq!(stjarnor("fastställda medel"), 0);
    let text = last("fastställda medel");
    assert!(!text.contains("reliminär"), "{text}");
}

/// In the follow-up and the letters, whose prose goes through lists of agreements, months and goals.
#[test]
fn the_mark_follows_the_figure_into_lists() {
    for (namn, satser) in [
        (
            "uppföljningen med bara preliminära tal",
            [
                "använt 290* av 500* miljoner kronor, eller 58,0* procent",
                "högst 710* miljoner kronor kvar",
                "260* miljoner kronor under 2023",
                "Medelvärdet av regionernas andelar är 60,1* procent och medianen 59,4* procent",
                "Kortast tid räcker lagren i Jämtland, två* veckor",
                "har 230* substanser",
            ],
        ),
        (
            "brevet med bara preliminära tal",
            [
                "har regionen använt 64,4* procent, mer än medelvärdet av regionernas andelar, 60,1* procent",
                "fyra* veckor. Målet, minst fyra* veckor",
                "är 5 100 738 882* kronor, eller 425 061 574* kronor i månaden",
                "Tolv månadsbelopp är tillsammans 6* kronor mer",
                "163 214* kronor fördelas efter befolkning: 1 420 772* av 10 554 692* invånare.",
                "är större än 100 000* kronor",
            ],
        ),
    ] {
        sager(&last(namn), &satser);
    }
    sager(
        &last("brevet med bara preliminära tal och en krona över"),
        &["Tolv månadsbelopp är tillsammans en* krona mindre"],
    );
}

#[test]
fn the_overview_says_what_is_counted_already() {
    let text = last("beskedet som det är");
    sager(
        &text,
        &[
            "En del av pengarna betalas bara ut till regioner som har nått de resultat",
            "är alltså redan inräknade. De får inte läggas till beloppen en gång till.",
            "Det gäller också medlen för försörjningsberedskap",
            "Mer än genomsnittet får tolv regioner.",
        ],
    );
    let text = last("inga prestationer");
    sager(&text, &["är alltså redan inräknade."]);
    for utan in ["försörjningsberedskap", "gäller de:", "nått de resultat", "bland annat", "Frågor"]
    {
        assert!(!text.contains(utan), "{utan} in {text}");
    }
}

#[test]
fn the_overview_says_how_the_sum_relates_to_what_was_spoken_of() {
    for (namn, satser) in [
        (
            "beskedet som det är",
            [
                "är det 9,8* miljarder kronor. Det är det belopp som har nämnts",
                "Att summan är 42* miljoner kronor större än det nämnda beloppet beror alltså bara",
            ],
        ),
        ("en får mer", ["miljoner kronor mindre än det nämnda", "får en region: Gotland."]),
        ("alla får lika", ["Ingen region får mer än genomsnittet.", "som har nämnts för medlen"]),
        (
            "mer än vad som har nämnts",
            [
                "för medlen till regionerna är 9,8* miljarder kronor. Summan är 42* miljoner",
                "kronor större, och det är mer än vad avrundningen förklarar.",
            ],
        ),
        (
            "mindre än vad som har nämnts",
            ["Summan är 42* miljoner kronor mindre", "mer än vad avrundningen förklarar."],
        ),
    ] {
        sager(&last(namn), &satser);
    }
    assert!(!last("alla får lika").contains("Att summan är"), "nothing to explain");
}

#[test]
fn the_registration_number_stands_only_if_there_is_one() {
    assert!(!last("beskedet som det är").contains("Diarienummer"));
    sager(&last("beskedet med diarienummer"), &["Diarienummer S2024/00000"]);
    sager(&last("kontakter med bara namn"), &["besvaras av: – Registrator"]);
}

/// The chart is told in words, with its extremes and the mean.
#[test]
fn the_overviews_diagram_has_a_text() {
    let mut json = variant("beskedet som det är").varde();
    let text = pekare(&mut json, "/per_inv/diagram1_text").as_str().expect("a text").to_owned();
    for ord in ["Gotland med 1\u{a0}326", "Stockholm med 860", "riket, 932 kronor", "preliminära"]
    {
        assert!(text.contains(ord), "{ord} not in {text}");
    }
}
