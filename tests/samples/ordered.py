"""What `briefgen build` is asked for by some options, the others not being given."""

from __future__ import annotations

from typing import Any

from briefgen.cli.order import One, Several, order

_NOT_GIVEN: dict[str, Any] = {
    "output": None,
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
    """Return the order that some options make."""
    return order(**_NOT_GIVEN | given)
