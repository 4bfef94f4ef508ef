"""The parts of the reference that the code itself says, as Markdown.

`docs/conf.py` writes them into `docs/_generated` whenever the documentation is built, and pages
include them, so that a field, a rule or an option cannot be in the one and not in the other.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

import briefgen
from briefgen.built_in import rules
from briefgen.cli.program import program
from briefgen.load.profile import read_audience, read_length
from briefgen.load.theme import read_theme
from briefgen.types.argument import Part
from briefgen.types.page import FIELDS, FRAMES, LISTS, PageGeometry
from briefgen.types.role import Role

Schema = Mapping[str, Any]

STAR = "Keys with a star must be given.\n"


def write_pages(folder: Path) -> None:
    """Write every generated page, and remove those that are none any more."""
    folder.mkdir(exist_ok=True)
    for old in folder.glob("*.md"):
        if old.stem not in PAGES:
            old.unlink()
    for name, page in PAGES.items():
        text = page()
        file = folder / f"{name}.md"
        if not file.exists() or file.read_text("utf-8") != text:
            file.write_text(text, "utf-8")


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table. A bar within a cell is escaped, and a line break a space."""
    lines = [head, ["---"] * len(head), *rows]
    cells = ([" ".join(cell.split()).replace("|", "\\|") for cell in line] for line in lines)
    return "".join(f"| {' | '.join(line)} |\n" for line in cells)


# Argument, audiences, lengths, page templates: what JSON Schema says of the types


def type_of(schema: Schema) -> str:
    """Return what a value may be, in a few words; named types are linked to their section."""
    if "$ref" in schema:
        name = str(schema["$ref"]).rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in schema:
        kinds = [type_of(one) for one in schema["anyOf"] if one.get("type") != "null"]
        return " or ".join(dict.fromkeys(kinds))
    if "const" in schema:
        return f"`{schema['const']}`"
    if "enum" in schema:
        return ", ".join(f"`{one}`" for one in schema["enum"])
    kind = schema.get("type", "any")
    if isinstance(kind, list):
        return " or ".join(type_of({"type": one}) for one in kind)
    if kind == "array":
        return f"list of {type_of(schema.get('items', {}))}"
    if kind == "object":
        key = type_of(schema["propertyNames"]) if "propertyNames" in schema else "text"
        return f"map from {key} to {type_of(schema.get('additionalProperties', {}))}"
    words = {"string": "text", "integer": "whole number", "boolean": "`true` or `false`"}
    return words.get(kind, str(kind)) + _limits(schema)


def _limits(schema: Schema) -> str:
    least = schema.get("minimum", schema.get("exclusiveMinimum"))
    most = schema.get("maximum", schema.get("exclusiveMaximum", schema.get("maxLength")))
    if schema.get("type") == "string":
        return f", at most {most:,} characters" if most else ""
    return f", {least} to {most}" if None not in (least, most) else ""


def fields(schema: Schema) -> str:
    """Return a table of the keys of an object."""
    required = schema.get("required", ())
    rows = (
        (f"`{name}`" + (" *" if name in required else ""), type_of(held), _said(held))
        for name, held in schema.get("properties", {}).items()
    )
    return table(("key", "value", "what it says"), rows)


def _said(schema: Schema) -> str:
    said = str(schema.get("description", "")).partition("\n\n")[0]
    usual = schema.get("default")
    if usual in (None, (), [], {}, "") or isinstance(usual, (dict, list)):
        return said
    shown = str(usual).lower() if isinstance(usual, bool) else usual
    return f"{said} Unless given: `{shown}`."


def _objects(schema: Schema) -> Iterator[str]:
    """Yield a section of each named type: keys of an object, words of a choice."""
    for name, held in sorted(schema.get("$defs", {}).items()):
        yield f"### {name}\n\n{held.get('description', '').strip()}\n"
        yield fields(held) if "properties" in held else f"One of {type_of(held)}.\n"


def argument_page() -> str:
    """Return what an argument may hold."""
    schema = briefgen.schema()
    return "\n".join([STAR, fields(schema), *_objects(schema)])


def models_page(*models: type[BaseModel]) -> str:
    """Return the keys of models, and of all that they are made of."""
    _, schema = models_json_schema([(model, "validation") for model in models])
    return "\n".join([STAR, *_objects(schema)])


# Checks


def checks_page() -> str:
    """Return the rules of `briefgen check`, in the order of `briefgen check --rules`."""
    rows = ((f"`{code}`", severity, summary) for code, severity, summary in rules())
    return table(("code", "severity", "what it asks for"), rows)


# Command line


def command_line_page() -> str:
    """Return every command with its options, as click knows them."""
    context = click.Context(program, info_name="briefgen")
    return "\n".join(
        _command(name, program.get_command(context, name), context)
        for name in program.list_commands(context)
    )


