"""Figures in news prose: read them with their hedges as bounds, and compare and reckon with them."""

from __future__ import annotations

from dateline.quantities.model import Quantity
from dateline.quantities.reader import read_quantities

__all__ = ["Quantity", "read_quantities"]
