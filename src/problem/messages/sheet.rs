//! What is said of a sheet as a whole, of what lies beside its table, and of what its values rest on.

use crate::problem::messages;

messages! { "sheet":
    missing { name }
        sv "bladet {name} saknas"
        en "the sheet {name} is missing"
    renamed { name }
        sv "menas bladet {name}? Döp i så fall om det"
        en "is the sheet {name} meant to be it? If so, rename it"
    put_back {}
        sv "ge bladet dess rätta namn, eller kopiera det ur en tom arbetsbok: statsbidrag scaffold gör sådana"
        en "give the sheet its right name, or copy it from an empty workbook: statsbidrag scaffold makes them"
    hidden {}
        sv "hela bladet är dolt"
        en "the whole sheet is hidden"
    unhide {}
        sv "högerklicka på bladflikarna, välj Ta fram och granska bladet"
        en "right-click the sheet tabs, choose Unhide and review the sheet"
    forbidden_name { name, character }
        sv "bladnamnet {name} innehåller {character}"
        en "the sheet name {name} contains {character}"
    rename {}
        sv "döp om bladet"
        en "rename the sheet"
    not_read {}
        sv "bladet hör inte till mallen och läses inte"
        en "the sheet is not part of the workbook's layout and is not read"

    merged { first, last }
        sv "cellerna {first}:{last} är sammanslagna"
        en "the cells {first}:{last} are merged"
    split_cells {}
        sv "dela upp cellerna och fyll i var och en"
        en "split the cells and fill in each of them"
    row_hidden { row }
        sv "rad {row} är dold"
        en "row {row} is hidden"
    rows_hidden { first, last }
        sv "raderna {first}–{last} är dolda"
        en "rows {first}–{last} are hidden"
    typed_among_formulas {}
        sv "ett inskrivet tal, fast kolumnen annars räknas med formler"
        en "a typed number, though the column is otherwise computed by formulas"
    formula_or_confirm {}
        sv "sätt tillbaka formeln, eller bekräfta talet på bladet Bekräftade varningar"
        en "put the formula back, or confirm the number on the sheet ‘Bekräftade varningar’"
    unhide_rows {}
        sv "ta fram raderna och granska dem; släck eventuella filter"
        en "unhide the rows and review them; turn off any filters"
    column_hidden { column }
        sv "kolumn {column} är dold"
        en "column {column} is hidden"
    unhide_column {}
        sv "ta fram kolumnen och granska den"
        en "unhide the column and review it"
    outside_columns {}
        sv "utanför tabellens kolumner"
        en "outside the columns of the table"
    below_table {}
        sv "nedanför tabellen"
        en "below the table"
    stands { content, place }
        sv "{content} står {place}"
        en "{content} is {place}"
    stands_and_one_more { content, place }
        sv "{content} står {place} (och en cell till)"
        en "{content} is {place} (and one more cell)"
    stands_and_more { content, place, count }
        sv "{content} står {place} (och {count} celler till)"
        en "{content} is {place} (and {count} more cells)"
    move_text {}
        sv "flytta texten till ett eget blad, eller ta bort den"
        en "move the text to a sheet of its own, or remove it"

    unit_of { item, found }
        sv "enheten för {item} är {found}"
        en "the unit of {item} is {found}"
    no_unit {}
        sv "ingen enhet"
        en "no unit"
    convert {}
        sv "räkna om värdena till den enheten och återställ texten"
        en "convert the values to that unit and restore the text"
    source_missing { item }
        sv "källa saknas för {item}"
        en "the source of {item} is missing"
    write_source {}
        sv "skriv det dokument, diarienummer eller den tabell som uppgiften är hämtad ur; gäller en källa hela bladet räcker det att skriva den överst"
        en "give the document, the registration number or the table that the value is taken from; where one source holds for the whole sheet it is enough to give it at the top"
    status_missing { item }
        sv "status saknas för {item}"
        en "the status of {item} is missing"
    not_a_status { found }
        sv "{found} är inte någon status"
        en "{found} is not a status"
    choose {}
        sv "välj i listan i cellen"
        en "choose from the list in the cell"
    sheet_not_confirmed { items }
        sv "{items} vilar på bladets gemensamma källa, som saknas"
        en "{items} rest on the common source of the sheet, which is missing"
    sheet_without_status { items }
        sv "{items} vilar på bladets gemensamma källa, som saknar status"
        en "{items} rest on the common source of the sheet, which has no status"
    and_so_many { count }
        sv "{count} till"
        en "{count} more"
    confirm_sheet {}
        sv "se efter att de gäller, skriv källan och välj status här; det som har en annan källa anger den själv"
        en "see that they hold, give the source and choose the status here; what has another source states it itself"
    date_missing { item }
        sv "datum saknas för {item}"
        en "the date of {item} is missing"
    write_date {}
        sv "skriv det datum som uppgiften gäller"
        en "give the date that the value holds for"
    holds_for { item, date }
        sv "{item} gäller {date}"
        en "{item} holds for {date}"
    right_date {}
        sv "hämta uppgiften för det datumet, eller rätta datumet om det skrivits fel"
        en "obtain the value for that date, or correct the date if it is a slip"
    as_the_template {}
        sv "lägg tillbaka den, som i en tom arbetsbok: statsbidrag scaffold gör sådana"
        en "put it back, as in an empty workbook: statsbidrag scaffold makes them"
}
