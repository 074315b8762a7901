//! References in free texts: what they name must be there. The annexes a text cites are among the
//! annexes, its decisions and diarienummer among those of the workbook, its dates among the workbook's
//! dates and in the calendar.

mod tolka;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{Kontroll, plats};
use crate::figure::Cellvarde;
use crate::grants::regleringsbrev::schema::blad;
use crate::problem::{Code, Problem};
use crate::svenska;
use crate::workbook::Bok;
use tolka::{Hanvisning, hanvisningar};

/// The free texts: sheet and field.
const FRIA: [(&str, &str); 4] = [
    (blad::JUSTERINGAR, "skal"),
    (blad::MEDEL, "andamal"),
    (blad::MEDEL, "villkor"),
    (blad::MEDGIVNA, "skal"),
];

/// What a text may refer to.
struct Kant {
    bilagor: BTreeSet<u32>,
    diarienummer: BTreeSet<String>,
    beslut: BTreeSet<String>,
    datum: BTreeSet<NaiveDate>,
}

impl Kontroll<'_> {
    /// That every reference in a free text leads somewhere.
    pub(super) fn hanvisningarna(&mut self, bok: &Bok) {
        let kant = Kant::av(bok);
        for (sida, falt) in FRIA {
            for text in bok.rader(sida).iter().filter_map(|rad| rad.text(falt)) {
                let brutna: BTreeMap<_, _> = hanvisningar(&text.value)
                    .iter()
                    .filter_map(|hanvisning| kant.brist(hanvisning))
                    .collect();
                for (brist, vantat) in brutna {
                    self.bruten(&text, brist, vantat);
                }
            }
        }
    }

    fn bruten(&mut self, text: &Cellvarde<String>, brist: String, vantat: String) {
        self.problems.add(
            Problem::new(Code::R06, plats(&text.cell), brist)
                .expected(vantat)
                .help("rätta hänvisningen, eller det den syftar på"),
        );
    }
}

impl Kant {
    fn av(bok: &Bok) -> Self {
        let rader = |sida| bok.rader(sida).iter();
        let i_dokumentet = |id: &str| bok.text(blad::DOKUMENT, id).map(|last| last.value);
        let i_avtalen =
            |id| rader(blad::AVTAL).filter_map(move |rad| rad.text(id)).map(|last| last.value);
        let nummer = rader(blad::BILAGOR).filter_map(|rad| rad.heltal("nummer"));
        let diarienummer = ["beslut_diarienummer", "andrar_diarienummer"].map(i_dokumentet);
        let datum = ["beslut_datum", "andrar_datum"].map(|id| bok.datum(blad::DOKUMENT, id));
        let avtalens = rader(blad::AVTAL).map(|rad| rad.datum("datum"));
        let medlens = rader(blad::MEDEL)
            .flat_map(|rad| [rad.datum("rekvireras_senast"), rad.datum("redovisas_senast")]);
        Self {
            bilagor: nummer.filter_map(|last| u32::try_from(last.value).ok()).collect(),
            diarienummer: diarienummer
                .into_iter()
                .flatten()
                .chain(i_avtalen("diarienummer"))
                .collect(),
            beslut: i_dokumentet("beslut_nummer")
                .into_iter()
                .chain(i_avtalen("regeringsbeslut"))
                .collect(),
            datum: datum
                .into_iter()
                .chain(avtalens)
                .chain(medlens)
                .flatten()
                .map(|last| last.value)
                .collect(),
        }
    }

    /// What a reference lacks, and what it could have been; none if it leads somewhere.
    fn brist(&self, hanvisning: &Hanvisning) -> Option<(String, String)> {
        let uppraknade =
            |de: &BTreeSet<String>| svenska::upprakning(&de.iter().cloned().collect::<Vec<_>>());
        match hanvisning {
            Hanvisning::Bilaga(nummer) if !self.bilagor.contains(nummer) => {
                let finns: BTreeSet<_> = self.bilagor.iter().map(u32::to_string).collect();
                let vantat = format!("bilaga {} på bladet Bilagor", uppraknade(&finns));
                Some((format!("texten nämner bilaga {nummer}, som inte finns"), vantat))
            }
            Hanvisning::Diarienummer(text) if !self.diarienummer.contains(text) => Some((
                format!("texten nämner {text}, som inte är något av arbetsbokens diarienummer"),
                uppraknade(&self.diarienummer),
            )),
            Hanvisning::Beslut(text) if !self.beslut.contains(text) => Some((
                format!("texten nämner regeringsbeslut {text}, som inte finns i arbetsboken"),
                uppraknade(&self.beslut),
            )),
            Hanvisning::Datum(text, None) => Some((
                format!("texten nämner {text}, som inte är någon dag"),
                "ett datum som finns".to_owned(),
            )),
            Hanvisning::Datum(text, Some(dag)) if !self.datum.contains(dag) => {
                let finns = self.datum.iter().map(NaiveDate::to_string).collect();
                Some((
                    format!("texten nämner {text}, som inte är något av arbetsbokens datum"),
                    uppraknade(&finns),
                ))
            }
            _ => None,
        }
    }
}
