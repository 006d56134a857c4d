"""Swift source seen three ways, each as long as the source and with the same lines:

`code` without comments and without what string literals say, `strings` with only that, and `comments`.
"""

import re
from dataclasses import dataclass

OPENING = re.compile(r'(#*)("""|")')


@dataclass(frozen=True)
class SwiftSource:
    code: str
    strings: str
    comments: str

    def is_explained(self, line: int) -> bool:
        """Whether a comment stands on the line (counted from 1) or on the one before."""
        lines = self.comments.split("\n")
        return any(part.strip(" /*") for part in lines[max(0, line - 2) : line])


def read(text: str) -> SwiftSource:
    kinds = bytearray(len(text))  # 0 code, 1 string, 2 comment
    _code(text, 0, kinds, until_parenthesis=False)

    def only(kind: int) -> str:
        return "".join(c if c == "\n" or kinds[i] == kind else " " for i, c in enumerate(text))

    return SwiftSource(code=only(0), strings=only(1), comments=only(2))


def _code(text: str, at: int, kinds: bytearray, until_parenthesis: bool) -> int:
    """Reads code up to the end, or to the parenthesis that closes an interpolation; answers where it stopped."""
    depth = 0
    while at < len(text):
        if text.startswith("//", at):
            at = _mark(kinds, at, _found(text, "\n", at), 2)
        elif text.startswith("/*", at):
            at = _mark(kinds, at, _end_of_block(text, at), 2)
        elif opening := OPENING.match(text, at):
            at = _string(text, opening.end(), kinds, hashes=opening[1], quote=opening[2])
        else:
            if text[at] == "(":
                depth += 1
            elif text[at] == ")":
                if until_parenthesis and depth == 0:
                    return at
                depth -= 1
            at += 1
    return at


def _string(text: str, at: int, kinds: bytearray, hashes: str, quote: str) -> int:
    escape, closing = "\\" + hashes, quote + hashes
    while at < len(text):
        if text.startswith(closing, at):
            return at + len(closing)
        if text.startswith(escape + "(", at):
            inside = _mark(kinds, at, at + len(escape) + 1, 1)
            at = _code(text, inside, kinds, until_parenthesis=True)
        elif text.startswith(escape, at):
            at = _mark(kinds, at, at + len(escape) + 1, 1)
        elif text[at] == "\n" and quote == '"':
            return at
        else:
            at = _mark(kinds, at, at + 1, 1)
    return at


def _mark(kinds: bytearray, start: int, end: int, kind: int) -> int:
    end = min(end, len(kinds))
    kinds[start:end] = bytes([kind]) * (end - start)
    return end


def _found(text: str, what: str, at: int) -> int:
    place = text.find(what, at)
    return len(text) if place < 0 else place


def _end_of_block(text: str, at: int) -> int:
    depth = 0
    while at < len(text):
        if text.startswith("/*", at):
            depth, at = depth + 1, at + 2
        elif text.startswith("*/", at):
            depth, at = depth - 1, at + 2
            if depth == 0:
                return at
        else:
            at += 1
    return at
