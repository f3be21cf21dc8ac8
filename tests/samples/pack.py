"""Samples of the pack: as it stands, its forms, and what is told about it."""

from collections.abc import Collection, Mapping

from bot.cards import focus, pack_forms, pack_links, pack_news
from bot.cards import pack as say
from bot.cards.pack import Pack, Sees
from bot.cards.pack_words import TEAM_TOLD, called, saved_link
from bot.cards.problems import Problem
from bot.rules.milestones import Kind
from bot.rules.pack import Item
from bot.rules.web_links import LONGEST
from storage import milestones
from storage.models import FocusNote, PackItem, Person, Review
from tests.chat import LINKS
from tests.samples import made
from tests.samples.registry import Three, samples

LINK = "https://docs.oak.example/papers/sef"
LONG_LINK = "https://docs.oak.example/" + made.filled("<papers>&'", LONGEST - 25)
OUR_LINK = LINKS.make("paper", made.BIG, made.BIG, made.NOW)
LABEL = "Data: FFT and ASP/IDSR"
LONG_LABEL = made.filled(made.HOSTILE, 60)
EVERYTHING = Sees(status=True, links=True, areas=True, writes=True, longer=True, hands=True, review=True)
OTHER = f"{made.LONG_PERSON.name} has"
ERROR = "There is a space or a line break in that link. Please copy it again, without them."


def paper(item: Item, by: Person, *, link: str = "", reason: str = "") -> PackItem:
    return PackItem(item=item, link=link, reason=reason, by=by, by_id=by.id, at=made.NOW, version=made.BIG)


def papers(items: Collection[Item], by: Person, **what: str) -> Mapping[Item, PackItem]:
    return {item: paper(item, by, **what) for item in items}


def note(by: Person, areas: str, link: str) -> FocusNote:
    return FocusNote(areas=areas, link=link, by=by, by_id=by.id, at=made.NOW, version=made.BIG)


def longest_review() -> Review:
    """Of a church school that has asked for longer."""
    review = made.longest(confirmed_by=None)
    review.school.church_school = True
    row = milestones.of(review, Kind.PACK)
    row.done_at = None
    row.longer_until, row.longer_why, row.longer_by = review.day, made.REASON, made.LONG_PERSON
    return review


def longest_pack() -> Pack:
    all_but_one = [item for item in Item if item is not Item.PREVIOUS]
    return Pack(
        longest_review(),
        papers(all_but_one, made.LONG_PERSON, link=LONG_LINK),
        note(made.LONG_PERSON, made.NOTE, LONG_LINK),
        made.LONG_PERSON,
        made.DAY,
        LONG_LABEL,
        dict.fromkeys(all_but_one, OUR_LINK),
        OUR_LINK,
    )


@samples(say.show)
def show() -> Three:
    tiny, usual = made.tiny(), made.usual()
    for review in (tiny, usual):
        review.school.church_school = False
    some = papers([Item.SEF, Item.OFSTED], made.PRIYA, link=LINK)
    full = longest_pack()
    return Three(
        say.show(Pack(tiny, {}, None, None, None, LABEL, {}, ""), Sees(areas=True)),
        say.show(Pack(usual, some, None, None, None, LABEL, dict.fromkeys(some, OUR_LINK), ""), EVERYTHING),
        say.show(full, EVERYTHING, f"{saved_link(LONG_LABEL)} {TEAM_TOLD}", made.REASON),
    )


@samples(pack_forms.ask_link)
def ask_link() -> Three:
    left = paper(Item.DATA, made.LONG_PERSON, link=LONG_LINK)
    return Three(
        pack_forms.ask_link(made.tiny(), Item.SEF, "SEF", None),
        pack_forms.ask_link(made.usual(), Item.DATA, LABEL, None, value="oak.example/sef", error=ERROR),
        pack_forms.ask_link(
            made.longest(),
            Item.HEADS_REPORT,
            LONG_LABEL,
            left,
            value=made.TYPED,
            error=ERROR,
            beaten=OTHER,
            opens=OUR_LINK,
        ),
    )


@samples(pack_forms.ask_reason)
def ask_reason() -> Three:
    left = paper(Item.DATA, made.LONG_PERSON, reason=made.REASON)
    gone = paper(Item.DATA, made.PRIYA)
    return Three(
        pack_forms.ask_reason(made.tiny(), Item.SEF, "SEF", None),
        pack_forms.ask_reason(made.usual(), Item.DATA, LABEL, gone, value="We are new", beaten="You have"),
        pack_forms.ask_reason(
            made.longest(),
            Item.HEADS_REPORT,
            LONG_LABEL,
            left,
            value=made.TYPED,
            error=ERROR,
            beaten=OTHER,
            opens=OUR_LINK,
        ),
    )


