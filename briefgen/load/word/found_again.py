"""Paragraphs of points whose bookmarks are gone, found again by their text.

Some programs drop a bookmark, and so does who retypes or pastes a paragraph. Where all are gone,
`by_text` looks at the whole file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from briefgen.load.word.beside import Outside
from briefgen.ooxml.story import Story
from briefgen.types.identity import outside_digest, text_digest

Places = dict[str, list[int]]
"""The numbers of the paragraphs that each bookmark holds, or held."""


def places_of(
    story: Story, wanted: Iterable[Mapping[str, str]], outside: Sequence[Outside]
) -> Places:
    """Return where the paragraphs of points stand, by the names of their bookmarks.

    `wanted` are the bookmarks of each point with the digest of what was written. One that is not
    there is looked for among the paragraphs that no other holds and that were not written outside
    points: the next one that reads as it was written, or else any that does.
    """
    digests = {name: digest for bookmarks in wanted for name, digest in bookmarks.items()}
    found: Places = {name: [*story.places(name)] for name in digests}
    lost = {name for name, places in found.items() if not places and name not in story.spans}
    if not lost:
        return found
    free = _free(story, {at for places in found.values() for at in places}, outside)
    last = -1
    for name, digest in digests.items():
        if name in lost and (left := free.get(digest)):
            at = next((one for one in left if one > last), left[0])
            left.remove(at)
            found[name] = [at]
        last = max(found[name], default=last)
    return found


def _free(story: Story, held: set[int], outside: Sequence[Outside]) -> dict[str, list[int]]:
    """Return paragraphs that may be those of points, by the digests of their text."""
    written = Counter(one.digest for one in outside)
    free: dict[str, list[int]] = {}
    for at, text in enumerate(story.paragraphs):
        if at in held or not text.strip():
            continue
        own = outside_digest(story.own_texts[at])
        if written[own]:
            written[own] -= 1
        else:
            free.setdefault(text_digest(text), []).append(at)
    return free
