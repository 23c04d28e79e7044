"""Figures and tables from data/evidence: matplotlib drawings in the page's colours, and one folded table."""

from pnh.figures.all_of_them import all_of_them
from pnh.figures.axon_hits import axon_hits
from pnh.figures.axon_spike import axon_spike
from pnh.figures.carbamazepine_harms import carbamazepine_harms
from pnh.figures.case_series import case_series
from pnh.figures.conversion import conversion
from pnh.figures.display import Figure, show
from pnh.figures.emg_rates import emg_rates
from pnh.figures.emg_shapes import emg_shapes
from pnh.figures.emg_wall_chart import emg_puzzle, emg_wall_chart
from pnh.figures.evidence_rungs import evidence_rungs
from pnh.figures.false_alarms import false_alarms
from pnh.figures.how_common import how_common
from pnh.figures.motor_unit import motor_unit
from pnh.figures.motor_unit_experiments import motor_unit_experiments
from pnh.figures.palette import style
from pnh.figures.placebo_beside_claim import placebo_beside_claim
from pnh.figures.responders_only import responders_only
from pnh.figures.seed_table import SeedTable, seed_table
from pnh.figures.spectrum import spectrum
from pnh.figures.stimulation_accuracy import stimulation_accuracy
from pnh.figures.stimulation_sweeps import stimulation_sweeps
from pnh.figures.work_up_map import work_up_map
from pnh.figures.worst_week import worst_week

__all__ = [
    "Figure",
    "SeedTable",
    "all_of_them",
    "axon_hits",
    "axon_spike",
    "carbamazepine_harms",
    "case_series",
    "conversion",
    "emg_puzzle",
    "emg_rates",
    "emg_shapes",
    "emg_wall_chart",
    "evidence_rungs",
    "false_alarms",
    "how_common",
    "motor_unit",
    "motor_unit_experiments",
    "placebo_beside_claim",
    "responders_only",
    "seed_table",
    "show",
    "spectrum",
    "stimulation_accuracy",
    "stimulation_sweeps",
    "style",
    "work_up_map",
    "worst_week",
]
