//! A decision's payments as a file for a payment system: one for each recipient that gets anything.

use super::KR;
use crate::contract::beslut as contract;
use crate::report::View;
use crate::report::payment_file::{self, Payment};

/// The file's bytes.
pub(super) fn payment_file(view: &View<'_>, namn: &str) -> Vec<u8> {
    let diarienummer = view.fact(&contract::BESLUT_DIARIENUMMER.at(namn));
    let day = view.maybe_fact(&contract::UTBETALNINGSDAG.at(namn));
    let recipients = view.fact(&contract::MOTTAGARE.at(namn));
    let payments = recipients.into_iter().map(|one| Payment {
        amount: view.in_place(&one.plats, &contract::BELOPP.at(namn)).shown_as(KR),
        code: one.kod,
        recipient: one.officiellt_namn,
        number: one
            .organisationsnummer
            .map(|(number, status)| (number, status.name().to_owned()))
            .unwrap_or_default(),
        day: day.map(|day| day.to_string()).unwrap_or_default(),
        is_ordered: true,
        // A decision has one annex, with all amounts.
        annex: "1".to_owned(),
        reference: format!("{diarienummer} bilaga"),
    });
    let paid = payments.filter(|payment| payment.amount.text != "0");
    let total = view.figure(&contract::BELOPP.at(namn)).shown_as(KR);
    payment_file::payment_file(
        &paid.collect::<Vec<_>>(),
        &view.fact(&contract::BESLUT_STATUS.at(namn)),
        &total,
    )
}
