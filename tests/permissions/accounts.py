"""Everybody's accounts on Slack and on Teams; in the practice room an account is an e-mail address."""

from sqlalchemy import select

from storage import accounts
from storage.database import Sessions
from storage.models import Person
from tests.slack.seed import TEAM
from tests.teams.seed import TENANT, Who, account, people


def on_slack(email: str) -> str:
    return "U" + "".join(letter for letter in email.upper() if letter.isalnum())


def on_teams(email: str) -> Who:
    return people().get(email) or account(email, email)


def know_everyone(sessions: Sessions) -> None:
    with sessions.begin() as session:
        for person in session.scalars(select(Person)).all():
            accounts.keep(session, person, "slack", TEAM, on_slack(person.email))
            accounts.keep(session, person, "teams", TENANT, on_teams(person.email).entra)
