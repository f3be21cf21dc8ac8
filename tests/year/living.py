"""The year of `facts.py` lived by the bot: each thing done through its cards, and what it sends read back."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.cards.model import Card, Go
from bot.handlers import mornings
from bot.platforms.playground.room import PLATFORM, WORKSPACE
from bot.rules.pack import asked
from storage.addresses import Address
from storage.database import Sessions
from storage.models import (
    ChatIdentity,
    Meeting,
    Person,
    PlanItem,
    Reminder,
    Review,
    School,
    TeamMember,
)
from storage.roster import SAMPLE, import_file
from tests.chat import Post, Room, World, buttons
from tests.permissions.acting import act
from tests.year.facts import LEILA_LEAVES, PRIYA_LEAVES, Did, Visit, happenings

LONDON = ZoneInfo("Europe/London")
TOM = """    email: tom.garrod@oak.example
    reviewer: oak
"""
ACTING = f"{TOM}    headteacher: {{school: oak, as: acting, from: {PRIYA_LEAVES}}}\n"
# Who is in the roster no longer, from when on.
LEAVERS = {PRIYA_LEAVES: "Priya Nair", LEILA_LEAVES: "Leila Haddad"}


def utc(london: datetime) -> datetime:
    return london.replace(tzinfo=LONDON).astimezone(UTC)


def rosters(folder: Path) -> Iterator[tuple[date, Path]]:
    """The rosters that the office imports in the year, and when."""
    text = SAMPLE.read_text().replace(TOM, ACTING)
    for day, name in LEAVERS.items():
        entries = text.split("\n  - name: ")
        text = "\n  - name: ".join(one for one in entries if not one.startswith(f"{name}\n"))
        file = folder / f"{day}.yaml"
        file.write_text(text)
        yield day, file


def settle(sessions: Sessions, file: Path, today: date) -> None:
    """An import, after which everyone has an account in the room."""
    assert import_file(sessions, file, today).mistakes == ()
    with sessions.begin() as session:
        known = set(session.scalars(select(ChatIdentity.user)))
        session.add_all(
            ChatIdentity(person_id=one.id, platform=PLATFORM, workspace=WORKSPACE, user=one.email)
            for one in session.scalars(select(Person))
            if one.email not in known
        )


class QuietRoom(Room):
    """Takes what is sent without drawing it for every surface, which hundreds of cards take long for."""

    async def send(self, to: Address, card: Card, key: str = "") -> str:
        self.posts.append(Post(to, card))
        return str(len(self.posts) - 1)

    async def update(self, to: Address, ref: str, card: Card) -> None:
        self.posts[int(ref)].card = card


@dataclass
class Living:
    """Time goes by; what is to be done by then is done at its time."""

    world: World
    folder: Path
    reviews: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.to_do = list(happenings())
        self.imports = list(rosters(self.folder))
        with self.world.sessions() as session:
            people = session.scalars(select(Person)).all()
            self.emails = {one.email.split("@")[0]: one.email for one in people}
            self.names = {one.email.split("@")[0]: one.name for one in people}
            self.numbers = {one.email.split("@")[0]: str(one.id) for one in people}

    def until(self, now: datetime) -> None:
        """Everything that people do by that moment."""
        while self.imports and self.imports[0][0] <= now.date():
            day, file = self.imports.pop(0)
            settle(self.world.sessions, file, day)
        while self.to_do and self.to_do[0][1].at <= now:
            visit, one = self.to_do.pop(0)
            self.world.now = utc(one.at)
            WAYS[one.what](self, visit, one)
            self.world.send_waiting()
        self.world.now = utc(now)

    def tick(self) -> None:
        with self.world.sessions.begin() as session:
            mornings.tick(session, self.world.now)
        self.world.send_waiting()

    def act(self, one: Did, visit: Visit, token: str, /, **fields: str) -> None:
        number = self.reviews[visit.school]
        act(self.world, self.emails[one.who], token.format(review=f"review={number}"), **fields)

    def book(self, visit: Visit, one: Did) -> None:
        with self.world.sessions() as session:
            school = session.scalars(select(School.id).where(School.key == visit.school)).one()
        form: dict[str, str | tuple[str, ...]] = {
            "school": str(school),
            "day": visit.day.isoformat(),
            "lead_reviewer": self.numbers[visit.lead],
            "reviewers": tuple(self.numbers[who] for who in visit.reviewers),
            "champions": tuple(self.numbers[who] for who in visit.champions),
            "note": "",
        }
        self.press(one, "schedule.check", "Book it", form)
        with self.world.sessions() as session:
            self.reviews[visit.school] = session.scalars(
                select(Review.id).where(Review.school_id == school)
            ).one()

    def press(self, one: Did, token: str, label: str, form: dict[str, str | tuple[str, ...]]) -> None:
        email = self.emails[one.who]
        card = self.world.person(email).ask(Go.parse(token), form)
        pressed = [button for button in buttons(card) if button.label == label]
        assert len(pressed) == 1, (one, card)
        act(self.world, email, str(pressed[0].to))

    def answers(self, visit: Visit, one: Did) -> None:
        routes = {"accepts": "answer.accept", "declines": "answer.declined", "confirms": "date.confirm"}
        with self.world.sessions() as session:
            day = session.get_one(Review, self.reviews[visit.school]).day
        self.act(one, visit, f"{routes[one.what]}?{{review}}&day={day}", reason="")

    def move(self, visit: Visit, one: Did) -> None:
        number = self.reviews[visit.school]
        with self.world.sessions() as session:
            version = session.get_one(Review, number).version
        form: dict[str, str | tuple[str, ...]] = {"day": one.more, "reason": ""}
        self.press(one, f"move.check?review={number}&version={version}", "Move it", form)

    def replace(self, visit: Visit, one: Did) -> None:
        old, new = one.more.split()
        place = (TeamMember.review_id == self.reviews[visit.school], Person.email == self.emails[old])
        with self.world.sessions() as session:
            member = session.scalars(select(TeamMember.id).join(TeamMember.person).where(*place)).one()
        self.act(one, visit, f"team.replaced?{{review}}&member={member}", person=self.names[new])

    def cancel(self, visit: Visit, one: Did) -> None:
        with self.world.sessions() as session:
            day = session.get_one(Review, self.reviews[visit.school]).day
        self.act(one, visit, f"cancel.do?{{review}}&day={day}", reason="Illness")

    def send_pack(self, visit: Visit, one: Did) -> None:
        for item in asked(church_school=visit.school == "st-annes"):
            self.act(one, visit, f"pack.skip?{{review}}&item={item}&version=0", reason="Not this year")

    def meet(self, visit: Visit, one: Did) -> None:
        with self.world.sessions() as session:
            kept = select(Meeting.version).where(Meeting.review_id == self.reviews[visit.school])
            version = session.scalar(kept) or 0
        said = {"day": f"{one.at:%Y-%m-%d}", "others": "Everyone"}
        self.act(one, visit, f"meeting.recorded?{{review}}&version={version}", **said)

    def send_timetable(self, visit: Visit, one: Did) -> None:
        self.act(one, visit, "day.save?{review}&version=0", rows="9.15 Phonics")

    def send_summary(self, visit: Visit, one: Did) -> None:
        self.act(one, visit, "summary.add?{review}", strengths="Phonics", areas="Talk about books")
        self.send(visit, one, "summary")

    def send_plan(self, visit: Visit, one: Did) -> None:
        lines = [f"{row.text} | {row.due:%-d %b %Y} | {row.owner}" for row in visit.actions]
        self.act(one, visit, "plan.add?{review}", actions="\n".join(lines) or "Go on as before")
        self.send(visit, one, "plan")

    def send_audit(self, visit: Visit, one: Did) -> None:
        self.send(visit, one, "audit")

    def send(self, visit: Visit, one: Did, paper: str) -> None:
        email, number = self.emails[one.who], self.reviews[visit.school]
        preview = self.world.person(email).ask(Go.parse(f"paper.preview?review={number}&paper={paper}"), {})
        sends = [button for button in buttons(preview) if button.to.route == "paper.send"]
        assert len(sends) == 1, (one, preview)
        act(self.world, email, str(sends[0].to))

    def choose(self, visit: Visit, one: Did) -> None:
        self.act(one, visit, f"workshop.choose?{{review}}&day={one.more}&since=0")

    def fill_in(self, visit: Visit, one: Did) -> None:
        """All that is theirs to fill in."""
        champion = one.who in visit.champions
        words = {"visit": "In the summer"} if champion else {"key_areas": "Reading", "activities": "Lessons"}
        self.act(one, visit, "audit.write?{review}&version=0.0", **words)

    def action(self, visit: Visit, one: Did) -> None:
        number, *day = one.more.split()
        with self.world.sessions() as session:
            items = select(PlanItem).where(PlanItem.review_id == self.reviews[visit.school])
            item = session.scalars(items.order_by(PlanItem.position)).all()[int(number) - 1]
        if day:
            self.act(one, visit, f"action.move?item={item.id}&was={item.due}", day=day[0])
        else:
            self.act(one, visit, f"action.done?item={item.id}")

    def put_off(self, visit: Visit, one: Did) -> None:
        self.act(one, visit, f"nudge.later?day={one.at:%Y-%m-%d}&choice={one.more}")

    def end(self, visit: Visit, one: Did) -> None:
        route = {"says_done": "nudge.done", "not_mine": "nudge.not_mine"}[one.what]
        with self.world.sessions() as session:
            found = reminded_of(session, self.reviews[visit.school], int(self.numbers[one.who]), one.more)
        self.act(one, visit, f"{route}?reminder={found}")


def reminded_of(session: Session, review: int, person: int, matter: str) -> int:
    rows = session.scalars(select(Reminder).filter_by(review_id=review, person_id=person))
    return max(row.id for row in rows if row.matter.startswith(f"{matter}:"))


WAYS: Mapping[str, Callable[[Living, Visit, Did], None]] = {
    "books": Living.book,
    "accepts": Living.answers,
    "declines": Living.answers,
    "confirms": Living.answers,
    "moves": Living.move,
    "replaces": Living.replace,
    "cancels": Living.cancel,
    "sends_pack": Living.send_pack,
    "meets": Living.meet,
    "sends_timetable": Living.send_timetable,
    "sends_summary": Living.send_summary,
    "sends_plan": Living.send_plan,
    "sends_audit": Living.send_audit,
    "chooses": Living.choose,
    "fills_in": Living.fill_in,
    "finishes": Living.action,
    "shifts": Living.action,
    "puts_off": Living.put_off,
    "says_done": Living.end,
    "not_mine": Living.end,
}
