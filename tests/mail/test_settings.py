"""SMTP_URL: what it may say, and a sentence for what it says wrongly."""

import pytest

from bot import settings
from bot.commands.chat import links_of
from bot.platforms.mail.credentials import Credentials
from bot.settings import BadSettings

FROM = "?from=reviews@office.example"


@pytest.mark.parametrize(
    ("url", "found"),
    [
        (f"smtp://mail.example{FROM}", Credentials("mail.example", 25, "none", "reviews@office.example")),
        (
            f"smtps://kate%40x:p%2Fw@mail.example{FROM}",
            Credentials("mail.example", 465, "tls", "reviews@office.example", "kate@x", "p/w"),
        ),
        (
            f"smtp+starttls://k:p@mail.example:2525/{FROM}",
            Credentials("mail.example", 2525, "starttls", "reviews@office.example", "k", "p"),
        ),
    ],
)
def test_a_mail_server_is_read(url: str, found: Credentials) -> None:
    read = settings.read({"SMTP_URL": url})
    assert read.mail == found
    assert links_of(read).mailed
    assert "p/w" not in repr(read)


def test_without_it_e_mail_is_off() -> None:
    read = settings.read({"SMTP_URL": " "})
    assert (read.mail, links_of(read).mailed) == (None, False)


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("mail.example", "SMTP_URL is not the address of a mail server."),
        (f"http://k:hunter2@mail.example{FROM}", "SMTP_URL is not the address of a mail server."),
        (f"smtp://{FROM}", "SMTP_URL is not the address of a mail server."),
        (f"smtp://k:hunter2@mail.example:99999{FROM}", "SMTP_URL is not the address of a mail server."),
        (f"smtp://k:hunter2@[bad{FROM}", "SMTP_URL is not the address of a mail server."),
        (f"smtp://mail.example/box{FROM}", "SMTP_URL is not the address of a mail server."),
        ("smtps://k:hunter2@mail.example", "SMTP_URL does not say which address to write from"),
        ("smtps://k:hunter2@mail.example?from=nobody", "SMTP_URL does not say which address to write from"),
        ("smtps://k:hunter2@mail.example?from=a@b.c,d@e.f", "SMTP_URL does not say which address"),
        (f"smtps://hunter2@mail.example{FROM}", "SMTP_URL has a user without a password"),
    ],
)
def test_a_bad_one_is_told_in_a_sentence_without_what_it_holds(url: str, sentence: str) -> None:
    with pytest.raises(BadSettings) as mistakes:
        settings.read({"SMTP_URL": url})
    assert str(mistakes.value).startswith(sentence)
    assert "hunter2" not in str(mistakes.value)
