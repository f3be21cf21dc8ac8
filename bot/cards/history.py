"""What was changed in a review, by whom and from what."""

from collections.abc import Sequence
from datetime import date

from bot.cards.handing_over import WORDS
from bot.cards.model import Button, Card, Go, Listing, Row, Text, go
from bot.cards.paging import page_of
from bot.cards.review import title
from bot.language.say import full, moment
from storage.models import Change, Review

CHANGES = {
    "booked": "booked the review",
    "moved": "moved the review",
    "confirmed": "confirmed the date",
    "unconfirmed": "says the date doesn’t suit after all",
    "cancelled": "cancelled the review",
    "postponed": "postponed the review",
    "reinstated": "brought the review back",
    "accepted": "accepted",
    "declined": "said they can’t do it",
    "replaced": "replaced someone in the team",
    "added": "added someone to the team",
    "removed": "took someone out of the team",
    "note": "changed the note",
    "suggested": "suggested another date",
    "kept": "kept the date",
    "paper_added": "added a link to the paperwork",
    "paper_not_needed": "said that a paper does not apply",
    "paper_removed": "took something out of the paperwork",
    "pack": "completed the paperwork",
    "pack_open": "opened the paperwork again",
    "longer": "needs longer for the paperwork",
    "not_longer": "needs no longer for the paperwork after all",
    "focus": "changed the self-review note",
    "handed_over": "handed over {part}",
    "taken_back": "took {part} back",
    "meeting_proposed": "proposed a time for the pre-review meeting",
    "meeting_agreed": "confirmed the time of the pre-review meeting",
    "meeting_recorded": "recorded the pre-review meeting",
    "meeting_unrecorded": "said that the pre-review meeting was not held",
    "focus_agreed": "wrote down the focus of the review",
    "questions_added": "added enquiry questions",
    "question_changed": "changed an enquiry question",
    "question_moved": "put the enquiry questions in another order",
    "question_removed": "took out an enquiry question",
    "day_drafted": "kept a draft of the timetable for the day",
    "day_sent": "sent the timetable for the day to the team",
    "day_changed": "changed the timetable for the day",
    "day_dropped": "dropped a draft of the timetable for the day",
    "day_taken_back": "took the timetable for the day back",
    "notes_made": "made notes of the day",
    "note_changed": "changed a note of the day",
    "note_removed": "took out a note of the day",
    "feedback_given": "recorded that the feedback was given",
    "feedback_invited": "named others who are invited to the feedback",
    "feedback_taken_back": "said that the feedback was not given",
    "summary_points_added": "added to the summary",
    "summary_notes_taken": "took notes of the day into the summary",
    "summary_point_changed": "changed a point of the summary",
    "summary_point_placed": "put the points of the summary in another order",
    "summary_point_removed": "took a point out of the summary",
    "summary_point_put_back": "put a point back into the summary",
    "summary_impact_written": "wrote in the summary what came of the previous action plan",
    "workshop_chosen": "chose the day of the workshop",
    "workshop_released": "has booked the half day of release for the workshop",
    "workshop_unreleased": "said that the half day of release is not booked after all",
    "workshop_staff": "decided which staff attend the workshop",
    "workshop_recorded": "recorded that the workshop was held",
    "workshop_unrecorded": "said that the workshop was not held",
    "actions_added": "added to the action plan",
    "action_changed": "changed an action of the plan",
    "action_moved": "put the actions of the plan in another order",
    "action_removed": "took an action out of the plan",
    "action_put_back": "put an action back into the plan",
    "action_done": "marked an action as done",
    "action_not_done": "said that an action is not done after all",
    "action_put_off": "moved the date of an action",
    "action_help": "asked for help with an action",
    "action_no_help": "said that no help is wanted with an action any more",
    "audit_asked": "asked for what is missing in the audit proforma",
    "audit_written": "filled in their part of the audit proforma",
    "audit_checked": "had nothing to add to the audit proforma",
    "audit_corrected": "corrected the audit proforma",
    "audit_taken_back": "took their words in the audit proforma back",
    "visit_arranged": "chose a day for the development visit",
    "visit_dropped": "took the day of the development visit back",
    "visit_recorded": "recorded the development visit",
    "visit_unrecorded": "said that the development visit was not held",
}
# Of what is prepared for a review, its history says that it changed, never what it says.
WITH_A_DAY = frozenset(
    {
        "moved",
        "booked",
        "suggested",
        "kept",
        "meeting_proposed",
        "meeting_agreed",
        "workshop_chosen",
        "visit_arranged",
    }
)
# To whom "a word to the Peer Review Lead" is said.
FOR_THE_LEAD = frozenset({"declined", "suggested"})
# Each may hold a whole note, and Slack takes about 13,000 characters in a message.
CHANGES_SHOWN = 5


def history(review: Review, changes: Sequence[Change], page: int, *, leads: bool) -> Card:
    """`leads`: the reader may see what was said to the Lead alone."""

    def to(wanted: int) -> Go:
        return go("review.history", review=review.id, page=wanted)

    rows = tuple(
        Row(f"{moment(one.at)}: {one.by.name} {did(one)}", happened(one, leads=leads)) for one in changes
    )
    shown, buttons = page_of(rows, page, to, CHANGES_SHOWN)
    return Card(f"History: {review.school.name}", (Listing(shown),), buttons)


def changed(review: Review, change: Change) -> Card:
    """To the Lead, of what somebody else has done."""
    detail = happened(change)
    return Card(
        f"{change.by.name} {did(change)}: {title(review)}",
        (Text(detail),) if detail else (),
        (Button("See the review", go("review.show", review=review.id), aside=True),),
    )


def did(change: Change) -> str:
    """What stands after the name of whoever made the change."""
    part = WORDS.get(change.now.get("part", ""))
    return CHANGES[change.what].format(part=part.called if part else "a part")


def done(change: Change) -> str:
    """The same in one sentence, with what was changed."""
    return ": ".join(filter(None, (did(change), happened(change))))


def happened(change: Change, *, leads: bool = True) -> str:
    """What a change changed, from what to what."""
    was, now = change.was, change.now
    parts = []
    if change.what in WITH_A_DAY and "day" in now:
        to = full(date.fromisoformat(now["day"]))
        parts.append(f"{full(date.fromisoformat(was['day']))} to {to}" if "day" in was else to)
    if change.what == "replaced":
        parts.append(f"{now['person']} in place of {was['person']}")
    elif change.what in {"added", "removed"}:
        parts.append(str((now or was)["person"]))
    parts += _paperwork(change)
    if change.what == "note":
        parts.append(f"It was: {was['note'] or '(nothing)'}")
    if now.get("reason") and (leads or change.what not in FOR_THE_LEAD):
        parts.append(f"“{now['reason']}”")
    return "; ".join(parts)


def _paperwork(change: Change) -> list[str]:
    """Which paper, until when, with whom: never what is in it."""
    was, now = change.was, change.now
    if "paper" in now:
        return [str(now["paper"])]
    if change.what == "longer":
        return [f"until {full(date.fromisoformat(now['until']))}"]
    if change.what == "handed_over":
        return [f"to {now['person']}"]
    return [f"from {was['person']}"] if change.what == "taken_back" and "person" in was else []
