"""Packs to hand out: for students, for teachers, a case for each student, a course for nbgrader."""
