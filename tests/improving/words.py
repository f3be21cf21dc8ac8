"""What is found, agreed and written from the review day on; none of it is for the channel or the Lead."""

from datetime import date

from tests.preparing.words import OAK, REVIEW

__all__ = ["OAK", "REVIEW"]

MARGARET, AMIT = "margaret.osei@oak.example", "amit.desai@consortium.example"

CALM, KIND, MARKING = "Corridors are calm between lessons", "Pupils are kind", "Marking in Year 4"
READING, WALK = "How reading is taught", "Learning walk with the head"
OUTDOOR, IMPACT = "The outdoor area is used little", "Phonics is taught in one way now"
QUERY, ANSWER = "Does marking mean books or tests?", "Books alone"
BOOKS = "Marking in books in Year 4"

PHONICS, PAIRS, SPACE = (
    "Phonics training for all staff",
    "Pair reading in Year 3",
    "A plan for the outdoor area",
)
PLAN = (
    f"{PHONICS} | Mon 15 Jan 2018 | Priya Nair | a | with the English hub\n"
    f"{PAIRS} | ongoing | Tom Garrod | b\n"
    f"{SPACE} | 2 Feb 2018 | Denise Abbott | c"
)
LATER, HELP = "Tues 6 Feb 2018", "We need somebody who has done it before"
SEEN, IMPROVED = "Books are marked alike", "More pupils read at home"

WORKSHOP_DAY = date(2017, 12, 14)
AFTER_IT = date(2017, 12, 15)
NEW_TERM = date(2018, 1, 15)
VISIT_DAY = date(2018, 2, 6)

FOUND = (CALM, KIND, MARKING, READING, WALK, OUTDOOR, IMPACT, QUERY, ANSWER, BOOKS)
AGREED = (PHONICS, PAIRS, SPACE, HELP, SEEN, IMPROVED)


def seen(content: str) -> list[str]:
    """What of the findings and the plan stands there."""
    return [words for words in (*FOUND, *AGREED) if words in content]
