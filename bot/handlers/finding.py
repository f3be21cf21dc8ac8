"""The review that a typed line means, among those whose papers somebody has to do with."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from bot.cards import finding as say
from bot.cards.model import Card
from bot.language import schools
from bot.language.names import Exact, Likely, Nobody
from bot.router import Refused, Turn
from bot.rules.milestones import Kind
from bot.rules.permissions import Paper, Part, rights
from storage import finding, standing
from storage.finding import Whose
from storage.models import Review
from storage.reviews import A_YEAR

NONE = "You take part in no review, and look after none, that I could show you."
NONE_NEAR = f"{NONE[:-1]} just now. For one that is long over, please type the school’s name as well."


def meant(
    turn: Turn, about: str, part: Kind | None = None, keep: Mapping[str, str] = say.NOTHING_KEPT
) -> Review | Card:
    """The one that is meant, or the question which; one to come is meant before one that was held.

    `about`: what of a review is asked for, as its routes begin. `part`: the same, where somebody may have
    been asked to see to it. `keep`: what was said of a new day, for the form in which it stands.
    """
    found, unsure = theirs(turn, near(turn), part)
    to_come = [one for one in found if one.day >= turn.today or one.postponed_at]
    return one_of(turn, about, found, to_come, unsure, keep)


def held(
    turn: Turn,
    about: str,
    paper: Paper | None = None,
    back: timedelta = A_YEAR,
    keep: Mapping[str, str] = say.NOTHING_KEPT,
) -> Review | Card:
    """As `meant`, of what comes of a review: one whose day has come is meant before one to come.

    `paper`: it is read like this one, so for all who read that. `back`: how long ago its day may be for
    whoever does not name the school.
    """
    found, unsure = theirs(turn, back, paper=paper)
    begun = [one for one in reversed(found) if one.day <= turn.today and not one.postponed_at]
    others = [one for one in found if one not in begun]
    return one_of(turn, about, [*begun, *others], begun, unsure, keep)


def near(turn: Turn) -> timedelta:
    return timedelta(days=turn.policy.links_days_after)


def theirs(
    turn: Turn, back: timedelta, part: Kind | None = None, paper: Paper | None = None
) -> tuple[Sequence[Review], str]:
    """Those of the school that was typed, or what was typed where it is none; without a name those near."""
    said = turn.args.get("said", "").strip(" \t\r\n,.!?")
    said = said if schools.bare(said) else ""
    # Whoever names the school may mean one that is long over.
    reach = A_YEAR if said else back
    found = own_reviews(turn, reach, part, paper)
    if not found:
        raise Refused(NONE_NEAR if reach < A_YEAR else NONE)
    return of_school(found, said) if said else (found, "")


def one_of(
    turn: Turn,
    about: str,
    found: Sequence[Review],
    first: Sequence[Review],
    unsure: str,
    keep: Mapping[str, str],
) -> Review | Card:
    """The only one there is, or the only one of `first`; else they are asked."""
    for some in (found, first):
        if len(some) == 1 and not unsure:
            return some[0]
    opens = f"{about}.ask" if keep else f"{about}.show"
    return say.which_review(found, opens, f"{about}.find", turn.page, unsure, keep)


def own_reviews(
    turn: Turn, back: timedelta, part: Kind | None = None, paper: Paper | None = None
) -> Sequence[Review]:
    """Those to come, and those whose day is not longer ago than `back`.

    `paper`: those too that are theirs for this paper alone: of the school that they govern, all of them for
    the Management Group, and of the plan those of which they deliver something.
    """
    asker, today = turn.asker, turn.today
    governed = standing.governed_schools(asker, today) if reads(Part.GOVERNOR, paper) else ()
    everywhere = reads(Part.MANAGEMENT, paper) and standing.is_management(asker, today)
    whose = Whose(
        asker.id,
        headed=[*standing.headed_schools(asker, today), *governed],
        own=standing.own_schools(asker, today),
        led=None if everywhere else standing.led_groups(asker, today),
        part=part,
        delivers=paper is Paper.PLAN,
    )
    return finding.own_reviews(turn.session, whose, turn.today - back)


def reads(part: Part, paper: Paper | None) -> bool:
    return paper is not None and bool(rights({part}, paper, released=True))


def of_school(found: Sequence[Review], said: str) -> tuple[Sequence[Review], str]:
    """The reviews of the school that was typed; all of them, with what was typed, where it is no school."""
    match schools.school_in(said, called(found)):
        case Exact(school):
            return [one for one in found if one.school_id == school], ""
        case Likely(likely):
            return [one for one in found if one.school_id in likely], said
        case Nobody():
            return found, said


def called(found: Sequence[Review]) -> Mapping[int, Sequence[str]]:
    """What the schools of these reviews go by."""
    return {one.school_id: (one.school.name,) for one in found}
