"""What is said about changing a review's team."""

from collections.abc import Sequence

from bot.cards import milestones
from bot.cards.model import Button, Card, Confirm, Go, Listing, OptionGroup, People, Row, Text, go
from bot.cards.paging import page_of
from bot.cards.review import ANSWERS, title
from bot.language.say import listed
from bot.rules.roles import Answer, TeamPart
from storage import teams
from storage.models import Review, TeamMember

# Each row has its question, which counts on Slack.
A_PAGE = 6
PARTS = {"reviewer": TeamPart.REVIEWER, "champion": TeamPart.CHAMPION}


NOTHING_YET = "Nothing has been changed yet. Choose below whom to replace, to add or to take out."


def show(review: Review, said: str = "", remarks: Sequence[str] = (), page: int = 0) -> Card:
    """Everyone in the team, each with what can be done; `remarks` is what the Lead should know about it."""
    everyone = tuple(_place(review, member) for member in teams.present(review))

    def to(wanted: int) -> Go:
        return go("team.show", review=review.id, page=wanted)

    rows, pages = page_of(everyone, page, to, A_PAGE)
    after = "Whoever you add is asked to take part; whoever you take out is thanked and told."
    return Card(
        f"The team for {title(review)}",
        (
            *((Text(said, "good"),) if said else ()),
            *(Text(remark, "warning") for remark in remarks),
            Listing(rows),
            Text(after, "muted"),
        ),
        (
            *pages,
            Button("Add a reviewer", go("team.add", review=review.id, part="reviewer")),
            Button("Add an Improvement Champion", go("team.add", review=review.id, part="champion")),
            Button("Back to the review", go("review.show", review=review.id)),
        ),
    )


def _place(review: Review, member: TeamMember) -> Row:
    to = {"review": review.id, "member": member.id}
    replace = Button("Replace", go("team.replace", **to))
    sure = Confirm(
        f"Take {member.person.name} out of the team?",
        f"{member.person.name} is told, and no longer takes part at {review.school.name}.",
        "Yes, take out",
        f"Keep {member.person.name}",
    )
    take_out = Button("Take out", go("team.remove", **to), confirm=sure)
    why = f": “{member.reason}”" if member.reason else ""
    part = milestones.PART[member.part]
    # A review always has a lead reviewer: that place is filled anew, never emptied.
    buttons = (replace,) if member.part is TeamPart.LEAD_REVIEWER else (replace, take_out)
    return Row(member.person.name, f"{part[0].upper()}{part[1:]}, {ANSWERS[member.answer]}{why}", buttons)


def choose(
    review: Review,
    part: TeamPart,
    groups: tuple[OptionGroup, ...],
    *,
    place: TeamMember | None = None,
    value: str = "",
    error: str = "",
) -> Card:
    """Whom to ask: in the place of someone, or as one more."""
    words = milestones.PART[part]
    instead = f" instead of {place.person.name}" if place else ""
    to = go("team.replaced", review=review.id, member=place.id) if place else None
    add = go("team.added", review=review.id, part="champion" if part is TeamPart.CHAMPION else "reviewer")
    person = People(
        name="person",
        label=f"{words[0].upper()}{words[1:]}{instead}",
        groups=groups,
        values=(value,) if value else (),
        error=error,
    )
    return Card(
        f"Who shall I ask{instead}?" if place else f"Who shall I ask to be {milestones.A_PART[part]}?",
        (Text(title(review)), person),
        (Button("Ask them", to or add, "primary"), Button("Go back", go("team.show", review=review.id))),
    )


def asked(review: Review, person: str) -> str:
    """What was done for whoever joins the team."""
    when = "will be asked once there is a date" if review.postponed_at else "has been asked"
    return f"{person} {when}."


def no_gap(review: Review, place: TeamMember) -> Card:
    """In place of a request to find someone, when nobody is missing there any more."""
    part, who = milestones.A_PART[place.part], place.person.name
    why = "is no longer in the team" if place.ended_at else "can come after all"
    return Card(
        f"{who} as {part} at {review.school.name}: taken care of",
        (Text(title(review)), Text(f"{who} {why}. There is nothing for you to do.", "good")),
        (Button("See the review", go("review.show", review=review.id), aside=True),),
    )


def taken_out(person: str) -> str:
    return f"{person} is no longer in the team and has been told."


def no_longer_needed(review: Review, part: TeamPart) -> Card:
    """To whoever was taken out or replaced."""
    return Card(
        f"A change of plan for {title(review)}",
        (
            Text(
                f"Thank you for offering to help. You don’t need to be {milestones.A_PART[part]} there after "
                "all, so you can take the date out of your diary."
            ),
        ),
    )


def place_filled(review: Review) -> Card:
    """In place of a question, once somebody else has the place."""
    return Card(
        f"{title(review)}: your place has been filled",
        (Text("Thank you. There is nothing for you to do.", "good"),),
    )


def declined(review: Review, member: TeamMember) -> Card:
    """To the Lead, when somebody in the team can't do it."""
    reason = (Text(("The reason given: ", f"“{member.reason}”")),) if member.reason else ()
    others = [m.person.name for m in teams.present(review) if m.answer is Answer.DECLINED and m is not member]
    also = (Text(f"{listed(others)} can’t do it either."),) if others else ()
    return Card(
        f"{member.person.name} can’t be {milestones.A_PART[member.part]} at {review.school.name}",
        (Text(title(review)), *reason, *also),
        (
            Button(
                "Choose someone else",
                go("team.replace", review=review.id, member=member.id),
                "primary",
                aside=True,
            ),
            Button("See the review", go("review.show", review=review.id), aside=True),
        ),
    )
