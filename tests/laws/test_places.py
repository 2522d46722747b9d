"""A fault that is planted at a known place of any Markdown comes back with exactly that place."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from conftest import write_files
from epubforge import check
from epubforge.pipeline import Run
from epubforge.pipeline.memo import Memo
from epubforge.report.places import locate

BEGIN, END = "\ue000", "\ue001"
"""Around what is to be found; taken out before the text is written."""

FAULTS = {
    "I001": f"{BEGIN}![gone](gone.png){END}",
    "L001": f"{BEGIN}[gone](gone.md){END}",
    "L002": f"{BEGIN}[gone](#gone){END}",
    "M020": f"{BEGIN}[^gone]{END}",
    "M044": f"{BEGIN}[gone](javascript:gone){END}",
    "M046": f"{BEGIN}![gone](https://gone.example/a.png){END}",
    "M034": f"[x](https://a.example){BEGIN}{{.a, .b}}{END}",
    "M032": f"[x](https://a.example){BEGIN}{{style=a}}{END}",
    "M040": f"{BEGIN}<script>{END}gone</script>",
}
BESIDE = st.sampled_from(
    ["word", "*em*", "`co`", "\\*", "&amp;", "“ä”", "𝛼", "e\u0301", "日本", "**b *c* d**",
     "~~x~~", "--", "[l](https://a.example)", "![p](ada.png)", '"q"', "a_b", "<b>x</b>",
     "&#x41;", "...", "{", "a@b.cd"]
)  # fmt: skip
Wrap = Callable[[str], str]


def _indented(first: str, rest: str) -> Wrap:
    def wrap(inner: str) -> str:
        lines = inner.split("\n")
        return "\n".join([first + lines[0], *(f"{rest}{line}".rstrip(" ") for line in lines[1:])])

    return wrap


def _items(wrap: Wrap, marker: str) -> Wrap:
    return lambda inner: f"{marker} another\n\n{wrap(inner)}\n\n{marker} one more"


HOLDERS: dict[str, Wrap] = {
    "quote": _indented("> ", "> "),
    "narrow quote": _indented(">", ">"),
    "list": _items(_indented("- ", "  "), "-"),
    "wide list": _items(_indented("*   ", "    "), "*"),
    "numbered": _items(_indented("1. ", "   "), "1."),
    "block": lambda inner: f"::: note {{.x}}\n{inner}\n:::",
    "definition": lambda inner: f"term\n\n{_indented(': ', '  ')(inner)}",
}
INSIDE: dict[str, Wrap] = {
    "paragraph": lambda inline: f"Words {inline} words",
    "alone": lambda inline: f"{inline} words",
    "lines": lambda inline: f"One line\ntwo {inline} two\n  three",
    "heading": lambda inline: f"## Words {inline} words",
    "closed heading": lambda inline: f"##  {inline} words ##",
    "underlined": lambda inline: f"Words {inline} words\n---",
    "cell": lambda inline: f"| a | b |\n|---|:-:|\n| x \\| y |  {inline} z |",
    "bare cell": lambda inline: f"a | b\n--|--\nx | {inline} z",
    "tight list": lambda inline: f"- a\n- b {inline}\n  - c",
    "emphasis": lambda inline: f"Words *em {inline} em* words",
    "strong": lambda inline: f"Words **{inline}** words",
    "caption": lambda inline: f"![Ada](ada.png 'Words {inline} words')",
    "inline note": lambda inline: f"Words^[a note, {inline} words] words",
    "verse": lambda inline: f"::: verse\nA line\n  and {inline} line\n\nA stanza\n:::",
    "line block": lambda inline: f"| A line\n|   and {inline} line",
    "long caption": lambda inline: f"![Ada](ada.png\n  'Words\n {inline} words')",
    "table caption": lambda inline: f"| a |\n|---|\n| b |\n: Words {inline} words",
    "reference": lambda inline: f"Words {inline} [r] words\n\n[r]: https://a.example",
    "term": lambda inline: f"Words {inline} words\n: meaning",
}
NOTES: dict[str, Wrap] = {
    "none": lambda block: block,
    "note": lambda block: "Called.[^n]\n\n" + _indented("[^n]: ", "    ")(f"Note.\n\n{block}"),
    "header": lambda block: f"+++\ntitle = 'T'\n+++\n\n{block}",
    "yaml": lambda block: f"---\ntitle: T\n---\n{block}",
}
MEMO = Memo()


def _picture() -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (800, 1000), (90, 80, 70)).save(buffer, "PNG")
    return buffer.getvalue()


PICTURE = _picture()


FILE = "manuscript/2.md"
INCLUDED = "manuscript/_part.md"
INCLUDING = "Words.\n\n- a\n\n{{include _part.md}}\n\nWords.\n"


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, str]:
    """A fault's code, and a text that holds it once, between its marks."""
    code = draw(st.sampled_from(sorted(FAULTS)))
    inside = draw(st.sampled_from(sorted(INSIDE)))
    before, after = (" ".join(draw(st.lists(BESIDE, max_size=3))) for _ in range(2))
    inline = " ".join(filter(None, (before, FAULTS[code], after)))
    if inside in ("caption", "long caption", "inline note"):
        inline = FAULTS[code]
    block = INSIDE[inside](inline)
    for holder in draw(st.lists(st.sampled_from(sorted(HOLDERS)), max_size=3)):
        block = HOLDERS[holder](f"{draw(BESIDE)}\n\n{block}" if draw(st.booleans()) else block)
    block = NOTES[draw(st.sampled_from(sorted(NOTES)))](block)
    around = draw(st.sampled_from(["", "Words.\n\n", "# One\n\n- a\n  b\n\n", "\n\n\n"]))
    return code, block if block.startswith(("+++", "---")) else around + block


def _expected(text: str) -> tuple[int, int, int, int]:
    start = text.replace(END, "").index(BEGIN)
    end = text.replace(BEGIN, "").index(END)
    plain = text.replace(BEGIN, "").replace(END, "")
    found: list[int] = []
    for offset in (start, end):
        above = plain[:offset]
        found += [above.count("\n") + 1, offset - (above.rfind("\n") + 1) + 1]
    return found[0], found[1], found[2], found[3]


@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(texts(), st.booleans())
def test_a_planted_fault_is_found_where_it_is(
    tmp_path_factory: pytest.TempPathFactory, planted: tuple[str, str], is_included: bool
) -> None:
    """File, line, column and end of the one finding are those of what was planted, in a chapter
    and in a file that it includes."""
    code, text = planted
    plain = text.replace(BEGIN, "").replace(END, "")
    own = {INCLUDED: plain, FILE: INCLUDING} if is_included else {FILE: plain}
    others: dict[str, str | bytes] = {"manuscript/1.md": "# Other\n", "manuscript/ada.png": PICTURE}
    root = write_files(tmp_path_factory.mktemp("places"), {**others, **own})
    file = INCLUDED if is_included else FILE
    assert _places(root, code) == [(file, *_expected(text))], plain


def _places(root: Path, code: str) -> list[tuple[str, int, int, int, int]]:
    found = []
    for finding in check(root, Run(jobs=1, memo=MEMO)).found:
        at = locate(finding)
        if finding.rule.code == code and at.start and at.end:
            found.append((at.file, *at.start, *at.end))
    return found
