//! The sheets of rows: appropriation, agreements, annexes, adjustments, people and what is beside them.

use std::collections::BTreeMap;

use super::{Avtalsar, Bilaga, Justeringsrad, Medgivet};
use crate::contract::regleringsbrev::{
    self as contract, Anslagspost, Avdrag, Betalningsmottagare, Medel, Undertecknare,
};
use crate::figure::{CellRef, Cellvarde, Figure};
use crate::grants::Reader;
use crate::grants::regleringsbrev::justering::Justering;
use crate::grants::regleringsbrev::schema::{RESIDUAL_MANADER, ROLLER, blad};
use crate::problem::{Code, Problem};
use crate::quantity::HelaKronor;
use crate::region::Region;
use crate::workbook::Bok;
use crate::workbook::bok::Rad;

/// A whole number that the schema's limits make a count.
fn nummer(read: Cellvarde<i64>) -> Cellvarde<u32> {
    read.map(|tal| u32::try_from(tal).unwrap_or_else(|_| panic!("the limits let {tal} through")))
}

/// Who gets a copy and who signs, which are printed as they stand.
pub(super) fn people(reader: &mut Reader<'_>) {
    let (kopior, celler) = reader.rows(blad::KOPIOR, |rad| rad.text("mottagare"));
    reader.state(&contract::KOPIOR, kopior, celler);
    let [beslutar, _] = ROLLER;
    let (undertecknare, celler) = reader.rows(blad::UNDERTECKNARE, |rad| Undertecknare {
        beslutar: rad.text("uppgift") == beslutar,
        namn: rad.text("namn"),
        roll: rad.text("roll"),
    });
    reader.state(&contract::UNDERTECKNARE, undertecknare, celler);
}

/// The items, and their facts; one that stands twice is reported.
pub(super) fn anslagsposter(reader: &mut Reader<'_>) -> Option<Vec<Figure<HelaKronor>>> {
    let sida = blad::ANSLAGSPOSTER;
    let (mut rader, mut celler, mut poster) = (Vec::new(), Vec::new(), BTreeMap::new());
    let mut hela = true;
    for rad in reader.book.rader(sida) {
        let (post, namn, belopp) = (rad.heltal("post"), rad.text("namn"), rad.heltal("belopp"));
        let Some(((post, namn), _)) = post.map(nummer).zip(namn).zip(belopp) else {
            hela = false;
            continue;
        };
        if poster.contains_key(&post.value) {
            let text = format!("anslagspost {} står redan på en rad ovanför", post.value);
            let problem = Problem::new(Code::I04, post.cell.location, text);
            reader.problems.add(problem.help("behåll den rad som gäller"));
            hela = false;
            continue;
        }
        let promise = contract::ANSLAGSPOST.at(post.value);
        poster.insert(post.value, reader.row_figure(sida, rad, "belopp", &promise));
        celler.extend([post.cell, namn.cell]);
        rader.push(Anslagspost { nummer: post.value, namn: namn.value });
    }
    reader.state(&contract::ANSLAGSPOSTER, rader, celler);
    hela.then(|| poster.into_values().flatten().collect())
}

/// Every row of a sheet; none if something is missing in one, which has been reported.
fn alla<T>(bok: &Bok, sida: &str, rad: impl Fn(&Rad) -> Option<T>) -> Option<Vec<T>> {
    bok.rader(sida).iter().map(rad).collect()
}

pub(super) fn avtal(bok: &Bok) -> Option<Vec<Avtalsar>> {
    let [_, placeras] = RESIDUAL_MANADER;
    let ar = |ar| i32::try_from(ar).unwrap_or_else(|_| panic!("the limits let {ar} through"));
    alla(bok, blad::AVTAL, |rad| {
        Some(Avtalsar {
            ar: rad.heltal("avtalsar")?.map(ar),
            regeringsbeslut: rad.text("regeringsbeslut")?,
            datum: rad.datum("datum")?,
            diarienummer: rad.text("diarienummer")?,
            residual_placeras: rad.text("residual")?.map(|ord| ord == placeras),
        })
    })
}

