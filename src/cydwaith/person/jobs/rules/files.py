"""Files as evidence: what is taken, told by their first bytes and not by their names."""

LARGEST = 5 * 1024 * 1024
PDF, PNG, JPEG = "application/pdf", "image/png", "image/jpeg"
STARTS = ((b"%PDF-", PDF), (b"\x89PNG\r\n\x1a\n", PNG), (b"\xff\xd8\xff", JPEG))
ENDINGS = {PDF: "pdf", PNG: "png", JPEG: "jpg"}


def sniffed(content: bytes) -> str | None:
    """The type of a file that is taken; None for any other."""
    return next((kind for start, kind in STARTS if content.startswith(start)), None)
