"""Figures and tables from data/evidence: matplotlib drawings in the page's colours, and one folded table."""

from pnh.figures.axon_hits import axon_hits
from pnh.figures.axon_spike import axon_spike
from pnh.figures.case_series import case_series
from pnh.figures.display import Figure, show
from pnh.figures.emg_rates import emg_rates
from pnh.figures.emg_shapes import emg_shapes
from pnh.figures.emg_wall_chart import emg_puzzle, emg_wall_chart
from pnh.figures.how_common import how_common
from pnh.figures.motor_unit import motor_unit
from pnh.figures.motor_unit_experiments import motor_unit_experiments
from pnh.figures.palette import style
from pnh.figures.seed_table import SeedTable, seed_table
from pnh.figures.spectrum import spectrum
from pnh.figures.stimulation_accuracy import stimulation_accuracy
from pnh.figures.stimulation_sweeps import stimulation_sweeps

__all__ = [
    "Figure",
    "SeedTable",
    "axon_hits",
    "axon_spike",
    "case_series",
    "emg_puzzle",
    "emg_rates",
    "emg_shapes",
    "emg_wall_chart",
    "how_common",
    "motor_unit",
    "motor_unit_experiments",
    "seed_table",
    "show",
    "spectrum",
    "stimulation_accuracy",
    "stimulation_sweeps",
    "style",
]
