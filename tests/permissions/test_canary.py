"""Nothing that was entered is in a channel, a log or a button, whatever is done.

A canary is a word that stands nowhere else: those in the database are others than those that somebody types.
"""

from collections.abc import Collection, Iterator

import pytest
from sqlalchemy import select

from bot.cards.model import Card, Go, Text
from bot.platforms.slack import posting
from bot.platforms.slack.homes import Homes
from bot.router import ROUTES
from storage import references
from storage.addresses import Address
from storage.models import Outgoing
from tests.chat import LINKS, World
from tests.conversation.conftest import CARL, MARTIN
from tests.permissions.canaries import MINE, REASON, SAID, canaries
from tests.permissions.conftest import Fresh
from tests.permissions.moments import BEFOREHAND, MOMENT, PROPOSED, When
from tests.permissions.paths import PATHS
from tests.permissions.paths.model import Fields, Path
from tests.permissions.people import AS_THEY_ARE, MARGARET
from tests.permissions.slack_door import OnSlack, on_slack
from tests.permissions.surfaces import STRANGER, tokens_of
from tests.permissions.table import may
from tests.permissions.trying import Heard, fitted, ids, led_to
from tests.slack.seed import BOT_TOKEN, TEAM
from tests.teams.sending import CHANNEL
from tests.teams.stub import posts, stubbed

pytestmark = pytest.mark.usefixtures("everything_is_logged")
TOLD = Card(SAID, (Text(SAID),))
# Of Oak's review these see nothing at all; the governor, nothing of what is prepared.
OUTSIDE = (CARL, MARGARET, STRANGER)
# In place of an id.
DAMAGED = ("", MINE, "-1", "999999999", "9" * 30, "1&review=2")
# In place of what is asked for.
TYPED = (
    MINE,
    f"https://docs.oak.example/{MINE}",
    f"http://{MINE}.example/a",
    f"javascript:{MINE}",
    f"9.15 {MINE}, {MINE}, with {MINE}\n{MINE}",
    f"{MINE} | {MINE}\n|{MINE}",
    f"{MINE} " * 900,
    f"\0{MINE}\ud83d",
)


def damaged(path: Path, token: str, fields: Fields) -> Iterator[tuple[str, Fields]]:
    """Without anything, and with each id and each field as whoever means harm would have it."""
    yield path.route, {}
    route, args = path.route, Go.parse(token).args
    for name in args:
        for instead in DAMAGED:
            yield str(Go(route, {**args, name: instead})), fields
    for name in fields or {"said": ""}:
        for typed in TYPED:
            yield token, {**fields, name: typed}


def outside(path: Path) -> Collection[str]:
    return OUTSIDE if path.when in BEFOREHAND else {CARL, STRANGER}


def hold(card: Card, email: str, path: Path) -> None:
    """Buttons carry ids, and whoever has no part in the review sees of it nothing."""
    assert canaries(tokens_of(card)) == set(), card
    if email in outside(path):
        assert canaries(str(card)) <= {MINE}, card


def hold_the_rest(world: World, caplog: pytest.LogCaptureFixture, path: Path) -> None:
    for post in world.room.posts:
        assert canaries(tokens_of(post.card)) == set(), post
        assert post.to.personal or canaries(str(post.card)) == set(), post
        if post.to.conversation in outside(path):
            assert canaries(str(post.card)) == set(), post
    with world.sessions() as session:
        for row in session.scalars(select(Outgoing)):
            assert canaries(f"{row.args} {row.key} {row.slot} {row.problem}") == set()
    assert canaries(caplog.text) == set()


@pytest.mark.parametrize("route", sorted(ROUTES))
def test_no_handler_lets_anything_out(fresh: Fresh, caplog: pytest.LogCaptureFixture, route: str) -> None:
    """Whoever leads from outside tries it, damaged, and somebody who may; then all who may do it."""
    paths = [path for path in PATHS if path.route == route]
    for path in paths:
        with fresh(path.when) as sessions:
            world = World(sessions, Heard(), MOMENT[path.when])
            token, fields = fitted(path, ids(sessions))
            allowed = [email for row, email in AS_THEY_ARE.items() if may(row, path, path.when)]
            for email in (CARL, *allowed[:1]):
                for bad, typed in damaged(path, token, fields):
                    hold(world.person(email).ask(Go.parse(bad), {**typed}), email, path)
            for email in (*allowed, *OUTSIDE):
                known = ids(sessions)
                known_token = led_to(sessions, email, path, known)
                hold(world.person(email).ask(Go.parse(known_token), {**fitted(path, known)[1]}), email, path)
            world.wait(days=1)
            hold_the_rest(world, caplog, path)


async def test_an_answer_in_a_channel_is_seen_by_one_and_logged_by_nobody(
    fresh: Fresh, caplog: pytest.LogCaptureFixture
) -> None:
    with fresh(When.PREPARING) as sessions:
        async with on_slack(sessions, PROPOSED) as surface:
            assert isinstance(surface, OnSlack)
            answer = await surface.press_in_channel(MARTIN, "pack.show?review=1")
            assert '"response_type": "ephemeral"' in answer
            assert REASON in canaries(answer)
            assert canaries(surface.public) == set()
    assert canaries(caplog.text) == set()


async def test_a_message_to_slack_stands_in_no_log(fresh: Fresh, caplog: pytest.LogCaptureFixture) -> None:
    with fresh(When.PREPARING) as sessions:
        async with on_slack(sessions, PROPOSED) as surface:
            assert isinstance(surface, OnSlack)
            client = posting.client(BOT_TOKEN, surface.slack.hook.removesuffix("answer"))
            homes = Homes(sessions, LINKS, lambda: PROPOSED, client)
            await posting.Posting(client, homes).send(Address("slack", TEAM, "U1", personal=True), TOLD)
            assert canaries(surface.slack.calls[-1]) == {SAID}
    assert canaries(caplog.text) == set()


async def test_a_message_to_teams_stands_in_no_log(fresh: Fresh, caplog: pytest.LogCaptureFixture) -> None:
    with fresh(When.PREPARING) as sessions:
        async with stubbed() as stub:
            with sessions.begin() as session:
                references.keep(session, CHANNEL, {"service_url": stub.url})
            await posts(sessions).send(CHANNEL, TOLD)
            assert canaries(str(stub.bodies)) == {SAID}
    assert canaries(caplog.text) == set()
