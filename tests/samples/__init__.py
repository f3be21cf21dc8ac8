"""Samples of every card: the smallest, a typical one, the longest."""

from importlib import import_module
from pkgutil import iter_modules

from tests.samples.registry import SAMPLES, Three

__all__ = ["SAMPLES", "Three"]

for found in iter_modules(__path__):
    import_module(f"{__name__}.{found.name}")
