"""The pack: the school's papers for the review team, each a link or a reason why it does not apply."""

from bot.cards import pack_forms as say
from bot.cards import pack_words as wording
from bot.cards.model import Card
from bot.cards.web_links import sentence
from bot.handlers import finding
from bot.handlers.access import damaged, review_in
from bot.handlers.pack_access import shown, to_change, who_has
from bot.handlers.pack_addresses import to_paper
from bot.handlers.pack_asked import keep_current
from bot.handlers.pack_news import settle
from bot.handlers.proposals import LONGEST_LINE, too_long
from bot.handlers.reading import reader_of
from bot.router import Turn, id_in, on
from bot.rules.milestones import Kind
from bot.rules.pack import Item, asked
from bot.rules.web_links import wrong_with
from storage import packs
from storage.booking import By
from storage.models import PackItem, Review


@on("pack.find")
def find(turn: Turn) -> Card:
    found = finding.meant(turn, "pack", Kind.PACK)
    return shown(turn, found) if isinstance(found, Review) else found


@on("pack.show")
def show(turn: Turn) -> Card:
    return shown(turn, review_in(turn))


@on("pack.link")
def ask_link(turn: Turn) -> Card:
    review, item, paper = paper_in(turn)
    return say.ask_link(review, item, name(turn, item), paper, value=paper.link if paper else "")


@on("pack.add")
def add(turn: Turn) -> Card:
    review, item, paper = paper_in(turn)
    link = turn.text("link")
    if paper and paper.link == link and link:
        return shown(turn, review, wording.saved_link(spoken(turn, item)))
    wrong = wrong_with(link, turn.policy.link_domains)
    error = sentence(wrong, turn.policy.link_domains) if wrong else ""
    beaten = overtaken_by(turn, paper)
    if error or beaten:
        called, opens = name(turn, item), to_paper(turn.links, reader_of(turn), review, paper)
        return say.ask_link(review, item, called, paper, value=link, error=error, beaten=beaten, opens=opens)
    return entered(turn, review, item, link=link)


@on("pack.reason")
def ask_reason(turn: Turn) -> Card:
    review, item, paper = paper_in(turn)
    return say.ask_reason(review, item, name(turn, item), paper, value=paper.reason if paper else "")


@on("pack.skip")
def skip(turn: Turn) -> Card:
    """The paper does not apply to this school."""
    review, item, paper = paper_in(turn)
    reason = turn.text("reason")
    if paper and paper.reason == reason and reason:
        return shown(turn, review, wording.saved_reason(spoken(turn, item)))
    error = too_long(reason, LONGEST_LINE) if reason else "Please say in a few words why it does not apply."
    beaten = overtaken_by(turn, paper)
    if error or beaten:
        called, opens = name(turn, item), to_paper(turn.links, reader_of(turn), review, paper)
        return say.ask_reason(
            review, item, called, paper, value=reason, error=error, beaten=beaten, opens=opens
        )
    return entered(turn, review, item, reason=reason)


@on("pack.first")
def first_review(turn: Turn) -> Card:
    """There is no last review whose papers could be sent."""
    review = to_change(turn)
    paper = packs.papers(turn.session, review.id).get(Item.PREVIOUS)
    if paper and paper.reason == wording.FIRST_REVIEW:
        return shown(turn, review, wording.SAVED_FIRST)
    if packs.held_before(turn.session, review, turn.today):
        return shown(turn, review, warning="The school has had a review before, as it says here.")
    if beaten := overtaken_by(turn, paper):
        return shown(turn, review, warning=wording.changed_since(beaten))
    return entered(turn, review, Item.PREVIOUS, reason=wording.FIRST_REVIEW)


@on("pack.remove")
def remove(turn: Turn) -> Card:
    review, item, paper = paper_in(turn)
    if paper is None or not packs.is_settled(paper):
        return shown(turn, review)
    if beaten := overtaken_by(turn, paper):
        return shown(turn, review, warning=wording.changed_since(beaten))
    return entered(turn, review, item)


def entered(turn: Turn, review: Review, item: Item, *, link: str = "", reason: str = "") -> Card:
    by = By(turn.person, turn.now)
    change = packs.enter(turn.session, review, item, name(turn, item), by, link=link, reason=reason)
    told = settle(turn, review)
    keep_current(turn, review, change)
    said = what_was_done(spoken(turn, item), link, reason)
    return shown(turn, review, f"{said} {wording.TEAM_TOLD}" if told else said)


def what_was_done(paper: str, link: str, reason: str) -> str:
    if link:
        return wording.saved_link(paper)
    if reason == wording.FIRST_REVIEW:
        return wording.SAVED_FIRST
    return wording.saved_reason(paper) if reason else wording.taken_out(paper)


def paper_in(turn: Turn) -> tuple[Review, Item, PackItem | None]:
    """The review of the button, for whoever may change its pack, and the paper as it stands."""
    review = to_change(turn)
    try:
        item = Item(turn.args.get("item", ""))
    except ValueError:
        raise damaged() from None
    if item not in asked(church_school=review.school.church_school):
        raise damaged()
    return review, item, packs.papers(turn.session, review.id).get(item)


def name(turn: Turn, item: Item) -> str:
    return wording.called(item, turn.policy.data_label)


def spoken(turn: Turn, item: Item) -> str:
    return wording.named(item, turn.policy.data_label)


def overtaken_by(turn: Turn, paper: PackItem | None) -> str:
    """Who has changed the paper since the button was made, "" where nobody has."""
    if id_in(turn.args.get("version", "")) == (paper.version if paper else 0):
        return ""
    return who_has(turn, paper.by) if paper else "Someone has"
