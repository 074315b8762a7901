//! Every path a template names exists in its document's schema. Tera takes a missing name in a
//! condition for false without a word, and a sample may have what real documents do not.

use std::collections::BTreeSet;

use serde_json::Value;
use statsbidrag::documents::{DOCUMENTS, Document};

use super::mallar::mallar;
use super::mallsprak::{Del, component, delar, namn};

/// A place in a document's schema: fields by name, `[]` for what an array holds.
pub(crate) type Vag = Vec<String>;

const INNEHALL: &str = "[]";

/// What a component was given that is no path: a text.
const TEXT: &str = "\"";

/// A name and what it stands for.
type Namn = (String, Vag);

/// What a template does with what it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bruk {
    /// It prints it.
    Skriver,
    /// It asks for it, or goes through it.
    Fragar,
    /// It leaves it to Typst.
    Typst,
}

/// The paths a template and what it includes name, with where they are named.
pub(crate) struct Samlare {
    mallar: Vec<(String, &'static str)>,
    pub(crate) funna: Vec<(String, Vag, Bruk)>,
    lasta: BTreeSet<String>,
    /// What Typst's own names stand for: `data`, and what `#let` names.
    typst: Vec<Namn>,
}

impl Samlare {
    fn mall(&mut self, mall: &str, lokala: &mut Vec<Namn>) {
        let hittad = self.mallar.iter().find(|(namn, _)| namn == mall);
        let text = hittad.unwrap_or_else(|| panic!("there is no template {mall}")).1;
        self.lasta.insert(mall.to_owned());
        let defined = delar(text);
        let first = defined.iter().position(|(_, del)| defines(*del).is_some());
        let (own, _) = defined.split_at(first.unwrap_or(defined.len()));
        self.pieces(mall, own, lokala);
    }

