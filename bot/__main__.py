"""The command line. Only what `--help` needs is imported here; each command imports the rest itself."""

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Sequence
from datetime import date
from importlib import import_module

from bot.commands.words import MISUSED, Trouble, warn
from bot.settings import BadSettings

DESCRIPTION = "Runs a consortium's school-to-school peer reviews from the chat."
SETTINGS = (
    "Settings come from the environment: DATABASE_URL, PORT, PUBLIC_URL, SECRET_KEY, PEER_REVIEW_WORKER, "
    "SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, SLACK_APP_TOKEN, SLACK_API_URL, TEAMS_APP_ID, "
    "TEAMS_APP_PASSWORD, TEAMS_TENANT_ID, TEAMS_LOCAL, TEMPLATES_DIR. The README explains them."
)
# Where the practice room starts, so that it never goes stale.
PRACTICE_DAY = date(2017, 11, 1)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns its exit code: 0 well, 1 failed, 2 used or set up wrongly."""
    args = parser().parse_args(arguments)
    try:
        return run(args)
    except BadSettings as mistakes:
        warn(str(mistakes))
        return MISUSED
    except Trouble as trouble:
        warn(str(trouble))
        return trouble.code
    except KeyboardInterrupt:
        return 130


def run(args: Namespace) -> int:
    code: int = import_module(f"bot.commands.{args.module}").run(args)
    return code


def parser() -> ArgumentParser:
    made = ArgumentParser(prog="peer-review", description=DESCRIPTION, epilog=SETTINGS)
    commands = made.add_subparsers(title="commands", metavar="COMMAND", required=True)

    def add(name: str, module: str, tells: str) -> ArgumentParser:
        command = commands.add_parser(name, help=tells, description=tells)
        command.set_defaults(module=module)
        return command

    demo = add(
        "demo", "demo", "Try it in the browser, with a sample consortium. Nothing leaves this computer."
    )
    demo.add_argument(
        "--host", default="127.0.0.1", help="address to listen on (default: this computer alone)"
    )
    demo.add_argument("--port", type=port, default=8000, help="port to listen on (default: 8000)")
    demo.add_argument("--today", type=day, default=PRACTICE_DAY, help="first day (default: 2017-11-01)")
    web = add("web", "web", "Serve the web; with SQLite, deliver messages too.")
    # A platform that runs a Procfile reaches the process from outside.
    web.add_argument("--host", default="0.0.0.0", help="address to listen on (default: all)")  # noqa: S104
    add("worker", "worker", "Deliver messages (with PostgreSQL).")
    roster = add("import", "import_roster", "Read the consortium's roster from a YAML file.")
    roster.add_argument("file", metavar="FILE")
    roster.add_argument("--dry-run", action="store_true", help="show what would change, and change nothing")
    add("migrate", "migrate", "Bring the database's tables up to date.")
    add("check", "check", "Say whether everything the bot needs is there.")
    templates = add("templates", "templates", "Write the Word templates of the papers, to change them.")
    templates.add_argument("--out", metavar="FOLDER", default="templates", help="default: %(default)s")
    add_when(add("when", "when", "Say how the bot reads a date, as a line of JSON."))
    add_manifests(add("manifest", "manifest", "Describe the app to a chat platform."))
    return made


def add_when(command: ArgumentParser) -> None:
    command.add_argument("phrase", metavar="PHRASE", nargs="*", help='such as "a week on Tuesday"')
    command.add_argument(
        "--stdin", action="store_true", help="read phrases from the standard input, one a line"
    )
    command.add_argument("--today", type=day, metavar="DATE", help="the day of asking (default: today)")
    command.add_argument(
        "--calendar", metavar="FILE", help="a roster with the year's terms (default: the sample's, 2017-18)"
    )
    command.add_argument(
        "--for",
        dest="purpose",
        choices=("scheduling", "record"),
        default="scheduling",
        help="for a day to come, or of something that has happened (default: scheduling)",
    )


def add_manifests(command: ArgumentParser) -> None:
    platforms = command.add_subparsers(title="platforms", metavar="PLATFORM", required=True)
    tells = "Print what to paste where Slack makes a new app."
    slack = platforms.add_parser("slack", help=tells, description=tells)
    # The commands themselves say in a sentence what is missing or too much.
    slack.usage = "peer-review manifest slack [-h] (--url URL | --socket)"
    slack.add_argument("--url", help="the public https address of `peer-review web`")
    slack.add_argument("--socket", action="store_true", help="no public address: the bot calls Slack")
    tells = "Make the package that Teams takes as a new app."
    teams = platforms.add_parser("teams", help=tells, description=tells)
    teams.set_defaults(module="package")
    teams.usage = "peer-review manifest teams [-h] --url URL --app-id ID [--out FILE] [options]"
    teams.add_argument("--url", help="the public https address of `peer-review web`")
    # Without a value: the setting that should have stood there is not set in this terminal.
    teams.add_argument(
        "--app-id", metavar="ID", nargs="?", help="the Application (client) ID, as in TEAMS_APP_ID"
    )
    teams.add_argument("--out", metavar="FILE", default="peer-review-teams.zip", help="default: %(default)s")
    teams.add_argument("--developer", metavar="NAME", default="Peer Review", help="who offers the app")
    for page in ("website", "privacy", "terms"):
        teams.add_argument(f"--{page}", metavar="URL", help=f"the app's {page} page (default: as --url)")
    teams.add_argument(
        "--app-version", metavar="1.2.3", default="1.0.0", help="higher than the one that it replaces"
    )


def day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"{text!r} isn't a date like 2017-11-01") from None


def port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:6]) <= 65535):
        raise ArgumentTypeError(f"{text!r} isn't a port: use a number from 1 to 65535")
    return int(text)


if __name__ == "__main__":
    sys.exit(main())
