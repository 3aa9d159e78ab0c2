"""Feed text to plain text: HTML goes, paragraphs, lists and where links lead stay."""

import re
from html import unescape
from html.parser import HTMLParser

import nh3

TAGS = {"p", "br", "a", "li", "ul", "ol", "div", "section", "article", "tr", "td", "th", "table"}
TAGS |= {"h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "hr"}
PARAGRAPHS = {"p", "div", "section", "article", "table", "ul", "ol", "blockquote", "hr"}
PARAGRAPHS |= {"h1", "h2", "h3", "h4", "h5", "h6"}
MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>")
UNSTORABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


def plain(text: str) -> str:
    """Readable text of a feed's text or HTML; paragraphs are parted by an empty line."""
    if not text:
        return ""
    for _ in range(2):  # some feeds escape their HTML twice
        if not MARKUP.search(text):
            break
        text = _from_html(text)
    return _tidy(unescape(text) if "&" in text else text)


def one_line(text: str) -> str:
    """As ``plain``, on one line: names, titles, addresses."""
    return " ".join(plain(text).split())


def _from_html(html: str) -> str:
    reader = _Reader()
    reader.feed(nh3.clean(html, tags=TAGS, attributes={"a": {"href"}}, link_rel=None))
    reader.close()
    return "".join(reader.parts)


def _tidy(text: str) -> str:
    text = UNSTORABLE.sub("", text.replace("\r\n", "\n").replace("\xa0", " ").replace("\u200b", ""))
    kept = [" ".join(line.split()) for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()


class _Reader(HTMLParser):
    """Collects the text of clean HTML."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._link: tuple[str, int] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in PARAGRAPHS:
            self.parts.append("\n\n")
        elif tag in ("br", "tr"):
            self.parts.append("\n")
        elif tag == "li":
            self.parts.append("\n- ")
        elif tag in ("td", "th"):
            self.parts.append(" ")
        elif tag == "a":
            self._link = (dict(attrs).get("href") or "", len(self.parts))

    def handle_endtag(self, tag: str) -> None:
        if tag in PARAGRAPHS:
            self.parts.append("\n\n")
        elif tag == "a" and self._link:
            self._say_where_it_leads(*self._link)
            self._link = None

    def _say_where_it_leads(self, address: str, since: int) -> None:
        said = "".join(self.parts[since:])
        target = address.removeprefix("mailto:").removeprefix("tel:")
        bare = re.sub(r"^https?://(www\.)?|/$", "", target)
        if bare and bare.lower() not in said.lower():
            self.parts.append(f" ({target})" if said.strip() else target)

    def handle_data(self, data: str) -> None:
        self.parts.append(re.sub(r"\s+", " ", data))
