//! The words around an explanation, whose rules, formulas and names are as they are published.

use crate::problem::messages;

messages! { "cli.explain":
    rules {} sv "Regler" en "Rules"
    formula { formula } sv "Formel: {formula}" en "Formula: {formula}"
    source { source } sv "Källa: {source}" en "Source: {source}"
    as_of { day } sv ", per {day}" en ", as of {day}"
    shown_above {} sv "(visas ovan)" en "(shown above)"
    from_one_cell {}
        sv "Omräknad från 1 cell: samma värde."
        en "Computed again from 1 cell: the same value."
    from_cells { count }
        sv "Omräknad från {count} celler: samma värde."
        en "Computed again from {count} cells: the same value."
}
