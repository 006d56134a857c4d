"""A phone that can be switched off and on again: what its browser keeps on the disk is there after."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from browsing import VIEWS
from conftest import chromium


class Phone:
    """`phone.page` while it is on. What scripts complain of is an error at the end."""

    def __init__(self, browser: Browser, folder: Path, language: str = "da-DK") -> None:
        self.kind, self.folder, self.language = browser.browser_type, folder, language
        self.complaints: list[str] = []
        self.context: BrowserContext | None = None
        self.on()

    def on(self) -> None:
        self.context = self.kind.launch_persistent_context(
            self.folder, executable_path=chromium(), args=["--no-sandbox"], locale=self.language,
            timezone_id="Europe/Copenhagen", **VIEWS["phone"],
        )
        self.context.set_default_timeout(15_000)
        self.page = self.context.pages[0] if self.context.pages else self.context.new_page()
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", lambda line: self._heard(line.type, line.text))

    def _heard(self, kind: str, text: str) -> None:
        if kind == "error" and "Failed to load resource" not in text and "ERR_INTERNET_DISCONNECTED" not in text:
            self.complaints.append(text)

    def off(self) -> None:
        if self.context:
            self.context.close()
            self.context = None

    def restart(self) -> None:
        self.off()
        self.on()

    def cut(self, is_cut: bool = True) -> None:
        """The network is gone, or back."""
        assert self.context
        self.context.set_offline(is_cut)


@contextmanager
def switched_on(browser: Browser, folder: Path, language: str = "da-DK") -> Iterator[Phone]:
    phone = Phone(browser, folder, language)
    try:
        yield phone
    finally:
        phone.off()
    assert not phone.complaints, "\n".join(phone.complaints)


def open_once(page: Page, address: str) -> None:
    """Opens a door with network, and waits until the phone has laid it by."""
    page.goto(address)
    expect(page.locator("html[data-door-kept]")).to_have_count(1)


def open_gone(page: Page, address: str) -> None:
    """Opens a door whose server has just gone. Now and then Chromium waits for the server as long as one waits with it."""
    try:
        page.goto(address)
    except PlaywrightTimeout:
        page.goto(address)


def poster(page: Page) -> str:
    """The address on the poster of the unit of whoever is signed in."""
    page.goto("/")
    page.get_by_label("Hovedmenu").get_by_role("link", name="Hvem går jeg til?").click()
    page.goto(f"{page.url}/poster")
    return page.locator("svg[aria-label]").get_attribute("aria-label") or ""
