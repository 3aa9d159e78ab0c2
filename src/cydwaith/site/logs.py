"""Log lines without what a person typed or was sent."""

import logging
import re
from traceback import format_tb

# A signed link is one long part of an address; whoever reads it in a log could use it.
SECRET_PART = re.compile(r"(?<=/)[^/\s]{41,}")


class WithoutRequest(logging.Filter):
    """Takes the request, queries, signed links and what errors quote off a record before it is written."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep the line, drop what could be about somebody."""
        record.__dict__.pop("request", None)
        if isinstance(record.args, tuple):
            record.args = tuple(_safe(one) for one in record.args)
        if record.exc_info and record.exc_info[1]:
            record.exc_text, record.exc_info = "".join(_where(record.exc_info[1])), None
        return True


def _safe(part: object) -> object:
    if isinstance(part, BaseException):
        return type(part).__qualname__
    return _masked(part) if isinstance(part, str) else part


def _where(error: BaseException) -> list[str]:
    """Where an error came from, without its message: databases quote in it what somebody typed."""
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    earlier = _where(before) if before else []
    return [*earlier, *format_tb(error.__traceback__), f"{type(error).__qualname__}\n"]


def _masked(words: str) -> str:
    return SECRET_PART.sub("***", words.split("?", 1)[0] if words.startswith("/") else words)
