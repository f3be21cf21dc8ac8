"""The modals that people have open, in stacks as Slack keeps them; the emulator never closes one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.slack.inputs import Values, inputs, kept

Fields = dict[str, Any]
DEEPEST = 3


@dataclass
class Shown:
    """A modal on somebody's screen. `values` is what stands in its inputs, `errors` what is said at them."""

    view: Fields
    values: Values
    errors: dict[str, str] = field(default_factory=dict)

    @property
    def id(self) -> str:
        return str(self.view["id"])

    def change(self, view: Fields) -> None:
        place = {key: self.view[key] for key in ("root_view_id", "previous_view_id")}
        view.update(place)
        self.view, self.values, self.errors = view, kept(view["blocks"], self.values), {}

    def said_at(self) -> dict[str, str]:
        """The errors by the label of their input."""
        labels = {block["block_id"]: block["label"]["text"] for block in inputs(self.view["blocks"])}
        return {labels[name]: error for name, error in self.errors.items()}


@dataclass
class Modals:
    """By person; the topmost is the last."""

    stacks: dict[str, list[Shown]] = field(default_factory=dict)
    whose: dict[str, str] = field(default_factory=dict)  # by trigger id
    closed: set[str] = field(default_factory=set)
    inside: set[str] = field(default_factory=set)  # trigger ids of what was done in a modal

    def stack(self, user: str) -> list[Shown]:
        return self.stacks.setdefault(user, [])

    def find(self, view_id: str) -> Shown | None:
        shown = [one for stack in self.stacks.values() for one in stack if one.id == view_id]
        return shown[0] if shown else None

    def by_trigger(self, asked: Mapping[str, Any]) -> list[Shown]:
        return self.stack(self.whose.get(str(asked.get("trigger_id")), ""))

    def refusal(self, method: str, asked: Mapping[str, Any]) -> str:
        """What Slack refuses and the emulator does not, as it does not know what is closed."""
        if method == "views.update" and asked.get("view_id") in self.closed:
            return "not_found"
        if method == "views.push" and len(self.by_trigger(asked)) >= DEEPEST:
            return "push_limit_reached"
        return ""

    def doubts(self, method: str, asked: Mapping[str, Any]) -> list[str]:
        """What Slack accepts and does not promise to show."""
        unsure = method == "views.open" and asked.get("trigger_id") in self.inside
        return ["views.open: from within a modal others are pushed, or it is updated"] if unsure else []

    def follow(self, method: str, asked: Mapping[str, Any], answer: Fields) -> None:
        if method == "views.generateTriggerId" and "trigger_id" in answer:
            self.whose[answer["trigger_id"]] = asked["user_id"]
            if asked.get("view_id"):
                self.inside.add(answer["trigger_id"])
        if "view" not in answer:
            return
        view: Fields = answer["view"]
        if method == "views.open":
            self.clear(self.whose[asked["trigger_id"]])
            self.put(self.by_trigger(asked), view)
        elif method == "views.push":
            self.put(self.by_trigger(asked), view)
        elif method == "views.update" and (shown := self.find(view["id"])):
            shown.change(view)

    def put(self, stack: list[Shown], view: Fields) -> None:
        view["root_view_id"] = stack[0].id if stack else view["id"]
        view["previous_view_id"] = stack[-1].id if stack else None
        stack.append(Shown(view, kept(view["blocks"], {})))

    def close(self, view_id: str) -> None:
        self.closed.add(view_id)
        for stack in self.stacks.values():
            stack[:] = [one for one in stack if one.id != view_id]

    def clear(self, user: str) -> None:
        for shown in list(self.stack(user)):
            self.close(shown.id)
