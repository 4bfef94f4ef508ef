"""The first sheet of an .xlsx workbook as text: each cell as the spreadsheet shows it.

ISO/IEC 29500-1, 18.3 (sheets), 18.4 (shared strings), 18.8.30 (formats of numbers).
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property

from lxml import etree

from briefgen.ooxml.names import Element, R
from briefgen.ooxml.package import Package
from briefgen.ooxml.reading import read_package
from briefgen.pattern import late_pattern
from briefgen.types.finding import BriefgenError, Finding, LoadError

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
MOST_COLUMNS = 1_000
MOST_CELLS = 2_000_000

_CELL = late_pattern(r"([A-Z]{1,3})([1-9]\d{0,6})")
_LITERAL = late_pattern(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_DATES = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_BUILT_IN = {1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%"}
_BUILT_IN |= {37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00"}
_MOST_DIGITS = 15
"""Significant digits that a spreadsheet keeps of a number."""

_ANEW = "open it in a spreadsheet and save it as .xlsx again, or save the sheet as CSV"


def read_workbook(data: bytes, file: str) -> list[tuple[int, list[str]]]:
    """Return the rows of the first visible sheet that are not empty, by the number of the row.

    Numbers have the decimals that their format shows, dates are 2019-05-15 without their time, a
    formula is what the spreadsheet last computed.

    Raises:
        LoadError: no sound workbook, no sheet, more cells than can be rows of a campaign; cells
            that hold an error or a formula that was not computed, all at once.
    """
    try:
        package = read_package(data, file)
        sheet = _Workbook(package, file)
        rows = list(sheet.rows())
    except LoadError:
        raise
    except BriefgenError as error:
        message = f"is no sound Excel workbook: {error.findings[0].message}"
        raise _refused(file, "workbook-unsound", message, _ANEW) from error
    except (KeyError, ValueError, IndexError, ArithmeticError, etree.LxmlError) as error:
        message = "is no sound Excel workbook"
        raise _refused(file, "workbook-unsound", message, _ANEW) from error
    if sheet.findings:
        raise LoadError(sheet.findings)
    return rows


def _refused(file: str, code: str, message: str, hint: str) -> LoadError:
    return LoadError([Finding(code, message, hint, file=file)])


@dataclass
class _Workbook:
    package: Package
    file: str

    def __post_init__(self) -> None:
        self.findings: list[Finding] = []
        self.book = self.package.root(self.package.main)
        if self.book.tag != f"{S}workbook":
            raise _refused(
                self.file,
                "workbook-unsound",
                "is a zip archive and no .xlsx workbook",
                "save the sheet as .xlsx or CSV",
            )
        base = self.book.find(f"{S}workbookPr")
        self.from_1904 = base is not None and base.get("date1904") in ("1", "true")
        computing = self.book.find(f"{S}calcPr")
        self.stale = computing is not None and computing.get("fullCalcOnLoad") in ("1", "true")

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        data = self._sheet().find(f"{S}sheetData")
        cells = 0
        row_number = 0
        for row in data.iterchildren(f"{S}row") if data is not None else ():
            row_number = int(row.get("r", row_number + 1))
            found: dict[int, str] = {}
            for cell in row.iterchildren(f"{S}c"):
                column = _column(cell.get("r"), max(found, default=-1) + 1)
                if text := self._text(cell, row_number).strip():
                    found[column] = text
            cells += len(found)
            width = max(found, default=-1) + 1
            if width > MOST_COLUMNS or cells > MOST_CELLS:
                message = f"has more than {MOST_COLUMNS} columns or {MOST_CELLS} cells"
                raise _refused(self.file, "workbook-too-large", message, "is this the right file?")
            if found:
                yield row_number, [found.get(number, "") for number in range(width)]

    def _sheet(self) -> Element:
        parts = self.package.targets(self.package.main)
        for sheet in self.book.iter(f"{S}sheet"):
            if sheet.get("state", "visible") == "visible":
                return self.package.root(parts[sheet.get(f"{R}id", "")])
        raise _refused(self.file, "workbook-unsound", "has no visible sheet", _ANEW)

    def _text(self, cell: Element, row: int) -> str:
        kind, value = cell.get("t", "n"), cell.findtext(f"{S}v") or ""
        computed = cell.find(f"{S}f") is not None
        if computed and (self.stale or not value):
            self._about(cell, row, "cell-not-computed", "holds a formula without its value", _ANEW)
            return "?"
        match kind:
            case "s":
                return self._strings[int(value)] if value else ""
            case "inlineStr":
                return _words(cell.find(f"{S}is"))
            case "e":
                message = f"holds the error {value}"
                self._about(
                    cell, row, "cell-error", message, "correct the formula in the spreadsheet"
                )
                return "?"
            case "b":
                return "true" if value == "1" else "false"
            case "n":
                return self._number(value, int(cell.get("s", "0"))) if value else ""
            case _:
                return value

    def _about(self, cell: Element, row: int, code: str, message: str, hint: str) -> None:
        name = cell.get("r") or f"row {row}"
        finding = Finding(code, f"cell {name} {message}", hint, file=self.file, line=row)
        self.findings.append(finding)

    def _number(self, value: str, style: int) -> str:
        shown = Decimal(f"{float(value):.{_MOST_DIGITS}g}")
        number_format = self._formats.get(style, "")
        if number_format == "date":
            return self._date(shown)
        digits = _LITERAL.sub("", number_format.partition(";")[0])
        percent = "%" in digits
        if percent:
            shown = shown.scaleb(2)
        found = re.fullmatch(r"[^0#?.]*[#0?,]*[0#?](?:\.(0+)(#*))?[^0#?.,]*", digits)
        if found and "E" not in digits and not found[2]:
            places = len(found[1] or "")
            shown = shown.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        return f"{shown:f}" + ("%" if percent else "")

    def _date(self, days: Decimal) -> str:
        first = datetime.date(1904, 1, 1) if self.from_1904 else datetime.date(1899, 12, 30)
        return (first + datetime.timedelta(days=int(days))).isoformat()

    @cached_property
    def _strings(self) -> list[str]:
        part = self.package.related(self.package.main, "sharedStrings")
        if not part:
            return []
        return [_words(item) for item in self.package.root(part).iterchildren(f"{S}si")]

    @cached_property
    def _formats(self) -> Mapping[int, str]:
        """The format of each style: its code, or "date"."""
        part = self.package.related(self.package.main, "styles")
        if not part:
            return {}
        root = self.package.root(part)
        codes = {
            int(each.get("numFmtId", "0")): each.get("formatCode", "")
            for each in root.iter(f"{S}numFmt")
        }
        styles = root.find(f"{S}cellXfs")
        ids = [int(each.get("numFmtId", "0")) for each in (styles if styles is not None else ())]
        return {style: _format(number, codes) for style, number in enumerate(ids)}


def _format(number: int, codes: Mapping[int, str]) -> str:
    if number not in codes:
        return "date" if number in _DATES else _BUILT_IN.get(number, "")
    bare = _LITERAL.sub("", codes[number].partition(";")[0]).lower()
    return "date" if re.search("[ymdhs]", bare.replace("general", "")) else codes[number]


def _words(item: Element | None) -> str:
    """Return the words of a string, without the readings of its characters."""
    if item is None:
        return ""
    runs = [item, *item.iterchildren(f"{S}r")]
    return "".join(run.findtext(f"{S}t") or "" for run in runs)


def _column(name: str | None, following: int) -> int:
    """Return the number of a cell's column, from zero."""
    if name is None:
        return following
    found = _CELL.fullmatch(name)
    if found is None:
        raise ValueError(name)
    number = 0
    for letter in found[1]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
