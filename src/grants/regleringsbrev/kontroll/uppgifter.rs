//! What the sheets say of themselves and of the agreement: dates in order, numbers that are such, the
//! same decision named the same way in both workbooks.

use std::collections::BTreeMap;
use std::fmt::Display;

use chrono::Datelike;

use super::{Kontroll, plats, sida};
use crate::contract::{FactPromise, lakemedel};
use crate::figure::Cellvarde;
use crate::grants::regleringsbrev::schema::{ROLLER, blad};
use crate::problem::{Code, Problem, Problems};
use crate::region::Region;
use crate::report::Report;
use crate::workbook::Bok;
use crate::workbook::bok::Rad;

/// Everything that can be told from the workbook and the agreement it pays.
pub(in super::super) fn uppgifter(bok: &Bok, report: &Report, problems: &mut Problems) {
    let mut kontroll = Kontroll { problems };
    kontroll.andrat_beslut(bok);
    kontroll.datumens_ordning(bok);
    kontroll.undertecknarna(bok);
    kontroll.organisationsnumren(bok);
    kontroll.overenskommelsen(bok, report);
    kontroll.hanvisningarna(bok);
}

impl Kontroll<'_> {
    /// The decision that is changed has both a date and a diarienummer, and is the earlier of the two.
    fn andrat_beslut(&mut self, bok: &Bok) {
        let datum = bok.datum(blad::DOKUMENT, "andrar_datum");
        let diarienummer = bok.text(blad::DOKUMENT, "andrar_diarienummer");
        let bada = "både datum och diarienummer för det beslut som ändras, eller inget av dem";
        match (&datum, &diarienummer) {
            (Some(datum), None) => self.motsagt(
                plats(&datum.cell),
                "beslutet som ändras har datum men inget diarienummer".to_owned(),
                bada,
            ),
            (None, Some(diarienummer)) => self.motsagt(
                plats(&diarienummer.cell),
                "beslutet som ändras har diarienummer men inget datum".to_owned(),
                bada,
            ),
            _ => {}
        }
        let beslut = bok.datum(blad::DOKUMENT, "beslut_datum");
        if let (Some(datum), Some(beslut)) = (datum, beslut)
            && datum.value >= beslut.value
        {
            let text = format!(
                "beslutet av den {} skulle ändra ett som är från den {}",
                beslut.value, datum.value
            );
            self.motsagt(plats(&datum.cell), text, "ett tidigare datum än regleringsbrevets");
        }
    }

    /// What comes after what.
    fn datumens_ordning(&mut self, bok: &Bok) {
        let Some(beslut) = bok.datum(blad::DOKUMENT, "beslut_datum") else { return };
        if !(bok.ar - 1..=bok.ar).contains(&beslut.value.year()) {
            let text =
                format!("beslutet är från {} men gäller budgetåret {}", beslut.value, bok.ar);
            let vantat = format!("ett datum under {} eller {}", bok.ar - 1, bok.ar);
            self.motsagt(plats(&beslut.cell), text, vantat);
        }
        for rad in bok.rader(blad::AVTAL) {
            if let Some(avtal) = rad.datum("datum").filter(|avtal| avtal.value > beslut.value) {
                let text = format!(
                    "överenskommelsen godkändes {}, efter regleringsbrevet {}",
                    avtal.value, beslut.value
                );
                self.motsagt(plats(&avtal.cell), text, "ett datum före regleringsbrevets");
            }
        }
        for rad in bok.rader(blad::MEDEL) {
            let (rekvireras, redovisas) =
                (rad.datum("rekvireras_senast"), rad.datum("redovisas_senast"));
            if let Some(rekvireras) = rekvireras.as_ref().filter(|r| r.value < beslut.value) {
                let text = format!(
                    "medlen ska rekvireras senast {}, före beslutet {}",
                    rekvireras.value, beslut.value
                );
                self.motsagt(plats(&rekvireras.cell), text, "en dag efter beslutet");
            }
            if let (Some(rekvireras), Some(redovisas)) = (rekvireras, redovisas)
                && redovisas.value < rekvireras.value
            {
                let text = format!(
                    "medlen ska redovisas senast {}, innan de måste rekvireras {}",
                    redovisas.value, rekvireras.value
                );
                self.motsagt(plats(&redovisas.cell), text, "en dag efter sista rekvisitionsdag");
            }
        }
    }

    /// Somebody decides, and somebody presents.
    fn undertecknarna(&mut self, bok: &Bok) {
        let rader = bok.rader(blad::UNDERTECKNARE);
        let har = |roll: &str| {
            rader.iter().any(|rad| rad.text("uppgift").is_some_and(|last| last.value == roll))
        };
        for roll in ROLLER.into_iter().filter(|roll| !rader.is_empty() && !har(roll)) {
            let text = format!("ingen rad har uppgiften ”{roll}”");
            let problem = Problem::new(Code::I06, sida(blad::UNDERTECKNARE), text);
            self.problems.add(problem.expected("en som beslutar och en föredragande"));
        }
    }

    /// Ten digits, the last of which follows from the others, and a region's own.
    fn organisationsnumren(&mut self, bok: &Bok) {
        let Some(nummer) = bok.region_text(blad::MOTTAGARE, "organisationsnummer") else { return };
        let mut sedda: BTreeMap<&str, Region> = BTreeMap::new();
        for (region, last) in nummer.iter() {
            let fel = match kontrollsiffra(&last.value) {
                None => Some(format!("”{}” är inte ett organisationsnummer", last.value)),
                Some((given, vantad)) if given != vantad => Some(format!(
                    "{} kan inte vara ett organisationsnummer: kontrollsiffran är {given}, men {vantad} följer av de nio andra",
                    last.value
                )),
                Some(_) => None,
            };
            if let Some(text) = fel {
                let problem =
                    Problem::new(Code::I07, plats(&last.cell), format!("{region}: {text}"));
                self.problems.add(problem.expected("tio siffror, som 232100-0016"));
            } else if let Some(annan) = sedda.insert(&last.value, region) {
                let text = format!("{annan} och {region} har samma organisationsnummer");
                self.motsagt(plats(&last.cell), text, "ett eget nummer för varje region");
            }
        }
    }

    /// The agreement is named as läkemedelsförmånerna's own workbook names it.
    fn overenskommelsen(&mut self, bok: &Bok, report: &Report) {
        let arets =
            |rad: &&Rad| rad.heltal("avtalsar").is_some_and(|ar| ar.value == i64::from(bok.ar));
        let Some(rad) = bok.rader(blad::AVTAL).iter().find(arets) else { return };
        let mut jamfor = Jamforelse { kontroll: self, report, ar: bok.ar };
        let beslut = rad.text("regeringsbeslut");
        jamfor.samma("regeringsbeslutet", beslut, &lakemedel::AVTAL_REGERINGSBESLUT);
        let datum = rad.datum("datum");
        jamfor.samma("beslutsdatumet", datum, &lakemedel::AVTAL_GODKANT_REGERINGEN);
        let diarienummer = rad.text("diarienummer");
        jamfor.samma("diarienumret", diarienummer, &lakemedel::AVTAL_DIARIENUMMER);
    }
}

