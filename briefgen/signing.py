"""Sign off an argument: build its outputs, write the sheet, and take initials back from it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Unpack

from msgspec.structs import replace as with_fields

from briefgen.batch.order import asked_for, options_for, stems
from briefgen.brief import Brief, content_of
from briefgen.load.beside_argument import approvals_file, approvals_text, read_approvals
from briefgen.options import (
    FORMATS,
    BuildOptions,
    NameOrPath,
    OptionFields,
    takes_options,
)
from briefgen.overwrite import refuse_loss
from briefgen.pipeline import build
from briefgen.save import save
from briefgen.signoff import (
    Printed,
    article_and_anchors,
    html_sheet,
    read_sheet,
    refuse_unread,
    sheet,
    signed,
    word_sheet,
)
from briefgen.types.argument import Argument
from briefgen.types.finding import Finding, LoadError, SaveError
from briefgen.types.signoff import Approvals, Sheet, SheetOutput, SignedSheet

Progress = Callable[[int, int], object]

_WRITERS: dict[str, Callable[[Sheet], bytes]] = {
    ".docx": word_sheet,
    ".html": lambda made: html_sheet(made).encode(),
}


@takes_options(but=("length", "audience", "require_signoff"))
def signoff(
    argument: Argument,
    path: NameOrPath,
    options: BuildOptions | None = None,
    *,
    lengths: Iterable[NameOrPath] | None = None,
    audiences: Iterable[NameOrPath] | None = None,
    formats: Iterable[str] = tuple(FORMATS),
    progress: Progress | None = None,
    force: bool = False,
    **given: Unpack[OptionFields],
) -> Sheet:
    """Write the sign-off sheet of an argument's outputs, `.docx` or `.html`, and return it.

    It has a row for each sentence that any of the outputs prints, beside the words of the article
    that it is taken from (`against`, or the one that the argument names), with what differs; what
    of the article is not printed; waivers; and the digest of each file of `formats`. Approvals that
    lie beside the argument are filled in. It holds the article's words: keep it internal.

    Raises:
        BriefgenError: as `build`; what is wrong with the article, the anchors or the approvals.
        SaveError: another suffix; without `force`, a file that is no sheet, or a sheet with
            initials that were not read back; or the file cannot be written.
    """
    write = _WRITERS.get(Path(path).suffix.lower())
    if write is None:
        hint = "name it .docx to sign it there, or .html to read and print it"
        raise SaveError([Finding("sheet-format", "is no sheet's name", hint, file=os.fspath(path))])
    asked, kinds = asked_for(argument, options, given, formats)
    shared = replace(asked, require_signoff=False)
    source, anchors = article_and_anchors(argument, shared.against)
    approvals = read_approvals(argument.places.file)
    inputs = [each for each in (argument.places.file, shared.against) if each is not None]
    refuse_loss([path], inputs, force=True)
    refuse_unread(path, approvals, force=force)
    ways = options_for(shared, lengths, audiences)
    made = [*_printed(argument, ways, kinds, progress)]
    found = sheet(argument, made, source, anchors, approvals)
    save(path, write(found))
    return found


def _printed(
    argument: Argument,
    ways: Sequence[BuildOptions],
    formats: Sequence[str],
    progress: Progress | None,
) -> Iterator[Printed]:
    for number, way in enumerate(ways, 1):
        brief = build(argument, way, checked=True)
        stem = "-".join((argument.id, *stems(way)))
        files = tuple((f"{stem}.{kind}", _digest(brief, kind)) for kind in formats)
        yield Printed(SheetOutput(number, brief.length, brief.audience, files), content_of(brief))
        if progress:
            progress(number, len(ways))


def _digest(brief: Brief, kind: str) -> str:
    return hashlib.sha256(brief.to_bytes(kind)).hexdigest()


def read_signoff(
    path: NameOrPath, argument: NameOrPath | None = None
) -> tuple[Path, Approvals, SignedSheet]:
    """Take the initials of a sheet in Word back into `my.approvals.yaml`, beside the argument.

    Without the argument's file, it is the one that the sheet names, as seen from the folder of the
    sheet or from here. Returned are the file of approvals, what it holds now, and what was read.
    Initials that are left empty take nothing away; rows whose words were edited are not taken.

    Raises:
        BriefgenError: no sound Word file, or no sheet (`sheet-foreign`); an argument that is not
            there (`sheet-argument`); what is wrong with the approvals that are there.
        SaveError: the file cannot be written.
    """
    read = read_sheet(path)
    file = Path(argument) if argument is not None else _argument_of(read, Path(path))
    approvals, changed = signed(read_approvals(file), read)
    target = approvals_file(file)
    save(target, approvals_text(approvals).encode())
    return target, approvals, with_fields(read, findings=(*read.findings, *changed))


def _argument_of(read: SignedSheet, path: Path) -> Path:
    """Return the file of the argument that a sheet names."""
    name = Path(read.argument or "")
    for file in (path.parent / name.name, path.parent / name, name):
        if read.argument and file.is_file():
            return file
    message = f'is of "{read.argument}", which is not there'
    hint = "name the argument: briefgen signoff ARGUMENT --read SHEET"
    raise LoadError([Finding("sheet-argument", message, hint, file=os.fspath(path))])
