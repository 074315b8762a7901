//! IHSI's fee: what it cost against what was deducted, settled only beyond a limit, by population.

use super::{AVTAL_2023, VART};
use crate::allocation::{Residual, hela_kronor, proportionellt};
use crate::figure::{Figure, Namn, Rule, Trace};
use crate::grants::regleringsbrev::inputs::{HelaKolumn, Ihsi};
use crate::quantity::{Exakt, HelaKronor, Invanare};
use crate::region::PerRegion;

static SKILLNAD: Rule = Rule {
    id: "regleringsbrev.ihsi_skillnad",
    text: "Preliminär avgift minus slutlig: det som dragits av för mycket.",
    kalla: AVTAL_2023,
};
static KORRIGERING: Rule = Rule {
    id: "regleringsbrev.ihsi_korrigering",
    text: "Skillnaden om den är större än gränsen, åt endera hållet; annars noll.",
    kalla: AVTAL_2023,
};
static HALF_UP: Rule = Rule {
    id: "regleringsbrev.ihsi_half_up",
    text: "Korrigeringen fördelad efter befolkningen, avrundad till hela kronor per region (half_up).",
    kalla: VART,
};
static LARGEST_REMAINDER: Rule = Rule {
    id: "regleringsbrev.ihsi_largest_remainder",
    text: "Korrigeringen fördelad efter befolkningen, nedåt till hela kronor; återstoden en krona var till de största resterna, vid lika i länskodsordning.",
    kalla: VART,
};
static TO_LARGEST: Rule = Rule {
    id: "regleringsbrev.ihsi_residual_to_largest",
    text: "Korrigeringen fördelad efter befolkningen, avrundad till hela kronor per region (half_up); den region som får mest tar återstoden.",
    kalla: VART,
};

/// This file's rules.
pub const REGLER: &[&Rule] = &[&SKILLNAD, &KORRIGERING, &HALF_UP, &LARGEST_REMAINDER, &TO_LARGEST];

/// The correction of the country.
pub fn korrigering(trace: &mut Trace, namn: &Namn, ihsi: &Ihsi) -> Figure<HelaKronor> {
    let skillnad = trace.derive(
        &SKILLNAD,
        namn.riket("ihsi_skillnad"),
        (ihsi.preliminart.clone(), ihsi.slutligt.clone()),
        |(preliminart, slutligt)| preliminart - slutligt,
    );
    trace.derive(
        &KORRIGERING,
        namn.riket("ihsi_korrigering"),
        (skillnad, ihsi.grans.clone()),
        |(skillnad, grans)| {
            let over = skillnad > grans || -skillnad > grans;
            if over { skillnad } else { HelaKronor::fran_heltal(0) }
        },
    )
}

/// What the correction is shared by: the amount and the people.
type Delas = (HelaKronor, PerRegion<Invanare>);

/// Each region's part of the correction.
pub fn fordela(
    trace: &mut Trace,
    namn: &Namn,
    id: &str,
    korrigering: &Figure<HelaKronor>,
    folk: &PerRegion<Figure<Invanare>>,
    residual: Residual,
) -> HelaKolumn {
    let (rule, dela): (_, fn(Delas) -> Vec<HelaKronor>) = match residual {
        Residual::HalfUp => (&HALF_UP, |delas| delar(&delas, Residual::HalfUp)),
        Residual::LargestRemainder => {
            (&LARGEST_REMAINDER, |delas| delar(&delas, Residual::LargestRemainder))
        }
        Residual::HalfUpResidualToLargest => {
            (&TO_LARGEST, |delas| delar(&delas, Residual::HalfUpResidualToLargest))
        }
        Residual::Explicit(_) => panic!("the schema has no such choice for IHSI"),
    };
    let namnen = folk.iter().map(|(region, _)| namn.region(region, id)).collect();
    let mut belopp =
        trace.derive_each(rule, namnen, (korrigering.clone(), folk.clone()), dela).into_iter();
    PerRegion::fran(|region| belopp.next().unwrap_or_else(|| panic!("{region} has no part")))
}

/// A negative correction is shared as a positive one would be, and taken back.
fn delar((belopp, folk): &Delas, residual: Residual) -> Vec<HelaKronor> {
    let vikter: Vec<_> = folk.varden().iter().map(|folk| Exakt::from(folk.heltal())).collect();
    let minus = belopp.heltal() < 0;
    let utan_tecken = if minus { -*belopp } else { *belopp };
    let hela = hela_kronor(&proportionellt(&utan_tecken.exakt(), &vikter), utan_tecken, residual)
        .unwrap_or_else(|obalans| panic!("the parts sum to the whole: {obalans:?}"));
    hela.belopp.into_iter().map(|del| if minus { -del } else { del }).collect()
}
