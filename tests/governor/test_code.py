"""A governor’s link opens nothing without the code, and nothing to anybody else."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from tests.chat import LINKS, World
from tests.conversation.conftest import PRIYA, SIAN
from tests.conversation.papering import (
    MARGARET,
    STRENGTH,
    change_review,
    signed,
)
from tests.governor.pages import (
    MARGARETS,
    Forms,
    governor,
    handed_over,
    id_of,
    is_secret,
    tries,
)
from tests.permissions.acting import everything
from tests.permissions.people import end_roles


def test_opening_the_link_tells_nothing_and_changes_nothing(world: World) -> None:
    page = governor(world)
    before = everything(world.sessions)
    for method in ("GET", "HEAD", "GET"):
        page.ask(method)
        assert (page.status, is_secret(page)) == (200, True)
    assert everything(world.sessions) == before
    assert page.buttons == {"open"}


@pytest.mark.parametrize("answer", [MARGARET, MARGARET.upper(), f"  {MARGARET} "])
def test_the_e_mail_address_does_as_well(world_on_sqlite: World, answer: str) -> None:
    assert STRENGTH in governor(world_on_sqlite).enter(answer).text


def test_the_code_may_be_typed_in_two_groups(world_on_sqlite: World) -> None:
    page = governor(world_on_sqlite)
    assert STRENGTH in page.enter(f" {page.code[:3]} {page.code[3:]} ").text


def test_a_wrong_answer_is_said_at_the_field_and_tells_nothing(world: World) -> None:
    page = governor(world).enter("<b>123</b>")
    assert "That is neither the code nor the e-mail address" in page.text
    assert Forms(page.text).forms == [{"answer": "<b>123</b>"}]
    assert 'aria-invalid="true"' in page.text
    assert (is_secret(page), tries(world)) == (True, 1)
    assert STRENGTH in page.press("open", answer=page.code).text


def test_no_answer_is_no_try(world_on_sqlite: World) -> None:
    page = governor(world_on_sqlite).enter(" ")
    assert "Please type the code or your e-mail address." in page.text
    assert tries(world_on_sqlite) == 0


def test_after_five_wrong_answers_the_right_one_opens_nothing(world: World) -> None:
    page = governor(world)
    for number in range(5):
        page.enter(f"wrong {number}")
    assert (page.status, "This link is closed" in page.text) == (410, True)
    assert "ask whoever sent it to you for a new one" in page.text
    page.ask("POST", {"answer": page.code, "do": "open"})
    assert (page.status, is_secret(page)) == (410, True)
    assert page.open().status == 410
    assert "A wrong code was entered too often" in str(handed_over(world).card)


def test_guessing_at_once_gives_no_more_guesses(world: World) -> None:
    page = governor(world).open()
    guessers = [page.twin() for _ in range(12)]
    with ThreadPoolExecutor(6) as threads:
        list(threads.map(lambda one: one.press("open", answer="000000x"), guessers))
    assert tries(world) == 5
    assert sum(one.status == 200 for one in guessers) == 4


def test_whoever_has_the_page_open_is_shut_out_with_the_link(world_on_sqlite: World) -> None:
    page = governor(world_on_sqlite).enter()
    guesser = page.twin()
    for _ in range(5):
        guesser.enter("wrong")
    assert (page.press("sign").status, is_secret(page)) == (410, True)


def test_a_link_lasts_fourteen_days(world: World) -> None:
    page = governor(world)
    world.now += timedelta(days=14) - timedelta(seconds=1)
    assert page.enter().status == 200
    world.now += timedelta(seconds=1)
    assert (page.press("sign").status, is_secret(page)) == (410, True)
    assert "lasts 14 days" in page.open().text
    assert "The link has run out." in str(handed_over(world).card)


@pytest.mark.parametrize("change", ["x", "."])
def test_an_altered_link_opens_nothing(world_on_sqlite: World, change: str) -> None:
    page = governor(world_on_sqlite)
    page.path = page.path[:-5] + change + page.path[-4:]
    for method in ("GET", "POST"):
        page.ask(method, {"answer": page.code} if method == "POST" else None)
        assert (page.status, is_secret(page)) == (403, True)


def test_a_link_of_another_kind_opens_nothing(world_on_sqlite: World) -> None:
    page = governor(world_on_sqlite)
    for purpose in ("print", "governor-proof"):
        token = LINKS.seal(purpose, int(id_of(world_on_sqlite, MARGARET)), 1, world_on_sqlite.now)
        page.path = f"/governor/{token}"
        assert page.open().status == 403


@pytest.mark.parametrize("person", [PRIYA, SIAN])
def test_a_link_that_names_somebody_else_opens_nothing(world_on_sqlite: World, person: str) -> None:
    page = governor(world_on_sqlite)
    token = LINKS.seal("governor", int(id_of(world_on_sqlite, person)), 1, world_on_sqlite.now)
    page.path = f"/governor/{token}"
    assert page.open().status == 403
    assert page.ask("POST", {"answer": page.code}).status == 403


def test_whoever_is_governor_no_more_is_shut_out_at_the_next_press(world: World) -> None:
    page = governor(world).enter().press("sign")
    fresh = page.twin()
    end_roles(world.sessions, MARGARET)
    for one in (page.press("signed"), fresh.open()):
        assert (one.status, is_secret(one)) == (403, True)
    assert MARGARETS not in signed(world)


def test_of_a_cancelled_review_nothing_is_shown_or_signed(world: World) -> None:
    page = governor(world).enter().press("sign")
    fresh = page.twin()
    change_review(world, cancelled_at=world.now)
    for one in (page.press("signed"), fresh.open()):
        assert (one.status, is_secret(one)) == (403, True)
    assert MARGARETS not in signed(world)


def test_a_link_that_was_replaced_opens_nothing(world: World) -> None:
    page = governor(world).enter()
    head = handed_over(world)
    head.click("Make a new link")
    for one in (page.twin().open(), page.press("sign")):
        assert (one.status, is_secret(one)) == (410, True)
    assert STRENGTH in governor(world).enter().text


@pytest.mark.parametrize("proof", ["", "x", "e30.e30", "é", "\ud800", "another"])
def test_a_proof_of_ones_own_opens_nothing(world_on_sqlite: World, proof: str) -> None:
    page = governor(world_on_sqlite)
    if proof == "another":
        proof = LINKS.seal("governor-proof", int(id_of(world_on_sqlite, MARGARET)), 2, world_on_sqlite.now)
    given = {"proof": proof.encode("utf-8", "replace").decode(), "do": "signed", "sent": "1"}
    assert is_secret(page.ask("POST", given))
    assert MARGARETS not in signed(world_on_sqlite)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"x" * (256 * 1024 + 1), 413),
        (b"&".join(b"a%d=1" % number for number in range(30)), 400),
        (b"\xff\xfe=\xff", 200),
        (b"", 200),
        (b"sent=99999999999999999999&query=-1&version=x&do=drop", 200),
    ],
)
def test_a_damaged_form_breaks_nothing(world_on_sqlite: World, body: bytes, status: int) -> None:
    page = governor(world_on_sqlite).ask("POST", body)
    assert (page.status, is_secret(page)) == (status, True)
    assert tries(world_on_sqlite) == 0


def test_each_page_lets_its_form_go_back_to_us_alone_and_is_kept_nowhere(world_on_sqlite: World) -> None:
    page = governor(world_on_sqlite).open()
    for one in (page.twin().open(), page.twin().enter(), page.twin().enter().press("sign")):
        policy = one.headers["Content-Security-Policy"]
        assert "form-action 'self';" in policy
        assert policy.startswith("default-src 'none'; style-src 'sha256-")
        assert one.headers["Cache-Control"] == "no-store"
        assert one.headers["Referrer-Policy"] == "no-referrer"
        assert "Set-Cookie" not in one.headers
        assert 'lang="en-GB"' in one.text
        assert "<script" not in one.text
