//! The calendar against the other almanac.

use chrono::{Datelike, NaiveDate, Weekday};
use statsbidrag::calendar::{self, Betalningsdag, Manad, ar_bankdag, ar_helgdag, paskdagen};

use crate::almanacka;

fn alla_dagar() -> impl Iterator<Item = NaiveDate> {
    let forsta = NaiveDate::from_ymd_opt(*calendar::AR.start(), 1, 1).expect("a date");
    forsta.iter_days().take_while(|dag| calendar::AR.contains(&dag.year()))
}

#[test]
fn every_day_is_open_or_closed_in_both_almanacs() {
    let mut jamforda = 0;
    for dag in alla_dagar() {
        let (ar, manad, i_manaden) = (dag.year(), dag.month(), dag.day());
        assert_eq!(ar_helgdag(dag), almanacka::helgdag(ar, manad, i_manaden), "{dag}");
        let veckoslut = almanacka::veckodag(ar, manad, i_manaden) < 2;
        assert_eq!(ar_bankdag(dag), !veckoslut && !ar_helgdag(dag), "{dag}");
        jamforda += 1;
    }
    assert_eq!(jamforda, 17 * 365 + 4, "2019–2035, of which four leap years");
}

#[test]
fn the_closed_weekdays_are_those_of_the_printed_almanacs() {
    for (ar, stangda) in almanacka::STANGT {
        let vardag = |dag: &NaiveDate| !matches!(dag.weekday(), Weekday::Sat | Weekday::Sun);
        let funna: Vec<_> = alla_dagar()
            .filter(|dag| dag.year() == ar && vardag(dag) && !ar_bankdag(*dag))
            .map(|dag| format!("{}-{}", dag.month(), dag.day()))
            .collect();
        assert_eq!(funna.join(" "), stangda, "{ar}");
    }
}

/// The first banking day of all 204 months, as the almanacs have them.
#[test]
fn the_first_banking_days_are_those_of_the_almanacs() {
    assert_eq!(almanacka::FORSTA.map(|(ar, _)| ar).to_vec(), calendar::AR.collect::<Vec<_>>());
    for (ar, dagar) in almanacka::FORSTA {
        for (nummer, dag) in (1..).zip(dagar) {
            let manad = Manad::ny(ar, nummer).expect("a month");
            assert_eq!(Betalningsdag::ForstaBankdagen.i(manad).day(), dag, "{ar}-{nummer}");
        }
    }
}

#[test]
fn easter_and_the_eves_are_those_of_the_almanacs() {
    for (ar, pask, midsommarafton) in almanacka::HELGER {
        let i_ar = |dag: &str| -> NaiveDate {
            let (manad, dag) = dag.split_once('-').expect("month and day");
            let (manad, dag) = (manad.parse().expect("a month"), dag.parse().expect("a day"));
            NaiveDate::from_ymd_opt(ar, manad, dag).expect("a date")
        };
        assert_eq!(paskdagen(ar), i_ar(pask));
        let afton = i_ar(midsommarafton);
        assert_eq!(afton.weekday(), Weekday::Fri, "{afton}");
        for stangd in [afton, i_ar("12-24"), i_ar("12-25"), i_ar("12-26"), i_ar("12-31")] {
            assert!(ar_helgdag(stangd) && !ar_bankdag(stangd), "{stangd}");
        }
        let fore = afton.pred_opt().expect("the day before");
        assert!(ar_bankdag(fore), "{fore} is an ordinary Thursday");
    }
}

#[test]
fn easter_by_another_rule() {
    for ar in 1900..2100 {
        let mars = NaiveDate::from_ymd_opt(ar, 3, 22).expect("a date");
        let efter = paskdagen(ar).signed_duration_since(mars).num_days();
        assert_eq!(efter, i64::from(almanacka::pask(ar)), "{ar}");
    }
}

#[test]
fn every_month_is_paid_on_its_first_open_day() {
    for ar in calendar::AR {
        for nummer in 1..=12 {
            let manad = Manad::ny(ar, nummer).expect("a month");
            let bankdag = Betalningsdag::ForstaBankdagen.i(manad);
            assert_eq!(Manad::av(bankdag), manad);
            assert!(bankdag.weekday().num_days_from_monday() < 5, "{bankdag} is a weekend");
            assert!(!ar_helgdag(bankdag), "{bankdag} is a holiday");
            for dag in manad.forsta_dagen().iter_days().take_while(|dag| *dag < bankdag) {
                assert!(!ar_bankdag(dag), "{dag} is open and earlier than {bankdag}");
            }
            for (rule, lordag) in
                [(Betalningsdag::ForstaBankdagen, false), (Betalningsdag::ForstaVardagen, true)]
            {
                let vantad = almanacka::forsta_betalningsdagen(ar, nummer, lordag);
                assert_eq!(rule.i(manad).day(), vantad, "{ar}-{nummer} {rule:?}");
            }
        }
    }
}
