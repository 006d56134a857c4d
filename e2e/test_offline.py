"""Somebody reports where there is no network: it waits on the phone, outlives it being switched off, and arrives once."""

import io
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, Route, expect

from browsing import Browsing
from conftest import new_store
from looking import axe, fits, shot, sign_in
from phones import Phone, open_gone, open_once, poster, switched_on
from server import ROOT, Server
from workplace import button, link

WORDS = {
    "da": {
        "danger": "Noget var farligt", "what": "Fortæl kort", "send": "Send", "kept": "Gemt på telefonen. Den sendes, når der er net.",
        "waiting": "Venter på at blive sendt", "sent": "Det, der ventede, er sendt. Din kode:", "seen": "Jeg har skrevet koden ned",
        "now": "Send nu", "remove": "Fjern", "sure": "Fjern den for altid",
    },
    "en": {
        "danger": "Something was dangerous", "what": "Tell us briefly", "send": "Send",
        "kept": "Kept on the phone. It is sent when there is a network.", "waiting": "Waiting to be sent",
        "sent": "What waited has been sent. Your code:", "seen": "I have written the code down", "now": "Send now",
        "remove": "Remove", "sure": "Remove it for good",
    },
}


@pytest.fixture
def handler(browse: Browsing, demo: Server) -> Page:
    page = browse(at=demo.url)
    sign_in(page, "amr@demo.example")
    return page


@pytest.fixture
def take_phone(browser: Browser, tmp_path: Path) -> Iterator[Callable[[str], Phone]]:
    phones = []

    def take(language: str = "da-DK") -> Phone:
        phones.append(switched_on(browser, tmp_path / f"phone-{len(phones)}", language))
        return phones[-1].__enter__()

    yield take
    for one in phones:
        one.__exit__(None, None, None)


def heard(handler: Page, what: str) -> int:
    """How many reports with these words the handler has."""
    handler.goto("/reports")
    return handler.get_by_role("link", name=what).count()


def arrives(handler: Page, what: str) -> None:
    """Waits until it is there: what leaves the list of what waits is on its way. Then there is one, and no more."""
    until = time.monotonic() + 15
    while heard(handler, what) == 0 and time.monotonic() < until:
        time.sleep(0.5)
    assert heard(handler, what) == 1


def kind(page: Page, name: str) -> Locator:
    return page.locator(".choice label", has_text=name)


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_report_with_a_photo_waits_through_a_restart_and_arrives_once(
    demo: Server, handler: Page, take_phone: Callable[[str], Phone], photo: Path, language: str
) -> None:
    words, what = WORDS[language], f"Dørpumpen slår ({language})"
    address = poster(handler)
    phone = take_phone({"da": "da-DK", "en": "en-GB"}[language])
    open_once(phone.page, address)
    phone.cut()
    # The form opens without network, from what was laid by.
    page = phone.page
    page.goto(address)
    expect(page.locator("html")).to_have_attribute("lang", language)
    kind(page, words["danger"]).tap()
    page.get_by_label(words["what"]).fill(what)
    page.locator("input[name=photos]").set_input_files(photo)
    expect(page.locator(".photos canvas")).to_be_visible()
    button(page, words["send"]).tap()
    expect(page.get_by_text(words["kept"])).to_be_visible()
    expect(page.get_by_role("heading", name=words["waiting"])).to_be_visible()
    expect(page.get_by_text(what)).to_be_visible()
    expect(page.get_by_label(words["what"])).to_have_value("")
    axe(page)
    fits(page)
    shot(page, f"offline-{language}")

    # The network is back when the phone wakes: the worker sends it at once, or the page when it opens.
    phone.restart()
    phone.page.goto(address)
    expect(phone.page.get_by_text(words["sent"])).to_be_visible()
    code = phone.page.locator("p.code").inner_text()
    axe(phone.page)
    shot(phone.page, f"offline-sent-{language}")
    phone.restart()
    phone.page.goto(address)
    expect(phone.page.locator("p.code")).to_have_text(code)
    button(phone.page, words["seen"]).tap()
    expect(phone.page.locator("p.code")).to_have_count(0)
    assert left_on(phone.page) == []
    arrives(handler, what)
    link(handler, what).click()
    assert handler.locator("ul.photos img").evaluate("one => one.decode().then(() => one.naturalWidth)") == 2000

    phone.page.goto(f"{demo.url}/follow")
    phone.page.get_by_label("Kode" if language == "da" else "Code").fill(code)
    phone.page.keyboard.press("Enter")
    expect(phone.page.get_by_text(what)).to_be_visible()


