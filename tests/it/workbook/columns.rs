//! Sheets, columns and headings, and what lies in a table's way or outside it: one test per refusal, in
//! full.

use crate::workbook::book::{C, right_value, t};

#[test]
fn a_missing_sheet_gets_the_nearest() {
    let mut sample = right_value();
    sample
        .sheet
        .iter_mut()
        .filter(|(name, _)| name == "Befolkning")
        .for_each(|(name, _)| name.truncate(8));
    sample.sheet.retain(|(name, _)| name != "Trappa");
    assert_eq!(
        sample.error(),
        "fel[I01] prov.xlsx: bladet ”Befolkning” saknas\n  \
         hjälp:   menas bladet ”Befolkni”? Döp i så fall om det\n\
         fel[I01] prov.xlsx: bladet ”Trappa” saknas\n  \
         hjälp:   ge bladet dess rätta namn, eller kopiera det ur en tom arbetsbok: statsbidrag scaffold gör sådana\n\
         varning[I19] prov.xlsx › Befolkni: bladet hör inte till mallen och läses inte"
    );
}

#[test]
fn missing_and_unknown_columns() {
    let mut sample = right_value();
    sample.insert("Befolkning", "B6", t("Befolkninng (invånare)")).insert(
        "Befolkning",
        "D6",
        t("Anteckning"),
    );
    sample.insert("Dokument", "H3", t("Kommentar")).insert("Dokument", "G3", t("Bekräftat av"));
    sample.worksheet("Trappa").cells.retain(|(_, column), _| *column != 2);
    assert_eq!(
        sample.error(),
        "fel[I02] prov.xlsx › Befolkning › B6: kolumnen ”Befolkning (invånare)” saknas\n  \
         hjälp:   menas ”Befolkninng (invånare)”? Rätta i så fall rubriken\n\
         fel[I02] prov.xlsx › Befolkning › D6: kolumnen ”Anteckning” är okänd\n  \
         hjälp:   flytta egna kolumner till ett eget blad\n\
         fel[I02] prov.xlsx › Dokument › G3: kolumnen ”Bekräftat av” är okänd\n  \
         hjälp:   menas ”Bekräftad av”?\n\
         fel[I02] prov.xlsx › Dokument › H3: kolumnen ”Kommentar” är okänd\n  \
         hjälp:   flytta egna kolumner till ett eget blad\n\
         fel[I02] prov.xlsx › Trappa › A6: kolumnen ”Andel (%)” saknas\n  \
         hjälp:   lägg tillbaka kolumnen med den rubriken; ordningen är fri"
    );
}

#[test]
fn a_misspelled_sum_is_not_taken_for_a_column_of_the_users_own() {
    let mut sample = right_value();
    sample.insert("Kostnader", "D6", t("Suma"));
    assert_eq!(
        sample.error(),
        "fel[I02] prov.xlsx › Kostnader › D6: kolumnen ”Summa (kr)” saknas\n  \
         hjälp:   menas ”Suma”? Rätta i så fall rubriken"
    );
}

#[test]
fn columns_and_rows_about_them_twice() {
    let mut sample = right_value();
    sample.insert("Kostnader", "C6", t("HIV")).insert("Kostnader", "E6", t("Summa"));
    sample.insert("Befolkning", "A5", t("Källa"));
    assert_eq!(
        sample.error(),
        "fel[I04] prov.xlsx › Befolkning › A5: raden ”Källa” finns redan på rad 2\n  hjälp:   behåll den ena\n\
         fel[I04] prov.xlsx › Kostnader › C6: kolumnen ”HIV” finns redan i B6\n  \
         hjälp:   ta bort den ena, eller ge den ett annat namn\n\
         fel[I04] prov.xlsx › Kostnader › E6: kolumnen ”Summa” finns redan i D6\n  \
         hjälp:   ta bort den ena"
    );
}

#[test]
fn another_unit() {
    let mut sample = right_value();
    sample.insert("Kostnader", "D6", t("Summa (tkr)")).insert("Dokument", "C7", t("tkr"));
    assert_eq!(
        sample.error(),
        "fel[I02] prov.xlsx › Dokument › C7: enheten för ”Belopp” är ”tkr”\n  \
         väntade: mnkr\n  hjälp:   räkna om värdena till den enheten och återställ texten\n\
         fel[I02] prov.xlsx › Kostnader › D6: kolumnen ”Summa” har enheten ”tkr”\n  \
         väntade: kr\n  hjälp:   räkna om värdena till den enheten och återställ texten"
    );
}

