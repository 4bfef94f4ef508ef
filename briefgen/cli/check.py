"""`briefgen check`: what must be fixed in an argument, and where."""

from __future__ import annotations

import dataclasses
import json
import os
from typing import Any, NamedTuple

import click
import msgspec
from msgspec.structs import replace

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
from briefgen.cli.order_options import force_option
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
  briefgen check --template letterhead.docx
      a Word template alone: what it gives each role, fonts, room, what to fix
  briefgen check --template letterhead.docx --specimen a.pdf --specimen a.docx
      also prints each of its roles once
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
    help="Theme whose fonts must have every character [default: the built-in fonts]; without "
    "ARGUMENT, looked at alone.",
)
@click.option("--fonts", type=click.Path(), metavar="FOLDER", help="Fonts that the theme names.")
@click.option(
    "--against",
    type=click.Path(),
    metavar="ARTICLE",
    help="The article, .docx, .md, .html, .pdf or .txt. [default: article.source]",
)
@click.option(
    "--specimen",
    "specimens",
    multiple=True,
    type=click.Path(),
    metavar="FILE",
    help="Without ARGUMENT, print each role of the template once: .pdf or .docx.",
)
@click.option(
    "--replace-body", is_flag=True, help="Without ARGUMENT, take the template as build does."
)
@force_option
@click.option("--strict", is_flag=True, help="Take every warning for an error.")
@input_format_option
@click.option("--root", type=click.Path(), metavar="FOLDER", help="With -, where pictures are.")
@click.option("--waivers", is_flag=True, help="Print what would waive each finding, and stop.")
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
    specimens: tuple[str, ...],
    replace_body: bool,
    force: bool,
    strict: bool,
    input_format: str | None,
    root: str | None,
    waivers: bool,
    listing: bool,
    style: str,
    quiet: bool,
) -> None:
    """Check arguments: their files, or - for standard input. Or a template alone."""
    if listing:
        _list_rules(style)
        return
    if not arguments and template is not None:
        _refuse_of_argument(audience, lengths, against)
        asked = _Template(template, fonts, replace_body, specimens, force)
        _check_template(asked, style, strict=strict, quiet=quiet)
        return
    if not arguments:
        raise click.UsageError("Missing argument 'ARGUMENT...': say which file to check.")
    if specimens or replace_body or force:
        raise click.UsageError("--specimen, --replace-body and --force go with a template alone")
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
    if waivers:
        _show_waivers(found)
    elif style == "json":
        everything = [_as_json(one) for findings in found.values() for one in findings]
        click.echo(json.dumps(everything, indent=2))
    elif style == "sarif":
        from briefgen import built_in  # noqa: PLC0415

        everyone = (one for findings in found.values() for one in findings)
        click.echo(sarif(everyone, built_in.rules()))
    else:
        for argument, findings in found.items():
            _show(argument, findings, quiet=quiet)
    if any(_errors(findings) for findings in found.values()):
        raise click.exceptions.Exit(1)


class _Template(NamedTuple):
    """What is asked of a template that is looked at alone."""

    template: str
    fonts: str | None
    replace_body: bool
    specimens: tuple[str, ...]
    force: bool


def _refuse_of_argument(
    audience: str | None, lengths: tuple[str, ...], against: str | None
) -> None:
    """Refuse what says something of an argument where there is none."""
    for flag, value in (("--audience", audience), ("--length", lengths), ("--against", against)):
        if value:
            raise click.UsageError(f"{flag} goes with an argument; name its file, too")


def _check_template(asked: _Template, style: str, *, strict: bool, quiet: bool) -> None:
    """Say what a template gives a brief, and print its specimens."""
    from briefgen import built_in, template_check  # noqa: PLC0415
    from briefgen.cli.template import report_lines  # noqa: PLC0415

    report = template_check.check_template(
        asked.template, fonts=asked.fonts, replace_body=asked.replace_body
    )
    if strict:
        report = replace(report, findings=_strictly(report.findings))
    if style == "json":
        found = {**msgspec.to_builtins(report), "findings": [*map(_as_json, report.findings)]}
        click.echo(json.dumps(found, indent=2))
    elif style == "sarif":
        click.echo(sarif(report.findings, built_in.rules()))
    elif quiet:
        for finding in report.errors:
            click.echo(str(finding))
    else:
        for line in report_lines(report):
            click.echo(line)
    if asked.specimens and not report.errors:
        brief = template_check.specimen(
            asked.template, fonts=asked.fonts, replace_body=asked.replace_body
        )
        said = style == "text" and not quiet
        for number, file in enumerate(asked.specimens):
            brief.save(file, force=asked.force)
            if said:
                click.echo(f"{'' if number else chr(10)}{name_shown(file)}: specimen of each role")
    if report.errors:
        raise click.exceptions.Exit(1)


def _list_rules(style: str) -> None:
    from briefgen import built_in  # noqa: PLC0415

    rules = built_in.rules()
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
    from briefgen import checking  # noqa: PLC0415

    try:
        findings = checking.check_file(
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
        findings = _strictly(findings)
    return tuple(sorted(findings, key=lambda finding: finding.line or 0))


def _strictly(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return findings with every warning as an error."""
    return tuple(dataclasses.replace(each, severity="error") for each in findings)


def _show(argument: str, findings: tuple[Finding, ...], *, quiet: bool) -> None:
    errors = _errors(findings)
    for finding in errors if quiet else findings:
        click.echo(str(finding))
    if quiet:
        return
    warnings = len(findings) - len(errors)
    parts = [counted(len(errors), "error")] if errors else []
    parts += [counted(warnings, "warning")] if warnings else []
    if able := [_waiver(finding) for finding in _waivable(findings)]:
        from briefgen.comparison import waivers_file  # noqa: PLC0415

        place = name_shown(waivers_file(argument))
        click.echo(f"what is right as it stands is waived in {place}: waive: [{able[0]}]")
        if len(able) > 1:
            click.echo(f"  the lines for all {len(able)}: briefgen check --waivers ...")
    click.echo(f"{name_shown(argument)}: {', '.join(parts) or 'nothing to fix'}")


def _show_waivers(found: dict[str, tuple[Finding, ...]]) -> None:
    """Print, as the file of waivers holds it, what would let each finding stand."""
    from briefgen.comparison import waivers_file  # noqa: PLC0415

    for argument, findings in found.items():
        click.echo(f"# {name_shown(waivers_file(argument))}\nwaive:")
        for finding in _waivable(findings):
            click.echo(f"  # {finding.line}: {finding.message}\n  - {_waiver(finding)}")


def _waivable(findings: tuple[Finding, ...]) -> list[Finding]:
    return [finding for finding in findings if finding.at and finding.file]


def _waiver(finding: Finding) -> str:
    return f"{{code: {finding.code}, at: {finding.at}, reason: ..., by: ...}}"


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
