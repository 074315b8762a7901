//! From the workbook's cells to the figures the rules start from: every leaf gets its name here, and
//! texts become facts of the report. Reads cells and checks what one sheet says against itself; the
//! rules never see a cell.

mod behov;
mod foregaende;
mod residual;
mod texter;
mod trappa;

use super::ID;
use super::schema::{self, blad};
use crate::allocation::Residual;
use crate::arkiv::Arkiv;
use crate::figure::{Cellvarde, Figure, Namn};
use crate::problem::{Code, Problem, Problems};
use crate::quantity::{
    Andel, Antal, Decimal, Euro, HelaKronor, Invanare, Kronor, KronorPerEuro, KronorPerInvanare,
    Quantity,
};
use crate::region::PerRegion;
use crate::report::Report;
use crate::workbook::Bok;

/// What the rules start from.
#[derive(Clone, Debug)]
pub struct Indata {
    /// The grant year.
    pub ar: i32,
    /// How the year's figures are named.
    pub namn: Namn,
    /// The agreement.
    pub avtal: Avtal,
    /// Population 31 August the year before.
    pub befolkning: PerRegion<Figure<Invanare>>,
    /// The need model: groups with price tags, its outcome, or both.
    pub behov: Behov,
    /// Costs of the solidarity drugs.
    pub kostnad: PerRegion<Figure<HelaKronor>>,
    /// The ladder.
    pub trappa: Vec<Steg>,
    /// The year before.
    pub foregaende: Foregaende,
    /// How many months after the cost the grant is paid.
    pub efterslap: Figure<Antal>,
}

/// The agreement's amounts and terms.
#[derive(Clone, Debug)]
pub struct Avtal {
    /// Läkemedelsförmånen, gross, kr.
    pub formanen: Figure<Kronor>,
    /// Hepatit C at the agreed share of the forecast, gross, kr.
    pub hepatit_c: Figure<Kronor>,
    /// The state's share of the forecast återbäring, kr, without sign.
    pub aterbaring: Figure<Kronor>,
    /// Övrigt: smittskydd, transfers to slutenvård, förbrukningsartiklar, dostjänst; kr.
    pub ovrigt: Figure<Kronor>,
    /// The total net grant as the agreement states it, kr; only to check the rows by.
    pub totalt_kontroll: Option<Figure<Kronor>>,
    /// SOL services, to E-hälsomyndigheten, kr.
    pub sol: Figure<HelaKronor>,
    /// The membership fee of IHSI, EUR.
    pub ihsi_eur: Figure<Euro>,
    /// The preliminary rate of the euro, kr/EUR.
    pub ihsi_kurs: Figure<KronorPerEuro>,
    /// SKR's new ways of working, kr.
    pub skr: Figure<HelaKronor>,
    /// What is paid out to the regions as the agreement states it, kr; only to check the rows by.
    pub utbetalas_kontroll: Option<Figure<HelaKronor>>,
    /// The deviation from the base that no profit or loss sharing covers, as a share.
    pub grans: Figure<Andel>,
    /// Who gets the kronor that rounding the grants leaves over.
    pub residual: Residual,
    /// The place, from 0, of the region that takes the residual, where the agreement names one.
    pub residual_region: Option<Figure<Antal>>,
}

/// Population per group of every region, and the price tags (kr/inv) in the groups' order.
pub type Grupper = (PerRegion<Vec<Figure<Invanare>>>, Vec<Figure<KronorPerInvanare>>);

/// What the need model is computed from.
#[derive(Clone, Debug)]
pub struct Behov {
    /// Population per group, and the price tags in the groups' order.
    pub grupper: Option<Grupper>,
    /// The outcome, computed elsewhere.
    pub utfall: Option<PerRegion<Figure<KronorPerInvanare>>>,
}

