"""One plan seen in many ways: as the two tables of the paper plans, in numbers, and with others as one."""

import re

import pytest
from playwright.sync_api import Page, expect

from browsing import Browsing
from looking import axe, fits, sign_in
from server import Server
from test_paper import sheets
from workplace import link, main_plan

A4_LANDSCAPE = (842, 595)


def look(page: Page, view: str) -> None:
    fits(page)
    # axe needs scripts.
    if view != "plain":
        axe(page)


@pytest.mark.parametrize("view", ["wide", "phone", "dark", "plain"])
def test_a_plan_is_read_as_two_tables_and_printed(demo: Server, browse: Browsing, view: str) -> None:
    page = browse(view, at=demo.url)
    sign_in(page, "amr@demo.example")
    page.goto(f"/plan/{main_plan(page)}")
    link(page, "Tabel").click()
    heads = page.locator(".plan-table thead th")
    expect(heads).to_have_text(["Hvad?", "Hvorfor?", "Hvem?", "Hvordan?", "Status"])
    look(page, view)
    link(page, "Hvad er aftalt?").click()
    expect(heads).to_have_text(["Hvad?", "Hvorfor?", "Hvordan?", "Hvornår?", "Hvem?", "Opfølgning"])
    look(page, view)
    page.get_by_label("Hvor langt?").select_option("all")
    page.get_by_role("button", name="Vis", exact=True).click()
    expect(page).to_have_url(re.compile("stage=all"))
    expect(heads).to_have_count(6)
    link(page, "Print som tabel").click()
    expect(page.locator(".plan-table")).to_be_visible()
    look(page, view)
    if view == "wide":
        assert set(sheets(page)) == {A4_LANDSCAPE}


def test_the_board_hangs_on_a4_too(demo: Server, browse: Browsing) -> None:
    page = browse(at=demo.url)
    sign_in(page, "amr@demo.example")
    page.goto(f"/plan/{main_plan(page)}/print")
    link(page, "Papir i A4").click()
    assert set(sheets(page)) == {A4_LANDSCAPE}
    sizes = page.locator(".note > a").evaluate_all("notes => notes.map(note => parseFloat(getComputedStyle(note).fontSize))")
    assert min(sizes) >= 10
    axe(page)


@pytest.mark.parametrize("view", ["wide", "phone", "dark", "plain"])
def test_a_plan_is_read_in_numbers(demo: Server, browse: Browsing, view: str) -> None:
    member, page = browse("plain", at=demo.url), browse(view, at=demo.url)
    sign_in(member, "amr@demo.example")
    sign_in(page, "ansat@demo.example")
    page.goto(f"/plan/{main_plan(member)}")
    link(page, "Overblik").click()
    expect(page.locator("svg.bars")).to_have_count(6)
    look(page, view)
    with page.expect_download() as download:
        page.locator("a[href*='figure=people']").click()
    assert download.value.suggested_filename.endswith(".csv")
    page.locator("table").first.get_by_role("link").first.click()
    expect(page).to_have_url(re.compile("responsible="))
    expect(page.locator("h1")).to_have_text("Indsatser")


@pytest.mark.parametrize("view", ["wide", "phone", "plain"])
def test_a_committee_sees_the_plans_below_as_one(demo: Server, browse: Browsing, view: str) -> None:
    page = browse(view, at=demo.url)
    sign_in(page, "koordinator@demo.example")
    page.goto("/plan")
    link(page, "Planerne under").click()
    expect(page.locator("svg.bars")).to_be_visible()
    rows = page.locator("table tbody tr")
    assert rows.count() > 0
    look(page, view)
    for name in ("Tema", "Enhed", "Hvor det kommer fra"):
        page.get_by_role("navigation", name="Set efter").get_by_role("link", name=name, exact=True).click()
        expect(page.locator(".board.below .note").first).to_be_visible()
        look(page, view)
    page.goto("/plans")
    look(page, view)
