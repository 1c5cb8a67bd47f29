"""Pictures of dates and figures with what is uncertain about them drawn, and the same facts in words."""

from dateline.plots.figures import figures_over_time, figures_table
from dateline.plots.timeline import timeline, timeline_table
from dateline.plots.words import in_words

__all__ = ["figures_over_time", "figures_table", "in_words", "timeline", "timeline_table"]
