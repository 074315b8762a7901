//! How the same components were settled the year before, where that was otherwise.

use std::collections::{BTreeMap, BTreeSet};

use super::data::Grupperat;
use crate::contract::lakemedel::{self as contract, Avrakningsgrupp, Komponent};
use crate::report::View;

/// Which components are settled with which: groups of ids.
type Groups = BTreeSet<BTreeSet<String>>;

/// How the year before settled what is settled now; none if it was alike, or the years have too little in common to
/// tell.
pub(super) fn before(view: &View<'_>, grupper: &[Avrakningsgrupp]) -> Option<Grupperat> {
    let before = view.fact(&contract::FOREGAENDE_AVRAKNINGSGRUPPER);
    let ids = |komponenter: Vec<Komponent>| -> BTreeSet<String> {
        komponenter.into_iter().map(|komponent| komponent.id).collect()
    };
    let [now, then] = [
        ids(view.fact(&contract::KOMPONENTRADER)),
        ids(view.fact(&contract::FOREGAENDE_KOMPONENTRADER)),
    ];
    compared(grupper, &before, &now.intersection(&then).cloned().collect())
}

/// `components` are those of both years.
fn compared(
    now: &[Avrakningsgrupp],
    before: &[Avrakningsgrupp],
    components: &BTreeSet<String>,
) -> Option<Grupperat> {
    match (now, before) {
        ([], []) => return None,
        ([], _) => return Some(Grupperat::Upphort),
        (_, []) => return Some(Grupperat::Inte),
        _ => {}
    }
    let settled = |grupper: &[Avrakningsgrupp]| -> BTreeSet<String> {
        grupper.iter().flat_map(|grupp| grupp.komponenter.clone()).collect()
    };
    let (of_now, of_then) = (settled(now), settled(before));
    let both: BTreeSet<_> = of_now.intersection(&of_then).cloned().collect();
    // Something that was settled is no longer, or the other way round.
    if components.iter().any(|id| of_now.contains(id) != of_then.contains(id))
        || !of_then.is_subset(&of_now)
    {
        return Some(Grupperat::AnnanIndelning);
    }
    let (now, then) = (groups(now, &both), groups(before, &both));
    // Of one component there is nothing to tell; nor is "they" all of them where some are new.
    if now == then || both.len() < 2 {
        return None;
    }
    let alone = then.iter().all(|group| group.len() == 1);
    match (now.len(), then.len()) {
        (1, _) if alone && both == of_now => Some(Grupperat::VarForSig),
        (_, 1) if now.len() == both.len() && both == of_now => Some(Grupperat::Tillsammans),
        _ => Some(Grupperat::AnnanIndelning),
    }
}

/// Which of some components are in which groups.
fn groups(grupper: &[Avrakningsgrupp], among: &BTreeSet<String>) -> Groups {
    let mut groups: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for grupp in grupper {
        let own = grupp.komponenter.iter().filter(|id| among.contains(*id));
        groups.entry(&grupp.id).or_default().extend(own.cloned());
    }
    groups.into_values().filter(|group| !group.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grupper(groups: &[&[&str]]) -> Vec<Avrakningsgrupp> {
        let grupp = |(number, ids): (usize, &&[&str])| Avrakningsgrupp {
            id: number.to_string(),
            namn: String::new(),
            avser: String::new(),
            kort: String::new(),
            komponenter: ids.iter().map(|id| (*id).to_owned()).collect(),
            netto: false,
        };
        groups.iter().enumerate().map(grupp).collect()
    }

    #[test]
    fn what_was_settled_otherwise_is_told_of_what_both_years_settle() {
        let (a, b, c) = ("a", "b", "c");
        for (now, before, components, told) in [
            (&[&[a, b][..]][..], &[&[a][..], &[b]][..], &[a, b][..], Some(Grupperat::VarForSig)),
            (&[&[a], &[b]], &[&[a, b]], &[a, b], Some(Grupperat::Tillsammans)),
            (&[&[a, b]], &[&[b, a]], &[a, b], None),
            // The other is gone altogether, or is there and no longer settled.
            (&[&[a]], &[&[a, b]], &[a], Some(Grupperat::AnnanIndelning)),
            (&[&[a]], &[&[a, b]], &[a, b], Some(Grupperat::AnnanIndelning)),
            (&[&[a], &[b]], &[&[a]], &[a, b], Some(Grupperat::AnnanIndelning)),
            (&[&[a, b], &[c]], &[&[a], &[b, c]], &[a, b, c], Some(Grupperat::AnnanIndelning)),
            // The new one was not settled at all: it cannot have been settled with the others.
            (&[&[a, b, c]], &[&[a], &[b]], &[a, b], Some(Grupperat::AnnanIndelning)),
            (&[&[a, b, c]], &[&[a, b]], &[a, b], None),
            (&[&[a]], &[], &[a], Some(Grupperat::Inte)),
            (&[], &[&[a]], &[a], Some(Grupperat::Upphort)),
            (&[], &[], &[a], None),
        ] {
            let components = components.iter().map(|id| (*id).to_owned()).collect();
            let found = compared(&grupper(now), &grupper(before), &components);
            assert_eq!(found, told, "{now:?} after {before:?}");
        }
    }
}
