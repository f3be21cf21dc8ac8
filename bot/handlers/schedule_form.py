"""The form in which a review is scheduled: who may see it, what stands in it, what came back."""

from collections.abc import Sequence

from bot.cards import schedule as say
from bot.cards.model import Card
from bot.cards.schedule import Choices, Typed
from bot.handlers import choices
from bot.handlers.access import NOT_LEAD
from bot.handlers.choices import Bookable
from bot.handlers.schedule_check import Found
from bot.language.say import listed
from bot.router import Refused, Turn
from bot.rules.roles import Role
from storage import consortium, drafts, standing
from storage.models import Draft

KIND = "schedule"
NOT_YOUR_DRAFT = "That form is no longer here. Please schedule the review anew."


def schools_of(turn: Turn) -> Sequence[Bookable]:
    """The schools that this person may schedule here; refused to those who lead no group."""
    led = standing.led_groups(turn.asker, turn.today)
    if led == []:
        raise Refused(not_lead(turn))
    if led is not None and turn.group is not None and turn.group.id not in led:
        raise Refused(f"In this channel only the Peer Review Lead of {turn.group.name} can schedule.")
    return choices.bookable(turn)


def not_lead(turn: Turn) -> str:
    """And who it is for the schools of whoever asks."""
    own = standing.own_schools(turn.asker, turn.today)
    stays = [
        turn.directory.schools[one].groups_on(turn.today) for one in own if one in turn.directory.schools
    ]
    groups = list(frozenset[int]().union(*stays))
    leads = [
        one.name
        for group in groups
        for one in consortium.people_with(turn.session, Role.LEAD, turn.today, group_id=group)[:1]
    ]
    return f"{NOT_LEAD} For your school that is {listed(leads)}." if leads else NOT_LEAD


def choices_of(turn: Turn, schools: Sequence[Bookable]) -> Choices:
    near = frozenset(b.group.id for b in schools)
    return Choices(
        choices.school_groups(schools),
        choices.options(turn, choices.may_review, near),
        choices.options(turn, choices.may_champion, near),
    )


def typed_in(turn: Turn) -> Typed:
    return Typed(
        school=turn.text("school"),
        day=turn.text("day"),
        # Names that were typed where one person leads stand together, as they stood in the line.
        lead_reviewer=", ".join(turn.values("lead_reviewer")),
        reviewers=turn.values("reviewers"),
        champions=turn.values("champions"),
        note=turn.text("note"),
    )


def again(
    turn: Turn, schools: Sequence[Bookable], found: Found, draft: Draft | None, about_channel: str = ""
) -> Card:
    """The form as it was sent, each field with what is wrong in it."""
    kept = None if settled(draft) else draft
    offered, kept_id = choices_of(turn, schools), kept.id if kept else None
    return say.ask(offered, found.typed, found.problems, kept_id, found.ways_on, about_channel)


def settled(draft: Draft | None) -> bool:
    return draft is not None and draft.review_id is not None


def own_draft(turn: Turn, *, hold: bool = False) -> Draft:
    draft = drafts.get(turn.session, turn.id("draft"), KIND, turn.person, hold=hold)
    if draft is None:
        raise Refused(NOT_YOUR_DRAFT)
    return draft
