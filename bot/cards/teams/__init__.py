"""Card to a Teams Adaptive Card."""

from bot.cards.teams.card import adaptive_card

__all__ = ["adaptive_card"]
