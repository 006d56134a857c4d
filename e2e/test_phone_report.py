"""Reporting on a phone, counted: at most five taps and one text, and the camera is one tap away."""

from pathlib import Path

import pytest
from playwright.sync_api import FileChooser, Page, expect

from browsing import Browsing
from fingers import Fingers
from looking import axe, fits, read_in, shot, sign_in
from phones import poster
from server import Server
from workplace import button, link

WORDS = {
    "da": ("Noget var farligt", "Fortæl kort", "Tag et foto", "Send", "Tak. Det er modtaget.", "Hvor?"),
    "en": ("Something was dangerous", "Tell us briefly", "Take a photo", "Send", "Thank you. It has been received.", "Where?"),
}
# What a phone asks of a hand: nothing to press is smaller than this, in points.
SMALLEST = 44


@pytest.fixture
def handler(browse: Browsing, demo: Server) -> Page:
    page = browse(at=demo.url)
    sign_in(page, "amr@demo.example")
    return page


@pytest.mark.parametrize("language", ["da", "en"])
def test_with_a_photo_and_a_place_in_four_taps_and_one_text(
    demo: Server, handler: Page, browse: Browsing, photo: Path, language: str
) -> None:
    danger, what, camera, send, thanks, where = WORDS[language]
    story = f"Trinnet giver efter ({language})"
    # The poster says where it hangs.
    address = poster(handler)
    handler.get_by_label("Hvor hænger det?").fill("Trappe 3 & kælder")
    button(handler, "Sæt på opslaget").click()
    expect(handler.locator("article").get_by_text("Trappe 3 & kælder")).to_be_visible()
    axe(handler)
    hung = handler.locator("svg[aria-label]").get_attribute("aria-label") or ""
    assert hung.startswith(f"{address}?place=")

    phone = browse("phone", at=demo.url, language={"da": "da-DK", "en": "en-GB"}[language])
    fingers = Fingers(phone)
    phone.goto(hung)
    read_in(phone, language)
    axe(phone)
    fits(phone)
    shot(phone, f"phone-report-{language}")
    small = phone.evaluate(
        """least => [...document.querySelectorAll("form[enctype] :is(button, .choice label, .chooser .button, summary, .tick)")]
            .filter((one) => one.offsetParent && one.getBoundingClientRect().height < least)
            .map((one) => one.textContent)""",
        SMALLEST,
    )
    assert not small, small
    expect(phone.get_by_label(where)).to_have_value("Trappe 3 & kælder")
    taken = []

    def take(chooser: FileChooser) -> None:
        taken.append(chooser.element.get_attribute("capture"))
        chooser.set_files(photo)

    phone.on("filechooser", take)
    fingers.tap(phone.locator(".choice label", has_text=danger))
    fingers.write(phone.get_by_label(what), story)
    fingers.tap(button(phone, camera))
    expect(phone.locator(".photos canvas")).to_be_visible()
    fingers.tap(button(phone, send))
    expect(phone.locator("h1")).to_have_text(thanks)
    assert taken == ["environment"]
    assert (fingers.taps, fingers.texts) == (4, 1)
    # Nothing had to be filled in that the phone or the poster knew.
    handler.goto("/reports")
    link(handler, story).click()
    expect(handler.get_by_text("Trappe 3 & kælder")).to_be_visible()
    expect(handler.locator("ul.photos img")).to_have_count(1)


def test_the_camera_adds_to_what_was_chosen(handler: Page, browse: Browsing, demo: Server, photo: Path) -> None:
    phone = browse("phone", at=demo.url)
    phone.goto(poster(handler))
    phone.on("filechooser", lambda chooser: chooser.set_files(photo))
    phone.locator("input[name=photos]").set_input_files([photo, photo])
    expect(phone.locator(".photos canvas")).to_have_count(2)
    button(phone, "Tag et foto").tap()
    expect(phone.locator(".photos canvas")).to_have_count(3)


def test_who_where_and_when_fit_on_a_phone_and_are_corrected_by_those_who_handle_it(
    handler: Page, browse: Browsing, demo: Server
) -> None:
    phone = browse("phone", at=demo.url)
    phone.goto(poster(handler))
    phone.locator(".choice label", has_text="Vold eller trusler").tap()
    phone.get_by_label("Fortæl kort").fill("Truet på vej hjem")
    phone.get_by_text("Hvornår, hvem og hvor?").tap()
    expect(phone.get_by_label("Hvem gik det ud over?")).to_have_value("employee")
    phone.get_by_label("Hvor foregik arbejdet?").select_option("travel")
    phone.get_by_label("Det var uden for arbejdstid").check()
    axe(phone)
    fits(phone)
    shot(phone, "phone-report-more")
    button(phone, "Send").tap()
    expect(phone.locator("h1")).to_have_text("Tak. Det er modtaget.")

    handler.goto("/reports")
    link(handler, "Truet på vej hjem").click()
    expect(handler.locator("dl").first).to_contain_text("På rejse eller i trafikken")
    handler.get_by_text("Ret, hvem og hvor").click()
    handler.get_by_label("Hvem gik det ud over?").select_option("visitor")
    handler.get_by_label("Det var uden for arbejdstid").uncheck()
    axe(handler)
    button(handler.locator("form[action$='/circumstances']"), "Gem").click()
    expect(handler.locator("dl").first).to_contain_text("En gæst")
    expect(handler.locator("dl").first).not_to_contain_text("uden for arbejdstid")


def test_forty_photos_are_refused_and_the_text_and_the_choice_stay(
    handler: Page, browse: Browsing, demo: Server, tmp_path: Path
) -> None:
    from PIL import Image

    photos = []
    for number in range(40):
        photos.append(tmp_path / f"{number}.png")
        Image.new("RGB", (20, 20), (number, 90, 90)).save(photos[-1])
    phone = browse("phone", at=demo.url)
    phone.goto(poster(handler))
    phone.locator(".choice label", has_text="Noget var farligt").tap()
    phone.get_by_label("Fortæl kort").fill("Fyrre billeder af det samme")
    phone.locator("input[name=photos]").set_input_files(photos)
    button(phone, "Send").tap()
    expect(phone.locator("#photos-problem")).to_have_text("Der er plads til 6 fotos.")
    expect(phone.get_by_label("Fortæl kort")).to_have_value("Fyrre billeder af det samme")
    phone.locator("input[name=photos]").set_input_files(photos[:6])
    button(phone, "Send").tap()
    expect(phone.locator("h1")).to_have_text("Tak. Det er modtaget.")
