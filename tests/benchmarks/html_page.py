"""The one page as HTML and CSS for paged media."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import groupby

from benchmarks.page import Item, Page, Words

_CSS = """\
@font-face { font-family: Carlito; src: url(Carlito-Regular.ttf) }
@font-face { font-family: Carlito; font-weight: bold; src: url(Carlito-Bold.ttf) }
@font-face { font-family: Caladea; font-weight: bold; src: url(Caladea-Bold.ttf) }
@page {
  size: A4; margin: 64pt 51pt 50pt;
  @top-left { content: "LEFT"; font: bold 8pt Carlito }
  @top-right { content: "RIGHT"; font: bold 8pt Carlito }
  @bottom-left { content: "FOOT"; font: 8pt Carlito }
}
body { font: 10pt/1.25 Carlito; margin: 0 }
p, ul { margin: 0 0 4pt } ul { padding-left: 12pt }
h1 { font: bold 22pt/1.25 Caladea; color: #14505c; margin: 0 } h2 { font-size: 13pt; color: #14505c;
  margin: 8pt 0 4pt }
.byline, .foot p, .label { font-size: 8.5pt; color: #4b5563 }
.bottom-line { font-size: 12pt; background: #e9eff2; border-left: 3pt solid #14505c; padding: 8pt }
.columns { display: flex; gap: 20pt } .main { flex: 1 } .side { width: 156pt; font-size: 9pt }
.side h2 { font-size: 11pt; margin: 5pt 0 2pt } .side ul { margin: 0 }
.value { font: bold 16pt Caladea; color: #14505c }
"""


def html_source(page: Page) -> str:
    """Return the document of a page: main and side column in a flex box."""
    style = _CSS.replace("LEFT", _quoted(page.masthead[0].upper()))
    style = style.replace("RIGHT", _quoted(page.masthead[1].upper()))
    style = style.replace("FOOT", _quoted(page.footer))
    return (
        f'<!DOCTYPE html><html lang="{escape(page.language)}"><head><meta charset="utf-8">'
        f'<title>{escape(page.title)}</title><meta name="author" content="{escape(page.author)}">'
        f"<style>{style}</style></head><body>{_items(page.head)}"
        f'<div class="columns"><div class="main">{_items(page.main)}</div>'
        f'<div class="side">{_items(page.side)}</div></div>'
        f'<div class="foot">{_items(page.foot)}</div></body></html>'
    )


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _items(items: Sequence[Item]) -> str:
    parts = []
    for kind, group in groupby(items, key=lambda item: item.kind):
        if kind in ("bullet", "event", "figure"):
            parts.append(f"<ul>{''.join(_entry(item) for item in group)}</ul>")
        else:
            parts += [_block(item) for item in group]
    return "".join(parts)


def _entry(item: Item) -> str:
    if item.kind != "figure":
        return f"<li>{_words(item.words)}</li>"
    value, *label = item.words
    return f'<li><p class="value">{escape(value.text)}</p><p class="label">{_words(label)}</p></li>'


def _block(item: Item) -> str:
    words = _words(item.words)
    if item.kind in ("title", "heading"):
        level = 1 if item.kind == "title" else 2
        return f"<h{level}>{words}</h{level}>"
    return f'<p class="{item.kind}">{words}</p>'


def _words(words: Sequence[Words]) -> str:
    return "".join(
        f"<strong>{escape(each.text)}</strong>" if each.bold else escape(each.text)
        for each in words
    )
