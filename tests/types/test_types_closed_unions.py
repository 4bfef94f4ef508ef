"""Kinds of nodes, blocks, marks and charts are closed: a new one is a type error everywhere.

That is tried on a copy of the package, to whose unions a kind is added.
"""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from briefgen.types.block import Block
from briefgen.types.header_footer import HeaderFooterBlock, HeaderFooterInline
from briefgen.types.laid import Mark
from briefgen.types.prose import Inline

PACKAGE = Path(__file__).resolve().parents[2] / "briefgen"

NEW = "class NewKind:\n    pass\n\n\n"
UNIONS = {
    "types/prose.py": [("Inline = Fixed | ", f"{NEW}Inline = NewKind | Fixed | ")],
    "types/block.py": [("Block = (\n", f"{NEW}Block = (\n    NewKind | ")],
    "types/laid.py": [("Mark = TextMark | ", f"{NEW}Mark = NewKind | TextMark | ")],
    "types/header_footer.py": [
        ("HeaderFooterBlock = ", f"{NEW}HeaderFooterBlock = NewKind | "),
        ("HeaderFooterInline = ", "HeaderFooterInline = NewKind | "),
        ("Drawn = HeaderFooterPicture", "Drawn = NewKind | HeaderFooterPicture"),
    ],
    "types/plot.py": [('["bar", "line", "dot"]', '["bar", "line", "dot", "NewKind"]'),
                      ('"piled", "panels"]', '"piled", "panels", "NewKind"]')],
}  # fmt: skip
"""Where a union is written, and how it reads with one kind more."""

KNOW_ALL = {
    "nodes": {"types/prose.py"},
    "nodes in blocks": {"fit/rewriting.py", "compose/numerals.py"},
    "blocks": {
        "types/block_prose.py",
        "fit/charge.py",
        "fit/omission.py",
        "layout/block_formatter.py",
        "render/text.py",
        "render/docx/story.py",
        "signoff/printed.py",
    },
    "headers and footers": {"types/header_footer.py", "types/font.py"},
    "drawings": {"layout/drawing.py"},
    "marks": {
        "layout/moving.py",
        "render/pdf/drawing.py",
        "render/pdf/extent.py",
    },
    "charts": {"types/plot.py", "layout/chart.py", "render/docx/chart_series.py"},
}
"""The modules that must know all kinds of something."""
MODULES = sorted(set().union(*KNOW_ALL.values()) - KNOW_ALL["nodes in blocks"])


@pytest.fixture(scope="module")
def errors(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What mypy says of the copy."""
    folder = tmp_path_factory.mktemp("copy")
    copy = folder / "briefgen"
    for file in [*PACKAGE.rglob("*.py"), PACKAGE / "py.typed"]:
        target = copy / file.relative_to(PACKAGE)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, target)
    for name, changes in UNIONS.items():
        text = (copy / name).read_text(encoding="utf-8")
        for old, new in changes:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        (copy / name).write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--ignore-missing-imports"]
        + ["--follow-imports=silent", "--no-error-summary", "--hide-error-context", "--no-pretty"]
        + [f"briefgen/{module}" for module in MODULES],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    return done.stdout.splitlines()


@pytest.mark.slow
@pytest.mark.parametrize("module", MODULES)
def test_a_new_kind_is_a_type_error_where_it_is_not_handled(errors: list[str], module: str) -> None:
    own = [line for line in errors if line.startswith(f"briefgen/{module}:")]
    assert any("NewKind" in line for line in own), own


UNION_TYPES = (Inline, Block, Mark, HeaderFooterBlock, HeaderFooterInline)


def kinds() -> set[str]:
    return {kind.__name__ for union in UNION_TYPES for kind in get_args(union)}


def dispatches() -> dict[str, list[ast.Match]]:
    """The match statements over one of the unions, by module."""
    known, found = kinds(), {}
    for file in PACKAGE.rglob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        held = [
            node
            for node in ast.walk(tree)
            if isinstance(node, ast.Match)
            and any(
                isinstance(part, ast.MatchClass)
                and isinstance(part.cls, ast.Name)
                and part.cls.id in known
                for case in node.cases
                for part in ast.walk(case.pattern)
            )
        ]
        if held:
            found[str(file.relative_to(PACKAGE))] = held
    return found


def closes(match: ast.Match) -> bool:
    """Whether what no case names is for `assert_never`."""
    last = match.cases[-1].body[-1]
    return (
        isinstance(last, ast.Expr)
        and isinstance(last.value, ast.Call)
        and isinstance(last.value.func, ast.Name)
        and last.value.func.id == "assert_never"
    )


def test_no_dispatch_over_kinds_has_a_branch_for_all_the_rest() -> None:
    found = dispatches()
    assert len(found) >= 10
    open_ones = {
        f"{module}:{match.lineno}"
        for module, held in found.items()
        for match in held
        if not closes(match)
    }
    assert open_ones == set()


def test_every_module_with_a_dispatch_over_kinds_is_tried() -> None:
    # One knows what is bound late, of which all is known; the other what of a drawing mirrors.
    tried = {*MODULES, "fit/resolve.py", "load/word/mirrored.py"}
    assert set(dispatches()) <= tried
