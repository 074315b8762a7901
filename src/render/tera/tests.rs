//! Escaping is tried on Typst's own parser: whatever goes in must parse as text and nothing else.

use std::collections::BTreeMap;

use serde_json::json;
use typst::syntax::{SyntaxKind, SyntaxNode, parse, parse_code};

use super::*;

fn ord(namn: &str, mall: &str) -> Result<Ord, Problems> {
    let egna = BTreeMap::from([(namn.to_owned(), mall.as_bytes().to_vec())]);
    Ord::las(&Mallar::inbyggda().med(egna))
}

fn fyll(namn: &str, mall: &str, json: &Value) -> Result<String, Problems> {
    let text = ord(namn, mall)?.fyll(namn, json)?.text;
    // A template's last line is a line though its end be left out.
    let added = !["\n", "%}", "*}"].iter().any(|end| mall.ends_with(end));
    Ok(text.strip_suffix('\n').filter(|_| added).map(str::to_owned).unwrap_or(text))
}

fn skyddad(text: &str) -> String {
    let mut ut = Vec::new();
    skydda(text, &mut ut).expect("memory can be written");
    String::from_utf8(ut).expect("it writes text")
}

/// What a tree of escapes and text says; anything else is code or markup.
fn avlast(node: &SyntaxNode) -> String {
    match node.kind() {
        SyntaxKind::Escape => {
            let hex = node.leaf_text().trim_start_matches("\\u{").trim_end_matches('}').to_owned();
            let tecken = u32::from_str_radix(&hex, 16).ok().and_then(char::from_u32);
            tecken.expect("an escape").to_string()
        }
        SyntaxKind::Text | SyntaxKind::Space => node.leaf_text().to_string(),
        SyntaxKind::Markup => node.children().map(avlast).collect(),
        other => panic!("{other:?} from {:?}", node.leaf_text()),
    }
}

fn fientliga() -> Vec<String> {
    let mut alla: Vec<String> = (0_u8..128).map(|byte| char::from(byte).to_string()).collect();
    alla.extend(
        (0x80_u32..0xa0)
            .chain([0x2028, 0x2029, 0xfeff])
            .filter_map(char::from_u32)
            .map(String::from),
    );
    alla.extend((0_u8..128).map(|byte| format!("a{}b", char::from(byte))));
    alla.extend(
        [
            "-5",
            "1. ",
            "= x",
            "/ x: y",
            "+ x",
            "- x",
            "https://x.se",
            "{{ x }}",
            "{% x %}",
            "{# x #}",
            "{* x *}",
            "#panic()",
            "\"); #panic(\"",
            "$x$",
            "`x`",
            "<x>",
            "@x",
            "*x* _x_",
            "//x",
            "/*x*/",
            "\\",
            "\\u{23}",
            "...",
            "--",
            "---",
            "~",
            "1.5",
            "2024",
            "a\r\nb",
            "''",
            "\"\"",
            "Västra Götaland",
        ]
        .map(str::to_owned),
    );
    alla
}

#[test]
fn values_are_text_in_markup() {
    for text in fientliga() {
        let tree = parse(&skyddad(&text));
        assert!(tree.errors_and_warnings().0.is_empty(), "{text:?}");
        assert_eq!(avlast(&tree), text, "as {:?}", skyddad(&text));
        // Where lists and headings begin, and where a template goes on with a full stop.
        let tree = parse(&format!("{}. a", skyddad(&text)));
        assert_eq!(avlast(&tree), format!("{text}. a"));
    }
}

