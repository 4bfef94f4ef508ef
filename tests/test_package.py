"""The package: its public names, what importing it costs, and the wheel that users install."""

from __future__ import annotations

import ast
import email
import io
import os
import re
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader
from samples.shell import python
from samples.stand_in import MALI, ROOT

import briefgen

# Public names


def test_every_public_name_can_be_had() -> None:
    assert "build" in dir(briefgen)
    for name in dir(briefgen):
        assert getattr(briefgen, name) is not None


def test_type_checkers_and_users_see_the_same_names() -> None:
    tree = ast.parse((ROOT / "briefgen" / "__init__.py").read_text(encoding="utf-8"))
    seen = {
        str(alias.asname): str(node.module)
        for block in tree.body
        if isinstance(block, ast.If)
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert seen == briefgen._HOMES
    assert sorted([*seen, "__version__"]) == dir(briefgen)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="'briefgen' has no attribute 'laod'"):
        _ = briefgen.laod  # type: ignore[attr-defined]


def test_load_and_check_stay_functions_whatever_is_imported(tmp_path: Path) -> None:
    code = """if True:
        import briefgen
        import briefgen.load.yaml
        import briefgen.check
        briefgen.lengths()
        from briefgen.load.text import read_text
        from briefgen import load, check
        import sys
        assert callable(briefgen.load) and briefgen.load is load, briefgen.load
        assert callable(briefgen.check) and briefgen.check is check, briefgen.check
        assert sys.modules["briefgen.load"].yaml
    """
    done = python("-c", code, cwd=tmp_path)
    assert done.returncode == 0, done.stderr


def test_importing_briefgen_imports_nothing_else(tmp_path: Path) -> None:
    code = """if True:
        import sys
        before = set(sys.modules)
        import briefgen
        new = {name.split(".")[0] for name in set(sys.modules) - before}
        print(sorted(new - set(sys.stdlib_module_names)))
        print(sorted(name for name in sys.modules if name.startswith("briefgen.")))
        print(len(set(sys.modules) - before) < 40)
    """
    done = python("-c", code, cwd=tmp_path)
    assert done.stdout.decode().splitlines() == ["['briefgen']", "[]", "True"], done.stderr


def test_a_brief_is_built_where_there_are_no_modules_of_unix(tmp_path: Path) -> None:
    code = f"""if True:
        import os, pathlib, secrets, sys
        sys.modules.update(dict.fromkeys(["fcntl", "grp", "pwd", "resource", "termios"]))
        os.name = "nt"
        import briefgen.save
        os.name = "posix"  # or paths would be of Windows, and go nowhere here
        import briefgen
        brief = briefgen.build(briefgen.load({str(MALI)!r}))
        brief.save("mali.pdf")
        import briefgen.isolation.building
        from briefgen.cli import main
        sys.exit(main(["check", {str(MALI)!r}]))
    """
    done = python("-c", code, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "mali.pdf").exists()


