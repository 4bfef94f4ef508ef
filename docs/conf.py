"""Settings of the documentation: `sphinx-build -W --keep-going -b html docs out/html`."""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import generate  # noqa: E402 - found by the line above

import briefgen  # noqa: E402

project = "briefgen"
author = "the briefgen project"
version = release = briefgen.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_generated"]
root_doc = "index"
html_theme = "furo"
html_title = "briefgen"
html_copy_source = False
html_show_sphinx = False
language = "en"
default_role = "code"
highlight_language = "none"
smartquotes = False

myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "description"

generate.write_pages(HERE / "_generated")
