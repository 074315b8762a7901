//! The goals: who meets them, and the weeks per region and care type.

use super::data::{Mal, OvrigtMal, UtvarderatMal};
use super::{ANTAL, Numbering, rad_utan_region};
use crate::contract::beredskap as contract;
use crate::region::{PerRegion, Region};
use crate::report::diagram::{Axel, Diagramlinje, Diagramstapel};
use crate::report::diagram::{Panel, Paneldiagram};
use crate::report::lists::Regionlista;
use crate::report::number::{Datum, Siffra};
use crate::report::region_table::{Column, region_table};
use crate::report::table::{Radslag, Tabell};
use crate::report::{Number, View};

/// For how many weeks the stocks are to last, by a goal that has been evaluated.
fn limit(view: &View<'_>, mal: &contract::Mal) -> Number {
    view.figure(contract::MAL_VECKOR.at(mal.nummer).kept())
}

/// The regions that miss a goal.
fn missat(view: &View<'_>, mal: &contract::Mal) -> Vec<Region> {
    view.fact(&contract::MISSAT.at(&mal.id))
}

pub(super) fn target(view: &View<'_>, nummer: &mut Numbering) -> Mal {
    let malen = view.fact(&contract::MAL).into_iter();
    let (utvarderade, ovriga): (Vec<_>, Vec<_>) = malen.partition(|mal| mal.utvarderat);
    let nagot = !utvarderade.is_empty();
    let malen: Vec<_> = utvarderade.iter().map(|ett| ett_mal(view, ett)).collect();
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
        diagram: nagot.then(|| diagram(view, &utvarderade, nummer.diagram())),
        tabell: nagot.then(|| table(view, &utvarderade, nummer.table())),
    }
}

fn ett_mal(view: &View<'_>, mal: &contract::Mal) -> UtvarderatMal {
    let minst = view.figure(&contract::VECKOR_MINST.at(&mal.id));
    let veckor = limit(view, mal);
    let senast = mal.senast.unwrap_or_else(|| panic!("{} has no day", mal.vardtyp));
    UtvarderatMal {
        vardtyp: mal.vardtyp.clone(),
        avtalsar: mal.avtalsar.to_string(),
        veckor_i_ord: veckor.in_words(),
        veckor: veckor.shown_as(ANTAL),
        ursprungligen: mal.ursprungligen.map(Datum::from),
        passerat: senast < view.fact(&contract::UPPFOLJNING_DATUM),
        senast: senast.into(),
        natt: view.fact(&contract::NATT.at(&mal.id)).into_iter().collect(),
        missat: missat(view, mal).into_iter().collect(),
        minst_i_ord: minst.in_words(),
        minst: minst.shown_as(ANTAL),
        minst_regioner: view.fact(&contract::MINST.at(&mal.id)).into_iter().collect(),
    }
}

/// Weeks per region, a panel for each care type with its goal as a line.
fn diagram(view: &View<'_>, malen: &[contract::Mal], nummer: u32) -> Paneldiagram {
    let answer = |mal: &contract::Mal| view.in_regions(&contract::VECKOR.at(&mal.id));
    let svaren: Vec<_> = malen.iter().map(answer).collect();
    let gransen: Vec<_> = malen.iter().map(|mal| limit(view, mal)).collect();
    // One axis for all, so that the panels can be compared.
    let all = svaren.iter().flat_map(|answer| answer.values().iter()).chain(&gransen);
    let hogst = all.map(Number::exact).max().unwrap_or_else(|| panic!("there is a goal"));
    let axel = Axel::for_at_most(&hogst);
    let panel = |(plats, mal): (usize, &contract::Mal)| {
        let missat = missat(view, mal);
        let stapel = |(region, figure): (Region, &Number)| Diagramstapel {
            rubrik: region.short_name().to_owned(),
            siffra: figure.shown_as(ANTAL),
            promille: axel.permille(&figure.exact()),
            framhavd: missat.contains(&region),
        };
        let linje = |figure: &Number| Diagramlinje {
            rubrik: "Målet".to_owned(),
            siffra: figure.shown_as(ANTAL),
            promille: axel.permille(&figure.exact()),
        };
        Panel {
            rubrik: mal.vardtyp.clone(),
            skala: axel.scale(),
            staplar: svaren.get(plats).into_iter().flat_map(PerRegion::iter).map(stapel).collect(),
            linjer: gransen.get(plats).map(linje).into_iter().collect(),
        }
    };
    Paneldiagram {
        id: "veckor".to_owned(),
        nummer,
        rubrik: "Så länge lagren räcker vid normal förbrukning i fredstid".to_owned(),
        enhet: "veckor".to_owned(),
        text: i_text(view, malen),
        paneler: malen.iter().enumerate().map(panel).collect(),
    }
}

/// The diagram in words.
fn i_text(view: &View<'_>, malen: &[contract::Mal]) -> String {
    let ett = |mal: &contract::Mal| {
        let missat: Regionlista = missat(view, mal).into_iter().collect();
        let vilka = match missat.antal {
            0 => "alla regioner når det".to_owned(),
            _ => format!("det nås inte av {}", missat.uppraknade),
        };
        format!(
            "{}: målet är {} veckor och {vilka}.",
            mal.vardtyp,
            limit(view, mal).shown_as(ANTAL).text
        )
    };
    let delar: Vec<_> = malen.iter().map(ett).collect();
    format!(
        "Stapeldiagram över hur många veckor lagren räcker, en stapel per region och en ruta per \
         vårdtyp. {}",
        delar.join(" ")
    )
}

/// The same as a table, with how many meet each goal under it.
fn table(view: &View<'_>, malen: &[contract::Mal], nummer: u32) -> Tabell {
    let kolumn =
        |mal: &contract::Mal| Column::of(view, &mal.vardtyp, &contract::VECKOR.at(&mal.id), ANTAL);
    let kolumner: Vec<_> = malen.iter().map(kolumn).collect();
    let rubrik = "Så länge lagren räcker per region och vårdtyp".to_owned();
    let mut tabell = region_table("veckor", Some(nummer), (rubrik, "veckor"), None, &kolumner);
    let row = |rubrik: &str, slag, siffra: &dyn Fn(&contract::Mal) -> Siffra| {
        let celler = malen.iter().map(|mal| Some(siffra(mal))).collect();
        rad_utan_region(rubrik.to_owned(), slag, celler)
    };
    let natt = |mal: &contract::Mal| view.figure(&contract::ANTAL_NATT.at(&mal.id)).shown_as(ANTAL);
    let missat =
        |mal: &contract::Mal| view.figure(&contract::ANTAL_MISSAT.at(&mal.id)).shown_as(ANTAL);
    tabell.rader.extend([
        row("Målet", Radslag::Delsumma, &|mal| limit(view, mal).shown_as(ANTAL)),
        row("Antal regioner som når målet", Radslag::Rad, &natt),
        row("Antal regioner som inte når målet", Radslag::Rad, &missat),
    ]);
    tabell
}
