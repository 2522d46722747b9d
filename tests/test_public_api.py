"""What `from epubforge import …` promises."""

from __future__ import annotations

import subprocess
import sys

import epubforge
from conftest import WriteProject


def test_load_check_and_build_are_the_commands_functions(project: WriteProject) -> None:
    """A program can load, check and build a project as the commands do."""
    root = project({"manuscript/1.md": "# One\n\nWords enough.\n"})
    loaded = epubforge.load(root)
    assert loaded.value is not None
    assert loaded.value.metadata.title == "A book"
    assert [d.rule.code for d in epubforge.check(root).found if d.rule.blocking] == []
    built = epubforge.build(root)
    assert built.target == root / "dist" / "a-book.epub"
    assert built.target.stat().st_size == built.size


def test_the_package_imports_nothing_by_itself() -> None:
    """`import epubforge` costs next to nothing: no stage, no library."""
    code = "import sys; before = set(sys.modules); import epubforge; print(set(sys.modules)-before)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.strip() in {
        "{'epubforge'}",
        "{'epubforge', '__future__'}",
        "{'__future__', 'epubforge'}",
    }
