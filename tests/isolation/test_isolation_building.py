"""Strangers' files in a child process: the same briefs, and a named error for each limit."""

from __future__ import annotations

import contextlib
import copy
import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from samples.shell import environment
from samples.small import SMALL
from samples.stand_in import ROOT

import briefgen
from briefgen import BriefgenError, Finding, Limits, build_untrusted
from briefgen.isolation import process

MALI = ROOT / "data" / "china-mali.yaml"


def written(folder: Path, **changes: Any) -> Path:
    """Return the path of the small argument in a folder, with changes."""
    folder.mkdir(exist_ok=True)
    file = folder / "small.json"
    file.write_text(json.dumps(copy.deepcopy(SMALL) | changes), encoding="utf-8")
    return file


def pictured(folder: Path, picture: str) -> Path:
    image = {"id": "i", "file": picture, "alt": "A well", "permission": "own"}
    return written(folder, images=[image])


def refused(file: Path, **options: Any) -> Finding:
    with pytest.raises(BriefgenError) as caught:
        build_untrusted(file, **options)
    finding = caught.value.findings[0]
    assert finding.hint
    return finding


def test_it_is_the_same_brief(tmp_path: Path) -> None:
    here = briefgen.build(briefgen.mark(briefgen.load(MALI), number="7"), length="two-page")
    there = build_untrusted(MALI, length="two-page", formats=("docx", "pdf"), marks={"number": "7"})
    assert there.files == {"docx": here.to_bytes("docx"), "pdf": here.to_bytes("pdf")}
    for name in ("pages", "words", "fill_percent", "omitted", "findings"):
        assert getattr(there, name) == getattr(here, name)
    assert there.save(tmp_path / "a.docx").read_bytes() == there.to_bytes("docx")


def test_own_files_in_the_root_are_read(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "templates" / "themes" / "press", tmp_path / "look")
    shutil.copytree(ROOT / "templates" / "fonts", tmp_path / "fonts")
    Image.new("RGB", (90, 60), "red").save(tmp_path / "well.png")
    brief = build_untrusted(
        pictured(tmp_path, "well.png"),
        template=tmp_path / "look",
        fonts=tmp_path / "fonts",
        pin={"salt": "headline"},
        exclude=["cheap"],
        length="full",
    )
    assert {finding.code for finding in brief.findings} <= {"page-underfull"}


def test_what_is_wrong_is_reported_as_without_isolation(tmp_path: Path) -> None:
    file = written(tmp_path, title="lost \ufffd", timeline=[], extra=1)
    with pytest.raises(BriefgenError) as here:
        briefgen.build(briefgen.load(file))
    with pytest.raises(BriefgenError) as there:
        build_untrusted(file)
    assert there.value.findings == here.value.findings


# Limits


def test_time_of_computing(tmp_path: Path) -> None:
    detail = ["More is told of it in detail. " * 20] * 2
    forms = {"headline": "It is made", "summary": "Words are said of it.", "detail": detail}
    points = [{"id": f"p{n}", "priority": 1, "forms": forms} for n in range(4000)]
    file = written(tmp_path, rationales=points)
    began = time.monotonic()
    finding = refused(file, length="full", limits=Limits(cpu_s=1))
    assert (finding.code, finding.file) == ("untrusted-time", str(file))
    assert "s of computing; the limit is 1 s" in finding.message
    assert time.monotonic() - began < 30


def test_time_on_the_wall(tmp_path: Path) -> None:
    finding = refused(written(tmp_path), limits=Limits(wall_s=0.05))
    assert finding.code == "untrusted-time"
    assert finding.message.endswith("more than 0.05 s; the limit is 0.05 s")


def test_memory(tmp_path: Path) -> None:
    Image.new("RGB", (5000, 5000)).save(tmp_path / "large.png")
    file = pictured(tmp_path, "large.png")
    finding = refused(file, limits=Limits(memory_bytes=220_000_000))
    assert (finding.code, finding.file) == ("untrusted-memory", str(file))
    assert finding.message.endswith("bytes in use; the limit is 220,000,000")


