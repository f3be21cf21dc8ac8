"""What is owed once a review was held: the summary, the plan, the proforma, the actions, the impact."""

from collections.abc import Iterator

from bot.cards import afterwards, audit, feedback, impact, summary
from bot.cards import reminder_lines as say
from bot.handlers.audit_asked import may_fill_in
from bot.handlers.matters import Looking, Matter, named
from bot.handlers.matters_before import dated_at
from bot.rules import hours, reminders
from bot.rules.milestones import Kind
from bot.rules.permissions import Paper
from bot.rules.reminders import To
from bot.rules.roles import TeamPart
from storage import actions, milestones, sent_papers, teams
from storage.actions import Sent
from storage.models import Milestone, Review, SentPaper


def after(looking: Looking, review: Review) -> Iterator[Matter]:
    if review.day > looking.today:
        return
    rows = {row.kind: row for row in review.milestones}
    if rows[Kind.SUMMARY].done_at is None:
        yield summing_up(looking, review, rows[Kind.SUMMARY])
    if rows[Kind.PLAN].done_at is None:
        yield from planning(looking, review, rows[Kind.WORKSHOP], rows[Kind.PLAN])
        return
    sent = sent_papers.latest(looking.session, review.id, Paper.PLAN)
    if sent is None:
        return
    if rows[Kind.AUDIT].done_at is None:
        yield from returning(looking, review, rows[Kind.AUDIT], sent)
    yield from delivering(looking, review, sent)
    if rows[Kind.IMPACT].done_at is None:
        yield looking_back(looking, review, rows[Kind.IMPACT])


def with_part(looking: Looking, review: Review, part: TeamPart) -> list[int]:
    return [one.id for one in teams.coming(review, {part}, looking.today)]


def summing_up(looking: Looking, review: Review, row: Milestone) -> Matter:
    days, calendar = looking.policy.summary_working_days, looking.calendar(review)
    has_fed_back = milestones.of(review, Kind.FEEDBACK).done_at is not None
    todo = summary.to_do(review, row.due, looking.today) if has_fed_back else feedback.to_do(review)
    waits = say.late(review, Kind.SUMMARY, row.due, looking.today)
    writers = with_part(looking, review, TeamPart.LEAD_REVIEWER)
    return Matter(
        named("summary", review, row.due),
        review,
        (
            *reminders.paper(review.day, days, calendar, looking.policy),
            reminders.for_the_office(review.day, days, calendar, looking.policy),
        ),
        {
            To.OWER: writers,
            To.LEAD: looking.lead(review, writers),
            To.OFFICE: looking.office(),
        },
        dated_at(looking, review),
        {To.OWER: todo, To.LEAD: waits, To.OFFICE: waits},
    )


def planning(looking: Looking, review: Review, workshop: Milestone, row: Milestone) -> Iterator[Matter]:
    """From the day of the workshop on: held, or agreed and come."""
    held = hours.today(workshop.done_at) if workshop.done_at else workshop.agreed
    if held is None or held > looking.today:
        return
    days, calendar = looking.policy.plan_working_days, looking.calendar(review)
    writers = with_part(looking, review, TeamPart.CHAMPION)
    yield Matter(
        named("plan", review, row.due),
        review,
        reminders.paper(held, days, calendar, looking.policy),
        {To.OWER: writers, To.LEAD: looking.lead(review, writers)},
        dated_at(looking, review),
        {
            To.OWER: afterwards.write_plan(review, row.due),
            To.LEAD: say.late(review, Kind.PLAN, row.due, looking.today),
        },
    )


def returning(looking: Looking, review: Review, row: Milestone, sent: SentPaper) -> Iterator[Matter]:
    """The headteacher returns the proforma; those who were there fill in what is theirs."""
    steps = reminders.audit(hours.today(sent.at), looking.policy.audit_school_days, looking.calendar(review))
    yield Matter(
        named("audit", review, row.due),
        review,
        steps,
        {To.OWER: looking.heads(review)},
        sent.at,
        {To.OWER: audit.to_return(review, row.due)},
    )
    asked = [one.id for one in may_fill_in(looking.session, review, looking.today)]
    if asked:
        yield Matter(
            named("part", review, row.due),
            review,
            steps,
            {To.OWER: asked},
            sent.at,
            {To.OWER: audit.to_fill_in(review)},
        )


def delivering(looking: Looking, review: Review, sent: SentPaper) -> Iterator[Matter]:
    """Each action with a date, of whoever delivers it; the headteacher's, where the roster knows nobody."""
    for one in actions.sent(looking.session, sent):
        due = one.entry.due
        if due is None or one.item.done_at is not None:
            continue
        yield Matter(
            named("action", review, due, one.item.id),
            review,
            reminders.action(due, looking.today, looking.calendar(review)),
            {To.OWER: delivered_by(looking, review, one)},
            sent.at,
            {To.OWER: afterwards.deliver(review, one, looking.today)},
        )


def delivered_by(looking: Looking, review: Review, one: Sent) -> list[int]:
    owner = one.entry.owner_id
    return [owner] if owner and looking.is_here(owner) else list(looking.heads(review))


def looking_back(looking: Looking, review: Review, row: Milestone) -> Matter:
    return Matter(
        named("impact", review, row.due),
        review,
        reminders.once(row.due, looking.calendar(review)),
        {To.OWER: looking.heads(review)},
        dated_at(looking, review),
        {To.OWER: impact.to_do(review, row.due)},
    )