def left_on(page: Page) -> list[str]:
    """What the phone keeps of reports: everything in every store, as text."""
    return page.evaluate(
        """async () => {
            const found = [];
            for (const [name, value] of [...Object.entries(localStorage), ...Object.entries(sessionStorage)]) found.push(name + value);
            for (const { name } of await indexedDB.databases()) {
                const database = await new Promise((done) => { const asked = indexedDB.open(name); asked.onsuccess = () => done(asked.result); });
                if (!database.objectStoreNames.contains("report")) continue;
                const all = await new Promise((done) => {
                    const asked = database.transaction("report").objectStore("report").getAll();
                    asked.onsuccess = () => done(asked.result);
                });
                database.close();
                found.push(...all.map((one) => JSON.stringify(one)));
            }
            return found;
        }"""
    )


@pytest.fixture
def own(engine: str, tmp_path: Path) -> Iterator[Server]:
    with Server(new_store(engine, tmp_path), tmp_path, people=20) as server:
        yield server


def test_a_new_release_takes_the_old_ones_place_and_an_operator_can_switch_it_off(
    engine: str, tmp_path: Path, browse: Browsing, take_phone: Callable[[str], Phone]
) -> None:
    public = tmp_path / "Public"
    shutil.copytree(ROOT / "Public", public)
    with Server(new_store(engine, tmp_path), tmp_path, people=20, options=["--public-folder", str(public)]) as server:
        handler = browse(at=server.url)
        sign_in(handler, "amr@demo.example")
        address = poster(handler)
        phone = take_phone()
        open_once(phone.page, address)
        [first] = phone.page.evaluate("caches.keys()")

        server.stop()
        with (public / "forkant.css").open("a") as css:
            css.write("\n:root { --new-release: 1; }\n")
        server.start()
        open_once(phone.page, address)
        [second] = phone.page.evaluate("caches.keys()")
        assert first != second
        server.kill()
        open_gone(phone.page, address)
        assert phone.page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--new-release')") == "1"
        expect(phone.page.get_by_label("Fortæl kort")).to_be_visible()

        server.options.append("--no-offline")
        server.start()
        phone.page.goto(address)
        phone.page.wait_for_function("caches.keys().then((all) => all.length === 0)")
        phone.page.wait_for_function("navigator.serviceWorker.getRegistrations().then((all) => all.length === 0)")


def test_a_report_waits_while_the_server_is_gone(
    own: Server, browse: Browsing, take_phone: Callable[[str], Phone]
) -> None:
    handler = browse(at=own.url)
    sign_in(handler, "amr@demo.example")
    address = poster(handler)
    phone = take_phone()
    open_once(phone.page, address)
    kind(phone.page, "Noget var farligt").tap()
    phone.page.get_by_label("Fortæl kort").fill("Strømmen gik")
    own.kill()
    button(phone.page, "Send").tap()
    expect(phone.page.get_by_text(WORDS["da"]["kept"])).to_be_visible()
    # The phone is switched off and on while the server is still gone; the form opens all the same.
    phone.restart()
    phone.page.goto(address)
    expect(phone.page.get_by_text("Strømmen gik")).to_be_visible()
    kind(phone.page, "Noget var farligt").tap()
    phone.page.get_by_label("Fortæl kort").fill("Strømmen er der stadig ikke")
    button(phone.page, "Send").tap()
    expect(phone.page.locator(".waiting")).to_have_count(2)

    own.start()
    phone.page.locator(".waiting").first.get_by_role("button", name="Send nu").tap()
    expect(phone.page.get_by_text("Det, der ventede, er sendt. Din kode:")).to_have_count(2)
    phone.page.reload()
    expect(phone.page.locator("p.code")).to_have_count(2)
    assert heard(handler, "Strømmen") == 2


