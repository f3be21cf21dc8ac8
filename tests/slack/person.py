"""One person at Slack, who types commands, writes, clicks labels and fills in forms.

A bot goes on after it has answered, so a click and a form wait for what they need. Each act fails unless the
bot answers it as Slack wants, in the time that Slack waits.
"""

import time
from collections.abc import Mapping
from typing import Any

from tests.slack import inputs, payloads
from tests.slack.answers import taken
from tests.slack.inputs import Said
from tests.slack.notes import Way
from tests.slack.payloads import Who, escaped
from tests.slack.places import Place, Pressable, buttons
from tests.slack.reader import Reader
from tests.slack.relay import Slack
from tests.slack.seed import BOT_USER
from tests.slack.wire import SLACK_WAITS, Answer, Kind, Wire

Fields = dict[str, Any]


async def someone(slack: Slack, wire: Wire, email: str) -> "Someone":
    """Whose account has this e-mail."""
    who = Who(await slack.person(email), email)
    chat = await slack.as_person(email).conversations_open(users=[BOT_USER])
    return Someone(slack, wire, who, chat["channel"]["id"])


class Someone(Reader):
    """`answers` are the bot's at once, to each of this person's acts, with the seconds they took."""

    def __init__(self, slack: Slack, wire: Wire, who: Who, chat_id: str) -> None:
        super().__init__(slack, who, chat_id)
        self.wire = wire
        self.answers: list[Answer] = []
        self._last: tuple[Kind, Fields] | None = None

    async def command(self, name: str, text: str = "", *, channel: str = "") -> Answer:
        """A slash command in this channel, or else in the chat with the bot."""
        where = await self.channel(channel or self.chat_id)
        answered_at = self.slack.response_url(Way(self.id, where["id"]))
        trigger = await self.slack.trigger(self.id)
        said = payloads.command(self.who, name, escaped(text), where, trigger, answered_at)
        return await self.bring("slash_commands", said)

    async def mention(self, channel: str, text: str) -> Answer:
        """The bot is named in a channel, with these words after its name."""
        return await self._write("app_mention", channel, f"<@{BOT_USER}> {escaped(text)}")

    async def say(self, text: str) -> Answer:
        """Written to the bot, in the chat with it."""
        return await self._write("message", self.chat_id, escaped(text))

    async def _write(self, kind: str, channel: str, text: str) -> Answer:
        client = self.slack.as_person(self.who.email)
        sent = await client.chat_postMessage(channel=channel, text=text)
        said = payloads.message(self.who, kind, channel, text, sent["ts"])
        return await self.bring("events_api", payloads.event(said))

    async def open_home(self) -> Answer:
        drawn = self.home_drawn()
        opened = payloads.home_opened(self.who, self.chat_id, drawn.data if drawn else None)
        return await self.bring("events_api", payloads.event(opened))

    async def click(self, label: str, *, row: str = "", at: Place | None = None) -> Answer:
        """Press the one button with this label, and say yes if it asks; `row` has words of the block above.

        In `at`, as that is by now; else in the modal that is open, or in what was read or came last.
        """
        place, pressed = await self.patiently(lambda: self._button(label, row, at), f"no {label!r}")
        inside = place.data["id"] if place.kind == "modal" else ""
        trigger = await self.slack.trigger(self.id, view_id=inside)
        channel = await self.channel(place.channel) if place.channel else {}
        said = payloads.click(self.who, place, channel, pressed, trigger)
        if channel:
            way = Way(self.id, place.channel, place.data["ts"], place.note)
            said["response_url"] = self.slack.response_url(way)
        return await self.bring("interactive", said)

    async def _button(self, label: str, row: str, at: Place | None) -> tuple[Place, Pressable]:
        place = await self.before(at)
        found = [one for one in buttons(place.blocks) if one.label == label and row in one.row]
        assert len(found) == 1, f"{len(found)} buttons say {label!r}: {place.labels} in {place}"
        return place, found[0]

    async def fill(
        self, said: Mapping[str, Said] | None = None, /, *, at: Place | None = None, **more: Said
    ) -> None:
        """Inputs by their label or block id; lists by the labels of their options, days as YYYY-MM-DD."""
        for name, given in {**(said or {}), **more}.items():
            place = await self._with_input(name, at)
            inputs.fill(place.blocks, place.values, name, given)

    async def _with_input(self, name: str, at: Place | None) -> Place:
        async def look() -> Place:
            place = await self.before(at)
            inputs.block_of(place.blocks, name)
            return place

        return await self.patiently(look, f"no input {name!r}")

    async def submit(self) -> Answer:
        """Bring the modal that is open, unless Slack itself would hold it back."""
        place = self.modal
        assert place, "no modal is open"
        assert place.data.get("submit"), f"no button submits {place.title!r}"
        missing = inputs.missing(place.blocks, place.values)
        assert not missing, f"Slack wants these filled in first: {missing}"
        self.slack.modals.stack(self.id)[-1].errors = {}
        trigger = await self.slack.trigger(self.id, view_id=place.data["id"])
        return await self.bring("interactive", payloads.submission(self.who, place, trigger))

    async def close(self, *, all_of_them: bool = False) -> None:
        """The topmost modal, or all that are open; the bot hears of it where it asked to."""
        place = self.modal
        assert place, "no modal is open"
        if all_of_them:
            self.slack.modals.clear(self.id)
        else:
            self.slack.modals.close(place.data["id"])
        if place.data.get("notify_on_close"):
            await self.bring("interactive", payloads.closed(self.who, place, all_of_them=all_of_them))

    async def resend(self) -> Answer:
        """The very same payload once more; an event as Slack does when it had no answer in time."""
        kind, payload = self._done()
        return await self.bring(kind, payload, retry=1 if kind == "events_api" else 0)

    async def again(self) -> Answer:
        """The same click, form or command a second time, as with a double click: with its own trigger."""
        kind, payload = self._done()
        assert "trigger_id" in payload, "this was no click, form or command"
        view = payload.get("view", {})
        inside = view["id"] if view.get("type") == "modal" else ""
        twice = payload | {"trigger_id": await self.slack.trigger(self.id, view_id=inside)}
        if "actions" in payload:
            moment = {"action_ts": f"{time.time():.6f}"}
            twice["actions"] = [action | moment for action in payload["actions"]]
        return await self.bring(kind, twice)

    def _done(self) -> tuple[Kind, Fields]:
        assert self._last, "nothing has been done yet"
        return self._last

    async def bring(self, kind: Kind, payload: Fields, *, retry: int = 0) -> Answer:
        """Anything at all; the rest of this class brings what Slack would."""
        self._last = kind, payload
        answer = await self.wire.bring(kind, payload, retry=retry)
        self.answers.append(answer)
        assert answer.status, f"no answer within {SLACK_WAITS:.0f} seconds to {payload}"
        assert answer.status == 200, f"{answer.status} {answer.body} to {payload}"
        assert answer.seconds < SLACK_WAITS, f"{answer.seconds:.1f} seconds"
        await taken(self.slack, kind, payload, answer.body)
        await self.slack.quiet()
        return answer
