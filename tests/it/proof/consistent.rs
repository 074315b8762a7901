//! `samstammighet.json`: what it says was compared is counted again here, from the files, and compared
//! again.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::proof::{document_set, field, json as view, with_field};

#[test]
fn what_the_documents_say_of_the_same_thing_is_the_same() {
    let mut said: BTreeMap<String, (Value, BTreeSet<&str>)> = BTreeMap::new();
    let mut times = 0;
    for (name, _) in document_set().pdf() {
        let json = view(&format!("{name}.json"));
        let mut numbers = Vec::new();
        with_field(&json, &["id", "varde", "enhet", "status"], &mut numbers);
        for number in numbers {
            let now = json!([number["varde"], number["enhet"], number["status"]]);
            let id = field(number, "id").to_owned();
            let (before, document) =
                said.entry(id).or_insert_with(|| (now.clone(), BTreeSet::new()));
            assert_eq!(*before, now, "{name} and {document:?} of {}", number["id"]);
            document.insert(name);
            times += 1;
        }
    }
    let in_several = said.values().filter(|(_, document)| document.len() > 1).count();
    let tried_text = view("samstammighet.json");
    assert_eq!(tried_text["siffror"], said.len());
    assert_eq!(tried_text["ganger"], times);
    assert_eq!(tried_text["i_flera_dokument"], in_several);
    assert_eq!(tried_text["dokument"].as_array().map(Vec::len), Some(document_set().pdf().count()));
    assert!(in_several > 0 && tried_text["summor"].as_u64() > Some(10), "{tried_text}");
}
