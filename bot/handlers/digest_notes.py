"""A note from the Lead, which goes with the group's part of the Management Group's digest."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy.orm import Session

from bot.cards import digest_notes as say
from bot.cards.digest_management import Note
from bot.cards.model import Card
from bot.handlers.access import damaged
from bot.handlers.digest_access import (
    NOT_ALL,
    NOT_LED,
    group_in,
    leads,
    must,
    reads_all,
    refresh_management,
    week_in,
)
from bot.handlers.proposals import too_long
from bot.router import Turn, id_in, on
from bot.rules import digest_weeks
from bot.rules.findings import LONGEST
from storage import lead_notes
from storage.booking import By
from storage.directory import GroupEntry
from storage.models import Group, LeadNote


def notes(session: Session, monday: date, *, told: bool) -> Mapping[int, Note]:
    """By group; `told`: it is for one person, and not for whoever reads along in a channel."""
    found = lead_notes.of_week(session, monday)
    return {number: Note(one.by.name, one.words if told else "") for number, one in found.items()}


@on("lead_note.ask")
def ask(turn: Turn) -> Card:
    group = group_in(turn)
    must(leads(turn, group.id), NOT_LED)
    week = digest_weeks.next_digest(turn.now, turn.calendar)
    return form(group, week, lead_notes.last(turn.session, group.id, week))


def form(group: GroupEntry, week: date, last: LeadNote | None) -> Card:
    return say.note_form(group.name, about(group, week, last), value=last.words if last else "")


def about(group: GroupEntry, week: date, last: LeadNote | None) -> say.About:
    return say.About(group.id, week, last.number if last else 0, bool(last and last.words))


@on("lead_note.save")
def save(turn: Turn) -> Card:
    group, week, last = writing(turn)
    words = turn.text("words")
    if last and last.words == words and words:
        return say.note_saved(group.name, about(group, week, last), words)
    if error := wrong(words):
        return say.note_form(group.name, about(group, week, last), value=words, error=error)
    if (id_in(turn.args.get("seen", "")) or 0) != (last.number if last else 0):
        said = meanwhile(last)
        return say.note_form(group.name, about(group, week, last), value=words, said=said)
    return kept(turn, group, week, words, last)


@on("lead_note.drop")
def drop(turn: Turn) -> Card:
    group, week, last = writing(turn)
    if last is None or not last.words:
        return say.note_saved(group.name, about(group, week, last), "")
    if id_in(turn.args.get("seen", "")) != last.number:
        said = meanwhile(last)
        return say.note_form(group.name, about(group, week, last), value=last.words, said=said)
    return kept(turn, group, week, "", last)


def kept(turn: Turn, group: GroupEntry, week: date, words: str, last: LeadNote | None) -> Card:
    held = turn.session.get_one(Group, group.id)
    by = By(turn.person, turn.now)
    made = lead_notes.write(turn.session, held, week, words, last.number if last else 0, by)
    refresh_management(turn, week, f"note:{made.id}")
    return say.note_saved(group.name, about(group, week, made), words)


def writing(turn: Turn) -> tuple[GroupEntry, date, LeadNote | None]:
    """For a digest to come, or for the one of this week, which shows it in place."""
    group, week = group_in(turn), week_in(turn)
    must(leads(turn, group.id), NOT_LED)
    if not digest_weeks.monday_of(turn.today) <= week <= digest_weeks.next_digest(turn.now, turn.calendar):
        raise damaged()
    return group, week, lead_notes.last(turn.session, group.id, week)


def meanwhile(last: LeadNote | None) -> str:
    if last is None or not last.words:
        return f"{last.by.name if last else 'Somebody'} has taken the note back while you were here."
    return f"{last.by.name} has written while you were here: “{last.words}”. Save again to replace it."


def wrong(words: str) -> str:
    return too_long(words, LONGEST) if words else "Please write a few words."


@on("lead_note.read")
def read(turn: Turn) -> Card:
    group, week = group_in(turn), week_in(turn)
    own = leads(turn, group.id)
    must(own or reads_all(turn), NOT_ALL)
    last = lead_notes.last(turn.session, group.id, week)
    shown = last if last and last.words else None
    return say.note(group.name, about(group, week, last), shown, writes=own)
