"""What is edited while a set is built, and put back, leaves no file that is taken for fresh."""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Callable
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from samples.stand_in import MALI, ROOT

import briefgen
from briefgen.batch import digest


class Editing(Executor):
    """Does each job while a file holds another text, and puts back what it held."""

    def __init__(self, file: Path, other: bytes) -> None:
        self.file, self.other = file, other

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        held = self.file.read_bytes()
        self.file.write_bytes(self.other)
        done: Future[Any] = Future()
        done.set_result(fn(*args, **kwargs))
        self.file.write_bytes(held)
        return done


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """Files of the user's that a brief is made of."""
    templates = ROOT / "templates"
    shutil.copytree(templates / "themes" / "press", tmp_path / "look")
    shutil.copy(templates / "lengths" / "one-page.yaml", tmp_path / "mine.yaml")
    shutil.copy(templates / "content" / "one-page.md.j2", tmp_path / "one-page.md.j2")
    shutil.copy(templates / "audiences" / "public.yaml", tmp_path / "reader.yaml")
    Image.new("RGB", (90, 60), "red").save(tmp_path / "map.png")
    picture = "\nimages:\n  - {id: map, file: map.png, alt: A map, permission: ours}\n"
    text = MALI.read_text("utf-8") + picture
    (tmp_path / "mali.yaml").write_text(text, encoding="utf-8")
    return {
        "length": tmp_path / "mine.yaml",
        "content": tmp_path / "one-page.md.j2",
        "audience": tmp_path / "reader.yaml",
        "page": tmp_path / "look" / "page.yaml",
        "picture": tmp_path / "map.png",
    }


def other(kind: str, file: Path) -> bytes:
    """Return what a file holds while it is edited: as sound as before, and not the same."""
    if kind == "picture":
        blue = file.with_name("blue.png")
        Image.new("RGB", (90, 60), "blue").save(blue)
        return blue.read_bytes()
    text = file.read_text("utf-8")
    changed = {
        "length": text.replace("description: ", "description: Another ", 1),
        "audience": text.replace("description: ", "description: Another ", 1),
        "content": text + "\n",
        "page": text.replace("description: ", "description: Another ", 1),
    }[kind]
    assert changed != text
    return changed.encode()


def kept(folder: Path, files: dict[str, Path], executor: Executor | None = None) -> list[bool]:
    results = briefgen.build_all(
        briefgen.load(folder / "mali.yaml"),
        folder / "out",
        lengths=[files["length"]],
        audiences=[files["audience"]],
        formats=["pdf"],
        template=folder / "look",
        executor=executor,
    )
    assert [result.error for result in results] == [None]
    return [result.kept for result in results]


@pytest.mark.parametrize("kind", ["length", "content", "audience", "page", "picture"])
def test_it_is_built_again(tmp_path: Path, files: dict[str, Path], kind: str) -> None:
    editing = Editing(files[kind], other(kind, files[kind]))
    assert kept(tmp_path, files, editing) == [False]
    assert kept(tmp_path, files) == [False], "what stands there was made of the other text"
    assert kept(tmp_path, files) == [True]


def test_a_file_that_is_written_anew_with_the_same_text_is_fresh(
    tmp_path: Path, files: dict[str, Path]
) -> None:
    assert kept(tmp_path, files, Editing(files["content"], files["content"].read_bytes())) == [
        False
    ]
    assert kept(tmp_path, files) == [True]


@pytest.mark.usefixtures("files")
def test_a_picture_that_a_row_names_is_looked_at_too(tmp_path: Path) -> None:
    second = tmp_path / "second.png"
    Image.new("RGB", (90, 60), "green").save(second)
    rows = tmp_path / "rows.csv"
    rows.write_text("images[0].file\nsecond.png\n", encoding="utf-8")

    def built(executor: Executor | None = None) -> list[bool]:
        argument = briefgen.load(tmp_path / "mali.yaml")
        results = briefgen.build_each(
            argument, rows, tmp_path / "out", formats=["pdf"], executor=executor
        )
        assert [result.error for result in results] == [None]
        return [result.kept for result in results]

    assert built(Editing(second, other("picture", second))) == [False]
    assert [built(), built()] == [[False], [True]]


# The program


def test_every_library_that_makes_bytes_counts() -> None:
    """A new dependency is one of them, unless only the command line needs it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    named = {text.split(">")[0].split("=")[0].strip() for text in project["dependencies"]}
    assert named - {"click", "rich"} <= {*digest._LIBRARIES}
    assert None not in map(digest._version, digest._LIBRARIES)


@pytest.mark.parametrize("library", digest._LIBRARIES)
def test_another_version_of_a_library_is_another_program(
    monkeypatch: pytest.MonkeyPatch, library: str
) -> None:
    before = digest._program.__wrapped__()  # type: ignore[attr-defined]
    version = digest._version
    monkeypatch.setattr(
        digest, "_version", lambda name: "0.0" if name == library else version(name)
    )
    assert digest._program.__wrapped__() != before  # type: ignore[attr-defined]


def test_another_build_of_zlib_is_another_program(monkeypatch: pytest.MonkeyPatch) -> None:
    before = digest._program.__wrapped__()  # type: ignore[attr-defined]
    monkeypatch.setattr("zlib.ZLIB_RUNTIME_VERSION", "1.3.1.zlib-ng")
    assert digest._program.__wrapped__() != before  # type: ignore[attr-defined]
