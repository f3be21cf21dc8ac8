"""The Word templates of the papers: ours, or an office's own where those can be used."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path

from bot.documents.trying_out import problems_of
from bot.rules.papers import CONTENT, PAPERS, Content
from bot.rules.permissions import Paper

FILES: Mapping[Paper, str] = {paper: f"{paper}.docx" for paper in PAPERS}
OURS_INSTEAD = "The built-in template is used instead."


@dataclass(frozen=True, slots=True)
class Forms:
    """`own`: the office's templates that can be used, as they were when they were tried out.

    `problems`: a sentence for each that can't; `unused`: one for each file that is none of them.
    """

    own: Mapping[Paper, bytes] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()


BUILT_IN = Forms()


def paper_of(content: Content) -> Paper:
    return next(paper for paper, kind in CONTENT.items() if isinstance(content, kind))


@cache
def built_in(paper: Paper) -> bytes:
    return files("bot").joinpath("documents", "templates", FILES[paper]).read_bytes()


def forms_in(folder: Path | None) -> Forms:
    """What the folder's own templates take the place of; each is tried out."""
    if folder is None:
        return BUILT_IN
    try:
        found = sorted(path for path in folder.iterdir() if is_word(path))
    except OSError as why:
        reason = f"TEMPLATES_DIR is {folder}, which can't be read: {why.strerror}."
        return Forms(problems=(f"{reason} The built-in templates are used.",))
    read = {paper: reading(folder / name) for paper, name in FILES.items() if folder / name in found}
    unknown = [path.name for path in found if path.name not in FILES.values()]
    wrong = {paper: tuple(mistakes(paper, template)) for paper, template in read.items()}
    own = {
        paper: template
        for paper, template in read.items()
        if isinstance(template, bytes) and not wrong[paper]
    }
    return Forms(own, tuple(each for told in wrong.values() for each in told), tuple(strangers(unknown)))


def is_word(path: Path) -> bool:
    """Word keeps a file whose name begins with ~$ beside each that is open."""
    return path.suffix.lower() == ".docx" and not path.name.startswith("~$")


def reading(path: Path) -> bytes | str:
    """The template, or why it can't be read."""
    try:
        return path.read_bytes()
    except OSError as why:
        return why.strerror or type(why).__name__


def mistakes(paper: Paper, template: bytes | str) -> Iterator[str]:
    told = [f"can’t be read: {template}"] if isinstance(template, str) else problems_of(paper, template)
    for problem in told:
        yield f"{FILES[paper]} {problem}. {OURS_INSTEAD}"


def strangers(names: list[str]) -> Iterator[str]:
    *most, last = FILES.values()
    for name in names:
        yield f"{name} is not used: a template is called {', '.join(most)} or {last}."
