//! The decision of a country: what the engine of the regleringsbrev starts from.

use statsbidrag::allocation::Residual;
use statsbidrag::calendar::PaymentDay;
use statsbidrag::contract::regleringsbrev as contract;
use statsbidrag::figure::{FigureNames, Trace};
use statsbidrag::grants::regleringsbrev::inputs::{
    Avtalsar, Bilaga, Evidence, Inputs, Justeringsrad, Medgivet, RegleratAvdrag, Reglering,
};
use statsbidrag::grants::regleringsbrev::justering::{Grupp, Justering, Slag};
use statsbidrag::quantity::{Andel, HelaKronor, Kronor};
use statsbidrag::region::Region;

use super::{SheetSchema, StatusOf};
use crate::country::{Belopp, Brev, CountryCase, Fees, Regions, Remainder};
use crate::random::GROUPS;

/// The decision's leaves, in a trace.
pub(crate) fn brev(country: &CountryCase, trace: &mut Trace, status: StatusOf) -> Inputs {
    let mut sheet =
        SheetSchema { trace, name: FigureNames::new("regleringsbrev", country.year), status };
    let brev = &country.brev;
    Inputs {
        ar: country.year,
        budgetar: sheet.count("budgetar", country.year.into()),
        betalningsdag: if brev.saturday {
            PaymentDay::FirstWeekday
        } else {
            PaymentDay::FirstBankingDay
        },
        anslagsposter: (1..)
            .zip(&brev.anslag)
            .map(|(number, tkr)| {
                let kronor = HelaKronor::from_integer(tkr * 1_000);
                sheet.country(&format!("anslagspost_{number}"), kronor)
            })
            .collect(),
        avtal: (country.year - 1..=country.year)
            .zip(brev.is_placed)
            .map(|(year, is_placed)| sheet.avtalsar(year, is_placed))
            .collect(),
        bilagor: (1..)
            .zip(&brev.bilagor)
            .map(|(number, span)| sheet.bilaga(number, *span))
            .collect(),
        justeringar: brev.justeringar.iter().map(|row| sheet.justering(brev, *row)).collect(),
        evidence: sheet.evidence(&brev.amount),
        avstamning: None,
        medgivna: brev.medgivna.iter().map(|medgivet| sheet.medgivet(*medgivet)).collect(),
    }
}

impl SheetSchema<'_> {
    fn avtalsar(&self, year: i32, residual_placeras: bool) -> Avtalsar {
        let day = "2023-12-20".parse().expect("a date");
        Avtalsar {
            ar: self.cell("avtalsar", year),
            regeringsbeslut: self.cell("regeringsbeslut", "II:2".to_owned()),
            datum: self.cell("datum", day),
            diarienummer: self.cell("diarienummer", "S2023/00001".to_owned()),
            residual_placeras: self.cell("residual", residual_placeras),
        }
    }

    fn bilaga(&self, number: u32, (first, last): (u32, u32)) -> Bilaga {
        Bilaga {
            nummer: self.cell("nummer", number),
            first: self.cell("forsta_manad", first),
            last: self.cell("sista_manad", last),
        }
    }

    fn justering(&self, brev: &Brev, (kind, month): (&str, u32)) -> Justeringsrad {
        let of_a_group = GROUPS.iter().find(|(_, of_it)| *of_it == kind);
        let kind = match of_a_group {
            Some((id, _)) => Justering { slag: Slag::VinstForlust, grupp: Some(Grupp::named(id)) },
            None => Slag::ALLA.into_iter().find(|slag| slag.id() == kind).expect("a kind").into(),
        };
        let in_bilaga = |(first, last): &(u32, u32)| (*first..=*last).contains(&month);
        let bilaga = brev.bilagor.iter().position(in_bilaga).expect("an annex");
        Justeringsrad {
            kind: self.cell("justering", kind),
            grupp: None,
            bilaga: self.cell("bilaga", u32::try_from(bilaga).expect("an annex") + 1),
            manad: self.cell("manad", month),
            skal: self.cell("skal", "Ett skäl.".to_owned()),
        }
    }

    fn medgivet(&self, (region, month): (usize, u32)) -> Medgivet {
        Medgivet {
            region: self.cell("region", Region::in_place(region).expect("a region")),
            manad: self.cell("manad", month),
            skal: self.cell("skal", "Ett skäl.".to_owned()),
        }
    }

    fn evidence(&mut self, amount: &Belopp) -> Evidence {
        let mut whole_parts = |id: &str, values: &Option<Regions<i64>>| {
            values.as_ref().map(|values| self.whole_parts(id, values, HelaKronor::from_integer))
        };
        let statens_andel = whole_parts("aterbaring_prognos_statens_andel", &amount.statens_andel);
        let avdrag = whole_parts("avdrag", &amount.settled);
        let other = whole_parts("annan", &amount.other);
        let profit = amount.profit.iter().map(|(id, column)| {
            let name = format!("vinst_forlust_{id}");
            (Grupp::named(id), self.whole_parts(&name, column, HelaKronor::from_integer))
        });
        let profit = profit.collect();
        let mut ore_amounts = |id: &str, values: &Option<Regions<_>>| {
            values.as_ref().map(|values| self.decimals(id, values, Kronor::from))
        };
        Evidence {
            aterbaring_prognos_statens_andel: statens_andel,
            avdrag,
            vinst_forlust: profit,
            aterbaring_differens: ore_amounts("aterbaring_differens", &amount.difference),
            aterbaring_slutlig: ore_amounts("aterbaring_slutlig", &amount.slutlig),
            aterbaring_prognos: ore_amounts("aterbaring_prognos", &amount.prognos),
            annan: other,
            aterbaring_andel: amount
                .share
                .map(|share| self.country("aterbaring_andel", Andel::from_percent(share))),
            reglering: amount.fees.as_ref().map(|fees| self.reglering(fees)),
        }
    }

    fn reglering(&mut self, fees: &Fees) -> Reglering {
        let avdrag = fees.each.iter().map(|(id, preliminary, slutlig, limit)| {
            let mut kronor = |what: &str, kr: i64| {
                self.country(&format!("avdrag_{id}_{what}"), HelaKronor::from_integer(kr))
            };
            let (id, namn) = ((*id).to_owned(), (*id).to_owned());
            RegleratAvdrag {
                preliminart: kronor("preliminart", *preliminary),
                slutligt: kronor("slutligt", *slutlig),
                grans: kronor("grans", *limit),
                rad: contract::RegleratAvdrag { id, namn, andamal: "något".to_owned() },
                cells: Vec::new(),
            }
        });
        Reglering {
            avdrag: avdrag.collect(),
            residual: match fees.rest {
                Remainder::Nobody => Residual::HalfUp,
                Remainder::Hamilton => Residual::LargestRemainder,
                Remainder::Largest => Residual::HalfUpResidualToLargest,
                Remainder::Region(_) => panic!("no region takes the residual of deductions"),
            },
            residual_cell: self.cell("avdrag_residual", ()).cell,
        }
    }
}
