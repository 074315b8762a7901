//! Every path a template names exists in its document's schema. Tera takes a missing name in a
//! condition for false without a word, and a sample may have what another document does not.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::language::{Piece, definition, named, pieces};
use super::templates::templates;
use super::typst::{EACH, Path, each, fields};
use super::{Kind, kinds};

/// What a template does with what it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    /// It prints it.
    Prints,
    /// It asks for it, or goes through it.
    Asks,
    /// It hands it to a component.
    Passes,
    /// It leaves it to Typst.
    Typst,
}

/// A path, where it is named and what for.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) place: String,
    pub(crate) path: Path,
    pub(crate) used: Use,
}

/// Pieces of a template, with their lines.
type Pieces = Vec<(usize, Piece<'static>)>;

/// A component: its parameters and what is within it.
struct Component {
    parameters: Vec<&'static str>,
    body: Pieces,
}

/// A template taken apart: what stands outside its components, and these by name.
fn taken_apart(text: &'static str) -> (Pieces, Vec<(&'static str, Component)>) {
    let (mut outside, mut components) = (Pieces::new(), Vec::<(_, Component)>::new());
    let mut open = false;
    for (line, piece) in pieces(text) {
        let tag = if let Piece::Tag(tag) = piece { tag.inside() } else { "" };
        if let Some((name, parameters)) = definition(tag) {
            components.push((name, Component { parameters, body: Pieces::new() }));
            open = true;
        } else if tag.starts_with("endcomponent") {
            open = false;
        } else if let (true, Some((_, component))) = (open, components.last_mut()) {
            component.body.push((line, piece));
        } else {
            outside.push((line, piece));
        }
    }
    (outside, components)
}

/// What names stand for in a place: a path, or nothing that can be followed.
#[derive(Default)]
struct Scope {
    locals: Vec<(String, Option<Path>)>,
    /// A component knows nothing but its parameters.
    component: bool,
}

impl Scope {
    /// Where a name leads, if it can be followed.
    fn path(&self, place: &str, name: &str) -> Option<Path> {
        let mut parts = name.split('.').map(str::to_owned);
        let first = parts.next().expect("a name");
        let mut path = match self.locals.iter().rev().find(|(local, _)| *local == first) {
            Some((_, Some(path))) => path.clone(),
            Some((_, None)) => {
                assert_eq!(parts.next(), None, "{place}: {first} has no fields");
                return None;
            }
            None => {
                assert!(!self.component, "{place}: {first} is no parameter");
                vec![first]
            }
        };
        path.extend(parts);
        Some(path)
    }
}

/// A document's template with all that it includes and uses.
pub(crate) struct Walk {
    templates: BTreeMap<String, Pieces>,
    /// By name, with the template each stands in.
    components: BTreeMap<&'static str, (String, Component)>,
    pub(crate) found: Vec<Found>,
    read: BTreeSet<String>,
    /// Its Typst in order, and where each part of it stands.
    typst: String,
    places: Vec<(usize, String)>,
}

impl Walk {
    /// Through a document's template to its end.
    pub(crate) fn through(kind: Kind) -> Self {
        let mut walk = Self {
            templates: BTreeMap::new(),
            components: BTreeMap::new(),
            found: Vec::new(),
            read: BTreeSet::new(),
            typst: String::new(),
            places: Vec::new(),
        };
        for (name, text) in templates() {
            let (outside, components) = taken_apart(text);
            let components = components.into_iter();
            walk.components.extend(components.map(|(own, parts)| (own, (name.clone(), parts))));
            walk.templates.insert(name, outside);
        }
        walk.template(kind.template, &mut Scope::default());
        for (offset, path) in fields(&walk.typst) {
            let before = walk.places.partition_point(|(from, _)| *from <= offset);
            let (_, place) = walk.places.get(before - 1).expect("it stands somewhere");
            walk.found.push(Found { place: place.clone(), path, used: Use::Typst });
        }
        walk
    }

