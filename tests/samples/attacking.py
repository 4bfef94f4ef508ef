"""Try attacks, one after the other, in a process that counts what they reach for.

Run as a program: a list of attacks as JSON on standard input, what became of each on standard
output. `PYTHONPATH` names the checkout and its tests.
"""

from __future__ import annotations

import json
import resource
import sys
import time
import traceback
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from briefgen import Brief
    from briefgen.types.finding import Finding

MEMORY_BYTES = 1_000_000_000
"""Address space of the process: who asks for more has failed."""


class Attack(TypedDict):
    """What is built: an argument with the options of `build`, and rows where there are some."""

    argument: str
    options: dict[str, str]
    rows: str | None


class Fate(TypedDict):
    """What became of an attack: the findings of the error, or how it got through or crashed."""

    codes: list[str]
    places: list[str]
    reported: str
    seconds: float
    reached: list[str]


_REACHING = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "urllib.")
_SECRETS = ("/etc/passwd", "/dev/zero")
_reached: list[str] = []


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    is_secret = event == "open" and str(arguments[0]) in _SECRETS
    if is_secret or event.startswith(_REACHING):
        _reached.append(f"{event} {arguments[0]}")


def _build(attack: Attack) -> None:
    import briefgen  # noqa: PLC0415 - under the limits, and watched

    argument = briefgen.load(attack["argument"])
    options: dict[str, Any] = attack["options"]
    if attack["rows"] is None:
        if not str(options.get("template", "")).endswith(".docx"):
            _write(briefgen.build(argument, **options))
            return
        # What a template of one's own only loses may reach for nothing, either.
        with suppress(briefgen.BriefgenError):
            _write(briefgen.build(argument, **options))
        _write(briefgen.build(argument, untrusted=True, **options))
        return
    folder = Path(attack["rows"]).parent / "out"
    for result in briefgen.build_each(argument, attack["rows"], folder, **options):
        if result.error:
            raise result.error


def _write(brief: Brief) -> None:
    for format_ in ("pdf", "docx"):
        brief.to_bytes(format_)


def _place(finding: Finding) -> str:
    """Return where something is wrong: a file, a thing, a path, or the words it stands in."""
    quoted = finding.message.partition('": ')[0] if finding.message.startswith('"') else ""
    return finding.file or finding.where or ".".join(map(str, finding.path)) or quoted


def fate(attack: Attack) -> Fate:
    """Return what becomes of an attack."""
    from briefgen import BriefgenError  # noqa: PLC0415

    _reached.clear()
    began = time.process_time()
    codes, places, reported = [], [], "got through"
    try:
        _build(attack)
    except BriefgenError as error:
        codes, reported = list(error.codes), str(error)
        places = [_place(each) for each in error.findings]
    except BaseException:  # noqa: BLE001 - what nobody foresaw is what is looked for
        reported = traceback.format_exc()
    seconds = time.process_time() - began
    return Fate(
        codes=codes, places=places, reported=reported, seconds=seconds, reached=list(_reached)
    )


def main() -> None:
    """Try the attacks that standard input names."""
    attacks: dict[str, Attack] = json.load(sys.stdin)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    sys.addaudithook(_watch)
    fates = {name: fate(attack) for name, attack in attacks.items()}
    json.dump({"fates": fates, "peak_bytes": _peak_bytes()}, sys.stdout)


def _peak_bytes() -> int:
    """Return the most memory that this process has had, without its parent's before it began."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024


if __name__ == "__main__":
    main()
