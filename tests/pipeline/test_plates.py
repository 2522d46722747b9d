"""Photobooks from the folder to the file: order, groups, layouts, and what may not be shown."""

from __future__ import annotations

import io
import re
import time
import zipfile
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

from conftest import BOOK, Files, write_files
from epubforge import build
from epubforge.diagnostics import Diagnostic, Severity
from epubforge.pipeline import Built, Run
from epubforge.report.places import locate

MAGENTA = (255, 0, 255)
"""The colour of every picture that may not be shown; no other picture has it."""
TEXTS = {"manuscript/1.md": "# One\n\nText.\n"}


def jpeg(colour: tuple[int, int, int], size: tuple[int, int] = (90, 120)) -> bytes:
    """A picture of one colour."""
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, "JPEG", quality=95)
    return out.getvalue()


def photobook(
    root: Path,
    rows: str,
    *names: str,
    settings: str = "",
    more: Files | None = None,
    hidden: tuple[str, ...] = (),
) -> Path:
    """A project whose plates have those names; the hidden ones are magenta."""
    pictures: dict[str, bytes] = {
        f"images/p/{name}.jpg": jpeg(MAGENTA if name in hidden else (at * 9 % 200, 80, 40))
        for at, name in enumerate(names)
    }
    plates = '[plates]\npictures = "images/p"\ncaptions = "manuscript/p.toml"\n'
    files: dict[str, str | bytes] = {
        "manuscript/book.toml": BOOK + plates + settings,
        "manuscript/p.toml": rows,
        **TEXTS,
        **pictures,
        **(more or {}),
    }
    return write_files(root, files)


def row(file: str, *more: str) -> str:
    """A row of the caption table."""
    return "\n".join(
        ["[[picture]]", f'file = "{file}"', f'caption = "C {file}"', f'alt = "A {file}"', *more, ""]
    )


class Opened:
    """A book that was built, and what is in it."""

    def __init__(self, built: Built, file: Path) -> None:
        self.found = [f"{d.rule.code} {place(d)}: {d.message}" for d in told(built)]
        self.written = built.size is not None
        self.data = file.read_bytes() if self.written else b""
        self.entries: Mapping[str, bytes] = {}
        if self.written:
            with zipfile.ZipFile(file) as book:
                self.entries = {name: book.read(name) for name in book.namelist()}

    def text(self, name: str) -> str:
        """The page of that name, without its head."""
        return self.entries[f"OEBPS/text/{name}.xhtml"].decode().partition("<body")[2]

    def package(self) -> str:
        """The package document."""
        return next(data for n, data in self.entries.items() if n.endswith(".opf")).decode()

    def shows_magenta(self) -> bool:
        """Whether any picture of the book has the colour of what may not be shown."""
        return any(
            near_magenta(data) for n, data in self.entries.items() if n.endswith((".jpg", ".png"))
        )


def told(built: Built) -> list[Diagnostic]:
    """Errors, warnings, and the notes on withheld pictures; small pictures are meant here."""
    return [
        d
        for d in built.found
        if d.rule.code == "P082" or (d.grade is not Severity.NOTE and d.rule.code != "I050")
    ]


def place(finding: Diagnostic) -> str:
    """`p.toml:3`."""
    where = locate(finding)
    return f"{where.file.rpartition('/')[2]}:{where.start.line if where.start else 0}"


def near_magenta(data: bytes) -> bool:
    """Whether any pixel of a picture is magenta, or what JPEG makes of it."""
    picture = Image.open(io.BytesIO(data)).convert("RGB")
    data = picture.tobytes()
    pixels = zip(data[::3], data[1::3], data[2::3], strict=True)
    return any(r > 240 and g < 15 and b > 240 for r, g, b in pixels)


def opened(root: Path, run: Run | None = None) -> Opened:
    """The book of that project."""
    target = root.parent / "book.epub"
    target.unlink(missing_ok=True)
    return Opened(build(root, target, run or Run()), target)


