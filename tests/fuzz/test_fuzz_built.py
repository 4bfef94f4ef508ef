"""What passes `check` builds, in every length and for every audience, or says what does not fit.

By hand for longer: `BRIEFGEN_CHANGED=1000 pytest tests/fuzz/test_fuzz_built.py`.
"""

from __future__ import annotations

import os
import random
from pathlib import Path
from typing import Any

import pytest
import yaml
from samples.small import SMALL

import briefgen
from briefgen.conversion import argument_text
from briefgen.types.argument import Argument
from briefgen.types.finding import BriefgenError, FitError
from fuzz.changing import changed_data, changed_markdown

CHANGED = int(os.environ.get("BRIEFGEN_CHANGED", "40"))
"""Arguments that are changed, half of them in each format."""

EVERY_BRIEF = CHANGED > 100
"""Whether each is built in every length for every audience, or in one that is drawn."""

ARGUMENTS = Path(__file__).resolve().parent.parent / "arguments"
BRIEFS = [
    (length, audience) for length, _ in briefgen.lengths() for audience, _ in briefgen.audiences()
]


def bases() -> list[dict[str, Any]]:
    """Return small arguments that between them have all that an argument can have."""
    files = sorted(ARGUMENTS.glob("*.yaml"))
    return [SMALL, *(yaml.safe_load(file.read_text(encoding="utf-8")) for file in files)]


DATA = bases()
MARKDOWN = [argument_text(Argument.model_validate(one), ".md") for one in DATA]


def written(seed: int, folder: Path) -> Path:
    """Write an argument that was changed by a seed: Markdown by odd ones, YAML by the others."""
    at = seed // 2 % len(DATA)
    if seed % 2:
        file, text = folder / "changed.md", changed_markdown(MARKDOWN[at], seed)
    else:
        file = folder / "changed.yaml"
        text = yaml.safe_dump(changed_data(DATA[at], seed), allow_unicode=True, sort_keys=False)
    file.write_text(text, encoding="utf-8", errors="surrogatepass")
    return file


def check_typed(error: BriefgenError) -> None:
    assert error.findings
    for finding in error.findings:
        assert finding.code
        assert finding.message
        assert finding.hint
        assert finding.file or finding.where or finding.path


@pytest.mark.parametrize("seed", range(CHANGED))
def test_what_passes_check_builds(seed: int, tmp_path: Path) -> None:
    file = written(seed, tmp_path)
    try:
        argument = briefgen.load(file)
    except BriefgenError as error:
        check_typed(error)
        return
    if any(finding.severity == "error" for finding in briefgen.check(argument)):
        return
    chosen = BRIEFS if EVERY_BRIEF else random.Random(seed).sample(BRIEFS, 1)
    for length, audience in chosen:
        try:
            brief = briefgen.build(argument, length=length, audience=audience)
        except FitError as error:  # that depends on the length, which was not checked for
            check_typed(error)
        else:
            assert brief.to_bytes("pdf").startswith(b"%PDF")
            assert brief.to_bytes("docx").startswith(b"PK")


@pytest.mark.parametrize("seed", range(0, CHANGED, 4))
def test_what_is_read_is_converted_and_read_again(seed: int, tmp_path: Path) -> None:
    try:
        argument = briefgen.load(written(seed, tmp_path))
    except BriefgenError:
        return
    for suffix in (".md", ".yaml"):
        file = tmp_path / f"again{suffix}"
        file.write_text(argument_text(argument, suffix), encoding="utf-8")
        assert briefgen.load(file) == argument
