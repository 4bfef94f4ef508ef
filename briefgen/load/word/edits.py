"""Read back a Word file that briefgen wrote: which of its points, and what else, was edited."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefgen.load.word.beside import Beside, Outside, beside, places_of
from briefgen.load.word.by_text import WrittenParagraph, found_by_text
from briefgen.load.word.template import read_word_file
from briefgen.ooxml.names import Element, W, attribute
from briefgen.ooxml.package import Package
from briefgen.ooxml.reading import read_package
from briefgen.ooxml.text import Story, read_story
from briefgen.types.finding import Finding, LoadError
from briefgen.types.identity import (
    COUNTED,
    IDENTITY_NAMESPACE,
    ArgumentIdentity,
    OutsideText,
    PointText,
    Review,
    ReviewKind,
    State,
    TextEdit,
    WordEdits,
    bookmark_name,
    is_sealed,
    text_digest,
)
from briefgen.types.point import Form

_N = f"{{{IDENTITY_NAMESPACE}}}"

_KINDS: dict[str, ReviewKind] = {
    W + "comment": "comment",
    W + "ins": "insertion",
    W + "del": "deletion",
    W + "moveFrom": "move",
    W + "cellIns": "insertion",
    W + "cellDel": "deletion",
}
"""Where a move leads to (`w:moveTo`) is the same move as where it comes from."""

_FORMATTING = "Change"
"""What the names of changes of formatting end in: `w:rPrChange`, `w:pPrChange`, … (17.13.5)."""


def read_word_edits(path: str | os.PathLike[str], model: bytes | None = None) -> WordEdits:
    """Return the points of a brief as they stand in the Word file at a path: see `recover`."""
    return recover(read_word_file(path), os.fspath(path), model)


def read_words(path: str | os.PathLike[str]) -> tuple[str, ...]:
    """Return the paragraphs of the body of a Word file at a path, by any program.

    Raises:
        TemplateError: no sound Word file.
    """
    package = read_package(read_word_file(path), os.fspath(path))
    return tuple(read_story(package.root(package.main), bookmark_name, COUNTED).paragraphs)


def is_as_written(data: bytes, file: str = "") -> bool:
    """Whether nobody has saved a Word brief since briefgen wrote it.

    Raises:
        TemplateError: no sound Word file.
    """
    return is_sealed(dict(read_package(data, file).items()))


def recover(data: bytes, file: str = "", model: bytes | None = None) -> WordEdits:
    """Return the points of a brief as they stand in a Word file, saved by whatever software.

    A paragraph is found by its bookmark, and compared with what was written, white space and note
    numbers apart. A point is gone when none of its paragraphs says anything; it is edited when a
    paragraph was changed, deleted, joined with another, or added in it: see `beside`. Outside
    points, paragraphs of the body are compared as a set, by text.

    A paragraph that has lost its bookmark is found by its text, and where a file has no bookmark of
    briefgen's, all are. With a `model`,
    the brief as it was written, they are found by the words that they have in common, too, and what
    the file says of itself is not asked for.

    Raises:
        TemplateError: no sound Word file.
        LoadError: a Word file that briefgen did not write, or that has lost what it wrote.
    """
    package = read_package(data, file)
    like = package if model is None else read_package(model, file)
    written = _written(like, file)
    story = read_story(package.root(package.main), bookmark_name, COUNTED)
    argument = ArgumentIdentity(written.get("argument", ""), written.get("digest", ""))
    reported = [*written.iter(_N + "point")]
    stated = written.find(_N + "outside")
    by_text = not story.spans
    try:
        outside = _outside(stated)
        if by_text:
            known = _paragraphs(reported, outside) if model is None else _modelled(like)
            found = found_by_text(known, story)
        else:
            found = places_of(story, map(_bookmarks, reported), outside)
        marked = [
            {at for name in _bookmarks(one) for at in found.get(name, ())} for one in reported
        ]
        around = beside(story, marked, outside, in_order=_in_order(stated))
        points = tuple(
            _point(one, story, found, around.added.get(number, set()))
            for number, one in enumerate(reported)
        )
    except ValueError:
        message = "says of a point what cannot be: somebody changed its custom XML"
        raise _refused("word-identity-damaged", message, file) from None
    return WordEdits(
        argument,
        points,
        outside=_changed_outside(story, around) if stated is not None else None,
        reviews=read_reviews(package),
        as_written=is_sealed(dict(package.items())),
        by_text=by_text,
    )


def _paragraphs(reported: Iterable[Element], outside: Sequence[Outside]) -> list[WrittenParagraph]:
    """Return the paragraphs that the custom XML part names, in the order of the page."""
    found = [WrittenParagraph("", one.digest) for one in outside if one.after <= 0]
    for number, one in enumerate(reported, 1):
        found += [WrittenParagraph(name, digest) for name, digest in _bookmarks(one).items()]
        found += [WrittenParagraph("", each.digest) for each in outside if each.after == number]
    return found


def _modelled(package: Package) -> list[WrittenParagraph]:
    """Return the paragraphs of a brief as briefgen wrote it, with their words."""
    story = read_story(package.root(package.main), bookmark_name, COUNTED)
    names = {at: name for name, span in story.spans.items() for at in (span.first,)}
    return [
        WrittenParagraph(names.get(at, ""), text_digest(text), text, own)
        for at, (text, own) in enumerate(zip(story.paragraphs, story.own_texts, strict=True))
        if text.strip()
    ]


def _written(package: Package, file: str) -> Element:
    """Return the custom XML part in which briefgen keeps what it wrote."""
    for name, data in package.items():
        if name.lower().startswith("customxml/item") and IDENTITY_NAMESPACE.encode() in data:
            root = package.root(name)
            if root.tag == _N + "brief":
                return root
    raise _refused("word-no-identity", "does not say which brief it is", file)


def _refused(code: str, message: str, file: str) -> LoadError:
    hint = (
        "give a .docx that briefgen wrote; for one that Google Docs has saved, or that was pasted "
    )
    hint += "together, give the argument, too (--argument FILE)"
    return LoadError([Finding(code, message, hint, file=file or None)])


def _point(
    reported: Element, story: Story, found: Mapping[str, Sequence[int]], added: set[int]
) -> PointText:
    """Return what became of a point whose paragraphs were found."""
    point, form = _named(reported)
    wanted = _bookmarks(reported)
    marked = {at for name in wanted for at in found.get(name, ())}
    texts = tuple(text for at in sorted(marked | added) if (text := story.paragraphs[at]).strip())
    changed = _changed(wanted, story, found)
    edits = (*changed, *(TextEdit(0, story.paragraphs[at]) for at in sorted(added)))
    state: State = "gone" if not texts else "edited" if edits else "untouched"
    return PointText(
        point,
        Form(form),
        int(reported.get("occurrence", "1")),
        state,
        texts,
        edits=edits if texts else (),
        written=len(wanted),
    )


def _changed(
    wanted: Mapping[str, str], story: Story, found: Mapping[str, Sequence[int]]
) -> Iterator[TextEdit]:
    """Yield the paragraphs that read otherwise than their digests say."""
    for number, (name, digest) in enumerate(wanted.items(), 1):
        text = story.text(found.get(name, ()))
        if text_digest(text) != digest:
            yield TextEdit(number, text)


def _bookmarks(point: Element) -> dict[str, str]:
    """Return the bookmarks of a point and what was written there, as digests."""
    return {
        name: paragraph.get("digest", "")
        for paragraph in point
        if (name := bookmark_name(paragraph.get("bookmark", "")))
    }


def _named(reported: Element) -> tuple[str, str]:
    """Return point and form; files of before they stood in no content control have both in one."""
    if tag := reported.get("tag"):
        point, _, form = tag.partition("/")
        return point, form
    return reported.get("id", ""), reported.get("form", "")


def _outside(stated: Element | None) -> list[Outside]:
    """Return what was written outside points."""
    written = () if stated is None else stated
    return [Outside(one.get("digest", ""), int(one.get("after", "-1"))) for one in written]


def _in_order(stated: Element | None) -> bool:
    """Whether the file says below which point each paragraph outside points stands."""
    return stated is not None and all(one.get("after") for one in stated)


def _changed_outside(story: Story, around: Beside) -> OutsideText:
    return OutsideText(tuple(story.paragraphs[at] for at in around.changed), around.gone)


def read_reviews(package: Package) -> tuple[Review, ...]:
    """Return the comments and tracked changes in all parts of a Word file, each run of one once."""
    found = dict.fromkeys(
        review
        for name in package
        if name.lower().startswith("word/") and name.lower().endswith(".xml")
        for review in _in_part(package, name)
    )
    return tuple(found)


def _in_part(package: Package, name: str) -> Iterator[Review]:
    for element in package.root(name).iter(W + "*"):
        tag = str(element.tag)
        kind = _KINDS.get(tag)
        if kind is None and tag.endswith(_FORMATTING):
            kind = "formatting"
        if kind is not None:
            author, date = attribute(element, "author"), attribute(element, "date")
            yield Review(kind, author or "", date or "", attribute(element, "id") or "")
