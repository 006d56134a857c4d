"""What goes wrong for people: lost sessions, two at once, a power cut, nonsense. Nothing that was typed is lost."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browsing import Browsing
from conftest import new_store
from looking import sign_in
from server import PASSWORD, Server
from workplace import (
    Deal, add_action, button, choose_password, drop_with_keys, hangs, in_days, link, main_plan, make_link, note, pick_up,
    said,
)

pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True, scope="session")

REPRESENTATIVE, LEADER, ADMINISTRATOR = "amr@demo.example", "leder@demo.example", "admin@demo.example"
LONG = "Gulvet er glat, når det er vådt, og folk løber. " * 40


@pytest.fixture
def amr(browse: Browsing, demo: Server) -> Page:
    page = browse(at=demo.url)
    sign_in(page, REPRESENTATIVE)
    return page


def test_what_was_typed_outlives_the_session(amr: Page, browse: Browsing, demo: Server) -> None:
    amr.goto(f"/actions/new?body={main_plan(amr)}")
    Deal("Lys på trappen", why=LONG).write(amr)
    elsewhere = browse(at=demo.url)
    sign_in(elsewhere, REPRESENTATIVE)
    elsewhere.goto("/account")
    button(elsewhere, "Log ud alle steder").click()
    elsewhere.wait_for_url("**/signin*")

    button(amr, "Gem").click()
    expect(amr.locator("h1")).to_contain_text("Intet er tabt")
    button(amr, "Log ind").click()
    amr.locator("[name=email]").fill(REPRESENTATIVE)
    amr.locator("[name=password]").fill(PASSWORD)
    button(amr, "Log ind").click()
    expect(amr.locator("h1")).to_have_text("Du er logget ind igen")
    button(amr, "Send").click()
    expect(said(amr)).to_have_text("Indsatsen er på tavlen.")
    expect(amr.locator("h1")).to_have_text("Lys på trappen")
    expect(amr.get_by_text(LONG.strip())).to_be_visible()


def test_a_form_from_before_one_signed_in_anew_is_sent_by_one_tap(amr: Page) -> None:
    amr.goto(f"/actions/new?body={main_plan(amr)}")
    Deal("Lås på skuret", why=LONG).write(amr)
    amr.context.clear_cookies()
    tab = amr.context.new_page()
    sign_in(tab, REPRESENTATIVE)

    button(amr, "Gem").click()
    expect(amr.locator("h1")).to_contain_text("Intet er tabt")
    amr.get_by_role("button", name="Send igen som").click()
    expect(said(amr)).to_have_text("Indsatsen er på tavlen.")
    expect(amr.locator("h1")).to_have_text("Lås på skuret")
    expect(amr.get_by_text(LONG.strip())).to_be_visible()


def test_the_second_of_two_who_edit_sees_both_texts(amr: Page, browse: Browsing, demo: Server) -> None:
    path = add_action(amr, main_plan(amr), Deal("Nye gryder"))
    leader = browse(at=demo.url)
    sign_in(leader, LEADER)
    for page in (amr, leader):
        page.goto(f"{path}/edit")
    amr.locator("[name=why]").fill("De gamle er tunge.")
    amr.locator("[name=how]").fill("Vi spørger kokken.")
    button(amr, "Gem").click()
    expect(said(amr)).to_have_text("Gemt.")

    leader.locator("[name=why]").fill("Håndtagene er løse.")
    button(leader, "Gem").click()
    expect(leader.get_by_text("gemte imens. Intet er tabt.")).to_be_visible()
    expect(leader.locator("[name=why]")).to_have_value("Håndtagene er løse.")
    expect(leader.locator("[name=how]")).to_have_value("Vi spørger kokken.")
    both = leader.get_by_role("radiogroup", name="To har skrevet")
    expect(both).to_contain_text("De gamle er tunge.")
    expect(both).to_contain_text("Håndtagene er løse.")
    button(leader, "Gem").click()
    expect(both).to_contain_text("Feltet mangler.")
    both.get_by_role("radio", name="Det, du skrev").check()
    button(leader, "Gem").click()
    expect(said(leader)).to_have_text("Gemt.")
    expect(leader.get_by_text("Håndtagene er løse.").first).to_be_visible()
    expect(leader.get_by_text("Vi spørger kokken.").first).to_be_visible()


@pytest.mark.parametrize("view", ["wide", "plain"])
def test_a_form_sent_twice_makes_one(demo: Server, browse: Browsing, view: str) -> None:
    page = browse(view, at=demo.url)
    sign_in(page, REPRESENTATIVE)
    body, title = main_plan(page), f"Kun én gang ({view})"
    page.goto(f"/actions/new?body={body}")
    Deal(title).write(page)
    button(page, "Gem").dblclick()
    expect(page.locator("h1")).to_have_text(title)
    page.goto(f"/plan/{body}")
    expect(note(page, title)).to_have_count(1)


def test_a_day_that_has_passed_is_refused_beside_its_field(amr: Page) -> None:
    amr.goto(f"/actions/new?body={main_plan(amr)}")
    Deal("For sent", due=in_days(-1)).write(amr)
    button(amr, "Gem").click()
    due = amr.get_by_label("Hvornår?")
    expect(due).to_be_focused()
    expect(due).to_have_attribute("aria-invalid", "true")
    expect(due).to_have_accessible_description("Dagen, hvor det skal være gjort. ! Datoen er forbi. Vælg en dag fra i dag.")
    expect(amr.locator("[name=what]")).to_have_value("For sent")
    expect(amr.locator("[name=why]")).to_have_value("Fordi nogen faldt.")
    due.fill(in_days(3))
    button(amr, "Gem").click()
    expect(said(amr)).to_have_text("Indsatsen er på tavlen.")


def test_a_title_of_ten_thousand_characters_comes_back_whole(amr: Page) -> None:
    amr.goto(f"/actions/new?body={main_plan(amr)}")
    title = "Ææ" * 5000
    Deal(title).write(amr)
    button(amr, "Gem").click()
    expect(amr.locator("[name=what]")).to_be_focused()
    expect(amr.locator("[name=what]")).to_have_value(title)


def test_a_title_may_laugh(amr: Page) -> None:
    title = "🧯 Øvelse 👩🏽‍🔬 <b>& \"så\" 'videre'"
    body = main_plan(amr)
    add_action(amr, body, Deal(title))
    expect(amr.locator("h1")).to_have_text(title)
    assert title in amr.title()
    amr.goto(f"/plan/{body}")
    expect(note(amr, title)).to_have_count(1)


@pytest.mark.parametrize(
    "name, bytes_",
    [("tekst.jpg", b"hverken lys eller farver"), ("stor.jpg", os.urandom(30 * 1024 * 1024))],
    ids=["no photo", "30 MB of noise"],
)
def test_what_is_no_photo_is_refused_and_the_text_kept(
    amr: Page, tmp_path: Path, name: str, bytes_: bytes
) -> None:
    file = tmp_path / name
    file.write_bytes(bytes_)
    amr.goto("/report")
    amr.get_by_text("Noget var farligt").click()
    amr.get_by_label("Fortæl kort").fill("Stigen vakler.")
    amr.locator("input[type=file]").set_input_files(file)
    button(amr, "Send").click()
    # The unoptimised program takes its time over 30 MB.
    expect(amr.locator(".problems")).to_be_visible(timeout=60_000)
    expect(amr.get_by_label("Fortæl kort")).to_have_value("Stigen vakler.")
    expect(amr.get_by_label("Noget var farligt")).to_be_checked()
    button(amr, "Send").click()
    expect(amr.locator("h1")).to_have_text("Tak. Det er modtaget.")


def test_what_belongs_to_others_is_not_found(amr: Page, browse: Browsing, demo: Server) -> None:
    admin, other = browse(at=demo.url), browse(at=demo.url)
    sign_in(admin, ADMINISTRATOR)
    admin.goto("/organisation")
    link(admin, "AMG Historie").click()
    body = admin.url.rsplit("/", 1)[1]
    leader = admin.locator(".person", has_text="arbejdsleder").locator("span:not(.face)").first
    name = leader.evaluate("name => name.firstChild.textContent.trim()")
    choose_password(other, make_link(admin, name))
    action = add_action(other, body, Deal("Det er vores"))
    for path in (f"/plan/{body}", f"/plan/{body}/print", action, f"{action}/edit", "/actions/findes-ikke"):
        answer = amr.goto(path)
        assert answer and answer.status == 404, path
        expect(amr.locator("h1")).to_have_text("Siden findes ikke, eller du har ikke adgang til den.")
        assert "Det er vores" not in amr.content()


@pytest.fixture
def own_demo(engine: str, tmp_path: Path) -> Iterator[Server]:
    with Server(new_store(engine, tmp_path), tmp_path, people=20) as server:
        yield server


def test_a_power_cut_loses_nothing_and_open_boards_catch_up(own_demo: Server, browse: Browsing) -> None:
    writer, watcher = browse(at=own_demo.url), browse(at=own_demo.url)
    sign_in(writer, REPRESENTATIVE)
    sign_in(watcher, LEADER)
    body = main_plan(writer)
    watcher.goto(f"/plan/{body}")
    add_action(writer, body, Deal("Før strømmen gik"))
    hangs(watcher, "Før strømmen gik", "started")
    writer.goto(f"/plan/{body}")

    own_demo.kill()
    pick_up(writer, "Før strømmen gik").press("ArrowRight")
    writer.keyboard.press("Enter")
    expect(writer.get_by_role("status").filter(has_text="Ingen forbindelse")).to_be_visible()
    hangs(writer, "Før strømmen gik", "started")

    own_demo.start()
    writer.reload()
    drop_with_keys(writer, "Før strømmen gik", "ArrowRight")
    hangs(writer, "Før strømmen gik", "under_way")
    hangs(watcher, "Før strømmen gik", "under_way")
    expect(watcher.locator(".offline")).to_have_count(0)
