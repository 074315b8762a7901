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

impl Jamforelse {
    /// Computes `<vad>_avstand` and `<vad>_plats` of every region, from what each has per inhabitant and
    /// the country's mean.
    pub fn berakna(
        self,
        trace: &mut Trace,
        namn: &Namn,
        vad: &str,
        (per_inv, medel): (&PerRegion<Figure<KronorPerInvanare>>, &Figure<KronorPerInvanare>),
    ) {
        for (region, egen) in per_inv.iter() {
            trace.derive(
                self.avstand,
                namn.region(region, &format!("{vad}_avstand")),
                (egen.clone(), medel.clone()),
                |(egen, medel)| egen - medel,
            );
            trace.derive(
                self.plats,
                namn.region(region, &format!("{vad}_plats")),
                (egen.clone(), per_inv.clone()),
                |(egen, alla)| Antal::fran_heltal(alla.plats_av(&egen)),
            );
        }
    }
}
