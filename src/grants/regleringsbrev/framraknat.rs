//! The adjustments by the ways their inputs allow: computed where everything a rule needs is there, as
//! stated otherwise; where both are there, the two must agree.

use std::collections::{BTreeMap, BTreeSet};

use super::avstamning::Avstamt;
use super::checks::{Galler, Kontroll, lovets_plats};
use super::inputs::{Column, Evidence, HelaKolumn, Inputs, Lakemedel};
use super::justering::{Justering, Slag};
use super::rules::{Belopp, aterbaring, avdrag, justeringar};
use crate::contract::Calculation;
use crate::figure::{Figure, Trace};
use crate::problem::Location;
use crate::quantity::{HelaKronor, Quantity};
use crate::region::PerRegion;

/// The amounts of the kinds that are to be made, and which of them a rule found.
pub(super) type Justerat = (BTreeMap<Justering, Belopp>, Vec<Justering>);

/// The ways taken so far.
struct Vagar<'a, 'c, 'k, 'p> {
    calc: &'a mut Calculation<'c>,
    indata: &'a Inputs,
    kontroll: &'k mut Kontroll<'p>,
    galler: &'a Galler,
    raknade: BTreeMap<Justering, HelaKolumn>,
    belopp: BTreeMap<Justering, HelaKolumn>,
}

/// Finds the amounts of every kind.
pub(super) fn justeringarna(
    calc: &mut Calculation<'_>,
    indata: &Inputs,
    lakemedel: &Lakemedel,
    avstamt: Option<&Avstamt>,
    (galler, kontroll): (&Galler, &mut Kontroll<'_>),
) -> Justerat {
    let (raknade, belopp) = (BTreeMap::new(), BTreeMap::new());
    let mut vagar = Vagar { calc, indata, kontroll, galler, raknade, belopp };
    vagar.aterbaring_prognos();
    vagar.aterbaring_slutlig();
    vagar.avdrag(lakemedel);
    for del in avstamt.iter().flat_map(|avstamt| &avstamt.delar) {
        let kind = Justering::of(&del.grupp);
        let delar = justeringar::avraknad(vagar.calc, &kind, &del.per_region);
        vagar.raknade.insert(kind, delar);
    }
    let angivna = indata.evidence.vinst_forlust.keys().cloned();
    let angivna = angivna.map(|grupp| Justering { slag: Slag::VinstForlust, grupp: Some(grupp) });
    let raknade = vagar.raknade.keys().filter(|kind| kind.slag == Slag::VinstForlust).cloned();
    let grupperna: BTreeSet<_> = raknade.chain(angivna).collect();
    for kind in [Slag::Avdrag.into()].into_iter().chain(grupperna).chain([Slag::Annan.into()]) {
        vagar.raknat_eller_angivet(kind);
    }
    vagar.avsluta()
}

impl Vagar<'_, '_, '_, '_> {
    fn ska_goras(&self, kind: &Justering) -> bool {
        self.indata.justeringar.iter().any(|row| row.kind.value == *kind)
    }

    /// From the forecast and the state's share in percent, or from the state's share in kronor.
    fn aterbaring_prognos(&mut self) {
        let kind = Justering::from(Slag::AterbaringPrognos);
        let evidence = &self.indata.evidence;
        let prognosen =
            evidence.aterbaring_prognos.as_ref().zip(evidence.aterbaring_andel.as_ref());
        let angivet = &evidence.aterbaring_prognos_statens_andel;
        let belopp = match (prognosen, angivet) {
            (Some((prognos, andel)), _) if self.ska_goras(&kind) => {
                aterbaring::prognos(self.calc, prognos, andel)
            }
            (_, Some(angivet)) => {
                let belopp = aterbaring::prognos_given(self.calc, angivet);
                self.belopp.insert(kind, belopp);
                return;
            }
            (_, None) => return,
        };
        if let Some(angivet) = angivet {
            let raknat = belopp.map(|_, belopp| -belopp.value);
            self.kontroll.tva_vagar(self.calc.trace, &kind, angivet, &raknat);
        }
        self.raknade.insert(kind.clone(), belopp.clone());
        self.belopp.insert(kind, belopp);
    }

    /// From the difference, which is stated, or found from the outcome and the forecast.
    fn aterbaring_slutlig(&mut self) {
        let kind = Justering::from(Slag::AterbaringSlutlig);
        let evidence = &self.indata.evidence;
        let Evidence { aterbaring_slutlig: slutlig, aterbaring_prognos: prognos, .. } = evidence;
        let raknad = slutlig
            .as_ref()
            .zip(prognos.as_ref())
            .map(|(slutlig, prognos)| aterbaring::difference(self.calc, slutlig, prognos));
        if let (Some(slutlig), None) = (slutlig, prognos) {
            self.kontroll.utan_prognos(lovets_plats(self.calc.trace, first_of_all(slutlig)));
        }
        if let (Some(angiven), Some(raknad)) = (&evidence.aterbaring_differens, &raknad) {
            self.kontroll.skillnaden(self.calc.trace, angiven, raknad);
        }
        let skillnad: Option<Column> = raknad.or_else(|| evidence.aterbaring_differens.clone());
        if let Some((skillnad, andel)) = skillnad.zip(evidence.aterbaring_andel.as_ref()) {
            let belopp = aterbaring::slutlig(self.calc, &skillnad, andel);
            self.raknade.insert(kind.clone(), belopp.clone());
            self.belopp.insert(kind, belopp);
        }
    }

    fn avdrag(&mut self, lakemedel: &Lakemedel) {
        let Some(reglering) = &self.indata.evidence.reglering else { return };
        let korrigering = avdrag::correction(self.calc, reglering);
        let (folk, residual) = (&lakemedel.befolkning, reglering.residual);
        let delar = avdrag::fordela(self.calc, &korrigering, folk, residual);
        self.kontroll.avdragens_delar(reglering, korrigering.value, &delar);
        self.raknade.insert(Slag::Avdrag.into(), delar);
    }

    /// The amounts a rule found, held against those that were stated; or those, if there are no others.
    fn raknat_eller_angivet(&mut self, kind: Justering) {
        let angivet = stated_value(&self.indata.evidence, &kind);
        let belopp = match (self.raknade.get(&kind), angivet) {
            (Some(raknat), angivet) => {
                if let Some(angivet) = angivet {
                    let values = raknat.map(|_, belopp| belopp.value);
                    self.kontroll.tva_vagar(self.calc.trace, &kind, angivet, &values);
                }
                raknat.clone()
            }
            (None, Some(angivet)) => justeringar::stated(self.calc, &kind, angivet),
            (None, None) => return,
        };
        self.belopp.insert(kind, belopp);
    }

    /// Holds the amounts against the adjustments that are to be made, and sums those.
    fn avsluta(mut self) -> Justerat {
        let angivna = angivna(self.calc.trace, &self.indata.evidence);
        let rows = &self.indata.justeringar;
        self.kontroll.rader_och_belopp(rows, &self.belopp, &angivna, self.galler);
        let mut justerat = BTreeMap::new();
        for (kind, per_region) in std::mem::take(&mut self.belopp) {
            let belopp = justeringar::summera(self.calc, &kind, per_region);
            if self.ska_goras(&kind) {
                justerat.insert(kind, belopp);
            }
        }
        (justerat, self.raknade.into_keys().collect())
    }
}

/// The column a kind's amounts are stated in, where they are stated as they are paid.
fn stated_value<'e>(evidence: &'e Evidence, kind: &Justering) -> Option<&'e HelaKolumn> {
    match kind.slag {
        Slag::Avdrag => evidence.avdrag.as_ref(),
        Slag::VinstForlust => {
            let id = &kind.grupp.as_ref()?.id;
            let mut columns = evidence.vinst_forlust.iter();
            columns.find(|(grupp, _)| grupp.id == *id).map(|(_, column)| column)
        }
        Slag::Annan => evidence.annan.as_ref(),
        Slag::AterbaringPrognos | Slag::AterbaringSlutlig => None,
    }
}

