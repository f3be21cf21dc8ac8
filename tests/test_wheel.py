"""The wheel: everything in it, and the practice room running from it, away from the checkout."""

import re
import subprocess
import sys
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.processes import bare, free_port, serving
from tests.test_house import ROOT, kept


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", folder, ROOT)
    [built] = folder.glob("*.whl")
    return built


def run(*command: str | Path) -> None:
    done = subprocess.run(  # noqa: S603 (our own command)
        command, env=bare(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_file_of_the_packages_is_in_the_wheel(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    ours = {path.relative_to(ROOT).as_posix() for path in kept()}
    wanted = {name for name in ours if name.startswith(("bot/", "storage/"))}
    templates = {"bot/templates/papers/plan.html", "bot/documents/templates/plan.docx"}
    assert {"storage/roster/sample.yaml", "bot/templates/page.html", *templates} <= wanted
    assert wanted - inside == set()


def test_nothing_else_is_in_the_wheel(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"bot", "storage"}


@pytest.fixture
def installed(wheel: Path, tmp_path: Path) -> Path:
    """The folder of programs of a fresh environment with the wheel, and no more than it asks for."""
    made = tmp_path / "elsewhere"
    venv.create(made, with_pip=True)
    programs = made / "bin"
    run(programs / "python", "-m", "pip", "install", "-q", "-c", ROOT / "requirements.txt", wheel)
    return programs


@pytest.mark.slow
def test_the_practice_room_runs_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    port = free_port()
    environ = bare(PYTHONWARNINGS="error")
    environ.pop("PYTHONPATH", None)
    command = [str(installed / "peer-review"), "demo", "--port", str(port)]
    with serving(command, port=port, folder=tmp_path, environ=environ) as demo:
        status, page = demo.get("/")
        assert status == 200
        assert "Kate Moore" in page
        parts = re.findall(r'(?:href|src)="(/static/[^"]+)"', page)
        assert parts
        assert {demo.get(part)[0] for part in parts} == {200}
        said = demo.stop()
    assert f"The practice room is open at http://127.0.0.1:{port}" in said
    assert "Traceback" not in said
