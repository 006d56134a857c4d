"""A newcomer puts in 33 units and their history, with the files and in the order that docs/first-hour.md describes."""

from pathlib import Path

from playwright.sync_api import Page, expect

from browsing import Browsing
from looking import axe, shot
from server import Server
from workplace import begin, button, link, said, unit_page

FILES = Path(__file__).parent / "first_hour"


def read_in(admin: Page, *kinds: str) -> None:
    admin.goto("/import")
    for kind in kinds:
        admin.locator(f"input[name={kind}]").set_input_files(FILES / f"{kind}.csv")
    button(admin, "Se, hvad der vil ske").click()
    expect(admin.locator("h1")).to_have_text("Det vil ske")
    axe(admin)
    shot(admin, f"first-hour-{kinds[0]}")
    button(admin, "Læs det ind").click()
    expect(said(admin)).to_have_text("Det er læst ind.")


def test_33_units_and_their_history_in_four_steps(server: Server, browse: Browsing) -> None:
    admin = browse(at=server.url)
    begin(admin, server.setup_address(), "Sundby Universitet", "Bodil Ærø", "bodil@sundby.example")

    # The top unit under another code than the one that is here would be a second top: the preview says so.
    admin.goto("/import")
    wrong = (FILES / "units.csv").read_text(encoding="utf-8").replace("\n1;;", "\nSU;;").replace(";1;", ";SU;")
    admin.locator("input[name=units]").set_input_files(
        {"name": "units.csv", "mimeType": "text/csv", "buffer": wrong.encode()}
    )
    button(admin, "Se, hvad der vil ske").click()
    expect(admin.get_by_text("Skriv 1 som kode for den øverste")).to_be_visible()
    button(admin, "Fortryd").click()

    # People before their units: every line is refused, and the page says what comes first.
    admin.goto("/import")
    admin.locator("input[name=people]").set_input_files(FILES / "people.csv")
    button(admin, "Se, hvad der vil ske").click()
    expect(admin.get_by_text("Første gang: enheder med deres historie")).to_be_visible()
    link(admin, "Vælg filer igen").click()

    read_in(admin, "units", "history")
    read_in(admin, "people")
    read_in(admin, "bodies", "mandates")
    read_in(admin, "months")

    admin.goto("/organisation")
    expect(admin.get_by_text("Sundby Universitet").first).to_be_visible()
    path = unit_page(admin, "Naturvidenskab")
    admin.goto(f"{path}?on=2013-06-01")
    expect(link(admin, "Kemisk Laboratorium").first).to_be_visible()
    expect(link(admin, "Institut for Datalogi")).to_have_count(0)
    admin.goto(path)
    expect(link(admin, "Institut for Kemi").first).to_be_visible()
    admin.goto("/bodies")
    link(admin, "AMG Kemi").click()
    expect(admin.get_by_text("Suppleant").first).to_be_visible()
    shot(admin, "first-hour-group")
