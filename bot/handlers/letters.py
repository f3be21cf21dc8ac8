"""What the bot says of its own accord about a review, and when there is nothing left to say."""

from bot.cards import answers, calling_off, history, moving, team
from bot.cards import review as say
from bot.cards import suggestions as about_dates
from bot.cards.model import Card
from bot.letters import Letter, template
from bot.rules.roles import Answer, Role, TeamPart
from storage import consortium, reviews, standing, suggestions, teams
from storage.models import Change, Person, Review

ASKED_AGAIN = ("booked", "moved", "reinstated")
CONFIRMATIONS = ("confirmed", "unconfirmed", "moved")


@template("review.card")
def card(letter: Letter) -> Card | None:
    review = reviews.get(letter.session, letter.id("review"))
    return say.in_channel(review, letter.today) if review else None


@template("review.ask")
def ask(letter: Letter) -> Card | None:
    """The question whether the date suits; once answered, the answer; once moved again, the news of it."""
    review, change = about(letter)
    if review is None or change is None or letter.person is None:
        return None
    if review.cancelled_at or review.postponed_at:
        return calling_off.is_off(review) if letter.stands else None
    if not letter.stands and reviews.has_changed_since(letter.session, change, ASKED_AGAIN):
        # A newer question follows; that the date has moved in between is still news.
        return moving.what_changed(review, change) if change.what == "moved" else None
    if review.day < letter.today and not letter.stands:
        return None
    why = answers.asked_again(review, change) if change.what in {"moved", "reinstated"} else ()
    return question(letter, review, letter.person, why)


def question(letter: Letter, review: Review, person: Person, why: answers.Why) -> Card | None:
    """To a headteacher whether the date suits, to the team whether they can; or what was answered."""
    place = teams.member(review, person.id)
    if review.school_id in standing.headed_schools(person, letter.today):
        if review.confirmed_at is None:
            return answers.please_confirm(review, why=why)
        if place is None:
            return answers.confirmed(review)
    if place is None:
        return team.place_filled(review) if teams.had_a_place(review, person.id) else None
    match place.answer:
        case Answer.ACCEPTED:
            return answers.accepted(review, place)
        case Answer.DECLINED:
            return answers.declined(review)
        case Answer.WAITING:
            heads = consortium.people_with(
                letter.session, Role.HEAD, letter.today, school_id=review.school_id
            )
            return answers.please_accept(review, place, [head.name for head in heads], why=why)


@template("review.moved")
def moved(letter: Letter) -> Card | None:
    review, change = about(letter)
    return moving.what_changed(review, change) if review and change else None


@template("review.off")
def off(letter: Letter) -> Card | None:
    """Only the last word on it: what was cancelled and brought back overnight is not said to be cancelled."""
    review, change = about(letter)
    later = ("cancelled", "postponed", "reinstated", "moved")
    if review is None or change is None or reviews.has_changed_since(letter.session, change, later):
        return None
    return calling_off.off(review, change)


@template("review.ahead")
def ahead(letter: Letter) -> Card | None:
    review, change = about(letter)
    if review is None or change is None or review.cancelled_at:
        return None
    return calling_off.goes_ahead(review, change.by.name)


@template("lead.confirmed")
def head_confirmed(letter: Letter) -> Card | None:
    review, change = about(letter)
    moved_on = change is not None and reviews.has_changed_since(letter.session, change, CONFIRMATIONS)
    return answers.head_confirmed(review) if review and review.confirmed_at and not moved_on else None


@template("lead.accepted")
def everyone_accepted(letter: Letter) -> Card | None:
    """Not once the date has moved, or somebody has changed their mind."""
    review, _ = about(letter)
    if review is None or not all(m.answer is Answer.ACCEPTED for m in teams.present(review)):
        return None
    return answers.everyone_accepted(review)


@template("lead.declined")
def someone_declined(letter: Letter) -> Card | None:
    """Nothing to do once the place is filled or the answer taken back."""
    review, change = about(letter)
    if review is None or change is None:
        return None
    place = teams.by_id_ever(review, letter.id("member"))
    if place is None:
        return None
    if place.ended_at or place.answer is not Answer.DECLINED:
        return team.no_gap(review, place) if letter.stands else None
    return team.declined(review, place)


@template("lead.changed")
def changed(letter: Letter) -> Card | None:
    """Somebody else has changed what the Lead answers for."""
    review, change = about(letter)
    return history.changed(review, change) if review and change else None


@template("lead.suggested")
def suggested(letter: Letter) -> Card | None:
    made = suggestions.get(letter.session, letter.id("suggestion"))
    review = reviews.get(letter.session, made.review_id) if made else None
    if made is None or review is None:
        return None
    return about_dates.decided(review, made) if made.decided_at else about_dates.suggestion(review, made, ())


@template("suggestion.kept")
def kept(letter: Letter) -> Card | None:
    made = suggestions.get(letter.session, letter.id("suggestion"))
    review, change = about(letter)
    if made is None or review is None or change is None:
        return None
    # Whoever was told of a later date needs no word about this one.
    if reviews.has_changed_since(letter.session, change, reviews.DATES):
        return None
    return about_dates.kept(review, made)


@template("team.no_longer")
def no_longer_needed(letter: Letter) -> Card | None:
    review, change = about(letter)
    if review is None or change is None:
        return None
    return team.no_longer_needed(review, TeamPart(str(letter.args["part"])))


def about(letter: Letter) -> tuple[Review | None, Change | None]:
    change = reviews.change(letter.session, letter.id("change"))
    review = reviews.get(letter.session, change.review_id) if change else None
    return review, change
