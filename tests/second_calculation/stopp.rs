//! What cannot be computed: both calculations stop at the same place, with the same codes.

use rust_decimal::Decimal;

use crate::land::{GRUPPER, Grupper, Land, Steg};
use crate::{jamfor, motorn, rakning, slump};

/// A country that goes all the way, from groups.
fn helt_land() -> Land {
    let mut land = (0..100)
        .map(slump::land)
        .find(|land| land.grupper.is_some() && rakning::rakna(land).koder.is_empty())
        .expect("a country without problems");
    land.utfall = None;
    land
}

fn stoppar(andra: fn(&mut Land), kod: &str) {
    let mut land = helt_land();
    andra(&mut land);
    assert_eq!(jamfor(&land).err(), None);
    let (report, koder) = motorn(&land, |_| statsbidrag::figure::Status::Faststalld);
    assert!(koder.contains(kod), "{koder:?}");
    let sist = report.trace.find(&format!("lakemedel.{}.riket.ovre_steg_forandring", land.ar));
    assert_eq!(sist, None, "{kod} stops the calculation");
}

fn grupper(land: &mut Land) -> &mut Grupper {
    land.grupper.as_mut().expect("groups")
}

#[test]
fn nothing_left_to_pay_out() {
    stoppar(|land| land.avtal.sol = 1_000_000_000_000, "R04");
}

#[test]
fn a_region_whose_groups_hold_nobody() {
    stoppar(|land| grupper(land).antal[7] = [0; GRUPPER], "R04");
}

#[test]
fn price_tags_that_are_all_zero() {
    stoppar(|land| grupper(land).prislapp = [Decimal::ZERO; GRUPPER], "R04");
}

#[test]
fn steps_that_do_not_rise() {
    fn platt() -> Vec<Steg> {
        let steg = |fran| Steg { fran, procent: Decimal::from(85) };
        vec![steg(None), steg(Some(Decimal::ZERO))]
    }
    stoppar(|land| land.trappa = platt(), "R04");
    stoppar(|land| land.fore.trappa = platt(), "R04");
}

#[test]
fn an_outcome_that_misses_the_pot() {
    stoppar(
        |land| {
            land.grupper = None;
            land.utfall = Some(land.folk.map(|_| Decimal::new(1, 2)));
        },
        "R03",
    );
}

/// The groups' own outcome at twelve decimals beside the groups is no contradiction; a krona more is.
#[test]
fn two_sources_within_a_krona_of_each_other() {
    let mut land = helt_land();
    let svar = rakning::rakna(&land);
    let i = |plats: usize| {
        let namn = format!("lakemedel.{}.{}.behovsmodell", land.ar, crate::land::REGIONER[plats]);
        match &svar.figurer[&namn] {
            rakning::Tal::Exakt(tal) => rakning::tolv_decimaler(tal),
            annat => panic!("{annat:?}"),
        }
    };
    let utfall = std::array::from_fn(i);
    land.utfall = Some(utfall);
    let koder = motorn(&land, |_| statsbidrag::figure::Status::Faststalld).1;
    assert!(koder.is_empty(), "{koder:?}");
    let mut fler = utfall;
    fler[3] += Decimal::from(2) / Decimal::from(land.folk[3]);
    land.utfall = Some(fler);
    let koder = motorn(&land, |_| statsbidrag::figure::Status::Faststalld).1;
    assert_eq!(koder.into_iter().collect::<Vec<_>>(), ["R02"]);
}
