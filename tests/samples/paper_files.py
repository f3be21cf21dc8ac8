"""Samples of the links to papers as files."""

from bot.cards import paper_files as say
from bot.cards.paper_files import Address
from bot.rules.papers import PAPERS
from bot.rules.permissions import Paper
from tests.chat import LINKS
from tests.samples import made
from tests.samples.registry import Three, samples

SHORT = Address("https://review.example/word/1")
USUAL = Address(LINKS.make("word", made.BIG, made.BIG, made.NOW))
LONGEST = Address(f"https://review.example/{'x' * 500}", "http://127.0.0.1:8000")


@samples(say.of_paper)
def of_paper() -> Three:
    return Three(
        say.of_paper(made.tiny(), Paper.PLAN, 1, 1, SHORT, SHORT),
        say.of_paper(made.usual(), Paper.SUMMARY, 2, 2, USUAL, USUAL),
        say.of_paper(made.longest(), Paper.AUDIT, made.BIG, made.BIG, LONGEST, LONGEST),
    )


@samples(say.of_review)
def of_review() -> Three:
    return Three(
        say.of_review(made.tiny(), {Paper.AUDIT: 1}, SHORT, None),
        say.of_review(made.usual(), {Paper.SUMMARY: 7, Paper.PLAN: 8}, USUAL, USUAL),
        say.of_review(made.longest(), dict.fromkeys(PAPERS, made.BIG), LONGEST, LONGEST),
    )


@samples(say.actions)
def actions() -> Three:
    return Three(
        say.actions(1, 1, SHORT), say.actions(12, 3, USUAL), say.actions(made.BIG, made.BIG, LONGEST)
    )
