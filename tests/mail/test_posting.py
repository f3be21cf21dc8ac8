"""E-mail as it goes: what is in it, and what becomes of one that the server refuses or never answers."""

import time
from datetime import UTC, datetime

import pytest

from bot.cards import mail
from bot.cards.model import Button, Card, Facts, Line, Link, Listing, Row, Text, go
from bot.failures import Doubtful, Gone, Never, Wait
from bot.platforms.mail import checking
from bot.platforms.mail.credentials import Credentials
from bot.platforms.mail.posting import Posting, Unavailable
from storage.addresses import Address
from tests.mail.server import Post, post_office
from tests.samples import SAMPLES

NOW = datetime(2017, 12, 8, 10, 0, tzinfo=UTC)
MARGARET = "margaret.osei@oak.example"
TO = Address("mail", "", MARGARET, personal=True)
URL = "https://review.example/governor/abc"
HOSTILE = "Oak & <b>Elm</b>\r\nBcc: all@oak.example"
CARD = Card(
    "The summary is ready – for you",
    (
        Text("Dear Siân <script>,"),
        Facts((("Code", "012345"),)),
        Listing((Row("A row", "words", (Button("Press", go("x.y")),)),)),
        Line(name="a", label="A field"),
    ),
    (Button("Sign", go("paper.sign", sent=1)), Link("Open the page", URL)),
)


def posting(post: Post, seconds: float = 3) -> Posting:
    return Posting(post.credentials, lambda: NOW, answer_seconds=seconds)


async def test_a_card_comes_as_plain_words_and_as_html() -> None:
    with post_office() as post:
        ref = await posting(post).send(TO, CARD, "governor.asked:7")
    [letter] = post.letters
    assert (letter["From"], letter["To"]) == ("Peer Review <reviews@office.example>", MARGARET)
    assert letter["Subject"] == "The summary is ready – for you"
    assert letter["Message-ID"] == ref
    assert letter["Auto-Submitted"] == "auto-generated"
    plain, html = (letter.get_body((kind,)) for kind in ("plain", "html"))
    assert plain
    assert html
    assert "Dear Siân <script>," in plain.get_content()
    assert f"Open the page: {URL}" in plain.get_content()
    assert "Dear Siân &lt;script&gt;," in html.get_content()
    assert f'href="{URL}"' in html.get_content()
    for part in (plain.get_content(), html.get_content()):
        assert "012345" in part
        assert not [word for word in ("Press", "A field", "[Sign]", "<form", "<button") if word in part]


async def test_sent_again_it_is_known_as_the_same() -> None:
    with post_office() as post:
        refs = [await posting(post).send(TO, CARD, key) for key in ("one", "one", "two")]
    assert (refs[0] == refs[1], refs[1] == refs[2]) == (True, False)
    assert len(post.letters) == 3


@pytest.mark.parametrize("card", [Card(HOSTILE, (Text(".\r\n.\r\nQUIT"),)), Card("x" * 5000)])
async def test_nothing_typed_breaks_out_of_its_place(card: Card) -> None:
    with post_office() as post:
        await posting(post).send(TO, card, "k")
    [letter] = post.letters
    assert letter["Subject"] == " ".join(card.title.split())
    assert letter["Bcc"] is None
    assert [line for line in post.heard if line.startswith("rcpt")] == [f"rcpt TO:<{MARGARET}>"]


@pytest.mark.parametrize(
    "email", ["", "a b@oak.example", "a@b, c@d", "a@b\r\nrcpt TO:<c@d>", "siân@oak.example"]
)
async def test_an_address_that_is_none_is_said_so(email: str) -> None:
    with post_office() as post, pytest.raises(Never, match="Please correct the roster"):
        await posting(post).send(Address("mail", "", email, personal=True), CARD, "k")
    assert post.heard == []


