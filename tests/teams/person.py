"""One person at Teams, who writes, presses buttons and fills in forms.

Each act fails unless the bot answers it as Teams wants, in the time that Teams waits. An answer to a button
is seen by the one who pressed it; what the bot writes besides is waited for.
"""

import copy
import uuid
from collections.abc import Callable, Mapping
from typing import Any

from tests.teams import activities, cards, forms
from tests.teams.cards import Pressable
from tests.teams.forms import Said
from tests.teams.reader import Reader, Shown
from tests.teams.relay import TEAMS_WAITS, Answer, Teams
from tests.teams.seed import Who, channels, people

Fields = dict[str, Any]


async def someone(teams: Teams, email: str) -> "Someone":
    """Whose account has this e-mail."""
    who = people()[email]
    return Someone(teams, who, await teams.connector.chat(who))


class Someone(Reader):
    """`answers` are the bot's at once, to each of this person's acts, with the seconds they took."""

    def __init__(self, teams: Teams, who: Who, chat_id: str) -> None:
        super().__init__(teams, who, chat_id)
        self.answers: list[Answer] = []
        self._last: Fields = {}

    async def say(self, text: str) -> Answer:
        """Written to the bot, in the chat with it."""
        return await self._write(activities.message, self.chat_id, text)

    async def mention(self, channel: str, text: str) -> Answer:
        """The bot is named in a new post of a channel, with these words after its name."""
        return await self._write(activities.mention, channel, text)

    async def slash(self, text: str, *, channel: str = "") -> Answer:
        """A command of the app's own, without the stroke; in this channel nobody else sees it."""
        return await self._write(activities.slash, channel or self.chat_id, text)

    async def _write(self, make: Callable[[Who, str, str, str], Fields], room: str, text: str) -> Answer:
        key, thread = activities.message_id(), room
        if room in channels():
            key, thread = await self._post(room, text)
        before = len(self.messages(room))
        answer = await self.bring(make(self.who, thread, self.teams.service_url, text) | {"id": key})
        for shown in self.messages(room)[before:]:
            self._look(shown)
        return answer

    async def _post(self, channel: str, text: str) -> tuple[str, str]:
        """The Playground knows the post too, so that it can be answered; it does not bring it to the bot."""
        url = f"{self.teams.playground.address}/_conversation/v1/conversations/{channel}/messages"
        said = {"from": {"id": self.who.id}, "text": text, "textFormat": "plain"}
        async with self.teams.http.post(url, json=said) as answered:
            made = await answered.json()
        return made["messageId"], made["postConversationId"]

    async def click(
        self,
        label: str,
        said: Mapping[str, Said] | None = None,
        /,
        *,
        row: str = "",
        at: Shown | None = None,
        **more: Said,
    ) -> Answer:
        """Fill in these fields, press the one button with this label, and say yes if it asks.

        `row` has words of the container round the button. In `at`, as that is by now; else in what they look
        at, where it has the label, or in the newest card that has it.
        """
        shown, button = await self.patiently(lambda: self._button(label, row, at), f"no {label!r}")
        for name, value in {**(said or {}), **more}.items():
            forms.fill(cards.inputs(shown.card), shown.values, name, value)
        if button.action["type"] == "Action.ShowCard":
            [button] = [one for one in shown.buttons if one.within is button.action["card"]]
        assert button.action["type"] == "Action.Execute", f"{label!r} brings nothing to the bot"
        return await self._press(shown, button)

    async def question(self, label: str) -> str:
        """What is asked when the button with this label is pressed, before it acts."""
        _, button = await self.patiently(lambda: self._button(label, "", None), f"no {label!r}")
        assert button.action["type"] == "Action.ShowCard", f"{label!r} asks nothing"
        return "\n".join(cards.words(button.action["card"]))

    async def _press(self, shown: Shown, button: Pressable) -> Answer:
        action = {key: value for key, value in button.action.items() if key in ("id", "title", "verb")}
        # The client leaves out what is empty.
        inputs = cards.inputs(shown.card) + (cards.inputs(button.within) if button.under else [])
        filled = {one["id"]: shown.values[one["id"]] for one in inputs if one["id"] in shown.values}
        action["data"] = copy.deepcopy(button.action.get("data", {})) | filled
        self._look(shown)
        before = len(self.messages(shown.message.room))
        answer = await self.bring(activities.pressed(self.who, shown.message, self.teams.service_url, action))
        for told in self.messages(shown.message.room)[before:]:
            # Said at once, in place of another card.
            if told.message.to:
                self._look(told)
        return answer

    async def _button(self, label: str, row: str, at: Shown | None) -> tuple[Shown, Pressable]:
        looked = [self._shown(self._looked)] if self._looked else []
        newest = [self._shown(at.message)] if at else [*looked, *reversed(self.everywhere())]
        for shown in newest:
            there = [one for one in shown.buttons if one.label == label and row in one.row]
            # One that asks first may be called the same as the one that then acts.
            found = [one for one in there if not one.under] or there
            assert len(found) <= 1, f"{len(found)} buttons say {label!r} in {shown}"
            if found:
                return shown, found[0]
        raise AssertionError(f"no {label!r}; there are {[shown.labels for shown in newest]}")

    async def fill(
        self, said: Mapping[str, Said] | None = None, /, *, at: Shown | None = None, **more: Said
    ) -> None:
        """Inputs by their label or id; lists by the titles of their options, days as YYYY-MM-DD."""
        for name, value in {**(said or {}), **more}.items():
            shown = self._shown(at.message) if at else self.card
            forms.fill(cards.inputs(shown.card), shown.values, name, value)

    async def install(self, *, channel: str = "") -> None:
        """For themselves, or for the team with this channel."""
        thread = channel or self.chat_id
        self.teams.connector.without_app.discard(self.who.email)
        await self.bring(activities.installation(self.who, thread, self.teams.service_url, "add"))
        await self.bring(activities.joined(self.who, thread, self.teams.service_url))

    async def uninstall(self) -> None:
        """The bot can write to them no more."""
        self.teams.connector.without_app.add(self.who.email)
        await self.bring(activities.installation(self.who, self.chat_id, self.teams.service_url, "remove"))

    async def resend(self) -> Answer:
        """The very same activity once more, as Teams does when it had no answer in time."""
        assert self._last, "nothing has been done yet"
        return await self.bring(self._last)

    async def again(self) -> Answer:
        """The same act a second time, as with a double click."""
        assert self._last, "nothing has been done yet"
        return await self.bring(self._last | {"id": f"f:{uuid.uuid4()}"})

    async def bring(self, activity: Fields) -> Answer:
        """Anything at all; the rest of this class brings what Teams would."""
        self._last = activity
        answer = await self.teams.bring(activity)
        self.answers.append(answer)
        assert answer.status, f"no answer within {TEAMS_WAITS:.0f} seconds to {activity}"
        assert answer.status == 200, f"{answer.status} {answer.body} to {activity}"
        assert answer.seconds < TEAMS_WAITS, f"{answer.seconds:.1f} seconds"
        await self.teams.quiet()
        return answer
