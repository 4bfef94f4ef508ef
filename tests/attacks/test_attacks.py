"""Every attack of table.txt fails with its named error: soon, in little memory, unheard."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from samples.attacking import MEMORY_BYTES, Attack, Fate
from samples.listener import Listener
from samples.prepared import FOLDER, MALI, ROOT, kept_files, made, prepared

from briefgen import BriefgenError, build_untrusted
from briefgen.cli import main

SECONDS = 8
"""Of computing, for one attack on a busy machine. Nearly all of them take hundredths."""

PEAK_BYTES = 400_000_000
"""Of memory that all of them together may take at most at once: a brief takes a fifth."""


def table() -> dict[str, list[str]]:
    """Return the codes that each attack must fail with."""
    found: dict[str, list[str]] = {}
    for line in (FOLDER / "table.txt").read_text(encoding="utf-8").splitlines():
        if line and line[0] != "#":
            name, _, codes = line.partition("  ")
            name, codes = (name, codes) if codes else line.rsplit(" ", 1)
            assert name not in found, f"{name} is there twice"
            found[name] = codes.split()
    return found


TABLE = table()


@pytest.fixture(scope="module")
def listener() -> Iterator[Listener]:
    held = Listener()
    yield held
    held.server.close()


def tried(attacks: dict[str, Attack], folder: Path) -> dict[str, Any]:
    """Return what becomes of attacks in a process that is watched."""
    done = subprocess.run(
        [sys.executable, "-m", "samples.attacking"],
        input=json.dumps(attacks),
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "tests")))},
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    report: dict[str, Any] = json.loads(done.stdout)
    return report


@pytest.fixture(scope="module")
def report(
    tmp_path_factory: pytest.TempPathFactory, listener: Listener
) -> tuple[dict[str, Fate], int]:
    """Return what became of each attack, and the most memory that any took."""
    folder = tmp_path_factory.mktemp("attacks")
    attacks = {
        name: prepared(name, folder / str(number), listener.address)
        for number, name in enumerate(TABLE)
    }
    reported = tried(attacks, folder)
    return reported["fates"], reported["peak_bytes"]


def test_every_attack_in_the_folder_is_in_the_table_and_the_other_way_round() -> None:
    assert len(TABLE) > 180
    assert set(TABLE) == {*kept_files(), *made()}


@pytest.mark.parametrize("name", TABLE)
def test_an_attack_fails_with_its_named_error(
    report: tuple[dict[str, Fate], int], name: str
) -> None:
    fate = report[0][name]
    assert sorted(set(fate["codes"])) == TABLE[name], fate["reported"]
    assert all(fate["places"]), "each finding says where"
    assert fate["reached"] == []
    assert fate["seconds"] < SECONDS


def test_nobody_has_connected_and_memory_stayed_small(
    report: tuple[dict[str, Fate], int], listener: Listener
) -> None:
    fates, peak_bytes = report
    assert len(fates) == len(TABLE)
    assert listener.connections == 0
    assert peak_bytes < PEAK_BYTES < MEMORY_BYTES
    assert not Path("/tmp/attacked").exists()


def test_what_is_watched_can_be_seen(listener: Listener, tmp_path: Path) -> None:
    """The listener hears, the watcher sees, and what is sound gets through."""
    before = listener.connections
    with socket.create_connection(listener.server.getsockname()) as connection:
        connection.recv(1)
    assert listener.connections == before + 1
    listener.connections = before
    sound = Attack(argument=str(MALI), options={}, rows=None)
    lookup = tmp_path / "briefgen.py"
    lookup.write_text(
        "import socket, subprocess\n"
        "class BriefgenError(Exception): pass\n"
        "def load(path): return open('/etc/passwd') and socket.socket().connect_ex(('', 9))\n"
        "def build(*_, **__): return subprocess.run(['true'])\n"
    )
    seen = tried({"stand-in": sound}, tmp_path)["fates"]["stand-in"]
    assert [event.split(" ")[0] for event in seen["reached"]] == [
        *("open", "socket.__new__", "socket.connect", "subprocess.Popen"),
    ]
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    fate = tried({"sound": sound}, elsewhere)["fates"]["sound"]
    assert (fate["reported"], fate["reached"]) == ("got through", [])


@pytest.mark.parametrize(
    "name",
    [
        "arguments/alias-bomb.yaml",
        "content/globals.md.j2",
        "themes/field-class.yaml",
        "word/dde-in-branches.xml",
        "word/remote-picture.rels",
        "picture: bomb of 49 megapixels",
        "font: all characters at once",
        "word file: zip bomb",
    ],
)
def test_in_isolation_it_is_the_same_error(name: str, tmp_path: Path, listener: Listener) -> None:
    attack = prepared(name, tmp_path / "attack", listener.address)
    argument = Path(attack["argument"])
    if argument == MALI:
        argument = tmp_path / "attack" / MALI.name
        argument.write_bytes(MALI.read_bytes())
    options: dict[str, Any] = attack["options"]
    with pytest.raises(BriefgenError) as caught:
        build_untrusted(argument, formats=("pdf", "docx"), **options)
    assert sorted(set(caught.value.codes)) == TABLE[name]


def test_the_command_says_it_and_writes_nothing(
    tmp_path: Path, listener: Listener, capsys: pytest.CaptureFixture[str]
) -> None:
    attack = prepared("word/dde.xml", tmp_path / "attack", listener.address)
    template, target = attack["options"]["template"], tmp_path / "brief.docx"
    given = ["build", str(MALI), "--template", template, "-o", str(target)]
    assert main(given) == 1
    reported = capsys.readouterr().err
    assert reported.startswith(f'{template}: word/document.xml: holds the field "DDEAUTO"')
    assert "\n  hint: delete the field" in reported
    assert not target.exists()
