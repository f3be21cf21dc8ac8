"""Oak’s summary, sent and corrected, and its action plan, each with a query; every word of them a canary."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from sqlalchemy import update

from bot.cards.model import Go
from bot.documents import drafts
from bot.rules.findings import Strand
from bot.rules.papers import Content
from bot.rules.permissions import Paper
from storage import sent_papers
from storage.database import Sessions
from storage.models import PlanItem, Review, SummaryPoint, TeamMember
from tests.chat import World, buttons, number_of
from tests.conftest import with_sample
from tests.conversation.conftest import CHIDI, MARTIN, PRIYA
from tests.databases import opened
from tests.permissions.paths import Fields
from tests.permissions.prepared import act, prepare
from tests.permissions.table import MARGARET, WHO, become

SENT_AT = datetime(2017, 12, 8, 10, 0, tzinfo=UTC)
# What is not sent: the draft as it is by now.
DRAFT = "canarydraftedlater"
WORDS: Mapping[str, frozenset[str]] = {
    "summary": frozenset({"canarystrength", "canaryarea", "canarycorrected"}),
    "summary query": frozenset({"canarysummaryquery"}),
    "plan": frozenset({"canaryaction", "canarytiming", "canaryowner", "canarycomment"}),
    "plan query": frozenset({"canaryplanquery"}),
}

# As domain.md has it; "released": nothing until the office has released it.
TABLE = """
                                          | summary    | action plan
 head                                     | R, sign    | R, sign
 joint head                               | R, sign    | R, sign
 whom the head has asked to see to it     | –          | –
 lead reviewer                            | W          | R
 reviewer                                 | R          | –
 champion                                 | R          | W
 Lead of that group                       | S          | S
 deputy of the Lead                       | S          | S
 other head of the group                  | –          | –
 Lead of another group                    | –          | –
 reviewer of another group                | –          | –
 management                               | released   | released
 Consortium Office                        | R, forward | R, forward
 governor of the school                   | R, sign    | R, sign
 governor of another school               | –          | –
 reviewer of the school, not in this team | –          | –
 head who has been replaced               | –          | –
 reviewer who has been replaced           | –          | –
 champion who has been replaced           | –          | –
 reviewer who has left                    | –          | –
 head who has left                        | –          | –
 whom the head had asked, who has left    | –          | –
 guest in the chat                        | –          | –
 anyone not in the roster                 | –          | –
