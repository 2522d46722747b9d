"""A file of the project turned into a `SourceFile`, whatever it holds."""

from __future__ import annotations

import re
import stat
from pathlib import Path

from epubforge.diagnostics import Diagnostic, Outcome, Reporter, Rule, Severity
from epubforge.project.errors import MistakeError
from epubforge.project.inside import OUTSIDE_PROJECT, file_inside, is_inside, shown
from epubforge.project.kinds import Wanted
from epubforge.source import SourceFile

LIMIT = 40_000_000
"""Bytes. No book has a chapter of this size; the longest novels have a tenth of it."""

NOT_UTF8 = Rule(
    "P002",
    "not-utf8",
    Severity.ERROR,
    """A file of text is not in UTF-8.

Why it matters
    The bytes could mean one letter or another; guessed wrong, names and quotes come out as rubbish.
Bad
    A chapter saved as Windows-1252, Latin-1 or UTF-16.
Good
    The same chapter saved as UTF-8; every editor can do it, mostly under "Save as".
""",
    blocking=True,
)
UNREADABLE_FILE = Rule(
    "P020",
    "unreadable-file",
    Severity.ERROR,
    """A file or a folder of the manuscript cannot be read.

Why it matters
    The book would lack what it holds.
Bad
    A chapter that belongs to another user, or a link that leads nowhere.
Good
    A file that you can open in your editor.
""",
    blocking=True,
)
CONTROL_CHARACTER = Rule(
    "P021",
    "control-character",
    Severity.WARNING,
    """A text holds characters that no reader can see and no EPUB may hold.

Why it matters
    XML forbids most of them, and the others are remains of a wrong conversion. Each is replaced by
    the sign \ufffd, so that you find it.
Bad
    A chapter with a NUL byte or a form feed.
Good
    The same chapter without it.
Reference
    https://www.w3.org/TR/xml/#charsets
""",
)
NOT_A_FILE = Rule(
    "P022",
    "not-a-regular-file",
    Severity.ERROR,
    """A chapter's name belongs to something that is no file: a pipe, a socket, a device, a folder.

Why it matters
    A pipe could keep the build waiting for ever; there is no text in it.
Bad
    A folder called 03-notes.md
Good
    A file called 03-notes.md
""",
    blocking=True,
)
TOO_LARGE = Rule(
    "P023",
    "file-too-large",
    Severity.ERROR,
    """A file of text is larger than any text of a book.

Why it matters
    It is mostly not a text at all, and would fill the memory.
Bad
    A chapter of 50 MB
Good
    The same text in several chapters
""",
    blocking=True,
)

# C0 but tab and line end, DEL, C1, and the two that end the plane.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")

_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read_text(root: Path, path: Path, label: str = "") -> Outcome[SourceFile]:
    """The text of a file: line ends are `\\n`, no byte-order mark, no control characters.

    What cannot be read gives an empty text; what is not UTF-8 gives U+FFFD in its place. Both
    are blocking findings. With a label it is named as if the root were called so.
    """
    name = f"{label}/{shown(root, path)}" if label else shown(root, path)
    data = _read(root, path, name)
    if data.value is None:
        return Outcome(SourceFile(name, ""), data.found)
    return decoded(name, data.value)


def text_inside(root: Path, wanted: Wanted, reporter: Reporter) -> SourceFile | None:
    """The text of the file that the settings name; None where there is no such file.

    What is wrong with it is reported.
    """
    try:
        path = file_inside(root, wanted)
    except MistakeError as mistake:
        reporter.add(mistake.diagnostic)
        return None
    read = read_text(root, path)
    reporter.extend(read.found)
    return read.value


def read_bytes(root: Path, path: Path) -> Outcome[bytes | None]:
    """The bytes of a regular file inside the root; else None, and a finding that says why."""
    return _read(root, path, shown(root, path))


def unreadable(name: str, error: OSError) -> Diagnostic:
    """The finding that the system does not let us read a file or a folder."""
    reason = (error.strerror or "it cannot be read").lower()
    hint = "see who may read it, and where it leads if it is a link"
    return UNREADABLE_FILE.at(SourceFile(name, "").span(), f"{name} cannot be read: {reason}", hint)


def decoded(name: str, data: bytes) -> Outcome[SourceFile]:
    """The text of these bytes, as `read_text` promises it."""
    found: list[Diagnostic] = []
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        text = _lines(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        text = _lines(data.decode("utf-8", "replace"))
        found.append(_not_utf8(name, text, data, error))
    source = SourceFile(name, _CONTROL.sub("\ufffd", text))
    if not data.startswith(_UTF16):  # every second byte of which is a NUL
        found.extend(_control_characters(source, text))
    return Outcome(source, tuple(found))


def _read(root: Path, path: Path, name: str) -> Outcome[bytes | None]:
    try:
        refused = _refused(root, path, name)
        return Outcome(None, (refused,)) if refused else Outcome(path.read_bytes())
    except OSError as error:
        return Outcome(None, (unreadable(name, error),))


def _refused(root: Path, path: Path, name: str) -> Diagnostic | None:
    here = SourceFile(name, "").span()
    status = path.stat()
    if not is_inside(root, path):
        hint = "put the file itself into the project"
        return OUTSIDE_PROJECT.at(here, f"{name} is a link out of the project", hint)
    if not stat.S_ISREG(status.st_mode):
        kind = _kind(status.st_mode)
        return NOT_A_FILE.at(here, f"{name} is {kind}, not a file", "give it another name")
    if status.st_size > LIMIT:
        message = f"{name} has {status.st_size / 1e6:.0f} MB; a text may have {LIMIT / 1e6:.0f}"
        return TOO_LARGE.at(here, message, "divide it into chapters")
    return None


def _kind(mode: int) -> str:
    if stat.S_ISDIR(mode):
        return "a folder"
    if stat.S_ISFIFO(mode):
        return "a pipe"
    return "a socket" if stat.S_ISSOCK(mode) else "a device"


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _not_utf8(name: str, text: str, data: bytes, error: UnicodeDecodeError) -> Diagnostic:
    start = len(_lines(data[: error.start].decode("utf-8")))
    byte = data[error.start]
    if data.startswith(_UTF16):
        hint = "it looks like UTF-16: save it as UTF-8"
    else:
        hint = "save it as UTF-8; it may be Windows-1252 or Latin-1 now"
    place = SourceFile(name, _CONTROL.sub("\ufffd", text)).span(start, start + 1)
    return NOT_UTF8.at(place, f"{name} is not UTF-8: byte {byte:#04x} stands here", hint)


def _control_characters(source: SourceFile, text: str) -> tuple[Diagnostic, ...]:
    first = _CONTROL.search(text)
    if first is None:
        return ()
    count = sum(1 for _ in _CONTROL.finditer(text))
    code = f"U+{ord(first[0]):04X}"
    many = f"; it holds {count} such" if count > 1 else ""
    message = f"{source.path} holds the control character {code}{many}"
    place = source.span(first.start(), first.end())
    hint = "each is replaced by the sign \ufffd; take them out"
    return (CONTROL_CHARACTER.at(place, message, hint),)
