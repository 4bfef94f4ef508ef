"""What stands at the end of a paragraph, before the stop of its last sentence."""

from __future__ import annotations

from briefgen.types.prose import Prose, Text


def before_stop(prose: Prose, cited: Prose, stops: str = ".?!") -> Prose:
    """Return prose with what cites before the last of `stops`, or else at its end."""
    last = prose[-1] if prose else None
    if not (cited and isinstance(last, Text) and last.text.endswith(tuple(stops))):
        return (*prose, *cited)
    words = (Text(last.text[:-1]),) if last.text[:-1] else ()
    return (*prose[:-1], *words, *cited, Text(last.text[-1]))
