"""What follows a change of the pack, and what the review team is told about it."""

from datetime import date

from bot.cards import pack_news as say
from bot.cards.model import Card
from bot.handlers import news
from bot.handlers.letters import about
from bot.letters import Letter, template
from bot.router import Turn
from bot.rules.roles import REVIEW_TEAM
from storage import packs, reviews, teams
from storage.booking import By
from storage.models import Review


def settle(turn: Turn, review: Review) -> None:
    """Whether the pack is complete now; when it has become so, the review team is told."""
    calendar = turn.directory.calendar(review.school_id)
    change = packs.settle(turn.session, review, calendar, turn.policy, By(turn.person, turn.now))
    if change is None:
        return
    if change.what == packs.COMPLETE:
        for person in news.review_team(turn, review):
            news.tell(turn, person, "pack.complete", change)
    news.show_in_channel(turn, review, change)


@template("pack.complete")
def complete(letter: Letter) -> Card | None:
    """Nothing, where something was taken out again meanwhile: they are told once it is complete anew."""
    review, change = about(letter)
    if review is None or change is None or review.cancelled_at or not takes_part(letter, review):
        return None
    newer = reviews.has_changed_since(letter.session, change, (packs.COMPLETE, packs.OPEN))
    return None if newer else say.complete(review, change.by.name)


@template("pack.longer")
def longer(letter: Letter) -> Card | None:
    """Only the last word on it."""
    review, change = about(letter)
    later = ("longer", "not_longer", packs.COMPLETE, "cancelled", "postponed", "moved")
    if review is None or change is None or not takes_part(letter, review):
        return None
    if reviews.has_changed_since(letter.session, change, later):
        return None
    until = date.fromisoformat(change.now["until"])
    return say.needs_longer(review, change.by.name, until, change.now["why"])


def takes_part(letter: Letter, review: Review) -> bool:
    """Whether this person still reviews: over night they may have been replaced, or made a champion."""
    member = teams.member(review, letter.person.id) if letter.person else None
    return member is not None and member.part in REVIEW_TEAM