def test_output() -> None:
    finding = refused(MALI, limits=Limits(output_bytes=10_000))
    assert finding.code == "untrusted-output"
    assert "bytes; the limit is 10,000" in finding.message


@pytest.mark.parametrize("name", ["memory_bytes", "cpu_s", "wall_s", "output_bytes"])
def test_a_limit_is_more_than_nothing(name: str) -> None:
    with pytest.raises(ValueError, match=name):
        Limits(**{name: 0})


# The root


@pytest.mark.parametrize("option", ["argument", "length", "audience", "template", "fonts"])
def test_what_is_named_lies_in_the_root(tmp_path: Path, option: str) -> None:
    root = tmp_path / "root"
    options: dict[str, Any] = {"argument": written(root), "root": root}
    options[option] = written(tmp_path)
    with pytest.raises(BriefgenError) as caught:
        build_untrusted(**options)
    (finding,) = caught.value.findings
    assert (finding.code, finding.file) == ("untrusted-outside-root", str(tmp_path / "small.json"))


def test_a_picture_outside(tmp_path: Path) -> None:
    Image.new("RGB", (9, 9)).save(tmp_path / "secret.png")
    finding = refused(pictured(tmp_path / "root", "../secret.png"))
    assert (finding.code, finding.path) == ("image-outside-root", ("images", 0, "file"))


def test_a_part_of_a_look_that_leads_outside(tmp_path: Path) -> None:
    root = tmp_path / "root"
    file = written(root)
    shutil.copytree(ROOT / "templates" / "themes" / "press", root / "look")
    (root / "look" / "page.yaml").rename(tmp_path / "page.yaml")
    (root / "look" / "page.yaml").symlink_to(tmp_path / "page.yaml")
    finding = refused(file, template=root / "look")
    assert (finding.code, finding.severity) == ("untrusted-outside-root", "error")
    assert finding.file == str(root / "look" / "page.yaml")


def test_a_font_that_leads_outside_is_not_read_and_reported(tmp_path: Path) -> None:
    root = tmp_path / "root"
    file = written(root)
    (root / "own.ttf").symlink_to(ROOT / "examples" / "own.ttf")
    (tmp_path / "font.ttf").write_bytes(b"x")
    (root / "other.ttf").symlink_to(tmp_path / "font.ttf")
    brief = build_untrusted(file, fonts=root)
    reported = [one for one in brief.findings if one.code == "untrusted-outside-root"]
    assert {(one.severity, one.file) for one in reported} >= {("warning", str(root / "other.ttf"))}


# A child that is not what it was


