"""Asking for a review: to book it, to move it, to call it off, to see it; and answering for a date."""

from bot.language.requests.model import LATER, OTHER_DAY, REVIEW, SEE, TEAM, A, Asked

# Who comes in another's place, or besides.
OF_THE_TEAM = (
    Asked(
        "team.find",
        (
            f"(change|replace|swap|add to|add) {A} {TEAM} {{what}}",
            "(swap|replace) {_} (for|with) {_} (at|on|in) {what}",
            "take {_} off {what}",
            f"make {{_}} [the|a|an|our] {TEAM} {{what}}",
            "ask {_} to (be|become|lead|review|champion) {what}",
            "(get|ask|use|put|bring in) {_} instead of {_} (at|on|for|in) {what}",
        ),
    ),
    Asked(
        "team.find",
        ("(get|ask|use|put|bring in) {_} instead of {_}", "(swap|replace) {_} (for|with) {_}"),
        about=False,
    ),
)
# Another day, as somebody says it who was asked about one.
INSTEAD = (
    Asked(
        "move.find",
        (
            "(do|have|try|go for|make it|make) {day} instead",
            "i would (rather|prefer) [have|do|it was|it were|it be|to have|to do] {day}",
            "we would (rather|prefer) [have|do|it was|it were|it be|to have|to do] {day}",
            "{day} (would be|is) better [for] [me|us]",
        ),
    ),
)
REVIEWS = (
    *OF_THE_TEAM,
    *INSTEAD,
    Asked(
        "review.find",
        (
            f"who (is|are|was|were) (on|in) {A} [review] team {{what}}",
            "who (is|are) (leading|reviewing|coming to|coming|going to|visiting|championing) {what}",
            "who (leads|reviews|led|reviewed) {what}",
            f"who (is|are) {A} {TEAM} {{what}}",
            "else (lead|review|champion) {what}",
            "(bring back|reinstate|restore) {what}",
            "is {_} (coming|going) [to] {what}",
            "is {what} (confirmed|booked|ready|complete|going ahead)",
            "what is my (role|part|job) (at|in|on) {what}",
        ),
    ),
    Asked(
        "schedule.ask",
        (
            "(schedule|book|arrange|organise|organize|set up|plan|fix|fix up|pencil in|put in|have) "
            f"[a|an|the|our|my|another|new] [new] {REVIEW} {{what}}",
            f"(i|we) would like [to have] (a|our|my|the) {REVIEW} {{what}}",
            f"(book|schedule|pencil) {{what}} in for (a|their|the|its) {REVIEW} {{day}}",
        ),
    ),
    Asked(
        "schedule.find",
        (
            "(book|schedule|pencil in) {what}",
            f"(set|fix|find|choose|pick) {A} (date|day) for {{what}}",
            "put {what} down for {day}",
        ),
    ),
    Asked("answer.open", ("(pull out|drop out|step down|withdraw) (of|from) {_}",), about=False),
    Asked(
        "leave", ("(never mind|nevermind|forget it|forget that|cancel|cancel that|leave it)",), about=False
    ),
    Asked(
        "cancel.find",
        (
            "(cancel|call off|scrap|abandon|withdraw) {what}",
            "(call|take) {what} off",
            "{what} (is|be|to be|needs to be|has to be) (cancelled|canceled|called off|scrapped)",
        ),
    ),
    Asked(
        "postpone.find",
        (
            "(postpone|put off|hold off|defer|suspend) {what}",
            "put {what} (off|on hold) {day}",
            f"(can|could|should|may|might) {{what}} be {LATER} {{day}}",
            f"{{what}} [has|have|needs|need] to be {LATER} {{day}}",
            "[the] ofsted [inspectors] (is|are|have|has|had|called|rang|coming|inspectors) {_}",
        ),
    ),
    Asked(
        "move.find",
        (
            f"[i|we] [need|want|would like] {A} (new|another|different|later|earlier|change of) "
            "(date|day) for {what}",
            "(change|move) the (date|day) (of|for|at) {what}",
            f"(can|could|should|may|might) {{what}} be {OTHER_DAY} {{day}}",
            "(can|could|should|may|might) {what} (move|go back|come forward) {day}",
            f"{{what}} (needs|need|has|have) to (move|change|be {OTHER_DAY}) {{day}}",
            "bring {forward|forwards} {what}",
            "(move|shift|rearrange|reschedule|rebook|push|push back|put back|delay) {what}",
            "(put|bring|push|move) {what} {back|forward|later|earlier} {day}",
            "(change|switch) {what} to {day}",
        ),
    ),
    Asked(
        "answer.open",
        (
            "(yes|yep|yeah|ok|okay|sure) [that is|that will be|it is|that] [absolutely|all] "
            "(fine|ok|okay|good|great|perfect|lovely|confirmed|works) {what}",
            "that (is|will be) (fine|ok|okay|confirmed) {what}",
            "[yes] (i|we) (can|could|will) [definitely|certainly] "
            "(make|do|come|attend|be there|take part|be on|lead|help) {what}",
            "[yes] (i|we) [will] (accept|agree|confirm) {what}",
            "(accept|confirm|decline) {what}",
            "[yes] [happy|very happy|fine|good|ok|okay] (with|for) (the|that|this) (date|day|one)",
            "[the|that|this] [date|day|that|it|which] (suits|works|is fine|is good|is ok) "
            "[me|us|for me|for us] {what}",
            "(count me|i am|we are) (in|free|available|happy) {what}",
            "{day} (works|suits) [for] (me|us) {what}",
            "{day} (doesn't|does not|won't|will not) suit [me|us] [at all]",
            "{day} (doesn't|does not|won't|will not) work for (me|us)",
            "{day} (is|are) (no good|not possible|not convenient|impossible|difficult) {what}",
            "[sorry|no] [sorry] [but] (i|we) (can't|cannot|can not|won't|will not|am unable to|are unable to"
            "|won't be able to|will not be able to|am not able to|don't think i can) "
            "(make|do|come|attend|be there|take part|manage|lead|help) {what}",
            "[sorry] [but] (i|we) (am|are) (busy|away|not free|not available|ill|unwell|sick|on leave"
            "|unavailable|on a course|double booked) {what}",
            "[no] [sorry] [the|that|this|it] [date|day|one] (doesn't|does not|won't|will not) "
            "(suit|work) {what}",
            "(yes|no|yes i can|yes we can|no i can't|no we can't|i can't|i can)",
        ),
        about=False,
    ),
    Asked(
        "review.next",
        (
            f"(when|what|where) is (my|our|the) (next|first|coming|upcoming) {REVIEW}",
            "when (am i|are we) [next] (reviewing|reviewed|being reviewed|needed|on a review|out)",
            "when (do|will) (i|we) [next] (review|have a review|get reviewed)",
            f"when is (my|our) {REVIEW}",
            f"[see|show] (my|our|next|upcoming|coming) [next|upcoming] {REVIEW}",
            "where (do|am) i [need to be|going] [next]",
        ),
        about=False,
    ),
)
# A school's review, whatever about it.
ANY_REVIEW = (
    Asked("team.find", ("add {_} (to|onto) {what}",)),
    Asked(
        "review.find",
        (
            "(when|what day|what date|which day|which date|what time) (is|was|are|were) {what}",
            "(how|where) (is|are) {what} (getting on|doing|going|up to|at)",
            "(where are we|how far are we|how far is|how far along is|status|progress|news|details|date|dates"
            "|what is the status|what is happening) [with|at|on|of|for|about] {what}",
            "[tell me|remind me] about {what}",
            "what is (the|its) (date|day|time) (of|for|at) {what}",
            "what (happens|is) (next|the next step) (at|with|for) {what}",
            f"{SEE} {A} {REVIEW} (at|of|for) {{what}}",
            f"{SEE} {{what}} {REVIEW}",
        ),
    ),
)
