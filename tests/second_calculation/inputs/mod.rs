//! From a country to what the engine starts from: the leaves a workbook would have given, each with a
//! cell of its own. Computes nothing.

mod brev;

use std::sync::Arc;

use statsbidrag::allocation::Residual;
use statsbidrag::contract::lakemedel as contract;
use statsbidrag::figure::{CellRef, Evidence, Figure, FigureNames, Sourced, Status, Trace};
use statsbidrag::grants::lakemedel::inputs::{self, Behov, Foregaende, Inputs};
use statsbidrag::problem::Location;
use statsbidrag::quantity::{
    Andel, Antal, Decimal, HelaKronor, Invanare, Kronor, KronorPerInvanare, KronorPerValuta,
    Quantity, Valuta,
};
use statsbidrag::region::{PerRegion, Region};

pub(crate) use brev::brev;

use crate::country::{Before, CountryCase, Deduction, Parts, Plan, Regions, Remainder, Steg};

/// How sure a leaf is, by its name.
pub(crate) type StatusOf = fn(&str) -> Status;

/// The country's leaves, in a trace.
pub(crate) fn inputs(country: &CountryCase, trace: &mut Trace, status: StatusOf) -> Inputs {
    let mut sheet = SheetSchema::new(trace, FigureNames::new("lakemedel", country.year), status);
    Inputs {
        ar: country.year,
        avtal: sheet.avtal(country),
        befolkning: sheet.whole_parts("befolkning", &country.population, Invanare::from_integer),
        behov: sheet.behov(country),
        kostnad: sheet.whole_parts("solidarisk_kostnad", &country.cost, HelaKronor::from_integer),
        trappa: sheet.ladder("", &country.ladder, country.threshold),
        foregaende: sheet.foregaende(&country.before),
        efterslap: sheet.count("efterslap", country.efterslap),
        plan: sheet.plan("", country.plan.as_ref()),
        avrakning: inputs::Avrakning {
            avraknas: sheet.cell("vinst_forlust_avraknas", 1),
            regleras: sheet.cell("vinst_forlust_regleras", 3),
        },
    }
}

/// Makes leaves, each with a cell of its own.
pub(crate) struct SheetSchema<'a> {
    trace: &'a mut Trace,
    name: FigureNames,
    status: StatusOf,
}

impl<'a> SheetSchema<'a> {
    pub(crate) fn new(trace: &'a mut Trace, name: FigureNames, status: StatusOf) -> Self {
        Self { trace, name, status }
    }
}

