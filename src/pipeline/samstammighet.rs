//! What proves that the documents of a run say the same: every figure in every document is the report's,
//! the total of every table is the sum of its regions, and what the grants hold to be equal is equal.
//! Looks at the JSON as published, not at what made it. A difference is a bug, and nothing is written.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value};

use crate::contract::Equality;
use crate::quantity::Decimal;
use crate::region::Region;
use crate::report::Report;
use crate::report::number::Varde;

/// `samstammighet.json`: what was compared in a run, all of which was equal.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Samstammighet {
    /// The version of this form.
    pub version: u32,
    /// The id of the run.
    pub korning: String,
    /// How many different figures the documents state.
    pub siffror: usize,
    /// How many times they state them.
    pub ganger: usize,
    /// How many figures stand in more than one document.
    pub i_flera_dokument: usize,
    /// How many totals were added up from their regions.
    pub summor: usize,
    /// What was compared, document by document.
    pub dokument: Vec<Dokument>,
    /// The figures that are found in different ways and shall be equal.
    pub likheter: Vec<Likhet>,
}

/// What a document states.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Dokument {
    /// Its name.
    pub dokument: String,
    /// How many figures it states, each time it does.
    pub siffror: usize,
    /// How many of its totals were added up.
    pub summor: usize,
}

/// Two figures that shall be equal, and are.
#[derive(Clone, Debug, Serialize, JsonSchema, PartialEq, Eq)]
pub struct Likhet {
    /// What it says.
    pub text: String,
    /// The one figure.
    pub vanster: String,
    /// The other.
    pub hoger: String,
    /// The value of both.
    pub varde: Varde,
}

/// A figure as a document states it: name, value, unit and status.
type Sagd = (String, Value, String, String);

/// What one document was seen to state.
#[derive(Debug)]
pub(super) struct Iakttaget {
    dokument: String,
    siffror: Vec<Sagd>,
    summor: usize,
}

impl Iakttaget {
    /// Looks through a document's JSON.
    ///
    /// # Panics
    /// If a total is not the sum of its regions: a bug.
    pub(super) fn i(dokument: &str, json: &Value) -> Self {
        let mut sett = Self { dokument: dokument.to_owned(), siffror: Vec::new(), summor: 0 };
        sett.titta(json);
        sett
    }

    fn titta(&mut self, json: &Value) {
        match json {
            Value::Object(falt) => {
                self.siffror.extend(siffra(falt));
                self.summor += summor(&self.dokument, falt);
                falt.values().for_each(|varde| self.titta(varde));
            }
            Value::Array(delar) => delar.iter().for_each(|varde| self.titta(varde)),
            _ => {}
        }
    }
}

fn siffra(falt: &Map<String, Value>) -> Option<Sagd> {
    let text = |namn: &str| falt.get(namn).and_then(Value::as_str).map(str::to_owned);
    Some((text("id")?, falt.get("varde")?.clone(), text("enhet")?, text("status")?))
}

/// Adds up every column of a table with a row for each region and a total; how many.
fn summor(dokument: &str, tabell: &Map<String, Value>) -> usize {
    let lista = |falt: &Map<String, Value>, namn: &str| -> Vec<Value> {
        falt.get(namn).and_then(Value::as_array).cloned().unwrap_or_default()
    };
    let rader = lista(tabell, "rader");
    let regioner: Vec<_> =
        rader.iter().filter(|rad| rad.get("lanskod").is_some_and(Value::is_string)).collect();
    let summan = rader.iter().find(|rad| rad.get("slag").is_some_and(|slag| slag == "summa"));
    let Some(summan) = summan.filter(|_| regioner.len() == Region::alla().len()) else { return 0 };
    let cell = |rad: &Value, kolumn: usize| belopp(rad.pointer(&format!("/celler/{kolumn}"))?);
    let mut antal = 0;
    for kolumn in 0..lista(tabell, "kolumner").len() {
        let delar: Option<Vec<Decimal>> = regioner.iter().map(|rad| cell(rad, kolumn)).collect();
        if let Some((delar, summa)) = delar.zip(cell(summan, kolumn)) {
            let tabell = tabell.get("id").unwrap_or(&Value::Null);
            let rakad: Decimal = delar.into_iter().sum();
            assert!(
                (rakad - summa).abs() <= Decimal::new(1, 10),
                "{dokument}, table {tabell}, column {kolumn} does not add up: {rakad} is not {summa}"
            );
            antal += 1;
        }
    }
    antal
}

/// What can be added: whole numbers, and kronor also when they are not whole, which stand with twelve
/// decimals: a sum of 21 may miss by the tenth. Shares and means cannot.
fn belopp(cell: &Value) -> Option<Decimal> {
    match cell.get("varde")? {
        Value::Number(tal) => tal.as_i64().map(Decimal::from),
        Value::String(text) if cell.get("enhet")? == "kr" => text.parse().ok(),
        _ => None,
    }
}

