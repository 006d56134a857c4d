"""What one does on a page, and how one looks at it."""

from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from server import PASSWORD

PICTURES = Path(__file__).parent / "pictures"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]


def sign_in(page: Page, email: str, password: str = PASSWORD) -> None:
    page.goto("/signin")
    page.locator("input[name=email]").fill(email)
    page.locator("input[name=password]").fill(password)
    page.locator("input[name=password]").press("Enter")
    page.wait_for_url(lambda url: "/signin" not in url)


def axe(page: Page, only: str | None = None) -> None:
    """Asserts that axe finds nothing to mend, by all rules or by one; else says what, where and why."""
    rules = {"type": "rule", "values": [only]} if only else {"type": "tag", "values": RULES}
    found = Axe().run(page, options={"runOnly": rules}).response
    assert found["passes"], f"axe looked at nothing on {page.url}"
    assert not found["violations"], "\n".join([f"axe on {page.url}", *map(_described, found["violations"])])


def _described(violation: dict) -> str:
    lines = [f"- {violation['id']} ({violation['impact']}): {violation['help']}"]
    for node in violation["nodes"]:
        lines += [f"    {' '.join(map(str, node['target']))}", f"      {node['html'][:200]}"]
        lines += [f"      {line.strip()}" for line in node["failureSummary"].splitlines()[1:]]
    return "\n".join(lines)


def fits(page: Page) -> None:
    """Asserts that nobody has to scroll sideways."""
    beyond = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert beyond <= 0, f"{page.url} is {beyond} pixels wider than the screen"


def read_in(page: Page, language: str) -> None:
    """Chooses the language where the page offers it; on a phone that is in a menu that opens."""
    if page.locator("html").get_attribute("lang") != language:
        page.locator(f"button[name=language][value={language}]").first.evaluate("button => button.click()")
        expect(page.locator("html")).to_have_attribute("lang", language)


def shot(page: Page, name: str) -> Path:
    """A picture of the whole page in e2e/pictures."""
    PICTURES.mkdir(exist_ok=True)
    path = PICTURES / f"{name}.png"
    page.screenshot(path=path, full_page=True, animations="disabled")
    return path
