"""Each command: how it may be typed, how it is offered, and which route answers it."""

from collections.abc import Sequence
from dataclasses import dataclass

GAP = r"[\s_\u2010-\u2015-]*"
ENDS = r"(?![\w-])"
REST = r"[\s,:]*(?P<rest>.*)"
NO_REST = r"[\s!?.]*(?P<rest>)"
# "Plan a review" and "schedule the workshop" ask for something else than a plan and a review.
A_REVIEW = r"\s+(?:an?|our|the)\s+(?:new\s+)?(?:peer\s+)?review\b"
A_PART = r"\s+(?:(?:an?|our|the|my)\s+)?(?:pre-?review\s+|development\s+)?(?:meeting|workshop|visit)\b"
POLITELY = r"[\s,!?.]*(?P<rest>(?:please|thanks|thank\s+you)?)[\s!?.]*"


@dataclass(frozen=True, slots=True)
class Spoken:
    """`patterns`: of all that is typed after the bot's name, with what is said as `rest`.

    `offered`: as it is written to the bot in Teams, which has no commands of ours; `slash`: as a command,
    where that is not the same after `/peer-review`. `does`: with the command at {}.
    `said_route`: where what is said has a route of its own. `as_typed`: it may end in thanks and means them.
    """

    name: str
    route: str
    patterns: tuple[str, ...]
    offered: str
    does: str
    slash: str = ""
    said_route: str = ""
    as_typed: bool = False

    @property
    def command(self) -> str:
        return self.slash or f"/peer-review {self.offered}"


def _about(before: str, named: str, joined: str = "for|of|at|from") -> str:
    """A noun, with what may stand before it, and the words that join it to a school."""
    return rf"/?(?:(?:{before})\s+)*(?:{named}){ENDS}(?:\s+(?:{joined})\b)?[\s,:?]*(?P<rest>.*)"


