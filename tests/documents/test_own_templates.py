"""An office's own Word templates: tried out before they take the place of ours."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document

from bot.documents.forms import FILES, Forms, built_in, forms_in
from bot.documents.placeholders import placeholders
from bot.documents.trying_out import FULL, problems_of
from bot.documents.word import word
from bot.rules.papers import PAPERS, SIGNERS
from bot.rules.permissions import Paper
from tests.documents.contents import USUAL
from tests.documents.reading import paragraphs
from tests.test_house import ROOT

INSTEAD = "The built-in template is used instead."


def put(folder: Path, paper: Paper, template: bytes) -> Forms:
    (folder / FILES[paper]).write_bytes(template)
    return forms_in(folder)


def written(paper: Paper, was: str, now: str) -> bytes:
    """Our template with other words in the place of these."""
    changed = BytesIO()
    with ZipFile(BytesIO(built_in(paper))) as ours, ZipFile(changed, "w", ZIP_DEFLATED) as other:
        for name in ours.namelist():
            body = ours.read(name)
            if name == "word/document.xml":
                assert was in body.decode()
                body = body.decode().replace(was, now).encode()
            other.writestr(name, body)
    return changed.getvalue()


def of_the_office(*lines: str) -> bytes:
    opened, saved = Document(), BytesIO()
    for line in lines:
        opened.add_paragraph(line)
    opened.save(saved)
    return saved.getvalue()


@pytest.mark.parametrize("paper", PAPERS)
def test_ours_can_be_used(paper: Paper) -> None:
    assert problems_of(paper, built_in(paper)) == []


def test_a_template_of_the_office_takes_the_place_of_ours(tmp_path: Path) -> None:
    template = written(Paper.SUMMARY, "PEER REVIEW SUMMARY TEMPLATE", "Our own summary")
    forms = put(tmp_path, Paper.SUMMARY, template)
    assert (forms.problems, forms.unused) == ((), ())
    text = paragraphs(word(USUAL[Paper.SUMMARY], (), to_follow=False, forms=forms))
    assert "Our own summary" in text
    assert "Calm classrooms." in text
    plan = paragraphs(word(USUAL[Paper.PLAN], (), to_follow=False, forms=forms))
    assert "PEER REVIEW ACTION PLAN TEMPLATE" in plan


def test_a_form_in_words_alone_is_enough(tmp_path: Path) -> None:
    template = of_the_office(
        "{{ school }} {{ day }} {{ impact }}",
        "{% for one in previous %}{{ one.action }} {{ one.progress }} {{ one.comment }}{% endfor %}",
        "{% for one in strengths + areas %}{{ one }}{% endfor %}",
        "{% for place in signed.values() %}",
        "{% for one in place %}{{ one.name }} {{ one.on }}{% endfor %}",
        "{% endfor %}",
        "{% if signatures_to_follow %}more to come{% endif %}",
    )
    assert put(tmp_path, Paper.SUMMARY, template).problems == ()


WRONG: dict[str, tuple[Paper, Callable[[], bytes], str]] = {
    "a wrong placeholder": (
        Paper.SUMMARY,
        lambda: written(Paper.SUMMARY, "{{ impact }}", "{{ impact }} {{ headteacher_name }}"),
        "summary.docx has a placeholder that we don’t know: “headteacher_name”.",
    ),
    "wrong placeholders inside a row": (
        Paper.PLAN,
        lambda: written(Paper.PLAN, "{{ row.owner }}", "{{ row.owner }} {{ row.ownr }} {{ rov.timing }}"),
        "plan.docx has placeholders that we don’t know: “ownr” and “rov”.",
    ),
    "one in a branch that is seldom taken": (
        Paper.PLAN,
        lambda: written(
            Paper.PLAN, "{{ row.owner }}", "{{ row.owner }}{% if not row.action %}{{ blank }}{% endif %}"
        ),
        "plan.docx has a placeholder that we don’t know: “blank”.",
    ),
    "what people write left out": (
        Paper.AUDIT,
        lambda: written(Paper.AUDIT, "{{ improvement.words }}", ""),
        "audit.docx leaves out “improvement_words”.",
    ),
    "the signatures to follow left out": (
        Paper.SUMMARY,
        lambda: written(Paper.SUMMARY, "signatures to follow", ""),
        "summary.docx leaves out “signatures_to_follow”.",
    ),
    "all of it left out": (
        Paper.SUMMARY,
        lambda: of_the_office("Nothing"),
        "summary.docx leaves out “day”, “school”, “impact”, “action”, “progress”, “comment”, “strengths”, "
        "“areas”, “signed_lead_reviewer”, “signed_head”, “signed_governor” and “signatures_to_follow”.",
    ),
    "braces that are not closed": (
        Paper.SUMMARY,
        lambda: of_the_office("{{ impact"),
        "summary.docx can’t be filled in: unexpected '/', near “{{ impact”.",
    ),
    "a loop that does not end": (
        Paper.SUMMARY,
        lambda: of_the_office("{% for one in strengths %}"),
        "summary.docx can’t be filled in: Unexpected end of template. Jinja was looking for the following "
        "tags: 'endfor' or 'else'. The innermost block that needs to be closed is 'for', near “{% for one in "
        "strengths %}”.",
    ),
    "reaching for what is none of its business": (
        Paper.SUMMARY,
        lambda: of_the_office("{{ impact.__class__.__mro__ }}"),
        "summary.docx has a placeholder that we don’t know: “__class__”.",
    ),
    "an unfinished question": (
        Paper.PLAN,
        lambda: written(Paper.PLAN, "{{ row.owner }}", "{% if %}{{ row.owner }}{% endif %}"),
        "plan.docx can’t be filled in: Expected an expression, got 'end of statement block', near "
        "“{% if %}{{ row.owner }}{% endif %}{% if row.support %}”.",
    ),
    "a sum that can’t be done": (
        Paper.SUMMARY,
        lambda: of_the_office("{{ 1 / 0 }}"),
        "summary.docx can’t be opened as a Word file.",
    ),
    "no Word file": (Paper.AUDIT, lambda: b"PK no", "audit.docx can’t be opened as a Word file."),
    "an empty file": (Paper.AUDIT, lambda: b"", "audit.docx can’t be opened as a Word file."),
    "half a file": (
        Paper.PLAN,
        lambda: built_in(Paper.PLAN)[:9000],
        "plan.docx can’t be opened as a Word file.",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_named_and_ours_is_used(tmp_path: Path, case: str) -> None:
    paper, template, sentence = WRONG[case]
    forms = put(tmp_path, paper, template())
    assert forms.own == {}
    assert f"{sentence} {INSTEAD}" in forms.problems
    assert all(each.endswith(INSTEAD) for each in forms.problems)
    text = paragraphs(word(USUAL[paper], (), to_follow=False, forms=forms))
    assert any("Calm classrooms." in each for each in text)


@pytest.mark.parametrize("paper", PAPERS)
def test_every_placeholder_is_in_the_papers_for_the_office(paper: Paper) -> None:
    explained = (ROOT / "docs/TEMPLATES.md").read_text("utf-8")
    values = placeholders(FULL[paper], (), to_follow=True)
    places = values["signed"]
    assert isinstance(places, dict)
    signing = {"signed", "signatures_to_follow", *places} if SIGNERS[paper] else set()
    names = {name for name in values if name not in {"signed", "signatures_to_follow"}} | signing
    rows = [row for row in values.values() if isinstance(row, list) and row and isinstance(row[0], dict)]
    inside = {name for row in rows for name in row[0]}
    assert {name for name in names | inside if not re.search(rf"[`.]{name}`", explained)} == set()


def test_what_was_tried_out_is_what_is_used(tmp_path: Path) -> None:
    template = written(Paper.SUMMARY, "PEER REVIEW SUMMARY TEMPLATE", "Our own summary")
    forms = put(tmp_path, Paper.SUMMARY, template)
    (tmp_path / FILES[Paper.SUMMARY]).write_bytes(b"overwritten since")
    assert "Our own summary" in paragraphs(word(USUAL[Paper.SUMMARY], (), to_follow=False, forms=forms))


def test_other_files_in_the_folder_are_named_and_what_word_leaves_there_is_not(tmp_path: Path) -> None:
    for name in ("plan (old).docx", "~$summary.docx", "notes.txt"):
        (tmp_path / name).write_bytes(b"")
    forms = forms_in(tmp_path)
    assert forms.problems == ()
    assert forms.unused == (
        "plan (old).docx is not used: a template is called summary.docx, plan.docx or audit.docx.",
    )


def test_a_folder_that_is_not_there_is_said_to_be_so(tmp_path: Path) -> None:
    [problem] = forms_in(tmp_path / "nowhere").problems
    assert problem.startswith("TEMPLATES_DIR is ")
    assert problem.endswith(
        "which can't be read: No such file or directory. The built-in templates are used."
    )


def test_a_file_that_can_t_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "plan.docx").mkdir()
    [problem] = forms_in(tmp_path).problems
    assert problem == f"plan.docx can’t be read: Is a directory. {INSTEAD}"
