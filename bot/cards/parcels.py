"""What is said about a file that is to be put into somebody's own chat."""

from bot.cards import paper_files
from bot.cards.model import Button, Card, Link, Text, go
from bot.cards.paper_files import CONFIDENTIAL, NAMES, YOUR_LINK, Address
from bot.cards.review import title
from bot.rules.permissions import Paper
from storage.models import Review

# On Teams, under the name of the file that it asks about.
QUESTION = f"Shall Peer Review put it into your own files? {CONFIDENTIAL}"
NOT_YOURS = "Only those whom a paper is meant for can have it."
IS_THERE = "The file is in your own files."


def on_its_way(review: Review, paper: Paper) -> Card:
    said = (
        f"The Word file comes into your own chat with Peer Review in a moment: {NAMES[paper]}, "
        f"{title(review)}. Some chats ask you first whether you want it."
    )
    return Card("It is on its way", (Text(said), Text(CONFIDENTIAL, "muted")))


def by_link(review: Review, paper: Paper, name: str, address: Address) -> Card:
    """In place of the file `name`."""
    return Card(
        f"{NAMES[paper]} as a Word file: {title(review)}",
        (
            Text(f"{name}: in this chat it can’t be a file, so it comes as a link."),
            *paper_files.about(address, YOUR_LINK),
        ),
        (Link("Word file", address.url),),
    )


def declined(subject_id: int) -> Card:
    """They were asked, and did not want it."""
    again = Button("Show the files again", go("files.show", sent=subject_id), aside=True)
    return Card("The file was not put into your files", (Text("You said that you don’t want it."),), (again,))
