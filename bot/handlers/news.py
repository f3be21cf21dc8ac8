"""Who hears what, when a review changes: messages written with the change that they report."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta

from sqlalchemy.orm import Session

from bot.router import Turn
from bot.rules.hours import Urgency
from bot.rules.milestones import Kind
from bot.rules.roles import REVIEW_TEAM, Answer, Role, TeamPart
from storage import consortium, outbox, standing, teams
from storage.models import Change, Group, Person, Review, TeamMember

SOON = timedelta(days=1)


def tell(
    turn: Turn,
    to: Person | Group,
    template: str,
    change: Change,
    *,
    slot: str = "",
    urgency: Urgency = Urgency.NEWS,
    **args: int | str,
) -> None:
    """Write one message. Its key names the change: the same date twice over is news both times."""
    kind = "group" if isinstance(to, Group) else "person"
    key = f"{template}:{change.id}:{kind}:{to.id}"
    news = outbox.News(template, {"change": change.id, **args}, key, slot, urgency)
    outbox.tell(turn.session, to, news, now=turn.now, calendar=turn.calendar)


def heads(turn: Turn, review: Review) -> Sequence[Person]:
    return heads_of(turn, review.school_id)


def heads_of(turn: Turn, school_id: int) -> Sequence[Person]:
    return heads_at(turn.session, school_id, turn.today)


def heads_at(session: Session, school_id: int, today: date) -> Sequence[Person]:
    return consortium.people_with(session, Role.HEAD, today, school_id=school_id)


def lead_of(turn: Turn, review: Review, *, but: Person | None = None) -> Person | None:
    """Who leads the group as far as this review goes: the Lead, else the deputy, else the office.

    Whoever heads the reviewed school is passed over, and so is `but`; a Lead all the same where nobody
    else is there.
    """
    leads = consortium.people_with(turn.session, Role.LEAD, turn.today, group_id=review.group_id)
    own = {head.id for head in heads(turn, review)} | ({but.id} if but else set())
    free = [person for person in leads if person.id not in own]
    if free:
        return free[0]
    office = consortium.people_with(turn.session, Role.OFFICE, turn.today)
    others = [person for person in (*office, *leads) if but is None or person.id != but.id]
    return next(iter(others), None)


def tell_lead(
    turn: Turn, review: Review, template: str, change: Change, *, slot: str = "", member: int = 0
) -> None:
    """Tell whoever leads of what somebody did; never of what they did themselves."""
    lead = lead_of(turn, review, but=turn.person)
    if lead is not None:
        tell(turn, lead, template, change, slot=slot, review=review.id, member=member)


def tell_lead_if_other(turn: Turn, review: Review, change: Change) -> None:
    """The Lead hears what the deputy or the office has changed."""
    lead = lead_of(turn, review)
    if lead is not None and lead.id != turn.asker.id:
        tell(turn, lead, "lead.changed", change, review=review.id)


def gap_slot(place: TeamMember) -> str:
    """The place of the request to find someone for a place in the team."""
    return f"gap:{place.id}"


def refresh_gap(turn: Turn, review: Review, place: TeamMember, change: Change) -> None:
    """Have a request to find someone show whether it still stands."""
    lead = lead_of(turn, review, but=place.person)
    outbox.refresh(turn.session, lead, gap_slot(place), key=str(change.id), now=turn.now)


def everyone(turn: Turn, review: Review) -> Iterable[Person]:
    """All who take part and have not left: the headteacher and the team, each once."""
    people = (*heads(turn, review), *(member.person for member in teams.present(review)))
    here = (person for person in people if not consortium.has_left(person, turn.today))
    return {person.id: person for person in here}.values()


def review_team(turn: Turn, review: Review) -> Sequence[Person]:
    """The lead reviewer and the reviewers who are coming, but for whoever acts."""
    team = teams.coming(review, REVIEW_TEAM, turn.today)
    return [person for person in team if person.id != turn.asker.id]


def attending(session: Session, review: Review, parts: Collection[TeamPart], today: date) -> Sequence[Person]:
    """The headteachers, and those with one of these parts who are coming, each once; `today` is London's."""
    heads = consortium.people_with(session, Role.HEAD, today, school_id=review.school_id)
    people = (*heads, *teams.coming(review, parts, today))
    return list({person.id: person for person in people}.values())


