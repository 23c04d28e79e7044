"""The data files of the axon: every number has its story, and a damaged file is refused by name."""

from __future__ import annotations

import json
import re

import pytest
from damage import changed, written

from pnh.models.axon_data import AXON_FILE, axon_model, read_axon_model
from pnh.models.data_file import STATUSES, ModelDataError
from pnh.models.golden import GOLDEN, read_golden
from pnh.models.maps import CLASSES, KV7_PCT, MAP_FILE, NAP_X, point, read_map, two_hit_map
from pnh.paths import ROOT

NAN = float("nan")
DATA = json.loads(AXON_FILE.read_text(encoding="utf-8"))


def test_every_number_tells_its_unit_status_source_and_meaning():
    for name, quantity in axon_model().quantities.items():
        assert quantity.status in STATUSES, name
        assert quantity.unit and quantity.source and len(quantity.about) > 10, name
    assert all(quantity.range for quantity in axon_model().parameters.values())


def test_sources_that_look_like_keys_are_in_the_bibliography():
    keys = set(re.findall(r"^@\w+\{(\w+),", (ROOT / "data/evidence/references.bib").read_text(), re.M))
    cited = {quantity.source for quantity in axon_model().quantities.values() if " " not in quantity.source}
    assert "mcintyre2002mrg" in cited
    assert cited <= keys


def test_what_the_course_chose_is_not_called_published():
    for name, quantity in axon_model().quantities.items():
        if "choice of the course" in quantity.source:
            assert quantity.status == "illustrative", name


@pytest.mark.parametrize("length", [0, 1, 500, len(AXON_FILE.read_text()) - 5])
def test_a_file_that_is_cut_short_is_refused_by_name(tmp_path, length):
    path = written(tmp_path, AXON_FILE.read_text(encoding="utf-8")[:length])
    with pytest.raises(ModelDataError, match=r"damaged\.json: no whole JSON .* restore it"):
        read_axon_model(path)


def test_a_missing_file_and_other_json_are_refused_by_name(tmp_path):
    with pytest.raises(ModelDataError, match=r"absent\.json: cannot be read"):
        read_axon_model(tmp_path / "absent.json")
    with pytest.raises(ModelDataError, match=r"damaged\.json: holds a list, not an object"):
        read_axon_model(written(tmp_path, "[1]"))
    with pytest.raises(ModelDataError, match=r"damaged\.json: schema is None, not 'pnh-axon/1'"):
        read_axon_model(written(tmp_path, "{}"))


@pytest.mark.parametrize(
    ("keys", "to", "message"),
    [
        (("geometry",), ..., "geometry: missing or empty"),
        (("geometry", "lamellae"), ..., r"geometry: lacks \['lamellae'\]"),
        (("geometry", "lamellae", "value"), "many", "geometry.lamellae: 'many' is not a number"),
        (("geometry", "lamellae", "value"), float("nan"), "geometry.lamellae: nan is not a number"),
        (("parameters", "kv7_x", "value"), 3, r"parameters.kv7_x: value 3 is not in its range \[0, 2\]"),
        (("parameters", "kv7_x", "range"), [2, 0], r"parameters.kv7_x: range is \[2, 0\]"),
        (("parameters", "kv7_x", "source"), ..., r"parameters.kv7_x: lacks \['source'\]"),
        (("parameters", "kv7_x", "status"), "guessed", "parameters.kv7_x: status is 'guessed', not one of"),
        (("parameters", "kv7_x", "unti"), "1", r"parameters.kv7_x: unknown \['unti'\]"),
        (("parameters", "kv7_x"), 1, "parameters.kv7_x: not an object with value"),
        (("gates", "m", "value"), {"open": [1, 2]}, r"gates.m: not \{'open': \[a, b, c\]"),
        (("gates", "m", "value"), 3, r"gates.m: not \{'open': \[a, b, c\]"),
        (("presets", "latent", "value"), {"kv9_x": 1}, "presets.latent: no parameter is called kv9_x"),
        (("presets", "latent", "value"), ["kv7_x"], r"presets.latent: \['kv7_x'\] is not parameters with"),
        (
            ("presets", "latent", "value"),
            {"kv7_x": "low"},
            "presets.latent: .* is not parameters with numbers",
        ),
    ],
)
def test_a_wrong_entry_is_refused_with_its_place(tmp_path, keys, to, message):
    with pytest.raises(ModelDataError, match=r"damaged\.json: " + message):
        read_axon_model(changed(tmp_path, DATA, *keys, to=to))