/// A step of the ladder; it begins at the mean if it has no `fran`.
#[derive(Clone, Debug)]
pub struct Steg {
    /// The cost where it begins, kr/inv.
    pub fran: Option<Figure<KronorPerInvanare>>,
    /// The share of the cost on the step that is compensated.
    pub andel: Figure<Andel>,
}

/// The year before.
#[derive(Clone, Debug)]
pub struct Foregaende {
    /// The population last year's grant was computed on: 31 August two years before.
    pub befolkning: PerRegion<Figure<Invanare>>,
    /// The need model's outcome, unrounded, kr/inv.
    pub behovsmodell: PerRegion<Figure<KronorPerInvanare>>,
    /// Compensation less financing, unrounded, kr/inv.
    pub solidariskt_netto: PerRegion<Figure<KronorPerInvanare>>,
    /// The published grant, kr.
    pub statsbidrag: PerRegion<Figure<HelaKronor>>,
    /// The country's cost of the solidarity drugs, kr.
    pub kostnad: Figure<HelaKronor>,
    /// The equal deduction, unrounded, kr/inv, without sign.
    pub finansiering: Figure<KronorPerInvanare>,
    /// The ladder.
    pub trappa: Vec<Steg>,
    /// Who got the kronor that rounding the grants left over.
    pub residual: Residual,
}

/// Reads everything; `None` if something was missing or wrong, which then stands in `problems` (or
/// was put there when the workbook was read).
pub fn las(
    bok: &Bok,
    arkiv: &Arkiv,
    report: &mut Report,
    problems: &mut Problems,
) -> Option<Indata> {
    let mut las = Lasare { bok, arkiv, namn: Namn::ny(ID, bok.ar), report, problems };
    las.texter();
    // Everything is read before anything is given up, so that every sheet is checked.
    let avtal = las.avtal();
    let befolkning = las.region_heltal(blad::BEFOLKNING, "befolkning", Invanare::fran_heltal);
    let behov = las.behov();
    let kostnad =
        las.region_heltal(blad::SOLIDARISKA, "solidarisk_kostnad", HelaKronor::fran_heltal);
    let trappa = las.trappa(blad::TRAPPA, "trappa");
    let foregaende = las.foregaende();
    let efterslap = las.antal(blad::OVERENSKOMMELSE, "efterslap");
    Some(Indata {
        ar: bok.ar,
        namn: las.namn.clone(),
        avtal: avtal?,
        befolkning: befolkning?,
        behov: behov?,
        kostnad: kostnad?,
        trappa: trappa?,
        foregaende: foregaende?,
        efterslap: efterslap?,
    })
}

struct Lasare<'a> {
    bok: &'a Bok,
    arkiv: &'a Arkiv,
    namn: Namn,
    report: &'a mut Report,
    problems: &'a mut Problems,
}

