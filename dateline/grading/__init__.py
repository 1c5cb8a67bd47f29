"""Grading a class: from what students handed in to grades, reasons and insight.

The way of a submission: `store` reads folders and archives without unpacking them, `who` tells from the
names of the files who handed them in, `intake` puts together what each student handed in, `literals`
reads the answers that a notebook holds as plain values, `sandbox` runs what has to be run, `marking` marks
and `gradebook` keeps. Nothing of a student's is ever run, imported or unpickled on this side.
"""
