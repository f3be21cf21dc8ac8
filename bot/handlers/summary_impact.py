"""What came of the previous action plan, as the summary says it."""

from collections.abc import Mapping, Sequence

from bot.cards import summary_impact as say
from bot.cards.long_text import joined
from bot.cards.model import Card
from bot.cards.problems import Problem
from bot.cards.summary import IMPACT
from bot.cards.summary_impact import A_LABEL, Impact
from bot.cards.words import shortened
from bot.handlers.proposals import too_long
from bot.handlers.summary_access import card, drafting, previous
from bot.router import Turn, on
from bot.rules.papers import LONGEST_COMMENT, LONGEST_POINT, PreviousAction
from storage import reviews, summaries
from storage.booking import By
from storage.models import Review

# Each has a box of its own.
A_PAGE = 4
Actions = Sequence[tuple[int, PreviousAction]]
Problems = dict[str, Problem]


@on("summary.impact")
def ask(turn: Turn) -> Card:
    review = drafting(turn)
    kept = summaries.of_review(turn.session, review.id)
    return form(turn, review, turn.page, kept.impact if kept else "")


def form(
    turn: Turn,
    review: Review,
    page: int,
    prose: str,
    comments: Mapping[int, str] | None = None,
    problems: Problems | None = None,
    said: str = "",
    *,
    saved: bool = False,
) -> Card:
    actions = previous(turn, review)
    pages = max(1, -(-len(actions) // A_PAGE))
    page = min(page, pages - 1)
    here = actions[page * A_PAGE : (page + 1) * A_PAGE]
    typed = Impact(prose, here, comments or {}, page, pages)
    now = versions(turn, review, here)
    return say.ask_impact(review, typed, versions=now, problems=problems or {}, said=said, saved=saved)


def versions(turn: Turn, review: Review, here: Actions) -> str:
    """Of the prose, and of what is said of each action on the page; 0 where nothing is yet."""
    kept, said = summaries.of_review(turn.session, review.id), summaries.comments(turn.session, review.id)
    numbers = [kept.version if kept else 0, *(said[n].version if n in said else 0 for n, _ in here)]
    return ".".join(map(str, numbers))


@on("summary.save_impact")
def save(turn: Turn) -> Card:
    review, page = drafting(turn), turn.page
    actions = previous(turn, review)
    here = actions[page * A_PAGE : (page + 1) * A_PAGE]
    kept = summaries.of_review(turn.session, review.id)
    stands = kept.impact if kept else ""
    prose = joined(turn.fields, "impact") if page == 0 else stands
    comments = {number: joined(turn.fields, f"comment{number}") for number, _ in here}
    if (prose, comments) != (stands, {number: one.comment for number, one in here}):
        problems = wrong(prose, comments)
        said = meanwhile(turn, review, here)
        if problems or said:
            return form(turn, review, page, prose, comments, problems, said)
        summaries.write_impact(turn.session, review, prose, comments, By(turn.person, turn.now))
    if len(actions) > (page + 1) * A_PAGE:
        return form(turn, review, page + 1, prose, saved=True)
    return card(turn, review, said="Saved.")


def wrong(prose: str, comments: Mapping[int, str]) -> Problems:
    each = (
        ("impact", prose, LONGEST_POINT),
        *((f"comment{n}", c, LONGEST_COMMENT) for n, c in comments.items()),
    )
    return {name: Problem(why) for name, said, most in each if (why := too_long(said, most))}


def meanwhile(turn: Turn, review: Review, here: Actions) -> str:
    """What somebody else has changed since the form was shown, "" where nothing."""
    shown, now = turn.args.get("versions", "").split("."), versions(turn, review, here).split(".")
    if shown == now:
        return ""
    kept = summaries.of_review(turn.session, review.id)
    all_of_it = (
        (IMPACT, kept.impact if kept else ""),
        *((shortened(a.action, A_LABEL), a.comment) for _, a in here),
    )
    same_form = len(shown) == len(now)
    changed = [
        one for one, was, is_ in zip(all_of_it, shown, now, strict=False) if not same_form or was != is_
    ]
    latest = reviews.latest_change(turn.session, review.id, (summaries.IMPACT,))
    return say.changed_meanwhile(latest.by.name if latest else "Someone", changed)
