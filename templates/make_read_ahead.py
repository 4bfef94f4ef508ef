"""Make `read_ahead.msgpack`, built-in templates read and compiled in advance, schemas, and dates.

    python templates/make_read_ahead.py

Run it after a built-in template, the sandbox, a model of `briefgen/types` or one of the libraries
Jinja2, pydantic and Babel has changed; a test says so where it was forgotten.
"""

from __future__ import annotations

import datetime
import pickle
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import get_decimal_symbol, get_group_symbol, list_currencies
from pydantic import VERSION, BaseModel
from pydantic._internal._config import ConfigWrapper
from pydantic_core import CoreSchema

from briefgen.compose.tags import code_of
from briefgen.languages.cldr import CLDR_FILE, LANGUAGES, Cldr, WrittenForms, names_of_months
from briefgen.load.document import read_data
from briefgen.load.page_style import read_page_style
from briefgen.load.resources import READ_AHEAD_FILE, ReadAhead, ReadWord, digest, resources_folder
from briefgen.load.word.body import with_places
from briefgen.load.word.header_footer import read_header_footer
from briefgen.load.word.template import read_built_in_template
from briefgen.sandbox.fields import code_of as code_of_field
from briefgen.sandbox.fields import conditional
from briefgen.types.argument import Argument, Headings
from briefgen.types.article import Edition
from briefgen.types.base import SCHEMAS_FILE
from briefgen.types.brand import Brand
from briefgen.types.labels import Labels
from briefgen.types.page import PageGeometry
from briefgen.types.selection import Audience, Length

TEMPLATES = Path(__file__).parent

MODELS = (Argument, Audience, Brand, Edition, Headings, Length, PageGeometry)
"""What a first brief reads and writes; what they hold is within."""


_ADDRESS = re.compile(r":\d+")
"""Where in memory a class is, which pydantic adds to its name."""


def packed() -> bytes:
    """Return all that is made in advance of the built-in files."""
    texts = [file.read_text("utf-8") for file in sorted(resources_folder("content").iterdir())]
    labels = sorted(resources_folder("labels").glob("*.yaml"))
    files = sorted(resources_folder("themes").glob("*/*.docx"))
    return msgspec.msgpack.encode(
        ReadAhead(
            code={digest(text.encode()): code_of(text) for text in texts},
            words={digest(file.read_bytes()): _read(file) for file in files},
            labels={digest(file.read_bytes()): _labels(file) for file in labels},
        )
    )


def _read(file: Path) -> msgspec.Raw:
    """Return what is read of a Word template. The PDF prints all that a built-in one has."""
    word, _ = with_places(read_built_in_template(file))
    header_footer, left_out = read_header_footer(word)
    assert not left_out
    code = {
        source: code_of_field(source) for source in _sources(msgspec.to_builtins(header_footer))
    }
    header_footer = msgspec.structs.replace(header_footer, code=code)
    return msgspec.Raw(msgspec.msgpack.encode(ReadWord(read_page_style(word), header_footer)))


def _labels(file: Path) -> msgspec.Raw:
    return msgspec.Raw(msgspec.msgpack.encode(msgspec.convert(read_data(file)[0], Labels)))


def _sources(held: Any) -> Iterator[str]:
    """Yield texts and conditions in what a header or footer holds."""
    match held:
        case dict():
            if held.get("source"):
                yield held["source"]
            if "condition" in held:
                yield conditional(held["condition"])
            for one in held.values():
                yield from _sources(one)
        case list() | tuple():
            for one in held:
                yield from _sources(one)


def schema_of(model: type[BaseModel]) -> tuple[CoreSchema, Any]:
    """Return what pydantic makes of a model to check and write it, and the settings of that.

    What is for JSON schemas alone is left out: pydantic makes it again for these.
    """
    config = ConfigWrapper(model.model_config).core_config(title=model.__name__)
    model.model_rebuild(force=True)
    return _bare(model.__pydantic_core_schema__), config


def _bare(schema: Any) -> Any:
    match schema:
        case dict():
            return {
                key: _ADDRESS.sub("", value) if key in ("ref", "schema_ref") else _bare(value)
                for key, value in schema.items()
                if key != "metadata"
            }
        case list():
            return [_bare(value) for value in schema]
        case tuple():
            return tuple(_bare(value) for value in schema)
        case _:
            return schema


def schemas() -> bytes:
    """Return the schemas of models, each packed, with the pydantic that they are for."""
    held = {
        f"{model.__module__}.{model.__name__}": pickle.dumps(schema_of(model), protocol=5)
        for model in MODELS
    }
    return pickle.dumps((VERSION, held), protocol=5)


def cldr() -> bytes:
    """Return what Babel knows of languages that come along, and of currencies."""
    languages = {tag: _conventions(Locale.parse(tag, sep="-")) for tag in LANGUAGES}
    return msgspec.msgpack.encode(Cldr(languages, frozenset(list_currencies())), order="sorted")


def _conventions(locale: Locale) -> WrittenForms:
    days = [datetime.date(8765, month, 24) for month in range(1, 13)]

    def places(written: str) -> str:
        return written.replace("8765", "{year}").replace("24", "{day}")

    lists = locale.list_patterns["standard"]
    assert locale.decimal_formats[None].pattern == "#,##0.###"
    return WrittenForms(
        tuple(places(format_date(day, "long", locale=locale)) for day in days),
        tuple(places(format_skeleton("yMMMM", day, locale=locale)) for day in days),
        tuple(places(format_skeleton("yQQQ", day, locale=locale)) for day in days[::3]),
        names_of_months(locale),
        get_group_symbol(locale),
        get_decimal_symbol(locale),
        (lists.get("2", lists["end"]), lists["start"], lists["middle"], lists["end"]),
    )


if __name__ == "__main__":
    CLDR_FILE.unlink(missing_ok=True)
    CLDR_FILE.write_bytes(cldr())
    SCHEMAS_FILE.unlink(missing_ok=True)
    SCHEMAS_FILE.write_bytes(schemas())
    (TEMPLATES / READ_AHEAD_FILE).write_bytes(packed())
