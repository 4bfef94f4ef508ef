"""What is fuzzed: bytes in; nothing comes out but an error of the user's own."""

from __future__ import annotations

import atexit
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from samples.small import SMALL
from samples.stand_in import ROOT

import briefgen
from briefgen.checking import check_compared, check_file
from briefgen.types.argument import Argument
from briefgen.types.finding import BriefgenError

Target = Callable[[bytes], None]


def loading(data: bytes) -> None:
    """Read bytes as an argument, YAML or JSON, and build what can be read."""
    _build_whole("argument.json" if data[:1] in (b"{", b"[") else "argument.yaml", data)


def markdown(data: bytes) -> None:
    """Read bytes as an argument in Markdown, and build what can be read."""
    _build_whole("argument.md", data)


def article(data: bytes) -> None:
    """Read bytes as an article: make skeletons from it, and compare an argument with it."""
    begins = {b"PK": "docx", b"%P": "pdf", b"<": "html"}
    ending = next((each for head, each in begins.items() if data.startswith(head)), "md")
    file = _folder() / f"article.{ending}"
    file.write_bytes(data)
    for written in (_folder() / "new.md", _folder() / "new.yaml"):
        written.unlink(missing_ok=True)
        try:
            briefgen.new(written, article=file)
            for finding in check_file(written, against=file):
                assert finding.code
            check_compared(_argument(), against=file)
        except BriefgenError as error:
            _reported(error)


def content(data: bytes) -> None:
    """Build a brief by bytes as its content template."""
    (_folder() / "fuzzed.md.j2").write_bytes(data)
    _build(length=_length(), template="standard")


def word(data: bytes) -> None:
    """Build a brief in bytes as its Word template."""
    file = _folder() / "fuzzed.docx"
    file.write_bytes(data)
    _build(length="one-page", template=file)


TARGETS: dict[str, Target] = {
    "loading": loading,
    "markdown": markdown,
    "article": article,
    "content": content,
    "word": word,
}


BUILT_IN = {"content": ("content",), "word": ("themes",)}
"""Folders of templates that a target begins with, too."""


def corpora(name: str) -> list[Path]:
    """Return the folders of a target's first inputs, and of those that once broke it."""
    own = Path(__file__).parent / "corpus" / name
    return [own, *(ROOT / "templates" / folder for folder in BUILT_IN.get(name, ()))]


def _build_whole(name: str, data: bytes) -> None:
    file = _folder() / name
    file.write_bytes(data)
    try:
        argument = briefgen.load(file)
        briefgen.check(argument)
        briefgen.build(argument).to_bytes("pdf")
    except BriefgenError as error:
        _reported(error)


def _build(length: str | Path, template: str | Path) -> None:
    try:
        brief = briefgen.build(_argument(), length=length, template=template)
        brief.to_bytes("docx")
        brief.to_bytes("pdf")
    except BriefgenError as error:
        _reported(error)


def _reported(error: BriefgenError) -> None:
    """Check that an error says something, and that what it says can be printed."""
    assert error.findings
    for finding in error.findings:
        assert finding.code
        assert finding.message
        str(finding).encode()


@cache
def _argument() -> Argument:
    """Return a small argument, one of whose facts has values over time."""
    years, *facts = SMALL["facts"]
    series = [{"date": "2019", "value": 2}, {"date": years["as_of"], "value": years["value"]}]
    return Argument.model_validate({**SMALL, "facts": [{**years, "series": series}, *facts]})


@cache
def _folder() -> Path:
    held = TemporaryDirectory()
    atexit.register(held.cleanup)
    return Path(held.name)


@cache
def _length() -> Path:
    """Return a length of two pages whose content template is fuzzed."""
    text = (ROOT / "templates" / "lengths" / "two-page.yaml").read_text(encoding="utf-8")
    file = _folder() / "fuzzed.yaml"
    name = next(line for line in text.splitlines() if line.startswith("content:"))
    file.write_text(text.replace(name, "content: fuzzed.md.j2"), encoding="utf-8")
    return file
