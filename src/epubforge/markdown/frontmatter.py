"""A chapter's header: TOML between `+++` lines, or YAML between `---` lines, as typed values."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from epubforge.diagnostics import Diagnostic, Outcome, Rule, Severity
from epubforge.language.tags import meant_tag, standard_tag
from epubforge.model.document import Header
from epubforge.source import SourceFile, Span

HEADER_UNREADABLE = Rule(
    "M001",
    "header-unreadable",
    Severity.ERROR,
    """A chapter's header is neither the TOML nor the YAML that its first line promises.

    Why it matters
        Nobody can tell what it says: the chapter may be a draft, or have another title.
    Bad
        +++
        title = The record
        +++
    Good
        +++
        title = "The record"
        +++
    """,
    blocking=True,
)
HEADER_WRONG_TYPE = Rule(
    "M002",
    "header-wrong-value",
    Severity.ERROR,
    """A key of a chapter's header has a value that it cannot have.

    Why it matters
        The key is left out, so the chapter is not what its author wanted.
    Bad
        title = 1984
        draft = "yes"
    Good
        title = "1984"
        draft = true
    """,
)
HEADER_UNKNOWN_KEY = Rule(
    "M003",
    "header-unknown-key",
    Severity.NOTE,
    """A chapter's header holds a key that epubforge does not know.

    Why it matters
        Other tools keep theirs there, which is fine; a misspelt key does nothing.
    Bad
        titel = "The record"
    Good
        title = "The record"
    """,
)

_LARGEST: Final = 64 * 1024
_OPENING: Final = re.compile(r"(\+\+\+|---)[ \t]*(?:\n|\Z)")
_TOML_PLACE: Final = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)\Z")
_CLASSES: Final = re.compile(r"[^\s\"'<>&]+(?:[ \t]+[^\s\"'<>&]+)*\Z")
_FIELDS: Final = {
    "title": "title",
    "type": "type",
    "lang": "language",
    "toc": "toc",
    "linear": "linear",
    "draft": "draft",
    "numbered": "numbered",
    "class": "css_class",
}


@dataclass(frozen=True, slots=True)
class Split:
    """A text's header, and where the text after it begins."""

    header: Header
    end: int = 0


@dataclass(frozen=True, slots=True)
class _Block:
    """What stands between the fences."""

    source: SourceFile
    fence: str
    start: int
    text: str
    span: Span

    def at(self, line: int, column: int) -> Span:
        """The place of a 1-based line and column of the block; one character wide."""
        rows = self.text.split("\n")
        before = sum(len(row) + 1 for row in rows[: line - 1])
        offset = self.start + min(before + column - 1, len(self.text))
        return self.source.span(offset, min(offset + 1, len(self.source.text)))

    def key(self, key: str) -> Span:
        """Where a key stands."""
        name = rf"(?m)^[ \t]*([\"']?{re.escape(key)}[\"']?)[ \t]*[=:.]"
        found = re.search(name, self.text)
        if found is None:
            return self.span
        return self.source.span(self.start + found.start(1), self.start + found.end(1))


def split_header(source: SourceFile) -> Outcome[Split]:
    """The header of a chapter, checked, and where its text begins; the empty one where none is."""
    block = _block(source)
    if block is None:
        return Outcome(Split(Header()))
    read = _read_toml if block.fence == "+++" else _read_yaml
    values = read(block)
    if values.value is None and not values.found:
        return Outcome(Split(Header()))
    header = _header(block, values.value or {})
    return Outcome(Split(header.value, block.span.end), values.found + header.found)


def _block(source: SourceFile) -> _Block | None:
    opening = _OPENING.match(source.text)
    if opening is None:
        return None
    fence = opening.group(1)
    closing_mark = r"\+\+\+" if fence == "+++" else r"(?:---|\.\.\.)"
    closing = re.compile(rf"(?m)^{closing_mark}[ \t]*$").search(source.text, opening.end())
    if closing is None:
        return None
    text = source.text[opening.end() : closing.start()]
    return _Block(source, fence, opening.end(), text, source.span(0, closing.end()))


_Values = Outcome[Mapping[str, object] | None]


def _read_toml(block: _Block) -> _Values:
    import tomllib

    if len(block.text) > _LARGEST:
        return _too_large(block)
    try:
        return Outcome(tomllib.loads(block.text))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return _unreadable(block, error)
    except ValueError:
        # tomllib passes on int()'s refusal of numbers with thousands of digits.
        message = "the header holds a number that is too long to be read"
        return Outcome({}, (HEADER_UNREADABLE.at(block.span, message, "shorten it"),))


