"""Write the students' exercises from the solutions, so that the two cannot drift apart."""

from dateline.build.files import Problem, Report, build
from dateline.build.model import model_answer

__all__ = ["Problem", "Report", "build", "model_answer"]
