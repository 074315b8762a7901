//! The repository's files, and Rust source with its comments and texts blanked, so that a word in a
//! sentence is never taken for code. Knows the syntax of tokens, not of items.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// A Rust file.
pub(crate) struct File {
    /// Its path from the repository's root, with `/` between the parts.
    pub(crate) path: String,
    /// As it stands.
    pub(crate) text: String,
    /// As [`code`] leaves it.
    pub(crate) code: String,
}

/// All Rust files of the project, read once.
static FILES: LazyLock<Vec<File>> = LazyLock::new(|| {
    let folders = ["src", "tests", "examples", "benches"].into_iter();
    let folders = folders.filter(|folder| root().join(folder).is_dir());
    let paths = folders.flat_map(paths).filter(|path| has_extension(path, "rs"));
    let files = paths.chain(["build.rs".to_owned()]).map(|path| {
        let text = read(&path);
        File { code: code(&text), text, path }
    });
    files.collect()
});

/// The repository's root.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A text file of the repository.
pub(crate) fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The paths of all files under a folder, sorted.
pub(crate) fn paths(folder: &str) -> BTreeSet<String> {
    fn walk(folder: &Path, found: &mut BTreeSet<String>) {
        let entries =
            fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        for entry in entries {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                walk(&path, found);
            } else {
                let path = path.strip_prefix(root()).expect("under the root");
                let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
                found.insert(parts.join("/"));
            }
        }
    }
    let mut found = BTreeSet::new();
    walk(&root().join(folder), &mut found);
    found
}

/// Whether a path ends so.
pub(crate) fn has_extension(path: &str, extension: &str) -> bool {
    Path::new(path).extension().is_some_and(|own| own == extension)
}

/// The Rust files under a folder.
pub(crate) fn rust(folder: &str) -> Vec<&'static File> {
    let inside =
        |file: &&File| file.path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
    FILES.iter().filter(inside).collect()
}

/// All Rust files of the project.
pub(crate) fn all_rust() -> &'static [File] {
    &FILES
}

/// The names of all functions marked `#[test]`, without their modules.
pub(crate) fn tests() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for file in all_rust() {
        for (_, after) in file.code.match_indices("#[test]").map(|(at, _)| file.code.split_at(at)) {
            let name = after.split_once("fn ").map(|(_, rest)| identifier(rest));
            names.extend(name.map(str::to_owned));
        }
    }
    names
}

/// The identifier a text begins with.
pub(crate) fn identifier(text: &str) -> &str {
    let end = text.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(text.len());
    &text[..end]
}

/// Code before the file's own tests begin.
pub(crate) fn without_tests(code: &str) -> &str {
    code.split("#[cfg(test)]\nmod ").next().unwrap_or(code)
}

/// Source with the insides of comments and of string and character literals replaced by spaces. Line
/// breaks stay, so that line numbers do.
pub(crate) fn code(source: &str) -> String {
    let mut rest = source;
    let mut out = String::with_capacity(source.len());
    while let Some(first) = rest.chars().next() {
        let (kept, blanked) = match first {
            '/' if rest.starts_with("//") => (0, rest.find('\n').unwrap_or(rest.len())),
            '/' if rest.starts_with("/*") => (0, block_comment(rest)),
            '"' => (1, string(rest)),
            '\'' => (1, character(rest)),
            'r' | 'b' if !out.ends_with(|c: char| c.is_alphanumeric() || c == '_') => {
                let (prefix, length) = prefixed(rest);
                (prefix, length)
            }
            _ => (first.len_utf8(), first.len_utf8()),
        };
        out.push_str(&rest[..kept]);
        out.extend(rest[kept..blanked].chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
        rest = &rest[blanked..];
    }
    out
}

fn block_comment(text: &str) -> usize {
    let mut depth = 0_usize;
    for (at, _) in text.char_indices() {
        if text[at..].starts_with("/*") {
            depth += 1;
        } else if text[at..].starts_with("*/") {
            depth -= 1;
            if depth == 0 {
                return at + 2;
            }
        }
    }
    text.len()
}

/// The length of a string literal in quotes, its escapes minded.
fn string(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// The length of a character literal; 1 for a lifetime's mark.
fn character(text: &str) -> usize {
    let mut chars = text.char_indices().skip(1);
    match chars.next() {
        Some((_, '\\')) => {
            text[2..].char_indices().skip(1).find(|(_, c)| *c == '\'').map_or(1, |(at, _)| at + 3)
        }
        Some(_) => chars.next().filter(|(_, c)| *c == '\'').map_or(1, |(at, _)| at + 1),
        None => 1,
    }
}

/// For `r"…"`, `r#"…"#`, `b"…"` and `br"…"`: how much is kept and how long it is. For anything else
/// that begins so, one character.
fn prefixed(text: &str) -> (usize, usize) {
    let letters = text.len() - text.trim_start_matches(['r', 'b']).len();
    let after = &text[letters..];
    let raw = text[..letters].contains('r') && letters <= 2;
    let hashes = after.len() - after.trim_start_matches('#').len();
    if raw && after[hashes..].starts_with('"') {
        let end = format!("\"{}", "#".repeat(hashes));
        let start = letters + hashes + 1;
        let length = text[start..].find(&end).map_or(text.len(), |at| start + at + end.len());
        return (start, length);
    }
    if letters == 1 && after.starts_with('"') {
        return (1, 1 + string(after));
    }
    (1, 1)
}

#[test]
fn texts_and_comments_are_not_code() {
    let source = "let a = \"f64 \\\" f64\"; // f64\nlet b = r#\"f64 \" \"#; /* f64 /* f64 */ f64 */ 'f' 'x: &'a \"f64\" b\"f64\" '\\'' f32";
    let code = code(source);
    assert!(!code.contains("f64"), "{code}");
    assert!(code.contains("f32") && code.contains("'x: &'a") && code.contains("let b"), "{code}");
    assert_eq!(code.lines().count(), source.lines().count());
}
