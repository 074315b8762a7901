//! What `simulate` says of what would be.

use crate::problem::messages;

messages! { "cli.simulate":
    what {}
        sv "ange vad som ska prövas: --set UPPGIFT=VÄRDE, --each eller --sample FIL"
        en "say what is to be tried: --set INPUT=VALUE, --each or --sample FILE"
    no_equals { text }
        sv "{text} saknar likhetstecken: skriv UPPGIFT=VÄRDE, till exempel \"Befolkning!Skåne=1 430 000\""
        en "{text} has no equals sign: write INPUT=VALUE, for example \"Befolkning!Uppsala=404 881\""
    twice { name }
        sv "{name} ändras två gånger"
        en "{name} is changed twice"
    within { folder }
        sv "resultatet skulle hamna i {folder}, som läses"
        en "the result would lie in {folder}, which is read"
    elsewhere {}
        sv "ange en mapp utanför den med arbetsböckerna"
        en "name a folder outside that of the workbooks"
    no_result { figure }
        sv "med de ändrade uppgifterna går {figure} inte att beräkna"
        en "with the changed data {figure} cannot be computed"
    no_decision { folder, year, run }
        sv "Tänkta ändringar av {folder} ({year}, körning {run}). Inget beslut, och inget underlag för utbetalning."
        en "Imagined changes of {folder} ({year}, run {run}). No decision, and nothing to pay from."
    unchecked {}
        sv "Arbetsböckerna är kontrollerade som de är; på de ändrade uppgifterna görs inga kontroller."
        en "The workbooks are checked as they are; the changed data are not checked."
    nothing_differs {} sv "Inget belopp skulle bli ett annat." en "No amount would be another."
    nobody_differs {}
        sv "Ingen skulle få mer eller mindre för året."
        en "Nobody would get more or less for the year."
    now {} sv "Nu" en "Now"
    then {} sv "Med ändringen" en "Changed"
    difference {} sv "Skillnad" en "Difference"
    median {} sv "Hälften" en "Half"
    months {}
        sv "Månadernas utbetalningar i hela landet, kr"
        en "The payments of the months in the whole country, kr"
    causes { whose }
        sv "Vad skillnaden kommer av ({whose}):"
        en "What the difference comes of ({whose}):"
    more_causes { count } sv "… och {count} orsaker till" en "… and {count} more causes"
    one_by_one { count }
        sv "En ändring i taget, den som flyttar mest först ({count}):"
        en "One change at a time, the one that moves most first ({count}):"
    cannot {} sv "kan inte beräknas:" en "cannot be computed:"
    most_for { whose, figure, difference }
        sv "mest för {whose}: {figure} {difference} kr"
        en "most for {whose}: {figure} {difference} kr"
    more { count }
        sv "… och {count} till; --out lägger alla i en arbetsbok"
        en "… and {count} more; --out puts all in a workbook"
    drawn { draws, seed }
        sv "{draws} dragningar med frö {seed}. Så många procent av dem ger beloppet eller mindre; Hälften är medianen."
        en "{draws} draws with seed {seed}. So many percent of them give the amount or less; Half is the median."
    cells { count } sv "celler: {count}" en "cells: {count}"
    failed { count }
        sv "Dragningar som inte gick att beräkna, och inte räknas med: {count}"
        en "Draws that could not be computed, and are not counted: {count}"
}
