"""Make `skeleton_texts.txt`, the texts of the skeletons that an author is to replace.

    python templates/make_skeleton_texts.py

Run it after a skeleton, or what stands in those of articles, has changed; a test says so where it
was forgotten. Every build asks for these texts, and reading both skeletons takes longer than the
argument itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from briefgen.load.copies import TEXTS_FILE, skeleton
from briefgen.load.markdown import parse_markdown_in_part
from briefgen.load.yaml import parse_yaml
from briefgen.types.source_text import PLACEHOLDERS

LEAST_WORDS, LEAST_COMMENTED = 3, 4
"""A shorter text of the skeleton may be true of an argument: United Nations, CC BY 4.0."""

_COMMENTED = re.compile(r"^ *# +(?:- )?\w+: +([^\s#{\[].*?)(?: +#.*)?$", re.MULTILINE)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


def texts() -> str:
    """Return the texts of the skeletons that say what to write in their place, one a line.

    Whole and sentence by sentence, those of comments too: who takes out the mark may forget to
    replace what follows. What is shown in comments as headings stands in any brief.
    """
    text = skeleton()
    data, _ = parse_yaml(text, "skeleton.yaml")
    headings = _COMMENTED.findall(text.partition("\nheadings:")[2].partition("\nthesis:")[0])
    commented = [
        one
        for one in _COMMENTED.findall(text)
        if one not in headings and len(one.split()) >= LEAST_COMMENTED
    ]
    markdown, *_ = parse_markdown_in_part(skeleton(".md"), "skeleton.md")
    every = (*_strings(data), *commented, *_strings(markdown))
    whole = (" ".join(one.split()) for one in every)
    parts = (part for one in whole for part in (one, *_SENTENCE_END.split(one)))
    long = (part.strip("'\"") for part in parts if len(part.split()) >= LEAST_WORDS)
    return "".join(f"{one}\n" for one in dict.fromkeys([*long, *PLACEHOLDERS]))


def _strings(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for item in value.values():
                yield from _strings(item)
        case list():
            for item in value:
                yield from _strings(item)


if __name__ == "__main__":
    (Path(__file__).parent / TEXTS_FILE).write_text(texts(), encoding="utf-8")
