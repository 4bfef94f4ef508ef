"""Copies of lengths and audiences: named after their file, and sound from the first moment."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest

from briefgen.load.copies import audience_files, length_files, look_files
from briefgen.load.profile import content_file, read_audience, read_length
from briefgen.load.resources import names, resources_file
from briefgen.types.finding import LoadError, SaveError
from briefgen.types.selection import Audience, Length


def written(files: dict[Path, bytes]) -> None:
    for file, data in files.items():
        file.write_bytes(data)


@pytest.mark.parametrize("name", names("lengths"))
def test_a_copied_length_says_the_same_under_its_own_name(tmp_path: Path, name: str) -> None:
    file = tmp_path / "mine.yaml"
    written(length_files(name, file))
    copied, original = read_length(file), read_length(name)
    assert (copied.name, copied.content) == ("mine", "mine.md.j2")
    same = {"name": original.name, "content": original.content}
    assert copied.model_copy(update=same) == original
    content = content_file(file, copied)
    assert content == tmp_path / "mine.md.j2"
    assert content.read_bytes() == content_file(name, original).read_bytes()


@pytest.mark.parametrize("name", names("audiences"))
def test_a_copied_audience_is_reported_what_the_original_is_reported(
    tmp_path: Path, name: str
) -> None:
    file = tmp_path / "mine.yaml"
    written(audience_files(name, file))
    copied, original = read_audience(file), read_audience(name)
    assert copied.name == "mine"
    assert copied.wording == ("mine", *(original.wording or (name,)))
    same = {"name": original.name, "wording": original.wording}
    assert copied.model_copy(update=same) == original


@pytest.mark.parametrize(
    ("kind", "copied", "model"),
    [("lengths", length_files, Length), ("audiences", audience_files, Audience)],
)
def test_every_key_of_a_copy_says_what_it_is_for(
    kind: Literal["lengths", "audiences"],
    copied: Callable[[str, Path], dict[Path, bytes]],
    model: type[Length | Audience],
) -> None:
    """Beside it or above it. Forms stand where a reader weighs them otherwise than most do."""
    file = Path("mine.yaml")
    for name in names(kind):
        text = copied(name, file)[file].decode()
        remarked = r"^(# )?{}:.* # .+$|^# .+\n{}:"
        assert [
            key
            for key in model.model_fields.keys() - {"name", "description", "forms"}
            if not re.search(remarked.format(key, key), text, re.MULTILINE)
        ] == []


@pytest.mark.parametrize(
    ("file", "name", "content"),
    [
        ("My Length.yaml", "my-length", "my-length.md.j2"),
        ("2020.yml", "2020", "2020.md.j2"),
        ("true.YAML", "true", "true.md.j2"),
        ("ünïcode_1.yaml", "n-code-1", "n-code-1.md.j2"),
        ("—.yaml", "full", "full.md.j2"),
        (f"{'a' * 47}-b.yaml", "a" * 47, f"{'a' * 47}.md.j2"),
    ],
)
def test_a_copy_is_named_after_its_file_as_ids_are_written(
    tmp_path: Path, file: str, name: str, content: str
) -> None:
    path = tmp_path / file
    files = length_files("full", path)
    written(files)
    assert {each.name for each in files} == {file, content}
    assert read_length(path).name == name


@pytest.mark.parametrize("file", ["2020.yaml", "null.yml", "My Reader.yaml"])
def test_a_copied_audience_is_named_so_too(tmp_path: Path, file: str) -> None:
    path = tmp_path / file
    written(audience_files("public", path))
    audience = read_audience(path)
    assert audience.name == path.stem.lower().replace(" ", "-")
    assert audience.wording == (audience.name, "public")


def test_a_look_may_be_named_by_a_number() -> None:
    files = look_files("press", Path("2020"))
    assert b'\nname: "2020"\n' in files[Path("2020/page.yaml")]


@pytest.mark.parametrize("file", ["mine", "mine.json", "mine.yaml.txt", ".yaml"])
def test_a_copy_is_a_yaml_file(file: str) -> None:
    for files in (length_files, audience_files):
        with pytest.raises(SaveError) as caught:
            files("full" if files is length_files else "public", Path(file))
        assert caught.value.codes == ("file-suffix",)
        assert caught.value.findings[0].file == file


@pytest.mark.parametrize("name", ["one-pge", "./own.yaml", "../lengths/full"])
def test_what_is_copied_is_built_in(name: str) -> None:
    for files in (length_files, audience_files):
        with pytest.raises(LoadError) as caught:
            files(name, Path("mine.yaml"))
        assert caught.value.codes == ("unknown-name",)


def test_a_remark_after_a_name_stays_in_its_column() -> None:
    lines = resources_file("lengths", "one-page").read_text(encoding="utf-8").splitlines()
    (data, _) = length_files("one-page", Path("another-one.yaml")).values()
    for before, after in zip(lines, data.decode().splitlines(), strict=True):
        assert before.find(" # ") == after.find(" # ")
