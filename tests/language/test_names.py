"""Names as people type them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language.names import Exact, Likely, Match, Nobody, match

OAK, MARY, MARK, MARSH, GWYN, ASH, ELM, MAY, ROSE = range(1, 10)
SCHOOLS = {
    OAK: ["Oak Primary School"],
    MARY: ["St Mary's C of E Primary School", "The Hill School"],
    MARK: ["St Mark’s Church of England Primary School"],
    MARSH: ["Marsh Lane Junior School"],
    GWYN: ["Ysgol Tŷ Gwyn"],
    ASH: ["Ash Grove Primary School"],
    ELM: ["Elm Grove Primary School"],
    MAY: ["May Tree Infant School"],
    ROSE: ["Holy Rosary Roman Catholic Primary Academy"],
}

SAME = {
    "Oak Primary School": OAK,
    "oak primary": OAK,
    "OAK": OAK,
    "Oak School": OAK,
    "the Oak primary school!": OAK,
    "St Mary's C of E Primary School": MARY,
    "st marys": MARY,
    "St. Mary’s": MARY,
    "Saint Mary's CE Primary": MARY,
    "st mary's church of england": MARY,
    "St Mary's C.E. School": MARY,
    "Hill": MARY,
    "the hill school": MARY,
    "marsh": MARSH,
    "Marsh Junior": MARSH,
    "lane": MARSH,
    "Ysgol Tŷ Gwyn": GWYN,
    "ysgol ty gwyn": GWYN,
    "Tŷ Gwyn": GWYN,
    "ash grove": ASH,
    "Elm Primary": ELM,
    "Holy Rosary": ROSE,
    "Holy Rosary Catholic": ROSE,
    "Holy Rosary R.C.": ROSE,
    "🎉 Oak 🎉": OAK,
}


@pytest.mark.parametrize(("text", "school"), SAME.items())
def test_a_name_that_means_one_school_is_exact(text: str, school: int) -> None:
    assert match(text, SCHOOLS) == Exact(school)


OFFERED = {
    "Oka": (OAK,),
    "Oak Primray": (OAK,),
    "Oak Primray Shool": (OAK,),
    "Oakk Primary School": (OAK,),
    "Primary Oak": (OAK,),
    "oakprimary": (OAK,),
    "Oak Academy": (OAK,),
    "Grove": (ASH, ELM),
    "Grove Primary School": (ASH, ELM),
    "stmarys": (MARY, MARK),
    "St Marrys": (MARY,),
    "smp": (MARY, MARK),
    "MLJ": (MARSH,),
    "M Lane": (MARSH,),
    "Marsh Lnae": (MARSH,),
    "Marsh Infant": (MARSH,),
    "Holy Rosry": (ROSE,),
    "Gwny": (GWYN,),
}


@pytest.mark.parametrize(("text", "schools"), OFFERED.items())
def test_a_near_miss_is_offered_and_not_taken(text: str, schools: tuple[int, ...]) -> None:
    found = match(text, SCHOOLS)
    assert isinstance(found, Likely)
    assert set(found.ids) == set(schools)
    assert len(found.ids) == len(schools)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "🎉",
        "...",
        "Primary",
        "the school",
        "CE Primary",
        "infants",
        "Infant",
        "Junior",
        "St",
        "Beech Primary School",
        "St Peter's C of E Primary School",
        "Zebra",
        "<!channel>",
        "Oak " * 60,
    ],
)
def test_a_name_that_means_no_school_is_nobody(text: str) -> None:
    assert match(text, SCHOOLS) == Nobody()


def test_a_long_word_may_have_two_slips() -> None:
    assert match("Wintrebourn", {1: ["Winterbourne School"], 2: ["Summerhill School"]}) == Likely((1,))


def test_the_best_comes_first() -> None:
    names = {1: ["Oakfield Park School"], 2: ["Oakwood School"], 3: ["Oakfield School"]}
    assert match("Oakfeild School", names) == Likely((3, 1))


def test_a_full_name_is_exact_though_another_begins_with_it() -> None:
    names = {1: ["Oak Primary School"], 2: ["Oak Primary Annexe"], 3: ["Oakley School"]}
    assert match("Oak Primary", names) == Exact(1)
    assert match("Oak", names) == Likely((1, 2, 3))


def test_a_name_that_two_go_by_is_asked() -> None:
    assert match("Oak School", {1: ["Oak School"], 2: ["The Oak School"], 3: ["Elm School"]}) == Likely(
        (1, 2)
    )


def test_no_more_than_three_are_offered() -> None:
    names = {key: [f"Oak {word} School"] for key, word in enumerate(["Hill", "Road", "Green", "Vale"])}
    found = match("Oak", names)
    assert isinstance(found, Likely)
    assert len(found.ids) == 3


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kate Moore", Exact(2)),
        ("kate", Exact(2)),
        ("Moore", Exact(2)),
        ("K Moore", Likely((2,))),
        ("K. Moore", Likely((2,))),
        ("Kate More", Likely((2,))),
        ("Siân", Exact(4)),
        ("sian o'neill", Exact(4)),
        ("Sian ONeill", Exact(4)),
        ("Jo", Likely((1, 3))),
        ("Wilma", Nobody()),
    ],
)
def test_people_are_matched_as_schools_are(text: str, found: Match) -> None:
    people = {1: ["Jo Reed"], 2: ["Kate Moore"], 3: ["Jo Rook"], 4: ["Siân O’Neill"]}
    assert match(text, people) == found


@settings(deadline=None)
@given(text=st.text(max_size=300), names=st.dictionaries(st.integers(), st.lists(st.text(), max_size=3)))
def test_no_name_crashes(text: str, names: dict[int, list[str]]) -> None:
    found = match(text, names)
    if isinstance(found, Likely):
        assert 1 <= len(found.ids) <= 3
        assert set(found.ids) <= names.keys()


@settings(deadline=None)
@given(key=st.sampled_from(sorted(SCHOOLS)))
def test_every_school_answers_to_its_own_name(key: int) -> None:
    assert match(SCHOOLS[key][0].upper(), SCHOOLS) == Exact(key)
