"""LaTeX of bibliographies as plain text: accents, symbols, braces, small figures.

Read by pylatexenc, which comes with bibtexparser. Texts are bounded before, as is their depth, and
what has nothing of LaTeX is not given to it.
"""

from __future__ import annotations

import re
from typing import Any

from briefgen.cache import kept
from briefgen.load.bibliography.entry import EntryError

DEPTH = 20
"""Braces within braces. Names and titles have three or four."""

_LATEX = re.compile(r"[\\{}$~]|--|``|''")
_COMMANDS = re.compile(r"[\\$]")
_QUOTES = (("``", "“"), ("''", "”"), ("---", "—"), ("--", "–"))
_BELOW = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_ABOVE = str.maketrans("0123456789+-=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾")
_SMALL = re.compile(
    r"\$\s*(?P<mark>[_^])\{?(?P<math>[\d+\-=()]{1,9})\}?\s*\$"
    r"|\\text(?P<kind>sub|super)script\{(?P<text>[\d+\-=()]{1,9})\}"
)
_ADDRESS = re.compile(r"\\(?:url|href|path)\s*\{([^{}]*)\}")
_ESCAPED = re.compile(r"\\([%_&#$~])")


def plain_text(text: str, name: str = "", line: int | None = None) -> str:
    """Return a text without its LaTeX.

    Raises:
        EntryError: braces within braces beyond `DEPTH`, or LaTeX that cannot be read.
    """
    if not _LATEX.search(text):
        return text
    _reject_depth(text, name, line)
    text = _SMALL.sub(_small, text)
    if not _COMMANDS.search(text):
        for typed, printed in _QUOTES:
            text = text.replace(typed, printed)
        return text.replace("{", "").replace("}", "").replace("~", "\u00a0")
    try:
        return str(_reader().latex_to_text(text)).replace("\u2009", " ")
    except (RecursionError, ValueError, IndexError, KeyError, TypeError, AttributeError) as error:
        message = "holds LaTeX that cannot be read"
        raise EntryError(message, "write the characters themselves", line, name) from error


def address_text(text: str) -> str:
    """Return a text in which addresses stand as they are, without the command around each."""
    return _ESCAPED.sub(r"\1", _ADDRESS.sub(r" \1 ", text)).replace("{", "").replace("}", "")


def _small(found: re.Match[str]) -> str:
    is_below = found["mark"] == "_" or found["kind"] == "sub"
    return (found["math"] or found["text"]).translate(_BELOW if is_below else _ABOVE)


def _reject_depth(text: str, name: str, line: int | None) -> None:
    depth = 0
    for brace in re.findall(r"[{}]", text):
        depth += 1 if brace == "{" else -1
        if depth > DEPTH:
            message = f"has more than {DEPTH} braces within one another"
            raise EntryError(message, "remove those that mean nothing", line, name)


@kept(1)
def _reader() -> Any:
    from pylatexenc.latex2text import LatexNodes2Text  # noqa: PLC0415 - of an extra

    return LatexNodes2Text(math_mode="text", keep_comments=True, strict_latex_spaces=False)
