"""From contents and landmarks to the navigation document."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass

from epubforge.language.direction import direction_of
from epubforge.model.book import Landmark, PageMark, TocEntry
from epubforge.model.hrefs import seen_from
from epubforge.model.metadata import Metadata
from epubforge.package.xml import escaped

_PAGE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" \
lang="{language}" xml:lang="{language}" dir="{direction}"{writing}>
<head>
<meta charset="UTF-8"/>
<title>{title}</title>
{styles}</head>
<body epub:type="frontmatter">
<nav epub:type="toc" role="doc-toc" id="toc" class="contents" aria-labelledby="toc-heading">
<h1 id="toc-heading">{title}</h1>
{toc}
</nav>
{landmarks}{pages}{aside}</body>
</html>
"""
_LANDMARKS = """<nav epub:type="landmarks" id="landmarks" aria-labelledby="landmarks-heading" \
hidden="hidden">
<h2 id="landmarks-heading">{title}</h2>
<ol>
{items}
</ol>
</nav>
"""
_PAGE_LIST = """<nav epub:type="page-list" role="doc-pagelist" id="page-list" \
aria-labelledby="page-list-heading" hidden="hidden">
<h2 id="page-list-heading">{title}</h2>
<ol>
{items}
</ol>
</nav>
"""


@dataclass(frozen=True, slots=True)
class NavPage:
    """The navigation document as a page: where it lies and what it is called."""

    href: str
    title: str
    landmarks_title: str
    styles: tuple[str, ...]
    """Hrefs of style sheets, from the package document."""
    aside: tuple[TocEntry, ...] = ()
    """Pages out of the reading order that neither contents nor landmarks lead to."""
    pages: tuple[PageMark, ...] = ()
    """The pages of the printed twin."""
    pages_title: str = "Pages"


def navigation(
    page: NavPage, metadata: Metadata, toc: Sequence[TocEntry], landmarks: Sequence[Landmark]
) -> bytes:
    """The navigation document: nested contents, hidden landmarks and pages, what is aside.

    toc must have an entry; titles lose what XML forbids, and an empty one shows its href.
    """
    return _PAGE.format(
        language=escaped(metadata.language),
        direction=escaped(metadata.text_direction),
        writing=' class="vertical"' if metadata.writing_mode == "vertical-rl" else "",
        title=escaped(page.title) or "Contents",
        styles="".join(_style(page, href) for href in page.styles),
        toc=_list(page, toc),
        landmarks=_landmarks(page, landmarks),
        pages=_pages(page),
        aside=_aside(page),
    ).encode()


def _style(page: NavPage, href: str) -> str:
    return f'<link rel="stylesheet" type="text/css" href="{_relative(page, href)}"/>\n'


def _list(page: NavPage, entries: Sequence[TocEntry]) -> str:
    items = "\n".join(f"<li>{_line(page, e)}{_nested(page, e)}</li>" for e in entries)
    return f"<ol>\n{items}\n</ol>"


def _line(page: NavPage, entry: TocEntry) -> str:
    link = _link(page, entry.href, entry.title)
    if not entry.language:
        return link
    tag, direction = escaped(entry.language), direction_of(entry.language)
    return link.replace("<a ", f'<a lang="{tag}" xml:lang="{tag}" dir="{direction}" ', 1)


def _nested(page: NavPage, entry: TocEntry) -> str:
    return "\n" + _list(page, entry.children) + "\n" if entry.children else ""


def _landmarks(page: NavPage, landmarks: Sequence[Landmark]) -> str:
    if not landmarks:
        return ""
    items = "\n".join(
        f"<li>{_link(page, mark.href, mark.title, escaped(mark.epub_type))}</li>"
        for mark in landmarks
    )
    title = escaped(page.landmarks_title) or "Landmarks"
    return _LANDMARKS.format(title=title, items=items)


def _pages(page: NavPage) -> str:
    if not page.pages:
        return ""
    items = "\n".join(f"<li>{_link(page, mark.href, mark.label)}</li>" for mark in page.pages)
    return _PAGE_LIST.format(title=escaped(page.pages_title) or "Pages", items=items)


def _aside(page: NavPage) -> str:
    """A page out of the reading order needs a link: https://www.w3.org/TR/epub-33/#attrdef-itemref-linear"""
    return f'<nav hidden="hidden">\n{_list(page, page.aside)}\n</nav>\n' if page.aside else ""


def _link(page: NavPage, href: str, title: str, epub_type: str | None = None) -> str:
    kind = f' epub:type="{epub_type}"' if epub_type else ""
    return f'<a{kind} href="{_relative(page, href)}">{escaped(title) or escaped(href)}</a>'


def _relative(page: NavPage, href: str) -> str:
    path, mark, fragment = href.partition("#")
    return escaped(seen_from(path, posixpath.dirname(page.href)) + mark + fragment)
