//! What `diff` says of two sets.

use crate::problem::messages;

messages! { "cli.diff":
    the_same { old, new }
        sv "{old} och {new}: alla tal som beloppen räknas av, och alla belopp, är lika"
        en "{old} and {new}: all numbers that the amounts come of, and all amounts, are the same"
    differ { old, new, cells, amounts }
        sv "{old} och {new} skiljer (tal i arbetsböckerna: {cells}, belopp: {amounts})"
        en "{old} and {new} differ (numbers in the workbooks: {cells}, amounts: {amounts})"
    none_such { old, new }
        sv "inget av det som efterfrågas skiljer mellan {old} och {new}, om det finns där; trace.json har siffrornas namn"
        en "nothing of what is asked for differs between {old} and {new}, if it is there; trace.json has the figures' names"
    within { set }
        sv "mappen skulle ligga i {set}, som den jämför"
        en "the folder would lie in {set}, which it compares"
    elsewhere {}
        sv "ange en mapp som ligger utanför de två"
        en "name a folder that lies outside the two"
    written { count, place }
        sv "Klart: {count} filer ligger i {place}"
        en "Done: {count} files are in {place}"
    older {} sv "Den äldre" en "The older"
    newer {} sv "Den nyare" en "The newer"
    set { role, year, run, program }
        sv "{role}: {year}, körning {run}, program {program}"
        en "{role}: {year}, run {run}, program {program}"
    another_program {}
        sv "De är gjorda av olika byggen av programmet."
        en "They were made by different builds of the program."
    templates {} sv "Mallar och typsnitt" en "Templates and typefaces"
    inputs {} sv "Indata" en "Inputs"
    rules {} sv "Regler" en "Rules"
    without_numbers { names }
        sv "I {names} skiljer inget tal som beloppen räknas av. Innehållet är ändå inte detsamma: det kan vara en text, ett val, ett datum, en källa eller ett tal som inget belopp räknas av."
        en "In {names} no number differs that the amounts come of. The contents are not the same all the same: it may be a text, a choice, a date, a source or a number that no amount comes of."
    net_and_gross {}
        sv "Bidraget för läkemedelsförmånerna är netto i den ena och brutto i den andra, och går inte att jämföra rakt av."
        en "The grant for pharmaceutical benefits is net in the one and gross in the other, and cannot be compared as it is."
    cells {} sv "Uppgifter" en "Data"
    references {} sv "Dokumentens datum och nummer" en "Dates and numbers of the documents"
    amounts {} sv "Belopp" en "Amounts"
    reasons {} sv "Vad skillnaderna kommer av" en "What the differences come of"
    changed {} sv "ändrad" en "changed"
    added {} sv "tillkommer" en "added"
    removed {} sv "faller bort" en "removed"
    nothing {} sv "finns inte" en "not there"
    own { amount }
        sv "(det egna: {amount})"
        en "(its own: {amount})"
    several { count }
        sv "({count} uppgifter)"
        en "({count} data)"
    other_reasons { count }
        sv "övriga orsaker: {count}"
        en "other reasons: {count}"
    together { amount }
        sv "av det kommer {amount} av att de ändras tillsammans, delat lika mellan dem"
        en "of that {amount} comes of their changing together, shared equally between them"
    more { count }
        sv "… och {count} till; --all visar alla"
        en "… and {count} more; --all shows all"
}
