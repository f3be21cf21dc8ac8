"""The feedback at the end of the review: recorded, corrected, taken back; whom the headteacher invites."""

from collections.abc import Sequence

from bot.cards import feedback_forms as say
from bot.cards.feedback_forms import Typed
from bot.cards.model import Card
from bot.cards.problems import Problem
from bot.handlers import feedback_news, finding, news, part_said
from bot.handlers.access import review_in
from bot.handlers.feedback_access import card, inviting, recording
from bot.handlers.feedback_day import day_given, day_told, not_then
from bot.handlers.proposals import too_long
from bot.router import Turn, id_in, on
from bot.rules.permissions import Paper
from bot.rules.roles import TeamPart
from storage import feedbacks, reviews
from storage.booking import By
from storage.feedbacks import Given
from storage.models import Feedback, Person, Review

LONGEST_NAMES = 1000
Problems = dict[str, Problem]


@on("feedback.find")
def find(turn: Turn) -> Card:
    """With the day on which it is said to have been given in the form."""
    said = part_said.with_a_day(part_said.apart(turn))
    found = finding.held(said.turn, "feedback", Paper.SUMMARY, finding.near(turn), keep=said.kept)
    return part_said.opened(said, found, ask, card) if isinstance(found, Review) else found


@on("feedback.look")
def look(turn: Turn) -> Card:
    """Whatever day is said."""
    found = finding.held(part_said.apart(turn).turn, "feedback", Paper.SUMMARY, finding.near(turn))
    return card(turn, found) if isinstance(found, Review) else found


@on("feedback.show")
def show(turn: Turn) -> Card:
    return card(turn, review_in(turn))


@on("feedback.ask")
def ask(turn: Turn) -> Card:
    """With what is recorded; the first time, with the day of the review and everyone who was to come.

    The day that was said stands before either.
    """
    review, _ = recording(turn)
    feedback = feedbacks.of_review(turn.session, review.id)
    given = feedback is not None and feedback.given_on is not None
    named = [one.person_id for one in feedback.present] if feedback else []
    present = named if named or given else [one.id for one in who(turn, review, feedback)]
    day = (feedback.given_on if feedback else None) or review.day
    said, problems = day_told(turn, review)
    typed = Typed(
        said or day.isoformat(),
        tuple(map(str, present)),
        feedback.others if feedback else "",
        feedback.governors if feedback else "",
    )
    return form(turn, review, feedback, typed, problems)


def form(
    turn: Turn,
    review: Review,
    feedback: Feedback | None,
    typed: Typed,
    problems: Problems | None = None,
    said: str = "",
) -> Card:
    options = [(one.id, one.name) for one in who(turn, review, feedback)]
    return say.ask(review, typed, options, version=version(feedback), problems=problems or {}, said=said)


def version(feedback: Feedback | None) -> int:
    return feedback.version if feedback else 0


def who(turn: Turn, review: Review, feedback: Feedback | None) -> Sequence[Person]:
    """The headteacher, the team, the champions; and whoever is recorded and has left the team since."""
    recorded = [one.person for one in feedback.present] if feedback else []
    people = (*news.attending(turn.session, review, tuple(TeamPart), turn.today), *recorded)
    return list({one.id: one for one in people}.values())


@on("feedback.record")
def record(turn: Turn) -> Card:
    review, held = recording(turn)
    feedback = feedbacks.of_review(turn.session, review.id)
    typed, given, problems = understood(turn, review, feedback)
    if feedback and given and is_recorded(feedback, given):
        return card(turn, review, held, said="That is recorded.")
    if said := meanwhile(turn, review, feedback):
        return form(turn, review, feedback, typed, problems, said)
    if given is None:
        return form(turn, review, feedback, typed, problems)
    first = feedback is None or feedback.given_on is None
    change = feedbacks.record(turn.session, review, given, By(turn.person, turn.now))
    if not first:
        feedback_news.corrected(turn, review, change)
        return card(turn, review, held, said="Saved.")
    feedback_news.given(turn, review, change)
    return card(turn, review, held, said="Recorded. The headteacher and the Improvement Champions are told.")


@on("feedback.take_back")
def take_back(turn: Turn) -> Card:
    review, held = recording(turn)
    feedback = feedbacks.of_review(turn.session, review.id)
    if feedback is None or feedback.given_on is None:
        return card(turn, review, held, said="It counts as not given.")
    calendar = turn.directory.calendar(review.school_id)
    by = By(turn.person, turn.now)
    change = feedbacks.take_back(turn.session, review, feedback, calendar, turn.policy, by)
    feedback_news.taken_back(turn, review, change)
    return card(turn, review, held, said="It counts as not given. The names are kept.")


@on("feedback.invite")
def ask_invited(turn: Turn) -> Card:
    review, _ = inviting(turn)
    feedback = feedbacks.of_review(turn.session, review.id)
    value = feedback.others if feedback else ""
    return say.ask_invited(review, value=value, version=version(feedback))


@on("feedback.invited")
def invite(turn: Turn) -> Card:
    review, held = inviting(turn)
    feedback, typed = feedbacks.of_review(turn.session, review.id), turn.text("others")
    others, now = lines(typed), version(feedback)
    if others == (feedback.others if feedback else ""):
        return card(turn, review, held, said="Saved.")
    if error := too_long(others, LONGEST_NAMES):
        problems = {"others": Problem(error)}
        return say.ask_invited(review, value=typed, version=now, problems=problems)
    if said := meanwhile(turn, review, feedback):
        return say.ask_invited(review, value=typed, version=now, said=said)
    feedbacks.invite(turn.session, review, others, By(turn.person, turn.now))
    return card(turn, review, held, said="Saved. The lead reviewer sees it with the feedback.")


def meanwhile(turn: Turn, review: Review, feedback: Feedback | None) -> str:
    """What somebody else has changed since the form was shown, "" where nothing."""
    if feedback is None or id_in(turn.args.get("version", "")) == feedback.version:
        return ""
    latest = reviews.latest_change(turn.session, review.id, feedbacks.CHANGES)
    return say.changed_meanwhile(latest.by.name if latest else "Someone", feedback)


def is_recorded(feedback: Feedback, given: Given) -> bool:
    """The same form sent twice."""
    present = {one.person_id for one in feedback.present}
    stored = (feedback.given_on, present, feedback.others, feedback.governors)
    return stored == (given.on, set(given.present), given.others, given.governors)


def lines(typed: str) -> str:
    """A name a line, each once."""
    return "\n".join(dict.fromkeys(line.strip() for line in typed.splitlines() if line.strip()))


def understood(turn: Turn, review: Review, feedback: Feedback | None) -> tuple[Typed, Given | None, Problems]:
    typed = Typed(turn.text("day"), turn.values("present"), turn.text("others"), turn.text("governors"))
    day, unread = day_given(turn, review)
    problems = {"day": unread} if unread else {}
    if day:
        typed = Typed(day.isoformat(), typed.present, typed.others, typed.governors)
        if why := not_then(turn, review, day):
            problems["day"] = Problem(why)
    known = {str(one.id): one.id for one in who(turn, review, feedback)}
    if not set(typed.present) <= known.keys():
        problems["present"] = Problem("Somebody chosen here is no longer in the team. Please choose again.")
    others, governors = lines(typed.others), lines(typed.governors)
    if not typed.present and not others:
        problems["present"] = Problem("Please say who was present.")
    for name, said in (("others", others), ("governors", governors)):
        if error := too_long(said, LONGEST_NAMES):
            problems[name] = Problem(error)
    if day is None or problems:
        return typed, None, problems
    return typed, Given(day, [known[one] for one in typed.present], others, governors), {}