def test_what_arrived_though_nobody_heard_it_did_is_not_there_twice(
    demo: Server, handler: Page, take_phone: Callable[[str], Phone]
) -> None:
    address = poster(handler)
    phone = take_phone()
    open_once(phone.page, address)

    # It reaches the server; the answer is lost.
    def lose(route: Route) -> None:
        if route.request.method == "POST":
            route.fetch()
            route.abort()
        else:
            route.continue_()

    phone.page.route("**/r/*", lose)
    kind(phone.page, "Noget var farligt").tap()
    phone.page.get_by_label("Fortæl kort").fill("Svaret blev væk")
    button(phone.page, "Send").tap()
    # The browser itself tells the worker that there is a network; where it does not, the open page sends.
    expect(phone.page.locator("p.code")).to_be_visible(timeout=40_000)
    arrives(handler, "Svaret blev væk")


def test_what_waits_is_in_nobody_elses_name(demo: Server, handler: Page, take_phone: Callable[[str], Phone]) -> None:
    phone = take_phone()
    page = phone.page
    page.goto(demo.url)
    sign_in_on(page, demo, "ansat@demo.example")
    open_once(page, f"{demo.url}/report")
    phone.cut()
    page.goto(f"{demo.url}/report")
    kind(page, "Noget var farligt").tap()
    page.get_by_label("Fortæl kort").fill("Skrevet af den ene")
    button(page, "Send").tap()
    expect(page.get_by_text(WORDS["da"]["kept"])).to_be_visible()
    phone.cut(False)
    # It is sent at once, in the name of whoever wrote it: no code, since she is told.
    expect(page.locator(".waiting")).to_have_count(0)
    arrives(handler, "Skrevet af den ene")

    # Opened without network, sent with.
    phone.cut()
    page.goto(f"{demo.url}/report")
    phone.cut(False)
    kind(page, "Noget var farligt").tap()
    page.get_by_label("Fortæl kort").fill("Begyndt i kælderen")
    button(page, "Send").tap()
    expect(page.get_by_text("Det, der ventede, er sendt.")).to_be_visible()
    arrives(handler, "Begyndt i kælderen")

    phone.cut()
    page.goto(f"{demo.url}/report")
    kind(page, "Noget var farligt").tap()
    page.get_by_label("Fortæl kort").fill("Også af den ene")
    button(page, "Send").tap()
    expect(page.locator(".waiting")).to_have_count(1)
    page.close()
    phone.page = page = phone.context.new_page()
    phone.context.clear_cookies()
    phone.cut(False)
    page.goto(demo.url)
    sign_in_on(page, demo, "leder@demo.example")
    page.goto(f"{demo.url}/report")
    expect(page.get_by_text("Den sendes, når du er logget ind som den, der skrev den.")).to_be_visible()
    button(page, "Send nu").tap()
    expect(page.locator(".waiting")).to_have_count(1)
    assert heard(handler, "Også af den ene") == 0
    phone.context.clear_cookies()
    sign_in_on(page, demo, "ansat@demo.example")
    page.goto(f"{demo.url}/report")
    expect(page.get_by_text("Det, der ventede, er sendt.")).to_be_visible()
    arrives(handler, "Også af den ene")
    link(handler, "Også af den ene").click()
    expect(handler.get_by_text("Uden navn")).to_have_count(0)


def sign_in_on(page: Page, server: Server, email: str) -> None:
    page.goto(f"{server.url}/signin")
    page.locator("input[name=email]").fill(email)
    page.locator("input[name=password]").fill("en hest og to heste")
    page.locator("input[name=password]").press("Enter")
    page.wait_for_url(lambda url: "/signin" not in url)


