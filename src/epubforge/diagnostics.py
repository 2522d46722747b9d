"""What can be wrong, and the outcome that carries it beside a value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Generic, Literal, TypeVar

from epubforge.source import EntryPlace, Span

T = TypeVar("T")
Place = Span | EntryPlace
Origin = Literal["epubforge", "epubcheck", "ace"]


class ExtraMissing(Exception):  # noqa: N818  it says what is the case, as its message does
    """Something that was demanded is not installed; the message says what installs it."""


class Severity(Enum):
    """How grave a finding is; from the gravest down."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for an error, 1 for a warning, 2 for a note."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Criterion:
    """A demand on accessible books that a claim of accessibility says is met."""

    name: str
    """Where it stands: `WCAG 1.1.1`, `EPUB Accessibility 3.2`."""
    level: Literal["A", "AA"]
    """The claims that promise it: from this level of WCAG on."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A fault that can be found, declared in the file of the function that finds it."""

    code: str
    """Family letter and number: A001. A retired code is never used again."""
    name: str
    """The fault in words with hyphens, so that "allow image-without-alt" reads."""
    severity: Severity
    page: str = field(repr=False)
    """The user's page: a first sentence that says what is found, then the sections
    `Why it matters`, `Bad`, `Good` and, where there is one, `Reference`, each on a line of its
    own with its text indented by four below it."""
    blocking: bool = False
    """The EPUB would be invalid, content would be missing, or something unsafe: no book."""
    configuration: bool = False
    """The fault is in the settings: the exit code is 2."""
    needs_tool: bool = False
    """A tool or a library is not installed: the exit code is 3."""
    equivalent: str | None = None
    """The EPUBCheck message that names the same fault."""
    ace: tuple[str, ...] = ()
    """The rules of DAISY Ace that find the same fault at the same element."""
    criterion: Criterion | None = None
    """What a book with this fault fails to meet; None: it is a matter of quality."""

    def at(
        self, place: Place, message: str, hint: str | None = None, fix: Fix | None = None
    ) -> Diagnostic:
        """The fault found at a place: one sentence that names the thing, a hint what to do."""
        return Diagnostic(self, place, message, hint, fix=fix)


@dataclass(frozen=True, slots=True)
class Replacement:
    """A text to be put in the place of a stretch of a source; of an empty one: before it."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """What mends a fault without changing what a reader reads, in one source file."""

    replacements: tuple[Replacement, ...]
    """In the order of the text; none overlaps another."""

    @classmethod
    def of(cls, span: Span, text: str) -> Fix:
        """A fix that is one replacement."""
        return cls((Replacement(span, text),))


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding."""

    rule: Rule
    place: Place
    message: str
    hint: str | None = None
    severity: Severity | None = None
    """The severity it was judged to have; None: its rule's."""
    page: str | None = None
    """The entry of the EPUB that it was seen in, where it was seen there."""
    origin: Origin = "epubforge"
    source_code: str | None = None
    """The message's id in the tool that it is passed on from."""
    fix: Fix | None = None
    """What `check --fix` does about it, where that is safe."""
    also: tuple[Diagnostic, ...] = ()
    """What other tools say of the same fault; they are not told as findings of their own."""

    @property
    def grade(self) -> Severity:
        """The severity that counts: the gravest that anybody gives it."""
        said = (self.rule.severity, *(each.grade for each in self.also))
        return self.severity or min(said, key=lambda severity: severity.rank)


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """A stage's value, and all that it found on the way, in reading order."""

    value: T
    found: tuple[Diagnostic, ...] = ()


class Reporter:
    """Collects findings inside one stage; the stage returns them in its Outcome."""

    def __init__(self) -> None:
        self._found: list[Diagnostic] = []

    def add(self, diagnostic: Diagnostic) -> None:
        """Keep a finding."""
        self._found.append(diagnostic)

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Keep several findings."""
        self._found.extend(diagnostics)

    @property
    def found(self) -> tuple[Diagnostic, ...]:
        """All that was kept, in the order it came."""
        return tuple(self._found)


@dataclass(frozen=True, slots=True)
class Ignore:
    """Findings of one rule that are passed over: in the whole book, or where it says."""

    rule: str
    """Its code or its name."""
    place: Span
    """Where the author says so."""
    files: str | None = None
    """Only in files whose paths this glob matches, from the project's root."""
    covers: Span | None = None
    """Only inside this stretch of a chapter."""


@dataclass(frozen=True, slots=True)
class Policy:
    """How findings are judged."""

    ignore: frozenset[str] = frozenset()
    """Codes or names of rules that are passed over everywhere."""
    ignores: tuple[Ignore, ...] = ()
    """What is passed over, with the places where the settings say so; those of `ignore` too."""


def names_of(diagnostic: Diagnostic) -> tuple[str, ...]:
    """All names under which a finding can be passed over; another tool's also with the tool's
    name before them: `ace-image-alt`."""
    rule, code = diagnostic.rule, diagnostic.source_code
    return (rule.code, rule.name, *((code, f"{diagnostic.origin}-{code}") if code else ()))


def judge(found: Iterable[Diagnostic], policy: Policy) -> tuple[Diagnostic, ...]:
    """The findings that count, duplicates removed, in reading order.

    Blocking findings cannot be ignored: the book would be wrong without a word.
    """
    kept: dict[tuple[object, ...], Diagnostic] = {}
    for diagnostic in found:
        if policy.ignore.intersection(names_of(diagnostic)) and not diagnostic.rule.blocking:
            continue
        key = (diagnostic.rule.code, *_place_key(diagnostic.place), diagnostic.message)
        kept.setdefault(key, replace(diagnostic, severity=diagnostic.grade))
    return tuple(sorted(kept.values(), key=lambda diagnostic: _place_key(diagnostic.place)))


def blocks(found: Iterable[Diagnostic]) -> bool:
    """Whether a finding among these forbids that a book is written."""
    return any(diagnostic.rule.blocking for diagnostic in found)


def _place_key(place: Place) -> tuple[str, str, int, int]:
    match place:
        case Span():
            return (place.source.path, "", place.start, place.end)
        case EntryPlace():
            return (place.book, place.entry or "", place.line or 0, place.column or 0)
