"""A card as an e-mail message."""

import hashlib
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from bot.cards import mail
from bot.cards.model import Card

FROM = "Peer Review"


def letter(card: Card, *, sender: str, to: str, key: str, now: datetime) -> EmailMessage:
    """Raises ValueError where `to` is no e-mail address. `key`: the same each time it is tried."""
    made = EmailMessage(policy=SMTP)
    made["From"] = Address(FROM, addr_spec=sender)
    made["To"] = receiver(to)
    made["Subject"] = mail.subject(card)
    made["Date"] = format_datetime(now)
    # A message that is sent again, because nobody knew whether it had arrived, is known as the same.
    made["Message-ID"] = f"<{named(key)}@{sender.rpartition('@')[2]}>"
    # No holiday notice is to come back for it.
    made["Auto-Submitted"] = "auto-generated"
    made["Content-Language"] = "en-GB"
    # Not every server on the way takes letters beyond ASCII as they are.
    made.set_content(mail.words(card), cte="quoted-printable")
    made.add_alternative(mail.html(card), subtype="html", cte="quoted-printable")
    return made


def receiver(to: str) -> Address:
    if not to.isascii():
        raise ValueError("most mail servers take no such address")
    try:
        return Address(addr_spec=to)
    except (ValueError, IndexError):
        raise ValueError("no e-mail address") from None


def named(key: str) -> str:
    """Nothing of the key can be read from it, and no character of it can do harm."""
    return hashlib.sha256(key.encode()).hexdigest()[:32]
