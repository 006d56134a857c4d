"""What is taken out for a spreadsheet is what stood in the list, also as the spreadsheet opens it."""

import csv
import io
from datetime import date, datetime

import pytest
from openpyxl import load_workbook

from calling import Caller, Form
from server import Server
from workplace import in_days

pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True, scope="session")

ODD = ["=1+1", 'Sagde "stop"; så', "Lys 🧯 & <b>gulv</b>", "Første\x01anden", "Linje 1\nLinje 2"]


def plain(cell: object) -> str:
    """A cell of the workbook as the CSV file has it."""
    if isinstance(cell, datetime | date):
        return f"{cell:%Y-%m-%d}"
    return "" if cell is None else str(cell)


def tables(caller: Caller, path: str, query: str = "") -> tuple[list[list[str]], list[list[str]]]:
    """The same rows from the CSV file and from the workbook, its heading first."""
    told = caller.get(f"{path}.csv{query}")
    assert told.body.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(told.body.decode("utf-8-sig"), newline=""), delimiter=";"))
    book = load_workbook(io.BytesIO(caller.get(f"{path}.xlsx{query}").body))
    sheet = book.active
    assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref.startswith("A1:")
    return rows, [[plain(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]


def test_actions_go_into_a_spreadsheet(demo: Server) -> None:
    caller = Caller(demo, "amr@demo.example")
    body = caller.get("/plan").location.rsplit("/", 1)[1]
    for number, what in enumerate(ODD):
        fields = Form(caller.get(f"/actions/new?body={body}").text, "/actions").fields
        sent = fields | {"what": what.replace("\n", " "), "why": what, "due": in_days(number)}
        assert caller.post("/actions", sent).status == 303
    written, opened = tables(caller, "/actions", "?stage=all")
    assert len(written) == len(opened) > len(ODD) + 10
    # What a spreadsheet would run stands behind an apostrophe in the file that it reads, and as text in the workbook.
    # What XML cannot hold is left out of it.
    unquoted = [[cell.removeprefix("'").replace("\x01", "") for cell in row] for row in written]
    assert [[cell.replace("\r\n", "\n") for cell in row] for row in unquoted] == opened
    due = opened[0].index("Hvornår?")
    assert [row[due] for row in opened if row[0] == "=1+1"] == [in_days(0)]
    names = [row[0] for row in opened]
    assert all(what in names for what in ODD if what.isprintable())


def test_reports_go_into_a_spreadsheet(demo: Server) -> None:
    caller = Caller(demo, "amr@demo.example")
    fields = Form(caller.get("/report").text, "/report").fields
    assert caller.post("/report", fields | {"kind": "near_miss", "what": "=cmd|' /C calc'!A0"}).status == 200
    written, opened = tables(caller, "/reports/export")
    assert len(written) == len(opened) > 2
    assert [[cell.removeprefix("'") for cell in row] for row in written] == opened
