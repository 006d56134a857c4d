"""The organisation drawn: made larger and smaller, moved, searched, and had as PDF."""

import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browsing import Browsing
from looking import axe, fits, sign_in
from server import Server

pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True, scope="session")


def chart(browse: Browsing, demo: Server, view: str = "wide", query: str = "") -> Page:
    page = browse(view, at=demo.url)
    sign_in(page, "ansat@demo.example")
    page.goto(f"/organisation/chart{query}")
    return page


def width(page: Page) -> float:
    return page.locator("[data-chart] svg").evaluate("drawing => drawing.getBoundingClientRect().width")


def test_keys_buttons_and_the_wheel_make_it_larger_and_smaller(browse: Browsing, demo: Server) -> None:
    page = chart(browse, demo)
    frame, address = page.locator("[data-chart]"), page.url
    before = width(page)
    frame.focus()
    page.keyboard.press("+")
    assert width(page) > before * 1.1
    page.keyboard.press("0")
    assert abs(width(page) - before) < 2
    page.locator("[data-zoom=out]").click()
    assert width(page) < before
    page.locator("[data-zoom=fit]").click()
    frame.hover()
    page.keyboard.down("Control")
    page.mouse.wheel(0, -200)
    page.keyboard.up("Control")
    page.wait_for_function("width => document.querySelector('[data-chart] svg').getBoundingClientRect().width > width", arg=before * 1.1)
    assert page.url == address, "nothing was loaded anew"


@pytest.mark.parametrize("view", ["wide", "phone"])
def test_letters_are_as_large_as_they_were_drawn(browse: Browsing, demo: Server, view: str) -> None:
    page = chart(browse, demo, view)
    drawn = page.locator("[data-chart] svg").evaluate("drawing => drawing.viewBox.baseVal.width")
    assert width(page) >= drawn - 1
    fits(page)


def test_it_is_dragged_and_what_was_dragged_is_not_followed(browse: Browsing, demo: Server) -> None:
    page = chart(browse, demo, query="?zoom=300")
    frame = page.locator("[data-chart]")
    frame.scroll_into_view_if_needed()
    box = frame.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 120, y - 60, steps=6)
    page.mouse.up()
    assert frame.evaluate("frame => [frame.scrollLeft, frame.scrollTop]") == [120, 60]
    assert "/organisation/chart" in page.url


def test_without_scripts_sizes_parts_and_searches_are_links(browse: Browsing, demo: Server) -> None:
    page = chart(browse, demo, "plain")
    before = width(page)
    page.get_by_role("link", name="Større", exact=True).click()
    assert "zoom=125" in page.url and width(page) > before
    page.get_by_label("Søg").fill("AMU")
    page.get_by_label("Søg").press("Enter")
    assert "zoom=125" in page.url, "the size goes along"
    page.get_by_role("link", name="Vis på tegningen").click()
    expect(page.locator("#found")).to_be_in_viewport()
    unit = page.locator(".orgchart a").first
    unit.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/units/**")


def test_a_person_is_found_and_shown_where_she_sits(browse: Browsing, demo: Server) -> None:
    page = chart(browse, demo)
    name = page.locator(".orgchart text.person:not(.vacant)").last.inner_html()
    page.get_by_label("Søg").fill(name)
    page.get_by_label("Søg").press("Enter")
    expect(page.locator("#found")).to_be_in_viewport()
    expect(page.locator("#found")).to_contain_text(name)
    axe(page)
    fits(page)


@pytest.mark.parametrize("view", ["phone", "dark"])
def test_marks_of_what_was_found_are_readable(browse: Browsing, demo: Server, view: str) -> None:
    page = chart(browse, demo, view, "?q=am&zoom=150")
    expect(page.locator("#found")).to_have_count(1)
    axe(page, only="color-contrast")
    fits(page)


@pytest.mark.parametrize(
    "path, size",
    [("/organisation/chart/print", "1190.55 x 841.89"), ("/organisation/plan/print", "595.276 x 841.89")],
)
def test_paper_is_had_as_pdf(browse: Browsing, demo: Server, tmp_path: Path, path: str, size: str) -> None:
    page = chart(browse, demo)
    page.goto(path)
    with page.expect_download() as download:
        page.get_by_role("link", name="Hent som PDF").click()
    file = tmp_path / "plan.pdf"
    download.value.save_as(file)
    assert download.value.suggested_filename.startswith("Organisation")
    facts = subprocess.run(["pdfinfo", str(file)], capture_output=True, text=True, check=True).stdout
    assert size in facts and "Tagged:          yes" in facts, facts