@samples(pack_forms.ask_longer)
def ask_longer() -> Three:
    longest = longest_review()
    problems = {"day": Problem(made.REASON, made.days_of(3)), "why": Problem(ERROR)}
    said = pack_forms.longer_changed("Monday 27 November 2017", OTHER)
    return Three(
        pack_forms.ask_longer(made.tiny()),
        pack_forms.ask_longer(made.usual(), value="27 Nov", why="Our data comes on Friday."),
        pack_forms.ask_longer(longest, value=made.TYPED, why=made.TYPED, problems=problems, said=said),
    )


@samples(pack_news.complete)
def complete() -> Three:
    return Three(
        pack_news.complete(made.tiny(), "Jo"),
        pack_news.complete(made.usual(), "Priya Nair"),
        pack_news.complete(made.longest(), made.LONG_PERSON.name),
    )


@samples(pack_news.completed)
def completed() -> Three:
    return Three(
        pack_news.completed(made.tiny(), "Jo"),
        pack_news.completed(made.usual(), "Denise Abbott"),
        pack_news.completed(made.longest(), made.LONG_PERSON.name),
    )


@samples(pack_news.asked)
def asked() -> Three:
    tiny, usual, longest = made.tiny(), made.usual(), longest_pack()
    some = papers([Item.SEF, Item.OFSTED], made.PRIYA, link=LINK)
    opens = dict.fromkeys(some, OUR_LINK)
    heads = Sees(status=True, links=True, areas=True, writes=True, hands=True)
    added = made.change(usual, "paper_added", now={"paper": "Last Ofsted report"})
    last = made.change(longest.review, "paper_added", now={"paper": LONG_LABEL})
    return Three(
        pack_news.asked(Pack(tiny, {}, None, None, None, LABEL, {}, ""), heads, None),
        pack_news.asked(Pack(usual, some, None, None, None, LABEL, opens, ""), EVERYTHING, added),
        pack_news.asked(longest, EVERYTHING, last),
    )


@samples(pack_news.no_longer)
def no_longer() -> Three:
    return Three(
        pack_news.no_longer(made.tiny(), made.DAY),
        pack_news.no_longer(made.usual(), made.DAY),
        pack_news.no_longer(made.longest(), made.LONG_DAY),
    )


@samples(pack_news.needs_longer)
def needs_longer() -> Three:
    return Three(
        pack_news.needs_longer(made.tiny(), "Jo", made.DAY, ""),
        pack_news.needs_longer(made.usual(), "Priya Nair", made.DAY, "Our data comes on Friday."),
        pack_news.needs_longer(made.longest(), made.LONG_PERSON.name, made.LONG_DAY, made.REASON),
    )


@samples(focus.ask)
def ask_focus() -> Three:
    problems = {"areas": Problem("Please keep this to 2,000 characters."), "link": Problem(ERROR)}
    left = note(made.LONG_PERSON, made.NOTE, LONG_LINK)
    return Three(
        focus.ask(made.tiny(), None),
        focus.ask(made.usual(), note(made.PRIYA, "Reading", LINK), areas="Reading", link=LINK),
        focus.ask(
            made.longest(),
            left,
            areas=made.TYPED,
            link=LONG_LINK,
            problems=problems,
            beaten=OTHER,
            opens=OUR_LINK,
        ),
    )


@samples(pack_links.ask)
def ask_links() -> Three:
    every = [(item, called(item, LONG_LABEL)) for item in Item]
    versions = ".".join(str(made.BIG) for _ in Item)
    some = [(item, called(item, LABEL)) for item in (Item.SEF, Item.DATA, Item.PREVIOUS)]
    typed = {item: f"{LONG_LINK[:300]}{item}" for item in Item}
    left = pack_links.beaten(paper(Item.SEF, made.LONG_PERSON, link=LONG_LINK), OTHER)
    return Three(
        pack_links.ask(made.tiny(), some[:1], "0", values={}, errors={}),
        pack_links.ask(made.usual(), some, "0.0.0", values={Item.SEF: LINK}, errors={Item.SEF: ERROR}),
        pack_links.ask(made.longest(), every, versions, values=typed, errors=dict.fromkeys(Item, left)),
    )
