"""Word files changed within: the parts of the package, as trees where they are trees."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from copy import deepcopy

from lxml import etree

Mutate = Callable[[bytes, int], bytes]
"""libFuzzer's own mutation: bytes and the most bytes that come back."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXTS = (
    "{{ main }}",
    "{{ side }}",
    "{{ title }}",
    "{% for e in sources %}",
    "{% endfor %}",
    "{% if status %}",
    "{{ ''.x }}",
    "{{",
    "%}",
    "",
    "\u202e",
    "x" * 3000,
)
VALUES = ("", "0", "-1", "1", "99999999999999999999", "0.5", "auto", "Normal", "Title", "rId1", "é")
TAGS = ("p", "r", "t", "tbl", "tr", "tc", "sectPr", "pPr", "rPr", "style", "basedOn", "name", "sdt")


def changed(data: bytes, most: int, seed: int, mutate: Mutate) -> bytes:
    """Return a Word file with one part of it changed; other bytes as `mutate` changes them."""
    chance = random.Random(seed)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        name = chance.choice([*parts])
    except Exception:  # noqa: BLE001 - whatever is wrong with it, it is no package
        return mutate(data, most)
    if chance.random() < 0.03:
        return mutate(data, most)
    for _ in range(chance.choice((1, 1, 2, 4))):
        parts[name] = _part(parts[name], chance, mutate)
    if chance.random() < 0.03:
        del parts[name]
    made = _packed(parts)
    return made if len(made) <= most else data


def _part(data: bytes, chance: random.Random, mutate: Mutate) -> bytes:
    if chance.random() < 0.1:
        return mutate(data, len(data) + 200)
    try:
        root = etree.fromstring(data)
    except etree.XMLSyntaxError:
        return mutate(data, len(data) + 200)
    _tree(root, chance)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _tree(root: etree._Element, chance: random.Random) -> None:
    """Change one place of a tree."""
    every = [each for each in root.iter() if isinstance(each.tag, str)]
    one, other = chance.choice(every), chance.choice(every)
    parent = one.getparent()
    match chance.randrange(8):
        case 0 if parent is not None:
            parent.remove(one)
        case 1 if parent is not None:
            parent.insert(chance.randrange(len(parent) + 1), deepcopy(one))
        case 2 if len(other) < 500:
            other.insert(chance.randrange(len(other) + 1), deepcopy(one))
        case 3 if one.attrib:
            one.set(chance.choice([*one.attrib]), chance.choice(VALUES))
        case 4 if one.attrib and other.attrib:
            one.set(chance.choice([*one.attrib]), other.get(chance.choice([*other.attrib])) or "")
        case 5:
            one.text = chance.choice(TEXTS)
        case 6:
            one.tag = W + chance.choice(TAGS)
        case _:
            one.attrib.clear()


def _packed(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()
