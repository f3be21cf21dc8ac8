"""How a request is written in the tables, and the words that many of them share.

`[x]` may be left out, `(x|y)` is one of them, `{what}` is whatever stands there and goes to the route, and so
does the one of `{x|y}`; `{few}` is a few words that go there too, and name no day; `{_}` is whatever stands
there within a clause, and goes nowhere. What is said before and after out of politeness is gone by then,
“what’s” is “what is”, and “can’t” may be “cant”.
"""

import re
from dataclasses import dataclass

PART = re.compile(r"\{[\w| -]+\}|[\[\]()|]|[^\s\[\](){}|]+")
# Within a sentence; "St. Anne's" is no end of one.
WITHIN = r"(?:[^.!?;]|(?<=\bst)\.|[.!?;](?! ))"
FEW = r"((?:(?!(?:to|until|till|on|for|after|before|review|reviews)\b)[^\s,;!?]+ ){1,6}?)"
ENDS = {"[": "(?:", "(": "(?:", "]": ")?", ")": ")", "|": "|", "{_}": r"(?:[^,.;!?\n]+ )?", "{few}": FEW}


@dataclass(frozen=True, slots=True)
class Asked:
    """`about`: whether what is said goes along to the route, or tells nothing there."""

    route: str
    ways: tuple[str, ...]
    about: bool = True


def compiled(way: str, gap: str = " ") -> re.Pattern[str]:
    """A way to say something as a pattern, in which every word takes the gap after it along."""
    return re.compile("".join(_piece(part, gap) for part in PART.findall(way)), re.IGNORECASE)


def _piece(part: str, gap: str) -> str:
    if part in ENDS:
        return ENDS[part]
    if not part.startswith("{"):
        return re.escape(part).replace("'", "'?") + gap
    said = part.strip("{}")
    return f"((?:{said.replace('|', f'{gap}|')}{gap}))" if "|" in said else f"((?:{WITHIN}+? )??)"


A = "[a|an|the|our|my|your|their|another|some|any|this|that]"
FIX = (
    "(arrange|book|set up|fix|fix up|move|change|rearrange|reschedule|schedule|cancel|postpone|agree|confirm"
    "|plan|shift|delay|put off|push back|bring forward|call off)"
)
WRITE = (
    "(write|start|finish|draft|send|sign|read|see|open|show|find|get|have|download|print|change|correct|do"
    "|add to)"
)
SEND = "(add|upload|attach|send|send in|share|submit|enter|paste|give you|hand in)"
SEE = "(see|show|open|find|look at|look up|read)"
REVIEW = "[peer] (review|reviews|peer review|reveiw|reveiws|revew|reviw|reivew)"
PAPER = (
    "(paper|papers|paperwork|pack|document|documents|doc|docs|file|files|link|links|sef|data|sdp|sip|ofsted"
    "|ofsted report|siams|siams report|head's report|headteacher's report)"
)
DUE = f"[action|audit] ({PAPER}|summary|plan|audit|proforma|timetable|feedback)"
LATER = "(postponed|put off|put on hold|deferred|suspended)"
OTHER_DAY = "(moved|changed|shifted|rearranged|rescheduled|rebooked|put|pushed|brought|delayed|switched)"
TEAM = (
    "(team|lead reviewer|lead|reviewer|reviewers|champion|champions|improvement champion"
    "|improvement champions)"
)
NOT_DONE = "(missing|outstanding|overdue|late|owed|owing|due|awaited|needed|not in|to come|waiting for)"
NOT = "(hasn't|has not|haven't|have not|didn't|did not)"
ANSWERED = "(answered|replied|responded|confirmed|accepted|agreed|said yes)"
REMINDERS = "(reminder|reminders|message|messages|email|emails|notification|notifications|nudges|nagging)"
