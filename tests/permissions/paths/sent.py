"""The papers that were sent: read, signed, asked about, corrected, passed on."""

from tests.permissions.moments import When
from tests.permissions.paths.model import (
    GOVERNOR,
    HEAD,
    HEADS,
    LEADS,
    OFFICE,
    Column,
    Path,
    at,
    opens,
    rows,
    shows,
    writes,
)

READ = rows("R", "W")
ONCE_RELEASED = READ | {"released"}
SIGNS, WRITES, FORWARDS = rows("sign", "W"), rows("W"), rows("forward")
# The link with which a governor who is in no chat reads and signs.
HANDS_OVER = HEADS | {OFFICE}
ON_PAPER = "governor:{margaret}"
Paths = tuple[Path, ...]


def of_paper(paper: str, column: Column, sent: int, query: int, was: int) -> Paths:
    """All ways to its newest version, which Priya has a query about and which she has not signed."""
    here = f"sent={sent}"
    asked = f"{here}&query={query}"
    sends = f"paper.send?review=1&paper={paper}&was={was}&shown={{mark_{paper}}}"
    return (
        *shows(column, f"paper.show?{here}", f"paper.show?{here}&page=1", to=ONCE_RELEASED),
        *shows(column, f"paper.queries?{here}", to=READ),
        *shows(column, f"paper.received?{here}", to=READ, only=HEADS | receiving(column)),
        *shows(column, f"paper.preview?review=1&paper={paper}", to=WRITES),
        *opens(column, f"paper.query?{here}", to=SIGNS),
        *opens(column, f"paper.query?{asked}", to=SIGNS, only=rows(HEAD)),
        *opens(column, f"paper.answer?query={query}", to=WRITES),
        *opens(column, f"paper.record_signature?{here}", to=FORWARDS),
        *writes(column, sends, to=WRITES),
        # Who has sent it has signed it by that.
        *writes(column, f"paper.sign?{here}", to=SIGNS, idle=receiving(column)),
        *writes(column, f"paper.withdraw?{here}", to=SIGNS, idle=HEADS | {GOVERNOR}),
        *writes(column, (f"paper.queried?{here}", {"words": "Which books?"}), to=SIGNS),
        *writes(column, (f"paper.queried?{asked}&version=1", {"words": "Which?"}), to=SIGNS, only=rows(HEAD)),
        *writes(column, f"paper.drop_query?query={query}&version=1", to=SIGNS, only=rows(HEAD)),
        *writes(
            column, (f"paper.answer_query?query={query}&version=1", {"answer": "All of them"}), to=WRITES
        ),
        *writes(column, (f"paper.recorded?{here}", {"who": ON_PAPER}), to=FORWARDS),
        *writes(column, f"paper.release?{here}", to=FORWARDS),
        *writes(
            column,
            f"governor.link?{here}",
            f"governor.renew?{here}&was=0&person={{margaret}}",
            to=SIGNS | FORWARDS,
            only=HANDS_OVER,
        ),
    )


def receiving(column: Column) -> frozenset[str]:
    """Who writes it, and the office."""
    return rows(LEADS if column is Column.SENT_SUMMARY else "champion", OFFICE)


# It is neither signed nor released, and has no queries.
OF_THE_AUDIT = (
    *shows(Column.SENT_AUDIT, "paper.show?sent=4", "paper.show?sent=4&page=1", to=READ),
    *shows(Column.SENT_AUDIT, "paper.received?sent=4", to=READ, only=HEADS | {OFFICE}),
    *shows(Column.SENT_AUDIT, "paper.preview?review=1&paper=audit", to=WRITES),
    *writes(Column.SENT_AUDIT, "paper.send?review=1&paper=audit&was=1&shown={mark_audit}", to=WRITES),
    *writes(Column.SENT_AUDIT, "paper.sign?sent=4", "paper.release?sent=4", to=rows("nobody")),
)
SENT = at(
    When.SENT,
    (
        *of_paper("summary", Column.SENT_SUMMARY, sent=2, query=1, was=2),
        *of_paper("plan", Column.SENT_PLAN, sent=3, query=2, was=1),
        *OF_THE_AUDIT,
        *shows(Column.SENT_SUMMARY, "paper.show?sent=1", "paper.changes?sent=2", to=READ),
        *shows(Column.ALL_SENT, "papers.show?review=1"),
        *shows(Column.SENT_SUMMARY, "papers.show?review=1&paper=summary"),
        *writes(
            Column.SENT_SUMMARY,
            "paper.remove_signature?sent=2&person={margaret}",
            to=FORWARDS,
            first=(("paper.recorded?sent=2", {"who": ON_PAPER}),),
        ),
        *writes(
            Column.SENT_SUMMARY,
            "paper.unrelease?sent=2",
            to=FORWARDS,
            first=(("paper.release?sent=2", {}),),
        ),
    ),
)
