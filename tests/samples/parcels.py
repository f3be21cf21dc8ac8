"""Samples of what is said about a file that is to be put into somebody's own chat."""

from bot.cards import parcels as say
from bot.rules.permissions import Paper
from tests.samples import made
from tests.samples.paper_files import LONGEST, SHORT, USUAL
from tests.samples.registry import Three, samples

NAME = "oak-primary-school-2017-12-07-action-plan.docx"
LONG_NAME = f"{'x' * 60}-2017-12-07-audit-proforma-version-{made.BIG}.docx"


@samples(say.on_its_way)
def on_its_way() -> Three:
    return Three(
        say.on_its_way(made.tiny(), Paper.PLAN),
        say.on_its_way(made.usual(), Paper.SUMMARY),
        say.on_its_way(made.longest(), Paper.AUDIT),
    )


@samples(say.by_link)
def by_link() -> Three:
    return Three(
        say.by_link(made.tiny(), Paper.PLAN, "a.docx", SHORT),
        say.by_link(made.usual(), Paper.PLAN, NAME, USUAL),
        say.by_link(made.longest(), Paper.AUDIT, LONG_NAME, LONGEST),
    )


@samples(say.declined)
def declined() -> Three:
    return Three(say.declined(1), say.declined(12), say.declined(made.BIG))
