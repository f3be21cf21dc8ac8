"""Sending e-mail, and what a mail server's refusals mean."""

import asyncio
import smtplib
import ssl
from datetime import timedelta

from bot.cards.model import Card
from bot.failures import Doubtful, Gone, Never, NoFiles, Wait
from bot.meeting import Found
from bot.parcels import Parcel
from bot.platforms.mail.conversation import Conversation, Refused
from bot.platforms.mail.credentials import Credentials
from bot.platforms.mail.letter import letter
from bot.router import Clock
from storage.addresses import Address

# Shorter than the worker's own limit, which counts the database as well.
ANSWER_SECONDS = 12
# A server that does not know us yet often wants a few minutes to have gone by.
A_WHILE = timedelta(minutes=5)
WHO_RUNS_IT = "Whoever runs the bot should check SMTP_URL: `peer-review check` tries it."
NO_ADDRESS = "The e-mail address in the roster can’t be used. Please correct the roster."
NO_MAILBOX = (
    "The mail server does not take e-mail to the address in the roster ({code}). "
    "Please ask for the right one and correct the roster."
)
NOT_TAKEN = "The mail server does not take our e-mail to this address ({code}). Please hand the link over."
NOT_PRIVATE = f"The mail server can’t be spoken to as SMTP_URL says ({{kind}}). {WHO_RUNS_IT}"
NOT_LET_IN = f"The mail server does not let Peer Review in ({{step}}, {{code}}). {WHO_RUNS_IT}"


class Unavailable(Exception):
    """The mail server could not be reached, or could not answer: it may be tried again."""


class Posting:
    """E-mail as delivery sees it. `answer_seconds`: how long all of a message may take."""

    def __init__(
        self, credentials: Credentials, clock: Clock, *, answer_seconds: float = ANSWER_SECONDS
    ) -> None:
        self._credentials = credentials
        self._clock = clock
        self._seconds = answer_seconds

    async def send(self, to: Address, card: Card, key: str = "") -> str:
        """The id given back is the message's own."""
        sender, receiver = self._credentials.sender, to.conversation
        try:
            message = letter(card, sender=sender, to=receiver, key=key, now=self._clock())
        except ValueError:
            raise Never(NO_ADDRESS) from None
        talk = Conversation(self._credentials, self._seconds)
        try:
            async with asyncio.timeout(self._seconds):
                await asyncio.to_thread(talk.send, message, receiver)
        except Refused as refused:
            raise meaning(refused) from None
        except (ssl.SSLError, smtplib.SMTPNotSupportedError) as why:
            raise Never(NOT_PRIVATE.format(kind=type(why).__name__), holds="workspace") from None
        except (OSError, smtplib.SMTPException) as away:
            # Its text may hold what the server said, so the kind alone goes on to the log.
            raise (Doubtful if talk.said_all else Unavailable)(type(away).__name__) from None
        finally:
            talk.break_off()
        return str(message["Message-ID"])

    async def send_file(self, to: Address, parcel: Parcel, key: str = "") -> str:
        """What is confidential goes by e-mail as a link at most."""
        raise NoFiles

    async def update(self, to: Address, ref: str, card: Card) -> None:
        """What has been sent by e-mail stays as it is."""
        raise Gone

    async def find(self, email: str) -> Found | None:
        """Nobody is met here: only what was written for it goes by e-mail, to the roster's address."""
        return None


def meaning(refused: Refused) -> Exception:
    of_this_message = refused.step in {"receiver", "message"}
    if refused.for_now:
        return Wait(A_WHILE, everywhere=not of_this_message)
    if refused.step == "receiver":
        return Never(NO_MAILBOX.format(code=refused.code))
    if refused.step == "message":
        return Never(NOT_TAKEN.format(code=refused.code))
    return Never(NOT_LET_IN.format(step=refused.step, code=refused.code), holds="workspace")
