"""The one page as a Typst document."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.page import Item, Page, Words

_PREAMBLE = """\
#set document(title: {title}, author: {author})
#set page(paper: "a4", margin: (x: 51pt, top: 78pt, bottom: 60pt),
  header: caps[{masthead}], footer: caps[{footer}])
#set text(font: "Carlito", size: 10.5pt, lang: {language}, region: {region}, hyphenate: false)
#set par(leading: 0.5em, spacing: 0.7em)
#show heading: set text(fill: rgb("#14505c"), size: 13pt)
#show heading.where(level: 1): set text(font: "Caladea", size: 22pt)
#let label(it) = text(size: 8.5pt, fill: rgb("#4b5563"), it)
#let figure-value(it) = text(font: "Caladea", size: 16pt, fill: rgb("#14505c"), it)
"""

_BODY = """\
{head}
#grid(columns: (1fr, 156pt), column-gutter: 20pt)[
{main}
][
#set text(size: 9pt)
{side}
]
#label[
{foot}
]
"""


def typst_source(page: Page) -> bytes:
    """Return the source of a page: main and side column in a grid, the rest over full width."""
    language, _, region = page.language.partition("-")
    preamble = _PREAMBLE.format(
        title=_string(page.title),
        author=_string(page.author),
        masthead=f"{_text(page.masthead[0])} #h(1fr) {_text(page.masthead[1])}",
        footer=_text(page.footer),
        language=_string(language),
        region=_string(region),
    ).replace("caps[", "upper[")
    body = _BODY.format(
        head=_items(page.head),
        main=_items(page.main),
        side=_items(page.side),
        foot=_items(page.foot),
    )
    return (preamble + body).encode()


def _items(items: Sequence[Item]) -> str:
    return "\n".join(_item(item) for item in items)


def _item(item: Item) -> str:
    words = _words(item.words)
    match item.kind:
        case "title":
            return f"\n= {words}\n"
        case "heading":
            return f"\n== {words}\n"
        case "byline":
            return f"\n#label[{words}]\n"
        case "bottom-line":
            return (
                '\n#block(fill: rgb("#e9eff2"), stroke: (left: 3pt + rgb("#14505c")),'
                f" width: 100%, inset: 8pt)[#text(size: 12pt)[{words}]]\n"
            )
        case "figure":
            value, *label = item.words
            return f"- #figure-value[{_words((value,))}] \\ #label[{_words(label)}]"
        case "bullet" | "event":
            return f"- {words}"
        case _:
            return f"\n{words}\n"


def _words(words: Sequence[Words]) -> str:
    return "".join(
        f"#strong[{_text(each.text)}]" if each.bold else _text(each.text) for each in words
    )


def _text(text: str) -> str:
    """Return text as a string in markup, where no character of it is markup."""
    return f"#{_string(text)};"


def _string(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
