"""The JSON Schema tells an editor what a type knows; the skeleton is a sound argument."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from make_skeleton_texts import texts
from pydantic import BaseModel

import briefgen
from briefgen.check.checking import check
from briefgen.load.argument import read_argument
from briefgen.load.copies import TEXTS_FILE, examples, skeleton
from briefgen.load.labels import read_labels
from briefgen.load.resources import resources_folder
from briefgen.load.schema import DIALECT, DRAFT_7, json_schema
from briefgen.types.argument import Argument, Headings, Part
from briefgen.types.page import PageGeometry
from briefgen.types.selection import Audience, Length


def properties(schema: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    models = {"": schema, **schema.get("$defs", {})}
    return [
        (f"{model}.{name}", shape)
        for model, definition in models.items()
        for name, shape in definition.get("properties", {}).items()
    ]


@pytest.mark.parametrize("model", [Argument, Audience, Length, PageGeometry])
def test_every_property_of_every_model_has_a_description(model: type[BaseModel]) -> None:
    found = properties(model.model_json_schema())
    assert len(found) >= 3
    assert [name for name, shape in found if not shape.get("description", "").strip()] == []


def test_the_schema_knows_keys_choices_and_the_short_attribution() -> None:
    schema = json_schema()
    assert schema["$schema"] == DIALECT
    assert schema["additionalProperties"] is False
    assert {"id", "title", "article", "thesis"} == set(schema["required"])
    assert {part.value for part in Part} <= schema["properties"].keys()
    attribution = schema["$defs"]["Point"]["properties"]["attribution"]["anyOf"]
    assert {"type": "string", "enum": ["author", "cited", "unnamed", "editor"]} in attribution
    assert all(each["description"] for each in schema["$defs"].values())


def test_the_skeleton_loads_and_checks_without_a_remark(tmp_path: Path) -> None:
    path = tmp_path / "my-argument.yaml"
    path.write_text(skeleton(), encoding="utf-8")
    assert [str(finding) for finding in check(read_argument(path))] == []


def test_the_skeleton_teaches_every_part_and_list() -> None:
    text = skeleton()
    names = [*(part.value for part in Part), "timeline", "facts", "quotations", "sources"]
    names += ["glossary", "notes", "issuer", "edition", "headings", "article"]
    assert [
        name for name in names if not re.search(rf"^(# )?.*\b{name}:", text, re.MULTILINE)
    ] == []
    assert text.count("#") > 30


def test_what_the_skeleton_has_in_comments_is_known(tmp_path: Path) -> None:
    """Each commented key can be uncommented."""
    text = re.sub(r"^( +)# (\w+: .*)$", r"\1\2", skeleton(), flags=re.MULTILINE)
    text = text.replace("    # - organisation", "    - organisation")
    text = text.replace("unit: words ", "unit: words").replace("series: Research", "series: A")
    path = tmp_path / "my-argument.yaml"
    path.write_text(text, encoding="utf-8")
    argument = read_argument(path)
    assert argument.issuer.series == "A Briefing"
    assert argument.facts[0].scale == "million"
    assert len(argument.article.authors) == 2


def test_the_parts_that_the_skeleton_has_in_comments_load_and_check(tmp_path: Path) -> None:
    """Whole lists and the short title, which stand at the left margin."""
    parts = "short_title|recommendations|implications|contested|questions"
    block = re.compile(rf"^# (?:(?:{parts}):.*)\n(?:#  .*\n)*", re.MULTILINE)
    text = block.sub(lambda found: re.sub(r"^# ", "", found[0], flags=re.MULTILINE), skeleton())
    path = tmp_path / "my-argument.yaml"
    path.write_text(text, encoding="utf-8")
    argument = read_argument(path)
    assert argument.short_title
    assert [len(argument.points(part)) for part in Part] == [1, 1, 1, 2, 1, 1, 1, 1, 1, 1, 1]
    assert [str(finding) for finding in check(argument)] == []


def test_the_skeleton_shows_every_heading_and_what_stands_there_without_one() -> None:
    shown = dict(re.findall(r"^  # (\w+): (.*)$", skeleton().split("headings:")[1], re.MULTILINE))
    own = re.search(r"^  rationales: .*  # (.*)$", skeleton(), re.MULTILINE)
    assert own
    labels = read_labels("en")
    shown["rationales"] = own[1]
    assert shown == {name: getattr(labels, name) for name in Headings.model_fields}


def test_each_text_of_the_skeleton_that_says_what_to_write_is_an_example() -> None:
    """None that could be true of an argument as it stands, such as a place or a heading."""
    held = examples()
    assert "Say the message of the brief in one line" in held
    assert "Quote [>few-words] at most." in held
    assert "a few words" in held
    assert "What the picture shows, for those who cannot see it" in held
    assert min(len(one.split()) for one in held) == 3
    for heading in (read_labels("en").significance, read_labels("en").not_said, "CC BY 4.0"):
        assert heading not in held


def test_texts_of_skeletons_read_in_advance_are_those_of_the_skeletons() -> None:
    assert (resources_folder("templates") / TEXTS_FILE).read_text("utf-8") == texts()


def test_a_new_skeleton_says_in_each_part_that_it_is_not_yet_filled_in(tmp_path: Path) -> None:
    path = tmp_path / "my-argument.yaml"
    briefgen.new(path)
    found = briefgen.check(briefgen.load(path))
    assert {one.code for one in found} == {"placeholder"}
    parts = {one.path[0] for one in found}
    assert parts >= {"title", "article", "issuer", "headings", "thesis", "rationales", "notes"}
    assert parts >= {"timeline", "facts", "quotations", "sources", "outlook", "risks"}


def test_the_skeleton_in_markdown_is_short_and_only_to_be_written(tmp_path: Path) -> None:
    path = tmp_path / "my.md"
    path.write_text(skeleton(".md"), encoding="utf-8")
    assert len([line for line in skeleton(".md").splitlines() if line.strip()]) <= 35
    found = briefgen.checking.check_file(path)
    assert {one.code for one in found if one.severity == "error"} == {"placeholder"}
    assert {str(one.path[0]) for one in found if one.code == "placeholder"} >= {
        "title",
        "article",
        "thesis",
        "rationales",
        "risks",
        "timeline",
        "sources",
    }


def test_draft_7_has_the_same_definitions_and_every_reference_leads_to_one() -> None:
    schema = json_schema("7")
    assert schema["$schema"] == DRAFT_7
    assert schema["definitions"].keys() == json_schema()["$defs"].keys()
    references = set(re.findall(r'"\$ref": "([^"]*)"', json.dumps(schema)))
    assert references == {f"#/definitions/{name}" for name in schema["definitions"]}
    assert "prefixItems" not in json.dumps(schema)
