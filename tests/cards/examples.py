"""Cards of every kind of block: the smallest, a typical one, the longest. All people are made up."""

from bot.cards.model import (
    Block,
    Button,
    Card,
    Chart,
    Clock,
    Confirm,
    Day,
    Emph,
    Facts,
    Field,
    Heading,
    Line,
    Link,
    Listing,
    OneOf,
    Option,
    OptionGroup,
    People,
    Progress,
    Prose,
    Row,
    Series,
    SomeOf,
    Strong,
    Table,
    Text,
    YesNo,
    go,
)

HOSTILE = (
    "<!channel> <@U123> <script>alert(1)</script> [x](javascript:alert(1)) **bold** _it_ `code` &amp; & "
    '"quoted" \\*back\\slash {{DATE(2017-11-14T09:00:00Z)}}\n1. one\n- two\n'
    "# three\n> four | five ~six~ {curly}"
)
WELSH = "Ysgol Llanfair Tŷ Gwŷn ŵ â ê î ô û – Siân O’Dŵr 👩‍🏫🏴󠁧󠁢󠁷󠁬󠁳󠁿 e\u0301 \u202eabc\u202c \u200b"
LONG = ("Every child in the school reads to an adult each week. " * 200)[:10_000]
UNBROKEN = "x" * 10_000
LONG_LABEL = "Which of the areas of the school’s self-evaluation would you like the team to look at " * 3

NAMES = ("Carys Vaughan", "Ali Demir", "Siân Gwŷn", "Tom Okoro", "Béa Lindqvist-Ashworth", "Jo Park")
PEOPLE = tuple(Option(str(n), f"{NAMES[n % 6]} {n}") for n in range(300))
ROSTER = (OptionGroup("", PEOPLE),)
SCHOOLS = tuple(
    OptionGroup(f"{name} Primary", PEOPLE[n * 3 : n * 3 + 3]) for n, name in enumerate(("Oak", "Elm", "Ash"))
)
DOCUMENTS = tuple(Option(f"d{n}", f"Document {n}") for n in range(30))

BOOK = Button("Book it", go("review.book", school=7), "primary")
CANCEL = Button(
    "Cancel the review",
    go("review.cancel", review=7),
    "danger",
    Confirm("Cancel the review?", "Everyone concerned is told.", "Cancel it"),
)
DETAILS = Button("Details", go("review.show", review=7), aside=True)
CALENDAR = Link("Add to my calendar", "https://reviews.example.org/calendar/7.ics?a=1&b=2")
BACK = Button("Back", go("home"))

REVIEWS, ACTIONS = ("review", "reviews"), ("action", "actions")


def counted(of: dict[str, int], title: str = "Reviews by stage") -> Chart:
    """A chart of one series."""
    return Chart(title, REVIEWS, tuple(of), (Series("Reviews", tuple(of.values())),))


def stacked(bars: int, *series: str) -> Chart:
    """The first bar is of nothing."""
    labels = tuple(f"Collaborative Group {n}" for n in range(bars))
    values = [Series(name, tuple(n * (at + 1) for n in range(bars))) for at, name in enumerate(series)]
    return Chart("Actions by group", ACTIONS, labels, tuple(values))


STAGES = ("Scheduled", "Preparing", "The review", "Feedback and action plan", "Support and impact")

SMALLEST: dict[str, Block] = {
    "heading": Heading("H"),
    "text": Text("T"),
    "nothing said": Text(""),
    "facts": Facts((("Lead", ""),)),
    "no facts": Facts(()),
    "listing": Listing((Row("Oak Primary"),)),
    "no rows": Listing(()),
    "table": Table("", ("School",), (("Oak Primary",),)),
    "table of nothing": Table("Reviews", ("School", "Date"), ()),
    "progress": Progress("Stage", ("Scheduled",), 0),
    "chart": counted({"Oak": 1}, title="C"),
    "chart of nothing": counted({}),
    "chart of noughts": counted({"Oak": 0}),
    "line": Line(name="a", label="A"),
    "prose": Prose(name="a", label="A"),
    "day": Day(name="a", label="A"),
    "clock": Clock(name="a", label="A"),
    "one of nothing": OneOf(name="a", label="A", groups=()),
    "some of nothing": SomeOf(name="a", label="A", options=()),
    "nobody": People(name="a", label="A", groups=(OptionGroup("Oak Primary", ()),), most=2),
    "yes or no": YesNo(name="a", label="A"),
}

