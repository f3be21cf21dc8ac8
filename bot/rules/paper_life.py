"""Who sends, releases and signs a paper, which signatures are still to come, and who receives it."""

from collections.abc import Collection, Mapping, Sequence

from bot.rules.papers import PART_OF, SIGNERS, SignedAs, may_read_sent, may_sign
from bot.rules.permissions import MATRIX, Paper, Part, Right, rights

# Of the others one signature is enough: a form has one line for the headteacher and one for a governor.
EACH_SIGNS = frozenset({SignedAs.CHAMPION})


def may_send(parts: Collection[Part], paper: Paper) -> bool:
    return Right.WRITE in rights(parts, paper)


def may_release(parts: Collection[Part], paper: Paper) -> bool:
    """The office, where the Management Group sees the paper only once it is passed on."""
    return is_released(paper) and Right.FORWARD in rights(parts, paper)


def is_released(paper: Paper) -> bool:
    return Right.READ_WHEN_RELEASED in MATRIX[Part.MANAGEMENT][paper]


def may_see_states(parts: Collection[Part], paper: Paper, *, released: bool) -> bool:
    """That a paper was sent, when, and who has still to sign it."""
    return Right.STATUS in rights(parts, paper) or may_read_sent(parts, paper, released=released)


def may_see_receivers(parts: Collection[Part], paper: Paper) -> bool:
    """Who has received it: for those who send it, whose school it is about, and who pass it on."""
    return may_send(parts, paper) or bool({Part.HOST_HEAD, Part.OFFICE} & set(parts))


def may_hand_over_link(parts: Collection[Part], paper: Paper) -> bool:
    """A governor’s link: their school’s headteacher and the office, where the form has a place for one."""
    return SignedAs.GOVERNOR in SIGNERS[paper] and bool({Part.HOST_HEAD, Part.OFFICE} & set(parts))


def may_read_queries(parts: Collection[Part], paper: Paper) -> bool:
    """What was asked about a paper is no part of what is released."""
    return may_read_sent(parts, paper, released=False)


def signs_by_sending(parts: Collection[Part], paper: Paper) -> Sequence[SignedAs]:
    """In which places the sender signs with the same click: those of the paper’s writers."""
    return [one for one in may_sign(parts, paper) if is_writer(one, paper)]


def is_writer(place: SignedAs, paper: Paper) -> bool:
    return Right.WRITE in MATRIX[PART_OF[place]][paper]


def still_to_sign(
    paper: Paper, people: Mapping[SignedAs, Collection[int]], signed: Collection[tuple[SignedAs, int]]
) -> Mapping[SignedAs, Sequence[int]]:
    """The places that are not complete, each with those who can still sign there; nobody: it is vacant.

    `people`: who holds each part now; `signed`: who has signed, as what.
    """
    found: dict[SignedAs, Sequence[int]] = {}
    for place in SIGNERS[paper]:
        have = {person for part, person in signed if part is place}
        left = [person for person in people.get(place, ()) if person not in have]
        complete = bool(have) and not (left and place in EACH_SIGNS)
        if not complete:
            found[place] = left
    return found
