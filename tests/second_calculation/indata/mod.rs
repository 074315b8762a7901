//! From a country to what the engine starts from: the leaves a workbook would have given, each with a
//! cell of its own. Computes nothing.

mod brev;

use std::sync::Arc;

use statsbidrag::allocation::Residual;
use statsbidrag::figure::{CellRef, Cellvarde, Figure, Namn, Status, Trace, Underlag};
use statsbidrag::grants::lakemedel::inputs::{self, Behov, Foregaende, Indata};
use statsbidrag::problem::Location;
use statsbidrag::quantity::{
    Andel, Antal, Decimal, Euro, HelaKronor, Invanare, Kronor, KronorPerEuro, KronorPerInvanare,
    Quantity,
};
use statsbidrag::region::{PerRegion, Region};

pub(crate) use brev::brev;

use crate::land::{Fore, Land, Regioner, Rest, Steg};

/// How sure a leaf is, by its name.
pub(crate) type StatusAv = fn(&str) -> Status;

/// The country's leaves, in a trace.
pub(crate) fn indata(land: &Land, trace: &mut Trace, status: StatusAv) -> Indata {
    let mut blad = Blad::ny(trace, Namn::ny("lakemedel", land.ar), status);
    Indata {
        ar: land.ar,
        avtal: blad.avtal(land),
        befolkning: blad.hela("befolkning", &land.folk, Invanare::fran_heltal),
        behov: blad.behov(land),
        kostnad: blad.hela("solidarisk_kostnad", &land.kostnad, HelaKronor::fran_heltal),
        trappa: blad.trappa("trappa", &land.trappa),
        foregaende: blad.foregaende(&land.fore),
        efterslap: blad.antal("efterslap", land.efterslap),
    }
}

/// Makes leaves, each with a cell of its own.
pub(crate) struct Blad<'a> {
    trace: &'a mut Trace,
    namn: Namn,
    status: StatusAv,
}

impl<'a> Blad<'a> {
    pub(crate) fn ny(trace: &'a mut Trace, namn: Namn, status: StatusAv) -> Self {
        Self { trace, namn, status }
    }
}

