"""An editor's answers turned into what is to be changed, and into what cannot be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from epubforge.checks.words import quoted
from epubforge.descriptions.row import Described, Texts
from epubforge.descriptions.sheet import Answer
from epubforge.diagnostics import Diagnostic, Reporter, Rule, Severity
from epubforge.source import Span

ROW_OF_NO_PICTURE = Rule(
    "P071",
    "description-of-no-picture",
    Severity.ERROR,
    """A row of a sheet of descriptions belongs to no picture of the book, or to one that another
row described.

Why it matters
    What stands in the row was written for nothing: it is not put anywhere, so that no picture gets
    the description of another one.
Bad
    A sheet that was exported before its chapter was renamed.
Good
    A sheet as `epubforge alt export` writes it now, with the descriptions copied over.
""",
)
CHANGED_MEANWHILE = Rule(
    "P072",
    "description-changed-meanwhile",
    Severity.ERROR,
    """A description was changed since the sheet was exported: in the manuscript, and in the sheet.

Why it matters
    One of the two would be lost. The manuscript stays as it is.
Bad
    Working on in the chapter while an editor has the sheet.
Good
    Choose one of the two texts: write it into the manuscript, or export once more.
""",
)
NOT_WRITTEN = Rule(
    "P073",
    "description-not-written",
    Severity.ERROR,
    """A description of a sheet cannot be put into the manuscript by itself.

Why it matters
    The row's text is not in the book. Where it has to go is named, so that it can be written by
    hand.
Bad
    A long description for a picture in a chapter, which stands in the chapter's text.
Good
    ::: description
    The long description, below its figure.
    :::
""",
)


@dataclass(frozen=True, slots=True)
class Wish:
    """A picture that is to have other texts, and the row of the sheet that says so."""

    picture: Described
    texts: Texts
    span: Span

    def not_written(self, why: str) -> Diagnostic:
        """The finding that it could not be done."""
        message = f"the description of {self.picture.name} was not written: {why}"
        return NOT_WRITTEN.at(self.span, message, f"write it by hand at {self.picture.where}")


def wishes(
    pictures: Sequence[Described], answers: Iterable[Answer], reporter: Reporter
) -> list[Wish]:
    """The changes that the answers ask for; what was not changed asks for none."""
    by_place = {picture.place: picture for picture in pictures}
    described: set[str] = set()
    found: list[Wish] = []
    for answer in answers:
        place, _, _ = answer.key.rpartition("~")
        picture = by_place.get(place)
        if picture is None:
            message = f"the row {quoted(answer.key)} belongs to no picture of the book"
            hint = "export the sheet once more, and copy the description into its row"
            reporter.add(ROW_OF_NO_PICTURE.at(answer.span, message, hint))
        elif place in described:
            message = f"{picture.name} has a row already; this one is not used"
            reporter.add(ROW_OF_NO_PICTURE.at(answer.span, message, "keep one of the two"))
        else:
            described.add(place)
            wish = _wish(picture, answer, reporter)
            found.extend([wish] if wish else [])
    return found


def _wish(picture: Described, answer: Answer, reporter: Reporter) -> Wish | None:
    now = picture.texts.folded()
    texts = answer.over(now)
    if texts == now:
        return None
    wish = Wish(picture, texts, answer.span)
    if answer.key != picture.key:
        message = f"{picture.name} was described anew in the manuscript: {quoted(now.alt)}"
        hint = f"choose one of the two, and write it at {picture.where}"
        reporter.add(CHANGED_MEANWHILE.at(answer.span, message, hint))
        return None
    if texts.decorative and texts.alt:
        reporter.add(wish.not_written("it is marked as decoration too"))
        return None
    if picture.use is not None and texts.longdesc:
        reporter.add(wish.not_written("a long description stands in the chapter's own text"))
        return None
    return wish
