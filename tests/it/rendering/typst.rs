//! Typst source as Typst's own parser reads it: what of it somebody reads, and which fields of a document
//! it names. Knows Typst's syntax tree, no template and no document.

use typst::syntax::{LinkedNode, SyntaxKind, SyntaxMode, SyntaxNode, parse};

/// A place in a document: fields by name, [`EACH`] for what a list holds.
pub(crate) type Path = Vec<String>;

/// One of what a list holds.
pub(crate) const EACH: &str = "[]";

/// Each of what lies at a path.
pub(crate) fn each(mut path: Path) -> Path {
    path.push(EACH.to_owned());
    path
}

/// What reads the document: the only JSON a template can see.
const DOCUMENT: &str = "json";

fn parsed(source: &str) -> SyntaxNode {
    let root = parse(source);
    let (errors, _) = root.errors_and_warnings();
    assert!(errors.is_empty(), "{errors:?} in {source}");
    root
}

/// What of a Typst text is read by someone.
#[derive(Debug, Default)]
pub(crate) struct Readable {
    /// Markup, with line ends as they are.
    pub(crate) prose: String,
    /// String literals, without their quotes.
    pub(crate) strings: Vec<String>,
}

/// The markup, and the string literals in the code.
pub(crate) fn readable(source: &str) -> Readable {
    let root = parsed(source);
    let mut readable = Readable::default();
    read(&LinkedNode::new(&root), &mut readable);
    readable
}

fn read(node: &LinkedNode<'_>, readable: &mut Readable) {
    use SyntaxKind::{BlockComment, Equation, Hash, Ident, LineComment, Raw, Semicolon, Str};
    match node.kind() {
        LineComment | BlockComment | Hash | Semicolon => {}
        Ident if node.prev_sibling_kind() == Some(Hash) => {}
        Raw | Equation => panic!("no template uses {}", node.full_text()),
        Str => readable.strings.push(node.leaf_text().trim_matches('"').to_owned()),
        _ if node.children().len() > 0 => node.children().for_each(|child| read(&child, readable)),
        _ if node.parent_mode() == Some(SyntaxMode::Markup) => {
            readable.prose.push_str(node.leaf_text());
        }
        _ => {}
    }
}

/// Every field of the document that a Typst text names, with where: what it calls by names of its own, and
/// what it does with each of a list, too.
pub(crate) fn fields(source: &str) -> Vec<(usize, Path)> {
    let root = parsed(source);
    let mut fields = Fields { found: Vec::new(), names: Vec::new() };
    fields.walk(&LinkedNode::new(&root));
    fields.found
}

struct Fields {
    found: Vec<(usize, Path)>,
    /// What names stand for; nothing if it is not of the document.
    names: Vec<(String, Option<Path>)>,
}

/// The parts of a node that are code.
fn code<'a>(node: &LinkedNode<'a>) -> Vec<LinkedNode<'a>> {
    node.children().filter(|child| !child.kind().is_trivia()).collect()
}

impl Fields {
    fn walk(&mut self, node: &LinkedNode<'_>) {
        let parts = code(node);
        match node.kind() {
            SyntaxKind::FieldAccess if self.path(node).is_some() => {
                let path = self.path(node).expect("it is of the document");
                self.found.push((node.offset(), path));
            }
            SyntaxKind::FuncCall => self.call(&parts),
            SyntaxKind::LetBinding | SyntaxKind::ForLoop => {
                let one = node.kind() == SyntaxKind::ForLoop;
                let names = self.names.len();
                for part in &parts {
                    self.walk(part);
                    // What is named comes second, and what it stands for after `=` or `in`.
                    let sign = part.prev_sibling_kind();
                    if matches!(sign, Some(SyntaxKind::Eq | SyntaxKind::In)) {
                        let path = self.path(part).map(|path| if one { each(path) } else { path });
                        self.name(parts.get(1), path);
                    }
                }
                if one {
                    self.names.truncate(names);
                }
            }
            _ => parts.iter().for_each(|part| self.walk(part)),
        }
    }

    fn name(&mut self, node: Option<&LinkedNode<'_>>, path: Option<Path>) {
        if let Some(node) = node.filter(|node| node.kind() == SyntaxKind::Ident) {
            self.names.push((node.leaf_text().to_string(), path));
        }
    }

    /// A call: of something of the document, where a function of one parameter is given each of it; or of
    /// anything else.
    fn call(&mut self, parts: &[LinkedNode<'_>]) {
        let [function, arguments @ ..] = parts else { return };
        let called = code(function);
        let of = called.first().filter(|_| function.kind() == SyntaxKind::FieldAccess);
        let of_each = of.and_then(|of| self.path(of)).map(each);
        match of.filter(|_| of_each.is_some()) {
            Some(of) => self.walk(of),
            None => self.walk(function),
        }
        let names = self.names.len();
        let given = arguments.iter().flat_map(code);
        for closure in given.filter(|part| part.kind() == SyntaxKind::Closure) {
            let parameters = code(&closure).first().map(code).unwrap_or_default();
            let own: Vec<_> =
                parameters.iter().filter(|part| part.kind() == SyntaxKind::Ident).collect();
            match own.as_slice() {
                [one] => self.name(Some(one), of_each.clone()),
                _ => own.iter().for_each(|one| self.name(Some(one), None)),
            }
        }
        for part in arguments {
            self.walk(part);
        }
        self.names.truncate(names);
    }

    /// Where in the document an expression lies, if it does.
    fn path(&self, node: &LinkedNode<'_>) -> Option<Path> {
        let parts = code(node);
        match node.kind() {
            SyntaxKind::Ident => {
                let own = |(name, _): &&(String, Option<Path>)| *name == node.leaf_text().as_str();
                self.names.iter().rev().find(own)?.1.clone()
            }
            SyntaxKind::FieldAccess => {
                let mut path = self.path(parts.first()?)?;
                path.push(parts.last()?.leaf_text().to_string());
                Some(path)
            }
            SyntaxKind::FuncCall if parts.first()?.leaf_text() == DOCUMENT => Some(Path::new()),
            SyntaxKind::FuncCall => {
                let called = code(parts.first()?);
                let method = called.last()?.leaf_text();
                let one = ["at", "first", "last"].contains(&method.as_str());
                self.path(called.first().filter(|_| one)?).map(each)
            }
            _ => None,
        }
    }
}

#[test]
fn what_is_read_is_told_from_code() {
    let own = readable("= A\n#f(1, \"g\")[h #i 2] // 3\n#let j = 4\n#if k [l] else [m]\n\\u{35}");
    assert_eq!(own.strings, ["g"]);
    let prose: String = own.prose.split_whitespace().collect();
    assert_eq!(prose, "=Ah2lm\\u{35}");
}

#[test]
fn fields_are_found_through_names_and_functions() {
    let source = "#let data = json(\"/data.json\")\n#let x = data.a.b\n#f(x.c, data.d.map(y => y.e))\n#for z in data.g { z.h }\n\
                  #data.i.at(0).j #k.l #\"data.m\" #for y in (1,) { y.n }";
    let found: Vec<_> = fields(source).into_iter().map(|(_, path)| path.join(".")).collect();
    assert_eq!(found, ["a.b", "a.b.c", "d", "d.[].e", "g", "g.[].h", "i.[].j"]);
}
