"""Contact sheets for looking at many prints at once."""

from pathlib import Path

from PIL import Image


def contact(files: list[Path], out: Path, columns: int = 6, width: int = 300) -> None:
    """Paste thumbnails of `files` into one picture."""
    height = round(width * 2040 / 1470)
    rows = -(-len(files) // columns)
    page = Image.new("RGB", (columns * (width + 8), rows * (height + 8)), "#777777")
    for k, path in enumerate(files):
        with Image.open(path) as image:
            small = image.convert("RGB").resize((width, height), Image.Resampling.LANCZOS)
        page.paste(small, ((k % columns) * (width + 8) + 4, (k // columns) * (height + 8) + 4))
    out.parent.mkdir(parents=True, exist_ok=True)
    page.save(out)
