"""Case files: Markdown with a title for each case, and a block for each thing given or expected."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Case:
    """One case of a case file."""

    file: Path
    line: int
    """Of its title."""
    title: str
    blocks: dict[str, str]
    """What stands between `~~~ name` and `~~~`, by name."""

    def __str__(self) -> str:
        return f"{self.file.stem}: {self.title}"

    def block(self, name: str) -> str:
        """A block's text; empty where the case has none of that name."""
        return self.blocks.get(name, "")

    def files(self) -> dict[str, str]:
        """The blocks whose names are paths of a project."""
        return {name: text for name, text in self.blocks.items() if "/" in name}


def cases(file: Path) -> list[Case]:
    """All cases of a file, in order. A fence of more tildes may hold one of fewer."""
    found: list[Case] = []
    fence = name = ""
    lines: list[str] = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if fence:
            if line == fence:
                found[-1].blocks[name] = "".join(f"{text}\n" for text in lines)
                fence = ""
            else:
                lines.append(line)
        elif line.startswith("# "):
            found.append(Case(file, number, line[2:], {}))
        elif line.startswith("~~~"):
            fence, _, name = line.partition(" ")
            lines = []
    assert not fence, f"{file}: the block {name} is never closed"
    return found


def all_cases(folder: Path) -> list[Case]:
    """The cases of all files below a folder."""
    return [case for file in sorted(folder.rglob("*.md")) for case in cases(file)]
