//! A template taken apart: Tera's tags, the names in them, and what of the rest is prose. Knows the two
//! languages as far as the templates use them, and panics at anything else; knows no document.

use std::iter::Peekable;
use std::str::CharIndices;

/// A piece of a template.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Del<'a> {
    /// Typst.
    Text(&'a str),
    /// `{{ … }}`, without the braces.
    Uttryck(&'a str),
    /// `{% … %}`, without the braces.
    Tagg(&'a str),
    /// `{* … *}`.
    Kommentar,
}

/// A template's pieces, each with the number of the line it begins on.
pub(crate) fn delar(mall: &str) -> Vec<(usize, Del<'_>)> {
    let slag = [("{{", "}}"), ("{%", "%}"), ("{*", "*}")];
    let (mut delar, mut kvar, mut rad) = (Vec::new(), mall, 1);
    let mut lagg = |text: &str, del| {
        delar.push((rad, del));
        rad += text.matches('\n').count();
    };
    while let Some((plats, borjan, slut)) =
        slag.iter().filter_map(|(a, b)| kvar.find(a).map(|plats| (plats, *a, *b))).min()
    {
        let (fore, fran) = kvar.split_at(plats);
        let (hel, efter) = fran.split_once(slut).expect("the tag ends");
        let inuti = hel.strip_prefix(borjan).unwrap_or(hel);
        let inuti = inuti.strip_prefix('-').unwrap_or(inuti);
        let inuti = inuti.strip_suffix('-').unwrap_or(inuti).trim();
        lagg(fore, Del::Text(fore));
        lagg(
            hel,
            match borjan {
                "{{" => Del::Uttryck(inuti),
                "{%" => Del::Tagg(inuti),
                _ => Del::Kommentar,
            },
        );
        kvar = efter;
    }
    lagg(kvar, Del::Text(kvar));
    delar
}

/// What an expression names.
#[derive(Debug, Default)]
pub(crate) struct Namngivet {
    /// Paths: `a.b`.
    pub(crate) vagar: Vec<String>,
    /// Filters and functions.
    pub(crate) filter: Vec<String>,
    /// Tests, after `is`.
    pub(crate) prov: Vec<String>,
}

/// What a Tera expression names; texts and numbers in it name nothing.
pub(crate) fn namn(uttryck: &str) -> Namngivet {
    let mut namngivet = Namngivet::default();
    let (mut fore, mut kvar) = (String::new(), uttryck.trim());
    while let Some(forst) = kvar.chars().next() {
        let ord_slut = |tecken: char| !(tecken.is_alphanumeric() || matches!(tecken, '_' | '.'));
        let langd = match forst {
            '"' => {
                kvar.chars()
                    .skip(1)
                    .take_while(|tecken| *tecken != '"')
                    .map(char::len_utf8)
                    .sum::<usize>()
                    + 2
            }
            _ if !ord_slut(forst) => kvar.find(ord_slut).unwrap_or(kvar.len()),
            _ => forst.len_utf8(),
        };
        let (bit, efter) = kvar.split_at(langd);
        let efter = efter.trim_start();
        let argument = efter.starts_with('=') && !efter.starts_with("==");
        let styrord = ["not", "and", "or", "is", "in", "true", "false"].contains(&bit);
        if forst.is_alphabetic() && !styrord && !argument {
            let till = match fore.as_str() {
                "is" => &mut namngivet.prov,
                "|" => &mut namngivet.filter,
                _ if efter.starts_with('(') => &mut namngivet.filter,
                _ => &mut namngivet.vagar,
            };
            till.push(bit.to_owned());
        }
        if !(fore == "is" && bit == "not") {
            bit.clone_into(&mut fore);
        }
        kvar = efter;
    }
    namngivet
}

/// A component that is used or defined: `<namn a={b.c} d="e" />`, `component namn(a, d: string = "e")`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Component<'a> {
    pub(crate) name: &'a str,
    /// What is given or asked for, and the path given, where it is one.
    pub(crate) arguments: Vec<(&'a str, Option<&'a str>)>,
    /// Texts, which someone reads.
    pub(crate) texts: Vec<&'a str>,
}

/// The component that an expression uses or a tag defines.
pub(crate) fn component(tag: &str) -> Option<Component<'_>> {
    let texts = tag.split('"').skip(1).step_by(2).collect();
    if let Some(used) = tag.strip_prefix('<') {
        let (name, rest) = used.split_once(' ').expect("a component is given something");
        let mut arguments = Vec::new();
        let mut before = rest;
        while let Some((argument, after)) = before.split_once('=') {
            let name = argument.rsplit(' ').next().unwrap_or_default();
            let path =
                after.strip_prefix('{').map(|path| path.split('}').next().unwrap_or_default());
            arguments.push((name, path));
            before = after;
        }
        return Some(Component { name, arguments, texts });
    }
    let (name, parameters) = tag.strip_prefix("component ")?.split_once('(')?;
    let parameters = parameters.trim_end_matches(')').split(',');
    let arguments =
        parameters.map(|one| (one.split([':', '=']).next().unwrap_or_default().trim(), None));
    Some(Component { name, arguments: arguments.collect(), texts })
}

/// What of a Typst text is read by someone: its markup, and the string literals in its code.
#[derive(Debug, Default)]
pub(crate) struct Last {
    /// Markup, with line ends as they are.
    pub(crate) prosa: String,
    /// String literals.
    pub(crate) strangar: Vec<String>,
}