WITHHELD = "withheld = true"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Where the project lies."""
    return tmp_path / "project"


def test_the_bytes_of_a_withheld_picture_are_nowhere(root: Path) -> None:
    """Caption, credit and notice stand in its place; no picture of the book has its pixels, and
    its name and its bytes are in no entry."""
    rows = row("a") + row("b", WITHHELD, 'credit = "By *B*"', 'notice = "Not *here*."') + row("c")
    book = opened(photobook(root, rows, "a", "b", "c", hidden=("b",)))
    assert book.found == []
    assert not book.shows_magenta()
    assert jpeg(MAGENTA)[-80:] not in book.data
    assert not [name for name in book.entries if name.endswith("/b.jpg")]
    page = book.text("plate-002")
    assert "<img" not in page
    assert "Not <em>here</em>." in page
    assert "By <em>B</em>" in page
    assert "C b" in page
    assert "A b" not in page


def test_the_notice_is_in_the_books_language(root: Path) -> None:
    """Where the table has none."""
    settings = photobook(root, row("a") + row("b", WITHHELD), "a", "b", hidden=("b",))
    toml = settings / "manuscript" / "book.toml"
    toml.write_text(toml.read_text("utf-8").replace('"en"', '"de"'), "utf-8")
    assert "kann in dieser Ausgabe nicht gezeigt werden" in opened(root).text("plate-002")


def test_a_withheld_picture_needs_no_file(root: Path) -> None:
    """Its row stands where its name, or the table, puts it."""
    rows = row("c") + row("b", WITHHELD) + row("a")
    book = opened(photobook(root, rows, "a", "c"))
    assert book.found == ["P082 p.toml:5: no plate is called b; its notice stands in its place"]
    assert "withheld" in book.text("plate-002")
    assert "C c" in book.text("plate-003")


def test_a_section_may_be_withheld_whole(root: Path) -> None:
    """Without a single file, and without their folder."""
    book = opened(photobook(root, row("a", WITHHELD) + row("b", WITHHELD)))
    assert [line[:4] for line in book.found] == ["P082", "P082"]
    assert "withheld" in book.text("plate-002")


SIGNS = "<b>&\\\"'{{title}} ]]> -->"


@pytest.mark.parametrize("layout", ["one-per-page", "grid", "figure-list", "text-beside"])
def test_texts_of_the_table_cannot_break_a_page(layout: str, root: Path) -> None:
    """Signs of markup in any key are signs, in every layout and list."""
    keys = ("place", "group", "date", "rights", "credit", "notice", "longdesc", "people")
    more = [f'{key} = "{SIGNS}"' for key in keys]
    rows = row("a", *more) + row("b", *more, WITHHELD)
    asked = "# L\n\n{{plates}}\n\n{{people}}\n\n{{places}}\n\n{{credits}}\n"
    for where in ("under", "beside", "gathered"):
        settings = f'title = "{SIGNS}"\nlayout = "{layout}"\ncaption_place = "{where}"\n'
        lists = {"manuscript/2.md": asked}
        book = opened(photobook(root, rows, "a", "b", settings=settings, more=lists))
        assert book.written
        for name, data in book.entries.items():
            if name.endswith((".xhtml", ".ncx", ".opf")):
                ElementTree.fromstring(data)
        assert "&lt;b&gt;&amp;" in book.text("plates")


def test_a_list_of_editions_withholds_there_alone(root: Path) -> None:
    """The main edition is called main; other editions show the picture."""
    rows = row("a") + row("b", 'withheld = ["main"]')
    editions = '[editions.proof]\nsubtitle = "Proof"\n'
    photobook(root, rows, "a", "b", hidden=("b",), settings=editions)
    assert not opened(root).shows_magenta()
    assert opened(root, Run(edition="proof")).shows_magenta()


def test_an_edition_that_there_is_not_stops_the_book(root: Path) -> None:
    """A slip of the pen would let the picture out."""
    rows = row("a") + row("b", 'withheld = ["proov"]')
    editions = '[editions.proof]\nsubtitle = "Proof"\n'
    book = opened(photobook(root, rows, "a", "b", hidden=("b",), settings=editions))
    said = "b is withheld in proov, but no edition is called so; did you mean proof?"
    assert (book.found, book.written) == ([f"P080 p.toml:9: {said}"], False)


def test_a_withheld_cover_gives_way_to_one_of_words(root: Path) -> None:
    """Under its own name, and as a copy under another."""
    rows = row("a") + row("b", WITHHELD)
    for cover in ("images/p/b.jpg", "images/front.jpg"):
        photobook(root, rows, "a", "b", hidden=("b",), more={"images/front.jpg": jpeg(MAGENTA)})
        toml = root / "manuscript" / "book.toml"
        text = toml.read_text("utf-8").replace("[plates]", f'cover = "{cover}"\n[plates]', 1)
        toml.write_text(text, "utf-8")
        book = opened(root)
        said = f"{cover} is withheld in this edition, and cannot be its cover"
        assert book.found == [f"P084 book.toml:5: {said}"]
        assert not book.shows_magenta()
        assert 'properties="cover-image"' in book.package()


def test_a_copy_among_the_plates_is_withheld_too(root: Path) -> None:
    """Whatever its name is."""
    rows = row("a") + row("b", WITHHELD) + row("c")
    book = opened(photobook(root, rows, "a", "b", "c", hidden=("b", "c")))
    said = "images/p/c.jpg is the same picture as images/p/b.jpg, which is withheld"
    assert book.found == [f"P083 p.toml:10: {said}"]
    assert not book.shows_magenta()
    assert "withheld" in book.text("plate-003")


@pytest.mark.parametrize("name", ["p/b.jpg", "copy.jpg"])
def test_a_chapter_cannot_show_what_is_withheld(name: str, root: Path) -> None:
    """Nor a copy of it; no book is written."""
    more: dict[str, str | bytes] = {
        "manuscript/1.md": f"# One\n\n![A shift](../images/{name})\n",
        "images/copy.jpg": jpeg(MAGENTA),
    }
    rows = row("a") + row("b", WITHHELD)
    book = opened(photobook(root, rows, "a", "b", hidden=("b",), more=more))
    same = "" if name == "p/b.jpg" else "the same picture as images/p/b.jpg, which is "
    said = f"images/{name} is {same}withheld in this edition, and cannot be shown here"
    assert (book.found[0], book.written) == (f"I053 1.md:3: {said}", False)


def test_a_withheld_name_that_is_written_wrongly_is_an_error(root: Path) -> None:
    """The picture of the similar name is shown, and may be the one that is meant."""
    book = opened(photobook(root, row("a") + row("lamp-1", WITHHELD), "a", "lamp-01"))
    said = "no plate is called lamp-1, and images/p/lamp-01.jpg is shown"
    assert f"P085 p.toml:5: {said}" in book.found


def test_spreadsheets_can_withhold(root: Path) -> None:
    """With yes, or with the names of editions between semicolons."""
    table = "file;caption;alt;withheld;notice\na;A;x;no;\nb;B;y;yes;Gone\nc;C;z;proof; main;\n"
    table = table.replace("proof; main", '"proof; main"')
    photobook(
        root, "", "a", "b", "c", hidden=("b", "c"),
        settings='[editions.proof]\nsubtitle = "P"\n', more={"manuscript/p.csv": table},
    )  # fmt: skip
    toml = root / "manuscript" / "book.toml"
    toml.write_text(toml.read_text("utf-8").replace("p.toml", "p.csv"), "utf-8")
    for edition in ("main", "proof"):
        book = opened(root, Run(edition=edition))
        assert not [line for line in book.found if not line.startswith("P083")]
        assert not book.shows_magenta()
        assert "<p>Gone</p>" in book.text("plate-002")


def test_a_second_row_cannot_let_a_picture_out(root: Path) -> None:
    """Where two rows name one picture, it is withheld if either says so."""
    rows = row("a") + row("b") + row("b", WITHHELD)
    book = opened(photobook(root, rows, "a", "b", hidden=("b",)))
    assert [line[:4] for line in book.found] == ["P027"]
    assert not book.shows_magenta()


def test_a_warm_run_forgets_what_is_withheld_now(root: Path) -> None:
    """A picture that an earlier build of the same process prepared is not in the next book."""
    run = Run()
    photobook(root, row("a") + row("b"), "a", "b", hidden=("b",))
    assert opened(root, run).shows_magenta()
    photobook(root, row("a") + row("b", WITHHELD), "a", "b", hidden=("b",))
    assert not opened(root, run).shows_magenta()


def test_what_is_withheld_counts_for_nothing(root: Path) -> None:
    """A book whose one picture is withheld claims no visual content and no descriptions."""
    settings = "[contents]\ngenerate = { cover = false }\n"
    book = opened(photobook(root, row("a", WITHHELD), "a", hidden=("a",), settings=settings))
    package = book.package()
    assert ">visual<" not in package
    assert ">alternativeText<" not in package
    assert "There are no pictures that carry meaning." in package


ORDERED = row("c") + row("a", 'group = "G"') + row("b")


@pytest.mark.parametrize(
    ("order", "titles"),
    [("name", ["C b", "C c", "z.jpg", "C a"]), ("table", ["C c", "C b", "z.jpg", "C a"])],
)
def test_order_and_groups(order: str, titles: list[str], root: Path) -> None:
    """By name or by table, what has no row last; plates of no group stand before the groups."""
    settings = f'order = "{order}"\n'
    book = opened(photobook(root, ORDERED, "a", "b", "c", "z", settings=settings))
    nav = book.entries["OEBPS/nav.xhtml"].decode()
    plates = re.findall(r'href="text/(plate[^"]*)">([^<]*)', nav.partition("landmarks")[0])
    wanted = [title if title != "z.jpg" else "Plate 3" for title in titles]
    assert plates == [
        ("plates.xhtml", "Plates"),
        *((f"plate-00{n}.xhtml", title) for n, title in enumerate(wanted[:3], 1)),
        ("plates-group-004.xhtml", "G"),
        *([("plate-004.xhtml", wanted[3])] if "plate-004" in nav else []),
    ]
    assert "<h3" in book.text("plate-004")
    assert "<h2" in book.text("plates-group-004")


NINE = "".join(row(f"{n}", 'group = "Late"' if n > 6 else "") for n in range(1, 10))
NAMES = tuple(map(str, range(1, 10)))


@pytest.mark.parametrize(
    ("per_page", "pages"),
    [(2, ["001", "003", "005", "007", "009"]), (3, ["001", "004", "007"]),
     (4, ["001", "005", "007"])],
)  # fmt: skip
def test_a_grid_has_so_many_to_a_page(per_page: int, pages: list[str], root: Path) -> None:
    """A group begins a page, with its heading; every plate has an id and a figure."""
    settings = f'layout = "grid"\nper_page = {per_page}\n'
    book = opened(photobook(root, NINE, *NAMES, settings=settings))
    assert book.found == []
    made = [n[18:-6] for n in book.entries if n.startswith("OEBPS/text/plates-")]
    assert sorted(made) == pages
    shown = "".join(book.text(f"plates-{page}") for page in pages)
    assert re.findall(r'<figure [^>]*id="plate-00(\d)"', shown) == list(NAMES)
    assert shown.count("<img") == 9
    assert '<h2 class="group">Late</h2>' in book.text("plates-007")


def test_a_list_of_figures_flows(root: Path) -> None:
    """All plates of a group stand on one page."""
    book = opened(photobook(root, NINE, *NAMES, settings='layout = "figure-list"\n'))
    assert book.text("plates-001").count("<figure") == 6
    assert book.text("plates-007").count("<figure") == 3


def test_text_beside_has_its_paragraphs(root: Path) -> None:
    """What follows an empty line in a caption is the text of the plate."""
    rows = row("a").replace('"C a"', '"""Head\n\nFirst *one*.\n\nSecond."""')
    book = opened(photobook(root, rows, "a", settings='layout = "text-beside"\n'))
    page = book.text("plate-001")
    assert '<h2 id="title">Head</h2>' in page
    assert re.findall(r'<p class="text">(.*?)</p>', page) == ["First <em>one</em>.", "Second."]


def test_text_beside_a_plate_with_its_caption_under_it(root: Path) -> None:
    """The caption belongs to the figure, the text stands next to it."""
    rows = row("a").replace('"C a"', '"""Head\n\nFirst."""')
    settings = 'title = "Portraits"\nlayout = "text-beside"\ncaption_place = "under"\n'
    book = opened(photobook(root, rows, "a", settings=settings))
    figure, _, text = book.text("plate-001").partition("</figure>")
    assert ("Head" in figure, "First." in figure, "First." in text) == (True, False, True)
    assert '<h1 id="title">Portraits</h1>' in book.text("plates")


def test_gathered_captions_lead_both_ways(root: Path) -> None:
    """A plate shows its number, which leads to its caption; that leads back."""
    settings = 'caption_place = "gathered"\n'
    book = opened(photobook(root, row("a") + row("b"), "a", "b", settings=settings))
    assert "C a" not in book.text("plate-001")
    assert 'href="plate-captions.xhtml#plate-001">Plate 1</a>' in book.text("plate-001")
    gathered = book.text("plate-captions")
    assert 'id="plate-001"' in gathered
    assert '<a href="plate-001.xhtml#plate-001">Plate 1</a> C a' in gathered


def test_a_long_description_has_a_place_and_a_way_back(root: Path) -> None:
    """A visible link that aria-details names leads to it; the feature is claimed."""
    rows = row("a", 'longdesc = """One.\n\nTwo."""')
    book = opened(photobook(root, rows, "a"))
    page = book.text("plate-001")
    assert 'aria-details="plate-001-description"' in page
    link = '<a id="plate-001-description" href="plate-descriptions.xhtml#plate-001">Description</a>'
    assert link in page
    described = book.text("plate-descriptions")
    assert '<a href="plate-001.xhtml#plate-001">Plate 1</a>' in described
    assert "<p>One.</p>\n<p>Two.</p>" in described
    assert ">longDescription<" in book.package()


def test_a_withheld_picture_has_no_long_description(root: Path) -> None:
    """There is nothing to be described."""
    book = opened(photobook(root, row("a", WITHHELD, 'longdesc = "One."') + row("b"), "a", "b"))
    assert "OEBPS/text/plate-descriptions.xhtml" not in book.entries
    assert "aria-details" not in book.text("plate-001")


def test_a_theme_may_have_its_own_page_for_a_plate(root: Path) -> None:
    """A page of one plate is told of it without a list, as themes were written before layouts."""
    own = (
        '{% extends "page.xhtml.jinja" %}{% block content %}<p id="title">{{ heading }}</p>'
        '<p><img{{ source }} alt="{{ alt }}"/></p>{{ details | join("; ") }}{% endblock %}'
    )
    files = {"theme/theme.toml": 'title = "Mine"\n', "theme/plate.xhtml.jinja": own}
    settings = '[theme]\nname = "theme"\n'
    book = opened(photobook(root, row("a", 'place = "Mora"'), "a", settings=settings, more=files))
    assert book.found == []
    assert 'alt="A a"/></p>Mora' in book.text("plate-001")


def test_people_and_places(root: Path) -> None:
    """In the order of the alphabet, with the plates that show them; a plate shows who its caption
    does not name."""
    who = 'people = ["Zorn, Anders", "C a"]'
    rows = row("a", who, 'place = "Mora"') + row("b", 'people = "Abel"', 'place = "Mora"')
    asked = {"manuscript/2.md": "# Lists\n\n{{people}}\n\n{{places}}\n"}
    book = opened(photobook(root, rows, "a", "b", more=asked))
    assert book.found == []
    lists = book.text("2") if "OEBPS/text/2.xhtml" in book.entries else book.text("chapter-2")
    assert re.findall(r'index-term">([^<]*)', lists) == ["Abel", "C a", "Zorn, Anders", "Mora"]
    assert 'Mora</span>, <a href="plate-001.xhtml">Plate 1</a>, ' in lists
    assert '<p class="people">Anders Zorn</p>' in book.text("plate-001")


def test_people_are_in_the_index_where_they_have_no_list(root: Path) -> None:
    """Among the words that the text marks."""
    more = {"manuscript/1.md": "# One\n\nA lamp{{index Lamp}}.\n\n{{index}}\n"}
    rows = row("a", 'people = "Abel"', 'place = "Mora"')
    page = opened(photobook(root, rows, "a", more=more)).text("chapter-1")
    assert re.findall(r'index-term">([^<]*)', page) == ["Abel", "Lamp", "Mora"]


def test_credits_with_rights_are_told_in_stretches(root: Path) -> None:
    """Three plates in a row are one stretch."""
    due = ('credit = "By A"', 'rights = "© B"')
    rows = "".join(row(name, *due) for name in "abc") + row("d", 'credit = "By A"')
    more = {"manuscript/2.md": "# Credits\n\n{{credits}}\n"}
    page = opened(photobook(root, rows, *"abcd", more=more)).text("chapter-2")
    assert re.findall(r"<li>(.*?)</li>", page) == [
        '<span class="credit">By A · © B</span>: <a href="plate-001.xhtml">Plates 1–3</a>',
        '<span class="credit">By A</span>: <a href="plate-004.xhtml">Plate 4</a>',
    ]


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("#plate-2", '<a href="plate-002.xhtml">Plate 2</a>'),
        ("#plate-Ada", '<a href="plate-001.xhtml">Plate 1</a>'),
        ("../images/p/ada.jpg", '<a href="plate-001.xhtml">Plate 1</a>'),
        ("images/p/ada.jpg", '<a href="plate-001.xhtml">Plate 1</a>'),
        ("ada.jpg", '<a href="plate-001.xhtml">Plate 1</a>'),
        ("hidden.jpg", '<a href="plate-003.xhtml">Plate 3</a>'),
    ],
)
def test_a_text_can_refer_to_a_plate(link: str, expected: str, root: Path) -> None:
    """By number, by its file, or by the file's name; also where it is withheld."""
    rows = row("ada") + row("bob") + row("hidden", WITHHELD)
    more = {"manuscript/1.md": f"# One\n\n[]({link})\n"}
    book = opened(photobook(root, rows, "ada", "bob", "hidden", more=more))
    assert book.found == []
    assert expected in book.text("chapter-1")


