//! What becomes of a template's lines, of what it prints and asks for, and of the places it knows.

use super::*;

/// A figure is printed with its mark, or the template does not work.
#[test]
fn what_is_printed_is_a_text_a_number_or_a_figure() {
    let json = json!({
        "siffra": { "text": "9 842", "varde": 9842, "markt": true }, "tom": null, "ja": true,
        "flera": { "b": 1, "a": { "varde": 2 } }, "lista": [1],
    });
    for (template, expected) in [
        (
            "a {{ siffra.varde }}",
            "x.tera:1:3: mallen skriver ut ett tals värde, utan det märke som visar att talet är preliminärt",
        ),
        ("{{ siffra[\"varde\"] }}", "x.tera:1:1: mallen skriver ut ett tals värde"),
        ("\n{% set x = siffra.varde %}", "x.tera:2:1: mallen skriver ut ett tals värde"),
        ("{{ pott.belopp.varde }}", "skriv {{ pott.belopp }}, som ger talet med sitt märke"),
        (
            "{{ <plural av={siffra.varde} en=\"a\" flera=\"b\" /> }}",
            "x.tera:1:1: mallen skriver ut",
        ),
        ("{{ tom }}", "x.tera:1:4: mallen skriver ut en uppgift som saknas; fråga efter den först"),
        ("{{ ja }}", "mallen skriver ut något som varken är en text eller ett tal"),
        ("{{ lista }}", "en lista skrivs med {% for … %}"),
        ("{{ flera }}", "mallen skriver ut flera uppgifter i ett\n  hjälp:   det som finns: a, b"),
    ] {
        let error = fill("x.tera", template, &json).expect_err(template).to_string();
        assert!(error.contains(expected), "{template}: {error}");
    }
    let villkor = "{% if siffra.varde == 9842 and siffra.markt %}a{% endif %}";
    assert_eq!(fill("x.tera", villkor, &json).expect("it renders"), "a");
}

/// To Tera a name that is misspelled is false; here it is a problem.
#[test]
fn a_condition_asks_only_for_what_is_there() {
    let json = json!({ "a": { "b": null, "c": "x", "d": 2 }, "lista": [{ "e": false }] });
    for (template, expected) in [
        ("{% if a.b %}ja{% else %}nej{% endif %}", "nej"),
        ("{% if not a.b and a.c == \"a.x\" or a.d in [1, 2] %}ja{% endif %}", "ja"),
        (
            "{% if a.c is containing(pat=\"x\") and a.c is not starting_with(pat='b') %}ja{% endif %}",
            "ja",
        ),
        ("{% for f in lista %}{% if loop.first and not f.e %}ja{% endif %}{% endfor %}", "ja"),
        ("{%- if (a.d > 1) -%} ja {%- elif a.b -%} nej {%- endif -%}", "ja"),
        ("{% if a.x is defined %}ja{% else %}nej{% endif %}", "nej"),
    ] {
        assert_eq!(fill("x.tera", template, &json).expect(template), expected, "{template}");
    }
    for (template, place, name, exists) in [
        ("\n{% if a.x %}a{% endif %}", "2:7", "x", "b, c, d"),
        ("{% if a.c and not a.y == 1 %}a{% endif %}", "1:19", "y", "b, c, d"),
        ("{% for f in lista %}{% if f.x %}{% endif %}{% endfor %}", "1:27", "x", "e"),
        ("{% if a.b %}{% elif x %}{% endif %}", "1:21", "x", ""),
    ] {
        let error = fill("x.tera", template, &json).expect_err(template).to_string();
        let expected =
            format!("fel[U02] x.tera:{place}: mallen frågar efter ”{name}”, som inte finns");
        assert!(error.starts_with(&expected) && error.contains(exists), "{template}: {error}");
    }
}

/// A line of nothing but tags leaves none; everything else stands as it was written.
#[test]
fn lines_of_tags_leave_no_line() {
    let json = json!({ "a": true, "b": ["x", "y"] });
    for (template, expected) in [
        ("ett\n{% if a %}\ntvå\n{% endif %}\ntre\n", "ett\ntvå\ntre\n"),
        ("ett\r\n{% if a %}\r\ntvå\r\n{% endif %}\r\n", "ett\r\ntvå\r\n"),
        (
            "{% for c in b %}\n- {{ c }}\n  {% if a %}\n  z\n  {% endif %}\n{% endfor %}",
            "- x\n  z\n- y\n  z\n",
        ),
        ("{* om *}\n\nett {* två *}\n{* tre\n fyra *} {% if a %}\t\nfem{% endif %}", "\nett \nfem"),
        ("ett\n{%- if a %}, två\n{%- else %}, tre\n{%- endif %}.", "ett, två."),
        ("ett {% if a %}\ntvå{% endif %}\n", "ett \ntvå\n"),
        ("{% raw %}\n{{ a }}\n{% endraw %}\n", "\n{{ a }}\n\n"),
        ("{{ \"}}\" }}{{ '%}' }}", "\\u{7d}\\u{7d}\\u{25}\\u{7d}"),
        ("{% set c %}\nd\n{% endset %}\n{{ c }}", "d\n"),
        ("", ""),
    ] {
        assert_eq!(fill("x.tera", template, &json).expect(template), expected, "{template:?}");
    }
    for template in ["{{ a", "{% if a", "{* a", "{% raw %}", "{{ \"a }}", "a {", "{"] {
        // Tera decides what they are; nothing is lost on the way there.
        let _ = fill("x.tera", template, &json);
    }
}

