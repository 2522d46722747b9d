"""The words of the invented language, with the weights that words have in real ones."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from corpus.stream import Stream

SIZE = 9000

COMMON = """
the of and to a in that he was it his her with as had for she not at but be on
they him said which you by all so from were have there one my this when would
is no who what me out been up into could then if their very more some do an
your now like time only man down about before little over them such know how
after did own old see other than came where hand upon any made thought way
prince again eyes looked must us never felt face went without again house long
away still life come day room voice even first through nothing good young
""".split()
ONSETS = "b br c ch cl d dr f fl g gl gr h j k l m n p pl pr qu r s sh sl sp st t th tr v w".split()
NUCLEI = "a e i o u ai ea ee ie oa oo ou".split()
CODAS = "b ck d l ll m n nd ng nt p r rd rn s sh ss st t th x".split()
ENDINGS = ["", "", "", "ed", "ing", "er", "ly", "s", "ness", "tion", "able", "ment"]
NAMES = """Anselm Berthe Cosima Dmitri Elodie Fjodor Ginevra Hélène Ivo Jolanthe
Kaspar Ludmila Mathéo Nadezhda Oskar Perpetua Quirin Rosalía Søren Thekla Ulrich
Valéria Wenzel Xenia Yvaine Zdeněk""".split()
FOREIGN = [
    "*Qu’est-ce que c’est que ça ?*",
    "«Всё смешалось в доме»",
    "„Grüß Gott“",
    "『吾輩は猫である』",
    "*œuvre*",
    "Ἐν ἀρχῇ",
]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words, the commonest first, and the share of a text that each and those before it have."""

    words: tuple[str, ...]
    shares: tuple[float, ...]

    def word(self, stream: Stream) -> str:
        """A word, by Zipf's law."""
        return self.words[bisect_right(self.shares, stream.real())]


def make_vocabulary(seed: int) -> Vocabulary:
    """The common words of English, then invented ones."""
    stream = Stream("vocabulary", seed)
    words = dict.fromkeys(COMMON)
    while len(words) < SIZE:
        word = _invented(stream)
        if 2 < len(word) <= 12:
            words.setdefault(word)
    return Vocabulary(tuple(words), _shares())


def _invented(stream: Stream) -> str:
    parts = []
    for _ in range(1 if stream.chance(0.6) else 2):
        parts.append(stream.pick(ONSETS) + stream.pick(NUCLEI))
        if stream.chance(0.5):
            parts.append(stream.pick(CODAS))
    return "".join(parts) + stream.pick(ENDINGS)


def _shares() -> tuple[float, ...]:
    sums, total = [], 0.0
    for rank in range(SIZE):
        total += 1.0 / (rank + 2.7)
        sums.append(total)
    return tuple(part / total for part in sums)
