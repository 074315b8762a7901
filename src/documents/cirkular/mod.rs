//! The yearly circular on statsbidraget för läkemedelsförmånerna.

pub mod data;
mod solidariskt;
mod tabeller;

use std::collections::BTreeMap;

use schemars::Schema;

use self::data::{
    Aldersgrupp, Avdrag, Behovsmodell, Cirkular, Overenskommelse, Register, Statsbidrag,
    Utbetalning, Utgivare, VinstForlust,
};
use super::{Document, Exemplar};
use crate::report::delar::{Person, RegionSiffra, Regionlista};
use crate::report::{self, Lasning, Report, Visning, som_json, svenska};

const VERSION: u32 = 1;
const MNKR: Visning = Visning::MnkrHogst(6);
const KR: Visning = Visning::Decimaler(0);
const PROCENT: Visning = Visning::Procent(4);

/// The circular.
#[derive(Debug)]
pub struct Cirkularet;

impl Document for Cirkularet {
    fn id(&self) -> &'static str {
        "cirkular"
    }

    fn namn(&self) -> &'static str {
        "Cirkulär om statsbidraget för läkemedelsförmånerna"
    }

    fn bidrag(&self) -> &'static [&'static str] {
        &["lakemedel"]
    }

    fn mall(&self) -> &'static str {
        "cirkular/main.typ.tera"
    }

    fn xlsx(&self) -> bool {
        true
    }

    fn json(&self, report: &Report, ar: i32, exemplar: &Exemplar) -> Vec<u8> {
        som_json(&cirkular(&exemplar.id, &report.lasning("lakemedel", ar), ar))
    }

    fn schema(&self) -> Schema {
        report::schema::<Cirkular>()
    }
}

fn cirkular(id: &str, las: &Lasning<'_>, ar: i32) -> Cirkular {
    let personer = las.rader("personer");
    let utgivare = utgivare(las);
    let register = register(las, &personer);
    let overenskommelse = overenskommelse(las);
    let avdrag = avdrag(las);
    let vinst_forlust = vinst_forlust(las);
    let utbetalning = utbetalning(las);
    let statsbidrag = statsbidrag(las, ar);
    let behovsmodell = behovsmodell(las, ar);
    let solidariskt = solidariskt::solidariskt(las, ar);
    let forandring = tabeller::forandring(las, ar);
    let forandring_solidariskt = tabeller::forandring_solidariskt(las, ar);
    let titel = register.rubrik.clone();
    // Last: what the document rests on is what was read.
    let huvud = las.huvud((id, VERSION), ar, titel, register.datum.clone());
    Cirkular {
        huvud,
        ar,
        foregaende_ar: ar - 1,
        utgivare,
        register,
        overenskommelse,
        avdrag,
        vinst_forlust,
        utbetalning,
        statsbidrag,
        behovsmodell,
        solidariskt,
        forandring,
        forandring_solidariskt,
        kontakter: med_uppgift(&personer, "kontakt"),
        undertecknare: med_uppgift(&personer, "undertecknare"),
    }
}

fn utgivare(las: &Lasning<'_>) -> Utgivare {
    Utgivare {
        namn: las.text("utgivare_namn"),
        postadress: las.text("utgivare_postadress"),
        besoksadress: las.text("utgivare_besoksadress"),
        telefon: las.text("utgivare_telefon"),
        e_post: las.text("utgivare_e_post"),
        webbplats: las.text("utgivare_webbplats"),
        organisationsnummer: las.text("utgivare_organisationsnummer"),
    }
}

fn register(las: &Lasning<'_>, personer: &[BTreeMap<&'static str, String>]) -> Register {
    let mottagare = las.rader("mottagare");
    Register {
        nummer: las.text("cirkular_nummer"),
        diarienummer: las.text("cirkular_diarienummer"),
        datum: las.datum("cirkular_datum"),
        avdelning: las.text("cirkular_avdelning"),
        handlaggare: med_uppgift(personer, "handläggare"),
        mottagare: mottagare.iter().map(|rad| falt(rad, "mottagare")).collect(),
        rubrik: las.text("cirkular_rubrik"),
        ersatter: las.kanske_text("cirkular_ersatter"),
        bilagor: las.kanske_text("cirkular_bilagor"),
    }
}

