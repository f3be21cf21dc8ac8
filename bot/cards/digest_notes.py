"""The Lead's note to the Management Group, what is asked about it, and the answer."""

from dataclasses import dataclass
from datetime import date

from bot.cards.common import HOME, SAFEGUARDING
from bot.cards.model import Block, Button, Card, Prose, Text, go
from bot.language.say import full
from storage.models import LeadNote, LeadQuestion

NO_FINDINGS = "Nothing that a review has found, please, and no names of pupils."


@dataclass(frozen=True, slots=True)
class About:
    """Whose note, for the digest of which week; `seen`: the number of what stands; `stands`: there is one."""

    group: int
    week: date
    seen: int = 0
    stands: bool = False

    @property
    def ids(self) -> dict[str, object]:
        return {"group": self.group, "week": self.week.isoformat()}


def note_form(name: str, about: About, *, value: str = "", error: str = "", said: str = "") -> Card:
    ids = {**about.ids, "seen": about.seen}
    drop = (Button("Take the note back", go("lead_note.drop", **ids)),) if about.stands else ()
    return Card(
        f"A note to the Management Group from {name}",
        (
            *((Text(said, "warning"),) if said else ()),
            Prose(
                name="words",
                label=f"It goes with the digest of the week of {full(about.week)}",
                hint=f"{NO_FINDINGS} {SAFEGUARDING}",
                value=value,
                error=error,
            ),
        ),
        (
            Button("Save the note", go("lead_note.save", **ids), "primary"),
            *drop,
            Button("Go back", go("digest.show", group=about.group)),
        ),
        private=True,
    )


def note_saved(name: str, about: About, words: str) -> Card:
    goes = f"The Management Group reads it with the digest of the week of {full(about.week)}."
    shown: tuple[Block, ...] = (Text(goes, "good"), Text(words))
    return Card(
        f"The note from {name}",
        shown if words else (Text("There is no note now.", "muted"),),
        (
            Button("Change it" if words else "Write a note", go("lead_note.ask", group=about.group)),
            Button("The group’s digest", go("digest.show", group=about.group), aside=True),
        ),
    )


def note(name: str, about: About, shown: LeadNote | None, *, writes: bool) -> Card:
    """To those whose it is. `writes`: the Lead, who does not ask themselves."""
    words = Text(shown.words) if shown else Text("The note has been taken back.", "muted")
    ask = Button("Ask the Lead", go("lead_question.ask", **about.ids), aside=True)
    by = f", {shown.by.name}" if shown else ""
    return Card(f"The note from {name}{by}", (words,), (HOME,) if writes else (ask,))


def question_form(
    name: str,
    about: About,
    *,
    asked: LeadQuestion | None = None,
    value: str = "",
    error: str = "",
    said: str = "",
) -> Card:
    """A question to the Lead; or, with `asked`, other words for it."""
    ids = {**about.ids, **({"question": asked.id, "version": asked.version} if asked else {})}
    return Card(
        f"Ask the Lead of {name}",
        (
            *((Text(said, "warning"),) if said else ()),
            Prose(
                name="words",
                label="What would you like to ask?",
                hint=f"It goes to the Lead; you hear when there is an answer. {SAFEGUARDING}",
                value=value,
                error=error,
            ),
        ),
        (
            Button("Save it" if asked else "Send the question", go("lead_question.send", **ids), "primary"),
            Button("Go back", go("digest.management")),
        ),
        private=True,
    )


def question(asked: LeadQuestion, said: str = "") -> Card:
    """To whoever asked."""
    ids = {"question": asked.id, "version": asked.version}
    open_still = bool(asked.words) and not asked.answer
    change = (
        Button("Change it", go("lead_question.ask", question=asked.id)),
        Button("Take it back", go("lead_question.drop", **ids)),
    )
    return Card(
        f"Your question to the Lead of {asked.group.name}",
        (
            *((Text(said, "good"),) if said else ()),
            Text(asked.words or "It has been taken back.", "plain" if asked.words else "muted"),
            *((Text(answered_by(asked)), Text(asked.answer)) if asked.answer else ()),
        ),
        change if open_still else (HOME,),
    )


def answered_by(asked: LeadQuestion) -> str:
    return f"{asked.answered_by.name if asked.answered_by else 'The Lead'} answers:"


def queried(asked: LeadQuestion) -> Card:
    """To the Lead."""
    told = f"{asked.person.name} of the Management Group asks:"
    label = "Change the answer" if asked.answer else "Answer"
    return Card(
        f"A question about {asked.group.name}",
        (
            Text(told),
            Text(asked.words),
            *((Text(answered_by(asked)), Text(asked.answer)) if asked.answer else ()),
        ),
        (Button(label, go("lead_question.answer", question=asked.id), "primary", aside=True),),
    )


def answer_form(asked: LeadQuestion, *, value: str = "", error: str = "", said: str = "") -> Card:
    ids = {"question": asked.id, "version": asked.version}
    return Card(
        f"Answer {asked.person.name} about {asked.group.name}",
        (
            *((Text(said, "warning"),) if said else ()),
            Text(asked.words),
            Prose(
                name="answer",
                label="Your answer",
                hint=f"{NO_FINDINGS} {SAFEGUARDING}",
                value=value,
                error=error,
            ),
        ),
        (Button("Send the answer", go("lead_question.answered", **ids), "primary"), HOME),
        private=True,
    )


def answered(asked: LeadQuestion) -> Card:
    """To whoever asked."""
    return Card(
        f"The Lead of {asked.group.name} has answered",
        (Text(("You asked: “", asked.words, "”"), "muted"), Text(answered_by(asked)), Text(asked.answer)),
        (Button("Ask again", go("lead_question.ask", group=asked.group_id, week=asked.week), aside=True),),
    )
