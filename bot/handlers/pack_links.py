"""The links to all papers that are still needed, in one form."""

from collections.abc import Mapping

from bot.cards import pack_links as say
from bot.cards import pack_words as wording
from bot.cards.model import Card
from bot.cards.web_links import sentence
from bot.handlers.pack import name
from bot.handlers.pack_access import shown, to_change, who_has
from bot.handlers.pack_asked import keep_current
from bot.handlers.pack_news import settle
from bot.router import Turn, id_in, on
from bot.rules.pack import Item, asked
from bot.rules.web_links import wrong_with
from storage import packs
from storage.booking import By
from storage.models import PackItem, Review

Papers = Mapping[Item, PackItem]
Typed = Mapping[Item, str]


@on("links.ask")
def ask(turn: Turn) -> Card:
    review = to_change(turn)
    return form(turn, review, packs.papers(turn.session, review.id), {}, {})


@on("links.add")
def add(turn: Turn) -> Card:
    """All of them, or none while something is wrong with one."""
    review = to_change(turn)
    papers = packs.papers(turn.session, review.id)
    typed = {item: link for item in asked_of(review) if (link := turn.text(item.value))}
    new = {item: link for item, link in typed.items() if link != link_of(papers.get(item))}
    if typed and not new:
        return shown(turn, review)
    before = versions_in(turn, review)
    stale = {item for item in new if before.get(item) != version_of(papers.get(item))}
    errors = {item: error for item, link in new.items() if (error := unfit(turn, link))}
    errors |= {item: beaten(turn, papers.get(item)) for item in stale - errors.keys()}
    if errors or not new:
        return form(turn, review, papers, typed, errors)
    return saved(turn, review, new)


def saved(turn: Turn, review: Review, new: Typed) -> Card:
    by = By(turn.person, turn.now)
    changes = [
        packs.enter(turn.session, review, item, name(turn, item), by, link=link) for item, link in new.items()
    ]
    told = settle(turn, review)
    keep_current(turn, review, changes[-1])
    said = wording.saved_links(len(new))
    return shown(turn, review, f"{said} {wording.TEAM_TOLD}" if told else said)


def form(turn: Turn, review: Review, papers: Papers, typed: Typed, errors: Typed) -> Card:
    """A field for each paper that is still needed, and for each that a link was typed for."""
    items = [item for item in asked_of(review) if item in typed or not packs.is_settled(papers.get(item))]
    if not items:
        return shown(turn, review)
    if not typed and "versions" in turn.args:
        errors = {items[0]: say.MISSING}
    versions = ".".join(str(version_of(papers.get(item))) for item in asked_of(review))
    called = [(item, name(turn, item)) for item in items]
    return say.ask(review, called, versions, values=typed, errors=errors)


def unfit(turn: Turn, link: str) -> str:
    domains = turn.policy.link_domains
    found = wrong_with(link, domains)
    return sentence(found, domains) if found else ""


def beaten(turn: Turn, paper: PackItem | None) -> str:
    return say.beaten(paper, who_has(turn, paper.by) if paper else "Someone has")


def versions_in(turn: Turn, review: Review) -> Mapping[Item, int | None]:
    """Of each paper when the form was made."""
    versions = turn.args.get("versions", "").split(".")
    return {item: id_in(one) for item, one in zip(asked_of(review), versions, strict=False)}


def asked_of(review: Review) -> tuple[Item, ...]:
    return asked(church_school=review.school.church_school)


def link_of(paper: PackItem | None) -> str:
    return paper.link if paper else ""


def version_of(paper: PackItem | None) -> int:
    return paper.version if paper else 0
