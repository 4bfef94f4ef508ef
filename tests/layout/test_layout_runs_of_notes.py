"""Links to notes that share a paragraph lead to that paragraph."""

from __future__ import annotations

from briefgen.layout.assembly import led_to_runs
from briefgen.types.laid import Element


def test_a_mark_leads_to_the_paragraph_that_holds_its_note() -> None:
    links = [Element("Link", 0, address=f"#note-{number}") for number in (1, 3, 4)]
    run, own = (Element("P", 0, target=target) for target in ("notes-1-3", "note-4"))
    led = led_to_runs([Element("Document", None), *links, run, own])
    assert [one.address for one in led if one.tag == "Link"] == [
        "#notes-1-3",
        "#notes-1-3",
        "#note-4",
    ]


def test_without_a_run_nothing_changes() -> None:
    held = (Element("Document", None), Element("Link", 0, address="#note-1"))
    assert led_to_runs(held) == held
