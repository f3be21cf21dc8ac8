"""What follows a change of the pack, and what the review team is told about it."""

from bot.cards import pack_news as say
from bot.cards.model import Card
from bot.handlers import news
from bot.handlers.letters import about
from bot.letters import Letter, template
from bot.router import Turn
from bot.rules.milestones import Kind
from bot.rules.roles import REVIEW_TEAM
from storage import milestones, outbox, packs, reviews, standing, teams
from storage.booking import By
from storage.models import Change, Person, Review


def settle(turn: Turn, review: Review) -> bool:
    """Whether the pack has become complete now; then the review team is told, and who left it to somebody."""
    calendar = turn.directory.calendar(review.school_id)
    change = packs.settle(turn.session, review, calendar, turn.policy, By(turn.person, turn.now))
    if change is None:
        return False
    if change.what == packs.COMPLETE:
        for person in news.review_team(turn, review):
            news.tell(turn, person, "pack.complete", change)
        tell_heads(turn, review, change)
        if milestones.of(review, Kind.PACK).longer_until:
            refresh_longer(turn, review, change)
    news.show_in_channel(turn, review, change)
    return change.what == packs.COMPLETE


def tell_heads(turn: Turn, review: Review, change: Change) -> None:
    """Of what somebody else at the school has done for them."""
    if review.school_id not in standing.headed_schools(turn.asker, turn.today):
        for head in news.heads(turn, review):
            news.tell(turn, head, "pack.completed", change)


def longer_slot(review: Review, person: Person) -> str:
    """The place of the word that the paperwork needs longer; it is kept as the date is."""
    return f"longer:{Kind.PACK}:{review.id}:{person.id}"


def tell_longer(turn: Turn, review: Review, change: Change) -> None:
    """That a date is given at all is news; what stands of an earlier one gives way to it."""
    people = {longer_slot(review, person): person for person in news.review_team(turn, review)}
    for slot in outbox.to_keep(turn.session, people, turn.now):
        outbox.refresh(turn.session, people[slot], slot, key=str(change.id), now=turn.now, retire=True)
    for slot, person in people.items():
        news.tell(turn, person, "pack.longer", change, slot=slot)


def refresh_longer(turn: Turn, review: Review, change: Change) -> None:
    for person in news.review_team(turn, review):
        slot = longer_slot(review, person)
        outbox.refresh(turn.session, person, slot, key=str(change.id), now=turn.now)


@template("pack.complete")
def complete(letter: Letter) -> Card | None:
    """Nothing, where something was taken out again meanwhile: they are told once it is complete anew."""
    review, change = about(letter)
    if review is None or change is None or review.cancelled_at or not takes_part(letter, review):
        return None
    return say.complete(review, change.by.name) if is_latest(letter, change) else None


@template("pack.completed")
def completed(letter: Letter) -> Card | None:
    """To the headteachers, when somebody whom they asked has done it."""
    review, change = about(letter)
    if review is None or change is None or review.cancelled_at or letter.person is None:
        return None
    heads = review.school_id in standing.headed_schools(letter.person, letter.today)
    return say.completed(review, change.by.name) if heads and is_latest(letter, change) else None


def is_latest(letter: Letter, change: Change) -> bool:
    return not reviews.has_changed_since(letter.session, change, (packs.COMPLETE, packs.OPEN))


@template("pack.longer")
def longer(letter: Letter) -> Card | None:
    """As the date is by now; nothing, where there is nothing more to wait for."""
    review, change = about(letter)
    if review is None or change is None or not takes_part(letter, review):
        return None
    row = milestones.of(review, Kind.PACK)
    if review.cancelled_at or review.postponed_at or row.done_at:
        return None
    until = milestones.longer(row, review.day)
    if until is None or row.longer_by is None:
        return say.no_longer(review, row.due) if letter.stands else None
    return say.needs_longer(review, row.longer_by.name, until, row.longer_why)


def takes_part(letter: Letter, review: Review) -> bool:
    """Whether this person still reviews: over night they may have been replaced, or made a champion."""
    member = teams.member(review, letter.person.id) if letter.person else None
    return member is not None and member.part in REVIEW_TEAM
