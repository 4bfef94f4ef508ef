"""What an edited Word brief says, beside where the argument says it."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import replace as with_words
from itertools import product

from msgspec.structs import replace

from briefgen.built_in import audiences, lengths
from briefgen.compose import identity_of
from briefgen.compose.located import located
from briefgen.load.word.beside import likeness, shingles
from briefgen.load.word.edits import read_word_edits, read_words
from briefgen.pipeline import build, validate
from briefgen.types.argument import Argument
from briefgen.types.finding import BriefgenError, LoadError
from briefgen.types.identity import WordEdits

PathLike = str | os.PathLike[str]

_LEAST_ALIKE = 0.2
"""Share of words in a row that a file has in common with a brief, to be that one."""


def recover(path: PathLike, argument: Argument | None = None) -> WordEdits:
    """Return what became of each point in a Word brief that somebody has edited.

    Each is untouched, edited or gone, with its text as it reads now, after Word and after
    LibreOffice. With the argument, each says where it stands there. `outside` says what else
    reads otherwise in the body, `not_compared` what is not looked at. A file that no longer says
    of which argument it is, as one that Google Docs has saved, is compared by its text with the
    briefs of the argument, of each built-in length for each built-in audience.

    Raises:
        BriefgenError: no sound Word file, one that briefgen did not write, or another argument's.
    """
    if argument is None:
        return read_word_edits(path)
    try:
        edits = read_word_edits(path)
    except LoadError as error:
        if "word-no-identity" not in error.codes:
            raise
        if (found := _like_a_brief(path, argument)) is None:
            message = f'does not say which brief it is, and reads like none of "{argument.id}"'
            raise LoadError([with_words(one, message=message) for one in error.findings]) from None
        edits = found
    if edits.by_text and not edits.like:
        edits = _like_a_brief(path, argument) or edits
    return located(edits, argument, identity_of(argument), os.fspath(path))


def _like_a_brief(path: PathLike, argument: Argument) -> WordEdits | None:
    """Return what became of the brief with which a file has most words in common, if any."""
    validate(argument)
    own = shingles(read_words(path))
    best, most = None, _LEAST_ALIKE
    for (length, _), (audience, _) in product(lengths(), audiences()):
        with suppress(BriefgenError):
            brief = build(argument, length=length, audience=audience, checked=True)
            alike = likeness(own, shingles(brief.text.splitlines()))
            if alike > most:
                best, most = brief, alike
    if best is None:
        return None
    edits = read_word_edits(path, best.to_bytes("docx"))
    return replace(edits, like=f"{best.length}, {best.audience}")
