"""Copies of built-in themes, lengths and audiences, named after the files that they become."""

from __future__ import annotations

import re
from pathlib import Path

from briefgen.cache import kept
from briefgen.load.profile import read_audience, read_length
from briefgen.load.resources import resources_file, resources_folder
from briefgen.load.text import read_text
from briefgen.types.finding import Finding, SaveError, shown

_SUFFIXES = (".yaml", ".yml")

_CONSTANTS = frozenset({"null", "true", "false"})
"""Ids that YAML 1.2 takes for no text."""

_WORDING = "# Whose wording of a point is printed, the best first, where the argument has several."


def look_files(name: str, folder: Path) -> dict[Path, bytes]:
    """Return the files of a built-in theme as they would stand in a folder, which names the copy.

    Raises:
        LoadError: there is no such theme.
    """
    source = resources_file("themes", name)
    files = {folder / file.name: file.read_bytes() for file in sorted(source.iterdir())}
    page = folder / "page.yaml"
    own = _scalar(_own_name(folder.name, source.name))
    files[page] = _set(files[page].decode(), "name", own).encode()
    return files


def length_files(name: str, file: Path) -> dict[Path, bytes]:
    """Return a built-in length and its content template as they would stand beside each other.

    The file names both, so that several copies share a folder.

    Raises:
        LoadError: there is no such length.
        SaveError: the file does not end in .yaml or .yml.
    """
    source = resources_file("lengths", name)
    own = _own_name(_stem(file), source.stem)
    content = file.with_name(f"{own}.md.j2")
    text = _set(source.read_text(encoding="utf-8"), "name", _scalar(own))
    text = _set(text, "content", content.name)
    said = resources_file("content", read_length(source).content)
    return {file: text.encode(), content: said.read_bytes()}


def audience_files(name: str, file: Path) -> dict[Path, bytes]:
    """Return a built-in audience as it would stand in a file, which names the copy.

    What an argument words for the built-in reader is meant for the copy, too, unless it has
    words for the copy by its own name.

    Raises:
        LoadError: there is no such audience.
        SaveError: the file does not end in .yaml or .yml.
    """
    source = resources_file("audiences", name)
    own = _own_name(_stem(file), source.stem)
    text = _set(source.read_text(encoding="utf-8"), "name", _scalar(own))
    worded = read_audience(source).wording
    names = ", ".join(map(_scalar, dict.fromkeys((own, *(worded or (source.stem,))))))
    if worded:
        text = _set(text, "wording", f"[{names}]")
    else:
        text = f"{text.rstrip()}\n\n{_WORDING}\nwording: [{names}]\n"
    return {file: text.encode()}


def _stem(file: Path) -> str:
    if file.suffix.lower() not in _SUFFIXES:
        message = f"ends in {shown(file.suffix)}" if file.suffix else "has no suffix"
        raise SaveError([Finding("file-suffix", message, "name it .yaml or .yml", file=str(file))])
    return file.stem


def _own_name(wanted: str, otherwise: str) -> str:
    """Return a name as an id, or the other one where no letter and no digit is left of it."""
    return re.sub(r"[^a-z0-9]+", "-", wanted.lower()).strip("-")[:48].strip("-") or otherwise


def _scalar(own: str) -> str:
    """Return an id as YAML: in quotes where it would be read as a number or a constant."""
    return own if own[0].isalpha() and own not in _CONSTANTS else f'"{own}"'


def _set(text: str, key: str, value: str) -> str:
    """Return a file with another value of a key; a remark after it stands where it stood."""

    def line(found: re.Match[str]) -> str:
        new = f"{key}: {value}"
        return f"{new.ljust(len(found['old']) - 2)}  {found['rest']}" if found["rest"] else new

    pattern = rf"^(?P<old>{key}: [^#\n]*)(?P<rest>#.*)?$"
    return re.sub(pattern, line, text, count=1, flags=re.MULTILINE)


TEXTS_FILE = "skeleton_texts.txt"
"""Beside the skeletons, their texts to replace, read in advance (`make_skeleton_texts.py`)."""


def skeleton(suffix: str = ".yaml") -> str:
    """Return an argument in YAML or Markdown whose sentences say what to write in their place.

    It loads and builds, so that it can be tried at once and replaced bit by bit; `check` names
    what of it is left.
    """
    name = "skeleton.md" if suffix == ".md" else "skeleton.yaml"
    return read_text(resources_folder("templates") / name)


@kept(1)
def examples() -> tuple[str, ...]:
    """Return the texts of all skeletons, those of articles too, that are to be replaced."""
    return tuple(read_text(resources_folder("templates") / TEXTS_FILE).splitlines())