def test_a_plate_named_with_other_capitals_is_found_and_told(root: Path) -> None:
    """As for pictures and chapters."""
    more = {"manuscript/1.md": "# One\n\n[](../images/p/ADA.jpg)\n"}
    book = opened(photobook(root, row("ada"), "ada", more=more))
    assert book.found == ["L003 1.md:3: ../images/p/ADA.jpg is ../images/p/ada.jpg on the disk"]
    assert "Plate 1</a>" in book.text("chapter-1")


def test_a_reference_to_no_plate_is_dead(root: Path) -> None:
    """And says which was meant."""
    more = {"manuscript/1.md": "# One\n\n[a](#plate-9), [b](#plate-adda)\n"}
    book = opened(photobook(root, row("ada"), "ada", more=more))
    assert book.found == [
        "L002 1.md:3: manuscript/1.md has no place #plate-9",
        "L002 1.md:3: manuscript/1.md has no place #plate-adda",
    ]


def test_per_page_outside_a_grid_is_told(root: Path) -> None:
    """It would be waited for in vain."""
    book = opened(photobook(root, row("a"), "a", settings="per_page = 2\n"))
    said = 'plates.per_page has no use in the layout "one-per-page"'
    assert book.found == [f"P081 book.toml:8: {said}"]


def test_time_grows_with_the_plates_and_no_faster(root: Path) -> None:
    """Four times as many plates take at most about four times as long; pictures are one file."""

    def seconds(count: int) -> float:
        folder = root / str(count)
        names = [f"{n:04}" for n in range(count)]
        rows = "".join(row(n, f'group = "{n[:2]}"', f'people = "P {n}"') for n in names)
        asked = "# Lists\n\n{{plates}}\n\n{{people}}\n\n" + "[](#plate-7)\n\n" * count
        photobook(folder, rows, *names, more={"manuscript/2.md": asked})
        began = time.perf_counter()
        assert opened(folder).written
        return time.perf_counter() - began

    few, many = min(seconds(150), seconds(151)), seconds(600)
    assert many < 9 * few
