"""Whether the mail server lets us in: for `peer-review check`."""

import asyncio
import smtplib

from bot.platforms.mail.conversation import Conversation, Refused
from bot.platforms.mail.credentials import Credentials
from bot.platforms.mail.posting import ANSWER_SECONDS


async def told(
    credentials: Credentials, *, answer_seconds: float = ANSWER_SECONDS
) -> tuple[list[str], list[str]]:
    """What is well and what is wrong, a sentence each; never with the user or the password in it."""
    where = f"{credentials.host}, port {credentials.port}"
    talk = Conversation(credentials, answer_seconds)
    try:
        async with asyncio.timeout(answer_seconds):
            await asyncio.to_thread(talk.try_out)
    except Refused as refused:
        return [], [f"The mail server at {where} does not let us in ({refused.step}, {refused.code})."]
    except (OSError, smtplib.SMTPException) as away:
        return [], [f"The mail server can't be spoken to at {where} ({type(away).__name__})."]
    finally:
        talk.break_off()
    return [f"The mail server at {where} lets us in; e-mail comes from {credentials.sender}."], []
