"""Who may see and do what with a review's papers."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from enum import StrEnum

from bot.rules.policy import Policy


class Part(StrEnum):
    """What a person is to one review; somebody may be several of these."""

    HOST_HEAD = "host_head"
    LEAD_REVIEWER = "lead_reviewer"
    REVIEWER = "reviewer"
    CHAMPION = "champion"
    GROUP_LEAD = "group_lead"
    """The Peer Review Lead of the school's group, or the deputy."""
    GROUP_MEMBER = "group_member"
    """Another headteacher of the group."""
    OTHER_GROUP = "other_group"
    MANAGEMENT = "management"
    OFFICE = "office"
    GOVERNOR = "governor"
    STRANGER = "stranger"


class Paper(StrEnum):
    PACK = "pack"
    """The links only: the documents themselves are never stored."""
    SUMMARY = "summary"
    """The feedback as well."""
    PLAN = "plan"
    AUDIT = "audit"
    STATUS = "status"
    """Where the group's reviews stand, with dates and people."""


class Right(StrEnum):
    READ = "read"
    WRITE = "write"
    STATUS = "status"
    SIGN = "sign"
    PROGRESS = "progress"
    OWN_PART = "own_part"
    FOCUS = "focus"
    DRAFT = "draft"
    FORWARD = "forward"
    COUNTS = "counts"
    READ_WHEN_RELEASED = "read_when_released"
    """Becomes READ once the office has released the paper to the Management Group."""
    READ_WHILE_OPEN = "read_while_open"
    """Becomes READ while a reviewer keeps the links."""


NOTHING: frozenset[Right] = frozenset()
READ = frozenset({Right.READ})
WRITE = frozenset({Right.READ, Right.WRITE})
STATUS = frozenset({Right.STATUS})
SIGN = frozenset({Right.READ, Right.SIGN})
SIGN_AND_PROGRESS = SIGN | {Right.PROGRESS}
FORWARD = frozenset({Right.READ, Right.FORWARD})
OWN_PART = frozenset({Right.OWN_PART})
FOCUS_ONLY = frozenset({Right.FOCUS})
DRAFT = frozenset({Right.READ, Right.DRAFT})
COUNTS = frozenset({Right.COUNTS})
RELEASED = frozenset({Right.READ_WHEN_RELEASED})
FOR_A_WHILE = frozenset({Right.READ_WHILE_OPEN})

Row = Mapping[Paper, frozenset[Right]]


def _row(*cells: frozenset[Right]) -> Row:
    return dict(zip(Paper, cells, strict=True))


# fmt: off
MATRIX: Mapping[Part, Row] = {
    #                         pack         summary   plan               audit     status
    Part.HOST_HEAD:      _row(WRITE,       SIGN,     SIGN_AND_PROGRESS, WRITE,    READ),
    Part.LEAD_REVIEWER:  _row(READ,        WRITE,    READ,              OWN_PART, READ),
    Part.REVIEWER:       _row(FOR_A_WHILE, DRAFT,    NOTHING,           OWN_PART, READ),
    Part.CHAMPION:       _row(FOCUS_ONLY,  READ,     WRITE,             OWN_PART, READ),
    Part.GROUP_LEAD:     _row(STATUS,      STATUS,   STATUS,            STATUS,   WRITE),
    Part.GROUP_MEMBER:   _row(NOTHING,     NOTHING,  NOTHING,           NOTHING,  READ),
    Part.OTHER_GROUP:    _row(NOTHING,     NOTHING,  NOTHING,           NOTHING,  COUNTS),
    Part.MANAGEMENT:     _row(NOTHING,     RELEASED, RELEASED,          READ,     READ),
    Part.OFFICE:         _row(STATUS,      FORWARD,  FORWARD,           READ,     READ),
    Part.GOVERNOR:       _row(NOTHING,     SIGN,     SIGN,              READ,     NOTHING),
    Part.STRANGER:       _row(NOTHING,     NOTHING,  NOTHING,           NOTHING,  NOTHING),
}
# fmt: on


def rights(
    parts: Collection[Part], paper: Paper, *, released: bool = False, links_open: bool = False
) -> frozenset[Right]:
    """Everything that any of the person's parts allows, with what holds only for a time settled."""
    held = frozenset[Right]().union(*(MATRIX[part][paper] for part in parts))
    if released and Right.READ_WHEN_RELEASED in held:
        held |= READ
    if links_open and Right.READ_WHILE_OPEN in held:
        held |= READ
    return held - {Right.READ_WHEN_RELEASED, Right.READ_WHILE_OPEN}


def keeps_links(review_day: date, today: date, policy: Policy) -> bool:
    """Whether reviewers still keep the links to the pack; `today` is London's."""
    return today <= review_day + timedelta(days=policy.links_days_after)


def may_read_history(parts: Collection[Part]) -> bool:
    """Who changed what and why: for those who answer for the review, not for the whole group."""
    return may_manage(parts) or Part.HOST_HEAD in parts or Part.MANAGEMENT in parts


def may_manage(parts: Collection[Part]) -> bool:
    """Schedule, move or cancel a review, or replace someone in it."""
    return Part.GROUP_LEAD in parts or Part.OFFICE in parts
