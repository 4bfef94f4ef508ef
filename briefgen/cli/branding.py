"""What a command says of the brand that it follows: one line, once, however many briefs."""

from __future__ import annotations

import os

import click

from briefgen.options import BuildOptions
from briefgen.types.finding import name_shown


def show_brand(
    argument: str | os.PathLike[str], options: BuildOptions, *, quiet: bool = False
) -> None:
    """Say on standard error which brand was found beside an argument, and what goes before it.

    A brand that the command itself names is reported only
    where a template of the user's goes before it.
    """
    from briefgen import pipeline  # noqa: PLC0415

    file = pipeline.brand_for(argument, options)
    if quiet or file is None:
        return
    if pipeline.is_own_template(options.template):
        click.echo(
            f"{name_shown(file)}: fills in what {name_shown(os.fspath(options.template))} has not;"
            " its own styles, logo and paper stand",
            err=True,
        )
    elif options.brand is True:
        click.echo(f"{name_shown(file)}: followed; --brand none does without", err=True)