"""


def cells() -> Mapping[str, tuple[str, str]]:
    _, *lines = (line.split("|") for line in TABLE.strip("\n").splitlines())
    return {row.strip(): (summary.strip(), plan.strip()) for row, summary, plan in lines}


CELLS = cells()
READ = frozenset({"R", "R, sign", "W", "R, forward"})
SIGN, WRITE, FORWARD = frozenset({"R, sign"}), frozenset({"W"}), frozenset({"R, forward"})
NOBODY: frozenset[str] = frozenset()
HEADS, ASKER = frozenset({"head", "joint head"}), frozenset({"head"})
GOVERNOR, WRITERS = frozenset({"governor of the school"}), frozenset({"lead reviewer", "champion"})


@dataclass(frozen=True)
class SentPath:
    """A way to a paper, for those with one of these cells and for these rows of the table.

    `writes`: it changes something; `of`: of those who may, only for these rows. `first`: what the office
    does before. `released`: it is the Management Group’s too, once the paper is released.
    """

    token: str
    paper: str
    cells: frozenset[str] = frozenset()
    rows: frozenset[str] = frozenset()
    fields: Fields = field(default_factory=dict)
    writes: bool = False
    of: frozenset[str] = frozenset()
    first: tuple[str, Fields] | None = None
    released: bool = False

    @property
    def route(self) -> str:
        return Go.parse(self.token).route


def writes(token: str, paper: str, cells: frozenset[str], **fields: str) -> SentPath:
    return SentPath(token, paper, cells, fields=fields, writes=True)


def of_paper(paper: str, sent: int, query: int, was: int) -> tuple[SentPath, ...]:
    """All ways to its newest version, which Priya has a query about and has not signed."""
    sends = f"paper.send?review=1&paper={paper}&was={was}&shown={{mark_{paper}}}"
    withdraw = writes(f"paper.withdraw?sent={sent}", paper, SIGN | WRITE)
    change = writes(f"paper.queried?sent={sent}&query={query}&version=1", paper, NOBODY, words="Which?")
    drop = writes(f"paper.drop_query?query={query}&version=1", paper, NOBODY)
    return (
        SentPath(f"paper.show?sent={sent}", paper, READ, released=True),
        SentPath(f"paper.show?sent={sent}&page=1", paper, READ, released=True),
        SentPath(f"paper.queries?sent={sent}", paper, READ),
        SentPath(f"paper.received?sent={sent}", paper, WRITE | FORWARD, HEADS),
        SentPath(f"paper.preview?review=1&paper={paper}", paper, WRITE),
        SentPath(f"paper.query?sent={sent}", paper, SIGN | WRITE),
        SentPath(f"paper.query?sent={sent}&query={query}", paper, NOBODY, ASKER),
        SentPath(f"paper.answer?query={query}", paper, WRITE),
        SentPath(f"paper.record_signature?sent={sent}", paper, FORWARD),
        writes(sends, paper, WRITE),
        replace(writes(f"paper.sign?sent={sent}", paper, SIGN | WRITE), of=HEADS | GOVERNOR),
        replace(withdraw, of=WRITERS),
        writes(f"paper.queried?sent={sent}", paper, SIGN | WRITE, words="Which books?"),
        replace(change, rows=ASKER),
        replace(drop, rows=ASKER),
        writes(f"paper.answer_query?query={query}&version=1", paper, WRITE, answer="All of them"),
        writes(f"paper.recorded?sent={sent}", paper, FORWARD, who=ON_PAPER),
        writes(f"paper.release?sent={sent}", paper, FORWARD),
        replace(writes(f"governor.link?sent={sent}", paper, FORWARD), rows=HEADS),
        replace(writes(f"governor.renew?sent={sent}&was=0&person={{margaret}}", paper, FORWARD), rows=HEADS),
    )


ON_PAPER = "governor:{margaret}"
REMOVE = writes("paper.remove_signature?sent=2&person={margaret}", "summary", FORWARD)
TAKE_BACK = writes("paper.unrelease?sent=2", "summary", FORWARD)
SENT = (
    *of_paper("summary", sent=2, query=1, was=2),
    *of_paper("plan", sent=3, query=2, was=1),
    SentPath("paper.show?sent=1", "summary", READ),
    SentPath("paper.changes?sent=2", "summary", READ),
    SentPath("papers.show?review=1", "summary", READ | {"S", "released"}),
    replace(REMOVE, first=("paper.recorded?sent=2", {"who": ON_PAPER})),
    replace(TAKE_BACK, first=("paper.release?sent=2", {})),
)
SENT_ROUTES = {path.route for path in SENT}


def may(row: str, path: SentPath, *, released: bool = False) -> bool:
    cell = CELLS[row][path.paper == "plan"]
    return cell in path.cells or row in path.rows or (cell == "released" and released and path.released)


def sees(row: str, *, released: bool = False) -> set[str]:
    """Those of the canaries that the table shows to them; the draft is for those who write it."""
    found: set[str] = set()
    for paper, cell in zip(("summary", "plan"), CELLS[row], strict=True):
        if cell in READ or (cell == "released" and released):
            found |= WORDS[paper]
        if cell in READ:
            found |= WORDS[f"{paper} query"]
    if released and "released" in CELLS[row]:
        # Of the summary the version that was released, not the one before.
        found -= {"canaryarea"}
    return found | ({DRAFT} if "W" in CELLS[row] else set())


def sent(url: str) -> None:
    with_sample(url)
    with opened(url) as sessions:
        play(World(sessions))


def play(world: World) -> None:
    prepare(world)
    world.now, sessions = SENT_AT, world.sessions
    put(sessions, Strand.STRENGTH, "canarystrength")
    put(sessions, Strand.DEVELOPMENT, "canaryarea")
    put_action(sessions, "canaryaction")
    send(world, MARTIN, "summary")
    with sessions.begin() as session:
        of_area = SummaryPoint.text == "canaryarea"
        session.execute(update(SummaryPoint).where(of_area).values(text="canarycorrected"))
    send(world, MARTIN, "summary")
    send(world, CHIDI, "plan")
    act(world, PRIYA, "paper.queried?sent=2", words="canarysummaryquery")
    act(world, PRIYA, "paper.queried?sent=3", words="canaryplanquery")
    world.send_waiting()
    put(sessions, Strand.STRENGTH, DRAFT)
    put_action(sessions, DRAFT)


def send(world: World, by: str, paper: str) -> None:
    preview = world.person(by).ask(Go.parse(f"paper.preview?review=1&paper={paper}"), {})
    [button] = [one for one in buttons(preview) if one.label == "Sign and send"]
    act(world, by, str(button.to))


def put(sessions: Sessions, strand: Strand, text: str) -> None:
    with sessions.begin() as session:
        by = int(number_of(session, MARTIN))
        session.add(SummaryPoint(review_id=1, strand=strand, position=1, text=text, by_id=by, at=SENT_AT))


def put_action(sessions: Sessions, action: str) -> None:
    with sessions.begin() as session:
        by = int(number_of(session, CHIDI))
        item = PlanItem(review_id=1, position=1, action=action, by_id=by, at=SENT_AT, support="a")
        if action != DRAFT:
            item.owner, item.timing, item.comments = "canaryowner", "canarytiming", "canarycomment"
        session.add(item)


def now_is(row: str, sessions: Sessions) -> str:
    """Make somebody what the row says; a review that was held keeps its team, but for whoever leaves."""
    if "replaced" in row and "head" not in row:
        with sessions.begin() as session:
            person = int(number_of(session, WHO[row]))
            session.execute(update(TeamMember).where(TeamMember.person_id == person).values(ended_at=SENT_AT))
        return WHO[row]
    return become(row, sessions)


def ids(sessions: Sessions) -> Mapping[str, str]:
    with sessions() as session:
        review = session.get_one(Review, 1)
        contents: Mapping[str, Content] = {
            "summary": drafts.summary(session, review),
            "plan": drafts.plan(session, review),
        }
        marks = {f"mark_{one}": sent_papers.mark(Paper(one), content) for one, content in contents.items()}
        return {**marks, "margaret": number_of(session, MARGARET)}


def fitted(path: SentPath, known: Mapping[str, str]) -> tuple[str, Fields]:
    fields = {name: value.format_map(known) for name, value in path.fields.items()}
    return path.token.format_map(known), fields
