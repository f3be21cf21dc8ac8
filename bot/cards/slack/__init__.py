"""Card to Slack Block Kit."""

from bot.cards.slack.surface import blocks, errors, message, modal

__all__ = ["blocks", "errors", "message", "modal"]
