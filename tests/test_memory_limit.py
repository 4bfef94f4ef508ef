"""A process that may not have more memory says so, and what stood at the target still stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples.saved import OLD
from samples.shell import python
from samples.stand_in import MALI

LIMITED = """if True:
    import resource, sys
    from pathlib import Path
    import briefgen
    from briefgen.cli import main
    briefgen.build(briefgen.load(sys.argv[1])).to_bytes(sys.argv[3])
    has = next(line for line in Path("/proc/self/status").open() if line.startswith("VmSize"))
    limit = int(has.split()[1]) * 1024 + int(float(sys.argv[2]) * 1024**2)
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    sys.exit(main(["build", sys.argv[1], "--length", "full", "-o", f"brief.{sys.argv[3]}",
                   "--force"]))
"""


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_a_limit_on_memory_is_reported_and_the_target_stays(tmp_path: Path, kind: str) -> None:
    target = tmp_path / f"brief.{kind}"
    codes = set()
    for room_mb in (0, 1, 3, 64):
        target.write_bytes(OLD)
        done = python("-c", LIMITED, MALI, str(room_mb), kind, cwd=tmp_path)
        said = done.stderr.decode()
        assert "Traceback" not in said
        assert "fault" not in said
        if done.returncode:
            assert said.startswith("the memory that this process may use is not enough")
            assert target.read_bytes() == OLD
        else:
            assert target.read_bytes()[:4] == {"pdf": b"%PDF", "docx": b"PK\3\4"}[kind]
        assert [path.name for path in tmp_path.iterdir()] == [target.name]
        codes.add(done.returncode)
    assert codes == {0, 1}
