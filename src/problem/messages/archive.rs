//! What is said of the files of earlier years.

use crate::problem::messages;

messages! { "archive":
    not_json { line, column }
        sv "filen är inte JSON: rad {line}, tecken {column}"
        en "the file is not JSON: line {line}, character {column}"
    no_figures {} sv "filen innehåller inga siffror" en "the file contains no figures"
    not_a_status { status } sv "{status} är inte någon status" en "{status} is not a status"
    differs { id, value, other, place }
        sv "{id} är {value}, men {other} i {place}"
        en "{id} is {value}, but {other} in {place}"

    of_a_region { heading, region } sv "{heading} för {region}" en "{heading} of {region}"
    disagrees { heading, stated, archived, place }
        sv "{heading} är {stated}, men {archived} enligt {place}"
        en "{heading} is {stated}, but {archived} according to {place}"
    row_left_out { id, place }
        sv "en rad som fanns föregående år saknas: {id} i {place}"
        en "a row that was there the year before is missing: {id} in {place}"
    each_of_last_years {}
        sv "varje rad som föregående år hade"
        en "each row that the year before had"
    add_the_row {}
        sv "skriv in raden, eller ta bort den arkiverade filen"
        en "enter the row, or remove the archived file"
    add_the_row_or_say { heading }
        sv "skriv in raden, eller fyll i {heading} om inte alla är kända"
        en "enter the row, or fill in {heading} if not all are known"
    the_same {}
        sv "det som föregående år kom fram till"
        en "what the year before came to"
    correct_or_remove {}
        sv "rätta cellen, eller ta bort den arkiverade filen"
        en "correct the cell, or remove the archived file"
    a_published_file {}
        sv "en JSON-fil som programmet skrev ett tidigare år, till exempel cirkular.json"
        en "a JSON file that the program wrote in an earlier year, for example cirkular.json"

    unchanged {}
        sv "använd filen som programmet skrev den, utan ändringar"
        en "use the file as the program wrote it, without changes"
    only_final {}
        sv "låt bara ett års slutliga filer ligga i mappen"
        en "keep only the final files of a year in the folder"
    copy_or_remove {}
        sv "kopiera filen på nytt ur det årets resultatmapp, eller ta bort den"
        en "copy the file again from the output folder of that year, or remove it"
}
