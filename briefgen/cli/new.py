"""`briefgen new`: a commented skeleton of an argument, or a copy of a built-in look."""

from __future__ import annotations

import click

from briefgen.cli.option import SETTINGS, debug_option, named_option, quiet_option


@click.command(
    context_settings=SETTINGS,
    epilog="""\b
Examples:
  briefgen new my-argument.yaml
      then: briefgen check my-argument.yaml
  briefgen new my-look --template press
      then change my-look/template.docx in Word and my-look/page.yaml in an editor, and
      briefgen build my-argument.yaml --template my-look/ -o brief.pdf
""",
)
@click.argument("path", type=click.Path(), metavar="PATH")
@named_option(
    "--template",
    "template",
    "templates",
    metavar="NAME",
    help="Copy this look into the folder PATH instead (briefgen list templates).",
)
@quiet_option
@debug_option
def command(path: str, template: str | None, quiet: bool) -> None:
    """Write a skeleton of an argument, or a copy of a look.

    PATH is the file of the argument, or with --template the folder of the look. The comments in
    them say what each part is for. A file that is there is never written over.
    """
    from briefgen import pipeline  # noqa: PLC0415

    pipeline.new(path, template=template)
    if quiet:
        return
    if template is None:
        click.echo(f"{path}: written; fill it in, then: briefgen check {path}")
    else:
        folder = path.rstrip("/")
        click.echo(
            f"{folder}/: a copy of the look {template}; change it, then: "
            f"briefgen build ARGUMENT --template {folder}/ -o brief.pdf"
        )
