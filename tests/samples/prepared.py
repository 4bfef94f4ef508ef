"""Attacks laid out in a folder, each with what it needs around it to be tried."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

from samples import hostile
from samples.attacking import Attack
from samples.word import TEMPLATE, changed, packed, parts

FOLDER = Path(__file__).parents[1] / "attacks"
ROOT = FOLDER.parents[1]
MALI = ROOT / "data" / "china-mali.yaml"

PICTURED = """
images:
  - id: well
    file: attack.png
    alt: A well
    permission: own
"""


def kept_files() -> dict[str, Path]:
    """Return the attacks that lie in the folder, by their paths in it."""
    files = (file for file in FOLDER.rglob("*") if file.is_file() and file.parent != FOLDER)
    found = {file.relative_to(FOLDER).as_posix(): file for file in files}
    return {name: file for name, file in found.items() if "__pycache__" not in name}


def made() -> list[str]:
    """Return the names of the attacks that are made when they are tried."""
    kinds: tuple[tuple[str, Iterable[str]], ...] = (
        ("argument", hostile.ARGUMENTS),
        ("picture", hostile.PICTURES),
        ("font", hostile.FONTS),
        ("word file", hostile.WORD),
    )
    return [f"{kind}: {name}" for kind, held in kinds for name in held]


def prepared(name: str, folder: Path, listener: str) -> Attack:
    """Lay an attack out in a folder of its own, its addresses leading to a listener."""
    folder.mkdir()
    if ": " in name:
        kind, _, name = name.partition(": ")
        return _made(kind, name, folder)
    source = FOLDER / name
    text = source.read_text(encoding="utf-8").replace("LISTENER", listener)
    file = folder / source.name
    file.write_text(text, encoding="utf-8")
    return _KINDS[name.split("/", maxsplit=1)[0]](file, text)


def _attack(argument: Path = MALI, rows: Path | None = None, **options: str | Path) -> Attack:
    written = {key: str(value) for key, value in options.items()}
    return Attack(argument=str(argument), options=written, rows=str(rows) if rows else None)


def _content(file: Path, _text: str) -> Attack:
    length = file.with_name("own.yaml")
    built_in = (ROOT / "templates" / "lengths" / "one-page.yaml").read_text(encoding="utf-8")
    length.write_text(built_in.replace("one-page.md.j2", file.name), encoding="utf-8")
    return _attack(length=length)


def _look(file: Path, _text: str) -> Attack:
    file.rename(file.with_name("page.yaml"))
    shutil.copy(TEMPLATE, file.parent)
    return _attack(template=file.parent)


def _word(file: Path, text: str) -> Attack:
    match file.suffix:
        case ".rels":
            data = _before("word/_rels/document.xml.rels", "</Relationships>", text)
        case ".settings":
            data = _before("word/settings.xml", "</w:settings>", text)
        case ".header":
            data = _before("word/header1.xml", "</w:hdr>", text)
        case ".part":
            data = packed({**parts(), "word/attack.xml": text.encode()})
        case _:
            data = _before("word/document.xml", "<w:sectPr>", text)
    template = file.with_suffix(".docx")
    template.write_bytes(data)
    return _attack(template=template)


def _before(part: str, mark: str, text: str) -> bytes:
    return changed(part, lambda was: was.replace(mark, text.strip() + mark))


def _rows(file: Path, text: str) -> Attack:
    return _attack(rows=file, name="{name}" if "name" in text.partition("\n")[0] else "{row}")


_KINDS: dict[str, Callable[[Path, str], Attack]] = {
    "arguments": lambda file, _: _attack(file),
    "content": _content,
    "lengths": lambda file, _: _attack(length=file),
    "themes": _look,
    "rows": _rows,
    "word": _word,
}


def _made(kind: str, name: str, folder: Path) -> Attack:
    if kind == "argument":
        hostile.ARGUMENTS[name](folder / "attack.yaml")
        return _attack(folder / "attack.yaml")
    if kind == "font":
        (folder / "attack.ttf").write_bytes(hostile.FONTS[name]())
        return _attack(fonts=folder)
    if kind == "word file":
        (folder / "attack.docx").write_bytes(hostile.WORD[name]())
        return _attack(template=folder / "attack.docx")
    (folder / "attack.png").write_bytes(hostile.PICTURES[name]())
    argument = (FOLDER / "arguments" / "picture-is-text.yaml").read_text(encoding="utf-8")
    head, _, _ = argument.partition("images:")
    (folder / "attack.yaml").write_text(head + PICTURED.lstrip(), encoding="utf-8")
    return _attack(folder / "attack.yaml")
