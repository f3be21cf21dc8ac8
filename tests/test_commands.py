"""The command line: each command, and a plain sentence for what is wrong."""

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.__main__ import main
from bot.commands import worker
from bot.commands.database import named
from bot.platforms.teams import checking as asks_of_microsoft
from bot.rules.hours import Urgency
from storage import consortium, pauses
from storage.addresses import Address
from storage.database import open_engine
from storage.models import AcademicYear, Channel, ChatIdentity, Group, Outgoing, Person
from storage.roster import SAMPLE
from tests.conftest import migrated
from tests.databases import Databases, copied
from tests.mail.server import post_office
from tests.processes import OURS, bare, free_port, serving, started
from tests.teams.seed import APP, TENANT

KEY = "k" * 32
POSTGRES = "postgres://kate:hunter2@127.0.0.1:9/reviews?connect_timeout=2"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in an empty folder; gives its exit code, what it said and what it complained of."""
    for name in OURS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)

    def runner(*arguments: str, **environ: str) -> tuple[int, str, str]:
        for name, value in environ.items():
            monkeypatch.setenv(name, value)
        try:
            code = main(arguments)
        except SystemExit as left:
            code = int(left.code or 0)
        said = capsys.readouterr()
        return code, said.out, said.err

    return runner


def python(*arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(  # noqa: S603 (our own program)
        [sys.executable, *arguments], env=bare(), capture_output=True, text=True, check=True, timeout=60
    )


def test_help_imports_no_heavy_library() -> None:
    code = (
        "import sys\n"
        "from bot.__main__ import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        "print(chr(10) + ' '.join(sys.modules))"
    )
    loaded = set(python("-c", code).stdout.splitlines()[-1].split())
    assert "argparse" in loaded
    heavy = {"sqlalchemy", "alembic", "dbos", "dateparser", "aiohttp", "holidays", "jinja2", "pydantic"}
    assert loaded & heavy == set()


def test_help_is_quick_and_names_every_command() -> None:
    quickest = 9.0
    for _ in range(3):
        before = os.times()
        text = python("-m", "bot", "--help").stdout
        after = os.times()
        # What the machine does meanwhile counts for nothing.
        took = after.children_user + after.children_system - before.children_user - before.children_system
        quickest = min(quickest, took)
    assert quickest < 0.4
    for command in ("demo", "web", "worker", "import", "migrate", "check", "when", "manifest"):
        assert f"\n    {command} " in text


def test_all_bad_settings_are_told_at_once(run: Run) -> None:
    code, said, complained = run("check", PORT="x", PUBLIC_URL="y", DATABASE_URL="z")
    assert (code, said) == (2, "")
    assert [line.split()[0] for line in complained.splitlines()] == ["DATABASE_URL", "PORT", "PUBLIC_URL"]


@pytest.mark.parametrize("command", [["check"], ["web"], ["import", __file__]])
def test_a_database_without_tables_says_what_to_do(run: Run, command: list[str]) -> None:
    code, _, complained = run(*command)
    assert code == 1
    assert "The tables in peer-review.db are not up to date. Run: peer-review migrate\n" in complained


@pytest.mark.parametrize(
    ("url", "name"), [(POSTGRES, "reviews on 127.0.0.1"), ("sqlite:////nowhere/x.db", "/nowhere/x.db")]
)
def test_a_database_out_of_reach_says_what_to_do(run: Run, url: str, name: str) -> None:
    for command in ("check", "migrate"):
        code, said, complained = run(command, DATABASE_URL=url, SECRET_KEY=KEY)
        assert (code, said) == (1, "")
        assert complained.startswith(f"The database {name} can't be reached: ")
        assert complained.endswith("Check that it is running and that DATABASE_URL is right.\n")
        assert "hunter2" not in complained
        assert len(complained.splitlines()) == 1


def test_migrate_says_where_it_is_and_can_be_run_again(run: Run, tmp_path: Path) -> None:
    code, said, _ = run("migrate")
    assert (code, said.startswith("peer-review.db is now at ")) == (0, True)
    assert (tmp_path / "peer-review.db").exists()
    assert run("migrate")[:2] == (0, "peer-review.db is up to date.\n")


def test_import_tells_every_mistake_and_changes_nothing(run: Run, tmp_path: Path) -> None:
    run("migrate")
    bad = tmp_path / "roster.yaml"
    bad.write_text("consortium: X\nnonsense: 1\nmore nonsense: 2\n", "utf-8")
    code, said, complained = run("import", "roster.yaml")
    assert (code, said) == (1, "")
    *mistakes, last = complained.splitlines()
    assert len(mistakes) >= 2
    assert any(mistake.startswith("roster.yaml:2: ") for mistake in mistakes)
    assert last == "Nothing was changed. Please mend the file and run this again."


def test_import_shows_then_makes_the_changes_then_finds_none(run: Run) -> None:
    run("migrate")
    code, dry, _ = run("import", str(SAMPLE), "--dry-run")
    assert (code, dry.splitlines()[-1].startswith("A dry run: ")) == (0, True)
    code, made, _ = run("import", str(SAMPLE))
    assert (code, made.splitlines()[-1].startswith("Done: ")) == (0, True)
    assert made.splitlines()[:-1] == dry.splitlines()[:-1]
    assert run("import", str(SAMPLE))[1] == "Nothing to change: the roster is already as in the file.\n"
    engine = open_engine("sqlite:///peer-review.db")
    with Session(engine) as session:
        assert consortium.name(session).startswith("Tiptree")
    engine.dispose()


@pytest.mark.parametrize("name", ["nothing-here.yaml", "."])
def test_import_of_no_file_says_so(run: Run, name: str) -> None:
    assert run("import", name) == (2, "", f"There is no file {name}. Check the name and the folder.\n")


def test_check_tells_what_is_there_and_what_is_not(run: Run) -> None:
    run("migrate")
    code, said, _ = run("check")
    assert code == 1
    assert "ok     The database peer-review.db is there and up to date.\nwrong  No roster yet." in said
    run("import", str(SAMPLE))
    code, said, _ = run("check", SECRET_KEY=KEY, PUBLIC_URL="https://reviews.example")
    assert code == 0
    assert "ok     The roster: Tiptree and Stanway" in said
    assert [line for line in said.splitlines() if not line.startswith("ok")] == [
        "note   Slack is off: SLACK_BOT_TOKEN is not set. docs/SLACK.md leads through it.",
        "note   Teams is off: TEAMS_APP_ID is not set. docs/TEAMS.md leads through it.",
        "note   E-mail is off: SMTP_URL is not set. Headteachers hand the governors’ links over.",
    ]


def test_check_says_which_school_year_has_no_term_dates(run: Run) -> None:
    roster = SAMPLE.read_text("utf-8")
    begins, ends = roster.index("  terms:\n"), roster.index("  inset:\n")
    Path("roster.yaml").write_text(roster[:begins] + roster[ends:], "utf-8")
    run("migrate")
    run("import", "roster.yaml")
    engine = open_engine("sqlite:///peer-review.db")
    with Session(engine) as session:
        # The sample's year is over, and nobody wants to hear of one that is.
        session.execute(update(AcademicYear).values(ends=date(2099, 8, 31)))
        session.commit()
    engine.dispose()
    code, said, _ = run("check", SECRET_KEY=KEY)
    assert code == 0
    assert (
        "note   The school year 2017-18 has no term dates, so Monday to Friday count as school days, except "
        "for bank holidays. They belong into the roster, under year."
    ) in said.splitlines()


def test_check_asks_slack_where_it_is_on(run: Run) -> None:
    run("migrate")
    run("import", str(SAMPLE))
    nowhere = {"SLACK_BOT_TOKEN": "xoxb-hidden", "SLACK_SIGNING_SECRET": "s3cret"}
    code, said, _ = run("check", SECRET_KEY=KEY, SLACK_API_URL="http://127.0.0.1:9", **nowhere)
    assert code == 1
    assert "wrong  Slack can't be reached at http://127.0.0.1:9/ (ClientConnectorError)." in said
    assert (
        "note   Collaborative Group 2 has no channel yet. Its Peer Review Lead types /peer-review link there."
    ) in said
    assert "hidden" not in said


def test_check_asks_microsoft_where_teams_is_on(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("migrate")
    run("import", str(SAMPLE))
    monkeypatch.setattr(asks_of_microsoft, "LOGIN", "http://127.0.0.1:9")
    ours = {"TEAMS_APP_ID": APP, "TEAMS_APP_PASSWORD": "hidden", "TEAMS_TENANT_ID": TENANT}
    code, said, _ = run("check", SECRET_KEY=KEY, **ours)
    assert code == 1
    assert "wrong  Microsoft can't be asked for a token at http://127.0.0.1:9 (ClientConnectorError)." in said
    assert "Its Peer Review Lead types @Peer Review link there." in said
    assert "Teams is off" not in said
    assert "hidden" not in said


def test_check_tries_the_mail_server_where_there_is_one(run: Run) -> None:
    run("migrate")
    run("import", str(SAMPLE))
    _, said, _ = run("check", SECRET_KEY=KEY)
    assert "note   E-mail is off: SMTP_URL is not set." in said
    with post_office() as post:
        url = f"smtp://kate:hunter2@127.0.0.1:{post.port}?from=reviews@office.example"
        code, said, complained = run("check", SECRET_KEY=KEY, SMTP_URL=url)
        assert f"ok     The mail server at 127.0.0.1, port {post.port} lets us in" in said
        assert "note   SMTP_URL begins with smtp://, so the password crosses the network as it is." in said
        post.says["AUTH"] = "535 no"
        wrong, refused, _ = run("check", SECRET_KEY=KEY, SMTP_URL=url)
    assert (code, wrong) == (0, 1)
    assert "wrong  The mail server at" in refused
    assert "hunter2" not in said + refused + complained


def test_check_says_that_everyone_on_this_machine_is_let_in(run: Run) -> None:
    run("migrate")
    run("import", str(SAMPLE))
    code, said, _ = run("check", SECRET_KEY=KEY, TEAMS_LOCAL="1")
    assert code == 0
    assert "note   TEAMS_LOCAL is on: it lets everyone on this machine in" in said
    assert "Microsoft" not in said


def test_check_tells_what_should_have_gone_and_what_somebody_must_mend(run: Run) -> None:
    run("migrate")
    run("import", str(SAMPLE))
    due = datetime(2017, 11, 1, 9, tzinfo=UTC)
    late = Outgoing(key="late", template="x", args={}, urgency=Urgency.NEWS, made_at=due, due=due)
    engine = open_engine("sqlite:///peer-review.db")
    with Session(engine) as session:
        session.add(late)
        session.commit()
    code, said, _ = run("check", SECRET_KEY=KEY)
    assert code == 1
    assert (
        "wrong  1 message should have gone by now, the oldest since 01 November 2017, 09:00 UTC. "
        "Is `peer-review web` or `peer-review worker` running?"
    ) in said.splitlines()
    assert "hours of a school day" not in said
    with Session(engine) as session:
        session.delete(late)
        morning = datetime(2999, 1, 2, 7, 30, tzinfo=UTC)
        session.add(Outgoing(key="x", template="x", args={}, urgency=Urgency.NEWS, made_at=due, due=morning))
        channel = Address("slack", "T1", "C1", personal=False)
        pauses.begin(session, channel, due, "The channel was archived. Please unarchive it.")
        session.commit()
    engine.dispose()
    code, said, _ = run("check", SECRET_KEY=KEY)
    assert code == 1
    assert "wrong  The channel was archived. Please unarchive it." in said.splitlines()
    assert "should have gone" not in said
    waits = "1 message waits for the hours of a school day, the first until Wed 2 Jan 2999, 07:30 in London."
    assert f"note   {waits}" in said.splitlines()


def test_check_names_whose_messages_cannot_arrive(run: Run) -> None:
    run("migrate")
    run("import", str(SAMPLE))
    engine = open_engine("sqlite:///peer-review.db")
    now = datetime(2017, 11, 1, 9, tzinfo=UTC)
    with Session(engine) as session:
        group = session.scalars(select(Group).filter_by(key="group-2")).one()
        kate = session.scalars(select(Person).filter_by(email="kate.moore@hollylane.example")).one()
        session.add(Channel(platform="slack", workspace="T1", conversation="C2", group_id=group.id))
        session.add(Channel(platform="slack", workspace="T1", conversation="C0", group_id=None))
        session.add(ChatIdentity(platform="slack", workspace="T1", user="U1", person_id=kate.id))
        for place in ("C2", "C0", "U1"):
            pauses.begin(session, Address("slack", "T1", place, personal=False), now, "Please mend it.")
        session.commit()
    engine.dispose()
    _, said, _ = run("check", SECRET_KEY=KEY)
    assert [line for line in said.splitlines() if line.startswith("wrong")] == [
        "wrong  Messages to the channel of Collaborative Group 2 can’t arrive. Please mend it.",
        "wrong  Messages to the channel of the Management Group can’t arrive. Please mend it.",
        "wrong  Messages to Kate Moore can’t arrive. Please mend it.",
    ]


def test_a_worker_of_its_own_needs_postgresql(run: Run) -> None:
    code, _, complained = run("worker")
    assert code == 2
    assert "set DATABASE_URL" in complained


@pytest.mark.parametrize("bad", [["--port", "0"], ["--port", "99999999"], ["--today", "1 Nov"], ["--host"]])
def test_a_bad_option_is_told(run: Run, bad: list[str]) -> None:
    code, said, complained = run("demo", *bad)
    assert (code, said) == (2, "")
    assert bad[0] in complained


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def test_a_taken_port_is_told(run: Run, taken: int) -> None:
    code, _, complained = run("demo", "--port", str(taken))
    assert code == 1
    assert complained == (
        f"Port {taken} is taken by another program. Stop that one, or choose another port.\n"
    )


def test_web_on_sqlite_serves_and_ends_in_order(run: Run, tmp_path: Path) -> None:
    run("migrate")
    port = free_port()
    command = [sys.executable, "-m", "bot", "web", "--host", "127.0.0.1"]
    # The tests run from the source as well as from an installed copy.
    environ = bare(PORT=str(port), PYTHONPATH=":".join(filter(None, sys.path)))
    with serving(command, port=port, folder=tmp_path, environ=environ) as web:
        status, health = web.get("/health")
        assert (status, json.loads(health)) == (200, {"status": "ok"})
        assert "No chat platform is connected" in web.get("/")[1]
        said = web.stop()
        assert web.process.returncode == 0
    assert "Traceback" not in said
    assert f"Serving http://127.0.0.1:{port}" in said
    assert "No chat platform is connected" in said
    assert (tmp_path / "peer-review-engine.db").exists()


def test_a_worker_on_postgresql_delivers_until_it_is_told_to_stop(postgres_databases: Databases) -> None:
    with copied(postgres_databases, migrated) as url:
        environ = bare(
            DATABASE_URL=url, SECRET_KEY=KEY, PEER_REVIEW_WORKER="worker.1", PYTHONPATH=":".join(sys.path)
        )
        with started([sys.executable, "-m", "bot", "worker"], environ=environ) as process:
            assert process.stdout is not None
            first = process.stdout.readline()
            process.terminate()
            rest, _ = process.communicate(timeout=30)
    assert first == "Delivering messages as worker.1. Press Ctrl+C to stop.\n", rest
    assert (rest, process.returncode) == ("", 0)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_worker_that_is_told_to_stop_while_it_greets_stops(
    number: signal.Signals, monkeypatch: pytest.MonkeyPatch
) -> None:
    def told(_greeting: str) -> None:
        signal.raise_signal(number)

    monkeypatch.setattr(worker, "say", told)
    asyncio.run(asyncio.wait_for(worker.until_told_to_stop("Here."), 5))


def test_a_database_is_named_without_its_password() -> None:
    assert named(POSTGRES) == "reviews on 127.0.0.1"
    assert named("sqlite:///a/b.db") == "a/b.db"
