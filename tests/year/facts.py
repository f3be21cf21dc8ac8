"""The school year 2017-18 of the sample consortium: what is booked and done, by whom and when.

Both the year as it is lived and the list of what should be said in it are made from these lines and from
nothing else. All times are London's; people are named by what stands before the @ of their address.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

FIRST, LAST = date(2017, 9, 1), date(2018, 8, 31)


@dataclass(frozen=True)
class Did:
    at: datetime
    who: str
    what: str
    more: str = ""


@dataclass(frozen=True)
class Action:
    """A line of the action plan; without an owner it is the headteacher's."""

    text: str
    due: date
    owner: str = ""


@dataclass(frozen=True)
class Visit:
    """A review as it was booked, and everything that people did about it."""

    school: str
    booked: Did
    day: date
    lead: str
    reviewers: Sequence[str]
    champions: Sequence[str]
    lines: str
    actions: Sequence[Action] = ()

    @property
    def did(self) -> Sequence[Did]:
        return [did(line) for line in self.lines.strip().splitlines()]


def did(line: str) -> Did:
    """`2017-11-16 09:30 priya.nair moves 2017-12-14`"""
    day, at, who, what, *more = line.split()
    return Did(datetime.fromisoformat(f"{day} {at}"), who, what, " ".join(more))


