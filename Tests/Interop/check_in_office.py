"""Opens sheets, table and workbook in LibreOffice, and looks at what it sees in them.

Usage: check_in_office.py FOLDER, as check_exchange.py has it, with the same in the dialect excel: excel.csv, excel-sheets/.
"""

import csv
import pathlib
import re
import sys
import tempfile

import office

# Cells that a spreadsheet takes for times and truths: it shows them in its own way, and no other is changed.
OWN_WAY = re.compile(r"\d\d:\d\d|true|false")


def rows(path, separator, encoding="utf-8"):
    with open(path, newline="", encoding=encoding) as file:
        return list(csv.reader(file, delimiter=separator))


def check_csv(files, separator, work):
    for saved, path in zip(office.resaved(files, work, separator), files):
        seen, written = rows(saved, separator), rows(path, separator, "utf-8-sig")
        assert len(seen) == len(written), f"{path.name}: {len(seen)} rows, not {len(written)}"
        for line, (there, here) in enumerate(zip(seen, written), 1):
            for one, other in zip(there, here, strict=True):
                if one != other and not OWN_WAY.fullmatch(other):
                    # Only the plain dialect lets a cell be run, which is why there is another.
                    assert separator == "," and other.startswith("="), f"{path.name}:{line}: {one!r}, not {other!r}"


def check_workbook(folder, work):
    """Each sheet is a page of its own, and as wide as the page."""
    sheets = list((folder / "sheets").glob("*.csv"))
    [printed] = office.convert([folder / "book.xlsx"], "pdf", work)
    pages = len(re.findall(rb"/Type\s*/Page\b", printed.read_bytes()))
    assert pages == len(sheets), f"book.xlsx: {pages} pages for {len(sheets)} sheets"


if __name__ == "__main__":
    exported = pathlib.Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as work:
        check_csv([*sorted((exported / "sheets").glob("*.csv")), exported / "table.csv"], ",", work)
        check_csv([*sorted((exported / "excel-sheets").glob("*.csv")), exported / "excel.csv"], ";", work)
        check_workbook(exported, work)
    print(f"{exported.name}: LibreOffice sees in sheets, table and workbook what was written")