TYPICAL: dict[str, Block] = {
    "heading": Heading("Who takes part"),
    "text": Text(("The visit is on ", Strong("Tuesday 14 November 2017"), ", ", Emph("all day"), ".")),
    "muted": Text("The school is told as soon as you book.", "muted"),
    "good": Text("Everyone has answered.", "good"),
    "warning": Text("This is less than two weeks’ notice.", "warning"),
    "facts": Facts((("Lead reviewer", "Carys Vaughan"), ("Date", ("Tuesday ", Strong("14 November 2017"))))),
    "plain facts": Facts((("Lead reviewer", "Carys Vaughan"), ("Hours", "09:00–12:00"), ("Note", ""))),
    "listing": Listing(
        (
            Row("Oak Primary", ("Visit on ", Strong("14 November")), (DETAILS, CANCEL, CALENDAR)),
            Row("Elm Primary", "Not yet booked", (BOOK,)),
        )
    ),
    "table": Table("Milestones", ("What", "When", "Who"), (("The pack is sent", "31 October", "Ali Demir"),)),
    "progress": Progress("Stage", STAGES, 1),
    "progress at the end": Progress("Stage", STAGES, 5),
    "chart": counted({"Plan the review": 3, "The review": 1, "Feedback": 0}),
    "chart of several series": stacked(3, "Done", "Late", "To do"),
    "line": Line(name="a", label="School", hint="As it is on the sign", value="Oak", error="Which Oak?"),
    "prose": Prose(name="a", label="Note", value="Two lines\nof it", required=False),
    "day as typed": Day(
        name="a", label="Day", value="Tues 14 Nov", error="Which year?", hint="Or next Tuesday"
    ),
    "day as picked": Day(name="a", label="Day", value="2017-11-14"),
    "no such day": Day(name="a", label="Day", value="2017-11-31", error="November has 30 days."),
    "clock": Clock(name="a", label="Starts at", value="09:15"),
    "clock as typed": Clock(name="a", label="Starts at", value="quarter past nine", required=False),
    "one of": OneOf(name="a", label="School", groups=SCHOOLS, value="4", error="Please choose another."),
    "some of": SomeOf(name="a", label="Documents", options=DOCUMENTS[:4], values=("d1", "d3")),
    "person": People(name="a", label="Lead reviewer", groups=SCHOOLS, values=("2",)),
    "people": People(
        name="a", label="Other reviewers", groups=SCHOOLS, values=("2", "0"), most=3, error="Who?"
    ),
    "yes or no": YesNo(name="a", label="Is it a church school?", value="no", error="Are you sure?"),
}

LONGEST: dict[str, Block] = {
    "heading": Heading(LONG[:900]),
    "text": Text(LONG),
    "unbroken text": Text(UNBROKEN),
    "muted": Text(LONG, "muted"),
    "warning": Text(LONG, "warning"),
    "lines": Text("\n" * 3_000 + "end"),
    "hostile text": Text(HOSTILE),
    "hostile heading": Heading(HOSTILE),
    "hostile emphasis": Text((Strong(HOSTILE), Emph(HOSTILE), HOSTILE), "muted"),
    "welsh": Text(WELSH, "good"),
    "facts": Facts(tuple((f"{WELSH} {n}", HOSTILE) for n in range(12))),
    "listing": Listing(tuple(Row(f"Row {n} {WELSH}", HOSTILE, (DETAILS, CANCEL, BOOK)) for n in range(8))),
    "row of thirty": Listing((Row("Row", "", (DETAILS,) * 30),)),
    "table of 40": Table(HOSTILE, ("A", "B", "C", "D"), ((WELSH, "", "**b**", "x" * 20),) * 40),
    "table of 120": Table("Long", ("A", "B"), (("a", "b"),) * 120),
    "table of 25 columns": Table("Wide", tuple(f"H{n}" for n in range(25)), (("c",) * 25,) * 3),
    "progress": Progress(HOSTILE, (*STAGES, LONG_LABEL), 99),
    "hostile chart": Chart(HOSTILE, (HOSTILE, HOSTILE), (HOSTILE, WELSH), (Series(HOSTILE, (1, 2)),)),
    "long chart": counted({LONG[:900]: 3, UNBROKEN[:900]: 10_000_000}, title=LONG[:900]),
    "chart of 20": stacked(20, "Done", "Late", "To do", "Given up"),
    "chart of 21": stacked(21, "Done"),
    "chart of 7 series": stacked(2, *"ABCDEFG"),
    "line": Line(name="a", label=LONG_LABEL, hint=HOSTILE, value=HOSTILE, error=HOSTILE),
    "long line": Line(name="a", label=HOSTILE, value=UNBROKEN),
    "prose": Prose(name="a", label=LONG[:2_500], hint=LONG[:2_500], value=LONG[:4_000], required=False),
    "prose of 10,000": Prose(name="a", label=WELSH, value=LONG),
    "day": Day(name="a", label=LONG_LABEL, value=HOSTILE, error=HOSTILE, hint=LONG_LABEL),
    "clock": Clock(name="a", label=LONG_LABEL, value=UNBROKEN[:4_000], required=False),
    "some of": SomeOf(name="a", label=HOSTILE, options=DOCUMENTS, values=("d1", "d29")),
    "some of a few": SomeOf(name="a", label=WELSH, options=(Option("h", HOSTILE), Option("l", LONG_LABEL))),
    "some of 10": SomeOf(name="a", label=WELSH, options=DOCUMENTS[:10]),
    "yes or no": YesNo(name="a", label=LONG_LABEL, value="yes", required=False, hint=HOSTILE),
}

