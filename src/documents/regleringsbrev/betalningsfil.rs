//! The payment plan as a file for a payment system: one payment for each region and month.

use super::KR;
use super::data::Beslut;
use crate::contract::regleringsbrev::{self as contract, Betalning, Betalningsmottagare};
use crate::region::Region;
use crate::report::View;
use crate::report::payment_file::{self, Payment};

/// The file's bytes.
pub(super) fn payment_file(view: &View<'_>) -> Vec<u8> {
    let beslut = Beslut::read(view);
    let status = if beslut.utkast { "utkast" } else { "beslutad" };
    let mottagare = view.fact(&contract::BETALNINGSMOTTAGARE);
    let mut payments = Vec::new();
    for manad in view.fact(&contract::BETALNINGAR) {
        let to = mottagare.iter();
        payments.extend(to.map(|to| payment(view, &manad, to, &beslut.diarienummer)));
    }
    let total = view.figure(&contract::ARET).shown_as(KR);
    payment_file::payment_file(&payments, status, &total)
}

fn payment(
    view: &View<'_>,
    betalning: &Betalning,
    (region, till): (Region, &Betalningsmottagare),
    diarienummer: &str,
) -> Payment {
    let manad = betalning.manad;
    let avser = format!("{}-{:02}", manad.year(), manad.number());
    Payment {
        code: region.county_code().to_owned(),
        recipient: region.official_name().to_owned(),
        number: (till.organisationsnummer.clone(), till.status.name().to_owned()),
        day: view.day(&contract::UTBETALNINGSDAG.at(manad)).to_string(),
        amount: view.in_region(region, &contract::UTBETALNING.at(manad)).shown_as(KR),
        is_ordered: betalning.bilaga.is_some(),
        annex: betalning.bilaga.map_or_else(String::new, |nummer| nummer.to_string()),
        reference: match betalning.bilaga {
            Some(nummer) => format!("{diarienummer} bilaga {nummer} {avser}"),
            None => format!("{diarienummer} utan bilaga {avser}"),
        },
    }
}
