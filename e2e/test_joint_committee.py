"""A joint committee is made of two by an agreement, and the proximity of what came of it is written down."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browsing import Browsing
from conftest import new_store
from looking import axe, fits, sign_in
from server import Server
from workplace import today

SECTIONS = {
    "agreements": ["organisation_agreement", "company_agreement"],
    "contents": ["activities", "follow_up", "tasks", "change", "plan"],
    "effects": ["gains", "drawbacks"],
}


@pytest.fixture
def own_demo(engine: str, tmp_path: Path) -> Iterator[Server]:
    with Server(new_store(engine, tmp_path), tmp_path, people=60) as server:
        yield server


def add_body(page: Page, kind: str, name: str, unit: str) -> str:
    page.goto("/bodies/new")
    page.locator("select[name=kind]").select_option(kind)
    page.locator("input[name=name_da]").fill(name)
    page.locator("input[name=units]").fill(unit)
    page.locator("main form button.primary").click()
    page.wait_for_url("**/seats")
    return page.url.split("/")[-2]


def seen(page: Page) -> None:
    fits(page)
    axe(page)


def unit_code(page: Page) -> str:
    page.goto("/organisation")
    return page.locator(".sheet li small.meta").first.inner_text()


def test_two_committees_become_one(browse: Browsing, own_demo: Server) -> None:
    page = browse("wide", at=own_demo.url)
    sign_in(page, "admin@demo.example")
    code = unit_code(page)
    committee = add_body(page, "committee", "AMU Prøve", code)
    cooperation = add_body(page, "cooperation", "LSU Prøve", code)
    # The two must have been open for a day before they become one.
    first = today() + timedelta(days=30)
    page.goto(f"/bodies/{committee}")
    page.get_by_role("link", name="Forbered en aftale").click()
    expect(page.locator("select[name=committee]")).to_have_value(committee)
    page.locator("select[name=cooperation]").select_option(cooperation)
    page.locator("input[name=name_da]").fill("ASU Prøve")
    page.locator("input[name=day]").fill(first.isoformat())
    page.locator("input[name=review_on]").fill((first + timedelta(days=365)).isoformat())
    seen(page)
    page.locator("main form button.primary").click()
    for step, sections in SECTIONS.items():
        page.wait_for_url(f"**/texts/{step}")
        for section in sections:
            page.locator(f"textarea[name=text-{section}]").fill(f"Om {section}")
            if step != "effects":
                page.locator(f"input[name=tick-{section}]").check()
        seen(page)
        page.locator("main form button[value=on]").click()
    page.wait_for_url("**/preview")
    seen(page)
    expect(page.locator("main")).to_contain_text("bliver AMU Prøve og LSU Prøve til ASU Prøve")
    page.get_by_role("button", name="Gennemfør").click()
    expect(page.locator("main")).to_contain_text("Om activities")
    seen(page)
    page.get_by_role("link", name="Gå tilbage til to udvalg").click()
    page.locator("input[name=day]").fill((first + timedelta(days=50)).isoformat())
    page.get_by_role("button", name="Se, hvad der vil ske").click()
    seen(page)
    # What was done asks for documentation, on Today too.
    page.goto("/proximity")
    seen(page)
    expect(page.locator("main")).to_contain_text("blev til ét")
    page.goto(f"/bodies/{committee}")
    expect(page.locator("main")).to_contain_text("Bliver en del af et fælles udvalg")


def test_rules_of_procedure_are_written_on_a_phone(browse: Browsing, own_demo: Server) -> None:
    page = browse("phone", at=own_demo.url)
    sign_in(page, "admin@demo.example")
    body = add_body(page, "committee", "AMU Prøve", unit_code(page))
    page.goto(f"/bodies/{body}/rules")
    page.get_by_role("link", name="Skriv en ny version").click()
    for section in ["tasks", "members", "meetings", "agenda", "minutes"]:
        page.locator(f"textarea[name=text-{section}]").fill(f"Om {section}")
    seen(page)
    page.get_by_role("button", name="Gem kladden").click()
    page.locator("input[name=decided_by]").fill("Udvalget")
    page.locator("input[name=decided_on]").fill(today().isoformat())
    page.get_by_role("button", name="Den er besluttet").click()
    page.wait_for_url("**/rules")
    expect(page.locator("main")).to_contain_text("Besluttet af Udvalget")
    seen(page)
    page.goto(f"/bodies/{body}/edit")
    page.locator("input[name=employer_seats]").fill("2")
    page.locator("input[name=employee_seats]").fill("2")
    seen(page)
    page.get_by_role("button", name="Gem").click()
    expect(page.locator("main")).to_contain_text("2 for ledelsen, 2 for de ansatte")
    page.goto("/proximity")
    page.get_by_role("link", name="Skriv den").first.click()
    seen(page)
