"""What hangs on a wall: a board on one A3, a poster on one A4."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from playwright.sync_api import Page, expect

from browsing import Browsing
from conftest import new_store
from looking import sign_in
from server import Server
from workplace import Deal, main_plan

pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True, scope="session")

A3_LANDSCAPE, A4 = (1191, 842), (595, 842)


def sheets(page: Page) -> list[tuple[int, int]]:
    """Width and height, in points, of each page that the printer would be given."""
    pdf = page.pdf(prefer_css_page_size=True, print_background=True)
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert len(boxes) == len(re.findall(rb"/Type /Page\b", pdf))
    return [(round(float(width)), round(float(height))) for width, height in boxes]


@pytest.fixture
def own_demo(engine: str, tmp_path: Path) -> Iterator[Server]:
    with Server(new_store(engine, tmp_path), tmp_path, people=60) as server:
        yield server


def test_forty_notes_hang_on_one_sheet(browse: Browsing, own_demo: Server) -> None:
    page = browse(at=own_demo.url)
    sign_in(page, "amr@demo.example")
    body = main_plan(page)
    missing = 40 - page.locator(".board .note").count()
    for number in range(max(0, missing)):
        page.goto(f"/actions/new?body={body}")
        deal = Deal(f"Seddel nummer {number} med en titel af almindelig længde")
        deal.write(page)
        theme = page.locator("[name=theme]")
        theme.select_option(index=number % theme.locator("option").count())
        page.locator("[name=what]").press("Enter")
        expect(page.locator("h1")).to_have_text(deal.what)
    page.goto(f"/plan/{body}/print")
    assert page.locator(".board .note").count() >= 40
    assert sheets(page) == [A3_LANDSCAPE]


def test_a_poster_is_one_sheet(browse: Browsing, demo: Server) -> None:
    page = browse(at=demo.url)
    sign_in(page, "amr@demo.example")
    page.goto(f"/bodies/{main_plan(page)}")
    page.locator("a[href^='/units/']").first.click()
    page.goto(f"{page.url}/poster")
    assert sheets(page) == [A4]


def read_by_camera(picture: Path) -> str:
    return subprocess.run(["zbarimg", "--quiet", "--raw", str(picture)], capture_output=True, text=True).stdout.strip()


@pytest.mark.parametrize("view", ["wide", "dark"])
def test_a_camera_reads_the_poster_also_where_it_is_dirty(
    browse: Browsing, demo: Server, tmp_path: Path, view: str
) -> None:
    page = browse(view, at=demo.url)
    sign_in(page, "amr@demo.example")
    page.goto(f"/bodies/{main_plan(page)}")
    page.locator("a[href^='/units/']").first.click()
    unit = page.locator("h1").inner_text()
    page.goto(f"{page.url}/poster")
    page.locator(".poster svg").screenshot(path=tmp_path / "clean.png")
    address = read_by_camera(tmp_path / "clean.png")
    assert re.fullmatch(re.escape(demo.url) + r"/r/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", address), address

    with Image.open(tmp_path / "clean.png") as picture:
        side = picture.width
        ImageDraw.Draw(picture).rectangle([side * 0.45, side * 0.45, side * 0.62, side * 0.62], fill="gray")
        picture.save(tmp_path / "dirty.png")
    assert read_by_camera(tmp_path / "dirty.png") == address

    stranger = browse("phone", at=demo.url)
    stranger.goto(address)
    expect(stranger.locator("h1")).to_have_text("Hvad så du?")
    expect(stranger.get_by_text(unit, exact=True)).to_be_visible()
