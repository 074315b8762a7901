//! The days of payment: one for each month of the budget year, and on to the agreement year's last.

use chrono::NaiveDate;

use super::BESLUT;
use super::plan::manadens_namn;
use crate::calendar::{Betalningsdag, Manad};
use crate::figure::{Figure, Namn, Rule, Trace};
use crate::quantity::Antal;

static BANKDAG: Rule = Rule {
    id: "regleringsbrev.betalningsdag_bankdag",
    text: "Månadens första bankdag: måndag–fredag som inte är helgdag, midsommar-, jul- eller nyårsafton.",
    kalla: BESLUT,
};
static VARDAG: Rule = Rule {
    id: "regleringsbrev.betalningsdag_vardag",
    text: "Månadens första dag som inte är söndag, helgdag, midsommar-, jul- eller nyårsafton.",
    kalla: BESLUT,
};

/// This file's rules.
pub const REGLER: &[&Rule] = &[&BANKDAG, &VARDAG];

/// From the year and the arrears to the days.
type Dagar = fn((Antal, Antal)) -> Vec<NaiveDate>;

/// The figure's name for the day of payment in a month.
#[must_use]
pub fn dagens_namn(manad: Manad) -> String {
    manadens_namn("betalningsdag", manad.ar(), manad.nummer())
}

/// The months whose days of payment are stated: the budget year's twelve, and the first of the next
/// year up to the agreement year's last payment.
fn betalningsmanader(ar: Antal, efterslap: Antal) -> impl Iterator<Item = Manad> {
    let antal = 12 + efterslap.som::<usize>();
    Manad::ny(ar.som(), 1)
        .into_iter()
        .flat_map(|januari| (0..).map(move |n| januari.senare(n)))
        .take(antal)
}

/// Computes the days of payment.
pub fn berakna(
    trace: &mut Trace,
    namn: &Namn,
    budgetar: &Figure<Antal>,
    efterslap: &Figure<Antal>,
    dag: Betalningsdag,
) {
    let manader = betalningsmanader(budgetar.value, efterslap.value);
    let namnen = manader.map(|manad| namn.riket(&dagens_namn(manad))).collect();
    let (rule, dagar): (_, Dagar) = match dag {
        Betalningsdag::ForstaBankdagen => (&BANKDAG, |(ar, efterslap)| {
            betalningsmanader(ar, efterslap).map(|m| Betalningsdag::ForstaBankdagen.i(m)).collect()
        }),
        Betalningsdag::ForstaVardagen => (&VARDAG, |(ar, efterslap)| {
            betalningsmanader(ar, efterslap).map(|m| Betalningsdag::ForstaVardagen.i(m)).collect()
        }),
    };
    trace.derive_each(rule, namnen, (budgetar.clone(), efterslap.clone()), dagar);
}
