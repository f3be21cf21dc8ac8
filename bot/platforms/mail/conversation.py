"""What is said to the mail server, from the first word to the last; in a thread, for each step waits."""

import smtplib
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from email.message import EmailMessage
from threading import Event
from typing import Literal

from bot.platforms.mail.credentials import Credentials

Step = Literal["greeting", "password", "sender", "receiver", "message"]


class Refused(Exception):
    """The server said no: at which `step`, and with which three digits. Its words may name people."""

    def __init__(self, step: Step, code: int) -> None:
        super().__init__(f"{step} {code}")
        self.step, self.code = step, code

    @property
    def for_now(self) -> bool:
        return 400 <= self.code < 500


class Conversation:
    """One connection. `said_all`: the message may have gone, and the answer to it alone is missing.

    `seconds` is the longest wait for any one answer.
    """

    def __init__(self, credentials: Credentials, seconds: float) -> None:
        self._credentials = credentials
        self._seconds = seconds
        self._smtp: smtplib.SMTP | None = None
        self._broken = Event()
        self.said_all = False

    def send(self, message: EmailMessage, to: str) -> None:
        with self._opened() as smtp:
            expect("sender", smtp.mail(self._credentials.sender))
            expect("receiver", smtp.rcpt(to))
            if self._broken.is_set():
                raise TimeoutError
            self.said_all = True
            try:
                expect("message", smtp.data(message.as_bytes()))
            except smtplib.SMTPDataError as refused:
                raise Refused("message", refused.smtp_code) from None

    def try_out(self) -> None:
        """As far as being let in."""
        with self._opened():
            pass

    def break_off(self) -> None:
        """From another thread: whatever is waited for ends at once, and nothing more is sent."""
        self._broken.set()
        sock = self._smtp.sock if self._smtp else None
        if sock is not None:
            with suppress(OSError, ValueError):
                sock.shutdown(socket.SHUT_RDWR)

    @contextmanager
    def _opened(self) -> Iterator[smtplib.SMTP]:
        smtp = self._smtp = self._connected()
        try:
            self._be_let_in(smtp)
            yield smtp
            # Whatever becomes of the goodbye, what was said before it counts.
            with suppress(smtplib.SMTPException, OSError):
                smtp.quit()
        finally:
            smtp.close()

    def _connected(self) -> smtplib.SMTP:
        to = self._credentials
        # Its own way of naming this machine asks a name server, which may take as long as it likes.
        named = to.domain
        try:
            if to.security == "tls":
                trusted = ssl.create_default_context()
                return smtplib.SMTP_SSL(to.host, to.port, named, timeout=self._seconds, context=trusted)
            return smtplib.SMTP(to.host, to.port, named, timeout=self._seconds)
        except smtplib.SMTPConnectError as refused:
            raise Refused("greeting", refused.smtp_code) from None

    def _be_let_in(self, smtp: smtplib.SMTP) -> None:
        to = self._credentials
        try:
            smtp.ehlo_or_helo_if_needed()
            if to.security == "starttls":
                smtp.starttls(context=ssl.create_default_context())
            if to.user:
                smtp.login(to.user, to.password)
        except smtplib.SMTPAuthenticationError as refused:
            raise Refused("password", refused.smtp_code) from None
        except smtplib.SMTPResponseException as refused:
            raise Refused("greeting", refused.smtp_code) from None


def expect(step: Step, reply: tuple[int, bytes]) -> None:
    code, _ = reply
    if not 200 <= code < 300:
        raise Refused(step, code)