#[test]
fn no_row_of_headings_and_no_rows_about_the_columns() {
    let mut sample = right_value();
    sample.insert("Befolkning", "A6", t("Regionn"));
    sample.worksheet("Kostnader").cells.retain(|(row, _), _| ![1, 3].contains(row));
    sample.insert("Dokument", "B3", t("Belopp"));
    assert_eq!(
        sample.error(),
        "fel[I02] prov.xlsx › Befolkning › A6: ingen rad har rubriken ”Region” i kolumn A\n  \
         hjälp:   menas ”Regionn” i A6?\n\
         fel[I02] prov.xlsx › Dokument › A3: kolumnen ”Värde” saknas\n  \
         hjälp:   återställ rubriken; kolumnernas ordning är fri\n\
         fel[I02] prov.xlsx › Dokument › B3: kolumnen ”Belopp” är okänd\n  \
         hjälp:   flytta egna kolumner till ett eget blad\n\
         fel[I02] prov.xlsx › Kostnader › A6: raden ”Källa” saknas\n  \
         hjälp:   lägg tillbaka den, som i en tom arbetsbok: statsbidrag scaffold gör sådana\n\
         fel[I02] prov.xlsx › Kostnader › A6: raden ”Status” saknas\n  \
         hjälp:   lägg tillbaka den, som i en tom arbetsbok: statsbidrag scaffold gör sådana"
    );
}

#[test]
fn text_beside_and_below_the_table() {
    let mut sample = right_value();
    sample.insert("Befolkning", "E9", t("kolla!")).insert("Befolkning", "E10", t("ja"));
    sample.insert("Befolkning", "A31", t("Källa: SCB")).insert("Trappa", "A12", C::N(3.0)).insert(
        "Trappa",
        "E12",
        t("x"),
    );
    let help = "\n  hjälp:   flytta texten till ett eget blad, eller ta bort den";
    assert_eq!(
        sample.error(),
        format!(
            "fel[I18] prov.xlsx › Befolkning › E9: ”kolla!” står utanför tabellens kolumner (och en cell till){help}\n\
             fel[I18] prov.xlsx › Befolkning › A31: ”Källa: SCB” står nedanför tabellen{help}\n\
             fel[I18] prov.xlsx › Trappa › A12: 3 står nedanför tabellen (och en cell till){help}"
        )
    );
}

#[test]
fn a_column_without_a_heading_between_the_others() {
    let mut sample = right_value();
    sample.empty("Kostnader", "C6");
    let error = sample.error();
    assert!(
        error.starts_with(
            "fel[I18] prov.xlsx › Kostnader › C2: ”SCB” står utanför tabellens kolumner (och 23 celler till)\n"
        ),
        "{error}"
    );
}

#[test]
fn merged_cells() {
    let mut sample = right_value();
    let worksheet = sample.worksheet("Befolkning");
    worksheet.merged_ranges.push(("B9", "B10"));
    worksheet.merged_ranges.push(("A1", "C1"));
    worksheet.cells.remove(&(9, 1));
    worksheet.cells.remove(&(27, 1));
    assert_eq!(
        sample.error(),
        "fel[I11] prov.xlsx › Befolkning › B9: cellerna B9:B10 är sammanslagna\n  \
         hjälp:   dela upp cellerna och fyll i var och en\n\
         fel[I06] prov.xlsx › Befolkning › B10: ”Befolkning” saknas för Östergötland\n  \
         väntade: invånare, 1–20\u{A0}000\u{A0}000"
    );
}

#[test]
fn hidden_rows_columns_and_sheets() {
    let mut sample = right_value();
    let worksheet = sample.worksheet("Befolkning");
    worksheet.hidden_rows = vec![9, 10, 11, 20, 40];
    worksheet.hidden_columns = vec![2, 9];
    sample.worksheet("Trappa").hidden = true;
    let rows = "\n  hjälp:   ta fram raderna och granska dem; släck eventuella filter\n";
    assert_eq!(
        sample.error(),
        format!(
            "fel[I12] prov.xlsx › Befolkning › C2: kolumn C är dold\n  \
             hjälp:   ta fram kolumnen och granska den\n\
             fel[I12] prov.xlsx › Befolkning › A9: raderna 9–11 är dolda{rows}\
             fel[I12] prov.xlsx › Befolkning › A20: rad 20 är dold{rows}\
             fel[I12] prov.xlsx › Trappa: hela bladet är dolt\n  \
             hjälp:   högerklicka på bladflikarna, välj Ta fram och granska bladet"
        )
    );
}
