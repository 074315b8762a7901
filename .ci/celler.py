"""Compares every figure of trace.json that was read from a workbook with the cell it names.

    celler.py TRACE_JSON INPUT_FOLDER

Read by a reader that is not the program's: the value in the sheet's unit, the unit itself, source, date,
status and who confirmed it. What was compared is counted; nothing compared is a failure.
"""

import json
import re
import sys
from datetime import datetime
from fractions import Fraction
from pathlib import Path

from openpyxl import load_workbook

# What a sheet's unit is in the trace, and how many of the trace's go to one of it.
UNITS = {
    "mdkr": ("kr", 10**9), "mnkr": ("kr", 10**6), "tkr": ("kr", 10**3), "kr": ("kr", 1), "kr/inv": ("kr/inv", 1),
    "%": ("andel", Fraction(1, 100)), "invånare": ("inv", 1),
    "veckor": ("veckor", 1), "månader": ("antal", 1), None: ("antal", 1),
}
# What is in the trace as it stands in the cell: the sheet says a unit of the user's own, or a row's currency.
AS_IT_STANDS = {"vikt", "valutaenheter", "kr/valutaenhet"}
# A whole number, or an interval of which the lowest counts.
INTERVAL = re.compile(r"(\d+)(?:\s*(?:[-–]|till)\s*\d+)?(?:\s*veckor)?")
EVIDENCE = {"kalla": "Källa", "per_datum": "Per datum", "status": "Status", "bekraftad_av": "Bekräftad av"}


def plain(value):
    """A cell as the trace writes texts and dates."""
    return value.date().isoformat() if isinstance(value, datetime) else value


def number(value):
    """A cell as an exact number: the decimal it shows."""
    if isinstance(value, str):
        interval = INTERVAL.fullmatch(value.strip())
        assert interval, f"{value!r} is no number"
        return Fraction(interval[1])
    assert isinstance(value, (int, float)) and not isinstance(value, bool), f"{value!r} is no number"
    return Fraction(repr(value))


def beside(sheet, cell):
    """What the sheet says about a cell: in the columns of its row, or in the rows above its column."""
    headings = {}
    for row in sheet.iter_rows(max_row=cell.row - 1):
        texts = [one.value for one in row]
        if "Värde" in texts:
            return {text: sheet.cell(cell.row, 1 + place).value for place, text in enumerate(texts)}
        headings[texts[0]] = sheet.cell(row[0].row, cell.column).value
    return headings


def compare(figure, books):
    """Asserts that a figure is what its cell says."""
    named = figure["cell"]
    sheet = books[named["fil"]][named["blad"]]
    cell = sheet[named["adress"]]
    said = beside(sheet, cell)
    assert "Enhet" in said, "the sheet has no unit"
    if figure["enhet"] == "datum":
        assert plain(cell.value) == figure["varde"], f"{cell.value} is not {figure['varde']}"
    else:
        own = figure["enhet"] in AS_IT_STANDS
        unit, size = (figure["enhet"], 1) if own else UNITS[said["Enhet"]]
        assert unit == figure["enhet"], f"{said['Enhet']} is not {figure['enhet']}"
        want, got = Fraction(figure.get("exakt", figure["varde"])), number(cell.value) * size
        assert want == got, f"the cell is {cell.value!r} {said['Enhet'] or ''}, the figure {figure['varde']}"
    for key, heading in EVIDENCE.items():
        want = figure["status"] if key == "status" else named[key]
        assert plain(said.get(heading)) == want, f"{heading} is {said.get(heading)!r}, not {want!r}"


def main():
    trace, folder = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")), Path(sys.argv[2])
    books = {path.name: load_workbook(path, data_only=True) for path in folder.glob("*.xlsx")}
    cells = [figure for figure in trace["siffror"] if "cell" in figure]
    wrong = []
    for figure in cells:
        try:
            compare(figure, books)
        except (AssertionError, KeyError) as error:
            named = figure["cell"]
            wrong.append(f"{figure['id']}, {named['fil']} {named['blad']} {named['adress']}: {error}")
    print(f"{len(cells)} figures compared with their cells, {len(wrong)} differ")
    for line in wrong[:5]:
        print(line)
    sys.exit(bool(wrong) or not cells)


if __name__ == "__main__":
    main()
