"""Printed Vietnamese dates, read as a clerk reads them: day before month, and nothing that is not printed.

`days` finds the figures and words of a day; `lead` what stands before it and `clock` the time on either side;
`surroundings` what makes it a number, a range or a feast; `fields`, `events` and `counts` whose day it is, where no
label says so; `reader` chooses. `coarse` and `relative` read what has no day, `plain` the lines that need none of this.
"""

from archive.vietnamese.dates.printed import Label, Precision, PrintedDate
from archive.vietnamese.dates.reader import read_date

__all__ = ["Label", "Precision", "PrintedDate", "read_date"]
