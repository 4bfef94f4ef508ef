"""What a process cannot do once its walls are up, by Python and by the C library beneath it."""

from __future__ import annotations

import errno
import json
from pathlib import Path

import jinja2
import pytest
from samples.shell import python

import briefgen
from briefgen.isolation.confinement import _own_folders

SCRIPT = """
import ctypes, json, os, sys
from pathlib import Path
import briefgen.pipeline
from briefgen.isolation.confinement import confine
from briefgen.isolation.terms import Limits
import shutil, socket, subprocess

root, outside = sys.argv[1:3]
libc = ctypes.CDLL(None)
names = "open socket fork execl kill mkdir unlink ptrace chmod utimes"
calls = {name: getattr(libc, name) for name in names.split()}
libc.__errno_location.restype = ctypes.POINTER(ctypes.c_int)
errno_location = libc.__errno_location
parent = os.getppid()
if "no kernel" in sys.argv:
    from briefgen.isolation import confinement as walls
    walls.keep_to = walls.refuse_all_but_building = lambda *_: False
confinement, refused = confine(Path(root), Limits())

def below(name, *arguments):
    done = calls[name](*arguments)
    return 0 if done >= 0 else errno_location()[0]

def python(call):
    try:
        call()
    except OSError as error:
        return error.errno
    return 0

O_CREAT = os.O_WRONLY | os.O_CREAT
attempts = {
    "read inside": lambda: below("open", f"{root}/a.txt".encode(), 0),
    "read outside": lambda: below("open", outside.encode(), 0),
    "read the system": lambda: below("open", b"/etc/passwd", 0),
    "read another process": lambda: below("open", f"/proc/{parent}/environ".encode(), 0),
    "write inside": lambda: below("open", f"{root}/b.txt".encode(), O_CREAT, 0o600),
    "make a folder": lambda: below("mkdir", f"{root}/c".encode(), 0o700),
    "remove": lambda: below("unlink", f"{root}/a.txt".encode()),
    "change rights": lambda: below("chmod", outside.encode(), 0o777),
    "change times": lambda: below("utimes", outside.encode(), None),
    "internet": lambda: below("socket", 2, 1, 0),
    "local socket": lambda: below("socket", 1, 1, 0),
    "fork": lambda: below("fork"),
    "program": lambda: below("execl", b"/bin/true", b"true", None),
    "signal": lambda: below("kill", parent, 0),
    "trace": lambda: below("ptrace", 16, parent, 0, 0),
    "python reads inside": lambda: python(lambda: open(f"{root}/a.txt")),
    "python reads outside": lambda: python(lambda: open(outside)),
    "python reads by a link": lambda: python(lambda: open(f"{root}/link.txt")),
    "python lists outside": lambda: python(lambda: os.listdir(os.path.dirname(outside))),
    "python writes": lambda: python(lambda: open(f"{root}/b.txt", "w")),
    "python appends": lambda: python(lambda: os.open(f"{root}/a.txt", os.O_APPEND | os.O_RDWR)),
    "python removes": lambda: python(lambda: os.remove(f"{root}/a.txt")),
    "python connects": lambda: python(lambda: socket.create_connection(("127.0.0.1", 9))),
    "python resolves": lambda: python(lambda: socket.getaddrinfo("example.org", 80)),
    "python begins": lambda: python(lambda: subprocess.run(["/bin/true"])),
    "python forks": lambda: python(os.fork),
    "python loads": lambda: python(lambda: ctypes.CDLL(None)),
    "python kills": lambda: python(lambda: os.kill(parent, 0)),
}
answers = {}
for what, attempt in attempts.items():
    if "no kernel" in sys.argv and not what.startswith("python "):
        continue
    refused.clear()
    answers[what] = attempt(), list(refused)
held = [confinement.files, confinement.network, confinement.processes]
print(json.dumps([held, answers]))
"""

