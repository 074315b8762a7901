//! What is no number but follows from them: which months an annex pays, and for which; what is paid
//! when, and why it is adjusted. The prose and the columns of the documents hang on it.

use std::collections::BTreeMap;

use super::inputs::{Bilaga, Ihsi, Indata};
use super::justering::Justering;
use super::rules::dagar;
use super::rules::prov::Provning;
use super::schema::RESIDUAL_MANADER;
use crate::allocation::Residual;
use crate::calendar::Manad;
use crate::figure::CellRef;
use crate::report::{Fakta, Report, svenska};

/// What the facts are found in.
pub(super) struct Utfall {
    /// How many months after the cost the grant is paid.
    pub(super) efterslap: u32,
    /// The kinds of adjustment whose amounts a rule found.
    pub(super) raknade: Vec<Justering>,
    /// The equations that held.
    pub(super) provningar: Vec<Provning>,
}

type Rad = BTreeMap<&'static str, String>;

/// States every fact.
pub(super) fn fakta(indata: &Indata, utfall: &Utfall, report: &mut Report) {
    bilagor(indata, utfall, report);
    betalningar(indata, utfall, report);
    justeringar(indata, utfall, report);
    avtalen(indata, utfall, report);
    medgivna(indata, report);
    let storst = |avgift: &Ihsi| matches!(avgift.residual, Residual::HalfUpResidualToLargest);
    let storst = Fakta::Ja(indata.underlag.ihsi_avgift.as_ref().is_some_and(storst));
    report.fakta(indata.namn.riket("ihsi_storst_tar_resten"), storst, Vec::new());
    let rad = |provning: &Provning| {
        BTreeMap::from([
            ("id", provning.id.clone()),
            ("text", provning.text.clone()),
            ("vanster", indata.namn.riket(&format!("prov_{}_vanster", provning.id))),
            ("hoger", indata.namn.riket(&format!("prov_{}_hoger", provning.id))),
        ])
    };
    let rader = utfall.provningar.iter().map(rad).collect();
    report.fakta(indata.namn.riket("provningar"), Fakta::Rader(rader), Vec::new());
}

/// A month of the budget year.
fn manad(indata: &Indata, nummer: u32) -> Manad {
    Manad::ny(indata.ar, nummer)
        .unwrap_or_else(|| panic!("the reader lets only months 1–12 through, not {nummer}"))
}

/// `2024_05`.
fn kod(manad: Manad) -> String {
    format!("{}_{:02}", manad.ar(), manad.nummer())
}

fn bilagor(indata: &Indata, utfall: &Utfall, report: &mut Report) {
    let (mut rader, mut celler): (Vec<Rad>, Vec<CellRef>) = (Vec::new(), Vec::new());
    for bilaga in &indata.bilagor {
        let [forsta, sista] =
            [&bilaga.forsta, &bilaga.sista].map(|nummer| manad(indata, nummer.value));
        let kostnad = |manad: Manad| manad.tidigare(utfall.efterslap);
        rader.push(BTreeMap::from([
            ("nummer", bilaga.nummer.value.to_string()),
            ("betalningsmanader", svenska::manader(forsta, sista)),
            ("kostnadsmanader", svenska::manader(kostnad(forsta), kostnad(sista))),
            ("avtalsar", kostnad(forsta).ar().to_string()),
            ("forsta", kod(forsta)),
            ("sista", kod(sista)),
        ]));
        celler.extend([&bilaga.nummer, &bilaga.forsta, &bilaga.sista].map(|x| x.cell.clone()));
    }
    report.fakta(indata.namn.riket("bilagor"), Fakta::Rader(rader), celler);
}

/// The number of the annex that pays a month, if one does.
fn bilagan(indata: &Indata, nummer: u32) -> Option<u32> {
    let betalar = |bilaga: &&Bilaga| (bilaga.forsta.value..=bilaga.sista.value).contains(&nummer);
    indata.bilagor.iter().find(betalar).map(|bilaga| bilaga.nummer.value)
}

