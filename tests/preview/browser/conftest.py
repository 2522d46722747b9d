"""A browser for all tests of a worker, and previews of books."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from conftest import write_files
from preview.browser.books import book
from preview.browser.viewer import Preview, Viewer

Open = Callable[..., Viewer]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, or whichever there is."""
    name = shutil.which("chromium") or shutil.which("chromium-browser") or "chromium"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=name, args=["--no-sandbox", "--disable-gpu", "--disable-quic"]
        )
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A preview of the book, for tests that change nothing in it."""
    preview = Preview(write_files(tmp_path_factory.mktemp("book"), book()))
    yield preview
    preview.stop()


@pytest.fixture
def manuscript(tmp_path: Path) -> Path:
    """The book's folder, for tests that write."""
    return write_files(tmp_path / "book", book())


@pytest.fixture
def live(manuscript: Path) -> Iterator[Preview]:
    """A preview of that folder."""
    preview = Preview(manuscript)
    yield preview
    preview.stop()


@pytest.fixture
def tab(browser: Browser) -> Iterator[Open]:
    """Opens the viewer of a preview in a tab with settings of its own."""
    opened: list[Viewer] = []

    def open_tab(preview: Preview, where: str = "", **options: object) -> Viewer:
        size = options.pop("size", (1000, 700))
        assert isinstance(size, tuple)
        context = browser.new_context(viewport={"width": size[0], "height": size[1]}, **options)  # type: ignore[arg-type]
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        viewer = Viewer(context.new_page(), preview.address)
        opened.append(viewer)
        return viewer.open(where)

    yield open_tab
    for viewer in opened:
        viewer.page.context.close()
        assert viewer.faults == []
