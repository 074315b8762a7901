//! What is said of the work as it goes, and of how it ended.

use crate::problem::messages;

messages! { "cli.progress":
    read {} sv "Läst" en "Read"
    computed {} sv "Räknat" en "Computed"
    checked {} sv "Prövat" en "Checked"
    typeset {} sv "Satt" en "Typeset"
    typesetting {} sv "Sätter" en "Typesetting"
    figure {} sv "1 siffra" en "1 figure"
    figures { count } sv "{count} siffror" en "{count} figures"
    sum {} sv "1 summa" en "1 sum"
    sums { count } sv "{count} summor" en "{count} sums"
    equality {} sv "1 likhet" en "1 equality"
    equalities { count } sv "{count} likheter" en "{count} equalities"
    document {} sv "1 dokument" en "1 document"
    documents { count } sv "{count} dokument" en "{count} documents"
    of_documents {} sv "dokument" en "documents"
    agreement { figures, documents, several, sums, equalities }
        sv "{figures} i {documents} stämmer, {several} av dem står i flera; {sums} och {equalities} går ihop"
        en "{figures} in {documents} agree, {several} of them in more than one; {sums} and {equalities} hold"
    agreement_apart { figures, documents, sums, equalities }
        sv "{figures} i {documents} stämmer; {sums} och {equalities} går ihop"
        en "{figures} in {documents} agree; {sums} and {equalities} hold"
    bytes { count } sv "{count} byte" en "{count} bytes"

    in_order {}
        sv "Underlaget är rätt ifyllt och går ihop."
        en "The workbooks are correctly filled in and consistent."
    ready {}
        sv "Beslutsklart: inget dokument bygger på exempel, utkast eller preliminära uppgifter."
        en "Ready for decision: no document rests on examples, drafts or preliminary data."
    documents_ready { documents }
        sv "Beslutsklart: {documents}."
        en "Ready for decision: {documents}."
    documents_preliminary { documents }
        sv "Preliminärt: {documents}. Det beror på"
        en "Preliminary: {documents}. That is because of"
    documents_draft { documents }
        sv "Utkast: {documents}. Det beror på"
        en "Draft: {documents}. That is because of"
    documents_example { documents }
        sv "Exempel, inte för beslut eller utbetalning: {documents}. Det beror på"
        en "Example, not for decision or payment: {documents}. That is because of"
    documents_unjudged { documents }
        sv "Inte prövat: {documents}, som också läser arbetsböcker som lämnades åt sidan."
        en "Not judged: {documents}, which also read workbooks that were left aside."
    cells_preliminary {}
        sv "Dessutom preliminärt:"
        en "Also preliminary:"
    cells_draft {}
        sv "Dessutom utkast:"
        en "Also drafts:"
    written { count, place }
        sv "Klart: {count} filer ligger i {place}"
        en "Done: {count} files are in {place}"
    workbook {} sv "1 arbetsbok" en "1 workbook"
    workbooks { count } sv "{count} arbetsböcker" en "{count} workbooks"
    empty_workbooks { count } sv "{count} tomma arbetsböcker" en "{count} empty workbooks"
    begun { workbooks, place }
        sv "Klart: {workbooks} i {place}; statsbidrag check {place} visar vad som återstår"
        en "Done: {workbooks} in {place}; statsbidrag check {place} shows what is left to fill in"
    empty { workbooks, place }
        sv "Klart: {workbooks} i {place}"
        en "Done: {workbooks} in {place}"
    to_fill_in { workbooks, place }
        sv "Klart: {workbooks} i {place}; fyll i, och pröva med statsbidrag check {place}"
        en "Done: {workbooks} in {place}; fill in, and check with statsbidrag check {place}"
    exported { count, place }
        sv "Klart: {count} filer ligger i {place}; läs README.md där"
        en "Done: {count} files are in {place}; README.md there, in Swedish, says how they are changed"
    templates_work { documents }
        sv "Klart: mallarna gör {documents}"
        en "Done: the templates make {documents}"
    templates_work_there { documents, place }
        sv "Klart: mallarna gör {documents}; de ligger i {place}"
        en "Done: the templates make {documents}, in {place}"
}
