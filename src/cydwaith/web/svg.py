"""The few strokes that charts and maps share: text, lines, and the frame that names the picture."""

import zlib
from collections.abc import Sequence

from django.utils.safestring import SafeString

from .escaping import escaped

WIDTH = 420


def key_of(*parts: str) -> str:
    """A short name that is the same for the same picture, for ids in a page."""
    return f"{zlib.crc32(''.join(parts).encode()):08x}"


def text(words: str, x: float, y: float, *, anchor: str = "start", look: str = "") -> SafeString:
    """Words at a point; `look` is one of the looks in components.css."""
    looks = f' class="web-chart__{look}"' if look else ""
    place = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
    return SafeString(f"<text {place}{looks}>{escaped(words)}</text>")


def stroke(look: str, x1: float, y1: float, x2: float, y2: float) -> SafeString:
    """A straight line with one of the looks in components.css."""
    return SafeString(
        f'<line class="web-chart__{look}" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"/>'
    )


def frame(
    parts: Sequence[str], height: float, title: str, finding: str, *, role: str = "img", look: str = ""
) -> SafeString:
    """The whole picture, 420 wide, with its name and description for whoever cannot see it.

    A picture with links in it is a `group`: an `img` would hide them from a screen reader.
    """
    body = "".join(parts)
    key = f"chart-{key_of(title, body)}"
    return SafeString(
        f'<svg class="web-chart{look}" viewBox="0 0 {WIDTH} {height:.0f}" '
        f'role="{role}" aria-labelledby="{key}-t {key}-d" '
        f'xmlns="http://www.w3.org/2000/svg"><title id="{key}-t">{escaped(title)}</title>'
        f'<desc id="{key}-d">{escaped(finding or title)}</desc>{body}</svg>'
    )
