//! Writes the cover sheet: what the workbook is for, how it is filled in, what each sheet holds. The
//! reader never reads it.

use rust_xlsxwriter::{Url, Worksheet};

use super::sida::radbruten;
use super::{Skrivfel, stil};
use crate::figure::Status;
use crate::workbook::lasa::FORSATTSBLAD;
use crate::workbook::schema::{Arbetsbok, PerDatum};

const SA_FYLLS_DEN_I: [&str; 9] = [
    "Skriv i de färgade cellerna. Resten känner programmet igen blad, rader och kolumner på, och ska stå kvar.",
    "Skriv tal med decimalkomma. Mellanrum får skilja tusental. Enheten står bredvid och skrivs inte i cellen.",
    "Tomt är inte noll. Skriv 0 när det är noll som menas.",
    "Ange källa och status för varje uppgift. Är ett datum ifyllt från början ska uppgiften gälla just den dagen.",
    "Rader och kolumner får byta ordning. Regionerna får skrivas på de sätt som är vanliga, till exempel Region Skåne.",
    "Formler går bra om arbetsboken sparas med beräknade värden, som Excel och LibreOffice gör.",
    "Slå inte ihop celler och dölj inte rader, kolumner eller blad: det som inte syns kan inte granskas.",
    "Egna anteckningar hör hemma på egna blad. De läses inte, och programmet talar om att de finns.",
    "För muspekaren över en rubrik för att se vad uppgiften är och var den finns.",
];

/// Writes the sheet.
pub(super) fn skriv(ark: &mut Worksheet, mall: &Arbetsbok, ar: i32) -> Result<(), Skrivfel> {
    ark.set_name(FORSATTSBLAD)?;
    ark.set_screen_gridlines(false);
    ark.set_portrait().set_paper_size(9).set_print_fit_to_pages(1, 0);
    ark.set_footer("&L&F › &A&RSida &P (&N)");
    for (kolumn, bredd) in [(0, 26), (1, 74), (2, 18)] {
        ark.set_column_width(kolumn, bredd)?;
    }
    ark.write_with_format(0, 0, format!("{} {ar}", mall.titel), &stil::titel())?;
    let mut rad = 1;
    for text in radbruten(mall.om, 110) {
        ark.write_with_format(rad, 0, text, &stil::stilla())?;
        rad += 1;
    }
    rad = regler(ark, rad + 1, ar)?;
    rad = farger(ark, rad + 1)?;
    rad = statusar(ark, rad + 1)?;
    bladen(ark, rad + 1, mall, ar)
}

fn regler(ark: &mut Worksheet, forsta: u32, ar: i32) -> Result<u32, Skrivfel> {
    ark.write_with_format(forsta, 0, "Så fylls den i", &stil::mellanrubrik())?;
    let mut rad = forsta + 1;
    for regel in SA_FYLLS_DEN_I {
        ark.write_with_format(rad, 0, format!("•  {regel}"), &stil::text())?;
        rad += 1;
    }
    let prova = format!(
        "•  Pröva arbetsboken med kommandot: statsbidrag check inputs/{ar}. Allt som saknas eller är fel nämns med sin cell."
    );
    ark.write_with_format(rad, 0, prova, &stil::text())?;
    Ok(rad + 1)
}

fn farger(ark: &mut Worksheet, forsta: u32) -> Result<u32, Skrivfel> {
    ark.write_with_format(forsta, 0, "Färger", &stil::mellanrubrik())?;
    ark.write_blank(forsta + 1, 0, &stil::om(true))?;
    ark.write_with_format(forsta + 1, 1, "ska fyllas i", &stil::text())?;
    ark.write_blank(forsta + 2, 0, &stil::om(false))?;
    ark.write_with_format(forsta + 2, 1, "får lämnas tom", &stil::text())?;
    Ok(forsta + 3)
}

fn statusar(ark: &mut Worksheet, forsta: u32) -> Result<u32, Skrivfel> {
    ark.write_with_format(forsta, 0, "Status", &stil::rubrik())?;
    ark.write_with_format(forsta, 1, "Vad den betyder", &stil::rubrik())?;
    let mut rad = forsta + 1;
    for status in Status::ALLA {
        let text = match status {
            Status::Faststalld => "Beslutad eller publicerad.",
            Status::Harledd => "Återskapad ur det som är publicerat.",
            Status::Preliminar => "Kan komma att ändras. Siffror som vilar på den märks i dokumenten.",
            Status::Exempel => {
                "Påhittad, för att visa hur dokumentet blir. Dokument som vilar på den märks som utkast."
            }
            Status::EjBekraftad => "Ingen källa har bekräftat den än.",
        };
        ark.set_row_height(rad, 20)?;
        ark.write_with_format(rad, 0, status.namn(), &stil::etikett())?;
        ark.write_with_format(rad, 1, text, &stil::fast())?;
        rad += 1;
    }
    Ok(rad)
}

fn bladen(ark: &mut Worksheet, forsta: u32, mall: &Arbetsbok, ar: i32) -> Result<(), Skrivfel> {
    for (kolumn, text) in [(0, "Blad"), (1, "Vad det innehåller"), (2, "Fylls i")] {
        ark.write_with_format(forsta, kolumn, text, &stil::rubrik())?;
    }
    for (rad, blad) in (forsta + 1..).zip(mall.blad) {
        let lank = Url::new(format!("internal:'{}'!A1", blad.namn)).set_text(blad.namn);
        ark.write_url_with_format(rad, 0, lank, &stil::etikett())?;
        let datum = blad.falt().iter().find_map(|falt| match falt.per_datum {
            PerDatum::Kravs(datum) => Some(format!(" Gäller {}.", datum(ar))),
            PerDatum::Fritt => None,
        });
        let om = format!("{}{}", blad.om, datum.unwrap_or_default());
        let rader = u32::try_from(radbruten(&om, 78).len()).unwrap_or(1);
        ark.set_row_height(rad, 15 * rader + 5)?;
        ark.write_with_format(rad, 1, om, &stil::fast())?;
        ark.write_with_format(rad, 2, if blad.kravs { "ska fyllas i" } else { "vid behov" }, &stil::fast())?;
    }
    Ok(())
}