/// What is included stands as far in as the tag.
#[test]
fn an_included_template_is_lines_where_its_tag_stands() {
    let own = BTreeMap::from([
        (
            "a.tera".to_owned(),
            b"- ett\n  {% for i in [1, 2] %}\n  {% include \"b.tera\" %}\n  {% endfor %}\n- tre\n"
                .to_vec(),
        ),
        ("b.tera".to_owned(), "{* om *}\n{% if true %}\ntvå\n{% endif %}".as_bytes().to_vec()),
    ]);
    let word = Words::read(&Templates::builtin().with(own)).expect("they are whole");
    assert_eq!(
        word.fill("a.tera", &json!({})).expect("it renders").text,
        "- ett\n  två\n  två\n- tre\n"
    );
}

/// Every place of what Tera made leads back to where it was written.
#[test]
fn places_lead_back_to_the_template() {
    let own = BTreeMap::from([
        (
            "a.tera".to_owned(),
            "å {{ b }} ö {% if c %}ja{% else %}nej{% endif %}\n{% include \"b.tera\" %}\nslut"
                .as_bytes()
                .to_vec(),
        ),
        ("b.tera".to_owned(), "{* om *}\n\n  inne {{ b }}\n".as_bytes().to_vec()),
    ]);
    let word = Words::read(&Templates::builtin().with(own)).expect("they are whole");
    let mut filled = word.fill("a.tera", &json!({ "b": "bbb", "c": false })).expect("it renders");
    assert_eq!(filled.text, "å bbb ö nej\n\n  inne bbb\nslut\n");
    let place = |filled: &Filled<'_>, sought: &str| {
        let at = filled.text.find(sought).expect("it is there");
        filled.spot(at).expect("a place").place
    };
    for (sought, expected) in [
        ("å", "a.tera:1:1"),
        ("bb ö", "a.tera:1:3"),
        ("ö", "a.tera:1:11"),
        ("nej", "a.tera:1:35"),
        ("ej", "a.tera:1:36"),
        ("inne", "b.tera:3:3"),
        ("nne", "b.tera:3:4"),
        ("bbb\nslut", "b.tera:3:8"),
        ("slut", "a.tera:3:1"),
    ] {
        assert_eq!(place(&filled, sought), expected, "{sought}");
    }
    let at = filled.text.find("inne").expect("it is there");
    filled.insert(&[0, at], "\\");
    assert_eq!(place(&filled, "slut"), "a.tera:3:1");
    assert!(filled.text.starts_with("\\å") && filled.text.contains("\\inne"));
}

#[test]
fn control_characters_are_no_template() {
    let error =
        fill("x.tera", "a\nb\u{1}7\u{2}", &json!({})).expect_err("it is refused").to_string();
    assert!(error.contains("x.tera:2:2: mallen innehåller ett styrtecken"), "{error}");
}

#[test]
fn shared_components_say_numbers_lists_and_directions() {
    let list = |name: &[&str]| json!({ "antal": name.len(), "antal_i_ord": "tre", "namn": name });
    let json = json!({
        "en": list(&["Skåne"]), "tva": list(&["Skåne", "Halland"]), "tre": list(&["a", "b", "c"]), "inga": [],
        "upp": { "riktning": "upp", "storlek": "2", "siffra": { "varde": 2, "markt": false } },
        "ner": { "riktning": "ner", "storlek": "1", "siffra": { "varde": -1, "markt": false } },
        "person": { "namn": "N", "roll": "", "telefon": null, "e_post": "a@b.se" },
    });
    for (template, expected) in [
        ("I {{ <antal av={en} /> }}.", "I en region."),
        ("{{ <antal av={tre} en=\"ett län\" flera=\"län\" /> }}", "tre län"),
        ("{{ <upprakning av={tva.namn} /> }}", "Skåne och Halland"),
        ("{{ <upprakning av={inga} /> }}", "ingen"),
        ("({{ <regioner av={en} /> }})", "(en region: Skåne)"),
        ("({{ <regioner av={tre} /> }})", "(tre regioner: a, b och c)"),
        ("{{ <plural av={ner.siffra} en=\"krona\" flera=\"kronor\" /> }}", "krona"),
        ("{{ <plural av={upp.siffra} en=\"krona\" flera=\"kronor\" /> }}", "kronor"),
        ("{{ <riktning av={upp} upp=\"ökar\" ner=\"minskar\" /> }}", "ökar"),
        ("{{ <riktning av={ner} upp=\"ökar\" ner=\"minskar\" /> }}", "minskar"),
        ("- {{ <kontakt person={person} /> }}", "- N, a\\u{40}b\\u{2e}se"),
    ] {
        assert_eq!(fill("x.tera", template, &json).expect(template), expected, "{template}");
    }
}
