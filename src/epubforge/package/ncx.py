"""From contents to the NCX, the contents that EPUB 2 reading systems read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from epubforge.model.book import PageMark, TocEntry
from epubforge.model.metadata import Metadata
from epubforge.package.xml import escaped

_NCX = """<?xml version="1.0" encoding="UTF-8"?>
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="{language}">
<head>
<meta name="dtb:uid" content="{identifier}"/>
<meta name="dtb:depth" content="{depth}"/>
<meta name="dtb:totalPageCount" content="{page_count}"/>
<meta name="dtb:maxPageNumber" content="{last_page}"/>
</head>
<docTitle><text>{title}</text></docTitle>
{authors}<navMap>
{points}
</navMap>
{pages}</ncx>
"""


def ncx(metadata: Metadata, toc: Sequence[TocEntry], pages: Sequence[PageMark] = ()) -> bytes:
    """The NCX of a book whose contents have an entry; its uid is the book's identifier."""
    orders = _play_orders(toc, pages)
    return _NCX.format(
        language=escaped(metadata.language),
        identifier=escaped(metadata.identifier),
        depth=_depth(toc),
        title=escaped(metadata.title),
        authors="".join(
            f"<docAuthor><text>{escaped(creator.name)}</text></docAuthor>\n"
            for creator in metadata.creators
        ),
        points=_points(toc, orders, count(1)),
        page_count=len(pages),
        last_page=max((int(p.label) for p in pages if _is_arabic(p)), default=0),
        pages=_page_list(pages, orders),
    ).encode()


def targets(toc: Sequence[TocEntry]) -> Iterator[str]:
    """The hrefs of all entries, in reading order."""
    for entry in toc:
        yield entry.href
        yield from targets(entry.children)


def _depth(toc: Sequence[TocEntry]) -> int:
    return 1 + max((_depth(entry.children) for entry in toc), default=0) if toc else 0


def _play_orders(toc: Sequence[TocEntry], pages: Sequence[PageMark]) -> dict[str, int]:
    """For each target its place: entries that lead to the same one must have the same."""
    orders: dict[str, int] = {}
    for href in (*targets(toc), *(page.href for page in pages)):
        orders.setdefault(href, len(orders) + 1)
    return orders


def _points(toc: Sequence[TocEntry], orders: dict[str, int], numbers: Iterator[int]) -> str:
    return "\n".join(_point(entry, orders, numbers) for entry in toc)


def _point(entry: TocEntry, orders: dict[str, int], numbers: Iterator[int]) -> str:
    number = next(numbers)
    children = f"\n{_points(entry.children, orders, numbers)}\n" if entry.children else ""
    return (
        f'<navPoint id="point-{number}" playOrder="{orders[entry.href]}">'
        f"<navLabel><text>{escaped(entry.title) or escaped(entry.href)}</text></navLabel>"
        f'<content src="{escaped(entry.href)}"/>{children}</navPoint>'
    )


def _page_list(pages: Sequence[PageMark], orders: dict[str, int]) -> str:
    """http://www.daisy.org/z3986/2005/Z3986-2005.html#NCX: roman pages are those of the front."""
    if not pages:
        return ""
    firsts = {page.label: page for page in reversed(pages)}
    items = "\n".join(
        _page(number, page, orders, is_first=firsts[page.label] is page)
        for number, page in enumerate(pages, start=1)
    )
    return f"<pageList>\n{items}\n</pageList>\n"


def _page(number: int, page: PageMark, orders: dict[str, int], *, is_first: bool) -> str:
    # A value may be there only once: a page that is marked twice has none the second time.
    has_value = is_first and _is_arabic(page)
    kind = f'type="normal" value="{int(page.label)}"' if has_value else 'type="special"'
    if set(page.label.casefold()) <= set("ivxlcdm"):
        kind = 'type="front"'
    return (
        f'<pageTarget id="page-{number}" {kind} playOrder="{orders[page.href]}">'
        f"<navLabel><text>{escaped(page.label)}</text></navLabel>"
        f'<content src="{escaped(page.href)}"/></pageTarget>'
    )


def _is_arabic(page: PageMark) -> bool:
    return page.label.isascii() and page.label.isdigit() and len(page.label) < 10
