//! What is said of a file that cannot be read as a workbook: by itself, or of a part or a sheet in it.

use crate::problem::messages;

messages! { "package":
    part { part, what } sv "delen {part} {what}" en "the part {part} {what}"
    sheet { what } sv "bladet {what}" en "the sheet {what}"

    many_parts { count } sv "paketet har {count} delar" en "the package has {count} parts"
    same_part_name {}
        sv "paketet har två delar med samma namn"
        en "the package has two parts with the same name"
    truncated {}
        sv "paketet är avkortat eller trasigt"
        en "the package is truncated or broken"
    file_size { megabytes } sv "filen är {megabytes} MB" en "the file is {megabytes} MB"
    empty {} sv "filen är tom" en "the file is empty"
    binary {}
        sv "filen är en binär arbetsbok (.xlsb)"
        en "the file is a binary workbook (.xlsb)"
    open_document {}
        sv "filen är ett dokument i formatet OpenDocument (.ods)"
        en "the file is a document in the OpenDocument format (.ods)"
    word_document {} sv "filen är ett Word-dokument" en "the file is a Word document"
    zip_archive {}
        sv "filen är ett zip-arkiv men ingen arbetsbok"
        en "the file is a zip archive but no workbook"
    older_excel {}
        sv "filen är en äldre Excelfil (.xls)"
        en "the file is an older Excel file (.xls)"
    not_xlsx {}
        sv "filens innehåll är inte ett XLSX-paket"
        en "the contents of the file are not an XLSX package"
    macros {}
        sv "arbetsboken innehåller makron (.xlsm)"
        en "the workbook contains macros (.xlsm)"
    password {}
        sv "arbetsboken är skyddad med lösenord"
        en "the workbook is protected with a password"
    unreadable {}
        sv "arbetsboken går inte att läsa"
        en "the workbook cannot be read"

    is_missing {} sv "saknas" en "is missing"
    not_utf8 {} sv "är inte text i UTF-8" en "is not text in UTF-8"
    strict_form {}
        sv "är sparad i formen Strict Open XML, som det inte går att anteckna i"
        en "is saved in the form Strict Open XML, which cannot be annotated"
    own_list {}
        sv "har ett eget blad som heter Att åtgärda; döp om det, så kan arbetsboken antecknas i"
        en "has a sheet of its own called ‘Att åtgärda’; rename it, and the workbook can be annotated"
    not_unpacked {} sv "går inte att packa upp" en "cannot be unpacked"
    larger_than { megabytes }
        sv "är uppackad större än {megabytes} MB"
        en "is larger than {megabytes} MB when unpacked"
    document_type {}
        sv "innehåller en dokumenttyp (DTD), som aldrig hör hemma där"
        en "contains a document type (DTD), which never belongs there"
    unknown_entity {}
        sv "hänvisar till en okänd entitet"
        en "refers to an unknown entity"
    not_well_formed {} sv "är inte välformad XML" en "is not well-formed XML"
    points_elsewhere {}
        sv "pekar inte ut arbetsboken"
        en "does not point to the workbook"
    unclear_count {}
        sv "säger inte hur många texter den har"
        en "does not say how many texts it has"
    too_many_texts { count }
        sv "säger sig ha {count} texter, fler än den rymmer"
        en "claims to have {count} texts, more than it has room for"
    styles {}
        sv "har fler eller längre format än Excel kan skriva"
        en "has more or longer formats than Excel can write"
    elsewhere { kind }
        sv "har {kind} på en annan plats än väntat"
        en "has {kind} in another place than expected"
    same_id {}
        sv "har två hänvisningar med samma id"
        en "has two references with the same id"
    no_such_sheet {}
        sv "hänvisar till ett blad som inte finns"
        en "refers to a sheet that does not exist"
    same_sheet_name {}
        sv "har två blad med samma namn"
        en "has two sheets with the same name"
    many_sheets { count } sv "har {count} blad" en "has {count} sheets"

    not_read {} sv "går inte att läsa" en "cannot be read"
    no_whole_table {} sv "har ingen hel tabell" en "has no complete table"
    two_tables {} sv "har två tabeller" en "has two tables"
    column_without_number {}
        sv "har en kolumn utan nummer"
        en "has a column without a number"
    row_outside {} sv "har en rad utanför bladet" en "has a row outside the sheet"
    cell_outside {} sv "har en cell utanför bladet" en "has a cell outside the sheet"
    wrong_row { cell } sv "har cellen {cell} på fel rad" en "has the cell {cell} in the wrong row"
    two_values { cell }
        sv "har två värden i cellen {cell}"
        en "has two values in the cell {cell}"
    value_in_pieces { cell }
        sv "har ett värde i flera delar i cellen {cell}"
        en "has a value in several pieces in the cell {cell}"
    cell_twice { cell } sv "har cellen {cell} två gånger" en "has the cell {cell} twice"
    faulty_text { cell }
        sv "har en felaktig text i cellen {cell}"
        en "has a faulty text in the cell {cell}"
    reversed_area {} sv "har ett bakvänt område" en "has a range that is back to front"
    many_cells {}
        sv "har fler ifyllda celler, sammanslagningar eller dolda kolumner än det kan behöva"
        en "has more filled cells, merged cells or hidden columns than it can need"
    much_text {}
        sv "cellerna innehåller mer text än en arbetsbok kan behöva"
        en "the cells contain more text than a workbook can need"

    parts_at_most {} sv "högst 2 000" en "at most 2 000"
    file_at_most {} sv "högst 20 MB" en "at most 20 MB"
    unpacked_at_most {}
        sv "högst 64 MB per del och 128 MB sammanlagt"
        en "at most 64 MB for each part and 128 MB in all"
    cells_at_most {} sv "högst 50 000 ifyllda celler" en "at most 50 000 filled cells"
    text_at_most {} sv "högst 8 MB text" en "at most 8 MB of text"
    an_xlsx {}
        sv "en arbetsbok i formatet XLSX"
        en "a workbook in the XLSX format"

    fetch_or_save {}
        sv "hämta filen på nytt, eller öppna den i Excel eller LibreOffice och spara om den"
        en "get the file again, or open it in Excel or LibreOffice and save it anew"
    save_without {}
        sv "spara om arbetsboken utan det som inte hör dit: bilder, egna blad, formatering långt utanför tabellerna"
        en "save the workbook anew without what does not belong there: pictures, sheets of your own, formatting far outside the tables"
    save_as_xlsx {}
        sv "öppna filen i Excel eller LibreOffice och spara den som Excel-arbetsbok (.xlsx)"
        en "open the file in Excel or LibreOffice and save it as an Excel workbook (.xlsx)"
    remove_password {}
        sv "ta bort lösenordet i Excel (Arkiv › Info › Skydda arbetsbok) och spara om"
        en "remove the password in Excel (File › Info › Protect Workbook) and save anew"
}
