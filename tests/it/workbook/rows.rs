//! Rows that are missing, unknown or there twice, totals that do not agree, dates and sources: one test
//! per refusal, in full.

use crate::workbook::book::{C, right_value, t};

#[test]
fn missing_regions_are_all_named() {
    let mut sample = right_value();
    sample.worksheet("Befolkning").cells.retain(|(row, _), _| ![7, 15, 27].contains(row));
    assert_eq!(
        sample.error(),
        "fel[I03] prov.xlsx › Befolkning › A6: 2 regioner saknas: Uppsala och Skåne\n  \
         väntade: en rad för var och en av de 21 regionerna"
    );
}

#[test]
fn a_region_twice_says_where_the_first_is() {
    let mut sample = right_value();
    sample.insert("Befolkning", "A16", t("Region Gotland")).empty("Befolkning", "B28");
    assert_eq!(
        sample.error(),
        "fel[I03] prov.xlsx › Befolkning › A6: Skåne saknas\n  \
         väntade: en rad för var och en av de 21 regionerna\n\
         fel[I04] prov.xlsx › Befolkning › A16: Gotland finns redan på rad 14\n  \
         hjälp:   behåll den rad som gäller"
    );
}

#[test]
fn unknown_regions_get_the_nearest() {
    let mut sample = right_value();
    sample
        .insert("Befolkning", "A16", t("Skpne"))
        .insert("Kostnader", "A7", t("Atlantis"))
        .empty("Befolkning", "B28");
    assert_eq!(
        sample.error(),
        "fel[I03] prov.xlsx › Befolkning › A6: Skåne saknas\n  \
         väntade: en rad för var och en av de 21 regionerna\n\
         fel[I05] prov.xlsx › Befolkning › A16: ”Skpne” är inte någon region\n  \
         hjälp:   menas Skåne?\n\
         fel[I03] prov.xlsx › Kostnader › A6: Stockholm saknas\n  \
         väntade: en rad för var och en av de 21 regionerna\n\
         fel[I05] prov.xlsx › Kostnader › A7: ”Atlantis” är inte någon region\n  \
         hjälp:   skriv något av regionernas namn; egna anteckningar hör hemma på ett eget blad"
    );
}

#[test]
fn a_row_without_a_region_and_a_sum_row_by_another_name() {
    let mut sample = right_value();
    sample.insert("Befolkning", "A28", t("Totalt"));
    sample.insert("Kostnader", "C28", C::N(5.0));
    assert_eq!(
        sample.error(),
        "fel[I05] prov.xlsx › Befolkning › A28: ”Totalt” är inte någon region\n  \
         hjälp:   summaraden heter ”Riket” på det här bladet\n\
         fel[I06] prov.xlsx › Kostnader › A28: raden har värden men ingen region\n  \
         hjälp:   skriv regionens namn, eller flytta värdena"
    );
}

#[test]
fn a_total_that_disagrees_with_its_rows() {
    let mut sample = right_value();
    sample.insert("Befolkning", "B28", C::F("=SUM(B7:B26)", "201330"));
    sample.insert("Befolkning", "C28", C::N(31.5));
    assert_eq!(
        sample.error(),
        "fel[I14] prov.xlsx › Befolkning › B28: summaraden säger 201\u{A0}330 men raderna ger 211\u{A0}470\n  \
         väntade: 211\u{A0}470\n  \
         hjälp:   skillnaden är 10\u{A0}140 invånare; rätta den rad eller den summa som är fel\n\
         fel[I14] prov.xlsx › Befolkning › C28: summaraden har 31,5 i kolumnen ”Utfall”\n  \
         hjälp:   töm cellen: en summa av kr/inv säger ingenting"
    );
}

#[test]
fn parts_that_do_not_make_their_sum() {
    let mut sample = right_value();
    sample.insert("Kostnader", "C9", C::N(99.0));
    assert_eq!(
        sample.error(),
        "fel[I14] prov.xlsx › Kostnader › D9: ”Summa” för Sörmland är 102 men delarna ger 101\n  \
         väntade: 101\n  hjälp:   skillnaden är 1 kr; rätta den rad eller den summa som är fel"
    );
}

#[test]
fn a_wrong_or_missing_date() {
    let mut sample = right_value();
    sample.insert("Befolkning", "B3", C::Datum("2023-11-01"));
    assert_eq!(
        sample.error(),
        "fel[I15] prov.xlsx › Befolkning › B3: ”Befolkning” gäller 2023-11-01\n  \
         väntade: 2023-08-31\n  \
         hjälp:   hämta uppgiften för det datumet, eller rätta datumet om det skrivits fel"
    );
    sample.empty("Befolkning", "B3");
    assert_eq!(
        sample.error(),
        "fel[I06] prov.xlsx › Befolkning › B3: datum saknas för ”Befolkning”\n  \
         väntade: 2023-08-31\n  hjälp:   skriv det datum som uppgiften gäller"
    );
    sample.insert("Befolkning", "B3", C::N(45_169.0));
    assert_eq!(
        sample.error(),
        "fel[I07] prov.xlsx › Befolkning › B3: 45\u{A0}169 är inte ett datum\n  \
         väntade: ett datum, som 2024-04-18\n  \
         hjälp:   ändra cellens talformat till datum och skriv datumet på nytt"
    );
}