    fn template(&mut self, name: &str, scope: &mut Scope) {
        let pieces = self.templates.get(name);
        let pieces = pieces.unwrap_or_else(|| panic!("there is no template {name}")).clone();
        self.pieces(name, &pieces, scope);
    }

    fn pieces(&mut self, name: &str, pieces: &Pieces, scope: &mut Scope) {
        self.read.insert(name.to_owned());
        let outside = scope.locals.len();
        for (line, piece) in pieces {
            let place = format!("{name}:{line}");
            match piece {
                Piece::Comment(_) => {}
                Piece::Print(tag) => self.expression(&place, tag.inside(), scope, Use::Prints),
                Piece::Typst(text) => {
                    self.places.push((self.typst.len(), place));
                    self.typst.push_str(text);
                }
                Piece::Tag(tag) => self.tag(&place, tag.inside(), scope),
            }
        }
        assert_eq!(scope.locals.len(), outside, "{name}: every loop ends");
    }

    fn tag(&mut self, place: &str, tag: &str, scope: &mut Scope) {
        let (word, rest) = tag.split_once(' ').unwrap_or((tag, ""));
        match word {
            "if" | "elif" => self.expression(place, rest, scope, Use::Asks),
            "for" => {
                let (one, over) = rest.split_once(" in ").expect("for … in …");
                let path = scope.path(place, over.trim());
                let path = path.unwrap_or_else(|| panic!("{place}: {over} is no list"));
                self.add(place, path.clone(), Use::Asks);
                scope.locals.push((one.trim().to_owned(), Some(each(path))));
            }
            "endfor" => {
                scope.locals.pop().expect("a loop");
            }
            "include" => self.template(rest.trim_matches('"'), scope),
            "else" | "endif" => {}
            // A component around what follows, which its own template prints as its body.
            opens if opens.starts_with('<') && !opens.starts_with("</") => {
                self.expression(place, tag, scope, Use::Passes);
            }
            closes if closes.starts_with("</") => {}
            other => panic!("{place}: {other} is new here"),
        }
    }

    fn expression(&mut self, place: &str, text: &str, scope: &Scope, used: Use) {
        let named = named(text);
        for name in named.paths {
            // Which one of a list it is: Tera's own, and only within a loop.
            if name.starts_with("loop.") {
                assert!(!scope.locals.is_empty(), "{place}: there is no loop");
            } else if let Some(path) = scope.path(place, name) {
                self.add(place, path, used);
            }
        }
        let Some(component) = named.component else { return };
        let own = self.components.get(component);
        let (template, own) = own.unwrap_or_else(|| panic!("{place}: there is no {component}"));
        let (template, body) = (template.clone(), own.body.clone());
        let mut inside = Scope { locals: Vec::new(), component: true };
        inside.locals.push(("body".to_owned(), None));
        inside.locals.extend(own.parameters.iter().map(|name| ((*name).to_owned(), None)));
        for (argument, name) in named.arguments {
            let path = name.and_then(|name| scope.path(place, name));
            if let Some(path) = &path {
                self.add(place, path.clone(), Use::Passes);
            }
            inside.locals.push((argument.to_owned(), path));
        }
        self.pieces(&template, &body, &mut inside);
    }

    fn add(&mut self, place: &str, path: Path, used: Use) {
        self.found.push(Found { place: place.to_owned(), path, used });
    }
}

/// The schemas at the end of a path: several where a value may be of several kinds.
pub(crate) fn in_schema<'a>(root: &'a Value, here: &'a Value, path: &[String]) -> Vec<&'a Value> {
    if let Some(name) = here.get("$ref").and_then(Value::as_str) {
        let there = root.pointer(name.trim_start_matches('#')).expect("what is referred to");
        return in_schema(root, there, path);
    }
    let kinds = ["anyOf", "oneOf", "allOf"].iter().filter_map(|kind| here.get(kind)?.as_array());
    let kinds: Vec<_> = kinds.flatten().flat_map(|one| in_schema(root, one, path)).collect();
    if !kinds.is_empty() {
        return kinds;
    }
    let Some((first, rest)) = path.split_first() else { return vec![here] };
    let under = match first.as_str() {
        EACH => here.get("items"),
        field => {
            let named = here.get("properties").and_then(|fields| fields.get(field));
            named.or_else(|| here.get("additionalProperties").filter(|any| any.is_object()))
        }
    };
    under.map_or_else(Vec::new, |under| in_schema(root, under, rest))
}

