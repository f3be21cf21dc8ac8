"""Words that stand nowhere else: one for each thing that is entered, so that it tells whose it is."""

import re
from collections.abc import Mapping, Sequence

from tests.permissions.moments import ONCE_SENT, When
from tests.permissions.paths.model import Column

Cells = Mapping[Column, frozenset[str]]
WORD = re.compile(r"canary[a-z]+")

LINK, NOTE_LINK = "https://docs.oak.example/canarylink", "https://docs.oak.example/canarynotelink"
REASON, WHY, AREAS = "canaryreason", "canarywhy", "canaryareas"
PLACE, FOCUS, OTHERS = "https://rooms.example/canaryplace", "canaryfocus", "canaryothers"
QUESTION, SOURCES = "canaryquestion", "canarysources"
ROWS, DRAFT = "9.15 canaryactivity, canaryroom, with canarywhom", "9.30 canarydraft"
REVIEW_NOTE, SUGGESTION = "canaryreviewnote", "canarysuggestion"
PREPARED: Mapping[str, Sequence[str]] = {
    "links": ("canarylink", "canarynotelink", REASON, WHY),
    "areas": (AREAS,),
    "meeting": ("canaryplace", OTHERS),
    "focus": (FOCUS,),
    "questions": (QUESTION, SOURCES),
    "rows": ("canaryactivity", "canaryroom", "canarywhom"),
    "draft": ("canarydraft",),
}
# What is said of the review itself is no part of what is prepared for it or comes of it.
OF_THE_REVIEW = {REVIEW_NOTE, SUGGESTION}

FOUND, EXPLORED = "canaryfound", "canaryexplored"
INVITED, GOVERNORS = "canaryinvited", "canarygovernors"
POINT, IMPACT = "canarypoint", "canaryimpact"
STAFF = "canarystaff"
ACTION, OWNER, TIMING, COMMENT = "canaryaction", "canaryowner", "canarytiming", "canarycomment"
DELIVERED, HELP = "canarydelivered", "canaryhelp"
TEAM_PART, CHAMPIONS_PART, IMPROVEMENT = "canaryteampart", "canarychampionspart", "canaryimprovement"
SEEN_ON_VISIT, LED_TO = "canaryvisit", "canaryledto"
# Of the summary the first version, and what took its place in the second.
AREA, CORRECTED = "canaryarea", "canarycorrected"
SUMMARY_QUERY, PLAN_QUERY = "canarysummaryquery", "canaryplanquery"
ANSWERED, ANSWER = "canaryanswered", "canaryanswer"
# What its writers have changed since it was sent.
LATER_SUMMARY, LATER_PLAN, LATER_AUDIT = "canarylatersummary", "canarylaterplan", "canarylateraudit"
# What somebody types who is up to no good; and what is told, by a name, for a traceback shows the source.
MINE, SAID = "canarymine", "canarysaid"

PLAN = frozenset({ACTION, OWNER, TIMING, COMMENT, DELIVERED})
# What the proforma says: what was prepared and came of it, and each one's own part, which before it is sent
# the head alone sees beside theirs.
RECORDED = frozenset({OTHERS, FOCUS, QUESTION, SOURCES, EXPLORED, INVITED, GOVERNORS, STAFF})
AUDIT = RECORDED | {TEAM_PART, CHAMPIONS_PART, IMPROVEMENT}
# The actions of a plan are the priorities there, once it was sent.
PRIORITIES = frozenset({ACTION, DELIVERED})

NOT_YET: Mapping[When, frozenset[str]] = {
    **dict.fromkeys(When, frozenset()),
    When.PREPARING: frozenset({OTHERS}),
}


def canaries(text: str) -> set[str]:
    return set(WORD.findall(text))


def of_the_day(cells: Cells) -> set[str]:
    shown = (
        (cells[Column.NOTES] & {"W", "own"}, {FOUND, EXPLORED}),
        (cells[Column.FEEDBACK] & {"W", "R", "released"}, {INVITED}),
        (cells[Column.SUMMARY] & {"W"}, {POINT, IMPACT}),
    )
    return {word for theirs, said in shown if theirs for word in said}


def of_the_drafts(cells: Cells, when: When) -> set[str]:
    sent = when in ONCE_SENT
    shown = (
        (cells[Column.FEEDBACK] & {"W", "R", "released"}, {GOVERNORS}),
        (cells[Column.SUMMARY] & {"W"}, {LATER_SUMMARY} if sent else {AREA}),
        (cells[Column.WORKSHOP] & {"W", "R"}, {STAFF}),
        (cells[Column.PLAN] & {"W"}, PLAN | ({LATER_PLAN} if sent else set())),
        (cells[Column.AUDIT] & {"W"}, AUDIT | (PRIORITIES | {SEEN_ON_VISIT, LATER_AUDIT} if sent else set())),
        (cells[Column.VISIT] & {"W", "R"}, {SEEN_ON_VISIT} if sent else set()),
        (cells[Column.IMPACT] & {"W", "R", "released"}, {LED_TO} if sent else set()),
    )
    return {word for theirs, said in shown if theirs for word in said}


def of_the_papers(cells: Cells) -> set[str]:
    summary, plan = cells[Column.SENT_SUMMARY], cells[Column.SENT_PLAN]
    shown = (
        # Of the summary the version that was released, not the one before.
        (summary & {"W", "R", "released"}, {POINT, IMPACT, CORRECTED}),
        (summary & {"W", "R"}, {AREA, SUMMARY_QUERY, ANSWERED, ANSWER}),
        (plan & {"W", "R", "released"}, PLAN | {HELP}),
        (plan & {"W", "R"}, {PLAN_QUERY}),
        (cells[Column.PROGRESS] & {"own"}, {DELIVERED, HELP}),
        (cells[Column.SENT_AUDIT] & {"W", "R"}, AUDIT | PRIORITIES | {SEEN_ON_VISIT}),
    )
    return {word for theirs, said in shown if theirs for word in said}
