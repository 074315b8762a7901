//! The grant per region: need model plus solidarity, times the population, rounded once.

use super::{AVTAL, summa_hela, vagt_medel};
use crate::allocation::{Residual, hela_kronor};
use crate::figure::{Figure, Namn, Rule, Trace};
use crate::grants::lakemedel::inputs::Avtal;
use crate::quantity::avrundning::Avrundning;
use crate::quantity::{Antal, HelaKronor, Invanare, Kronor, KronorPerInvanare};
use crate::region::PerRegion;

static PER_INVANARE: Rule = Rule {
    id: "lakemedel.statsbidrag_per_inv",
    text: "Behovsmodellen plus det solidariska nettot, i oavrundade kronor per invånare.",
    kalla: AVTAL,
};
static EXAKT: Rule = Rule {
    id: "lakemedel.statsbidrag_exakt",
    text: "Oavrundade kronor per invånare gånger befolkningen den 31 augusti.",
    kalla: AVTAL,
};
static HALF_UP: Rule = Rule {
    id: "lakemedel.statsbidrag",
    text: "Regionens bidrag avrundat en gång till hela kronor (half_up: halva kronor bort från noll).",
    kalla: AVTAL,
};
static LARGEST_REMAINDER: Rule = Rule {
    id: "lakemedel.statsbidrag_largest_remainder",
    text: "Regionens bidrag nedåt till hela kronor; återstoden en krona var till de största resterna, vid lika i länskodsordning.",
    kalla: super::VART,
};
static TO_LARGEST: Rule = Rule {
    id: "lakemedel.statsbidrag_residual_to_largest",
    text: "Regionens bidrag avrundat till hela kronor (half_up); den region som får mest tar återstoden.",
    kalla: super::VART,
};
static EXPLICIT: Rule = Rule {
    id: "lakemedel.statsbidrag_residual_explicit",
    text: "Regionens bidrag avrundat till hela kronor (half_up); den region som överenskommelsen anger tar återstoden.",
    kalla: AVTAL,
};
static TOTALT: Rule = Rule {
    id: "lakemedel.statsbidrag_totalt",
    text: "Regionernas avrundade bidrag, summerade.",
    kalla: AVTAL,
};
static MEDEL: Rule = Rule {
    id: "lakemedel.statsbidrag_medel",
    text: "Bidraget per invånare, vägt med befolkningen.",
    kalla: AVTAL,
};
static FOLK: Rule = Rule {
    id: "lakemedel.befolkning_totalt",
    text: "Regionernas befolkning, summerad.",
    kalla: AVTAL,
};

/// This file's rules.
pub const REGLER: &[&Rule] = &[
    &PER_INVANARE,
    &EXAKT,
    &HALF_UP,
    &LARGEST_REMAINDER,
    &TO_LARGEST,
    &EXPLICIT,
    &TOTALT,
    &MEDEL,
    &FOLK,
];

/// The grant.
#[derive(Clone, Debug)]
pub struct Bidrag {
    /// Kronor per inhabitant, per region.
    pub per_inv: Regionkronor,
    /// The country's mean of them.
    pub medel_per_inv: Figure<KronorPerInvanare>,
    /// Per region, before rounding.
    pub exakt: PerRegion<Figure<Kronor>>,
    /// Per region.
    pub per_region: PerRegion<Figure<HelaKronor>>,
    /// The sum of the rounded grants.
    pub totalt: Figure<HelaKronor>,
}

/// Kronor per inhabitant of every region.
pub type Regionkronor = PerRegion<Figure<KronorPerInvanare>>;

/// Computes the grant per region, from need model and solidarity net, by a residual policy.
pub fn berakna(
    trace: &mut Trace,
    namn: &Namn,
    folk: &PerRegion<Figure<Invanare>>,
    (behovsmodell, netto): (&Regionkronor, &Regionkronor),
    pott: &Figure<HelaKronor>,
    avtal: &Avtal,
) -> Bidrag {
    let per_inv = behovsmodell.map(|region, behovsmodell| {
        trace.derive(
            &PER_INVANARE,
            namn.region(region, "statsbidrag_per_inv"),
            (behovsmodell.clone(), netto.i(region).clone()),
            |(behovsmodell, netto)| behovsmodell + netto,
        )
    });
    let medel_per_inv = trace.derive(
        &MEDEL,
        namn.riket("statsbidrag_per_inv"),
        (per_inv.clone(), folk.clone()),
        vagt_medel,
    );
    let exakt = per_inv.map(|region, per_inv| {
        trace.derive(
            &EXAKT,
            namn.region(region, "statsbidrag_exakt"),
            (per_inv.clone(), folk.i(region).clone()),
            |(per_inv, folk)| per_inv * folk,
        )
    });
    let per_region = hela(trace, namn, &exakt, pott, avtal);
    let totalt = trace.derive(&TOTALT, namn.riket("statsbidrag"), per_region.clone(), summa_hela);
    trace.derive(&FOLK, namn.riket("befolkning"), folk.clone(), |folk| {
        folk.varden().iter().copied().sum::<Invanare>()
    });
    Bidrag { per_inv, medel_per_inv, exakt, per_region, totalt }
}

/// What a residual policy is given: the exact grants, the pot, and the place of the region named.
type Delar = (PerRegion<Kronor>, HelaKronor, Option<Antal>);

fn hela(
    trace: &mut Trace,
    namn: &Namn,
    exakt: &PerRegion<Figure<Kronor>>,
    pott: &Figure<HelaKronor>,
    avtal: &Avtal,
) -> PerRegion<Figure<HelaKronor>> {
    let (rule, fordela): (_, fn(Delar) -> Vec<HelaKronor>) = match avtal.residual {
        Residual::HalfUp => return var_for_sig(trace, namn, exakt),
        Residual::LargestRemainder => {
            (&LARGEST_REMAINDER, |delar| fordelade(&delar, Residual::LargestRemainder))
        }
        Residual::HalfUpResidualToLargest => {
            (&TO_LARGEST, |delar| fordelade(&delar, Residual::HalfUpResidualToLargest))
        }
        Residual::Explicit(_) => (&EXPLICIT, |delar| {
            let plats = delar.2.and_then(|plats| usize::try_from(plats.heltal()).ok());
            let plats = plats.unwrap_or_else(|| panic!("the reader requires a region"));
            fordelade(&delar, Residual::Explicit(plats))
        }),
    };
    let namnen = exakt.iter().map(|(region, _)| namn.region(region, "statsbidrag")).collect();
    let inputs = (exakt.clone(), pott.clone(), avtal.residual_region.clone());
    let mut belopp = trace.derive_each(rule, namnen, inputs, fordela).into_iter();
    PerRegion::fran(|region| belopp.next().unwrap_or_else(|| panic!("{region} has no grant")))
}

/// Each region by itself.
fn var_for_sig(
    trace: &mut Trace,
    namn: &Namn,
    exakt: &PerRegion<Figure<Kronor>>,
) -> PerRegion<Figure<HelaKronor>> {
    exakt.map(|region, exakt| {
        let namn = namn.region(region, "statsbidrag");
        trace.derive(&HALF_UP, namn, exakt.clone(), |exakt| exakt.avrunda(Avrundning::HalfUp))
    })
}

fn fordelade((exakt, pott, _): &Delar, residual: Residual) -> Vec<HelaKronor> {
    hela_kronor(exakt.varden(), *pott, residual)
        .unwrap_or_else(|obalans| panic!("the grants were checked against the pot: {obalans:?}"))
        .belopp
}