/// The twelve payments, in order.
fn betalningar(indata: &Indata, utfall: &Utfall, report: &mut Report) {
    let rad = |nummer: u32| -> Rad {
        let betalning = manad(indata, nummer);
        let kostnad = betalning.tidigare(utfall.efterslap);
        let justeringar = indata.justeringar.iter().filter(|rad| rad.manad.value == nummer);
        let justeringar: Vec<_> = justeringar.map(|rad| rad.slag.value.id()).collect();
        let placerad = nummer == utfall.efterslap && indata.placerar(indata.ar - 1);
        BTreeMap::from([
            ("manad", kod(betalning)),
            ("manad_text", svenska::manad_och_ar(betalning)),
            ("kostnad", kod(kostnad)),
            ("kostnadsmanad", svenska::manad_och_ar(kostnad)),
            ("avtalsar", kostnad.ar().to_string()),
            (
                "bilaga",
                bilagan(indata, nummer).map(|nummer| nummer.to_string()).unwrap_or_default(),
            ),
            ("dag", dagar::dagens_namn(betalning)),
            ("justeringar", justeringar.join(" ")),
            ("residual", if placerad { "ja" } else { "" }.to_owned()),
        ])
    };
    let rader = (1..=12).map(rad).collect();
    report.fakta(indata.namn.riket("betalningar"), Fakta::Rader(rader), Vec::new());
}

/// The adjustments, in the order they are paid.
fn justeringar(indata: &Indata, utfall: &Utfall, report: &mut Report) {
    let mut ordnade: Vec<_> = indata.justeringar.iter().collect();
    ordnade.sort_by_key(|rad| (rad.manad.value, rad.slag.value));
    let (mut rader, mut celler): (Vec<Rad>, Vec<CellRef>) = (Vec::new(), Vec::new());
    for rad in ordnade {
        let slag = rad.slag.value;
        let i_manad = manad(indata, rad.manad.value);
        let satt = if utfall.raknade.contains(&slag) { "räknad" } else { "angiven" };
        rader.push(BTreeMap::from([
            ("justering", slag.id().to_owned()),
            ("rubrik", slag.rubrik(indata.ar - 1)),
            ("skal", rad.skal.value.clone()),
            ("manad", kod(i_manad)),
            ("manad_text", svenska::manad_och_ar(i_manad)),
            ("bilaga", rad.bilaga.value.to_string()),
            ("avtalsar", (indata.ar - 1).to_string()),
            ("satt", satt.to_owned()),
        ]));
        celler.extend([rad.slag.cell.clone(), rad.skal.cell.clone()]);
        celler.extend([rad.manad.cell.clone(), rad.bilaga.cell.clone()]);
    }
    report.fakta(indata.namn.riket("justeringar"), Fakta::Rader(rader), celler);
}

/// The agreement years, with the first and last month each is paid.
fn avtalen(indata: &Indata, utfall: &Utfall, report: &mut Report) {
    let (mut rader, mut celler): (Vec<Rad>, Vec<CellRef>) = (Vec::new(), Vec::new());
    let mut avtalen: Vec<_> = indata.avtal.iter().collect();
    avtalen.sort_by_key(|avtal| avtal.ar.value);
    for avtal in avtalen {
        let betald = |manad: u32| {
            Manad::ny(avtal.ar.value, manad)
                .map(|manad| svenska::manad_och_ar(manad.senare(utfall.efterslap)))
        };
        let [placeras_inte, placeras] = RESIDUAL_MANADER;
        let residual = if avtal.residual_placeras.value { placeras } else { placeras_inte };
        rader.push(BTreeMap::from([
            ("avtalsar", avtal.ar.value.to_string()),
            ("regeringsbeslut", avtal.regeringsbeslut.value.clone()),
            ("datum", avtal.datum.value.to_string()),
            ("diarienummer", avtal.diarienummer.value.clone()),
            ("residual", residual.to_owned()),
            ("forsta_manad", betald(1).unwrap_or_default()),
            ("sista_manad", betald(12).unwrap_or_default()),
        ]));
        celler.extend([avtal.regeringsbeslut.cell.clone(), avtal.datum.cell.clone()]);
        celler.extend([avtal.diarienummer.cell.clone(), avtal.ar.cell.clone()]);
        celler.push(avtal.residual_placeras.cell.clone());
    }
    report.fakta(indata.namn.riket("avtal"), Fakta::Rader(rader), celler);
}

/// The payments that are meant to be nought or negative.
fn medgivna(indata: &Indata, report: &mut Report) {
    let (mut rader, mut celler): (Vec<Rad>, Vec<CellRef>) = (Vec::new(), Vec::new());
    for medgivet in &indata.medgivna {
        let i_manad = manad(indata, medgivet.manad.value);
        rader.push(BTreeMap::from([
            ("region", medgivet.region.value.kortnamn().to_owned()),
            ("manad", kod(i_manad)),
            ("manad_text", svenska::manad_och_ar(i_manad)),
            ("skal", medgivet.skal.value.clone()),
        ]));
        celler.extend([medgivet.region.cell.clone(), medgivet.manad.cell.clone()]);
        celler.push(medgivet.skal.cell.clone());
    }
    report.fakta(indata.namn.riket("medgivna"), Fakta::Rader(rader), celler);
}
