//! What is said of the headings and rows of a sheet's table, of empty cells and of sums.

use crate::problem::messages;

messages! { "table":
    did_you_mean { name }
        sv "menas {name}?"
        en "did you mean {name}?"
    remove_one {}
        sv "ta bort den ena"
        en "remove one of them"

    no_headings { heading }
        sv "ingen rad har rubriken {heading} i kolumn A"
        en "no row has the heading {heading} in column A"
    heading_in { heading, cell }
        sv "menas {heading} i {cell}?"
        en "is {heading} in {cell} meant to be it?"
    restore_first_heading {}
        sv "återställ rubriken; tabellens första kolumn ska vara A"
        en "restore the heading; the first column of the table must be A"
    restore_heading {}
        sv "återställ rubriken; kolumnernas ordning är fri"
        en "restore the heading; the columns may be in any order"
    heading_not_text {}
        sv "rubriken är inte text"
        en "the heading is not text"
    heading_as_text {}
        sv "skriv rubriken som text"
        en "write the heading as text"
    heading_forbidden { heading, character }
        sv "rubriken {heading} innehåller {character}"
        en "the heading {heading} contains {character}"
    heading_by_hand {}
        sv "skriv om rubriken för hand"
        en "type the heading again by hand"
    heading_long { heading, count }
        sv "rubriken {heading} är {count} tecken lång"
        en "the heading {heading} is {count} characters long"
    text_at_most { count }
        sv "text, högst {count} tecken"
        en "text, at most {count} characters"
    heading_shorter {}
        sv "korta rubriken"
        en "shorten the heading"

    column_missing { heading }
        sv "kolumnen {heading} saknas"
        en "the column {heading} is missing"
    column_misspelled { heading }
        sv "menas {heading}? Rätta i så fall rubriken"
        en "is {heading} meant to be it? If so, correct the heading"
    column_back {}
        sv "lägg tillbaka kolumnen med den rubriken; ordningen är fri"
        en "put the column with that heading back; the order is free"
    column_unknown { heading }
        sv "kolumnen {heading} är okänd"
        en "the column {heading} is unknown"
    column_elsewhere {}
        sv "flytta egna kolumner till ett eget blad"
        en "move columns of your own to a sheet of their own"
    column_twice { heading, first }
        sv "kolumnen {heading} finns redan i {first}"
        en "the column {heading} is already in {first}"
    column_another_name {}
        sv "ta bort den ena, eller ge den ett annat namn"
        en "remove one of them, or give it another name"
    column_unit { heading, unit }
        sv "kolumnen {heading} har enheten {unit}"
        en "the column {heading} has the unit {unit}"
    column_empty { heading }
        sv "kolumnen {heading} är tom"
        en "the column {heading} is empty"
    every_region {}
        sv "fyll i ett värde för varje region"
        en "fill in a value for each region"

    row_missing { name }
        sv "raden {name} saknas"
        en "the row {name} is missing"
    row_back {}
        sv "lägg tillbaka raden med det namnet; ordningen är fri"
        en "put the row with that name back; the order is free"
    one_row_missing { name }
        sv "rader saknas: {name}"
        en "a row is missing: {name}"
    rows_missing { names }
        sv "rader saknas: {names}"
        en "rows are missing: {names}"
    rows_back {}
        sv "lägg tillbaka raderna med de namnen; ordningen är fri"
        en "put the rows with those names back; the order is free"
    row_unknown { name }
        sv "raden {name} är okänd"
        en "the row {name} is unknown"
    row_elsewhere {}
        sv "flytta egna rader till ett eget blad"
        en "move rows of your own to a sheet of their own"
    row_label_twice { name, row }
        sv "raden {name} finns redan på rad {row}"
        en "the row {name} is already on row {row}"
    keep_one {}
        sv "behåll den ena"
        en "keep one of them"
    row_twice { name, row }
        sv "{name} finns redan på rad {row}"
        en "{name} is already on row {row}"
    keep_right_row {}
        sv "behåll den rad som gäller"
        en "keep the row that applies"
    row_without_name {}
        sv "raden har värden men inget namn i kolumn A"
        en "the row has values but no name in column A"
    name_row {}
        sv "skriv radens namn, eller flytta värdena"
        en "give the row its name, or move the values"
    no_rows {}
        sv "tabellen har inga ifyllda rader"
        en "the table has no rows that are filled in"
    fill_one_row {}
        sv "fyll i minst en rad"
        en "fill in at least one row"

    row_without_region {}
        sv "raden har värden men ingen region"
        en "the row has values but no region"
    name_region {}
        sv "skriv regionens namn, eller flytta värdena"
        en "give the name of the region, or move the values"
    not_a_region { found }
        sv "{found} är inte någon region"
        en "{found} is not a region"
    sum_row_name { name }
        sv "summaraden heter {name} på det här bladet"
        en "the row of sums is called {name} on this sheet"
    no_sum_row {}
        sv "bladet har ingen summarad; ta bort raden"
        en "the sheet has no row of sums; remove the row"
    region_or_elsewhere {}
        sv "skriv något av regionernas namn; egna anteckningar hör hemma på ett eget blad"
        en "give the name of one of the regions; notes of your own belong on a sheet of their own"
    one_region_missing { name }
        sv "{name} saknas"
        en "{name} is missing"
    regions_missing { count, names }
        sv "{count} regioner saknas: {names}"
        en "{count} regions are missing: {names}"
    a_row_each {}
        sv "en rad för var och en av de 21 regionerna"
        en "a row for each of the 21 regions"

    cell_missing { heading }
        sv "{heading} saknas"
        en "{heading} is missing"
    cell_missing_for { heading, region }
        sv "{heading} saknas för {region}"
        en "{heading} is missing for {region}"
    zero {}
        sv "skriv 0 om det är noll som menas"
        en "write 0 if zero is meant"
    all_or_none {}
        sv "kolumnen får lämnas tom, men då för alla regioner"
        en "the column may be left empty, but then for every region"
    all_or_none_or_zero {}
        sv "kolumnen får lämnas tom, men då för alla regioner; skriv 0 om det är noll som menas"
        en "the column may be left empty, but then for every region; write 0 if zero is meant"

    summed_in_vain { found, heading }
        sv "summaraden har {found} i kolumnen {heading}"
        en "the row of sums has {found} in the column {heading}"
    empty_it_unit { unit }
        sv "töm cellen: en summa av {unit} säger ingenting"
        en "empty the cell: a sum of {unit} says nothing"
    empty_it {}
        sv "töm cellen: kolumnen har ingen summa"
        en "empty the cell: the column has no sum"
    sum_row_differs { sum, rows }
        sv "summaraden säger {sum} men raderna ger {rows}"
        en "the row of sums says {sum} but the rows make {rows}"
    parts_differ { heading, region, sum, parts }
        sv "{heading} för {region} är {sum} men delarna ger {parts}"
        en "{heading} for {region} is {sum} but the parts make {parts}"
    difference { amount }
        sv "skillnaden är {amount}; rätta den rad eller den summa som är fel"
        en "the difference is {amount}; correct the row or the sum that is wrong"
    difference_in { amount, unit }
        sv "skillnaden är {amount} {unit}; rätta den rad eller den summa som är fel"
        en "the difference is {amount} {unit}; correct the row or the sum that is wrong"
}
