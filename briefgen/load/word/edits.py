"""Read back a Word file that briefgen wrote: which of its points, and what else, was edited."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator

from msgspec.structs import replace

from briefgen.load.word.reviews import read_reviews
from briefgen.load.word.template import read_word_file
from briefgen.ooxml.names import Element
from briefgen.ooxml.package import Package
from briefgen.ooxml.reading import read_package
from briefgen.ooxml.story import Story, read_story
from briefgen.types.argument import Argument, Part
from briefgen.types.finding import Finding, LoadError
from briefgen.types.identity import (
    COUNTED,
    IDENTITY_NAMESPACE,
    ArgumentIdentity,
    bookmark_name,
    is_sealed,
    outside_digest,
    text_digest,
)
from briefgen.types.point import Form
from briefgen.types.source_map import path_text
from briefgen.types.word_edits import OutsideText, PointText, State, WordEdits

_N = f"{{{IDENTITY_NAMESPACE}}}"


def read_word_edits(path: str | os.PathLike[str]) -> WordEdits:
    """Return the points of a brief as they stand in the Word file at a path: see `recover`."""
    return recover(read_word_file(path), os.fspath(path))


def is_as_written(data: bytes, file: str = "") -> bool:
    """Whether nobody has saved a Word brief since briefgen wrote it.

    Raises:
        TemplateError: no sound Word file.
    """
    return is_sealed(dict(read_package(data, file).items()))


def recover(data: bytes, file: str = "") -> WordEdits:
    """Return the points of a brief as they stand in a Word file, saved by whatever software.

    A paragraph is found by its bookmark, and compared with what was written, white space and note
    numbers apart. A point is gone when none of its paragraphs says anything; it is edited when a
    paragraph was changed, deleted, joined with another, or added inside its content control, which
    only Word keeps whole. Outside points, paragraphs of the body are compared as a set, by text.

    Raises:
        TemplateError: no sound Word file.
        LoadError: a Word file that briefgen did not write, or that has lost what it wrote.
    """
    package = read_package(data, file)
    written = _written(package, file)
    story = read_story(package.root(package.main), bookmark_name, COUNTED)
    argument = ArgumentIdentity(written.get("argument", ""), written.get("digest", ""))
    try:
        points = tuple(_point(reported, story) for reported in written.iter(_N + "point"))
    except ValueError:
        message = "says of a point what cannot be: somebody changed its custom XML"
        raise _refused("word-identity-damaged", message, file) from None
    return WordEdits(
        argument,
        points,
        outside=_outside(story, written),
        reviews=read_reviews(package),
        as_written=is_sealed(dict(package.items())),
    )


def located(
    edits: WordEdits, argument: Argument, identity: ArgumentIdentity, file: str
) -> WordEdits:
    """Return points with the places in which an argument holds them.

    Raises:
        LoadError: `file`, the Word file, tells another argument.
    """
    if identity.id != edits.argument.id:
        message = f'tells the argument "{edits.argument.id}", not "{identity.id}"'
        hint = f"give the file of {edits.argument.id}"
        raise LoadError([Finding("word-other-argument", message, hint, file=file)])
    places = dict(_places(argument))
    points = tuple(replace(one, place=places.get(one.point, "")) for one in edits.points)
    changed = identity.digest != edits.argument.digest
    return replace(edits, points=points, argument_changed=changed)


def _places(argument: Argument) -> Iterator[tuple[str, str]]:
    """Yield the place of each point of an argument by its id: file, line and path."""
    held = argument.places
    for part in Part:
        for number, point in enumerate(argument.points(part)):
            path = (part.value,) if part is Part.THESIS else (part.value, number)
            file = f"{held.file}:{held.line(path)}: " if held.file else ""
            yield point.id, f"{file}{path_text(path)}"


def _written(package: Package, file: str) -> Element:
    """Return the custom XML part in which briefgen keeps what it wrote."""
    for name, data in package.items():
        if name.lower().startswith("customxml/item") and IDENTITY_NAMESPACE.encode() in data:
            root = package.root(name)
            if root.tag == _N + "brief":
                return root
    raise _refused("word-no-identity", "does not say which brief it is", file)


def _refused(code: str, message: str, file: str) -> LoadError:
    hint = "give a .docx that briefgen wrote, saved by Word or LibreOffice"
    return LoadError([Finding(code, message, hint, file=file or None)])


def _point(reported: Element, story: Story) -> PointText:
    """Return what became of a point."""
    tag = reported.get("tag", "")
    wanted = _bookmarks(reported)
    marked = {at for name in wanted for at in story.places(name)}
    added = story.added(tag, marked)
    texts = tuple(text for at in sorted(marked | added) if (text := story.paragraphs[at]).strip())
    state: State = "edited"
    if not texts:
        state = "gone"
    elif not added and all(
        text_digest(story.text(story.places(name))) == digest for name, digest in wanted.items()
    ):
        state = "untouched"
    point, _, form = tag.partition("/")
    return PointText(point, Form(form), int(reported.get("occurrence", "1")), state, texts)


def _bookmarks(point: Element) -> dict[str, str]:
    """Return the bookmarks of a point and what was written there, as digests."""
    return {
        name: paragraph.get("digest", "")
        for paragraph in point
        if (name := bookmark_name(paragraph.get("bookmark", "")))
    }


def _outside(story: Story, written: Element) -> OutsideText | None:
    """Return what reads otherwise outside points; None where the file does not tell what was."""
    reported = written.find(_N + "outside")
    if reported is None:
        return None
    left = Counter(paragraph.get("digest", "") for paragraph in reported)
    changed: list[str] = []
    points = ((point.get("tag", ""), _bookmarks(point)) for point in written.iter(_N + "point"))
    for own, text in story.apart_from(points):
        digest = outside_digest(own)
        if left[digest]:
            left[digest] -= 1
        else:
            changed.append(text)
    return OutsideText(tuple(changed), left.total())
