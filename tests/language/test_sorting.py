"""The order of words in each language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from epubforge.language.sorting import initial, sort_key


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", "arger ärger Argument Straße strasse Zug"),
        ("sv", "arg zebra åker äpple öl"),
        ("da", "arg zebra ægte øre åben"),
        ("es", "nada nube ñandú ojo"),
        ("pl", "las lot łąka mak sen śnieg zebra źle żaba"),
        ("cs", "cihla čaj dub hora chyba ídol"),
        ("ru", "ежик ёлка ель ива йод кот"),
        ("uk", "вода гук ґава дім ера єва жаба ива іва їжак йод кіт"),
        ("fr", "cote coté côte côté élan étude zèle"),
        ("en", "Apple apple Zebra"),
        ("en", "hall Ħamrun hand"),
        ("tr", "cam çam ılık ilik oda öde"),
        ("ja", "アイ かぎ がく カメラ さくら"),
        ("zh", "安徽 北京 广州 上海 中国"),
        ("zh-Hant-TW", "一 人 山 水 火"),
    ],
)
def test_words_stand_in_the_order_of_the_language(language: str, words: str) -> None:
    """Letters of their own stand behind their base; other marks only decide between equals."""
    expected = words.split()
    mixed = expected[::-1]
    assert sorted(mixed, key=lambda word: sort_key(word, language)) == expected


def test_word_by_word() -> None:
    """A blank comes before any letter, and punctuation does not count."""
    expected = ["New York", "“New” Zealand", "Newark", "Newton, Isaac"]
    mixed = expected[::-1]
    assert sorted(mixed, key=lambda text: sort_key(text, "en")) == expected


def test_the_own_script_comes_first() -> None:
    """Digits, then the letters of the language, then those of others."""
    expected = ["1935", "Шахта", "Apple"]
    mixed = expected[::-1]
    assert sorted(mixed, key=lambda text: sort_key(text, "ru")) == expected


@pytest.mark.parametrize(
    ("language", "text", "letter"),
    [
        ("de", "ärger", "A"),
        ("de", "„Die Zeit“", "D"),
        ("es", "ñandú", "Ñ"),
        ("nb", "Ålesund", "Å"),
        ("cs", "chyba", "CH"),
        ("uk", "«їжак»", "Ї"),
        ("ru", "ёлка", "Е"),
        ("ru", "Apple", "A"),
        ("en", "1984", ""),
        ("en", "…", ""),
        ("ja", "ガク", "か"),
        ("ja", "漢字", ""),
        ("zh", "中国", "Z"),
        ("zh", "广州", "G"),
        ("zh-Hant", "廣州", ""),
    ],
)
def test_the_letter_that_a_word_stands_under(language: str, text: str, letter: str) -> None:
    """A letter of its own where the language has it, else the base; none for digits and signs."""
    assert initial(text, language) == letter


@given(st.lists(st.text()), st.sampled_from(["en", "zh", "zh-TW", "uk", "cs", "ja", "he", "x"]))
def test_any_texts_have_an_order(texts: list[str], language: str) -> None:
    """Sorting is total, equal keys mean equal texts, and each has a letter or none."""
    mixed = texts[::-1]
    ordered = sorted(texts, key=lambda text: sort_key(text, language))
    assert ordered == sorted(mixed, key=lambda text: sort_key(text, language))
    assert all(isinstance(initial(text, language), str) for text in texts)