impl Lasare<'_> {
    fn leaf<T: Quantity>(&mut self, id: &str, read: Cellvarde<T>) -> Figure<T> {
        self.report.trace.leaf(self.namn.riket(id), read)
    }

    fn decimal<T: Quantity>(
        &mut self,
        blad: &'static str,
        id: &'static str,
        make: fn(Decimal) -> T,
    ) -> Option<Figure<T>> {
        let read = self.bok.decimal(blad, id)?.map(make);
        Some(self.leaf(id, read))
    }

    fn hela(&mut self, blad: &'static str, id: &'static str) -> Option<Figure<HelaKronor>> {
        let read = self.bok.heltal(blad, id)?.map(HelaKronor::fran_heltal);
        Some(self.leaf(id, read))
    }

    fn antal(&mut self, blad: &'static str, id: &'static str) -> Option<Figure<Antal>> {
        let read = self.bok.heltal(blad, id)?.map(Antal::fran_heltal);
        Some(self.leaf(id, read))
    }

    fn region_heltal<T: Quantity>(
        &mut self,
        blad: &'static str,
        id: &'static str,
        make: fn(i64) -> T,
    ) -> Option<PerRegion<Figure<T>>> {
        let read = self.bok.region_heltal(blad, id)?;
        Some(self.regioner(id, &read, make))
    }

    fn region_decimal<T: Quantity>(
        &mut self,
        blad: &'static str,
        id: &'static str,
        make: fn(Decimal) -> T,
    ) -> Option<PerRegion<Figure<T>>> {
        let read = self.bok.region_decimal(blad, id)?;
        Some(self.regioner(id, &read, make))
    }

    fn regioner<C: Copy, T: Quantity>(
        &mut self,
        id: &str,
        read: &PerRegion<Cellvarde<C>>,
        make: fn(C) -> T,
    ) -> PerRegion<Figure<T>> {
        read.map(|region, cell| {
            let read = Cellvarde { value: make(cell.value), cell: cell.cell.clone() };
            self.report.trace.leaf(self.namn.region(region, id), read)
        })
    }

    fn avtal(&mut self) -> Option<Avtal> {
        let sida = blad::OVERENSKOMMELSE;
        let hepatit_c_andel = self.decimal(sida, "hepatit_c_andel", Andel::fran_procent);
        let aterbaring_andel = self.decimal(sida, "aterbaring_andel", Andel::fran_procent);
        let statens_andel = self.decimal(sida, "vinst_forlust_andel", Andel::fran_procent);
        let ihsi_grans = self.hela(sida, "ihsi_grans");
        let formanen = self.decimal(sida, "formanen", Kronor::fran_miljoner);
        let hepatit_c = self.decimal(sida, "hepatit_c", Kronor::fran_miljoner);
        let aterbaring = self.decimal(sida, "aterbaring", Kronor::fran_miljoner);
        let ovrigt = self.decimal(sida, "ovrigt", Kronor::fran_miljoner);
        self.slaget(aterbaring.as_ref());
        let totalt_kontroll = self.decimal(sida, "totalt_kontroll", Kronor::fran_miljoner);
        let sol = self.hela(sida, "sol");
        let ihsi_eur = self.decimal(sida, "ihsi_eur", Euro::from);
        let ihsi_kurs = self.decimal(sida, "ihsi_kurs", KronorPerEuro::from);
        let skr = self.hela(sida, "skr");
        let utbetalas_kontroll = self.hela(sida, "utbetalas_kontroll");
        let grans = self.decimal(sida, "vinst_forlust_grans", Andel::fran_procent);
        let rest = self.residual(sida, "residual", "residual_region");
        let (residual, taker) = rest?;
        let residual_region = taker.map(|taker| self.leaf("residual_plats", taker));
        // Printed, but no rule computes with them.
        hepatit_c_andel.and(aterbaring_andel).and(statens_andel)?;
        ihsi_grans?;
        Some(Avtal {
            formanen: formanen?,
            hepatit_c: hepatit_c?,
            aterbaring: aterbaring?,
            ovrigt: ovrigt?,
            totalt_kontroll,
            sol: sol?,
            ihsi_eur: ihsi_eur?,
            ihsi_kurs: ihsi_kurs?,
            skr: skr?,
            utbetalas_kontroll,
            grans: grans?,
            residual,
            residual_region,
        })
    }

    /// A gross grant has no återbäring to subtract: it is settled by itself.
    fn slaget(&mut self, aterbaring: Option<&Figure<Kronor>>) {
        let [brutto, _] = schema::SLAG;
        let slag = self.bok.text(blad::OVERENSKOMMELSE, "slag").filter(|slag| slag.value == brutto);
        if let (Some(slag), Some(aterbaring)) = (slag, aterbaring)
            && aterbaring.value != Kronor::noll()
        {
            self.problems.add(
                Problem::new(
                    Code::R04,
                    slag.cell.location,
                    "bidraget är brutto, men statens andel av återbäringen dras av",
                )
                .expected("netto; eller brutto, och 0 mnkr i återbäring"),
            );
        }
    }
}
