"""A sheet as a web page: one file, no script, nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from briefgen.signoff import wording
from briefgen.types.signoff import SentenceCoverage, Sheet, SheetRow, SourceWords

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""Nothing is fetched and nothing runs, whatever a sentence holds."""

GENERATOR = '<meta name="generator" content="briefgen signoff">'
"""By which a page is known to be a sheet."""

_STYLE = """
@page { size: A4 landscape; margin: 12mm }
:root { color-scheme: light }
body {
  font: 0.95rem/1.4 system-ui, Carlito, Calibri, sans-serif;
  color: #111; background: #fff; margin: 1.5rem; max-width: 110rem;
}
h1 { font-size: 1.6rem; margin: 0 0 .5rem }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem }
.internal { border: 2px solid #8a1c1c; color: #8a1c1c; padding: .5rem .8rem; font-weight: 600 }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem }
dt { font-weight: 600 }
dd { margin: 0; overflow-wrap: anywhere }
table { border-collapse: collapse; width: 100% }
.fixed { table-layout: fixed }
caption { text-align: left; font-weight: 600; padding: .3rem 0 }
th, td {
  border: 1px solid #767676; padding: .3rem .45rem;
  vertical-align: top; text-align: left; overflow-wrap: anywhere;
}
thead th { background: #e8edf2 }
tr { break-inside: avoid }
mark { background: #ffe58a; color: #111; text-decoration: underline #8a6d00 }
td ul { margin: 0; padding-left: 1.1rem }
td p { margin: 0 0 .3rem }
.place { font-weight: 600 }
.id { display: block; color: #555; font: .75rem ui-monospace, monospace }
.hash { font: .8rem ui-monospace, monospace }
thead th { overflow-wrap: normal }
table:not(.fixed) tbody th { white-space: nowrap }
.c1 { width: 7% } .c2 { width: 24% } .c3 { width: 27% } .c4 { width: 8% }
.c5 { width: 14% } .c6 { width: 7% } .c7, .c8 { width: 6.5% }
@media print { body { margin: 0; font-size: 8.5pt } }
@media (max-width: 60rem) { .wide { overflow-x: auto } .wide table { min-width: 60rem } }
"""


def html_sheet(made: Sheet) -> str:
    """Return a sheet as a page that opens without a network."""
    return "\n".join(
        (
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="robots" content="noindex, nofollow">',
            GENERATOR,
            f"<title>{wording.TITLE}: {escape(made.title)}</title>",
            f"<style>{_STYLE}</style>\n</head>\n<body>\n<main>",
            *_head(made),
            *_rows(made),
            *_coverage(made),
            *_waivers(made),
            *_outputs(made),
            "</main>\n</body>\n</html>\n",
        )
    )


def _head(made: Sheet) -> Iterator[str]:
    yield f'<h1>{wording.TITLE}: <span lang="{made.language}">{escape(made.title)}</span></h1>'
    yield f'<p class="internal">{wording.INTERNAL}</p>'
    yield "<dl>"
    for term, what in wording.facts_of(made):
        yield f"<dt>{escape(term)}</dt><dd>{escape(what)}</dd>"
    yield "</dl>"
    yield f"<p>{wording.PRINTED_ONLY}</p>\n<p>{wording.EXPLAINED}</p>"


def _table(
    caption: str, headers: Sequence[str], rows: Iterable[str], *, wide: bool = False
) -> Iterator[str]:
    yield f'<div class="wide" role="region" aria-label="{escape(caption)}" tabindex="0">'
    fixed = ' class="fixed"' if wide else ""
    yield f"<table{fixed}>\n<caption>{escape(caption)}</caption>"
    if wide:
        columns = "".join(f'<col class="c{n}">' for n in range(1, len(headers) + 1))
        yield f"<colgroup>{columns}</colgroup>"
    heads = "".join(f'<th scope="col">{escape(header)}</th>' for header in headers)
    yield f"<thead><tr>{heads}</tr></thead>\n<tbody>"
    yield from rows
    yield "</tbody>\n</table>\n</div>"


def _rows(made: Sheet) -> Iterator[str]:
    yield '<h2 id="sentences">Printed sentences</h2>'
    rows = (_row(number, row, made) for number, row in enumerate(made.rows, 1))
    yield from _table("Printed sentences beside the article", wording.ROW_HEADERS, rows, wide=True)


def _row(number: int, row: SheetRow, made: Sheet) -> str:
    sentence = f'<td lang="{made.language}">{escape(row.sentence)}</td>'
    source = "".join(_source(words, made) for words in row.passage) or "<p>–</p>"
    listed = "".join(f"<li>{escape(each)}</li>" for each in wording.differing(row))
    cells = (
        f'<th scope="row">{number} <span class="id">{row.id}</span></th>',
        sentence,
        f"<td>{source}</td>",
        f"<td>{wording.CLASSES[row.kind]}</td>",
        f"<td><ul>{listed}</ul></td>" if listed else "<td>–</td>",
        f"<td>{wording.numbers_shown(row.outputs, len(made.outputs))}</td>",
        f"<td>{escape(row.writer)}</td>",
        f"<td>{escape(row.reader)}</td>",
    )
    return f"<tr>{''.join(cells)}</tr>"


def _source(words: SourceWords, made: Sheet) -> str:
    said = "".join(
        f"<mark>{escape(part)}</mark>" if marked else escape(part) for part, marked in words.parts()
    )
    anchored = ", anchored" if words.anchored else ""
    place = f'<span class="place">{escape(words.place)}{anchored}:</span>'
    return f'<p>{place} <span lang="{made.article_language}">{said}</span></p>'


def _coverage(made: Sheet) -> Iterator[str]:
    if not made.coverage:
        return
    yield '<h2 id="coverage">What of the article is not printed</h2>'
    rows = (_covered(one, made) for one in made.coverage)
    yield from _table("Sentences and signposts of the article", wording.COVERAGE_HEADERS, rows)


def _covered(one: SentenceCoverage, made: Sheet) -> str:
    count = len(made.outputs)
    signs = "".join(
        f"<li>{escape(sign)}: {wording.numbers_shown(omitted, count)}</li>"
        for sign, omitted in one.signposts
        if omitted
    )
    return (
        f'<tr><th scope="row">{escape(one.place)}</th>'
        f'<td lang="{made.article_language}">{escape(one.text)}</td>'
        f"<td>{wording.missing_shown(one.omitted_from, count)}</td>"
        f"<td>{f'<ul>{signs}</ul>' if signs else '–'}</td></tr>"
    )


def _waivers(made: Sheet) -> Iterator[str]:
    if not made.waivers:
        return
    yield '<h2 id="waivers">Findings that may stand</h2>'
    rows = (
        f'<tr><th scope="row">{escape(one.code)}</th>'
        + "".join(f"<td>{escape(text)}</td>" for text in (one.at, one.reason, one.by))
        + "</tr>"
        for one in made.waivers
    )
    yield from _table("Waivers with their reasons", wording.WAIVER_HEADERS, rows)


def _outputs(made: Sheet) -> Iterator[str]:
    yield '<h2 id="outputs">Outputs and their files</h2>'
    rows = (
        f'<tr><th scope="row">{one.number}</th><td>{escape(one.length)}</td>'
        f"<td>{escape(one.audience)}</td><td>{escape(name)}</td>"
        f'<td class="hash">{digest}</td></tr>'
        for one in made.outputs
        for name, digest in one.files or (("", "–"),)
    )
    yield from _table("What is signed, by the digest of each file", wording.OUTPUT_HEADERS, rows)
