"""The review that a typed line means, among those whose papers somebody has to do with."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from bot.cards import finding as say
from bot.cards.model import Card
from bot.language import names
from bot.language.names import Exact, Likely, Nobody
from bot.router import Refused, Turn, id_in
from bot.rules.milestones import Kind
from storage import finding, standing
from storage.finding import Whose
from storage.models import Review
from storage.reviews import A_YEAR

NONE = "You take part in no review, and look after none, that I could show you."
NONE_NEAR = f"{NONE[:-1]} just now. For one that is long over, please type the school’s name as well."


def meant(
    turn: Turn, opens: str, again: str, part: Kind | None = None, *, held: bool = False
) -> Review | Card:
    """The one that is meant, or the question which; its buttons lead to the routes `opens` and `again`.

    `part`: what of a review it is about, which somebody may have been asked to see to.
    `held`: it is about what comes of a review, so one whose day has come is meant before one to come.
    """
    said = turn.args.get("said", "").strip(" \t\r\n,.!?")
    # Whoever names the school may mean one that is long over; without its name the near ones are meant.
    back = A_YEAR if said else timedelta(days=turn.policy.links_days_after)
    found = own_reviews(turn, back, part, held=held)
    if not found:
        raise Refused(NONE if said else NONE_NEAR)
    if not said:
        near, unsure = found, ""
    else:
        near, unsure = of_school(found, said)
    if not unsure and (one := the_one(turn, near, held=held)):
        return one
    page = id_in(turn.args.get("page", "")) or 0
    return say.which_review(near, opens, again, page, unsure)


def own_reviews(
    turn: Turn, back: timedelta, part: Kind | None, *, held: bool = False, delivers: bool = False
) -> Sequence[Review]:
    """Those to come, and those whose day is not longer ago than `back`.

    `held`: what comes of a review is also for the governors of the school and the Management Group, and
    what of its plan somebody delivers is for them (`delivers`).
    """
    asker, today = turn.asker, turn.today
    governed = standing.governed_schools(asker, today) if held else ()
    everywhere = held and standing.is_management(asker, today)
    whose = Whose(
        asker.id,
        headed=[*standing.headed_schools(asker, today), *governed],
        own=standing.own_schools(asker, today),
        led=None if everywhere else standing.led_groups(asker, today),
        part=part,
        delivers=delivers,
    )
    return finding.own_reviews(turn.session, whose, turn.today - back)


def of_school(found: Sequence[Review], said: str) -> tuple[Sequence[Review], str]:
    """The reviews of the school that was typed; all of them, with what was typed, where it is no school."""
    match names.match(said, called(found)):
        case Exact(school):
            return [one for one in found if one.school_id == school], ""
        case Likely(schools):
            return [one for one in found if one.school_id in schools], said
        case Nobody():
            return found, said


def called(found: Sequence[Review]) -> Mapping[int, Sequence[str]]:
    """What the schools of these reviews go by."""
    return {one.school_id: (one.school.name,) for one in found}


def the_one(turn: Turn, near: Sequence[Review], *, held: bool = False) -> Review | None:
    """The only one there is, or the only one that is still to come, or with `held` whose day has come."""
    to_come = [one for one in near if one.day >= turn.today or one.postponed_at]
    begun = [one for one in near if one.day <= turn.today and not one.postponed_at]
    one_left = near if len(near) == 1 else begun if held else to_come
    return one_left[0] if len(one_left) == 1 else None


def begun(turn: Turn, opens: str, again: str, *, delivers: bool = False) -> Review | Card:
    """As `meant`, of the reviews whose day has come: what is done after it is asked about.

    Without one, those to come. `delivers`: those too in whose action plan they deliver something.
    """
    said = turn.args.get("said", "").strip(" \t\r\n,.!?")
    found, unsure = own_reviews(turn, A_YEAR, None, held=True, delivers=delivers), ""
    if not found:
        raise Refused(NONE)
    if said:
        found, unsure = of_school(found, said)
    past = [one for one in reversed(found) if one.day <= turn.today and not one.postponed_at]
    near = past or found
    if len(near) == 1 and not unsure:
        return near[0]
    return say.which_review(near, opens, again, id_in(turn.args.get("page", "")) or 0, unsure)
