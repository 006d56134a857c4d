"""Hours are read in, the numbers of the year are read, and taken along as CSV and on paper."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from browsing import Browsing
from looking import axe, fits, read_in, sign_in
from server import Server
from workplace import button, link, said, today

LAST_MONTH = today().replace(day=1) - timedelta(days=1)


def read_hours_in(page: Page, code: str, hours: int) -> None:
    """Reads the hours of last month in from CSV, after a look at what will happen."""
    text = f"unit,month,head_count,hours\n{code},{LAST_MONTH:%Y-%m},40,{hours}\n"
    page.goto("/import")
    page.locator("input[name=months]").set_input_files(
        {"name": "months.csv", "mimeType": "text/csv", "buffer": text.encode()}
    )
    button(page, "Se, hvad der vil ske").click()
    expect(page.locator("h1")).to_have_text("Det vil ske")
    button(page, "Læs det ind").click()
    expect(said(page)).to_have_text("Det er læst ind.")


def file_of(page: Page, table: str) -> Locator:
    sheet = page.locator("section.sheet").filter(has=page.get_by_role("heading", name=table, exact=True))
    return sheet.get_by_role("link", name=re.compile("CSV"))


def fetched(page: Page, table: str) -> str:
    """The table as the file that stands beside it."""
    with page.expect_download() as download:
        file_of(page, table).click()
    return Path(download.value.path()).read_text(encoding="utf-8-sig")


def looked_at(page: Page, view: str) -> None:
    fits(page)
    # axe needs scripts.
    if view != "plain":
        axe(page)


@pytest.mark.parametrize("view", ["wide", "phone", "plain"])
def test_hours_are_read_in_and_the_numbers_follow(demo: Server, browse: Browsing, view: str) -> None:
    admin, member = browse(at=demo.url), browse(view, at=demo.url)
    sign_in(admin, "admin@demo.example")
    sign_in(member, "amr@demo.example")
    member.goto(f"/statistics?year={LAST_MONTH.year}")
    expect(member.locator("h1")).to_contain_text("Ulykker i tal")
    looked_at(member, view)
    before = fetched(member, "År for år")
    assert before.startswith("År;Ulykker med fravær;Timer;")

    unit = re.search(r"unit=([^&]+)", file_of(member, "År for år").get_attribute("href") or "")
    assert unit
    admin.goto(f"/units/{unit[1]}/months")
    code = admin.locator(".page-header .meta").inner_text().split("·")[-1].strip()
    hours = {"wide": 90_001, "phone": 90_002, "plain": 90_003}[view]
    read_hours_in(admin, code, hours)
    member.reload()
    assert fetched(member, "År for år") != before

    member.get_by_label("År", exact=True).select_option(str(LAST_MONTH.year - 2))
    button(member, "Vis").click()
    expect(member).to_have_url(re.compile(f"year={LAST_MONTH.year - 2}"))
    expect(member.get_by_role("heading", name="Hvad der meldes")).to_be_visible()
    looked_at(member, view)
    read_in(member, "en")
    expect(member.locator("h1")).to_contain_text("Accidents in numbers")
    looked_at(member, view)
    read_in(member, "da")


def test_the_committee_takes_the_year_along_on_paper(demo: Server, browse: Browsing, tmp_path: Path) -> None:
    page = browse(at=demo.url)
    sign_in(page, "koordinator@demo.example")
    page.goto(f"/statistics?year={LAST_MONTH.year - 1}")
    axe(page)
    link(page, "Årets oversigt på papir").focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text(f"Årlig oversigt over ulykker {LAST_MONTH.year - 1}")
    expect(page.get_by_role("heading", name="Hvad ser vi?")).to_be_visible()
    axe(page)
    with page.expect_download() as download:
        page.get_by_role("link", name="Hent som PDF").click()
    file = tmp_path / "overview.pdf"
    download.value.save_as(file)
    assert file.read_bytes().startswith(b"%PDF-")


def test_an_employee_without_a_mandate_finds_none(demo: Server, browse: Browsing) -> None:
    page = browse(at=demo.url)
    sign_in(page, "ansat@demo.example")
    answer = page.request.get(f"{demo.url}/statistics")
    assert answer.status == 404
