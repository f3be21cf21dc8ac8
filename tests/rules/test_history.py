"""Whose it is to read what a change of a review was and is."""

import pytest

from bot.cards.change_words import CHANGES
from bot.cards.history_words import label
from bot.rules.history import TEXTS, Of, Readable, Sight, readable
from bot.rules.permissions import NOTHING, WRITE, Paper, Part, Right

# Those who may read the history, by what of its texts is theirs beside dates and people.
HEADS = {
    Of.PACK,
    Of.LINKS,
    Of.AREAS,
    Of.MEETING,
    Of.FOCUS,
    Of.DAY,
    Of.DAY_DRAFT,
    Of.FEEDBACK,
    Of.AUDIT_DRAFT,
    Of.IMPACT,
}


def sight(
    *parts: Part,
    held: frozenset[Right] = NOTHING,
    drafts: bool = True,
    summary: bool = False,
    plan: bool | None = None,
) -> Sight:
    """`held`: what they may do with all that is prepared."""
    return Sight(
        frozenset(parts),
        prepared=held,
        pack=held,
        day=held,
        workshop=False,
        visit=False,
        drafts=drafts,
        summary_released=summary,
        plan_released=plan,
    )


def test_every_kind_of_change_says_whose_each_thing_is_that_it_keeps() -> None:
    assert TEXTS.keys() == CHANGES.keys()


def test_whatever_is_shown_has_a_name() -> None:
    assert all(label(what, key) for what, keys in TEXTS.items() for key in keys)


def test_what_the_table_does_not_name_is_shown_to_nobody() -> None:
    everything = Readable(frozenset(Of), frozenset(Paper))
    assert everything.may("note_changed", "text", "")
    assert not everything.may("note_changed", "id", "")
    assert not everything.may("something_new", "text", "")
    assert not everything.may("replaced", "person_id", "")


@pytest.mark.parametrize(
    ("seen", "rooms"),
    [
        (sight(Part.HOST_HEAD, held=WRITE), HEADS),
        (sight(Part.HOST_HEAD, held=WRITE, plan=False), HEADS | {Of.PROGRESS}),
        (sight(Part.GROUP_LEAD, plan=True, summary=True), {Of.FOR_THE_LEAD}),
        (sight(Part.OFFICE, plan=False), {Of.FOR_THE_LEAD, Of.FEEDBACK, Of.PROGRESS, Of.IMPACT}),
        (sight(Part.MANAGEMENT, plan=False), set()),
        (sight(Part.MANAGEMENT, plan=True, summary=True), {Of.FEEDBACK, Of.PROGRESS, Of.IMPACT}),
        (
            sight(Part.GROUP_LEAD, Part.REVIEWER),
            {Of.FOR_THE_LEAD, Of.FEEDBACK, Of.NOTES, Of.SUMMARY_DRAFT},
        ),
        (
            sight(Part.GROUP_LEAD, Part.CHAMPION, held=frozenset({Right.FOCUS})),
            {Of.FOR_THE_LEAD, Of.FEEDBACK, Of.PLAN_DRAFT, Of.AREAS, Of.FOCUS, Of.IMPACT},
        ),
        # What cannot be opened any more is not read here either.
        (sight(Part.GROUP_LEAD, Part.REVIEWER, drafts=False), {Of.FOR_THE_LEAD, Of.FEEDBACK}),
    ],
)
def test_each_reads_what_they_may_read_where_it_stands(seen: Sight, rooms: set[Of]) -> None:
    assert readable(seen).rooms == {Of.STATUS, *rooms}


def test_a_stranger_reads_nothing() -> None:
    assert readable(sight(Part.STRANGER, plan=True, summary=True)) == Readable(frozenset(), frozenset())


def test_a_query_is_read_by_those_who_may_read_the_queries_about_that_paper() -> None:
    managed = readable(sight(Part.MANAGEMENT, plan=True, summary=True))
    assert managed.may("query_changed", "words", "audit")
    assert not managed.may("query_changed", "words", "summary")
    assert readable(sight(Part.OFFICE)).may("query_changed", "words", "summary")
    assert not readable(sight(Part.GROUP_LEAD)).may("query_changed", "words", "summary")
