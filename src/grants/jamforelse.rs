//! Where each region stands among the others: how far from the country's mean, and in which place. The
//! rules, with their words, are the grants' own. Knows no grant.

use crate::figure::{Figure, Namn, Rule, Trace};
use crate::quantity::{Antal, KronorPerInvanare};
use crate::region::PerRegion;

/// The rules a grant compares its regions by.
#[derive(Clone, Copy, Debug)]
pub struct Jamforelse {
    /// The region's amount less the country's mean.
    pub avstand: &'static Rule,
    /// One more than the number of regions with more.
    pub plats: &'static Rule,
}

/// What each region has per inhabitant, and the country's mean.
type PerInvanare<'a> = (&'a PerRegion<Figure<KronorPerInvanare>>, &'a Figure<KronorPerInvanare>);

impl Jamforelse {
    /// Computes `<vad>_avstand` and `<vad>_plats` of every region.
    pub fn berakna(
        self,
        trace: &mut Trace,
        namn: &Namn,
        vad: &str,
        (per_inv, medel): PerInvanare<'_>,
    ) {
        self.avstanden(trace, namn, vad, (per_inv, medel));
        for (region, egen) in per_inv.iter() {
            trace.derive(
                self.plats,
                namn.region(region, &format!("{vad}_plats")),
                (egen.clone(), per_inv.clone()),
                |(egen, alla)| Antal::fran_heltal(alla.plats_av(&egen)),
            );
        }
    }

    /// Computes `<vad>_avstand` of every region, where its place is not asked for.
    pub fn avstanden(
        self,
        trace: &mut Trace,
        namn: &Namn,
        vad: &str,
        (per_inv, medel): PerInvanare<'_>,
    ) {
        for (region, egen) in per_inv.iter() {
            trace.derive(
                self.avstand,
                namn.region(region, &format!("{vad}_avstand")),
                (egen.clone(), medel.clone()),
                |(egen, medel)| egen - medel,
            );
        }
    }
}
