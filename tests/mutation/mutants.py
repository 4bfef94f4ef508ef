"""The mutants of a module: what each changes, and whether a test noticed."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from itertools import takewhile
from pathlib import Path

_SURVIVED = frozenset({0, 5, 33})
"""Exit codes of mutmut's: every test passed, or none reaches the function."""

_PROSE = re.compile(r"\w[\w,;:.!?()’'`\"-]* +\S*\w")
"""Two words: what a string for people has, and names, codes and patterns do not."""

_AROUND = 30
"""Characters that are shown on either side of a difference."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """One changed function. `wording` where only the words of a text for people are changed."""

    name: str
    module: Path
    function: str
    change: str
    wording: bool
    survived: bool

    @property
    def lives(self) -> bool:
        """Whether it survived and changed more than words."""
        return self.survived and not self.wording


def mutants(work: Path, module: Path) -> Iterator[Mutant]:
    """Yield the mutants of a module that mutmut has asked the tests about in its folder `work`."""
    codes = json.loads(_verdicts(work, module).read_text())["exit_code_by_key"]
    functions = dict(_functions(ast.parse((work / module).read_text())))
    for name, code in codes.items():
        if code is None:
            continue
        short = name.rpartition(".")[2]
        mangled = short.partition("__mutmut_")[0]
        old, new = functions[f"{mangled}__mutmut_orig"], functions[short]
        function = re.split("ǁ|x_", mangled, maxsplit=1)[1].replace("ǁ", ".")
        wording = _unworded(old) == _unworded(new)
        yield Mutant(name, module, function, _change(old, new), wording, code in _SURVIVED)


def mark_killed(work: Path, mutant: Mutant) -> None:
    """Let the verdicts say that a test has noticed the mutant after all."""
    file = _verdicts(work, mutant.module)
    held = json.loads(file.read_text())
    held["exit_code_by_key"][mutant.name] = 1
    file.write_text(json.dumps(held, indent=4))


def _verdicts(work: Path, module: Path) -> Path:
    return work / f"{module}.meta"


def _functions(tree: ast.AST) -> Iterator[tuple[str, ast.FunctionDef]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and "__mutmut_" in node.name:
            name, node.name = node.name, "_"
            yield name, node


class _Unworded(ast.NodeTransformer):
    def visit_Constant(self, node: ast.Constant) -> ast.Constant:
        prose = isinstance(node.value, str) and _PROSE.search(node.value)
        return ast.Constant("words") if prose else node


def _unworded(function: ast.FunctionDef) -> str:
    return ast.dump(_Unworded().visit(ast.parse(ast.unparse(function))))


def _change(old: ast.FunctionDef, new: ast.FunctionDef) -> str:
    """Tell the lines that differ, each cut to what stands around the difference."""
    before, after = (ast.unparse(each).splitlines() for each in (old, new))
    found = list(unified_diff(before, after, n=0, lineterm=""))[2:]
    minus, plus = (
        " ".join(line[1:].strip() for line in found if line.startswith(sign)) for sign in "-+"
    )
    first = _shared(minus, plus)
    last = _shared(minus[first:][::-1], plus[first:][::-1])
    return "  →  ".join(
        each[max(0, first - _AROUND) : len(each) - max(0, last - _AROUND)] for each in (minus, plus)
    )


def _shared(one: str, other: str) -> int:
    """Return how many characters are the same at the beginning of two texts."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
