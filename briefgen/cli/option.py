"""Options that commands share, and the completion of their values."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable, Mapping
from functools import partial, wraps
from typing import Any

import click
from click.shell_completion import CompletionItem

from briefgen.types.finding import BriefgenError

SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}

Names = tuple[tuple[str, str], ...]
Complete = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]

debug_option = click.option(
    "--debug", is_flag=True, expose_value=False, help="Show where a fault of briefgen's arose."
)
"""Read from the command as given, so that it works even where the command cannot be read."""

input_format_option = click.option(
    "--input-format",
    "input_format",
    type=click.Choice(["markdown", "yaml", "json"], case_sensitive=False),
    metavar="FORMAT",
    help="What standard input (-) holds: markdown, yaml or json.  [default: yaml]",
)
"""Not needed for files: their suffix says it."""

quiet_option = click.option("-q", "--quiet", is_flag=True, help="Print errors only.")


def style_option(reported: str, *others: str) -> Callable[[Any], Any]:
    """Return the option that says for whom a command writes: people, or programs.

    `others` are formats that one command has besides text and JSON.
    """
    return click.option(
        "--format",
        "style",
        type=click.Choice(["text", "json", *others]),
        default="text",
        show_default=True,
        help=reported,
    )


def argument_named(
    given: str, input_format: str | None, root: str | None
) -> str | os.PathLike[str]:
    """Return the argument that a command names: a file, or standard input for `-`."""
    if given == "-":
        from briefgen.checking import StandardInput  # noqa: PLC0415

        language = {"markdown": "md"}.get(input_format or "", input_format)
        return StandardInput(language or "yaml", root)
    return given


def reject_stray_input_options(
    given: Iterable[str], input_format: str | None, root: str | None
) -> None:
    """Refuse what says something of standard input where that is not read, or read twice.

    Raises:
        click.UsageError: `--input-format` or `--root` without `-`, or `-` named twice.
    """
    readings = [*given].count("-")
    if readings > 1:
        raise click.UsageError("- is standard input, which can be read once")
    for flag, value in (("--input-format", input_format), ("--root", root)):
        if value is not None and not readings:
            raise click.UsageError(f"{flag} goes with -, which reads standard input")


def names(kind: str) -> Names:
    """Return the built-in `lengths`, `audiences` or `templates`, each with its description."""
    from briefgen import built_in  # noqa: PLC0415

    listed: Names = getattr(built_in, kind)()
    return listed


def completed(kind: str) -> Complete:
    """Return a completion of built-in names of a kind, and of the user's own files."""

    def complete(_: click.Context, __: click.Parameter, typed: str) -> list[CompletionItem]:
        items: list[CompletionItem] = []
        with contextlib.suppress(BriefgenError):
            items = [
                CompletionItem(name, help=description)
                for name, description in names(kind)
                if name.startswith(typed)
            ]
        return items or [CompletionItem(typed, type="file")]

    return complete


def named_option(flag: str, name: str, kind: str, **settings: Any) -> Callable[[Any], Any]:
    """Return an option that takes a built-in name of a kind or the path of a file."""
    return click.option(flag, name, shell_complete=completed(kind), **settings)


def bundled(
    parameter: str, bundle: Callable[..., object], options: Mapping[str, Callable[[Any], Any]]
) -> Callable[[Any], Any]:
    """Return a decorator that gives a command some options, and their values as one parameter.

    `bundle` takes the values by the names of the options' own parameters.
    """

    def give(command: Callable[..., Any]) -> Any:
        @wraps(command)
        def given(**values: Any) -> Any:
            own = {name: values.pop(name) for name in options}
            return command(**{parameter: bundle(**own)}, **values)

        taking: Any = given
        for option in reversed([*options.values()]):
            taking = option(taking)
        return taking

    return give


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
