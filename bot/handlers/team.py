"""The team of a review changes: the Lead or the office replaces, adds or takes out."""

from bot.cards import remarks as wording
from bot.cards import team as say
from bot.cards.common import DAMAGED
from bot.cards.model import Card, OptionGroup
from bot.handlers import news
from bot.handlers.access import going_ahead, managed, see, to_come
from bot.handlers.choices import Candidate, candidates, may_champion, may_review, people_groups
from bot.handlers.naming import person_meant
from bot.handlers.proposals import Diary, as_proposal
from bot.router import Refused, Turn, on
from bot.rules.checks import BookedElsewhere, OwnSchool, Remark, SameFederation, SameWeek, team_remarks
from bot.rules.roles import Answer, TeamPart
from storage import booking, teams
from storage.booking import By
from storage.models import Change, Person, Review, TeamMember

NOT_THERE = "That person is no longer in this team, so nothing was changed."


@on("team.show")
def show(turn: Turn) -> Card:
    return say.show(changeable(turn), page=turn.page)


def nothing_yet(turn: Turn) -> Card:
    """In answer to a change that was asked for in words."""
    return say.show(changeable(turn), say.NOTHING_YET)


@on("team.replace")
def replace(turn: Turn) -> Card:
    review = changeable(turn)
    place = place_in(turn, review)
    return say.choose(review, place.part, offered(turn, review, place.part), place=place)


@on("team.replaced")
def replaced(turn: Turn) -> Card:
    review = changeable(turn)
    place = place_in(turn, review)
    person, error = chosen(turn, review, place.part)
    if person is None:
        groups = offered(turn, review, place.part)
        return say.choose(review, place.part, groups, place=place, value=named(turn), error=error)
    change = booking.replace(turn.session, review, place, person, By(turn.person, turn.now))
    thank(turn, review, place, change)
    return welcome(turn, review, person, change)


@on("team.add")
def add(turn: Turn) -> Card:
    review, part = changeable(turn), part_in(turn)
    return say.choose(review, part, offered(turn, review, part))


@on("team.added")
def added(turn: Turn) -> Card:
    review, part = changeable(turn), part_in(turn)
    person, error = chosen(turn, review, part)
    if person is None:
        return say.choose(review, part, offered(turn, review, part), value=named(turn), error=error)
    change = booking.add_member(turn.session, review, person, part, By(turn.person, turn.now))
    return welcome(turn, review, person, change)


@on("team.remove")
def remove(turn: Turn) -> Card:
    review = changeable(turn)
    place = removable(turn, review)
    change = booking.remove_member(turn.session, review, place, By(turn.person, turn.now))
    thank(turn, review, place, change)
    settle(turn, review, change)
    news.show_in_channel(turn, review, change)
    return say.show(review, say.taken_out(place.person.name), known_about(turn, review))


def welcome(turn: Turn, review: Review, person: Person, change: Change) -> Card:
    """Ask the new person; whoever names themselves has accepted."""
    if person.id == turn.asker.id:
        place = teams.member(review, person.id)
        if place is not None:
            teams.answered(place, Answer.ACCEPTED, turn.now)
    settle(turn, review, change)
    if person.id != turn.asker.id:
        news.ask(turn, review, person, change)
    news.show_in_channel(turn, review, change)
    return say.show(review, say.asked(review, person.name), known_about(turn, review, person))


def settle(turn: Turn, review: Review, change: Change) -> None:
    """What follows any change of the team, for those who stay and for the Lead."""
    champions = [m for m in teams.present(review) if m.part is TeamPart.CHAMPION]
    if len(champions) == turn.policy.champions:
        review.champions_reason = ""
    news.refresh_questions(turn, review, change)
    news.tell_lead_if_other(turn, review, change)


def thank(turn: Turn, review: Review, place: TeamMember, change: Change) -> None:
    """Close the question that stands in their chat; whoever had not said no is told that they are free."""
    news.refresh_question(turn, review, place.person, change)
    news.refresh_gap(turn, review, place, change)
    if place.answer is not Answer.DECLINED and place.person_id != turn.asker.id:
        news.tell(turn, place.person, "team.no_longer", change, review=review.id, part=place.part.value)


def chosen(turn: Turn, review: Review, part: TeamPart) -> tuple[Person | None, str]:
    """Who was chosen, or why they can't be asked."""
    if not named(turn):
        return None, "Please choose someone to ask."
    candidate = person_meant(named(turn), fitting(turn, part))
    if isinstance(candidate, str):
        return None, candidate
    if teams.member(review, candidate.person.id):
        return None, f"{candidate.person.name} is in this team already. Please choose someone else."
    member = Diary.around(turn, review.day, [candidate.person.id], but=review.id).member(candidate)
    if part is not TeamPart.CHAMPION and review.school_id in member.school_ids:
        return None, wording.refusal(OwnSchool(member))
    if review.day in member.booked and not review.postponed_at:
        return None, wording.refusal(BookedElsewhere(member, review.day))
    return turn.session.get_one(Person, candidate.person.id), ""


def named(turn: Turn) -> str:
    """The id that was chosen or what was typed, in one line as it was typed."""
    return ", ".join(turn.values("person"))


def offered(turn: Turn, review: Review, part: TeamPart) -> tuple[OptionGroup, ...]:
    """Everyone who could be asked: not those in the team, nor reviewers of their own school."""
    here = {place.person_id for place in teams.present(review)}
    free = [
        candidate
        for candidate in fitting(turn, part).values()
        if candidate.person.id not in here
        and (part is TeamPart.CHAMPION or review.school_id not in candidate.schools)
    ]
    return people_groups(free, {review.group_id})


def fitting(turn: Turn, part: TeamPart) -> dict[int, Candidate]:
    fits = may_champion if part is TeamPart.CHAMPION else may_review
    return {person_id: found for person_id, found in candidates(turn).items() if fits(found)}


def known_about(turn: Turn, review: Review, person: Person | None = None) -> list[str]:
    """What the Lead should know about the team as it is now: its size, and the person who joins it."""
    known = team_remarks(as_proposal(turn, review, review.day), turn.policy)
    return wording.sentences([remark for remark in known if concerns(remark, person)])


def concerns(remark: Remark, person: Person | None) -> bool:
    if isinstance(remark, SameFederation | SameWeek):
        return person is not None and remark.member.person_id == person.id
    return True


def changeable(turn: Turn) -> Review:
    """The review, for the Lead or the office, while its team can still change."""
    review = to_come(turn, managed(turn))
    if review.cancelled_at:
        going_ahead(review)
    return review


def place_in(turn: Turn, review: Review) -> TeamMember:
    place = teams.by_id(review, turn.id("member"))
    if place is None:
        raise Refused(NOT_THERE, see(review))
    return place


def removable(turn: Turn, review: Review) -> TeamMember:
    place = place_in(turn, review)
    if place.part is TeamPart.LEAD_REVIEWER:
        raise Refused("A review needs a lead reviewer: please replace them instead.", see(review))
    return place


def part_in(turn: Turn) -> TeamPart:
    part = say.PARTS.get(turn.args.get("part", ""))
    if part is None:
        raise Refused(DAMAGED)
    return part
