"""What is made anew after a change is what would be made from nothing: no more, no less."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from epubforge.diagnostics import Diagnostic
from epubforge.model.publication import Publication
from epubforge.pipeline.recipe import load, publish
from epubforge.pipeline.run import Run
from epubforge.preview.bench import Bench
from epubforge.preview.making import MAIN
from epubforge.preview.proof import Proof

BOOKS = Path(__file__).parent.parent / "books"

Change = Callable[[Path], object]


def _append(name: str, text: str) -> Change:
    def change(root: Path) -> object:
        file = root / name
        return file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")

    return change


def _swap(name: str, old: str, new: str) -> Change:
    def change(root: Path) -> object:
        file = root / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        return file.write_text(text.replace(old, new), encoding="utf-8")

    return change


KITCHEN = "manuscript/03-preface.md"
SINK: dict[str, Change] = {
    "a-paragraph": _append(KITCHEN, "\n\nOne more paragraph.\n"),
    "a-heading": _append(KITCHEN, "\n\n## One more heading\n"),
    "the-title": _swap("manuscript/book.toml", "The Kitchen Sink", "The Old Kitchen Sink"),
    "a-note": _append("manuscript/07-afterword.md", "\n\nA word.^[And a note to it.]\n"),
    "an-index-term": _append(KITCHEN, "\n\nA {{index Kitchen sinks}}sink.\n"),
    "a-figure": _append(KITCHEN, "\n\n![A new figure](../images/new.png 'Its caption')\n"),
    "code-with-colours": _append(KITCHEN, "\n\n```python\nprint('sink')\n```\n"),
    "a-draft": lambda root: (root / "manuscript/07-afterword.md").write_text(
        "---\ndraft: true\n---\n\n# Afterword\n\nNot yet.\n", encoding="utf-8"
    ),
    "a-chapter-less": lambda root: (root / "manuscript/07-afterword.md").unlink(),
    "a-chapter-more": lambda root: (root / "manuscript/07-more.md").write_text(
        "# More\n\nOf it, in 日本語 and Ελληνικά.\n", encoding="utf-8"
    ),
}


@pytest.mark.parametrize("edition", ["main", "endnotes"])
def test_after_every_change_the_book_is_the_same_as_a_new_one(tmp_path: Path, edition: str) -> None:
    """A long session of changes of all kinds in a book with everything in it."""
    root = _copied("kitchen-sink", tmp_path)
    _follow(root, tmp_path, SINK, edition)


@pytest.mark.parametrize("edition", ["main", "fixed"])
def test_so_it_is_with_plates_in_each_edition(tmp_path: Path, edition: str) -> None:
    """Captions, pictures and their order changed, in a flowing and in a fixed edition."""
    root = _copied("plates", tmp_path)
    settings = root / "manuscript/book.toml"
    text = settings.read_text(encoding="utf-8")
    if "[editions.fixed]" not in text:
        settings.write_text(text + '\n[editions.fixed]\nlayout = "fixed"\n', encoding="utf-8")
    pictures = sorted(p for p in root.rglob("*") if p.suffix in {".png", ".jpg"})
    changes: dict[str, Change] = {
        "a-paragraph": _append("manuscript/vorwort.md", "\n\nNoch ein Absatz.\n"),
        "many-paragraphs": _append("manuscript/vorwort.md", "\n\nEin *Absatz* mehr.\n" * 80),
        "a-picture-more": lambda root: _drawn(pictures[0].with_name("zz-new.png"), (90, 60)),
        "a-picture-other": lambda root: _drawn(pictures[0].with_name("zz-new.png"), (60, 90)),
        "a-picture-less": lambda root: pictures[0].with_name("zz-new.png").unlink(),
        "a-style": lambda root: (
            settings.write_text(
                settings.read_text(encoding="utf-8") + '\n[theme]\ncss = ["own.css"]\n',
                encoding="utf-8",
            ),
            (root / "own.css").write_text("p { margin: 0 0 1em 0 }\n", encoding="utf-8"),
        ),
    }
    _follow(root, tmp_path, changes, edition)


def _follow(root: Path, tmp_path: Path, changes: dict[str, Change], edition: str) -> None:
    workshop = tmp_path / "workshop"
    workshop.mkdir()
    bench = Bench(root, workshop, Run(source_date_epoch="1700000000"))
    made = bench.make(edition, None)
    proof = _checked(bench, edition, made.proof)
    for name, change in changes.items():
        change(root)
        made = bench.make(edition, proof)
        assert made.fault is None, name
        found = [located.finding for located in made.found()]
        fresh, fresh_found = _fresh(root, tmp_path / name, edition)
        proof = _checked(bench, edition, made.proof)
        assert _bytes(fresh) == {href: leaf.read() for href, leaf in proof.leaves.items()}, name
        assert [_told(each) for each in found] == [_told(each) for each in fresh_found], name
        published = bench.published(edition)
        assert published is not None
        assert published.publication.package == fresh.package, name
        assert [page.leaf.href for page in proof.spine] == [item.href for item in fresh.spine]
        assert _origins(fresh) == {
            h: leaf.origin for h, leaf in proof.leaves.items() if leaf.origin
        }


def _checked(bench: Bench, edition: str, proof: Proof | None) -> Proof:
    assert proof is not None
    assert bench.published(edition) is not None
    return proof


def _fresh(root: Path, folder: Path, edition: str) -> tuple[Publication, tuple[Diagnostic, ...]]:
    """The book made from nothing, and what is found in it."""
    from epubforge.pipeline.judging import judged

    folder.mkdir()
    name = None if edition == MAIN else edition
    run = Run(source_date_epoch="1700000000", edition=name, stand_ins=True)
    loaded = load(root, run)
    assert loaded.value is not None
    published = publish(loaded.value, folder, run)
    assert published.value is not None
    documents = published.value.documents
    found = judged(loaded.found + published.found, loaded.value, documents)
    return published.value.publication, found


def _bytes(publication: Publication) -> dict[str, bytes]:
    return {
        each.href: each.content if isinstance(each.content, bytes) else each.content.read_bytes()
        for each in publication.resources
    }


def _origins(publication: Publication) -> dict[str, object]:
    return {each.href: each.origin for each in publication.resources if each.origin}


def _told(finding: Diagnostic) -> object:
    return finding.rule.code, finding.message, finding.place, finding.grade


def _copied(name: str, tmp_path: Path) -> Path:
    root = tmp_path / name
    shutil.copytree(BOOKS / name, root, ignore=shutil.ignore_patterns("expected"))
    return root


def _drawn(file: Path, size: tuple[int, int]) -> None:
    from PIL import Image

    Image.new("RGB", size, (10, 90, 160)).save(file)
