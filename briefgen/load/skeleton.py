"""The skeleton of an argument to start from, and what of it an author is to replace."""

from __future__ import annotations

from briefgen.cache import kept
from briefgen.load.resources import resources_folder
from briefgen.load.text import read_text
from briefgen.types.placeholders import PLACEHOLDERS

TEXTS_FILE = "skeleton_texts.txt"
"""Beside the skeletons, their texts to replace, read in advance (`make_skeleton_texts.py`)."""


def skeleton(suffix: str = ".yaml") -> str:
    """Return an argument in YAML or Markdown whose sentences say what to write in their place.

    It loads and builds, so that it can be tried at once and replaced bit by bit; `check` names
    what of it is left.
    """
    name = "skeleton.md" if suffix == ".md" else "skeleton.yaml"
    return read_text(resources_folder("templates") / name)


@kept(1)
def examples() -> tuple[str, ...]:
    """Return the texts of all skeletons, those of articles too, that are to be replaced."""
    texts = read_text(resources_folder("templates") / TEXTS_FILE).splitlines()
    return tuple(dict.fromkeys([*texts, *PLACEHOLDERS]))
