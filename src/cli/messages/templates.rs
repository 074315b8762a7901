//! What is said of the templates, and of what a document's templates can print.

use crate::problem::messages;

messages! { "cli.templates":
    makes { documents } sv "gör {documents}" en "makes {documents}"
    for_all {} sv "för alla dokument" en "for all documents"
    typeface {} sv "typsnitt" en "typeface"
    files { count }
        sv "{count} filer. statsbidrag templates export MAPP lägger dem i en ny mapp, med en beskrivning."
        en "{count} files. statsbidrag templates export FOLDER puts them in a new folder, with a description."

    figure {} sv "siffra" en "figure"
    change {} sv "förändring" en "change"
    date {} sv "datum" en "date"
    table {} sv "tabell" en "table"
    chart {} sv "diagram" en "chart"
    yes_or_no {} sv "ja eller nej" en "yes or no"
    list {} sv "lista" en "list"
    text_or_number {} sv "text eller tal" en "text or number"
    several {} sv "flera uppgifter" en "several items"
    may_be_missing { kind } sv "{kind}, kan saknas" en "{kind}, may be missing"
}