@pytest.mark.parametrize(
    ("at", "code", "failure", "holds"),
    [
        ("RCPT", "451 later", Wait, False),
        ("RCPT", "550 no such mailbox Margaret", Never, "conversation"),
        ("letter", "452 full", Wait, False),
        ("letter", "554 spam", Never, "conversation"),
        ("DATA", "451 later", Wait, False),
        ("MAIL", "421 busy", Wait, True),
        ("MAIL", "550 not you", Never, "workspace"),
        ("hello", "421 busy", Wait, True),
        ("hello", "554 go away", Never, "workspace"),
    ],
)
async def test_a_refusal_holds_what_it_concerns(
    at: str, code: str, failure: type[Exception], holds: object
) -> None:
    with post_office(**{at: code}) as post, pytest.raises(failure) as raised:
        await posting(post).send(TO, CARD, "k")
    error = raised.value
    assert holds == (error.everywhere if isinstance(error, Wait) else getattr(error, "holds", None))
    assert "Margaret" not in str(error)
    assert post.letters == []


@pytest.mark.parametrize("at", ["hello", "EHLO", "MAIL", "RCPT", "DATA"])
@pytest.mark.parametrize("says", ["", "bye"])
async def test_a_server_that_hangs_or_goes_is_left_in_time(at: str, says: str) -> None:
    with post_office(**{at: says}) as post:
        started = time.monotonic()
        with pytest.raises((Unavailable, Doubtful)) as raised:
            await posting(post, 0.5).send(TO, CARD, "k")
        assert time.monotonic() - started < 2
    assert post.letters == []
    assert at == "DATA" or raised.type is Unavailable


@pytest.mark.parametrize("says", ["", "bye"])
async def test_whether_it_has_arrived_is_in_doubt_where_the_last_answer_is_missing(says: str) -> None:
    with post_office(letter=says) as post, pytest.raises(Doubtful):
        await posting(post, 0.5).send(TO, CARD, "k")
    assert len(post.letters) == 1


async def test_nobody_there_is_tried_again() -> None:
    with post_office() as post:
        pass
    with pytest.raises(Unavailable):
        await posting(post).send(TO, CARD, "k")


async def test_what_was_sent_stays_and_nobody_is_looked_for() -> None:
    with post_office() as post:
        with pytest.raises(Gone):
            await posting(post).update(TO, "x", CARD)
        assert await posting(post).find(MARGARET) is None


async def test_a_server_that_wants_no_password_is_not_asked_for_privacy_it_has_not() -> None:
    with post_office() as post:
        sealed = Credentials("127.0.0.1", post.port, "starttls", "reviews@office.example", "u", "p")
        with pytest.raises(Never, match="SMTP_URL") as raised:
            await Posting(sealed, lambda: NOW).send(TO, CARD, "k")
        assert raised.value.holds == "workspace"
    assert not [line for line in post.heard if line.upper().startswith("AUTH")]


async def test_the_check_says_what_the_server_says_and_no_secret() -> None:
    with post_office() as post:
        known = Credentials("127.0.0.1", post.port, "none", "reviews@office.example", "kate", "hunter2")
        well, wrong = await checking.told(known)
        assert (wrong, "lets us in; e-mail comes from reviews@office.example." in well[0]) == ([], True)
        post.says["AUTH"] = "535 wrong password hunter2"
        well, [sentence] = await checking.told(known)
        assert sentence.endswith("does not let us in (password, 535).")
        post.says["hello"] = ""
        _, [sentence] = await checking.told(known, answer_seconds=0.3)
        assert sentence.endswith("(TimeoutError).")
    _, [sentence] = await checking.told(known)
    assert sentence.endswith("(ConnectionRefusedError).")
    assert "hunter2" not in repr(known)


def test_every_card_can_be_an_e_mail() -> None:
    for says, three in SAMPLES.items():
        for card in three():
            shown = mail.words(card) + mail.html(card)
            for link in (one for one in card.buttons if isinstance(one, Link)):
                assert link.label in shown, says
            assert "<button" not in shown, says
