//! `diff`: two sets held against each other: what differs, and what each difference comes of.

use std::path::{Path, PathBuf};

use clap::Args;

use super::Exit;
use super::answer::{Form, Plain};
use super::language::Speech;
use super::messages::diff as say;
use super::progress::{self, NumberFormat};
use super::terminal::Surface;
use crate::comparison::data::{
    Andring, Cellvarde, Filandring, Jamforelse, Orsak, OtherReferences, Skillnad, Uppgift,
};
use crate::comparison::{self, Set};
use crate::grants::FUNCTIONS;
use crate::output::{self, OutputSet};
use crate::pipeline;
use crate::problem::{Code, Language, Location, Problem, Problems, harmless};
use crate::quantity::Exact;
use crate::region::Region;
use crate::render::{self, Templates};
use crate::report::to_json;
use crate::swedish;
use crate::verify;

/// How many cells, amounts and causes are shown, unless all are asked for.
const SHOWN: usize = 12;

/// Jämför två mappar med färdiga dokument, eller två arkivpaket: två år, eller två körningar av samma år.
///
/// Säger vilka uppgifter i arbetsböckerna som är andra, vilka tryckta belopp som skiljer, i kronor, och vad varje
/// skillnad kommer av: uppgifter, regler eller avrundning. Delarna går på kronan ihop till skillnaden. Bara de två
/// mapparna läses.
#[derive(Debug, Args)]
pub(super) struct Argument {
    /// Den äldre mappen eller det äldre paketet, som det andra jämförs med
    #[arg(value_name = "GAMMAL")]
    old: PathBuf,

    /// Den nyare mappen eller det nyare paketet
    #[arg(value_name = "NY")]
    new: PathBuf,

    /// Bara de belopp som heter så, till exempel statsbidrag
    #[arg(long, value_name = "SIFFRA")]
    figure: Option<String>,

    /// Bara en regions belopp; riket är hela landets
    #[arg(long, value_name = "REGION")]
    region: Option<String>,

    /// Mappen som jämförelsen läggs i, som PDF, XLSX och JSON; den får inte finnas
    #[arg(long, value_name = "MAPP")]
    out: Option<PathBuf>,

    /// Arbetsboken rattelse.xlsx: då blir det en rättelse av ett beslut i stället för en jämförelse
    #[arg(long, value_name = "FIL", requires = "out")]
    rattelse: Option<PathBuf>,

    /// Mappen med egna mallar
    #[arg(long, value_name = "MAPP", requires = "out")]
    templates: Option<PathBuf>,

    /// Visar alla uppgifter, belopp och orsaker; utan flaggan de första
    #[arg(long)]
    all: bool,

    #[command(flatten)]
    manner: Plain,
}

pub(super) fn run(argument: &Argument, speech: Speech) -> Result<(), Exit> {
    let place = argument.region.as_deref().map(place);
    let (old, new) = (verify::open(&argument.old)?, verify::open(&argument.new)?);
    let shown = |path: &Path| path.display().to_string();
    let (was, is) = (shown(&argument.old), shown(&argument.new));
    let older = Set { place: &was, manifest: &old.manifest, files: &old.files };
    let newer = Set { place: &is, manifest: &new.manifest, files: &new.files };
    let mut found = comparison::compare(&older, &newer, FUNCTIONS)?;
    if let Some(out) = &argument.out {
        write(argument, &found, [&older, &newer], out, speech)?;
    }
    let asked = argument.figure.is_some() || place.is_some();
    if let (Some(place), Some(named)) = (&place, &argument.region) {
        is_there(&found, place, named)?;
        found.celler.retain(|one| one.id.split('.').nth(2) == Some(place));
    }
    let wanted = |one: &Skillnad| {
        let named = argument.figure.as_ref().is_none_or(|name| {
            one.siffra == *name || one.siffra.ends_with(&format!(".{name}")) || one.id == *name
        });
        (one.differs() || asked) && named && place.as_ref().is_none_or(|place| one.plats == *place)
    };
    found.siffror.retain(wanted);
    match argument.manner.format {
        Form::Json => Surface::stdout().write(&to_json(&found)),
        Form::Text => {
            let told = Told { found: &found, asked, all: argument.all, language: speech.language };
            Surface::stdout().say(&harmless(&told.text()));
        }
    }
    Ok(())
}

