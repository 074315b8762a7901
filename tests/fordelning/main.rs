//! What holds for every way of sharing out money, stated once and tried on whatever is thrown at it.
//! Knows the primitives of allocation, no grant.

use proptest::collection::vec;
use proptest::prelude::{Strategy, any, prop_assert, prop_assert_eq, proptest};
use proptest::sample::select;
use statsbidrag::allocation::{Residual, Steg, Trappa, hela_kronor, proportionellt};
use statsbidrag::quantity::{Andel, Exakt, HelaKronor, Kronor, KronorPerInvanare};

const TILLDELANDE: [Residual; 3] =
    [Residual::LargestRemainder, Residual::HalfUpResidualToLargest, Residual::Explicit(0)];

/// Weights of a handful of regions, none without people.
fn vikter() -> impl Strategy<Value = Vec<i64>> {
    vec(1_i64..3_000_000, 1..30)
}

fn pott() -> impl Strategy<Value = HelaKronor> {
    (-1_000_000_000_000_i64..1_000_000_000_000).prop_map(HelaKronor::fran_heltal)
}

fn delar(pott: HelaKronor, vikter: &[i64]) -> Vec<Kronor> {
    let vikter: Vec<_> = vikter.iter().map(|vikt| Exakt::from(*vikt)).collect();
    proportionellt(&pott.exakt(), &vikter)
}

fn belopp(pott: HelaKronor, vikter: &[i64], residual: Residual) -> Vec<i64> {
    let hela = hela_kronor(&delar(pott, vikter), pott, residual).expect("parts of the pot");
    hela.belopp.iter().map(|belopp| belopp.heltal()).collect()
}

fn kr_per_inv(value: i64) -> KronorPerInvanare {
    KronorPerInvanare::ny(Exakt::brak(value, 100))
}

/// Steps that rise, with shares up to the whole.
fn trappa() -> impl Strategy<Value = Trappa> {
    vec((1_i64..20_000, 0_i64..=100), 1..6).prop_map(|steg| {
        let mut fran = 0;
        let steg = steg.into_iter().map(|(hojd, procent)| {
            fran += hojd;
            Steg { fran: kr_per_inv(fran), andel: Andel::ny(Exakt::brak(procent, 100)) }
        });
        Trappa::ny(steg.collect()).expect("rising")
    })
}

proptest! {
    #[test]
    fn exact_parts_sum_to_the_pot(pott in pott(), vikter in vikter()) {
        prop_assert_eq!(delar(pott, &vikter).into_iter().sum::<Kronor>(), pott.exakt());
    }

    #[test]
    fn whole_parts_sum_to_the_pot(
        pott in pott(),
        vikter in vikter(),
        residual in select(TILLDELANDE.to_vec()),
    ) {
        prop_assert_eq!(belopp(pott, &vikter, residual).iter().sum::<i64>(), pott.heltal());
    }

    #[test]
    fn what_nobody_takes_is_stated(pott in pott(), vikter in vikter()) {
        let hela = hela_kronor(&delar(pott, &vikter), pott, Residual::HalfUp).expect("parts");
        let summa: HelaKronor = hela.belopp.iter().copied().sum();
        prop_assert_eq!(summa + hela.residual, pott);
        let antal = i64::try_from(vikter.len()).expect("few");
        prop_assert!(hela.residual.heltal().abs() * 2 <= antal);
    }

    #[test]
    fn largest_remainder_is_never_a_krona_off(pott in pott(), vikter in vikter()) {
        let hela = belopp(pott, &vikter, Residual::LargestRemainder);
        for (hela, exakt) in hela.into_iter().zip(delar(pott, &vikter)) {
            let avstand = (HelaKronor::fran_heltal(hela).exakt() - exakt).exakt().belopp();
            prop_assert!(avstand < Exakt::from(1));
        }
    }

    #[test]
    fn more_weight_never_pays_less(
        kronor in 0_i64..1_000_000_000_000,
        vikter in vikter(),
        residual in select(vec![
            Residual::HalfUp,
            Residual::LargestRemainder,
            Residual::HalfUpResidualToLargest,
        ]),
    ) {
        let hela = belopp(HelaKronor::fran_heltal(kronor), &vikter, residual);
        let mut par: Vec<_> = vikter.into_iter().zip(hela).collect();
        par.sort_unstable();
        if residual == Residual::HalfUpResidualToLargest {
            // The largest may have had to give up what rounding gave too much.
            let storst = par.last().map(|(vikt, _)| *vikt);
            par.retain(|(vikt, _)| Some(*vikt) != storst);
        }
        for (mindre, mer) in par.iter().zip(par.iter().skip(1)) {
            prop_assert!(mindre.0 == mer.0 || mindre.1 <= mer.1, "{mindre:?} {mer:?}");
        }
    }

    #[test]
    fn the_order_of_the_parts_does_not_matter(pott in pott(), vikter in vikter(), steg in any::<usize>()) {
        let mut vanda = vikter.clone();
        let steg = steg % vikter.len();
        vanda.rotate_left(steg);
        let mut exakta = delar(pott, &vikter);
        exakta.rotate_left(steg);
        prop_assert_eq!(delar(pott, &vanda), exakta);
        // Of equal weights one may get the last krona: as many of each amount, whoever has them.
        let mut hela = belopp(pott, &vikter, Residual::LargestRemainder);
        let mut vant = belopp(pott, &vanda, Residual::LargestRemainder);
        hela.sort_unstable();
        vant.sort_unstable();
        prop_assert_eq!(hela, vant);
    }

    #[test]
    fn a_part_split_in_two_gets_the_same(pott in pott(), vikter in vikter(), forsta in 0_i64..3_000_000) {
        let hel = vikter[0] + forsta;
        let samlade: Vec<_> = [hel].into_iter().chain(vikter.iter().skip(1).copied()).collect();
        let delade: Vec<_> = [vikter[0], forsta].into_iter().chain(vikter.iter().skip(1).copied()).collect();
        let (samlade, delade) = (delar(pott, &samlade), delar(pott, &delade));
        prop_assert_eq!(&samlade[0], &(delade[0].clone() + delade[1].clone()));
        prop_assert_eq!(&samlade[1..], &delade[2..]);
    }

    #[test]
    fn a_ladder_never_pays_more_than_the_cost_above_its_first_step(
        trappa in trappa(),
        kostnad in 0_i64..200_000,
        mer in 0_i64..10_000,
    ) {
        let (kostnad, dyrare) = (kr_per_inv(kostnad), kr_per_inv(kostnad + mer));
        let over: KronorPerInvanare = trappa.overskott(&kostnad).into_iter().sum();
        let ersattning = trappa.ersattning(&kostnad);
        prop_assert!(ersattning <= over && over <= kostnad);
        prop_assert!(ersattning >= KronorPerInvanare::noll());
        prop_assert!(ersattning <= trappa.ersattning(&dyrare));
        prop_assert!(trappa.ersattning(&dyrare) - ersattning <= dyrare - kostnad);
    }
}
