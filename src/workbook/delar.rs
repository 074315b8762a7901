//! The parts of a package that calamine keeps in memory or trusts: checked one by one before it sees
//! them, and the sheets found through them. Knows parts, not cells.

use std::collections::{BTreeMap, BTreeSet};

use quick_xml::events::Event;

use super::package::{Bladdel, Paket};
use super::xml::{Skada, attribut};

/// What stops a package.
pub(super) enum Fel {
    /// It is damaged.
    Skada(Skada),
    /// It is unreasonably large.
    Stor(String),
    /// It is something else than a workbook.
    Inte(&'static str),
}

impl From<Skada> for Fel {
    fn from(skada: Skada) -> Self {
        Self::Skada(skada)
    }
}

const TYPER: &str = "[Content_Types].xml";
const BOK: &str = "xl/workbook.xml";
const RELATIONER: &str = "xl/_rels/workbook.xml.rels";
const STRANGAR: &str = "xl/sharedStrings.xml";
const STILAR: &str = "xl/styles.xml";
/// The longest attribute of a style: Excel's longest number format has 255 characters.
const STILATTRIBUT: usize = 1_024;
/// Excel's own limit on cell formats.
const STILAR_ANTAL: usize = 65_490;
/// The most sheets.
const BLAD: usize = 200;

/// Checks the parts and lists the sheets.
pub(super) fn granska(paket: &mut Paket<'_>) -> Result<Vec<Bladdel>, (&'static str, Fel)> {
    typer(paket).map_err(|fel| (TYPER, fel))?;
    rot(paket).map_err(|fel| ("_rels/.rels", fel))?;
    strangar(paket).map_err(|fel| (STRANGAR, fel))?;
    stilar(paket).map_err(|fel| (STILAR, fel))?;
    las_igenom(paket, "xl/theme/theme1.xml").map_err(|fel| ("xl/theme/theme1.xml", fel))?;
    let relationer = relationer(paket).map_err(|fel| (RELATIONER, fel))?;
    blad(paket, &relationer).map_err(|fel| (BOK, fel))
}

/// Reads a part to its end, for nothing but its form.
fn las_igenom(paket: &mut Paket<'_>, path: &str) -> Result<(), Fel> {
    let Some(mut del) = paket.del(path)? else { return Ok(()) };
    while del.nasta()?.is_some() {}
    Ok(())
}

/// A macro workbook or a template is not an ordinary workbook, whatever its file is called.
fn typer(paket: &mut Paket<'_>) -> Result<(), Fel> {
    let Some(mut del) = paket.del(TYPER)? else { return Ok(()) };
    let mut makron = false;
    while let Some(event) = del.nasta()? {
        if let Event::Start(element) = event
            && let Some(typ) = attribut(&element, "ContentType")?
        {
            makron |= typ.contains("macroEnabled") || typ.contains("vbaProject");
        }
    }
    if makron { Err(Fel::Inte("arbetsboken innehåller makron (.xlsm)")) } else { Ok(()) }
}

/// The package must point at the workbook that is checked here, and at no other.
fn rot(paket: &mut Paket<'_>) -> Result<(), Fel> {
    let Some(mut del) = paket.del("_rels/.rels")? else {
        return Err(Skada::ny("saknas").into());
    };
    let mut ratt = false;
    while let Some(event) = del.nasta()? {
        if let Event::Start(element) = event
            && attribut(&element, "Type")?
                .is_some_and(|typ| typ.ends_with("/relationships/officeDocument"))
        {
            let target = attribut(&element, "Target")?.unwrap_or_default().into_owned();
            ratt = target.trim_start_matches('/') == BOK;
            if !ratt {
                break;
            }
        }
    }
    if ratt { Ok(()) } else { Err(Skada::ny("pekar inte ut arbetsboken").into()) }
}

/// The shared strings: as many as they can be, since calamine makes room for as many as they say.
fn strangar(paket: &mut Paket<'_>) -> Result<(), Fel> {
    // The shortest string is `<si/>`.
    let rymmer = paket.storlek(STRANGAR) / 5;
    let Some(mut del) = paket.del(STRANGAR)? else { return Ok(()) };
    while let Some(event) = del.nasta()? {
        let Event::Start(element) = event else { continue };
        for namn in ["uniqueCount", "count"] {
            let Some(antal) = attribut(&element, namn)? else { continue };
            let antal: u64 = match antal.trim().trim_start_matches('+').parse() {
                Ok(antal) => antal,
                Err(_) if antal.trim().bytes().all(|byte| byte.is_ascii_digit()) => u64::MAX,
                Err(_) => return Err(Skada::ny("säger inte hur många texter den har").into()),
            };
            // A string may be used by many cells, but by no more than there is room for in a package.
            let rimligt = if namn == "count" { 10_000_000 } else { rymmer };
            if antal > rimligt {
                return Err(Fel::Stor(format!("säger sig ha {antal} texter, fler än den rymmer")));
            }
        }
    }
    Ok(())
}

/// The styles: calamine keeps a copy of the font's and the format's text for each of them.
fn stilar(paket: &mut Paket<'_>) -> Result<(), Fel> {
    let Some(mut del) = paket.del(STILAR)? else { return Ok(()) };
    let mut antal = 0_usize;
    while let Some(event) = del.nasta()? {
        let Event::Start(element) = event else { continue };
        if element.local_name().as_ref() == "xf" {
            antal = antal.saturating_add(1);
        }
        let langt = element
            .attributes()
            .filter_map(Result::ok)
            .any(|attribute| attribute.value.len() > STILATTRIBUT);
        if langt || antal > 2 * STILAR_ANTAL {
            return Err(Fel::Stor("har fler eller längre format än Excel kan skriva".into()));
        }
    }
    Ok(())
}

/// The workbook's relations: kind and path by id. Strings and styles must be the ones checked here.
fn relationer(paket: &mut Paket<'_>) -> Result<BTreeMap<String, (String, String)>, Fel> {
    let Some(mut del) = paket.del(RELATIONER)? else {
        return Err(Skada::ny("saknas").into());
    };
    let mut relationer = BTreeMap::new();
    while let Some(event) = del.nasta()? {
        let Event::Start(element) = event else { continue };
        if element.local_name().as_ref() != "Relationship" {
            continue;
        }
        let las = |namn| Ok::<_, Skada>(attribut(&element, namn)?.unwrap_or_default().into_owned());
        let (id, typ, target) = (las("Id")?, las("Type")?, las("Target")?);
        let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
        let slag = typ.rsplit('/').next().unwrap_or_default().to_owned();
        let vantad = match slag.as_str() {
            "sharedStrings" => STRANGAR,
            "styles" => STILAR,
            _ => path.as_str(),
        };
        if path != vantad {
            return Err(Skada::ny(format!("har {slag} på en annan plats än väntat")).into());
        }
        if relationer.insert(id, (slag, path)).is_some() {
            return Err(Skada::ny("har två hänvisningar med samma id").into());
        }
    }
    Ok(relationer)
}

/// The sheets, in order.
fn blad(
    paket: &mut Paket<'_>,
    relationer: &BTreeMap<String, (String, String)>,
) -> Result<Vec<Bladdel>, Fel> {
    let Some(mut del) = paket.del(BOK)? else { return Ok(Vec::new()) };
    let mut blad = Vec::new();
    let mut namngivna = BTreeSet::new();
    while let Some(event) = del.nasta()? {
        let Event::Start(element) = event else { continue };
        if element.local_name().as_ref() != "sheet" {
            continue;
        }
        let namn = attribut(&element, "name")?.unwrap_or_default().into_owned();
        let id = attribut(&element, ":id")?.unwrap_or_default();
        let dolt = attribut(&element, "state")?.is_some_and(|state| state != "visible");
        let (slag, path) = relationer
            .get(&*id)
            .ok_or_else(|| Skada::ny("hänvisar till ett blad som inte finns"))?;
        let kalkyl = slag == "worksheet";
        if !namngivna.insert(namn.to_lowercase()) {
            return Err(Skada::ny("har två blad med samma namn").into());
        }
        blad.push(Bladdel { namn, path: path.clone(), dolt, kalkyl });
    }
    drop(del);
    if blad.iter().any(|blad| !paket.har(&blad.path)) {
        return Err(Skada::ny("hänvisar till ett blad som inte finns").into());
    }
    if blad.len() > BLAD {
        return Err(Fel::Stor(format!("har {} blad", blad.len())));
    }
    Ok(blad)
}
