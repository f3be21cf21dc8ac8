"""Scheduling a review: the form, the timetable before anything is booked, the booking."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from bot.cards import remarks as wording
from bot.cards import schedule as say
from bot.cards.model import Card
from bot.cards.schedule import Choices, Problem, Typed
from bot.handlers import choices, news
from bot.handlers.access import NOT_LEAD
from bot.handlers.choices import Bookable, Candidate
from bot.handlers.proposals import LONGEST_LINE, day_typed, too_long
from bot.handlers.schedule_check import Found, Sound, check
from bot.language.commands import split
from bot.language.dates import Found as FoundDay
from bot.language.dates import Unsure
from bot.language.names import Exact, Likely
from bot.router import Refused, Turn, on
from bot.rules.roles import Answer
from storage import booking, calendars, drafts, reviews, standing, teams
from storage.booking import Booking, By
from storage.models import Draft, Review

KIND = "schedule"
NOT_YOUR_DRAFT = "That form is no longer here. Please start again with /schedule-review."


@on("schedule.ask")
def ask(turn: Turn) -> Card:
    """The empty form, or filled in with what was typed after the command."""
    schools = schools_of(turn)
    if not schools:
        return say.no_schools()
    typed, problems = understood(turn, schools)
    return say.ask(choices_of(schools, choices.candidates(turn)), typed, problems)


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
        return say.preview(plan_of(turn, result), turn.policy, kept.id)
    if unread:
        result.problems["day"] = unread
    return again(schools, people, result, draft)


@on("schedule.change")
def change(turn: Turn) -> Card:
    """The form as it was filled in, to change something before booking."""
    draft = own_draft(turn)
    if draft.review_id:
        return already(turn, draft.review_id)
    typed = Typed.from_data(draft.data)
    return say.ask(choices_of(schools_of(turn), choices.candidates(turn)), typed, draft=draft.id)


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
            return say.already_booked(result.existing, result.existing.booked_by.name)
        return again(schools, people, result, draft)
    reason = turn.text("champions_reason")
    if error := why_champions(result, reason):
        return say.preview(plan_of(turn, result), turn.policy, draft.id, reason=reason, error=error)
    return booked(turn, result, reason, draft)


def booked(turn: Turn, sound: Sound, reason: str, draft: Draft) -> Card:
    calendar = calendars.school_calendar(turn.session, sound.bookable.school.id)
    people = {name: [c.person for c in chosen] for name, chosen in sound.people.items()}
    asked_for = Booking(
        school=sound.bookable.school,
        group=sound.bookable.group,
        year=sound.year,
        number=sound.number,
        day=sound.proposal.day,
        lead_reviewer=people["lead_reviewer"][0],
        reviewers=people["reviewers"],
        champions=people["champions"],
        note=sound.typed.note,
        champions_reason=reason if sound.asks_why_champions else "",
    )
    by = By(turn.person, turn.now)
    change = booking.book(turn.session, asked_for, calendar, turn.policy, by)
    review = change.review
    draft.review_id = review.id
    agree(turn, review, by)
    asked = news.ask_everyone(turn, review, change)
    news.show_in_channel(turn, review, change)
    return say.booked(review, [p.name for p in news.heads(turn, review) if p.id != turn.person.id], asked)


def agree(turn: Turn, review: Review, by: By) -> None:
    """Whoever books a date has agreed to it, and is not asked as well."""
    if place := teams.member(review, turn.person.id):
        teams.answered(place, Answer.ACCEPTED, turn.now)
    if review.school_id in standing.headed_schools(turn.person, turn.today):
        booking.confirm(turn.session, review, by)


def schools_of(turn: Turn) -> Sequence[Bookable]:
    """The schools that this person may schedule here; refused to those who lead no group."""
    led = standing.led_groups(turn.session, turn.person, turn.today)
    if led == []:
        raise Refused(NOT_LEAD)
    if led is not None and turn.group is not None and turn.group.id not in led:
        raise Refused(f"In this channel only the Peer Review Lead of {turn.group.name} can schedule.")
    return choices.bookable(turn)


def choices_of(schools: Sequence[Bookable], people: Mapping[int, Candidate]) -> Choices:
    near = {b.group.id for b in schools}
    everyone = people.values()
    return Choices(
        choices.school_groups(schools),
        choices.people_groups([c for c in everyone if choices.may_review(c)], near),
        choices.people_groups([c for c in everyone if choices.may_champion(c)], near),
    )


def understood(turn: Turn, schools: Sequence[Bookable]) -> tuple[Typed, dict[str, Problem]]:
    """What was typed after the command, as far as it is plain; for the rest the form asks."""
    request = split(
        turn.args.get("said", ""), {b.school.id: (b.school.name,) for b in schools}, today=turn.today
    )
    names = {b.school.id: b.school.name for b in schools}
    school, day, problems = "", request.day_text, {}
    match request.school:
        case Exact(found):
            school = str(found)
        case Likely(ids):
            likely = " or ".join(names[one] for one in ids)
            problems["school"] = Problem(f"By “{request.school_text}”, do you mean {likely}?")
        case None:
            pass
        case _:
            problems["school"] = Problem(f"I couldn’t find “{request.school_text}” among your schools.")
    match request.day:
        case FoundDay(found_day):
            day = found_day.isoformat()
        case Unsure(dates, reason):
            problems["day"] = Problem(reason, dates)
        case None:
            pass
        case unread:
            problems["day"] = Problem(unread.reason)
    return Typed(school=school, day=day), problems


def typed_in(turn: Turn) -> Typed:
    return Typed(
        school=turn.text("school"),
        day=turn.text("day"),
        # Names that were typed where one person leads stand together, as they stood in the line.
        lead_reviewer=", ".join(turn.values("lead_reviewer")),
        reviewers=turn.values("reviewers"),
        champions=turn.values("champions"),
        note=turn.text("note"),
    )


def again(
    schools: Sequence[Bookable],
    people: Mapping[int, Candidate],
    found: Found,
    draft: Draft | None,
) -> Card:
    """The form as it was sent, each field with what is wrong in it."""
    kept = None if settled(draft) else draft
    offered = choices_of(schools, people)
    return say.ask(offered, found.typed, found.problems, kept.id if kept else None, found.ways_on)


def settled(draft: Draft | None) -> bool:
    return draft is not None and draft.review_id is not None


def own_draft(turn: Turn, *, hold: bool = False) -> Draft:
    draft = drafts.get(turn.session, turn.id("draft"), KIND, turn.person, hold=hold)
    if draft is None:
        raise Refused(NOT_YOUR_DRAFT)
    return draft


def plan_of(turn: Turn, sound: Sound) -> say.Plan:
    heads = news.heads_of(turn, sound.bookable.school.id)
    lead, reviewers, champions = (
        [c.person.name for c in sound.people[name]] for name in ("lead_reviewer", "reviewers", "champions")
    )
    return say.Plan(
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
    return say.already_booked(review, review.booked_by.name)
