//! Försörjningsberedskap at the edge of what the workbook allows, and with hostile text in every cell that
//! takes text: the report is made, and says what it was given.

use std::collections::BTreeSet;

use statsbidrag::grants::beredskap::schema::{ARBETSBOK, UPPGIFTER, blad};
use statsbidrag::workbook::Fyllning;
use statsbidrag::workbook::schema::{Form, Slag};

use crate::run::beredskap::{dag, mapp};
use crate::run::fientlig::{BORJAN, Fientlig, said, tatt, texter};
use crate::run::{Mapp, alla, belagg, decimal, heltal, text};

/// The paper, without what setting it puts in.
fn papper(mapp: &Mapp) -> String {
    let svar = mapp.generate_only("beredskap,regionbesked-12-skane");
    assert_eq!((svar.kod, svar.fel.as_str()), (Some(0), ""), "{svar:?}");
    let pdf = std::fs::read(mapp.resultat().join("beredskap.pdf")).expect("a file");
    tatt(&pdf_extract::extract_text_from_mem(&pdf).expect("text"))
}

fn star(papper: &str, satser: &[&str]) {
    for sats in satser {
        assert!(papper.contains(&tatt(sats)), "{sats:?} is not in {papper}");
    }
}

/// Adds an agreement: its year, mnkr, first and last year, and day of repayment.
pub(crate) fn avtal(
    fyll: &mut Fyllning,
    ar: i64,
    mnkr: &str,
    (fran, till): (i64, i64),
    aterbetalas: Option<&str>,
) {
    let rad = [
        ("avtalsar", heltal(ar)),
        ("till_regionerna", decimal(mnkr)),
        ("till_skr", decimal("0.5")),
        ("fran", heltal(fran)),
        ("till", heltal(till)),
    ];
    let aterbetalas = aterbetalas.map(|text| ("aterbetalas", dag(text)));
    fyll.rad(blad::OVERENSKOMMELSER, rad.into_iter().chain(aterbetalas));
}

#[test]
fn a_single_period_that_is_over_leaves_nothing_for_the_years_to_come() {
    let utan = [blad::OVERENSKOMMELSER, blad::ANVANDNING];
    let mapp = mapp(&utan, |fyll| {
        avtal(fyll, 2022, "0.021", (2022, 2022), Some("2031-01-01"));
        let rubrik = "2022 års medel, använt 2022";
        fyll.fri(blad::ANVANDNING, rubrik, alla(&heltal(0)), belagg());
    });
    star(
        &papper(&mapp),
        &[
            "Staten har i överenskommelsen för 2022 avsatt",
            "Ingen region har använt allt.",
            "Alla perioder är slut.",
            "Ingen region ligger över medelvärdet.",
        ],
    );
}

#[test]
fn a_period_that_has_not_begun_and_many_agreements_are_told() {
    let utan = [blad::OVERENSKOMMELSER, blad::ANVANDNING, blad::LAGER];
    let mapp = mapp(&utan, |fyll| {
        for ar in 2019..=2026 {
            avtal(fyll, ar, "1000000", (ar + 1, ar + 4), Some("2031-01-01"));
        }
        for niva in 1..=9 {
            let rad =
                [("niva", heltal(niva)), ("namn", text("Lager")), ("innehall", text("Allt."))];
            fyll.rad(blad::LAGER, rad);
        }
    });
    star(
        &papper(&mapp),
        &[
            "Staten har i åtta överenskommelser för 2019, 2020, 2021, 2022, 2023, 2024, 2025 och 2026 avsatt",
            "Lagerhållningen är ordnad i nio nivåer",
            "Medlen fick börja användas efter den 31 december 2023.",
        ],
    );
}

#[test]
fn every_goal_may_be_missed_by_all() {
    let mapp = mapp(&[blad::VECKOR], |fyll| {
        for vardtyp in ["Intensivvård", "Prehospital vård", "Akut tandvård"] {
            fyll.fri(blad::VECKOR, vardtyp, alla(&text("0–1 vecka")), belagg());
        }
    });
    star(
        &papper(&mapp),
        &["Ingen region når målet.", "noll veckor.", "Minst en region når inte alla mål."],
    );
}

