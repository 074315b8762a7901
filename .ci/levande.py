"""Lets spreadsheets compute the calculations again, and compares every cell with what the program made of the same inputs.

    levande.py KEPT_FOLDER WORK_FOLDER [--formulas]

KEPT_FOLDER is what the tests keep: a workbook and, beside it, where each figure stands, changes of inputs, and what the
program computed then. LibreOffice computes each workbook without the results kept in its cells, first as it is and then
with each change. With --formulas the Python package of that name computes the workbooks as they are instead, all but the
days of payment: it counts no working days from a day that is none, such as a Sunday or New Year's Eve. Whole
kronor must be equal, other numbers to a part in a thousand million. What was compared is counted; too little is a failure.
"""

import json
import shutil
import subprocess
import sys
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

WHOLE = {"inv", "antal", "veckor"}
TOLERANCE = Decimal("1e-9")


def agree(held, want, unit):
    """Whether a cell holds a number, as nearly as a spreadsheet can."""
    if unit == "datum":
        if isinstance(held, (int, float)):
            held = datetime(1899, 12, 30) + timedelta(days=held)
        return isinstance(held, datetime) and held.date().isoformat() == want
    if isinstance(held, bool) or not isinstance(held, (int, float)):
        return False
    held, want = Decimal(repr(held)), Decimal(want)
    if want == want.to_integral_value() and (unit in WHOLE or unit == "kr"):
        return abs(held - want) < Decimal("0.00005")
    return abs(held - want) <= TOLERANCE * max(1, abs(want))


def compare(name, cells, figures, cell_of):
    """Compares every figure's cell; returns how many, and what differs."""
    wrong = []
    for figure, (sheet, row, column, unit, base) in cells.items():
        want = figures.get(figure, base)
        address = f"{get_column_letter(column + 1)}{row + 1}"
        held = cell_of(sheet, address)
        if not agree(held, want, unit):
            wrong.append(f"{name} {sheet} {address} {figure}: {held!r}, the program {want}")
    return len(cells), wrong


def changed(book, told, inputs, path):
    """Writes a workbook with other inputs, and puts the old ones back. The results in its cells are left out."""
    places = [told["celler"][figure] for figure in inputs]
    cells = [book[sheet].cell(row + 1, column + 1) for sheet, row, column, _, _ in places]
    old = [cell.value for cell in cells]
    for cell, value in zip(cells, inputs.values()):
        cell.value = float(value)
    book.save(path)
    for cell, value in zip(cells, old):
        cell.value = value


def libreoffice(kept, work):
    """LibreOffice on every workbook, as it is and changed."""
    shutil.rmtree(work, ignore_errors=True)
    (work / "in").mkdir(parents=True)
    cases = []
    for path in sorted(kept.glob("*/*.xlsx")):
        told = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        book = load_workbook(path)
        for number, change in enumerate([{"indata": {}, "siffror": {}}, *told["andringar"]]):
            name = f"{path.parent.name}-{path.stem}-{number}.xlsx"
            changed(book, told, change["indata"], work / "in" / name)
            cases.append((name, told, change["siffror"]))
    names = [str(work / "in" / name) for name, _, _ in cases]
    for begin in range(0, len(names), 40):
        subprocess.run(["soffice", f"-env:UserInstallation=file://{(work / 'profil').resolve()}", "--headless",
                        "--convert-to", "xlsx", "--outdir", str(work / "out"), *names[begin:begin + 40]],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for name, told, figures in cases:
        book = load_workbook(work / "out" / name, data_only=True)
        errors = [f"{name} {sheet.title} {cell.coordinate}: {cell.value}"
                  for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "e"]
        count, wrong = compare(name, told["celler"], figures, lambda sheet, address: book[sheet][address].value)
        yield name, count, errors + wrong


def by_formulas(kept):
    """The package formulas on every workbook of the first year, as it is."""
    import formulas

    for path in sorted((kept / "2024").glob("*.xlsx")):
        told = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        solution = formulas.ExcelModel().loads(str(path)).finish().calculate()

        keys = {str(one).upper(): one for one in solution}

        def cell_of(sheet, address):
            found = keys.get(f"'[{path.name}]{sheet}'!{address}".upper())
            held = None if found is None else solution[found].value[0, 0]
            return held.item() if hasattr(held, "item") else held

        cells = {figure: cell for figure, cell in told["celler"].items() if cell[3] != "datum"}
        count, wrong = compare(path.name, cells, {}, cell_of)
        yield path.name, count, wrong


def main():
    kept, work = Path(sys.argv[1]), Path(sys.argv[2])
    cases = by_formulas(kept) if "--formulas" in sys.argv else libreoffice(kept, work)
    workbooks = compared = 0
    all_wrong = []
    for _, count, wrong in cases:
        workbooks, compared = workbooks + 1, compared + count
        all_wrong += wrong
    print(f"{workbooks} workbooks computed, {compared} figures compared, {len(all_wrong)} differ")
    for line in all_wrong[:20]:
        print(line)
    least = 4_000 if "--formulas" in sys.argv else 100_000
    sys.exit(bool(all_wrong) or workbooks < 5 or compared < least)


if __name__ == "__main__":
    main()
