"""Help in which options stand under headings."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import click

FLAGS_WIDTH = 30
"""Characters of the column of flags, the same under every heading."""


class _Headed(click.Option):
    """An option that stands under a heading."""

    def __init__(self, *names: Any, heading: str, **settings: Any) -> None:
        super().__init__(*names, **settings)
        self.heading = heading


def under(heading: str) -> Callable[..., Callable[[Any], Any]]:
    """Return `click.option` for options that stand under a heading of a `HeadedCommand`'s help."""
    return partial(click.option, cls=_Headed, heading=heading)


class HeadedCommand(click.Command):
    """A command whose help has headings, in the order of the options; the others come last."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options (click.Command)."""
        headed: dict[str, list[tuple[str, str]]] = {}
        others: list[tuple[str, str]] = []
        for param in self.get_params(ctx):
            record = param.get_help_record(ctx)
            if record is None or isinstance(param, click.Argument):
                continue
            flags, reported = record
            own = headed.setdefault(param.heading, []) if isinstance(param, _Headed) else others
            own.append((f"{flags:{FLAGS_WIDTH}}", reported))
        for heading, records in (*headed.items(), ("Other options", others)):
            with formatter.section(heading):
                formatter.write_dl(records, FLAGS_WIDTH)
