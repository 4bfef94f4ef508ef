"""Make `read_ahead.msgpack`: built-in templates, read and compiled in advance.

    python templates/make_read_ahead.py

Run it after a built-in template, the sandbox or Jinja2 has changed; a test says so where it was
forgotten.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from briefgen.compose.tags import code_of
from briefgen.load.page_style import read_page_style
from briefgen.load.resources import READ_AHEAD_FILE, ReadAhead, ReadWord, digest, resources_folder
from briefgen.load.word.body import with_places
from briefgen.load.word.header_footer import read_header_footer
from briefgen.load.word.template import read_built_in_template

TEMPLATES = Path(__file__).parent


def packed() -> bytes:
    """Return all that is made in advance of the built-in files."""
    texts = [file.read_text("utf-8") for file in sorted(resources_folder("content").iterdir())]
    files = sorted(resources_folder("themes").glob("*/*.docx"))
    return msgspec.msgpack.encode(
        ReadAhead(
            code={digest(text.encode()): code_of(text) for text in texts},
            words={digest(file.read_bytes()): _read(file) for file in files},
        )
    )


def _read(file: Path) -> msgspec.Raw:
    """Return what is read of a Word template. The PDF prints all that a built-in one has."""
    word, _ = with_places(read_built_in_template(file))
    header_footer, left_out = read_header_footer(word)
    assert not left_out
    return msgspec.Raw(msgspec.msgpack.encode(ReadWord(read_page_style(word), header_footer)))


if __name__ == "__main__":
    (TEMPLATES / READ_AHEAD_FILE).write_bytes(packed())
