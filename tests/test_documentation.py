"""Every command and script of README and documentation runs, and prints what the page shows."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from samples.documentation import PAGES, Block, blocks, name_of, shows
from samples.shell import python
from samples.stand_in import ROOT

from briefgen.cli import main

NOT_RUN = {
    "docs/how-to/ci.md: a workflow runs at its host",
    "docs/how-to/editor.md: it goes on until Ctrl-C",
}
"""What is shown and cannot be run here."""

OF_DEVELOPERS = frozenset(
    ".ci/run .ci/setup coverage git mypy pip pytest ruff sphinx-build".split()  # noqa: SIM905
)
"""Programs that CONTRIBUTING.md asks for and that no test may start: `.ci/run` does."""

page_by_page = pytest.mark.parametrize("page", PAGES, ids=name_of)


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the data of the repository, to run a page in."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@page_by_page
def test_everything_on_a_page_runs_and_prints_what_is_shown(
    page: Path, clone: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    printed = ""
    for block in blocks(page):
        if name := block.marked("file"):
            (clone / name).write_text(block.text, encoding="utf-8")
        elif name := block.marked("from"):
            assert_stands_in(block.text, ROOT / name)
        elif block.mark == "prints":
            assert shows(block.text, printed), printed
        elif (why := block.marked("not run")) is not None:
            assert f"{name_of(page)}: {why}" in NOT_RUN
        elif block.language == "python":
            printed = run_script(block, clone)
        else:
            assert block.language in ("sh", "console"), f"nothing is known of: {block}"
            printed = run_commands(block, page, capfd)


def run_script(block: Block, folder: Path) -> str:
    done = python("-c", block.text, cwd=folder)
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode()


def run_commands(block: Block, page: Path, capfd: pytest.CaptureFixture[str]) -> str:
    """Run the commands of a block and return what they print, errors last."""
    every = ""
    for command, shown in block.commands:
        first, *arguments = shlex.split(command, comments=True)
        if first != "briefgen":
            assert_is_of_developers(first, arguments, block, page)
            continue
        arguments, _, target = partitioned(arguments, ">")
        capfd.readouterr()
        code = main(arguments)
        out, err = capfd.readouterr()
        assert code == int(block.marked("exit") or 0), f"{command}: {out}{err}"
        if target:
            Path(target[0]).write_text(out, encoding="utf-8")
        if shown is not None:
            assert shows(shown, out + err), f"{command} prints:\n{out}{err}"
        every += out + err
    return every


def partitioned(words: list[str], at: str) -> tuple[list[str], str, list[str]]:
    place = words.index(at) if at in words else len(words)
    return words[:place], at, words[place + 1 :]


def assert_is_of_developers(first: str, arguments: list[str], block: Block, page: Path) -> None:
    """Check that a command other than ours is in its place, and that its tests are there."""
    if block.mark in ("make", "test"):
        return  # `.ci/run` runs them to the letter
    assert page.name == "CONTRIBUTING.md", f"{first} on {page}"
    assert first in OF_DEVELOPERS
    if first == "pytest":
        marker = arguments[arguments.index("-m") + 1] if "-m" in arguments else ""
        assert marker in ("", "fast")
        paths = [word for word in arguments if word not in ("-m", marker)]
        assert [path for path in paths if not (ROOT / path).exists()] == []


def assert_stands_in(text: str, file: Path) -> None:
    held = file.read_text(encoding="utf-8")
    pieces = [piece.strip("\n") for piece in re.split(r"(?m)^ *…$\n?", text)]
    place = 0
    for piece in pieces:
        found = find_indented(piece, held[place:])
        assert found >= 0, f"{file.name} does not say:\n{piece}"
        place += found


def find_indented(piece: str, held: str) -> int:
    """Return where lines stand in a text, all but empty ones indented alike by some spaces."""
    first, *lines = piece.splitlines()
    below = "".join(rf"\n(?P=in){re.escape(line)}" if line else r"\n" for line in lines)
    pattern = rf"(?m)^(?P<in> *){re.escape(first)}{below}$"
    found = re.search(pattern, held)
    return found.start() if found else -1


@page_by_page
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for link in re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", text):
        assert (page.parent / link).exists(), link


@page_by_page
def test_a_line_of_a_page_holds_one_sentence(page: Path) -> None:
    prose = re.sub(r"(?ms)^```.*?^```$", "", page.read_text(encoding="utf-8"))
    prose = re.sub(r"`[^`\n]*`|\[[^\]\n]*\]\([^)\n]*\)", "x", prose)
    lines = [line for line in prose.splitlines() if not line.startswith(("|", "<", "#"))]
    assert [line for line in lines if re.search(r"[a-z)*][.?!]\s+[A-Z]", line)] == []


def test_every_page_of_the_documentation_is_reached_from_its_index() -> None:
    docs = ROOT / "docs"
    listed = {
        (page.parent / f"{line}.md").resolve()
        for page in PAGES
        for tree in re.findall(r"(?ms)^```\{toctree\}\n(.*?)^```$", page.read_text("utf-8"))
        for line in tree.splitlines()
        if line and not line.startswith(":")
    }
    own = {page for page in PAGES if page.is_relative_to(docs)}
    assert listed == own - {docs / "index.md"}


def test_what_is_not_shown_may_be_anything_and_the_rest_may_not() -> None:
    assert shows("one\n…\nfour", "one\ntwo\nthree\nfour\n")
    assert shows("one\n…\ntwo", "one\ntwo\n")
    assert shows("a … d", "a b c d")
    assert not shows("one\n…\nfive", "one\ntwo\n")
    assert not shows("one\ntwo", "one\ntwo\nthree\n")
    assert not shows("a … d", "a b\nc d")


@pytest.mark.parametrize(
    ("piece", "there"), [("- id: a\n  b: 1", True), ("- id: a\nb: 1", False), ("- id: c", False)]
)
def test_a_piece_of_a_file_is_found_however_far_it_is_indented(piece: str, there: bool) -> None:
    assert (find_indented(piece, "x:\n  - id: a\n    b: 1\n") >= 0) == there
