"""A mail server on this machine: it keeps what it is given, and says no or nothing when it is told to."""

import socketserver
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage

from bot.platforms.mail.credentials import Credentials

PATIENCE = 5.0


@dataclass
class Post:
    """`says`: what it answers to a command in place of "250"; "" is nothing at all, "bye" is to hang up."""

    says: dict[str, str] = field(default_factory=dict)
    letters: list[EmailMessage] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)
    port: int = 0

    @property
    def credentials(self) -> Credentials:
        return Credentials("127.0.0.1", self.port, "none", "reviews@office.example")


class Talk(socketserver.StreamRequestHandler):
    post: Post

    def handle(self) -> None:
        self.answer("hello", "220 here")
        while line := self.rfile.readline():
            words = line.decode().strip()
            self.post.heard.append(words)
            command = words.split(" ")[0].split(":")[0].upper()
            if command == "DATA" and self.answer("DATA", "354 go on"):
                self.take()
            elif command == "EHLO":
                self.answer("EHLO", "250-here\r\n250 AUTH PLAIN")
            elif command == "AUTH":
                self.answer("AUTH", "235 welcome")
            elif command != "DATA" and not self.answer(command, "250 well"):
                return
            if command == "QUIT":
                return

    def take(self) -> None:
        lines = []
        while (line := self.rfile.readline()) not in {b".\r\n", b""}:
            lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
        if not line:
            return
        if self.post.says.get("letter", "250")[:1] in {"2", "", "b"}:
            self.post.letters.append(message_from_bytes(b"".join(lines), policy=policy.SMTP))
        self.answer("letter", "250 taken")

    def answer(self, to: str, usual: str) -> bool:
        """Whether it goes on as usual."""
        said = self.post.says.get(to, usual)
        if said == "bye":
            self.connection.close()
        elif not said:
            time.sleep(PATIENCE)
        else:
            self.wfile.write(f"{said}\r\n".encode())
        return said == usual


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True
    block_on_close = False

    def handle_error(self, request: object, client_address: object) -> None:
        """Whoever hangs up in the middle is what the tests are about."""


@contextmanager
def post_office(**says: str) -> Iterator[Post]:
    post = Post(says)
    handler = type("ThisTalk", (Talk,), {"post": post})
    with Server(("127.0.0.1", 0), handler) as server:
        post.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield post
        finally:
            server.shutdown()
            thread.join()
