"""Links to files, asked for where others read along: they are for whoever asked."""

import pytest

from bot.rules.permissions import Paper
from tests.conversation.conftest import KATE, PRIYA
from tests.permissions.conftest import Fresh
from tests.permissions.prepared import PROPOSED, SENT
from tests.permissions.surfaces import Opens
from tests.permissions.test_table import SURFACES
from tests.permissions.trying import canaries


@pytest.mark.parametrize("opens", SURFACES.values(), ids=SURFACES)
async def test_asked_for_in_a_channel_the_table_of_actions_is_seen_by_one(fresh: Fresh, opens: Opens) -> None:
    with fresh(False) as sessions:
        async with opens(sessions, PROPOSED) as surface:
            assert canaries(await surface.type(PRIYA, "all actions", channel=True)) == {SENT[Paper.PLAN]}
            assert canaries(await surface.type(KATE, "all actions", channel=True)) == set()
            assert canaries(surface.public) == set()