fn med_uppgift(personer: &[BTreeMap<&'static str, String>], uppgift: &str) -> Vec<Person> {
    personer.iter().filter(|rad| falt(rad, "uppgift") == uppgift).map(Person::av).collect()
}

fn falt(rad: &BTreeMap<&'static str, String>, id: &str) -> String {
    rad.get(id).cloned().unwrap_or_default()
}

fn overenskommelse(las: &Lasning<'_>) -> Overenskommelse {
    Overenskommelse {
        godkand_skr: las.datum("avtal_godkant_skr"),
        godkand_regeringen: las.datum("avtal_godkant_regeringen"),
        regeringsbeslut: las.text("avtal_regeringsbeslut"),
        diarienummer: las.text("avtal_diarienummer"),
        prognos_socialstyrelsen: las.datum("prognos_socialstyrelsen"),
        prognos_tlv: las.datum("prognos_tlv"),
        formanen: las.riket("formanen").som(MNKR),
        hepatit_c: las.riket("hepatit_c").som(MNKR),
        hepatit_c_andel: las.riket("hepatit_c_andel").som(PROCENT),
        brutto: las.riket("brutto").som(MNKR),
        aterbaring_andel: las.riket("aterbaring_andel").som(PROCENT),
        aterbaring: las.riket("aterbaring").som(MNKR),
        netto: las.riket("netto").som(MNKR),
        ovrigt: las.riket("ovrigt").som(MNKR),
        totalt: las.riket("totalt").som(MNKR),
        tabell1: tabeller::tabell1(las),
    }
}

fn avdrag(las: &Lasning<'_>) -> Avdrag {
    Avdrag {
        sol: las.riket("sol").som(KR),
        ihsi_eur: las.riket("ihsi_eur").som(Visning::Hogst(2)),
        ihsi_kurs: las.riket("ihsi_kurs").som(Visning::Hogst(6)),
        ihsi_kr: las.riket("ihsi").som(KR),
        ihsi_mnkr: las.riket("ihsi").som(Visning::Mnkr(2)),
        ihsi_grans: las.riket("ihsi_grans").som(KR),
        ihsi_manad: las.text("ihsi_regleras"),
        skr: las.riket("skr").som(KR),
        summa: las.riket("avdrag").som(KR),
        utbetalas: las.riket("utbetalas").som(KR),
    }
}

fn vinst_forlust(las: &Lasning<'_>) -> VinstForlust {
    let tillsammans = |fakta: &str| las.text(fakta) == "tillsammans";
    VinstForlust {
        bas: las.riket("netto").som(MNKR),
        grans_andel: las.riket("vinst_forlust_grans").som(PROCENT),
        grans_nedre: las.riket("grans_nedre").som(Visning::Mnkr(1)),
        grans_ovre: las.riket("grans_ovre").som(Visning::Mnkr(1)),
        statens_andel: las.riket("vinst_forlust_andel").som(PROCENT),
        tillsammans: tillsammans("vinst_forlust_avrakning"),
        tillsammans_foregaende_ar: tillsammans("foregaende_vinst_forlust_avrakning"),
        efter_statsbidrag: las.text("vinst_forlust_nyckel") != "befolkning",
        befolkningsdag: las.datum("vinst_forlust_befolkningsdag"),
        avraknas: las.text("vinst_forlust_avraknas"),
        regleras: las.text("vinst_forlust_regleras"),
    }
}

fn utbetalning(las: &Lasning<'_>) -> Utbetalning {
    Utbetalning {
        efterslap: las.antal("efterslap"),
        efterslap_i_ord: svenska::antal_i_ord(las.antal("efterslap")),
        forsta_kostnadsmanad: las.text("forsta_kostnadsmanad"),
        forsta_betalningsmanad: las.text("forsta_betalningsmanad"),
        sista_betalningsmanad: las.text("sista_betalningsmanad"),
    }
}

fn statsbidrag(las: &Lasning<'_>, ar: i32) -> Statsbidrag {
    Statsbidrag {
        befolkning_datum: las.datum("befolkningsdag"),
        foregaende: las.riket("foregaende_statsbidrag").som(KR),
        netto: las.text("slag") == "netto",
        brott_brutto_netto: las.text("slag") != las.text("foregaende_slag"),
        forandring: las.riket("forandring").forandring(KR),
        forandring_procent: las.riket("forandring_andel").forandring(Visning::Procent(1)),
        tabell2: tabeller::tabell2(las, ar),
        tabell5: tabeller::tabell5(las),
    }
}

fn behovsmodell(las: &Lasning<'_>, ar: i32) -> Behovsmodell {
    let grupper = las.rader("grupper");
    let lista = |mangd: &str| las.regionmangd(mangd).into_iter().collect::<Regionlista>();
    let ytterst = |mangd: &str| {
        let region = las.enda_region(mangd);
        RegionSiffra::ny(region, las.region(region, "behovsmodell").som(KR))
    };
    let medel = las.riket("behovsmodell").som(KR);
    let medel_foregaende = las.riket("foregaende_behovsmodell").som(KR);
    let nivaeffekt = las.riket("behovsmodell_differens").forandring(KR);
    Behovsmodell {
        ur_grupper: las.ja("behovsmodell_ur_grupper"),
        grupp_datum: las.datum("gruppdag"),
        antal_grupper: svenska::antal_i_ord(grupper.len()),
        grupper: per_alder(&grupper),
        nivaeffekt: nivaeffekt.mellan(&medel_foregaende, &medel),
        medel,
        medel_foregaende,
        hogst: ytterst("behovsmodell_hogst"),
        lagst: ytterst("behovsmodell_lagst"),
        starkare: lista("behovsmodell_starkare"),
        svagare: lista("behovsmodell_svagare"),
        minskar: lista("behovsmodell_minskar"),
        tabell3: tabeller::tabell3(las, ar),
    }
}

fn per_alder(grupper: &[BTreeMap<&'static str, String>]) -> Vec<Aldersgrupp> {
    let mut aldrar: Vec<Aldersgrupp> = Vec::new();
    for grupp in grupper {
        let (alder, uppdelning) = (falt(grupp, "alder"), falt(grupp, "uppdelning"));
        match aldrar.last_mut().filter(|sista| sista.alder == alder) {
            Some(sista) => sista.uppdelning.push(uppdelning),
            None => aldrar.push(Aldersgrupp { alder, uppdelning: vec![uppdelning] }),
        }
    }
    aldrar
}
