//! The engine on an agreement: the leaves a workbook would have given, and what the rules make of them.

use std::sync::Arc;

use statsbidrag::allocation::Residual;
use statsbidrag::contract::Calculation;
use statsbidrag::figure::{CellRef, Cellvarde, Figure, Namn, Status, Trace, Underlag};
use statsbidrag::grants::regleringsbrev::inputs::{Avrakning, Avstamning, Nyckel};
use statsbidrag::grants::regleringsbrev::rules::regiondelar::{self, Vikter};
use statsbidrag::grants::regleringsbrev::rules::vinst_forlust::{self, Avraknad};
use statsbidrag::problem::Location;
use statsbidrag::quantity::{Andel, Decimal, HelaKronor, Invanare, Kronor, Quantity};
use statsbidrag::region::PerRegion;

use crate::settlement::fall::{Fall, Rest};

struct Blad {
    trace: Trace,
    namn: Namn,
}

fn cell(uppgift: &str) -> CellRef {
    let underlag = Underlag {
        uppgift: uppgift.to_owned(),
        kalla: "påhittat".to_owned(),
        per_datum: None,
        status: Status::Faststalld,
        bekraftad_av: None,
    };
    CellRef { location: Location::file("fall.xlsx"), underlag: Arc::new(underlag) }
}

impl Blad {
    fn leaf<T: Quantity>(&mut self, id: &str, value: T) -> Figure<T> {
        self.trace.leaf(self.namn.riket(id), Cellvarde { value, cell: cell(id) })
    }

    fn kronor(&mut self, id: &str, ore: i64) -> Figure<Kronor> {
        self.leaf(id, Kronor::from(Decimal::new(ore, 2)))
    }

    fn andel(&mut self, id: &str, tiotusendelar: i64) -> Figure<Andel> {
        self.leaf(id, Andel::fran_procent(Decimal::new(tiotusendelar, 4)))
    }

    fn vikter<T: Quantity>(&mut self, fall: &Fall, make: fn(i64) -> T) -> PerRegion<Figure<T>> {
        PerRegion::fran(|region| {
            let read = Cellvarde { value: make(fall.vikter[region.plats()]), cell: cell("vikt") };
            self.trace.leaf(self.namn.region(region, "vikt"), read)
        })
    }

    fn avstamning(&mut self, fall: &Fall) -> Avstamning {
        Avstamning {
            avrakning: if fall.tillsammans { Avrakning::Tillsammans } else { Avrakning::VarForSig },
            avrakning_cell: cell("avrakning"),
            bas_formanen: self.kronor("avstamning_bas_formanen", fall.bas[0]),
            bas_hepatit_c: self.kronor("avstamning_bas_hepatit_c", fall.bas[1]),
            bas_aterbaring: self.kronor("avstamning_bas_aterbaring", fall.bas[2]),
            utfall_formanen: self.kronor("avstamning_utfall_formanen", fall.utfall[0]),
            hepatit_c_kostnad: self.kronor("avstamning_hepatit_c_kostnad", fall.utfall[1]),
            hepatit_c_andel: self.andel("avstamning_hepatit_c_andel", fall.hepatit_c),
            utfall_aterbaring: self.kronor("avstamning_utfall_aterbaring", fall.utfall[2]),
            grans: self.andel("avstamning_grans", fall.grans),
            statens_andel: self.andel("avstamning_statens_andel", fall.statens_andel),
            nyckel: if fall.efter_befolkning { Nyckel::Befolkning } else { Nyckel::Statsbidrag },
            residual: match fall.rest {
                Rest::Ingen => Residual::HalfUp,
                Rest::Hamilton => Residual::LargestRemainder,
                Rest::Storst => Residual::HalfUpResidualToLargest,
            },
        }
    }
}

/// The trace and the settled parts of an agreement.
pub(crate) fn avraknat(fall: &Fall) -> (Trace, Vec<Avraknad>) {
    let mut blad = Blad { trace: Trace::new(), namn: Namn::ny("regleringsbrev", 2024) };
    let avstamning = blad.avstamning(fall);
    let (folk, bidrag);
    let vikter = if fall.efter_befolkning {
        folk = blad.vikter(fall, Invanare::fran_heltal);
        Vikter::Befolkning(&folk)
    } else {
        bidrag = blad.vikter(fall, HelaKronor::fran_heltal);
        Vikter::Statsbidrag(&bidrag)
    };
    let mut trace = blad.trace;
    let calc = &mut Calculation::new(&mut trace, 2024);
    let underlag = vinst_forlust::underlag(calc, &avstamning);
    let nyckel = regiondelar::nyckel(calc, vikter);
    let avraknade = vinst_forlust::avrakna(calc, &underlag, &avstamning, &nyckel);
    (trace, avraknade)
}

/// Kronor per part: for all regions, and for each.
pub(crate) fn kronor(fall: &Fall) -> Vec<(i64, Vec<i64>)> {
    let (_, avraknade) = avraknat(fall);
    let per_region =
        |del: &Avraknad| del.per_region.varden().iter().map(|figur| figur.value.heltal()).collect();
    avraknade.iter().map(|del| (del.belopp.value.heltal(), per_region(del))).collect()
}
