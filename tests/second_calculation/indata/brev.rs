//! The decision of a country: what the engine of the regleringsbrev starts from.

use statsbidrag::allocation::Residual;
use statsbidrag::calendar::Betalningsdag;
use statsbidrag::figure::{Namn, Trace};
use statsbidrag::grants::regleringsbrev::inputs::{
    Avtalsar, Bilaga, Ihsi, Indata, Justeringsrad, Medgivet, Underlag,
};
use statsbidrag::grants::regleringsbrev::justering::Justering;
use statsbidrag::quantity::{Andel, HelaKronor, Kronor};
use statsbidrag::region::Region;

use super::{Blad, StatusAv};
use crate::land::{Avgift, Belopp, Brev, Land, Regioner, Rest};

/// The decision's leaves, in a trace.
pub(crate) fn brev(land: &Land, trace: &mut Trace, status: StatusAv) -> Indata {
    let mut blad = Blad { trace, namn: Namn::ny("regleringsbrev", land.ar), status };
    let brev = &land.brev;
    Indata {
        ar: land.ar,
        budgetar: blad.antal("budgetar", land.ar.into()),
        betalningsdag: if brev.lordag {
            Betalningsdag::ForstaVardagen
        } else {
            Betalningsdag::ForstaBankdagen
        },
        anslagsposter: (1..)
            .zip(&brev.anslag)
            .map(|(nummer, tkr)| {
                let kronor = HelaKronor::fran_heltal(tkr * 1_000);
                blad.riket(&format!("anslagspost_{nummer}"), kronor)
            })
            .collect(),
        avtal: (land.ar - 1..=land.ar)
            .zip(brev.placeras)
            .map(|(ar, placeras)| blad.avtalsar(ar, placeras))
            .collect(),
        bilagor: (1..)
            .zip(&brev.bilagor)
            .map(|(nummer, spann)| blad.bilaga(nummer, *spann))
            .collect(),
        justeringar: brev.justeringar.iter().map(|rad| blad.justering(brev, *rad)).collect(),
        underlag: blad.underlag(&brev.belopp),
        avstamning: None,
        medgivna: brev.medgivna.iter().map(|medgivet| blad.medgivet(*medgivet)).collect(),
    }
}

impl Blad<'_> {
    fn avtalsar(&self, ar: i32, residual_placeras: bool) -> Avtalsar {
        let dag = "2023-12-20".parse().expect("a date");
        Avtalsar {
            ar: self.cell("avtalsar", ar),
            regeringsbeslut: self.cell("regeringsbeslut", "II:2".to_owned()),
            datum: self.cell("datum", dag),
            diarienummer: self.cell("diarienummer", "S2023/00001".to_owned()),
            residual_placeras: self.cell("residual", residual_placeras),
        }
    }

    fn bilaga(&self, nummer: u32, (forsta, sista): (u32, u32)) -> Bilaga {
        Bilaga {
            nummer: self.cell("nummer", nummer),
            forsta: self.cell("forsta_manad", forsta),
            sista: self.cell("sista_manad", sista),
        }
    }

    fn justering(&self, brev: &Brev, (slag, manad): (&str, u32)) -> Justeringsrad {
        let slag = Justering::ALLA.into_iter().find(|kant| kant.id() == slag).expect("a kind");
        let i_bilaga = |(forsta, sista): &(u32, u32)| (*forsta..=*sista).contains(&manad);
        let bilaga = brev.bilagor.iter().position(i_bilaga).expect("an annex");
        Justeringsrad {
            slag: self.cell("justering", slag),
            bilaga: self.cell("bilaga", u32::try_from(bilaga).expect("an annex") + 1),
            manad: self.cell("manad", manad),
            skal: self.cell("skal", "Ett skäl.".to_owned()),
        }
    }

    fn medgivet(&self, (region, manad): (usize, u32)) -> Medgivet {
        Medgivet {
            region: self.cell("region", Region::pa_plats(region).expect("a region")),
            manad: self.cell("manad", manad),
            skal: self.cell("skal", "Ett skäl.".to_owned()),
        }
    }

    fn underlag(&mut self, belopp: &Belopp) -> Underlag {
        let mut hela = |id: &str, varden: &Option<Regioner<i64>>| {
            varden.as_ref().map(|varden| self.hela(id, varden, HelaKronor::fran_heltal))
        };
        let statens_andel = hela("aterbaring_prognos_statens_andel", &belopp.statens_andel);
        let ihsi = hela("ihsi", &belopp.ihsi);
        let formanen = hela("vinst_forlust_formanen", &belopp.formanen);
        let hepatit_c = hela("vinst_forlust_hepatit_c", &belopp.hepatit_c);
        let tillsammans = hela("vinst_forlust_tillsammans", &belopp.tillsammans);
        let annan = hela("annan", &belopp.annan);
        let mut oren = |id: &str, varden: &Option<Regioner<_>>| {
            varden.as_ref().map(|varden| self.decimaler(id, varden, Kronor::from))
        };
        Underlag {
            aterbaring_prognos_statens_andel: statens_andel,
            ihsi,
            vinst_forlust_formanen: formanen,
            vinst_forlust_hepatit_c: hepatit_c,
            vinst_forlust_tillsammans: tillsammans,
            aterbaring_differens: oren("aterbaring_differens", &belopp.differens),
            aterbaring_slutlig: oren("aterbaring_slutlig", &belopp.slutlig),
            aterbaring_prognos: oren("aterbaring_prognos", &belopp.prognos),
            annan,
            aterbaring_andel: belopp
                .andel
                .map(|andel| self.riket("aterbaring_andel", Andel::fran_procent(andel))),
            ihsi_avgift: belopp.avgift.map(|avgift| self.avgift(avgift)),
        }
    }

    fn avgift(&mut self, avgift: Avgift) -> Ihsi {
        let mut kronor = |id: &str, kr| self.riket(id, HelaKronor::fran_heltal(kr));
        Ihsi {
            preliminart: kronor("ihsi_preliminart", avgift.preliminar),
            slutligt: kronor("ihsi_slutligt", avgift.slutlig),
            grans: kronor("ihsi_grans", avgift.grans),
            residual: match avgift.rest {
                Rest::Ingen => Residual::HalfUp,
                Rest::Hamilton => Residual::LargestRemainder,
                Rest::Storst => Residual::HalfUpResidualToLargest,
                Rest::Region(_) => panic!("no region takes the residual of IHSI"),
            },
            residual_cell: self.cell("ihsi_residual", ()).cell,
        }
    }
}
