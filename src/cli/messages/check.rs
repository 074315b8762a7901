//! What is said of problems where they are written down: in copies of the workbooks, and on a page.

use crate::problem::messages;

messages! { "cli.check":
    title {} sv "Att åtgärda" en "To be mended"
    page_title { folder } sv "Granskning av {folder}" en "Check of {folder}"
    none {} sv "Inga fel och inga varningar." en "No errors and no warnings."
    no_errors { warnings } sv "Inga fel. {warnings}." en "No errors. {warnings}."
    some { errors, warnings } sv "{errors} och {warnings}." en "{errors} and {warnings}."
    no_warnings {} sv "inga varningar" en "no warnings"
    how {}
        sv "Rätta cellerna här eller i den egna arbetsboken och kör statsbidrag check igen. Cellerna är färgade och har kommentarer: röda är fel, gula är varningar. Bladet läses inte av programmet."
        en "Correct the cells here or in your own workbook and run statsbidrag check again. The cells are coloured and have comments: red are errors, yellow are warnings. The program does not read this sheet."
    nothing_to_do {}
        sv "Bladet läses inte av programmet."
        en "The program does not read this sheet."
    severity {} sv "Allvar" en "Severity"
    an_error {} sv "Fel" en "Error"
    a_warning {} sv "Varning" en "Warning"
    sheet {} sv "Blad" en "Sheet"
    found {} sv "Vad det gäller" en "What it is about"
    expected {} sv "Väntat" en "Expected"
    to_do {} sv "Att göra" en "What to do"
    kronor {} sv "Kronor som beror på det" en "Kronor that depend on it"
    code {} sv "Kod" en "Code"
    file {} sv "Fil" en "File"
    whole_file {} sv "hela filen" en "the whole file"
    size {} sv "Storlek, byte" en "Size, bytes"
    checksum {} sv "Kontrollsumma (SHA-256)" en "Checksum (SHA-256)"
    errors {} sv "Fel" en "Errors"
    warnings {} sv "Varningar" en "Warnings"
    problems {} sv "Fel och varningar" en "Errors and warnings"
    what_was_read {} sv "Läst" en "What was read"
    what_was_checked {} sv "Prövat" en "What was checked"
    kinds {}
        sv "Vart och ett av detta har prövats så långt arbetsböckerna gick att läsa. Kommandot statsbidrag explain följt av koden säger mer."
        en "Each of these was checked as far as the workbooks could be read. The command statsbidrag explain followed by the code says more."
    kind {} sv "Vad som prövats" en "What was checked for"
    how_many {} sv "Antal" en "Count"
    not_computed {}
        sv "Eftersom det finns fel har inget räknats ut till slut, och det som prövas på det uträknade är inte prövat i alla delar."
        en "As there are errors, nothing was computed to its end, and what is checked of what is computed has not been checked in all parts."
    may_be_used {} sv "Vad dokumenten får användas till" en "What the documents may be used for"
    confirmed {} sv "Bekräftade varningar" en "Confirmed warnings"
    confirmed_by {} sv "Bekräftad av" en "Confirmed by"
    reason {} sv "Skäl" en "Reason"
    value {} sv "Värde" en "Value"
    made_by { program } sv "Gjord av statsbidrag {program}." en "Made by statsbidrag {program}."
    copies { place }
        sv "Kopior med anteckningar ligger i {place}"
        en "Copies with remarks are in {place}"
    not_annotated { file, reason }
        sv "{file} är kopierad utan anteckningar: {reason}"
        en "{file} is copied without remarks: {reason}"
    page { place } sv "Granskningen ligger i {place}" en "The page is {place}"
    within { folder }
        sv "det skulle hamna i {folder}, som läses"
        en "it would lie in {folder}, which is read"
    elsewhere {}
        sv "ange en plats utanför mappen med arbetsböcker"
        en "name a place outside the folder of workbooks"
}
