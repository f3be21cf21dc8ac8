"""What the links to papers open: whoever each was made for is checked again, and gets what they may read."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial

from sqlalchemy.orm import Session

from bot.documents import actions, file_names, word
from bot.documents.bundle import zipped
from bot.documents.forms import Forms
from bot.documents.table import MEDIA_TYPE
from bot.documents.web_page import style, web_page
from bot.handlers import history_table, year_links
from bot.handlers.paper_reading import (
    lines_of,
    may_read,
    newest_of,
    newest_plans,
)
from bot.handlers.paper_signers import open_places, signature_lines
from bot.handlers.reading import Reader, reader_by_id
from bot.links import File, Gives
from bot.rules.permissions import Paper
from storage import reviews, sent_papers
from storage.models import SentPaper

# In addresses, so each is kept.
WORD, PRINT, PAPERS, ACTIONS, HISTORY = "word", "print", "papers", "actions", "history"
# In the place of a review's id: the actions of all.
ALL = 0


def files_with(forms: Forms) -> Mapping[str, Gives]:
    """What each purpose of a link gives, with the office's own templates where they can be used."""
    return {
        WORD: partial(word_file, forms),
        PRINT: page,
        PAPERS: partial(papers, forms),
        ACTIONS: action_items,
        HISTORY: history_table.file,
        year_links.PAGE: year_links.page,
        year_links.TABLE: year_links.table,
    }


def word_file(forms: Forms, session: Session, person_id: int, sent_id: int, now: datetime) -> File | None:
    found = opened(session, person_id, sent_id, now)
    return as_word(forms, *found) if found else None


def page(session: Session, person_id: int, sent_id: int, now: datetime) -> File | None:
    found = opened(session, person_id, sent_id, now)
    if found is None:
        return None
    reader, sent = found
    to_follow = bool(open_places(session, sent, reader.today))
    text = web_page(sent_papers.as_content(sent), signature_lines(sent), to_follow=to_follow)
    return File(text.encode(), "text/html", style=style())


def papers(forms: Forms, session: Session, person_id: int, review_id: int, now: datetime) -> File | None:
    """Those that this person may read, with the plan's actions as a table."""
    reader, review = reader_by_id(session, person_id, now), reviews.get(session, review_id)
    found = newest_of(reader, review) if reader and review else ()
    if not reader or not review or not found:
        return None
    held = [as_word(forms, reader, sent) for sent in found]
    held += [actions_of(reader, [sent]) for sent in found if sent.paper is Paper.PLAN]
    body = zipped(((one.name, one.body) for one in held), now)
    return File(body, "application/zip", f"{stem(found[0])}-papers.zip")


def action_items(session: Session, person_id: int, review_id: int, now: datetime) -> File | None:
    """Of one review or, without its id, of all."""
    reader = reader_by_id(session, person_id, now)
    if reader is None:
        return None
    if review_id == ALL:
        found = newest_plans(reader)
    else:
        review = reviews.get(session, review_id)
        found = [one for one in newest_of(reader, review) if one.paper is Paper.PLAN] if review else []
    return actions_of(reader, found, everywhere=review_id == ALL) if found else None


def opened(session: Session, person_id: int, sent_id: int, now: datetime) -> tuple[Reader, SentPaper] | None:
    """The version, for whoever may read it now (UTC)."""
    reader, sent = reader_by_id(session, person_id, now), sent_papers.get(session, sent_id)
    if reader is None or sent is None or not may_read(reader.parts(sent.review), sent):
        return None
    return reader, sent


def as_word(forms: Forms, reader: Reader, sent: SentPaper) -> File:
    content = sent_papers.as_content(sent)
    to_follow = bool(open_places(reader.session, sent, reader.today))
    body = word.word(content, signature_lines(sent), to_follow=to_follow, forms=forms)
    return File(body, word.MEDIA_TYPE, word_name(sent))


def word_name(sent: SentPaper) -> str:
    content = sent_papers.as_content(sent)
    return f"{file_names.of_paper(content.school, content.day, sent.paper, sent.number)}.docx"


def actions_of(reader: Reader, plans: Sequence[SentPaper], *, everywhere: bool = False) -> File:
    lines = [line for sent in plans for line in lines_of(reader, sent)]
    name = f"action-items-{reader.today.isoformat()}" if everywhere else f"{stem(plans[0])}-actions"
    return File(actions.actions_csv(lines), MEDIA_TYPE, f"{name}.csv")


def stem(sent: SentPaper) -> str:
    content = sent_papers.as_content(sent)
    return file_names.stem(content.school, content.day)
