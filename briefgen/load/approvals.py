"""Read and write the approvals of an argument: the file beside it, `my.approvals.yaml`."""

from __future__ import annotations

import os
from pathlib import Path

import yaml

from briefgen.load.document import read_model
from briefgen.load.text import is_file
from briefgen.types.signoff import Approvals

ENDING = ".approvals.yaml"

_HEAD = """\
# Who approved which sentence beside the article's words that it is taken from.
# An approval lapses when the sentence or its passage changes, and holds in every output.
# Written by `briefgen signoff --read SHEET`; take an entry out to withdraw it.

"""


def approvals_file(argument: str | os.PathLike[str]) -> Path:
    """Return the file of the approvals of an argument's file."""
    path = Path(argument)
    return path.with_name(path.stem + ENDING)


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
    return _HEAD + written
