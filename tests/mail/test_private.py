"""A connection that SMTP_URL says is private is so, or nothing is said on it."""

from datetime import UTC, datetime

import pytest

from bot.cards.model import Card
from bot.failures import Never
from bot.platforms.mail.credentials import Credentials
from bot.platforms.mail.posting import Posting, Unavailable
from storage.addresses import Address
from tests.mail.server import post_office

NOW = datetime(2017, 12, 8, 10, 0, tzinfo=UTC)
TO = Address("mail", "", "margaret.osei@oak.example", personal=True)


async def test_a_server_without_tls_never_hears_the_password() -> None:
    with post_office() as post:
        sealed = Credentials("127.0.0.1", post.port, "tls", "reviews@office.example", "kate", "hunter2")
        with pytest.raises((Never, Unavailable)):
            await Posting(sealed, lambda: NOW, answer_seconds=1).send(TO, Card("Hello"), "k")
    assert not [line for line in post.heard if "hunter2" in line or line.upper().startswith("AUTH")]


async def test_a_server_that_can_do_nothing_with_a_password_is_told_to_the_operator() -> None:
    with post_office(EHLO="250 here") as post:
        named = Credentials("127.0.0.1", post.port, "none", "reviews@office.example", "kate", "hunter2")
        with pytest.raises(Never, match="SMTP_URL") as raised:
            await Posting(named, lambda: NOW).send(TO, Card("Hello"), "k")
    assert raised.value.holds == "workspace"
    assert "hunter2" not in str(raised.value)
