"""People who write without pause, and who remember what they were told is saved."""

import io
import json
import random
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from PIL import Image

from calling import CUT_OFF, Caller, Form, Program
from server import Server
from workplace import in_days

MEMBERS = ["amr@demo.example", "leder@demo.example"]
STAGES = ["started", "under_way", "at_goal", "follow_up"]


@dataclass(frozen=True)
class Deed:
    """A report or an action that is to stand once, however often it is sent."""

    path: str
    fields: dict[str, str]
    photo: bytes | None = None

    @property
    def what(self) -> str:
        return self.fields["what"]


@dataclass
class Note:
    """A writer's own note on the board: where the writer knows it to hang, and where else it may hang by now."""

    action: str
    version: int = 1
    stage: str = STAGES[0]
    tried: set[str] = field(default_factory=set)

    def hangs(self, version: int, stage: str) -> None:
        possible = {(self.version, self.stage)} | {(self.version + 1, tried) for tried in self.tried}
        assert (version, stage) in possible, f"the note hangs at {version, stage} and can only hang at {possible}"
        if version > self.version:
            self.version, self.stage, self.tried = version, stage, set()


class Writer:
    """Reports, puts actions on the plan and moves a note, one after the other."""

    def __init__(self, server: Server, number: int, body: str, program: Program, photo: bytes) -> None:
        self.number, self.body, self.program, self.photo = number, body, program, photo
        self.dice = random.Random(number)
        self.caller = Caller(server, MEMBERS[number % len(MEMBERS)])
        self.saved: list[Deed] = []
        self.under_way: Deed | None = None
        self.count = 0
        self.moves = 0
        self.turned_away = 0
        self.failure: BaseException | None = None
        action = self._action()
        assert action and self.send(action)
        self.saved.append(action)
        self.proof = action.fields["csrf"]
        self.note = Note(self.caller.post(action.path, action.fields).location.rsplit("/", 1)[1])

    def write(self, stop: threading.Event, is_cut_off: bool) -> None:
        """Until told to stop, or cut off. Who is told to come back later does, with what the page kept."""
        try:
            while not stop.is_set():
                is_done = self.move() if self.under_way is None and self.dice.random() < 0.4 else self.save()
                if not is_done:
                    self.turned_away += 1
                    stop.wait(0.05)
        except CUT_OFF as cut:
            self.failure = None if is_cut_off else cut
        except BaseException as failure:
            self.failure = failure

    def save(self) -> bool:
        if self.under_way is None:
            self.under_way = self._action() if self.dice.random() < 0.2 else self._report()
        if self.under_way is None or not self.send(self.under_way):
            return False
        self.saved.append(self.under_way)
        self.under_way = None
        return True

    def send(self, deed: Deed) -> bool:
        """Whether it is saved. Where that cannot be now, the page that says so must hold all that was typed."""
        answer = self.caller.post(deed.path, deed.fields, deed.photo)
        if answer.status == 503:
            kept = Form(answer.text, deed.path).fields
            assert kept == deed.fields, f"of {deed.fields} the page kept {kept}"
            return False
        assert answer.status == (303 if deed.path == "/actions" else 200), f"{deed.path}: {answer}"
        return True

    def move(self) -> bool:
        stage = self.dice.choice([stage for stage in STAGES if stage != self.note.stage])
        self.note.tried.add(stage)
        fields = {"csrf": self.proof, "version": str(self.note.version), "stage": stage}
        answer = self.caller.post(f"/actions/{self.note.action}/stage", fields, Accept="application/json")
        if answer.status == 503:
            return False
        if answer.status == 409:
            # The move before this one had arrived, though nobody could say so any more.
            return self.look()
        assert answer.status == 200, f"a move: {answer}"
        self.note.hangs(json.loads(answer.text)["version"], stage)
        self.moves += 1
        return True

    def look(self) -> bool:
        """Looks where the note hangs."""
        action = self.program.get(f"/actions/{self.note.action}")
        if action is None:
            return False
        self.note.hangs(action["version"], action["stage"])
        return True

    def _what(self) -> str:
        self.count += 1
        return f'Nr. {self.number}-{self.count}: "glat" <gulv> & æøå 🧯'

    def _report(self) -> Deed | None:
        answer = self.caller.get("/report")
        if answer.status == 503:
            return None
        fields = Form(answer.text, "/report").fields | {"kind": "near_miss", "what": self._what()}
        if self.dice.random() < 0.5:
            fields["anonymous"] = "on"
        return Deed("/report", fields, self.photo if self.dice.random() < 0.1 else None)

    def _action(self) -> Deed | None:
        answer = self.caller.get(f"/actions/new?body={self.body}")
        if answer.status == 503:
            return None
        return Deed("/actions", Form(answer.text, "/actions").fields | {"what": self._what(), "due": in_days(14)})


def picture() -> bytes:
    """A small photo of noise."""
    bytes_ = io.BytesIO()
    Image.effect_noise((120, 90), 60).convert("RGB").save(bytes_, "png")
    return bytes_.getvalue()


class Crowd:
    def __init__(self, server: Server, count: int, photo: bytes) -> None:
        self.program = Program(server, MEMBERS[0], "plan:read", "reports:read")
        body = Caller(server, MEMBERS[0]).get("/plan").location.rsplit("/", 1)[1]
        self.writers = [Writer(server, number, body, self.program, photo) for number in range(count)]
        self.photographed: set[str] = set()

    @property
    def deeds(self) -> int:
        return sum(len(writer.saved) + writer.moves for writer in self.writers)

    @contextmanager
    def writing(self, is_cut_off: bool = False) -> Iterator[None]:
        """All write meanwhile; that the server is gone then is a failure, unless it is cut off on purpose."""
        stop = threading.Event()
        threads = [threading.Thread(target=one.write, args=(stop, is_cut_off), daemon=True) for one in self.writers]
        for thread in threads:
            thread.start()
        try:
            yield
        finally:
            stop.set()
            for thread in threads:
                thread.join(60)
        assert not any(thread.is_alive() for thread in threads), "a writer still waits for an answer"
        if is_cut_off:
            # Who was between two deeds has not noticed yet, and would at the next one.
            for writer in self.writers:
                writer.caller.connection.close()
        for writer in self.writers:
            if writer.failure:
                raise writer.failure

    def send_again(self) -> None:
        """What was under way, and, as a browser that is reloaded does, the last that was saved."""
        for writer in self.writers:
            if writer.saved:
                assert writer.send(writer.saved[-1])
            if writer.under_way:
                assert writer.save()

    def check(self) -> None:
        """All that was called saved is there once, and what was under way at most once."""
        reports = self.program.rows("reports")
        stands = Counter(one["what"] for one in reports)
        stands += Counter(one["what"] for one in self.program.rows("actions", q="Nr"))
        for writer in self.writers:
            assert writer.look()
            lost = [deed.what for deed in writer.saved if stands[deed.what] == 0]
            assert not lost, f"called saved and lost: {lost}"
        twice = [what for what, count in stands.items() if count > 1 and what.startswith("Nr. ")]
        assert not twice, f"saved twice: {twice}"
        self._look_at_photos({one["what"]: one["id"] for one in reports})

    def _look_at_photos(self, ids: dict[str, str]) -> None:
        reader = self.writers[0].caller
        for deed in (deed for writer in self.writers for deed in writer.saved):
            if deed.photo and deed.what not in self.photographed:
                answer = reader.get(f"/reports/{ids[deed.what]}/photos/1")
                assert answer.status == 200, f"the photo of {deed.what} answers {answer.status}"
                self.photographed.add(deed.what)
