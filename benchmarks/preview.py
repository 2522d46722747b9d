"""From saving to seeing: the live preview of epubforge beside MkDocs, in a real browser.

    python benchmarks/preview.py [--saves 9] [--mkdocs COMMAND]
    python benchmarks/preview.py --chapters 1000 --words 2000000
    python benchmarks/preview.py --picture

One paragraph in the middle of a chapter in the middle of a novel is changed; with --picture one of
twelve photographs of 24 megapixels. The time runs from just before the file is written until the
browser has drawn the new text, or has decoded and drawn the new picture, where it was looked at
before. Both tools have chapters of their own, run all the time, and take turns; who goes first
changes. The first save of each is not counted.

MkDocs runs as `mkdocs serve` with its own theme and defaults: it looks for changed files twice a
second, waits for a tenth of a second without a further change, makes the whole site anew, and has
the page loaded again. It reloads pages of its own accord only with --livereload where click is
newer than 8.2, and so it is given that. It belongs into an environment of its own; --mkdocs names
its command. The browser is Chromium without a screen, by Playwright, and reaches no network.
"""

from __future__ import annotations

import argparse
import io
import re
import shutil
import socket
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from novel import written
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright
from seeing import Seat, Tool, seated
from shelf import novel, photobook

PHOTOGRAPHS = 12
COLOURS = 8
"""Corners of the cube of colours: each save of a picture gives it another one."""


@dataclass(frozen=True, slots=True)
class Work:
    """What is saved again and again."""

    name: str
    chapters: Path
    """A folder of Markdown, with the folder `images` in it where there are pictures."""
    file: str
    """The one that changes, by its name from there."""
    page: str
    """The name of the chapter that shows it."""
    mark: Callable[[int], str]
    """How the state of that number is known on the screen."""
    content: Callable[[int], bytes]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--chapters", type=int, default=60)
    parser.add_argument("--words", type=int, default=600_000)
    parser.add_argument("--picture", action="store_true")
    parser.add_argument("--saves", type=int, default=9)
    parser.add_argument("--mkdocs", default="mkdocs")
    args = parser.parse_args()
    mkdocs = shutil.which(args.mkdocs)
    if mkdocs is None:
        raise SystemExit("MkDocs is needed: name its command by --mkdocs")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        work = of_picture(folder) if args.picture else of_text(args.chapters, args.words, folder)
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium") or shutil.which("chromium-browser"),
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
            ],
        )
        _measure(
            work, (epubforge(work, folder), of_mkdocs(work, folder, mkdocs)), browser, args.saves
        )
        browser.close()


def _measure(work: Work, tools: tuple[Tool, Tool], browser: Browser, saves: int) -> None:
    with ExitStack() as stack:
        ours, theirs = (stack.enter_context(seated(tool, browser)) for tool in tools)
        turns = []
        for number in range(1, saves + 2):
            order = (ours, theirs) if number % 2 else (theirs, ours)
            times = {seat.tool.name: _save(seat, work, number) for seat in order}
            turns.append((times[ours.tool.name], times[theirs.tool.name]))
        ratios = [their / our for our, their in turns[1:]]
        print(
            f"{work.name}: {theirs.tool.name} / {ours.tool.name} = "
            f"{statistics.median(ratios):.1f} x from saving to seeing "
            f"({min(ratios):.1f} to {max(ratios):.1f}), median of {saves}"
        )
        for seat, each in zip((ours, theirs), zip(*turns[1:], strict=True), strict=True):
            print(
                f"  {seat.tool.name:24} {1000 * statistics.median(each):8.0f} ms "
                f"({1000 * min(each):.0f} to {1000 * max(each):.0f})"
            )


def _save(seat: Seat, work: Work, number: int) -> float:
    """Seconds from a save until it is seen."""
    before = seat.wait_for(work.mark(number - 1))
    # As an author does, now and then, and at another moment of whoever looks now and then.
    seat.page.wait_for_timeout(1500 + 170 * number % 500)
    seat.seen.clear()
    began = seat.tool.save(number)
    seen = seat.wait_for(work.mark(number))
    if not seen.is_beside(before):
        raise SystemExit(f"{seat.tool.name} loses the place: {before}, {seen}")
    return seen.when - began


