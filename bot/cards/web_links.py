"""What is said about a link that can't be kept: each time what to do instead."""

from collections.abc import Mapping, Sequence

from bot.rules.web_links import LONGEST, Wrong

SENTENCES: Mapping[Wrong, str] = {
    Wrong.MISSING: "Please paste the link here.",
    Wrong.TOO_LONG: f"That has more than {LONGEST:,} characters. Please copy a shorter link: most places "
    "offer one under “Share” or “Copy link”.",
    Wrong.ON_A_DISK: "That is a place on a computer or a school’s server, which others can’t open. Please "
    "put the paper where it has a web link, and paste that.",
    Wrong.AMONG_WORDS: "There is more than a link there. Please paste the link alone, from https:// on.",
    Wrong.TWO_LINKS: "Two links seem to stand there, one after the other. Please paste one.",
    Wrong.SPACES: "There is a space or a line break in that link. Please copy it again, without them.",
    Wrong.NO_BEGINNING: "A link begins with https://. Please copy it whole from the browser’s address line.",
    Wrong.NOT_SECURE: "That link begins with http://, which is not secure. Please use one that begins with "
    "https://.",
    Wrong.OTHER_KIND: "That is not a link to a web page. Please paste one that begins with https://.",
    Wrong.PASSWORD: "There is a user name or a password in that link. Please use one without.",
    Wrong.NO_WEBSITE: "After https:// I can’t find a website’s name, such as www.oak.example. Please copy "
    "the link again.",
    Wrong.ELSEWHERE: "Papers are kept at {places} only. Please move it there, or ask the Consortium Office.",
}
# Of the places that are named; a consortium may have one for every school.
NAMED = 3


def sentence(wrong: Wrong, domains: Sequence[str] = ()) -> str:
    return SENTENCES[wrong].format(places=places(domains))


def places(domains: Sequence[str]) -> str:
    named = list(domains[:NAMED])
    others = len(domains) - len(named)
    if others:
        named.append(f"{others} other place{'s' if others > 1 else ''} of the consortium")
    return f"{', '.join(named[:-1])} or {named[-1]}" if len(named) > 1 else "".join(named)
