"""Read a theme: page template, Word template, and the fonts that its styles name."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from briefgen.cache import kept_with_files
from briefgen.load.brand import ReadBrand, read_brand
from briefgen.load.font_file import FontFile
from briefgen.load.fonts import font_places, read_fonts
from briefgen.load.page import (
    BESIDE_SIDE_PT,
    main_width_pt,
    master_findings,
    read_page_template,
    side_column_dropped,
    word_findings,
)
from briefgen.load.resources import (
    ReadWord,
    names,
    resources_file,
    resources_folder,
    word_ahead,
)
from briefgen.load.text import is_folder
from briefgen.types.finding import Finding, TemplateError
from briefgen.types.font import FontLibrary, on_font, on_fonts, restyled
from briefgen.types.header_footer import HeaderFooter
from briefgen.types.page import DOUBLE, SINGLE, Master, PageGeometry, frames_of, large_master
from briefgen.types.page_style import Closeness, PageStyle
from briefgen.types.source_map import SourceMap

if TYPE_CHECKING:
    from briefgen.ooxml.package import WordTemplate

PAGE_FILE = "page.yaml"
STANDARD = "standard"
WORD_SUFFIXES = (".docx", ".dotx", ".docm", ".dotm")


ONE_COLUMN = {"columns": None, "margin_left_pt": 84, "margin_right_pt": 84, "stretch_pt": 3}
"""A template of an organisation's is made for one column, and may have sections of its own."""


class Theme(Struct, frozen=True, eq=False):
    """All that gives a brief its themes. `file` is the page template's, and `places` its lines.

    `read_word` is the Word template of `word_file`, but for that of a built-in theme as it comes,
    which is read when it is asked for: a PDF needs only what was read of it in advance.
    `unprinted` are code points of the Word template's own text that no font at hand prints.
    `is_own` is said of a Word template of the user's on the pages of the standard theme.
    `sources` are the files and folders that it was read from, or that were looked for. `brand` is
    the one that it is in, or that gives an own template what that has not.
    """

    file: str
    places: SourceMap
    page: PageGeometry
    word_file: str
    read_word: WordTemplate | None
    page_style: PageStyle
    header_footer: HeaderFooter
    fonts: FontLibrary
    findings: tuple[Finding, ...]
    sources: tuple[Path, ...]
    unprinted: frozenset[int] = frozenset()
    is_own: bool = False
    brand: ReadBrand | None = None
    large_print: bool = False

    @property
    def word(self) -> WordTemplate:
        """The Word template, as far as it may stand in a brief."""
        return self.read_word or _built_in_word(self.word_file)

    def master(self, name: str) -> Master:
        """Return a page master, without its side column where an own template has no room for it.

        Raises:
            TemplateError: the page template has none of this name, or the page is too small for it.
        """
        if (master := self._own_or_given(name)) is None:
            from briefgen.types.finding import nearest  # noqa: PLC0415 - for the mistaken

            known = f"there are: {', '.join(self.page.masters)}"
            near = nearest(name, list(self.page.masters))
            hint = f"did you mean {near}? {known}" if near else known
            message, line = f'has no page master "{name}"', self.places.line(("masters",))
            finding = Finding(
                "master-unknown", message, hint, ("masters",), "error", self.file, line
            )
            raise TemplateError([finding])
        if self.large_print:
            page = self.page_style
            margin = max(page.margin_left_pt, page.margin_right_pt)
            master = large_master(name, master, page.page_width_pt, margin)
        if self._is_narrow(master):
            master = master.model_copy(update={"side": None})
        if self.is_own and master.columns:
            master = master.model_copy(update=ONE_COLUMN)
        if findings := [*master_findings(name, master, self.page_style, self.places)]:
            raise TemplateError(findings)
        return master

    def master_warnings(self, name: str) -> tuple[Finding, ...]:
        """Return the warning about a side column that there is no room for."""
        master = self._own_or_given(name)
        assert master is not None
        if self.large_print or not self._is_narrow(master):
            return ()
        return (side_column_dropped(master, self.page_style, self.word_file),)

    def has_side_column(self, name: str) -> bool:
        """Whether a master has a side column, as far as a content template may know."""
        master = self._own_or_given(name)
        return master is not None and master.side is not None and not self.large_print

    def frames(self, name: str) -> dict[str, str]:
        """Return the frames in which a master has the parts of a first page.

        Large print has no figure that leads: there the smallest ones are large.
        """
        frames = frames_of(self._own_or_given(name), side=self.has_side_column(name))
        return {**frames, "lead_figure": ""} if self.large_print else frames

    def _own_or_given(self, name: str) -> Master | None:
        """Return the master of a name; an organisation's template has the column of a single page.

        It was made for one column, so that two pages of it have a side column instead of two.
        """
        return self.page.masters.get(SINGLE if self.is_own and name == DOUBLE else name)

    def _is_narrow(self, master: Master) -> bool:
        return self.is_own and main_width_pt(master, self.page_style) < BESIDE_SIDE_PT


def read_theme(
    name_or_path: str | os.PathLike[str],
    fonts: str | os.PathLike[str] | None = None,
    *,
    untrusted: bool = False,
    replace_body: bool = False,
    closeness: Closeness = Closeness.OWN,
    brand: Path | None = None,
    large_print: bool = False,
) -> Theme:
    """Return a theme: a built-in one by name, a folder with a `page.yaml`, or a Word template.

    A Word template of the user's own is set on the pages of the standard look. `fonts` is a folder
    with font files of the user's. What a Word template must not bring along is refused where it is
    `untrusted`, and else left out with a warning. What was read is kept for as long as the files
    stay as they are. `replace_body` leaves out what a sample document's body says. Styles of
    a Word template alone are set as much closer and smaller as `closeness` says. `brand` is the
    file of colours, fonts and paper for a built-in theme, and of what one of the user's has not.
    In `large_print`, no type is smaller than 14 points, and text stands in one column.

    Raises:
        LoadError: a page template that is none; a brand that is none.
        TemplateError: all that is wrong with page and Word template, or with its fonts.
    """
    page_file, word_file = _files(name_or_path)
    return _read(
        Asked(
            page_file,
            word_file,
            None if fonts is None else Path(fonts),
            brand,
            is_own_look(name_or_path),
            untrusted=untrusted,
            replace_body=replace_body,
            closeness=Closeness.OWN if word_file is None else closeness,
            large_print=large_print,
        )
    )


