"""Printed Vietnamese dates."""

from archive.vietnamese.dates.printed import Label, Precision, PrintedDate
from archive.vietnamese.dates.reader import read_date

__all__ = ["Label", "Precision", "PrintedDate", "read_date"]
