"""Characters that no font prints."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefgen.check import unset_scripts, unsupported_characters
from briefgen.check.passage import texts
from briefgen.check.rule import Remark
from briefgen.check.scope import Scope
from briefgen.types.argument import Argument
from briefgen.types.characters import named

CODE = "glyph-missing"

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
            yield Remark(path, f"holds {named(found)}, which no font at hand can print", HINT)


def _is_refused(character: str) -> bool:
    return bool(
        unsupported_characters.input_error(character) or unset_scripts.input_error(character)
    )