/// Writes the papers of a comparison, or of a correction.
fn write(
    argument: &Argument,
    found: &Jamforelse,
    sets: [&Set<'_>; 2],
    out: &Path,
    speech: Speech,
) -> Result<(), Exit> {
    if !render::TYPESETS {
        return Err(Exit::Usage(super::messages::usage::no_pages()));
    }
    let begun = NumberFormat::new(speech);
    for set in [&argument.old, &argument.new] {
        if output::is_within(out, set) {
            let place = Location::file(out.display().to_string());
            let problem = Problem::new(Code::U01, place, say::within(&set.display()));
            return Err(Problems::from(problem.help(say::elsewhere())).into());
        }
    }
    let place = OutputSet::new(out)?;
    let templates = argument.templates.as_deref().map(pipeline::templates).transpose()?;
    let templates = templates.unwrap_or_else(Templates::builtin);
    let workbook = argument.rattelse.as_deref().map(pipeline::correction).transpose()?;
    let files = pipeline::papers(found, sets, workbook.as_ref(), &templates)?;
    place.write(&files)?;
    if argument.manner.format == Form::Text {
        begun.done(&say::written(&files.len(), &progress::location(out)));
    }
    Ok(())
}

/// What figures of a region, of the country or of another recipient are named by.
fn place(name: &str) -> String {
    if name.eq_ignore_ascii_case("riket") {
        return "riket".to_owned();
    }
    Region::find(name).map_or_else(|_| name.to_lowercase(), |region| region.id().to_owned())
}

/// That a place is one that the sets know: a region, the country, or a recipient by its code.
fn is_there(found: &Jamforelse, place: &str, named: &str) -> Result<(), Exit> {
    let known = place == "riket" || Region::all().any(|region| region.id() == place);
    if known || found.siffror.iter().any(|one| one.plats == place) {
        return Ok(());
    }
    let near = Region::find(named).err().flatten();
    let near = near.map(|near| super::messages::usage::did_you_mean(&near));
    let name = crate::problem::messages::words::quoted(named);
    Err(Exit::Usage(super::messages::usage::no_region(&name, &near.unwrap_or_default())))
}

/// What people are told.
struct Told<'a> {
    found: &'a Jamforelse,
    /// Whether some amounts were asked for.
    asked: bool,
    all: bool,
    language: Language,
}

