//! Open data of a whole year: every figure the documents state as one table for programs, with what describes it: a
//! Frictionless data package and a DCAT-AP-SE record. The regions have the codes and names of Statistics Sweden (SCB).
//! Described in `docs/oppna-data.md`.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::consistency::{Observed, Stated};
use crate::contract::{beslut, regleringsbrev};
use crate::documents::{self, issuers};
use crate::manifest::Checksum;
use crate::output::Files;
use crate::region::Region;
use crate::report::{Report, separated, to_json};

/// The folder, within the set.
pub(super) const FOLDER: &str = "oppna-data";

/// The whole country, as SCB codes it and as figures are named.
const COUNTRY: (&str, &str, &str) = ("00", "Riket", "riket");

/// The unit of a figure that is a day.
const DAY: &str = "datum";

/// The columns of the figures: name, kind, and what stands there.
const FIGURES: [(&str, &str, &str); 11] = [
    ("id", "string", "Siffrans namn, det som explain tar"),
    ("ar", "integer", "Bidragsåret"),
    ("bidrag", "string", "Bidraget som siffran hör till"),
    ("lanskod", "string", "Länskod enligt SCB, 00 för riket; tom för andra mottagare"),
    ("region", "string", "Regionens namn"),
    (
        "mottagare",
        "string",
        "Koden för en mottagare som inte är en region, som beslutet skriver den",
    ),
    ("siffra", "string", "Vad siffran är, inom bidraget"),
    ("varde", "number", "Värdet med högst tolv decimaler och decimalpunkt"),
    ("enhet", "string", "Enheten: kr, kr/inv, inv, andel, antal och andra"),
    ("status", "string", "Det svagaste av underlagets status"),
    ("beslut", "string", "beslutad eller utkast, för det som hör till ett beslut; annars tom"),
];

/// The grants whose figures belong to a decision.
const DECIDED: [&str; 2] = [regleringsbrev::GRANT, beslut::GRANT];

/// The columns of the regions.
const REGIONS: [(&str, &str, &str); 3] = [
    ("lanskod", "string", "Länskod enligt SCB, 00 för riket"),
    ("region", "string", "Kortnamn"),
    ("namn", "string", "Regionens namn"),
];

/// The files of a year's open data, by their names in the set.
pub(super) fn files(report: &Report, year: i32, run: &str, seen: &[Observed]) -> Files {
    // A day is no value.
    let values = seen.iter().flat_map(Observed::stated).filter(|(_, _, unit, _)| unit != DAY);
    let stated: BTreeMap<&str, &Stated> = values.map(|one| (one.0.as_str(), one)).collect();
    let drafts = seen.iter().filter(|one| one.is_draft()).flat_map(Observed::stated);
    let drafts: BTreeSet<&str> = drafts.map(|(id, ..)| id.as_str()).collect();
    let codes = documents::other_recipients(report, year);
    let figures = stated.values().map(|one| figure(one, &codes, &drafts));
    let figures = csv(FIGURES.map(|(name, ..)| name), figures);
    let regions = Region::all().map(|region| {
        [region.county_code(), region.short_name(), region.official_name()].map(str::to_owned)
    });
    let (code, name, _) = COUNTRY;
    let country = [code, name, name].map(str::to_owned);
    let regions = csv(REGIONS.map(|(name, ..)| name), std::iter::once(country).chain(regions));
    let date = seen.iter().filter_map(Observed::date).max().unwrap_or_default();
    let about = About { year, run, date, issuers: issuers(report, year) };
    let package = about.package(&[
        ("siffror", "Siffrorna i årets dokument", &FIGURES[..], &figures, &["id"]),
        ("regioner", "Regionerna", &REGIONS[..], &regions, &["lanskod"]),
    ]);
    let named = |(name, bytes): (&str, Vec<u8>)| (format!("{FOLDER}/{name}"), bytes);
    [
        ("siffror.csv", figures),
        ("regioner.csv", regions),
        ("datapackage.json", to_json(&package)),
        ("dcat.jsonld", to_json(&about.record())),
    ]
    .map(named)
    .into()
}

/// A figure's row. Its name says what it is: grant, year, whose it is, and which.
fn figure(
    (id, value, unit, status): &Stated,
    codes: &BTreeMap<String, String>,
    drafts: &BTreeSet<&str>,
) -> [String; FIGURES.len()] {
    let mut parts = id.splitn(4, '.');
    let [grant, year, whose, which] = [(); 4].map(|()| parts.next().unwrap_or_default());
    let [code, name, other] = recipient(whose, codes);
    let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let decided = match (DECIDED.contains(&grant), drafts.contains(id.as_str())) {
        (true, true) => "utkast",
        (true, false) => "beslutad",
        (false, _) => "",
    };
    [id, year, grant, code, name, other, which, &value, unit, status, decided].map(str::to_owned)
}

/// The länskod and the name of whom a figure is about, and the code of one that is no region.
fn recipient<'a>(whose: &'a str, codes: &'a BTreeMap<String, String>) -> [&'a str; 3] {
    let (code, name, id) = COUNTRY;
    if whose == id {
        return [code, name, ""];
    }
    match Region::all().find(|region| region.id() == whose) {
        Some(region) => [region.county_code(), region.short_name(), ""],
        None => ["", "", codes.get(whose).map_or(whose, String::as_str)],
    }
}

/// A table with commas between its fields.
fn csv<const N: usize>(head: [&str; N], rows: impl Iterator<Item = [String; N]>) -> Vec<u8> {
    separated::table(b',', std::iter::once(head.map(str::to_owned)).chain(rows))
}

/// A table of the package: name, title, columns, bytes and key.
type Resource<'a> = (&'a str, &'a str, &'a [(&'a str, &'a str, &'a str)], &'a [u8], &'a [&'a str]);

