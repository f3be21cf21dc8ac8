"""Who receives a paper and hears what becomes of it: one card each, which is kept as things stand."""

from collections.abc import Mapping, Sequence

from bot.cards import paper_news as say
from bot.cards.model import Card
from bot.cards.paper_news import Told
from bot.handlers import governor_news, news
from bot.handlers.paper_access import Parts, lateness, view
from bot.handlers.paper_reading import may_read
from bot.handlers.reading import Reader, reading
from bot.letters import Letter, template
from bot.router import Turn
from bot.rules.paper_changes import Difference, differences
from bot.rules.paper_life import may_see_states
from bot.rules.papers import SentTo, may_read_sent
from bot.rules.permissions import Paper, Part
from bot.rules.roles import Role, TeamPart
from storage import consortium, distributions, outbox, reviews, sent_papers, standing, teams
from storage.booking import By
from storage.models import Change, Person, Review, SentPaper


def slot_of(review_id: int, paper: Paper, person: Person) -> str:
    """The place of the one card about a paper; a newer version has its own, and this one says so."""
    return f"paper:{paper.value}:{review_id}:{person.id}"


def receivers(turn: Turn, review: Review, paper: Paper) -> Mapping[SentTo, Sequence[Person]]:
    """Who gets it at once, each once, but for whoever sends it."""
    found = {
        SentTo.SCHOOL: news.heads(turn, review),
        SentTo.TEAM: [one for part in TeamPart for one in of_team(turn, review, paper, part)],
        SentTo.OFFICE: consortium.people_with(turn.session, Role.OFFICE, turn.today),
        SentTo.GOVERNOR: governor_news.in_the_chat(turn, review, paper),
    }
    have = {turn.asker.id}
    once: dict[SentTo, Sequence[Person]] = {}
    for part, people in found.items():
        once[part] = [one for one in people if one.id not in have]
        have.update(one.id for one in people)
    return once


def of_team(turn: Turn, review: Review, paper: Paper, part: TeamPart) -> Sequence[Person]:
    readable = may_read_sent({standing.TEAM_PARTS[part]}, paper, released=False)
    return teams.coming(review, [part], turn.today) if readable else ()


def lead_to_tell(turn: Turn, review: Review, paper: Paper) -> Person | None:
    """Whoever leads the group and does not receive the paper itself."""
    lead = news.lead_of(turn, review, but=turn.person)
    have = {one.id for people in receivers(turn, review, paper).values() for one in people}
    return lead if lead is not None and lead.id not in have else None


def sent(turn: Turn, review: Review, new: SentPaper) -> None:
    """At once to all who receive it, to each once; what stands of an earlier version says so."""
    by, change = By(turn.person, turn.now), new.change
    refresh(turn, review, new.paper, change)
    for part, people in receivers(turn, review, new.paper).items():
        give(turn, new, people, part, by, change)
    for governor in governor_news.by_mail(turn, review, new.paper):
        governor_news.offer(turn, new, governor, change)
    lead = lead_to_tell(turn, review, new.paper)
    if lead is not None:
        news.tell(turn, lead, "paper.status", change, sent=new.id)
    news.show_in_channel(turn, review, change)


def give(turn: Turn, new: SentPaper, people: Sequence[Person], part: SentTo, by: By, change: Change) -> None:
    for person in distributions.give(turn.session, new, people, part, by):
        slot = slot_of(new.review_id, new.paper, person)
        news.tell(turn, person, "paper.sent", change, slot=slot, sent=new.id)


def released(turn: Turn, released: SentPaper, change: Change) -> None:
    """The Management Group receives it; whoever has it already does not receive it again."""
    refresh(turn, released.review, released.paper, change)
    group = consortium.people_with(turn.session, Role.MANAGEMENT, turn.today)
    others = [one for one in group if one.id not in {turn.asker.id, released.by_id}]
    have = {one.person_id: one.part for one in distributions.of_sent(turn.session, released.id)}
    give(turn, released, others, SentTo.MANAGEMENT, By(turn.person, turn.now), change)
    again = [one for one in others if have.get(one.id) is SentTo.MANAGEMENT]
    slots = {slot_of(released.review_id, released.paper, one): one for one in again}
    for slot in slots.keys() - set(outbox.standing(turn.session, slots)):
        # It was taken back before they could be told.
        news.tell(turn, slots[slot], "paper.sent", change, slot=slot, sent=released.id)


def refresh(turn: Turn, review: Review, paper: Paper, change: Change) -> None:
    """Have every card about the paper that stands in a chat show it as this change leaves it."""
    people = {
        slot_of(review.id, paper, one): one for one in distributions.everyone(turn.session, review.id, paper)
    }
    for slot in outbox.to_keep(turn.session, people, turn.now):
        outbox.refresh(turn.session, people[slot], slot, key=str(change.id), now=turn.now)


@template("paper.sent")
def told(letter: Letter) -> Card | None:
    """With what its reader may do now; nothing once they may not read it any more."""
    found = sent_papers.get(letter.session, letter.id("sent"))
    if found is None or letter.person is None:
        return None
    if not letter.stands and is_told_later(letter, found):
        return None
    reader = reading(letter, letter.person)
    mine = reader.parts(found.review)
    if not may_read(mine, found):
        return say.taken_back(found) if letter.stands and Part.MANAGEMENT in mine else None
    shown = view(reader, found, mine)
    if shown.newer is not None:
        # Whoever has not read this one yet hears of the newer one in its place.
        return say.replaced(found, shown.newer) if letter.stands else None
    signed = any(one.person_id == letter.person.id for one in shown.signatures)
    return say.received(Told(shown, changed(reader, found, mine), signed))


def is_told_later(letter: Letter, found: SentPaper) -> bool:
    """Released, taken back and released again before anybody was told: the last of them tells it."""
    change = reviews.change(letter.session, letter.id("change"))
    if change is None or change.what != "paper_released":
        return False
    return sent_papers.released_since(letter.session, found, change)


def changed(reader: Reader, found: SentPaper, mine: Parts) -> Sequence[Difference]:
    before = sent_papers.before(reader.session, found)
    if before is None or not may_read(mine, before):
        return ()
    return differences(sent_papers.as_content(before), sent_papers.as_content(found))


@template("paper.status")
def status(letter: Letter) -> Card | None:
    """To the Lead, who sees where it stands and not what it says."""
    found = sent_papers.get(letter.session, letter.id("sent"))
    if found is None or letter.person is None:
        return None
    reader = reading(letter, letter.person)
    if not may_see_states(reader.parts(found.review), found.paper, released=False):
        return None
    return say.status(found, lateness(found, reader))
