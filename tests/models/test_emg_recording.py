"""How a recording is drawn and heard, and that the page gets the same one."""

from __future__ import annotations

import io
import json
import wave

import numpy as np
import pytest
from emg_vectors import FILE, vectors

from pnh.models.data_file import STATUSES
from pnh.models.emg import KINDS, emg, envelope, kind_texts, sound_gain, wav_bytes
from pnh.models.emg.parameters import EMG
from pnh.paths import ROOT

ANSWERS = (
    *(
        "fasciculation",
        "doublet",
        "multiplet",
        "cramp",
        "myokym",
        "myoton",
        "fibrillation",
        "positive",
        "interference",
    ),
    *("neurogenic", "myopath", "complex", "end-plate", "motor unit", "effort", "nerve"),
)


def test_the_vectors_of_the_page_are_those_of_python():
    kept, now = json.loads(FILE.read_text(encoding="utf-8")), json.loads(json.dumps(vectors()))
    assert list(kept) == list(now)
    for kept_kind, now_kind in zip(kept["kinds"], now["kinds"], strict=True):
        assert kept_kind["expected"]["samples"] == pytest.approx(now_kind["expected"]["samples"], abs=1e-6), (
            now_kind["kind"]
        )
    for name in ("from_spikes", "compose"):
        assert kept[name]["expected"]["samples"] == pytest.approx(now[name]["expected"]["samples"], abs=1e-6)
    assert kept["wav"] == now["wav"]


def test_the_wav_file_is_mono_16_bit_at_the_recordings_rate():
    trace = emg("mild-normal", 3, 0.5)
    with wave.open(io.BytesIO(wav_bytes(trace))) as sound:
        assert (sound.getnchannels(), sound.getsampwidth(), sound.getframerate()) == (1, 2, 20000)
        assert sound.getnframes() == 10_000
        heard = np.frombuffer(sound.readframes(10_000), dtype="<i2")
    assert np.corrcoef(heard, trace.signal_uv)[0, 1] > 0.9999
    assert np.abs(heard).max() == pytest.approx(0.9 * 32767, abs=2)


def test_silence_stays_quiet_and_a_given_gain_is_kept():
    assert np.abs(np.frombuffer(wav_bytes(emg("silence", 1, 0.5))[44:], dtype="<i2")).max() < 0.15 * 32767
    loud, quiet = emg("mild-neurogenic", 2, 0.5), emg("silence", 2, 0.5)
    assert sound_gain(loud) < sound_gain(quiet)
    heard = np.frombuffer(wav_bytes(quiet, 0.001)[44:], dtype="<i2")
    assert heard == pytest.approx(quiet.signal_uv * 32.767, abs=0.51)


def test_a_gain_that_is_too_high_clips_and_does_not_wrap():
    trace = emg("mild-neurogenic", 2, 0.5)
    heard = np.frombuffer(wav_bytes(trace, 0.01)[44:], dtype="<i2")
    assert heard.max() == 32767 and heard.min() == -32767
    assert (
        np.sign(heard[np.abs(trace.signal_uv) > 100])
        == np.sign(trace.signal_uv[np.abs(trace.signal_uv) > 100])
    ).all()


@pytest.mark.parametrize("gain", [float("nan"), -1, 2, "loud"])
def test_a_gain_that_cannot_be_is_refused(gain):
    with pytest.raises(ValueError, match="gain"):
        wav_bytes(emg("silence", 1, 0.1), gain)


def test_the_envelope_covers_every_sample():
    signal = emg("fasciculation", 3, 0.5).signal_uv
    drawn = envelope(signal, 333)
    assert drawn["columns"] == len(drawn["low_uv"]) == len(drawn["high_uv"]) == 333
    assert min(drawn["low_uv"]) == signal.min() and max(drawn["high_uv"]) == signal.max()
    assert all(low <= high for low, high in zip(drawn["low_uv"], drawn["high_uv"], strict=True))
    json.dumps(drawn)
    assert envelope(signal, len(signal))["low_uv"] == signal.tolist()


@pytest.mark.parametrize("columns", [0, 2.5, 10_001, float("nan")])
def test_columns_that_cannot_be_are_refused(columns):
    with pytest.raises(ValueError, match="columns"):
        envelope(np.zeros(10_000), columns)


def bibliography():
    text = (ROOT / "data/evidence/references.bib").read_text(encoding="utf-8")
    return {line.split("{", 1)[1].rstrip(",\n") for line in text.splitlines() if line.startswith("@")}


def test_every_number_says_its_unit_status_source_and_meaning():
    assert len(EMG.quantities) > 150
    for path, number in EMG.quantities.items():
        assert number.status in STATUSES, path
        assert number.unit and number.source and number.about, path
        if number.range:
            assert number.range[0] <= np.min(number.value) <= np.max(number.value) <= number.range[1], path


def test_a_published_number_names_a_work_of_the_bibliography():
    keys = bibliography()
    published = {path: number for path, number in EMG.quantities.items() if number.status == "published"}
    assert published
    for path, number in published.items():
        assert number.source in keys, path
    for path, number in EMG.quantities.items():
        for row in number.published:
            assert set(row["source"].split("; ")) <= keys, path


def test_contested_rates_are_shown_with_every_source_and_cramp_is_never_150():
    cramp = EMG.quantities["kinds.cramp.rate_hz"]
    assert cramp.value == 14.5 and cramp.source == "minetto2009discharge"
    assert {row["rate_high_hz"] for row in cramp.published} == {25, 150}
    assert len(EMG.quantities["kinds.neuromyotonic.rate_hz"].published) == 3
    assert EMG.kinds["cramp"]["rate_limits_hz"][1] < 150


def test_every_kind_has_words_for_those_who_cannot_see_or_hear_it():
    texts, keys = kind_texts(), bibliography()
    assert tuple(texts) == KINDS
    for text in texts.values():
        assert text.group in {"spontaneous", "voluntary", "other"}
        assert text.in_words.count(". ") == 1 and text.in_words.endswith(".")
        assert set(text.sources) <= keys, text.id
        assert not any(answer in text.in_words.lower() for answer in ANSWERS), text.id
    assert [text.group for text in texts.values()].count("spontaneous") == 8
    assert [text.group for text in texts.values()].count("voluntary") == 6
