"""Citations and bibliographies come out as the styles' own handbooks ask."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from epubforge.citations.cite import Citation, Cited, cite
from epubforge.citations.library import Library, read_library
from epubforge.citations.style import BrokenStyleError, UnknownStyleError
from epubforge.citations.syntax import parse_citation
from epubforge.source import SourceFile

LIBRARY = read_library(
    SourceFile(
        "refs.bib",
        r"""
@book{mill, author={Miller, Anna}, title={The Shift}, publisher={Pit Press}, address={London},
  year=2001, edition={2}}
@book{mill2, author={Miller, Anna}, title={The Lamp}, publisher={Pit Press}, year=2001}
@article{four, author={Ash, Ann B. and Birch, Carl and Cole, D. and Dorn, E.},
  title={On Coal \& Labour}, journal={Journal of Mines}, year=1999, volume=12, number=3,
  pages={145--167}, doi={10.1000/xyz}}
@incollection{part, author={Reed, Jo}, title={The Cage}, booktitle={Deep Places},
  editor={Kern, Lee}, publisher={Pit Press}, year=2010, pages={1--9}}
@book{board, author={{World Coal Board}}, title={Report}, publisher={Board}, year=1935}
""",
    )
).value


def _cite(style: str, *texts: str, language: str = "en-US") -> Cited:
    citations = [Citation(parse_citation(text) or ()) for text in texts]
    return cite(LIBRARY, style, language, citations)


def _entry(style: str, key: str) -> str:
    return dict(_cite(style, f"@{key}").bibliography)[key]


DOI = '<a href="https://doi.org/10.1000/xyz">https://doi.org/10.1000/xyz</a>'


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("chicago-author-date", "(Miller 2001, 5–7)"),
        ("apa", "(Miller, 2001, pp. 5–7)"),
        ("modern-language-association", "(Miller 5–7)"),
        ("ieee", "[1, pp. 5–7]"),
        ("harvard-cite-them-right", "(Miller, 2001, pp. 5–7)"),
        ("vancouver", "(1)"),
    ],
)
def test_one_work_with_pages(style: str, expected: str) -> None:
    """The page stands where each handbook puts it."""
    assert _cite(style, "@mill, pp. 5-7").citations == (expected,)


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (
            "chicago-author-date",
            "Ash, Ann B., Carl Birch, D. Cole, and E. Dorn. 1999. “On Coal &amp; Labour.”"
            f" <i>Journal of Mines</i> 12 (3): 145–67. {DOI}.",
        ),
        (
            "apa",
            "Ash, A. B., Birch, C., Cole, D., &amp; Dorn, E. (1999). On coal &amp; labour."
            f" <i>Journal of Mines</i>, <i>12</i>(3), 145–167. {DOI}",
        ),
        (
            "modern-language-association",
            "Ash, Ann B., et al. “On Coal &amp; Labour.” <i>Journal of Mines</i>, vol. 12, no. 3,"
            f" 1999, pp. 145–67, {DOI}.",
        ),
        (
            "ieee",
            "[1] A. B. Ash, C. Birch, D. Cole, and E. Dorn, “On coal &amp; labour,”"
            " <i>Journal of Mines</i>, vol. 12, no. 3, pp. 145–167, 1999, doi:"
            ' <a href="https://doi.org/10.1000/xyz">10.1000/xyz</a>.',
        ),
    ],
)
def test_an_article_in_the_bibliography(style: str, expected: str) -> None:
    """Names, case of titles, page ranges and addresses follow the handbook."""
    assert _entry(style, "four") == expected


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (
            "chicago-author-date",
            "Reed, Jo. 2010. “The Cage.” In <i>Deep Places</i>, edited by Lee Kern. Pit Press.",
        ),
        (
            "apa",
            "Reed, J. (2010). The cage. In L. Kern (Ed.), <i>Deep places</i> (pp. 1–9). Pit Press.",
        ),
        (
            "modern-language-association",
            "Reed, Jo. “The Cage.” <i>Deep Places</i>, edited by Lee Kern, Pit Press, 2010,"
            " pp. 1–9.",
        ),
    ],
)
def test_a_part_of_a_book(style: str, expected: str) -> None:
    """The book that holds it, and its editor, are named."""
    assert _entry(style, "part") == expected


def test_an_edition_is_an_ordinal() -> None:
    """2 becomes 2nd."""
    assert _entry("apa", "mill") == "Miller, A. (2001). <i>The shift</i> (2nd ed.). Pit Press."


def test_works_of_one_year_get_letters() -> None:
    """By the order of the bibliography, not that of the citations; one author is named once."""
    cited = _cite("chicago-author-date", "@mill", "@mill2; @mill")
    assert cited.citations == ("(Miller 2001b)", "(Miller 2001a, 2001b)")
    assert [key for key, _ in cited.bibliography] == ["mill2", "mill"]


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", "Åkesson Lukas Łukasz Olsen Ørsted Özil Zola"),
        ("sv", "Lukas Łukasz Zola Åkesson Özil"),
        ("da", "Olsen Zola Ørsted Åkesson"),
        ("ru", "Ёлкин Ершов Жуков Adams"),
    ],
)
def test_authors_stand_in_the_order_of_the_language(language: str, names: str) -> None:
    """A letter with a mark stands by its base, unless it is a letter of its own there."""
    expected = names.split()
    keys = {name: f"k{n}" for n, name in enumerate(reversed(expected))}
    works = (f"@book{{{key}, author={{{name}, A.}}, title={{T}}}}" for name, key in keys.items())
    library = read_library(SourceFile("refs.bib", "\n".join(works))).value
    citations = [Citation(parse_citation(f"@{key}") or ()) for key in keys.values()]
    cited = cite(library, "chicago-author-date", language, citations)
    assert [keys[name] for name in expected] == [key for key, _ in cited.bibliography]


@pytest.mark.parametrize("style", ["chicago-author-date", "apa", "vancouver"])
def test_numbers_of_any_length_are_shown(style: str) -> None:
    """Pages, volumes and months come from other programs, and from fingers on a key."""
    long = "9" * 5000
    text = f"""@article{{a, author={{X, Y}}, title={{T}}, journal={{J}}, year=2001,
      month={{0001{long}}}, volume={{{long}}}, number={{00001{long}}},
      pages={{1{long}--2{long}}}, edition={{{long}}}}}"""
    library = read_library(SourceFile("refs.bib", text)).value
    cited = cite(library, style, "en", [Citation(parse_citation(f"@a, p. {long}-{long}") or ())])
    assert long in dict(cited.bibliography)["a"]


def test_a_title_of_many_digits_is_sorted() -> None:
    """No number is too long to be put in order."""
    text = f"@book{{a, title={{{'9' * 5000}}}}} @book{{b, title={{12}}}}"
    library = read_library(SourceFile("refs.bib", text)).value
    cited = cite(library, "apa", "en", [Citation(parse_citation("@a; @b") or ())])
    assert [key for key, _ in cited.bibliography] == ["b", "a"]


def test_four_authors_are_et_al() -> None:
    """Chicago and APA name one of four."""
    assert _cite("apa", "@four").citations == ("(Ash et al., 1999)",)


def test_numbers_follow_the_book() -> None:
    """A numeric style counts in the order of the first citations, and makes ranges of three."""
    cited = _cite("vancouver", "@part", "@mill", "@board", "@part; @mill; @board")
    assert cited.numeric
    assert cited.citations == ("(1)", "(2)", "(3)", "(1–3)")
    assert [key for key, _ in cited.bibliography] == ["part", "mill", "board"]


def test_narrative_and_suppressed_author() -> None:
    """The author stands in the sentence, and the year in brackets."""
    item = parse_citation("@mill, p. 5") or ()
    cited = cite(LIBRARY, "apa", "en-US", [Citation(item, narrative=True)])
    assert cited.citations == ("Miller (2001, p. 5)",)
    assert _cite("apa", "-@mill").citations == ("(2001)",)


def test_the_language_gives_its_words() -> None:
    """German quotation marks, German editors; English titles keep their capitals there."""
    cited = _cite("chicago-author-date", "@part", language="de")
    assert dict(cited.bibliography)["part"] == (
        "Reed, Jo. 2010. „The Cage“. In <i>Deep Places</i>, herausgegeben von Lee Kern. Pit Press."
    )


@pytest.mark.parametrize("language", "en de fr es it nl pt ru uk pl ja zh tlh".split())
@pytest.mark.parametrize("style", ["chicago-author-date", "apa", "ieee", "vancouver"])
def test_every_language_gives_well_formed_text(style: str, language: str) -> None:
    """Whatever the language, all that comes out parses as XML."""
    cited = _cite(style, "see @mill, p. 3 <&>; @four", "@part", "@board", language=language)
    for markup in (*cited.citations, *(entry for _, entry in cited.bibliography)):
        ElementTree.fromstring(f"<p>{markup}</p>")


def test_an_unknown_key_is_shown() -> None:
    """Where the library lacks a work, its key stands with a question mark."""
    assert _cite("apa", "@nobody").citations == ("(nobody?)",)


def test_an_unknown_style_has_near_names() -> None:
    """A slip of the pen is answered with the name that was meant."""
    with pytest.raises(UnknownStyleError) as caught:
        _cite("chicago-autor-date", "@mill")
    assert caught.value.near[0] == "chicago-author-date"


@pytest.mark.parametrize("text", ["<style", "<style/>", "<!DOCTYPE a [<!ENTITY b 'c'>]><style/>"])
def test_a_broken_style_is_refused(text: str) -> None:
    """Text that is no CSL raises the one error that says so."""
    with pytest.raises(BrokenStyleError):
        _cite(text, "@mill")


def test_a_style_of_ones_own() -> None:
    """CSL given as text is used."""
    style = (
        '<style xmlns="http://purl.org/net/xbiblio/csl"><citation><layout prefix="{" suffix="}">'
        '<names variable="author"><name form="short"/></names></layout></citation></style>'
    )
    cited = _cite(style, "@mill")
    assert (cited.citations, cited.bibliography) == (("{Miller}",), ())


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=20))
def test_any_entry_is_well_formed(title: str, family: str, address: str) -> None:
    """Whatever a work is called, its citation and its entry are well-formed and deterministic."""
    clean = [
        "".join(c for c in words if c.isprintable() and c not in '{}\\"')
        for words in (title, family, f"https://{address}")
    ]
    fields = zip(("title", "author", "url", "publisher"), (*clean, clean[0]), strict=True)
    text = "@book{k, " + ", ".join(f"{name}={{{value}}}" for name, value in fields) + ", year=1}"
    library: Library = read_library(SourceFile("a.bib", text)).value
    citations = [Citation(parse_citation("@k, p. 3") or ())]
    cited = cite(library, "apa", "en", citations)
    assert cite(library, "apa", "en", citations) == cited
    for markup in (*cited.citations, *(entry for _, entry in cited.bibliography)):
        ElementTree.fromstring(f"<p>{markup}</p>")