impl Told<'_> {
    fn say(&self, text: &crate::problem::Message) -> String {
        text.in_language(self.language).to_owned()
    }

    fn text(&self) -> String {
        let Jamforelse { gammal, ny, celler, siffror, .. } = self.found;
        let parameters: Vec<_> = self.found.parametrar.iter().filter(|one| one.andrad).collect();
        let cells = parameters.len() + celler.len();
        let amounts = siffror.iter().filter(|one| one.differs()).count();
        let (old, new) = (&gammal.mapp, &ny.mapp);
        let mut lines = vec![self.say(&match (self.asked, cells + amounts) {
            (true, _) if amounts == 0 => say::none_such(old, new),
            (false, 0) => say::the_same(old, new),
            _ => say::differ(old, new, &cells, &amounts),
        })];
        for (role, set) in [(say::older(), gammal), (say::newer(), ny)] {
            lines.push(self.say(&say::set(&self.say(&role), &set.ar, &set.korning, &set.program)));
        }
        if self.found.is_broken() {
            lines.push(self.say(&say::net_and_gross()));
        }
        if !self.found.utan_andrade_tal.is_empty() {
            let names = self.found.utan_andrade_tal.iter().map(crate::problem::Message::alike);
            let names = crate::problem::Message::all_of(&names.collect::<Vec<_>>());
            lines.push(self.say(&say::without_numbers(&names)));
        }
        self.made_of(&mut lines);
        // What is counted is listed, also where a region or a figure is asked for.
        if !self.asked || amounts > 0 {
            let all: Vec<_> = parameters.into_iter().chain(celler).collect();
            self.some(&mut lines, &say::cells(), &all, |one| self.cell(one));
        }
        if !self.asked {
            self.references(&mut lines);
            let totals: Vec<_> = self.found.siffror.iter().filter(|one| self.leads(one)).collect();
            self.some(&mut lines, &say::amounts(), &totals, |one| vec![amount(one)]);
        }
        let reasons: Vec<_> = siffror.iter().filter(|one| self.asked || self.leads(one)).collect();
        let reasons: Vec<_> = reasons.into_iter().filter(|one| !one.orsaker.is_empty()).collect();
        self.some(&mut lines, &say::reasons(), &reasons, |one| self.reasons(one));
        lines.join("\n")
    }

    /// Whether a figure is told of where none was asked for: the country's of those that are granted or paid, and a region's
    /// where that is the same; or all.
    fn leads(&self, one: &Skillnad) -> bool {
        if self.all {
            return true;
        }
        if !one.leder || comparison::is_of_a_month(&one.siffra) {
            return false;
        }
        let of_the_country = |other: &Skillnad| {
            other.plats == "riket" && (&other.bidrag, &other.siffra) == (&one.bidrag, &one.siffra)
        };
        if one.plats == "riket" {
            return true;
        }
        // Of amounts that move between regions only, the one that moves most.
        let own = self
            .found
            .siffror
            .iter()
            .filter(|other| (&other.bidrag, &other.siffra) == (&one.bidrag, &one.siffra));
        let most = own.clone().max_by_key(|other| other.skillnad.unsigned_abs());
        !self.found.siffror.iter().any(of_the_country) && most.is_some_and(|most| most.id == one.id)
    }

    /// What else the sets are made of: program, templates, workbooks, rules.
    fn made_of(&self, lines: &mut Vec<String>) {
        let Jamforelse { samma_program, mallar, indata, regler, .. } = self.found;
        if !samma_program {
            lines.push(self.say(&say::another_program()));
        }
        for (heading, files) in [(say::templates(), mallar), (say::inputs(), indata)] {
            self.some(lines, &heading, &files.iter().collect::<Vec<_>>(), |one: &Filandring| {
                vec![format!("{}: {}", one.namn, self.say(&how(one.andring)))]
            });
        }
        self.some(lines, &say::rules(), &regler.iter().collect::<Vec<_>>(), |one| {
            vec![format!("{} ({}): {}", one.id, self.say(&how(one.andring)), one.words())]
        });
    }

    /// A heading with the first of some, or all.
    fn some<T>(
        &self,
        lines: &mut Vec<String>,
        heading: &crate::problem::Message,
        all: &[&T],
        told: impl Fn(&T) -> Vec<String>,
    ) {
        if all.is_empty() {
            return;
        }
        lines.push(String::new());
        lines.push(self.say(heading));
        let shown = if self.all { all.len() } else { SHOWN };
        for one in all.iter().take(shown) {
            lines.extend(told(one).into_iter().map(|line| format!("  {line}")));
        }
        let more = all.len().saturating_sub(shown);
        if more > 0 {
            lines.push(format!("  {}", self.say(&say::more(&more))));
        }
    }

    /// The dates and numbers of documents that are others.
    fn references(&self, lines: &mut Vec<String>) {
        let all = self.found.references();
        self.some(lines, &say::references(), &all.iter().collect::<Vec<_>>(), |one| {
            let OtherReferences { what, old, new, .. } = one;
            vec![format!("{}, {what}: {old} → {new}", one.documents())]
        });
    }

    fn cell(&self, one: &Uppgift) -> Vec<String> {
        let Uppgift { vems, fil, blad, gammal, ny, .. } = one;
        let (uppgift, cell) = (one.name(), one.address());
        let unit = one.unit().map(|unit| format!(" {unit}")).unwrap_or_default();
        let text = |value: &Option<_>| match value {
            Some(Cellvarde { text, .. }) => format!("{text}{unit}"),
            None => self.say(&say::nothing()),
        };
        let (old, new) = (text(gammal), text(ny));
        vec![format!("{fil} › {blad} › {cell}: {uppgift}, {vems}: {old} → {new}")]
    }

    fn reasons(&self, one: &Skillnad) -> Vec<String> {
        let mut lines = vec![amount(one)];
        let shown = if self.all || self.asked { one.orsaker.len() } else { 5 };
        let width = one.orsaker.iter().map(|one| signed(one.bidrag).chars().count()).max();
        let width = width.unwrap_or_default();
        let told = one.orsaker.iter().filter(|one| self.all || one.bidrag != 0);
        for Orsak { text, bidrag, varav_egen, antal, .. } in told.clone().take(shown) {
            let own = varav_egen.filter(|own| own != bidrag);
            let own = own
                .map(|own| format!(" {}", self.say(&say::own(&signed(own)))))
                .unwrap_or_default();
            let several = if *antal > 1 {
                format!(" {}", self.say(&say::several(antal)))
            } else {
                String::new()
            };
            lines.push(format!("  {:>width$}  {text}{several}{own}", signed(*bidrag)));
        }
        let rest: Vec<_> = told.skip(shown).collect();
        if !rest.is_empty() {
            let sum: i64 = rest.iter().map(|one| one.bidrag).sum();
            let more = self.say(&say::other_reasons(&rest.len()));
            lines.push(format!("  {:>width$}  {more}", signed(sum)));
        }
        // So many kronor may be what is rounded.
        let rounded = i64::try_from(one.orsaker.len()).unwrap_or(i64::MAX);
        if let Some(together) = one.samverkan.filter(|together| together.abs() > rounded) {
            lines.push(format!("  {}", self.say(&say::together(&signed(together)))));
        }
        lines
    }
}

fn how(change: Andring) -> crate::problem::Message {
    match change {
        Andring::Andrad => say::changed(),
        Andring::Tillkommer => say::added(),
        Andring::FallerBort => say::removed(),
    }
}

/// A figure with what it was, what it is and the difference.
fn amount(one: &Skillnad) -> String {
    let Skillnad { benamning, bidrag, siffra, vems, gammal, ny, skillnad, .. } = one;
    let name = if benamning.is_empty() { siffra } else { benamning };
    let number = |amount: &Option<i64>| amount.map_or_else(|| "–".to_owned(), grouped);
    let (old, new) = (number(gammal), number(ny));
    format!("{name} ({bidrag}.{siffra}), {vems}: {old} → {new} kr, {} kr", signed(*skillnad))
}

fn grouped(amount: i64) -> String {
    swedish::number(&Exact::from(amount), 0)
}

fn signed(amount: i64) -> String {
    let text = grouped(amount);
    if amount > 0 { format!("+{text}") } else { text }
}