# The wheel and the source archive


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the wheel and the source archive of this checkout."""
    folder = tmp_path_factory.mktemp("built")
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    (found,) = built.glob("*.whl")
    return found


def _checked_in(folder: str) -> set[str]:
    return {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.name[0] != "."
    }


def test_the_wheel_holds_code_templates_and_data_and_nothing_else(wheel: Path) -> None:
    names = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    code = _checked_in("briefgen")
    assert {"briefgen/py.typed", "briefgen/__main__.py", "briefgen/cli/build.py"} <= code
    resources = {name for name in _checked_in("templates") if not name.endswith(".py")}
    resources = {name for name in resources if not re.fullmatch(r"templates/fonts/.*\.txt", name)}
    resources |= {name for name in _checked_in("data") if name.endswith(".yaml")}
    assert "templates/themes/standard/template.docx" in resources
    assert "data/china-mali.yaml" in resources
    assert names == code | {f"briefgen/_resources/{name}" for name in resources}


WHEEL_LIMIT_MB = 5.9
"""What a user downloads at most. Fonts are most of it; another face is a decision, not a file."""


def test_the_wheel_is_no_larger_than_it_was_decided(wheel: Path) -> None:
    size_mb = wheel.stat().st_size / 1_000_000
    fonts = sum(
        one.compress_size
        for one in zipfile.ZipFile(wheel).infolist()
        if one.filename.endswith((".ttf", ".ttf.xz"))
    )
    assert fonts / 1_000_000 < size_mb < WHEEL_LIMIT_MB


def test_the_wheel_says_what_it_is_and_under_which_licences(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        stem = f"briefgen-{briefgen.__version__}.dist-info"
        said = email.message_from_bytes(archive.read(f"{stem}/METADATA"))
        assert said["Version"] == briefgen.__version__
        assert said["License-Expression"] == "MIT"
        licences = said.get_all("License-File")
        assert licences == [
            "LICENSE",
            "templates/fonts/Bitstream-Vera-DejaVu.txt",
            "templates/fonts/OFL-Caladea.txt",
            "templates/fonts/OFL-Carlito.txt",
            "templates/fonts/OFL-Liberation.txt",
            "templates/fonts/OFL-NotoSans.txt",
        ]
        for licence in licences:
            assert archive.read(f"{stem}/licenses/{licence}")


def test_the_source_archive_holds_what_the_wheel_and_the_tests_need(built: Path) -> None:
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as source:
        names = {name.partition("/")[2] for name in source.getnames()}
    needed = {
        "pyproject.toml",
        "README.md",
        "SECURITY.md",
        "LICENSE",
        "templates/make_fallback_fonts.py",
        "templates/make_font_metrics.py",
        "templates/make_stand_in_fonts.py",
        "templates/make_skeleton_texts.py",
        "templates/make_word_template.py",
    }
    needed |= _checked_in("briefgen") | _checked_in("tests") | _checked_in("examples")
    assert needed <= names
    stray = {name for name in names if "__pycache__" in name or name.startswith((".git/", "out/"))}
    assert stray == set()


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into a fresh environment that borrows our libraries; return its bin/."""
    folder = tmp_path_factory.mktemp("fresh")
    venv.EnvBuilder(with_pip=False, symlinks=True).create(folder)
    fresh = folder / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(fresh), "install", "--quiet"]
    subprocess.run([*pip, "--no-deps", "--no-index", str(wheel)], check=True)
    (packages,) = folder.glob("lib/python*/site-packages")
    # Only the folder: path files in it, such as that of an editable install, are not followed.
    (packages / "libraries.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return folder / "bin"


def _installed(program: Path, *arguments: str, cwd: Path) -> str:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [str(program), *arguments],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_an_installed_wheel_builds_the_mali_brief_from_any_folder(
    installed: Path, tmp_path: Path
) -> None:
    code = "import briefgen, pathlib; print(pathlib.Path(briefgen.__file__).parent)"
    package = Path(_installed(installed / "python", "-c", code, cwd=tmp_path).strip())
    assert package.is_relative_to(installed.parent), "it must not be the checkout"

    mali = str(package / "_resources" / "data" / "china-mali.yaml")
    said = _installed(installed / "briefgen", "build", mali, "-o", "mali.pdf", cwd=tmp_path)
    assert said.startswith("mali.pdf: 1 page, ")
    pdf = (tmp_path / "mali.pdf").read_bytes()
    assert len(PdfReader(io.BytesIO(pdf)).pages) == 1

    argument = briefgen.load(ROOT / "data" / "china-mali.yaml")
    assert pdf == briefgen.build(argument).to_bytes("pdf"), "installed or not, the same bytes"
    _installed(installed / "briefgen", "build", mali, "--untrusted", "-o", "u.pdf", cwd=tmp_path)
    assert (tmp_path / "u.pdf").read_bytes() == pdf


def test_an_installed_wheel_lists_what_comes_along(installed: Path, tmp_path: Path) -> None:
    command = installed / "briefgen"
    assert _installed(command, "--version", cwd=tmp_path) == f"briefgen {briefgen.__version__}\n"
    assert "one-page" in _installed(command, "list", "lengths", cwd=tmp_path)
    _installed(command, "new", "mine.yaml", cwd=tmp_path)
    assert (tmp_path / "mine.yaml").is_file()
