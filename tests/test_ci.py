"""The guards of `.ci/run`: what they let pass, and what they do not."""

from __future__ import annotations

import os
import runpy
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from samples.shell import python
from samples.stand_in import ROOT
from samples.word import TEMPLATE

CI = ROOT / ".ci"

BLOCK = "<!-- test -->\n```sh\npip install x && pytest\n```\n"


@pytest.mark.parametrize("text", [BLOCK, f"# A\n\n```\nno\n```\n\n{BLOCK}\n```\nno\n```\n"])
def test_the_block_under_its_mark_is_the_command(tmp_path: Path, text: str) -> None:
    (tmp_path / "README.md").write_text(text, encoding="utf-8")
    done = python(CI / "readme_command.py", "README.md", "test", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, b"pip install x && pytest\n")


@pytest.mark.parametrize(
    "text", ["", "```\npytest\n```\n", "<!-- test -->\n```\n```\n", BLOCK + BLOCK]
)
def test_no_command_or_two_are_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "README.md").write_text(text, encoding="utf-8")
    done = python(CI / "readme_command.py", "README.md", "test", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, b"")


@pytest.mark.parametrize(
    ("name", "start"), [("make", b"pip install . && briefgen build "), ("test", b"pip install -e ")]
)
def test_our_readme_has_two_commands(name: str, start: bytes) -> None:
    done = python(CI / "readme_command.py", "README.md", name, cwd=ROOT)
    assert done.stdout.startswith(start), done.stderr


TESTS = {
    "passes": ("def test_it(): pass", 0),
    "fails": ("def test_it(): assert 0", 1),
    "skips": ("import pytest\n@pytest.mark.skip\ndef test_it(): pass", 1),
    "skips inside": ("import pytest\ndef test_it(): pytest.skip('no')", 1),
    "skips the module": ("import pytest\npytest.skip('no', allow_module_level=True)", 1),
    "expects to fail": ("import pytest\n@pytest.mark.xfail\ndef test_it(): assert 0", 1),
    "has none": ("x = 1", 1),
    "errs": ("import pytest\n@pytest.fixture\ndef f(): 1 / 0\ndef test_it(f): pass", 1),
}


@pytest.mark.parametrize("kind", TESTS)
def test_a_test_that_did_not_run_to_a_pass_is_a_failure(tmp_path: Path, kind: str) -> None:
    code, expected = TESTS[kind]
    (tmp_path / "test_one.py").write_text(f"{code}\n", encoding="utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    alone = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTEST_ADDOPTS": ""}
    python("-m", "pytest", "--junitxml=tests.xml", cwd=tmp_path, changes=alone)
    done = python(CI / "every_test_ran.py", "tests.xml", cwd=tmp_path)
    assert done.returncode == expected, done.stdout + done.stderr


VALIDATORS = {
    "sees what is broken and nothing else": ('b"<w:tr/>" in document', 0),
    "finds something everywhere": ("True", 1),
    "finds nothing anywhere": ("False", 1),
    "cannot be run": ("1 / 0", 1),
}


@pytest.fixture
def validate(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path, int], int]:
    """Put some number of small Word files in the place of the briefs that are asked about."""
    main = runpy.run_path(str(CI / "valid_in_word.py"))["main"]

    def ask(validator: Path, number: int) -> int:
        few = [(f"brief {n}", TEMPLATE.read_bytes()) for n in range(number)]
        monkeypatch.setitem(main.__globals__, "briefs", lambda _: few)
        code: int = main(str(validator))
        return code

    return ask


def _validator(folder: Path, finds: str) -> Path:
    file = folder / "validator"
    file.write_text(
        f"#!{sys.executable}\nimport json, sys, zipfile\n"
        "document = zipfile.ZipFile(sys.argv[1]).read('word/document.xml')\n"
        f"found = {finds}\n"
        "print(json.dumps({'ok': not found, 'errors': [{'description': 'x'}] * bool(found)}))\n",
        encoding="utf-8",
    )
    file.chmod(0o755)
    return file


@pytest.mark.parametrize("kind", VALIDATORS)
def test_word_files_must_be_valid_and_a_broken_one_must_be_found(
    tmp_path: Path, kind: str, validate: Callable[[Path, int], int]
) -> None:
    finds, expected = VALIDATORS[kind]
    assert validate(_validator(tmp_path, finds), 30) == expected


def test_too_few_word_files_are_no_proof(
    tmp_path: Path, validate: Callable[[Path, int], int]
) -> None:
    finds, _ = VALIDATORS["sees what is broken and nothing else"]
    assert validate(_validator(tmp_path, finds), 29) == 1


@pytest.mark.parametrize("name", ["run", "setup"])
def test_a_script_can_be_run_and_is_sound_shell(name: str) -> None:
    assert os.access(CI / name, os.X_OK)
    subprocess.run(["bash", "-n", str(CI / name)], check=True)
    text = (CI / name).read_text(encoding="utf-8")
    assert text.startswith("#!/usr/bin/env bash\n")
    assert "\nset -euo pipefail\n" in text
    assert "://" not in text


def _programs(folder: Path, **scripts: str) -> Path:
    """Make a folder of stand-ins for programs, which note what they are asked for."""
    folder.mkdir()
    for name, code in scripts.items():
        file = folder / name.replace("_", "-")
        file.write_text(f'#!/bin/sh\necho {file.name} "$@" >> "$LOG"\n{code}\n', "utf-8")
        file.chmod(0o755)
    return folder


def _set_up(programs: Path, *packages: str) -> tuple[int, str, list[str]]:
    log = programs / "log"
    log.touch()
    done = subprocess.run(
        ["/bin/bash", str(CI / "setup"), *packages],
        env={"PATH": str(programs), "LOG": str(log)},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stderr, log.read_text("utf-8").splitlines()


RUN = 'while [ "${1#-}" != "$1" ] || [ "${1#*=}" != "$1" ]; do shift; done; exec "$@"'


@pytest.mark.parametrize(("user", "by"), [("0", []), ("1000", ["sudo"])])
def test_what_the_tests_need_is_installed_as_root_or_by_sudo(
    tmp_path: Path, user: str, by: list[str]
) -> None:
    programs = _programs(
        tmp_path / "bin", dpkg="exit 1", id=f"echo {user}", sudo=RUN, env=RUN, apt_get="exit 0"
    )
    code, _, asked = _set_up(programs)
    assert code == 0
    installed = next(line for line in asked if line.startswith("apt-get install"))
    assert {"libreoffice-writer", "poppler-utils", "qpdf"} <= set(installed.split())
    assert sorted({line.split()[0] for line in asked if line.startswith("sudo")}) == by


def test_nothing_is_installed_that_is_there(tmp_path: Path) -> None:
    programs = _programs(tmp_path / "bin", dpkg="exit 0", apt_get="exit 1")
    code, _, asked = _set_up(programs, "qpdf")
    assert (code, asked) == (0, ["dpkg --status qpdf"])


@pytest.mark.parametrize(("there", "code"), [({"soffice", "pdftotext", "qpdf"}, 0), (set(), 1)])
def test_without_apt_get_it_says_what_to_install(
    tmp_path: Path, there: set[str], code: int
) -> None:
    programs = _programs(tmp_path / "bin", cat="exec /bin/cat", **dict.fromkeys(there, ""))
    done, said, _ = _set_up(programs)
    assert done == code
    assert "poppler" in said
    assert "pytest -m fast" in said
