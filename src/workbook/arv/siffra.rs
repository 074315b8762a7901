//! A figure or a text of last year's run as a value of a field: a figure in the field's unit, with as many
//! decimals as the field and a cell can hold. Knows figures and fields, no sheet.

use rust_decimal::Decimal;

use super::{Forlaga, belagg};
use crate::figure::{FigureId, Namn, Node, Origin};
use crate::quantity::{Exakt, Value};
use crate::region::{PerRegion, Region};
use crate::workbook::bok::Innehall;
use crate::workbook::flyttal;
use crate::workbook::schema::{Falt, Slag};
use crate::workbook::skriva::Belagg;

impl Forlaga<'_> {
    /// A figure or text of the country, or a figure of a region; none if last year did not come to it.
    pub(super) fn siffra(
        &self,
        falt: &Falt,
        bidrag: Option<&str>,
        siffra: &str,
        region: Option<Region>,
    ) -> Option<(Innehall, Belagg)> {
        let bidrag = bidrag.unwrap_or(self.bidrag);
        let namn = Namn::ny(bidrag, self.bok.ar);
        let namn = match region {
            Some(region) => namn.region(region, siffra),
            None => namn.riket(siffra),
        };
        if let Slag::Text { .. } | Slag::Val(_) = falt.slag {
            return self.text(falt, &namn);
        }
        let id = self.trace.find(&namn)?;
        let node = self.trace.node(id);
        Some((innehall(falt, node), self.belagg(bidrag, id)))
    }

    /// A text, or a choice that the field has too.
    fn text(&self, falt: &Falt, namn: &str) -> Option<(Innehall, Belagg)> {
        let text = self.texter.get(namn)?;
        let far_sta = match falt.slag {
            Slag::Val(ord) => ord.contains(&text.value.as_str()),
            _ => true,
        };
        far_sta.then(|| (Innehall::Text(text.value.clone()), belagg(&text.cell.underlag)))
    }

    /// A figure of every region, and what they rest on together.
    pub(super) fn regionsiffror(
        &self,
        falt: &Falt,
        bidrag: Option<&str>,
        siffra: &str,
    ) -> Option<(PerRegion<Innehall>, Belagg)> {
        let alla = PerRegion::kanske(|region| self.siffra(falt, bidrag, siffra, Some(region)))?;
        let belagg = alla.varden().iter().map(|(_, belagg)| belagg);
        let svagast = belagg.max_by_key(|belagg| belagg.status).cloned()?;
        Some((alla.map(|_, (varde, _)| varde.clone()), svagast))
    }

    /// What was read rests on what it rested on; what was computed, on the run.
    fn belagg(&self, bidrag: &str, id: FigureId) -> Belagg {
        match &self.trace.node(id).origin {
            Origin::Cell(cell) => belagg(&cell.underlag),
            Origin::Rule { .. } => {
                let kalla = self.kallor.get(bidrag);
                let kalla = kalla.unwrap_or_else(|| panic!("there is no grant {bidrag}"));
                Belagg::ny(kalla, self.trace.node(id).status)
            }
        }
    }
}

fn innehall(falt: &Falt, node: &Node) -> Innehall {
    let fel = || -> ! { panic!("{} cannot hold {node:?}", falt.id) };
    let exakt = match &node.value {
        Value::Datum(datum) => return Innehall::Datum(*datum),
        Value::Heltal(tal) => Exakt::from(*tal),
        Value::Exakt(exakt) => exakt.clone(),
    };
    let exakt = falt.slag.measure().and_then(|measure| measure.to_cell(node.unit, &exakt));
    let exakt = exakt.unwrap_or_else(|| fel());
    match falt.slag {
        Slag::Heltal { .. } => Innehall::Heltal(exakt.heltal().unwrap_or_else(|| fel())),
        Slag::Decimal { decimaler, .. } => Innehall::Decimal(avrundad(&exakt, decimaler)),
        Slag::Intervall { .. } | Slag::Text { .. } | Slag::Datum | Slag::Val(_) => fel(),
    }
}

/// What every spreadsheet program keeps of a number: fifteen figures.
const STORST_MANTISSA: u128 = 999_999_999_999_999;

/// With so many decimals, or as many as a cell can hold. For kronor per inhabitant half a unit of the
/// last, times the inhabitants of a region, is far below the krona that last year's grant is tested to.
fn avrundad(exakt: &Exakt, decimaler: u32) -> Decimal {
    let med = |decimaler: u32| exakt.som_decimal(decimaler).parse::<Decimal>().ok();
    (0..=decimaler)
        .rev()
        .filter_map(med)
        .map(|tal| tal.normalize())
        .find(|tal| {
            let ryms = tal.mantissa().unsigned_abs() <= STORST_MANTISSA;
            ryms && flyttal::till_cell(*tal).is_some()
        })
        .unwrap_or_else(|| panic!("{exakt:?} is too large for a cell"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_keeps_what_a_cell_can_hold() {
        for (exakt, decimaler, vantat) in [
            (Exakt::brak(1, 3), 12, "0.333333333333"),
            (Exakt::brak(10_000, 3), 12, "3333.33333333333"),
            (Exakt::brak(-20_000_000, 3), 12, "-6666666.66666667"),
            (Exakt::brak(5, 2), 12, "2.5"),
            (Exakt::brak(1, 8), 2, "0.13"),
            (Exakt::from(38_411_749_680), 0, "38411749680"),
        ] {
            assert_eq!(avrundad(&exakt, decimaler).to_string(), vantat);
        }
    }
}
