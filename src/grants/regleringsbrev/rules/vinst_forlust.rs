//! Profit and loss sharing: outcome against base, beyond the limit, and each region's part of it.

use std::collections::BTreeMap;

use crate::figure::{Namn, Rule, Trace};
use crate::grants::regleringsbrev::inputs::{Avstamning, HelaKolumn, Lakemedel};
use crate::grants::regleringsbrev::justering::Justering;

/// This file's rules.
pub const REGLER: &[&Rule] = &[];

/// What the settlement gives each region, by the kind of adjustment it is paid as.
pub fn berakna(
    _trace: &mut Trace,
    _namn: &Namn,
    _avstamning: &Avstamning,
    _lakemedel: &Lakemedel,
) -> BTreeMap<Justering, HelaKolumn> {
    BTreeMap::new()
}
