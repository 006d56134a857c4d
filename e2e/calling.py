"""Pages and forms by plain HTTP, as a browser without scripts asks for them: for what goes faster than a browser can."""

import http.client
import json
import urllib.error
import urllib.request
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urlencode

from server import PASSWORD, Server

# What a caller notices of a server that is killed.
CUT_OFF = (OSError, http.client.HTTPException)
EDGE = "edge"


@dataclass(frozen=True)
class Answer:
    status: int
    location: str
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode(errors="replace")


class Form(HTMLParser):
    """The fields of the form that goes to `action`, as a browser would send them untouched."""

    def __init__(self, page: str, action: str) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self._action, self._is_inside, self._area, self._list = action, False, "", ""
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        if tag == "form":
            self._is_inside = given.get("action") == self._action
        elif not self._is_inside:
            return
        elif tag == "input" and given.get("type") != "file":
            if given.get("type") not in ("checkbox", "radio") or "checked" in given:
                self.fields[given["name"]] = given.get("value", "")
        elif tag == "textarea":
            self._area = given["name"]
            self.fields[self._area] = ""
        elif tag == "select":
            self._list = given["name"]
        elif tag == "option" and ("selected" in given or self._list not in self.fields):
            self.fields[self._list] = given["value"]

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._is_inside = False
        elif tag == "textarea":
            self._area = ""

    def handle_data(self, text: str) -> None:
        if self._area:
            self.fields[self._area] += text


class Caller:
    """A connection that is kept, and the session of somebody who signed in."""

    def __init__(self, server: Server, email: str) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
        self.cookies = ""
        self.post("/signin", {"email": email, "password": PASSWORD})
        assert self.cookies, f"{email} could not sign in"

    def get(self, path: str) -> Answer:
        return self._ask("GET", path, None, {})

    def post(
        self, path: str, fields: dict[str, str], photo: bytes | None = None, photo_name: str = "gulv.png", **headers: str
    ) -> Answer:
        """A photo goes under the name that the report form has for it."""
        if photo is None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            return self._ask("POST", path, urlencode(fields).encode(), headers)
        parts = [f'name="{name}"\r\n\r\n{value}'.encode() for name, value in fields.items()]
        parts.append(f'name="photos"; filename="{photo_name}"\r\nContent-Type: image/png\r\n\r\n'.encode() + photo)
        body = b"".join(f"--{EDGE}\r\nContent-Disposition: form-data; ".encode() + part + b"\r\n" for part in parts)
        headers["Content-Type"] = f"multipart/form-data; boundary={EDGE}"
        return self._ask("POST", path, body + f"--{EDGE}--\r\n".encode(), headers)

    def _ask(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> Answer:
        if self.cookies:
            headers["Cookie"] = self.cookies
        try:
            self.connection.request(method, path, body, headers)
            answer = self.connection.getresponse()
            content = answer.read()
        except CUT_OFF:
            self.connection.close()
            raise
        if answer.status in (502, 504):
            raise http.client.HTTPException("The server behind the balancer did not answer to the end")
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            if cookie.startswith("session="):
                self.cookies = cookie.split(";")[0]
            elif cookie.startswith("follow="):
                self.cookies += "; " + cookie.split(";")[0]
        return Answer(answer.status, answer.headers.get("Location", ""), content)


class Program:
    """What asks with a token, for the member whose token it is."""

    def __init__(self, server: Server, email: str, *scopes: str) -> None:
        self.address = f"{server.url}/api/v1"
        self.token = server.run("user token", "--email", email, "--scope", *scopes).split()[-1]

    def get(self, path: str, **words: str) -> dict | None:
        """Nothing while the database is away."""
        address = f"{self.address}{path}?{urlencode(words)}"
        request = urllib.request.Request(address, headers={"Authorization": f"Bearer {self.token}"})
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as refusal:
            if refusal.code == 503:
                return None
            raise

    def rows(self, kind: str, **words: str) -> list[dict]:
        """All of them, page by page."""
        rows, after = [], {}
        while page := self.get(f"/{kind}", **words, **after):
            rows += page[kind]
            if not page["next"]:
                return rows
            after = {"after": page["next"]}
        raise AssertionError("the database is away")
