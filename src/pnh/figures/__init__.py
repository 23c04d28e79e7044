"""Figures and tables from data/evidence: matplotlib drawings in the page's colours, and one folded table."""

from pnh.figures.case_series import case_series
from pnh.figures.display import Figure, show
from pnh.figures.how_common import how_common
from pnh.figures.palette import style
from pnh.figures.seed_table import SeedTable, seed_table
from pnh.figures.spectrum import spectrum

__all__ = ["Figure", "SeedTable", "case_series", "how_common", "seed_table", "show", "spectrum", "style"]
