"""Text as it is typed, and as each language sets it; `·` is a no-break space, `⍽` a narrow one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from epubforge.markdown.typesetter import typesetter

LANGUAGES = "cs de de-CH en en-GB es fr fr-CA fr-CH it ja nl pl ru sk sv uk zh".split()


def shown(language: str, typed: str) -> str:
    return typesetter(language).set(typed).replace("\xa0", "·").replace("\u202f", "⍽")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "“A ‘b’ c” l’x… 1914–1918"),
        ("en-GB", "‘A “b” c’ l’x… 1914–1918"),
        ("de", "„A ‚b‘ c“ l’x… 1914–1918"),
        ("de-CH", "«A ‹b› c» l’x… 1914–1918"),
        ("fr", "«⍽A “b” c⍽» l’x… 1914–1918"),
        ("fr-CA", "«·A “b” c·» l’x… 1914–1918"),
        ("es", "«A “b” c» l’x… 1914–1918"),
        ("it", "«A “b” c» l’x… 1914–1918"),
        ("pl", "„A·«b» c” l’x… 1914–1918"),
        ("ru", "«A „b“ c» l’x… 1914–1918"),
        ("uk", "«A „b“ c» l’x… 1914–1918"),
        ("nl", "“A ‘b’ c” l’x… 1914–1918"),
        ("sv", "”A ’b’ c” l’x… 1914–1918"),
        ("cs", "„A·‚b‘ c“ l’x… 1914–1918"),
    ],
)
def test_quotations(language: str, expected: str) -> None:
    """Outer and inner marks, the apostrophe, the ellipsis, the dash of a range."""
    assert shown(language, "\"A 'b' c\" l'x... 1914--1918") == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "x—b, x — b, x – b"),
        ("de", "x – b, x – b, x – b"),
        ("es", "x—b, x — b, x – b"),
        ("ru", "x·— b, x·— b, x·– b"),
        ("sk", "x·– b, x·– b, x·– b"),
    ],
)
def test_dashes(language: str, expected: str) -> None:
    """A dash between words, closed or between blanks."""
    assert shown(language, "x---b, x --- b, x -- b") == expected


@pytest.mark.parametrize(
    ("language", "typed", "expected"),
    [
        ("en", "'Tis the '60s, rock 'n' roll", "’Tis the ’60s, rock ’n’ roll"),
        ("en", "'25' the dogs' bones 'so'", "‘25’ the dogs’ bones ‘so’"),
        ("en", "6'2\" tall, 48°51'24\"N, 5' x 3\"", "6'2\" tall, 48°51'24\"N, 5' x 3\""),
        ("en", "\"He is 6'2\" tall,\" said 007.", "“He is 6'2\" tall,” said 007."),
        ("en", "\"In 1914\"", "“In 1914”"),
        ("en", "\"wait--\" (\"x\") \"'so'\"---\"...\"", "“wait–” (“x”) “‘so’”—“…”"),
        ("en", "---- ..... --", "---- ..... –"),
        ("en-GB", "'Yes,' he said, 'it is \"so\".'", "‘Yes,’ he said, ‘it is “so”.’"),
        ("en-GB", "'\"A\" b'", "‘“A” b’"),
        ("en-GB", "\"rock 'n' roll\", 'tis 'ere", "‘rock ’n’ roll’, ’tis ’ere"),
        ("de", "er ist's, 'ne Frau, die '90er", "er ist’s, ’ne Frau, die ’90er"),
        ("de", "\"x\"---ja---, \"Ich---\"", "„x“ – ja –, „Ich –“"),
        ("nl", "'s morgens 't is 'hij' zei 'n man", "’s morgens ’t is ‘hij’ zei ’n man"),
        ("fr", "\"Oui!\" dit-il : quoi ?!", "«⍽Oui⍽!⍽» dit-il·: quoi⍽?!"),
        ("fr", "« Ah », «bon»", "«⍽Ah⍽», «⍽bon⍽»"),
        ("fr", "10:30 http://x (?) a.php?b a::b 5 %", "10:30 http://x (?) a.php?b a::b 5·%"),
        ("fr", "l'\"or\" ; l'été", "l’«⍽or⍽»⍽; l’été"),
        ("fr", "déjà\xa0? ici\u202f!", "déjà⍽? ici⍽!"),
        ("fr-CA", "quoi ? dit-il :", "quoi ? dit-il·:"),
        ("fr-CH", "quoi ? dit-il :", "quoi⍽? dit-il⍽:"),
        ("cs", "v Praze i v lese, V lese; ov a", "v·Praze i·v·lese, V·lese; ov a"),
        ("ru", "--- Да, и я --- в лесу", "—·Да, и·я·— в·лесу"),
        ("es", "---Hola ---dijo---.", "—Hola —dijo—."),
        ("ja", "\"a\"", "「a」"),
    ],
)  # fmt: skip
def test_what_a_language_has_of_its_own(language: str, typed: str, expected: str) -> None:
    """Elisions, primes, blanks, short words, dialogue."""
    assert shown(language, typed) == expected


WORDS = re.compile(r"[^\W_]+")


@given(st.text(alphabet="ab1 \"'-.:;!?«»“”\n(é—", max_size=60), st.sampled_from(LANGUAGES))
def test_letters_stay(typed: str, language: str) -> None:
    """Whatever becomes of marks and blanks, the words stay, in their order."""
    assert WORDS.findall(typesetter(language).set(typed)) == WORDS.findall(typed)


@given(st.text(alphabet="ab1 \"'-.:;!?«»“”\n(é—", max_size=60), st.sampled_from(LANGUAGES))
def test_edits_follow_each_other(typed: str, language: str) -> None:
    """No two changes touch the same character."""
    edits = typesetter(language).edits(typed)
    ends = [0, *(end for _, end, _ in edits)]
    assert all(start >= before for before, (start, _, _) in zip(ends, edits, strict=False))
