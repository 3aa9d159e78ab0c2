"""Rows of a CSV part, counted, with the troubles of real files told apart."""

import csv
import gzip
import lzma
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from .base import Reading, Unreadable
from .source import Cells

DAMAGED = (EOFError, zipfile.BadZipFile, gzip.BadGzipFile, zlib.error, lzma.LZMAError, NotImplementedError)
STEP = 4096


@contextmanager
def readable(name: str) -> Iterator[None]:
    """Turn what a broken file raises into one sentence."""
    try:
        yield
    except DAMAGED as error:
        raise Unreadable(f"{name} is cut short or damaged: fetch it again.") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise Unreadable(f"{name} is not text that can be read: expected UTF-8 CSV or GeoJSON.") from error
    except FileNotFoundError as error:
        raise Unreadable(f"{name} is not there: check the name.") from error
    except OSError as error:
        raise Unreadable(f"{name} cannot be read: {error.strerror or 'the disk refused'}.") from error


def cells(reading: Reading, *, header: bool) -> Iterator[tuple[int, Cells]]:
    """The line number and cells of each row; empty lines and the header are passed over."""
    with readable(reading.part.name), reading.part.open() as opened:
        rows = csv.reader(opened.text())
        for row in rows:
            if reading.rows % STEP == 0:
                reading.fraction = opened.fraction()
            if header or not row:
                header = False
                continue
            reading.rows += 1
            yield rows.line_num, row
        reading.fraction = 1.0
