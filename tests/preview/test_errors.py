"""A preview never dies: on an error the last good state stays, and the error goes when mended."""

from __future__ import annotations

import resource

import pytest

from conftest import BOOK, WriteProject
from preview.served import Preview, until
from preview.test_reading import files, png

FIRST = "manuscript/01-mine.md"
SETTINGS = "manuscript/book.toml"


@pytest.mark.parametrize(
    ("file", "broken", "code"),
    [
        (SETTINGS, "[book\n", "P001"),
        (SETTINGS, '[book]\ntitle = "A book"\nlanguage = "en"\ncolour = 3\n', "P003"),
        (FIRST, "# The mine\n\n<script>alert(1)</script>\n", "M040"),
        (FIRST, "# The mine\n\n{{include missing.md}}\n", "M085"),
    ],
    ids=["settings-no-toml", "settings-unknown-key", "chapter-script", "include-missing"],
)
def test_an_error_leaves_the_last_good_state(
    project: WriteProject, file: str, broken: str, code: str
) -> None:
    """The page stays, the error is told with its place, and is gone when it is mended."""
    root = project({SETTINGS: BOOK, **files()})
    with Preview(root) as preview:
        preview.listen()
        good = preview.page("text/mine.xhtml")
        whole = (root / file).read_bytes()
        (root / file).write_text(broken, encoding="utf-8")
        until(lambda: preview.state()["error"])
        state = preview.state()
        (finding,) = [f for f in state["error"]["findings"] if f["code"] == code]
        assert finding["file"] == file
        assert finding["line"] >= 1
        assert finding["excerpt"]
        assert state["title"] == "A book"
        assert preview.page("text/mine.xhtml") == good
        (root / file).write_bytes(whole)
        until(lambda: preview.state()["error"] is None)


def test_it_begins_with_an_error(project: WriteProject) -> None:
    """A project that is broken from the first is served too, with its error and no page."""
    root = project({SETTINGS: "[book\n", **files()})
    with Preview(root) as preview:
        preview.listen()
        state = preview.state()
        assert state["spine"] == []
        assert state["error"]["findings"][0]["line"] == 1
        assert preview.ask("/").status == 200
        (root / SETTINGS).write_text(BOOK, encoding="utf-8")
        until(lambda: preview.state()["error"] is None)
        assert "two lines" in preview.page("text/mine.xhtml")


def test_it_begins_with_a_book_that_lacks_something(project: WriteProject) -> None:
    """Before there is a good state, the book is shown as far as it could be made."""
    root = project({**files(), "manuscript/03-x.md": "# X\n\n{{include missing.md}}\n"})
    with Preview(root) as preview:
        state = preview.state()
        assert state["error"]["findings"]
        assert "two lines" in preview.page("text/mine.xhtml")
        (root / FIRST).write_text("# The mine\n\nStill shown.\n", encoding="utf-8")
        until(lambda: "Still shown." in _fresh(preview))


def _fresh(preview: Preview) -> str:
    preview.state()
    return preview.page("text/mine.xhtml")


def test_a_missing_picture_has_a_stand_in(project: WriteProject) -> None:
    """Its place and a finding say which picture is missing; both go when it is there."""
    root = project({**files(), FIRST: "# The mine\n\n![Lift](../images/lift.png)\n"})
    with Preview(root) as preview:
        preview.listen()
        state = preview.state()
        assert state["error"] is None
        assert "I001" in {finding["code"] for finding in state["findings"]}
        page = preview.page("text/mine.xhtml")
        assert 'src="../images/missing.svg"' in page
        drawn = preview.ask("/book/main/images/missing.svg")
        assert drawn.headers["content-type"] == "image/svg+xml"
        assert "../images/lift.png" in drawn.body.decode()
        (root / "images/lift.png").write_bytes(png())
        until(lambda: 'src="../images/lift.png"' in _fresh(preview))
        assert preview.ask("/book/main/images/missing.svg").status == 404


def test_a_picture_half_copied(project: WriteProject) -> None:
    """A picture that is cut off has a stand-in until the rest of it is there."""
    root = project({**files(), FIRST: "# The mine\n\n![Lift](../images/lift.png)\n"})
    whole = png(300, 200)
    (root / "images/lift.png").write_bytes(whole[: len(whole) // 2])
    with Preview(root) as preview:
        preview.listen()
        state = preview.state()
        assert any(f["blocking"] and "lift.png" in f["message"] for f in state["findings"])
        assert "cannot be read" in preview.ask("/book/main/images/lift.svg").body.decode()
        (root / "images/lift.png").write_bytes(whole)
        until(lambda: 'width="300" height="200"' in _fresh(preview))


def test_a_workshop_without_room(project: WriteProject) -> None:
    """A full disk is an error like others; when there is room again it is over by itself."""
    root = project({**files(), FIRST: "# The mine\n\n![Lift](../images/lift.png)\n"})
    (root / "images/lift.png").write_bytes(png())
    with Preview(root) as preview:
        preview.listen()
        preview.state()
        _, hard = resource.prlimit(preview.process.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(preview.process.pid, resource.RLIMIT_FSIZE, (10, hard))
        (root / "images/lift.png").write_bytes(_photograph())
        until(lambda: preview.state()["error"])
        assert "large" in preview.state()["error"]["message"]
        assert 'width="40" height="30"' in preview.page("text/mine.xhtml")
        resource.prlimit(preview.process.pid, resource.RLIMIT_FSIZE, (hard, hard))
        until(lambda: preview.state()["error"] is None)
        assert 'width="400" height="300"' in preview.page("text/mine.xhtml")


def _photograph() -> bytes:
    """A picture that has to be made anew: it carries what no book may tell."""
    from io import BytesIO

    from PIL import Image

    stream = BytesIO()
    picture = Image.effect_noise((400, 300), 80).convert("RGB")
    exif = Image.Exif()
    exif[0x010F] = "A camera"
    picture.save(stream, "PNG", exif=exif)
    return stream.getvalue()
