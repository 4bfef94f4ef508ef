"""Paragraphs of a Word file found by what they say, where no bookmark identifies them any more.

Google Docs keeps neither bookmarks nor custom XML, and text that was pasted into another document
may come without them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import combinations, islice

from msgspec import Struct

from briefgen.ooxml.text import Story
from briefgen.pattern import late_pattern
from briefgen.types.identity import outside_digest, text_digest

_ALIKE = 0.5
"""Share of words that a paragraph has in common with what was written, to be that one, edited."""

_ENDS = "[.,;:!?”’\"')\\]]"
_NOTE_NUMBERS = late_pattern(
    rf"((?:[^\W\d_A-Z]|[^\W\d_]{_ENDS}){_ENDS}*)\d{{1,3}}(?:[,–-]\d{{1,3}})*(?=\s|[.,;:]|$)"
)
"""Numbers of notes, which stand in the text where fields and links were lost."""

_NOTES = late_pattern(r"[1-9]\d{0,2}(?:[,–-]\d{1,3})*")
_NUMBER = late_pattern(rf"\d(?:(?:{_ENDS}|[\d–-]){{0,40}}\d)?(?=\s|{_ENDS}|$)")
"""A number that the number of a note may have run into: in 2015, note 26, "201526"."""

_BEHIND_YEAR = late_pattern(
    r"(?<![\d.,])((?:1[5-9]|20)\d\d)[1-9]\d{0,2}(?:[,–-]\d{1,3})*(?=\s|[.,;:]|$)"
)
_NUMBERS, _READINGS = 20, 500
"""Numbers of a paragraph that are looked at, and readings of it that are tried."""


class WrittenParagraph(Struct, frozen=True):
    """A paragraph as it was written: its bookmark, which it has none of outside points; its digest.

    `text` is what it said, where that is known, and `own` without what fields show: see `Story`.
    """

    bookmark: str
    digest: str
    text: str = ""
    own: str | None = None


def found_by_text(written: Sequence[WrittenParagraph], story: Story) -> dict[str, list[int]]:
    """Return the paragraphs of a file that stand for bookmarks, by their names.

    Those that read as they were written are found first, in order and then anywhere; between them,
    those that have most words in common with what was written there. In the story, they then read
    without numbers of notes, and without what fields showed, which are plain text now.
    """
    keys = [one.digest for one in written]
    known = frozenset(keys)
    keyed = [_key(story, at, known) for at in range(len(story.paragraphs))]
    read = [key for key, _ in keyed]
    pairs: dict[int, int] = {}
    for block in SequenceMatcher(None, keys, read, autojunk=False).get_matching_blocks():
        pairs |= {block.a + step: block.b + step for step in range(block.size)}
    _match_moved(keys, read, pairs)
    for at, place in pairs.items():
        own = written[at].own
        if own is not None:
            story.own_texts[place] = own
    _match_edited(written, story, pairs)
    for at, place in pairs.items():
        if text_digest(story.paragraphs[place]) != written[at].digest:
            story.paragraphs[place] = keyed[place][1] or _edited(
                story.paragraphs[place], written[at].text
            )
    return {
        one.bookmark: [pairs[at]] for at, one in enumerate(written) if one.bookmark and at in pairs
    }


def without_note_numbers(text: str) -> str:
    """Return a text without the numbers of notes that stand in it as plain figures.

    Behind a number, only what follows a year directly is taken for one.
    """
    return _BEHIND_YEAR.sub(r"\1", _NOTE_NUMBERS.sub(r"\1", text))


def _edited(text: str, written: str) -> str:
    """Return an edited text without numbers of notes, by what was written where that is known."""
    if not written:
        return without_note_numbers(text)
    read, words = _NOTE_NUMBERS.sub(r"\1", text).split(" "), written.split(" ")
    matched = SequenceMatcher(None, words, read, autojunk=False).get_opcodes()
    for kind, first, last, start, end in matched:
        if kind == "replace" and last - first == end - start:
            for step in range(last - first):
                if words[first + step] in _readings_of(read[start + step]):
                    read[start + step] = words[first + step]
    return " ".join(read)


def _key(story: Story, at: int, known: frozenset[str]) -> tuple[str, str]:
    """Return the digest of a paragraph under which it may have been written, and how it then reads.

    No text where it reads as it stands.
    """
    text = story.paragraphs[at]
    if not text.strip():
        return "", ""
    made = text_digest(text)
    for one in (made, outside_digest(story.own_texts[at])):
        if one in known:
            return one, ""
    for reading in islice(_readings(_NOTE_NUMBERS.sub(r"\1", text)), _READINGS):
        if (one := text_digest(reading)) in known:
            return one, reading
    return made, ""


def _readings(text: str) -> Iterator[str]:
    """Yield a text as it stands, then with up to three of its numbers read with that of a note."""
    places = ((found.start(), found.end(), found[0]) for found in _NUMBER.finditer(text))
    others = [
        (start, end, reading)
        for start, end, number in islice(places, _NUMBERS)
        for reading in _readings_of(number)[1:]
    ]
    for count in range(4):
        for chosen in combinations(others, count):
            reading = text
            for start, end, number in reversed(chosen):
                reading = reading[:start] + number + reading[end:]
            if len({start for start, _, _ in chosen}) == count:
                yield reading


def _readings_of(word: str) -> tuple[str, ...]:
    """Return a word as it stands, and without each number of a note that it may end in."""
    number = _NUMBER.search(word)
    if number is None:
        return (word,)
    before, number_text, after = word[: number.start()], number[0], word[number.end() :]
    cuts = (
        number_text[:at] for at in range(1, len(number_text)) if _NOTES.fullmatch(number_text, at)
    )
    return (word, *(before + cut + after for cut in cuts))


def _match_moved(keys: Sequence[str], read: Sequence[str], pairs: dict[int, int]) -> None:
    taken = {*pairs.values()}
    places: dict[str, list[int]] = {}
    for at, key in enumerate(read):
        if key and at not in taken:
            places.setdefault(key, []).append(at)
    for at, key in enumerate(keys):
        if at not in pairs and (candidates := places.get(key)):
            pairs[at] = candidates.pop(0)


def _match_edited(written: Sequence[WrittenParagraph], story: Story, pairs: dict[int, int]) -> None:
    """Pair what is left between the same neighbours, the most alike first."""
    taken = {*pairs.values()}
    for missing, first, last in _gaps(len(written), pairs, len(story.paragraphs)):
        left = [at for at in range(first, last) if at not in taken and story.paragraphs[at].strip()]
        if not all(written[at].text for at in missing):
            if len(missing) == len(left):
                pairs |= dict(zip(missing, left, strict=True))
            continue
        alike = sorted(
            (-_likeness(written[at].text, story.paragraphs[other]), at, other)
            for at in missing
            for other in left
        )
        for share, at, other in alike:
            if -share >= _ALIKE and at not in pairs and other not in taken:
                pairs[at] = other
                taken.add(other)


def _gaps(count: int, pairs: Mapping[int, int], end: int) -> Iterator[tuple[list[int], int, int]]:
    """Yield what was not found, run by run, with where its neighbours stand in the file."""
    missing: list[int] = []
    first = 0
    for at in range(count + 1):
        if at < count and at not in pairs:
            missing.append(at)
            continue
        last = pairs[at] if at < count else end
        if missing:
            yield missing, *((first, last) if first <= last else (0, end))
        missing, first = [], last + 1


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()