def _command(name: str, command: click.Command | None, above: click.Context) -> str:
    assert command is not None
    context = click.Context(command, info_name=name, parent=above)
    usage = " ".join(["briefgen", name, *command.collect_usage_pieces(context)])
    options = [one for one in command.params if isinstance(one, click.Option) and not one.hidden]
    parts = [
        f"## briefgen {name}\n",
        f"```text\n{usage}\n```\n",
        f"{inspect.cleandoc(command.help or '')}\n",
        table(("option", "what it does"), (_option(one, context) for one in options)),
    ]
    if command.epilog:
        epilog = re.sub(r"^\x08\n", "", inspect.cleandoc(command.epilog), flags=re.MULTILINE)
        parts.append(f"```text\n{epilog.strip()}\n```\n")
    return "\n".join(parts)


def _option(option: click.Option, context: click.Context) -> tuple[str, str]:
    names = ", ".join(f"`{name}`" for name in (*option.opts, *option.secondary_opts))
    if not option.is_flag:
        names += f" `{option.make_metavar(context)}`"
    extra = option.get_help_extra(context)
    usual = f" Unless given: {extra['default']}." if "default" in extra else ""
    return names, f"{(option.help or '').strip()}{usual}"


# Python


def python_page() -> str:
    """Return a directive of autodoc for each public name: functions, values, errors."""
    groups: dict[str, list[str]] = {"Functions": [], "What they return": [], "Errors": []}
    typed = []
    for name in dir(briefgen):
        value = getattr(briefgen, name)
        if inspect.isfunction(value):
            groups["Functions"].append(f".. autofunction:: briefgen.{name}\n")
        elif not inspect.isclass(value):
            continue
        elif issubclass(value, BaseModel):
            typed.append(f"`{name}`")
        elif issubclass(value, BaseException):
            groups["Errors"].append(f".. autoexception:: briefgen.{name}\n   :show-inheritance:\n")
        else:
            shown = f".. autoclass:: briefgen.{name}\n   :members:\n"
            groups["What they return"].append(shown)
    parts = [
        f"## {title}\n\n```{{eval-rst}}\n{chr(10).join(one)}```\n" for title, one in groups.items()
    ]
    parts.append(
        "## What an argument is made of\n\nTypes with the fields of [an argument](argument.md), "
        f"[an audience or a length](profiles.md): {', '.join(typed)}.\n"
    )
    return "\n".join(parts)


# Built-in lengths and audiences, and templates


def profiles_page() -> str:
    """Return what is built in: lengths, and audiences with the weight of each part."""
    lengths = (
        (f"`{name}`", str(read_length(name).pages or "as many as it takes"), said)
        for name, said in briefgen.lengths()
    )
    readers = [read_audience(name) for name, _ in briefgen.audiences()]
    weights = (
        (f"`{part}`", *(str(reader.weights.get(part, "–")) for reader in readers)) for part in Part
    )
    manners = (
        (
            f"`{reader.name}`",
            f"{reader.description}",
            f"`{reader.evidence}`",
            str(reader.sentence_words),
        )
        for reader in readers
    )
    return "\n".join(
        [
            "## Built-in lengths\n",
            table(("length", "pages", "for"), lengths),
            "## Built-in audiences\n",
            table(("audience", "who it is", "sources", "words in a sentence"), manners),
            "What each part of an argument weighs for them (a part without weight is left out):\n",
            table(("part", *(f"`{reader.name}`" for reader in readers)), weights),
            "## Keys of lengths and audiences\n",
            models_page(briefgen.Audience, briefgen.Length),
        ]
    )


def templates_page() -> str:
    """Return what a Word template may ask for, the styles it dresses, and keys of `page.yaml`."""
    loops = ((f"`{name}`", ", ".join(f"`{one}`" for one in of)) for name, of in LISTS.items())
    themes = ((f"`{name}`", read_theme(name).page.description) for name, _ in briefgen.templates())
    return "\n".join(
        [
            "## Built-in themes\n",
            table(("theme", "for"), themes),
            "## Fields of a Word template\n",
            "".join(f"- `{{{{ {name} }}}}`\n" for name in sorted(FIELDS)),
            "Lists that it may loop over, with the fields of each entry:\n",
            table(("list", "fields"), loops),
            "## Styles of a Word template\n",
            "A paragraph is dressed by the style of its role:\n",
            "".join(f"- {role.value}\n" for role in Role),
            "## Keys of `page.yaml`\n",
            f"Frames of a page are {', '.join(f'`{frame}`' for frame in FRAMES)}.\n",
            models_page(PageGeometry),
        ]
    )


PAGES: dict[str, Callable[[], str]] = {
    "argument": argument_page,
    "checks": checks_page,
    "command-line": command_line_page,
    "python": python_page,
    "profiles": profiles_page,
    "templates": templates_page,
}
"""The generated pages by the names of their files."""