BELOW = {
    "read inside": ("files", 0),
    "read outside": ("files", errno.EACCES),
    "read the system": ("files", errno.EACCES),
    "read another process": ("files", errno.EACCES),
    "write inside": ("files", errno.EACCES),
    "make a folder": ("files", errno.EPERM),
    "remove": ("files", errno.EPERM),
    "change rights": ("files", errno.EPERM),
    "change times": ("files", errno.EPERM),
    "internet": ("network", errno.EPERM),
    "local socket": ("network", errno.EPERM),
    "fork": ("processes", errno.EPERM),
    "program": ("processes", errno.EPERM),
    "signal": ("processes", errno.EPERM),
    "trace": ("processes", errno.EPERM),
}
BY_PYTHON = {
    "python reads inside": 0,
    "python reads outside": errno.EACCES,
    "python reads by a link": errno.EACCES,
    "python lists outside": errno.EACCES,
    "python writes": errno.EACCES,
    "python appends": errno.EACCES,
    "python removes": errno.EPERM,
    "python connects": errno.EPERM,
    "python resolves": errno.EPERM,
    "python begins": errno.EPERM,
    "python forks": errno.EPERM,
    "python loads": errno.EPERM,
    "python kills": errno.EPERM,
}


Tried = tuple[dict[str, str], dict[str, tuple[int, list[str]]]]


def walled(folder: Path, *how: str) -> Tried:
    """Return who keeps a process in, and the error of each attempt with what the hook refused."""
    root, secret = folder / "root", folder / "secret.txt"
    root.mkdir()
    (root / "a.txt").write_text("a")
    secret.write_text("secret")
    (root / "link.txt").symlink_to(secret)
    done = python("-c", SCRIPT, root, secret, *how, cwd=folder)
    assert done.returncode == 0, done.stderr
    assert (root / "a.txt").read_text() == "a"
    assert sorted(path.name for path in root.iterdir()) == ["a.txt", "link.txt"]
    held, answers = json.loads(done.stdout)
    return dict(zip(("files", "network", "processes"), held, strict=True)), answers


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> Tried:
    """What becomes of the attempts between both walls."""
    return walled(tmp_path_factory.mktemp("walls"))


@pytest.fixture(scope="module")
def tried_without_kernel(tmp_path_factory: pytest.TempPathFactory) -> Tried:
    """What becomes of them where the kernel has no wall."""
    return walled(tmp_path_factory.mktemp("wall"), "no kernel")


@pytest.mark.parametrize("what", BELOW)
def test_beneath_python_the_kernel_refuses(tried: Tried, what: str) -> None:
    wall, wanted = BELOW[what]
    walls, answers = tried
    assert walls[wall] == "kernel", "this needs Landlock (Linux 5.13) and seccomp"
    error, refused = answers[what]
    assert (error, refused) == (wanted, [])


@pytest.mark.parametrize("what", BY_PYTHON)
def test_in_python_the_hook_refuses_and_names_the_path(
    tried: Tried, tried_without_kernel: Tried, what: str
) -> None:
    for _, answers in (tried, tried_without_kernel):
        error, refused = answers[what]
        assert error == BY_PYTHON[what]
        names = {Path(path).name for path in refused}
        known = {"secret.txt", "link.txt", "a.txt", "b.txt"}
        assert names <= known or what == "python lists outside"
        assert bool(names) == (error == errno.EACCES)


def test_it_is_said_who_keeps_the_process_in(tried: Tried, tried_without_kernel: Tried) -> None:
    assert tried[0] == dict.fromkeys(("files", "network", "processes"), "kernel")
    assert tried_without_kernel[0] == dict.fromkeys(
        ("files", "network", "processes"), "interpreter"
    )
    assert set(tried[1]) == {*BELOW, *BY_PYTHON}


def test_libraries_are_read_and_a_checkout_around_the_root_is_not() -> None:
    root = Path(jinja2.__file__).parent
    folders = [*_own_folders(root)]
    assert any(root.is_relative_to(folder) for folder in folders)
    checkout = Path(briefgen.__file__).parents[1]
    root = checkout / "data"
    opened = list(_own_folders(checkout / "examples"))
    assert checkout not in opened
    assert {checkout / "briefgen", root} <= set(opened)
