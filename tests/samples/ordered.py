"""What `briefgen build` is asked for by some options, the others not being given."""

from __future__ import annotations

from typing import Any

from briefgen.cli.order import One, Several, order

_NOT_GIVEN: dict[str, Any] = {
    "outputs": (),
    "folder": None,
    "every": False,
    "formats": (),
    "lengths": (),
    "audiences": (),
    "template": "standard",
    "fonts": None,
    "pin": {},
    "exclude": (),
    "explain": False,
}


def ordered(**given: Any) -> One | Several:
    """Return the order that some options make; `output` is one file of `outputs`."""
    if "output" in given:
        given["outputs"] = (given.pop("output"),)
    return order(**_NOT_GIVEN | given)
