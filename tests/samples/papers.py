"""Made-up papers that were sent: a tiny one, a usual one, the longest that the forms allow."""

from collections.abc import Sequence

from bot.cards.paper import May, View
from bot.rules.findings import LONGEST
from bot.rules.paper_changes import Difference, differences
from bot.rules.papers import (
    ActionRow,
    Content,
    PlanPaper,
    PreviousAction,
    SentTo,
    SignedAs,
    Signing,
    SummaryPaper,
    Support,
)
from bot.rules.permissions import Paper
from storage import sent_papers
from storage.models import Distribution, PaperQuery, Person, Review, SentPaper, Signature
from tests.samples import made

MANY = 40
EVERYTHING = May(*[True] * len(May.__dataclass_fields__))
LONG_ENTRY = made.filled(made.HOSTILE + "They talk about books. ", 5_000)
LONG_WORDS = made.filled(made.HOSTILE + "Which books do you mean? ", LONGEST)


def sent(of: Review, by: Person, paper: Paper, content: Content, number: int = 1) -> SentPaper:
    change = made.change(of, sent_papers.SENT[paper], by)
    made_now = SentPaper(
        id=of.id + number, review=of, review_id=of.id, paper=paper, number=number, by=by, by_id=by.id
    )
    made_now.at, made_now.change, made_now.signatures, made_now.version = made.NOW, change, [], 1
    made_now.content = sent_papers.as_data(paper, content)
    made_now.released_at, made_now.released_by = None, None
    return made_now


def signature(by: Person, part: SignedAs, *, recorded_by: Person | None = None) -> Signature:
    how = Signing.ON_PAPER if recorded_by else Signing.CHAT
    return Signature(
        id=by.id, person=by, person_id=by.id, part=part, at=made.NOW, how=how, recorded_by=recorded_by
    )


def tiny_content() -> SummaryPaper:
    return SummaryPaper("Oak", made.DAY, strengths=("Art",))


def usual_content() -> SummaryPaper:
    return SummaryPaper(
        "Oak Primary School",
        made.DAY,
        "Reading has improved.",
        (PreviousAction("Read aloud daily", "Done on Monday 5 June 2017", "It is loved."),),
        ("Phonics is taught with joy", "Pupils are proud of their books"),
        ("Talk about books",),
    )


def long_summary() -> SummaryPaper:
    entries = tuple(f"{number} {LONG_ENTRY}" for number in range(MANY))
    previous = tuple(PreviousAction(LONG_ENTRY, made.REASON, LONG_ENTRY) for _ in range(MANY))
    return SummaryPaper(made.school(made.BIG).name, made.LONG_DAY, LONG_ENTRY, previous, entries, entries)


def long_plan() -> PlanPaper:
    row = ActionRow(LONG_ENTRY, made.REASON, made.LONG_PERSON.name, tuple(Support), LONG_ENTRY)
    return PlanPaper(made.school(made.BIG).name, made.LONG_DAY, (row,) * MANY)


def tiny() -> View:
    of = made.tiny()
    content = tiny_content()
    return View(sent(of, of.booked_by, Paper.SUMMARY, content), content)


def usual() -> View:
    of, content = made.usual(), usual_content()
    sian, *_ = made.USUAL_TEAM
    return View(
        sent=sent(of, sian, Paper.SUMMARY, content),
        content=content,
        signatures=[signature(sian, SignedAs.LEAD_REVIEWER)],
        open_places={SignedAs.HEAD: ["Priya Nair"], SignedAs.GOVERNOR: ["Margaret Osei", "Al Green"]},
        late="2 working days late",
        queries=1,
        may=May(sign=True, query=True, receivers=True, queries=True),
    )


def longest(content: Content | None = None) -> View:
    """Everything that a reader could see and do at once, and more than anyone can."""
    of, by = made.longest(), made.LONG_PERSON
    says = content or long_plan()
    paper = Paper.PLAN if isinstance(says, PlanPaper) else Paper.SUMMARY
    this = sent(of, by, paper, says, 98)
    this.released_at, this.released_by = made.NOW, by
    many = [made.person(made.BIG - n) for n in range(5)]
    return View(
        sent=this,
        content=says,
        signatures=[signature(one, SignedAs.CHAMPION, recorded_by=by) for one in many],
        open_places={part: [one.name for one in many] for part in SignedAs},
        late="100 working days late",
        newer=sent(of, by, paper, says, 99),
        before=True,
        queries=MANY,
        may=EVERYTHING,
    )


def few_changes() -> Sequence[Difference]:
    return list(differences(tiny_content(), SummaryPaper("Oak", made.DAY, strengths=("Art and music",))))


def many_changes() -> Sequence[Difference]:
    return list(differences(SummaryPaper("Oak", made.DAY), long_summary()))


def distribution(number: int, person: Person) -> Distribution:
    return Distribution(
        id=number, person=person, person_id=person.id, part=list(SentTo)[number % len(SentTo)], at=made.NOW
    )


def query(of: SentPaper, number: int, by: Person, words: str, answer: str = "") -> PaperQuery:
    asked = PaperQuery(
        id=number, sent=of, sent_id=of.id, person=by, person_id=by.id, words=words, at=made.NOW
    )
    asked.answer, asked.version = answer, number
    asked.answered_by, asked.answered_at = (made.KATE, made.NOW) if answer else (None, None)
    return asked
