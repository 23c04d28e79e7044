"""Figure: the model axon after one pulse, with one hit, with another, and with both."""

from __future__ import annotations

from pnh.content import load_course
from pnh.figures.axon_panel import Panel
from pnh.figures.canvas import HEAD, SMALL, WIDTH, Canvas
from pnh.figures.citing import cite
from pnh.figures.display import Figure, show
from pnh.models.axon import AxonParameters, Trace, simulate

PULSE_AT_MS = 10.0
TO_MS = 150.0
HITS = (
    ("One hit", "Kv7 at 60% of normal", AxonParameters(kv7_x=0.6)),
    ("One hit", "persistent sodium × 2", AxonParameters(persistent_sodium_x=2)),
    ("Two hits", "both together", AxonParameters(kv7_x=0.6, persistent_sodium_x=2)),
)
TOP, HEIGHT, STEP = 34, 68, 112


def axon_hits() -> Figure:
    """Three runs of the model axon, each after one pulse of 800 pA."""
    refs = load_course().references
    caption = (
        "<strong>One hit is silent, two hits discharge.</strong> The model axon after one pulse (arrow): "
        "with fewer Kv7 channels, with more persistent sodium current, and with both. The settings are "
        f"choices of ours; the model’s node follows {cite(refs, 'mcintyre2002mrg')}. In another model, "
        "built on recordings from human nerve fibres, the slow potassium current was needed to limit "
        "repetitive firing: "
        f"{cite(refs, 'schwarz1995node')}"
    )
    traces = tuple(run(parameters) for _, _, parameters in HITS)
    return show(_drawing(traces).figure, alt=_alt(traces), caption=caption)


def run(parameters: AxonParameters) -> Trace:
    """One pulse, long enough after it to see an end."""
    return simulate(parameters, duration_ms=PULSE_AT_MS + TO_MS + 50, pulses_ms=(PULSE_AT_MS,))


def _drawing(traces: tuple[Trace, ...]) -> Canvas:
    sheet = Canvas(height=TOP + STEP * len(HITS) - 6)
    for row, ((name, words, _), trace) in enumerate(zip(HITS, traces, strict=True)):
        top = TOP + row * STEP
        panel = Panel(34, WIDTH - 12, top, top + HEIGHT, from_ms=-8, to_ms=TO_MS, low_mv=-90, high_mv=40)
        colour = "signal" if len(trace.spikes_ms) > 1 else "nerve"
        sheet.text(2, top - 20, name, size=HEAD, weight="bold")
        sheet.text(76, top - 20, words, size=SMALL, colour="soft")
        sheet.text(WIDTH - 12, top - 20, _outcome(trace), weight="bold", colour=colour, ha="right")
        panel.axis_mv(sheet, -80, 0)
        panel.draw(sheet, trace, PULSE_AT_MS, colour=colour)
        sheet.mark(panel.x(0), panel.bottom + 4, shape="^", size=6, fill="ink", edge="ink")
    panel.axis_ms(sheet, 50, 100, 150)
    sheet.text(panel.x(0), panel.bottom + 19, "pulse", size=SMALL, colour="soft", ha="center")
    return sheet


def _outcome(trace: Trace) -> str:
    return "one spike" if len(trace.spikes_ms) == 1 else "a burst that ends"


def _alt(traces: tuple[Trace, ...]) -> str:
    last_ms = traces[-1].spikes_ms[-1] - PULSE_AT_MS
    return (
        "Three voltage traces of the model axon, one above the other, each after one pulse. With Kv7 at 60 "
        "per cent of normal: one spike, then rest. With twice the persistent sodium current: one spike, then "
        "rest. With both: a dense burst of more than twenty spikes, about 300 a second, which ends by itself "
        f"some {round(last_ms, -1):.0f} milliseconds after the pulse; then the voltage sinks slowly back "
        "to rest."
    )
