"""The wheel, as a stranger installs it."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_the_wheel_builds_a_book_in_an_empty_environment(tmp_path: Path) -> None:
    """Built, installed with nothing but what it asks for, and used outside the checkout, the wheel
    makes a project and its book."""
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path)]
    subprocess.run([*build, str(ROOT)], check=True, capture_output=True)
    (wheel,) = tmp_path.glob("epubforge-*.whl")
    home = tmp_path / "environment"
    venv.create(home, with_pip=True)
    commands = home / ("Scripts" if os.name == "nt" else "bin")
    install = [str(commands / "python"), "-m", "pip", "install", "--quiet", str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    for arguments in (["new", "b", "--template", "photobook"], ["build", "b"]):
        subprocess.run(
            [str(commands / "epubforge"), *arguments], cwd=tmp_path, env=clean, check=True
        )
    assert (tmp_path / "b" / "dist" / "b.epub").stat().st_size > 10_000
