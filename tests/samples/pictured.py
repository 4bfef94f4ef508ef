"""The argument with series in a folder of its own, with a picture and the issuer's logo."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from PIL import Image, ImageDraw

from briefgen.load.argument import read_argument
from briefgen.types.argument import Argument
from samples.charted import SERIES

FERRY = {
    "id": "ferry",
    "file": "pictures/ferry.jpg",
    "alt": "A ferry on a broad river, seen from the landing stage.",
    "credit": "Photograph: T. Holm, Alder County",
    "permission": "Alder County, free for briefs",
}
LOGO = {
    "id": "alder-logo",
    "file": "logo.png",
    "alt": "Alder County",
    "permission": "own",
}


def pictured(folder: Path, *images: dict[str, Any], **issuer: Any) -> Argument:
    """Return the argument, read from a folder that holds its pictures."""
    data = yaml.safe_load(SERIES.read_text(encoding="utf-8"))
    data["images"] = [*images]
    data["issuer"] = issuer
    (folder / "pictures").mkdir(parents=True, exist_ok=True)
    photograph(1600, 900).save(folder / "pictures" / "ferry.jpg", quality=80)
    logo().save(folder / "logo.png")
    path = folder / "pictured.yaml"
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return read_argument(path)


def photograph(width: int, height: int) -> Image.Image:
    """Return a made-up landscape: sky, river and a boat."""
    image = Image.linear_gradient("L").resize((width, height))
    sky = Image.merge("RGB", [image.point(lambda v, k=k: 255 - v * k // 100) for k in (70, 45, 20)])
    draw = ImageDraw.Draw(sky)
    draw.rectangle((0, height * 3 // 5, width, height), fill="#35576b")
    hull = [
        (width * x // 100, height * y // 100) for x, y in ((40, 58), (70, 58), (66, 68), (44, 68))
    ]
    draw.polygon(hull, fill="#7a2420")
    draw.rectangle((width * 48 // 100, height * 48 // 100, width * 60 // 100, height * 58 // 100),
                   fill="#f2efe6")  # fmt: skip
    return sky


def logo() -> Image.Image:
    """Return a mark on nothing: a disc and a bar, transparent around them."""
    image = Image.new("RGBA", (600, 200))
    draw = ImageDraw.Draw(image)
    draw.ellipse((10, 10, 190, 190), fill="#0f4a5c")
    draw.rectangle((220, 80, 590, 120), fill="#0f4a5c")
    return image
