"""Who leads each group in the coming year: the Management Group is asked in June, the Lead in September."""

from collections.abc import Sequence

from bot.cards.model import Button, Card, Line, Row, Text, go
from bot.language.say import listed
from bot.rules.seasons import Season
from storage.directory import GroupEntry
from storage.models import LeadCheck

LONGEST = 100


def asks(group: GroupEntry, leads: Sequence[str], season: Season) -> Row:
    now = led(group.name, leads)
    to = {"group": group.id, "season": season.day}
    title = f"Who leads {group.name} from September?" if season.ahead else f"You lead {group.name} this year"
    return Row(
        title,
        f"{now} Is that right for the new year?",
        (
            Button("Confirm", go("leads.confirm", **to), aside=True),
            Button("Replace", go("leads.ask", **to), aside=True),
        ),
    )


def led(group: str, leads: Sequence[str]) -> str:
    if not leads:
        return f"{group} has no Peer Review Lead in the roster."
    lead, *deputies = leads
    also = f"{listed(deputies)} the deputy" if deputies else "without a deputy"
    return f"{lead} is its Peer Review Lead, {also}."


def ask(group: GroupEntry, season: str, value: str = "", error: str = "") -> Card:
    hint = "Their name, and their school if they are new. The Consortium Office changes the roster."
    return Card(
        f"Who should lead {group.name}?",
        (Line(name="person", label="Name", hint=hint, value=value, error=error),),
        (
            Button("Ask the office", go("leads.replace", group=group.id, season=season), "primary"),
            Button("Leave it as it is", go("leave")),
        ),
    )


def answered(check: LeadCheck, said: str = "") -> Card:
    """To whoever answered, and to whoever comes after them."""
    how = (
        f"{check.by.name} has asked the Consortium Office for {check.wanted} in their place."
        if check.wanted
        else f"{check.by.name} has confirmed who leads it."
    )
    return Card(
        f"The Lead of {check.group.name}",
        (*((Text(said, "good"),) if said else ()), Text(how)),
        (Button("Take it back", go("leads.take_back", check=check.id)),),
    )


def taken_back(check: LeadCheck) -> Card:
    return Card(
        f"The Lead of {check.group.name}",
        (Text("Taken back. You can answer again.", "good"),),
        (
            Button("Confirm", go("leads.confirm", group=check.group_id, season=check.season)),
            Button("Replace", go("leads.ask", group=check.group_id, season=check.season)),
        ),
    )


def wanted(check: LeadCheck) -> Card:
    """To the office, which changes the roster."""
    if check.ended_at:
        said = f"{check.by.name} has taken back the wish for another Lead. There is nothing for you to do."
        return Card(f"The Lead of {check.group.name}", (Text(said),))
    return Card(
        f"Another Lead is wanted for {check.group.name}",
        (
            Text(f"{check.by.name} asks for {check.wanted}."),
            Text("Please change it in the roster, and import that.", "muted"),
        ),
    )