pub(super) fn bilagor(bok: &Bok) -> Option<Vec<Bilaga>> {
    alla(bok, blad::BILAGOR, |rad| {
        Some(Bilaga {
            nummer: nummer(rad.heltal("nummer")?),
            forsta: nummer(rad.heltal("forsta_manad")?),
            sista: nummer(rad.heltal("sista_manad")?),
        })
    })
}

pub(super) fn justeringar(bok: &Bok) -> Option<Vec<Justeringsrad>> {
    let slag = |ord: String| {
        Justering::hitta(&ord).unwrap_or_else(|| panic!("{ord} is not among the choices"))
    };
    alla(bok, blad::JUSTERINGAR, |rad| {
        Some(Justeringsrad {
            slag: rad.text("justering")?.map(slag),
            bilaga: nummer(rad.heltal("bilaga")?),
            manad: nummer(rad.heltal("manad")?),
            skal: rad.text("skal")?,
        })
    })
}

pub(super) fn medgivna(reader: &mut Reader<'_>) -> Option<Vec<Medgivet>> {
    let mut medgivna = Vec::new();
    for rad in reader.book.rader(blad::MEDGIVNA) {
        let (region, manad) = (rad.text("region")?, nummer(rad.heltal("manad")?));
        let skal = rad.text("skal")?;
        medgivna.push(regionen(reader, region).map(|region| Medgivet { region, manad, skal }));
    }
    medgivna.into_iter().collect()
}

fn regionen(reader: &mut Reader<'_>, read: Cellvarde<String>) -> Option<Cellvarde<Region>> {
    match Region::hitta(&read.value) {
        Ok(region) => Some(read.map(|_| region)),
        Err(nara) => {
            let text = format!("”{}” är inte någon av de 21 regionerna", read.value);
            let problem = Problem::new(Code::I05, read.cell.location, text);
            reader.problems.add(match nara {
                Some(nara) => problem.help(format!("menas {nara}?")),
                None => problem.expected("en regions namn, till exempel Skåne"),
            });
            None
        }
    }
}

/// To whom each region's money is paid, and how sure that is; `None` if a number is missing or is none.
pub(super) fn betalningsmottagare(reader: &mut Reader<'_>) -> Option<()> {
    let nummer = reader.book.region_text(blad::MOTTAGARE, "organisationsnummer")?;
    let celler = nummer.varden().iter().map(|last| last.cell.clone()).collect();
    let mottagare = nummer.map(|_, last| Betalningsmottagare {
        organisationsnummer: last.value.clone(),
        status: last.cell.underlag.status,
    });
    reader.state(&contract::BETALNINGSMOTTAGARE, mottagare, celler);
    Some(())
}

/// The money on requisition; `None` if something of it is missing.
pub(super) fn medel(reader: &mut Reader<'_>) -> Option<()> {
    let avdraget = |ord: &str| {
        let avdrag = Avdrag::ALLA.into_iter().find(|avdrag| avdrag.id() == ord);
        avdrag.unwrap_or_else(|| panic!("{ord} is none of the sheet's rows"))
    };
    let medel = alla(reader.book, blad::MEDEL, |rad| {
        let text = |id: &str| rad.text(id).map(|last| last.value);
        Some(Medel {
            avdrag: avdraget(&text("avdrag")?),
            mottagare: text("mottagare")?,
            andamal: text("andamal")?,
            rekvireras_senast: rad.datum("rekvireras_senast")?.value,
            redovisas_senast: rad.datum("redovisas_senast")?.value,
            villkor: text("villkor")?,
        })
    })?;
    let celler =
        |rad: &Rad| rad.iter().map(|(_, last)| last.cell.clone()).collect::<Vec<CellRef>>();
    let celler = reader.book.rader(blad::MEDEL).iter().flat_map(celler).collect();
    reader.state(&contract::MEDEL, medel, celler);
    Some(())
}
