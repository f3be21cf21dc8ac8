"""What is asked about what is round the reviews: the Lead of a group, the holidays, how to take back."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from bot.cards import around as say
from bot.cards.around import Holiday, Holidays, Led
from bot.cards.history import did
from bot.cards.model import Button, Card, go
from bot.cards.rooms import LABELS, Room
from bot.handlers.access import parts, see
from bot.handlers.reviews import rooms
from bot.language import groups as language
from bot.language.names import Exact
from bot.language.when.terms import DAY, is_known
from bot.router import Refused, Turn, on
from bot.rules.calendar import CHRISTMAS, EASTER, SUMMER, SchoolCalendar
from bot.rules.permissions import Paper, Part, Right, may_read_history, rights
from bot.rules.roles import Role
from storage import reviews, standing
from storage.directory import in_force
from storage.models import Change, Review

# By how what was said begins: what of it stands in their names. Terms may be called otherwise.
KINDS: Mapping[str, Sequence[str]] = {
    "half": ("half term",),
    "christmas": (CHRISTMAS, "between the autumn"),
    "easter": (EASTER, "between the spring"),
    "summer": (SUMMER,),
}
NOT_YOUR_GROUP = "I can tell you who leads your own group."
# By how the names of changes begin: what of a review somebody has changed.
ROOMS: Mapping[str, Room] = {
    "paper": Room.PACK,
    "pack": Room.PACK,
    "longer": Room.PACK,
    "not_longer": Room.PACK,
    "focus_agreed": Room.MEETING,
    "focus": Room.PACK,
    "meeting": Room.MEETING,
    "question": Room.MEETING,
    "day_": Room.DAY,
    "notes_": Room.NOTES,
    "note_": Room.NOTES,
    "feedback": Room.FEEDBACK,
    "summary": Room.SUMMARY,
    "workshop": Room.WORKSHOP,
    "action": Room.PLAN,
    "audit": Room.AUDIT,
    "visit": Room.VISIT,
    "impact": Room.IMPACT,
}


@on("group.leads")
def leads(turn: Turn) -> Card:
    """Of the group that is named, if it is theirs; else of the group of their school, or of all they see."""
    own = own_groups(turn)
    seen = {one.id for one in standing.seen_groups(turn.session, turn.asker, turn.directory, turn.today)}
    named = {one.id: (one.name,) for one in turn.directory.groups.values()}
    match language.which(turn.args.get("said", ""), named):
        case Exact(group) if group in own | seen:
            return say.leads([led(turn, group)])
        case Exact():
            raise Refused(NOT_YOUR_GROUP)
        case _:
            wanted = own or seen
    found = [led(turn, one) for one in turn.directory.groups if one in wanted]
    return say.leads(found) if found else say.no_group()


def own_groups(turn: Turn) -> frozenset[int]:
    """The groups of the schools where they work or are a governor, and those that they lead."""
    schools = [
        *standing.own_schools(turn.asker, turn.today),
        *standing.governed_schools(turn.asker, turn.today),
    ]
    known = turn.directory.schools
    stays = [known[one].groups_on(turn.today) for one in schools if one in known]
    return frozenset(standing.led_groups(turn.asker, turn.today) or ()).union(*stays)


def led(turn: Turn, group: int) -> Led:
    held = [
        (role.deputy, person.name)
        for person in turn.directory.people.values()
        if person.is_here(turn.today)
        for role in person.roles
        if role.role is Role.LEAD and role.group_id == group and in_force(role, turn.today)
    ]
    return Led(
        turn.directory.groups[group].name,
        [name for deputy, name in held if not deputy],
        [name for deputy, name in held if deputy],
    )


@on("holidays.show")
def holidays(turn: Turn) -> Card:
    """By the calendar of their school; where they are at none, by that of the consortium."""
    own = [
        *standing.own_schools(turn.asker, turn.today),
        *standing.governed_schools(turn.asker, turn.today),
    ]
    alike: dict[tuple[Holiday, ...], list[str]] = {}
    for school in dict.fromkeys(own) or (None,):
        ahead = tuple(to_come(turn, turn.directory.calendar(school)))
        entry = turn.directory.schools.get(school or 0)
        alike.setdefault(ahead, []).append(entry.name if entry else "The consortium")
    said = turn.args.get("said", "").casefold()
    found = [Holidays(names, wanted(ahead, said), ahead) for ahead, names in alike.items()]
    return say.holidays(found, turn.today)


def to_come(turn: Turn, calendar: SchoolCalendar) -> Iterator[Holiday]:
    for days in calendar.holidays:
        if days.ends >= turn.today:
            known = is_known(days.ends + DAY, calendar)
            first = calendar.on_or_after(days.ends + DAY) if known else None
            yield Holiday(days, calendar.on_or_before(days.starts - DAY), first)


def wanted(ahead: Sequence[Holiday], said: str) -> Holiday | None:
    """The one that is on or comes next, of the kind that was said."""
    kinds = next((names for begins, names in KINDS.items() if said.startswith(begins)), ("",))
    return next((one for one in ahead if any(kind in one.days.name for kind in kinds)), None)


@on("undo.show")
def undo(turn: Turn) -> Card:
    """Nothing is undone by it; what they did last, as far as they may still see it, is a click away."""
    last = reviews.last_by(turn.session, turn.asker.id)
    review = reviews.get(turn.session, last.review_id) if last else None
    if last is None or review is None:
        return say.undo()
    mine = parts(turn, review)
    if not rights(mine, Paper.STATUS) & {Right.READ, Right.WRITE}:
        return say.undo()
    return say.undo(f"{did(last)} ({review.school.name})", tuple(doors(turn, review, last, mine)))


def doors(turn: Turn, review: Review, last: Change, mine: Collection[Part]) -> Iterator[Button]:
    """What it belongs to, the review, and its history: what of these is theirs to see."""
    room = next((room for begins, room in ROOMS.items() if last.what.startswith(begins)), None)
    if room and room in rooms(turn, review, frozenset(mine)):
        yield Button(LABELS[room], go(room.value, review=review.id), "primary")
    yield see(review)
    if may_read_history(mine):
        yield Button("History", go("review.history", review=review.id))
