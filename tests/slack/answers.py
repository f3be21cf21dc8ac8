"""What Slack makes of a bot's answer at once to a command or to a submitted form."""

from typing import Any

from tests.careful import careful
from tests.slack.checking import error_problems, message_problems
from tests.slack.modals import Shown
from tests.slack.relay import Slack
from tests.slack.wire import Kind

Fields = dict[str, Any]


async def taken(slack: Slack, kind: Kind, payload: Fields, body: Fields) -> None:
    if kind == "slash_commands" and body:
        slack.problems += [f"a command's answer: {problem}" for problem in careful(message_problems(body))]
        await slack.notes.answer(payload["user_id"], payload["channel_id"], body)
    elif payload.get("type") == "view_submission":
        await submitted(slack, payload, body)
    elif body and payload["type"] != "url_verification":
        slack.problems.append(f"an answer that nobody sees, to {payload['type']}: {body}")


async def submitted(slack: Slack, payload: Fields, body: Fields) -> None:
    shown = slack.modals.find(payload["view"]["id"])
    # A form that was brought twice may be closed by the time of the second answer.
    if shown:
        await apply(slack, payload["user"]["id"], shown, body)


async def apply(slack: Slack, user: str, shown: Shown, body: Fields) -> None:
    match body.get("response_action"):
        case None if not body:
            slack.modals.close(shown.id)
        case "errors":
            errors = body.get("errors") or {}
            found = careful(error_problems(shown.view, errors))
            slack.problems += [f"a submission's answer: {problem}" for problem in found]
            known = {block.get("block_id") for block in shown.view["blocks"] if block["type"] == "input"}
            shown.errors = {name: error for name, error in errors.items() if name in known}
        case "clear":
            slack.modals.clear(user)
        case "update":
            asked = {"view_id": shown.id, "view": body["view"]}
            await told(slack, "views.update", asked)
        case "push":
            trigger = await slack.trigger(user, view_id=shown.id)
            await told(slack, "views.push", {"trigger_id": trigger, "view": body["view"]})
        case _:
            slack.problems.append(f"a submission's answer that Slack does not know: {body}")


async def told(slack: Slack, method: str, asked: Fields) -> None:
    answer = await slack.ask_as_slack(method, asked)
    if not answer["ok"]:
        slack.problems.append(f"a submission's answer: {method} gives {answer['error']}")
