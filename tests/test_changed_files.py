"""What is read is never older than its files: a process that lives long sees every change."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from samples.stand_in import MALI, ROOT

import briefgen
from briefgen import cache

LOOKS = ROOT / "templates" / "themes"
FONTS = ROOT / "templates" / "fonts"


@pytest.fixture(scope="module")
def argument() -> briefgen.Argument:
    return briefgen.load(MALI)


@pytest.fixture(autouse=True)
def _all_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take every file for one that was written long ago, so that it is kept after one reading."""
    monkeypatch.setattr(cache, "SETTLED_NS", -(10**18))


def replaced(file: Path, other: Path) -> None:
    """Put another file in a file's place with the old one's time of change, as `cp -p` may."""
    times = file.stat()
    shutil.copyfile(other, file)
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))


def text_changed(file: Path, old: str, new: str) -> None:
    """Change a text without changing its length, and put the time of change back."""
    times, text = file.stat(), file.read_text(encoding="utf-8")
    assert old in text
    assert len(old) == len(new)
    file.write_text(text.replace(old, new), encoding="utf-8")
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))


Changing = tuple[dict[str, Any], Callable[[], object]]
"""Options that name a user's files, and what changes one of these."""


def a_look(folder: Path) -> Changing:
    page_style = folder / "look"
    shutil.copytree(LOOKS / "press", page_style)
    return {"template": page_style}, lambda: text_changed(
        page_style / "page.yaml", "name: press", "name: prose"
    )


def a_template_of_a_look(folder: Path) -> Changing:
    page_style, other = folder / "look", LOOKS / "parliament" / "template.docx"
    shutil.copytree(LOOKS / "standard", page_style)
    return {"template": page_style}, lambda: replaced(page_style / "template.docx", other)


def a_font(folder: Path) -> Changing:
    fonts = folder / "fonts"
    fonts.mkdir()
    for file in FONTS.glob("Carlito-*.ttf"):
        shutil.copyfile(file, fonts / file.name)
    other = FONTS / "Carlito-Bold.ttf"
    return {"fonts": fonts}, lambda: replaced(fonts / "Carlito-Regular.ttf", other)


def a_font_that_is_new(folder: Path) -> Changing:
    fonts = folder / "fonts"
    (fonts / "more").mkdir(parents=True)
    shutil.copyfile(FONTS / "Carlito-Regular.ttf", fonts / "a.ttf")
    other = FONTS / "Carlito-Italic.ttf"
    return {"fonts": fonts}, lambda: shutil.copyfile(other, fonts / "more" / "b.ttf")


def a_length(folder: Path) -> Changing:
    file = briefgen.new(folder / "own.yaml", length="two-page")
    return {"length": file}, lambda: text_changed(file, "name: own", "name: new")


def an_audience(folder: Path) -> Changing:
    file = briefgen.new(folder / "own.yaml", audience="public")
    return {"audience": file}, lambda: text_changed(file, "name: own", "name: new")


@pytest.mark.parametrize("changing", [a_look, a_template_of_a_look, a_font, a_font_that_is_new])
def test_a_look_is_read_again_when_anything_of_it_changes(
    changing: Callable[[Path], Changing],
    argument: briefgen.Argument,
    tmp_path: Path,
) -> None:
    options, change = changing(tmp_path)
    before = briefgen.build(argument, **options)._made.theme
    assert briefgen.build(argument, **options)._made.theme is before
    change()
    after = briefgen.build(argument, **options)._made.theme
    assert after is not before


@pytest.mark.parametrize(("changing", "name"), [(a_length, "length"), (an_audience, "audience")])
def test_a_length_and_an_audience_are_read_again(
    changing: Callable[[Path], Changing], name: str, argument: briefgen.Argument, tmp_path: Path
) -> None:
    options, change = changing(tmp_path)
    assert getattr(briefgen.build(argument, **options), name) == "own"
    change()
    assert getattr(briefgen.build(argument, **options), name) == "new"


def test_a_content_template_is_read_again(argument: briefgen.Argument, tmp_path: Path) -> None:
    file = briefgen.new(tmp_path / "own.yaml", length="full")
    content = tmp_path / "own.md.j2"
    assert "Printed anew" not in briefgen.build(argument, length=file).text
    times, text = content.stat(), content.read_text(encoding="utf-8")
    first = text.index("{% endsection %}", text.index('{% section "title"'))
    content.write_text(f"{text[:first]}\nPrinted anew.\n{text[first:]}", encoding="utf-8")
    os.utime(content, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert "Printed anew" in briefgen.build(argument, length=file).text


def test_labels_are_read_again(
    argument: briefgen.Argument, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    resources = tmp_path / "shelf"
    shutil.copytree(ROOT / "templates", resources / "templates")
    monkeypatch.setattr(import_module("briefgen.load.resources"), "_root", lambda _: resources)
    before = briefgen.build(argument, length="full", audience="analyst").text
    labels = resources / "templates" / "labels" / "en.yaml"
    text_changed(labels, "table: Table", "table: Panel")
    after = briefgen.build(argument, length="full", audience="analyst").text
    assert "Table 1" in before
    assert "Panel 1" in after


def test_a_font_that_changes_after_a_brief_was_built_changes_nothing_of_it(
    argument: briefgen.Argument, tmp_path: Path
) -> None:
    options, change = a_font(tmp_path)
    brief = briefgen.build(argument, **options)
    change()
    assert brief.to_bytes("pdf") == briefgen.build(argument).to_bytes("pdf")


def test_what_was_just_written_is_not_kept(
    argument: briefgen.Argument, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "SETTLED_NS", 10**18)
    options, _ = a_look(tmp_path)
    before = briefgen.build(argument, **options)._made.theme
    assert briefgen.build(argument, **options)._made.theme is not before


def test_all_that_is_kept_can_be_cleared(argument: briefgen.Argument) -> None:
    before = briefgen.build(argument)._made.theme
    assert briefgen.build(argument)._made.theme is before
    cache.clear()
    assert briefgen.build(argument)._made.theme is not before