@pytest.fixture
def child(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Let a child run other code than ours, as after a stranger has taken it over."""
    return lambda code: monkeypatch.setattr(process, "_BEGIN", f"import os, sys, time\n{code}")


@pytest.mark.parametrize(
    ("code", "reported", "message"),
    [
        ("os.abort()", "untrusted-crash", "ended the process that read it: signal 6"),
        ("sys.exit(3)", "untrusted-crash", "it ended with 3 and without an answer"),
        ("os.write(1, b'lies')", "untrusted-crash", "it ended with 0 and without an answer"),
        ("while True: os.write(1, bytes(65536))", "untrusted-output", "more than 100,000 bytes"),
        ("time.sleep(99)", "untrusted-time", "more than 2 s"),
        ("os.close(1); time.sleep(99)", "untrusted-crash", "signal 9"),
        ("if os.fork(): sys.exit(0)\nelse: time.sleep(99)", "untrusted-time", "more than 2 s"),
        (
            "import resource; resource.setrlimit(resource.RLIMIT_CPU, (1, 9))\nwhile True: pass",
            "untrusted-time",
            "s of computing; the limit is 1 s",
        ),
        ("held = bytearray({held})\nos.abort()", "untrusted-memory", "limit is {limit:,}"),
    ],
)
def test_whatever_it_does_the_parent_stays_calm(
    child: Any, code: str, reported: str, message: str
) -> None:
    from resource import RUSAGE_SELF, getrusage  # noqa: PLC0415 - there is none on Windows

    # A child is counted with what its parent has used: tests before this one, of any kind.
    own_bytes = getrusage(RUSAGE_SELF).ru_maxrss * 1024
    limit = max(800_000_000, 2 * own_bytes)
    child(code.replace("{held}", str(limit * 15 // 16)))
    message = message.replace("{limit:,}", f"{limit:,}")
    wall_s = 2 if "more than 2 s" in message else 20
    limits = Limits(wall_s=wall_s, cpu_s=1, output_bytes=100_000, memory_bytes=limit)
    began = time.monotonic()
    finding = refused(MALI, limits=limits)
    assert finding.code == reported
    assert message in finding.message
    assert time.monotonic() - began < 20


def test_nothing_that_it_has_begun_goes_on(child: Any, tmp_path: Path) -> None:
    child(f"if not os.fork(): open({str(tmp_path / 'id')!r}, 'w').write(str(os.getpid()))")
    refused(MALI)
    child(
        f"held = os.fork()\nif held:\n    open({str(tmp_path / 'id')!r}, 'w').write(str(held))\n"
        "    os.abort()\nos.close(1); time.sleep(99)"
    )
    refused(MALI)
    ended = int((tmp_path / "id").read_text())
    _wait(lambda: not Path(f"/proc/{ended}").exists() or _is_dead(ended))


def test_it_ends_with_a_parent_that_is_killed(tmp_path: Path) -> None:
    detail = ["More is told of it in detail. " * 20] * 2
    forms = {"headline": "It is made", "summary": "Words are said of it.", "detail": detail}
    points = [{"id": f"p{n}", "priority": 1, "forms": forms} for n in range(4000)]
    file = written(tmp_path, rationales=points)
    code = f"import briefgen; briefgen.build_untrusted({str(file)!r}, length='full')"
    parent = subprocess.Popen([sys.executable, "-c", code], env=environment(), cwd=tmp_path)
    child = _confined_child(parent.pid)
    parent.kill()
    parent.wait()
    _wait(lambda: not Path(f"/proc/{child}").exists() or _is_dead(child))


def _confined_child(parent: int) -> int:
    """Return the child of a process, once its walls are up."""
    held = Path(f"/proc/{parent}/task/{parent}/children")
    found: list[int] = []

    def is_confined() -> bool:
        found[:] = map(int, held.read_text().split())
        return any("NoNewPrivs:\t1" in Path(f"/proc/{n}/status").read_text() for n in found)

    _wait(is_confined)
    return found[0]


def _is_dead(process_id: int) -> bool:
    return ") Z" in Path(f"/proc/{process_id}/stat").read_text()


def _wait(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 30
    while time.monotonic() < end:
        with contextlib.suppress(OSError):
            if condition():
                return
        time.sleep(0.02)
    pytest.fail("it did not come about")


def test_it_is_reported_nothing_of_the_world(
    child: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("API_KEY", "secret")
    file = tmp_path / "seen"
    child(f"open({str(file)!r}, 'w').write(repr((dict(os.environ), os.listdir('/proc/self/fd'))))")
    refused(MALI)
    environment, handles = eval(file.read_text())
    assert set(environment) <= {"LC_ALL", "PATH"}
    assert len(handles) == 5, "three streams, the file above, and the listing"


def test_modules_among_the_untrusted_files_are_not_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("yaml", "babel", "json", "sitecustomize"):
        (tmp_path / f"{name}.py").write_text("import os; os.abort()")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.syspath_prepend("")
    monkeypatch.chdir(tmp_path)
    assert build_untrusted(written(tmp_path)).pages == 1
    assert sys.path[0] == ""


def test_another_system_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert refused(MALI).code == "untrusted-unsupported"


def test_an_unknown_format_is_refused_before_anything_is_begun(child: Any) -> None:
    child("os.abort()")
    assert refused(MALI, formats=["odt"]).code == "format-unknown"


def test_a_file_of_another_format_is_not_written(tmp_path: Path) -> None:
    brief = build_untrusted(written(tmp_path))
    with pytest.raises(BriefgenError) as caught:
        brief.save(tmp_path / "a.docx")
    assert caught.value.codes == ("format-unknown",)
    assert not (tmp_path / "a.docx").exists()
