//! Writes the cover sheet: what the workbook is for, how it is filled in, what each sheet holds. The
//! reader never reads it.

use rust_xlsxwriter::{Url, Worksheet};

use super::page::wrapped;
use super::{WriteError, style};
use crate::figure::Status;
use crate::workbook::read::COVER_SHEET;
use crate::workbook::schema::{AsOf, WorkbookSchema};

const HOW_TO_FILL_IN: [&str; 12] = [
    "Skriv i de färgade cellerna. Resten känner programmet igen blad, rader och kolumner på, och ska stå kvar.",
    "Skriv tal med decimalkomma. Mellanrum får skilja tusental. Enheten står bredvid och skrivs inte i cellen.",
    "Tomt är inte noll. Skriv 0 när det är noll som menas.",
    "Ange källa och status för varje uppgift. Är ett datum ifyllt från början ska uppgiften gälla just den dagen.",
    "En källa som är densamma för hela bladet skrivs en gång, överst på bladet, med status: den gäller för allt som inte har egen.",
    "Det som har följt med från föregående år bekräftas också där: se efter att det gäller, skriv källan och välj rätt status.",
    "Rader och kolumner får byta ordning. Regionerna får skrivas på de sätt som är vanliga, till exempel Region Skåne.",
    "Formler går bra om arbetsboken sparas med beräknade värden, som Excel och LibreOffice gör.",
    "Slå inte ihop celler och dölj inte rader, kolumner eller blad: det som inte syns kan inte granskas.",
    "Egna anteckningar hör hemma på egna blad. De läses inte, och programmet talar om att de finns.",
    "För muspekaren över en rubrik för att se vad uppgiften är och var den finns.",
    "Pröva arbetsboken med kommandot statsbidrag check och mappens namn. Allt som saknas eller är fel nämns med sin cell.",
];

/// Writes the sheet.
pub(super) fn write(
    worksheet: &mut Worksheet,
    schema: &WorkbookSchema,
    year: i32,
) -> Result<(), WriteError> {
    worksheet.set_name(COVER_SHEET)?;
    worksheet.set_screen_gridlines(false);
    worksheet.set_portrait().set_paper_size(9).set_print_fit_to_pages(1, 0);
    worksheet.set_footer("&L&F › &A&RSida &P (&N)");
    for (column, width) in [(0, 26), (1, 74), (2, 18)] {
        worksheet.set_column_width(column, width)?;
    }
    worksheet.write_with_format(0, 0, format!("{} {year}", schema.title), &style::title())?;
    let mut row = 1;
    for text in wrapped(schema.about, 110) {
        worksheet.write_with_format(row, 0, text, &style::quiet())?;
        row += 1;
    }
    row = rules(worksheet, row + 1)?;
    row = colours(worksheet, row + 1)?;
    row = statuses(worksheet, row + 1)?;
    sheets(worksheet, row + 1, schema, year)
}

fn rules(worksheet: &mut Worksheet, first: u32) -> Result<u32, WriteError> {
    worksheet.write_with_format(first, 0, "Så fylls den i", &style::subheading())?;
    let mut row = first + 1;
    for rule in HOW_TO_FILL_IN {
        worksheet.write_with_format(row, 0, format!("•  {rule}"), &style::text())?;
        row += 1;
    }
    Ok(row + 1)
}

fn colours(worksheet: &mut Worksheet, first: u32) -> Result<u32, WriteError> {
    worksheet.write_with_format(first, 0, "Färger", &style::subheading())?;
    worksheet.write_blank(first + 1, 0, &style::about(true))?;
    worksheet.write_with_format(first + 1, 1, "ska fyllas i", &style::text())?;
    worksheet.write_blank(first + 2, 0, &style::about(false))?;
    worksheet.write_with_format(first + 2, 1, "får lämnas tom", &style::text())?;
    Ok(first + 3)
}

fn statuses(worksheet: &mut Worksheet, first: u32) -> Result<u32, WriteError> {
    worksheet.write_with_format(first, 0, "Status", &style::heading())?;
    worksheet.write_with_format(first, 1, "Vad den betyder", &style::heading())?;
    let mut row = first + 1;
    for status in Status::ALL {
        let text = match status {
            Status::Faststalld => "Beslutad eller publicerad.",
            Status::Harledd => "Återskapad ur det som är publicerat.",
            Status::Preliminar => {
                "Kan komma att ändras. Siffror som vilar på den märks i dokumenten."
            }
            Status::Exempel => {
                "Påhittad, för att visa hur dokumentet blir. Dokument som vilar på den märks som exempel."
            }
            Status::EjBekraftad => "Ingen källa har bekräftat den än.",
        };
        worksheet.set_row_height(row, 20)?;
        worksheet.write_with_format(row, 0, status.name(), &style::label())?;
        worksheet.write_with_format(row, 1, text, &style::fixed())?;
        row += 1;
    }
    Ok(row)
}

fn sheets(
    worksheet: &mut Worksheet,
    first: u32,
    schema: &WorkbookSchema,
    year: i32,
) -> Result<(), WriteError> {
    for (column, text) in [(0, "Blad"), (1, "Vad det innehåller"), (2, "Fylls i")] {
        worksheet.write_with_format(first, column, text, &style::heading())?;
    }
    for (row, sheet) in (first + 1..).zip(schema.sheets) {
        let link = Url::new(format!("internal:'{}'!A1", sheet.name)).set_text(sheet.name);
        worksheet.write_url_with_format(row, 0, link, &style::label())?;
        let date = sheet.field().iter().find_map(|field| match field.as_of {
            AsOf::Required(date) => Some(format!(" Gäller {}.", date(year))),
            AsOf::Stated { usual, .. } => {
                Some(format!(" Gäller {}, om inget annat är angivet.", usual(year)))
            }
            AsOf::Free => None,
        });
        let about = format!("{}{}", sheet.about, date.unwrap_or_default());
        let rows = u32::try_from(wrapped(&about, 78).len()).unwrap_or(1);
        worksheet.set_row_height(row, 15 * rows + 5)?;
        worksheet.write_with_format(row, 1, about, &style::fixed())?;
        worksheet.write_with_format(
            row,
            2,
            if sheet.required { "ska fyllas i" } else { "vid behov" },
            &style::fixed(),
        )?;
    }
    Ok(())
}
