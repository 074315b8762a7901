//! The adjustments by the ways their inputs allow: computed where everything a rule needs is there, as
//! stated otherwise; where both are there, the two must agree.

use std::collections::BTreeMap;

use super::avstamning::Avstamt;
use super::inputs::{HelaKolumn, Indata, Kolumn, Lakemedel, Underlag};
use super::justering::Justering;
use super::kontroll::{Kontroll, lovets_plats};
use super::rules::{Belopp, aterbaring, ihsi, justeringar};
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
    indata: &'a Indata,
    kontroll: &'k mut Kontroll<'p>,
    raknade: BTreeMap<Justering, HelaKolumn>,
    belopp: BTreeMap<Justering, HelaKolumn>,
}

/// Finds the amounts of every kind.
pub(super) fn justeringarna(
    calc: &mut Calculation<'_>,
    indata: &Indata,
    lakemedel: &Lakemedel,
    avstamt: Option<&Avstamt>,
    kontroll: &mut Kontroll<'_>,
) -> Justerat {
    let (raknade, belopp) = (BTreeMap::new(), BTreeMap::new());
    let mut vagar = Vagar { calc, indata, kontroll, raknade, belopp };
    vagar.aterbaring_prognos();
    vagar.aterbaring_slutlig();
    vagar.ihsi(lakemedel);
    for del in avstamt.iter().flat_map(|avstamt| &avstamt.delar) {
        let slag = del.del.justering();
        let delar = justeringar::avraknad(vagar.calc, slag, &del.per_region);
        vagar.raknade.insert(slag, delar);
    }
    for slag in [
        Justering::Ihsi,
        Justering::VinstForlustFormanen,
        Justering::VinstForlustHepatitC,
        Justering::VinstForlustTillsammans,
        Justering::Annan,
    ] {
        vagar.raknat_eller_angivet(slag);
    }
    vagar.avsluta()
}

impl Vagar<'_, '_, '_, '_> {
    fn ska_goras(&self, slag: Justering) -> bool {
        self.indata.justeringar.iter().any(|rad| rad.slag.value == slag)
    }

    /// From the forecast and the state's share in percent, or from the state's share in kronor.
    fn aterbaring_prognos(&mut self) {
        let slag = Justering::AterbaringPrognos;
        let underlag = &self.indata.underlag;
        let prognosen =
            underlag.aterbaring_prognos.as_ref().zip(underlag.aterbaring_andel.as_ref());
        let angivet = &underlag.aterbaring_prognos_statens_andel;
        let belopp = match (prognosen, angivet) {
            (Some((prognos, andel)), _) if self.ska_goras(slag) => {
                aterbaring::prognos(self.calc, prognos, andel)
            }
            (_, Some(angivet)) => {
                let belopp = aterbaring::prognos_given(self.calc, angivet);
                self.belopp.insert(slag, belopp);
                return;
            }
            (_, None) => return,
        };
        if let Some(angivet) = angivet {
            let raknat = belopp.map(|_, belopp| -belopp.value);
            self.kontroll.tva_vagar(self.calc.trace, slag, angivet, &raknat);
        }
        self.raknade.insert(slag, belopp.clone());
        self.belopp.insert(slag, belopp);
    }

    /// From the difference, which is stated, or found from the outcome and the forecast.
    fn aterbaring_slutlig(&mut self) {
        let slag = Justering::AterbaringSlutlig;
        let underlag = &self.indata.underlag;
        let Underlag { aterbaring_slutlig: slutlig, aterbaring_prognos: prognos, .. } = underlag;
        let raknad = slutlig
            .as_ref()
            .zip(prognos.as_ref())
            .map(|(slutlig, prognos)| aterbaring::skillnad(self.calc, slutlig, prognos));
        if let (Some(slutlig), None) = (slutlig, prognos) {
            self.kontroll.utan_prognos(lovets_plats(self.calc.trace, forst(slutlig)));
        }
        if let (Some(angiven), Some(raknad)) = (&underlag.aterbaring_differens, &raknad) {
            self.kontroll.skillnaden(self.calc.trace, angiven, raknad);
        }
        let skillnad: Option<Kolumn> = raknad.or_else(|| underlag.aterbaring_differens.clone());
        if let Some((skillnad, andel)) = skillnad.zip(underlag.aterbaring_andel.as_ref()) {
            let belopp = aterbaring::slutlig(self.calc, &skillnad, andel);
            self.raknade.insert(slag, belopp.clone());
            self.belopp.insert(slag, belopp);
        }
    }

