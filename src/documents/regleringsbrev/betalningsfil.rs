//! The payment plan as a file for a payment system: one row for each payment, and last a row that says
//! how many they are and what they come to. Its form is described in `docs/betalningsfil.md`.

use super::lasning::{self, Manad};
use super::plan::{Mottagare, mottagare};
use crate::region::Region;
use crate::report::delar::Varde;
use crate::report::{Lasning, Visning};

/// The columns, by their names in the first row.
const KOLUMNER: [&str; 13] = [
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

/// The file: UTF-8, semicolons between the fields, lines ended by CR and LF, every row as many fields.
pub(super) fn betalningsfil(las: &Lasning<'_>) -> Vec<u8> {
    let beslut = lasning::beslut(las);
    let status = if beslut.utkast { "utkast" } else { "beslutad" };
    let mottagare = mottagare(las);
    let mut text = rad(&KOLUMNER.map(str::to_owned));
    let mut antal = 0;
    for manad in lasning::manader(las) {
        for region in Region::alla() {
            let till = mottagare.iter().find(|till| till.lanskod == region.lanskod());
            let till = till.unwrap_or_else(|| panic!("{region:?} has no payee"));
            text += &betalning(las, &manad, region, till, (&beslut.diarienummer, status));
            antal += 1;
        }
    }
    let mut slut = KOLUMNER.map(|_| String::new());
    let [posttyp, .., beslut_status, antal_poster, summa] = &mut slut;
    "SUMMA".clone_into(posttyp);
    status.clone_into(beslut_status);
    *antal_poster = antal.to_string();
    *summa = hela(las.riket("aret").som(Visning::Decimaler(0)).varde);
    (text + &rad(&slut)).into_bytes()
}

fn betalning(
    las: &Lasning<'_>,
    manad: &Manad,
    region: Region,
    till: &Mottagare,
    (diarienummer, status): (&str, &str),
) -> String {
    let belopp = las.region(region, &manad.utbetalning()).som(Visning::Decimaler(0));
    let bilaga = manad.bilaga.map_or_else(String::new, |nummer| nummer.to_string());
    let avser = manad.nyckel.replace('_', "-");
    let referens = match manad.bilaga {
        Some(nummer) => format!("{diarienummer} bilaga {nummer} {avser}"),
        None => format!("{diarienummer} utan bilaga {avser}"),
    };
    rad(&[
        "BETALNING".to_owned(),
        till.lanskod.clone(),
        till.namn.clone(),
        till.organisationsnummer.clone(),
        till.status.clone(),
        manad.dag(las),
        hela(belopp.varde),
        belopp.status,
        bilaga,
        referens,
        status.to_owned(),
        String::new(),
        String::new(),
    ])
}

/// Whole kronor as digits, a minus before what is less than nothing.
fn hela(varde: Varde) -> String {
    match varde {
        Varde::Heltal(kronor) => kronor.to_string(),
        Varde::Text(text) => panic!("{text} is no whole number"),
    }
}

/// A row. A field with a separator, a quotation mark or a line end stands in quotation marks.
fn rad(falten: &[String]) -> String {
    let falten: Vec<_> = falten
        .iter()
        .map(|falt| {
            if falt.contains([';', '"', '\r', '\n']) {
                format!("\"{}\"", falt.replace('"', "\"\""))
            } else {
                falt.clone()
            }
        })
        .collect();
    falten.join(";") + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_that_could_break_a_row_are_quoted() {
        let falten = ["a", "b;c", "d \"e\"", "f\ng", ""].map(str::to_owned);
        assert_eq!(rad(&falten), "a;\"b;c\";\"d \"\"e\"\"\";\"f\ng\";\r\n");
    }
}
