"""`python -m tests.samples FOLDER` writes pages of all samples, to look at: one for each size."""

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from bot.cards import web
from bot.platforms import playground
from tests.samples import SAMPLES, Three

HERE = Path(__file__).parent
STYLES = Path(playground.__path__[0]) / "static"


@dataclass(frozen=True, slots=True)
class Shown:
    name: str
    html: Markup


def drawn(size: str) -> Iterator[Shown]:
    for number, (says, three) in enumerate(SAMPLES.items()):
        name = f"{says.__module__.rpartition('.')[2]}.{says.__name__}"
        yield Shown(name, web.html(getattr(three(), size), uid=f"card-{number}"))


def write(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for style in ("room.css", "card.css"):
        shutil.copy(STYLES / style, folder)
    pages = Environment(loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined)
    for size in Three._fields:
        page = pages.get_template("sheet.html").render(title=f"Every card: {size}", cards=drawn(size))
        (folder / f"{size}.html").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
