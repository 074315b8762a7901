//! What `diff` says of two sets.

use crate::problem::messages;

messages! { "cli.diff":
    the_same { old, new }
        sv "{old} och {new}: alla uppgifter och belopp är lika"
        en "{old} and {new}: all data and amounts are the same"
    differ { old, new, cells, amounts }
        sv "{old} och {new}: {cells} uppgifter och {amounts} belopp skiljer"
        en "{old} and {new}: {cells} data and {amounts} amounts differ"
    written { count, place }
        sv "Klart: {count} filer ligger i {place}"
        en "Done: {count} files are in {place}"
    older {} sv "Den äldre" en "The older"
    newer {} sv "Den nyare" en "The newer"
    set { role, year, run, program }
        sv "{role}: {year}, körning {run}, program {program}"
        en "{role}: {year}, run {run}, program {program}"
    another_program {}
        sv "De är gjorda av olika versioner av programmet."
        en "They were made by different versions of the program."
    templates {} sv "Mallar och typsnitt" en "Templates and typefaces"
    inputs {} sv "Indata" en "Inputs"
    rules {} sv "Regler" en "Rules"
    cells {} sv "Uppgifter" en "Data"
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
        sv "{count} orsaker till"
        en "{count} more reasons"
    together { amount }
        sv "av det kommer {amount} av att de ändras tillsammans, delat lika mellan dem"
        en "of that {amount} comes of their changing together, shared equally between them"
    more { count }
        sv "… och {count} till; --all visar alla"
        en "… and {count} more; --all shows all"
}