# Forms of this length open in a window of their own on Slack: a message has no room for three hundred names.
WINDOW: dict[str, Block] = {
    "one of 300": OneOf(name="a", label="Person", groups=ROSTER, value="299"),
    "one of 300 in a group": OneOf(
        name="a", label="Person", groups=(OptionGroup(LONG_LABEL, PEOPLE),), value="9"
    ),
    "some of 300": SomeOf(name="a", label="People", options=PEOPLE, values=("1", "299")),
    "person of 300": People(name="a", label="Lead", groups=ROSTER, values=("7",), required=False),
    "people of 300": People(name="a", label="Team", groups=ROSTER, values=("299", "1"), most=4),
}

MANY_FIELDS: tuple[Field, ...] = (
    OneOf(name="school", label="School", groups=SCHOOLS, value="4"),
    Day(name="day", label="Date", hint="For example 3 March", value="31 Nov", error="November has 30 days."),
    People(name="lead", label="Lead reviewer", groups=SCHOOLS),
    People(name="team", label="Other reviewers", groups=SCHOOLS, values=("1", "2"), most=4),
    People(
        name="champions", label="Improvement Champions", groups=SCHOOLS, most=2, error="Please choose two."
    ),
    Clock(name="start", label="Starts at", value="09:00"),
    Clock(name="end", label="Ends at", value="late", error="What time is that?"),
    YesNo(name="church", label="Is it a church school?"),
    SomeOf(name="documents", label="Documents", options=DOCUMENTS[:8]),
    Line(name="room", label="Room", required=False),
    Line(name="contact", label="Contact", required=False),
    Prose(name="note", label="Note", required=False, value=HOSTILE),
)

REASONABLE = Card(
    "Schedule the review of Oak Primary",
    (
        Facts(tuple((f"Fact {n}", "A value of usual length") for n in range(12))),
        Table(
            "Timetable",
            ("What", "When", "Who", "Rule"),
            (("The pack", "31 October", "Head", "2 weeks"),) * 14,
        ),
        Listing(tuple(Row(f"Review {n}", "Visit in March", (DETAILS, BACK, CANCEL)) for n in range(8))),
        *MANY_FIELDS,
    ),
    (BOOK, BACK, DETAILS, CANCEL, CALENDAR, BACK, DETAILS, BACK),
)


def card_of(block: Block, title: str = "A card") -> Card:
    """A card round one block; a field needs a button to submit it."""
    return Card(title, (block,), (BOOK, BACK))


WHOLE = {
    "three charts": Card("Charts", (stacked(20, "Done", "Late"),) * 3),
    "a chart where there is hardly room": Card(
        "Charts",
        (*(part for n in range(24) for part in (Text("x"), Heading(f"H{n}"))), stacked(2, "Done")),
    ),
    "nothing but a title": Card("Booked"),
    "reasonable": REASONABLE,
    "a title from people": Card(HOSTILE, (Text(WELSH),)),
    "a long title": Card(LONG[:1_000]),
    "buttons": Card("Buttons", (), (BOOK, CANCEL, DETAILS, CALENDAR, *(BACK,) * 26)),
    "long buttons": Card(
        "Buttons",
        (Line(name="a", label="A"),),
        (
            Button(
                LONG_LABEL,
                go("long", text="x" * 1_500),
                confirm=Confirm(LONG_LABEL, LONG[:900], WELSH, HOSTILE),
            ),
            Button(f"Also: {LONG_LABEL}", go("b"), confirm=Confirm(LONG_LABEL, LONG[:900], WELSH, HOSTILE)),
            Link(LONG_LABEL, "https://reviews.example.org/" + "x" * 2_000),
        ),
    ),
    "links": Card(
        "Links",
        (),
        (
            Link("Bad", "javascript:alert(1)"),
            Link("Here", "/paper/7"),
            Link("Post", "mailto:office@example.org"),
        ),
    ),
}
