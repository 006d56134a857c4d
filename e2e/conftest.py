"""What a journey is handed: a browser, pages as different people see them, and Forkant on both engines."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect, sync_playwright

from browsing import Browsing
from server import Server, Store, postgres_store, sqlite_store

# Machines are shared and slow at times; nothing here measures.
expect.set_options(timeout=15_000)


def chromium() -> str:
    program = os.environ.get("FORKANT_CHROMIUM") or shutil.which("chromium")
    assert program, "chromium is not installed; bin/test installs it"
    return program


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def browse(browser: Browser) -> Iterator[Browsing]:
    with Browsing(browser) as browsing:
        yield browsing


@pytest.fixture(scope="session", params=["sqlite", "postgres"])
def engine(request: pytest.FixtureRequest) -> str:
    if request.param == "postgres" and "FORKANT_TEST_POSTGRES" not in os.environ:
        pytest.skip("no PostgreSQL; bin/test starts one and says where in FORKANT_TEST_POSTGRES")
    return request.param


def new_store(engine: str, folder: Path) -> Store:
    return sqlite_store(folder) if engine == "sqlite" else postgres_store(os.environ["FORKANT_TEST_POSTGRES"])


@pytest.fixture
def server(engine: str, tmp_path: Path) -> Iterator[Server]:
    """Forkant with an empty database of this test alone."""
    with Server(new_store(engine, tmp_path), tmp_path) as server:
        yield server


@pytest.fixture(scope="session")
def demo(engine: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Forkant with the invented workplace, shared by the tests that only read."""
    folder = tmp_path_factory.mktemp(f"demo-{engine}")
    with Server(new_store(engine, folder), folder, people=60) as server:
        yield server


@pytest.fixture
def wide(browse: Browsing, server: Server) -> Page:
    return browse("wide", at=server.url)


@pytest.fixture
def phone(browse: Browsing, server: Server) -> Page:
    return browse("phone", at=server.url)


@pytest.fixture
def dark(browse: Browsing, server: Server) -> Page:
    return browse("dark", at=server.url)


@pytest.fixture
def plain(browse: Browsing, server: Server) -> Page:
    """Without JavaScript."""
    return browse("plain", at=server.url)


@pytest.fixture(scope="session")
def photo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A photo as a phone takes it, too large to be sent as it is."""
    path = tmp_path_factory.mktemp("photos") / "gulv.jpg"
    Image.effect_noise((2400, 1800), 60).convert("RGB").save(path, quality=70)
    return path