STOUR_VIEW = Visit(
    # The Lead's own school, where everything is late: the deputy hears of it, and the Lead as headteacher.
    "stour-view",
    did("2017-09-06 10:15 janet.pryke books"),
    date(2017, 11, 14),
    "marcus.bell",
    ("rachel.tidswell", "bronwen.llewellyn-hughes"),
    ("jose.carvalho", "aoife.brennan"),
    """
    2017-09-07 09:00 carl.messer confirms
    2017-09-07 12:30 rachel.tidswell accepts
    2017-09-11 08:30 bronwen.llewellyn-hughes accepts
    2017-09-13 11:00 marcus.bell accepts
    2017-09-18 17:30 jose.carvalho accepts
    2017-11-08 17:00 carl.messer sends_pack
    2017-11-14 08:20 carl.messer sends_timetable
    2017-11-23 12:00 marcus.bell sends_summary
    2017-11-24 09:30 aoife.brennan chooses 2017-11-28
    2017-12-07 16:30 aoife.brennan sends_plan
    2017-12-15 11:00 rachel.tidswell fills_in
    2018-01-26 09:00 carl.messer sends_audit
    2018-02-21 12:00 carl.messer finishes 1
    """,
    (Action("Read aloud daily", date(2018, 1, 29)),),
)
MERSEA_ROAD = Visit(
    # Led by the Peer Review Lead, who is late with the summary; the school is the deputy's.
    "mersea-road",
    did("2017-11-20 14:10 carl.messer books"),
    date(2018, 2, 1),
    "bethan.rees",
    ("daniel.achterberg", "rachel.tidswell"),
    ("shazia.malik", "jose.carvalho"),
    """
    2017-11-21 09:00 bethan.rees accepts
    2017-11-21 09:05 daniel.achterberg declines
    2017-11-21 09:10 rachel.tidswell accepts
    2017-11-21 09:15 shazia.malik accepts
    2017-11-21 09:20 jose.carvalho accepts
    2017-11-21 10:00 bronwen.llewellyn-hughes confirms
    2018-01-08 12:00 carl.messer replaces bethan.rees carl.messer
    2018-01-15 12:00 bronwen.llewellyn-hughes sends_pack
    2018-01-23 16:30 carl.messer meets
    2018-01-26 16:30 bronwen.llewellyn-hughes sends_timetable
    2018-02-20 10:30 carl.messer sends_summary
    2018-02-06 10:00 jose.carvalho chooses 2018-02-09
    2018-02-23 12:00 shazia.malik sends_plan
    2018-02-24 12:00 carl.messer fills_in
    2018-02-24 12:00 shazia.malik fills_in
    2018-04-17 09:10 bronwen.llewellyn-hughes sends_audit
    """,
)
THORNBURY_HILL = Visit(
    # Everything in time; while the bot is down a week, too.
    "thornbury-hill",
    did("2017-12-04 09:00 carl.messer books"),
    date(2018, 3, 7),
    "bethan.rees",
    ("marcus.bell", "daniel.achterberg"),
    ("shazia.malik", "aoife.brennan"),
    """
    2017-12-04 12:00 olu.adeyemi confirms
    2017-12-04 12:00 bethan.rees accepts
    2017-12-04 12:00 marcus.bell accepts
    2017-12-05 12:00 daniel.achterberg accepts
    2017-12-05 12:00 shazia.malik accepts
    2017-12-05 12:00 aoife.brennan accepts
    2018-02-19 09:30 olu.adeyemi sends_pack
    2018-03-01 15:30 bethan.rees meets
    2018-03-02 16:20 olu.adeyemi sends_timetable
    2018-03-07 14:40 bethan.rees sends_summary
    2018-03-08 10:00 aoife.brennan chooses 2018-03-15
    2018-03-15 14:50 aoife.brennan sends_plan
    2018-03-16 14:00 bethan.rees fills_in
    2018-03-16 14:00 shazia.malik fills_in
    2018-03-19 09:30 olu.adeyemi sends_audit
    2018-05-25 09:30 olu.adeyemi finishes 1
    """,
    (Action("Visit Mersea Road", date(2018, 6, 8), "Olu Adeyemi"),),
)
OAK = Visit(
    # The headteacher goes; a deputy acts from then on.
    "oak",
    did("2017-09-20 11:00 kate.moore books"),
    date(2017, 12, 7),
    "sian.whitcombe",
    ("ben.hartley", "martin.kowalczyk"),
    ("chidi.eze", "owen.oconnell"),
    """
    2017-09-20 12:00 priya.nair confirms
    2017-09-20 12:00 sian.whitcombe accepts
    2017-09-20 12:00 ben.hartley accepts
    2017-09-20 12:00 martin.kowalczyk accepts
    2017-09-21 12:00 owen.oconnell accepts
    2017-09-27 12:00 chidi.eze accepts
    2017-11-16 09:20 priya.nair puts_off monday
    2017-11-24 11:00 tom.garrod sends_pack
    2017-11-27 12:15 ben.hartley not_mine meeting
    2017-12-05 09:40 sian.whitcombe meets
    2017-12-06 15:20 tom.garrod sends_timetable
    2017-12-12 12:00 sian.whitcombe says_done summary
    2017-12-08 10:00 chidi.eze chooses 2017-12-14
    2017-12-19 12:00 owen.oconnell sends_plan
    2018-01-05 12:00 sian.whitcombe sends_summary
    2018-01-12 12:00 tom.garrod sends_audit
    2018-01-19 09:30 ellie.fenwick puts_off tomorrow
    2018-02-09 09:30 tom.garrod puts_off holiday
    2018-03-16 12:00 ellie.fenwick finishes 1
    2018-04-27 12:00 tom.garrod finishes 2
    """,
    (
        Action("Pair reading in Year 3", date(2018, 1, 12), "Ellie Fenwick"),
        Action("Train all staff", date(2018, 2, 9), "the phonics lead"),
    ),
)
HOLLY_LANE = Visit(
    # The lead reviewer leaves the consortium two weeks before, and is replaced.
    "holly-lane",
    did("2018-01-10 09:00 janet.pryke books"),
    date(2018, 3, 20),
    "leila.haddad",
    ("martin.kowalczyk", "tom.garrod"),
    ("ellie.fenwick", "yusuf.demir"),
    """
    2018-01-10 12:00 kate.moore confirms
    2018-01-10 12:00 leila.haddad accepts
    2018-01-10 12:00 martin.kowalczyk accepts
    2018-01-10 12:00 tom.garrod accepts
    2018-01-10 12:00 ellie.fenwick accepts
    2018-03-07 10:30 janet.pryke replaces leila.haddad sian.whitcombe
    2018-03-09 10:30 kate.moore sends_pack
    2018-03-14 10:30 yusuf.demir accepts
    2018-04-16 12:00 sian.whitcombe sends_summary
    2018-03-21 10:30 ellie.fenwick chooses 2018-03-27
    2018-04-26 12:00 ellie.fenwick sends_plan
    """,
)
ST_ANNES = Visit(
    # Moved twice: once from before its pack was due, once a week before the day.
    "st-annes",
    did("2018-03-01 15:30 kate.moore books"),
    date(2018, 5, 10),
    "ben.hartley",
    ("tom.garrod", "zoe.lindqvist"),
    ("chidi.eze", "ellie.fenwick"),
    """
    2018-03-02 09:00 sian.whitcombe confirms
    2018-03-02 09:00 ben.hartley accepts
    2018-03-02 09:00 tom.garrod accepts
    2018-03-02 09:00 zoe.lindqvist accepts
    2018-03-02 09:00 chidi.eze accepts
    2018-03-02 09:00 ellie.fenwick accepts
    2018-04-20 13:00 kate.moore moves 2018-05-22
    2018-04-23 09:00 sian.whitcombe confirms
    2018-04-23 09:00 ben.hartley accepts
    2018-04-23 09:00 tom.garrod accepts
    2018-04-23 09:00 zoe.lindqvist accepts
    2018-04-23 09:00 chidi.eze accepts
    2018-04-30 09:00 ellie.fenwick accepts
    2018-05-09 11:00 sian.whitcombe sends_pack
    2018-05-16 11:00 kate.moore moves 2018-06-12
    2018-05-17 09:00 sian.whitcombe confirms
    2018-05-17 09:00 ben.hartley accepts
    2018-05-17 09:00 tom.garrod accepts
    2018-05-17 09:00 zoe.lindqvist accepts
    2018-05-17 09:00 chidi.eze accepts
    2018-05-17 09:00 ellie.fenwick accepts
    2018-06-11 12:00 sian.whitcombe sends_timetable
    2018-06-14 11:00 ben.hartley sends_summary
    2018-06-15 11:00 chidi.eze chooses 2018-06-26
    2018-07-02 11:00 chidi.eze sends_plan
    2018-07-03 11:00 sian.whitcombe sends_audit
    """,
    (Action("Look at books together", date(2018, 7, 18), "Siân Whitcombe"),),
)
BROOK_END = Visit(
    # Cancelled while its first reminders are on.
    "brook-end",
    did("2017-12-11 09:00 janet.pryke books"),
    date(2018, 2, 27),
    "kwame.boateng",
    ("steven.ridley", "fiona.abercrombie"),
    ("mei-ling.chan", "naomi.sutcliffe"),
    """
    2017-12-11 12:00 trish.wilkie confirms
    2017-12-11 12:00 kwame.boateng accepts
    2017-12-12 12:00 fiona.abercrombie accepts
    2017-12-20 09:00 mei-ling.chan accepts
    2018-02-07 13:00 janet.pryke cancels
    """,
)
MILL_LANE = Visit(
    # At short notice: within the two weeks for the pack.
    "mill-lane",
    did("2017-10-03 14:00 trish.wilkie books"),
    date(2017, 10, 12),
    "steven.ridley",
    ("llyr.davies", "mei-ling.chan"),
    ("naomi.sutcliffe", "fiona.abercrombie"),
    """
    2017-10-03 15:00 tomasz.zielinski confirms
    2017-10-03 16:00 steven.ridley accepts
    2017-10-03 16:00 mei-ling.chan accepts
    2017-10-06 08:00 llyr.davies accepts
    2017-10-06 13:00 naomi.sutcliffe accepts
    2017-10-18 10:00 steven.ridley sends_summary
    2017-10-17 10:00 naomi.sutcliffe chooses 2017-11-01
    2017-11-10 10:00 naomi.sutcliffe sends_plan
    2017-11-13 09:00 naomi.sutcliffe fills_in
    2017-12-01 10:00 tomasz.zielinski sends_audit
    2018-01-29 10:00 tomasz.zielinski shifts 1 2018-02-15
    2018-03-12 10:00 tomasz.zielinski finishes 1
    """,
    (Action("Try the new phonics scheme", date(2018, 1, 31)),),
)
QUEENS_MEADOW = Visit(
    # Its INSET day is the day on which its pack would be due.
    "queens-meadow",
    did("2017-10-09 10:00 trish.wilkie books"),
    date(2017, 12, 8),
    "llyr.davies",
    ("kwame.boateng", "trish.wilkie"),
    ("naomi.sutcliffe", "fiona.abercrombie"),
    """
    2017-10-09 12:00 grace.okonkwo confirms
    2017-10-10 12:00 llyr.davies accepts
    2017-10-10 12:00 kwame.boateng accepts
    2017-10-10 12:00 naomi.sutcliffe accepts
    2017-10-10 12:00 fiona.abercrombie accepts
    2017-12-01 12:00 grace.okonkwo sends_pack
    2017-12-01 14:00 llyr.davies meets
    2018-01-05 10:00 llyr.davies sends_summary
    2018-01-08 10:00 fiona.abercrombie chooses 2018-01-10
    2018-01-12 10:00 fiona.abercrombie sends_plan
    2018-01-26 10:00 grace.okonkwo sends_audit
    """,
)
VISITS = (
    STOUR_VIEW,
    MERSEA_ROAD,
    THORNBURY_HILL,
    OAK,
    HOLLY_LANE,
    ST_ANNES,
    BROOK_END,
    MILL_LANE,
    QUEENS_MEADOW,
)
# Who leaves, and who takes a place from that day on.
PRIYA_LEAVES, LEILA_LEAVES = date(2017, 11, 20), date(2018, 3, 5)
# The bot is down between these.
DOWN = (datetime(2018, 2, 26, 7, 0), datetime(2018, 3, 2, 11, 20))


def happenings() -> Iterator[tuple[Visit, Did]]:
    """Everything that people do, in order."""
    each = [(visit, one) for visit in VISITS for one in (visit.booked, *visit.did)]
    yield from sorted(each, key=lambda pair: pair[1].at)
