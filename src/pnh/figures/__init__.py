"""Figures and tables from data/evidence: matplotlib drawings in the page's colours, and one folded table."""

from pnh.figures.case_series import case_series
from pnh.figures.display import Figure, show
from pnh.figures.how_common import how_common
from pnh.figures.motor_unit import motor_unit
from pnh.figures.motor_unit_experiments import motor_unit_experiments
from pnh.figures.palette import style
from pnh.figures.seed_table import SeedTable, seed_table
from pnh.figures.spectrum import spectrum

__all__ = [
    "Figure",
    "SeedTable",
    "case_series",
    "how_common",
    "motor_unit",
    "motor_unit_experiments",
    "seed_table",
    "show",
    "spectrum",
    "style",
]
