"""Make `read_ahead.msgpack`: built-in content templates, compiled in advance.

    python templates/make_read_ahead.py

Run it after a built-in template, the sandbox or Jinja2 has changed; a test says so where it was
forgotten.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from briefgen.compose.tags import code_of
from briefgen.load.read_ahead import READ_AHEAD_FILE, ReadAhead, digest
from briefgen.load.resources import resources_folder

TEMPLATES = Path(__file__).parent


def packed() -> bytes:
    """Return all that is made in advance of the built-in files."""
    texts = [file.read_text("utf-8") for file in sorted(resources_folder("content").iterdir())]
    return msgspec.msgpack.encode(
        ReadAhead(code={digest(text.encode()): code_of(text) for text in texts})
    )


if __name__ == "__main__":
    (TEMPLATES / READ_AHEAD_FILE).write_bytes(packed())
