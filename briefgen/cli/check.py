"""`briefgen check`: what must be fixed in an argument, and where."""

from __future__ import annotations

import json
import os
from typing import Any

import click

from briefgen.cli.option import (
    SETTINGS,
    argument_named,
    debug_option,
    input_format_option,
    named_option,
    quiet_option,
    reject_stray_input_options,
    style_option,
)
from briefgen.cli.sarif import sarif
from briefgen.types.finding import BriefgenError, Finding, counted, name_shown
from briefgen.types.source_map import path_text


@click.command(
    context_settings=SETTINGS,
    epilog="""\b
Examples:
  briefgen check mali.yaml
  briefgen check arguments/*.yaml
  briefgen check --format json mali.yaml
  briefgen check mali.yaml --audience public --length one-page
      as this reader would read it, at this length
  briefgen check mali.yaml --against article.docx
      also compares each figure, quotation, date and sentence with the article
  briefgen check - < mali.yaml
      what another program writes; JSON with --input-format json
  briefgen check --rules
      what is checked: code, severity, and what it is about

\b
Each finding says file and line, what is wrong, and what to do. Exit code 1
when there is an error; a warning alone gives 0.
""",
)
@click.argument("arguments", nargs=-1, type=click.Path(), metavar="ARGUMENT...")
@named_option(
    "--audience",
    "audience",
    "audiences",
    metavar="NAME",
    help="Reader whose sentence length and reading level are asked for. [default: anybody]",
)
@named_option(
    "--length",
    "lengths",
    "lengths",
    multiple=True,
    metavar="NAME",
    help="Length whose forms must be there. [default: every built-in one]",
)
@named_option(
    "--template",
    "template",
    "templates",
    metavar="NAME",
    help="Theme whose fonts must have every character. [default: the built-in fonts]",
)
@click.option("--fonts", type=click.Path(), metavar="FOLDER", help="Fonts that the theme names.")
@click.option(
    "--against",
    type=click.Path(),
    metavar="ARTICLE",
    help="The article, .docx, .md, .html, .pdf or .txt. [default: article.source]",
)
@click.option("--strict", is_flag=True, help="Take every warning for an error.")
@input_format_option
@click.option("--root", type=click.Path(), metavar="FOLDER", help="With -, where pictures are.")
@click.option("--rules", "listing", is_flag=True, help="List what is checked, and stop.")
@style_option("Findings for people, for programs, or for code hosts and editors.", "sarif")
@quiet_option
@debug_option
def command(
    *,
    arguments: tuple[str, ...],
    audience: str | None,
    lengths: tuple[str, ...],
    template: str | None,
    fonts: str | None,
    against: str | None,
    strict: bool,
    input_format: str | None,
    root: str | None,
    listing: bool,
    style: str,
    quiet: bool,
) -> None:
    """Check arguments: their files, or - for standard input."""
    if listing:
        _list_rules(style)
        return
    if not arguments:
        raise click.UsageError("Missing argument 'ARGUMENT...': say which file to check.")
    reject_stray_input_options(arguments, input_format, root)
    found = {
        argument: _findings(
            argument_named(argument, input_format, root),
            audience=audience,
            lengths=lengths,
            template=template,
            fonts=fonts,
            against=against,
            strict=strict,
        )
        for argument in arguments
    }
    if style == "json":
        everything = [_as_json(one) for findings in found.values() for one in findings]
        click.echo(json.dumps(everything, indent=2))
    elif style == "sarif":
        from briefgen import pipeline  # noqa: PLC0415

        everyone = (one for findings in found.values() for one in findings)
        click.echo(sarif(everyone, pipeline.rules()))
    else:
        for argument, findings in found.items():
            _show(argument, findings, quiet=quiet)
    if any(_errors(findings) for findings in found.values()):
        raise click.exceptions.Exit(1)


def _list_rules(style: str) -> None:
    from briefgen import pipeline  # noqa: PLC0415

    rules = pipeline.rules()
    if style == "json":
        keys = ("code", "severity", "about")
        click.echo(json.dumps([dict(zip(keys, rule, strict=True)) for rule in rules], indent=2))
        return
    width = max(len(code) for code, _, _ in rules)
    for code, severity, about in rules:
        click.echo(f"{code:{width}}  {severity:7}  {about}")


def _findings(
    argument: str | os.PathLike[str],
    *,
    audience: str | None,
    lengths: tuple[str, ...],
    template: str | None,
    fonts: str | None,
    against: str | None,
    strict: bool,
) -> tuple[Finding, ...]:
    """Return what is found in a file, in the order of its lines."""
    from briefgen import pipeline  # noqa: PLC0415

    try:
        findings = pipeline.check_file(
            argument,
            audience=audience,
            lengths=lengths or None,
            template=template,
            fonts=fonts,
            against=against,
        )
    except BriefgenError as error:
        findings = error.findings
    if strict:
        findings = pipeline.strictly(findings)
    return tuple(sorted(findings, key=lambda finding: finding.line or 0))


def _show(argument: str, findings: tuple[Finding, ...], *, quiet: bool) -> None:
    errors = _errors(findings)
    for finding in errors if quiet else findings:
        click.echo(str(finding))
    if quiet:
        return
    warnings = len(findings) - len(errors)
    parts = [counted(len(errors), "error")] if errors else []
    parts += [counted(warnings, "warning")] if warnings else []
    click.echo(f"{name_shown(argument)}: {', '.join(parts) or 'nothing to fix'}")


def _errors(findings: tuple[Finding, ...]) -> list[Finding]:
    return [finding for finding in findings if finding.severity == "error"]


def _as_json(finding: Finding) -> dict[str, Any]:
    return {
        "file": finding.file,
        "line": finding.line,
        "column": finding.column,
        "where": finding.where,
        "path": path_text(finding.path),
        "severity": finding.severity,
        "code": finding.code,
        "message": finding.message,
        "hint": finding.hint,
    }
