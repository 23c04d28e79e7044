"""Figure: one spike of the model axon, and, magnified, the two after-potentials that follow it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pnh.content import load_course
from pnh.figures.axon_panel import Panel
from pnh.figures.canvas import HEAD, SMALL, WIDTH, Canvas
from pnh.figures.citing import cite
from pnh.figures.display import Figure, show
from pnh.figures.palette import colours
from pnh.models.axon import AxonParameters, Trace, simulate

PULSE_AT_MS = 5.0
WHOLE = Panel(34, WIDTH - 12, 34, 164, from_ms=-0.5, to_ms=5, low_mv=-90, high_mv=40)
CLOSE = Panel(34, WIDTH - 12, 236, 376, from_ms=0, to_ms=100, low_mv=-82, high_mv=-72)


@dataclass(frozen=True)
class Landmarks:
    """The numbers that the figure names, read off the trace; times count from the peak."""

    rest_mv: float
    peak_mv: float
    peak_at_ms: float
    hump_mv: float
    dip_mv: float
    dip_after_ms: float


def axon_spike() -> Figure:
    """The healthy model axon after one pulse of 800 pA, whole and close up."""
    trace = simulate(AxonParameters(), duration_ms=PULSE_AT_MS + 110, pulses_ms=(PULSE_AT_MS,))
    found = landmarks(trace)
    refs = load_course().references
    caption = (
        "<strong>A spike and its two shadows.</strong> The healthy model axon after one pulse. Below, the "
        "same spike with the voltage magnified: it hangs above rest (depolarising after-potential), then "
        "dips a little below it (hyperpolarising after-potential). Numbers are the model’s, not a person’s; "
        f"its node follows {cite(refs, 'mcintyre2002mrg')}"
    )
    return show(_drawing(trace, found).figure, alt=_alt(found), caption=caption)


def landmarks(trace: Trace) -> Landmarks:
    """Rest, peak, the voltage 2 ms after the peak, and the deepest point of the dip."""
    times_ms, voltage_mv = np.asarray(trace.times_ms), np.asarray(trace.voltage_mv)
    peak = int(np.argmax(voltage_mv))
    hump = int(np.searchsorted(times_ms, times_ms[peak] + 2))
    dip = peak + int(np.argmin(voltage_mv[peak:]))
    return Landmarks(
        rest_mv=float(voltage_mv[0]),
        peak_mv=float(voltage_mv[peak]),
        peak_at_ms=float(times_ms[peak]) - PULSE_AT_MS,
        hump_mv=float(voltage_mv[hump]),
        dip_mv=float(voltage_mv[dip]),
        dip_after_ms=float(times_ms[dip] - times_ms[peak]),
    )


def _drawing(trace: Trace, found: Landmarks) -> Canvas:
    sheet = Canvas(height=404)
    sheet.text(2, 14, "The whole spike", size=HEAD, weight="bold")
    sheet.text(WIDTH - 12, 14, "millivolts", size=SMALL, colour="soft", ha="right")
    WHOLE.axis_mv(sheet, -80, -40, 0, 40)
    WHOLE.axis_ms(sheet, 0, 1, 2, 3, 4, 5)
    WHOLE.draw(sheet, trace, PULSE_AT_MS)
    x = WHOLE.x(found.peak_at_ms)
    sheet.text(x + 22, WHOLE.y(16), f"peak near +{_nearest_five(found.peak_mv)} mV", weight="bold")
    sheet.text(x + 42, WHOLE.y(-14), "up: transient sodium current", size=SMALL, colour="soft")
    sheet.text(x + 42, WHOLE.y(-31), "down: that current inactivates", size=SMALL, colour="soft")
    sheet.mark(WHOLE.x(0), WHOLE.y(-88), shape="^", size=7, fill="signal", edge="signal")
    sheet.text(WHOLE.x(0) + 9, WHOLE.y(-88) + 4, "pulse", size=SMALL, colour="signal")

    sheet.text(2, 208, "The same, magnified", size=HEAD, weight="bold")
    sheet.text(WIDTH - 12, 208, "millivolts", size=SMALL, colour="soft", ha="right")
    CLOSE.axis_mv(sheet, -82, -80, -78, -76, -74, -72)
    CLOSE.axis_ms(sheet, 0, 20, 40, 60, 80, 100)
    _shade(sheet, trace, found)
    rest = CLOSE.y(found.rest_mv)
    sheet.line((CLOSE.left, CLOSE.right), (rest, rest), colour="edge", ls=(0, (4, 3)))
    sheet.text(CLOSE.x(12), CLOSE.y(-75.3), "depolarising after-potential", weight="bold", colour="signal")
    sheet.text(
        CLOSE.x(12), CLOSE.y(-77.3), f"{_mv(found.hump_mv)} two ms after the peak", size=SMALL, colour="soft"
    )
    sheet.text(
        CLOSE.x(99), CLOSE.y(-79.3), f"rest {_mv(found.rest_mv)}", size=SMALL, colour="soft", ha="right"
    )
    low = CLOSE.y(-81.65)
    sheet.text(CLOSE.x(3), low, "hyperpolarising after-potential", weight="bold", colour="nerve")
    sheet.text(CLOSE.x(99), low, f"{_mv(found.dip_mv)}", size=SMALL, colour="soft", ha="right")
    return sheet


def _shade(sheet: Canvas, trace: Trace, found: Landmarks) -> None:
    """What lies between trace and rest, above and below, and the trace upon it."""
    xs, ys = CLOSE.points(trace, PULSE_AT_MS)
    ys = np.maximum(ys, CLOSE.top)  # the spike itself leaves this panel
    rest = CLOSE.y(found.rest_mv)
    for colour, part in (("signal-wash", np.minimum(ys, rest)), ("nerve-wash", np.maximum(ys, rest))):
        sheet.axes.fill_between(xs, part, rest, color=colours()[colour], lw=0, clip_on=False)
    sheet.line(tuple(xs), tuple(ys), colour="nerve", width=1.5)


def _nearest_five(value: float) -> int:
    """Peak and deepest point depend on the computing step; more digits would pretend."""
    return 5 * round(value / 5)


def _mv(voltage_mv: float) -> str:
    return f"{voltage_mv:.1f} mV".replace("-", "−")


def _alt(found: Landmarks) -> str:
    return (
        "Two views of one spike of the model axon. Above, the whole spike: from a rest near "
        f"{found.rest_mv:.0f} millivolts a short pulse lifts the voltage to a peak near "
        f"{_nearest_five(found.peak_mv)} millivolts, and within a millisecond it has fallen again. Below, "
        f"magnified: two milliseconds after the peak the voltage still hangs at {found.hump_mv:.1f} "
        "millivolts, above rest, and sinks for some 20 milliseconds: the depolarising after-potential. Then "
        f"it dips below rest, deepest at {found.dip_mv:.1f} millivolts some "
        f"{_nearest_five(found.dip_after_ms)} milliseconds after the peak, and climbs slowly back: the "
        "hyperpolarising after-potential."
    )
