"""A hand on a phone that counts what it does."""

from pathlib import Path

from playwright.sync_api import Locator, Page


class Fingers:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.taps = 0
        self.texts = 0

    def tap(self, where: Locator) -> None:
        self.taps += 1
        where.tap()

    def tap_twice(self, where: Locator) -> None:
        """Impatiently; one deed all the same."""
        self.taps += 1
        where.dblclick()

    def write(self, where: Locator, text: str) -> None:
        self.tap(where)
        self.texts += 1
        where.fill(text)

    def take(self, where: Locator, photo: Path) -> None:
        """The photo is taken in the phone's own camera."""
        self.taps += 1
        where.set_input_files(photo)
