"""What the papers of the pack are called, and what is said when one of them has changed."""

from collections.abc import Sequence

from bot.language.say import listed
from bot.rules.pack import Item
from bot.rules.web_links import website
from storage.models import Person

PAPERS = {
    Item.SEF: "Most recent self-evaluation form (SEF)",
    Item.PLAN: "School development or improvement plan (SDP/SIP)",
    Item.OFSTED: "Last Ofsted report",
    Item.SIAMS: "Last SIAMS report",
    Item.HEADS_REPORT: "Last headteacher’s report to governors",
    Item.PREVIOUS: "Last Peer to Peer summary and action plan",
}
FIRST_REVIEW = "This is the school’s first peer review."
SAVED_FIRST = "Saved: this is the school’s first peer review, so there are no papers of an earlier one."
TEAM_TOLD = "Everything is in now, and the review team has been told."


def called(item: Item, data_label: str) -> str:
    return data_label if item is Item.DATA else PAPERS[item]


def named(item: Item, data_label: str) -> str:
    """The paper within a sentence; what a consortium calls its data is kept as it is written."""
    if item is Item.DATA:
        return f"“{data_label}”"
    return f"the {PAPERS[item][0].lower()}{PAPERS[item][1:]}"


def added(link: str, by: Person) -> str:
    """Where a link leads and whose it is, so that a wrong one is noticed."""
    return f"{website(link)}, added by {by.name}"


def saved_link(paper: str) -> str:
    return f"Saved: the link to {paper}."


def saved_links(many: int) -> str:
    return "Saved: the link." if many == 1 else f"Saved: {many} links."


def saved_reason(paper: str) -> str:
    return f"Saved: why {paper} does not apply."


def taken_out(paper: str) -> str:
    return f"Taken out: {paper}."


def same_link(papers: Sequence[str]) -> str:
    return f"The same link is there for {listed(papers)}. Please check that this is right."


def changed_since(who: str) -> str:
    """To whoever pressed a button that was older than what somebody, or they themselves, did since."""
    return f"{who} changed that paper since, so this has changed nothing. Here it is as it stands now."
