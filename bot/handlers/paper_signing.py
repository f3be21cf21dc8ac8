"""Signatures to a paper: given in the chat, withdrawn, recorded from paper by the office."""

from collections.abc import Sequence

from bot.cards import paper_forms as say
from bot.cards.model import Card
from bot.cards.paper_words import SIGNERS, THE
from bot.handlers import paper_news
from bot.handlers.paper_access import Parts, back, card, newest, sent_in
from bot.handlers.paper_signers import Holders, open_places, own_places
from bot.router import Refused, Turn, on
from bot.rules.paper_life import may_release
from bot.rules.papers import SignedAs, Signing, may_sign
from storage import sent_papers, signatures
from storage.booking import By
from storage.models import Person, SentPaper, Signature


@on("paper.sign")
def sign(turn: Turn) -> Card:
    sent, mine = signing(turn)
    if sent_papers.signed_by(sent, turn.person):
        return card(turn, sent, mine, said="You have signed it.")
    parts = own_places(mine, sent, turn.asker.id)
    if not parts:
        return card(turn, sent, mine, said="Somebody else has signed it in your part already.")
    put(turn, sent, parts, Signing.CHAT)
    return card(turn, sent, mine, said="Signed. Thank you.")


@on("paper.withdraw")
def withdraw(turn: Turn) -> Card:
    sent, mine = signing(turn)
    if not take_back(turn, sent):
        return card(turn, sent, mine, said="There is no signature of yours.")
    return card(turn, sent, mine, said="Your signature is withdrawn. You can sign again.")


def put(turn: Turn, sent: SentPaper, parts: Sequence[SignedAs], how: Signing) -> None:
    """Put down that whoever asks has signed, and have every card that shows the paper say so."""
    change = signatures.sign(turn.session, sent, parts, turn.person, how, By(turn.person, turn.now))
    if change is not None:
        paper_news.refresh(turn, sent.review, sent.paper, change)


def take_back(turn: Turn, sent: SentPaper) -> bool:
    """One’s own signature, however it was given; whether there was one."""
    change = signatures.withdraw(turn.session, sent, turn.person, By(turn.person, turn.now))
    if change is not None:
        paper_news.refresh(turn, sent.review, sent.paper, change)
    return change is not None


def signing(turn: Turn) -> tuple[SentPaper, Parts]:
    """The newest version, for someone who has a place on its form."""
    sent, mine = sent_in(turn, hold=True)
    if not may_sign(mine, sent.paper):
        raise Refused(f"{THE[sent.paper].capitalize()} has no place for your signature.", back(sent))
    return newest(turn, sent), mine


@on("paper.record_signature")
def ask_record(turn: Turn) -> Card:
    sent, _ = recording(turn)
    return say.record(sent, open_places(turn.session, sent, turn.today), on_paper(sent))


def on_paper(sent: SentPaper) -> Sequence[Signature]:
    return [one for one in sent_papers.signed(sent) if one.recorded_by is not None]


@on("paper.recorded")
def record(turn: Turn) -> Card:
    sent, mine = recording(turn)
    wanted = turn.text("who")
    part, person = chosen(wanted, open_places(turn.session, sent, turn.today))
    if part is None or person is None:
        return not_chosen(turn, sent, mine, wanted)
    by = By(turn.person, turn.now)
    change = signatures.sign(turn.session, sent, [part], person, Signing.ON_PAPER, by)
    if change is not None:
        paper_news.refresh(turn, sent.review, sent.paper, change)
    return card(turn, sent, mine, said=f"Recorded: {person.name} has signed as {SIGNERS[part]}.")


def chosen(wanted: str, places: Holders) -> tuple[SignedAs | None, Person | None]:
    """The place and the person that a choice means."""
    found = {f"{part.value}:{one.id}": (part, one) for part, held in places.items() for one in held}
    return found.get(wanted, (None, None))


def not_chosen(turn: Turn, sent: SentPaper, mine: Parts, wanted: str) -> Card:
    """Nobody, or somebody whose signature is there by now: the same form sent twice, or by two at once."""
    there = {f"{one.part.value}:{one.person_id}": one for one in sent_papers.signed(sent)}
    if wanted in there:
        return card(turn, sent, mine, said=f"The signature of {there[wanted].person.name} is there.")
    places = open_places(turn.session, sent, turn.today)
    error = "Please choose somebody who has still to sign." if wanted else "Please choose who has signed."
    return say.record(sent, places, on_paper(sent), error=error)


@on("paper.remove_signature")
def remove(turn: Turn) -> Card:
    """What the office has recorded by mistake."""
    sent, mine = recording(turn)
    person_id = turn.id("person")
    recorded = [one for one in on_paper(sent) if one.person_id == person_id]
    if not recorded:
        return card(turn, sent, mine, said="That signature is not there any more.")
    person = recorded[0].person
    change = signatures.withdraw(turn.session, sent, person, By(turn.person, turn.now))
    if change is not None:
        paper_news.refresh(turn, sent.review, sent.paper, change)
    return card(turn, sent, mine, said=f"Taken out: the signature of {person.name} on paper.")


def recording(turn: Turn) -> tuple[SentPaper, Parts]:
    """The newest version, for the office."""
    sent, mine = sent_in(turn, hold=True)
    if not may_release(mine, sent.paper):
        raise Refused("Only the Consortium Office records signatures on paper.", back(sent))
    return newest(turn, sent), mine
