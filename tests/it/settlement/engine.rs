//! The engine on an agreement: the leaves a workbook would have given, and what the rules make of them.

use std::sync::Arc;

use statsbidrag::allocation::Residual;
use statsbidrag::contract::Calculation;
use statsbidrag::figure::{CellRef, Evidence, Figure, FigureNames, Sourced, Status, Trace};
use statsbidrag::grants::regleringsbrev::inputs::{Avrakning, Avstamning, Key};
use statsbidrag::grants::regleringsbrev::rules::regiondelar::{self, Weights};
use statsbidrag::grants::regleringsbrev::rules::vinst_forlust::{self, Avraknad};
use statsbidrag::problem::Location;
use statsbidrag::quantity::{Andel, Decimal, HelaKronor, Invanare, Kronor, Quantity};
use statsbidrag::region::PerRegion;

use crate::settlement::case::{Case, Remainder};

struct SheetSchema {
    trace: Trace,
    name: FigureNames,
}

fn cell(item: &str) -> CellRef {
    let evidence = Evidence {
        item: item.to_owned(),
        source: "påhittat".to_owned(),
        as_of: None,
        status: Status::Faststalld,
        confirmed_by: None,
    };
    CellRef { location: Location::file("fall.xlsx"), evidence: Arc::new(evidence) }
}

impl SheetSchema {
    fn leaf<T: Quantity>(&mut self, id: &str, value: T) -> Figure<T> {
        self.trace.leaf(self.name.country(id), Sourced { value, cell: cell(id) })
    }

    fn kronor(&mut self, id: &str, ore: i64) -> Figure<Kronor> {
        self.leaf(id, Kronor::from(Decimal::new(ore, 2)))
    }

    fn share(&mut self, id: &str, ten_thousandths: i64) -> Figure<Andel> {
        self.leaf(id, Andel::from_percent(Decimal::new(ten_thousandths, 4)))
    }

    fn weights<T: Quantity>(&mut self, case: &Case, make: fn(i64) -> T) -> PerRegion<Figure<T>> {
        PerRegion::from_fn(|region| {
            let read = Sourced { value: make(case.weights[region.index()]), cell: cell("vikt") };
            self.trace.leaf(self.name.region(region, "vikt"), read)
        })
    }

    fn avstamning(&mut self, case: &Case) -> Avstamning {
        Avstamning {
            avrakning: if case.together { Avrakning::Tillsammans } else { Avrakning::VarForSig },
            avrakning_cell: cell("avrakning"),
            bas_formanen: self.kronor("avstamning_bas_formanen", case.bas[0]),
            bas_hepatit_c: self.kronor("avstamning_bas_hepatit_c", case.bas[1]),
            bas_aterbaring: self.kronor("avstamning_bas_aterbaring", case.bas[2]),
            utfall_formanen: self.kronor("avstamning_utfall_formanen", case.utfall[0]),
            hepatit_c_kostnad: self.kronor("avstamning_hepatit_c_kostnad", case.utfall[1]),
            hepatit_c_andel: self.share("avstamning_hepatit_c_andel", case.hepatit_c),
            utfall_aterbaring: self.kronor("avstamning_utfall_aterbaring", case.utfall[2]),
            grans: self.share("avstamning_grans", case.limit),
            statens_andel: self.share("avstamning_statens_andel", case.statens_andel),
            key: if case.by_population { Key::Befolkning } else { Key::Statsbidrag },
            residual: match case.rest {
                Remainder::Nobody => Residual::HalfUp,
                Remainder::Hamilton => Residual::LargestRemainder,
                Remainder::Largest => Residual::HalfUpResidualToLargest,
            },
        }
    }
}

/// The trace and the settled parts of an agreement.
pub(crate) fn avraknat(case: &Case) -> (Trace, Vec<Avraknad>) {
    let mut sheet =
        SheetSchema { trace: Trace::new(), name: FigureNames::new("regleringsbrev", 2024) };
    let avstamning = sheet.avstamning(case);
    let (population, grant);
    let weights = if case.by_population {
        population = sheet.weights(case, Invanare::from_integer);
        Weights::Befolkning(&population)
    } else {
        grant = sheet.weights(case, HelaKronor::from_integer);
        Weights::Statsbidrag(&grant)
    };
    let mut trace = sheet.trace;
    let calc = &mut Calculation::new(&mut trace, 2024);
    let evidence = vinst_forlust::evidence(calc, &avstamning);
    let key = regiondelar::key(calc, weights);
    let avraknade = vinst_forlust::avrakna(calc, &evidence, &avstamning, &key);
    (trace, avraknade)
}

/// Kronor per part: for all regions, and for each.
pub(crate) fn kronor(case: &Case) -> Vec<(i64, Vec<i64>)> {
    let (_, avraknade) = avraknat(case);
    let per_region = |part: &Avraknad| {
        part.per_region.values().iter().map(|figure| figure.value.integer()).collect()
    };
    avraknade.iter().map(|part| (part.belopp.value.integer(), per_region(part))).collect()
}
