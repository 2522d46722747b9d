"""The index at the back of the book."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from compose.by_hand import document, lines, one, text_of
from epubforge.diagnostics import Outcome
from epubforge.model.book import Book
from epubforge.model.document import Document, Header, SlotKind


def index_of(*texts: str, header: Header | None = None) -> Outcome[Book]:
    """The book of chapters of those texts, and a page that shows the index."""
    chapters = [document(f"manuscript/{n}-{n}x.md", text) for n, text in enumerate(texts, start=1)]
    return one(*chapters, page_of_index(header))


def page_of_index(header: Header | None = None) -> Document:
    """The page that shows the index."""
    return document("manuscript/9-back.md", "# Back\n\n{{index}}\n", header or Header())


def shown(book: Book) -> str:
    """The index's markup."""
    return text_of(book, "text/back.xhtml", SlotKind.LIST)[0]


def read(book: Book) -> list[str]:
    """The index as a reader reads it: one line for each letter and each entry."""
    broken = re.sub(r"(</p>|<li[^>]*>|</li>)", r"\1\n", shown(book))
    text = "".join(ElementTree.fromstring(broken.replace("epub:type", "data-type")).itertext())
    return [line for line in text.split("\n") if line]


def test_terms_in_order_with_their_places() -> None:
    """Letters, entries below entries, and running numbers where no pages are known."""
    made = index_of(
        "# A\n\n{{index Mines!Irmino}} {{index Stakhanov, Alexei}} {{index Mines}}\n",
        "# B\n\n{{index Apple}} {{index Mines!Irmino}} {{index Mines!Donets}}\n",
    )
    assert read(made.value) == ["A", "Apple, 1", "M", "Mines, 1", "Donets, 1", "Irmino, 1, 2",
                                "S", "Stakhanov, Alexei, 1"]  # fmt: skip
    assert made.found == ()
    assert (
        'Irmino</span>, <a href="1x.xhtml#term-0">1</a>, <a href="2x.xhtml#term-1">2</a>'
        in shown(made.value)
    )


def test_print_pages_where_they_are_known() -> None:
    """A place has the page it stands on, one that begins before its chapter too; each page once."""
    made = index_of(
        "# A\n\n{{index Mines}}\n\n{{page 24}}\n",
        "# B\n\n{{index Mines}} {{index Mines}}\n",
        "# C\n\n{{page 26}}\n\n{{index Mines}}\n",
    )
    first = document("x.md", "")
    assert first.outline.terms == ()
    assert read(made.value) == ["M", "Mines, 24, 26"]


def test_a_place_before_the_first_page_has_its_chapters_title() -> None:
    """Running numbers among page numbers would be taken for pages."""
    made = index_of("# A & O\n\n{{index Mines}}\n", "# B\n\n{{page 24}} {{index Mines}}\n")
    assert read(made.value) == ["M", "Mines, A & O, 24"]


def test_see_and_see_also() -> None:
    """They lead to the entry of the index, by its own name or that of its path."""
    made = index_of(
        "# A\n\n{{index Donbas see Donets}} {{index Donets see also Mines!Irmino}}\n\n"
        "{{index Mines!Irmino}} {{index Kohle see Mines, Irmino}}\n"
    )
    assert made.found == ()
    assert read(made.value) == [
        "D", "Donbas, see Donets", "Donets, 1, see also Mines, Irmino", "K",
        "Kohle, see Mines, Irmino", "M", "Mines", "Irmino, 1",
    ]  # fmt: skip
    ids = re.findall(r'<li id="([^"]+)"><span class="index-term">([^<]+)', shown(made.value))
    named = {text: place for place, text in ids}
    assert f'see</em> <a href="#{named["Donets"]}">Donets</a>' in shown(made.value)
    assert f'see also</em> <a href="#{named["Irmino"]}">Mines, Irmino</a>' in shown(made.value)


def test_see_without_an_entry_is_found() -> None:
    """The place is the mark's, and the hint names what was probably meant."""
    made = index_of("# A\n\n{{index Donbas see Donetz}} {{index Donets}}\n")
    assert lines(made.found) == ["manuscript/1-1x.md:3:1 B017 the index has no entry Donetz"]
    assert made.found[0].hint == "did you mean Donets?"
    assert "Donbas, see Donetz" in read(made.value)


def test_the_language_of_the_page_decides() -> None:
    """Order, letters and words are those of the page that shows the index."""
    made = index_of(
        "# A\n\n{{index їжак}} {{index жаба}} {{index Apple}} {{index іва see жаба}}\n",
        header=Header(language="uk"),
    )
    assert read(made.value) == ["Ж", "жаба, 1", "І", "іва, див. жаба", "Ї", "їжак, 1", "A",
                                "Apple, 1"]  # fmt: skip


def test_an_index_says_that_it_is_one() -> None:
    """A page of that type says so for the list on it; another page's list says it itself."""
    by_itself = shown(index_of("# A\n\n{{index x}}\n").value)
    assert by_itself.startswith(
        '<div class="index" role="doc-index" epub:type="index" aria-label="Index">'
    )
    typed = shown(index_of("# A\n\n{{index x}}\n", header=Header(type="index")).value)
    assert typed.startswith('<div class="index"><div')


def test_only_the_first_index_has_ids() -> None:
    """Two lists on one page would have the same ids."""
    twice = document("manuscript/9-back.md", "# Back\n\n{{index}}\n\n{{index}}\n")
    made = one(document("manuscript/1-a.md", "# A\n\n{{index x}}\n"), twice)
    first, second = text_of(made.value, "text/back.xhtml", SlotKind.LIST)
    assert (first.count(" id="), second.count(" id=")) == (1, 0)
