//! What the regions have used: a column for each agreement and year that they were asked about. A
//! column's heading says which; a year without a column is not known, which is not nought.

use super::{Anvant, Avtal};
use crate::contract::beredskap as contract;
use crate::grants::Reader;
use crate::grants::beredskap::schema::{anvandningsrubrik, blad};
use crate::problem::{Code, Location, Problem, Problems};
use crate::quantity::HelaKronor;
use crate::region::Region;
use crate::workbook::bok::Regionvarden;
use crate::workbook::tecken::jamforbar;

/// Gives each agreement what is known of its use; `None` if a column could not be told.
pub(super) fn read(reader: &mut Reader<'_>, avtal: &mut [Avtal]) -> Option<()> {
    let mut alla_kanda = Some(());
    for (rubrik, varden) in reader.book.fria_heltal(blad::ANVANDNING) {
        let nu = reader.year();
        let Some((plats, ar)) = kolumnens(reader.problems, nu, &rubrik, &varden, avtal) else {
            alla_kanda = None;
            continue;
        };
        let Some(avtalet) = avtal.get_mut(plats) else { continue };
        let kronor = varden.map(|_, read| read.clone().map(HelaKronor::fran_heltal));
        let per_region = reader.leaves(&contract::ANVANT_AR.at((avtalet.ar, ar)), &kronor);
        avtalet.anvant.push(Anvant { ar, per_region });
    }
    for avtalet in avtal {
        avtalet.anvant.sort_by_key(|anvant| anvant.ar);
    }
    alla_kanda
}

/// The agreement's place and the year that a heading names, or a problem.
fn kolumnens(
    problems: &mut Problems,
    nu: i32,
    rubrik: &str,
    varden: &Regionvarden<i64>,
    avtal: &[Avtal],
) -> Option<(usize, i32)> {
    let ar_rubrik =
        |avtal: &Avtal, ar: i32| jamforbar(rubrik) == jamforbar(&anvandningsrubrik(avtal.ar, ar));
    let hittad = avtal.iter().enumerate().find_map(|(plats, avtal)| {
        let ar = (avtal.ar..=avtal.till.max(nu) + 20).chain(avtal.fran..avtal.ar);
        ar.into_iter().find(|ar| ar_rubrik(avtal, *ar)).map(|ar| (plats, avtal, ar))
    });
    let Some((plats, avtalet, ar)) = hittad else {
        let mojliga: Vec<_> = avtal
            .iter()
            .flat_map(|avtal| {
                avtal.forflutna(nu).map(|ar| format!("”{}”", anvandningsrubrik(avtal.ar, ar)))
            })
            .collect();
        problems.add(
            Problem::new(
                Code::I02,
                kolumnen(varden),
                format!("rubriken ”{rubrik}” säger inte vilka medel och vilket år den gäller"),
            )
            .expected(format!("någon av {}", mojliga.join(", ")))
            .help("rätta kolumnens rubrik"),
        );
        return None;
    };
    let (fran, till) = (avtalet.fran, avtalet.till);
    if !(fran..=till).contains(&ar) {
        problems.add(
            Problem::new(
                Code::R04,
                kolumnen(varden),
                format!("{} års medel får inte användas {ar}", avtalet.ar),
            )
            .expected(format!("ett år i perioden {fran}–{till}")),
        );
        return None;
    }
    if ar >= nu {
        problems.add(
            Problem::new(
                Code::R04,
                kolumnen(varden),
                format!("{ar} är inte slut när uppföljningen för {nu} görs"),
            )
            .expected(format!("användning till och med {}", nu - 1)),
        );
        return None;
    }
    Some((plats, ar))
}

/// The column, by its first region's cell.
fn kolumnen<T>(varden: &Regionvarden<T>) -> Location {
    let forst = Region::alla().map(|region| &varden.i(region).cell.location).min();
    forst.cloned().unwrap_or_default()
}
