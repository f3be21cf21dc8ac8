"""The self-review note: the broad areas of focus, and a link to the pro forma; both as the school likes."""

from bot.cards import focus as say
from bot.cards.model import Card
from bot.cards.problems import Problem
from bot.cards.web_links import sentence
from bot.handlers.pack_access import shown, to_change, who_has
from bot.handlers.pack_addresses import to_note
from bot.handlers.pack_asked import keep_current
from bot.handlers.proposals import LONGEST_NOTE, too_long
from bot.handlers.reading import reader_of
from bot.router import Turn, id_in, on
from bot.rules.web_links import wrong_with
from storage import packs
from storage.booking import By


@on("focus.ask")
def ask(turn: Turn) -> Card:
    review = to_change(turn)
    note = packs.focus(turn.session, review.id)
    return say.ask(review, note, areas=note.areas if note else "", link=note.link if note else "")


@on("focus.save")
def save(turn: Turn) -> Card:
    review = to_change(turn)
    note = packs.focus(turn.session, review.id)
    areas, link = turn.text("areas"), turn.text("link")
    if (areas, link) == ((note.areas, note.link) if note else ("", "")):
        return shown(turn, review, say.AS_IT_WAS if areas or link else say.NOTHING_TYPED)
    problems = wrong(turn, areas, link)
    overtaken = note is not None and id_in(turn.args.get("version", "")) != note.version
    if problems or overtaken:
        beaten = who_has(turn, note.by) if note and overtaken else ""
        opens = to_note(turn.links, reader_of(turn), review, note)
        return say.ask(review, note, areas=areas, link=link, problems=problems, beaten=beaten, opens=opens)
    keep_current(
        turn, review, packs.write_focus(turn.session, review, areas, link, By(turn.person, turn.now))
    )
    return shown(turn, review, say.SAVED if areas or link else say.EMPTIED)


def wrong(turn: Turn, areas: str, link: str) -> dict[str, Problem]:
    problems = {}
    if error := too_long(areas, LONGEST_NOTE):
        problems["areas"] = Problem(error)
    domains = turn.policy.link_domains
    if link and (found := wrong_with(link, domains)):
        problems["link"] = Problem(sentence(found, domains))
    return problems
