"""Reads what `patrol export` wrote with the libraries of others: calendars, workbook, report, description.

Usage: check_exchange.py FOLDER, which holds table.csv, datapackage.json, calendars/, book.xlsx, report.html and sheets/,
all of one roster in the dialect rfc4180. Exits with a message at the first thing that is not as it should be.
"""

import csv
import datetime
import pathlib
import sys
from html.parser import HTMLParser

import icalendar
import openpyxl
import recurring_ical_events
import vobject
from frictionless import validate


def check_package(folder):
    report = validate(str(folder / "datapackage.json"))
    assert report.valid, report.to_summary()


def check_second_reader(path, raw, calendar):
    """Another library, and one that spreads events over days, see the same events at the same instants."""
    events = {str(event["UID"]): event["DTSTART"].dt for event in calendar.walk("VEVENT")}
    [other] = vobject.readComponents(raw.decode())
    seen = {event.uid.value: event.dtstart.value for event in getattr(other, "vevent_list", [])}
    assert {uid: start.timestamp() for uid, start in seen.items()} == {
        uid: start.timestamp() for uid, start in events.items()}, f"{path}: vobject sees other events"
    if events:
        first, last = (end(events.values()).date() for end in (min, max))
        spread = recurring_ical_events.of(calendar).between(first, last + datetime.timedelta(days=1))
        assert sorted(str(event["UID"]) for event in spread) == sorted(events), f"{path}: events recur or are lost"


def check_calendars(folder):
    """Every event is a row of the table at the same instants; every row of the period is an event."""
    with open(folder / "table.csv", newline="", encoding="utf-8") as file:
        # A unit that no table defines has a row, and nobody to give a calendar to.
        rows = [row for row in csv.DictReader(file) if row["force"]]
    expected = set()
    for row in rows:
        instants = tuple(datetime.datetime.fromisoformat(row[name]).timestamp() for name in ("start", "end"))
        expected.add((row["unit"], row["day"], row["shift"], *instants, row["beat_name"]))
    events = set()
    for path in sorted((folder / "calendars").glob("*.ics")):
        raw = path.read_bytes()
        assert all(len(line) <= 75 for line in raw.split(b"\r\n")), f"{path}: a line is longer than 75 bytes"
        assert raw.count(b"\n") == raw.count(b"\r\n"), f"{path}: a line does not end in CRLF"
        calendar = icalendar.Calendar.from_ical(raw)
        assert not calendar.errors, f"{path}: {calendar.errors}"
        check_second_reader(path, raw, calendar)
        uids = [str(event["UID"]) for event in calendar.walk("VEVENT")]
        assert len(uids) == len(set(uids)), f"{path}: two events of one UID"
        for event in calendar.walk("VEVENT"):
            assert not event.errors, f"{path}: {event.errors}"
            day, shift, unit = str(event["UID"]).split("@")[0].split(".")[:3]
            assert unit == path.stem, f"{path}: an event of {unit}"
            instants = tuple(event[name].dt.timestamp() for name in ("DTSTART", "DTEND"))
            beat = str(event["SUMMARY"]).rsplit(", ", 1)[0]
            events.add((unit, day, shift, *instants, beat))
    first, last = min(event[1] for event in events), max(event[1] for event in events)
    within = {row for row in expected if first <= row[1] <= last}
    assert events == within, f"events and table differ: {sorted(events ^ within)[:3]}"


def check_workbook(folder):
    """A worksheet a place, ready for printing, with as many rows as the sheets have, and no formula."""
    book = openpyxl.load_workbook(folder / "book.xlsx")
    rows = {}
    for path in (folder / "sheets").glob("*.csv"):
        with open(path, newline="", encoding="utf-8") as file:
            place = path.stem.rsplit("_", 2)[0]
            *tile, end = csv.DictReader(file)
            assert end.pop("beat") == "END OF SHEET" and not any(end.values()), path.name
            rows.setdefault(place, []).append(tile)
    assert sorted(book.sheetnames) == sorted(rows), book.sheetnames
    for sheet in book:
        assert sheet.print_title_rows == "$1:$1" and sheet.page_setup.orientation == "landscape", sheet.title
        assert len(sheet.row_breaks.brk) == len(rows[sheet.title]) - 1, sheet.title
        cells = [cell for row in sheet.iter_rows() for cell in row]
        assert all(cell.data_type != "f" for cell in cells), f"{sheet.title}: a formula"
        count = sum(len(tile) + 1 for tile in rows[sheet.title]) + 1
        assert sheet.max_row == count, f"{sheet.title}: {sheet.max_row} rows, not {count}"


class Page(HTMLParser):
    """Checks that every element is closed, and that none runs or loads anything."""

    void = {"meta", "rect", "path"}

    def __init__(self):
        super().__init__()
        self.open = []
        self.policy = ""

    def handle_starttag(self, tag, attributes):
        assert tag not in {"script", "img", "iframe", "object", "link", "a", "form"}, tag
        for name, value in attributes:
            assert not name.startswith("on") and name not in {"href", "src", "style"}, name
        if dict(attributes).get("http-equiv") == "Content-Security-Policy":
            self.policy = dict(attributes)["content"]
        if tag not in self.void:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        pass

    def handle_endtag(self, tag):
        assert self.open and self.open.pop() == tag, f"</{tag}> closes nothing"


def check_report(folder):
    page = Page()
    page.feed((folder / "report.html").read_text(encoding="utf-8"))
    page.close()
    assert not page.open, f"not closed: {page.open}"
    assert page.policy.startswith("default-src 'none'"), page.policy


if __name__ == "__main__":
    exported = pathlib.Path(sys.argv[1])
    for check in (check_package, check_calendars, check_workbook, check_report):
        check(exported)
    print(f"{exported.name}: the table's description, calendars, workbook and report read as they should")
