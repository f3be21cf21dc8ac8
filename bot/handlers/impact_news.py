"""Who hears that the impact of a review is recorded, and what it says when it is sent."""

from collections.abc import Sequence

from bot.cards import impact_news as say
from bot.cards.model import Card
from bot.handlers import governor_news, news
from bot.handlers.impact_access import reads
from bot.handlers.letters import about
from bot.letters import Letter, template
from bot.router import Turn
from bot.rules.impact import may_know
from bot.rules.permissions import Paper
from bot.rules.roles import Role, TeamPart
from storage import consortium, impacts, outbox, reviews, sent_papers, standing
from storage.models import Change, Person, Review

READERS = (TeamPart.LEAD_REVIEWER, TeamPart.CHAMPION)


def slots(review: Review) -> str:
    return f"impact:{review.id}"


def slot(review: Review, person: Person) -> str:
    """The place of the news; it shows whether the record stands."""
    return f"{slots(review)}:{person.id}"


def partnership(turn: Turn, review: Review) -> Sequence[Person]:
    """Five-stage schedule: impact is "shared with the partnership": with all who may read it, and the Lead.

    But for whoever records it; the Management Group where the action plan was released to it.
    """
    session, today = turn.session, turn.today
    plan = sent_papers.latest(session, review.id, Paper.PLAN)
    released = plan is not None and plan.released_at is not None
    lead = news.lead_of(turn, review, but=turn.person)
    people = (
        *news.attending(session, review, READERS, today),
        *governor_news.in_the_chat(turn, review, Paper.PLAN),
        *consortium.people_with(session, Role.OFFICE, today),
        *(consortium.people_with(session, Role.MANAGEMENT, today) if released else ()),
        *((lead,) if lead is not None else ()),
    )
    return list({one.id: one for one in people if one.id != turn.asker.id}.values())


def recorded(turn: Turn, review: Review, change: Change) -> None:
    """News each time that it is recorded anew; a correction shows where it is read."""
    keep_current(turn, review, change, retire=True)
    for person in partnership(turn, review):
        news.tell(turn, person, "impact.recorded", change, slot=slot(review, person))
    news.show_in_channel(turn, review, change)


def taken_back(turn: Turn, review: Review, change: Change) -> None:
    """What stands in a chat says so; whoever has not been told yet hears nothing."""
    keep_current(turn, review, change)
    news.show_in_channel(turn, review, change)


def keep_current(turn: Turn, review: Review, change: Change, *, retire: bool = False) -> None:
    """Of everybody who was ever told, whatever they are to the review by now."""
    found = outbox.to_keep_under(turn.session, slots(review), turn.now)
    people = consortium.people(turn.session, {one for one in found.values() if one is not None})
    for place, number in found.items():
        person = people.get(number) if number else None
        outbox.refresh(turn.session, person, place, key=str(change.id), now=turn.now, retire=retire)


@template("impact.recorded")
def told(letter: Letter) -> Card | None:
    """That it is recorded, to whoever may know; what it says is a click away for those who may read it."""
    review, change = about(letter)
    if review is None or change is None or letter.person is None:
        return None
    mine = standing.parts(letter.session, letter.person, review, letter.today)
    if not may_know(mine):
        return None
    if impacts.stands(impacts.get(letter.session, review.id)) is None:
        latest = reviews.latest_change(letter.session, review.id, impacts.CHANGES)
        return say.taken_back(review, (latest or change).by.name) if letter.stands else None
    if reviews.has_changed_since(letter.session, change, (impacts.RECORDED,)):
        # Taken back and recorded again before anybody was told: the later message tells it.
        return None
    plan = sent_papers.latest(letter.session, review.id, Paper.PLAN)
    return say.recorded(review, change.by.name, reads=reads(mine, plan))
