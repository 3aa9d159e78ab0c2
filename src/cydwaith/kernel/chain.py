"""A hash chain: each entry's digest covers the one before, so a change shows."""

import hashlib
import json
from collections.abc import Mapping

START = "0" * 64


def digest(previous: str, content: Mapping[str, object]) -> str:
    """SHA-256 (hex) over the previous digest and the content as canonical JSON.

    Keys are sorted and there is no white space, so equal content gives an equal digest.
    """
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(f"{previous}\n{text}".encode()).hexdigest()
