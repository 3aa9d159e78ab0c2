"""Log lines without what a person typed or was sent."""

import logging
import re

# A signed link is one long part of an address; whoever reads it in a log could use it.
SECRET_PART = re.compile(r"(?<=/)[^/\s]{41,}")


class WithoutRequest(logging.Filter):
    """Takes the request, queries and signed links off a record before it is written."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep the line, drop what could be about somebody."""
        record.__dict__.pop("request", None)
        if isinstance(record.args, tuple):
            record.args = tuple(_masked(one) if isinstance(one, str) else one for one in record.args)
        return True


def _masked(words: str) -> str:
    return SECRET_PART.sub("***", words.split("?", 1)[0] if words.startswith("/") else words)
