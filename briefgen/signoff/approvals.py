"""What a signed sheet adds to the approvals of an argument."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.signoff.wording import numbers_read
from briefgen.types.finding import Finding, shown
from briefgen.types.signoff import Approval, Approvals, SignedSheet


def signed(held: Approvals, read: SignedSheet) -> tuple[Approvals, list[Finding]]:
    """Return approvals with the initials of a sheet, and a warning where they replace others.

    Initials that the sheet leaves empty stay: a copy that only one has signed takes nothing away
    from the other's. A file is signed when all rows that it prints are.
    """
    found = dict(held.approvals)
    findings = []
    for row in read.rows:
        if not (row.writer or row.reader):
            continue
        before = found.get(row.id)
        writer = row.writer or (before.writer if before else None)
        reader = row.reader or (before.reader if before else None)
        after = Approval(sentence=row.sentence, writer=writer or None, reader=reader or None)
        if before is not None and _replaced(before, after):
            message = f"{shown(row.sentence)} had other initials, which the sheet replaces"
            findings.append(Finding("approval-replaced", message, severity="warning"))
        found[row.id] = after
    return Approvals(approvals=found, files={**held.files, **_files(found, read)}), findings


def _replaced(before: Approval, after: Approval) -> bool:
    pairs = ((before.writer, after.writer), (before.reader, after.reader))
    return any(old and old != new for old, new in pairs)


def _files(found: Mapping[str, Approval], read: SignedSheet) -> dict[str, str]:
    """Return the digests of the files all of whose sentences both have signed."""
    numbers = sorted({int(number) for number, _, _ in read.files if number.isdigit()})
    open_in: set[int] = set()
    for row in read.rows:
        approval = found.get(row.id)
        if not (approval and approval.writer and approval.reader):
            open_in |= set(numbers_read(row.outputs, numbers))
    return {name: digest for number, name, digest in read.files if int(number) not in open_in}
