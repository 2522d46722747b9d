"""LaTeX as it stands in BibTeX fields, turned into Unicode text with CSL's few elements."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_DEEPEST: Final = 40
_ACCENTS: Final = {
    '"': "\u0308", "'": "\u0301", "`": "\u0300", "^": "\u0302", "~": "\u0303", "=": "\u0304",
    ".": "\u0307", "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "k": "\u0328",
    "r": "\u030a", "d": "\u0323", "b": "\u0331",
}  # fmt: skip
_LETTERS: Final = {
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "aa": "å",
    "AA": "Å", "l": "ł", "L": "Ł", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ",
    "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ", "S": "§", "P": "¶", "copyright": "©",
    "pounds": "£", "euro": "€", "ldots": "…", "dots": "…", "textellipsis": "…",
    "textendash": "–", "textemdash": "—", "textquoteleft": "‘", "textquoteright": "’",
    "textquotedblleft": "“", "textquotedblright": "”", "textbackslash": "\\",
    "textasciitilde": "~", "textasciicircum": "^", "textunderscore": "_", "textregistered": "®",
    "texttrademark": "™", "textdegree": "°", "TeX": "TeX", "LaTeX": "LaTeX", "guillemotleft": "«",
    "guillemotright": "»", "slash": "/", "quad": " ", "textbar": "|", "textless": "<",
    "textgreater": ">", "times": "×", "pm": "±", "cdot": "·", "infty": "∞", "to": "→",
    "rightarrow": "→", "leq": "≤", "geq": "≥", "neq": "≠", "approx": "≈", "sim": "∼",
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "zeta": "ζ", "eta": "η",
    "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ",
    "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "upsilon": "υ", "phi": "φ", "chi": "χ",
    "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ",
    "Pi": "Π", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
}  # fmt: skip
_SIGNS: Final = {" ": " ", "\n": " ", "-": "", "/": "", ",": "\u2009", ";": " ", "!": "", "\\": " ",
                 "@": "", ":": " ", "(": "", ")": "", "[": "", "]": ""}  # fmt: skip
_WRAPPERS: Final = {
    "emph": ("<i>", "</i>"), "textit": ("<i>", "</i>"), "textsl": ("<i>", "</i>"),
    "mkbibemph": ("<i>", "</i>"), "textbf": ("<b>", "</b>"), "mkbibbold": ("<b>", "</b>"),
    "textsuperscript": ("<sup>", "</sup>"), "textsubscript": ("<sub>", "</sub>"),
    "mkbibsuperscript": ("<sup>", "</sup>"), "enquote": ("“", "”"), "mkbibquote": ("“", "”"),
    "textsc": ('<span style="font-variant:small-caps;">', "</span>"),
}  # fmt: skip
_SWITCHES: Final = {"em": "emph", "it": "emph", "itshape": "emph", "sl": "emph", "bf": "textbf",
                    "bfseries": "textbf", "sc": "textsc", "scshape": "textsc"}  # fmt: skip
_COMMAND = re.compile(r"\\([A-Za-z]+)[ \t\n]*|\\(.)", re.DOTALL)
_PLAIN = re.compile(r"[^\\{}$~\-`'^_]+")
_RUNS: Final = (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"))
_NOCASE: Final = '<span class="nocase">'


def untex(text: str, protect: bool = False) -> str:
    """Text without LaTeX: accents composed, signs as signs, white space folded.

    With protect, what stands in braces of its own keeps its capitals (`<span class="nocase">`).
    Any text has an answer; a command that is not known goes, and its argument stays.
    """
    composed = unicodedata.normalize("NFC", _Reader(text, protect).read())
    return re.sub(r"[ \t\n\r]+", " ", composed).strip()


def verbatim(text: str) -> str:
    """An address: only the backslashes go that guard a sign from LaTeX."""
    return re.sub(r"\\([%#&_~{}$])(?:\{\})?", r"\1", text).strip().strip("{}").strip()


def closings(text: str) -> dict[int, int]:
    """For each opening brace that is closed, by its offset, the offset of its closing brace."""
    stack: list[int] = []
    pairs: dict[int, int] = {}
    for match in re.finditer(r"[{}]", text):
        if match[0] == "{":
            stack.append(match.start())
        elif stack:
            pairs[stack.pop()] = match.start()
    return pairs


class _Reader:
    """Walks through one field once; the pairs of braces are known from the start."""

    def __init__(self, text: str, protect: bool) -> None:
        self._text = text
        self._protect = protect
        self._pairs = closings(text)
        self._math = False

    def read(self) -> str:
        return self._stretch(0, len(self._text), 0)

    def _stretch(self, start: int, end: int, depth: int) -> str:
        out: list[str] = []
        at = start
        while at < end:
            piece, at = self._next(at, end, depth)
            out.append(piece)
        return "".join(out)

    def _next(self, at: int, end: int, depth: int) -> tuple[str, int]:
        plain = _PLAIN.match(self._text, at, end)
        if plain is not None:
            return plain[0], plain.end()
        match self._text[at]:
            case "\\":
                return self._command(at, end, depth)
            case "{":
                return self._group(at, end, depth)
            case "}":
                return "", at + 1
            case "$":
                self._math = not self._math
                return "", at + 1
            case "~":
                return "\u00a0", at + 1
            case "^" | "_" if self._math:
                tag = "sup" if self._text[at] == "^" else "sub"
                inner, at = self._argument(at + 1, end, depth)
                return f"<{tag}>{inner}</{tag}>", at
        for written, sign in _RUNS:
            if self._text.startswith(written, at, end):
                return sign, at + len(written)
        return {"`": "‘", "'": "’"}.get(self._text[at], self._text[at]), at + 1

    def _group(self, at: int, end: int, depth: int) -> tuple[str, int]:
        close = self._pairs.get(at, end)
        if close >= end:
            return "", at + 1
        if depth >= _DEEPEST:
            return re.sub(r"[{}\\]", "", self._text[at:close]), close + 1
        switch = _COMMAND.match(self._text, at + 1, close)
        if switch is not None and switch[1] in _SWITCHES:
            opening, closing = _WRAPPERS[_SWITCHES[switch[1]]]
            return opening + self._stretch(switch.end(), close, depth + 1) + closing, close + 1
        inner = self._stretch(at + 1, close, depth + 1)
        # BibTeX keeps the case of a group, but for one that opens with a command.
        guarded = self._protect and depth == 0 and switch is None and not self._math
        return (f"{_NOCASE}{inner}</span>" if guarded and inner else inner), close + 1

    def _command(self, at: int, end: int, depth: int) -> tuple[str, int]:
        command = _COMMAND.match(self._text, at, end)
        if command is None:
            return "", at + 1
        name, after = command[1] or command[2], command.end()
        if name in _ACCENTS:
            base, after = self._argument(after, end, depth)
            return _accented(base, _ACCENTS[name]), after
        if name in _LETTERS:
            return _LETTERS[name], self._past_empty_group(after)
        if command[2]:
            return _SIGNS.get(name, name), after
        if name in ("url", "path", "nolinkurl") and after in self._pairs:
            return verbatim(self._text[after + 1 : self._pairs[after]]), self._pairs[after] + 1
        if name == "href" and after in self._pairs:
            return "", self._pairs[after] + 1
        if name in _WRAPPERS:
            inner, after = self._argument(after, end, depth)
            return inner.join(_WRAPPERS[name]), after
        return "", after

    def _argument(self, at: int, end: int, depth: int) -> tuple[str, int]:
        """What a command takes: a group, a command, or one character."""
        while at < end and self._text[at] in " \t\n":
            at += 1
        if at >= end:
            return "", at
        if depth >= _DEEPEST:
            return "", at
        if self._text[at] == "{":
            close = min(self._pairs.get(at, end), end)
            return self._stretch(at + 1, close, depth + 1), min(close + 1, end)
        if self._text[at] == "\\":
            return self._command(at, end, depth + 1)
        return self._text[at], at + 1

    def _past_empty_group(self, at: int) -> int:
        return at + 2 if self._text.startswith("{}", at) else at


def _accented(base: str, accent: str) -> str:
    letter = {"ı": "i", "ȷ": "j"}.get(base[:1], base[:1])
    return letter + accent + base[1:] if letter else ""
