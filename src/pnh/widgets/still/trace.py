"""The simulated trace of a hotspot question as a drawing: envelope, time axis, scale bar, lettered parts."""

from __future__ import annotations

from string import ascii_uppercase
from typing import Any

from pnh.widgets.still.markup import attribute, text, unmarked

WIDTH, HEIGHT, TOP, FOOT = 640, 190, 26, 24


def drawing(signal: dict[str, Any], segments: list[dict[str, Any]]) -> str:
    """An SVG in the page's colours; negative is up, as electromyographers draw."""
    envelope, seconds = signal["envelope"], signal["seconds"]
    low, high = envelope["low_uv"], envelope["high_uv"]
    largest = max(max(map(abs, low)), max(map(abs, high)), 50)
    middle = (TOP + HEIGHT - FOOT) / 2
    scale = (HEIGHT - FOOT - TOP) / 2 / largest
    step = WIDTH / envelope["columns"]
    path = "".join(
        f"M{column * step:.4g} {middle + below * scale:.4g}"
        f"V{middle + max(above, below + 0.6 / scale) * scale:.4g}"
        for column, (below, above) in enumerate(zip(low, high, strict=True))
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="pnh-drawing pnh-whole" role="img" '
        f'aria-label="{attribute(unmarked(signal["alt"]))}" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" '
        f'font-family="var(--pnh-sans,sans-serif)" font-size="12" fill="var(--pnh-soft,#56606b)" '
        f'style="background:var(--pnh-paper,#fcfbf8)">'
        f"{''.join(_segment(i, part, seconds) for i, part in enumerate(segments))}"
        f'<path d="{path}" fill="none" stroke="var(--pnh-nerve,#0a6a6f)"/>'
        f"{''.join(_second(second, seconds) for second in range(int(seconds) + 1))}"
        f'<text x="4" y="12">{text(unmarked(signal["label"]))}</text>'
        f"{_scale_bar(largest, scale, middle)}</svg>"
    )


def segment_name(index: int, segment: dict[str, Any]) -> str:
    """A, 0 to 0.5 seconds."""
    return f"{ascii_uppercase[index]}, {segment['from_s']:g} to {segment['to_s']:g} seconds"


def _segment(index: int, segment: dict[str, Any], seconds: float) -> str:
    left, right = segment["from_s"] / seconds * WIDTH, segment["to_s"] / seconds * WIDTH
    return (
        f'<path d="M{left:.4g} {TOP - 4}V{HEIGHT - FOOT}M{right:.4g} {TOP - 4}V{HEIGHT - FOOT}" fill="none" '
        f'stroke="var(--pnh-grid,#e9e4d9)"/>'
        f'<text x="{(left + right) / 2:.4g}" y="{TOP}" text-anchor="middle" font-weight="bold">'
        f"{ascii_uppercase[index]}</text>"
    )


def _second(second: int, seconds: float) -> str:
    x = second / seconds * WIDTH
    anchor = "start" if second == 0 else "end" if second == seconds else "middle"
    return f'<text x="{x:.4g}" y="{HEIGHT - 6}" text-anchor="{anchor}">{second} s</text>'


def _scale_bar(largest: float, scale: float, middle: float) -> str:
    size = max(bar for bar in (50, 100, 200, 500, 1000, 2000, 5000) if bar <= max(largest, 50))
    half = size * scale / 2
    return (
        f'<path d="M{WIDTH - 3} {middle - half:.4g}V{middle + half:.4g}" fill="none" stroke-width="2" '
        f'stroke="var(--pnh-ink,#1b1f24)"/>'
        f'<text x="{WIDTH - 8}" y="{middle - half - 4:.4g}" text-anchor="end">{size} µV</text>'
    )
