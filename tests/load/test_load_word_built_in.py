"""Templates that come along need no guard, no style and no place: reading them skips all that."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.load.resources import names, resources_file
from briefgen.load.word.adopt import adopt
from briefgen.load.word.body import with_places
from briefgen.load.word.explicit_places import with_explicit_places
from briefgen.load.word.foreign_fields import word_field_findings
from briefgen.load.word.template import read_built_in_template, read_word_template
from briefgen.ooxml.package import CONTENT_TYPES, Package, WordTemplate

THEMES = names("themes")


@pytest.fixture(params=THEMES)
def file(request: pytest.FixtureRequest) -> Path:
    return resources_file("themes", request.param) / "template.docx"


def _parts(package: Package) -> dict[str, bytes]:
    return {name: package[name] for name in package if name != CONTENT_TYPES}


def _types(package: Package) -> set[str]:
    return {str(sorted(one.attrib.items())) for one in package.root(CONTENT_TYPES)}


def _placed(file: Path) -> WordTemplate:
    template, findings = with_places(read_built_in_template(file))
    assert findings == ()
    return template


@pytest.mark.parametrize("untrusted", [False, True])
def test_a_built_in_template_passes_every_guard_as_it_is(file: Path, *, untrusted: bool) -> None:
    ours, guarded = read_built_in_template(file), read_word_template(file, untrusted=untrusted)
    assert (ours.name, ours.file, ours.warnings) == (guarded.name, guarded.file, guarded.warnings)
    assert _parts(ours.package) == _parts(guarded.package)
    assert _types(guarded.package) <= _types(ours.package)


def test_a_built_in_template_has_every_style(file: Path) -> None:
    template = _placed(file)
    adopted, findings = adopt(template)
    assert findings == ()
    assert adopted.package is template.package
    assert (adopted.styles, adopted.derived, adopted.adjusted) == (
        template.styles,
        template.derived,
        template.adjusted,
    )


def test_a_built_in_template_has_its_tabs_and_fields_written_out(file: Path) -> None:
    template = _placed(file)
    assert with_explicit_places(template).package is template.package
    assert [*word_field_findings(template)] == []
