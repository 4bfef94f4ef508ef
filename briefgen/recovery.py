"""What an edited Word brief says, beside where the argument says it."""

from __future__ import annotations

import os

from briefgen.compose import identity_of
from briefgen.compose.located import located
from briefgen.load.word.edits import read_word_edits
from briefgen.types.argument import Argument
from briefgen.types.word_edits import WordEdits


def recover(path: str | os.PathLike[str], argument: Argument | None = None) -> WordEdits:
    """Return what became of each point in a Word brief that somebody has edited.

    Each is untouched, edited or gone, with its text as it reads now, after Word and after
    LibreOffice. With the argument, each says where it stands there. `outside` tells what else
    reads otherwise in the body, `not_compared` what is not looked at.

    Raises:
        BriefgenError: no sound Word file, one that briefgen did not write, or another argument's.
    """
    edits = read_word_edits(path)
    if argument is None:
        return edits
    return located(edits, argument, identity_of(argument), os.fspath(path))