fn first_of_all<T: Quantity>(column: &PerRegion<Figure<T>>) -> crate::figure::FigureId {
    column.values().first().map_or_else(|| panic!("there are regions"), |first| first.id)
}

/// Where each kind's amounts, or what they are computed from, begin on the sheet of columns.
fn angivna(trace: &Trace, evidence: &Evidence) -> BTreeMap<Justering, Location> {
    let mut angivna = BTreeMap::new();
    let mut exists = |kind: Justering, id| {
        angivna.entry(kind).or_insert_with(|| lovets_plats(trace, id));
    };
    for (kind, column) in [(Slag::Avdrag, &evidence.avdrag), (Slag::Annan, &evidence.annan)] {
        if let Some(column) = column {
            exists(kind.into(), first_of_all::<HelaKronor>(column));
        }
    }
    for (grupp, column) in &evidence.vinst_forlust {
        let kind = Justering { slag: Slag::VinstForlust, grupp: Some(grupp.clone()) };
        exists(kind, first_of_all::<HelaKronor>(column));
    }
    if let Some(column) = &evidence.aterbaring_prognos_statens_andel {
        exists(Slag::AterbaringPrognos.into(), first_of_all(column));
    }
    for column in
        [&evidence.aterbaring_differens, &evidence.aterbaring_slutlig].into_iter().flatten()
    {
        exists(Slag::AterbaringSlutlig.into(), first_of_all(column));
    }
    // The forecast alone is of use only for the adjustment by it.
    if let (Some(column), None) = (&evidence.aterbaring_prognos, &evidence.aterbaring_slutlig) {
        exists(Slag::AterbaringPrognos.into(), first_of_all(column));
    }
    angivna
}
