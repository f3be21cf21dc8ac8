"""Scheduling a review: the form, the timetable before anything is booked, the booking."""

from dataclasses import replace
from datetime import date

from bot.cards import booking as said
from bot.cards import remarks as wording
from bot.cards import schedule as say
from bot.cards.model import Card
from bot.cards.schedule import Typed
from bot.handlers import choices, news
from bot.handlers.channels import not_linked
from bot.handlers.pack_asked import ask_heads
from bot.handlers.proposals import LONGEST_LINE, day_typed, too_long
from bot.handlers.schedule_check import Found, Sound, check, number_in_year
from bot.handlers.schedule_form import (
    KIND,
    NOT_YOUR_DRAFT,
    again,
    choices_of,
    own_draft,
    schools_of,
    settled,
    typed_in,
)
from bot.handlers.schedule_said import understood
from bot.router import Refused, Turn, on
from bot.rules.hours import may_send_at
from bot.rules.roles import Answer
from storage import booking, consortium, drafts, reviews, standing, teams
from storage.booking import Booking, By
from storage.models import AcademicYear, Draft, Group, Review, School


@on("schedule.ask")
def ask(turn: Turn) -> Card:
    """The empty form, or filled in with what was typed after the command."""
    schools = schools_of(turn)
    if not schools:
        return say.no_schools()
    typed, problems = understood(turn, schools)
    found = Found(typed, problems)
    year = turn.directory.year_of(turn.today)
    if year and any(str(b.school.id) == typed.school and b.reviewed for b in schools):
        # Before anyone fills in a whole form for a school that is booked.
        number_in_year(turn, int(typed.school), year, found)
    return again(turn, schools, found, None, not_linked(turn))


@on("schedule.check")
def see_timetable(turn: Turn) -> Card:
    schools, people = schools_of(turn), choices.candidates(turn)
    draft = own_draft(turn) if "draft" in turn.args else None
    typed = typed_in(turn)
    day, unread = day_typed(turn)
    if day:
        typed = replace(typed, day=day.isoformat())
    result = check(turn, typed, day, schools, people)
    if isinstance(result, Sound):
        kept = drafts.save(
            turn.session,
            turn.person,
            KIND,
            result.typed.as_data(),
            now=turn.now,
            draft=None if settled(draft) else draft,
        )
        return said.preview(plan_of(turn, result), turn.policy, kept.id)
    if unread:
        result.problems["day"] = unread
    return again(turn, schools, result, draft)


@on("schedule.change")
def change(turn: Turn) -> Card:
    """The form as it was filled in, to change something before booking."""
    draft = own_draft(turn)
    if draft.review_id:
        return already(turn, draft.review_id)
    typed = Typed.from_data(draft.data)
    return say.ask(choices_of(turn, schools_of(turn)), typed, draft=draft.id)


@on("schedule.book")
def book(turn: Turn) -> Card:
    draft = own_draft(turn, hold=True)
    if draft.review_id:
        return already(turn, draft.review_id)
    schools, people = schools_of(turn), choices.candidates(turn)
    typed = Typed.from_data(draft.data)
    reviews.hold_school(turn.session, int(typed.school))
    # The timetable may have stood on the screen for a week: everything is checked again.
    result = check(turn, typed, date.fromisoformat(typed.day), schools, people)
    if isinstance(result, Found):
        if result.existing is not None and result.problems.keys() == {"school"}:
            return said.already_booked(result.existing, result.existing.booked_by.name)
        return again(turn, schools, result, draft)
    plan, reason = plan_of(turn, result), turn.text("champions_reason")
    if turn.args.get("shown") != plan.mark:
        return said.preview(plan, turn.policy, draft.id, reason=reason, changed=True)
    if error := why_champions(result, reason):
        return said.preview(plan, turn.policy, draft.id, reason=reason, error=error)
    return booked(turn, result, reason, draft)


def booked(turn: Turn, sound: Sound, reason: str, draft: Draft) -> Card:
    calendar = turn.directory.calendar(sound.bookable.school.id)
    session, ids = turn.session, {c.person.id for chosen in sound.people.values() for c in chosen}
    known = consortium.people(session, ids)
    people = {name: [known[c.person.id] for c in chosen] for name, chosen in sound.people.items()}
    asked_for = Booking(
        school=session.get_one(School, sound.bookable.school.id),
        group=session.get_one(Group, sound.bookable.group.id),
        year=session.get_one(AcademicYear, sound.year.id),
        number=sound.number,
        day=sound.proposal.day,
        lead_reviewer=people["lead_reviewer"][0],
        reviewers=people["reviewers"],
        champions=people["champions"],
        note=sound.typed.note,
        champions_reason=reason if sound.asks_why_champions else "",
    )
    by = By(turn.person, turn.now)
    change = booking.book(session, asked_for, calendar, turn.policy, by)
    review = change.review
    draft.review_id = review.id
    agree(turn, review, by)
    urgency = news.how_urgent(turn, review.day)
    asked = news.ask_everyone(turn, review, change, urgency)
    if review.confirmed_at:
        ask_heads(turn, review)
    news.show_in_channel(turn, review, change)
    news.tell_lead_if_other(turn, review, change)
    heads = () if review.confirmed_at else news.heads(turn, review)
    goes = may_send_at(urgency, turn.now, turn.calendar)
    return said.booked(review, [head.name for head in heads], asked, goes if goes > turn.now else None)


def agree(turn: Turn, review: Review, by: By) -> None:
    """Whoever books a date has agreed to it, and is not asked as well."""
    if place := teams.member(review, turn.asker.id):
        teams.answered(place, Answer.ACCEPTED, turn.now)
    if review.school_id in standing.headed_schools(turn.asker, turn.today):
        booking.confirm(turn.session, review, by)


def plan_of(turn: Turn, sound: Sound) -> said.Plan:
    heads = news.heads_of(turn, sound.bookable.school.id)
    lead, reviewers, champions = (
        [c.person.name for c in sound.people[name]] for name in ("lead_reviewer", "reviewers", "champions")
    )
    return said.Plan(
        school=sound.bookable.school.name,
        day=sound.proposal.day,
        heads=[person.name for person in heads],
        lead_reviewer=lead[0],
        reviewers=reviewers,
        champions=champions,
        note=sound.typed.note,
        timetable=sound.timetable,
        remarks=wording.sentences(sound.remarks),
        asks_why_champions=sound.asks_why_champions,
    )


def why_champions(sound: Sound, reason: str) -> str:
    if sound.asks_why_champions and not reason:
        return "Please say in a few words why, then book it."
    return too_long(reason, LONGEST_LINE)


def already(turn: Turn, review_id: int) -> Card:
    review = reviews.get(turn.session, review_id)
    if review is None:
        raise Refused(NOT_YOUR_DRAFT)
    return said.already_booked(review, review.booked_by.name)
