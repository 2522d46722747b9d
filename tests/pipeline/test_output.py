"""A book is never written over what it is made from."""

from __future__ import annotations

import pytest

from conftest import BOOK, WriteProject
from epubforge.pipeline import build
from epubforge.pipeline.output import OutputError

SETTINGS = (
    'shared = ["../snippets"]\n{}[markdown]\nbibliography = "r.bib"\ncitation_style = "s.csl"\n'
)


@pytest.mark.parametrize("name", ["r.bib", "s.csl", "../snippets/a.md", "code/b.py", "c.mp3"])
def test_what_the_text_brings_in_is_a_source_too(name: str, project: WriteProject) -> None:
    """The bibliography, the style, included texts, sounds: each is refused as a target."""
    root = project(
        {
            "manuscript/book.toml": SETTINGS.format(BOOK),
            "manuscript/1.md": "{{include a.md}}\n\n{{include code/b.py}}\n",
            **dict.fromkeys(["r.bib", "s.csl", "../snippets/a.md", "code/b.py", "c.mp3"], "x"),
        }
    )
    with pytest.raises(OutputError, match="source"):
        build(root, root / name)
    assert (root / name).read_text() == "x"
