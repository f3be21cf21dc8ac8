"""What of a digest people would rather look at; the charts say the same in words."""

from collections.abc import Sequence

from bot.cards import charts
from bot.cards.digest_words import EVENTS
from bot.cards.model import Block, Chart, Series
from bot.rules.digest import PASSED_ON
from bot.rules.digest_figures import GroupFigures
from bot.rules.stage import NUMBER

ACTIONS = "The actions of the plans"


def of_group(shown: GroupFigures) -> tuple[Block, ...]:
    """How far its reviews are, what has come of them, and how far their actions are: what there is of it."""
    counts = shown.actions
    return (
        *stages([shown]),
        *papers([shown]),
        *((charts.actions(counts.done, counts.late, counts.open, ACTIONS),) if counts.all else ()),
    )


def of_all(groups: Sequence[GroupFigures]) -> tuple[Block, ...]:
    """The same of all groups together, the actions by group."""
    acting = {one.name: one.actions for one in groups if one.actions.all}
    parts = {name: (counts.done, counts.late, counts.open) for name, counts in acting.items()}
    actions = (charts.actions_by(parts, ACTIONS),) if parts else ()
    return (*stages(groups), *papers(groups), *actions)


def stages(groups: Sequence[GroupFigures]) -> tuple[Chart, ...]:
    """Where all are at one stage there is nothing to compare."""
    counted = [stage for one in groups for stage, number in one.stages.items() for _ in range(number)]
    return (charts.reviews_by_stage(counted),) if len({NUMBER[stage] for stage in counted}) > 1 else ()


def papers(groups: Sequence[GroupFigures]) -> tuple[Chart, ...]:
    """Of the reviews that were held; as long as none has come, bars that are all alike show nothing."""
    totals = [[one.papers(kind) for one in groups] for kind in PASSED_ON]
    received = tuple(sum(one.received for one in each) for each in totals)
    awaited = tuple(sum(one.awaited for one in each) for each in totals)
    if not any(received):
        return ()
    labels = tuple(EVENTS[kind][1].capitalize() for kind in PASSED_ON)
    series = (Series("Received", received), Series("Awaited", awaited))
    return (Chart("Papers to the Management Group", charts.PAPERS, labels, series),)