def test_a_phone_does_not_take_the_next_one_for_whoever_signed_out(
    demo: Server, handler: Page, take_phone: Callable[[str], Phone]
) -> None:
    phone = take_phone()
    page = phone.page
    page.goto(demo.url)
    sign_in_on(page, demo, "ansat@demo.example")
    open_once(page, f"{demo.url}/report")
    page.get_by_label("Fortæl kort").fill("Et udkast, der ligger")
    page.goto(f"{demo.url}/account")
    page.locator("form[action='/sign-out']").first.evaluate("form => form.requestSubmit()")
    page.wait_for_url(lambda url: url.endswith("/signin"))
    assert page.evaluate("sessionStorage.length") == 0

    phone.cut()
    page.goto(f"{demo.url}/report")
    expect(page.get_by_label("Fortæl kort")).to_have_value("")
    kind(page, "Noget var farligt").tap()
    page.get_by_label("Fortæl kort").fill("Skrevet af den næste")
    button(page, "Send").tap()
    expect(page.locator(".waiting")).to_have_count(1)
    phone.cut(False)
    sign_in_on(page, demo, "ansat@demo.example")
    page.goto(f"{demo.url}/report")
    expect(page.get_by_text("Den sendes, når du er logget ind som den, der skrev den.")).to_be_visible()
    assert heard(handler, "Skrevet af den næste") == 0


def test_what_waits_can_be_taken_away_and_everything_forgotten(
    demo: Server, handler: Page, take_phone: Callable[[str], Phone]
) -> None:
    phone = take_phone()
    address = poster(handler)
    page = phone.page
    open_once(page, address)
    phone.cut()
    for what in ("Sagen fra kantinen", "Sagen fra kælderen"):
        kind(page, "Krænkende adfærd").tap()
        page.get_by_label("Fortæl kort").fill(what)
        button(page, "Send").tap()
        expect(page.get_by_text(WORDS["da"]["kept"])).to_be_visible()
    # Of what is confidential not a word stands in the list.
    expect(page.locator(".waiting")).to_have_count(2)
    expect(page.locator(".waiting").first).to_contain_text("Fortrolig melding")
    expect(page.get_by_text("Sagen fra kantinen")).to_have_count(0)
    gone = page.locator(".waiting").first
    button(gone, "Fjern").focus()
    page.keyboard.press("Enter")
    button(gone, "Fjern den for altid").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".waiting")).to_have_count(1)
    page.get_by_text("På denne enhed", exact=True).tap()
    button(page, "Glem alt på denne enhed").tap()
    expect(page.locator(".waiting")).to_have_count(0)
    assert page.evaluate("caches.keys()") == []
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0
    assert page.evaluate("indexedDB.databases().then((all) => all.length)") == 0
    phone.cut(False)
    assert heard(handler, "Sagen fra kantinen") + heard(handler, "Sagen fra kælderen") == 0


def test_the_phone_keeps_the_doors_and_nothing_of_anybody(demo: Server, take_phone: Callable[[str], Phone]) -> None:
    phone = take_phone()
    page = phone.page
    sign_in_on(page, demo, "amr@demo.example")
    open_once(page, f"{demo.url}/report")
    csrf = page.locator("form[enctype] [name=csrf]").get_attribute("value")
    page.goto(f"{demo.url}/reports")
    name = page.evaluate("document.querySelector('.viewer')?.textContent.trim()") or "Kirsten"
    kept = page.evaluate(
        """async () => {
            const found = {};
            for (const name of await caches.keys()) {
                const cache = await caches.open(name);
                for (const one of await cache.keys()) found[new URL(one.url).pathname] = await (await cache.match(one)).text();
            }
            return found;
        }"""
    )
    pages = [path for path in kept if not path.startswith("/static/")]
    assert pages == ["/report/kept"], pages
    assert csrf not in kept["/report/kept"] and name.split()[-1] not in kept["/report/kept"]
    # Pages of others are there with network only.
    phone.cut()
    with pytest.raises(Exception, match="ERR_INTERNET_DISCONNECTED"):
        page.goto(f"{demo.url}/reports")


