//! The engine on an agreement: the leaves a workbook would have given, and what the rules make of them.

use std::sync::Arc;

use statsbidrag::allocation::Residual;
use statsbidrag::contract::Calculation;
use statsbidrag::contract::lakemedel::Avrakningsgrupp;
use statsbidrag::figure::{CellRef, Evidence, Figure, FigureNames, Sourced, Status, Trace};
use statsbidrag::grants::regleringsbrev::inputs::{
    Avstamning, AvtaladKomponent, AvtalatGrupp, Avtalet, Key, Utfall,
};
use statsbidrag::grants::regleringsbrev::rules::regiondelar::{self, Weights};
use statsbidrag::grants::regleringsbrev::rules::vinst_forlust::{self, Avraknad};
use statsbidrag::problem::Location;
use statsbidrag::quantity::{Andel, Decimal, HelaKronor, Invanare, Kronor, Quantity};
use statsbidrag::region::PerRegion;

use crate::settlement::case::{Case, PERCENT, Remainder};

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

    /// A component: its share, and all of its cost.
    fn component(&mut self, id: &str, share: i64, cost: i64) -> (AvtaladKomponent, Utfall) {
        let andel = self.share(&format!("ersatt_andel_{id}"), share);
        let kostnad = self.kronor(&format!("avstamning_kostnad_{id}"), cost);
        let utfall = Utfall { id: id.to_owned(), namn: id.to_owned(), cell: cell(id), kostnad };
        (AvtaladKomponent { id: id.to_owned(), namn: id.to_owned(), andel }, utfall)
    }

    /// A group with its base, and limits as far from it.
    fn group(
        &mut self,
        case: &Case,
        (id, bas): (&str, i64),
        komponenter: Vec<AvtaladKomponent>,
    ) -> AvtalatGrupp {
        let rad = Avrakningsgrupp {
            id: id.to_owned(),
            namn: id.to_owned(),
            avser: id.to_owned(),
            kort: id.to_owned(),
            komponenter: komponenter.iter().map(|own| own.id.clone()).collect(),
            netto: case.together,
        };
        let bas = self.kronor(&format!("bas_{id}"), bas);
        let grans = Andel::from_percent(Decimal::new(case.limit, 4));
        let avvikelse = bas.value.clone() * grans;
        AvtalatGrupp {
            rad,
            komponenter,
            nedre: self.leaf(&format!("nedre_{id}"), bas.value.clone() - avvikelse.clone()),
            ovre: self.leaf(&format!("ovre_{id}"), bas.value.clone() + avvikelse),
            statens_andel: self.share(&format!("statens_andel_{id}"), case.statens_andel),
            bas,
        }
    }

    /// What was agreed and what it came to.
    fn avtal(&mut self, case: &Case) -> (Avtalet, Avstamning) {
        let [benefit, hepatitis_c, rebates] = case.bas;
        let (one, first) = self.component("formanen", 100 * PERCENT, case.utfall[0]);
        let (other, second) = self.component("hepatit_c", case.hepatit_c, case.utfall[1]);
        let grupper = if case.together {
            let bas = benefit + hepatitis_c - rebates;
            vec![self.group(case, ("tillsammans", bas), vec![one, other])]
        } else {
            vec![
                self.group(case, ("formanen", benefit), vec![one]),
                self.group(case, ("hepatit_c", hepatitis_c), vec![other]),
            ]
        };
        let key = if case.by_population { Key::Befolkning } else { Key::Statsbidrag };
        let avstamning = Avstamning {
            utfall: vec![first, second],
            aterbaring: case.together.then(|| self.kronor("avstamning_aterbaring", case.utfall[2])),
            residual: match case.rest {
                Remainder::Nobody => Residual::HalfUp,
                Remainder::Hamilton => Residual::LargestRemainder,
                Remainder::Largest => Residual::HalfUpResidualToLargest,
            },
        };
        (Avtalet { grupper, key }, avstamning)
    }
}

/// The trace and the settled parts of an agreement.
pub(crate) fn avraknat(case: &Case) -> (Trace, Vec<Avraknad>) {
    let mut sheet =
        SheetSchema { trace: Trace::new(), name: FigureNames::new("regleringsbrev", 2024) };
    let (avtalet, avstamning) = sheet.avtal(case);
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
    let utfall = vinst_forlust::utfall(calc, &avstamning, &avtalet);
    let key = regiondelar::key(calc, weights);
    let avraknade = vinst_forlust::avrakna(calc, &avtalet, &utfall, avstamning.residual, &key);
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
