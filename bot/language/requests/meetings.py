"""Asking for the meeting, the workshop and the visit of a review: to see them, and to give them a day."""

from bot.language.requests.model import FIX, OTHER_DAY, A, Asked

MAY = "(can|could|should|may|might)"
# Asked for to be seen: what is said of a day is no new one.
LOOKED_AT = (
    Asked(
        "meeting.look",
        (
            f"when (is|was) {A} [pre-review|pre review|next] meeting {{what}}",
            f"(cancel|call off|confirm) {A} [pre-review|pre review|planning] (meeting|meetings) {{what}}",
            "(cancel|call off|confirm) {few} {meeting|meetings} {what}",
            f"(add|write|suggest) {A} [enquiry] (question|questions) {{what}}",
        ),
    ),
    Asked(
        "workshop.look",
        (
            f"when (is|was) {A} [review|post-review] workshop {{what}}",
            f"(cancel|call off|confirm) {A} [review|post-review] workshop {{what}}",
            "(cancel|call off|confirm) {few} {workshop|workshops} {what}",
        ),
    ),
    Asked(
        "visit.look",
        (
            f"when (is|was) {A} [follow-up|follow up|development] [development] visit {{what}}",
            f"(cancel|call off|confirm) {A} [follow-up|follow up|development] [development] visit {{what}}",
            "(cancel|call off|confirm) {few} {visit|visits} {what}",
        ),
    ),
    Asked("feedback.look", ("(when|what time) (is|was) [the] feedback {what}",)),
)


def another_day(part: str) -> tuple[str, ...]:
    """“Can the workshop at Oak be on the 24th?”, “put the meeting at Oak on Thursday”."""
    _, name = part.rsplit(" ", 1)
    return (
        f"{MAY} {A} {part} {{place}} be [{OTHER_DAY}|held] {{day}}",
        f"{MAY} {{few}} {name} be [{OTHER_DAY}|held] {{day}}",
        f"{A} {part} {{place}} (needs|need|has|have) to (move|change|be {OTHER_DAY}) {{day}}",
        f"(put|push|bring) {A} {part} {{place}} {{back|forward|later|earlier}} {{day}}",
        f"(put|push|bring) {{few}} {name} {{back|forward|later|earlier}} {{day}}",
        f"(have|hold|do|put) {A} {part} (at|on|for|to) {{what}}",
        f"(have|hold|do|put) {{few}} {name} (on|to|for) {{what}}",
    )


MEETINGS = (
    *LOOKED_AT,
    Asked(
        "meeting.find",
        (
            f"{FIX} {A} [pre-review|pre review|prereview|review|planning] (meeting|meetings) {{what}}",
            f"{FIX} {{few}} {{meeting|meetings}} {{what}}",
            *another_day("[pre-review|pre review|review|planning] meeting"),
        ),
    ),
    Asked(
        "workshop.find",
        (
            f"{FIX} {A} [review|post-review] workshop {{what}}",
            f"{FIX} {{few}} {{workshop|workshops}} {{what}}",
            *another_day("[review|post-review] workshop"),
            f"(choose|pick|find) {A} (date|day) for {A} workshop {{what}}",
        ),
    ),
    Asked(
        "visit.find",
        (
            f"{FIX} {A} [follow-up|follow up|development] [development] visit {{what}}",
            f"{FIX} {{few}} {{visit|visits}} {{what}}",
            *another_day("[follow-up|follow up|development] [development] visit"),
        ),
    ),
)
