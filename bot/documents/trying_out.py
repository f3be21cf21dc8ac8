"""Whether an office's own template can be used: it is filled in with one word for each placeholder."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from io import BytesIO
from zipfile import ZipFile

from jinja2 import ChainableUndefined, TemplateError, Undefined

from bot.documents.filling import filled
from bot.documents.placeholders import placeholders
from bot.language.say import full as full_day
from bot.language.say import listed
from bot.rules.papers import (
    CONTENT,
    SIGNERS,
    ActionRow,
    AuditEntry,
    AuditLine,
    AuditPaper,
    Content,
    PlanPaper,
    PreviousAction,
    SignatureLine,
    SummaryPaper,
    Support,
)
from bot.rules.permissions import Paper

DAY = date(2017, 12, 7)
# Each value of the paper that is tried is a word of this kind, so that what is left out can be told.
# As docxtpl has them, of the place of an error.
LINES_BEFORE = 3
LONGEST_SHOWN = 80
TAG = re.compile(r"<[^>]*>")
MARK = re.compile(r"x([a-z_]+)x(\d)x")


def mark(name: str, number: int = 1) -> str:
    return f"x{name}x{number}x"


SUMMARY = SummaryPaper(
    mark("school"),
    DAY,
    mark("impact"),
    tuple(PreviousAction(mark("action", n), mark("progress", n), mark("comment", n)) for n in (1, 2)),
    (mark("strengths"), mark("strengths", 2)),
    (mark("areas"), mark("areas", 2)),
)
PLAN = PlanPaper(
    mark("school"),
    DAY,
    tuple(
        ActionRow(mark("action", n), mark("timing", n), mark("owner", n), tuple(Support), mark("comments", n))
        for n in (1, 2)
    ),
)
AUDIT = AuditPaper(
    mark("school"),
    DAY,
    mark("lead_reviewer"),
    tuple(mark("reviewers", n) for n in (1, 2, 3, 4)),
    (mark("champions"), mark("champions", 2)),
    tuple(
        AuditEntry(line, mark(f"{line}_present"), mark(f"{line}_date"), mark(f"{line}_words"))
        for line in AuditLine
    ),
)
FULL: Mapping[Paper, Content] = {Paper.SUMMARY: SUMMARY, Paper.PLAN: PLAN, Paper.AUDIT: AUDIT}


def problems_of(paper: Paper, template: bytes) -> Sequence[str]:
    """What keeps the template from being used; each goes on from the name of its file."""
    full, empty = FULL[paper], CONTENT[paper](mark("school"), DAY)
    signed = [SignatureLine(part, mark(f"signed_{part.name.lower()}"), DAY) for part in SIGNERS[paper]]
    unknown: list[str] = []
    try:
        following, signed_by_all, _ = (
            text_of(filled(template, values, undefined=noting(unknown)))
            for values in (
                placeholders(full, signed, to_follow=True),
                placeholders(full, signed, to_follow=False),
                placeholders(empty, (), to_follow=False),
            )
        )
    except Exception as why:  # noqa: BLE001 (an office's template may fail in any way)
        return [*not_known(unknown), broken(why)]
    missing = list(left_out(f"{full}{signed}", following, is_plan=paper is Paper.PLAN))
    if signed and following == signed_by_all:
        missing.append("signatures_to_follow")
    return [*not_known(unknown), *([f"leaves out {named(missing)}"] if missing else [])]


def not_known(names: Sequence[str]) -> Sequence[str]:
    if not names:
        return ()
    return (
        f"has {'a placeholder' if len(names) == 1 else 'placeholders'} that we don’t know: {named(names)}",
    )


def left_out(wanted: str, found: str, *, is_plan: bool) -> Iterator[str]:
    """The names of what is wanted and is not found."""
    if full_day(DAY) not in found:
        yield "day"
    if is_plan and listed(tuple(Support)) not in found:
        yield "support"
    yield from dict.fromkeys(match[1] for match in MARK.finditer(wanted) if match[0] not in found)


def broken(why: Exception) -> str:
    """Of an error in the template's own language, where it is: nothing that people typed is there yet."""
    if isinstance(why, TemplateError) and why.message:
        return f"can’t be filled in: {why.message.rstrip('.')}{near(why)}"
    return "can’t be opened as a Word file"


def near(why: TemplateError) -> str:
    """The paragraph with the mistake in it; docxtpl gives three lines before it as well."""
    line, lines = getattr(why, "lineno", None), list(getattr(why, "docx_context", ()))
    at = min(line - 1, LINES_BEFORE) if line else len(lines)
    text = lines[at].strip()[:LONGEST_SHOWN] if at < len(lines) else ""
    return f", near “{text}”" if text else ""


def named(names: Sequence[str]) -> str:
    return listed([f"“{name}”" for name in names])


def text_of(word: bytes) -> str:
    """All that is to be read in it, headers and footers too."""
    with ZipFile(BytesIO(word)) as archive:
        parts = [name for name in archive.namelist() if name.startswith("word/") and name.endswith(".xml")]
        return TAG.sub("", "".join(archive.read(name).decode() for name in parts))


def noting(names: list[str]) -> type[Undefined]:
    """What Jinja has in the place of what is not there; its name is written down."""

    class Noted(ChainableUndefined):
        def __init__(self, *args: object, **kwargs: object) -> None:
            super().__init__(*args, **kwargs)  # type: ignore[arg-type]
            name = self._undefined_name
            if isinstance(name, str) and name not in names:
                names.append(name)

    return Noted
