"""Locators written into the file of an argument, where its anchors know them and it has none.

The file is changed line by line, so that all else of it stays as it is written. What is written is
read again: an edit after which the argument says anything else is left out, and reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from briefgen.languages.cldr import listed as in_words
from briefgen.load.argument import argument_in_text
from briefgen.load.labels import labels_of
from briefgen.load.text import read_text
from briefgen.pattern import late_pattern
from briefgen.save import save
from briefgen.types.argument import Argument, Part
from briefgen.types.finding import BriefgenError
from briefgen.types.signoff import Anchors
from briefgen.types.source_map import Path as Way

_HEADING = late_pattern(r"(#{1,6}[ \t].*?)(?:[ \t]*\{([^{}]*)\})?[ \t]*(?:#+[ \t]*)?$")
_BLOCK = late_pattern(r"([ \t]*)(- )?id:[ \t]")
_FLOW = late_pattern(r"([ \t]*- \{)")


class Locating(Struct, frozen=True):
    """A locator for something that has none: its id, and the line that it is written on."""

    identity: str
    locator: str
    line: int


class Located(Struct, frozen=True):
    """The locators that were written, and those that a hand must write."""

    written: tuple[Locating, ...] = ()
    left: tuple[Locating, ...] = ()


def write_locators(argument: Argument, anchors: Anchors) -> Located:
    """Write the locators that anchors give into an argument's file, and return them.

    Points and events have theirs in Markdown; facts marked in the prose of a point have those of
    the point. In YAML, facts have theirs, too.

    Raises:
        LoadError: the file cannot be read; SaveError: it cannot be written.
    """
    file = argument.places.file
    wanted = [*_wanted(argument, anchors)] if file else []
    if file is None or not wanted:
        return Located()
    path = Path(file)
    text = read_text(path)
    changed, written = _written(text, path, wanted, argument)
    if written:
        save(path, changed.encode())
    left = [one for one in wanted if one not in written]
    return Located(tuple(written), tuple(left))


def _written(
    text: str, path: Path, wanted: Sequence[Locating], argument: Argument
) -> tuple[str, list[Locating]]:
    """Return the text with all locators that leave the rest as it is, and these."""
    whole = _with(text, wanted, path.suffix)
    if whole is not None and _says_the_same(whole, path, wanted, argument):
        return whole, list(wanted)
    written: list[Locating] = []
    for one in wanted:
        trial = _with(text, [*written, one], path.suffix)
        if trial is not None and _says_the_same(trial, path, [*written, one], argument):
            written.append(one)
    return _with(text, written, path.suffix) or text, written


def _wanted(argument: Argument, anchors: Anchors) -> Iterator[Locating]:
    for way, one in _without(argument):
        anchor = anchors.anchors.get(one.id)
        line = argument.places.lines.get(way)
        if anchor and line:
            names = dict.fromkeys(anchors.passages[name].paragraph for name in anchor.passages)
            yield Locating(one.id, _locator([*names], argument), line)


def _without(argument: Argument) -> Iterator[tuple[Way, Any]]:
    """Yield the points and events, and in YAML the facts, that have no locator."""
    listed = ["timeline", *([] if str(argument.places.file).endswith(".md") else ["facts"])]
    for part in Part:
        for number, point in enumerate(argument.points(part)):
            if part is not Part.THESIS and not point.locator and point.attribution.by != "editor":
                yield (part.value, number), point
    for name in listed:
        for number, one in enumerate(getattr(argument, name)):
            if not one.locator:
                yield (name, number), one


def _locator(names: Sequence[str], argument: Argument) -> str:
    """Return where paragraphs stand, in the words of the argument's language."""
    labels = labels_of(argument)
    numbers = sorted((name for name in names if name[:1].isdigit()), key=_by_number)
    others = [name for name in names if not name[:1].isdigit()]
    if len(numbers) > 1 and labels.paragraphs:
        listed = labels.paragraphs.format(numbers=in_words(numbers, argument.article.language))
    else:
        listed = ", ".join((labels.paragraph or "{number}").format(number=one) for one in numbers)
    return ", ".join(filter(None, (*others, listed.replace("\u00a0", " "))))


def _by_number(name: str) -> list[int]:
    return [int(part) for part in re.findall(r"\d+", name)]


def _with(text: str, wanted: Sequence[Locating], suffix: str) -> str | None:
    """Return the text with some locators; None where one has no place on its line."""
    lines = text.split("\n")
    for one in sorted(wanted, key=lambda each: -each.line):
        end = "\r" if lines[one.line - 1].endswith("\r") else ""
        edit = _in_markdown if suffix == ".md" else _in_yaml
        edited = edit(lines[one.line - 1].removesuffix("\r"), one.locator)
        if edited is None:
            return None
        lines[one.line - 1 : one.line] = [f"{line}{end}" for line in edited]
    return "\n".join(lines)


def _in_markdown(line: str, locator: str) -> list[str] | None:
    found = _HEADING.fullmatch(line)
    if found is None:
        return None
    attributes = f"{found[2]} " if found[2] else ""
    return [f'{found[1].rstrip()} {{{attributes}at="{locator}"}}']


def _in_yaml(line: str, locator: str) -> list[str] | None:
    if found := _BLOCK.match(line):
        indent = found[1] + ("  " if found[2] else "")
        return [line, f"{indent}locator: {locator}"]
    if found := _FLOW.match(line):
        return [f'{found[1]}locator: "{locator}", {line[found.end() :]}']
    return None


def _says_the_same(text: str, path: Path, wanted: Sequence[Locating], argument: Argument) -> bool:
    """Whether a text has some locators, and says what the argument does in all else."""
    try:
        made = argument_in_text(text, path.suffix, path.parent)
    except BriefgenError:
        return False
    had, has = argument.model_dump(mode="json"), made.model_dump(mode="json")
    located: dict[str, str] = {}
    without = [_without_locators(each, found) for each, found in ((had, {}), (has, located))]
    return without[0] == without[1] and all(
        located.get(one.identity) == one.locator for one in wanted
    )


def _without_locators(value: Any, found: dict[str, str]) -> Any:
    """Return data without its locators, which are kept by the ids of what has them."""
    if isinstance(value, Mapping):
        if value.get("id") and value.get("locator"):
            found[str(value["id"])] = str(value["locator"])
        return {
            key: _without_locators(one, found) for key, one in value.items() if key != "locator"
        }
    return [_without_locators(one, found) for one in value] if isinstance(value, list) else value