/// The agreement's year in both workbooks.
struct Jamforelse<'a, 'k> {
    kontroll: &'a mut Kontroll<'k>,
    report: &'a Report,
    ar: i32,
}

impl Jamforelse<'_, '_> {
    fn samma<T: PartialEq + Display>(
        &mut self,
        vad: &str,
        har: Option<Cellvarde<T>>,
        deras: &impl FactPromise<Of = T>,
    ) {
        let deras = self.report.stated(self.ar, deras);
        let Some((har, (deras, celler))) = har.zip(deras) else { return };
        if har.value != *deras {
            let dar = celler.first().map(|cell| format!(" i {}", cell.location));
            let text = format!(
                "{vad} för avtalsår {} är {} men {deras}{}",
                self.ar,
                har.value,
                dar.unwrap_or_default()
            );
            self.kontroll.motsagt(plats(&har.cell), text, "samma uppgift i båda arbetsböckerna");
        }
    }
}

/// The last digit of an organisation number `NNNNNN-NNNN`, and what it should be (Luhn's rule over the
/// other nine); none if it is not written as one.
fn kontrollsiffra(text: &str) -> Option<(u32, u32)> {
    let (forsta, sista) = text.split_once('-')?;
    let siffror: Vec<u32> = forsta
        .chars()
        .chain(sista.chars())
        .map(|tecken| tecken.to_digit(10))
        .collect::<Option<_>>()?;
    if (forsta.len(), sista.len(), siffror.len()) != (6, 4, 10) {
        return None;
    }
    let (given, nio) = siffror.split_last()?;
    let summa: u32 = nio
        .iter()
        .zip([2, 1].into_iter().cycle())
        .map(|(siffra, vikt)| siffra * vikt)
        .map(|tal| tal / 10 + tal % 10)
        .sum();
    Some((*given, (10 - summa % 10) % 10))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_digit_of_an_organisation_number() {
        for (nummer, vantat) in [
            ("232100-0016", Some((6, 6))),
            ("212000-0803", Some((3, 3))),
            ("232100-0061", Some((1, 5))),
            ("2321000016", None),
            ("232100-001", None),
            ("23210A-0016", None),
            ("232100-00٣6", None),
        ] {
            assert_eq!(kontrollsiffra(nummer), vantat, "{nummer}");
        }
    }
}
