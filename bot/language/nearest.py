"""What the bot can do that is nearest to words which it did not understand."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import cache

from bot.language import names
from bot.language.things import WORDS, Thing, things

LONGEST = 400
MOST_WORDS = 40
MOST = 2
# What a word tells that is misspelt, beside one that is not.
MISSPELT = 0.8
# Of a hundred; what is spelt less alike is not near at all.
ALIKE = 65.0
SMALL = frozenset(
    names.words("a an the is to of my i it and or for at on in this that up do so me we you are was what our")
)
# By the words used; and how alike they are spelt.
Score = tuple[float, float]


@cache
def words_of() -> Mapping[str, frozenset[str]]:
    return {
        one.name: frozenset(names.words(f"{one.name} {one.label} {WORDS.get(one.name, '')}")) - SMALL
        for one in things()
    }


@cache
def shared() -> Mapping[str, int]:
    """For how many things each word speaks: one that speaks for many tells little."""
    return Counter(word for words in words_of().values() for word in words)


def nearest(typed: str, *, leads: bool) -> Sequence[Thing]:
    """The two nearest by the words used, nearest first; where not a word is near, those spelt most alike."""
    words = telling(typed)
    weights = [known(word) for word in words]
    offered = [one for one in things() if leads or not one.leads]
    return sorted(offered, key=lambda one: score(words_of()[one.name], words, weights), reverse=True)[:MOST]


def telling(typed: str) -> Sequence[str]:
    words = dict.fromkeys(names.words(typed[:LONGEST]))
    return [word for word in words if word not in SMALL][:MOST_WORDS]


def known(word: str) -> Mapping[str, float]:
    """Which of our words this one may be, and how much that tells."""
    from rapidfuzz.distance import OSA

    vocabulary, most = shared(), slips(word)
    if word in vocabulary:
        return {word: 1 / vocabulary[word]}
    spelt = [one for one in vocabulary if most and OSA.distance(word, one, score_cutoff=most) <= most]
    return {one: MISSPELT / vocabulary[one] for one in spelt}


def slips(word: str) -> int:
    """In short words another letter makes another word."""
    return 2 if len(word) >= 7 else 1 if len(word) >= 4 else 0


def score(own: Collection[str], words: Sequence[str], weights: Sequence[Mapping[str, float]]) -> Score:
    near = sum(max((weight for word, weight in one.items() if word in own), default=0.0) for one in weights)
    return near, 0.0 if near else likeness(own, words)


def likeness(own: Collection[str], words: Sequence[str]) -> float:
    from rapidfuzz import fuzz

    spelt = (fuzz.ratio(word, one, score_cutoff=ALIKE) for word in words if len(word) > 2 for one in own)
    return max(spelt, default=0.0)
