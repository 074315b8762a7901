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
        en "What-if changes of {folder} ({year}, run {run}). No decision, and nothing to pay from."
    unchecked {}
        sv "Arbetsböckerna är kontrollerade som de är; på de ändrade uppgifterna görs inga kontroller."
        en "The workbooks are checked as they are; the changed data are not checked."
    alone { amount } sv "(ensam: {amount})" en "(alone: {amount})"
    only_with_sample {}
        sv "--draws och --seed hör till --sample"
        en "--draws and --seed belong to --sample"
    draws { most }
        sv "--draws ska vara ett heltal från 1 till {most}"
        en "--draws is to be a whole number from 1 to {most}"
    seed {}
        sv "--seed ska vara ett heltal från 0"
        en "--seed is to be a whole number from 0"
    all_failed {}
        sv "med de osäkra uppgifterna gick ingen dragning att beräkna; begränsa dem"
        en "with the uncertain data no draw could be computed; narrow them"
    not_tried { name }
        sv "{name} avgör vilka månader eller rader det är och går inte att pröva här; ändra i en kopia av arbetsboken och kör check"
        en "{name} decides which months or rows there are and cannot be tried here; change a copy of the workbook and run check"
    nothing_differs {} sv "Inget belopp skulle bli ett annat." en "No amount would change."
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
        sv "En ändring i taget ({count}), den som ändrar flest kronor först: vad några förlorar eller andra vinner, det som är mest, i det bidrag där det är mest."
        en "One change at a time ({count}), the one that changes most kronor first: what some lose or what others gain, whichever is more, of the grant where most is."
    cannot {} sv "kan inte beräknas:" en "cannot be computed:"
    most_for { whose, figure, difference }
        sv "mest för {whose}: {figure} {difference} kr"
        en "most for {whose}: {figure} {difference} kr"
    more { count }
        sv "… och {count} till; --out lägger alla i en arbetsbok"
        en "… and {count} more; --out puts all in a workbook"
    drawn { draws, seed }
        sv "Dragningar: {draws}, med frö {seed}. Fem procent av dem ger högst beloppet i kolumnen 5 %, hälften högst det i kolumnen Hälften."
        en "Draws: {draws}, with seed {seed}. Five percent of them give at most the amount in the column 5 %, half at most that in the column Half."
    cells { count } sv "celler: {count}" en "cells: {count}"
    failed { count }
        sv "Dragningar som inte gick att beräkna: {count}. De räknas inte med, och spridningen kan vara skev."
        en "Draws that could not be computed: {count}. They are not counted, and the spread may be skewed."
}