def of_text(chapters: int, words: int, folder: Path) -> Work:
    """A paragraph in the middle of a novel."""
    corpus = folder / "corpus"
    shutil.copytree(
        novel(chapters, words), corpus, ignore=shutil.ignore_patterns("*.json", "*.yaml")
    )
    files = sorted(corpus.glob("*.md"))
    file = files[len(files) // 2]
    blocks = file.read_text(encoding="utf-8").split("\n\n")
    middle = next(
        at for at in range(len(blocks) // 2, len(blocks)) if re.match("[A-Z]", blocks[at])
    )

    def content(number: int) -> bytes:
        changed = f"Saved {number:03}. {blocks[middle]}"
        return "\n\n".join([*blocks[:middle], changed, *blocks[middle + 1 :]]).encode()

    file.write_bytes(content(0))
    name = f"a novel of {chapters} chapters, one paragraph changed"
    return Work(name, corpus, file.name, file.stem, "Saved {:03}".format, content)


def of_picture(folder: Path) -> Work:
    """A photograph among others, each on a page of its own."""
    corpus = folder / "corpus"
    (corpus / "images").mkdir(parents=True)
    pictures = sorted((photobook(PHOTOGRAPHS) / "images").glob("*.jpg"))
    for picture in pictures:
        shutil.copy(picture, corpus / "images")
        page = corpus / f"{picture.stem}.md"
        page.write_text(
            f"# {picture.stem.capitalize()}\n\n![A portrait](images/{picture.name})\n",
            encoding="utf-8",
        )
    changing = pictures[PHOTOGRAPHS // 2]
    with Image.open(changing) as image:
        photograph = image.convert("RGB")

    def content(number: int) -> bytes:
        width, height = photograph.size
        colour = tuple(255 * each for each in _colour(number))
        photograph.paste(colour, (0, 0, width // 4, height // 4))
        kept = io.BytesIO()
        photograph.save(kept, "JPEG", quality=92)
        return kept.getvalue()

    (corpus / "images" / changing.name).write_bytes(content(0))
    name = f"one of {PHOTOGRAPHS} photographs of 24 megapixels changed"
    return Work(name, corpus, f"images/{changing.name}", changing.stem, _mark_of, content)


def _mark_of(number: int) -> str:
    return f"colour {''.join(map(str, _colour(number)))}"


def _colour(number: int) -> tuple[int, int, int]:
    corner = number % COLOURS
    return (corner >> 2, corner >> 1 & 1, corner & 1)


def epubforge(work: Work, folder: Path) -> Tool:
    """`epubforge preview` as it is started by hand."""
    project = folder / "project"
    project.mkdir()
    manuscript = written(work.chapters, project) / "manuscript"
    if (work.chapters / "images").is_dir():
        shutil.copytree(work.chapters / "images", manuscript / "images")
    chapter = ["--chapter", f"{work.page}.md"]
    command = [sys.executable, "-m", "epubforge", "preview", "--no-open", "--editor", "none"]

    def find(page: Page, address: str) -> None:
        page.goto(address)
        page.wait_for_selector("#stage.ready")
        # The block that holds the mark, as the viewer's address names it.
        where = page.evaluate(
            """(() => {
              const page = document.querySelector('iframe.leaf').contentDocument
              const all = [...page.querySelectorAll('*')]
              const marked = (each) => each.matches('p') && each.textContent.startsWith('Saved')
              return Math.max(0, all.findIndex(marked))
            })()"""
        )
        while "/" not in (there := page.evaluate("location.hash").partition("~")[0]):
            page.wait_for_timeout(50)
        page.goto("about:blank")
        page.goto(f"{address}{there}~{where},0")
        page.wait_for_selector("#stage.ready")

    return Tool(
        "epubforge",
        [*command, *chapter, str(project)],
        project,
        re.compile(r"http://\S+"),
        find,
        _saving(work, manuscript),
    )


def of_mkdocs(work: Work, folder: Path, command: str) -> Tool:
    """`mkdocs serve`, with its defaults."""
    site = folder / "site"
    site.mkdir()
    # In a folder of their own they are one menu of the bar, which has no room for hundreds.
    chapters = site / "docs" / "chapters"
    shutil.copytree(work.chapters, chapters)
    (site / "mkdocs.yml").write_text("site_name: The Benchmark\n", encoding="utf-8")

    def find(page: Page, address: str) -> None:
        page.goto(f"{address}chapters/{work.page}/")
        page.wait_for_timeout(500)
        marked = page.locator("p", has_text=re.compile("^Saved"))
        if marked.count():
            marked.first.scroll_into_view_if_needed()

    return Tool(
        "mkdocs",
        [command, "serve", "--livereload", "--dev-addr", f"127.0.0.1:{_free_port()}"],
        site,
        re.compile(r"(?<=Serving on )http://\S+"),
        find,
        _saving(work, chapters),
    )


def _saving(work: Work, folder: Path) -> Callable[[int], float]:
    def save(number: int) -> float:
        content = work.content(number)
        began = time.time()
        (folder / work.file).write_bytes(content)
        return began

    return save


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


if __name__ == "__main__":
    main()
