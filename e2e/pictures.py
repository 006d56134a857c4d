"""Takes the pictures of README and manual, from an invented university: python e2e/pictures.py"""

import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from browsing import Browsing
from conftest import chromium
from looking import sign_in
from server import ROOT, Server, sqlite_store
from workplace import begin, button, link, main_plan

FOLDER = ROOT / "docs/pictures"
EXAMPLES = ROOT / "Resources/examples"


def take(page: Page, name: str) -> None:
    """Of what one sees without scrolling, in 256 colours."""
    path = FOLDER / f"{name}.png"
    page.evaluate("document.fonts.ready")
    page.screenshot(path=path, animations="disabled")
    with Image.open(path) as picture:
        picture.convert("RGB").quantize(256, dither=Image.Dither.NONE).save(path, optimize=True)


def of_the_university(browse: Browsing, server: Server) -> None:
    page = browse(at=server.url)
    sign_in(page, "amr@demo.example")
    take(page, "today")
    body = main_plan(page)
    take(page, "board")
    page.goto(f"/plan/{body}/priorities")
    page.locator("li a[href^='/priorities/']").last.click()
    page.wait_for_url("**/priorities/*")
    take(page, "prioritising")
    page.goto(f"/plan/{body}/meetings")
    page.locator("form[action$='/meeting'] button").last.click()
    page.wait_for_url("**/meeting**")
    take(page, "board-meeting")
    page.goto(f"/plan/{body}")
    page.locator(".board .note a[data-title]").first.click()
    page.wait_for_url("**/actions/*")
    take(page, "action")

    page.goto(f"/bodies/{body}")
    page.locator("a[href^='/units/']").first.click()
    link(page, "Opslag med QR-kode").click()
    address = page.locator("svg[aria-label]").get_attribute("aria-label") or ""
    phone = browse("picture", at=server.url)
    phone.goto(address)
    phone.get_by_text("Noget var farligt").click()
    phone.get_by_label("Fortæl kort").fill("Gulvet i vaskerummet er glat. Jeg gled, men greb fat i bordet.")
    phone.get_by_label("Fortæl kort").blur()
    take(phone, "report")


def of_an_import(browse: Browsing, server: Server) -> None:
    """The example files are read in; then come files in which something has happened."""
    page = browse(at=server.url)
    begin(page, server.setup_address(), "Havbro Kommune", "Bodil Ærø", "bodil@havbro.example")
    units, people = (EXAMPLES / f"{name}.csv" for name in ("units", "people"))
    server.run("import", "--units", str(units), "--people", str(people), "--apply")
    lines = people.read_text(encoding="utf-8").splitlines()
    lines[1] = lines[1].replace("HR-konsulent", "HR-chef")
    lines[-1] = "1099,Ea Vang,ea.vang@havbro.example,12 34 56 99,da,medarbejder,HAV,Arkitekt,2027-01-01,"
    page.goto("/import")
    file = {"name": "personer.csv", "mimeType": "text/csv", "buffer": "\n".join(lines).encode()}
    page.locator("input[name=people]").set_input_files(file)
    button(page, "Se, hvad der vil ske").click()
    page.get_by_role("heading", name="Det vil ske").wait_for()
    take(page, "import-preview")


def taken(browser: Browser) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for people, work in ((400, of_the_university), (0, of_an_import)):
        with tempfile.TemporaryDirectory() as folder, Server(sqlite_store(Path(folder)), Path(folder), people) as server:
            with Browsing(browser) as browse:
                work(browse, server)


if __name__ == "__main__":
    with sync_playwright() as playwright:
        taken(playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--lang=da"]))
