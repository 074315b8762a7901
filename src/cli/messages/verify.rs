//! What `verify` says of a set as a whole.

use crate::problem::messages;

messages! { "cli.verify":
    holds { set, run }
        sv "{set} stämmer: körning {run}"
        en "{set} is as it should be: run {run}"
    holds_so_far { set, run }
        sv "{set} stämmer så långt det kan bedömas: körning {run}"
        en "{set} is as it should be as far as can be judged: run {run}"
    differs { set, run }
        sv "{set} stämmer inte: körning {run}"
        en "{set} is not as it should be: run {run}"

    files {} sv "Filer" en "Files"
    inputs {} sv "Indata" en "Inputs"
    printed {} sv "Tryck" en "Print"
    figures {} sv "Siffror" en "Figures"
    texts {} sv "Text" en "Texts"
    bytes {} sv "Byte" en "Bytes"

    layer_holds { count } sv "stämmer ({count} prövade)" en "hold ({count} tried)"
    layer_differs { count, of }
        sv "{count} avviker ({of} prövade)"
        en "{count} differ ({of} tried)"
    not_judged { why } sv "kan inte bedömas: {why}" en "cannot be judged: {why}"
    not_judged_but { why, count, of }
        sv "kan inte bedömas: {why}; {count} skiljer och kan bero på det ({of} prövade)"
        en "cannot be judged: {why}; {count} differ and may do so for that ({of} tried)"
    manifest { sum }
        sv "manifest.json har SHA-256 {sum}"
        en "manifest.json has SHA-256 {sum}"
    found { value } sv "finns:   {value}" en "found:    {value}"
    expected { value } sv "väntade: {value}" en "expected: {value}"
    more { count }
        sv "… och {count} till; --all visar alla"
        en "… and {count} more; --all shows all"
    strict {}
        sv "Med --strict räknas det som inte kan bedömas som ett fel."
        en "With --strict, what cannot be judged counts as an error."
}
