"""TeX turned into MathML; the one door to latex2mathml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from epubforge.markup import attribute, clean, escape

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_LONGEST: Final = 10_000
_ELEMENTS: Final = frozenset(
    "math mrow mi mn mo ms mtext mspace mfrac msqrt mroot mstyle merror mpadded mphantom menclose "
    "msub msup msubsup munder mover munderover mmultiscripts mprescripts none mtable mtr mtd "
    "semantics".split()
)
_ATTRIBUTES: Final = frozenset(
    "accent accentunder columnalign columnlines columnspacing columnspan depth display "
    "displaystyle fence form frame height largeop linebreak linethickness lspace mathcolor "
    "mathsize mathvariant maxsize minsize movablelimits notation rowalign rowlines rowspacing "
    "rspace scriptlevel separator stretchy symmetric voffset width".split()
)
_CHARACTER: Final = re.compile(r"&#x([0-9A-Fa-f]{1,6});")
_COMMAND: Final = re.compile(r"\\([A-Za-z]+)")
_CHILDREN: Final = {
    "mfrac": 2, "mroot": 2, "msub": 2, "msup": 2, "munder": 2, "mover": 2, "msubsup": 3,
    "munderover": 3,
}  # fmt: skip


class MathError(Exception):
    """Why a formula cannot be set; `command` is the one that is not known."""

    def __init__(self, reason: str, command: str = "") -> None:
        super().__init__(reason)
        self.command = command


@lru_cache(maxsize=1024)
def mathml(tex: str, *, block: bool) -> str:
    """A formula as MathML, with its source as the alternative text. Raises MathError."""
    if len(tex) > _LONGEST:
        raise MathError(f"it is longer than {_LONGEST} characters")
    root = _element(tex, block)
    inner = "".join(_written(child, 0) for child in root)
    display = "block" if block else "inline"
    said = attribute(" ".join(tex.split()))
    return (
        f'<math xmlns="http://www.w3.org/1998/Math/MathML" display="{display}" alttext="{said}">'
        f"{inner}</math>"
    )


def _element(tex: str, block: bool) -> Element:
    # latex2mathml is slow to import, and few books hold a formula.
    from latex2mathml import exceptions
    from latex2mathml.converter import convert_to_element

    display = "block" if block else "inline"
    try:
        return convert_to_element(tex, display=display)
    except RecursionError:
        raise MathError("it is nested too deep") from None
    except tuple(_own(exceptions)) as error:
        raise MathError(_reason(error)) from None
    except (IndexError, KeyError, ValueError, TypeError, AttributeError, StopIteration):
        # What the converter stumbles over is a formula that is not whole.
        raise MathError("it is not whole") from None


def _own(module: object) -> Iterator[type[Exception]]:
    for value in vars(module).values():
        if isinstance(value, type) and issubclass(value, Exception):
            yield value


_SPACES: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")


def _reason(error: Exception) -> str:
    """`ExtraLeftOrMissingRightError` as words."""
    return {
        "NoAvailableTokensError": "it ends too early: an argument or a brace is missing",
        "ExtraLeftOrMissingRightError": "a \\left has no \\right",
        "MissingSuperScriptOrSubscriptError": "nothing follows a ^ or _",
        "DoubleSubscriptsError": "it has two subscripts in one place",
        "DoubleSuperscriptsError": "it has two superscripts in one place",
        "InvalidStyleForGenfracError": "the style of a fraction is none",
        "MissingEndError": "a \\begin has no \\end",
        "NumeratorNotFoundError": "a fraction has no numerator",
        "DenominatorNotFoundError": "a fraction has no denominator",
        "InvalidAlignmentError": "an alignment is none",
        "InvalidWidthError": "a width is none",
        "LimitsMustFollowMathOperatorError": "\\limits stands behind no operator",
    }.get(
        type(error).__name__,
        _SPACES.sub(" ", type(error).__name__.removesuffix("Error")).lower(),
    )


def _written(element: Element, depth: int) -> str:
    name = element.tag
    if depth > 200:
        raise MathError("it is nested too deep")
    if name not in _ELEMENTS:
        raise MathError(f"it holds <{name}>, which no page may have")
    if len(element) != _CHILDREN.get(name, len(element)):
        raise MathError("it ends too early: an argument is missing")
    given = "".join(
        f' {key}="{attribute(_resolved(value))}"'
        for key, value in element.attrib.items()
        if key in _ATTRIBUTES
    )
    inner = escape(_text(element)) + "".join(_written(child, depth + 1) for child in element)
    return f"<{name}{given}>{inner}</{name}>" if inner else f"<{name}{given}/>"


def _text(element: Element) -> str:
    text = _resolved(element.text or "")
    command = _COMMAND.match(text) if element.tag == "mi" else None
    if command is not None:
        raise MathError(f"\\{command[1]} is not a command that is known", command[1])
    return " ".join(clean(text).split("\n"))


def _resolved(text: str) -> str:
    return _CHARACTER.sub(lambda found: _sign(int(found[1], 16)), text)


def _sign(number: int) -> str:
    return chr(number) if number <= 0x10FFFF else "�"


def commands() -> tuple[str, ...]:
    """The commands that are known, without their backslashes."""
    from latex2mathml import commands as known
    from latex2mathml.symbols_parser import parse_symbols

    names = {value for value in vars(known).values() if isinstance(value, str)}
    names |= set(parse_symbols())
    return tuple(sorted(n[1:] for n in names if re.fullmatch(r"\\[A-Za-z]+", n)))
