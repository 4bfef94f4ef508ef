"""The text of a Word file outside points: what was written, and what reads otherwise now."""

from __future__ import annotations

from collections import Counter

from lxml import etree

from briefgen.load.word.text import Story, read_story
from briefgen.types.identity import IDENTITY_NAMESPACE, Mark, text_digest
from briefgen.types.word_edits import OutsideText

_N = f"{{{IDENTITY_NAMESPACE}}}"
_SOFT_HYPHEN = "\u00ad"


def marks_of(point: etree._Element) -> dict[Mark, str]:
    """Return the bookmarks of a point and what was written there, as digests."""
    return {
        mark: paragraph.get("digest", "")
        for paragraph in point
        if (mark := Mark.read(paragraph.get("bookmark", "")))
    }


def added_to(tag: str, marked: set[int], story: Story) -> set[int]:
    """Return the paragraphs that stand in a point's content control without a bookmark."""
    own = [held for name, held in story.controls if name == tag and held & marked]
    return {at for held in own for at in held - marked if story.paragraphs[at].strip()}


def digests_outside(body: etree._Element, written: etree._Element) -> list[str]:
    """Return the digest of each paragraph of a body outside the points of the custom XML part.

    The Word writer keeps them, read as they will be read again. What a field shows, numbers of
    notes and text boxes are left out; a paragraph that says nothing else is none.
    """
    return [digest for digest, _ in _outside(read_story(body), written)]


def read_outside(story: Story, written: etree._Element) -> OutsideText | None:
    """Return what reads otherwise outside points; None where the file does not tell what was."""
    told = written.find(_N + "outside")
    if told is None:
        return None
    left = Counter(paragraph.get("digest", "") for paragraph in told)
    changed: list[str] = []
    for digest, text in _outside(story, written):
        if left[digest]:
            left[digest] -= 1
        else:
            changed.append(text)
    return OutsideText(tuple(changed), left.total())


def _outside(story: Story, written: etree._Element) -> list[tuple[str, str]]:
    """Return digest and text of each paragraph outside points that says something."""
    inside: set[int] = set()
    for point in written.iter(_N + "point"):
        marked = {at for mark in marks_of(point) for at in story.places(mark)}
        inside |= marked | added_to(point.get("tag", ""), marked, story)
    return [
        (text_digest(own.replace(_SOFT_HYPHEN, "")), story.paragraphs[at])
        for at, own in enumerate(story.own_texts)
        if at not in inside and own.strip()
    ]
