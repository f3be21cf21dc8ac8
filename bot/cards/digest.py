"""A group's weekly digest: short enough for a phone, by school, counts rather than lists, no findings."""

from collections.abc import Callable, Sequence

from bot.cards import digest_charts
from bot.cards.common import HOME
from bot.cards.digest_words import GROUP, MANAGEMENT, words
from bot.cards.model import Block, Button, Card, Facts, Heading, Listing, Row, Text, go
from bot.cards.paging import page_of
from bot.rules.digest_figures import GroupFigures, SchoolFigures

# A group has three to ten schools; of more, the others are a button away.
SCHOOLS = 10
Schools = Sequence[SchoolFigures]


def group(shown: GroupFigures, page: int = 0, extra: Sequence[Button] = ()) -> Card:
    """`extra`: what else this reader may do."""
    if shown.is_quiet:
        said: tuple[Block, ...] = (Text(say("quiet", shown)),)
        return Card(say("title", shown), said, (*extra, OPEN))
    told = [one for one in shown.schools if is_told(one)]
    rows = [Row(str(number)) for number in range(len(told))]
    here, pages = page_of(rows, page, lambda wanted: go("digest.show", group=shown.id, page=wanted), SCHOOLS)
    schools = [told[int(row.title)] for row in here]
    pictures = () if page else digest_charts.of_group(shown)
    last = (Text(say("next_holiday", shown), "muted"),) if shown.holiday else ()
    return Card(say("title", shown), (*blocks(shown, schools), *pictures, *last), (*pages, *extra, OPEN))


OPEN = Button("Open the reviews", go("home.show"), aside=True)


def say(macro: str, *given: object) -> str:
    return words(GROUP, macro, *given)


def is_told(one: SchoolFigures) -> bool:
    return bool(one.week or one.fortnight or one.late or one.completed or one.has_gaps)


def blocks(shown: GroupFigures, schools: Schools) -> tuple[Block, ...]:
    return (
        Heading("This week"),
        *(planned(schools, lambda one: one.week) or (Text(say("nothing_this_week")),)),
        *headed("The next fortnight", planned(schools, lambda one: one.fortnight)),
        *headed("To see to", to_see_to(shown, schools)),
        *headed("Done since the last digest", completed(schools)),
    )


def headed(heading: str, found: tuple[Block, ...]) -> tuple[Block, ...]:
    return (Heading(heading), *found) if found else ()


def planned(schools: Schools, of: Callable[[SchoolFigures], Sequence[object]]) -> tuple[Block, ...]:
    rows = tuple((one.school, say("dated", of(one))) for one in schools if of(one))
    return (Facts(rows),) if rows else ()


def to_see_to(shown: GroupFigures, schools: Schools) -> tuple[Block, ...]:
    gaps, late = [one for one in schools if one.has_gaps], [one for one in schools if one.late]
    rows = (
        *((("Not filled yet", say("wanted", gaps)),) if gaps else ()),
        *((("Overdue", say("overdue", late)),) if late else ()),
        *((("Actions", say("actions", shown)),) if shown.actions.all else ()),
    )
    return (Facts(rows),) if rows else ()


def completed(schools: Schools) -> tuple[Block, ...]:
    rows = tuple((one.school, say("completed", one)) for one in schools if one.completed)
    return (Facts(rows),) if rows else ()


def counts(shown: GroupFigures) -> Card:
    """To somebody of another group: how many reviews there are and how far they have come, nothing else."""
    return Card(f"{shown.name} in figures", (Text(words(MANAGEMENT, "counts_only", shown)),), (HOME,))


def empty(name: str) -> Card:
    return Card(f"The digest of {name}", (Text("There is no school in it just now.", "muted"),), (HOME,))


def no_channel(name: str, group: int, typed: str) -> Card:
    """To the Lead: the digest waits. `typed`: what links a channel."""
    return Card(
        f"{name} has no channel for its weekly digest",
        (
            Text(
                "This week’s digest waits. Open the group’s channel, invite me if I am not in it yet, and "
                f"type {typed} there. It comes at once, as long as the week lasts."
            ),
            Text("Until then you can read it here.", "muted"),
        ),
        (Button("Read the digest", go("digest.show", group=group), "primary", aside=True),),
    )


def which(groups: Sequence[tuple[int, str]], page: int = 0, *, all_groups: bool = False) -> Card:
    """Whose digest is meant?"""
    rows = [Row(name, "", (Button("Show", go("digest.show", group=number)),)) for number, name in groups]
    here, pages = page_of(rows, page, lambda wanted: go("digest.which", page=wanted))
    every = (Button("All groups", go("digest.management"), "primary"),) if all_groups else ()
    return Card("Whose digest?", (Listing(here),), (*every, *pages))
