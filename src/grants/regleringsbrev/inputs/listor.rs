//! The sheets of rows: appropriation, agreements, annexes, adjustments and what is beside them.

use std::collections::BTreeMap;

use super::lasare::Lasare;
use super::{Avtalsar, Bilaga, Ihsi, Justeringsrad, Medgivet, Underlag};
use crate::allocation::Residual;
use crate::figure::{Cellvarde, Figure};
use crate::grants::regleringsbrev::justering::Justering;
use crate::grants::regleringsbrev::schema::{ARBETSBOK, RESIDUAL_MANADER, blad};
use crate::problem::{Code, Location, Problem};
use crate::quantity::{Andel, HelaKronor, Kronor};
use crate::region::Region;
use crate::workbook::bok::Rad;

/// A whole number that the schema's limits make a count.
fn nummer(read: Cellvarde<i64>) -> Cellvarde<u32> {
    read.map(|tal| u32::try_from(tal).unwrap_or_else(|_| panic!("the limits let {tal} through")))
}

impl Lasare<'_> {
    /// The items, and their facts; one that stands twice is reported.
    pub(super) fn anslagsposter(&mut self) -> Option<Vec<Figure<HelaKronor>>> {
        let (mut rader, mut celler, mut poster) = (Vec::new(), Vec::new(), BTreeMap::new());
        let mut hela = true;
        for rad in self.bok.rader(blad::ANSLAGSPOSTER) {
            let (post, namn, belopp) = (rad.heltal("post"), rad.text("namn"), rad.heltal("belopp"));
            let Some(((post, namn), belopp)) = post.zip(namn).zip(belopp) else {
                hela = false;
                continue;
            };
            if poster.contains_key(&post.value) {
                let text = format!("anslagspost {} står redan på en rad ovanför", post.value);
                let problem = Problem::new(Code::I04, post.cell.location, text);
                self.problems.add(problem.help("behåll den rad som gäller"));
                hela = false;
                continue;
            }
            let id = format!("anslagspost_{}", post.value);
            let kronor = belopp.map(|tkr| HelaKronor::fran_heltal(tkr * 1_000));
            poster.insert(post.value, self.leaf(&id, kronor));
            celler.extend([post.cell, namn.cell]);
            rader.push(BTreeMap::from([
                ("post", post.value.to_string()),
                ("namn", namn.value),
                ("belopp", id),
            ]));
        }
        self.rader("anslagsposter", rader, celler);
        hela.then(|| poster.into_values().collect())
    }

    pub(super) fn avtal(&mut self) -> Option<Vec<Avtalsar>> {
        let [_, placeras] = RESIDUAL_MANADER;
        let avtal = |rad: &Rad| {
            let ar = |ar: i64| {
                i32::try_from(ar).unwrap_or_else(|_| panic!("the limits let {ar} through"))
            };
            Some(Avtalsar {
                ar: rad.heltal("avtalsar")?.map(ar),
                regeringsbeslut: rad.text("regeringsbeslut")?,
                datum: rad.datum("datum")?,
                diarienummer: rad.text("diarienummer")?,
                residual_placeras: rad.text("residual")?.map(|ord| ord == placeras),
            })
        };
        self.alla(blad::AVTAL, avtal)
    }

    pub(super) fn bilagor(&mut self) -> Option<Vec<Bilaga>> {
        let bilaga = |rad: &Rad| {
            Some(Bilaga {
                nummer: nummer(rad.heltal("nummer")?),
                forsta: nummer(rad.heltal("forsta_manad")?),
                sista: nummer(rad.heltal("sista_manad")?),
            })
        };
        self.alla(blad::BILAGOR, bilaga)
    }

    pub(super) fn justeringar(&mut self) -> Option<Vec<Justeringsrad>> {
        let slag = |ord: String| {
            Justering::hitta(&ord).unwrap_or_else(|| panic!("{ord} is not among the choices"))
        };
        let rad = |rad: &Rad| {
            Some(Justeringsrad {
                slag: rad.text("justering")?.map(slag),
                bilaga: nummer(rad.heltal("bilaga")?),
                manad: nummer(rad.heltal("manad")?),
                skal: rad.text("skal")?,
            })
        };
        self.alla(blad::JUSTERINGAR, rad)
    }

    /// Every row of a sheet; none if something is missing in one, which has been reported.
    fn alla<T>(&self, sida: &str, las: impl Fn(&Rad) -> Option<T>) -> Option<Vec<T>> {
        self.bok.rader(sida).iter().map(las).collect()
    }

    /// The columns and terms the adjustments rest on; every one may be missing.
    pub(super) fn underlag(&mut self) -> Option<Underlag> {
        let ihsi_avgift = self.ihsi()?;
        Some(Underlag {
            aterbaring_prognos_statens_andel: self.hel_kolumn("aterbaring_prognos_statens_andel"),
            ihsi: self.hel_kolumn("ihsi"),
            vinst_forlust_formanen: self.hel_kolumn("vinst_forlust_formanen"),
            vinst_forlust_hepatit_c: self.hel_kolumn("vinst_forlust_hepatit_c"),
            vinst_forlust_tillsammans: self.hel_kolumn("vinst_forlust_tillsammans"),
            aterbaring_differens: self.kolumn("aterbaring_differens"),
            aterbaring_slutlig: self.kolumn("aterbaring_slutlig"),
            aterbaring_prognos: self.kolumn("aterbaring_prognos"),
            annan: self.hel_kolumn("annan"),
            aterbaring_andel: self.decimal(
                blad::JUSTERINGSVILLKOR,
                "aterbaring_andel",
                Andel::fran_procent,
            ),
            ihsi_avgift,
        })
    }

    fn hel_kolumn(&mut self, id: &'static str) -> Option<super::HelaKolumn> {
        let read = self.bok.region_heltal(blad::JUSTERINGSBELOPP, id);
        self.regioner(id, read, HelaKronor::fran_heltal)
    }

    fn kolumn(&mut self, id: &'static str) -> Option<super::Kolumn> {
        let read = self.bok.region_decimal(blad::JUSTERINGSBELOPP, id);
        self.regioner(id, read, Kronor::from)
    }

    #[expect(clippy::option_option, reason = "not there and not usable are two answers")]
    /// IHSI's fee, preliminary and final: all of it or none.
    fn ihsi(&mut self) -> Option<Option<Ihsi>> {
        let sida = blad::JUSTERINGSVILLKOR;
        let preliminart = self.hela(sida, "ihsi_preliminart");
        let slutligt = self.hela(sida, "ihsi_slutligt");
        let grans = self.hela(sida, "ihsi_grans");
        let residual = self.bok.text(sida, "ihsi_residual");
        let finns =
            [preliminart.is_some(), slutligt.is_some(), grans.is_some(), residual.is_some()];
        if finns == [false; 4] {
            return Some(None);
        }
        let ((Some(preliminart), Some(slutligt)), (Some(grans), Some(residual))) =
            ((preliminart, slutligt), (grans, residual))
        else {
            self.problems.add(
                Problem::new(
                    Code::I06,
                    Location::sheet(ARBETSBOK.fil, sida),
                    "bara en del av raderna om IHSI är ifyllda",
                )
                .expected("preliminär och slutlig avgift, gräns och återstod, eller ingen av dem"),
            );
            return None;
        };
        let regel = Residual::hitta(&residual.value, None);
        Some(Some(Ihsi {
            preliminart,
            slutligt,
            grans,
            residual: regel.unwrap_or_else(|| panic!("{} needs a place", residual.value)),
            residual_cell: residual.cell,
        }))
    }

    pub(super) fn medgivna(&mut self) -> Option<Vec<Medgivet>> {
        let mut medgivna = Vec::new();
        for rad in self.bok.rader(blad::MEDGIVNA) {
            let (region, manad) = (rad.text("region")?, nummer(rad.heltal("manad")?));
            let skal = rad.text("skal")?;
            medgivna.push(self.region(region).map(|region| Medgivet { region, manad, skal }));
        }
        medgivna.into_iter().collect()
    }

    fn region(&mut self, read: Cellvarde<String>) -> Option<Cellvarde<Region>> {
        match Region::hitta(&read.value) {
            Ok(region) => Some(read.map(|_| region)),
            Err(nara) => {
                let text = format!("”{}” är inte någon av de 21 regionerna", read.value);
                let problem = Problem::new(Code::I05, read.cell.location, text);
                self.problems.add(match nara {
                    Some(nara) => problem.help(format!("menas {nara}?")),
                    None => problem.expected("en regions namn, till exempel Skåne"),
                });
                None
            }
        }
    }

    /// The payees; `None` if a number is missing or is none.
    pub(super) fn betalningsmottagare(&mut self) -> Option<()> {
        self.bok.region_text(blad::MOTTAGARE, "organisationsnummer").map(drop)
    }

    /// The money on requisition; `None` if something of it is missing.
    pub(super) fn medel(&mut self) -> Option<()> {
        let hela = |rad: &Rad| {
            let texter = ["avdrag", "mottagare", "andamal", "villkor"];
            let datum = ["rekvireras_senast", "redovisas_senast"];
            texter.iter().all(|id| rad.text(id).is_some())
                && datum.iter().all(|id| rad.datum(id).is_some())
        };
        self.bok.rader(blad::MEDEL).iter().all(hela).then_some(())
    }
}
