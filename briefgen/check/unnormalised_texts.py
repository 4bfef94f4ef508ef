"""Text in which one letter is written as several characters, or as another one that looks alike."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from briefgen.check.passage import texts
from briefgen.check.rule import Remark
from briefgen.types.argument import Argument


def unnormalised_texts(argument: Argument) -> Iterator[Remark]:
    """Remark each text that is not in Unicode's normalisation form C (UAX #15).

    Fonts print the accent beside its letter, and names that look alike are not the same.
    """
    for path, text in texts(argument):
        if text.isascii() or unicodedata.is_normalized("NFC", text):
            continue
        whole = unicodedata.normalize("NFC", text)
        at = next(n for n, pair in enumerate(zip(text, whole, strict=False)) if len({*pair}) > 1)
        found = " ".join(f"U+{ord(letter):04X}" for letter in text[at : at + 2])
        message = f"writes {whole[at : at + 1]} as {found}"
        yield Remark(path, message, "save it normalised (NFC); most editors have a command for it")
