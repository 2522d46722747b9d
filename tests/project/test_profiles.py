"""Profiles: what the shops take, as data, and what a book is built for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from conftest import BOOK, WriteProject
from epubforge.diagnostics import Outcome
from epubforge.model.profile import FixedDemands, PictureDemands, Profile, strictest
from epubforge.model.project import Project
from epubforge.project.load import Environment, load
from epubforge.project.profiles import PROFILES, built_in, named, names, read_profile
from epubforge.source import SourceFile

THEMES = Path(__file__).parents[2] / "src" / "epubforge" / "themes"
Lines = Callable[[Outcome[Project | None]], list[str]]


def opened(root: Path, edition: str | None = None) -> Outcome[Project | None]:
    return load(root, Environment("1000000000", THEMES), edition)


def loaded(root: Path, edition: str | None = None) -> Project:
    value = opened(root, edition).value
    assert value is not None
    return value


def test_the_profiles_of_the_shops_are_read_without_a_fault() -> None:
    """Each file that comes with epubforge has known keys and possible figures only."""
    assert names() == ("apple", "google", "kindle", "kobo", "none", "tolino", "universal")
    for name in names():
        text = (PROFILES / f"{name}.toml").read_text(encoding="utf-8")
        assert read_profile(SourceFile(name, text)).found == ()


def test_a_profile_without_demands_is_nobodys() -> None:
    """The model's own defaults ask for nothing, and build what any reader can show."""
    nobody = Profile()
    assert nobody == replace(built_in("none"), title="", shops=None, cover=nobody.cover)
    assert (nobody.picture_pixels, nobody.viewport_pixels) == (3_800_000, 3_800_000)
    assert (nobody.alpha, nobody.spread, nobody.cover_page) == (True, "landscape", True)
    assert nobody.picture_bytes is None


@pytest.mark.parametrize("name", ["apple", "google", "kindle", "kobo", "tolino"])
def test_what_is_universal_suits_every_shop(name: str) -> None:
    """No shop asks for less than the universal profile builds; but for Kindle's cover page."""
    universal, shop = built_in("universal"), built_in(name)
    assert strictest([universal, shop]) == replace(
        strictest([shop, universal]),
        name=f"universal+{name}",
        title=f"every shop and {shop.title}",
        cover=strictest([universal, shop]).cover,
    )
    assert universal.picture_pixels <= shop.picture_pixels
    assert universal.viewport_pixels <= shop.viewport_pixels
    assert shop.alpha or not universal.alpha
    assert universal.fixed.pictures_within or not shop.fixed.pictures_within
    assert universal.spread in (shop.fixed.spreads or (universal.spread,))
    assert set(universal.fonts.formats or ()) <= set(
        shop.fonts.formats or universal.fonts.formats or ()
    )
    for mine, theirs in (
        (universal.picture_bytes, shop.picture_bytes),
        (universal.cover.max_side, shop.cover.max_side),
        (universal.cover.max_bytes, shop.cover.max_bytes),
    ):
        assert theirs is None or (mine is not None and mine <= theirs)
    assert set(universal.cover.formats) <= set(shop.cover.formats)


def test_the_universal_profile_asks_the_shops_themselves() -> None:
    """Each by its name; the cover page, over which they disagree, is not Kindle's demand then, nor
    the ISBN, which many books lack, Kobo's.
    """
    shops = {shop.name: shop for shop in named(["universal"]).value.shops}
    assert list(shops) == ["apple", "google", "kindle", "kobo"]
    kobo, kindle = built_in("kobo"), built_in("kindle")
    assert shops["apple"] == built_in("apple")
    assert shops["kobo"] == replace(kobo, book=replace(kobo.book, isbn=None))
    assert shops["kindle"] == replace(kindle, book=replace(kindle.book, cover_page=None))


def test_nobody_is_no_shop() -> None:
    """The profile none asks no shop; beside others it adds nothing."""
    assert named(["none"]).value.shops == ()
    assert named(["none"]).value.is_nobodys
    assert named(["none", "kobo"]).value.shops == (built_in("kobo"),)
    assert not named(["none", "kobo"]).value.is_nobodys


