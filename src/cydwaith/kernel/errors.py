"""What can go wrong, each with a sentence for the person who meets it."""


class CydwaithError(Exception):
    """The base: ``str(error)`` is a sentence that may be shown."""


class Refused(CydwaithError):
    """Who asks may not do or see this. Never says whether the thing exists."""


class Invalid(CydwaithError):
    """The input is not usable; the message says what to do.

    ``field`` names the form field that it belongs to, if one does.
    """

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.field = field


class NotFound(CydwaithError):
    """There is no such thing, or none that the asker may know of."""


class Conflict(CydwaithError):
    """Somebody else changed it first; nothing was written."""


class Unavailable(CydwaithError):
    """Something outside that is needed for it did not answer; nothing was written, and later it may."""
