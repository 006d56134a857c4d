"""A mail server on loopback that answers as a test tells it to, and remembers what it took over."""

import asyncio
import ssl
import subprocess
import threading
import time
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from server import free_port


class PostOffice:
    """Started inside `with`. `answers` are given one after the other to mails that are sent; then all are taken."""

    def __init__(self, port: int = 0, tls: ssl.SSLContext | None = None, starttls: ssl.SSLContext | None = None,
                 password: str | None = None) -> None:
        self.answers: list[str] = []
        self.refusing: dict[str, str] = {}
        self.seconds_to_think = 0.0
        self.taken: list[EmailMessage] = []
        self.offered = 0
        self.dies_in_the_middle = 0
        self._lock = threading.Lock()
        self._password = password
        extra = {"ssl_context": tls} if tls else {}
        if starttls:
            extra |= {"tls_context": starttls, "require_starttls": True}
        if password:
            extra |= {"authenticator": self._authenticated, "auth_required": True, "auth_require_tls": False}
        self._controller = Controller(self, hostname="127.0.0.1", port=port or free_port(), **extra)

    @property
    def port(self) -> int:
        return self._controller.port

    def __enter__(self) -> "PostOffice":
        self._controller.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._controller.stop()

    def _authenticated(self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, given: object) -> AuthResult:
        right = isinstance(given, LoginPassword) and given.password.decode() == self._password
        return AuthResult(success=right, handled=False)

    async def handle_RCPT(self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list) -> str:
        if refusal := self.refusing.get(address):
            return refusal
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        with self._lock:
            self.offered += 1
            if self.dies_in_the_middle:
                self.dies_in_the_middle -= 1
                server.transport.abort()
                return "421 gone"
            answer = self.answers.pop(0) if self.answers else "250 OK"
        await asyncio.sleep(self.seconds_to_think)
        if answer.startswith("250"):
            self.taken.append(message_from_bytes(envelope.content, policy=policy.default))
        return answer

    @property
    def ids(self) -> list[str]:
        return [message["Message-ID"] for message in self.taken]

    def wait_for(self, count: int, seconds: float = 60) -> None:
        wait_until(lambda: len(self.taken) >= count, f"{count} mails", seconds)


def wait_until(is_so, what: str, seconds: float = 60) -> None:
    give_up = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < give_up, f"{what} did not come about"
        time.sleep(0.05)


def certificate(folder: Path, name: str) -> tuple[Path, ssl.SSLContext]:
    """A certificate for that name, signed by itself: the file to trust it by, and what a server shows it with."""
    key, file = folder / "key.pem", folder / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", file, "-days", "2",
         "-subj", f"/CN={name}", "-addext", f"subjectAltName={'IP' if name[0].isdigit() else 'DNS'}:{name}"],
        check=True, capture_output=True,
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file, key)
    return file, context