def test_the_settings_name_a_profile_and_an_edition_another(
    project: WriteProject, lines: Lines
) -> None:
    """`profile` stands in [checks] or in the edition's own table; it sets what pictures may be."""
    more = '[checks]\nprofile = "apple"\n[editions.k]\nprofile = "kindle"\n'
    root = project({"book.toml": BOOK + more, "1.md": "# One"})
    assert lines(opened(root)) == lines(opened(root, "k")) == []
    main, kindle = loaded(root), loaded(root, "k")
    assert main.profile == built_in("apple")
    assert (main.settings.pictures.max_pixels, main.settings.pictures.alpha) == (4_000_000, True)
    assert kindle.profile == built_in("kindle")
    assert (main.shops, kindle.shops) == ((built_in("apple"),), (built_in("kindle"),))
    assert not kindle.profile.cover_page
    assert not kindle.settings.pictures.alpha


def test_of_several_profiles_the_strictest_figure_counts(project: WriteProject) -> None:
    """A limit that one shop does not know is the other's."""
    more = '[checks]\nprofile = ["apple", "kindle"]\n[images]\nmax_pixels = 9_000_000\n'
    made = loaded(project({"book.toml": BOOK + more, "1.md": "# One"}))
    both = made.profile
    assert (both.name, both.title) == ("apple+kindle", "Apple Books and Kindle")
    assert made.shops == (built_in("apple"), built_in("kindle"))
    assert (both.picture_pixels, both.alpha, both.cover_page) == (4_000_000, False, False)
    assert (both.pictures.max_pixels, both.picture_bytes) == (5_600_000, 5_000_000)
    assert (both.cover.min_short_side, both.cover.formats) == (1400, ("JPEG",))
    assert made.settings.pictures.max_pixels == 9_000_000, "what the settings say comes first"


def test_a_profile_may_be_a_file_of_the_project(project: WriteProject, lines: Lines) -> None:
    """What it leaves out has no limit."""
    own = "[pictures]\nmax_pixels = 1_000_000\n[fixed]\nspread = 'none'\n"
    more = '[checks]\nprofile = "mine.toml"\n'
    root = project({"book.toml": BOOK + more, "1.md": "# One", "mine.toml": own})
    assert lines(opened(root)) == []
    made = loaded(root)
    assert made.profile == Profile(
        "mine",
        pictures=PictureDemands(max_pixels=1_000_000),
        fixed=FixedDemands(spread="none"),
    )
    assert made.shops == (made.profile,)


def test_mistakes_are_told_where_they_stand(project: WriteProject, lines: Lines) -> None:
    """Unknown names with what may be meant; unknown keys and impossible figures in the file."""
    more = '[checks]\nprofile = ["kindel", "mine.toml", "none.toml"]\n'
    own = "[pictures]\nmax_pixel = 1\nmax_bytes = 1\n"
    root = project({"book.toml": BOOK + more, "1.md": "# One", "mine.toml": own})
    assert lines(opened(root)) == [
        "book.toml:6:12-6:20 P010 no profile is called kindel; did you mean kindle?",
        "book.toml:6:35-6:46 P014 there is no none.toml",
        "mine.toml:2:1-2:10 P003 unknown key max_pixel; did you mean max_pixels?",
        "mine.toml:3:13-3:14 P010 pictures.max_bytes cannot be 1",
    ]


def test_a_profile_stands_once_in_an_edition(project: WriteProject, lines: Lines) -> None:
    """In its own table or in its [checks], not in both."""
    more = '[editions.k]\nprofile = "kindle"\nchecks.profile = "kobo"\n'
    root = project({"book.toml": BOOK + more, "1.md": "# One"})
    assert lines(opened(root)) == [
        "book.toml:6:11-6:19 P010 editions.k.profile stands in [editions.k.checks] too"
    ]
