"""What mutation testing counts, and that it can be run on what there is."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from mutation.__main__ import report
from mutation.mutants import mark_killed, mutants
from mutation.targets import ROOT, TARGETS

MODULE = Path("foreign/door.py")
MUTATED = """
def x_open__mutmut_orig(key, door):
    raise Refused("no-key", "the door is shut", key) if key > 1 else door

def x_open__mutmut_1(key, door):
    raise Refused("no-key", "XXthe door is shutXX", key) if key > 1 else door

def x_open__mutmut_2(key, door):
    raise Refused("no-key", None, key) if key > 1 else door

def x_open__mutmut_3(key, door):
    raise Refused("NO-KEY", "the door is shut", key) if key > 1 else door

def x_open__mutmut_4(key, door):
    raise Refused("no-key", "the door is shut", key) if key >= 1 else door
"""


@pytest.fixture
def work(tmp_path: Path) -> Path:
    (tmp_path / "foreign").mkdir()
    (tmp_path / MODULE).write_text(MUTATED)
    codes: dict[str, int | None]
    codes = {f"foreign.door.x_open__mutmut_{n + 1}": code for n, code in enumerate([0, 0, 1, 36])}
    codes["foreign.door.x_shut__mutmut_1"] = None
    (tmp_path / f"{MODULE}.meta").write_text(json.dumps({"exit_code_by_key": codes}))
    return tmp_path


def test_a_mutant_that_changes_only_words_is_counted_apart(work: Path) -> None:
    found = list(mutants(work, MODULE))
    assert [each.wording for each in found] == [True, False, False, False]
    assert [each.lives for each in found] == [False, True, False, False]
    before, after = found[1].change.split("  →  ")
    assert "'the door is shut'" in before
    assert after == before.replace("'the door is shut'", "None")
    assert report(found).splitlines()[2] == "| foreign/door.py | 3 | 1 | 2 | 66.7% |"


def test_what_a_second_look_notices_is_written_down(work: Path) -> None:
    (survivor,) = (each for each in mutants(work, MODULE) if each.lives)
    mark_killed(work, survivor)
    assert not any(each.lives for each in mutants(work, MODULE))


def test_every_target_has_its_modules_and_tests() -> None:
    for target in TARGETS.values():
        assert all(any(ROOT.glob(pattern)) for pattern in target.modules)
        assert all((ROOT / test).exists() for test in target.tests)
        for test in target.left_out:
            file, _, name = test.partition("::")
            assert f"def {name}(" in (ROOT / file).read_text()


def test_the_page_of_survivors_names_modules_that_there_are() -> None:
    page = (Path(__file__).parent / "README.md").read_text()
    named = {Path(name) for name in re.findall(r"briefgen/\S+?\.py", page)}
    assert {file for target in TARGETS.values() for file in target.files()} >= named
    assert all(f"## {name}" in page for name in TARGETS)
