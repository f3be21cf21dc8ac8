"""The whole preparing of a review in the tests' own chat; on each platform it is played in the same steps."""

from tests.chat import World
from tests.conversation.preparing import ChatStage
from tests.preparing.play import prepared


async def test_a_review_is_prepared(world: World) -> None:
    await prepared(ChatStage(world))
