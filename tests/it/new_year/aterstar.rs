//! What `check` says of a year that was just begun: every field that is empty or lacks a source, by sheet
//! and cell, and nothing else. What is empty is seen in the files themselves.

use std::collections::BTreeSet;

use statsbidrag::grants::GRANTS;
use statsbidrag::pipeline::{self, urval::Urval};
use statsbidrag::problem::Code;
use statsbidrag::workbook::schema::{Arbetsbok, Blad, Falt, Form};

use crate::new_year::NYTT;
use crate::new_year::kalkyl::{self, Kalkyl, Plats, adress, rad_med, text};
use crate::programmet::Mapp;

/// What is missing: file, sheet, cell and code.
type Brist = (String, String, String, &'static str);

/// What remains beside what single cells say: what a grant needs of several cells, or of either of two
/// sheets. File, and the problem's first words with its place.
const MER: &[(&str, &str)] = &[
    ("lakemedel.xlsx", "lakemedel.xlsx: behovsmodellen saknar underlag"),
    (
        "lakemedel.xlsx",
        "lakemedel.xlsx › Solidarisk trappa › B12: beloppet ska stå på alla steg utom det första",
    ),
    (
        "regleringsbrev.xlsx",
        "regleringsbrev.xlsx › Justeringsvillkor: bara en del av raderna om IHSI är ifyllda",
    ),
];

#[test]
fn check_lists_every_field_that_is_empty_or_lacks_a_source_and_no_other() {
    let bocker: Vec<_> =
        NYTT.arbetsbocker.iter().map(|(namn, bytes)| (namn.as_str(), bytes.clone())).collect();
    let mapp = Mapp::ny("2025", &bocker);
    let problems =
        pipeline::compute(&mapp.indata(), &Urval::default(), &|_| ()).expect_err("much is missing");
    let (mut funna, mut mer) = (BTreeSet::new(), BTreeSet::new());
    for problem in problems.iter() {
        let plats = &problem.location;
        let i_cell = plats.cell.filter(|_| matches!(problem.code, Code::I06 | Code::I16));
        match (plats.sheet.clone(), i_cell) {
            (Some(blad), Some(cell)) => {
                funna.insert((plats.file.clone(), blad, cell.to_string(), problem.code.name()));
            }
            _ => {
                mer.insert((plats.file.clone(), format!("{plats}: {}", problem.message)));
            }
        }
    }
    let mut vantade = BTreeSet::new();
    for grant in GRANTS {
        let mall = grant.arbetsbok;
        let brister = brister(mall, &Kalkyl::ny(&NYTT.arbetsbocker[mall.fil]));
        assert!(brister.len() > 10, "{}: {brister:?}", mall.fil);
        vantade.extend(brister);
    }
    let bara = |a: &BTreeSet<Brist>, b: &BTreeSet<Brist>| a.difference(b).cloned().collect();
    let (for_mycket, for_lite): (Vec<_>, Vec<_>) = (bara(&funna, &vantade), bara(&vantade, &funna));
    assert!(for_mycket.is_empty(), "said, but not missing: {for_mycket:#?}");
    assert!(for_lite.is_empty(), "missing, but not said: {for_lite:#?}");
    let vantat: BTreeSet<_> =
        MER.iter().map(|(fil, text)| ((*fil).to_owned(), (*text).to_owned())).collect();
    assert_eq!(mer, vantat);
}

/// A sheet, as it is looked at.
struct Sida<'k> {
    fil: &'static str,
    blad: &'static Blad,
    celler: &'k kalkyl::Blad,
    /// The row of headings.
    rubrikrad: u32,
    brister: BTreeSet<Brist>,
}

fn brister(mall: &'static Arbetsbok, kalkyl: &Kalkyl) -> BTreeSet<Brist> {
    let mut alla = BTreeSet::new();
    for blad in mall.blad {
        let celler = kalkyl.blad(blad.namn);
        let rubrik = match &blad.form {
            Form::Lista { kolumner, .. } => kolumner[0].rubrik_med_enhet(),
            _ => blad.nyckelrubrik().to_owned(),
        };
        let rubrikrad = rad_med(&celler, &rubrik);
        let mut sida =
            Sida { fil: mall.fil, blad, celler: &celler, rubrikrad, brister: BTreeSet::new() };
        match &blad.form {
            Form::Uppgifter(falt) => sida.uppgifter(falt),
            Form::Regioner { kolumner, fria, .. } => {
                sida.regioner(kolumner, fria.as_ref().map(|fria| &fria.falt));
            }
            Form::Lista { kolumner, nycklar } => sida.lista(kolumner, !nycklar.is_empty()),
        }
        alla.extend(sida.brister);
    }
    alla
}