class ThemeWord(Struct, frozen=True, eq=False):
    """What the Word template of a theme says; `template` is None where that was read in advance.

    `beside` are files that were looked for beside it.
    """

    template: WordTemplate | None
    page_style: PageStyle
    header_footer: HeaderFooter
    warnings: tuple[Finding, ...] = ()
    beside: tuple[Path, ...] = ()


class Asked(Struct, frozen=True):
    """Which files a theme is read from, and how: `own_word` is set where no page comes with it."""

    page_file: Path
    own_word: Path | None
    own_fonts: Path | None
    brand_file: Path | None
    is_own_look: bool
    untrusted: bool
    replace_body: bool
    closeness: Closeness
    large_print: bool

    def ahead(self, file: Path) -> ReadWord | None:
        """Return what was read in advance of a Word template, if it is to be as it comes."""
        changed = self.is_own_look or self.brand_file or self.large_print or self.replace_body
        return None if changed else word_ahead(file)


def _files(name_or_path: str | os.PathLike[str]) -> tuple[Path, Path | None]:
    path = Path(name_or_path)
    if path.suffix.lower() in WORD_SUFFIXES:
        return resources_file("themes", STANDARD) / PAGE_FILE, path
    own = is_own_look(name_or_path)
    folder = path if own else resources_file("themes", os.fspath(name_or_path))
    return folder / PAGE_FILE, None


def is_own_look(name_or_path: str | os.PathLike[str]) -> bool:
    """Whether a theme of the user's is meant: a path, a folder or a Word template.

    A folder that happens to have the name of a built-in theme is meant as a path only: `./press`.
    """
    text, path = os.fspath(name_or_path), Path(name_or_path)
    if "/" in text or os.sep in text or path.suffix.lower() in WORD_SUFFIXES:
        return True
    return is_folder(path) and text not in names("themes")


@kept_with_files(16, lambda theme: theme.sources)
def _read(asked: Asked) -> Theme:
    own_word = asked.own_word
    brand = read_brand(asked.brand_file) if asked.brand_file else None
    page, places = read_page_template(asked.page_file, with_word=own_word is None)
    word_file = own_word or asked.page_file.parent / page.word
    findings = [] if own_word else [*word_findings(page, places, asked.page_file.parent)]
    read = None
    if not findings:
        read, findings = _read_word(asked, word_file, brand)
    if read and not own_word:
        for name, master in page.masters.items():
            findings += master_findings(name, master, read.page_style, places)
    if findings or read is None:
        raise TemplateError(findings)
    word, page_style, named = read.template, read.page_style, read.header_footer
    families = named.families | {style.family for style in page_style.styles.values()}
    own_fonts = asked.own_fonts or (brand.fonts if brand else None)
    enclosed = partial(_enclosed, word) if word and asked.is_own_look else None
    fonts, warnings = read_fonts(resources_folder("fonts"), families, own_fonts, enclosed)
    if brand:
        from briefgen.load.brand_check import named_by_brand  # noqa: PLC0415

        warnings = named_by_brand(warnings, brand)
    reported = (*read.warnings, *warnings)
    page_style = on_fonts(page_style, fonts)
    unprinted: frozenset[int] = frozenset()
    if own_word and word:
        from briefgen.load.theme_word import with_room  # noqa: PLC0415

        word, page_style, unprinted, more = with_room(word, page_style, fonts)
        reported = (*reported, *more)
    folders = [resources_folder("fonts"), *([own_fonts] if own_fonts else [])]
    sources = (
        asked.page_file,
        word_file,
        *read.beside,
        *(brand.sources if brand else ()),
        *(place for folder in folders for place in font_places(folder)),
    )
    return Theme(
        str(asked.page_file),
        places,
        page,
        str(word_file),
        word,
        page_style,
        restyled(named, lambda style: on_font(style, fonts)),
        fonts,
        reported,
        sources,
        unprinted,
        is_own=own_word is not None,
        brand=brand,
        large_print=asked.large_print,
    )


def _enclosed(word: WordTemplate, family: str) -> list[FontFile]:
    """Return the faces of a family that a Word template of the user's encloses."""
    from briefgen.load.word.enclosed_fonts import enclosed_faces  # noqa: PLC0415 - few have some

    return enclosed_faces(word.package, word.file, family)


def _read_word(
    asked: Asked, file: Path, brand: ReadBrand | None
) -> tuple[ThemeWord | None, list[Finding]]:
    """Return what a Word template says, if it can be read, and its errors."""
    ahead = asked.ahead(file)
    if ahead:
        return ThemeWord(None, ahead.page_style, ahead.header_footer), []
    from briefgen.load.theme_word import read_theme_word  # noqa: PLC0415 - with all of Word

    return read_theme_word(asked, file, brand)


@kept_with_files(4, lambda word: (word.file,))
def _built_in_word(file: str) -> WordTemplate:
    from briefgen.load.theme_word import read_as_it_comes  # noqa: PLC0415 - with all of Word

    return read_as_it_comes(Path(file))
