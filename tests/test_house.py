"""The rules of the house, held for every file that is kept."""

import ast
import re
import shlex
import statistics
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LINES = 400
USUAL_LINES = 200
FUNCTION_LINES = 40
# Generated, or a list by its nature.
LISTS = {"requirements.txt", "tests/requirements.txt", "CHANGELOG.md"}


@cache
def kept() -> Sequence[Path]:
    """The files of the project, whether committed yet or not."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout  # noqa: S603
    return [path for name in listed.decode().split("\0") if name and (path := ROOT / name).is_file()]


def python_files() -> Iterator[Path]:
    return (path for path in kept() if path.suffix == ".py")


def text_of(path: Path) -> str:
    return path.read_text("utf-8")


def texts() -> Iterator[tuple[str, str]]:
    for path in kept():
        if path.suffix not in {".png", ".ico", ".docx"}:
            yield str(path.relative_to(ROOT)), text_of(path)


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Each function with its length in lines."""
    for node in ast.walk(ast.parse(text_of(path))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{path.relative_to(ROOT)}:{node.name}", (node.end_lineno or 0) - node.lineno + 1


@pytest.mark.parametrize(
    "tool",
    [
        "ruff check --no-cache .",
        "ruff format --no-cache --check .",
        "mypy",
        "lint-imports --no-cache",
    ],
)
def test_the_checkers_are_content(tool: str) -> None:
    name, *arguments = shlex.split(tool)
    command = [str(Path(sys.executable).parent / name), *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 0, done.stdout + done.stderr


def test_files_are_short() -> None:
    lengths = {name: text.count("\n") for name, text in texts() if name not in LISTS}
    assert {name: count for name, count in lengths.items() if count > LINES} == {}


def test_longer_files_are_the_exception() -> None:
    lengths = {str(path.relative_to(ROOT)): text_of(path).count("\n") for path in python_files()}
    longer = {name: count for name, count in lengths.items() if count > USUAL_LINES}
    assert len(longer) <= len(lengths) / 10, longer


def test_functions_are_short() -> None:
    lengths = dict(found for path in python_files() for found in functions(path))
    assert {name: count for name, count in lengths.items() if count > FUNCTION_LINES} == {}
    assert statistics.median(lengths.values()) <= 8


def test_names_are_the_fields_own() -> None:
    vague = re.compile(r"(manager|helper|utils?|misc|process_data)(\.py|$)", re.IGNORECASE)
    named = [
        f"{path.relative_to(ROOT)}:{node.name}"
        for path in python_files()
        for node in ast.walk(ast.parse(text_of(path)))
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and vague.search(node.name)
    ]
    assert named + [str(path) for path in kept() if vague.search(path.name)] == []


def test_every_module_says_in_a_line_what_it_is() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in python_files()
        if path.relative_to(ROOT).parts[0] != "tests"
        and text_of(path)
        and not ast.get_docstring(ast.parse(text_of(path)))
    ]
    assert silent == []


def test_only_the_edges_read_the_clock() -> None:
    edges = {"bot/worker.py", "bot/engine.py"}
    readers = [
        name
        for name, text in texts()
        if name.startswith(("bot/", "storage/"))
        and re.search(r"\b(datetime\.now|datetime\.utcnow|date\.today|time\.time)\(", text)
        and name not in edges
        and not name.startswith(("bot/commands/", "bot/platforms/"))
    ]
    assert readers == []


def test_nothing_is_unfinished_or_skipped() -> None:
    marks = "|".join(["TO" + "DO", "FIX" + "ME", "X" * 3 + r"\b"])
    unfinished = [name for name, text in texts() if re.search(rf"\b({marks})", text)]
    assert unfinished == []
    skip = re.compile(r"pytest\.(mark\.)?(skip|skipif|xfail|importorskip)\b|unittest\.skip")
    skipping = [name for name, text in texts() if skip.search(text) and name != "tests/test_house.py"]
    # Alone what a machine may lack is left out, and not where CI is set.
    assert skipping == ["tests/needs.py"]


def test_nothing_names_this_machine_or_a_package_index() -> None:
    hosts = ["pypi" + ".org", "python" + "hosted", "npm" + "js.org", "/" + "simple/", "--index" + "-url"]
    places = ["/ho" + "me/", "/ro" + "ot/", "/wo" + "rk/", "/Us" + "ers/"]
    found = [(name, word) for name, text in texts() for word in hosts + places if word in text]
    assert found == []


def block_under(heading: str) -> str:
    """The one line of the one sh block under a heading of the README."""
    _, _, after = text_of(ROOT / "README.md").partition(f"\n## {heading}\n")
    section, _, _ = after.partition("\n## ")
    [block] = re.findall(r"^```(.*?)^```", section, re.DOTALL | re.MULTILINE)
    language, line, end = block.split("\n")
    assert (language, end) == ("sh", "")
    return str(line)


def test_the_readme_has_one_line_to_try_it_and_one_to_test_it() -> None:
    assert block_under("Try it").endswith(" && .venv/bin/peer-review demo")
    assert block_under("Test it").endswith(" && .venv/bin/python -m pytest -n auto --dist worksteal")
    assert text_of(ROOT / "README.md").count("```sh") == 2


def test_ci_runs_the_readmes_line_and_passes_its_exit_code_on(tmp_path: Path) -> None:
    (tmp_path / ".ci").mkdir()
    (tmp_path / ".ci/run").write_text(text_of(ROOT / ".ci/run"), "utf-8")
    readme = text_of(ROOT / "README.md").replace(block_under("Test it"), 'echo "ran with CI=$CI"; exit 7')
    (tmp_path / "README.md").write_text(readme, "utf-8")
    (tmp_path / "bin").mkdir()
    # The machine already has what CI would install.
    for name in ("chromium", "python3"):
        (tmp_path / "bin" / name).write_text("#!/bin/sh\nexit 0\n", "utf-8")
        (tmp_path / "bin" / name).chmod(0o755)
    environ = {"PATH": f"{tmp_path}/bin:/usr/bin:/bin"}
    done = subprocess.run(
        ["/bin/bash", ".ci/run"],
        cwd=tmp_path,
        env=environ,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.splitlines()[-1] == "ran with CI=true", done.stderr
    assert done.returncode == 7


def test_what_the_papers_point_to_is_there() -> None:
    papers = [path for path in kept() if path.suffix == ".md"]
    pointers = [
        (path, target)
        for path in papers
        for target in re.findall(r"\]\(([^)#]+)", text_of(path))
        if "://" not in target
    ]
    assert pointers
    assert [target for path, target in pointers if not (path.parent / target).exists()] == []


def pins(name: str) -> dict[str, str]:
    lines = [line for line in text_of(ROOT / name).splitlines() if line and not line.startswith("#")]
    found = [re.fullmatch(r"([A-Za-z0-9._-]+)==([A-Za-z0-9.]+)", line) for line in lines]
    return {canonical(match[1]): match[2] for match in found if match} if all(found) else {}


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_pinned_sets_hold_every_dependency_and_agree() -> None:
    project = tomllib.loads(text_of(ROOT / "pyproject.toml"))["project"]
    asked = {canonical(re.split(r"[^A-Za-z0-9._-]", text)[0]) for text in project["dependencies"]}
    tools = project["optional-dependencies"]["test"]
    asked_in_tests = {canonical(re.split(r"[^A-Za-z0-9._-]", text)[0]) for text in tools}
    run, test = pins("requirements.txt"), pins("tests/requirements.txt")
    assert asked <= run.keys()
    assert run.items() <= test.items()
    assert asked_in_tests <= test.keys()
