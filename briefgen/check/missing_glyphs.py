"""Characters that no font prints."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator

from briefgen.check import uncarried_characters, unset_scripts
from briefgen.check.passage import texts
from briefgen.check.rule import Remark
from briefgen.check.scope import Scope
from briefgen.types.argument import Argument

CODE = "glyph-missing"

NAMED = 10
"""Characters of one text that are named; of more, it is said how many there are."""

HINT = (
    "write it otherwise, or give a font that has it (--fonts FOLDER) to a Word template that names "
    "that font (--template); a Word brief can be built all the same"
)


def missing_glyphs(argument: Argument, scope: Scope) -> Iterator[Remark]:
    """Remark each text with characters that the fonts at hand cannot print."""
    return unprinted(argument, lambda character: not scope.prints(ord(character)))


def unprinted(argument: Argument, lacks: Callable[[str], bool]) -> Iterator[Remark]:
    """Remark each text with characters that are lacking, all of them in one remark.

    What other rules refuse, whatever the font, is left to them.
    """
    for path, text in texts(argument):
        if text.isascii():
            continue
        found = [one for one in dict.fromkeys(text) if not one.isascii() and lacks(one)]
        found = [one for one in found if not _is_refused(one)]
        if found:
            yield Remark(path, f"holds {_names(found)}, which no font at hand can print", HINT)


def _is_refused(character: str) -> bool:
    return bool(uncarried_characters.refusal(character) or unset_scripts.refusal(character))


def _names(characters: list[str]) -> str:
    named = [f'"{one}" (U+{ord(one):04X} {_name(one)})' for one in characters[:NAMED]]
    more = len(characters) - len(named)
    return ", ".join(named) + (f" and {more} more" if more else "")


def _name(character: str) -> str:
    return unicodedata.name(character, "without a name").lower().replace("cjk", "CJK")
