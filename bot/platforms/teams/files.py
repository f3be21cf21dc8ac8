"""Files as Teams has them: it asks the person, takes the file to its own servers, and shows where it is."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from aiohttp import ClientError, ClientTimeout

from bot.cards import parcels as say
from bot.cards.model import go
from bot.parcels import Parcel
from bot.platforms.teams.activities import Upload
from bot.platforms.teams.connector import Piece
from bot.platforms.teams.requests import Away, Http, Refused

CONSENT = "application/vnd.microsoft.teams.card.file.consent"
INFO = "application/vnd.microsoft.teams.card.file.info"
# Where everybody's own files are that come with Teams; no confidential paper is sent anywhere else.
HOSTS = (".sharepoint.com",)
# Teams waits for as long for an answer, and brings the same again then.
UPLOAD_SECONDS = 8
TAKEN = {200, 201}


def question(parcel: Parcel) -> Piece:
    """Whether they want it. What comes back with the answer names the file, and gives no right to it."""
    wanted, file = parcel.wanted, parcel.file
    about = {"file": str(go("file", purpose=wanted.purpose, subject=wanted.subject_id))}
    content = {
        "description": say.QUESTION,
        "sizeInBytes": len(file.body),
        "acceptContext": about,
        "declineContext": about,
    }
    return Piece(CONSENT, content, file.name)


def shown(upload: Upload) -> Piece:
    """The file where it is now."""
    return Piece(INFO, {"uniqueId": upload.unique_id, "fileType": upload.kind}, upload.name, upload.url)


def is_theirs(upload: Upload) -> bool:
    """Whether the addresses are Microsoft's: whoever is asked to put a file elsewhere is being tricked."""
    return is_microsofts(upload.to) and is_microsofts(upload.url)


def is_microsofts(url: str) -> bool:
    try:
        read = urlsplit(url)
        plain = read.port in (None, 443) and read.username is None and read.password is None
    except ValueError:
        return False
    host = read.hostname or ""
    return read.scheme == "https" and plain and host.endswith(HOSTS) and "\\" not in url


async def put(http: Http, url: str, body: bytes) -> None:
    """Raises Refused or Away; neither names the address, which lets whoever has it write there."""
    whole = {"Content-Range": f"bytes 0-{len(body) - 1}/{len(body)}"}
    headers: Mapping[str, str] = {"Content-Type": "application/octet-stream", **whole}
    limit = ClientTimeout(total=UPLOAD_SECONDS)
    try:
        async with (
            http() as talk,
            talk.put(url, data=body, headers=headers, timeout=limit, allow_redirects=False) as answered,
        ):
            status = answered.status
    except (ClientError, OSError, ValueError) as away:
        raise Away(type(away).__name__) from None
    if status not in TAKEN:
        raise Refused(status, "upload", {})
