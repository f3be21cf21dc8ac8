"""Small pieces of what Slack is sent, for comparing."""

from typing import Any

Json = dict[str, Any]


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text, "emoji": False}


def run(text: str, **style: bool) -> Json:
    return {"type": "text", "text": text} | ({"style": style} if style else {})


def rich(*lines: list[Json]) -> Json:
    sections = [{"type": "rich_text_section", "elements": line} for line in lines]
    return {"type": "rich_text", "elements": sections}
