//! The lists of drugs, and that what they say of each other can be true.

use super::{Lasare, Lista};
use crate::figure::Cellvarde;
use crate::grants::beredskap::schema::blad;
use crate::problem::{Code, Problem};
use crate::quantity::Antal;
use crate::workbook::Rad;
use crate::workbook::tecken::jamforbar;

impl Lasare<'_, '_> {
    /// The lists, in the workbook's order.
    pub(super) fn listor(&mut self) -> Option<Vec<Lista>> {
        let rader = self.las.bok.rader(blad::LISTOR);
        for rad in rader {
            self.ingar(rad, rader);
            self.tidigare(rad);
        }
        let listor: Vec<_> =
            (1..).zip(rader).map(|(nummer, rad)| self.en_lista(nummer, rad)).collect();
        listor.into_iter().collect()
    }

    fn en_lista(&mut self, nummer: usize, rad: &Rad) -> Option<Lista> {
        let mut antal = |id: &str, read: Option<Cellvarde<i64>>| {
            let read = read?.map(Antal::fran_heltal);
            Some(self.las.leaf(&format!("lista_{nummer}_{id}"), read))
        };
        let (nu, tidigare) = (
            antal("antal", rad.heltal("antal")),
            antal("tidigare_antal", rad.heltal("tidigare_antal")),
        );
        Some(Lista { nummer, antal: nu?, tidigare })
    }

    /// A list that is said to be part of another: there is such a list, and it is no shorter.
    fn ingar(&mut self, rad: &Rad, rader: &[Rad]) {
        let (Some(ingar_i), Some(namn)) = (rad.text("ingar_i"), rad.text("lista")) else { return };
        let heter = |rad: &&Rad| {
            rad.text("lista")
                .is_some_and(|namn| jamforbar(&namn.value) == jamforbar(&ingar_i.value))
        };
        let hittad = rader.iter().find(heter);
        let Some(hela) = hittad.filter(|_| jamforbar(&namn.value) != jamforbar(&ingar_i.value))
        else {
            let text = format!("listan ”{}” finns inte bland de andra listorna", ingar_i.value);
            self.motsager(&ingar_i.cell, text, "namnet på en annan lista på bladet");
            return;
        };
        let (Some(del), Some(hela)) = (rad.heltal("antal"), hela.heltal("antal")) else { return };
        if del.value > hela.value {
            let text = format!(
                "listan har {} substanser men den lista den ingår i bara {}",
                del.value, hela.value
            );
            self.motsager(&del.cell, text, "högst lika många substanser som i hela listan");
        }
    }

    /// An earlier number of substances is nothing without the version it was in, nor the other way.
    fn tidigare(&mut self, rad: &Rad) {
        let (antal, version) = (rad.heltal("tidigare_antal"), rad.text("tidigare_version"));
        let (cell, saknas) = match (antal, version) {
            (Some(antal), None) => (antal.cell, "Tidigare version"),
            (None, Some(version)) => (version.cell, "Tidigare antal"),
            _ => return,
        };
        let text =
            format!("kolumnen ”{saknas}” är tom fast den andra om tidigare version är ifylld");
        self.problems
            .add(Problem::new(Code::I06, cell.location, text).help("fyll i båda, eller töm båda"));
    }
}
