"""Read and write the files beside an argument: `my.anchors.yaml` and `my.approvals.yaml`."""

from __future__ import annotations

import os
from pathlib import Path

import yaml

from briefgen.load.document import read_model
from briefgen.load.text import is_file
from briefgen.types.signoff import Anchors, Approvals

ANCHORS_ENDING = ".anchors.yaml"

_ANCHORS_HEAD = """\
# Where in the article each statement stands: paragraph, first and last words, digest.
# `briefgen check ARGUMENT --against ARTICLE` reports when a passage has changed.
# Findings that may stand are waived here, each with its reason:
#   waive:
#     - {code: count-not-in-source, at: id-of-the-fact, reason: counted by the editor, by: A. B.}

"""


def anchors_file(argument: str | os.PathLike[str]) -> Path:
    """Return the file of the anchors of an argument's file."""
    path = Path(argument)
    return path.with_name(path.stem + ANCHORS_ENDING)


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
    return _ANCHORS_HEAD + written


APPROVALS_ENDING = ".approvals.yaml"

_APPROVALS_HEAD = """\
# Who approved which sentence beside the article's words that it is taken from.
# An approval lapses when the sentence or its passage changes, and holds in every output.
# Written by `briefgen signoff --read SHEET`; take an entry out to withdraw it.

"""


def approvals_file(argument: str | os.PathLike[str]) -> Path:
    """Return the file of the approvals of an argument's file."""
    path = Path(argument)
    return path.with_name(path.stem + APPROVALS_ENDING)


def read_approvals(argument: str | os.PathLike[str] | None) -> Approvals:
    """Return the approvals beside an argument's file; none where there is no such file.

    Raises:
        LoadError: what is wrong with the file.
    """
    path = approvals_file(argument) if argument is not None else None
    return read_model(path, Approvals) if path and is_file(path) else Approvals()


def approvals_text(approvals: Approvals) -> str:
    """Return approvals as they are written to a file."""
    data = approvals.model_dump(mode="json", exclude_none=True)
    data = {key: value for key, value in data.items() if value}
    written: str = yaml.dump(data, allow_unicode=True, sort_keys=False, width=100)
    return _APPROVALS_HEAD + written
