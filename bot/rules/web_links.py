"""Links to papers: which may be kept. They are stored and shown, never fetched."""

import re
from collections.abc import Collection
from enum import StrEnum
from urllib.parse import urlsplit

LONGEST = 2000
LONGEST_HOST = 253

LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
# The last label begins with a letter, so that no address in numbers passes, however it is written.
HOST = re.compile(rf"(?:{LABEL}\.)+(?=[a-z]){LABEL}", re.IGNORECASE)
PLACE = re.compile(r"(?P<host>[^:]+)(?::\d{1,5})?")
# A server's share, a drive, or a file on somebody's own computer.
ON_A_DISK = re.compile(r"\\|//|file:|[a-z]:[\\/]", re.IGNORECASE)
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
# "oak.example:8443/sef" begins with a website's name, not with another kind of address.
PORT = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+:\d", re.IGNORECASE)
SECURE = "https://"
LINK = re.compile(r"https?://", re.IGNORECASE)
# A link may hold another behind its question mark, as one that signs in first does: "?to=https://…".
RUN_TOGETHER = re.compile(r"[^?#]+?https?://|.+?[\sa-z0-9]https?://", re.IGNORECASE | re.DOTALL)


class Wrong(StrEnum):
    MISSING = "missing"
    TOO_LONG = "too_long"
    ON_A_DISK = "on_a_disk"
    AMONG_WORDS = "among_words"
    TWO_LINKS = "two_links"
    SPACES = "spaces"
    NO_BEGINNING = "no_beginning"
    NOT_SECURE = "not_secure"
    OTHER_KIND = "other_kind"
    PASSWORD = "password"  # noqa: S105 (what is wrong, not a password)
    NO_WEBSITE = "no_website"
    ELSEWHERE = "elsewhere"


def wrong_with(link: str, domains: Collection[str] = ()) -> Wrong | None:
    """What is wrong with a link as it was typed; `domains` are the only ones allowed, if there are any."""
    if not link:
        return Wrong.MISSING
    if len(link) > LONGEST:
        return Wrong.TOO_LONG
    if ON_A_DISK.match(link):
        return Wrong.ON_A_DISK
    if LINK.search(link, 1) and not LINK.match(link):
        return Wrong.AMONG_WORDS
    if is_several(link):
        return Wrong.TWO_LINKS
    if " " in link or not link.isprintable():
        return Wrong.SPACES
    return wrong_beginning(link) or wrong_website(link, domains)


def is_several(link: str) -> bool:
    """Whether another link follows the first, run together with it or after a space."""
    first = LINK.match(link)
    return first is not None and RUN_TOGETHER.match(link, first.end()) is not None


def website(link: str) -> str:
    """The website that a sound link leads to."""
    return urlsplit(link).netloc.lower()


def wrong_beginning(link: str) -> Wrong | None:
    beginning = link[: len(SECURE)].lower()
    if beginning == SECURE:
        return None
    if beginning.startswith("http:"):
        return Wrong.NOT_SECURE
    another_kind = SCHEME.match(link) and not PORT.match(link) and not beginning.startswith("https:")
    return Wrong.OTHER_KIND if another_kind else Wrong.NO_BEGINNING


def wrong_website(link: str, domains: Collection[str]) -> Wrong | None:
    try:
        place = urlsplit(link).netloc
    except ValueError:
        return Wrong.NO_WEBSITE
    if "@" in place:
        return Wrong.PASSWORD
    found = PLACE.fullmatch(place)
    # A browser takes a backslash for a slash, and would open another website than the one that is read here.
    if found is None or "\\" in link or not is_website(found["host"]):
        return Wrong.NO_WEBSITE
    return None if not domains or is_within(found["host"].lower(), domains) else Wrong.ELSEWHERE


def is_website(host: str) -> bool:
    """Whether this is the full name of a website, such as `docs.oak.example`."""
    return len(host) <= LONGEST_HOST and HOST.fullmatch(host) is not None


def is_within(host: str, domains: Collection[str]) -> bool:
    """Whether the host is one of these domains, or a sub-domain of one."""
    return any(host == domain or host.endswith(f".{domain}") for domain in domains)
