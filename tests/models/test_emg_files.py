"""The data files of the EMG: a damaged one is refused by name, with the place and what would be right."""

from __future__ import annotations

import json

import pytest
from damage import changed, written

from pnh.models.data_file import ModelDataError
from pnh.models.emg.parameters import (
    KIND_NUMBERS,
    NUMBERS_FILE,
    WORDS_FILE,
    read_emg_numbers,
    read_kind_texts,
)

NUMBERS, WORDS = (json.loads(path.read_text(encoding="utf-8")) for path in (NUMBERS_FILE, WORDS_FILE))


@pytest.mark.parametrize(("read", "file"), [(read_emg_numbers, NUMBERS_FILE), (read_kind_texts, WORDS_FILE)])
def test_a_file_that_is_cut_short_or_of_another_form_is_refused_by_name(tmp_path, read, file):
    whole = file.read_text(encoding="utf-8")
    for length in (0, 700, len(whole) - 5):
        path = written(tmp_path, whole[:length])
        with pytest.raises(ModelDataError, match=r"damaged\.json: no whole JSON .* restore it"):
            read(path)
    with pytest.raises(ModelDataError, match=r"damaged\.json: schema is 'pnh-axon/1', not 'pnh-emg"):
        read(written(tmp_path, '{"schema": "pnh-axon/1"}'))


@pytest.mark.parametrize(
    ("keys", "to", "message"),
    [
        (("noise",), ..., "noise: missing or empty"),
        (("noise", "level_uv"), ..., r"noise: lacks \['level_uv'\]"),
        (("noise", "level_uv", "value"), float("nan"), "noise.level_uv: value nan is not in its range"),
        (("noise", "taps", "value"), 3, "noise.taps: 3 is not a list of numbers"),
        (("noise", "taps", "value"), [1, 99], r"noise.taps: value \[1, 99\] is not in its range"),
        (("table", "rows", "value"), "many", "table.rows: 'many' is not a number"),
        (("table", "rows", "status"), "guessed", "table.rows: status is 'guessed', not one of published"),
        (("units", "normal"), ..., "units.normal: missing or empty"),
        (("units", "fragment", "fibres"), ..., "units.fragment: needs fibres, territory_mm"),
        (("units", "fragment", "fibres", "value"), [1, 2, 3], "units.fragment.fibres: .* is not"),
        (("kinds", "cramp", "drive_hz"), ..., r"kinds.cramp: lacks \['drive_hz'\]"),
        (("kinds", "cramp", "rhythm"), "waltz", "kinds.cramp.rhythm: 'waltz' is not one of none, steady"),
        (("kinds", "cramp", "made_of"), ..., "kinds.cramp.made_of: None is not one of fibre, chain"),
        (("kinds", "end-plate-noise", "ripple_ms"), ..., r"kinds.end-plate-noise: lacks \['ripple_ms'\]"),
        (("kinds", "myotonic", "radius_mm"), ..., r"kinds.myotonic: lacks \['radius_mm'\]"),
        (("kinds", "cramp", "rate_hz"), 14.5, "kinds.cramp.rate_hz: not an object with value, unit"),
    ],
)
def test_a_wrong_number_is_refused_with_its_place(tmp_path, keys, to, message):
    with pytest.raises(ModelDataError, match=r"damaged\.json: " + message):
        read_emg_numbers(changed(tmp_path, NUMBERS, *keys, to=to))


@pytest.mark.parametrize(
    ("keys", "to", "message"),
    [
        (("kinds",), {}, "kinds: missing, or no list"),
        (("kinds", 2, "in_words"), ..., r"kinds\[2\]: not an object with id, name, group"),
        (("kinds", 2, "in_words"), "", r"kinds\[2\].in_words: '' is not words"),
        (("kinds", 2, "sources"), "one", r"kinds\[2\].sources: 'one' is not a list of keys"),
        (("kinds", 2), ..., "kinds: not those of emg.json in their order: silence, fasciculation"),
    ],
)
def test_wrong_words_are_refused_with_their_place(tmp_path, keys, to, message):
    with pytest.raises(ModelDataError, match=r"damaged\.json: " + message):
        read_kind_texts(changed(tmp_path, WORDS, *keys, to=to))


def test_the_real_files_hold_the_seventeen_kinds():
    assert len(KIND_NUMBERS) == len(read_kind_texts(WORDS_FILE)) == 17
