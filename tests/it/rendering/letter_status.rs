//! What a decision and its annexes say of themselves: examples, preliminary figures, drafts.

use serde_json::{Value, json};

use super::variations::{preliminary, read, set};
use super::{ANNEX, at, pdf, says, text};

#[test]
fn examples_and_preliminary_figures_say_so() {
    let mut json = ANNEX.value();
    let text_of = |json: &Value| text(&pdf(ANNEX, json));
    let text = text_of(&json);
    assert_eq!(text.matches("EXEMPEL – inte för beslut").count(), 2, "on both pages");
    assert!(text.contains("lakemedel.xlsx (Grupper B11:W31; Prislappar B11:B32)."), "{text}");
    set(&mut json, &json!({ "/huvud/vilar_pa_exempel": false }));
    preliminary(at(&mut json, "/bilaga/tabell/rader/0/celler/1"));
    let text = text_of(&json);
    assert!(!text.contains("EXEMPEL") && !text.contains("ett exempel"), "{text}");
    assert!(
        text.replace(" *", "*").contains("739 943*") && text.contains("* Preliminär uppgift."),
        "{text}"
    );
}

#[test]
fn a_draft_says_so_on_every_page() {
    for (name, pages) in [("ett utkast", 2), ("ett utkast, samlat", 11)] {
        let text = read(name);
        let count = text.matches("UTKAST – beslutet är inte fattat").count();
        assert_eq!(count, pages, "{name}");
        says(&text, &["Det här är ett utkast. Regeringen har inte fattat beslutet"]);
    }
    says(&read("ett utkast, samlat"), &["Status utkast"]);
    for name in ["regleringsbrev", "bilaga-2", "betalningsplan"] {
        assert!(!read(name).to_lowercase().contains("utkast"), "{name}");
    }
}
