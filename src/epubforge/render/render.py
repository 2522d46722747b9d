"""A book to its pages and its stylesheet: slots filled, pages wrapped by the theme's templates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from epubforge.diagnostics import Outcome, Rule, Severity
from epubforge.keeping import Keep, anew
from epubforge.model.book import Book, ContentsPage
from epubforge.model.project import ThemeChoice
from epubforge.model.publication import Resource
from epubforge.render.own_fonts import strange_fonts
from epubforge.render.own_styles import faults
from epubforge.render.pages import Press
from epubforge.render.stylesheet import HREF, stylesheet
from epubforge.render.templates import Templates
from epubforge.render.theme import CLASSIC, Theme, ThemeError, look_of, own_sheets, read_theme

if TYPE_CHECKING:
    from epubforge.fonts.face import Face

BROKEN_THEME = Rule(
    "B010",
    "broken-theme",
    Severity.ERROR,
    """The theme's folder holds a file that cannot be used.

Why it matters
    The theme makes every page of the book. While one of its files is broken the pages are made
    with the classic theme for the preview, and no book is written.
Bad
    {{ title }, in a template
Good
    {{ title }}
Reference
    Templates are Jinja2's https://jinja.palletsprojects.com/en/stable/templates/
""",
    blocking=True,
    configuration=True,
)


def render(
    book: Book, theme: ThemeChoice, faces: Sequence[Face] = (), keep: Keep = anew
) -> Outcome[tuple[Resource, ...]]:
    """One XHTML resource for each page but the contents, in their order, and the stylesheet.

    The stylesheet names the faces that go into the book; their files are not made here.

    `keep` may remember pages: one is printed again only if it, or what all pages share, is another.
    Chapters carry a map to the lines of their manuscript. Reports B010 for a theme that cannot
    be used, B011 to B013 for styles that have no place in a book, and B092 for fonts that a style
    names and the book lacks. Raises ThemeError where a
    page is not well-formed in the classic theme either, which no manuscript can bring about.
    """
    families = {face.family for face in faces}
    found = [*faults(theme.css), *strange_fonts(theme.css, families)]
    try:
        chosen = keep("theme", look_of(theme.folder), lambda: read_theme(theme.folder))
        own = own_sheets(theme.folder)
        found += (*faults(own), *strange_fonts(own, families))
        resources = tuple(_resources(book, chosen, theme, faces, keep))
    except ThemeError as error:
        message = f"{theme.folder.name}/{error.file}:{error.line}: {error.reason}"
        hint = "mend the file, or take another theme"
        found.append(BROKEN_THEME.at(book.settings_span, message, hint))
        resources = tuple(_resources(book, read_theme(CLASSIC), theme, faces, keep))
    return Outcome(resources, tuple(found))


def _resources(
    book: Book, theme: Theme, choice: ThemeChoice, faces: Sequence[Face], keep: Keep
) -> Iterator[Resource]:
    templates = keep("templates", theme.templates, lambda: Templates(theme.templates))
    press = Press(book, templates, keep)
    for page in book.pages:
        if not isinstance(page.content, ContentsPage):
            yield press.print(page)
    yield Resource(HREF, "text/css", stylesheet(book, theme, choice.css, faces, keep).encode())
