"""A brief as a page: its lines with their parts, citations and verdicts, and the rules for the whole page."""
