"""Without a mouse: Tab, Enter, Space, arrows and letters, and one always sees where one is."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from browsing import Browsing
from server import PASSWORD, Server
from workplace import Deal, add_action, button, hangs, link, main_plan, note, said

pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True, scope="session")

# Inside a field for a day the browser itself shows which part has the focus.
SEEN = """() => {
    if (document.activeElement.type === "date") return true;
    const style = getComputedStyle(document.activeElement);
    const box = document.activeElement.getBoundingClientRect();
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0 && box.width > 0 && box.height > 0;
}"""


def tab_to(page: Page, goal: Locator) -> None:
    """Presses Tab until that is where one is; every stop on the way can be seen."""
    for _ in range(200):
        page.keyboard.press("Tab")
        if goal.evaluate("goal => goal === document.activeElement"):
            assert page.evaluate(SEEN), f"nobody sees that {goal} has the focus"
            return
        stop = page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
        assert stop.startswith("<body") or page.evaluate(SEEN), f"nobody sees where one is: {stop}"
    raise AssertionError(f"Tab never came to {goal} on {page.url}")


def sign_in_by_keys(page: Page) -> None:
    page.goto("/signin")
    tab_to(page, page.get_by_label("E-mail"))
    page.keyboard.type("amr@demo.example")
    tab_to(page, page.get_by_label("Adgangskode"))
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Kirsten")


def test_signing_in_and_reporting(browse: Browsing, demo: Server) -> None:
    page = browse(at=demo.url)
    sign_in_by_keys(page)
    tab_to(page, link(page, "Meld noget").first)
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_label("Noget var farligt"))
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("Nogen kom til skade")).to_be_checked()
    tab_to(page, page.get_by_label("Fortæl kort"))
    page.keyboard.type("Døren klemmer.")
    tab_to(page, button(page, "Send"))
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Tak. Det er modtaget.")


def test_an_action_is_made_and_its_note_moved(browse: Browsing, demo: Server) -> None:
    page = browse(at=demo.url)
    sign_in_by_keys(page)
    tab_to(page, page.get_by_label("Hovedmenu").get_by_role("link", name="Handleplan"))
    page.keyboard.press("Enter")
    tab_to(page, link(page, "Ny indsats"))
    page.keyboard.press("Enter")
    tab_to(page, page.locator("[name=what]"))
    page.keyboard.type("Kun med tasterne")
    tab_to(page, page.locator("[name=due]"))
    # The same in every order of day and month.
    page.keyboard.type("12122099")
    tab_to(page, button(page, "Gem"))
    page.keyboard.press("Enter")
    expect(said(page)).to_have_text("Indsatsen er på tavlen.")

    tab_to(page, page.get_by_label("Hovedmenu").get_by_role("link", name="Handleplan"))
    page.keyboard.press("Enter")
    tab_to(page, note(page, "Kun med tasterne"))
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    hangs(page, "Kun med tasterne", "under_way")
    expect(page.get_by_role("status").filter(has_text="Kun med tasterne ligger nu i Godt i gang")).to_be_visible()
    expect(note(page, "Kun med tasterne")).to_be_focused()


def test_the_first_tab_skips_the_menu(browse: Browsing, demo: Server) -> None:
    page = browse(at=demo.url)
    sign_in_by_keys(page)
    page.goto("/organisation")
    tab_to(page, link(page, "Spring til indholdet"))
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()


def test_a_file_is_chosen_by_keys_and_named_in_the_language_of_the_page(demo: Server, browse: Browsing, photo: Path) -> None:
    page = browse("wide", at=demo.url)
    sign_in_by_keys(page)
    add_action(page, main_plan(page), Deal("Nye skilte"))
    file = page.get_by_label("Vedhæft en fil")
    expect(page.get_by_text("Vælg fil", exact=True)).to_be_visible()
    expect(page.get_by_text("Ingen fil valgt")).to_be_visible()
    # Asked for long before the key: a browser that is told in the same instant may open its own dialog still.
    page.on("filechooser", lambda chooser: chooser.set_files(photo))
    tab_to(page, file)
    page.keyboard.press("Enter")
    expect(page.get_by_text("gulv.jpg", exact=True)).to_be_visible()
    expect(page.get_by_text("Ingen fil valgt")).to_have_count(0)
    button(page, "Vedhæft").click()
    # A photo is kept without its name.
    expect(link(page, "foto-1.jpg")).to_be_visible()
