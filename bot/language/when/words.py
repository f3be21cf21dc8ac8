"""Text as typed, in one spelling: no mistakes, numbers in figures, and nothing that carries no meaning."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import islice, product

from bot.language.when.figures import in_figures
from bot.language.when.rewriting import rewritten
from bot.language.when.vocabulary import meanings

# A time stays in one piece, so that "14 Nov 10am" is not the year 2010.
CLOCK = "[0-9]{1,2}:[0-9]{2}"
HOUR = r"[0-9]{1,2}(?:[.:][0-9]{2})?"
HOURS = rf"{HOUR}\s*-\s*{HOUR}\s*[ap]\.?m\b"
# No time, and no date with a "pm" either.
HALF_TIME = r"[0-9]{1,2}\.[0-9]\s*[ap]\.?m\b"
TIME = rf"{HALF_TIME}|{HOURS}|{HOUR}\s*[ap]\.?m\b|[0-9]{{3,4}}\s*[ap]\.?m\b|{CLOCK}(?:\s*-\s*{CLOCK})?"
NUMBERS = r"[0-9]+(?:(?:\s*[-/]\s*|\.)[0-9]+)+(?!:)"
TOKEN = re.compile(rf"{TIME}|{NUMBERS}|[0-9]+(?:st|nd|rd|th)?(?![a-z])|[^\W\d_]+|\S")
DASHES = re.compile("[\u2010-\u2015\u2212]")
APOSTROPHES = re.compile("['’‘`´]")
SHORT_YEAR = re.compile("(?<![0-9a-z])['’‘]([0-9]{2})(?![0-9a-z])")
# "Thursday's fine".
IS = re.compile(r"\b((?:mon|tues|wednes|thurs|fri|satur|sun)day)'s\b")
NODDING = "🎉👍🙂😊😀🙏✅📅🗓️"
POLITE = ("please", "pls", "plz")
UNSPOKEN = frozenset(
    {",", ".", "(", ")", "!", "?", ":", ";", '"', "“", "”", "on", "the", "of", *POLITE, *NODDING}
)
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


def phrases(text: str) -> tuple[Phrase, ...]:
    """The phrase as spelt properly: more than one where a misspelling could be several words."""
    readings = (
        Phrase(in_figures([each.word for each in found]), all(each.sure for each in found))
        for found in product(*map(meanings, tokens(text)))
    )
    return tuple(islice(readings, MOST_PHRASES))


def tokens(text: str) -> tuple[str, ...]:
    """Words, numbers and numeric dates in lower case, without what carries no meaning."""
    plain = DASHES.sub("-", unicodedata.normalize("NFKC", text).casefold())
    plain = IS.sub(r"\1 is", plain.replace("’", "'")).replace("week's", "week")
    plain = rewritten(APOSTROPHES.sub("", SHORT_YEAR.sub(r" 20\1", plain)))
    found = ("".join(token.split()) for token in TOKEN.findall(plain))
    return tuple(token for token in found if token not in UNSPOKEN)
