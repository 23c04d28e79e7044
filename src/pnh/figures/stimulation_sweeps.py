"""Figure: ten stimuli to three simulated axons, sweep by sweep. The model's own results, not a patient's."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import nan

from pnh.content import load_course
from pnh.figures.canvas import HEAD, SMALL, WIDTH, Canvas
from pnh.figures.citing import cite
from pnh.figures.display import Figure, show
from pnh.models.axon import AxonParameters, simulate

STIMULI = 10
FIRST_MS = 20.0
SWEEP_MS = 100
LEFT, RIGHT = 24, WIDTH - 8
ROW, TICK = 9.5, 6.5
ANSWER_MS = 1.5
MODEL_ONLY = "model only"


@dataclass(frozen=True)
class Train:
    """One panel: a preset of the axon, the rate, and what the panel is called."""

    preset: str
    rate_hz: int
    name: str
    remark: str

    @property
    def interval_ms(self) -> float:
        return 1000 / self.rate_hz


TRAINS = (
    Train("latent", 5, "Latent axon, 5 Hz", "a published rate"),
    Train("latent", 20, "Latent axon, 20 Hz", MODEL_ONLY),
    Train("cfs-like", 5, "CFS-like axon, 5 Hz", "a published rate"),
)


def stimulation_sweeps() -> Figure:
    """Impulses of three trains in the model axon, one row for each stimulus, aligned to the stimulus."""
    refs = load_course().references
    caption = (
        "<strong>Ten sweeps, one under the other (simulated).</strong> Each row begins with a stimulus. The "
        "dot is the answer; every tick is a further impulse of the same axon: an after-discharge. Where the "
        "dot is missing, the stimulus fell into a discharge. At 20 Hz the next one comes after 50 ms. The "
        "axons are settings of our model, not people, and one axon is not a nerve. 5 Hz was the fastest of "
        "the published rates; no accuracy at 20 Hz was found in the sources we read. "
        f"{cite(refs, 'harrison2007rns')}. Equations after {cite(refs, 'mcintyre2002mrg')}"
    )
    return show(_drawing().figure, alt=_alt(), caption=caption)


@cache
def sweeps(train: Train) -> tuple[tuple[float, ...], ...]:
    """Impulse times in ms after each stimulus, to a tenth: one tuple for each of the ten sweeps."""
    pulses = [FIRST_MS + number * train.interval_ms for number in range(STIMULI)]
    duration_ms = pulses[-1] + max(train.interval_ms, SWEEP_MS)
    trace = simulate(AxonParameters.preset(train.preset), duration_ms=duration_ms, pulses_ms=pulses)
    ends = [*pulses[1:], duration_ms]
    return tuple(
        tuple(round(float(spike) - start, 1) for spike in trace.spikes_ms if start <= spike < end)
        for start, end in zip(pulses, ends, strict=True)
    )


def _drawing() -> Canvas:
    sheet = Canvas(height=30 + len(TRAINS) * 148)
    y = 14.0
    for train in TRAINS:
        y = _panel(sheet, y, train)
    for ms in (0, 50, 100):
        side = ("left", "center", "right")[ms // 50]
        sheet.text(_x(ms), y - 16, f"{ms} ms", size=SMALL, colour="soft", ha=side)
    sheet.text(LEFT, y + 4, "after the stimulus", size=SMALL, colour="soft")
    return sheet


def _panel(sheet: Canvas, y: float, train: Train) -> float:
    """Heading and ten rows; returns where the next heading stands."""
    sheet.text(2, y, train.name, size=HEAD, weight="bold")
    colour = "signal" if train.remark == MODEL_ONLY else "soft"
    sheet.text(RIGHT, y, train.remark, size=SMALL, colour=colour, ha="right")
    top, bottom = y + 12, y + 12 + STIMULI * ROW
    for ms in (50, 100):
        sheet.line((_x(ms), _x(ms)), (top, bottom), colour="grid")
    ticks: tuple[list[float], list[float]] = ([], [])
    end = min(train.interval_ms, SWEEP_MS)
    for number, sweep in enumerate(sweeps(train), start=1):
        row = top + (number - 0.5) * ROW
        if number in (1, STIMULI):
            sheet.text(2, row + 4, str(number), size=SMALL, colour="soft")
        sheet.line((_x(0), _x(end)), (row, row), colour="line")
        answered = sweep[0] < ANSWER_MS
        for spike in sweep[answered:]:
            ticks[0].extend((_x(spike), _x(spike), nan))
            ticks[1].extend((row - TICK / 2, row + TICK / 2, nan))
        if answered:
            sheet.mark(_x(sweep[0]), row, size=4.5)
    if end < SWEEP_MS:
        sheet.line((_x(end), _x(end)), (top, bottom), colour="signal", width=1.4)
        sheet.text(_x(end) + 6, bottom - 3, "next stimulus", size=SMALL, colour="signal")
    if ticks[0]:
        sheet.line(tuple(ticks[0]), tuple(ticks[1]), colour="signal", width=1.5)
    return bottom + 41


def _x(ms: float) -> float:
    return LEFT + (RIGHT - LEFT) * ms / SWEEP_MS


def _alt() -> str:
    def told(train: Train) -> str:
        extra = [len(sweep) - 1 for sweep in sweeps(train)]
        followed = [str(number) for number, count in enumerate(extra, start=1) if count]
        if not followed:
            what = "each of the ten stimuli is answered by a single impulse"
        elif len(followed) == STIMULI:
            what = (
                "each of the ten stimuli is followed by a dense run of further impulses that ends by itself"
            )
        else:
            what = (
                f"stimuli {', '.join(followed)} are followed by a run of further impulses, the others by a "
                "single one"
            )
        return f"{train.name}, {train.remark}: {what}"

    return (
        "Three panels of ten rows, simulated: one row a stimulus, from 0 to 100 milliseconds after it. "
        + ". ".join(map(told, TRAINS))
        + "."
    )
