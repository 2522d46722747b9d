"""Themes of one's own, on top of the classic one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from compose.by_hand import document, lines, one
from epubforge.model.project import ThemeChoice
from epubforge.render.render import render
from epubforge.render.theme import CLASSIC, ThemeError, paper_of, read_theme
from epubforge.source import SourceFile

BOOK = one(document("manuscript/1-a.md", "# A\n")).value


def theme(folder: Path, **files: str) -> Path:
    """A theme of those files; `_` stands for the dot, `__` for the slash."""
    (folder / "style").mkdir(parents=True)
    (folder / "theme.toml").write_text("", "utf-8")
    for name, text in files.items():
        (folder / name.replace("__", "/").replace("_", ".")).write_text(text, "utf-8")
    return folder


def page(folder: Path) -> str:
    """The chapter's page, drawn with that theme."""
    content = render(BOOK, ThemeChoice(folder)).value[2].content
    assert isinstance(content, bytes)
    return content.decode()


@pytest.mark.parametrize("value", ["9" * 5000, "[" * 5000])
def test_settings_that_no_parser_reads(tmp_path: Path, value: str) -> None:
    """A number too long, and brackets too deep, are refused like any other fault."""
    with pytest.raises(ThemeError, match=r"theme\.toml"):
        read_theme(theme(tmp_path / "mine", theme_toml=f"styles = {value}"))


def test_every_style_of_the_classic_theme_has_its_place() -> None:
    """theme.toml names every style that lies there, and none that does not."""
    text = (CLASSIC / "theme.toml").read_text("utf-8")
    for file in CLASSIC.glob("style/*.css"):
        assert f'"{file.stem}"' in text
    assert len(read_theme(CLASSIC).styles) == len(list(CLASSIC.glob("style/*.css")))


def test_what_a_theme_lacks_is_the_classic_ones(tmp_path: Path) -> None:
    """One style and one template of its own; the rest as ever, in the classic order."""
    chapter = '{% extends "page.xhtml.jinja" %}{% block content %}<hr/>{{ body }}{% endblock %}'
    own = theme(tmp_path / "mine", style__table_css="/* mine */", chapter_xhtml_jinja=chapter)
    found, classic = read_theme(own), read_theme(CLASSIC)
    assert found.styles["table"] == "/* mine */"
    assert list(found.styles) == list(classic.styles)
    assert "<hr/>" in page(own)
    assert 'epub:type="chapter"' in page(own)


def test_a_theme_may_order_its_styles(tmp_path: Path) -> None:
    """Those that it names come first, in its order."""
    own = theme(tmp_path / "mine", theme_toml='styles = ["table", "base"]')
    assert list(read_theme(own).styles)[:2] == ["table", "base"]


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("x\n{{ title }", "mine/chapter.xhtml.jinja:2: unexpected '}'"),
        ("x\n{{ titel }}", "mine/chapter.xhtml.jinja:2: 'titel' is undefined"),
        ("{{ 1 / 0 }}", "mine/chapter.xhtml.jinja:1: division by zero"),
        ("<p>no text</p>", "mine/chapter.xhtml.jinja:1: it does not show {{ body }}"),
        ('{% extends "no" %}', "mine/chapter.xhtml.jinja:1: there is no template no"),
        (
            "{{ ''.__class__.__mro__ }}",
            "mine/chapter.xhtml.jinja:1: "
            "access to attribute '__class__' of 'str' object is unsafe.",
        ),
    ],
)
def test_a_broken_template_is_a_finding(tmp_path: Path, template: str, expected: str) -> None:
    """It names the file and the line; the pages are drawn with the classic theme meanwhile."""
    own = theme(tmp_path / "mine", chapter_xhtml_jinja=template)
    drawn = render(BOOK, ThemeChoice(own))
    assert lines(drawn.found) == [f"manuscript/book.toml:1:1 B010 {expected}"]
    assert drawn.found[0].rule.blocking
    assert drawn.value == render(BOOK, ThemeChoice(CLASSIC)).value


def test_faults_of_styles_and_templates_are_shown_together(tmp_path: Path) -> None:
    """A broken template does not hide what is wrong with a stylesheet."""
    own = theme(tmp_path / "mine", chapter_xhtml_jinja="{{ x }}", style__base_css="p {")
    found = render(BOOK, ThemeChoice(own, (SourceFile("a.css", "}"),))).found
    assert [diagnostic.rule.code for diagnostic in found] == ["B013", "B013", "B010"]


def test_a_template_that_makes_no_page_is_a_finding(tmp_path: Path) -> None:
    """A page that is not well-formed is the theme's fault where the theme is one's own."""
    own = theme(tmp_path / "mine", page_xhtml_jinja="<p>{% block content %}{% endblock %}")
    drawn = render(BOOK, ThemeChoice(own))
    assert [diagnostic.rule.code for diagnostic in drawn.found] == ["B010"]
    assert "text/titlepage.xhtml is not well-formed" in drawn.found[0].message


def test_a_broken_theme_file_is_a_finding(tmp_path: Path) -> None:
    """Bad TOML, bad names, and bytes that are no text."""
    bad_toml = theme(tmp_path / "a", theme_toml="styles = [")
    bad_names = theme(tmp_path / "b", theme_toml="styles = [1]")
    no_text = theme(tmp_path / "c")
    (no_text / "style" / "base.css").write_bytes(b"\xff\xfe\xff")
    for folder in (bad_toml, bad_names, no_text):
        drawn = render(BOOK, ThemeChoice(folder))
        assert [diagnostic.rule.code for diagnostic in drawn.found] == ["B010"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_theme_does_not_lead_out_of_its_folder(tmp_path: Path) -> None:
    """A link to a file elsewhere is refused."""
    (tmp_path / "secret.css").write_text("secret", "utf-8")
    own = theme(tmp_path / "mine")
    (own / "style" / "base.css").symlink_to(tmp_path / "secret.css")
    with pytest.raises(ThemeError, match="leads out"):
        read_theme(own)


def test_a_theme_says_the_colour_of_its_paper(tmp_path: Path) -> None:
    """Six hexadecimal digits; the classic theme's where it says none; anything else is a fault."""
    cream = theme(tmp_path / "a", theme_toml='paper = "#FFf8e7"')
    assert read_theme(cream).paper == paper_of(cream) == (255, 248, 231)
    silent = theme(tmp_path / "b", theme_toml="")
    assert read_theme(silent).paper == paper_of(silent) == (255, 255, 255)
    for value in ('"white"', '"#fff"', "3"):
        wrong = theme(tmp_path / value[-4:-1], theme_toml=f"paper = {value}")
        with pytest.raises(ThemeError, match="paper is not a colour"):
            read_theme(wrong)
        assert paper_of(wrong) == (255, 255, 255)
