"""The roster of a consortium, kept by hand in one YAML file."""

from storage.roster.calendar import calendar_in
from storage.roster.importing import SAMPLE, Report, import_file
from storage.roster.reading import Mistake

__all__ = ["SAMPLE", "Mistake", "Report", "calendar_in", "import_file"]
