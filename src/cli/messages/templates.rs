//! What is said of the templates, and of what a document's templates can print.

use crate::problem::messages;

messages! { "cli.templates":
    makes { documents } sv "gör {documents}" one "makes {documents}"
    for_all {} sv "för alla dokument" one "for all documents"
    typeface {} sv "typsnitt" one "typeface"
    files { count }
        sv "{count} filer. statsbidrag templates export MAPP lägger dem i en ny mapp, med en beskrivning."
        one "{count} files. statsbidrag templates export FOLDER puts them in a new folder, with a description."

    figure {} sv "siffra" one "figure"
    change {} sv "förändring" one "change"
    date {} sv "datum" one "date"
    table {} sv "tabell" one "table"
    chart {} sv "diagram" one "chart"
    yes_or_no {} sv "ja eller nej" one "yes or no"
    list {} sv "lista" one "list"
    text_or_number {} sv "text eller tal" one "text or number"
    several {} sv "flera uppgifter" one "several items"
    may_be_missing { kind } sv "{kind}, kan saknas" one "{kind}, may be missing"
}