impl Samstammighet {
    /// Compares what the documents were seen to state with the report and with each other.
    ///
    /// # Panics
    /// If anything differs: a bug.
    pub(super) fn ny(report: &Report, korning: &str, sett: &[Iakttaget]) -> Self {
        let mut dokument_per_siffra: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        let mut ganger = 0;
        for ett in sett {
            for siffra in &ett.siffror {
                let (id, ..) = siffra;
                jamfor(report, &ett.dokument, siffra);
                let dokumenten = dokument_per_siffra.entry(id).or_default();
                if dokumenten.last() != Some(&ett.dokument.as_str()) {
                    dokumenten.push(&ett.dokument);
                }
                ganger += 1;
            }
        }
        let i_flera = dokument_per_siffra.values().filter(|dokument| dokument.len() > 1);
        let dokument = |ett: &Iakttaget| Dokument {
            dokument: ett.dokument.clone(),
            siffror: ett.siffror.len(),
            summor: ett.summor,
        };
        Self {
            version: 1,
            korning: korning.to_owned(),
            siffror: dokument_per_siffra.len(),
            ganger,
            i_flera_dokument: i_flera.count(),
            summor: sett.iter().map(|ett| ett.summor).sum(),
            dokument: sett.iter().map(dokument).collect(),
            likheter: likheter(report),
        }
    }
}

fn jamfor(report: &Report, dokument: &str, (id, varde, enhet, status): &Sagd) {
    let trace = &report.trace;
    let funnen =
        trace.find(id).unwrap_or_else(|| panic!("{dokument} states {id}, which nothing computed"));
    let node = trace.node(funnen);
    let raknad = match Varde::av(&node.value) {
        Varde::Heltal(tal) => Value::from(tal),
        Varde::Text(text) => Value::from(text),
    };
    assert_eq!(*varde, raknad, "{dokument} states another {id} than was computed");
    assert_eq!(enhet, node.unit.name(), "{dokument} states {id} in another unit");
    assert_eq!(status, node.status.namn(), "{dokument} states {id} with another status");
}

fn likheter(report: &Report) -> Vec<Likhet> {
    let likhet = |likhet: &Equality| {
        let Equality { text, left: vanster, right: hoger } = likhet.clone();
        let varde = |namn: &str| {
            let id = report.trace.find(namn).unwrap_or_else(|| panic!("there is no {namn}"));
            report.trace.node(id).value.clone()
        };
        let (ena, andra) = (varde(&vanster), varde(&hoger));
        assert_eq!(ena, andra, "{text}: {vanster} is not {hoger}");
        Likhet { text, vanster, hoger, varde: Varde::av(&ena) }
    };
    report.likheter().map(likhet).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn tabell(belopp: impl Fn(usize) -> i64, summa: i64) -> Value {
        let cell = |kr: i64| json!({ "varde": kr });
        let mut rader: Vec<_> = (0..21)
            .map(|plats| json!({ "lanskod": "x", "slag": "rad", "celler": [cell(belopp(plats))] }))
            .collect();
        rader.push(json!({ "lanskod": null, "slag": "summa", "celler": [cell(summa)] }));
        json!({ "id": "t", "kolumner": [{}], "rader": rader })
    }

    #[test]
    fn a_total_is_the_sum_of_its_regions() {
        assert_eq!(Iakttaget::i("a", &tabell(|_| 2, 42)).summor, 1);
    }

    #[test]
    #[should_panic(expected = "does not add up")]
    fn a_total_that_is_not_is_a_bug() {
        Iakttaget::i("a", &tabell(|_| 2, 43));
    }

    #[test]
    fn kronor_are_added_also_when_they_are_not_whole() {
        let text = tabell(|_| 2, 42).to_string();
        let i_kronor = |summa: &str| {
            let text = text.replace(r#""varde":2}"#, r#""varde":"2.5","enhet":"kr"}"#);
            let text =
                text.replace(r#""varde":42}"#, &format!(r#""varde":"{summa}","enhet":"kr"}}"#));
            assert!(text.contains("2.5") && text.contains(summa), "{text}");
            Iakttaget::i("a", &text.parse().expect("JSON")).summor
        };
        assert_eq!(i_kronor("52.5"), 1);
        let fel = std::panic::catch_unwind(|| i_kronor("52.4"));
        assert!(fel.is_err(), "a total that is a tenth too low passed");
    }

    #[test]
    #[should_panic(expected = "which nothing computed")]
    fn a_figure_that_was_not_computed_is_a_bug() {
        let json = json!({ "id": "x", "varde": 1, "enhet": "kr", "status": "fastställd" });
        let sett = [Iakttaget::i("a", &json)];
        Samstammighet::ny(&Report::new(), "", &sett);
    }
}
