//! The payment plan as a file for a payment system: one row for each payment, and last a row that says
//! how many they are and what they come to. Its form is described in `docs/betalningsfil.md`.

use super::KR;
use super::data::Beslut;
use crate::contract::regleringsbrev::{self as contract, Betalning, Betalningsmottagare};
use crate::region::Region;
use crate::report::View;
use crate::report::number::Varde;

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
pub(super) fn payment_file(view: &View<'_>) -> Vec<u8> {
    let beslut = Beslut::read(view);
    let status = if beslut.utkast { "utkast" } else { "beslutad" };
    let mottagare = view.fact(&contract::BETALNINGSMOTTAGARE);
    let mut text = row(&KOLUMNER.map(str::to_owned));
    let mut antal = 0;
    for manad in view.fact(&contract::BETALNINGAR) {
        for (region, till) in mottagare.iter() {
            text += &payment(view, &manad, (region, till), (&beslut.diarienummer, status));
            antal += 1;
        }
    }
    let mut slut = KOLUMNER.map(|_| String::new());
    let [posttyp, .., beslut_status, antal_poster, summa] = &mut slut;
    "SUMMA".clone_into(posttyp);
    status.clone_into(beslut_status);
    *antal_poster = antal.to_string();
    *summa = whole_parts(view.figure(&contract::ARET).shown_as(KR).varde);
    (text + &row(&slut)).into_bytes()
}

fn payment(
    view: &View<'_>,
    betalning: &Betalning,
    (region, till): (Region, &Betalningsmottagare),
    (diarienummer, status): (&str, &str),
) -> String {
    let manad = betalning.manad;
    let belopp = view.in_region(region, &contract::UTBETALNING.at(manad)).shown_as(KR);
    let bilaga = betalning.bilaga.map_or_else(String::new, |nummer| nummer.to_string());
    let avser = format!("{}-{:02}", manad.year(), manad.number());
    let referens = match betalning.bilaga {
        Some(nummer) => format!("{diarienummer} bilaga {nummer} {avser}"),
        None => format!("{diarienummer} utan bilaga {avser}"),
    };
    row(&[
        "BETALNING".to_owned(),
        region.county_code().to_owned(),
        region.official_name().to_owned(),
        till.organisationsnummer.clone(),
        till.status.name().to_owned(),
        view.day(&contract::UTBETALNINGSDAG.at(manad)).to_string(),
        whole_parts(belopp.varde),
        belopp.status,
        bilaga,
        referens,
        status.to_owned(),
        String::new(),
        String::new(),
    ])
}

/// Whole kronor as digits, a minus before what is less than nothing.
fn whole_parts(varde: Varde) -> String {
    match varde {
        Varde::Integer(kronor) => kronor.to_string(),
        Varde::Text(text) => panic!("{text} is no whole number"),
    }
}

/// A row. A field with a separator, a quotation mark or a line end stands in quotation marks.
fn row(falten: &[String]) -> String {
    let falten: Vec<_> = falten
        .iter()
        .map(|field| {
            if field.contains([';', '"', '\r', '\n']) {
                format!("\"{}\"", field.replace('"', "\"\""))
            } else {
                field.clone()
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
        assert_eq!(row(&falten), "a;\"b;c\";\"d \"\"e\"\"\";\"f\ng\";\r\n");
    }
}
