"""Make `fonts/widths.msgpack`: advance widths of families that do not come along.

    python templates/make_width_tables.py SOURCES

Widths are facts, measured once from what is freely published. SOURCES is a folder in which these
are unpacked, each under its own name:

- `string-pixel-width` (MIT), for Tahoma, Trebuchet MS: ASCII in hundredths of the size;
- `anafanafo` (MIT), for Verdana: in hundredths of 10 and 11 pixels;
- `pdfjs-dist` (Apache 2.0), for Segoe UI and Myriad Pro: quotients with Liberation Sans;
- `@capsizecss/metrics` (MIT), for heights of lines;
- fonts under open licences with the same widths: Gelasio (OFL) for Georgia; TeX Gyre Adventor,
  Bonum, Pagella and Schola (GUST Font License) for Century Gothic, Bookman Old Style, Palatino
  and Century Schoolbook; Liberation Mono (OFL) for Courier New; Liberation Sans Narrow (GPL with
  font exception) for Arial Narrow; and Open Sans (OFL) itself;
- `noto` (OFL) and `dejavu` (Bitstream Vera): Noto Sans and Serif, DejaVu Sans and Serif, which
  LibreOffice takes for a family that is not there.

There is no free source for Aptos, Garamond, Gill Sans, Candara, Corbel, Constantia, Franklin
Gothic, Rockwell and Tw Cen: their lines break elsewhere, and a warning says so.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from briefgen.load.font_metrics import WIDTHS_FILE, PackedTable, in_columns

FONTS = Path(__file__).parent / "fonts"
LATIN, GREEK_CYRILLIC, SIGNS = (0x20, 0x180), (0x370, 0x460), (0x2010, 0x2123)
STYLES = ((False, False), (True, False), (False, True), (True, True))
Faces = dict[tuple[bool, bool], dict[int, int]]


def is_wanted(code: int) -> bool:
    """Whether a character may stand in a brief: Latin, Greek and Cyrillic, and their signs."""
    return any(start <= code < end for start, end in (LATIN, GREEK_CYRILLIC, SIGNS))


def of_font(file: Path) -> tuple[int, dict[int, int]]:
    """Return the height of a line and the widths that a font file says, in thousandths."""
    font = TTFont(file)
    units, table, heads = font["head"].unitsPerEm, font["hmtx"], font["hhea"]
    height = heads.ascent - heads.descent + heads.lineGap
    widths = {
        code: round(table[glyph][0] * 1000 / units)
        for code, glyph in font.getBestCmap().items()
        if is_wanted(code)
    }
    return round(height * 1000 / units), widths


def of_fonts(folder: Path, names: Callable[[bool, bool], str]) -> tuple[int, Faces]:
    """Return the same of four faces."""
    held = {style: of_font(next(folder.rglob(names(*style)))) for style in STYLES}
    return held[False, False][0], {style: widths for style, (_, widths) in held.items()}


def pixels(sources: Path, family: str) -> Faces:
    """Return widths of `string-pixel-width`, which are those of 100 pixels, rounded."""
    file = sources / "string-pixel-width" / "package" / "lib" / "widthsMap.js"
    table = re.search(rf'"{family}": (\{{.*?\n  \}})', file.read_text("utf-8"), re.DOTALL)
    assert table
    held: dict[str, list[int]] = json.loads(table[1])
    return {
        style: {ord(key): widths[at] * 10 for key, widths in held.items()}
        for at, style in enumerate(STYLES)
    }


def verdana(sources: Path) -> Faces:
    """Return widths of `anafanafo`; the slanted faces run as wide as the upright ones."""
    found: Faces = {}
    for bold, size, name in ((False, 11, "verdana-11px-normal"), (True, 10, "verdana-10px-bold")):
        file = sources / "anafanafo" / "package" / "data" / f"{name}.json"
        widths = {
            code: round(width * 1000 / size)
            for first, last, width in json.loads(file.read_text("utf-8"))
            for code in range(first, last + 1)
            if is_wanted(code)
        }
        found[bold, False] = found[bold, True] = widths
    return found


def quotients(sources: Path, family: str) -> Faces:
    """Return widths of `pdfjs-dist`: those of Liberation Sans times a factor for each glyph."""
    file = sources / "pdfjs-dist" / "package" / "build" / "pdf.worker.mjs"
    text = file.read_text("utf-8")

    def numbers(name: str) -> list[float]:
        found = re.search(rf"const {name} = \[(.*?)\];", text, re.DOTALL)
        assert found, name
        return [float(one) for one in found[1].split(",")]

    found: Faces = {}
    for bold, italic in STYLES:
        style = ("Bold" if bold else "") + ("Italic" if italic else "") or "Regular"
        rows = zip(
            numbers(f"LiberationSans{style}Mapping"),
            numbers(f"LiberationSans{style}Widths"),
            numbers(f"{family}{style}Factors"),
            strict=True,
        )
        found[bold, italic] = {
            int(code): round(width * factor) for code, width, factor in rows if is_wanted(int(code))
        }
    return found


def line_height(sources: Path, name: str) -> int:
    """Return the height of a line that `@capsizecss/metrics` gives a family."""
    folder = sources / "capsizecss-metrics" / "package" / "entireMetricsCollection" / name
    said = {
        key: int(value)
        for key, value in re.findall(
            r'"?(ascent|descent|lineGap|unitsPerEm)"?: ?(-?\d+)',
            (folder / "index.cjs").read_text("utf-8"),
        )
    }
    height = said["ascent"] - said["descent"] + said["lineGap"]
    return round(height * 1000 / said["unitsPerEm"])


def styled(stem: str, plain: str = "regular", ending: str = "otf") -> Callable[[bool, bool], str]:
    """Return how the files of a family are called."""
    return lambda bold, italic: (
        f"{stem}-{('bold' if bold else '') + ('italic' if italic else '') or plain}.{ending}"
    )


def woff(stem: str) -> Callable[[bool, bool], str]:
    """Return how files for the web are called."""
    return lambda bold, italic: (
        f"{stem}-latin-{700 if bold else 400}-{'italic' if italic else 'normal'}.woff"
    )


def faces(stem: str, plain: str) -> Callable[[bool, bool], str]:
    """Return how the files of a family are called that is everywhere; DejaVu Sans slants."""
    slanted = "Oblique" if stem == "DejaVuSans" else "Italic"

    def name(bold: bool, italic: bool) -> str:
        style = ("Bold" if bold else "") + (slanted if italic else "") or plain
        return f"{stem}-{style}.ttf" if style else f"{stem}.ttf"

    return name


def tables(sources: Path) -> Iterator[tuple[str, int, Faces]]:
    """Yield family, height of a line and widths."""
    for family, name in (("Tahoma", "tahoma"), ("Trebuchet MS", "trebuchetMS")):
        yield family, line_height(sources, name), pixels(sources, family.lower())
    yield "Verdana", line_height(sources, "verdana"), verdana(sources)
    yield "Segoe UI", line_height(sources, "segoeUI"), quotients(sources, "Segoeui")
    yield "Myriad Pro", 1200, quotients(sources, "MyriadPro")
    gelasio = of_fonts(sources / "gelasio", woff("gelasio"))[1]
    yield "Georgia", line_height(sources, "georgia"), gelasio
    yield "Open Sans", *of_fonts(sources / "open-sans", woff("open-sans"))
    gyre = sources / "texgyre"
    for family, height, stem in (
        ("Century Gothic", 1250, "texgyreadventor"),
        ("Bookman Old Style", 1250, "texgyrebonum"),
        ("Palatino Linotype", 1350, "texgyrepagella"),
        ("Century Schoolbook", 1250, "texgyreschola"),
    ):  # no height of theirs is published: an upper one
        yield family, height, of_fonts(gyre, styled(stem))[1]
    liberation = sources / "liberation"

    def narrow(bold: bool, italic: bool) -> str:
        style = ("Bold" if bold else "") + ("Italic" if italic else "") or "Regular"
        return f"LiberationSansNarrow-{style}.ttf"

    yield "Arial Narrow", *of_fonts(liberation, narrow)
    for family, folder, plain in (("Noto", "noto", "Regular"), ("DejaVu", "dejavu", "")):
        for kind in ("Sans", "Serif"):
            yield f"{family} {kind}", *of_fonts(sources / folder, faces(family + kind, plain))
    yield "Courier New", 1133, dict.fromkeys(STYLES, dict.fromkeys(range(0x20, 0x460), 600))
    yield "Consolas", 1171, dict.fromkeys(STYLES, dict.fromkeys(range(0x20, 0x460), 550))


def packed(sources: Path) -> bytes:
    """Return all tables as one file."""
    held = {
        family.lower(): PackedTable(height, [in_columns(faces[one]) for one in STYLES])
        for family, height, faces in tables(sources)
    }
    return msgspec.msgpack.encode({name: msgspec.msgpack.encode(one) for name, one in held.items()})


if __name__ == "__main__":
    (FONTS / WIDTHS_FILE).write_bytes(packed(Path(sys.argv[1])))