#[test]
fn source_and_status() {
    let mut sample = right_value();
    sample.empty("Befolkning", "B2").empty("Befolkning", "C4").insert(
        "Kostnader",
        "B4",
        t("faststald"),
    );
    sample.empty("Dokument", "D7").insert("Dokument", "F7", t("säker"));
    let expected = "\n  väntade: fastställd, härledd, preliminär, exempel eller ej bekräftad";
    assert_eq!(
        sample.error(),
        format!(
            "fel[I16] prov.xlsx › Befolkning › B2: källa saknas för ”Befolkning”\n  \
             hjälp:   skriv det dokument, diarienummer eller den tabell som uppgiften är hämtad ur; gäller en källa hela bladet räcker det att skriva den överst\n\
             fel[I16] prov.xlsx › Befolkning › C4: status saknas för ”Utfall”{expected}\n  \
             hjälp:   välj i listan i cellen\n\
             fel[I16] prov.xlsx › Dokument › D7: källa saknas för ”Belopp”\n  \
             hjälp:   skriv det dokument, diarienummer eller den tabell som uppgiften är hämtad ur; gäller en källa hela bladet räcker det att skriva den överst\n\
             fel[I16] prov.xlsx › Dokument › F7: ”säker” är inte någon status{expected}\n  \
             hjälp:   välj i listan i cellen\n\
             fel[I16] prov.xlsx › Kostnader › B4: ”faststald” är inte någon status{expected}\n  \
             hjälp:   menas fastställd?"
        )
    );
}

#[test]
fn rows_of_items_unknown_missing_or_twice() {
    let mut sample = right_value();
    sample.insert("Dokument", "A5", t("Rubrikk")).insert("Dokument", "A9", t("Belopp (mnkr)"));
    sample.insert("Dokument", "A10", t("Egen anteckning"));
    assert_eq!(
        sample.error(),
        "fel[I06] prov.xlsx › Dokument › A3: raden ”Rubrik” saknas\n  \
         väntade: text, högst 40 tecken\n  \
         hjälp:   lägg tillbaka raden med det namnet; ordningen är fri\n\
         fel[I17] prov.xlsx › Dokument › A5: raden ”Rubrikk” är okänd\n  hjälp:   menas ”Rubrik”?\n\
         fel[I04] prov.xlsx › Dokument › A9: ”Belopp” finns redan på rad 7\n  \
         hjälp:   behåll den rad som gäller\n\
         fel[I17] prov.xlsx › Dokument › A10: raden ”Egen anteckning” är okänd\n  \
         hjälp:   flytta egna rader till ett eget blad"
    );
}

#[test]
fn rows_of_a_list_with_names() {
    let mut sample = right_value();
    let mut worksheet = sample.worksheet("Trappa").clone();
    worksheet.cells.retain(|(row, column), _| *column < 2 && *row < 5);
    worksheet.cells.extend([((5, 0), t("Grupp")), ((5, 1), t("Prislapp (kr/inv)"))]);
    for (row, group) in (6..).zip(["1–5 år", "1–5 år", "0 ar"]) {
        worksheet.cells.extend([((row, 0), t(group)), ((row, 1), C::N(1.5))]);
    }
    sample.sheet.push(("Prislappar".into(), worksheet));
    assert_eq!(
        sample.error(),
        "fel[I06] prov.xlsx › Prislappar › A6: rader saknas: ”0 år” och ”6–18 år”\n  \
         hjälp:   lägg tillbaka raderna med de namnen; ordningen är fri\n\
         fel[I04] prov.xlsx › Prislappar › A8: ”1–5 år” finns redan på rad 7\n  \
         hjälp:   behåll den rad som gäller\n\
         fel[I17] prov.xlsx › Prislappar › A9: raden ”0 ar” är okänd\n  hjälp:   menas ”0 år”?"
    );
}

#[test]
fn a_required_list_without_rows() {
    let mut sample = right_value();
    sample.worksheet("Trappa").cells.retain(|(row, _), _| *row < 6);
    assert_eq!(
        sample.error(),
        "fel[I06] prov.xlsx › Trappa › A6: tabellen har inga ifyllda rader\n  hjälp:   fyll i minst en rad"
    );
}