def ask_slot(review: Review, person: Person) -> str:
    """The place of the question whether the date suits; it is updated with the answer."""
    return f"ask:{review.id}:{person.id}"


def handed_slot(review: Review, part: Kind, person: Person) -> str:
    """The place of the question to see to a part that was handed over; it is updated when that is over."""
    return f"handed:{part.value}:{review.id}:{person.id}"


def channel_slot(review: Review) -> str:
    return f"review:{review.id}"


def ask(turn: Turn, review: Review, person: Person, change: Change, urgency: Urgency = Urgency.NEWS) -> None:
    """Ask whether the date suits; an earlier question about another date is marked as out of date."""
    slot = ask_slot(review, person)
    outbox.refresh(turn.session, person, slot, key=str(change.id), now=turn.now, retire=True)
    tell(turn, person, "review.ask", change, slot=slot, urgency=urgency, review=review.id)


def show_in_channel(turn: Turn, review: Review, change: Change) -> None:
    """The group's one card about this review, posted once and updated from then on."""
    if change.what == "booked":
        tell(turn, review.group, "review.card", change, slot=channel_slot(review), review=review.id)
    else:
        outbox.refresh(turn.session, review.group, channel_slot(review), key=str(change.id), now=turn.now)


def show_answer(turn: Turn, review: Review, person: Person, change: Change) -> None:
    """Have the question in the person's chat, and the channel's card, show what was answered."""
    refresh_question(turn, review, person, change)
    show_in_channel(turn, review, change)


def refresh_question(turn: Turn, review: Review, person: Person, change: Change) -> None:
    """Have the question in the person's chat, if there is one, show how things are now."""
    outbox.refresh(turn.session, person, ask_slot(review, person), key=str(change.id), now=turn.now)


def suggestion_slot(suggestion_id: int) -> str:
    """The place of the question to the Lead whether to use a date."""
    return f"suggestion:{suggestion_id}"


def refresh_suggestion(turn: Turn, review: Review, suggestion_id: int, change: Change) -> None:
    """Have the question to the Lead, wherever it was put, show what was decided."""
    slot, lead = suggestion_slot(suggestion_id), lead_of(turn, review)
    outbox.refresh(turn.session, lead, slot, key=str(change.id), now=turn.now)


def how_urgent(turn: Turn, *days: date) -> Urgency:
    """What concerns today or tomorrow goes out at once, whatever the hour."""
    soon = any(turn.today <= day <= turn.today + SOON for day in days)
    return Urgency.URGENT if soon else Urgency.NEWS


def ask_everyone(turn: Turn, review: Review, change: Change, urgency: Urgency = Urgency.NEWS) -> int:
    """Ask all who take part whether the date suits; how many of the team were asked.

    Whoever made the change is not written to; whoever agrees to the date already is told of a move only.
    """
    asked = 0
    for person in everyone(turn, review):
        if not agrees(turn, review, person):
            ask(turn, review, person, change, urgency)
            asked += teams.member(review, person.id) is not None
            continue
        refresh_question(turn, review, person, change)
        if person.id == turn.asker.id:
            continue
        if change.what == "booked":
            ask(turn, review, person, change, urgency)
        else:
            tell(turn, person, "review.moved", change, urgency=urgency)
    return asked


def agrees(turn: Turn, review: Review, person: Person) -> bool:
    """Whether the date is this person's own, or they have said that it suits."""
    place = teams.member(review, person.id)
    accepted = place is None or place.answer is Answer.ACCEPTED
    return accepted and not (review.confirmed_at is None and is_head(turn, review, person))


def has_to_answer(turn: Turn, review: Review, person: Person) -> bool:
    """Whether this person has been asked and has said neither yes nor no."""
    place = teams.member(review, person.id)
    waiting = place is not None and place.answer is Answer.WAITING
    return waiting or (review.confirmed_at is None and is_head(turn, review, person))


def is_head(turn: Turn, review: Review, person: Person) -> bool:
    return review.school_id in standing.headed_schools(turn.directory.people[person.id], turn.today)


def refresh_questions(turn: Turn, review: Review, change: Change) -> None:
    """Have every question that stands show the team and the note as they are now."""
    for person in everyone(turn, review):
        refresh_question(turn, review, person, change)
