"""A Slack, a Teams, and a database for each platform."""

from tests.slack.conftest import running_slack, slack
from tests.teams.conftest import running_playground, teams

__all__ = ["running_playground", "running_slack", "slack", "teams"]
