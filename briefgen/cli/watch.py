"""`briefgen watch`: a brief that is built anew on each save."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

from briefgen.cli.option import SETTINGS, HeadedCommand, bundled, debug_option, quiet_option
from briefgen.cli.order import STANDARD_OUTPUT, One, order
from briefgen.cli.order_options import OF_THE_PAGE, OPTIONS, edition_options, force_option
from briefgen.cli.program import built_line, show_brand, show_warnings

_TAKEN = (*OF_THE_PAGE, "outputs", "formats")


def _one(**given: Any) -> One:
    """Return the one brief that is asked for.

    Raises:
        click.UsageError: as `order`; no file, or standard output.
    """
    if not given["outputs"]:
        raise click.UsageError("say where the brief goes: -o FILE")
    if STANDARD_OUTPUT in given["outputs"]:
        raise click.UsageError("-o - prints a brief once; watch writes a file again and again")
    asked = order(folder=None, every=False, explain=False, **given)
    assert isinstance(asked, One)
    return asked


@click.command(
    cls=HeadedCommand,
    context_settings=SETTINGS,
    epilog="""\b
Examples:
  briefgen watch my-argument.md -o brief.pdf
      a viewer that reloads its file shows the page as you write
  briefgen watch my-argument.md --template my-look/ -o brief.pdf -o brief.docx
      also after each change of the theme

\b
Needs an extra: pip install "briefgen[watch]". Ctrl-C ends it.
""",
)
@click.argument("argument", type=click.Path(), metavar="ARGUMENT")
@bundled("asked", _one, {name: OPTIONS[name] for name in _TAKEN})
@edition_options
@force_option
@quiet_option
@debug_option
def command(
    *, argument: str, asked: One, marks: Mapping[str, str], force: bool, quiet: bool
) -> None:
    """Build a brief of ARGUMENT, and again whenever you save.

    It is built anew when the argument changes, or a file that it is made of: facts, pictures,
    lengths, audiences, themes, the brand. After each build all findings are printed, with file and
    line. What is wrong ends nothing, and the files stay as they were last built. A Word brief that
    somebody has edited is not written over.
    """
    if argument == STANDARD_OUTPUT:
        raise click.UsageError("- is standard input, which is read once; name a file to watch")
    from briefgen.watching import watch  # noqa: PLC0415

    show_brand(argument, asked.options, quiet=quiet)
    targets = {target.path: target.format for target in asked.targets}
    for built in watch(argument, targets, asked.options, marks=marks, force=force):
        show_warnings(built.findings)
        for name in targets:
            if built.summary is None:
                click.echo(f"{name}: not built; save again", err=True)
            elif not quiet:
                click.echo(f"{built_line(name, built.summary)} ({built.seconds:.2f} s)")
