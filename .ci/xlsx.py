"""Opens the workbooks with a reader that is not the program's, and compares them with the JSON.

    xlsx.py OUTPUT_FOLDER INPUT_WORKBOOK...

Every table of a document's JSON has its sheet, every printed figure its number, every sum formula a
cached value that is the sum. Every input workbook opens. What was compared is counted; nothing
compared is a failure.
"""

import json
import re
import sys
from decimal import Decimal
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

PRINTED = re.compile(r"-?\d+(,\d+)?")


def printed(text):
    """A printed figure as a number and its decimals; None for dates and words."""
    plain = text.replace("\u00a0", "").replace("\u202f", "").replace("\u2212", "-")
    if not PRINTED.fullmatch(plain):
        return None
    decimals = len(plain.partition(",")[2])
    return Decimal(plain.replace(",", ".")), decimals


def tables(value):
    """Every table of a document, in order."""
    if isinstance(value, dict):
        # A table of texts has no sheet of its own.
        if "kolumner" in value and "rader" in value and "avrundade" in value:
            yield value
        else:
            for part in value.values():
                yield from tables(part)
    elif isinstance(value, list):
        for part in value:
            yield from tables(part)


def sheet_of(table, book):
    """The sheet whose first cell is the table's caption."""
    caption = table["rubrik"]
    if table.get("nummer") is not None:
        caption = f"Tabell {table['nummer']}. {caption}"
    caption = caption.replace("\u00ad", "")
    found = [sheet for sheet in book if str(sheet["A1"].value).replace("\u00ad", "") == caption]
    assert len(found) == 1, f"{len(found)} sheets are headed {caption!r}"
    return found[0]


def rows_of(sheet, table):
    """The sheet's rows below the headings, and where the figures begin."""
    headings = [[cell.value for cell in row] for row in sheet.iter_rows()]
    top = next(i for i, row in enumerate(headings) if table["radrubrik"] in row)
    return top + 2, headings[top].index(table["radrubrik"]) + 2


def compare_table(table, values, formulas):
    """Compares one table; returns how many numbers and how many sums."""
    sheet = sheet_of(table, values)
    top, left = rows_of(sheet, table)
    numbers = sums = 0
    for i, row in enumerate(table["rader"]):
        label = sheet.cell(top + i, left - 1).value
        assert label == row["rubrik"], f"{sheet.title}: {label!r} is not {row['rubrik']!r}"
        # A cell whose figure exists but is not known says so in words.
        unknown = {one["kolumn"]: one["text"] for one in row.get("okanda", [])}
        for j, figure in enumerate(row["celler"]):
            cell = sheet.cell(top + i, left + j)
            where = f"{sheet.title} {cell.coordinate}"
            if figure is None:
                want = unknown.get(j)
                assert cell.value == want, f"{where} is {cell.value!r}, not {want!r}"
                continue
            want = printed(figure["text"])
            if want is None:
                assert cell.value is not None, f"{where} is empty"
                continue
            assert cell.data_type == "n", f"{where} is no number: {cell.value!r}"
            got = Decimal(repr(cell.value))
            limit = Decimal(5).scaleb(-want[1] - 1) + Decimal("1e-9")
            assert abs(got - want[0]) <= limit, f"{where} is {got}, printed {figure['text']}"
            if isinstance(figure["varde"], int) and figure["enhet"] == "kr" and want[1] == 0:
                assert got in (figure["varde"], want[0]), f"{where} is {got}, JSON {figure['varde']}"
            numbers += 1
            formula = formulas[sheet.title][cell.coordinate].value
            if isinstance(formula, str) and formula.startswith("="):
                check_sum(sheet, where, formula, got)
                sums += 1
    return numbers, sums


def check_sum(sheet, where, formula, got):
    """A formula is a sum of cells, and its cached value is that sum."""
    inside = re.fullmatch(r"=SUM\(([A-Z0-9:,]+)\)", formula)
    assert inside, f"{where} is {formula}"
    total = Decimal(0)
    for area in inside[1].split(","):
        left, top, right, bottom = range_boundaries(area)
        for row in sheet.iter_rows(min_row=top, max_row=bottom, min_col=left, max_col=right):
            total += sum(Decimal(repr(cell.value)) for cell in row if cell.value is not None)
    assert abs(total - got) < Decimal("1e-6"), f"{where} holds {got}, its cells sum to {total}"


def no_errors(name, book):
    """No cell of a workbook holds an error value."""
    cells = 0
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "e", f"{name} {sheet.title} {cell.coordinate}: {cell.value}"
                cells += cell.value is not None
    assert cells > 0, f"{name} is empty"
    return cells


def main():
    output, inputs = Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]]
    assert inputs, "no input workbooks"
    for path in inputs:
        cells = no_errors(path, load_workbook(path, data_only=True))
        print(f"{path}: {cells} cells")
    # A calculation has no document beside it: spreadsheets compute it again (levande.py).
    books = sorted(path for path in output.glob("*.xlsx") if not path.name.startswith("berakning-"))
    assert books, f"no workbooks in {output}"
    all_sums = 0
    for path in books:
        values = load_workbook(path, data_only=True)
        no_errors(path, values)
        formulas = load_workbook(path)
        document = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        found = list(tables(document))
        counts = [compare_table(table, values, formulas) for table in found]
        numbers, sums = (sum(column) for column in zip(*counts))
        assert numbers > 0, f"{path}: no numbers"
        print(f"{path}: {len(found)} tables, {numbers} numbers, {sums} sums")
        all_sums += sums
    assert all_sums > 0, "no sums"


if __name__ == "__main__":
    main()
