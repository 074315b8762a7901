//! What is said of a sheet as a whole, of what lies beside its table, and of what its values rest on.

use crate::problem::messages;

messages! { "sheet":
    missing { name }
        sv "bladet {name} saknas"
        one "the sheet {name} is missing"
    renamed { name }
        sv "menas bladet {name}? Döp i så fall om det"
        one "is the sheet {name} meant to be it? If so, rename it"
    put_back {}
        sv "lägg tillbaka bladet; en tom mall med alla blad kan skapas på nytt"
        one "put the sheet back; an empty template with every sheet can be created anew"
    hidden {}
        sv "hela bladet är dolt"
        one "the whole sheet is hidden"
    unhide {}
        sv "högerklicka på bladflikarna, välj Ta fram och granska bladet"
        one "right-click the sheet tabs, choose Unhide and review the sheet"
    forbidden_name { name, character }
        sv "bladnamnet {name} innehåller {character}"
        one "the sheet name {name} contains {character}"
    rename {}
        sv "döp om bladet"
        one "rename the sheet"
    not_read {}
        sv "bladet hör inte till mallen och läses inte"
        one "the sheet does not belong to the template and is not read"

    merged { first, last }
        sv "cellerna {first}:{last} är sammanslagna"
        one "the cells {first}:{last} are merged"
    split_cells {}
        sv "dela upp cellerna och fyll i var och en"
        one "split the cells and fill in each of them"
    row_hidden { row }
        sv "rad {row} är dold"
        one "row {row} is hidden"
    rows_hidden { first, last }
        sv "raderna {first}–{last} är dolda"
        one "rows {first}–{last} are hidden"
    unhide_rows {}
        sv "ta fram raderna och granska dem; släck eventuella filter"
        one "unhide the rows and review them; turn off any filters"
    column_hidden { column }
        sv "kolumn {column} är dold"
        one "column {column} is hidden"
    unhide_column {}
        sv "ta fram kolumnen och granska den"
        one "unhide the column and review it"
    outside_columns {}
        sv "utanför tabellens kolumner"
        one "outside the columns of the table"
    below_table {}
        sv "nedanför tabellen"
        one "below the table"
    stands { content, place }
        sv "{content} står {place}"
        one "{content} is {place}"
    stands_and_one_more { content, place }
        sv "{content} står {place} (och en cell till)"
        one "{content} is {place} (and one more cell)"
    stands_and_more { content, place, count }
        sv "{content} står {place} (och {count} celler till)"
        one "{content} is {place} (and {count} more cells)"
    move_text {}
        sv "flytta texten till ett eget blad, eller ta bort den"
        one "move the text to a sheet of its own, or remove it"

    word { name }
        sv "{name}"
        one "‘{name}’"
    unit_of { item, found }
        sv "enheten för {item} är {found}"
        one "the unit of {item} is {found}"
    no_unit {}
        sv "ingen enhet"
        one "no unit"
    convert {}
        sv "räkna om värdena till den enheten och återställ texten"
        one "convert the values to that unit and restore the text"
    source_missing { item }
        sv "källa saknas för {item}"
        one "the source of {item} is missing"
    write_source {}
        sv "skriv det dokument, diarienummer eller den tabell som uppgiften är hämtad ur"
        one "give the document, the case number or the table that the value is taken from"
    status_missing { item }
        sv "status saknas för {item}"
        one "the status of {item} is missing"
    not_a_status { found }
        sv "{found} är inte någon status"
        one "{found} is not a status"
    choose {}
        sv "välj i listan i cellen"
        one "choose from the list in the cell"
    date_missing { item }
        sv "datum saknas för {item}"
        one "the date of {item} is missing"
    write_date {}
        sv "skriv det datum som uppgiften gäller"
        one "give the date that the value holds for"
    holds_for { item, date }
        sv "{item} gäller {date}"
        one "{item} holds for {date}"
    right_date {}
        sv "hämta uppgiften för det datumet, eller rätta datumet om det skrivits fel"
        one "obtain the value for that date, or correct the date if it is a slip"
    as_the_template {}
        sv "lägg tillbaka den; så ser mallen ut"
        one "put it back; the template has it"
}
