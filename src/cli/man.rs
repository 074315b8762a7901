//! `man`: the manual page, made from the parser, so that it says what the program does.

use std::io;

use clap::{Args, Command};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, roman};

use super::messages::help as say;
use super::terminal::Surface;
use crate::problem::{Language, Message};

/// Skriver programmets manualsida, för kommandot man.
///
/// Sidan skrivs på stdout, i formatet roff. Så läses den, och så installeras den för den egna användaren:
///
///   statsbidrag man | man -l -
///   statsbidrag man > ~/.local/share/man/man1/statsbidrag.1
#[derive(Debug, Args)]
#[command(verbatim_doc_comment, about = "Skriver programmets manualsida, för kommandot man")]
pub(super) struct Argument {}

/// What one of `clap_mangen`'s own headings is called.
fn called(heading: &str) -> Option<Message> {
    match heading {
        "NAME" => Some(say::man_name()),
        "SYNOPSIS" => Some(say::man_synopsis()),
        "DESCRIPTION" => Some(say::man_description()),
        "OPTIONS" => Some(say::man_options()),
        _ => None,
    }
}

pub(super) fn run(parser: Command, language: Language) {
    let page = page(parser, language)
        .unwrap_or_else(|error| panic!("a manual page is written to memory: {error}"));
    Surface::stdout().write(page.as_bytes());
}

/// The page of the whole program, every command in a section of its own.
fn page(parser: Command, language: Language) -> io::Result<String> {
    let after = parser.get_after_help().map(ToString::to_string).unwrap_or_default();
    let commands: Vec<_> = parser.get_subcommands().map(alone).collect();
    let man = Man::new(parser).manual(say::manual().in_language(language));
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    // Ragged and unhyphenated: many words are names, or Swedish.
    page.extend(b".ad l\n.nh\n");
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    heading("SH", say::man_commands().in_language(language)).to_writer(&mut page)?;
    for command in commands {
        let usage = command.get_overridden_usage().map(ToString::to_string).unwrap_or_default();
        heading("SS", &usage).to_writer(&mut page)?;
        let man = Man::new(command);
        let (mut description, mut options) = (Vec::new(), Vec::new());
        man.render_description_section(&mut description)?;
        man.render_options_section(&mut options)?;
        page.extend(without_heading(&description));
        page.extend(without_heading(&options));
    }
    let mut rest = heading("SH", say::man_rest().in_language(language));
    for line in after.lines() {
        rest.text([roman(line)]);
    }
    rest.to_writer(&mut page)?;
    Ok(examples_as_they_stand(&headed(&String::from_utf8_lossy(&page), language)))
}

/// A command without the flags that every command has, which the page tells of once.
fn alone(command: &Command) -> Command {
    command.clone().disable_help_flag(true).disable_version_flag(true)
}

fn heading(macro_name: &str, text: &str) -> Roff {
    let mut roff = Roff::new();
    roff.control(macro_name, [text]);
    roff
}

/// A section's own lines: its heading and what stands before it are another's.
fn without_heading(section: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(section);
    let lines = text.lines().skip_while(|line| !line.starts_with(".SH ")).skip(1);
    lines.flat_map(|line| [line.as_bytes(), b"\n"].concat()).collect()
}

fn headed(page: &str, language: Language) -> String {
    let lines = page.lines().map(|line| match line.strip_prefix(".SH ").and_then(called) {
        Some(heading) => format!(".SH {}\n", heading.in_language(language)),
        None => format!("{line}\n"),
    });
    lines.collect()
}

/// Lines that are indented are commands to copy, and are not folded.
fn examples_as_they_stand(page: &str) -> String {
    let (mut out, mut within) = (String::new(), false);
    for line in page.lines() {
        let indented = line.starts_with("  ");
        if indented != within {
            out.push_str(if indented { ".nf\n" } else { ".fi\n" });
        }
        out.push_str(line);
        out.push('\n');
        within = indented;
    }
    out.push_str(if within { ".fi\n" } else { "" });
    out
}
