"""The app's two icons, a tick in a ring, drawn here so that there is no picture to keep."""

import struct
import zlib
from itertools import pairwise
from math import hypot

COLOUR_SIZE, OUTLINE_SIZE = 192, 32
Rgb = tuple[int, int, int]
Point = tuple[float, float]

WHITE: Rgb = (255, 255, 255)
# From the middle, in parts of the ring's radius.
TICK: tuple[Point, ...] = ((-0.52, 0.05), (-0.15, 0.42), (0.55, -0.38))


def colour_png(background: Rgb) -> bytes:
    """In white on this colour, with room round it."""
    cover = drawn(COLOUR_SIZE, radius=0.30, line=0.055)
    rows = [[(*blended(background, part), 255) for part in row] for row in cover]
    return png(rows)


def outline_png() -> bytes:
    """White and transparent alone, as Teams asks; it fills the icon."""
    cover = drawn(OUTLINE_SIZE, radius=0.43, line=0.08)
    return png([[(*WHITE, round(255 * part)) for part in row] for row in cover])


def drawn(size: int, *, radius: float, line: float) -> list[list[float]]:
    """How much of each pixel is covered, from 0 to 1. Lengths are in parts of the icon's side."""
    places = [(pixel + 0.5) / size - 0.5 for pixel in range(size)]
    return [[covered(away((x, y), radius) - line / 2, size) for x in places] for y in places]


def covered(distance: float, size: int) -> float:
    """At an edge a pixel is covered in part, so that lines look smooth."""
    return min(max(0.5 - distance * size, 0.0), 1.0)


def away(point: Point, radius: float) -> float:
    """How far it is to the middle of the nearest line of the drawing."""
    ring = abs(hypot(*point) - radius)
    corners = [(x * radius, y * radius) for x, y in TICK]
    return min(ring, *(to_stroke(point, start, end) for start, end in pairwise(corners)))


def to_stroke(point: Point, start: Point, end: Point) -> float:
    along = (end[0] - start[0], end[1] - start[1])
    aside = (point[0] - start[0], point[1] - start[1])
    part = (aside[0] * along[0] + aside[1] * along[1]) / (along[0] ** 2 + along[1] ** 2)
    part = min(max(part, 0.0), 1.0)
    return hypot(aside[0] - part * along[0], aside[1] - part * along[1])


def blended(background: Rgb, part: float) -> Rgb:
    red, green, blue = (round(below + (255 - below) * part) for below in background)
    return red, green, blue


def png(rows: list[list[tuple[int, int, int, int]]]) -> bytes:
    """Rows of red, green, blue and opacity."""
    header = struct.pack(">IIBBBBB", len(rows[0]), len(rows), 8, 6, 0, 0, 0)
    lines = b"".join(b"\0" + bytes(value for pixel in row for value in pixel) for row in rows)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(name, data) for name, data in parts)


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