impl Sida<'_> {
    fn tom(&self, plats: Plats) -> bool {
        text(self.celler, plats).is_none()
    }

    fn brist(&mut self, plats: Plats, kod: &'static str) {
        let (fil, blad) = (self.fil.to_owned(), self.blad.namn.to_owned());
        self.brister.insert((fil, blad, adress(plats), kod));
    }

    /// Source and status of something that is filled in.
    fn belagd(&mut self, kalla: Plats, status: Plats) {
        for plats in [kalla, status] {
            if self.tom(plats) {
                self.brist(plats, "I16");
            }
        }
    }

    /// The headings of the table after the first: column and text.
    fn rubriker(&self) -> Vec<(u32, String)> {
        let rad = self.celler.range((self.rubrikrad, 2)..(self.rubrikrad + 1, 0));
        rad.filter_map(|(plats, _)| Some((plats.1, text(self.celler, *plats)?.to_owned())))
            .collect()
    }

    fn uppgifter(&mut self, falt: &[Falt]) {
        let rubriker = self.rubriker();
        let kolumn = |namn: &str| {
            rubriker.iter().find(|(_, rubrik)| rubrik == namn).map(|(kolumn, _)| *kolumn)
        };
        let [varde, kalla, status] =
            ["Värde", "Källa", "Status"].map(|namn| kolumn(namn).expect("a column"));
        let ifyllt = falt.iter().any(|falt| !self.tom((rad_med(self.celler, falt.rubrik), varde)));
        if !self.blad.kravs && !ifyllt {
            return;
        }
        for falt in falt {
            let rad = rad_med(self.celler, falt.rubrik);
            match self.tom((rad, varde)) {
                false => self.belagd((rad, kalla), (rad, status)),
                true if falt.kravs => self.brist((rad, varde), "I06"),
                true => {}
            }
        }
    }

    fn regioner(&mut self, kolumner: &[Falt], fri: Option<&Falt>) {
        let (kalla, status) = (rad_med(self.celler, "Källa"), rad_med(self.celler, "Status"));
        let rader = self.rubrikrad + 1..=self.rubrikrad + 21;
        let rubriker = self.rubriker();
        let tom = |kolumn: u32| rader.clone().all(|rad| self.tom((rad, kolumn)));
        let tomma: Vec<bool> = rubriker.iter().map(|(kolumn, _)| tom(*kolumn)).collect();
        if !self.blad.kravs && tomma.iter().all(|tom| *tom) {
            return;
        }
        for ((kolumn, rubrik), tom) in rubriker.into_iter().zip(tomma) {
            let falt = kolumner.iter().find(|falt| falt.rubrik_med_enhet() == rubrik);
            let kravs = falt.map_or_else(|| fri.is_some(), |falt| falt.kravs);
            if !tom {
                self.belagd((kalla, kolumn), (status, kolumn));
                let luckor = rader.clone().filter(|rad| self.tom((*rad, kolumn)));
                assert_eq!(luckor.count(), 0, "{rubrik} is half inherited");
            } else if kravs {
                self.brist((self.rubrikrad, kolumn), "I06");
            }
        }
    }

    fn lista(&mut self, kolumner: &[Falt], namngivna: bool) {
        let (kalla, status) = (rad_med(self.celler, "Källa"), rad_med(self.celler, "Status"));
        let sista = self.celler.keys().map(|plats| plats.0).max().expect("rows");
        let bredd = u32::try_from(kolumner.len()).expect("columns");
        let fran = if namngivna { 2 } else { 1 };
        let ifylld = |rad: &u32| (fran..=bredd).any(|kolumn| !self.tom((*rad, kolumn)));
        let rader: Vec<u32> = (self.rubrikrad + 1..=sista).filter(ifylld).collect();
        if rader.is_empty() {
            if self.blad.kravs {
                self.brist((self.rubrikrad, 1), "I06");
            }
            return;
        }
        let mut belagda = 0;
        for (kolumn, falt) in (1..).zip(kolumner) {
            for rad in &rader {
                if falt.kravs && self.tom((*rad, kolumn)) {
                    self.brist((*rad, kolumn), "I06");
                }
            }
            if kolumn > 1 && rader.iter().any(|rad| !self.tom((*rad, kolumn))) {
                self.belagd((kalla, kolumn), (status, kolumn));
                belagda += 1;
            }
        }
        // The key rests on what the next filled column rests on, or says so itself beside the labels.
        if belagda == 0 {
            self.belagd((kalla, 2), (status, 2));
        }
    }
}
