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
@debug_option
def command() -> None:
    """Print the JSON Schema of an argument.

    It describes every field, for editors that complete and explain them.
    """
    from briefgen import pipeline  # noqa: PLC0415

    # ASCII only, so that no terminal's encoding can damage it.
    click.echo(json.dumps(pipeline.schema(), indent=2))
