//! The words around an explanation, whose rules, formulas and names are as they are published.

use crate::problem::messages;

messages! { "cli.explain":
    cells {} sv "Celler" en "Cells"
    sources {} sv "Källor" en "Sources"
    as_of { day } sv ", per {day}" en ", as of {day}"
    regions { count } sv "{count} regioner" en "{count} regions"
    values { count } sv "{count} värden" en "{count} values"
    folded { count }
        sv "… och {count} siffror till: --all visar alla, --depth ANTAL så många led"
        en "… and {count} more figures: --all shows all, --depth NUMBER so many levels"
    from_one_cell {}
        sv "Omräknad från 1 cell: samma värde."
        en "Computed again from 1 cell: the same value."
    from_cells { count }
        sv "Omräknad från {count} celler: samma värde."
        en "Computed again from {count} cells: the same value."

    stands { number, document }
        sv "{number} står så här i {document}:"
        en "{number} stands as follows in {document}:"
    in_table { number, row, column }
        sv "tabell {number}, {row}, {column}"
        en "table {number}, {row}, {column}"
    in_unnumbered { table, row, column }
        sv "tabellen {table}, {row}, {column}"
        en "the table {table}, {row}, {column}"
    in_field { path }
        sv "texten eller ett diagram ({path} i JSON-filen)"
        en "the text or a diagram ({path} in the JSON file)"
    not_on_paper { number, document }
        sv "{number} står inte som en siffra i {document}; skriv talet som det är tryckt"
        en "{number} does not stand as a figure in {document}; write the number as it is printed"
    several { number, rows }
        sv "{number} är flera siffror; ange en av dem med sitt namn:\n{rows}"
        en "{number} is several figures; name one of them:\n{rows}"
    other_workbooks { name, folder }
        sv "{name} blir en annan av arbetsböckerna i {folder}: de är inte de som dokumentet gjordes av, eller så är dokumentet ändrat"
        en "{name} comes out otherwise by the workbooks in {folder}: they are not those that the document was made of, or the document has been changed"
    which_number {}
        sv "säg vilket tal på pappret: statsbidrag explain output/2024/cirkular.pdf \"5 100 738 882\""
        en "say which number on the paper: statsbidrag explain output/2024/cirkular.pdf \"5 100 738 882\""
}
