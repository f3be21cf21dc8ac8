"""The pack: the school's papers for the review team, each a link or a reason why it does not apply."""

from bot.cards import pack as wording
from bot.cards import pack_forms as say
from bot.cards.model import Card
from bot.cards.web_links import sentence
from bot.handlers import finding
from bot.handlers.access import damaged, review_in
from bot.handlers.pack_access import shown, to_change
from bot.handlers.pack_news import settle
from bot.handlers.proposals import LONGEST_LINE, too_long
from bot.router import Turn, id_in, on
from bot.rules.milestones import Kind
from bot.rules.pack import Item, asked
from bot.rules.web_links import wrong_with
from storage import packs
from storage.booking import By
from storage.models import PackItem, Review


@on("pack.find")
def find(turn: Turn) -> Card:
    found = finding.meant(turn, "pack.show", "pack.find", Kind.PACK)
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
    if paper and paper.link == link and not paper.reason and link:
        return shown(turn, review)
    wrong = wrong_with(link, turn.policy.link_domains)
    error = sentence(wrong, turn.policy.link_domains) if wrong else ""
    beaten = changed_since(turn, paper)
    if error or beaten:
        called = name(turn, item)
        return say.ask_link(review, item, called, paper, value=link, error=error, beaten=beaten)
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
        return shown(turn, review)
    error = too_long(reason, LONGEST_LINE) if reason else "Please say in a few words why it does not apply."
    beaten = changed_since(turn, paper)
    if error or beaten:
        called = name(turn, item)
        return say.ask_reason(review, item, called, paper, value=reason, error=error, beaten=beaten)
    return entered(turn, review, item, reason=reason)


@on("pack.first")
def first_review(turn: Turn) -> Card:
    """There is no last review whose papers could be sent."""
    review = to_change(turn)
    paper = packs.papers(turn.session, review.id).get(Item.PREVIOUS)
    if paper and paper.reason == wording.FIRST_REVIEW:
        return shown(turn, review)
    if packs.held_before(turn.session, review, turn.today):
        return shown(turn, review, warning="The school has had a review before, as it says here.")
    if changed_since(turn, paper):
        return shown(turn, review, warning=beaten_by(paper))
    return entered(turn, review, Item.PREVIOUS, reason=wording.FIRST_REVIEW)


@on("pack.remove")
def remove(turn: Turn) -> Card:
    review, item, paper = paper_in(turn)
    if paper is None or not packs.is_settled(paper):
        return shown(turn, review)
    if changed_since(turn, paper):
        return shown(turn, review, warning=beaten_by(paper))
    return entered(turn, review, item)


def entered(turn: Turn, review: Review, item: Item, *, link: str = "", reason: str = "") -> Card:
    by = By(turn.person, turn.now)
    packs.enter(turn.session, review, item, name(turn, item), by, link=link, reason=reason)
    settle(turn, review)
    return shown(turn, review, "Saved." if link or reason else "Taken out.")


def beaten_by(paper: PackItem | None) -> str:
    who = paper.by.name if paper else "Someone"
    return f"{who} has changed that paper since, so you have changed nothing. Here it is as it stands now."


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


def changed_since(turn: Turn, paper: PackItem | None) -> bool:
    """Whether somebody else has changed the paper since the button was made."""
    return id_in(turn.args.get("version", "")) != (paper.version if paper else 0)
