"""Asking for what belongs to a review: its papers, its notes, and who still owes something."""

from bot.language.requests.meetings import MEETINGS
from bot.language.requests.model import (
    ANSWERED,
    DUE,
    NOT,
    NOT_DONE,
    PAPER,
    SEE,
    SEND,
    WRITE,
    A,
    Asked,
)

PARTS = (
    Asked(
        "year.show",
        (
            "(which|what) schools [still] (need|have|want|haven't|have not) {_}",
            "who (hasn't|has not) (had|booked|hosted) {_}",
        ),
        about=False,
    ),
    *MEETINGS,
    Asked(
        "day.find",
        (
            f"{WRITE} {A} [day] timetable {{what}}",
            "what is (the timetable|happening on the day|the plan for the day) {what}",
            f"{A} (programme|timings|order) (for|of) the day {{what}}",
        ),
    ),
    Asked(
        "feedback.find",
        (
            f"[i|we] [have] (given|gave|done|did) {A} feedback {{what}}",
            "[the] feedback (has been|was|is) (given|done|recorded) {what}",
            f"[record] [that] {A} feedback (has been|was|is) (given|done) {{what}}",
        ),
    ),
    Asked("team_notes.find", (f"(add|make|write|jot down|see|show|read) {A} (note|notes) {{what}}",)),
    Asked(
        "summary.find",
        (f"{WRITE} {A} [peer] [review] summary {{what}}", f"(where|what) is {A} summary {{what}}"),
    ),
    Asked(
        "files.actions",
        ("[see|show|get|list] (all|every) [the|our|my] (action|actions) [items]",),
        about=False,
    ),
    Asked(
        "plan.find",
        (
            f"{WRITE} {A} [action] (plan|plans) {{what}}",
            f"(where|what) is {A} [action] plan {{what}}",
            f"(mark|tick off|complete|finish|close|move) {A} action {{what}}",
            "(what|which) actions {what}",
        ),
    ),
    Asked(
        "audit.find",
        (
            f"{WRITE} {A} (audit|proforma|pro forma|pro-forma|audit proforma|audit form) {{what}}",
            "return [the|our|my] (audit|proforma|audit proforma|form) {what}",
        ),
    ),
    Asked(
        "owed.answers",
        (
            f"who {NOT} [yet] {ANSWERED} {{what}}",
            f"(has|have) {{what}} {ANSWERED} [yet]",
            "who [still] (has to|needs to|has yet to) (answer|reply|respond|confirm|accept) {what}",
        ),
    ),
    Asked(
        "owed.remind",
        (
            "(chase|chase up|remind|nudge) {what}",
            "[send|send out] [a|the|some] (reminder|reminders) [to] {what}",
        ),
    ),
    Asked(
        "owed.show",
        (
            "who [still] (owes|owe|needs to send|has to send|has yet to) {what}",
            f"who {NOT} {{what}}",
            "who (is|are) [still] (late|behind|overdue) {what}",
            "who (am i|are we|is everyone) [still] waiting (for|on) {what}",
            "(what|what else|which|which papers|anything|is anything|is there anything) [papers|paperwork] "
            f"[is|are] [still] {NOT_DONE} {{what}}",
            f"(what|which) {PAPER} (is|are) [still] {NOT_DONE} {{what}}",
            f"(what|which) {PAPER} (do|does) {{what}} [still] (need|owe)",
            f"(outstanding|overdue|missing|late) {PAPER} {{what}}",
            f"[any|what|which] {PAPER} [is|are] [still] {NOT_DONE} {{what}}",
            f"when (is|are) {A} {DUE} due {{what}}",
            f"[what is|what are] {A} (deadline|deadlines) for {A} {DUE} {{what}}",
            "when (do|should|must|does) (i|we) [need to|have to] (send|return|finish|write) "
            f"{A} {DUE} {{what}}",
            "{what} (has|have) (sent|returned) {_}",
            f"(is|are) {A} [{PAPER}|everything] [all] in [yet] {{what}}",
            f"(has|have) {{what}} (sent|returned|submitted|handed in|done) {A} {{paper}}",
            "(has|have) {what} (come in|arrived) [yet]",
        ),
    ),
    Asked(
        "pack.find",
        (
            f"(have|get) (until|till) {{_}} for {A} {PAPER}",
            f"(have|get|ask for|need) (more time|longer|an extension|extra time) (for|with|on) {A} {PAPER}",
            "who (do|should|can) (i|we) ask for (more time|longer|an extension|extra time) {_}",
            "(ask for|request) (more time|longer|an extension|extra time) {_}",
            f"(hand|hand over|pass|pass on|delegate) {A} {PAPER} [over|on] [to] {{_}}",
            f"(i|we) will (send|upload|finish|add|share|submit) {A} {PAPER} {{_}}",
        ),
        about=False,
    ),
    Asked(
        "pack.find",
        (
            f"{SEND} {A} [last|latest] {PAPER} {{what}}",
            f"here (is|are) {A} [last|latest] {PAPER} {{what}}",
            f"where (is|are) {A} {PAPER} {{what}}",
            f"(where|who) do (i|we) (put|send|add|upload) {A} {PAPER} {{what}}",
            "what (do|should|must) (i|we) [need to|have to] send (for|at) {what}",
            "what (do|should|must) (i|we) [need to|have to] send [in] [before|beforehand|to] {_}",
            f"{SEE} {A} {PAPER} {{what}}",
            "(i|we) [will] need [a bit|a little|some] (longer|more time) {what}",
        ),
    ),
)
