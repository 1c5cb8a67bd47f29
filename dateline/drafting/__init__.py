"""Drafting a case from reports: its key read by the readers, its exercises, and what a teacher confirms."""
