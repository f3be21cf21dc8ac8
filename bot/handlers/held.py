"""What is said when a conversation takes no messages: to whoever can mend it."""

from bot.cards import held as say
from bot.cards.model import Card
from bot.letters import Letter, template
from storage.models import Group, Pause, Person
from storage.pauses import DIRECTORY


@template("delivery.held")
def held(letter: Letter) -> Card | None:
    """Nothing, once it has been mended."""
    pause = letter.session.get(Pause, letter.id("pause"))
    if pause is None or not pause.problem:
        return None
    return say.held(whose(letter, pause), pause.problem)


def whose(letter: Letter, pause: Pause) -> str:
    if not pause.conversation:
        return f"everyone on {say.platform_name(pause.platform)}"
    if pause.conversation == DIRECTORY:
        return f"people new to {say.platform_name(pause.platform)}"
    if person := letter.session.get(Person, letter.id("person")):
        return person.name
    group = letter.session.get(Group, letter.id("group"))
    return f"the channel of {group.name if group else 'the Management Group'}"
