//! What is said of a command that is wrongly written, or that asks for what is not there.

use crate::problem::messages;

messages! { "cli.usage":
    help {}
        sv "Skriv statsbidrag --help för hjälp."
        en "Type statsbidrag --help for help."
    did_you_mean { near }
        sv "; menade du {near}?"
        en "; did you mean {near}?"
    one_decision_at_a_time { year }
        sv "arbetsböcker för beslut görs med sina namn: statsbidrag scaffold {year} --decision NAMN"
        en "workbooks of decisions are made by their names: statsbidrag scaffold {year} --decision NAME"
    no_command { name, near }
        sv "kommandot {name} finns inte{near}"
        en "there is no command {name}{near}"
    no_command_given {}
        sv "kommandot saknas"
        en "the command is missing"
    not_recognised { argument, near }
        sv "{argument} känns inte igen{near}"
        en "{argument} is not recognised{near}"
    missing { argument }
        sv "{argument} saknas"
        en "{argument} is missing"
    no_value { argument }
        sv "{argument} saknar värde"
        en "{argument} has no value"
    not_among { argument, value, near, all }
        sv "{argument} kan inte vara {value}{near}; välj bland {all}"
        en "{argument} cannot be {value}{near}; choose among {all}"
    no_year { value }
        sv "{value} är inget årtal som programmet tar; ange ett till och med 2034, till exempel 2025"
        en "{value} is not a year that the program takes; give one up to 2034, for example 2025"
    only_once { argument }
        sv "{argument} kan bara anges en gång"
        en "{argument} can be given only once"
    conflict { argument, previous }
        sv "{argument} går inte ihop med {previous}"
        en "{argument} cannot be combined with {previous}"
    wrong_number { argument }
        sv "{argument} har för många eller för få värden"
        en "{argument} has too many or too few values"
    unreadable {}
        sv "kommandoraden innehåller tecken som inte går att läsa"
        en "the command line holds characters that cannot be read"
    not_understood {}
        sv "kommandot går inte att tolka"
        en "the command cannot be understood"

    no_pages {}
        sv "det här bygget av programmet sätter inga sidor: bygg det med cargo-funktionen typeset, som är med från början"
        en "this build of the program typesets no pages: build it with the cargo feature typeset, which is on by default"
    no_region { name, near }
        sv "det finns ingen region {name}{near}"
        en "there is no region {name}{near}"
    no_document { name, near, all }
        sv "det finns inget dokument {name}{near} (de som finns är {all})"
        en "there is no document {name}{near} (there are: {all})"
    other_year { from, next, asked }
        sv "arbetsböckerna i --from är för {from}, och året efter det är {next}, inte {asked}"
        en "the workbooks in --from are for {from}, and the year after it is {next}, not {asked}"

    no_code { name, near }
        sv "det finns ingen problemkod {name}{near}"
        en "there is no problem code {name}{near}"
    which_figure {}
        sv "säg vilken siffra: med dess namn, eller med --table och --region"
        en "say which figure: by its name, or with --table and --region"
    no_figure_in_row { name, near, all }
        sv "raden har ingen siffra {name}{near} (den har {all})"
        en "the row has no figure {name}{near} (it has {all})"
    no_row { table, document, region }
        sv "tabell {table} i {document} har ingen rad för {region}; ange ett annat dokument med --document, eller siffrans namn (id) ur dokumentets JSON-fil"
        en "table {table} of {document} has no row for {region}; name another document with --document, or the figure by its name (id) in the document's JSON file"
    no_table { name, place, near, all }
        sv "ingen tabell {name} finns i {place}{near} (de som finns är {all})"
        en "there is no table {name} in {place}{near} (there are: {all})"
    any_document {}
        sv "något dokument"
        en "any document"
    no_figure { name, near }
        sv "det finns ingen siffra {name}; närmast är{near}"
        en "there is no figure {name}; the nearest are{near}"
}