def test_a_damaged_golden_trace_is_refused_by_name(tmp_path):
    whole = (GOLDEN / "axon-healthy.json").read_text(encoding="utf-8")
    data = json.loads(whole)
    with pytest.raises(ModelDataError, match=r"damaged\.json: no whole JSON"):
        read_golden(written(tmp_path, whole[: len(whole) // 2]))
    with pytest.raises(ModelDataError, match=r"damaged\.json: no golden trace \(KeyError\('every'\)\)"):
        read_golden(
            written(tmp_path, json.dumps({key: value for key, value in data.items() if key != "every"}))
        )
    for voltage in (data["voltage_mv"][:-1], [None, *data["voltage_mv"][1:]]):
        with pytest.raises(
            ModelDataError, match=r"damaged\.json: voltage_mv should hold 1001 finite numbers"
        ):
            read_golden(written(tmp_path, json.dumps({**data, "voltage_mv": voltage})))
    for spikes in ([NAN], [30, 20], [[20]]):
        with pytest.raises(ModelDataError, match=r"damaged\.json: spikes_ms should hold finite times"):
            read_golden(written(tmp_path, json.dumps({**data, "spikes_ms": spikes})))
    with pytest.raises(ModelDataError, match=r"damaged\.json: schema is 'pnh-map/1', not 'pnh-golden/1'"):
        read_golden(written(tmp_path, json.dumps({**data, "schema": "pnh-map/1"})))


def test_golden_files_stay_small():
    assert sum(path.stat().st_size for path in GOLDEN.glob("*.json")) < 250_000


def test_the_map_is_what_the_axon_does_at_points_of_every_class():
    found, seen = two_hit_map(), set()
    for row in range(3, len(found.nap_x), 6):
        for column in range(0, len(found.kv7_pct), 6):
            spikes, name, end_mv = point(found.kv7_pct[column], found.nap_x[row])
            assert (spikes, name, end_mv) == (
                found.spikes[row][column], found.classes[row][column], found.end_mv[row][column]
            ), (found.kv7_pct[column], found.nap_x[row])  # fmt: skip
            seen.add(name)
    assert seen >= {"none", "few", "burst", "endless"}


def test_the_map_has_the_frontier_the_lesson_shows():
    found = two_hit_map()
    at = {
        (kv7, nap): (found.spikes[row][column], found.classes[row][column], found.end_mv[row][column])
        for row, nap in enumerate(found.nap_x)
        for column, kv7 in enumerate(found.kv7_pct)
    }
    assert (found.kv7_pct, found.nap_x) == (KV7_PCT, NAP_X)
    assert at[100, 1.0][:2] == at[40, 1.0][:2] == at[100, 2.0][:2] == (1, "none")
    assert at[60, 2.0][1] == "burst" and at[60, 2.0][2] < -75
    few_but_blocked = at[0, 2.0]
    assert few_but_blocked[0] < 10 and few_but_blocked[2] > -70
    assert {name for row in found.classes for name in row} <= set(CLASSES)


def test_a_damaged_map_is_refused_by_name(tmp_path):
    data = json.loads(MAP_FILE.read_text(encoding="utf-8"))
    with pytest.raises(ModelDataError, match=r"damaged\.json: no map \(KeyError\('spikes'\)\)"):
        read_map(
            written(tmp_path, json.dumps({key: value for key, value in data.items() if key != "spikes"}))
        )
    with pytest.raises(ModelDataError, match=r"damaged\.json: the grid does not fit its axes"):
        read_map(written(tmp_path, json.dumps({**data, "spikes": data["spikes"][:-1]})))
    for key, row in {"spikes": "many", "end_mv": NAN}.items():
        garbled = {**data, key: [[row] * len(data["kv7_pct"]), *data[key][1:]]}
        with pytest.raises(ModelDataError, match=r"damaged\.json: holds something else than numbers"):
            read_map(written(tmp_path, json.dumps(garbled)))
    for code in (-1, 17, "burst"):
        garbled = {**data, "class": [[code] * len(data["kv7_pct"]), *data["class"][1:]]}
        with pytest.raises(ModelDataError, match=r"damaged\.json: no map"):
            read_map(written(tmp_path, json.dumps(garbled)))
