"""The Word templates of an office on the command line: written to be changed, and checked."""

import sys
from pathlib import Path

import pytest
from docx import Document

from bot.documents.forms import FILES, built_in
from storage.roster import SAMPLE
from tests.printed import Printed, printed_by
from tests.processes import OURS, bare, free_port, serving
from tests.test_house import ROOT

INSTEAD = "The built-in template is used instead."


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Printed:
    for name in OURS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SECRET_KEY", "k" * 32)
    monkeypatch.chdir(tmp_path)
    return printed_by(capsys)


def test_our_templates_are_written_to_be_changed_and_can_be_used_as_they_are(
    run: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, said, _ = run("templates", "--out", "our/forms")
    assert code == 0
    assert said == (
        "Written to our/forms: summary.docx, plan.docx, audit.docx. "
        "Change them in Word, then set TEMPLATES_DIR.\n"
    )
    assert {name: Path("our/forms", name).read_bytes() for name in FILES.values()} == {
        name: built_in(paper) for paper, name in FILES.items()
    }
    monkeypatch.setenv("TEMPLATES_DIR", "our/forms")
    run("migrate")
    run("import", str(SAMPLE))
    code, said, _ = run("check")
    assert code == 0
    assert "docx" not in said


def test_a_template_that_somebody_has_changed_is_never_overwritten(run: Printed) -> None:
    Path("templates").mkdir()
    Path("templates/plan.docx").write_bytes(b"mine")
    code, _, complaint = run("templates")
    assert code == 1
    assert complaint == (
        "templates/plan.docx is there already, and stays as it is. Give another folder: --out FOLDER\n"
    )
    assert Path("templates/plan.docx").read_bytes() == b"mine"


def test_a_folder_that_can_t_be_written_is_said_to_be_so(run: Printed) -> None:
    Path("file").write_bytes(b"")
    code, _, complaint = run("templates", "--out", "file/inside")
    assert (code, complaint) == (1, "Can't write to file/inside: Not a directory.\n")


def test_check_names_a_wrong_placeholder(run: Printed, monkeypatch: pytest.MonkeyPatch) -> None:
    run("templates")
    changed = Document("templates/summary.docx")
    changed.add_paragraph("{{ headteachers_name }}")
    changed.save("templates/summary.docx")
    Path("templates/old.docx").write_bytes(b"")
    monkeypatch.setenv("TEMPLATES_DIR", "templates")
    run("migrate")
    run("import", str(SAMPLE))
    code, said, _ = run("check")
    assert code == 1
    lines = said.splitlines()
    assert (
        f"wrong  summary.docx has a placeholder that we don’t know: “headteachers_name”. {INSTEAD}"
    ) in lines
    assert "note   old.docx is not used: a template is called summary.docx, plan.docx or audit.docx." in lines
    assert "plan.docx has" not in said


def test_the_web_says_at_its_start_which_template_it_does_not_use(run: Printed, tmp_path: Path) -> None:
    run("migrate")
    Path("forms").mkdir()
    Path("forms/plan.docx").write_bytes(b"no Word file")
    port = free_port()
    command = [sys.executable, "-m", "bot", "web", "--host", "127.0.0.1"]
    environ = bare(PORT=str(port), PYTHONPATH=str(ROOT), TEMPLATES_DIR="forms")
    with serving(command, port=port, folder=tmp_path, environ=environ) as web:
        said = web.stop()
    assert f"plan.docx can’t be opened as a Word file. {INSTEAD}" in said
