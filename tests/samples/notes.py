"""Samples of what is said about the note that goes with a review."""

from bot.cards import moving
from bot.cards import notes as say
from tests.samples import made
from tests.samples.moving import moved_to
from tests.samples.registry import Three, of_a_review, samples

of_a_review(say.note_saved)


@samples(say.ask_note)
def ask_note() -> Three:
    longest = made.longest()
    said = moving.changed_meanwhile(longest, moved_to(longest))
    error = f"{said} The note now says: “{longest.note}”. Save again to replace it."
    return Three(
        say.ask_note(made.tiny(), value=""),
        say.ask_note(made.usual(), value="Please park in Mill Lane."),
        say.ask_note(longest, value=made.TYPED, error=error),
    )
