"""Pages as different people see them."""

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

VIEWS = {
    "wide": {"viewport": {"width": 1400, "height": 900}},
    "phone": {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True, "device_scale_factor": 2},
    # A phone of usual size, at one pixel a point: for pictures in documents.
    "picture": {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True},
    "tablet": {"viewport": {"width": 1024, "height": 768}, "has_touch": True, "is_mobile": True},
    "dark": {"viewport": {"width": 1400, "height": 900}, "color_scheme": "dark"},
    # What hangs in the hall.
    "hall": {"viewport": {"width": 1920, "height": 1080}},
    "plain": {"viewport": {"width": 1400, "height": 900}, "java_script_enabled": False},
}


class Browsing:
    """`browsing("phone", at=url)` inside `with`: a page of its own, without cookies.

    What scripts and the content policy complain of meanwhile is an error at the end.
    """

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.contexts: list[BrowserContext] = []
        self.complaints: list[str] = []

    def __call__(self, view: str = "wide", at: str | None = None, language: str = "da-DK") -> Page:
        context = self.browser.new_context(
            base_url=at, locale=language, timezone_id="Europe/Copenhagen", **VIEWS[view]
        )
        self.contexts.append(context)
        context.set_default_timeout(10_000)
        page = context.new_page()
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        return page

    def _heard(self, message: ConsoleMessage) -> None:
        # A refused form answers 422 and an unknown page 404: Chromium calls that an error, we do not.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.complaints.append(message.text)

    def __enter__(self) -> "Browsing":
        return self

    def __exit__(self, failure: type[BaseException] | None, *_: object) -> None:
        for context in self.contexts:
            context.close()
        if failure is None:
            assert not self.complaints, "\n".join(self.complaints)
