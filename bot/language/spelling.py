"""Months and weekdays as they are typed, mistakes included."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, product
from typing import NamedTuple

from bot.language.say import DAYS, MONTHS

MONTH_NAMES = tuple(name.casefold() for name in MONTHS)
DAY_NAMES = tuple(name.casefold() for name in DAYS)
SHORT = {name[:3]: name for name in (*MONTH_NAMES, *DAY_NAMES)} | {
    "sept": "september",
    "tues": "tuesday",
    "weds": "wednesday",
    "thur": "thursday",
    "thurs": "thursday",
}
SPELLINGS = {name: name for name in (*MONTH_NAMES, *DAY_NAMES)} | SHORT

# A time stays in one piece, so that "14 Nov 10am" is not the year 2010.
TIME = r"[0-9]{1,2}(?:[.:][0-9]{2})?\s*[ap]\.?m\b|[0-9]{1,2}:[0-9]{2}"
TOKEN = re.compile(rf"{TIME}|[0-9]+(?:\s*[-/.]\s*[0-9]+)+|[0-9]+(?:st|nd|rd|th)?|[^\W\d_]+|\S")
DASHES = re.compile("[\u2010-\u2015\u2212]")
APOSTROPHES = re.compile("['’‘`´]")
UNSPOKEN = frozenset({",", ".", "(", ")", "!", "?", ":", ";", '"', "“", "”", "on", "the", "of", "please"})
# Two words that could each be one of three.
MOST_PHRASES = 9


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words in one fixed spelling; not `sure` where a word was mended on thin evidence."""

    words: tuple[str, ...]
    sure: bool

    @property
    def text(self) -> str:
        return " ".join(self.words)


class Meaning(NamedTuple):
    word: str
    sure: bool


def phrases(text: str) -> tuple[Phrase, ...]:
    """The phrase as spelt properly: more than one where a misspelling could be several words."""
    readings = (
        Phrase(tuple(meaning.word for meaning in meanings), all(meaning.sure for meaning in meanings))
        for meanings in product(*map(_meanings, tokens(text)))
    )
    return tuple(islice(readings, MOST_PHRASES))


def tokens(text: str) -> tuple[str, ...]:
    """Words, numbers and numeric dates in lower case, without what carries no meaning."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    plain = APOSTROPHES.sub("", DASHES.sub("-", plain))
    found = ("".join(token.split()) for token in TOKEN.findall(plain))
    # "14-Nov-17" and "14.Nov" are one date; a dash with spaces round it may be a range.
    glued = re.compile(r"(?<=[^\W\d_])[-/.](?=\w)|(?<=[0-9])[-/.](?=[^\W\d_])")
    if glued.search(plain):
        return tokens(glued.sub(" ", plain))
    return tuple(token for token in found if token not in UNSPOKEN)


def _meanings(word: str) -> tuple[Meaning, ...]:
    if word in SPELLINGS:
        return (Meaning(SPELLINGS[word], True),)
    if len(word) < 4 or not word.isalpha():
        return (Meaning(word, True),)
    return tuple(_mended(word)) or (Meaning(word, True),)


def _mended(word: str) -> Iterator[Meaning]:
    """The month or weekday nearest to a misspelt word; several when they are equally near."""
    from rapidfuzz.distance import OSA

    distances = {
        spelling: OSA.distance(word, spelling, score_cutoff=2) for spelling in SPELLINGS if len(spelling) > 3
    }
    near = {spelling: far for spelling, far in distances.items() if _could_be(word, spelling, far)}
    nearest = min(near.values(), default=0)
    names = dict.fromkeys(SPELLINGS[spelling] for spelling, far in near.items() if far == nearest)
    # One slip in four letters, or two in six, could be another word altogether.
    sure = len(word) >= 3 + 2 * nearest
    yield from (Meaning(name, sure) for name in names)


def _could_be(word: str, spelling: str, distance: int) -> bool:
    if distance == 1:
        return True
    # With two slips only the first letter tells "Wensday" from "Sunday".
    return distance == 2 and len(word) >= 6 and word[0] == spelling[0]
