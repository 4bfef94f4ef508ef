"""Comments that an argument keeps from one format to another: those above its keys and parts.

A comment in YAML, or in front matter, belongs to the key of the first column below it; one in the
text of Markdown to the heading of the part. Others have no place that both formats know.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefgen.pattern import late_pattern

TOP = ""
"""What the comment at the head of a file belongs to."""

Comments = Mapping[str, Sequence[str]]
"""Lines of comments without their marks, by the key or the part that they stand above."""

_KEY = late_pattern(r"([A-Za-z_]\w*):(?:\s|$)")
_HEADING = late_pattern(r"# ")
_OPEN, _CLOSE = "<!--", "-->"


def comments_of(text: str, suffix: str, parts: Sequence[str]) -> dict[str, list[str]]:
    """Return the comments of a file that stand above its keys, or above its parts.

    `parts` are those in the text of a file in Markdown, in its order.
    """
    if suffix == ".json":
        return {}
    if suffix != ".md":
        return _above_keys(text.split("\n"))
    front, body = divided(text)
    return {**_above_keys(front), **_above_parts(body, parts)}


def with_comments(
    text: str, suffix: str, comments: Comments, parts: Sequence[str]
) -> tuple[str, int]:
    """Return a text with comments above what they belong to, and how many lines of them it has."""
    if suffix == ".json" or not comments:
        return text, 0
    front, body = divided(text) if suffix == ".md" else (text.split("\n"), [])
    left = dict(comments)
    made = [*_noted(left.pop(TOP, ()))]
    for line in front:
        key = _KEY.match(line)
        made += _noted(left.pop(key[1], ()) if key else ())
        made.append(line)
    if suffix == ".md":
        made = ["---", *made, "---"]
        order = iter(parts)
        for line in body:
            if _HEADING.match(line) and (part := next(order, TOP)):
                made += _enclosed(left.pop(part, ()))
            made.append(line)
    kept = sum(map(len, comments.values())) - sum(map(len, left.values()))
    return "\n".join(made), kept


def divided(text: str) -> tuple[list[str], list[str]]:
    """Return the lines of front matter without its marks, and those below."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return [], lines
    end = next((at for at, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), 0)
    return lines[1:end], lines[end + 1 :]


def _above_keys(lines: Sequence[str]) -> dict[str, list[str]]:
    """Return the comments of the first column above keys; the first block is the file's own."""
    found: dict[str, list[str]] = {}
    comments: list[str] = []
    opened = False
    for line in lines:
        if line.startswith("#"):
            comments.append(line[1:].removeprefix(" ").rstrip())
            continue
        key = _KEY.match(line)
        if comments and (key or not line.strip()) and not opened:
            found[TOP], comments = comments, []
        elif comments and key:
            found[key[1]], comments = comments, []
        elif line.strip():
            comments = []
        opened = opened or bool(line.strip())
    return found


def _above_parts(lines: Sequence[str], parts: Sequence[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    comments: list[str] = []
    order = iter(parts)
    is_open = False
    for line in lines:
        if is_open or line.startswith(_OPEN):
            inner = line.removeprefix(_OPEN).partition(_CLOSE)[0]
            comments += [inner.strip()] if inner.strip() else []
            is_open = _CLOSE not in line
        elif _HEADING.match(line):
            part = next(order, TOP)
            if comments and part:
                found[part] = comments
            comments = []
        elif line.strip():
            comments = []
    return found


def _noted(lines: Sequence[str]) -> Iterator[str]:
    yield from (f"# {line}".rstrip() for line in lines)


def _enclosed(lines: Sequence[str]) -> Iterator[str]:
    """Yield a comment of Markdown; what would end it early is parted."""
    if lines:
        text = "\n".join(line.replace(_CLOSE, "-- >") for line in lines)
        yield from (f"{_OPEN} {text} {_CLOSE}").split("\n")
