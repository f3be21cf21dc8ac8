"""The digests, by domain.md's column "group status" and its row "other groups: counts"; the Lead's note.

They are of no review, so each way names the rows whose it is.
"""

from tests.permissions.paths.model import (
    CHAMPION,
    DELIVERS,
    DEPUTY,
    HEADS,
    LEAD,
    LEADERS,
    MANAGEMENT,
    OFFICE,
    REVIEWER,
    TEAM,
    Column,
    opens,
    rows,
    shows,
    typed,
    writes,
)

NOTE, QUESTION = {"words": "Two schools ask for later dates"}, {"words": "Which dates?"}
# Prepared on Tuesday 21 November, by whoever asks on that day: see `prepared.ask_the_lead`.
OF = "group=2&week=2017-11-27"
OTHER_LEAD = "Lead of another group"
READS = HEADS | TEAM | LEADERS | rows(MANAGEMENT, "other head of the group")
COUNTED = READS | rows(
    OTHER_LEAD,
    DELIVERS,
    "reviewer of another group",
    "reviewer of the school, not in this team",
    f"{REVIEWER} who has been replaced",
    f"{CHAMPION} who has been replaced",
)
ALL_GROUPS, LEADING = rows(MANAGEMENT, OFFICE), rows(LEAD, DEPUTY)
DIGEST = (
    *shows(Column.DIGEST, "digest.show?group=2", "digest.find?said=Group 2", only=COUNTED),
    *shows(Column.DIGEST, "digest.find", "digest.which", only=READS | {OTHER_LEAD}),
    *shows(Column.DIGEST, "digest.management", "digest.management?page=1", only=ALL_GROUPS),
    *shows(Column.DIGEST, f"lead_note.read?{OF}", only=ALL_GROUPS | LEADING),
    *opens(Column.DIGEST, "lead_note.ask?group=2", only=LEADING),
    *writes(Column.DIGEST, (f"lead_note.save?{OF}&seen=0", NOTE), only=LEADING),
    *writes(
        Column.DIGEST,
        f"lead_note.drop?{OF}&seen=1",
        only=LEADING,
        first=((f"lead_note.save?{OF}&seen=0", NOTE),),
    ),
    *opens(
        Column.DIGEST,
        f"lead_question.ask?{OF}",
        "lead_question.ask?question=1",
        only=rows(MANAGEMENT),
    ),
    *writes(
        Column.DIGEST,
        (f"lead_question.send?{OF}", QUESTION),
        ("lead_question.send?question=1&version=1", QUESTION),
        "lead_question.drop?question=1&version=1",
        only=rows(MANAGEMENT),
    ),
    *opens(Column.DIGEST, "lead_question.answer?question=1", only=LEADERS),
    *writes(
        Column.DIGEST,
        ("lead_question.answered?question=1&version=1", {"answer": "In January"}),
        only=LEADERS,
    ),
)
TYPED = typed(DIGEST, "digest.show", "digest Group 2", says="Collaborative Group 2")
