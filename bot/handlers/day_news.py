"""What the review team hears of the timetable of the day, and how it reads when it is sent."""

from collections.abc import Sequence

from bot.cards import day_news as say
from bot.cards.model import Card
from bot.handlers import news
from bot.handlers.day_asked import show_how_it_stands
from bot.handlers.letters import about
from bot.handlers.reading import prepared_by, reading
from bot.letters import Letter, template
from bot.router import Turn
from bot.rules.day import changes
from bot.rules.milestones import Kind
from bot.rules.permissions import Right
from bot.rules.roles import TeamPart
from storage import days, outbox, reviews
from storage.models import Change, Person, Review

SENT_ANEW = ("day_sent", "day_changed", "day_taken_back")


def slot_of(review: Review, person: Person) -> str:
    """The place of the message with the timetable in it, which is kept as the timetable is."""
    return f"day:{review.id}:{person.id}"


def details_slot(review: Review, person: Person) -> str:
    """The key of the message on the morning of the review, and its place."""
    return f"day.details:{review.id}:{review.day.isoformat()}:person:{person.id}"


def show_in_details(turn: Turn, review: Review, change: Change, people: Sequence[Person]) -> None:
    """Have the message of this morning, where it has been written, show the day as it is now."""
    if review.day != turn.today:
        return
    slots = {details_slot(review, person): person for person in people}
    for slot in sorted(outbox.written(turn.session, slots)):
        outbox.refresh(turn.session, slots[slot], slot, key=str(change.id), now=turn.now)


def everyone(turn: Turn, review: Review) -> Sequence[Person]:
    return news.attending(turn.session, review, tuple(TeamPart), turn.today)


def tell_sent(turn: Turn, review: Review, change: Change) -> None:
    """Whoever has the timetable in their chat hears what changed, all others get it whole."""
    people = {slot_of(review, person): person for person in news.review_team(turn, review)}
    standing_there = outbox.standing(turn.session, people)
    kept = outbox.to_keep(turn.session, people, turn.now)
    for slot, person in people.items():
        hears = change.what == "day_changed" and slot in standing_there
        if slot in kept:
            # One that is on its way gives way to the whole that follows it.
            outbox.refresh(turn.session, person, slot, key=str(change.id), now=turn.now, retire=not hears)
        if hears:
            news.tell(turn, person, "day.changed", change)
        else:
            news.tell(turn, person, "day.sent", change, slot=slot)
    show_how_it_stands(turn, review, change)
    show_in_details(turn, review, change, everyone(turn, review))
    news.show_in_channel(turn, review, change)


def tell_taken_back(turn: Turn, review: Review, change: Change) -> None:
    """Those who have it in their chat: a message on its way does not go any more, or does not stay."""
    people = {slot_of(review, person): person for person in news.review_team(turn, review)}
    standing_there = outbox.standing(turn.session, people)
    for slot in outbox.to_keep(turn.session, people, turn.now):
        outbox.refresh(turn.session, people[slot], slot, key=str(change.id), now=turn.now, retire=True)
        if slot in standing_there:
            news.tell(turn, people[slot], "day.taken_back", change)
    show_how_it_stands(turn, review, change)
    show_in_details(turn, review, change, everyone(turn, review))
    news.show_in_channel(turn, review, change)


@template("day.sent")
def sent(letter: Letter) -> Card | None:
    """The whole, as it is by now; of several on their way, the last."""
    review, change = readable(letter)
    if review is None or change is None:
        return None
    kept = days.of_review(letter.session, review.id)
    if kept is None or kept.final_by is None:
        return None
    if not letter.stands and reviews.has_changed_since(letter.session, change, SENT_ANEW):
        return None
    return say.sent(review, kept.final_by.name, days.given(kept))


@template("day.changed")
def changed(letter: Letter) -> Card | None:
    """What this change changed; nothing, where it has been taken back since."""
    review, change = readable(letter)
    if review is None or change is None:
        return None
    if reviews.has_changed_since(letter.session, change, ("day_taken_back",)):
        return None
    now = days.rows_in(change.now)
    return say.changed(review, change.by.name, changes(days.rows_in(change.was), now), now)


@template("day.taken_back")
def taken_back(letter: Letter) -> Card | None:
    review, change = readable(letter)
    if review is None or change is None:
        return None
    if reviews.has_changed_since(letter.session, change, ("day_sent",)):
        return None
    return say.taken_back(review, change.by.name)


def readable(letter: Letter) -> tuple[Review | None, Change | None]:
    """What the message is about, where its reader may still read it and the review is still to take place."""
    review, change = about(letter)
    if review is None or change is None or review.cancelled_at or review.postponed_at:
        return None, None
    return (review, change) if may_read(letter, review) else (None, None)


def may_read(letter: Letter, review: Review) -> bool:
    """Whether the letter's reader may see the timetable of the day by now."""
    return Right.READ in rights_of(letter, review)


def rights_of(letter: Letter, review: Review) -> frozenset[Right]:
    """What the letter's reader may do with the timetable of the day by now."""
    if letter.person is None:
        return frozenset()
    reader = reading(letter, letter.person)
    return prepared_by(reader, review, reader.parts(review), Kind.TIMETABLE)
