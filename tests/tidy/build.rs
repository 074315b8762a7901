//! How the project is built: of the same parts for its tests as for its users, and with tools that are named
//! where they are used.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use crate::source::{has_extension, paths, read, root};

/// The packages that a build for these kinds of dependencies is made of, each with its features.
fn packages(kinds: &str) -> BTreeMap<String, BTreeSet<String>> {
    let tree = ["tree", "--offline", "--locked", "--prefix", "none"];
    let output = Command::new(env!("CARGO"))
        .current_dir(root())
        .args(tree)
        .args(["--edges", kinds, "--format", "{p}|{f}"])
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("text");
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for line in text.lines() {
        let line = line.strip_suffix(" (*)").unwrap_or(line);
        let (package, features) = line.split_once('|').expect("a package and its features");
        found.entry(package.to_owned()).or_default().insert(features.to_owned());
    }
    found
}

/// A test that runs on a dependency with other features than the program has tests another program, and a
/// newcomer builds everything twice.
#[test]
fn the_tests_are_built_of_what_the_program_is_built_of() {
    let program = packages("normal,build");
    let tests = packages("normal,build,dev");
    assert!(program.len() > 200 && tests.len() > program.len(), "{} packages", program.len());
    for (package, features) in &program {
        assert_eq!(tests.get(package), Some(features), "{package}");
    }
}

/// A command that is told to a developer is one of those that there are.
#[test]
fn every_tool_that_is_named_is_there() {
    let tools = read("examples/dev/main.rs");
    let texts = ["src", "tests", "docs"].into_iter().flat_map(paths);
    let texts = texts.filter(|path| has_extension(path, "rs") || has_extension(path, "md"));
    let texts = texts.filter(|path| path != "tests/tidy/build.rs");
    let mut named = BTreeSet::new();
    for path in texts.chain(["README.md".to_owned(), "ARCHITECTURE.md".to_owned()]) {
        for rest in read(&path).split("`cargo dev ").skip(1) {
            let (name, _) = rest.split_once('`').expect("a command has its end");
            assert!(tools.contains(&format!("(\"{name}\", ")), "{path} speaks of cargo dev {name}");
            named.insert(name.to_owned());
        }
    }
    assert_eq!(named.len(), tools.matches("    (\"").count(), "every tool is told of: {named:?}");
}
