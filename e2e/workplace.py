"""What an organisation's people do in the browser, each deed by its name on the page."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from playwright.sync_api import Locator, Page, expect

from server import PASSWORD


def today() -> date:
    """The day on the wall of the organisation, which is another than the machine's around midnight."""
    return datetime.now(ZoneInfo("Europe/Copenhagen")).date()


def in_days(days: int) -> str:
    return (today() + timedelta(days=days)).isoformat()


def said(page: Page) -> Locator:
    """The sentence that tells what has just been done."""
    return page.locator("[data-said]")


def button(scope: Page | Locator, name: str) -> Locator:
    return scope.get_by_role("button", name=name, exact=True)


def link(scope: Page | Locator, name: str) -> Locator:
    return scope.get_by_role("link", name=name, exact=True)


def begin(page: Page, address: str, organisation: str, name: str, email: str) -> None:
    """Starts an own organisation behind the link of the console."""
    page.goto(address)
    page.get_by_label("Organisationens navn").fill(organisation)
    page.get_by_label("Dit navn").fill(name)
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Adgangskode", exact=True).fill(PASSWORD)
    page.get_by_label("Adgangskoden igen").fill(PASSWORD)
    button(page, "Begynd").click()
    expect(said(page)).to_contain_text("Organisationen er oprettet")


def read_in_files(page: Page, units: str, people: str) -> None:
    """Reads units and people in from CSV, after a look at what will happen."""
    page.goto("/import")
    for name, text in {"units": units, "people": people}.items():
        file = {"name": f"{name}.csv", "mimeType": "text/csv", "buffer": text.encode()}
        page.locator(f"input[name={name}]").set_input_files(file)
    button(page, "Se, hvad der vil ske").click()
    expect(page.locator("h1")).to_have_text("Det vil ske")
    button(page, "Læs det ind").click()
    expect(said(page)).to_have_text("Det er læst ind.")


def unit_page(page: Page, name: str) -> str:
    """The path of the page of a unit below the top one."""
    page.goto("/organisation")
    link(page, name).click()
    expect(page.locator("h1")).to_have_text(name)
    return urlsplit(page.url).path


def add_person(page: Page, name: str, email: str, unit: str) -> None:
    page.goto("/administration/people/new")
    page.get_by_label("Navn").fill(name)
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Enhed").fill(unit)
    button(page, "Opret").click()
    expect(page.get_by_role("row", name=name)).to_be_visible()


def add_group(page: Page, name: str, units: str) -> str:
    """The group's id."""
    page.goto("/bodies/new")
    page.get_by_label("Slags").select_option("group")
    page.get_by_label("Navn på dansk").fill(name)
    page.get_by_label("Ser efter disse enheder").fill(units)
    button(page, "Opret").click()
    page.wait_for_url("**/seats")
    return urlsplit(page.url).path.split("/")[2]


def seat(page: Page, group: str, email: str, role: str) -> None:
    page.goto(f"/bodies/{group}/seats")
    page.get_by_label("Person").fill(email)
    page.get_by_label("Rolle").select_option(role)
    page.get_by_label("Hvordan").select_option("elected" if role == "representative" else "appointed")
    button(page, "Giv en plads").click()
    expect(said(page)).to_have_text("Pladsen er givet.")


def make_link(page: Page, name: str) -> str:
    """The address with which a person chooses a password, as the page shows it once."""
    page.goto("/administration")
    page.get_by_label("Søg").fill(name)
    page.get_by_label("Søg").press("Enter")
    button(page.get_by_role("row", name=name), "Lav et link").click()
    return page.locator("code.secret").inner_text()


def choose_password(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_label("Adgangskode", exact=True).fill(PASSWORD)
    page.get_by_label("Adgangskoden igen").fill(PASSWORD)
    button(page, "Gem").click()
    expect(said(page)).to_have_text("Din adgangskode er gemt.")


@dataclass
class Deal:
    """What an action agrees on, as somebody types it."""

    what: str
    why: str = "Fordi nogen faldt."
    how: str = "Vi lægger måtter ud."
    follow_up: str = "Vi spørger tre kolleger."
    due: str = in_days(14)
    follow_up_on: str = in_days(44)

    def write(self, page: Page) -> None:
        for name in ("what", "why", "how", "follow_up", "due", "follow_up_on"):
            page.locator(f"[name={name}]").fill(getattr(self, name))


def add_action(page: Page, body: str, deal: Deal) -> str:
    """The action's path."""
    page.goto(f"/actions/new?body={body}")
    deal.write(page)
    button(page, "Gem").click()
    expect(said(page)).to_have_text("Indsatsen er på tavlen.")
    return urlsplit(page.url).path


def main_plan(page: Page) -> str:
    """The id of the group whose plan the person works on most."""
    page.goto("/plan")
    return urlsplit(page.url).path.split("/")[2]


def note(page: Page, title: str) -> Locator:
    return page.locator(".board .note").filter(has=page.get_by_role("link", name=title, exact=True))


def cell(page: Page, stage: str, theme: str = "") -> Locator:
    return page.locator(f'.board .cell[data-stage="{stage}"][data-theme="{theme}"]')


def hangs(page: Page, title: str, stage: str) -> None:
    """Waits until the note hangs in a cell of that stage."""
    expect(page.locator(f'.board .cell[data-stage="{stage}"] .note', has_text=title)).to_be_visible()


def pick_up(page: Page, title: str) -> Locator:
    """Takes the note with Enter; the arrow keys carry it."""
    held = note(page, title)
    held.focus()
    held.press("Enter")
    return held


def drop_with_keys(page: Page, title: str, *arrows: str) -> None:
    held = pick_up(page, title)
    for arrow in arrows:
        held.press(arrow)
    held.press("Enter")