def _unreadable(block: _Block, error: Exception) -> _Values:
    message = str(error)
    place = _TOML_PLACE.search(message)
    if place is None or place.group(1) is None:
        rows = block.text.rstrip("\n").split("\n")
        span = block.at(len(rows), len(rows[-1]) + 1)
    else:
        span = block.at(int(place.group(1)), int(place.group(2)))
    reason = _TOML_PLACE.sub("", message).rstrip(".")
    reason = reason[:1].lower() + reason[1:]
    return Outcome(
        {},
        (HEADER_UNREADABLE.at(span, f"the header is not TOML: {reason}", "put texts in quotes"),),
    )


def _too_large(block: _Block) -> _Values:
    finding = HEADER_UNREADABLE.at(
        block.span, "the header is larger than 64 KB", "move what is not for the book elsewhere"
    )
    return Outcome({}, (finding,))


def _read_yaml(block: _Block) -> _Values:
    """The mapping; None where the block is none, and so a part of the text."""
    if not block.text.strip():
        return Outcome(None)
    if len(block.text) > _LARGEST:
        return _too_large(block)
    import yaml

    try:
        # libyaml's parser is not everywhere; this one gives the same places everywhere.
        for event in yaml.parse(block.text, Loader=yaml.SafeLoader):
            if isinstance(event, yaml.AliasEvent):
                mark = event.start_mark
                place = (mark.line, mark.column) if mark is not None else (0, 0)
                return _alias(block, *place)
        values = yaml.safe_load(block.text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return _not_yaml(block, error)
    if not isinstance(values, dict):
        return Outcome(None)
    return Outcome({str(key): value for key, value in values.items()})


def _alias(block: _Block, line: int, column: int) -> _Values:
    finding = HEADER_UNREADABLE.at(
        block.at(line + 1, column + 1),
        "the header uses a YAML alias, which is not read",
        "write the value itself",
    )
    return Outcome({}, (finding,))


def _not_yaml(block: _Block, error: Exception) -> _Values:
    first = next((row for row in block.text.split("\n") if row.strip()), "")
    if not re.match(r"[\w\"'-]+[ \t]*:(?:\s|\Z)", first):
        return Outcome(None)
    mark = getattr(error, "problem_mark", None)
    span = block.at(mark.line + 1, mark.column + 1) if mark is not None else block.span
    reason = getattr(error, "problem", None) or "it cannot be read"
    finding = HEADER_UNREADABLE.at(
        span, f"the header is not YAML: {reason}", "put texts that hold a colon in quotes"
    )
    return Outcome({}, (finding,))


def _header(block: _Block, values: Mapping[str, object]) -> Outcome[Header]:
    found: list[Diagnostic] = []
    texts: dict[str, str] = {}
    flags: dict[str, bool] = {}
    for key, value in values.items():
        if key not in _FIELDS:
            found.append(_unknown(block, key))
        elif (fault := _fault(key, value)) is not None:
            found.append(HEADER_WRONG_TYPE.at(block.key(key), f"{key} {fault[0]}", fault[1]))
        elif isinstance(value, str):
            texts[key] = value.strip()
        elif isinstance(value, bool):
            flags[key] = value
    header = Header(
        title=texts.get("title") or None,
        type=texts.get("type") or None,
        language=standard_tag(texts["lang"]) if texts.get("lang") else None,
        toc=flags.get("toc", True),
        linear=flags.get("linear", True),
        draft=flags.get("draft", False),
        numbered=flags.get("numbered", True),
        css_class=texts.get("class") or None,
        span=block.span,
    )
    return Outcome(header, tuple(found))


def _unknown(block: _Block, key: str) -> Diagnostic:
    from difflib import get_close_matches

    near = get_close_matches(key, _FIELDS, 1, 0.75)
    hint = f"did you mean {near[0]}?" if near else "leave it if another tool needs it"
    return HEADER_UNKNOWN_KEY.at(block.key(key), f"the header has an unknown key {key}", hint)


def _fault(key: str, value: object) -> tuple[str, str] | None:
    if key in ("toc", "linear", "draft", "numbered"):
        return (
            None if isinstance(value, bool) else ("is neither true nor false", "write one of them")
        )
    if not isinstance(value, str):
        return ("is not a text", "put it in quotes")
    if not value.strip():
        return ("is empty", "write it, or leave the key out")
    valid = _FORMS.get(key)
    if valid is None or valid[0](value.strip()):
        return None
    code = meant_tag(value.strip()) if key == "lang" else None
    return f"cannot be {value}" + (f"; did you mean {code}?" if code else ""), valid[1]


_FORMS: Final[Mapping[str, tuple[Callable[[str], object], str]]] = {
    "lang": (standard_tag, 'write a language tag: lang = "uk"'),
    "class": (_CLASSES.match, "write names without quotes or brackets"),
}
