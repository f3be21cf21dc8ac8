"""`peer-review templates`: our Word templates, for an office that wants to change them."""

from argparse import Namespace
from pathlib import Path

from bot.commands.words import Trouble, say
from bot.documents.forms import FILES, built_in


def run(args: Namespace) -> int:
    """Write them; what is there already stays as it is."""
    folder = Path(args.out)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for paper, name in FILES.items():
            with (folder / name).open("xb") as file:
                file.write(built_in(paper))
    except FileExistsError as why:
        raise Trouble(
            f"{why.filename} is there already, and stays as it is. Give another folder: --out FOLDER"
        ) from why
    except OSError as why:
        raise Trouble(f"Can't write to {folder}: {why.strerror or why}.") from why
    say(f"Written to {folder}: {', '.join(FILES.values())}. Change them in Word, then set TEMPLATES_DIR.")
    return 0
