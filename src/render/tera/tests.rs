//! Escaping is tried on Typst's own parser: whatever goes in must parse as text and nothing else.

use std::collections::BTreeMap;

use serde_json::json;
use typst::syntax::{SyntaxKind, SyntaxNode, parse, parse_code};

use super::*;

mod lines;

fn word(name: &str, template: &str) -> Result<Words, Problems> {
    let own = BTreeMap::from([(name.to_owned(), template.as_bytes().to_vec())]);
    Words::read(&Templates::builtin().with(own))
}

fn fill(name: &str, template: &str, json: &Value) -> Result<String, Problems> {
    let text = word(name, template)?.fill(name, json)?.text;
    // A template's last line is a line though its end be left out.
    let added = !["\n", "%}", "*}"].iter().any(|end| template.ends_with(end));
    Ok(text.strip_suffix('\n').filter(|_| added).map(str::to_owned).unwrap_or(text))
}

fn escaped(text: &str) -> String {
    let mut out = Vec::new();
    escape(text, &mut out).expect("memory can be written");
    String::from_utf8(out).expect("it writes text")
}

/// What a tree of escapes and text says; anything else is code or markup.
fn read_aloud(node: &SyntaxNode) -> String {
    match node.kind() {
        SyntaxKind::Escape => {
            let hex = node.leaf_text().trim_start_matches("\\u{").trim_end_matches('}').to_owned();
            let character = u32::from_str_radix(&hex, 16).ok().and_then(char::from_u32);
            character.expect("an escape").to_string()
        }
        SyntaxKind::Text | SyntaxKind::Space => node.leaf_text().to_string(),
        SyntaxKind::Markup => node.children().map(read_aloud).collect(),
        other => panic!("{other:?} from {:?}", node.leaf_text()),
    }
}

