"""Changes a copy of the year's workbooks as somebody who corrects them would, and fills the workbook of the correction in.

rattelse.py inputs CHANGED_FOLDER   copies the workbooks, with more people in one region, and says who gets what is left over
rattelse.py fill WORKBOOK YEAR      fills every cell of the correction's workbook that is to be filled in
"""

import datetime
import pathlib
import shutil
import sys

import openpyxl


def row_of(sheet, text):
    """The row that begins with this."""
    for row in sheet.iter_rows(max_col=1):
        if isinstance(row[0].value, str) and row[0].value.startswith(text):
            return row[0].row
    raise SystemExit(f"{sheet.title} has no row {text}")


def change(source, target):
    shutil.copytree(source, target)
    path = pathlib.Path(target) / "lakemedel.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book["Befolkning"]
    sheet.cell(row_of(sheet, "Uppsala"), 2).value += 1_000
    sheet = book["Överenskommelse"]
    sheet.cell(row_of(sheet, "Återstod vid avrundning"), 2).value = "largest_remainder"
    # A formula has no value until a spreadsheet program computes it; the rows of sums may be left out.
    for sheet in book:
        for row in sheet.iter_rows():
            if any(isinstance(cell.value, str) and cell.value.startswith("=") for cell in row):
                for cell in row:
                    cell.value = None
    book.save(path)


def fill(path, year):
    book = openpyxl.load_workbook(path)
    day = datetime.date(year, 7, 4)
    values = {
        "Rättelsen avser": "regleringsbrev",
        "Beslutande myndighet": "Regeringen",
        "Departement": "Socialdepartementet",
        "Till": "Kammarkollegiet",
        "Rättelsens datum": day,
        "Rättelsens diarienummer": f"S{year}/01400",
        "Beslutet som rättas": "ändringen av regleringsbrevet",
        "Dess datum": datetime.date(year, 4, 18),
        "Dess diarienummer": f"S{year}/00851",
        "Skillnaden regleras": datetime.date(year, 8, 20),
    }
    sheet = book["Rättelse"]
    for text, value in values.items():
        sheet.cell(row_of(sheet, text), 2).value = value
    rows = {"Skäl": ("Stycke", ["Folkmängden var fel i underlaget."]), "Undertecknare": ("Namn", ["Socialministern", "statsråd"])}
    for name, (heading, values) in rows.items():
        row = row_of(book[name], heading) + 1
        for column, value in enumerate(values, 1):
            book[name].cell(row, column).value = value
    for name in ["Rättelse", *rows]:
        row = row_of(book[name], "Källa för hela bladet")
        book[name].cell(row, 2).value = "Socialdepartementet"
        book[name].cell(row, 6).value = "fastställd"
    book.save(path)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["inputs", target]:
            change("inputs/2024", target)
        case ["fill", path, year]:
            fill(path, int(year))
        case _:
            raise SystemExit(__doc__)
