//! Payments that cannot be carried out: zero or negative, and not meant to be.

use std::collections::{BTreeMap, BTreeSet};

use super::{Kontroll, kr, location, lovets_plats};
use crate::figure::{Figure, FigureId, Trace};
use crate::grants::regleringsbrev::inputs::{Inputs, Medgivet};
use crate::grants::regleringsbrev::justering::Justering;
use crate::grants::regleringsbrev::messages::{amounts as say, months, schedule};
use crate::grants::regleringsbrev::rules::Belopp;
use crate::grants::regleringsbrev::rules::plan::Utbetalning;
use crate::grants::regleringsbrev::schema::WORKBOOK;
use crate::problem::{Code, Location, Problem};
use crate::quantity::HelaKronor;
use crate::region::Region;

/// The adjustments that are made, by kind.
type Justerat = BTreeMap<Justering, Belopp>;

impl Kontroll<'_> {
    /// That every payment can be carried out, or is meant not to be; that every annex pays something; and that nothing is
    /// permitted that is not needed.
    pub(in super::super) fn utbetalningarna(
        &mut self,
        trace: &Trace,
        indata: &Inputs,
        manader: &[Utbetalning],
        justerat: &Justerat,
    ) {
        let mut medgivna = BTreeSet::new();
        for medgivet in &indata.medgivna {
            let (region, nummer) = (medgivet.region.value, medgivet.manad.value);
            if !medgivna.insert((region, nummer)) {
                let text = say::permitted_twice(&region, &nummer);
                self.motsagt(location(&medgivet.region.cell), text, say::one_row_each());
            }
            self.is_needed(medgivet, manader);
        }
        for bilaga in &indata.bilagor {
            let mut egna = manader.iter().filter(|manad| bilaga.betalar(manad.manad.number()));
            if !egna.any(|manad| manad.betalas) {
                let text = schedule::annex_without_payment(&bilaga.nummer.value);
                self.motsagt(location(&bilaga.nummer.cell), text, schedule::annexes_that_pay());
            }
        }
        for manad in manader.iter().filter(|manad| manad.betalas) {
            for (region, belopp) in manad.belopp.per_region.iter() {
                let nummer = manad.manad.number();
                if belopp.value.integer() <= 0 && !medgivna.contains(&(region, nummer)) {
                    let i_manaden = (nummer, region, belopp);
                    self.kan_inte_betalas(trace, indata, i_manaden, justerat);
                }
            }
        }
    }

    /// A permission for a payment that is positive would hide what goes wrong later.
    fn is_needed(&mut self, medgivet: &Medgivet, manader: &[Utbetalning]) {
        let (region, nummer) = (medgivet.region.value, medgivet.manad.value);
        let manaden = manader.iter().find(|manad| manad.manad.number() == nummer);
        let belopp = manaden.map(|manad| manad.belopp.per_region.of(region).value);
        if let Some(belopp) = belopp.filter(|belopp| belopp.integer() > 0) {
            let text = say::permission_not_needed(&region, &kr(belopp), &nummer);
            self.problems.add(
                Problem::new(Code::R04, location(&medgivet.region.cell), text)
                    .expected(say::only_zero_or_negative())
                    .help(say::remove_row()),
            );
        }
    }

    fn kan_inte_betalas(
        &mut self,
        trace: &Trace,
        indata: &Inputs,
        (nummer, region, betalning): (u32, Region, &Figure<HelaKronor>),
        justerat: &Justerat,
    ) {
        let belopp = betalning.value;
        let i_manaden = indata.justeringar.iter().filter(|row| row.manad.value == nummer);
        let figurer = i_manaden
            .filter_map(|row| justerat.get(&row.kind.value))
            .map(|belopp| belopp.per_region.of(region));
        let least =
            figurer.min_by_key(|figure| figure.value).filter(|figure| figure.value.integer() < 0);
        let manad = months::month_and_year(indata.month(nummer));
        let problem = if let Some(justering) = least {
            let text = say::payment_becomes(&region, &manad, &kr(belopp));
            Problem::new(Code::R05, regionens_lov(trace, justering.id, region), text)
                .help(say::check_adjustment())
        } else {
            let text = say::grant_too_small(&region, &manad, &kr(belopp));
            // Without an adjustment it is the grant that is paid by the month.
            Problem::new(Code::R05, regionens_lov(trace, betalning.id, region), text)
        };
        self.problems.add(problem.expected(say::payable()));
    }
}

/// The first of a figure's leaves that is the region's own; else the first of all.
fn regionens_lov(trace: &Trace, id: FigureId, region: Region) -> Location {
    let lov = trace.leaves([id]);
    let egen = |id: &&FigureId| trace.node(**id).name.contains(&format!(".{}.", region.id()));
    let valt = lov.iter().find(egen).or_else(|| lov.first());
    valt.map_or_else(|| Location::file(WORKBOOK.file), |id| lovets_plats(trace, *id))
}
