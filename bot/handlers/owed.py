"""Who still owes what: the papers of the reviews that somebody has to do with, by status alone."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from bot.cards import owed as say
from bot.cards.model import Card
from bot.cards.owed import Owed, Unanswered
from bot.cards.reminder_lines import papers
from bot.handlers import digest, finding, news, plan_access, summary_access
from bot.handlers.access import parts
from bot.handlers.audit_access import sees_audit
from bot.handlers.day_access import day_rights
from bot.handlers.digest_access import reads_all
from bot.handlers.not_understood import NOT_HERE, raise_if_school
from bot.handlers.pack_access import pack_rights
from bot.language import schools
from bot.language.names import Exact
from bot.router import Refused, Turn, on
from bot.rules.digest import is_owed
from bot.rules.milestones import OWED_BY, Kind, Owes
from bot.rules.pack import asked as asked_of
from bot.rules.permissions import Paper, Part, Right, rights
from bot.rules.roles import Answer, TeamPart
from storage import digests, handing_over, milestones, packs, teams
from storage.models import Milestone, Person, Review
from storage.reviews import A_YEAR

# What is due later is nobody's debt yet.
SOON = timedelta(days=14)
Parts = frozenset[Part]
SEEN = frozenset({Right.READ, Right.STATUS})
# Who may know whether it is there: the same as on the review's own card.
SEES: Mapping[Kind, Callable[[Turn, Review, Parts], bool]] = {
    Kind.PACK: lambda turn, review, mine: bool(pack_rights(turn, review, mine) & SEEN),
    Kind.TIMETABLE: lambda turn, review, mine: bool(day_rights(turn, review, mine) & SEEN),
    Kind.SUMMARY: summary_access.is_seen,
    Kind.PLAN: plan_access.sees,
    Kind.AUDIT: sees_audit,
}
BEFORE = frozenset({Kind.PACK, Kind.TIMETABLE})
PARTS = {Owes.LEAD_REVIEWER: TeamPart.LEAD_REVIEWER, Owes.CHAMPIONS: TeamPart.CHAMPION}


@on("owed.show")
def show(turn: Turn) -> Card:
    """Of the school that was named, else what is late or due soon; to the Management Group as counts."""
    own, said = finding.own_reviews(turn, A_YEAR, Kind.PACK), turn.args.get("said", "")
    match schools.school_in(said, finding.called(own)) if said else None:
        case Exact(school):
            return of_school(turn, [one for one in own if one.school_id == school])
        case _ if said:
            raise_if_school(turn, said, NOT_HERE)
    if not own and reads_all(turn):
        return digest.everything(turn)
    if not own:
        raise Refused(finding.NONE)
    found = [one for review in own for one in owed_of(turn, review) if one.due <= turn.today + SOON]
    return say.show(found, waiting(turn, own), turn.today, turn.page)


@on("owed.remind")
def remind(turn: Turn) -> Card:
    """Nobody is reminded by it; what there is to remind of is shown."""
    card = show(turn)
    return replace(card, blocks=(say.NO_REMINDER, *card.blocks))


@on("owed.answers")
def answers(turn: Turn) -> Card:
    """Who has not answered yet, for whoever sees the reviews; of the school that was named, if one was."""
    said = turn.args.get("said", "")
    own = [one for one in finding.own_reviews(turn, timedelta(0)) if reads_status(turn, one)]
    match schools.school_in(said, finding.called(own)) if said else None:
        case Exact(school):
            own = [one for one in own if one.school_id == school]
        case _ if said:
            raise_if_school(turn, said, NOT_HERE)
    if not own:
        raise Refused(finding.NONE)
    return say.answers(waiting(turn, own), turn.page)


def reads_status(turn: Turn, review: Review) -> bool:
    return bool(rights(parts(turn, review), Paper.STATUS) & {Right.READ, Right.WRITE})


def of_school(turn: Turn, some: Sequence[Review]) -> Card:
    found = [one for review in some for one in owed_of(turn, review)]
    return say.show(found, waiting(turn, some), turn.today, turn.page, school=some[0].school.name)


def owed_of(turn: Turn, review: Review) -> Iterator[Owed]:
    """The papers of a review that are not there, as far as this person may know of them."""
    if review.postponed_at or review.closed_at:
        return
    mine = parts(turn, review)
    held, done = digests.held(review, turn.today), teams.progress(review).done
    for row in review.milestones:
        wanted = row.kind in SEES and is_owed(row.kind, held=held, done=done)
        wanted = wanted and (row.kind in BEFORE or review.day <= turn.today)
        if row.done_at is None and wanted and SEES[row.kind](turn, review, mine):
            due = milestones.longer(row, review.day) or row.due
            whom = tuple(who_owes(turn, review, row.kind))
            named = tuple(one.name for one in whom if one.id != turn.asker.id)
            yours = any(one.id == turn.asker.id for one in whom)
            yield Owed(review, row.kind, due, named, yours, how_far(turn, review, row))


def who_owes(turn: Turn, review: Review, kind: Kind) -> Sequence[Person]:
    if part := PARTS.get(OWED_BY[kind]):
        return [
            one.person
            for one in teams.present(review)
            if one.part is part and one.answer is not Answer.DECLINED
        ]
    helper = handing_over.handed_to(turn.session, review, kind, turn.today)
    return [helper] if helper else news.heads(turn, review)


def how_far(turn: Turn, review: Review, row: Milestone) -> str:
    if row.kind is not Kind.PACK:
        return ""
    wanted = set(asked_of(church_school=review.school.church_school))
    there = wanted & set(packs.settled(packs.papers(turn.session, review.id)))
    return papers(len(there), len(wanted))


def waiting(turn: Turn, own: Sequence[Review]) -> Sequence[Unanswered]:
    """Who has not answered yet, of the reviews to come; everyone who sees a review's card sees that."""
    found = []
    for review in own:
        open_still = review.day >= turn.today and not review.postponed_at
        if open_still and reads_status(turn, review):
            names = tuple(one.person.name for one in teams.present(review) if one.answer is Answer.WAITING)
            if names or review.confirmed_at is None:
                found.append(Unanswered(review, names, confirmed=review.confirmed_at is not None))
    return found