impl Blad<'_> {
    fn leaf<T: Quantity>(&mut self, namn: String, value: T) -> Figure<T> {
        let read = self.cell(&namn, value);
        self.trace.leaf(namn, read)
    }

    /// A value in a cell of its own.
    fn cell<T>(&self, namn: &str, value: T) -> Cellvarde<T> {
        let underlag = Underlag {
            uppgift: namn.to_owned(),
            kalla: "påhittat".to_owned(),
            per_datum: None,
            status: (self.status)(namn),
            bekraftad_av: None,
        };
        let location = Location::sheet("land.xlsx", namn);
        Cellvarde { value, cell: CellRef { location, underlag: Arc::new(underlag) } }
    }

    pub(crate) fn riket<T: Quantity>(&mut self, id: &str, value: T) -> Figure<T> {
        self.leaf(self.namn.riket(id), value)
    }

    fn antal(&mut self, id: &str, value: i64) -> Figure<Antal> {
        self.riket(id, Antal::fran_heltal(value))
    }

    pub(crate) fn hela<T: Quantity>(
        &mut self,
        id: &str,
        varden: &Regioner<i64>,
        make: fn(i64) -> T,
    ) -> PerRegion<Figure<T>> {
        let mut varden = varden.iter();
        PerRegion::fran(|region| {
            let value = make(*varden.next().expect("21 values"));
            self.leaf(self.namn.region(region, id), value)
        })
    }

    pub(crate) fn decimaler<T: Quantity>(
        &mut self,
        id: &str,
        varden: &Regioner<Decimal>,
        make: fn(Decimal) -> T,
    ) -> PerRegion<Figure<T>> {
        let mut varden = varden.iter();
        PerRegion::fran(|region| {
            let value = make(*varden.next().expect("21 values"));
            self.leaf(self.namn.region(region, id), value)
        })
    }

    fn avtal(&mut self, land: &Land) -> inputs::Avtal {
        let avtal = &land.avtal;
        let (residual, plats) = match avtal.rest {
            Rest::Ingen => (Residual::HalfUp, None),
            Rest::Hamilton => (Residual::LargestRemainder, None),
            Rest::Storst => (Residual::HalfUpResidualToLargest, None),
            Rest::Region(plats) => (Residual::Explicit(plats), Some(plats)),
        };
        inputs::Avtal {
            formanen: self.riket("formanen", Kronor::fran_miljoner(avtal.formanen)),
            hepatit_c: self.riket("hepatit_c", Kronor::fran_miljoner(avtal.hepatit_c)),
            aterbaring: self.riket("aterbaring", Kronor::fran_miljoner(avtal.aterbaring)),
            ovrigt: self.riket("ovrigt", Kronor::fran_miljoner(avtal.ovrigt)),
            totalt_kontroll: None,
            sol: self.riket("sol", HelaKronor::fran_heltal(avtal.sol)),
            ihsi_eur: self.riket("ihsi_eur", Euro::from(avtal.ihsi_eur)),
            ihsi_kurs: self.riket("ihsi_kurs", KronorPerEuro::from(avtal.ihsi_kurs)),
            skr: self.riket("skr", HelaKronor::fran_heltal(avtal.skr)),
            utbetalas_kontroll: None,
            grans: self.riket("vinst_forlust_grans", Andel::fran_procent(avtal.grans)),
            residual,
            residual_region: plats.map(|plats| {
                let plats = i64::try_from(plats).expect("a place below 21");
                self.antal("residual_plats", plats)
            }),
        }
    }

    fn behov(&mut self, land: &Land) -> Behov {
        let utfall = land
            .utfall
            .as_ref()
            .map(|utfall| self.decimaler("behovsmodell_utfall", utfall, KronorPerInvanare::from));
        let grupper = land.grupper.as_ref().map(|grupper| {
            let antal = PerRegion::fran(|region: Region| {
                (0..)
                    .zip(grupper.antal[region.plats()])
                    .map(|(grupp, antal)| {
                        let namn = self.namn.region(region, &format!("grupp{grupp}"));
                        self.leaf(namn, Invanare::fran_heltal(antal))
                    })
                    .collect()
            });
            let prislapp = (0..).zip(grupper.prislapp).map(|(grupp, lapp)| {
                self.riket(&format!("prislapp_grupp{grupp}"), KronorPerInvanare::from(lapp))
            });
            (antal, prislapp.collect())
        });
        Behov { grupper, utfall }
    }

    fn trappa(&mut self, prefix: &str, trappa: &[Steg]) -> Vec<inputs::Steg> {
        (1..)
            .zip(trappa)
            .map(|(niva, steg)| inputs::Steg {
                fran: steg.fran.map(|fran| {
                    let namn = format!("{prefix}_niva{niva}_belopp");
                    self.riket(&namn, KronorPerInvanare::from(fran))
                }),
                andel: self.riket(
                    &format!("{prefix}_niva{niva}_andel"),
                    Andel::fran_procent(steg.procent),
                ),
            })
            .collect()
    }

    fn foregaende(&mut self, fore: &Fore) -> Foregaende {
        let kr_per_inv = KronorPerInvanare::from;
        Foregaende {
            befolkning: self.hela("foregaende_befolkning", &fore.folk, Invanare::fran_heltal),
            behovsmodell: self.decimaler("foregaende_behovsmodell", &fore.behov, kr_per_inv),
            solidariskt_netto: self.decimaler(
                "foregaende_solidariskt_netto",
                &fore.netto,
                kr_per_inv,
            ),
            statsbidrag: self.hela("foregaende_statsbidrag", &fore.bidrag, HelaKronor::fran_heltal),
            kostnad: self
                .riket("foregaende_solidarisk_kostnad", HelaKronor::fran_heltal(fore.kostnad)),
            finansiering: self.riket("foregaende_finansiering", kr_per_inv(fore.finansiering)),
            trappa: self.trappa("foregaende_trappa", &fore.trappa),
            residual: Residual::HalfUp,
        }
    }
}
