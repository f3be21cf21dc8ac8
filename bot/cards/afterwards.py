"""What waits in the list of what is to do, once a review was held: its workshop, its papers, the actions."""

from datetime import date

from bot.cards.model import Button, Row, go
from bot.cards.paper_words import THE
from bot.cards.plan_words import deadline
from bot.cards.review import title
from bot.cards.workshop_words import offer
from bot.language.say import full, moment
from bot.rules.actions import is_overdue
from storage.actions import Sent
from storage.models import Review, SentPaper


def choose_workshop(review: Review, window: tuple[date, date], today: date) -> Row:
    return Row(
        f"Choose the day of the workshop: {title(review)}",
        f"T{offer(window, today)[1:]}.",
        (
            Button("Choose a day", go("workshop.ask", review=review.id), aside=True),
            Button("My release is booked", go("workshop.release", review=review.id), aside=True),
        ),
    )


def record_workshop(review: Review, day: date) -> Row:
    return Row(
        f"Was the workshop held? {title(review)}",
        f"It was to be on {full(day)}. The time for the action plan counts from it.",
        (
            Button("It was held", go("workshop.recorded", review=review.id, day=day), aside=True),
            Button("On another day", go("workshop.record", review=review.id), aside=True),
        ),
    )


def write_plan(review: Review, due: date) -> Row:
    return Row(
        f"Write the action plan: {title(review)}",
        f"It is to be sent by {full(due)}.",
        (
            Button("Add actions", go("plan.ask", review=review.id), aside=True),
            Button("Open the plan", go("plan.show", review=review.id), aside=True),
        ),
    )


def deliver(review: Review, one: Sent, today: date) -> Row:
    overdue = is_overdue(one.entry.due, today, done=one.item.done_at is not None)
    who = f" Who: {one.entry.owner}." if one.entry.owner else ""
    due = f"{'Overdue: it was due' if overdue else 'Due'} on {deadline(one.entry)}.{who}"
    to = {"item": one.item.id}
    return Row(
        f"{one.entry.action}",
        f"An action of {title(review)}. {due}",
        (
            Button("Done", go("action.done", **to), aside=True),
            Button("Move", go("action.ask_move", **to), aside=True),
            Button("Ask for help", go("action.ask_help", **to), aside=True),
        ),
    )


def sign(sent: SentPaper) -> Row:
    return Row(
        f"Sign {THE[sent.paper]}: {title(sent.review)}",
        f"{sent.by.name} sent version {sent.number}, {moment(sent.at)}.",
        (
            Button("Open", go("paper.show", sent=sent.id), aside=True),
            Button("Sign", go("paper.sign", sent=sent.id), aside=True),
        ),
    )


def release(sent: SentPaper) -> Row:
    return Row(
        f"Release {THE[sent.paper]}: {title(sent.review)}",
        f"{sent.by.name} sent version {sent.number}, {moment(sent.at)}. The Management Group waits for it.",
        (
            Button("Open", go("paper.show", sent=sent.id), aside=True),
            Button("Release to the Management Group", go("paper.release", sent=sent.id), aside=True),
        ),
    )
