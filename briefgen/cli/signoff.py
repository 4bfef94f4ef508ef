"""`briefgen signoff`: each printed sentence beside the article's words, to be signed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from briefgen.cli.option import SETTINGS, bundled, debug_option, quiet_option
from briefgen.cli.order_options import OF_THE_PAGE, OPTIONS
from briefgen.options import BuildOptions
from briefgen.types.finding import counted, name_shown

if TYPE_CHECKING:
    from briefgen.types.signoff import Sheet

_TAKEN = (*OF_THE_PAGE, "every")


@click.command(
    context_settings=SETTINGS,
    epilog="""\b
Examples:
  briefgen signoff mali.yaml --against article.md -o sheet.docx
      the sentences of the one-page brief for a decision-maker, to be signed
      in Word
  briefgen signoff mali.yaml --against article.md --all -o sheet.docx
      those of every length for every audience, each sentence once
  briefgen signoff mali.yaml --against article.md --all -o sheet.html
      the same as a page, to read and to print
  briefgen signoff --read sheet.docx
      takes the initials back, into mali.approvals.yaml beside the argument
  briefgen build mali.yaml --require-signoff --against article.md -o mali.pdf
      builds what is approved, and names each sentence that is not

\b
The sheet holds the words of the article: keep it internal.
""",
)
@click.argument("argument", type=click.Path(), metavar="[ARGUMENT]", required=False)
@click.option(
    "-o",
    "--output",
    "output",
    type=click.Path(),
    metavar="FILE",
    help="Sheet to write, .docx or .html.",
)
@click.option(
    "--read",
    "signed",
    type=click.Path(),
    metavar="FILE",
    help="Signed sheet in Word whose initials are taken back.",
)
@click.option(
    "--against",
    type=click.Path(),
    metavar="ARTICLE",
    help="The article, .docx, .md, .html, .pdf or .txt. [default: article.source]",
)
@bundled("given", lambda **given: given, {name: OPTIONS[name] for name in _TAKEN})
@click.option("--force", is_flag=True, help="Write over a sheet whose initials were not read back.")
@quiet_option
@debug_option
def command(
    *,
    argument: str | None,
    output: str | None,
    signed: str | None,
    against: str | None,
    given: dict[str, Any],
    force: bool,
    quiet: bool,
) -> None:
    """Write the sign-off sheet of briefs, or read it back.

    Beside each sentence that the briefs of ARGUMENT print stand the article's words that it is
    taken from, what kind of sentence it is, and what differs. A second part says what of the
    article is not printed.
    """
    if (output is None) == (signed is None):
        raise click.UsageError("give either -o FILE, to write a sheet, or --read FILE")
    if signed is not None:
        if against is not None:
            raise click.UsageError("--against goes with -o; a signed sheet is read alone")
        _read(signed, argument, quiet=quiet)
        return
    if argument is None:
        raise click.UsageError("Missing argument 'ARGUMENT': say whose sentences are signed.")
    assert output is not None
    made = _made(argument, output, against, given, force=force)
    if not quiet:
        rows, outputs = counted(len(made.rows), "sentence"), counted(len(made.outputs), "brief")
        click.echo(
            f"{name_shown(output)}: {rows} of {outputs}, {made.approved} signed by both; internal"
        )


def _made(
    argument: str, output: str, against: str | None, given: dict[str, Any], *, force: bool
) -> Sheet:
    from briefgen import pipeline  # noqa: PLC0415
    from briefgen.signing import signoff  # noqa: PLC0415

    every = given.pop("every")
    lengths, audiences = given.pop("lengths"), given.pop("audiences")
    options = BuildOptions(**given, against=against)
    return signoff(
        pipeline.load(argument),
        output,
        options,
        lengths=lengths or (None if every else (options.length,)),
        audiences=audiences or (None if every else (options.audience,)),
        force=force,
    )


def _read(signed: str, argument: str | None, *, quiet: bool) -> None:
    from briefgen.signing import read_signoff  # noqa: PLC0415

    file, known, read = read_signoff(signed, argument)
    for finding in read.findings:
        click.echo(str(finding), err=True)
    if not quiet:
        both = sum(bool(one.writer and one.reader) for one in known.approvals.values())
        approvals = counted(len(known.approvals), "approval")
        click.echo(f"{name_shown(str(file))}: {approvals}, {both} by both")
    if any(finding.severity == "error" for finding in read.findings):
        raise click.exceptions.Exit(1)
