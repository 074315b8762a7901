//! What a country's workbooks would give the engine: the leaves of a decision and of the overview.

use rust_decimal::Decimal;
use statsbidrag::allocation::Residual;
use statsbidrag::contract;
use statsbidrag::contract::beslut::{Kolumn, Mottagare, Satt};
use statsbidrag::figure::{Figure, FigureNames};
use statsbidrag::grants::beslut::inputs::{Potten, Rest};
use statsbidrag::grants::{besked, beslut};
use statsbidrag::problem::Location;
use statsbidrag::quantity::{Antal, Exact, HelaKronor, Invanare, Kronor, Vikt};
use statsbidrag::region::{PerRegion, Region};
use statsbidrag::report::Report;

use super::country::CountryCase;
use super::decision::NAME;
use crate::country::Remainder;
use crate::inputs::{SheetSchema, StatusOf};

/// A figure's name in the decision.
fn id(name: &str) -> String {
    format!("{NAME}.{name}")
}

/// The decision's inputs.
pub(super) fn of_the_decision(
    country: &CountryCase,
    report: &mut Report,
    status: StatusOf,
) -> beslut::inputs::Inputs {
    let name = FigureNames::new("beslut", country.year);
    let mut sheet = SheetSchema::new(&mut report.trace, name, status);
    let weight = |number: Decimal| Vikt::new(Exact::from(number));
    let vikt = |all: PerRegion<Figure<Vikt>>| all.values().to_vec();
    let population =
        sheet.whole_parts(&id("befolkning"), &country.population, Invanare::from_integer);
    let cost = vikt(sheet.decimals(&id("nyckel_2"), &country.standardkostnad, weight));
    let fixed = country
        .fixed
        .map(|fixed| vikt(sheet.decimals(&id("nyckel_3"), &fixed.map(Decimal::from), weight)));
    let potter = pots(country, &mut sheet);
    let mut tal = vec![Vec::new(), cost];
    tal.extend(fixed);
    let units = ["invånare", "kr/inv", "kr"];
    let column = |(nummer, enhet): (usize, &&str)| Kolumn {
        nummer,
        rubrik: format!("Kolumn {nummer}"),
        i_mening: format!("kolumn {nummer}"),
        enhet: (*enhet).to_owned(),
        dag: None,
        harledd: false,
        befolkning: nummer == 1,
    };
    let alla = (1..).zip(units.iter().take(tal.len())).map(column).collect();
    let befolkning = Some(population.values().to_vec());
    beslut::inputs::Inputs {
        namn: NAME.to_owned(),
        ar: country.year,
        mottagare: Region::all().map(recipient).collect(),
        kolumner: beslut::inputs::Kolumner { alla, befolkning, tal },
        potter,
        justeringar: Vec::new(),
    }
}

/// The pot that is shared out by a key, and that of fixed amounts, if there is one.
fn pots(country: &CountryCase, sheet: &mut SheetSchema<'_>) -> Vec<Potten> {
    let rest = rest(country, sheet);
    let mut kronor =
        |name: &str, kronor: i64| sheet.country(&id(name), HelaKronor::from_integer(kronor));
    let belopp = kronor("pott_1", country.pot);
    let mut potter = vec![Potten {
        grundbelopp: (country.base > 0).then(|| kronor("grundbelopp_1", country.base)),
        golv: country.floor.map(|floor| kronor("golv_1", floor)),
        tak: country.ceiling.map(|ceiling| kronor("tak_1", ceiling)),
        ..pot(1, Satt::Nyckel(vec![1, 2]), belopp, rest)
    }];
    if let Some(fixed) = &country.fixed {
        let belopp = kronor("pott_2", fixed.iter().sum());
        let nobody = Rest::Regel(Residual::HalfUp);
        potter.push(pot(2, Satt::FastaBelopp(3), belopp, nobody));
    }
    potter
}

fn pot(nummer: usize, satt: Satt, belopp: Figure<HelaKronor>, rest: Rest) -> Potten {
    Potten {
        nummer,
        namn: format!("potten {nummer}"),
        satt,
        belopp,
        grundbelopp: None,
        golv: None,
        tak: None,
        rest,
        residual: String::new(),
        residual_plats: Location::file("land.xlsx"),
        belopp_plats: Location::file("land.xlsx"),
        nyckel_plats: Location::default(),
    }
}

/// Who gets what rounding leaves over.
fn rest(country: &CountryCase, sheet: &mut SheetSchema<'_>) -> Rest {
    match country.rest {
        Remainder::Nobody => match &country.changes {
            Some(changes) => {
                let all = sheet.whole_parts(&id("justering_1"), changes, HelaKronor::from_integer);
                Rest::Justeringar(all.values().iter().cloned().map(Some).collect())
            }
            None => Rest::Regel(Residual::HalfUp),
        },
        Remainder::Hamilton => Rest::Regel(Residual::LargestRemainder),
        Remainder::Largest => Rest::Regel(Residual::HalfUpResidualToLargest),
        Remainder::Region(place) => {
            let number = i64::try_from(place).expect("a place below 21");
            Rest::Till(place, sheet.country(&id("restplats_1"), Antal::from_integer(number)))
        }
    }
}

fn recipient(region: Region) -> Mottagare {
    Mottagare {
        plats: region.id().to_owned(),
        kod: region.county_code().to_owned(),
        namn: region.short_name().to_owned(),
        officiellt_namn: region.official_name().to_owned(),
        organisationsnummer: None,
        region: Some(region),
    }
}

/// The overview's inputs: its own leaves, and the decision's public figures.
pub(super) fn of_the_overview(
    country: &CountryCase,
    report: &mut Report,
    status: StatusOf,
) -> besked::inputs::Inputs {
    let year = country.year;
    let (belopp, folk) = (contract::beslut::BELOPP.at(NAME), contract::beslut::BEFOLKNING.at(NAME));
    let decided = besked::inputs::Beslutade {
        ingar: contract::besked::Ingaende {
            namn: NAME.to_owned(),
            medel: "provmedel".to_owned(),
            medel_bestamd: "provmedlen".to_owned(),
            utkast: false,
        },
        belopp: report.published_in_regions(year, &belopp).expect("the decision came out"),
        totalt: report.published(year, &belopp).expect("with its sum"),
    };
    let befolkning = report.published_in_regions(year, &folk).expect("with its population");
    let folk = report.published(year, &folk);
    let mut sheet =
        SheetSchema::new(&mut report.trace, FigureNames::new("besked", country.year), status);
    let (befolkning, folk) = if country.own_population {
        let own = sheet.whole_parts("befolkning", &country.population, Invanare::from_integer);
        (own, None)
    } else {
        (befolkning, folk)
    };
    besked::inputs::Inputs {
        ar: country.year,
        meddelat: sheet.decimals("meddelat", &country.meddelat, Kronor::from_millions),
        beslut: vec![decided],
        befolkning,
        folk,
        omtalat: sheet.country("omtalat", Kronor::from_billions(country.omtalat)),
        omtalat_steg: sheet
            .country("omtalat_steg", Kronor::from_millions(Decimal::from(country.step))),
    }
}
