"""Our names for EPUBCheck's messages, held against EPUBCheck itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from epubforge.epubcheck.check import check_books
from epubforge.package.open import open_epub
from package.broken import BROKEN

pytestmark = pytest.mark.xdist_group("epubcheck")


def test_a_rule_that_names_a_message_finds_what_epubcheck_finds(tmp_path: Path) -> None:
    """For every broken book EPUBCheck says the message that our finding calls its equivalent."""
    paths = {name: tmp_path / f"{name}.epub" for name in BROKEN}
    for name, path in paths.items():
        path.write_bytes(BROKEN[name][0]())
    said = check_books(list(paths.values()), 60)
    missing = {
        name: (found.rule.code, found.rule.equivalent, {m.source_code for m in messages})
        for (name, path), messages in zip(paths.items(), said, strict=True)
        for found in open_epub(path).found
        if found.rule.equivalent not in {message.source_code for message in messages}
    }
    assert missing == {}
