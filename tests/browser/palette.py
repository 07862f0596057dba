"""Smaller pictures: a screenshot with its 256 commonest colours, the others by the nearest."""

import base64
import struct
import zlib
from typing import Any

from playwright.sync_api import Page

Json = dict[str, Any]


def with_palette(page: Page, png: bytes) -> bytes:
    """`png` as an indexed PNG; `page` does the counting and shows nothing of it."""
    found: Json = page.evaluate(_COUNT, base64.b64encode(png).decode())
    width, height = found["width"], found["height"]
    pixels = base64.b64decode(found["pixels"])
    rows = b"".join(b"\0" + pixels[at : at + width] for at in range(0, width * height, width))
    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"PLTE", bytes(found["palette"]))]
    chunks += [(b"IDAT", zlib.compress(rows, 9)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*one) for one in chunks)


def _chunk(name: bytes, content: bytes) -> bytes:
    check = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", check)


_COUNT = """async (png) => {
  const bytes = Uint8Array.from(atob(png), (one) => one.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const { width, height } = image;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const colours = new Uint32Array(width * height);
  const counts = new Map();
  for (let at = 0; at < colours.length; at += 1) {
    const [r, g, b] = [data[4 * at], data[4 * at + 1], data[4 * at + 2]];
    colours[at] = (r << 16) | (g << 8) | b;
    counts.set(colours[at], (counts.get(colours[at]) ?? 0) + 1);
  }
  const parts = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255];
  const palette = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 256).map(([one]) => parts(one));
  const nearest = new Map();
  for (const colour of counts.keys()) {
    const [r, g, b] = parts(colour);
    const far = palette.map((one) => (one[0] - r) ** 2 + (one[1] - g) ** 2 + (one[2] - b) ** 2);
    nearest.set(colour, far.indexOf(Math.min(...far)));
  }
  let pixels = '';
  for (const colour of colours) pixels += String.fromCharCode(nearest.get(colour));
  return { width, height, palette: palette.flat(), pixels: btoa(pixels) };
}"""