    fn pieces(&mut self, mall: &str, pieces: &[(usize, Del<'static>)], lokala: &mut Vec<Namn>) {
        let utanfor = lokala.len();
        for (rad, del) in pieces {
            let plats = format!("{mall}:{rad}");
            match *del {
                Del::Kommentar => {}
                Del::Uttryck(uttryck) => self.uttryck(&plats, uttryck, lokala, Bruk::Skriver),
                Del::Text(typst) => {
                    self.nya_namn(typst);
                    self.typst(&plats, typst, &self.typst.clone());
                }
                Del::Tagg(tagg) => self.tagg(&plats, tagg, lokala),
            }
        }
        assert_eq!(lokala.len(), utanfor, "{mall}: every loop ends");
    }

    fn tagg(&mut self, plats: &str, tagg: &str, lokala: &mut Vec<Namn>) {
        let (ord, resten) = tagg.split_once(' ').unwrap_or((tagg, ""));
        match ord {
            "if" | "elif" => self.uttryck(plats, resten, lokala, Bruk::Fragar),
            "for" => {
                let (en, over) = resten.split_once(" in ").expect("for … in …");
                let over = los_upp(over.trim(), lokala);
                self.funna.push((plats.to_owned(), over.clone(), Bruk::Fragar));
                lokala.push((en.trim().to_owned(), inuti(over)));
            }
            "endfor" => {
                lokala.pop().expect("a loop");
            }
            "include" => self.mall(resten.trim_matches('"'), lokala),
            "else" | "endif" => {}
            annat => panic!("{plats}: {annat} is new here"),
        }
    }

    /// A component's own lines, with what it was given by the names it has for it.
    fn component(&mut self, plats: &str, used: &str, lokala: &[Namn]) {
        let used = component(used).expect("a component");
        let found = self.mallar.iter().find_map(|(mall, text)| {
            let pieces = delar(text);
            let begins = pieces.iter().position(|(_, del)| defines(*del) == Some(used.name))?;
            let inside = pieces.into_iter().skip(begins);
            let ends =
                |del: &Del<'_>| matches!(del, Del::Tagg(tag) if tag.starts_with("endcomponent"));
            Some((mall.clone(), inside.take_while(|(_, del)| !ends(del)).collect::<Vec<_>>()))
        });
        let (mall, pieces) = found.unwrap_or_else(|| panic!("{plats}: no component {}", used.name));
        let ((_, head), body) = pieces.split_first().expect("it begins");
        let Del::Tagg(head) = head else { panic!("{head:?} begins it") };
        let mut inside = Vec::new();
        for (name, _) in component(head).expect("a component").arguments {
            let given = used.arguments.iter().find(|(given, _)| *given == name);
            let path = match given.and_then(|(_, path)| *path) {
                Some(path) => {
                    let path = los_upp(path, lokala);
                    self.funna.push((plats.to_owned(), path.clone(), Bruk::Fragar));
                    path
                }
                None => vec![TEXT.to_owned()],
            };
            inside.push((name.to_owned(), path));
        }
        self.lasta.insert(mall.clone());
        self.pieces(&mall, body, &mut inside);
    }

    fn uttryck(&mut self, plats: &str, uttryck: &str, lokala: &[Namn], bruk: Bruk) {
        if uttryck.starts_with('<') {
            return self.component(plats, uttryck, lokala);
        }
        for vag in namn(uttryck).vagar {
            // Which one of a list it is: Tera's own, and only within a loop.
            if vag.starts_with("loop.") {
                assert!(!lokala.is_empty(), "{plats}: there is no loop");
                continue;
            }
            let vag = los_upp(&vag, lokala);
            if vag.first().is_none_or(|first| first != TEXT) {
                self.funna.push((plats.to_owned(), vag, bruk));
            }
        }
    }

    /// Notes what `#let x = data.a.b` names, and `#let x = data.a.at(…)`: one of what it holds.
    fn nya_namn(&mut self, typst: &str) {
        let nya = typst.split("#let ").skip(1).filter_map(|nytt| nytt.split_once(" = data."));
        for (namn, vag) in nya {
            let slut = vag.find(|tecken: char| !tecken.is_alphanumeric() && !"_.".contains(tecken));
            let (vag, _) = vag.split_at(slut.unwrap_or(vag.len()));
            let mut vag: Vag = vag.split('.').map(str::to_owned).collect();
            if vag.last().is_some_and(|sista| sista == "at") {
                vag.pop();
                vag = inuti(vag);
            }
            self.typst.retain(|(kant, _)| kant != namn);
            self.typst.push((namn.to_owned(), vag));
        }
    }

    /// Finds `data.a.b` in Typst, and `x.c` in what `data.a.map(x => …)` does with each.
    fn typst(&mut self, plats: &str, typst: &str, kanda: &[Namn]) {
        let i_ord = |tecken: char| tecken.is_alphanumeric() || matches!(tecken, '_' | '-' | '.');
        let mut kvar = typst;
        while let Some(borjan) = kvar.find(i_ord) {
            let (fore, fran) = kvar.split_at(borjan);
            let (ord, efter) =
                fran.split_at(fran.find(|tecken| !i_ord(tecken)).unwrap_or(fran.len()));
            kvar = efter;
            let mut delar: Vec<_> = ord.trim_end_matches('.').split('.').collect();
            let forst = delar.first().copied().unwrap_or_default();
            let Some((_, rot)) = kanda.iter().find(|(namn, _)| namn == forst) else { continue };
            // A file's path is not a field's.
            if delar.len() == 1 || fore.ends_with('/') {
                continue;
            }
            let metod = if efter.starts_with('(') { delar.pop() } else { None };
            let falt = delar.iter().skip(1).map(|del| (*del).to_owned());
            let vag: Vag = rot.iter().cloned().chain(falt).collect();
            self.funna.push((plats.to_owned(), vag.clone(), Bruk::Typst));
            if let Some((en, kropp)) = metod.and_then(|_| efter.split_at(1).1.split_once("=>"))
                && metod.is_some_and(|metod| ["map", "any"].contains(&metod))
                && en.trim().chars().all(char::is_alphanumeric)
            {
                let mut kanda = kanda.to_vec();
                kanda.push((en.trim().to_owned(), inuti(vag)));
                self.typst(plats, till_slutet(kropp), &kanda);
            }
        }
    }
}

/// The component that a tag defines.
fn defines(del: Del<'static>) -> Option<&'static str> {
    let Del::Tagg(tag) = del else { return None };
    component(tag).map(|one| one.name)
}

fn inuti(mut vag: Vag) -> Vag {
    vag.push(INNEHALL.to_owned());
    vag
}

fn los_upp(text: &str, lokala: &[Namn]) -> Vag {
    let mut delar = text.split('.').map(str::to_owned);
    let forst = delar.next().expect("a name");
    let rot = lokala.iter().rev().find(|(namn, _)| *namn == forst);
    rot.map_or_else(|| vec![forst.clone()], |(_, vag)| vag.clone())
        .into_iter()
        .chain(delar)
        .collect()
}

/// Up to the parenthesis that closes what is open.
fn till_slutet(text: &str) -> &str {
    let mut djup = 1_i32;
    let slut = text.find(|tecken| {
        djup += match tecken {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        djup == 0
    });
    text.split_at(slut.expect("the parenthesis closes")).0
}

/// The schemas at the end of a path: several where a value may be of several kinds.
pub(crate) fn i_schemat<'a>(rot: &'a Value, har: &'a Value, vag: &[String]) -> Vec<&'a Value> {
    if let Some(namn) = har.get("$ref").and_then(Value::as_str) {
        let mal = rot.pointer(namn.trim_start_matches('#')).expect("what is referred to");
        return i_schemat(rot, mal, vag);
    }
    let val = ["anyOf", "oneOf", "allOf"].iter().filter_map(|val| har.get(val)?.as_array());
    let val: Vec<_> = val.flatten().flat_map(|ett| i_schemat(rot, ett, vag)).collect();
    if !val.is_empty() {
        return val;
    }
    let Some((forst, resten)) = vag.split_first() else { return vec![har] };
    let under = match forst.as_str() {
        INNEHALL => har.get("items"),
        falt => har.get("properties").and_then(|falten| falten.get(falt)),
    };
    under.map_or_else(Vec::new, |under| i_schemat(rot, under, resten))
}

pub(crate) fn samla(dokument: &Document) -> Samlare {
    let mut samlare = Samlare {
        mallar: mallar(),
        funna: Vec::new(),
        lasta: BTreeSet::new(),
        typst: vec![("data".to_owned(), Vag::new())],
    };
    samlare.mall(dokument.mall, &mut Vec::new());
    samlare
}

#[test]
fn every_path_a_template_names_is_in_the_schema() {
    let mut lasta = BTreeSet::new();
    for dokument in DOCUMENTS {
        let schema = (dokument.schema)().to_value();
        let samlare = samla(dokument);
        for (plats, vag, _) in &samlare.funna {
            let finns = !i_schemat(&schema, &schema, vag).is_empty();
            assert!(finns, "{plats}: {} has no {}", dokument.id, vag.join("."));
        }
        assert!(samlare.funna.len() > 30, "{}: {}", dokument.id, samlare.funna.len());
        lasta.extend(samlare.lasta);
    }
    let alla: BTreeSet<_> = mallar().into_iter().map(|(namn, _)| namn).collect();
    assert_eq!(lasta, alla, "every template is reached from a document");
}

/// The walk finds what it should, and misses what is not there.
#[test]
fn paths_are_found_in_loops_conditions_and_typst() {
    let cirkular = DOCUMENTS.iter().find(|kant| kant.id == "cirkular").expect("the circular");
    let schema = (cirkular.schema)().to_value();
    let funna: BTreeSet<_> =
        samla(cirkular).funna.into_iter().map(|(_, vag, _)| vag.join(".")).collect();
    for vantad in [
        "solidariskt.trappa.[].till",
        "solidariskt.over_medel.namn.[]",
        "kontakter.[].e_post",
        "behovsmodell.grupper.[].uppdelning",
        "utgivare.namn",
        "solidariskt.sjukdomar",
        "register.handlaggare",
    ] {
        assert!(funna.contains(vantad), "{vantad} not in {funna:?}");
    }
    for saknad in
        ["kontakter.namn", "solidariskt.trappa.[].slut", "ar.text", "huvud.underlag.[].[]"]
    {
        let vag: Vag = saknad.split('.').map(str::to_owned).collect();
        assert!(i_schemat(&schema, &schema, &vag).is_empty(), "{saknad}");
    }
}

/// What Typst calls by a name of its own is followed to where it stands in the JSON.
#[test]
fn paths_are_followed_through_names_that_typst_gives() {
    let samlat = DOCUMENTS.iter().find(|kant| kant.id == "regleringsbrev-samlat");
    let samlat = samlat.expect("the letter with its annexes");
    let funna: BTreeSet<_> =
        samla(samlat).funna.into_iter().map(|(_, vag, _)| vag.join(".")).collect();
    for vantad in [
        "brev.anslagsposter",
        "brev.bilagor.[].avtal.avtalsar",
        "bilagor.[].tabell",
        "bilagor.[].betalningar.[].dag.iso",
        "bilagor.[].justeringar.[].slag",
        "bilagor.[].beslut.utkast",
    ] {
        assert!(funna.contains(vantad), "{vantad} not in {funna:?}");
    }
    assert!(!funna.iter().any(|vag| vag.starts_with("bilaga.")), "{funna:?}");
}

/// Filters can hide a hole or undo the escaping; of the rest, those in use are few and known.
#[test]
fn templates_use_no_filters_and_one_test() {
    let mut prov = BTreeSet::new();
    for (mall, text) in mallar() {
        for (rad, del) in delar(text) {
            let (Del::Uttryck(uttryck) | Del::Tagg(uttryck)) = del else { continue };
            if component(uttryck).is_some() {
                continue;
            }
            let namngivet = namn(uttryck);
            assert!(namngivet.filter.is_empty(), "{mall}:{rad}: {:?}", namngivet.filter);
            prov.extend(namngivet.prov);
        }
    }
    assert_eq!(prov.into_iter().collect::<Vec<_>>(), ["containing"]);
}
