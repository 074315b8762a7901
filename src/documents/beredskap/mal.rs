//! The goals: who meets them, and the weeks per region and care type.

use super::data::{Mal, OvrigtMal, UtvarderatMal};
use super::{ANTAL, Nummer, rad_utan_region};
use crate::contract::beredskap as contract;
use crate::region::{PerRegion, Region};
use crate::report::diagram::{Axel, Diagramlinje, Diagramstapel};
use crate::report::diagram::{Panel, Paneldiagram};
use crate::report::lists::Regionlista;
use crate::report::number::{Datum, Siffra};
use crate::report::regiontabell::{Kolumn, regiontabell};
use crate::report::table::{Radslag, Tabell};
use crate::report::{Figur, Lasning};

/// For how many weeks the stocks are to last, by a goal that has been evaluated.
fn grans(las: &Lasning<'_>, mal: &contract::Mal) -> Figur {
    las.figure(contract::MAL_VECKOR.at(mal.nummer).kept())
}

/// The regions that miss a goal.
fn missat(las: &Lasning<'_>, mal: &contract::Mal) -> Vec<Region> {
    las.fact(&contract::MISSAT.at(&mal.id))
}

pub(super) fn mal(las: &Lasning<'_>, nummer: &mut Nummer) -> Mal {
    let malen = las.fact(&contract::MAL).into_iter();
    let (utvarderade, ovriga): (Vec<_>, Vec<_>) = malen.partition(|mal| mal.utvarderat);
    let nagot = !utvarderade.is_empty();
    let malen: Vec<_> = utvarderade.iter().map(|ett| ett_mal(las, ett)).collect();
    Mal {
        alla_nar: malen.iter().all(|mal| mal.missat.antal == 0),
        utvarderade: malen,
        ovriga: ovriga
            .into_iter()
            .map(|mal| OvrigtMal {
                vardtyp: mal.vardtyp,
                avtalsar: mal.avtalsar.to_string(),
                senast: mal.senast.map(Datum::from),
            })
            .collect(),
        diagram: nagot.then(|| diagram(las, &utvarderade, nummer.diagram())),
        tabell: nagot.then(|| tabell(las, &utvarderade, nummer.tabell())),
    }
}

fn ett_mal(las: &Lasning<'_>, mal: &contract::Mal) -> UtvarderatMal {
    let minst = las.figure(&contract::VECKOR_MINST.at(&mal.id));
    let veckor = grans(las, mal);
    UtvarderatMal {
        vardtyp: mal.vardtyp.clone(),
        avtalsar: mal.avtalsar.to_string(),
        veckor_i_ord: veckor.in_words(),
        veckor: veckor.som(ANTAL),
        ursprungligen: mal.ursprungligen.map(Datum::from),
        senast: mal.senast.unwrap_or_else(|| panic!("{} has no day", mal.vardtyp)).into(),
        natt: las.fact(&contract::NATT.at(&mal.id)).into_iter().collect(),
        missat: missat(las, mal).into_iter().collect(),
        minst_i_ord: minst.in_words(),
        minst: minst.som(ANTAL),
        minst_regioner: las.fact(&contract::MINST.at(&mal.id)).into_iter().collect(),
    }
}

/// Weeks per region, a panel for each care type with its goal as a line.
fn diagram(las: &Lasning<'_>, malen: &[contract::Mal], nummer: u32) -> Paneldiagram {
    let svar = |mal: &contract::Mal| las.in_regions(&contract::VECKOR.at(&mal.id));
    let svaren: Vec<_> = malen.iter().map(svar).collect();
    let gransen: Vec<_> = malen.iter().map(|mal| grans(las, mal)).collect();
    // One axis for all, so that the panels can be compared.
    let alla = svaren.iter().flat_map(|svar| svar.varden().iter()).chain(&gransen);
    let hogst = alla.map(Figur::exakt).max().unwrap_or_else(|| panic!("there is a goal"));
    let axel = Axel::for_hogst(&hogst);
    let panel = |(plats, mal): (usize, &contract::Mal)| {
        let missat = missat(las, mal);
        let stapel = |(region, figur): (Region, &Figur)| Diagramstapel {
            rubrik: region.kortnamn().to_owned(),
            siffra: figur.som(ANTAL),
            promille: axel.promille(&figur.exakt()),
            framhavd: missat.contains(&region),
        };
        let linje = |figur: &Figur| Diagramlinje {
            rubrik: "Målet".to_owned(),
            siffra: figur.som(ANTAL),
            promille: axel.promille(&figur.exakt()),
        };
        Panel {
            rubrik: mal.vardtyp.clone(),
            skala: axel.skala(),
            staplar: svaren.get(plats).into_iter().flat_map(PerRegion::iter).map(stapel).collect(),
            linjer: gransen.get(plats).map(linje).into_iter().collect(),
        }
    };
    Paneldiagram {
        id: "veckor".to_owned(),
        nummer,
        rubrik: "Så länge lagren räcker vid normal förbrukning i fredstid".to_owned(),
        enhet: "veckor".to_owned(),
        text: i_text(las, malen),
        paneler: malen.iter().enumerate().map(panel).collect(),
    }
}

/// The diagram in words.
fn i_text(las: &Lasning<'_>, malen: &[contract::Mal]) -> String {
    let ett = |mal: &contract::Mal| {
        let missat: Regionlista = missat(las, mal).into_iter().collect();
        let vilka = match missat.antal {
            0 => "alla regioner når det".to_owned(),
            _ => format!("det nås inte av {}", missat.uppraknade),
        };
        format!("{}: målet är {} veckor och {vilka}.", mal.vardtyp, grans(las, mal).som(ANTAL).text)
    };
    let delar: Vec<_> = malen.iter().map(ett).collect();
    format!(
        "Stapeldiagram över hur många veckor lagren räcker, en stapel per region och en ruta per \
         vårdtyp. {}",
        delar.join(" ")
    )
}

/// The same as a table, with how many meet each goal under it.
fn tabell(las: &Lasning<'_>, malen: &[contract::Mal], nummer: u32) -> Tabell {
    let kolumn =
        |mal: &contract::Mal| Kolumn::of(las, &mal.vardtyp, &contract::VECKOR.at(&mal.id), ANTAL);
    let kolumner: Vec<_> = malen.iter().map(kolumn).collect();
    let rubrik = "Så länge lagren räcker per region och vårdtyp".to_owned();
    let mut tabell = regiontabell("veckor", Some(nummer), (rubrik, "veckor"), None, &kolumner);
    let rad = |rubrik: &str, slag, siffra: &dyn Fn(&contract::Mal) -> Siffra| {
        let celler = malen.iter().map(|mal| Some(siffra(mal))).collect();
        rad_utan_region(rubrik.to_owned(), slag, celler)
    };
    let natt = |mal: &contract::Mal| las.figure(&contract::ANTAL_NATT.at(&mal.id)).som(ANTAL);
    let missat = |mal: &contract::Mal| las.figure(&contract::ANTAL_MISSAT.at(&mal.id)).som(ANTAL);
    tabell.rader.extend([
        rad("Målet", Radslag::Delsumma, &|mal| grans(las, mal).som(ANTAL)),
        rad("Antal regioner som når målet", Radslag::Rad, &natt),
        rad("Antal regioner som inte når målet", Radslag::Rad, &missat),
    ]);
    tabell
}