/// What the data are of.
struct About<'a> {
    year: i32,
    run: &'a str,
    /// The day of the youngest document.
    date: &'a str,
    issuers: Vec<(String, Option<String>)>,
}

impl About<'_> {
    fn title(&self) -> String {
        format!("Statens bidrag till regionerna {}", self.year)
    }

    fn about(&self) -> String {
        format!(
            "Alla siffror i de dokument som fördelar statens pengar till regionerna för {}, med värde, enhet och status. Siffror med \
             status exempel eller ej bekräftad är inte beslutade, och inte heller det som hör till ett utkast. Gjorda i körning {}.",
            self.year, self.run
        )
    }

    /// The Frictionless data package.
    fn package(&self, tables: &[Resource<'_>]) -> Value {
        let names: BTreeSet<&str> = self.issuers.iter().map(|(name, _)| name.as_str()).collect();
        let contributors: Vec<_> =
            names.iter().map(|name| json!({ "title": name, "role": "publisher" })).collect();
        let resources: Vec<_> = tables.iter().map(resource).collect();
        json!({
            "profile": "tabular-data-package",
            "name": format!("statsbidrag-{}", self.year),
            "id": format!("statsbidrag-{}-{}", self.year, self.run),
            "title": self.title(),
            "description": self.about(),
            "version": self.run,
            "created": format!("{}T00:00:00Z", self.date),
            "contributors": contributors,
            "resources": resources,
        })
    }

    /// The DCAT-AP-SE record: the data set, and the distribution of each form.
    fn record(&self) -> Value {
        let swedish = |text: String| json!({ "@value": text, "@language": "sv" });
        let file = |name: &str, title: &str, kind: &str| {
            json!({
                "@id": name,
                "@type": "dcat:Distribution",
                "dct:title": swedish(title.to_owned()),
                "dcat:accessURL": { "@id": name },
                "dcat:downloadURL": { "@id": name },
                "dcat:mediaType": { "@id": format!("https://www.iana.org/assignments/media-types/{kind}") },
            })
        };
        let publisher = self.issuers.first().map(|(name, number)| {
            json!({ "@type": "foaf:Agent", "foaf:name": name, "dct:identifier": number })
        });
        json!({
            "@context": {
                "dcat": "http://www.w3.org/ns/dcat#",
                "dct": "http://purl.org/dc/terms/",
                "foaf": "http://xmlns.com/foaf/0.1/",
                "xsd": "http://www.w3.org/2001/XMLSchema#",
            },
            "@id": "datapackage.json",
            "@type": "dcat:Dataset",
            "dct:title": swedish(self.title()),
            "dct:description": swedish(self.about()),
            "dct:identifier": format!("statsbidrag-{}-{}", self.year, self.run),
            "dct:issued": { "@value": self.date, "@type": "xsd:date" },
            "dct:publisher": publisher,
            "dct:language": { "@id": "http://publications.europa.eu/resource/authority/language/SWE" },
            "dct:spatial": { "@id": "http://publications.europa.eu/resource/authority/country/SWE" },
            "dct:accrualPeriodicity": {
                "@id": "http://publications.europa.eu/resource/authority/frequency/ANNUAL"
            },
            "dct:temporal": {
                "@type": "dct:PeriodOfTime",
                "dcat:startDate": { "@value": format!("{}-01-01", self.year), "@type": "xsd:date" },
                "dcat:endDate": { "@value": format!("{}-12-31", self.year), "@type": "xsd:date" },
            },
            "dcat:theme": [
                { "@id": "http://publications.europa.eu/resource/authority/data-theme/GOVE" },
                { "@id": "http://publications.europa.eu/resource/authority/data-theme/HEAL" },
            ],
            "dcat:keyword": [
                swedish("statsbidrag".to_owned()),
                swedish("regioner".to_owned()),
                swedish("läkemedelsförmåner".to_owned()),
            ],
            "dcat:distribution": [
                file("siffror.csv", "Siffrorna", "text/csv"),
                file("regioner.csv", "Regionerna", "text/csv"),
            ],
        })
    }
}

fn resource((name, title, columns, bytes, key): &Resource<'_>) -> Value {
    let fields: Vec<_> = columns
        .iter()
        .map(|(name, kind, about)| json!({ "name": name, "type": kind, "description": about }))
        .collect();
    json!({
        "name": name,
        "title": title,
        "path": format!("{name}.csv"),
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": bytes.len(),
        "hash": format!("sha256:{}", Checksum::of(bytes)),
        "dialect": { "delimiter": ",", "lineTerminator": "\r\n", "header": true },
        "schema": { "fields": fields, "primaryKey": key },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figures_name_says_whose_it_is() {
        let row = |id: &str| {
            let stated = (id.to_owned(), json!(5), "kr".to_owned(), "fastställd".to_owned());
            let codes = BTreeMap::from([("f9".to_owned(), "F9".to_owned())]);
            figure(&stated, &codes, &BTreeSet::from(["beslut.2024.f9.x.belopp"])).join("|")
        };
        for (id, said) in [
            (
                "lakemedel.2024.skane.statsbidrag",
                "2024|lakemedel|12|Skåne||statsbidrag|5|kr|fastställd|",
            ),
            (
                "beslut.2024.riket.x.vikt_1",
                "2024|beslut|00|Riket||x.vikt_1|5|kr|fastställd|beslutad",
            ),
            ("beslut.2024.f9.x.belopp", "2024|beslut|||F9|x.belopp|5|kr|fastställd|utkast"),
        ] {
            assert_eq!(row(id), format!("{id}|{said}"));
        }
    }
}
