//! The goals: who meets them, and the weeks per region and care type.

use super::data::{Mal, OvrigtMal, UtvarderatMal};
use super::{ANTAL, Nummer, Textrad, datum, falt, rad_utan_region};
use crate::region::{PerRegion, Region};
use crate::report::delar::{
    Axel, Diagramlinje, Diagramstapel, Radslag, Regionlista, Siffra, Tabell,
};
use crate::report::diagram::{Panel, Paneldiagram};
use crate::report::regiontabell::{Kolumn, regiontabell};
use crate::report::{Figur, Lasning, svenska};

/// An evaluated goal: its number in the workbook, its care type, and the care type in figures' names.
struct Utvarderat {
    nummer: usize,
    vardtyp: String,
    id: String,
    rad: Textrad,
}

impl Utvarderat {
    fn veckor(&self, las: &Lasning<'_>) -> Figur {
        las.riket(&format!("mal_{}_veckor", self.nummer))
    }

    fn lista(&self, las: &Lasning<'_>, mangd: &str) -> Regionlista {
        las.regionmangd(&format!("{mangd}_{}", self.id)).into_iter().collect()
    }
}

pub(super) fn mal(las: &Lasning<'_>, nummer: &mut Nummer) -> Mal {
    let rader = las.rader("mal");
    let (utvarderade, ovriga): (Vec<_>, Vec<_>) =
        (1..).zip(&rader).partition(|(_, rad)| falt(rad, "utvarderat") == "ja");
    let utvarderade: Vec<_> = utvarderade
        .into_iter()
        .map(|(nummer, rad)| Utvarderat {
            nummer,
            vardtyp: falt(rad, "vardtyp"),
            id: falt(rad, "id"),
            rad: rad.clone(),
        })
        .collect();
    let nagot = !utvarderade.is_empty();
    let malen: Vec<_> = utvarderade.iter().map(|ett| ett_mal(las, ett)).collect();
    Mal {
        alla_nar: malen.iter().all(|mal| mal.missat.antal == 0),
        utvarderade: malen,
        ovriga: ovriga
            .into_iter()
            .map(|(_, rad)| OvrigtMal {
                vardtyp: falt(rad, "vardtyp"),
                avtalsar: falt(rad, "avtalsar"),
                senast: datum(rad, "senast"),
            })
            .collect(),
        diagram: nagot.then(|| diagram(las, &utvarderade, nummer.diagram())),
        tabell: nagot.then(|| tabell(las, &utvarderade, nummer.tabell())),
    }
}

fn ett_mal(las: &Lasning<'_>, mal: &Utvarderat) -> UtvarderatMal {
    let minst = las.riket(&format!("veckor_minst_{}", mal.id));
    let veckor = mal.veckor(las);
    let senast = datum(&mal.rad, "senast");
    UtvarderatMal {
        vardtyp: mal.vardtyp.clone(),
        avtalsar: falt(&mal.rad, "avtalsar"),
        veckor_i_ord: i_ord(&veckor),
        veckor: veckor.som(ANTAL),
        ursprungligen: datum(&mal.rad, "ursprungligen"),
        senast: senast.unwrap_or_else(|| panic!("{} has no day", mal.vardtyp)),
        natt: mal.lista(las, "natt"),
        missat: mal.lista(las, "missat"),
        minst_i_ord: i_ord(&minst),
        minst: minst.som(ANTAL),
        minst_regioner: mal.lista(las, "minst"),
    }
}

fn i_ord(veckor: &Figur) -> String {
    let antal = veckor.som(ANTAL).text.parse();
    svenska::antal_i_ord_utrum(antal.unwrap_or_else(|_| panic!("{} counts no weeks", veckor.id)))
}

/// Weeks per region, a panel for each care type with its goal as a line.
fn diagram(las: &Lasning<'_>, malen: &[Utvarderat], nummer: u32) -> Paneldiagram {
    let svaren: Vec<_> =
        malen.iter().map(|mal| las.regioner(&format!("veckor_{}", mal.id))).collect();
    let gransen: Vec<_> = malen.iter().map(|mal| mal.veckor(las)).collect();
    // One axis for all, so that the panels can be compared.
    let alla = svaren.iter().flat_map(|svar| svar.varden().iter()).chain(&gransen);
    let hogst = alla.map(Figur::exakt).max().unwrap_or_else(|| panic!("there is a goal"));
    let axel = Axel::for_hogst(&hogst);
    let panel = |(plats, mal): (usize, &Utvarderat)| {
        let missat = las.regionmangd(&format!("missat_{}", mal.id));
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
fn i_text(las: &Lasning<'_>, malen: &[Utvarderat]) -> String {
    let ett = |mal: &Utvarderat| {
        let missat = mal.lista(las, "missat");
        let vilka = match missat.antal {
            0 => "alla regioner når det".to_owned(),
            _ => format!("det nås inte av {}", missat.uppraknade),
        };
        format!("{}: målet är {} veckor och {vilka}.", mal.vardtyp, mal.veckor(las).som(ANTAL).text)
    };
    let delar: Vec<_> = malen.iter().map(ett).collect();
    format!(
        "Stapeldiagram över hur många veckor lagren räcker, en stapel per region och en ruta per \
         vårdtyp. {}",
        delar.join(" ")
    )
}

/// The same as a table, with how many meet each goal under it.
fn tabell(las: &Lasning<'_>, malen: &[Utvarderat], nummer: u32) -> Tabell {
    let kolumn =
        |mal: &Utvarderat| Kolumn::ny(las, &mal.vardtyp, &format!("veckor_{}", mal.id), ANTAL);
    let kolumner: Vec<_> = malen.iter().map(kolumn).collect();
    let rubrik = "Så länge lagren räcker per region och vårdtyp".to_owned();
    let mut tabell = regiontabell("veckor", Some(nummer), (rubrik, "veckor"), None, &kolumner);
    let rad = |rubrik: &str, slag, siffra: &dyn Fn(&Utvarderat) -> Siffra| {
        let celler = malen.iter().map(|mal| Some(siffra(mal))).collect();
        rad_utan_region(rubrik.to_owned(), slag, celler)
    };
    let antal = |vad: &'static str| {
        move |mal: &Utvarderat| las.riket(&format!("{vad}_{}", mal.id)).som(ANTAL)
    };
    tabell.rader.extend([
        rad("Målet", Radslag::Delsumma, &|mal| mal.veckor(las).som(ANTAL)),
        rad("Antal regioner som når målet", Radslag::Rad, &antal("antal_natt")),
        rad("Antal regioner som inte når målet", Radslag::Rad, &antal("antal_missat")),
    ]);
    tabell
}
