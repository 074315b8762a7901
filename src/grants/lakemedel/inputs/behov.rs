//! The need model's inputs: groups with price tags, the outcome, or both.

use super::{Behov, Grupper, Lasare};
use crate::figure::Figure;
use crate::grants::lakemedel::grupper::GRUPPER;
use crate::grants::lakemedel::schema::{ARBETSBOK, blad};
use crate::problem::{Code, Location, Problem};
use crate::quantity::{Invanare, KronorPerInvanare};
use crate::region::PerRegion;
use crate::workbook::bok::Rad;

impl Lasare<'_> {
    /// Groups and tags, both or neither, or the outcome.
    pub(super) fn behov(&mut self) -> Option<Behov> {
        let utfall = self.region_decimal(
            blad::BEHOVSMODELL,
            "behovsmodell_utfall",
            KronorPerInvanare::from,
        );
        let grupper = self.grupper()?;
        if grupper.is_none() && utfall.is_none() {
            self.problems.add(
                Problem::new(
                    Code::I06,
                    Location::file(ARBETSBOK.fil),
                    "behovsmodellen saknar underlag",
                )
                .expected("grupper med prislappar, eller modellens utfall i kr/inv för alla regioner")
                .help("fyll i bladen Grupper och Prislappar, eller bladet Behovsmodell"),
            );
            return None;
        }
        Some(Behov { grupper, utfall })
    }

    #[expect(clippy::option_option, reason = "not used and not usable are two answers")]
    /// The groups, if they are used; the outer `None` if only half of them is there, which is reported.
    fn grupper(&mut self) -> Option<Option<Grupper>> {
        let kolumner: Vec<_> = GRUPPER
            .iter()
            .map(|grupp| self.region_heltal(blad::GRUPPER, grupp.id, Invanare::fran_heltal))
            .collect();
        let nagon = kolumner.iter().any(Option::is_some);
        let kolumner: Option<Vec<_>> = kolumner.into_iter().collect();
        let (saknas, finns) = match (kolumner, self.prislappar()) {
            (Some(kolumner), Some(prislappar)) => {
                let grupper = PerRegion::fran(|region| {
                    kolumner.iter().map(|kolumn| kolumn.i(region).clone()).collect()
                });
                return Some(Some((grupper, prislappar)));
            }
            (None, None) if !nagon => return Some(None),
            (None, _) => (blad::GRUPPER, blad::PRISLAPPAR),
            (Some(_), None) => (blad::PRISLAPPAR, blad::GRUPPER),
        };
        self.problems.add(
            Problem::new(
                Code::I06,
                Location::sheet(ARBETSBOK.fil, saknas),
                format!("bladet är inte helt ifyllt fast bladet {finns} är det"),
            )
            .expected("alla 22 grupper för alla 21 regioner, och en prislapp för varje grupp")
            .help("fyll i båda bladen, eller töm båda och använd bladet Behovsmodell"),
        );
        None
    }

    fn prislappar(&mut self) -> Option<Vec<Figure<KronorPerInvanare>>> {
        let rader = self.bok.rader(blad::PRISLAPPAR);
        let mut lappar = Vec::new();
        for grupp in &GRUPPER {
            let ar_gruppens =
                |rad: &&_| Rad::text(rad, "grupp").is_some_and(|namn| namn.value == grupp.namn);
            let lapp = rader.iter().find(ar_gruppens)?.decimal("prislapp")?;
            lappar.push((format!("prislapp_{}", grupp.id), lapp.map(KronorPerInvanare::from)));
        }
        Some(lappar.into_iter().map(|(id, lapp)| self.leaf(&id, lapp)).collect())
    }
}
