"""What every figure owes its readers: words instead of the picture, works that exist, and little weight."""

from __future__ import annotations

import re

import pytest

from pnh import figures

OTHERS = {"Figure", "SeedTable", "seed_table", "show", "style"}
FIGURES = [name for name in figures.__all__ if name not in OTHERS]
STROKES = {"emg_puzzle", "emg_shapes", "emg_wall_chart"}
"""Drawings of whole recordings, column by column."""
LEAST_WORKS = {
    "emg_puzzle": 0,
    "axon_hits": 1,
    "axon_spike": 1,
    "stimulation_accuracy": 1,
    "stimulation_sweeps": 1,
    "worst_week": 2,
}


@pytest.fixture(params=FIGURES)
def name(request):
    return request.param


def test_the_alternative_text_is_a_description_and_no_path(name, drawn):
    alt = drawn(name).alt
    assert len(alt.split()) > 35
    assert not re.search(r"\w/\w|\.(png|svg)|_", alt)


def test_the_caption_cites_works_that_the_bibliography_has(name, drawn, course):
    keys = re.findall(r'href="\.\./book/bibliography\.md#(\w+)"', drawn(name).caption)
    assert len(keys) >= LEAST_WORKS.get(name, 4)
    assert set(keys) <= set(course.references)


def test_a_figure_is_light_enough_for_the_page(name, drawn):
    assert len(drawn(name).svg) < (60_000 if name in STROKES else 25_000)
    assert len(drawn(name).png) < 60_000


def test_no_colour_stays_behind_when_the_theme_changes(name, drawn):
    bare = re.sub(r"var\(--pnh-[\w-]+,[^()]*\)", "", drawn(name).svg)
    assert not re.findall(r"(?:fill|stroke):\s*#\w+", bare)
