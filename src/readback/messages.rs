//! What is said where a finished document does not say what the data say. Of pages only a build that sets pages says it.
#![cfg_attr(
    not(feature = "typeset"),
    expect(dead_code, reason = "no page is read without the feature")
)]

use crate::problem::messages;

messages! { "readback":
    unreadable { why }
        sv "det satta dokumentet går inte att läsa tillbaka: {why}"
        en "the finished document cannot be read back: {why}"
    table_missing { table }
        sv "{table} saknas i det satta dokumentet"
        en "{table} is missing in the finished document"
    caption { printed, data }
        sv "över {data} står ”{printed}”"
        en "over {data} stands ‘{printed}’"
    rows { table, printed, data }
        sv "{table}: {printed} rader är satta, uppgifterna har {data}"
        en "{table}: {printed} rows are set, the data have {data}"
    row { table, number, printed, data }
        sv "{table}, rad {number}: satt är ”{printed}”, uppgiften är ”{data}”"
        en "{table}, row {number}: set is ‘{printed}’, the data say ‘{data}’"
    cells { table, row, printed, data }
        sv "{table}, {row}: {printed} celler är satta, uppgifterna har {data}"
        en "{table}, {row}: {printed} cells are set, the data have {data}"
    cell { table, row, column, printed, data }
        sv "{table}, {row}, {column}: satt är ”{printed}”, uppgiften är ”{data}”"
        en "{table}, {row}, {column}: set is ‘{printed}’, the data say ‘{data}’"
    under { table, row, printed, data }
        sv "{table}, {row}: en cell som hör till {data} står under {printed}"
        en "{table}, {row}: a cell that belongs to {data} stands under {printed}"
    diagram_missing { diagram }
        sv "{diagram} saknas i det satta dokumentet"
        en "{diagram} is missing in the finished document"
    diagram { diagram, printed, data }
        sv "{diagram}: satt är ”{printed}”, uppgiften är ”{data}”"
        en "{diagram}: set is ‘{printed}’, the data say ‘{data}’"
    without_figure { number, text }
        sv "”{number}” kommer inte ur uppgifterna: ”{text}”"
        en "‘{number}’ does not come from the data: ‘{text}’"
    not_set { text }
        sv "mallens text ”{text}” är inte satt så, eller inte på sin plats"
        en "the template's text ‘{text}’ is not set like that, or not in its place"
    not_printed { id, text }
        sv "{id}, {text}, står ingenstans i det satta dokumentet"
        en "{id}, {text}, stands nowhere in the finished document"
    set_right {}
        sv "rätta mallen, så att den skriver ut uppgiften som den är och inga tal står i mallen själv"
        en "correct the template, so that it prints the data as they are and holds no numbers itself"
    not_ours {}
        sv "felet ligger i programmet, inte i underlaget: anmäl det, med arbetsböckerna"
        en "the fault is the program's, not the data's: report it, with the workbooks"
    sheet { sheet }
        sv "bladet {sheet} hör inte till någon tabell i uppgifterna"
        en "the sheet {sheet} belongs to no table of the data"
    no_figure { sheet, id }
        sv "bladet {sheet}: {id} finns inte i spåret"
        en "the sheet {sheet}: {id} is not in the trace"
    heading { table, printed, data }
        sv "{table}: en kolumn heter ”{printed}”, i uppgifterna ”{data}”"
        en "{table}: a column is called ‘{printed}’, in the data ‘{data}’"
    payment { recipient, amount }
        sv "betalningen {amount} till {recipient} finns inte i uppgifterna"
        en "the payment {amount} to {recipient} is not in the data"
    unpaid { code, amount }
        sv "beloppet {amount} till {code} saknas i betalningsfilen"
        en "the amount {amount} to {code} is missing in the payment file"
    payments { what, printed, data }
        sv "{what} är {printed}, men raderna ger {data}"
        en "{what} is {printed}, but the rows give {data}"
}
