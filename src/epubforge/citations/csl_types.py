"""The types of works, and the variables that hold names and dates, in CSL 1.0.2."""

from __future__ import annotations

from typing import Final

# https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types
TYPES: Final = frozenset(
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic"
    " collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic"
    " hearing interview legal_case legislation manuscript map motion_picture musical_score pamphlet"
    " paper-conference patent performance periodical personal_communication post post-weblog"
    " regulation report review review-book software song speech standard thesis treaty"
    " webpage".split()
)
# https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables
NAMES: Final = frozenset(
    "author chair collection-editor compiler composer container-author contributor curator director"
    " editor editor-translator editorial-director executive-producer guest host illustrator"
    " interviewer narrator organizer original-author performer producer recipient reviewed-author"
    " script-writer series-creator translator".split()
)
DATES: Final = frozenset(
    "accessed available-date event-date issued original-date submitted".split()
)
NUMBERS: Final = frozenset(
    "chapter-number citation-number collection-number edition first-reference-note-number issue"
    " locator number number-of-pages number-of-volumes page page-first part-number printing-number"
    " section supplement-number version volume".split()
)