def test_a_draft_is_there_after_the_page_was_lost_and_gone_when_it_is_sent(demo: Server, handler: Page, browse: Browsing) -> None:
    page = browse("phone", at=demo.url)
    address = poster(handler)
    page.goto(address)
    kind(page, "Nogen kom til skade").tap()
    page.get_by_label("Fortæl kort").fill("Fingeren kom i klemme")
    page.reload()
    expect(page.get_by_label("Fortæl kort")).to_have_value("Fingeren kom i klemme")
    expect(page.get_by_label("Nogen kom til skade")).to_be_checked()
    expect(page.get_by_text("Vi har hentet det frem, som du skrev.")).to_be_visible()
    axe(page)
    fits(page)
    button(page, "Begynd forfra").tap()
    expect(page.get_by_label("Fortæl kort")).to_have_value("")
    page.reload()
    expect(page.get_by_label("Fortæl kort")).to_have_value("")

    # Of what is confidential nothing is kept, nor of what was written before that was said.
    page.get_by_label("Fortæl kort").fill("Han råbte")
    kind(page, "Krænkende adfærd").tap()
    page.reload()
    expect(page.get_by_label("Fortæl kort")).to_have_value("")

    # Whoever ticked somebody, and then chose another kind, sees the tick still; no draft tells of it.
    kind(page, "Krænkende adfærd").tap()
    page.locator("[name=kept-from]").first.check()
    kind(page, "Nogen kom til skade").tap()
    page.get_by_label("Fortæl kort").fill("Han skubbede mig")
    expect(page.locator("[name=kept-from]").first).to_be_visible()
    drafts = page.evaluate("Object.values(sessionStorage).join()")
    assert "Han skubbede mig" in drafts and "kept-from" not in drafts, drafts
    page.locator("[name=kept-from]").first.uncheck()
    expect(page.locator("[name=kept-from]").first).to_be_hidden()

    page.get_by_label("Fortæl kort").fill("Sendt og glemt")
    button(page, "Send").tap()
    expect(page.locator("h1")).to_have_text("Tak. Det er modtaget.")
    page.goto(address)
    expect(page.get_by_label("Fortæl kort")).to_have_value("")
    assert left_on(page) == []


def test_a_computer_keeps_nothing_unasked(demo: Server, handler: Page, browse: Browsing) -> None:
    page = browse("wide", at=demo.url)
    page.goto(poster(handler))
    kind(page, "Noget var farligt").click()
    page.get_by_label("Fortæl kort").fill("Fra den fælles computer")
    page.context.set_offline(True)
    button(page, "Send").click()
    expect(page.get_by_text("Intet er sendt")).to_be_visible()
    axe(page)
    assert left_on_disk(page) == [] and page.evaluate("indexedDB.databases()") == []
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0
    expect(page.get_by_label("Fortæl kort")).to_have_value("Fra den fælles computer")
    button(page, "Gem på denne enhed, og send senere").click()
    expect(page.get_by_text("Gemt på denne enhed.")).to_be_visible()
    page.context.set_offline(False)
    expect(page.locator("p.code")).to_be_visible()
    arrives(handler, "Fra den fælles computer")


def left_on_disk(page: Page) -> list[str]:
    return [one for one in left_on(page) if not one.startswith("report-draft ")]