#[test]
fn every_path_a_template_names_is_in_the_schema() {
    let (mut read, mut count) = (BTreeSet::new(), 0);
    for kind in kinds() {
        let schema = (kind.schema)().to_value();
        let walk = Walk::through(kind);
        for Found { place, path, .. } in &walk.found {
            let there = !in_schema(&schema, &schema, path).is_empty();
            assert!(there, "{place}: {} has no {}", kind.id, path.join("."));
        }
        assert!(!walk.found.is_empty(), "{} prints nothing of its data", kind.id);
        count += walk.found.len();
        read.extend(walk.read);
    }
    assert!(count > 1_000, "{count} paths");
    let all: BTreeSet<_> = templates().into_iter().map(|(name, _)| name).collect();
    assert_eq!(read, all, "every template is reached from a document");
}

/// The paths of a document's template.
fn paths_of(id: &str) -> BTreeSet<String> {
    let kind = kinds().find(|kind| kind.id == id).expect("a document");
    Walk::through(kind).found.into_iter().map(|found| found.path.join(".")).collect()
}

/// The walk finds what it should, and misses what is not there.
#[test]
fn paths_are_found_in_loops_conditions_and_typst() {
    let circular = kinds().find(|kind| kind.id == "cirkular");
    let schema = (circular.expect("the circular").schema)().to_value();
    let found = paths_of("cirkular");
    for there in [
        "solidariskt.trappa.[].till",
        "solidariskt.over_medel.namn.[]",
        "kontakter.[].e_post",
        "behovsmodell.grupper",
        "utgivare.namn",
        "solidariskt.sjukdomar",
        "register.handlaggare",
    ] {
        assert!(found.contains(there), "{there} not in {found:?}");
    }
    for missing in
        ["kontakter.namn", "solidariskt.trappa.[].slut", "ar.text", "huvud.underlag.[].[]"]
    {
        let path: Path = missing.split('.').map(str::to_owned).collect();
        assert!(in_schema(&schema, &schema, &path).is_empty(), "{missing}");
    }
}

/// What Typst calls by a name of its own is followed to where it stands in the JSON.
#[test]
fn paths_are_followed_through_names_that_typst_gives() {
    let found = paths_of("regleringsbrev-samlat");
    for there in [
        "brev.anslagsposter",
        "brev.bilagor.[].avtal.avtalsar",
        "bilagor.[].tabell",
        "bilagor.[].betalningstabell",
        "bilagor.[].justeringar.[].slag",
        "bilagor.[].beslut.utkast",
    ] {
        assert!(found.contains(there), "{there} not in {found:?}");
    }
    assert!(!found.iter().any(|path| path.starts_with("bilaga.")), "{found:?}");
}

/// Filters can hide a hole or undo the escaping, and tests are conditions that the data should state.
#[test]
fn templates_use_no_filters_and_no_tests() {
    for (template, text) in templates() {
        for (line, piece) in pieces(text) {
            let expression = match piece {
                Piece::Print(tag) => tag.inside(),
                Piece::Tag(tag) if definition(tag.inside()).is_none() => {
                    tag.inside().split_once(' ').map_or("", |(_, rest)| rest)
                }
                _ => continue,
            };
            let named = named(expression);
            assert!(named.filters.is_empty(), "{template}:{line}: {:?}", named.filters);
            assert!(named.tests.is_empty(), "{template}:{line}: {:?}", named.tests);
        }
    }
}