fn hostile_texts() -> Vec<String> {
    let mut all: Vec<String> = (0_u8..128).map(|byte| char::from(byte).to_string()).collect();
    all.extend(
        (0x80_u32..0xa0)
            .chain([0x2028, 0x2029, 0xfeff])
            .filter_map(char::from_u32)
            .map(String::from),
    );
    all.extend((0_u8..128).map(|byte| format!("a{}b", char::from(byte))));
    all.extend(
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
    all
}

#[test]
fn values_are_text_in_markup() {
    for text in hostile_texts() {
        let tree = parse(&escaped(&text));
        assert!(tree.errors_and_warnings().0.is_empty(), "{text:?}");
        assert_eq!(read_aloud(&tree), text, "as {:?}", escaped(&text));
        // Where lists and headings begin, and where a template goes on with a full stop.
        let tree = parse(&format!("{}. a", escaped(&text)));
        assert_eq!(read_aloud(&tree), format!("{text}. a"));
    }
}

#[test]
fn values_are_text_in_string_literals() {
    for text in hostile_texts() {
        let tree = parse_code(&format!("\"{}\"", escaped(&text)));
        let literal: Vec<_> = tree.children().collect();
        assert_eq!(literal.len(), 1, "{text:?}");
        let str = literal.first().and_then(|node| node.cast::<typst::syntax::ast::Str<'_>>());
        assert_eq!(str.expect("a string").get().as_str(), text);
    }
}

#[test]
fn every_template_is_escaped_whatever_its_name() {
    for name in ["x/main.typ.tera", "x.tera", "x.html.tera", "x.txt.tera"] {
        for value in [json!("#a"), json!({ "text": "#a" }), json!({ "text": "#a", "markt": false })]
        {
            let out = fill(name, "{{ x }}", &json!({ "x": value })).expect("it renders");
            assert!(!out.contains('#'), "{name}: {out}");
        }
    }
}

#[test]
fn what_is_printed_of_a_marked_figure_bears_its_mark() {
    let printed = |marked: bool| json!({ "text": "9 842", "varde": 9842, "markt": marked });
    let json = json!({
        "markt": printed(true), "omarkt": printed(false), "lista": [printed(true)],
        "dag": { "iso": "2024-05-02", "text": "x" },
        "upp": { "riktning": "upp", "storlek": "42", "siffra": printed(true) },
        "ner": { "riktning": "ner", "storlek": "42", "siffra": printed(false) },
        "veckor": printed(true), "veckor_i_ord": "två", "antal": 3, "antal_i_ord": "tre",
    });
    let number = "\\u{39} 842";
    for (template, expected) in [
        ("{{ markt }}", format!("#markt[{number}];")),
        ("{{ markt.text }}", format!("#markt[{number}];")),
        ("{{ omarkt }} {{ dag }}", format!("{number} x")),
        ("{{ upp }}({{ ner }})", "#markt[\\u{34}2];(\\u{34}2)".to_owned()),
        ("{{- markt -}} , {{ (omarkt) }}", format!("#markt[{number}];, {number}")),
        ("{{ omarkt.text }} {{ dag.text }}", format!("{number} x")),
        ("{% for en in lista %}{{ en.text }}{% endfor %}", format!("#markt[{number}];")),
        ("{{ upp.storlek }}({{ ner.storlek }})", "#markt[\\u{34}2];(\\u{34}2)".to_owned()),
        ("{{ veckor_i_ord }}, {{ antal_i_ord }}", "#markt[två];, tre".to_owned()),
        ("{% if markt.varde in [1, 9842] and markt.markt %}a{% endif %}", "a".to_owned()),
    ] {
        assert_eq!(fill("x.tera", template, &json).expect(template), expected);
    }
}

#[test]
fn a_marked_text_is_still_text() {
    for text in hostile_texts() {
        let json = json!({ "x": { "text": text, "markt": true } });
        let tree = parse(&fill("x.tera", "a {{ x.text }}. b", &json).expect("it renders"));
        assert!(tree.errors_and_warnings().0.is_empty(), "{text:?}");
        let call = tree.children().find(|node| node.kind() == SyntaxKind::FuncCall);
        let within =
            call.into_iter().flat_map(|node| node.children().flat_map(SyntaxNode::children));
        let marked_text = within
            .filter(|node| node.kind() == SyntaxKind::ContentBlock)
            .flat_map(SyntaxNode::children)
            .filter(|node| node.kind() == SyntaxKind::Markup);
        assert_eq!(marked_text.map(read_aloud).collect::<String>(), text);
    }
}

#[test]
fn numbers_begin_no_list() {
    let json = json!({ "minus": -5, "ett": 1 });
    for template in [
        "{{ minus }}",
        "a\n  {{ minus }} kr",
        "#f[{{ minus }}]",
        "{{ ett }}. a",
        "#f[a][{{ ett }}.]",
    ] {
        let error = fill("x.tera", template, &json).expect_err(template);
        assert!(error.to_string().contains("lista"), "{error}");
    }
    for template in ["a {{ minus }}", "{{ ett }} kr", "a {{ ett }}. b", "{{ ett }}"] {
        assert!(fill("x.tera", template, &json).is_ok(), "{template}");
    }
}

#[test]
fn a_brace_and_a_hash_are_no_comment() {
    let out = fill("x.tera", "a{#b}{* borta *}c", &json!({})).expect("it renders");
    assert_eq!(out, "a{#b}c");
}

#[test]
fn safe_is_refused() {
    let error =
        fill("x.tera", "\n {{ x | safe }}", &json!({ "x": "#a" })).expect_err("it is refused");
    assert!(error.to_string().starts_with("fel[U02] x.tera:2:"), "{error}");
    assert!(error.to_string().contains("safe"), "{error}");
}

#[test]
fn a_missing_name_is_a_problem_that_says_what_exists() {
    let json = json!({ "b": { "d": 1, "c": 2 }, "a": 1 });
    let error = fill("x.tera", "ett\n{{ b.x }}", &json).expect_err("there is no b.x");
    assert_eq!(
        error.to_string().trim_end(),
        "fel[U02] x.tera:2:6: mallen frågar efter ”x”, som inte finns\n  hjälp:   det som finns: c, d"
    );
    let error = fill("x.tera", "{{ y }}", &json).expect_err("there is no y");
    assert!(error.to_string().contains("det som finns: a, b"), "{error}");
}

/// What an author commonly does wrong is said in his own language, where it stands.
#[test]
fn what_tera_complains_of_is_told_with_its_place() {
    let json = json!({ "a": 1 });
    for (template, place, told) in [
        ("ett\n{% if a %}två\n", "", "mallen tar slut mitt i något som inte är stängt"),
        ("{% if %}", "x.tera:1:", "mallens kod går inte att läsa"),
        ("{% iff a %}{% endif %}", "x.tera:1:4", "det finns ingen sådan tagg"),
        ("ett\n  {{ a | stor }}", "x.tera:2:10", "filtret ”stor”, som inte finns"),
        ("{% if a is stor %}{% endif %}", "x.tera:1:", "testet ”stor”, som inte finns"),
        ("å {{ stor(a=1) }}", "x.tera:1:6", "funktionen ”stor”, som inte finns"),
        ("å {{ <stor /> }}", "x.tera:1:", "komponenten ”stor”, som inte finns"),
        (
            "\n{% include \"y.tera\" %}",
            "x.tera:2:",
            "hämtar in ”y.tera”, som inte finns\n  hjälp:   menade du ”x.tera”?",
        ),
        ("{% include \"x.tera\" %}", "x.tera", "mallen hämtar in sig själv: x.tera → x.tera"),
        ("{% for b %}{% endfor %}", "x.tera:1:", "mallens kod går inte att läsa: här väntades"),
    ] {
        let error = fill("x.tera", template, &json).expect_err(template).to_string();
        assert!(error.starts_with(&format!("fel[U02] {place}")), "{template}: {error}");
        assert!(error.contains(told), "{template}: {error}");
    }
    let two = fill("x.tera", "{{ a | b }}\n{{ a | c }}", &json).expect_err("there are two");
    let two = two.to_string();
    assert!(two.contains("x.tera:1:8") && two.contains("x.tera:2:8"), "{two}");
}
