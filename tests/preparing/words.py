"""What is said and written while the review at Oak is prepared."""

from datetime import date

OAK = "Oak Primary School"
REVIEW = f"{OAK}, Thursday 7 December 2017"
DENISE = "denise.abbott@oak.example"

# As the consortium's own drives would have it; none of it may be seen where it does not belong.
DRIVE = "docs.oak.example"
BAD_LINK = f"http://{DRIVE}/sef"
LINK = f"https://{DRIVE}/"
NOTE_LINK = f"https://{DRIVE}/appendix-3a"
REASON = "The new board has had no report yet"
WHY_LONGER = "The data come on Friday"
AREAS = "Reading in Key Stage 1, and the outdoor area"
FOCUS = "Early reading, by way of lessons and talk"
QUESTIONS = ("Is phonics taught in one way?", "Do pupils read at home?", "What of the outdoor area?")
SOURCES = "Lessons, reading records"

MEETING_DAY = date(2017, 11, 29)
REVIEW_DAY = date(2017, 12, 7)

UNREADABLE = "Lunch with the school council"
DRAFT = "8.30 Welcome, Hall\n9.15-10 Phonics, Year 1, with KM\n10.30 Learning walk, with Priya"
FINAL = "8.30 Welcome, Hall\n9.30-10.15 Phonics, Year 1, with KM\n10.30 Learning walk, with Priya\n12 Books"

# Neither these nor anything like them is for the channel or the Peer Review Lead.
CONTENT = (
    *(DRIVE, REASON, WHY_LONGER, AREAS, FOCUS, SOURCES, *QUESTIONS),
    *("Phonics", "Learning walk", UNREADABLE),
)


def seen(content: str) -> list[str]:
    """What of the content of the preparation stands there."""
    return [words for words in CONTENT if words in content]
