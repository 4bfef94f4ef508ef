"""`briefgen new`: a commented skeleton of an argument, or a copy of what is built in."""

from __future__ import annotations

import click

from briefgen.cli.option import SETTINGS, debug_option, named_option, quiet_option


@click.command(
    context_settings=SETTINGS,
    epilog="""\b
Examples:
  briefgen new my-argument.md
      then: briefgen check my-argument.md; in YAML: my-argument.yaml
  briefgen new my-argument.md --from article.docx
      with the article's links, quotations, figures and dates to write from
  briefgen new my-look --template press
      then change my-look/template.docx in Word and my-look/page.yaml in an editor, and
      briefgen build my-argument.yaml --template my-look/ -o brief.pdf
  briefgen new my-length.yaml --length one-page
      also writes my-length.md.j2, what is said and in which order; change either, and
      briefgen build my-argument.yaml --length my-length.yaml -o brief.pdf
  briefgen new brand.yaml
      colours, logo, fonts and paper of your organisation, for every argument in the folder
  briefgen new my-reader.yaml --audience analyst
      then: briefgen build my-argument.yaml --audience my-reader.yaml -o brief.pdf
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
@named_option(
    "--length",
    "length",
    "lengths",
    metavar="NAME",
    help="Copy this length to PATH instead, and its content template beside it.",
)
@named_option(
    "--audience",
    "audience",
    "audiences",
    metavar="NAME",
    help="Copy this audience to PATH instead (briefgen list audiences).",
)
@click.option(
    "--from",
    "article",
    type=click.Path(),
    metavar="ARTICLE",
    help="Make the skeleton from this article: .docx, .md, .html, .pdf or .txt.",
)
@quiet_option
@debug_option
def command(
    path: str,
    template: str | None,
    length: str | None,
    audience: str | None,
    article: str | None,
    quiet: bool,
) -> None:
    """Write a skeleton, or copy a theme, length or audience.

    PATH is the file of the argument, the length or the audience, or with --template the folder of
    the theme; one that ends in brand.yaml is a brand's. A copy is named after it and works at once.
    The comments in the files say what each part is for. A file that is there is never written over.
    """
    from briefgen import built_in  # noqa: PLC0415

    if sum(name is not None for name in (template, length, audience, article)) > 1:
        message = "give one of --template, --length and --audience, or --from: one file a path"
        raise click.UsageError(message)
    built_in.new(path, template=template, length=length, audience=audience, article=article)
    if not quiet:
        click.echo(_reported(path, template, length, audience, article))


def _reported(
    path: str, template: str | None, length: str | None, audience: str | None, article: str | None
) -> str:
    """Return what was written, and what comes next."""
    from briefgen import built_in  # noqa: PLC0415
    from briefgen.types.brand import BRAND_FILE  # noqa: PLC0415

    if template is not None:
        folder = path.rstrip("/")
        copied, option = f"{folder}/: a copy of the theme {template}", f"--template {folder}/"
    elif length is not None:
        copied = f"{path}: a copy of the length {length}, its content template beside it"
        option = f"--length {path}"
    elif audience is not None:
        copied, option = f"{path}: a copy of the audience {audience}", f"--audience {path}"
    elif path.lower().endswith(BRAND_FILE):
        return f"{path}: written; fill it in, then build an argument in its folder"
    else:
        next_one = f"briefgen check {path}"
        if article is not None and built_in.path_beside(article, path) is None:
            next_one += f" --against {article}"
        return f"{path}: written; fill it in, then: {next_one}"
    return f"{copied}; change it, then: briefgen build ARGUMENT {option} -o brief.pdf"
