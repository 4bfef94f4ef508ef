"""The command in a real shell: files, pipes, terminals, signals, completion."""

from __future__ import annotations

import io
import os
import pty
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader
from samples.shell import briefgen, environment, python
from samples.stand_in import MALI, ROOT

from briefgen.batch.manifest import MANIFEST

COMMAND = [sys.executable, "-m", "briefgen"]


def _pages(data: bytes) -> int:
    return len(PdfReader(io.BytesIO(data)).pages)


# Files


def test_a_one_page_pdf_has_one_page(tmp_path: Path) -> None:
    done = briefgen("build", MALI, "--length", "one-page", "-o", "mali.pdf", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(b"mali.pdf: 1 page, ")
    assert _pages((tmp_path / "mali.pdf").read_bytes()) == 1


def test_a_word_brief_is_a_word_file(tmp_path: Path) -> None:
    done = briefgen("build", MALI, "--length", "full", "-o", "mali.docx", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "word/document.xml" in zipfile.ZipFile(tmp_path / "mali.docx").namelist()


def test_a_folder_gets_both_formats_under_telling_names(tmp_path: Path) -> None:
    done = briefgen("build", MALI, "-d", "new/out", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in (tmp_path / "new" / "out").iterdir()) == [
        MANIFEST,
        "china-mali-one-page-decision-maker.docx",
        "china-mali-one-page-decision-maker.pdf",
    ]
    assert done.stdout.count(b"\n") == 2


def test_standard_output_is_the_same_file(tmp_path: Path) -> None:
    printed = briefgen("build", MALI, "--format", "pdf", "-o", "-", cwd=tmp_path)
    briefgen("build", MALI, "-o", "mali.pdf", cwd=tmp_path)
    assert printed.returncode == 0, printed.stderr
    assert printed.stdout == (tmp_path / "mali.pdf").read_bytes()


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")
    done = briefgen("build", MALI, "-d", "out", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith(b"out: is a file, not a folder\n  hint: ")


@pytest.mark.parametrize("epoch", ["yesterday", "1.5", "99999999999999", "9" * 30])
def test_an_epoch_that_is_no_time_is_reported(tmp_path: Path, epoch: str) -> None:
    changes = {"SOURCE_DATE_EPOCH": epoch}
    done = briefgen("build", MALI, "-o", "mali.pdf", cwd=tmp_path, changes=changes)
    assert done.returncode == 1
    assert done.stderr.startswith(b"SOURCE_DATE_EPOCH: ")


@pytest.mark.parametrize("epoch", ["0", "315532800", "1700000000", "4102444800"])
@pytest.mark.parametrize("name", ["mali.pdf", "mali.docx"])
def test_any_time_will_do_as_the_epoch(tmp_path: Path, epoch: str, name: str) -> None:
    changes = {"SOURCE_DATE_EPOCH": epoch}
    done = briefgen("build", MALI, "-o", name, cwd=tmp_path, changes=changes)
    assert done.returncode == 0, done.stderr


def test_an_unknown_name_is_reported_with_the_known_ones(tmp_path: Path) -> None:
    done = briefgen("build", MALI, "--length", "one-pgae", "-o", "mali.pdf", cwd=tmp_path)
    assert done.returncode == 1
    assert b"one-page" in done.stderr.split(b"hint:")[1]
    assert list(tmp_path.iterdir()) == []


# Pipes and terminals


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-8"])
def test_a_terminal_of_any_encoding_will_do(tmp_path: Path, encoding: str) -> None:
    wrong = tmp_path / "中文-…-ü.yaml"
    wrong.write_text("titel: “ein Wort” — 中文\n", encoding="utf-8")
    changes = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    done = briefgen("check", wrong, cwd=tmp_path, changes=changes)
    assert done.returncode == 1
    assert b"titel" in done.stdout
    # ASCII is the locale that nobody has set: UTF-8 is printed there, as Python itself does.
    done.stdout.decode("utf-8" if encoding == "ascii" else encoding)
    assert b"failed" not in done.stderr


def test_a_file_name_that_is_no_text_will_do(tmp_path: Path) -> None:
    wrong = os.fsencode(tmp_path) + b"/\xff.yaml"
    done = subprocess.run(
        [*COMMAND, "check", wrong],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert b"hint:" in done.stdout


def test_a_reader_that_goes_away_gets_no_traceback(tmp_path: Path) -> None:
    with subprocess.Popen(
        [*COMMAND, "schema"],
        cwd=tmp_path,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as child:
        assert child.stdout
        assert child.stderr
        child.stdout.close()
        assert child.stderr.read() == b""
    assert child.returncode == 141


def test_closed_standard_output_is_no_failure(tmp_path: Path) -> None:
    command = f"{sys.executable} -m briefgen build {MALI} -o mali.pdf >&-"
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert _pages((tmp_path / "mali.pdf").read_bytes()) == 1


def test_a_full_disk_behind_standard_output_is_reported(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, "schema"],
            cwd=tmp_path,
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == b"standard output: the disk is full\n"


def _on_terminal(cwd: Path, *arguments: str | Path) -> tuple[int, str]:
    """Run the command on a terminal of 120 columns; return its exit code and what is seen."""
    main_end, child_end = pty.openpty()
    child = subprocess.Popen(
        [*COMMAND, *map(str, arguments)],
        cwd=cwd,
        env=environment(TERM="xterm", COLUMNS="120"),
        stdin=child_end,
        stdout=child_end,
        stderr=child_end,
    )
    os.close(child_end)
    seen = b""
    try:
        while piece := os.read(main_end, 65536):
            seen += piece
    except OSError:
        pass  # Linux says EIO when the last writer has closed the terminal.
    os.close(main_end)
    return child.wait(timeout=60), seen.decode()


def test_a_terminal_sees_progress_and_then_a_table(tmp_path: Path) -> None:
    code, seen = _on_terminal(tmp_path, "build", MALI, "--all", "-d", "out")
    assert code == 0, seen
    built = [path for path in (tmp_path / "out").iterdir() if path.name != MANIFEST]
    number = len(built)
    assert number >= 4
    bar, table = seen.split("File", 1)
    assert f"{number}/{number}" in bar
    assert "files/s" in bar
    assert "Shortened or left out" in table
    for path in built:
        assert path.name in table


def test_one_brief_needs_no_bar(tmp_path: Path) -> None:
    code, seen = _on_terminal(tmp_path, "build", MALI, "-o", "mali.pdf")
    assert code == 0, seen
    assert seen.count("\n") == 1
    assert seen.startswith("mali.pdf: 1 page")


# Signals


def test_ctrl_c_ends_with_130_and_whole_files_only(tmp_path: Path) -> None:
    rows = "".join(f"row-{number}\n" for number in range(400))
    (tmp_path / "rows.csv").write_text(f"row\n{rows}", encoding="utf-8")
    each = ["--each", "rows.csv", "--name", "{row}", "--format", "pdf"]
    child = subprocess.Popen(
        [*COMMAND, "build", str(MALI), *each, "-d", "out"],
        cwd=tmp_path,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    deadline = time.monotonic() + 60
    while not list(tmp_path.glob("out/*.pdf")) and time.monotonic() < deadline:
        time.sleep(0.005)
    child.send_signal(signal.SIGINT)
    said, errors = child.communicate(timeout=60)
    assert child.returncode == 130
    assert (said, errors) == (b"", b"")
    for path in (tmp_path / "out").iterdir():
        assert path.suffix in {".pdf", ".docx"} or path.name == MANIFEST
        if path.suffix == ".pdf":
            assert _pages(path.read_bytes()) >= 1


# Completion


def _completions(cwd: Path, words: str) -> list[str]:
    """Return what bash is offered after these words."""
    changes = {
        "_BRIEFGEN_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split(" ")) - 1),
    }
    done = briefgen(cwd=cwd, changes=changes)
    assert done.returncode == 0, done.stderr
    return done.stdout.decode().split()


@pytest.mark.parametrize(
    ("words", "considered"),
    [
        ("briefgen bu", "plain,build"),
        ("briefgen build --len", "plain,--length"),
        ("briefgen build x.yaml --length o", "plain,one-page"),
        ("briefgen build x.yaml --audience dec", "plain,decision-maker"),
        ("briefgen build x.yaml --template st", "plain,standard"),
        ("briefgen build x.yaml --length ./mine", "file,./mine"),
        ("briefgen new x.yaml --length f", "plain,full"),
        ("briefgen new x.yaml --audience an", "plain,analyst"),
        ("briefgen list le", "plain,lengths"),
    ],
)
def test_words_are_completed(tmp_path: Path, words: str, considered: str) -> None:
    assert considered in _completions(tmp_path, words)


# The end


def test_what_is_registered_for_the_end_is_done_and_all_that_was_printed_is_written(
    tmp_path: Path,
) -> None:
    code = """if True:
        import atexit, sys
        from briefgen.cli import shell
        atexit.register(print, "done at exit", end="")
        sys.argv = ["briefgen", *sys.argv[1:]]
        shell()
    """
    done = python("-c", code, "--version", cwd=tmp_path)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, b"done at exit")
    assert python("-c", code, "--no-such", cwd=tmp_path).returncode == 2


# Light start


def test_help_and_version_import_nothing_heavy(tmp_path: Path) -> None:
    code = """if True:
        import sys
        from briefgen.cli import main
        for given in (["--version"], ["--help"], ["build", "--help"], ["completion", "bash"]):
            assert main(given) == 0
        heavy = {"pydantic", "reportlab", "docx", "rich", "jinja2", "babel", "lxml", "yaml", "PIL"}
        print(sorted(heavy & set(sys.modules)), file=sys.stderr)
    """
    assert python("-c", code, cwd=tmp_path).stderr == b"[]\n"


def test_a_pdf_needs_neither_word_nor_rich(tmp_path: Path) -> None:
    code = """if True:
        import sys
        from briefgen.cli import main
        assert main(["build", sys.argv[1], "-o", "mali.pdf"]) == 0
        print(sorted({"docx", "rich"} & set(sys.modules)), file=sys.stderr)
    """
    done = python("-c", code, MALI, cwd=tmp_path)
    assert done.stderr.splitlines()[-1] == b"[]"


def test_a_check_imports_nothing_that_makes_briefs(tmp_path: Path) -> None:
    code = """if True:
        import sys
        from briefgen.cli import main
        assert main(["check", sys.argv[1]]) == 0
        print(sorted({"docx", "jinja2", "lxml", "reportlab"} & set(sys.modules)), file=sys.stderr)
    """
    done = python("-c", code, ROOT / "data" / "china-mali.yaml", cwd=tmp_path)
    assert done.stderr.splitlines()[-1] == b"[]"


ASKED_FOR_ONLY = (
    ".built_in .checking .comparison .conversion .convert. .csl. .propose. .quantities."
    " .check.checking .check.facts .check.figures .check.wording .layout.chart .layout.table"
    " .load.article. .load.images .ooxml. .load.word. .load.theme_word .load.page_style"
    " .compose.charts .compose.tables .compose.claims .compose.comparison .fit.failure"
    " .fit.explaining .layout.bands .layout.beside .layout.footnotes"
    " .load.bibliography. .load.json .load.markdown. .load.partial .load.yaml_fault"
)
"""What a build of a sound argument in a built-in theme has no use for."""


def test_a_first_pdf_imports_and_compiles_no_more_than_it_needs(tmp_path: Path) -> None:
    """A module costs a third of a millisecond, a pattern as much: they are counted, not timed."""
    code = """if True:
        import re, sys
        compiled, true = [], re._compiler.compile
        def noted(pattern, flags=0):
            compiled.append(sys._getframe(3).f_code.co_filename)
            return true(pattern, flags)
        re._compiler.compile = noted
        from briefgen.cli import main
        assert main(["build", sys.argv[1], "-q", "-o", "mali.pdf"]) == 0
        ours = [name for name in sys.modules if name.startswith("briefgen.")]
        idle = [name for name in ours if any(f"{name}.".startswith(f"briefgen{one}") for one in
                sys.argv[2].split())]
        patterns = sum("briefgen" in file for file in compiled)
        idle += {"babel", "lxml"} & set(sys.modules)
        print(idle, len(ours), len(sys.modules), patterns, len(compiled), file=sys.stderr)
        assert not idle and len(ours) <= 210 and len(sys.modules) <= 625
        assert 0 < patterns <= 12 and len(compiled) <= 90
    """
    done = python("-c", code, ROOT / "data" / "china-mali.yaml", ASKED_FOR_ONLY, cwd=tmp_path)
    assert done.returncode == 0, done.stderr


def test_the_checkout_is_not_written_to(tmp_path: Path) -> None:
    before = sorted(path.name for path in ROOT.iterdir())
    briefgen("build", MALI, "-o", "mali.pdf", cwd=tmp_path)
    assert sorted(path.name for path in ROOT.iterdir()) == before