    fn ihsi(&mut self, lakemedel: &Lakemedel) {
        let Some(avgift) = &self.indata.underlag.ihsi_avgift else { return };
        let korrigering = ihsi::korrigering(self.calc, avgift);
        let (folk, residual) = (&lakemedel.befolkning, avgift.residual);
        let delar = ihsi::fordela(self.calc, &korrigering, folk, residual);
        self.kontroll.ihsi_delarna(avgift, korrigering.value, &delar);
        self.raknade.insert(Justering::Ihsi, delar);
    }

    /// The amounts a rule found, held against those that were stated; or those, if there are no others.
    fn raknat_eller_angivet(&mut self, slag: Justering) {
        let angivet = angivet(&self.indata.underlag, slag);
        let belopp = match (self.raknade.get(&slag), angivet) {
            (Some(raknat), angivet) => {
                if let Some(angivet) = angivet {
                    let varden = raknat.map(|_, belopp| belopp.value);
                    self.kontroll.tva_vagar(self.calc.trace, slag, angivet, &varden);
                }
                raknat.clone()
            }
            (None, Some(angivet)) => justeringar::angiven(self.calc, slag, angivet),
            (None, None) => return,
        };
        self.belopp.insert(slag, belopp);
    }

    /// Holds the amounts against the adjustments that are to be made, and sums those.
    fn avsluta(mut self) -> Justerat {
        let angivna = angivna(self.calc.trace, &self.indata.underlag);
        let rader = &self.indata.justeringar;
        self.kontroll.rader_och_belopp(rader, &self.belopp, &angivna);
        let mut justerat = BTreeMap::new();
        for (slag, per_region) in std::mem::take(&mut self.belopp) {
            let belopp = justeringar::summera(self.calc, slag, per_region);
            if self.ska_goras(slag) {
                justerat.insert(slag, belopp);
            }
        }
        (justerat, self.raknade.into_keys().collect())
    }
}

/// The column a kind's amounts are stated in, where they are stated as they are paid.
fn angivet(underlag: &Underlag, slag: Justering) -> Option<&HelaKolumn> {
    match slag {
        Justering::Ihsi => underlag.ihsi.as_ref(),
        Justering::VinstForlustFormanen => underlag.vinst_forlust_formanen.as_ref(),
        Justering::VinstForlustHepatitC => underlag.vinst_forlust_hepatit_c.as_ref(),
        Justering::VinstForlustTillsammans => underlag.vinst_forlust_tillsammans.as_ref(),
        Justering::Annan => underlag.annan.as_ref(),
        Justering::AterbaringPrognos | Justering::AterbaringSlutlig => None,
    }
}

fn forst<T: Quantity>(kolumn: &PerRegion<Figure<T>>) -> crate::figure::FigureId {
    kolumn.varden().first().map_or_else(|| panic!("there are regions"), |forsta| forsta.id)
}

/// Where each kind's amounts, or what they are computed from, begin on the sheet of columns.
fn angivna(trace: &Trace, underlag: &Underlag) -> BTreeMap<Justering, Location> {
    let mut angivna = BTreeMap::new();
    let mut finns = |slag, id| {
        angivna.entry(slag).or_insert_with(|| lovets_plats(trace, id));
    };
    for slag in Justering::ALLA {
        if let Some(kolumn) = angivet(underlag, slag) {
            finns(slag, forst::<HelaKronor>(kolumn));
        }
    }
    if let Some(kolumn) = &underlag.aterbaring_prognos_statens_andel {
        finns(Justering::AterbaringPrognos, forst(kolumn));
    }
    for kolumn in
        [&underlag.aterbaring_differens, &underlag.aterbaring_slutlig].into_iter().flatten()
    {
        finns(Justering::AterbaringSlutlig, forst(kolumn));
    }
    // The forecast alone is of use only for the adjustment by it.
    if let (Some(kolumn), None) = (&underlag.aterbaring_prognos, &underlag.aterbaring_slutlig) {
        finns(Justering::AterbaringPrognos, forst(kolumn));
    }
    angivna
}
