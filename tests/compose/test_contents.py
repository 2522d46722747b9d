"""The contents."""

from __future__ import annotations

from dataclasses import replace

from compose.by_hand import composed, document, one, part, plates, project
from epubforge.model.book import CaptionMarkup, TocEntry
from epubforge.model.document import Document, Header
from epubforge.model.project import ContentsSettings, PlatesHere, Project, Settings

DEEP = document("manuscript/1-a.md", "# A\n\n## B\n\n### C\n\n#### D\n\n## E\n")


def shown(entries: tuple[TocEntry, ...], indent: int = 0) -> list[str]:
    """One line each, set in by depth."""
    found = []
    for entry in entries:
        found.append(f"{' ' * indent}{entry.title} {entry.href}")
        found += shown(entry.children, indent + 1)
    return found


def with_depth(made: Project, depth: int) -> Project:
    """The project with contents of that depth."""
    return replace(made, settings=Settings(contents=ContentsSettings(depth=depth)))


def contents(made: Project, *documents: Document) -> list[str]:
    """The contents of the book."""
    return shown(composed(made, *documents).value.toc)


def test_headings_stand_below_their_chapter() -> None:
    """The title is the chapter's line; the rest is nested as its levels say, three deep."""
    assert contents(project([DEEP]), DEEP) == [
        "A text/a.xhtml",
        " B text/a.xhtml#b",
        "  C text/a.xhtml#c",
        " E text/a.xhtml#e",
    ]


def test_depth_counts_from_the_top() -> None:
    """A depth of one shows chapters alone; of four, three levels of headings below them."""
    assert contents(with_depth(project([DEEP]), 1), DEEP) == ["A text/a.xhtml"]
    assert contents(with_depth(project([DEEP]), 4), DEEP)[3] == "   D text/a.xhtml#d"


def test_parts_hold_their_chapters() -> None:
    """A part takes a level, whether it has a page of its own or a made one."""
    index = document("manuscript/1-one/index.md", "# Part the first\n\n## Its section\n")
    first = document("manuscript/1-one/1-b.md", "# B\n\n## Inside\n\n### Too deep\n")
    second = document("manuscript/2-two/1-c.md", "# C\n")
    made = project([part("One", first, index=index), part("Two", second)])
    assert contents(made, index, first, second) == [
        "Part the first text/one.xhtml",
        " Its section text/one.xhtml#its-section",
        " B text/b.xhtml",
        "  Inside text/b.xhtml#inside",
        "Two text/two.xhtml",
        " C text/c.xhtml",
    ]


def test_a_chapter_that_is_a_part_holds_those_after_it() -> None:
    """Without folders the type does the same, up to the next part or another kind of page."""
    kinds = ("part", "chapter", "chapter", "part", "chapter", "afterword", "chapter")
    made = [
        document(f"manuscript/{n}-x{n}.md", f"# X{n}\n", Header(type=kind))
        for n, kind in enumerate(kinds)
    ]
    assert contents(project(made), *made) == [
        "X0 text/x0.xhtml",
        " X1 text/x1.xhtml",
        " X2 text/x2.xhtml",
        "X3 text/x3.xhtml",
        " X4 text/x4.xhtml",
        "X5 text/x5.xhtml",
        "X6 text/x6.xhtml",
    ]


def test_a_folder_does_not_hold_what_stands_after_it() -> None:
    """Only a chapter's type reaches beyond itself."""
    inside = document("manuscript/1/a.md", "# A\n")
    after = document("manuscript/2-b.md", "# B\n")
    made = project([part("P", inside), after])
    assert contents(made, inside, after) == [
        "P text/p.xhtml",
        " A text/a.xhtml",
        "B text/b.xhtml",
    ]


def test_a_chapter_may_stay_out() -> None:
    """toc = false leaves out the chapter and its headings; a part's chapters move up."""
    out = document("manuscript/1-a.md", "# A\n\n## B\n", Header(toc=False))
    index = document("manuscript/2/index.md", "# P\n", Header(toc=False))
    inside = document("manuscript/2/c.md", "# C\n")
    made = project([out, part("P", inside, index=index)])
    assert contents(made, out, index, inside) == ["C text/c.xhtml"]


def test_contents_are_never_empty() -> None:
    """If every chapter wants to stay out, the pages stand in the contents all the same."""
    out = document("manuscript/1-a.md", "# A\n", Header(toc=False))
    assert contents(project([out]), out) == ["A text/a.xhtml"]


def test_a_title_of_the_header_does_not_swallow_headings() -> None:
    """A heading that is not the title has its line, and so has a second one of level 1."""
    made = document("manuscript/1-a.md", "# B\n\n## C\n\n# D\n", Header(title="A"))
    assert contents(project([made]), made) == [
        "A text/a.xhtml",
        " B text/a.xhtml#b",
        "  C text/a.xhtml#c",
        " D text/a.xhtml#d",
    ]


def test_plates_have_a_line_each() -> None:
    """They stand below the picture section, called by their captions or numbers."""
    made = document("manuscript/1-a.md", "# A\n")
    here = replace(project([made, PlatesHere()]), plates=plates("images/p.jpg", "images/q.jpg"))
    captions = [CaptionMarkup("<em>Ada</em>", "", "Ada"), CaptionMarkup()]
    assert shown(composed(here, made, captions=captions).value.toc) == [
        "A text/a.xhtml",
        "Plates text/plates.xhtml",
        " Ada text/plate-001.xhtml",
        " Plate 2 text/plate-002.xhtml",
    ]


def test_no_line_is_empty() -> None:
    """A heading without words, such as one that is only a picture, has no line."""
    made = document("manuscript/1-a.md", "# A\n\n## B\n")
    bare = replace(made.outline.headings[1], text="")
    outline = replace(made.outline, headings=(made.outline.headings[0], bare))
    assert shown(one(replace(made, outline=outline)).value.toc) == ["A text/a.xhtml"]


def test_lines_in_another_language_say_so() -> None:
    """Who listens hears the title of a Hebrew chapter, and of what is in it, in Hebrew."""
    english = document("manuscript/1-a.md", "# A\n")
    hebrew = document("manuscript/2-b.md", "# ב\n\n## ג\n", Header(language="he"))
    toc = composed(project([english, hebrew]), english, hebrew).value.toc
    assert [(line.language, [below.language for below in line.children]) for line in toc] == [
        ("", []),
        ("he", ["he"]),
    ]
