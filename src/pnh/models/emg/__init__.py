"""Synthetic needle EMG, from muscle fibres up: potentials, seventeen kinds of recording, picture and sound.

Everything here is synthetic and teaches patterns; nothing was fitted to a patient. Numbers, with units and
sources, stand in data/models/emg.json, words in data/models/emg_kinds.json. Signals are physical, in
microvolts: a negative potential is a negative number and is drawn upwards, as electromyographers do.
frontend/src/models/emg is the twin of this package; both give the same samples to 1e-6 microvolt.

>>> from pnh.models.emg import emg
>>> emg("fasciculation", seed=3, seconds=1.0).signal_uv.shape
(20000,)
"""

from .kinds import KINDS, EmgTrace, Train, compose, emg, from_spikes
from .parameters import KindText, kind_texts
from .recording import Envelope, envelope, sound_gain, wav_bytes
from .unit import MotorUnit, UnitMeasures, measure_unit, motor_unit_potential

__all__ = [
    "KINDS",
    "EmgTrace",
    "Envelope",
    "KindText",
    "MotorUnit",
    "Train",
    "UnitMeasures",
    "compose",
    "emg",
    "envelope",
    "from_spikes",
    "kind_texts",
    "measure_unit",
    "motor_unit_potential",
    "sound_gain",
    "wav_bytes",
]
