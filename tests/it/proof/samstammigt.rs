//! `samstammighet.json`: what it says was compared is counted again here, from the files, and compared
//! again.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::proof::{falt, json as las, med_falt, uppsattning};

#[test]
fn what_the_documents_say_of_the_same_thing_is_the_same() {
    let mut sagt: BTreeMap<String, (Value, BTreeSet<&str>)> = BTreeMap::new();
    let mut ganger = 0;
    for (namn, _) in uppsattning().pdf() {
        let json = las(&format!("{namn}.json"));
        let mut siffror = Vec::new();
        med_falt(&json, &["id", "varde", "enhet", "status"], &mut siffror);
        for siffra in siffror {
            let nu = json!([siffra["varde"], siffra["enhet"], siffra["status"]]);
            let id = falt(siffra, "id").to_owned();
            let (fore, dokument) = sagt.entry(id).or_insert_with(|| (nu.clone(), BTreeSet::new()));
            assert_eq!(*fore, nu, "{namn} and {dokument:?} of {}", siffra["id"]);
            dokument.insert(namn);
            ganger += 1;
        }
    }
    let i_flera = sagt.values().filter(|(_, dokument)| dokument.len() > 1).count();
    let provat = las("samstammighet.json");
    assert_eq!(provat["siffror"], sagt.len());
    assert_eq!(provat["ganger"], ganger);
    assert_eq!(provat["i_flera_dokument"], i_flera);
    assert_eq!(provat["dokument"].as_array().map(Vec::len), Some(uppsattning().pdf().count()));
    assert!(i_flera > 0 && provat["summor"].as_u64() > Some(10), "{provat}");
}