impl SheetSchema<'_> {
    fn leaf<T: Quantity>(&mut self, name: String, value: T) -> Figure<T> {
        let read = self.cell(&name, value);
        self.trace.leaf(name, read)
    }

    /// A value in a cell of its own.
    fn cell<T>(&self, name: &str, value: T) -> Sourced<T> {
        let evidence = Evidence {
            item: name.to_owned(),
            source: "påhittat".to_owned(),
            as_of: None,
            status: (self.status)(name),
            confirmed_by: None,
        };
        let location = Location::sheet("land.xlsx", name);
        Sourced { value, cell: CellRef { location, evidence: Arc::new(evidence) } }
    }

    pub(crate) fn country<T: Quantity>(&mut self, id: &str, value: T) -> Figure<T> {
        self.leaf(self.name.country(id), value)
    }

    fn count(&mut self, id: &str, value: i64) -> Figure<Antal> {
        self.country(id, Antal::from_integer(value))
    }

    pub(crate) fn whole_parts<T: Quantity>(
        &mut self,
        id: &str,
        values: &Regions<i64>,
        make: fn(i64) -> T,
    ) -> PerRegion<Figure<T>> {
        let mut values = values.iter();
        PerRegion::from_fn(|region| {
            let value = make(*values.next().expect("21 values"));
            self.leaf(self.name.region(region, id), value)
        })
    }

    pub(crate) fn decimals<T: Quantity>(
        &mut self,
        id: &str,
        values: &Regions<Decimal>,
        make: fn(Decimal) -> T,
    ) -> PerRegion<Figure<T>> {
        let mut values = values.iter();
        PerRegion::from_fn(|region| {
            let value = make(*values.next().expect("21 values"));
            self.leaf(self.name.region(region, id), value)
        })
    }

    fn avtal(&mut self, country: &CountryCase) -> inputs::Avtal {
        let avtal = &country.avtal;
        let (residual, place) = match avtal.rest {
            Remainder::Nobody => (Residual::HalfUp, None),
            Remainder::Hamilton => (Residual::LargestRemainder, None),
            Remainder::Largest => (Residual::HalfUpResidualToLargest, None),
            Remainder::Region(place) => (Residual::Explicit(place), Some(place)),
        };
        inputs::Avtal {
            delar: self.parts("", &avtal.parts),
            ovrigt: (1..)
                .zip(&avtal.ovrigt)
                .map(|(number, mnkr)| {
                    self.country(&format!("ovrigt_{number}"), Kronor::from_millions(*mnkr))
                })
                .collect(),
            ovriga_andamal: Vec::new(),
            totalt_kontroll: None,
            totalt_noggrannhet: None,
            avdrag: avtal.avdrag.iter().map(|deduction| self.avdrag(deduction)).collect(),
            avdrag_tolerans: avtal
                .tolerance
                .map(|kronor| self.country("avdrag_tolerans", HelaKronor::from_integer(kronor))),
            utbetalas_kontroll: None,
            residual,
            residual_region: place.map(|place| {
                let place = i64::try_from(place).expect("a place below 21");
                self.count("residual_plats", place)
            }),
        }
    }

    fn parts(&mut self, prefix: &str, parts: &Parts) -> inputs::Delar {
        let word = |id: &str| id.to_owned();
        let komponenter = parts.components.iter().map(|component| {
            // What the settlement of last year is computed by.
            if !prefix.is_empty() {
                let name = format!("{prefix}ersatt_andel_{}", component.id);
                self.country(&name, Andel::from_percent(Decimal::from(70)));
            }
            let name = format!("{prefix}komponent_{}", component.id);
            inputs::Komponent {
                rad: contract::Komponent {
                    id: word(component.id),
                    namn: word(component.id),
                    avser: word(component.id),
                    aterbaring: component.netted,
                    grupp: component.group.map(word),
                },
                cells: Vec::new(),
                belopp: self.country(&name, Kronor::from_millions(component.amount)),
            }
        });
        let komponenter = komponenter.collect();
        let grupper = parts.groups.iter().map(|group| {
            let mut share = |what: &str, percent| {
                self.country(&format!("{prefix}{what}_{}", group.id), Andel::from_percent(percent))
            };
            if !prefix.is_empty() {
                share("statens_andel", Decimal::from(50));
            }
            inputs::Grupp {
                uppat: share("gransen_uppat", group.above),
                nedat: share("gransen_nedat", group.below),
                rad: contract::Avrakningsgrupp {
                    id: word(group.id),
                    namn: word(group.id),
                    avser: word(group.id),
                    kort: word(group.id),
                    komponenter: parts.of(group.id).map(|component| word(component.id)).collect(),
                    netto: parts.nets(group.id),
                },
                cells: Vec::new(),
            }
        });
        let grupper = grupper.collect();
        let name = format!("{prefix}aterbaring");
        let aterbaring = self.country(&name, Kronor::from_millions(parts.rebates));
        inputs::Delar { komponenter, aterbaring, grupper }
    }

    fn avdrag(&mut self, deduction: &Deduction) -> inputs::Avdrag {
        let Deduction { id, kronor, currency } = deduction;
        let text = (*id).to_owned();
        let name = |what: &str| format!("avdrag_{id}_{what}");
        inputs::Avdrag {
            rad: statsbidrag::contract::Avdrag {
                id: text.clone(),
                namn: text.clone(),
                hette: None,
                mottagare: text.clone(),
                andamal: text,
                valuta: None,
                nytt: false,
                regleras: None,
            },
            cells: Vec::new(),
            kronor: kronor
                .map(|kronor| self.country(&name("kronor"), HelaKronor::from_integer(kronor))),
            valuta: currency.map(|(amount, rate)| {
                let amount = self.country(&name("valuta"), Valuta::from(amount));
                (amount, self.country(&name("kurs"), KronorPerValuta::from(rate)))
            }),
        }
    }

    fn behov(&mut self, country: &CountryCase) -> Behov {
        let utfall = country
            .utfall
            .as_ref()
            .map(|utfall| self.decimals("behovsmodell_utfall", utfall, KronorPerInvanare::from));
        let groups = country.groups.as_ref().map(|groups| {
            let count = PerRegion::from_fn(|region: Region| {
                (0..)
                    .zip(groups.count[region.index()])
                    .map(|(group, count)| {
                        let name = self.name.region(region, &format!("grupp{group}"));
                        self.leaf(name, Invanare::from_integer(count))
                    })
                    .collect()
            });
            let prislapp = (0..).zip(groups.prislapp).map(|(group, tag)| {
                self.country(&format!("prislapp_grupp{group}"), KronorPerInvanare::from(tag))
            });
            (count, prislapp.collect())
        });
        Behov { grupper: groups, utfall }
    }

    fn ladder(
        &mut self,
        prefix: &str,
        ladder: &[Steg],
        threshold: Option<Decimal>,
    ) -> inputs::Trappa {
        let steg = (1..)
            .zip(ladder)
            .map(|(level, step)| inputs::Steg {
                fran: step.from.map(|from| {
                    let name = format!("{prefix}trappa_niva{level}_belopp");
                    self.country(&name, KronorPerInvanare::from(from))
                }),
                andel: self.country(
                    &format!("{prefix}trappa_niva{level}_andel"),
                    Andel::from_percent(step.percent),
                ),
            })
            .collect();
        let troskel = threshold.map(|least| {
            self.country(&format!("{prefix}solidarisk_troskel"), KronorPerInvanare::from(least))
        });
        inputs::Trappa { steg, troskel }
    }

    fn plan(&mut self, prefix: &str, plan: Option<&Plan>) -> Option<inputs::Manadsplan> {
        let name = |number: i32, what: &str| format!("{prefix}manadsplan_{number}_{what}");
        Some(match plan? {
            Plan::Shares(shares) => inputs::Manadsplan::Andelar(
                (1..)
                    .zip(shares)
                    .map(|(nr, share)| {
                        self.country(&name(nr, "andel"), Andel::from_percent(*share))
                    })
                    .collect(),
            ),
            Plan::Amounts(amounts) => inputs::Manadsplan::Belopp(
                (1..)
                    .zip(amounts)
                    .map(|(nr, kr)| {
                        self.country(&name(nr, "belopp"), HelaKronor::from_integer(*kr))
                    })
                    .collect(),
            ),
        })
    }

    fn foregaende(&mut self, before: &Before) -> Foregaende {
        let kr_per_inv = KronorPerInvanare::from;
        Foregaende {
            befolkning: self.whole_parts(
                "foregaende_befolkning",
                &before.population,
                Invanare::from_integer,
            ),
            behovsmodell: self.decimals("foregaende_behovsmodell", &before.behov, kr_per_inv),
            solidariskt_netto: self.decimals(
                "foregaende_solidariskt_netto",
                &before.netto,
                kr_per_inv,
            ),
            statsbidrag: self.whole_parts(
                "foregaende_statsbidrag",
                &before.grant,
                HelaKronor::from_integer,
            ),
            kostnad: self
                .country("foregaende_solidarisk_kostnad", HelaKronor::from_integer(before.cost)),
            finansiering: self.country("foregaende_finansiering", kr_per_inv(before.finansiering)),
            trappa: self.ladder("foregaende_", &before.ladder, before.threshold),
            residual: Residual::HalfUp,
            avdrag: None,
            plan: self.plan("foregaende_", before.plan.as_ref()),
            delar: self.parts("foregaende_", &before.parts),
        }
    }
}
