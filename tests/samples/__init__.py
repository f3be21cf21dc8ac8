"""Samples of every card: the smallest, a typical one, the longest."""

from tests.samples import answers, common, home, moving, review, schedule, team
from tests.samples.registry import SAMPLES, Three

__all__ = ["SAMPLES", "Three", "answers", "common", "home", "moving", "review", "schedule", "team"]
