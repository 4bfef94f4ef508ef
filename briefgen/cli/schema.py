"""`briefgen schema`: the JSON Schema of an argument."""

from __future__ import annotations

import json

import click

from briefgen.cli.option import SETTINGS, debug_option


@click.command(
    context_settings=SETTINGS,
    epilog="""\b
Example:
  briefgen schema > argument.schema.json

\b
Editors that know YAML schemas complete and explain fields when the argument
starts with this line:
  # yaml-language-server: $schema=argument.schema.json
""",
)
@click.option(
    "--draft",
    type=click.Choice(["2020-12", "7"]),
    default="2020-12",
    show_default=True,
    help="Draft of JSON Schema; 7 for editors that know no later one.",
)
@debug_option
def command(draft: str) -> None:
    """Print the JSON Schema of an argument.

    It describes every field, for editors that complete and explain them.
    """
    from briefgen import built_in  # noqa: PLC0415

    # ASCII only, so that no terminal's encoding can damage it.
    click.echo(json.dumps(built_in.schema(draft), indent=2))
