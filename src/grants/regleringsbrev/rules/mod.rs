//! The rules of the regleringsbrev, in the order they follow on each other. Pure and exact: from
//! figures to figures, as expressions; no sheet, no cell, no print. `REGLER.md` beside this folder
//! says the same in words, rule by rule, and a test holds the two together.

pub mod anslag;
pub mod aterbaring;
pub mod avdrag;
pub mod dagar;
pub mod justeringar;
pub mod manader;
pub mod plan;
pub mod prov;
pub mod regiondelar;
pub mod vinst_forlust;

use crate::contract::{Calculation, CountryPromise, RegionalPromise};
use crate::figure::{Expr, Figure, Operand, Rule, Step, sum, total};
use crate::quantity::HelaKronor;
use crate::region::{PerRegion, Region};

/// The decision of the budget year, as the rules' source; the run says which one it is.
pub const BESLUT: &str = "regleringsbrevet för bidraget för läkemedelsförmånerna";
/// The agreement of the year before, which the adjustments settle, as the rules' source; the run says which one it
/// is.
pub const AVTAL: &str = "föregående års överenskommelse om statens bidrag för läkemedelsförmånerna";
/// What this program declares where the sources are silent.
pub const VART: &str = "statsbidrag: egen redovisad regel, se REGLER.md";

/// The steps, in the order they follow on each other, and the rules of each.
pub const STEG: &[Step] = &[
    Step { title: "Avtalsårets månader", rules: manader::REGLER },
    Step { title: "Återbäring", rules: aterbaring::REGLER },
    Step { title: "Reglerade avdrag", rules: avdrag::REGLER },
    Step { title: "Avstämning av vinst och förlust", rules: vinst_forlust::REGLER },
    Step { title: "Avstämningens delar per region", rules: regiondelar::REGLER },
    Step { title: "Justeringarna", rules: justeringar::REGLER },
    Step { title: "Betalningsplanen", rules: plan::REGLER },
    Step { title: "Betalningsdagar", rules: dagar::REGLER },
    Step { title: "Anslaget", rules: anslag::REGLER },
    Step { title: "Provningar", rules: prov::REGLER },
];

/// An amount of every region, and their sum.
#[derive(Clone, Debug)]
pub struct Belopp {
    /// Per region, kr.
    pub per_region: PerRegion<Figure<HelaKronor>>,
    /// All regions, kr.
    pub riket: Figure<HelaKronor>,
}

/// What is promised of each region and of the country by one name.
trait Both: CountryPromise<Of = HelaKronor> + RegionalPromise<Of = HelaKronor> {}
impl<P> Both for P where P: CountryPromise<Of = HelaKronor> + RegionalPromise<Of = HelaKronor> {}

impl Belopp {
    /// The regions' amounts by one rule, and their sum by another.
    fn define<O: Operand<Of = HelaKronor>>(
        calc: &mut Calculation<'_>,
        (rule, summa): (&'static Rule, &'static Rule),
        promise: &impl Both,
        expr: impl FnMut(Region) -> O,
    ) -> Self {
        let per_region = calc.each(rule, promise, expr);
        Self::summed(calc, summa, promise, per_region)
    }

    /// The regions' amounts, and their sum.
    fn summed(
        calc: &mut Calculation<'_>,
        rule: &'static Rule,
        promise: &impl Both,
        per_region: PerRegion<Figure<HelaKronor>>,
    ) -> Self {
        let riket = calc.define(rule, promise, total(|region| &per_region[region]));
        Self { per_region, riket }
    }

    /// Some amounts together, of each region and of the country.
    fn together(
        calc: &mut Calculation<'_>,
        rule: &'static Rule,
        promise: &impl Both,
        delar: &[&Self],
    ) -> Self {
        let per_region = calc.each(rule, promise, |region| in_region(delar, region));
        let riket = calc.define(rule, promise, sum(delar.iter().map(|del| &del.riket)));
        Self { per_region, riket }
    }
}

/// A region's part of some amounts together; zero if there are none.
fn in_region(delar: &[&Belopp], region: Region) -> Expr<HelaKronor> {
    sum(delar.iter().map(|del| &del.per_region[region]))
}
