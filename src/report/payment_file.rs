//! Payments as a file for a payment system: one row for each payment, and last a row that says how many they are and
//! what they come to. Its form is described in `docs/betalningsfil.md`.

use super::number::{Siffra, Varde};
use super::separated;

/// The columns, by their names in the first row.
const COLUMNS: [&str; 13] = [
    "posttyp",
    "lanskod",
    "mottagare",
    "organisationsnummer",
    "organisationsnummer_status",
    "betalningsdag",
    "belopp_kr",
    "belopp_status",
    "bilaga",
    "referens",
    "beslut_status",
    "antal_poster",
    "kontrollsumma_kr",
];

/// What is said of a payment that no annex orders.
const NOT_DECIDED: &str = "ej beslutad";

/// A payment.
#[derive(Clone, Debug)]
pub struct Payment {
    /// The recipient's code: a region's is the länskod.
    pub code: String,
    /// Its full name.
    pub recipient: String,
    /// Its organisation number and how sure that is; empty if it is not known.
    pub number: (String, String),
    /// The day, as `2024-05-02`; empty if it is not set.
    pub day: String,
    /// The amount, whole kronor.
    pub amount: Siffra,
    /// The number of the annex that orders it; empty if none does.
    pub annex: String,
    /// What it is to be known by.
    pub reference: String,
    /// Whether anything orders it.
    pub is_ordered: bool,
}

/// The file: UTF-8, semicolons between the fields, lines ended by CR and LF, every row as many fields.
///
/// # Panics
/// If an amount is not in whole kronor: a bug.
#[must_use]
pub fn payment_file(payments: &[Payment], decided: &str, total: &Siffra) -> Vec<u8> {
    let mut last = COLUMNS.map(|_| String::new());
    let [kind, .., status, count, sum] = &mut last;
    "SUMMA".clone_into(kind);
    decided.clone_into(status);
    *count = payments.len().to_string();
    *sum = whole(&total.varde);
    let head = std::iter::once(COLUMNS.map(str::to_owned));
    let payments = payments.iter().map(|payment| one(payment, decided));
    separated::table(b';', head.chain(payments).chain([last]))
}

fn one(payment: &Payment, decided: &str) -> [String; COLUMNS.len()] {
    let (number, number_status) = payment.number.clone();
    [
        "BETALNING".to_owned(),
        payment.code.clone(),
        payment.recipient.clone(),
        number,
        number_status,
        payment.day.clone(),
        whole(&payment.amount.varde),
        payment.amount.status.clone(),
        payment.annex.clone(),
        payment.reference.clone(),
        if payment.is_ordered { decided } else { NOT_DECIDED }.to_owned(),
        String::new(),
        String::new(),
    ]
}

/// Whole kronor as digits, a minus before what is less than nothing.
fn whole(amount: &Varde) -> String {
    match amount {
        Varde::Integer(kronor) => kronor.to_string(),
        Varde::Text(text) => panic!("{text} is no whole number"),
    }
}
