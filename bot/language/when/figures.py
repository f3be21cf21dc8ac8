"""Numbers in words, as figures: "twenty", "first" is 21st."""

from collections.abc import Sequence
from itertools import zip_longest

CARDINALS = """
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen twenty
""".split()  # noqa: SIM905
ORDINALS = """
first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
""".split()  # noqa: SIM905
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}


def ordinal(number: int) -> str:
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


FIGURES = (
    {word: str(number) for number, word in enumerate(CARDINALS, 1)}
    | {word: str(number) for word, number in TENS.items()}
    | {word: ordinal(number) for number, word in enumerate(ORDINALS, 1)}
    | {"thirtieth": "30th"}
)
TEENS = {word: number for number, word in enumerate(CARDINALS, 1) if 10 <= number < 20}
UNITS = {word: number for number, word in enumerate(CARDINALS[:9], 1)}
UNIT_ORDINALS = {word: number for number, word in enumerate(ORDINALS[:9], 1)} | {
    ordinal(number): number for number in range(1, 10)
}


HOURS = frozenset(map(str, range(1, 13)))


def in_figures(words: Sequence[str]) -> tuple[str, ...]:
    found: list[str] = []
    tens = 0
    for word, after in zip_longest(words, words[1:]):
        if word in {"five", "ten"} and after in {"to", "past"} and not tens:
            # "Ten to 3" is a time; "10 to 3" may be hours.
            found.append(word)
        elif tens == TENS["thirty"] and after and len(found) > 1 and found[-2] in HOURS:
            # "At eleven thirty first Monday": the minutes end here.
            found.append(FIGURES.get(word, word))
        elif tens and word in UNIT_ORDINALS:
            found[-1] = ordinal(tens + UNIT_ORDINALS[word])
        elif tens == TENS["twenty"] and word in TEENS:
            # A year, as it is said.
            found[-1] = f"20{TEENS[word]}"
        elif tens and word in UNITS:
            found[-1] = str(tens + UNITS[word])
        else:
            found.append(FIGURES.get(word, word))
        tens = TENS.get(word, 0)
    return tuple(found)
