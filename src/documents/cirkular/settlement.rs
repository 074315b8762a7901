//! How the same components were settled the year before, where that was otherwise.

use std::collections::{BTreeMap, BTreeSet};

use super::data::Grupperat;
use crate::contract::lakemedel::{self as contract, Avrakningsgrupp};
use crate::report::View;

/// Which components are settled with which: groups of ids.
type Groups = BTreeSet<BTreeSet<String>>;

/// How the year before settled what is settled now; none if it was alike, or the years have too little in common to
/// tell.
pub(super) fn before(view: &View<'_>, grupper: &[Avrakningsgrupp]) -> Option<Grupperat> {
    let before = view.fact(&contract::FOREGAENDE_AVRAKNINGSGRUPPER);
    compared(grupper, &before)
}

fn compared(now: &[Avrakningsgrupp], before: &[Avrakningsgrupp]) -> Option<Grupperat> {
    if now.is_empty() || before.is_empty() {
        return (!now.is_empty()).then_some(Grupperat::Inte);
    }
    let settled = |grupper: &[Avrakningsgrupp]| -> BTreeSet<String> {
        grupper.iter().flat_map(|grupp| grupp.komponenter.clone()).collect()
    };
    let of_now = settled(now);
    let both: BTreeSet<_> = of_now.intersection(&settled(before)).cloned().collect();
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
        for (now, before, told) in [
            (&[&["a", "b"][..]][..], &[&["a"][..], &["b"]][..], Some(Grupperat::VarForSig)),
            (&[&["a"], &["b"]], &[&["a", "b"]], Some(Grupperat::Tillsammans)),
            (&[&["a", "b"]], &[&["b", "a"]], None),
            (&[&["a"]], &[&["a", "b"]], None),
            (&[&["a", "b"], &["c"]], &[&["a"], &["b", "c"]], Some(Grupperat::AnnanIndelning)),
            // The new one was not settled at all: it cannot have been settled with the others.
            (&[&["a", "b", "c"]], &[&["a"], &["b"]], Some(Grupperat::AnnanIndelning)),
            (&[&["a", "b", "c"]], &[&["a", "b"]], None),
            (&[&["a"]], &[], Some(Grupperat::Inte)),
            (&[], &[&["a"]], None),
            (&[], &[], None),
        ] {
            assert_eq!(compared(&grupper(now), &grupper(before)), told, "{now:?} after {before:?}");
        }
    }
}
