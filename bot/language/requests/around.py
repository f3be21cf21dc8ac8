"""Asking about what is round the reviews: who leads the group, when the holidays are, how to take back."""

from bot.language.requests.model import Asked

LEAD = "(peer review lead|peer-review lead|peer review leader|group lead|group leader|group's lead)"
BREAK_UP = "(break up|breaking up|finish|close|stop)"
HALF_TERM = "{half term|half-term|halfterm|half terms}"
HOLIDAY = "(holiday|holidays|break)"
NAMED = "{christmas|easter|summer|half term|half-term|halfterm}"
OURS = "[the|our|my|this|your]"
AROUND = (
    Asked(
        "group.leads",
        (
            f"who (leads|is leading|runs|heads) {OURS} [collaborative] {{group|groups}} {{what}}",
            f"who (is|are) {OURS} [deputy] {LEAD} [of|for|in] [our|my|the] [collaborative] {{what}}",
            f"who (is|are) {OURS} [deputy] (lead|leader) (of|for|in) {OURS} [collaborative] "
            "{group|groups} {what}",
            f"who is {OURS} deputy [lead]",
        ),
    ),
    Asked(
        "holidays.show",
        (
            f"when (is|are|was) {OURS} [next|coming] {HALF_TERM} [holiday|holidays|break|week]",
            f"when (is|are) {OURS} [next|coming] [school] {{christmas|easter|summer}} [school] {HOLIDAY}",
            f"when (is|are|does|do) {OURS} [next|coming] [school] {HOLIDAY} [start|starts|begin|begins]",
            f"when (do|does|are|is) (we|i|they|school|schools|the schools|the school|our school) {BREAK_UP} "
            f"[for] [the] {NAMED} [{HOLIDAY}]",
            f"when (do|does|are|is) (we|i|they|school|schools|the schools|the school|our school) "
            f"(break up|breaking up|go back|going back|come back|back) [next] [for the {HOLIDAY}]",
            f"when does {OURS} [school] term (end|finish|stop)",
            f"when is the (end|last day) of {OURS} [school] term",
            f"[what are] {OURS} (term|holiday|school|half term|half-term) dates",
        ),
    ),
    Asked(
        "undo.show",
        (
            "(undo|revert|unsend|take back|reverse) "
            "[it|that|this|the last one|the last thing|the last change|my last change|my answer] [again]",
            "[i] take (it|that|this|my answer) back [again]",
            "(undo|revert) {_}",
            "go back on (it|that|this)",
            "[that|it|this] was (a mistake|an accident|by mistake|by accident|wrong)",
            "i (did not|didn't) mean (it|that|to do that|to press that|to)",
        ),
        about=False,
    ),
)
