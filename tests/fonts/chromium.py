"""Widths of lines as the real Chromium sets them."""

from __future__ import annotations

import base64
import html
import json
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--font-render-hinting=none", "--force-device-scale-factor=1", "--virtual-time-budget=3000",
)  # fmt: skip


def widths(
    folder: Path, font: bytes, lines: Sequence[str], style: str, language: str = "en"
) -> list[float]:
    """How wide Chromium sets each line in the font, in CSS pixels."""
    spans = "".join(f"<span>{html.escape(line)}</span><br/>" for line in lines)
    face = base64.b64encode(font).decode()
    page = folder / "page.html"
    page.write_text(
        f"""<!DOCTYPE html><html lang="{language}"><meta charset="utf-8"/><style>
@font-face {{ font-family: Tested; src: url(data:font/ttf;base64,{face}); }}
span {{ font-family: Tested; white-space: pre; {style} }}
</style><body style="width: 4000px">{spans}<pre id="out"></pre><script>
document.fonts.load("20px Tested").then(() => document.fonts.ready).then(() => {{
  const found = [...document.querySelectorAll("span")].map(s => s.getBoundingClientRect().width);
  document.getElementById("out").textContent = JSON.stringify(found);
}});</script></body></html>""",
        encoding="utf-8",
    )
    command = ["chromium", *FLAGS, f"--user-data-dir={folder / 'profile'}", "--dump-dom"]
    run = subprocess.run(
        [*command, page.as_uri()], check=True, capture_output=True, timeout=120, text=True
    )
    found = re.search(r'<pre id="out">(\[.*?\])</pre>', run.stdout)
    assert found is not None, run.stderr
    return [float(width) for width in json.loads(found[1])]
