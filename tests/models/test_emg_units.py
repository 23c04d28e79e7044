"""Muscle fibres and motor units: shapes that physics asks for, sizes that were published."""

from __future__ import annotations

import numpy as np
import pytest

from pnh.models.emg import MotorUnit, measure_unit, motor_unit_potential
from pnh.models.emg.fibre import SAMPLES, add_fibre, fibre_potential, positive_wave
from pnh.models.emg.parameters import KIND_NUMBERS
from pnh.models.emg.report import family_measures
from pnh.models.generator import Draws


def fibre(radius_mm=0.3, start_mm=-20.0, velocity=4.0):
    out = np.zeros(SAMPLES)
    add_fibre(out, radius_mm, start_mm, velocity, 1)
    return out


def test_a_fibre_away_from_its_end_plate_is_positive_then_negative_then_positive():
    wave = fibre()
    trough = int(np.argmin(wave))
    assert wave[:trough].max() > 0.1 * np.ptp(wave)
    assert wave[trough:].max() > 0.02 * np.ptp(wave)
    assert -wave.min() > wave.max()


def test_a_fibre_at_its_end_plate_starts_negative():
    wave = fibre(start_mm=0)
    first = np.flatnonzero(np.abs(wave) > 0.1 * np.ptp(wave))[0]
    assert wave[first] < 0


def test_the_wave_arrives_after_distance_over_velocity():
    arrival_ms = np.argmin(fibre(start_mm=-20, velocity=4)) / 20
    assert arrival_ms == pytest.approx(20 / 4, abs=1.2)
    later_ms = np.argmin(fibre(start_mm=-20, velocity=2.5)) / 20
    assert later_ms == pytest.approx(20 / 2.5, abs=1.6)


def test_a_near_fibre_is_larger_and_sharper_than_a_far_one():
    near, far = fibre(0.2), fibre(1.5)
    assert np.ptp(near) > 8 * np.ptp(far)
    sharpness = [np.abs(np.diff(wave)).max() / np.ptp(wave) for wave in (near, far)]
    assert sharpness[0] > 1.3 * sharpness[1]


def test_a_fibre_runs_both_ways_so_either_side_of_the_end_plate_is_alike():
    assert fibre(start_mm=-8) == pytest.approx(fibre(start_mm=8))


@pytest.mark.parametrize("seed", range(1, 9))
def test_fibrillations_are_short_small_and_start_positive(seed):
    wave = fibre_potential(KIND_NUMBERS["fibrillation"], Draws(seed))
    assert 20 <= np.ptp(wave) <= 200
    swings = wave[np.abs(wave) > 0.1 * np.ptp(wave)]
    assert swings[0] > 0 > swings.min()
    lasting = np.flatnonzero(np.abs(wave) > 0.1 * np.ptp(wave))
    assert 1 <= (lasting[-1] - lasting[0]) / 20 <= 5


@pytest.mark.parametrize("seed", range(1, 9))
def test_positive_sharp_waves_fall_at_once_and_come_back_slowly(seed):
    wave = positive_wave(KIND_NUMBERS["positive-sharp-wave"], Draws(seed))
    top, tail = int(np.argmax(wave)), int(np.argmin(wave))
    assert top < tail
    assert wave.max() > 2 * -wave.min()
    whole_ms = np.flatnonzero(np.abs(wave) > 0.02 * np.ptp(wave))[-1] / 20
    assert 10 <= whole_ms <= 30
    assert top / 20 < 1


def test_normal_units_have_the_published_size_and_duration():
    amplitude, duration, phases = np.array(family_measures("normal", 60)).T
    assert 500 <= amplitude.mean() <= 850
    assert duration.mean() == pytest.approx(9.35, abs=0.93)
    assert 2 <= phases.mean() <= 4


def test_neurogenic_units_exceed_normal_ones_and_these_exceed_myopathic_ones():
    families = {name: np.array(family_measures(name, 30)) for name in ("neurogenic", "normal", "myopathic")}
    for column in (0, 1):
        large, middle, small = (families[name][:, column].mean() for name in families)
        assert large > 1.25 * middle > 1.25**2 * small
    assert families["neurogenic"][:, 2].mean() > families["normal"][:, 2].mean()
    assert families["myopathic"][:, 2].mean() > families["normal"][:, 2].mean()


def test_a_unit_farther_from_the_needle_is_smaller():
    sizes = [
        np.mean(
            [
                measure_unit(motor_unit_potential(MotorUnit(needle_offset_mm=mm), seed))[0]
                for seed in range(1, 9)
            ]
        )
        for mm in (1, 4, 7)
    ]
    assert sizes[0] > 3 * sizes[1] > 6 * sizes[2]


def test_more_scatter_of_the_end_plates_makes_a_unit_longer():
    durations = [
        np.mean(
            [
                measure_unit(motor_unit_potential(MotorUnit(end_plate_scatter_mm=mm), seed))[1]
                for seed in range(1, 9)
            ]
        )
        for mm in (0.5, 3, 6)
    ]
    assert durations == sorted(durations)
    assert durations[2] > 1.2 * durations[0]


def test_the_potential_begins_and_ends_at_rest():
    for seed in range(1, 9):
        potential = motor_unit_potential(
            MotorUnit(fibres=400, terminal_delay_ms=1.4, end_plate_scatter_mm=5), seed
        )
        assert max(abs(potential[0]), abs(potential[-1])) < 1


def test_measures_follow_their_stated_criteria():
    potential = np.zeros(600)
    potential[100:120], potential[120:160], potential[160:170] = 40, -160, 9
    assert measure_unit(potential) == (200, 59 / 20, 2)
    assert measure_unit(np.zeros(600)) == (0, 0, 0)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("fibres", 0),
        ("fibres", 2.5),
        ("fibres", True),
        ("territory_mm", float("nan")),
        ("end_plate_scatter_mm", -1),
        ("grouped_share", 1.1),
        ("fibre_diameter_um", "55"),
    ],
)
def test_an_impossible_unit_is_refused_by_name(field, value):
    with pytest.raises(ValueError, match=f"{field}: .* is not a (whole )?number from"):
        MotorUnit(**{field: value})


@pytest.mark.parametrize("potential", [[], [[1.0]], [1.0, float("nan")]])
def test_only_a_row_of_finite_numbers_is_measured(potential):
    with pytest.raises(ValueError, match="potential_uv"):
        measure_unit(potential)
