"""The review that a typed line means, among those whose papers somebody has to do with."""

from collections.abc import Sequence
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

NONE = "There is no review at the moment whose papers you have to do with."


def meant(turn: Turn, opens: str, again: str, part: Kind | None = None) -> Review | Card:
    """The one that is meant, or the question which; its buttons lead to the routes `opens` and `again`.

    `part`: what of a review it is about, which somebody may have been asked to see to.
    """
    found, said = own_reviews(turn, part), turn.args.get("said", "").strip(" \t\r\n,.!?")
    if not found:
        raise Refused(NONE)
    if not said:
        near, unsure = found, ""
    else:
        near, unsure = of_school(found, said)
    if not unsure and (one := the_one(turn, near)):
        return one
    page = id_in(turn.args.get("page", "")) or 0
    return say.which_review(near, opens, again, page, unsure)


def own_reviews(turn: Turn, part: Kind | None) -> Sequence[Review]:
    whose = Whose(
        turn.asker.id,
        headed=standing.headed_schools(turn.asker, turn.today),
        own=standing.own_schools(turn.asker, turn.today),
        led=standing.led_groups(turn.asker, turn.today),
        part=part,
    )
    since = turn.today - timedelta(days=turn.policy.links_days_after)
    return finding.own_reviews(turn.session, whose, since)


def of_school(found: Sequence[Review], said: str) -> tuple[Sequence[Review], str]:
    """The reviews of the school that was typed; all of them, with what was typed, where it is no school."""
    match names.match(said, {one.school_id: (one.school.name,) for one in found}):
        case Exact(school):
            return [one for one in found if one.school_id == school], ""
        case Likely(schools):
            return [one for one in found if one.school_id in schools], said
        case Nobody():
            return found, said


def the_one(turn: Turn, near: Sequence[Review]) -> Review | None:
    """The only one there is, or the only one that is still to come."""
    to_come = [one for one in near if one.day >= turn.today or one.postponed_at]
    one_left = to_come if len(near) > 1 else near
    return one_left[0] if len(one_left) == 1 else None