# In the order in which they are offered. What is typed fits one of them at the most.
SPOKEN: Sequence[Spoken] = (
    Spoken(
        "schedule",
        "schedule.ask",
        (rf"/?schedule(?!{A_PART})(?:{GAP}(?:a\s+)?review)?{ENDS}{REST}",),
        "schedule review",
        "Schedule a review, for example {} Oak Primary, Tues 14 Nov",
        slash="/schedule-review",
    ),
    Spoken(
        "home",
        "home.show",
        (r"(?:/?what(?:\s+is|['’]s)\s+mine(?:\s+to\s+do)?[\s?]*)?(?P<rest>)",),
        "what is mine",
        "See what is yours to do, and your group’s reviews. Open one to move it or change its team",
        slash="/peer-review",
    ),
    Spoken(
        "papers",
        "pack.find",
        (
            _about(
                "please|can|could|may|i|you|we|show|see|send|open|me|us|the|my|our", "papers|paperwork|pack"
            ),
        ),
        "papers",
        "See or send the paperwork of a review, for example {} Oak",
    ),
    Spoken(
        "meeting",
        "meeting.find",
        (rf"/?(?:(?:the\s+)?pre{GAP}review\s+)?meetings?{ENDS}(?:\s+(?:at|for|of|with)\b)?{REST}",),
        "meeting",
        "Arrange the pre-review meeting and its questions, for example {} Oak",
    ),
    Spoken(
        "day",
        "day.find",
        (
            rf"/?(?:(?:the|my|our|add|show|see)\s+)*(?:day\s+)?timetable{ENDS}"
            r"(?:\s+(?:(?:for|of|at|in)\b|the\s+(?:review\s+)?day\b))*[\s,:?]*(?P<rest>.*)",
        ),
        "timetable",
        "See or write the timetable of a review day, for example {} Oak",
    ),
    Spoken(
        "note",
        "team_notes.find",
        (
            rf"/?(?:(?:add|make)\s+(?:a\s+)?)?notes?{ENDS}"
            rf"(?:\s+(?:for|of|at)\b(?:\s+the\s+day\b)?)?{REST}",
        ),
        "note",
        "On the day: jot down what the team finds, for example {} strength: calm corridors",
        said_route="team_notes.typed",
        as_typed=True,
    ),
    Spoken(
        "feedback",
        "feedback.find",
        (
            r"/?(?:(?:please|can|could|i|we|record|show|see|add|the|that|my|our)\s+)*"
            rf"feedback{ENDS}(?:\s+(?:(?:for|of|at|from|to)\b|(?:was\s+)?given\b))*[\s,:?]*(?P<rest>.*)",
        ),
        "feedback",
        "Record that the feedback was given, or see who was there, for example {} Oak",
    ),
    Spoken(
        "summary",
        "summary.find",
        (
            _about(
                rf"please|can|could|i|we|write|show|see|open|send|add|to|the|my|our|(?:peer{GAP})?review",
                "summary",
            ),
        ),
        "summary",
        "Write or see the summary of a review, for example {} Oak",
    ),
    Spoken(
        "workshop",
        "workshop.find",
        (
            rf"/?(?:(?:the|our|my|show|see|post)[\s-]+)*(?:review[\s-]+)?workshops?{ENDS}"
            rf"(?:\s+(?:at|for|of|with)\b)?{REST}",
        ),
        "workshop",
        "Choose the day of a workshop, or see it, for example {} Oak",
    ),
    Spoken(
        "plan",
        "plan.find",
        (_about("the|our|my|show|see|open", rf"(?:action[\s-]*)?plans?(?!{A_REVIEW})"),),
        "plan",
        "See or write the action plan of a review, for example {} Oak",
    ),
    Spoken(
        "audit",
        "audit.find",
        (
            _about(
                r"an?|the|my|our|show|see|open|return|fill\s+in",
                r"(?:audit(?:\s+pro[\s-]?forma)?|pro[\s-]?forma)s?",
            ),
        ),
        "audit",
        "See or fill in the audit proforma of a review, for example {} Oak",
    ),
    Spoken(
        "visit",
        "visit.find",
        (
            _about(
                "a|the|my|our|show|see|book|choose|record",
                r"(?:follow[\s-]?up\s+)?(?:development\s+)?visits?",
                "for|of|at|to",
            ),
        ),
        "visit",
        "Choose or record the development visit, for example {} Oak",
    ),
    Spoken(
        "impact",
        "impact.find",
        (_about("an?|the|my|our|show|see|open|record|add|write", "impacts?"),),
        "impact",
        "Record what a review has led to, months later, or see it, for example {} Oak",
    ),
    Spoken(
        "all actions",
        "files.actions",
        # Of one review alone they stand with its plan.
        (
            r"/?(?:(?:please|can|could|i|we|get|show|see|have|download|export|me|us|a|the|list|table|of)\s+)*"
            rf"all\s+(?:(?:of|the|my|our)\s+)*action(?:s|\s+items){ENDS}"
            rf"(?:\s+(?:as|in)\b(?:\s+(?:a|an))?\s+(?:table|csv|excel|spreadsheet|list))?{NO_REST}",
        ),
        "all actions",
        "Get all action items that you can read, as a table for a spreadsheet",
    ),
    Spoken(
        "digest",
        "digest.find",
        (
            _about(
                "please|can|could|i|you|we|show|see|send|open|me|us|the|my|our|this|week['’]?s|weekly",
                "digests?",
            ),
        ),
        "digest",
        "See what the week brings for your group, for example {} Group 2",
    ),
    Spoken(
        "year",
        "year.show",
        (
            r"/?(?:(?:please|can|could|i|we|show|see|open|print|me|us|the|our|my|whole|school|academic)\s+)*"
            rf"year(?:\s+at\s+a\s+glance)?{ENDS}{POLITELY}",
        ),
        "year",
        "See the year at a glance, as a picture to print or a table: {}",
    ),
    Spoken(
        "calendar",
        "feeds.show",
        (
            r"/?(?:(?:please|can|could|i|we|show|see|open|get|put|add|it|this|reviews?|peer|to|in|into|the|our|my)\s+)*"
            rf"calendar(?:\s+(?:feed|address|link))?{ENDS}{POLITELY}",
        ),
        "calendar",
        "Put your dates into your own calendar, and your group’s: {}",
    ),
    Spoken(
        "link",
        "channel.link",
        (
            rf"/?link{ENDS}(?:\s+(?:this|the)\b)?(?:\s+(?:channel|here)\b)?(?:\s+(?:to|as|with)\b)?{REST}",
            r"this(?:\s+channel)?(?:\s+is|['’]s)\s+(?P<rest>(?=.*\b(?:group|channel)\b).*)",
        ),
        "link",
        "In a group’s channel: say whose it is, for example {} Group 2",
    ),
    Spoken("help", "help.show", (rf"/?help\b{NO_REST}",), "help", "See what you can type"),
)
