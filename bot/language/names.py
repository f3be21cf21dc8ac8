"""The school or person that a typed name means: found, offered, or nobody; never guessed in silence."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

LONGEST = 200
MOST_OFFERED = 3
RUN_TOGETHER = 85.0
HALF = 0.5

APOSTROPHES = re.compile("['’‘`´]")
WORD = re.compile(r"[^\W_]+")
SAME = (
    (re.compile(r"\b(?:church of england|c of e|cofe|c e|coe)\b"), "ce"),
    (re.compile(r"\b(?:roman catholic|catholic|r c)\b"), "rc"),
    (re.compile(r"\bsaint\b"), "st"),
    (re.compile(r"\band\b"), ""),
)
# In fewer letters than these, what is typed is no slip but another word.
FEWEST_LETTERS = 3
# "School" and "the" may be left out or added; the others may be left out, but tell nobody apart alone.
UNSPOKEN = frozenset({"school", "the"})
CHURCH = frozenset({"ce", "rc", "va", "vc", "voluntary", "aided", "controlled"})
KIND = frozenset(
    {"primary", "infant", "infants", "junior", "juniors", "nursery", "academy", "community", "ysgol"}
)
COMMON = UNSPOKEN | CHURCH | KIND | {"st", "of"}

Words = tuple[str, ...]
Names = Mapping[int, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Exact:
    id: int


@dataclass(frozen=True, slots=True)
class Likely:
    """One to three ids to ask about, best first."""

    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Nobody:
    """No name is near."""


Match = Exact | Likely | Nobody


def match(text: str, names: Names) -> Match:
    """Whom `text` means among `names`, which gives every name that an id goes by."""
    sure = exact(text, names)
    if sure:
        return sure
    typed = _typed(text)
    near = _nearest(typed, _known(names)) if typed else ()
    return Likely(near) if near else Nobody()


def exact(text: str, names: Names) -> Exact | None:
    """The one whose name this is, or the one in whose name its words stand."""
    typed = _typed(text)
    if not typed:
        return None
    known = _known(names)
    same = [key for key, each in known.items() if typed in each]
    if len(same) == 1:
        return Exact(same[0])
    inside = [key for key, each in known.items() if any(_part_of(typed, name) for name in each)]
    return Exact(inside[0]) if len(inside) == 1 else None


def slipped(text: str, names: Names) -> tuple[int, ...]:
    """Whom `text` may mean, where all of it is a name with a slip or two, and nothing else is said."""
    typed = _typed(text)
    if len("".join(word for word in typed if word not in COMMON)) < FEWEST_LETTERS:
        return ()
    scores = {key: max(_scores(typed, each), default=Score()) for key, each in _known(names).items()}
    near = [key for key, score in scores.items() if score.share == 1.0]
    return tuple(sorted(near, key=lambda key: scores[key], reverse=True)[:MOST_OFFERED])


def _typed(text: str) -> Words:
    return words(text) if len(text) <= LONGEST else ()


def _known(names: Names) -> Mapping[int, Sequence[Words]]:
    return {key: [words(name) for name in each] for key, each in names.items()}


@lru_cache(maxsize=4096)
def words(name: str) -> Words:
    """The words of a name without case, accents, apostrophes, punctuation, "the" and "school"."""
    letters = unicodedata.normalize("NFKD", APOSTROPHES.sub("", name).casefold())
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    line = " ".join(WORD.findall(bare.replace("&", " ")))
    for pattern, short in SAME:
        line = pattern.sub(short, line)
    found = tuple(line.split())
    return tuple(word for word in found if word not in UNSPOKEN) or found


def _part_of(typed: Words, name: Words) -> bool:
    """Whether the words stand in the name in their order, one of them a telling one."""
    # `in` uses the iterator up to the word it finds, so the order counts.
    rest = iter(name)
    return all(word in rest for word in typed) and any(word not in COMMON for word in typed)


class Score(NamedTuple):
    """How near a name is, compared from left to right."""

    share: float = 0.0
    whole_words: int = 0
    likeness: float = 0.0


def _nearest(typed: Words, known: Mapping[int, Iterable[Words]]) -> tuple[int, ...]:
    scores = {key: max(_scores(typed, each), default=Score()) for key, each in known.items()}
    best = max((score.share for score in scores.values()), default=0.0)
    near = [key for key, score in scores.items() if score.share == best >= HALF]
    return tuple(sorted(near, key=lambda key: scores[key], reverse=True)[:MOST_OFFERED])


def _scores(typed: Words, names: Iterable[Words]) -> Iterator[Score]:
    """For each name the share of the typed words that tell schools apart and are near one of its own."""
    from rapidfuzz import fuzz

    for name in names:
        common = COMMON.intersection(name)
        telling = [word for word in typed if word not in COMMON and not _misspelt(word, common)]
        near = sum(any(_near(word, other) for other in name if other not in COMMON) for word in telling)
        share = 1.0 if _run_together(typed, name) else near / len(telling) if telling else 0.0
        yield Score(share, len(set(telling) & set(name)), fuzz.ratio(" ".join(typed), " ".join(name)))


def _run_together(typed: Words, name: Words) -> bool:
    """Whether "stmarys" or "oakprimary" or the initials "SMP" stand for the name."""
    from rapidfuzz import fuzz

    if len(typed) != 1 or len(name) < 2 or len(typed[0]) < 2:
        return False
    called = [word for word in name if word not in CHURCH]
    telling = "".join(word for word in name if word not in COMMON - {"st"})
    return typed[0] == "".join(word[0] for word in called) or any(
        fuzz.ratio(typed[0], joined) >= RUN_TOGETHER for joined in ("".join(called), telling)
    )


def _near(word: str, other: str) -> bool:
    """Whether a typed word could be the other: its initial, its beginning, or it with a slip or two."""
    if len(word) != 2 and other.startswith(word):
        return True
    # In three letters, a wrong first one makes another word: "Bay" is not "May".
    return (len(word) > 3 or word[0] == other[0]) and _slips(word, other) <= _allowed(word)


def _misspelt(word: str, common: Iterable[str]) -> bool:
    return any(len(other) > 3 and _slips(word, other) <= _allowed(word) for other in common)


def _allowed(word: str) -> int:
    """How many slips a word of this length may have."""
    return 2 if len(word) >= 7 else 1 if len(word) >= 3 else 0


def _slips(word: str, other: str) -> int:
    from rapidfuzz.distance import OSA

    return OSA.distance(word, other)
