"""The reference says what the code says: generated pages are whole, the table of tags is true."""

from __future__ import annotations

import re
from pathlib import Path

import generate
import pytest
from samples.documentation import PAGES
from samples.stand_in import MALI, ROOT

import briefgen
from briefgen.built_in import rules
from briefgen.cli.program import program
from briefgen.compose.tags import Tags
from briefgen.options import FORMATS
from briefgen.types.page import FIELDS
from briefgen.types.role import Role

TAGS = ROOT / "docs" / "authors" / "content-templates.md"


def test_every_generated_page_is_included_once() -> None:
    included = [
        name
        for page in PAGES
        for name in re.findall(
            r"```\{include\} \.\./_generated/(.*)\.md$", _text(page), re.MULTILINE
        )
    ]
    assert sorted(included) == sorted(generate.PAGES)


def _text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def test_every_rule_is_listed() -> None:
    page = generate.checks_page()
    assert [*rules()] == re.findall(
        r"^\| `([\w-]+)` \| (error|warning) \| (.*) \|$", page, re.MULTILINE
    )


def test_every_key_of_an_argument_is_described() -> None:
    page = generate.argument_page()
    schema = briefgen.schema()
    for name, held in {"": schema, **schema["$defs"]}.items():
        section = page.partition(f"\n### {name}\n")[2].partition("\n### ")[0] if name else page
        for key in held.get("properties", {}):
            assert re.search(rf"^\| `{key}`( \*)? \| .+ \| \S.* \|$", section, re.MULTILINE), (
                name,
                key,
            )


def test_links_between_types_lead_to_their_sections() -> None:
    for page in (generate.argument_page(), generate.profiles_page(), generate.templates_page()):
        sections = {title.lower() for title in re.findall(r"^### (\w+)$", page, re.MULTILINE)}
        assert set(re.findall(r"\]\(#(\w+)\)", page)) <= sections


def test_every_command_and_option_is_listed() -> None:
    page = generate.command_line_page()
    for name in program.list_commands(None):  # type: ignore[arg-type]
        section = page.partition(f"## briefgen {name}\n")[2].partition("\n## ")[0]
        command = program.get_command(None, name)  # type: ignore[arg-type]
        assert command
        for option in command.params:
            assert option.param_type_name == "argument" or f"`{option.opts[0]}`" in section


def test_every_public_name_is_in_the_reference() -> None:
    page = generate.python_page()
    names = [name for name in dir(briefgen) if not name.startswith("__")]
    assert [name for name in names if not re.search(rf"\b{name}\b", page)] == []


def test_every_length_audience_field_and_style_is_listed() -> None:
    profiles, templates = generate.profiles_page(), generate.templates_page()
    for name, _ in (*briefgen.lengths(), *briefgen.audiences()):
        assert re.search(rf"^\| `{name}` \|", profiles, re.MULTILINE)
    for name, _ in briefgen.templates():
        assert re.search(rf"^\| `{name}` \|", templates, re.MULTILINE)
    assert [name for name in FIELDS if f"`{{{{ {name} }}}}`" not in templates] == []
    assert [role for role in Role if f"- {role.value}\n" not in templates] == []


def documented() -> dict[str, set[str]]:
    """Return the tags of the guide's table, each with its options."""
    rows = re.findall(r"^\| (`.*`.*) \| .* \| (.*) \|$", _text(TAGS), re.MULTILINE)
    found = {}
    for tags, options in rows:
        plain = re.sub(r"\([^)]*\)", "", options)
        for tag in re.findall(r"`(\w+)[^`]*`", tags):
            found[tag] = set(re.findall(r"`(\w+)`", plain))
    found["endsection"] = set()
    return found


def test_every_tag_is_in_the_guide_for_authors() -> None:
    assert set(documented()) == Tags.tags


@pytest.mark.parametrize("tag", sorted(Tags.tags))
def test_a_tag_takes_the_options_that_the_guide_says(tag: str, tmp_path: Path) -> None:
    within = "" if tag == "section" else '{% section "one" %}'
    (tmp_path / "one.md.j2").write_text(f"{within}{{% {tag} nonsense=1 %}}", encoding="utf-8")
    (tmp_path / "one.yaml").write_text(
        "name: one\ndescription: One tag.\ncontent: one.md.j2\nmaster: one-page\n", "utf-8"
    )
    with pytest.raises(briefgen.TemplateError) as caught:
        briefgen.build(briefgen.load(MALI), length=tmp_path / "one.yaml")
    (found,) = caught.value.findings
    assert found.code == "option-unknown"
    taken = set((found.hint or "").removeprefix("it takes ").split(", ")) - {"none"}
    assert taken == documented()[tag]


def test_every_format_is_named_by_the_command_line() -> None:
    formats = "\\|".join(FORMATS)
    assert f"[{formats}]" in generate.command_line_page()
