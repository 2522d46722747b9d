"""A book to its pages and its stylesheet: slots filled, pages wrapped by the theme's templates."""

from __future__ import annotations

from collections.abc import Iterator

from epubforge.diagnostics import Outcome, Rule, Severity
from epubforge.model.book import Book, ContentsPage
from epubforge.model.project import ThemeChoice
from epubforge.model.publication import Resource
from epubforge.render.own_styles import faults
from epubforge.render.pages import Press
from epubforge.render.stylesheet import HREF, stylesheet
from epubforge.render.templates import Templates
from epubforge.render.theme import CLASSIC, Theme, ThemeError, own_sheets, read_theme

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


def render(book: Book, theme: ThemeChoice) -> Outcome[tuple[Resource, ...]]:
    """One XHTML resource for each page but the contents, in their order, and the stylesheet.

    Chapters carry a map to the lines of their manuscript. Reports B010 for a theme that cannot
    be used, and B011 to B013 for styles that have no place in a book. Raises ThemeError where a
    page is not well-formed in the classic theme either, which no manuscript can bring about.
    """
    found = list(faults(theme.css))
    try:
        chosen = read_theme(theme.folder)
        found += faults(own_sheets(theme.folder))
        resources = tuple(_resources(book, chosen, theme))
    except ThemeError as error:
        message = f"{theme.folder.name}/{error.file}:{error.line}: {error.reason}"
        hint = "mend the file, or take another theme"
        found.append(BROKEN_THEME.at(book.settings_span, message, hint))
        resources = tuple(_resources(book, read_theme(CLASSIC), theme))
    return Outcome(resources, tuple(found))


def _resources(book: Book, theme: Theme, choice: ThemeChoice) -> Iterator[Resource]:
    press = Press(book, Templates(theme.templates))
    for page in book.pages:
        if not isinstance(page.content, ContentsPage):
            yield press.print(page)
    yield Resource(HREF, "text/css", stylesheet(book, theme, choice.css).encode())
