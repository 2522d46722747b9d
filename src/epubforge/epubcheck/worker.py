"""A process that keeps one Java virtual machine and has EPUBCheck check book after book.

Started with the paths of the virtual machine's library and of epubcheck.jar. Says once that it is
ready; then for each line of its input, a book's path as JSON, answers with one line of JSON.
"""

from __future__ import annotations

import os
import signal
import sys
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TextIO

import jpype
import msgspec

from epubforge.epubcheck.machine import options
from epubforge.epubcheck.messages import Answer, Message

_COUNTERS = {
    "FATAL": "getFatalErrorCount",
    "ERROR": "getErrorCount",
    "WARNING": "getWarningCount",
    "INFO": "getInfoCount",
    "USAGE": "getUsageCount",
}
_IGNORED = (
    "initialize", "info", "close", "setEpubFileName", "setCustomMessageFile",
    "setReportingLevel", "setOverrideFile",
)  # fmt: skip


def main(machine: str, jar: str) -> None:
    """Serve until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that started this one
    answers = _take_output()
    start_machine(machine, jar)
    _say(answers, Answer())
    for line in sys.stdin:
        _say(answers, check(msgspec.json.decode(line, type=str)))
    answers.flush()
    os._exit(0)  # Java's own way down takes seconds and may hang


def start_machine(machine: str, jar: str) -> None:
    """Start Java, once in the life of a process, with what a short run needs."""
    libraries = sorted(Path(jar).parent.glob("lib/*.jar"))
    jpype.startJVM(
        machine,
        *options(),
        "-Xrs",
        "-Duser.country=US",
        "-Djava.awt.headless=true",
        "--enable-native-access=ALL-UNNAMED",
        classpath=[jar, *map(str, libraries)],
    )


def check(book: str) -> Answer:
    """EPUBCheck's messages on a book, all of their places; or what went wrong with EPUBCheck."""
    report = _Report(book)
    file = jpype.JClass("java.io.File")(book)
    try:
        jpype.JClass("com.adobe.epubcheck.api.EpubCheck")(file, report.proxy()).check()
    except Exception as error:  # the edge of a process, and Java may throw whatever it likes
        return Answer(failure=f"{type(error).__name__}: {error}".splitlines()[0])
    return Answer(tuple(report.messages))


class _Report:
    """EPUBCheck's interface Report, which is also asked how much has been reported so far."""

    def __init__(self, book: str) -> None:
        self.messages: list[Message] = []
        self._book = book
        self._counts: Counter[str] = Counter()
        dictionary = jpype.JClass("com.adobe.epubcheck.messages.LocalizedMessageDictionary")
        self._dictionary = dictionary(jpype.JClass("java.util.Locale").ENGLISH)

    def proxy(self) -> jpype.JProxy:
        """This report as Java sees it."""
        methods: dict[str, Callable[..., object]] = {
            "message": self._message,
            "getDictionary": lambda: self._dictionary,
            "getEpubFileName": lambda: self._book,
            "getCustomMessageFile": lambda: None,
            "getReportingLevel": lambda: 0,
            "generate": lambda: 0,
        }
        for severity, name in _COUNTERS.items():
            methods[name] = partial(self._counts.__getitem__, severity)
        for name in _IGNORED:
            methods[name] = _ignore
        return jpype.JProxy("com.adobe.epubcheck.api.Report", dict=methods)

    def _message(
        self, said: jpype.JObject, place: jpype.JObject | None, arguments: jpype.JObject
    ) -> None:
        named = isinstance(said, jpype.JClass("com.adobe.epubcheck.messages.MessageId"))
        message = self._dictionary.getMessage(said) if named else said
        severity = str(message.getSeverity().name())
        self._counts[severity] += 1
        entry, line, column = self._place(place)
        self.messages.append(
            Message(
                code=str(message.getID().name()).replace("_", "-"),
                severity=severity,
                text=str(message.getMessage(arguments)),
                hint=str(message.getSuggestion() or "") or None,
                entry=entry,
                line=line,
                column=column,
            )
        )

    def _place(self, place: jpype.JObject | None) -> tuple[str | None, int | None, int | None]:
        if place is None:
            return None, None, None
        entry, line, column = str(place.getPath()), int(place.getLine()), int(place.getColumn())
        is_whole_book = entry in ("", self._book, Path(self._book).name)
        return None if is_whole_book else entry, _known(line), _known(column)


def _known(number: int) -> int | None:
    return number if number > 0 else None


def _ignore(*_: object) -> None:
    """EPUBCheck tells more than messages: features, progress, settings of its command line."""


def _take_output() -> TextIO:
    """The way back to the parent, for this module alone: what Java prints goes to stderr."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return answers


def _say(answers: TextIO, answer: Answer) -> None:
    answers.write(msgspec.json.encode(answer).decode() + "\n")
    answers.flush()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
