"""The plan of the project: who may know whom, and how large a room may be."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "briefgen"

STAGES = frozenset({"load", "check", "select", "compose", "layout", "fit", "render"})
MAY_KNOW = {
    **{stage: frozenset({"types", "sandbox"}) for stage in STAGES},
    "check": frozenset({"types", "markup", "languages", "quantities"}),
    "quantities": frozenset({"types", "languages"}),
    "propose": frozenset({"types", "languages", "quantities"}),
    "convert": frozenset({"types", "quantities"}),
    "conversion": frozenset({"convert", "load", "save", "overwrite", "types"}),
    "locating": frozenset({"languages", "load", "save", "types"}),
    "writing": frozenset({"types", "quantities"}),
    "comparison": frozenset({"load", "check", "save", "types"}),
    "checking": frozenset({"load", "check", "select", "compose", "comparison", "options", "types"}),
    "recovery": frozenset({"pipeline", "built_in", "load", "compose", "types"}),
    "signoff": frozenset({"check", "comparison", "languages", "load", "ooxml", "types"}),
    "signing": frozenset(
        {"batch", "brief", "load", "options", "overwrite", "pipeline", "save", "signoff", "types"}
    ),
    "compose": frozenset({"types", "sandbox", "markup", "languages", "csl"}),
    "csl": frozenset({"types", "languages"}),
    "load": frozenset({"types", "sandbox", "ooxml", "languages", "markup", "quantities"}),
    "render": frozenset({"types", "sandbox", "ooxml"}),
    "ooxml": frozenset({"types"}),
    "cache": frozenset[str](),
    "pattern": frozenset[str](),
    "types": frozenset[str](),
    "languages": frozenset[str](),
    "options": frozenset({"types"}),
    "sandbox": frozenset({"types"}),
    "markup": frozenset({"types"}),
    "save": frozenset({"held_folder", "types"}),
    "held_folder": frozenset[str](),
    "overwrite": frozenset({"types", "load", "save"}),
    "built_in": frozenset({"load", "check", "types", "save", "propose"}),
    "brief": frozenset({"fit", "layout", "load", "render", "types", "options", "overwrite"}),
    "template_check": frozenset({"pipeline", "brief", "layout", "load", "types"}),
    "paging": frozenset({"brief", "layout", "load", "types"}),
    "pipeline": STAGES | {"types", "options", "brief", "checking", "paging", "signoff"},
    "batch": frozenset(
        {"pipeline", "options", "overwrite", "load", "save", "signoff", "types", "__init__"}
    ),
    "isolation": frozenset({"pipeline", "options", "overwrite", "load", "types", "__init__"}),
    "watching": frozenset(
        {"pipeline", "checking", "options", "overwrite", "load", "types", "__init__"}
    ),
    "cli": frozenset(
        {
            "batch",
            "built_in",
            "checking",
            "comparison",
            "conversion",
            "isolation",
            "locating",
            "pipeline",
            "options",
            "overwrite",
            "recovery",
            "template_check",
            "signing",
            "types",
            "watching",
            "__init__",
        }
    ),
    "__main__": frozenset({"cli"}),
    "__init__": frozenset(
        {
            "batch",
            "built_in",
            "checking",
            "conversion",
            "isolation",
            "pipeline",
            "options",
            "recovery",
            "signing",
            "template_check",
            "types",
            "writing",
        }
    ),
}
"""What the areas of the package may import, apart from themselves."""

FOR_ALL = frozenset({"cache", "pattern"})
"""What every area may import: they import none of them."""

LIBRARIES = {
    "click": frozenset({"cli"}),
    "rich": frozenset({"cli"}),
    "reportlab": frozenset({"load", "render"}),
    "docx": frozenset({"render"}),
    "xlsxwriter": frozenset({"render"}),
    "segno": frozenset({"compose"}),
    "jinja2": frozenset({"sandbox", "compose", "render"}),
    "markdown_it": frozenset({"markup", "load"}),
    "pypdfium2": frozenset({"load"}),
    "bibtexparser": frozenset({"load"}),
    "citeproc": frozenset({"csl"}),
    "pylatexenc": frozenset({"load"}),
    "rispy": frozenset({"load"}),
    "watchfiles": frozenset({"watching"}),
    "yaml": frozenset({"load", "languages", "convert"}),
    "uniseg": frozenset({"layout"}),
    "pyphen": frozenset({"check", "layout"}),
}
"""Where a library may be imported. It is one area's tool, not everybody's."""

LINES = 400
VAGUE = re.compile(r"(^|_)(utils?|helpers?|managers?|misc|common)(_|$)")


def _modules(package: Path) -> list[Path]:
    return sorted(path for path in package.rglob("*.py") if "_resources" not in path.parts)


def _area(package: Path, module: Path) -> str:
    return module.relative_to(package).parts[0].removesuffix(".py")


def _imported(module: Path) -> Iterator[tuple[int, str]]:
    """Yield line and dotted name of all that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}:{node.lineno}: a relative import"
            name = str(node.module)
            if name == "briefgen":
                yield from ((node.lineno, f"briefgen.{alias.name}") for alias in node.names)
            else:
                yield node.lineno, name


