//! The user's own templates, as a user meets them: listed, exported, tried, looked at; and what is refused. A folder of
//! templates may come from anyone.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use statsbidrag::manifest::Manifest;
use statsbidrag::output::Files;
use statsbidrag::pipeline::selection::Selection;
use statsbidrag::pipeline::{self, Options};
use statsbidrag::render::{PdfStandard, Templates};
use statsbidrag::report::to_json;
use tempfile::TempDir;

use crate::document_set::compute;
use crate::program::{Svar, answer_of, files, program};

/// What lies beside a folder of templates, and must stay there.
const SECRET: &str = "hemligheten utanför mappen";

/// A folder of templates with one file, and a secret beside it.
struct Own(TempDir);

impl Own {
    fn new(file: &str, text: &str) -> Self {
        let own = Self(tempfile::tempdir().expect("a folder"));
        fs::write(own.0.path().join("hemlig.txt"), SECRET).expect("a file");
        own.and(file, text.as_bytes())
    }

    fn and(self, file: &str, bytes: &[u8]) -> Self {
        let path = self.folder().join(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
        self
    }

    fn folder(&self) -> PathBuf {
        self.0.path().join("mina mallar")
    }

    fn preview(&self) -> PathBuf {
        self.0.path().join("prov")
    }

    /// `templates check`, of one document.
    fn check(&self, only: &str) -> Svar {
        let mut command = program();
        command.args(["templates", "check"]).arg(self.folder()).args(["--only", only]);
        answer_of(command.arg("--preview").arg(self.preview()))
    }

    /// The text of a document that was set.
    fn text(&self, name: &str) -> String {
        let text = pdf_extract::extract_text(self.preview().join(name)).expect("a PDF");
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

fn names(folder: &Path) -> BTreeSet<String> {
    files(folder).into_keys().collect()
}

#[test]
fn built_in_templates_are_listed_and_exported_once() {
    let listed = answer_of(program().args(["templates", "list"]));
    assert_eq!((listed.code, listed.error.as_str()), (Some(0), ""));
    let built_in = Templates::builtin();
    for (path, _) in built_in.files() {
        assert!(listed.out.lines().any(|line| line.split(' ').next() == Some(path)), "{path}");
    }
    let cirkular = listed.out.lines().find(|line| line.starts_with("cirkular/main.typ.tera "));
    assert!(cirkular.is_some_and(|line| line.ends_with("gör cirkular")), "{}", listed.out);

    let root = tempfile::tempdir().expect("a folder");
    let folder = root.path().join("mallar");
    let export = || answer_of(program().args(["templates", "export"]).arg(&folder));
    let first = export();
    assert_eq!((first.code, first.error.as_str()), (Some(0), ""), "{first:?}");
    let mut written = files(&folder);
    assert_eq!(written.remove("README.md").as_deref(), Some(Templates::readme().as_bytes()));
    assert!(
        written.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())).eq(built_in.files())
    );
    fs::write(folder.join("cirkular/fragor.typ.tera"), "eget").expect("a file");
    let again = export();
    assert_eq!(again.code, Some(1));
    assert!(again.error.contains("mappen finns redan"), "{}", again.error);
    assert_eq!(fs::read(folder.join("cirkular/fragor.typ.tera")).expect("a file"), b"eget");
}

#[test]
fn every_command_about_templates_has_help_in_swedish() {
    for (command, usage) in [
        ("list", "templates list"),
        ("export", "templates export <MAPP>"),
        ("check", "templates check [FLAGGOR] <MAPP>"),
        ("variables", "templates variables <DOKUMENT>"),
    ] {
        let help = answer_of(program().args(["templates", command, "--help"]));
        assert_eq!((help.code, help.error.as_str()), (Some(0), ""));
        assert!(help.out.contains(&format!("Användning: statsbidrag {usage}\n")), "{}", help.out);
        for english in ["Usage", "Options", "Arguments", "Commands", "Print"] {
            assert!(!help.out.contains(english), "{english} in {}", help.out);
        }
    }
}

#[test]
fn the_figures_that_are_built_in_are_those_of_2024() {
    let example = pipeline::compute_example(&Selection::default(), &|_| ());
    let example = example.unwrap_or_else(|problems| panic!("{problems}"));
    let of_folder = compute();
    assert_eq!((example.year, &example.inputs), (of_folder.year, &of_folder.inputs));
    assert_eq!(example.report.trace.iter().count(), of_folder.report.trace.iter().count());
}

#[test]
fn a_changed_template_is_looked_at_again_and_again() {
    let own = Own::new("besked/summan.typ.tera", "== Summan\n\nDen är {{ summa }} i {{ ar }}.\n");
    for (only, sought, document) in [
        ("besked", "Den är 9 842* i 2024.", "besked.pdf"),
        ("beslut", "Räkneexempel", "beslut-sektorsbidrag.pdf"),
    ] {
        let tried = own.check(only);
        assert_eq!((tried.code, tried.error.as_str()), (Some(0), ""), "{tried:?}");
        assert!(
            tried.out.contains("Klart: mallarna gör 1 dokument; de ligger i "),
            "{}",
            tried.out
        );
        let text = own.text(document).replace('\u{a0}', " ");
        assert!(text.contains(sought), "{text}");
        let expected = BTreeSet::from(["manifest.json".to_owned(), document.to_owned()]);
        assert_eq!(names(&own.preview()), expected, "one preview replaces another");
    }
}

#[test]
fn a_preview_never_replaces_a_year() {
    let own = Own::new("besked/ovriga.typ.tera", "== Övriga medel\n");
    let options = Options {
        selection: Selection::default(),
        templates: Templates::builtin(),
        standard: PdfStandard::A3a,
    };
    let year = to_json(&Manifest::new(2024, options.run(&[]), <_>::default(), &Files::new()));
    fs::create_dir_all(own.preview()).expect("a folder");
    fs::write(own.preview().join("manifest.json"), &year).expect("a file");
    let tried = own.check("besked");
    assert_eq!(tried.code, Some(1));
    assert!(tried.error.contains("ett urval får inte ersätta dem"), "{}", tried.error);
    assert_eq!(fs::read(own.preview().join("manifest.json")).expect("a file"), year);
}

#[test]
fn at_signs_addresses_and_parentheses_in_prose_are_text() {
    let text = "== Summan\n\nSkriv till registrator@exempel.se, @gruppen eller {{ ar }}@{{ ar }} (se bilaga.\n";
    let own = Own::new("besked/summan.typ.tera", text);
    let tried = own.check("besked");
    assert_eq!((tried.code, tried.error.as_str()), (Some(0), ""), "{tried:?}");
    let text = own.text("besked.pdf").replace("- ", "");
    let sought = "Skriv till registrator@exempel.se, @gruppen eller 2024@2024 (se bilaga.";
    assert!(text.contains(sought), "{text}");
}

/// Never a figure typed in a template: what is printed is read back, and comes from the data.
#[test]
fn a_number_that_a_template_types_stops_the_run() {
    let own = Own::new("besked/summan.typ.tera", "= S\n\nDet är 98~680~749~981 {{ ar }}.\n");
    let tried = own.check("besked");
    assert_eq!(tried.code, Some(1), "{tried:?}");
    let error = tried.error.replace('\u{a0}', " ");
    let said = "fel[U03] besked.pdf: ”98 680 749 981” kommer inte ur uppgifterna: ”Det är";
    assert!(error.contains(said), "{error}");
    assert!(!own.preview().exists());
}

#[test]
fn a_mistake_is_one_problem_that_names_the_templates_own_line() {
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><rect width=\"9\" height=\"9\"/></svg>";
    for (text, place, problem) in [
        (
            "== S\n\na @b\n\n{{ ar }} #box[a](b\n\nmer (text) [här]\n",
            "5:17",
            "ett tecken som öppnas här, till exempel * _ $ eller en parentes, stängs aldrig",
        ),
        (
            "== S\n\n#box[a\n\nmer\n",
            "3:5",
            "ett tecken som öppnas här, till exempel * _ $ eller en parentes, stängs aldrig",
        ),
        ("== S\n\n{{ ar }} år, #finns-inte()\n", "3:15", "Typst: unknown variable: finns-inte"),
        ("== S\n\n{{ ar }} #ref(<x>)\n", "3:11", "hänvisningen leder ingenstans"),
        (
            "a\n#image(\"/shared/a.svg\")\n",
            "2:2",
            "en bild eller ett diagram saknar alternativtext",
        ),
        ("a\n{{ ar }\n", "2:7", "mallens kod går inte att läsa: här väntades }}, inte `}`"),
        ("a\n{% if ar %}\n", "2", "mallen tar slut mitt i något som inte är stängt"),
        ("a\n{{ aret }}\n", "2:4", "mallen frågar efter ”aret”, som inte finns"),
        (
            "a\n{{ summa.varde }}\n",
            "2:1",
            "mallen skriver ut ett tals värde, utan det märke som visar att talet är preliminärt",
        ),
        ("a\n{{ per_inv }}\n", "2:4", "mallen skriver ut flera uppgifter i ett"),
        ("{% include \"besked/summan.typ.tera\" %}", "", "besked/summan.typ.tera"),
    ] {
        let own = Own::new("besked/summan.typ.tera", text).and("shared/a.svg", svg);
        // What the picture is for, where no mistake is about it.
        let own = own.and(
            "shared/logotyp.typ",
            b"#let logotyp = image(\"a.svg\", alt: \"Ett m\xc3\xa4rke\")\n",
        );
        let tried = own.check("besked");
        assert_eq!(tried.code, Some(1), "{text}: {tried:?}");
        assert!(tried.error.contains(problem), "{text}: {}", tried.error);
        assert!(
            tried.error.ends_with("1 fel. Inget har skrivits. Rätta och kör igen.\n"),
            "{}",
            tried.error
        );
        if place.is_empty() {
            continue;
        }
        let begins = format!("fel[U02] besked/summan.typ.tera:{place}:");
        assert!(tried.error.trim_start().starts_with(&begins), "{text}: {}", tried.error);
        assert!(!own.preview().exists());
    }
}

#[test]
fn a_picture_and_a_part_that_are_used_may_be_added() {
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><rect width=\"9\" height=\"9\"/></svg>";
    let logo = "#let logotyp = image(\"mitt.svg\", height: 9mm, alt: \"Vårt märke\")\n";
    let own = Own::new("shared/logotyp.typ", logo)
        .and("shared/mitt.svg", svg)
        .and("besked/ovriga.typ.tera", b"{% include \"besked/eget.typ.tera\" %}\n")
        .and("besked/eget.typ.tera", "== Eget\n\nHej, {{ <mitt av={ar} /> }}.\n".as_bytes())
        .and("shared/mina-ord.tera", b"{% component mitt(av) %}{{ av }}{% endcomponent mitt %}\n")
        .and(".git/config", b"no template")
        .and("README.md", b"no template");
    let tried = own.check("besked");
    assert_eq!((tried.code, tried.error.as_str()), (Some(0), ""), "{tried:?}");
    assert!(own.text("besked.pdf").contains("Hej, 2024."), "{}", own.text("besked.pdf"));
}

#[test]
fn a_file_that_replaces_nothing_is_a_problem_with_the_nearest_name() {
    for (file, near) in [
        ("besked/ovriga.tera", "; menade du besked/ovriga.typ.tera?"),
        ("Besked/main.typ.tera", "; menade du besked/main.typ.tera?"),
        ("mallar/besked/ovriga.typ.tera", "; menade du besked/ovriga.typ.tera?"),
        ("shared/logga.png", ""),
        ("fonts/Eget.otf", ""),
    ] {
        let own = Own::new(file, "a");
        let tried = own.check("besked");
        let begins = format!(
            "fel[F09] {file}: filen ersätter ingen mall, och ingen mall använder den{near}"
        );
        assert!(tried.error.trim_start().starts_with(&begins), "{file}: {}", tried.error);
        assert_eq!(tried.code, Some(1));
        let generate = answer_of(
            program()
                .args(["generate", "inputs/2024", "--templates"])
                .arg(own.folder())
                .arg("--out")
                .arg(own.preview()),
        );
        assert_eq!((generate.code, generate.error), (Some(1), tried.error), "{file}");
        assert!(!own.preview().exists());
    }
    let own = Own::new("besked/ovriga.typ.tera", "");
    fs::remove_dir_all(own.folder().join("besked")).expect("a folder");
    let tried = own.check("besked");
    assert!(tried.error.contains("mappen har inga mallar"), "{}", tried.error);
}

/// Nothing outside the folder is read, whichever way it is asked for.
#[test]
fn a_hostile_template_reads_nothing_outside_its_folder() {
    for text in [
        "#read(\"/etc/passwd\")",
        "#read(\"../hemlig.txt\")",
        "#read(\"../../hemlig.txt\")",
        "#read(\"../../../../../../etc/passwd\")",
        "#read(\"/../hemlig.txt\")",
        "#include \"/etc/passwd\"",
        "#import \"/etc/passwd\": *",
        "#import \"@preview/cetz:0.3.0\": *",
        "#import \"@local/eget:0.1.0\": *",
        "#image(\"/etc/hostname\", alt: \"a\")",
        "#json(\"/hemlig.txt\")",
        "#plugin(\"/etc/passwd\")",
        "#sys.inputs.HOME",
        "#datetime.today().year()",
        "{% include \"/etc/passwd\" %}",
        "{% include \"../hemlig.txt\" %}",
        "{% extends \"/etc/passwd\" %}",
        "{{ get_env(name=\"HOME\") }}",
        "{{ ar | safe }}",
    ] {
        let own = Own::new("besked/summan.typ.tera", text);
        let tried = own.check("besked");
        assert_eq!(tried.code, Some(1), "{text}: {tried:?}");
        assert!(
            !tried.error.contains(SECRET) && !tried.error.contains("root:"),
            "{text}: {}",
            tried.error
        );
        assert!(tried.error.contains("fel[U02] "), "{text}: {}", tried.error);
        assert!(!own.preview().exists(), "{text}");
    }
}

#[test]
fn larger_files_than_templates_need_are_not_read() {
    let own = Own::new("besked/summan.typ.tera", "a");
    let large = File::create(own.folder().join("besked/ovriga.typ.tera")).expect("a file");
    large.set_len(40 << 20).expect("a long file");
    let tried = own.check("besked");
    assert_eq!(tried.code, Some(1));
    let begins = "fel[F01] besked/ovriga.typ.tera: filen är större än en mall kan behöva";
    assert!(tried.error.trim_start().starts_with(begins), "{}", tried.error);

    let deep = "a/".repeat(20);
    let tried = Own::new(&format!("{deep}b.typ"), "a").check("besked");
    assert!(tried.error.contains("mappen ligger för djupt bland mallarna"), "{}", tried.error);
}

#[cfg(unix)]
#[test]
fn links_and_what_is_no_plain_file_are_not_read() {
    use std::os::unix::fs::symlink;
    use std::process::Command;

    let own = Own::new("besked/summan.typ.tera", "a");
    let own_folder = own.folder();
    symlink(own.0.path().join("hemlig.txt"), own_folder.join("besked/ovriga.typ.tera"))
        .expect("a link");
    symlink("/etc", own_folder.join("shared")).expect("a link");
    let made = Command::new("mkfifo").arg(own_folder.join("besked/fragor.typ.tera")).status();
    assert!(made.expect("mkfifo").success());
    let tried = own.check("besked");
    assert_eq!(tried.code, Some(1));
    for (file, problem) in [
        ("besked/ovriga.typ.tera", "en länk läses inte"),
        ("shared", "en länk läses inte"),
        ("besked/fragor.typ.tera", "det är inte en vanlig fil"),
    ] {
        assert!(tried.error.contains(&format!("fel[F01] {file}: {problem}")), "{}", tried.error);
    }
    assert!(!tried.error.contains(SECRET), "{}", tried.error);
}

#[test]
fn the_data_of_a_document_are_listed() {
    let listed = answer_of(program().args(["templates", "variables", "besked"]));
    assert_eq!((listed.code, listed.error.as_str()), (Some(0), ""), "{listed:?}");
    for line in [
        "ar                                text eller tal",
        "summa                             siffra",
        "omtalat.skillnad                  förändring",
        "datum                             datum",
        "preliminart                       ja eller nej",
        "kontakter                         lista",
        "kontakter[].namn                  text eller tal",
        "kontakter[].e_post                text eller tal, kan saknas",
        "per_inv.over_medel.antal_i_ord    text eller tal",
        "tabell1                           tabell",
        "per_inv.diagram1                  diagram",
    ] {
        let words: Vec<_> = line.split_whitespace().collect();
        let there = listed.out.lines().any(|own| own.split_whitespace().eq(words.iter().copied()));
        assert!(there, "{line} not in {}", listed.out);
    }
    let unknown = answer_of(program().args(["templates", "variables", "beskd"]));
    assert_eq!(unknown.code, Some(2));
    assert!(
        unknown.error.contains("det finns inget dokument ”beskd”; menade du besked?"),
        "{}",
        unknown.error
    );
}
