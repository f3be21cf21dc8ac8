"""What is mine to do, merged over all my roles; then my group's reviews; and help."""

from collections.abc import Sequence
from datetime import date

from bot.cards import helping, requests
from bot.cards import home as say
from bot.cards.finding import which_review
from bot.cards.home import Mine
from bot.cards.model import Card
from bot.handlers import afterwards
from bot.handlers import reviews as looking
from bot.handlers.channels import not_linked
from bot.handlers.finding import called
from bot.handlers.not_understood import NOT_HERE, every_school, not_understood, raise_if_school
from bot.language import names
from bot.language.commands import TEAMS, bare
from bot.language.names import Exact
from bot.language.say import listed
from bot.language.sentences import plainly
from bot.router import Turn, on
from bot.rules.meeting import State
from bot.rules.roles import Answer
from storage import consortium, days, digests, finding, meetings, packs, reviews, standing, suggestions, teams
from storage.directory import GroupEntry
from storage.models import Meeting, Review, TeamMember


@on("home.show")
def show(turn: Turn) -> Card:
    groups = my_groups(turn)
    theirs = listed_reviews(turn, groups)
    names = listed([group.name for group in groups])
    schedules = standing.led_groups(turn.asker, turn.today) != []
    about_channel = not_linked(turn)
    return say.show(
        turn.asker.name, mine(turn), names, theirs, turn.today, turn.page, schedules, about_channel
    )


@on("leave")
def leave(turn: Turn) -> Card:
    """A form that is not wanted after all."""
    return say.left()


@on("help.show")
def show_help(turn: Turn) -> Card:
    """Whoever types no more than the name of a school means its review; what else was said is not known."""
    if named := review_named(turn):
        return looking.shown(turn, named)
    if said := turn.args.get("said", ""):
        if isinstance(names.match(bare(said), every_school(turn)), Exact):
            raise_if_school(turn, said, NOT_HERE)
        return nearly_named(turn, said) or not_understood(turn, said)
    schedules = standing.led_groups(turn.asker, turn.today) != []
    roles = {one.role for one in consortium.roles_on(turn.asker, turn.today)}
    return helping.help_card(roles, schedules, in_teams=turn.platform == TEAMS)


@on("help.all")
def show_commands(turn: Turn) -> Card:
    return helping.every_command(in_teams=turn.platform == TEAMS)


def listed_reviews(turn: Turn, groups: Sequence[GroupEntry]) -> Sequence[Review]:
    """The groups' reviews; whoever may see no group's sees those in whose team they are."""
    if groups:
        return reviews.of_groups(turn.session, [group.id for group in groups], turn.today)
    return reviews.of_person(turn.session, turn.asker.id, turn.today)


def review_named(turn: Turn) -> Review | None:
    """Of the reviews that this person may see, the next of the school that was typed, else its last."""
    said = bare(plainly(turn.args.get("said", "")))
    found = listed_reviews(turn, my_groups(turn)) if said else ()
    match names.match(said, called(found)):
        case Exact(school):
            return next_of(found, school, turn.today)
        case _:
            return None


def nearly_named(turn: Turn, said: str) -> Card | None:
    """The question whether a review that this person may see is meant, where its school's name has a slip."""
    typed = bare(plainly(said))
    found = listed_reviews(turn, my_groups(turn)) if typed else ()
    near = [next_of(found, school, turn.today) for school in names.slipped(typed, called(found))]
    if len(near) < 2:
        return requests.did_you_mean(near[0], typed) if near else None
    return which_review(near, "review.show", "review.find", said=typed)


def next_of(found: Sequence[Review], school_id: int, today: date) -> Review:
    """Of the school's reviews the next, else the last."""
    of_it = sorted((one for one in found if one.school_id == school_id), key=lambda one: one.day)
    return next((one for one in of_it if one.day >= today), of_it[-1])


def my_groups(turn: Turn) -> Sequence[GroupEntry]:
    return standing.seen_groups(turn.session, turn.asker, turn.directory, turn.today)


def mine(turn: Turn) -> Mine:
    """What waits for this person."""
    session, today = turn.session, turn.today
    led = standing.led_groups(turn.asker, today)
    led_ids = list(turn.directory.groups) if led is None else led
    schools = standing.headed_schools(turn.asker, today)
    own = standing.own_schools(turn.asker, today)
    ahead = days.ahead(session, turn.asker.id, schools, own, today) if own else ()
    asked = reviews.open_invitations(session, turn.asker.id, today)
    to_meet, to_confirm_meeting = meetings_to_arrange(turn, schools)
    return Mine(
        to_send=packs_to_send(turn, schools, own),
        to_meet=to_meet,
        to_confirm_meeting=to_confirm_meeting,
        to_confirm=[one for one, _ in ahead if one.confirmed_at is None and one.school_id in schools],
        to_answer=[(review, place) for review in asked if (place := teams.member(review, turn.asker.id))],
        to_decide=suggestions.waiting(session, led_ids, today) if led_ids else (),
        to_plan=[
            (review, kept)
            for review, kept in ahead
            if days.is_owed(review, today) and not digests.held(review, today)
        ],
        to_fill=places_to_fill(reviews.short_of_people(session, led_ids, today), today) if led_ids else (),
        afterwards=afterwards.to_do(turn),
    )


def packs_to_send(turn: Turn, schools: Sequence[int], own: Sequence[int]) -> Sequence[Review]:
    """Until the review was held: afterwards the paperwork is of no use, as `owed` and the digests have it."""
    found = packs.to_send(turn.session, turn.asker.id, schools, own, turn.today) if own else ()
    return [one for one in found if not digests.held(one, turn.today)]


def meetings_to_arrange(
    turn: Turn, schools: Sequence[int]
) -> tuple[list[tuple[Review, date]], list[tuple[Review, Meeting]]]:
    """Those for which the lead reviewer should propose a time; and those whose time waits for this person."""
    to_meet, to_confirm = [], []
    for one in finding.to_arrange(turn.session, turn.asker.id, schools, turn.today):
        state = meetings.state_of(one.review, one.meeting, one.milestone, turn.now)
        if one.meeting is not None and state is State.PROPOSED:
            asked_the_head = one.meeting.by_lead_reviewer
            if (one.review.school_id in schools) if asked_the_head else one.leads:
                to_confirm.append((one.review, one.meeting))
        elif one.leads:
            to_meet.append((one.review, one.milestone.due))
    return to_meet, to_confirm


def places_to_fill(short: Sequence[Review], today: date) -> Sequence[tuple[Review, TeamMember]]:
    return [
        (review, place)
        for review in short
        for place in teams.present(review)
        if place.answer is Answer.DECLINED or consortium.has_left(place.person, today)
    ]
