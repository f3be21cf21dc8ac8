"""Samples of what is said when messages can't arrive."""

from bot.cards import held as say
from tests.samples import made
from tests.samples.registry import Three, samples

INVITE = "Peer Review is not in this channel any more. Please invite it: type /invite @Peer Review there."


@samples(say.held)
def held() -> Three:
    longest = f"the channel of {made.LONG_TEAM[0].name * 3}"
    return Three(
        say.held("Al", "Ask them."),
        say.held("the channel of Collaborative Group 2", INVITE),
        say.held(longest, f"{INVITE} {INVITE}"),
    )