/// The workbook with hostile text in every cell that takes text, and what of it is printed.
fn fientlig_bok(forskjutning: usize) -> (Mapp, Vec<String>, Vec<String>) {
    let mut ny = Fientlig { nummer: 0, forskjutning, alla: Vec::new() };
    let mut tryckta = Vec::new();
    let utan = [
        blad::MOTTAGARE,
        blad::PERSONER,
        blad::MAL,
        blad::VECKOR,
        blad::LISTOR,
        blad::LAGER,
        blad::RAPPORTER,
    ];
    let mapp = mapp(&utan, |fyll| {
        for sida in ARBETSBOK.blad {
            let Form::Uppgifter(falt) = sida.form else { continue };
            for falt in falt.iter().filter(|falt| matches!(falt.slag, Slag::Text { .. })) {
                let varde = ny.nasta();
                fyll.uppgift(sida.namn, falt.id, text(&varde), ny.belagg());
                tryckta.push(varde);
            }
        }
        let mut rad = |blad: &str,
                       ovrigt: &[(&'static str, statsbidrag::workbook::Innehall)],
                       egna: &[(&'static str, usize)]| {
            let egna: Vec<_> = egna.iter().map(|(id, hogst)| (*id, ny.hogst(*hogst))).collect();
            let varden = egna.iter().map(|(id, varde)| (*id, text(varde)));
            fyll.rad(blad, varden.chain(ovrigt.iter().cloned()));
            tryckta.extend(egna.iter().map(|(_, varde)| varde.clone()));
            egna
        };
        rad(blad::MOTTAGARE, &[], &[("mottagare", 200)]);
        let [kontakt, undertecknare] = UPPGIFTER.map(|ord| [("uppgift", text(ord))]);
        rad(
            blad::PERSONER,
            &kontakt,
            &[("namn", 200), ("roll", 200), ("telefon", 200), ("e_post", 200)],
        );
        rad(blad::PERSONER, &undertecknare, &[("namn", 200), ("roll", 200)]);
        let mal =
            [("avtalsar", heltal(2022)), ("veckor", heltal(4)), ("senast", dag("2023-12-31"))];
        let natt = [&mal[..], &[("utvarderat", text("ja"))]].concat();
        let vardtyp = rad(blad::MAL, &natt, &[("vardtyp", 80)]).remove(0).1;
        rad(blad::MAL, &[&mal[..], &[("utvarderat", text("nej"))]].concat(), &[("vardtyp", 80)]);
        let lista =
            [("avtalsar", heltal(2022)), ("antal", heltal(2)), ("tidigare_antal", heltal(1))];
        let listans = [("lista", 80), ("tidigare_version", 200), ("diarienummer", 200)];
        rad(blad::LISTOR, &lista, &listans);
        rad(blad::LAGER, &[("niva", heltal(1))], &[("namn", 60), ("innehall", 400)]);
        rad(blad::RAPPORTER, &[("senast", dag("2030-01-01"))], &[("rapport", 80)]);
        fyll.fri(blad::VECKOR, &vardtyp, alla(&heltal(4)), ny.belagg());
        for (sida, id) in [(blad::MOTTAGARE, "mottagare"), (blad::LAGER, "innehall")] {
            fyll.belagg(sida, id, ny.belagg());
        }
    });
    (mapp, tryckta, ny.alla)
}

#[test]
fn hostile_text_in_the_follow_up_comes_out_as_it_went_in() {
    for forskjutning in (0..BORJAN.len()).step_by(4) {
        let (mapp, tryckta, alla) = fientlig_bok(forskjutning);
        assert!(tryckta.len() > 20 && alla.len() > tryckta.len(), "{}", tryckta.len());
        let papper = papper(&mapp);
        let mut json = BTreeSet::new();
        for fil in ["beredskap.json", "trace.json"] {
            let bytes = std::fs::read(mapp.resultat().join(fil)).expect("a file");
            texter(&serde_json::from_slice(&bytes).expect("JSON"), &mut json);
        }
        for en in &tryckta {
            assert!(papper.contains(&tatt(en)), "{en} is not in the PDF: {papper}");
        }
        let saknas: Vec<_> = alla.iter().filter(|en| !said(&json, en)).collect();
        assert!(saknas.is_empty(), "not unchanged in any JSON: {saknas:#?}");
    }
}