/// Takes a Typst text apart. Code is what follows `#`, up to the end of its expression or statement;
/// `[…]` within it is markup again.
pub(crate) fn lasbart(typst: &str) -> Last {
    let mut lasare = Lasare { kvar: typst.char_indices().peekable(), last: Last::default() };
    lasare.markering(None);
    lasare.last
}

struct Lasare<'a> {
    kvar: Peekable<CharIndices<'a>>,
    last: Last,
}

impl Lasare<'_> {
    fn nasta(&mut self) -> Option<char> {
        self.kvar.next().map(|(_, tecken)| tecken)
    }

    fn titta(&mut self) -> Option<char> {
        self.kvar.peek().map(|(_, tecken)| *tecken)
    }

    /// Takes a comment that begins here, after its first `/`.
    fn kommentar(&mut self) -> bool {
        let rad = self.titta() == Some('/');
        while rad && self.titta().is_some_and(|tecken| tecken != '\n') {
            self.nasta();
        }
        rad
    }

    fn markering(&mut self, slut: Option<char>) {
        while let Some(tecken) = self.nasta() {
            match tecken {
                _ if Some(tecken) == slut => return,
                '\\' => {
                    self.nasta();
                }
                '/' if self.kommentar() => {}
                '#' => self.kod(),
                '[' => {
                    self.last.prosa.push('[');
                    self.markering(Some(']'));
                }
                '$' | '`' => panic!("no template uses {tecken}"),
                _ => self.last.prosa.push(tecken),
            }
        }
        assert!(slut.is_none(), "[ is closed");
    }

    /// An expression or a statement after `#`.
    fn kod(&mut self) {
        let ord = self.ordet();
        match ord.as_str() {
            "let" | "show" | "set" | "import" => self.grupp(&['\n']),
            "if" => {
                // The condition ends where its first block begins.
                while self.titta().is_some_and(|tecken| !matches!(tecken, '[' | '{')) {
                    self.nasta();
                }
                self.foljd();
                let mut framat = self.kvar.clone().map(|(_, tecken)| tecken);
                if framat.by_ref().take(6).collect::<String>() == " else " {
                    self.kvar.nth(5);
                    self.foljd();
                }
            }
            _ => self.foljd(),
        }
    }

    fn ordet(&mut self) -> String {
        let mut ord = String::new();
        while let Some(tecken) =
            self.titta().filter(|tecken| tecken.is_alphanumeric() || matches!(tecken, '-' | '_'))
        {
            ord.push(tecken);
            self.nasta();
        }
        ord
    }

    /// What may follow a name: arguments, contents, fields.
    fn foljd(&mut self) {
        loop {
            match self.titta() {
                Some('(') => {
                    self.nasta();
                    self.grupp(&[')']);
                }
                Some('{') => {
                    self.nasta();
                    self.grupp(&['}']);
                }
                Some('[') => {
                    self.nasta();
                    self.markering(Some(']'));
                }
                Some('.') => {
                    let mut efter = self.kvar.clone();
                    efter.next();
                    if !efter.next().is_some_and(|(_, tecken)| tecken.is_alphabetic()) {
                        return;
                    }
                    self.nasta();
                    self.ordet();
                }
                _ => return,
            }
        }
    }

    /// Code up to one of these, with what is within it.
    fn grupp(&mut self, slut: &[char]) {
        while let Some(tecken) = self.nasta() {
            match tecken {
                _ if slut.contains(&tecken) => return,
                '(' => self.grupp(&[')']),
                '{' => self.grupp(&['}']),
                '[' => self.markering(Some(']')),
                '/' if self.kommentar() => {}
                '"' => {
                    let mut text = String::new();
                    while let Some(tecken) = self.nasta().filter(|tecken| *tecken != '"') {
                        text.push(tecken);
                        if tecken == '\\' {
                            text.extend(self.nasta());
                        }
                    }
                    self.last.strangar.push(text);
                }
                _ => {}
            }
        }
        assert!(slut == ['\n'], "{slut:?} closes");
    }
}

#[test]
fn components_are_taken_apart() {
    let used = component("<a b={c.d} e=\"f g\" />").expect("one");
    assert_eq!((used.name, used.texts), ("a", vec!["f g"]));
    assert_eq!(used.arguments, [("b", Some("c.d")), ("e", None)]);
    let defined = component("component a(b, e: string = \"f\")").expect("one");
    assert_eq!((defined.name, defined.texts), ("a", vec!["f"]));
    assert_eq!(defined.arguments, [("b", None), ("e", None)]);
    assert_eq!(component("endcomponent a"), None);
    assert_eq!(component("a.b < c"), None);
}

#[test]
fn templates_are_taken_apart() {
    let mall = "= A {{ b.c }}\n{% if d is containing(pat=\"x\") and not e == 1 %}#f(1, \"g\")[h #i 2]{% endif %}{* 3 *}";
    let delar = delar(mall);
    let text: String = delar
        .iter()
        .filter_map(|(_, del)| if let Del::Text(text) = del { Some(*text) } else { None })
        .collect();
    let last = lasbart(&text);
    assert_eq!(last.prosa, "= A \nh  2");
    assert_eq!(last.strangar, ["g"]);
    let uttryck = namn("d is containing(pat=\"x\") and not e == 1 | f");
    assert_eq!(uttryck.vagar, ["d", "e"]);
    assert_eq!(uttryck.prov, ["containing"]);
    assert_eq!(uttryck.filter, ["f"]);
    assert!(delar.iter().any(|(rad, del)| *rad == 2 && matches!(del, Del::Tagg("endif"))));
}
