"""A whole review in the tests' own chat; on each platform it is played in the same steps."""

from tests.chat import World
from tests.conversation.preparing import ChatStage
from tests.improving.play import reviewed


async def test_a_review_from_booked_to_the_returned_proforma(world: World) -> None:
    await reviewed(ChatStage(world))
