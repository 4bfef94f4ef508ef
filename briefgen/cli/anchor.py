"""`briefgen anchor`: where in the article each statement stands."""

from __future__ import annotations

import click

from briefgen.cli.option import SETTINGS, debug_option, quiet_option
from briefgen.types.finding import counted, name_shown


@click.command(
    context_settings=SETTINGS,
    epilog="""\b
Examples:
  briefgen anchor mali.yaml --against article.docx
      writes mali.anchors.yaml beside the argument
  briefgen check mali.yaml --against article.docx
      then reports where a passage of the article has changed
""",
)
@click.argument("argument", type=click.Path(), metavar="ARGUMENT")
@click.option(
    "--against",
    required=True,
    type=click.Path(),
    metavar="ARTICLE",
    help="The article: .docx, .md, .html, .pdf or .txt.",
)
@click.option(
    "--locators",
    is_flag=True,
    help="Write where each point and event stands into the argument, where nothing says so.",
)
@quiet_option
@debug_option
def command(*, argument: str, against: str, locators: bool, quiet: bool) -> None:
    """Tie an argument to the passages of its article.

    Proposed are the passages that each statement is nearest to. They are written to a file beside
    the argument, which holds a few words of the article only.
    Anchors that are there already stay; take one out to have it proposed anew.
    """
    from briefgen import comparison, pipeline  # noqa: PLC0415

    read = pipeline.load(argument)
    path, anchors = comparison.anchor(read, against)
    if not quiet:
        counted_anchors = counted(len(anchors.anchors), "anchor")
        words = counted(anchors.word_count, "word")
        click.echo(f"{name_shown(str(path))}: {counted_anchors}, {words} of the article; read them")
    if locators:
        from briefgen.locating import write_locators  # noqa: PLC0415

        located = write_locators(read, anchors)
        if not quiet:
            name = name_shown(argument)
            click.echo(f"{name}: {counted(len(located.written), 'locator')} written; read them")
            for one in located.left:
                click.echo(f"{name}:{one.line}: {one.identity}: write {one.locator} by hand")
