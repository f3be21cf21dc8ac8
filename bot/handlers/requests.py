"""What somebody asks for in a plain sentence about a review: to move it, to call it off, to see it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.cards import finding as which
from bot.cards import requests as say
from bot.cards.model import Button, Card, go
from bot.handlers import calling_off, finding, moving, news, schedule, suggestions, team
from bot.handlers import reviews as looking
from bot.handlers.access import NOT_LEAD, parts, see
from bot.handlers.home import listed_reviews, my_groups, next_of
from bot.handlers.not_understood import NOT_HERE, every_school, not_understood, raise_if_school
from bot.handlers.schedule_form import schools_of
from bot.language import schools, taking_part
from bot.language.commands import On, Request
from bot.language.dates import Found, Reading, Unsure
from bot.language.leftover import another_thing
from bot.language.names import Exact, Likely, Nobody
from bot.router import Refused, Turn, on
from bot.rules.permissions import Paper, Right, may_manage, rights
from storage import standing, teams
from storage.models import Review

NO_CHANGE = "There is no review at {} that you could change."


@dataclass(frozen=True, slots=True)
class Meant:
    """The review that is meant, and what was said of its day."""

    review: Review
    day: Reading | None
    day_text: str


@on("move.find")
def move(turn: Turn) -> Card:
    found = meant(replace(turn, args={**turn.args, "said": to_which(turn)}), "move")
    return found if isinstance(found, Card) else new_day(turn, found)


def to_which(turn: Turn) -> str:
    """Without the day on which it is: “from the 21st to the 28th”."""
    said = said_in(turn)
    if (found := schools.FROM.search(said)) and On(turn.today, turn.calendar).plain(found[1]):
        return f"{said[: found.start()]} {said[found.end() :]}"
    return said


def new_day(turn: Turn, found: Meant) -> Card:
    """For whoever may move it the form of its move; whoever takes part can suggest the day."""
    mine = parts(turn, found.review)
    said = {"said": found.day_text} if found.day_text else {}
    if may_manage(mine):
        return moving.ask(about(turn, found.review, **said))
    if not mine & suggestions.MAY_SUGGEST:
        raise Refused(not_lead(turn, found.review), see(found.review))
    # Elsewhere than in their own chat the form would go on as if others might answer it.
    return replace(suggestions.ask(about(turn, found.review, move="yes", **said)), private=True)


@on("postpone.find")
def postpone(turn: Turn) -> Card:
    """With a day until which, it is moved there."""
    found = meant(turn, "postpone")
    if isinstance(found, Card):
        return found
    a_day = isinstance(found.day, Found | Unsure) or On(turn.today, turn.calendar).plain(found.day_text)
    if schools.UNTIL.search(said_in(turn)) and a_day:
        return new_day(turn, found)
    managing(turn, found.review)
    return calling_off.ask_postpone(about(turn, found.review))


@on("cancel.find")
def cancel(turn: Turn) -> Card:
    found = meant(turn, "cancel")
    if isinstance(found, Card):
        return found
    managing(turn, found.review)
    return calling_off.ask_cancel(about(turn, found.review))


@on("team.find")
def change_team(turn: Turn) -> Card:
    found = meant(turn, "team", "show")
    if isinstance(found, Card):
        return found
    managing(turn, found.review)
    return team.nothing_yet(about(turn, found.review))


@on("schedule.find")
def book(turn: Turn) -> Card:
    """What may have been meant for something else than a review."""
    known = {one.school.id: (one.school.name,) for one in schools_of(turn)}
    said = taking_part.read(said_in(turn)).rest
    request = schools.read(said, known, today=turn.today, calendar=turn.calendar)
    other = another_thing(said, every_school(turn), known, On(turn.today, turn.calendar))
    if other or not says_something(request):
        return not_understood(turn, said_in(turn), "book")
    return schedule.ask(turn)


@on("review.find")
def find(turn: Turn) -> Card:
    """Of the reviews that this person may see, the one of the school that is named, or the next of theirs."""
    said = said_in(turn)
    if not schools.bare(said):
        return coming(turn)
    found = listed_reviews(turn, my_groups(turn))
    match schools.school_in(said, finding.called(found)):
        case Exact(school):
            return looking.shown(turn, next_of(found, school, turn.today))
        case Likely(likely):
            some = [one for one in found if one.school_id in likely]
            return which.which_review(some, "review.show", "review.find", turn.page, said)
        case _:
            raise_if_school(turn, said, NOT_HERE)
            return not_understood(turn, said)


@on("review.next")
def coming(turn: Turn) -> Card:
    """The next that they take part in, or that is at their school; else the next that they look after."""
    ahead = [
        one
        for one in finding.own_reviews(turn, timedelta(0))
        if not one.postponed_at and rights(parts(turn, one), Paper.STATUS) & {Right.READ, Right.WRITE}
    ]
    own = standing.own_schools(turn.asker, turn.today)
    mine = [one for one in ahead if one.school_id in own or teams.member(one, turn.asker.id)]
    first = next(iter(mine or ahead), None)
    return looking.shown(turn, first) if first else say.none_to_come()


def meant(turn: Turn, verb: str, opens: str = "ask") -> Meant | Card:
    """The only review that it can be, or the question which; one to come is meant before one that was.

    What is not the review itself may be named of its team alone.
    """
    said = said_in(turn)
    own = [one for one in finding.own_reviews(turn, finding.near(turn)) if not teams.is_held(one)]
    if not own:
        raise_if_school(turn, said, NO_CHANGE)
        raise Refused(finding.NONE)
    request = schools.read(said, finding.called(own), today=turn.today, calendar=turn.calendar)
    if isinstance(request.school, Nobody):
        raise_if_school(turn, said, NO_CHANGE)
        if not says_something(request):
            return not_understood(turn, said, verb)
    on, every = On(turn.today, turn.calendar), every_school(turn)
    if verb != "team" and another_thing(said, every, finding.called(own), on):
        return not_understood(turn, said, verb)
    found, unsure = of_school(own, request)
    to_come = [one for one in found if one.day >= turn.today or one.postponed_at]
    for some in (found, to_come):
        if len(some) == 1 and not unsure:
            return Meant(some[0], request.day, request.day_text)
    keep = {"said": request.day_text}
    return which.which_review(found, f"{verb}.{opens}", f"{verb}.find", turn.page, unsure, keep)


def of_school(own: Sequence[Review], request: Request) -> tuple[Sequence[Review], str]:
    """Those of the school that was named; all of them, with what was said, where it is none of theirs."""
    match request.school:
        case Exact(school):
            return [one for one in own if one.school_id == school], ""
        case Likely(likely):
            return [one for one in own if one.school_id in likely], request.school_text
        case None:
            return own, ""
        case _:
            return own, request.school_text


def says_something(request: Request) -> bool:
    """Whether a school or a day was understood, or nothing was said at all."""
    return not isinstance(request.school, Nobody) or isinstance(request.day, Found | Unsure)


def managing(turn: Turn, review: Review) -> None:
    """Whoever may not call it off can often suggest another date."""
    mine = parts(turn, review)
    if not may_manage(mine):
        other = Button("Suggest another date", go("suggest.ask", review=review.id))
        ways_on = (other,) if mine & suggestions.MAY_SUGGEST else ()
        raise Refused(not_lead(turn, review), *ways_on, see(review))


def not_lead(turn: Turn, review: Review) -> str:
    """And who it is."""
    lead = news.lead_of(turn, review)
    return f"{NOT_LEAD} Here that is {lead.name}." if lead else NOT_LEAD


def about(turn: Turn, review: Review, **said: str) -> Turn:
    """The turn as a click on a button of this review would have it."""
    return replace(turn, args={"review": str(review.id), **said})


def said_in(turn: Turn) -> str:
    return turn.args.get("said", "")