def test_a_small_photo_waits_upright_and_without_what_the_camera_wrote(
    handler: Page, take_phone: Callable[[str], Phone], tmp_path: Path
) -> None:
    small = tmp_path / "IMG_2041.jpg"
    picture = Image.new("RGB", (300, 200), (200, 30, 30))
    picture.paste((30, 30, 200), (0, 0, 300, 100))
    exif = Image.Exif()
    # Turned a quarter to the right; the camera's maker; when; and where.
    exif[0x0112], exif[0x010F] = 6, "Lystrup Kamera"
    exif.get_ifd(0x8769)[0x9003] = "2026:01:05 07:58:00"
    exif.get_ifd(0x8825)[1], exif.get_ifd(0x8825)[2] = "N", (55.0, 39.0, 0.0)
    picture.save(small, exif=exif, quality=90)
    assert b"Exif" in small.read_bytes() and b"Lystrup" in small.read_bytes()

    address = poster(handler)
    phone = take_phone("da-DK")
    open_once(phone.page, address)
    phone.cut()
    page = phone.page
    page.goto(address)
    kind(page, "Noget var farligt").tap()
    page.get_by_label("Fortæl kort").fill("Lille foto af et løst bræt")
    page.locator("input[name=photos]").set_input_files(small)
    expect(page.locator(".photos canvas")).to_be_visible()
    button(page, "Send").tap()
    expect(page.get_by_role("heading", name="Venter på at blive sendt")).to_be_visible()
    kept = page.evaluate(WAITING_PHOTOS)
    assert len(kept) == 1
    data = bytes(kept[0])
    assert b"Exif" not in data and b"Lystrup" not in data and b"2026:01" not in data
    shown = Image.open(io.BytesIO(data))
    assert (shown.width, shown.height) == (200, 300) and not shown.getexif()
    # What was above is to the right now: the camera lay on its side.
    left, right = shown.convert("RGB").getpixel((20, 150)), shown.convert("RGB").getpixel((180, 150))
    assert left[0] > left[2] and right[2] > right[0], (left, right)


WAITING_PHOTOS = """() => new Promise((done, fail) => {
  const asked = indexedDB.open("forkant-outbox", 1);
  asked.onerror = () => fail(asked.error);
  asked.onsuccess = () => {
    const all = asked.result.transaction("report").objectStore("report").getAll();
    all.onsuccess = () => {
      asked.result.close();
      done(all.result.flatMap((one) => one.photos ?? []).map(({ bytes }) => [...new Uint8Array(bytes)]));
    };
  };
})"""


def test_a_refused_report_keeps_its_photos(demo: Server, handler: Page, browse: Browsing, photo: Path) -> None:
    page = browse("phone", at=demo.url)
    page.goto(poster(handler))
    page.locator("input[name=photos]").set_input_files(photo)
    page.get_by_label("Fortæl kort").fill("Uden at sige, hvad det handler om")
    button(page, "Send").tap()
    expect(page.locator(".problems")).to_be_visible()
    expect(page.locator(".photos canvas")).to_be_visible()
    kind(page, "Noget var farligt").tap()
    button(page, "Send").tap()
    expect(page.locator("h1")).to_have_text("Tak. Det er modtaget.")
    handler.goto("/reports")
    link(handler, "Uden at sige, hvad det handler om").click()
    expect(handler.locator("ul.photos img")).to_have_count(1)


def test_what_is_refused_after_waiting_can_be_mended(demo: Server, handler: Page, browse: Browsing) -> None:
    page = browse("phone", at=demo.url)
    page.goto(poster(handler))
    page.context.set_offline(True)
    kind(page, "Noget var farligt").tap()
    page.get_by_label("Fortæl kort").fill("Det sker i fremtiden")
    page.get_by_text("Hvornår, hvem og hvor?").tap()
    page.get_by_label("Dag").fill("2099-01-01")
    button(page, "Send").tap()
    expect(page.locator(".waiting")).to_have_count(1)
    page.context.set_offline(False)
    expect(page.get_by_text("Den kunne ikke tages imod. Dagen er ikke kommet endnu.")).to_be_visible()
    button(page, "Ret den").tap()
    expect(page.locator(".waiting")).to_have_count(0)
    expect(page.get_by_label("Fortæl kort")).to_have_value("Det sker i fremtiden")
    page.get_by_label("Dag").fill("")
    button(page, "Send").tap()
    expect(page.locator("h1")).to_have_text("Tak. Det er modtaget.")
    arrives(handler, "Det sker i fremtiden")
