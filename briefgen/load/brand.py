"""Read a brand: the file, and its logo and fonts from its own folder and from nowhere else."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from briefgen.cache import Same, kept, kept_with_files
from briefgen.load.document import read_model_in_part
from briefgen.load.fonts import font_places
from briefgen.load.text import is_file, is_folder, within
from briefgen.types.argument import Argument
from briefgen.types.brand import BRAND_FILE, Brand
from briefgen.types.finding import BriefgenError, Finding, LoadError
from briefgen.types.picture import Picture
from briefgen.types.source_map import Path as Way
from briefgen.types.source_map import SourceMap

LOGO_ROOM_PT = (240.0, 120.0)
"""Width and height of a logo at most, in any theme: it is kept as fine as that needs."""

Named = str | os.PathLike[str] | bool
"""A brand's file; True for the one beside the argument, if there is one; False for none."""

Value = TypeVar("Value")


class ReadBrand(Struct, frozen=True, eq=False):
    """A brand as it was read. `sources` are the files and folders that it comes from."""

    said: Brand
    places: SourceMap
    logo: Picture | None
    fonts: Path | None
    sources: tuple[Path, ...]

    @property
    def logo_alt(self) -> str:
        """What stands for the logo where it cannot be seen."""
        return self.said.logo_alt or self.said.organisation or ""

    def finding(self, code: str, message: str, hint: str, way: Way) -> Finding:
        """Return a fault of a value of the brand, with its line."""
        return Finding(code, message, hint, way, file=self.places.file, line=self.places.line(way))


def brand_beside(file: str | os.PathLike[str] | None) -> Path | None:
    """Return where the brand beside an argument's file is, or would be; None without a file.

    An argument from standard input has the folder of its pictures.
    """
    return None if file is None else Path(file).parent / BRAND_FILE


def brand_file(argument: Argument, named: Named) -> Path | None:
    """Return the file of the brand of an argument's briefs; None where there is none.

    Raises:
        LoadError: `brand-outside`: the one beside the argument is a link that leads elsewhere.
    """
    if not isinstance(named, bool):
        return Path(named)
    beside = brand_beside(argument.places.file) if named else None
    if beside is None or not is_file(beside):
        return None
    if within(BRAND_FILE, beside.parent) is None:
        message = "leads out of the folder of the argument"
        hint = "put the file itself there, not a link, or name the other one: --brand FILE"
        raise LoadError([Finding("brand-outside", message, hint, file=str(beside))])
    return beside


def brand_named(file: str | os.PathLike[str], named: Named) -> Path | None:
    """Return where the brand of an argument's file is, whether it is there or not."""
    return (brand_beside(file) if named else None) if isinstance(named, bool) else Path(named)


def brand_path(named: Named) -> Path | None:
    """Return the path of a brand's file that was looked for already; None for none."""
    return None if isinstance(named, bool) else Path(named)


@kept(8)
def issued(same: Same[Argument], brand: ReadBrand | None) -> Argument:
    """Return an argument that the brand's organisation issues, where it names no other."""
    argument = same.held
    if brand is None or brand.said.organisation is None or argument.issuer.organisation:
        return argument
    issuer = argument.issuer.model_copy(update={"organisation": brand.said.organisation})
    return argument.model_copy(update={"issuer": issuer})


def logo_stands(argument: Argument, brand: ReadBrand) -> bool:
    """Whether the brand's logo is that of who issues the brief, which shows none of its own."""
    named, own = argument.issuer.organisation, brand.said.organisation
    same = not named or not own or named.casefold() == own.casefold()
    return same and argument.issuer.logo is None


@kept_with_files(16, lambda brand: brand.sources)
def read_brand(file: Path) -> ReadBrand:
    """Return the brand that a YAML or JSON file holds.

    Raises:
        LoadError: everything that is wrong with the file, its values, its logo or its fonts.
    """
    try:
        said, places, findings, lost = read_model_in_part(file, Brand)
    except LoadError as error:
        raise LoadError(map(_begun, error.findings)) from None
    if said is None:
        raise LoadError(map(_begun, findings))
    read, folder = ReadBrand(said, places, None, None, (file,)), file.parent
    if not (lost.touches("organisation") or lost.touches("logo_alt")):
        findings += _without_words(read)
    logo = _tried(lambda: _logo(read, folder), findings) if said.logo else None
    fonts = _tried(lambda: _fonts(read, folder), findings) if said.fonts.folder else None
    if findings:
        raise LoadError(findings)
    sources = (
        file,
        *([folder / said.logo] if said.logo else []),
        *(font_places(fonts) if fonts else []),
    )
    return ReadBrand(said, places, logo, fonts, sources)


def _begun(fault: Finding) -> Finding:
    """Return a fault of a file with nothing in it as one that says how a brand begins."""
    hint = "write what your organisation has, or start from: briefgen new brand.yaml"
    return replace(fault, hint=hint) if fault.code == "file-empty" else fault


def _tried(read: Callable[[], Value], findings: list[Finding]) -> Value | None:
    try:
        return read()
    except BriefgenError as error:
        findings += error.findings
        return None


def _without_words(read: ReadBrand) -> Iterator[Finding]:
    """Yield a finding for a logo that nothing describes."""
    if read.said.logo and not read.logo_alt:
        message = "is described by nothing, and some readers cannot see it"
        hint = "add logo_alt: what it shows; or organisation: the name that it stands for"
        yield read.finding("brand-logo-alt", message, hint, ("logo",))


def _logo(read: ReadBrand, folder: Path) -> Picture:
    from briefgen.load.images import read_picture  # noqa: PLC0415 - all of Pillow

    assert read.said.logo
    try:
        return read_picture(read.said.logo, folder, LOGO_ROOM_PT)
    except LoadError as error:
        raise LoadError(
            replace(
                read.finding(one.code, f'"{one.file}" {one.message}', one.hint, ("logo",)),
                severity=one.severity,
            )
            for one in error.findings
        ) from None


def _fonts(read: ReadBrand, folder: Path) -> Path:
    name = read.said.fonts.folder
    assert name
    way = ("fonts", "folder")
    found = within(name, folder)
    if found is None:
        message, hint = f'"{name}" leads out of the folder of this file', "copy the fonts into it"
        raise LoadError([read.finding("brand-fonts-outside", message, hint, way)])
    if not is_folder(found):
        message, hint = f'"{name}" is no folder here', "name a folder beside this file, with .ttf"
        raise LoadError([read.finding("font-folder", message, hint, way)])
    return folder / name
