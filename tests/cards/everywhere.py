"""One card through every renderer and every checker."""

from bot.cards import plain, slack, teams, web
from bot.cards.model import Button, Card
from tests.cards import limits_slack, limits_teams, page


def hold(card: Card) -> None:
    """Fails where any surface would refuse the card, hide some of it, or show less than its plain text."""
    limits_slack.check(slack.message(card), "message")
    limits_slack.check({"type": "home", "blocks": slack.blocks(card, "home")}, "home")
    hold_in_a_window(card)
    limits_teams.check(teams.adaptive_card(card))
    page.check(str(web.html(card, uid="card")))
    assert card.title in plain.plain(card)


def hold_in_a_window(card: Card) -> None:
    """Everything but a Slack message, which has the least room: for forms, which Slack shows in a window."""
    if not card.is_form or any(isinstance(button, Button) for button in card.buttons):
        limits_slack.check(slack.modal(card), "modal")