def breaches(package: Path) -> list[str]:
    """Return every import that the plan does not allow."""
    found = []
    for module in _modules(package):
        area = _area(package, module)
        place = module.relative_to(package).as_posix()
        for line, name in _imported(module):
            first, *rest = name.split(".")
            if first == "briefgen":
                known = rest[0] if rest else "__init__"
                if known != area and known not in MAY_KNOW[area] | FOR_ALL:
                    found.append(f"{place}:{line}: {area} must not know {known}")
            elif area not in LIBRARIES.get(first, {area}):
                found.append(f"{place}:{line}: {first} is no library for {area}")
    return found


def test_no_area_knows_more_than_the_plan_allows() -> None:
    assert breaches(PACKAGE) == []


def test_every_area_of_the_package_is_in_the_plan() -> None:
    assert {_area(PACKAGE, module) for module in _modules(PACKAGE)} == set(MAY_KNOW)


@pytest.mark.parametrize(
    ("module", "line", "breach"),
    [
        ("fit/fitting.py", "from briefgen.layout import lay_out", "fit must not know layout"),
        ("fit/fitting.py", "import briefgen.layout.lines", "fit must not know layout"),
        ("load/text.py", "from briefgen import pipeline", "load must not know pipeline"),
        ("load/text.py", "import briefgen", "load must not know __init__"),
        ("types/point.py", "from briefgen.load import text", "types must not know load"),
        ("types/point.py", "from briefgen.ooxml import x", "types must not know ooxml"),
        ("ooxml/package.py", "from briefgen.load import x", "ooxml must not know load"),
        ("layout/lines.py", "from briefgen.ooxml import x", "layout must not know ooxml"),
        ("types/point.py", "from briefgen.sandbox import x", "types must not know sandbox"),
        ("cli/build.py", "from briefgen.render.pdf import x", "cli must not know render"),
        ("pipeline.py", "from briefgen.cli import main", "pipeline must not know cli"),
        ("pipeline.py", "from briefgen.batch import x", "pipeline must not know batch"),
        ("pipeline.py", "from briefgen.isolation import x", "pipeline must not know isolation"),
        ("isolation/child.py", "from briefgen.fit import fit", "isolation must not know fit"),
        ("batch/worker.py", "from briefgen.fit import fit", "batch must not know fit"),
        ("layout/lines.py", "import reportlab.pdfgen", "reportlab is no library for layout"),
        ("fit/fitting.py", "def f():\n    from rich import print", "rich is no library for fit"),
    ],
)
def test_a_breach_is_seen(tmp_path: Path, module: str, line: str, breach: str) -> None:
    path = tmp_path / module
    path.parent.mkdir(exist_ok=True)
    path.write_text(line, encoding="utf-8")
    number = line.count("\n") + 1
    assert breaches(tmp_path) == [f"{module}:{number}: {breach}"]


def test_no_file_is_longer_than_a_reader_s_patience() -> None:
    folders = [ROOT / name for name in ("briefgen", "tests", "examples")]
    modules = [module for folder in folders for module in _modules(folder)]
    assert len(modules) > 100
    lengths = {module: len(module.read_text(encoding="utf-8").splitlines()) for module in modules}
    assert [f"{path}: {length}" for path, length in lengths.items() if length > LINES] == []


def test_no_name_is_vague() -> None:
    names = [path for path in PACKAGE.rglob("*") if path.suffix == ".py" or path.is_dir()]
    assert VAGUE.search("text_utils")
    assert [name for name in names if VAGUE.search(name.stem)] == []


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        module
        for module in _modules(PACKAGE)
        if not ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_the_architecture_page_names_every_folder() -> None:
    page = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    folders = {module.parent.relative_to(PACKAGE).as_posix() for module in _modules(PACKAGE)}
    assert folders >= STAGES
    missing = [name for name in folders - {"."} if not re.search(rf"\b{name}/", page)]
    assert missing == []


def test_test_files_have_names_of_their_own() -> None:
    names = [path.name for path in (ROOT / "tests").rglob("test_*.py")]
    assert len(names) > 10
    assert sorted(names) == sorted(set(names))
