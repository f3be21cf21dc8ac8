"""Words as they are typed, mistakes included, and the word of the patterns that each of them is."""

from collections.abc import Iterator
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
# "Nove", "thursd": as far as somebody typed.
BEGUN = {name[:letters]: name for name in (*MONTH_NAMES, *DAY_NAMES) for letters in range(4, len(name))}
SPELLINGS = BEGUN | {name: name for name in (*MONTH_NAMES, *DAY_NAMES)} | SHORT
# Other words in which a slip is mended.
OTHERS = tuple(
    """
    tomorrow yesterday fortnight morning afternoon evening weekend christmas easter autumn spring summer
    week weeks before after quarter working beginning commencing holiday holidays halfterm
    """.split()  # noqa: SIM905
)
# Short and hurried ways of typing.
TYPED = {
    "tmrw": "tomorrow",
    "tmw": "tomorrow",
    "tmr": "tomorrow",
    "morn": "morning",
    "tomoz": "tomorrow",
    "2moro": "tomorrow",
    "2morrow": "tomorrow",
    "tom": "tomorrow",
    "2day": "today",
    "wk": "week",
    "wks": "weeks",
    "wkg": "working",
    "nxt": "next",
    "lst": "last",
    "yest": "yesterday",
    "thrus": "thursday",
    "thrs": "thursday",
    "teus": "tuesday",
    "nvo": "november",
    "dce": "december",
    "otc": "october",
    "jna": "january",
    "fbe": "february",
    "forteenth": "fourteenth",
    "fiveteenth": "fifteenth",
    "twelth": "twelfth",
    "nineth": "ninth",
    "fourty": "forty",
    "eve": "evening",
    "mornin": "morning",
    "arvo": "afternoon",
    "aft": "afternoon",
    "hol": "holiday",
    "hols": "holidays",
    "xmas": "christmas",
    "mins": "minutes",
    "yr": "year",
    "til": "until",
    "till": "until",
    "thru": "until",
    "through": "until",
    "untill": "until",
    "qtr": "quarter",
    "frist": "first",
    "fisrt": "first",
    "secnd": "second",
    "thrid": "third",
    "trem": "term",
    "weke": "week",
    "hlaf": "half",
    "befor": "before",
    "aftr": "after",
}
# Words that are one slip away from a month or a weekday, and are neither.
AS_THEY_ARE = frozenset(
    """
    adjust arch beds christian cues duly dues dune easier eastern funny hers jolly jury kept larch marsh match
    mayor midday money monkey mounting mourning parch reds seat sent sundae sunny string summed swept theirs
    thus ties tours tubes tune tunes webs weeds wets wording
    """.split()  # noqa: SIM905
)
# "Fridays" are more than one.
MANY = frozenset(f"{name}s" for name in (*DAY_NAMES, *MONTH_NAMES, "morning", "afternoon", "evening"))


class Meaning(NamedTuple):
    word: str
    sure: bool


def meanings(word: str) -> tuple[Meaning, ...]:
    """The word as the patterns spell it: several where a slip leaves it open, itself where none is near."""
    known = SPELLINGS.get(word) or TYPED.get(word)
    if known:
        return (Meaning(known, True),)
    if len(word) < 4 or not word.isalpha() or word in OTHERS or word in AS_THEY_ARE | MANY:
        return (Meaning(word, True),)
    return tuple(_mended(word)) or (Meaning(word, True),)


def _mended(word: str) -> Iterator[Meaning]:
    """The month or weekday nearest to a misspelt word; several when they are equally near."""
    from rapidfuzz.distance import OSA

    distances = {
        spelling: OSA.distance(word, spelling, score_cutoff=2)
        for spelling in SPELLINGS
        if len(spelling) > 3 and spelling not in BEGUN
    }
    near = {spelling: far for spelling, far in distances.items() if _could_be(word, spelling, far)}
    nearest = min(near.values(), default=0)
    names = dict.fromkeys(SPELLINGS[spelling] for spelling, far in near.items() if far == nearest)
    # "Munday" begins as it should.
    names = {name: None for name in names if name[0] == word[0]} or names
    if names:
        # One slip in four letters, or two in six, could be another word altogether.
        yield from (Meaning(name, len(word) >= 3 + 2 * nearest) for name in names)
        return
    others = ((other, OSA.distance(word, other, score_cutoff=2)) for other in OTHERS)
    yield from (Meaning(other, True) for other, far in others if _is_other(word, other, far))


def _could_be(word: str, spelling: str, distance: int) -> bool:
    if distance == 1:
        return True
    # With two slips only the first letter tells "Wensday" from "Sunday".
    return distance == 2 and len(word) >= 6 and word[0] == spelling[0]


def _is_other(word: str, other: str, distance: int) -> bool:
    return word[0] == other[0] and ((distance == 1 and len(word) >= 5) or (distance == 2 and len(word) >= 8))
