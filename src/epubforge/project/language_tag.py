"""A language tag as it is written turned into its standard form, or into what is wrong with it."""

from __future__ import annotations

from epubforge.diagnostics import Rule, Severity
from epubforge.language.tags import meant_tag, standard_tag
from epubforge.project.node import Node

INVALID_LANGUAGE_TAG = Rule(
    "P007",
    "invalid-language-tag",
    Severity.ERROR,
    """A language is not given as a tag of BCP 47.

Why it matters
    A reading system that speaks, breaks words or looks them up chooses its voice and its dictionary
    by the tag; with a wrong one it reads aloud in the wrong language.
Bad
    language = "english"
Good
    language = "en"
Reference
    WCAG 2.2, 3.1.1 https://www.w3.org/TR/WCAG22/#language-of-page
    BCP 47 https://www.rfc-editor.org/info/bcp47
""",
    blocking=True,
    configuration=True,
)


def read_language(node: Node) -> str:
    """The tag in its standard form: `EN-gb` is en-GB, `eng` is en.

    Raises:
        MistakeError: it is no text, or no tag of BCP 47.
    """
    written = node.text('a text: "en"')
    tag = standard_tag(written)
    if tag is None:
        raise node.mistake(INVALID_LANGUAGE_TAG, *_said(written))
    return tag


def _said(written: str) -> tuple[str, str]:
    code = meant_tag(written)
    meant = f"; did you mean {code}?" if code else ""
    return (
        f'"{written}" is not a language tag{meant}',
        'write its short tag: "en", "de-CH", "uk", "sr-Latn"',
    )