#[test]
fn values_are_text_in_string_literals() {
    for text in fientliga() {
        let tree = parse_code(&format!("\"{}\"", skyddad(&text)));
        let literal: Vec<_> = tree.children().collect();
        assert_eq!(literal.len(), 1, "{text:?}");
        let str = literal.first().and_then(|node| node.cast::<typst::syntax::ast::Str<'_>>());
        assert_eq!(str.expect("a string").get().as_str(), text);
    }
}

#[test]
fn every_template_is_escaped_whatever_its_name() {
    for namn in ["x/main.typ.tera", "x.tera", "x.html.tera", "x.txt.tera"] {
        for value in [json!("#a"), json!({ "text": "#a" }), json!({ "text": "#a", "markt": false })]
        {
            let ut = fyll(namn, "{{ x }}", &json!({ "x": value })).expect("it renders");
            assert!(!ut.contains('#'), "{namn}: {ut}");
        }
    }
}

#[test]
fn what_is_printed_of_a_marked_figure_bears_its_mark() {
    let siffra = |markt: bool| json!({ "text": "9 842", "varde": 9842, "markt": markt });
    let json = json!({
        "markt": siffra(true), "omarkt": siffra(false), "lista": [siffra(true)],
        "dag": { "iso": "2024-05-02", "text": "x" },
        "upp": { "riktning": "upp", "storlek": "42", "siffra": siffra(true) },
        "ner": { "riktning": "ner", "storlek": "42", "siffra": siffra(false) },
        "veckor": siffra(true), "veckor_i_ord": "två", "antal": 3, "antal_i_ord": "tre",
    });
    let tal = "\\u{39} 842";
    for (mall, vantat) in [
        ("{{ markt }}", format!("#markt[{tal}];")),
        ("{{ markt.text }}", format!("#markt[{tal}];")),
        ("{{ omarkt }} {{ dag }}", format!("{tal} x")),
        ("{{ upp }}({{ ner }})", "#markt[\\u{34}2];(\\u{34}2)".to_owned()),
        ("{{- markt -}} , {{ (omarkt) }}", format!("#markt[{tal}];, {tal}")),
        ("{{ omarkt.text }} {{ dag.text }}", format!("{tal} x")),
        ("{% for en in lista %}{{ en.text }}{% endfor %}", format!("#markt[{tal}];")),
        ("{{ upp.storlek }}({{ ner.storlek }})", "#markt[\\u{34}2];(\\u{34}2)".to_owned()),
        ("{{ veckor_i_ord }}, {{ antal_i_ord }}", "#markt[två];, tre".to_owned()),
        ("{% if markt.varde in [1, 9842] and markt.markt %}a{% endif %}", "a".to_owned()),
    ] {
        assert_eq!(fyll("x.tera", mall, &json).expect(mall), vantat);
    }
}

#[test]
fn a_marked_text_is_still_text() {
    for text in fientliga() {
        let json = json!({ "x": { "text": text, "markt": true } });
        let tree = parse(&fyll("x.tera", "a {{ x.text }}. b", &json).expect("it renders"));
        assert!(tree.errors_and_warnings().0.is_empty(), "{text:?}");
        let anrop = tree.children().find(|node| node.kind() == SyntaxKind::FuncCall);
        let inom =
            anrop.into_iter().flat_map(|node| node.children().flat_map(SyntaxNode::children));
        let markerat = inom
            .filter(|node| node.kind() == SyntaxKind::ContentBlock)
            .flat_map(SyntaxNode::children)
            .filter(|node| node.kind() == SyntaxKind::Markup);
        assert_eq!(markerat.map(avlast).collect::<String>(), text);
    }
}

#[test]
fn numbers_begin_no_list() {
    let json = json!({ "minus": -5, "ett": 1 });
    for mall in [
        "{{ minus }}",
        "a\n  {{ minus }} kr",
        "#f[{{ minus }}]",
        "{{ ett }}. a",
        "#f[a][{{ ett }}.]",
    ] {
        let error = fyll("x.tera", mall, &json).expect_err(mall);
        assert!(error.to_string().contains("lista"), "{error}");
    }
    for mall in ["a {{ minus }}", "{{ ett }} kr", "a {{ ett }}. b", "{{ ett }}"] {
        assert!(fyll("x.tera", mall, &json).is_ok(), "{mall}");
    }
}

#[test]
fn a_brace_and_a_hash_are_no_comment() {
    let ut = fyll("x.tera", "a{#b}{* borta *}c", &json!({})).expect("it renders");
    assert_eq!(ut, "a{#b}c");
}

#[test]
fn safe_is_refused() {
    let error =
        fyll("x.tera", "\n {{ x | safe }}", &json!({ "x": "#a" })).expect_err("it is refused");
    assert!(error.to_string().starts_with("fel[U02] x.tera:2:"), "{error}");
    assert!(error.to_string().contains("safe"), "{error}");
}

#[test]
fn a_missing_name_is_a_problem_that_says_what_exists() {
    let json = json!({ "b": { "d": 1, "c": 2 }, "a": 1 });
    let error = fyll("x.tera", "ett\n{{ b.x }}", &json).expect_err("there is no b.x");
    assert_eq!(
        error.to_string().trim_end(),
        "fel[U02] x.tera:2:6: mallen frågar efter ”x”, som inte finns\n  hjälp:   det som finns: c, d"
    );
    let error = fyll("x.tera", "{{ y }}", &json).expect_err("there is no y");
    assert!(error.to_string().contains("det som finns: a, b"), "{error}");
    let error = fyll("x.tera", "{% if %}", &json).expect_err("a syntax error");
    assert!(error.to_string().contains("x.tera:1:"), "{error}");
}

/// A figure is printed with its mark, or the template does not work.
#[test]
fn what_is_printed_is_a_text_a_number_or_a_figure() {
    let json = json!({
        "siffra": { "text": "9 842", "varde": 9842, "markt": true }, "tom": null, "ja": true,
        "flera": { "b": 1, "a": { "varde": 2 } }, "lista": [1],
    });
    for (mall, vantat) in [
        (
            "a {{ siffra.varde }}",
            "x.tera:1:3: mallen skriver ut ett tals värde, som saknar talets märke",
        ),
        ("{{ siffra[\"varde\"] }}", "x.tera:1:1: mallen skriver ut ett tals värde"),
        ("\n{% set x = siffra.varde %}", "x.tera:2:1: mallen skriver ut ett tals värde"),
        (
            "{{ <plural av={siffra.varde} en=\"a\" flera=\"b\" /> }}",
            "x.tera:1:1: mallen skriver ut",
        ),
        ("{{ tom }}", "x.tera:1:4: mallen skriver ut en uppgift som saknas; fråga efter den först"),
        ("{{ ja }}", "mallen skriver ut något som varken är en text eller ett tal"),
        ("{{ lista }}", "en lista skrivs med {% for … %}"),
        ("{{ flera }}", "mallen skriver ut flera uppgifter i ett\n  hjälp:   det som finns: a, b"),
    ] {
        let error = fyll("x.tera", mall, &json).expect_err(mall).to_string();
        assert!(error.contains(vantat), "{mall}: {error}");
    }
    let villkor = "{% if siffra.varde == 9842 and siffra.markt %}a{% endif %}";
    assert_eq!(fyll("x.tera", villkor, &json).expect("it renders"), "a");
}

/// To Tera a name that is misspelled is false; here it is a problem.
#[test]
fn a_condition_asks_only_for_what_is_there() {
    let json = json!({ "a": { "b": null, "c": "x", "d": 2 }, "lista": [{ "e": false }] });
    for (mall, vantat) in [
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
        assert_eq!(fyll("x.tera", mall, &json).expect(mall), vantat, "{mall}");
    }
    for (mall, plats, namn, finns) in [
        ("\n{% if a.x %}a{% endif %}", "2:7", "x", "b, c, d"),
        ("{% if a.c and not a.y == 1 %}a{% endif %}", "1:19", "y", "b, c, d"),
        ("{% for f in lista %}{% if f.x %}{% endif %}{% endfor %}", "1:27", "x", "e"),
        ("{% if a.b %}{% elif x %}{% endif %}", "1:21", "x", ""),
    ] {
        let error = fyll("x.tera", mall, &json).expect_err(mall).to_string();
        let vantat =
            format!("fel[U02] x.tera:{plats}: mallen frågar efter ”{namn}”, som inte finns");
        assert!(error.starts_with(&vantat) && error.contains(finns), "{mall}: {error}");
    }
}

/// A line of nothing but tags leaves none; everything else stands as it was written.
#[test]
fn lines_of_tags_leave_no_line() {
    let json = json!({ "a": true, "b": ["x", "y"] });
    for (mall, vantat) in [
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
        assert_eq!(fyll("x.tera", mall, &json).expect(mall), vantat, "{mall:?}");
    }
    for mall in ["{{ a", "{% if a", "{* a", "{% raw %}", "{{ \"a }}", "a {", "{"] {
        // Tera decides what they are; nothing is lost on the way there.
        let _ = fyll("x.tera", mall, &json);
    }
}

/// What is included stands as far in as the tag.
#[test]
fn an_included_template_is_lines_where_its_tag_stands() {
    let egna = BTreeMap::from([
        (
            "a.tera".to_owned(),
            b"- ett\n  {% for i in [1, 2] %}\n  {% include \"b.tera\" %}\n  {% endfor %}\n- tre\n"
                .to_vec(),
        ),
        ("b.tera".to_owned(), "{* om *}\n{% if true %}\ntvå\n{% endif %}".as_bytes().to_vec()),
    ]);
    let ord = Ord::las(&Mallar::inbyggda().med(egna)).expect("they are whole");
    assert_eq!(
        ord.fyll("a.tera", &json!({})).expect("it renders").text,
        "- ett\n  två\n  två\n- tre\n"
    );
}

/// Every place of what Tera made leads back to where it was written.
#[test]
fn places_lead_back_to_the_template() {
    let egna = BTreeMap::from([
        (
            "a.tera".to_owned(),
            "å {{ b }} ö {% if c %}ja{% else %}nej{% endif %}\n{% include \"b.tera\" %}\nslut"
                .as_bytes()
                .to_vec(),
        ),
        ("b.tera".to_owned(), "{* om *}\n\n  inne {{ b }}\n".as_bytes().to_vec()),
    ]);
    let ord = Ord::las(&Mallar::inbyggda().med(egna)).expect("they are whole");
    let mut filled = ord.fyll("a.tera", &json!({ "b": "bbb", "c": false })).expect("it renders");
    assert_eq!(filled.text, "å bbb ö nej\n\n  inne bbb\nslut\n");
    let place = |filled: &Filled<'_>, sought: &str| {
        let at = filled.text.find(sought).expect("it is there");
        filled.spot(at).expect("a place").place
    };
    for (sought, vantat) in [
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
        assert_eq!(place(&filled, sought), vantat, "{sought}");
    }
    let at = filled.text.find("inne").expect("it is there");
    filled.insert(&[0, at], "\\");
    assert_eq!(place(&filled, "slut"), "a.tera:3:1");
    assert!(filled.text.starts_with("\\å") && filled.text.contains("\\inne"));
}

#[test]
fn control_characters_are_no_template() {
    let error =
        fyll("x.tera", "a\nb\u{1}7\u{2}", &json!({})).expect_err("it is refused").to_string();
    assert!(error.contains("x.tera:2:2: mallen innehåller ett styrtecken"), "{error}");
}

#[test]
fn shared_components_say_numbers_lists_and_directions() {
    let lista = |namn: &[&str]| json!({ "antal": namn.len(), "antal_i_ord": "tre", "namn": namn });
    let json = json!({
        "en": lista(&["Skåne"]), "tva": lista(&["Skåne", "Halland"]), "tre": lista(&["a", "b", "c"]), "inga": [],
        "upp": { "riktning": "upp", "storlek": "2", "siffra": { "varde": 2, "markt": false } },
        "ner": { "riktning": "ner", "storlek": "1", "siffra": { "varde": -1, "markt": false } },
        "person": { "namn": "N", "roll": "", "telefon": null, "e_post": "a@b.se" },
    });
    for (mall, vantat) in [
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
        assert_eq!(fyll("x.tera", mall, &json).expect(mall), vantat, "{mall}");
    }
}
