"""Figures in news prose: read them with their hedges as bounds, and compare and reckon with them."""

from __future__ import annotations

from dateline.quantities.bounds import Bounds
from dateline.quantities.model import Quantity
from dateline.quantities.reader import read_quantities
from dateline.quantities.relations import add, ratio, relation, share, subtract

__all__ = ["Bounds", "Quantity", "add", "ratio", "read_quantities", "relation", "share", "subtract"]
