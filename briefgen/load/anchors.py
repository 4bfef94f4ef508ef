"""Read and write the anchors of an argument: the file beside it, `my.anchors.yaml`."""

from __future__ import annotations

import os
from pathlib import Path

import yaml

from briefgen.load.document import read_model
from briefgen.load.text import is_file
from briefgen.types.anchor import Anchors

ENDING = ".anchors.yaml"

_HEAD = """\
# Where in the article each statement stands: paragraph, first and last words, digest.
# `briefgen check ARGUMENT --against ARTICLE` tells when a passage has changed.
# Findings that may stand are waived here, each with its reason:
#   waive:
#     - {code: count-not-in-source, at: id-of-the-fact, reason: counted by the editor, by: A. B.}

"""


def anchors_file(argument: str | os.PathLike[str]) -> Path:
    """Return the file of the anchors of an argument's file."""
    path = Path(argument)
    return path.with_name(path.stem + ENDING)


def read_anchors(argument: str | os.PathLike[str]) -> Anchors | None:
    """Return the anchors beside an argument's file; None where there are none.

    Raises:
        LoadError: what is wrong with the file.
    """
    path = anchors_file(argument)
    return read_model(path, Anchors) if is_file(path) else None


def anchors_text(anchors: Anchors) -> str:
    """Return anchors as they are written to a file."""
    data = anchors.model_dump(mode="json", exclude_none=True)
    data = {key: value for key, value in data.items() if value}
    written: str = yaml.dump(data, allow_unicode=True, sort_keys=False, width=100)
    return _HEAD + written
