"""Feed text to plain text: HTML goes, paragraphs, lists and where links lead stay."""

import re
from html import unescape

import nh3

TAGS = {"p", "br", "a", "li", "ul", "ol", "div", "section", "article", "tr", "td", "th", "table"}
TAGS |= {"h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "hr"}
PARAGRAPHS = {"p", "div", "section", "article", "table", "ul", "ol", "blockquote", "hr"}
PARAGRAPHS |= {"h1", "h2", "h3", "h4", "h5", "h6"}
INERT = {"b", "strong", "i", "em", "u", "span", "font", "small", "sup", "sub", "tbody", "thead", "center"}
MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>")
TAG = re.compile(r"<(/?[a-zA-Z][a-zA-Z0-9]*)(\s[^<>]*|)/?>")
HREF = re.compile(r"""(?:^|\s)href\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.I)
SCHEME = re.compile(r"\s*([a-z][a-z0-9+.-]*):", re.I)
WEB = re.compile(r"\s*https?://[^\s/]+(/|$)", re.I)
SAFE = {"mailto", "tel", "sms"}
UNSTORABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
STANDS_FOR = {f"{slash}{tag}": "" for tag in TAGS | INERT for slash in ("", "/")}
STANDS_FOR |= {f"{slash}{tag}": "\n\n" for tag in PARAGRAPHS for slash in ("", "/")}
STANDS_FOR |= {"br": "\n", "tr": "\n", "li": "\n- ", "td": " ", "th": " "}
PER_TAG = 3
EMPTY_LINES = re.compile(r"\n{3,}")
BARE = re.compile(r"^https?://(www\.)?|/$")


def plain(text: str) -> str:
    """Readable text of a feed's text or HTML; paragraphs are parted by an empty line."""
    if "<" not in text and "&" not in text:
        return " ".join(text.split(" ")).strip() if _is_tidy(text) else _tidy(text)
    for _ in range(2):  # some feeds escape their HTML twice
        if "<" not in text or not MARKUP.search(text):
            break
        text = _from_html(text)
    return _tidy(_unescaped(text))


def one_line(text: str) -> str:
    """As ``plain``, on one line: names, titles, addresses."""
    if text.isprintable() and "<" not in text and "&" not in text:
        return " ".join(text.split())
    return " ".join(plain(text).split())


def _is_tidy(text: str) -> bool:
    """One line of printable letters with single spaces: most values of most records."""
    return text.isprintable() and "  " not in text


def _tidy(text: str) -> str:
    lines = text.replace("\xa0", " ").split("\n")
    if "".join(lines).isprintable():
        kept = "\n".join([" ".join(line.split()) if "  " in line else line.strip() for line in lines])
    else:
        kept = "\n".join([" ".join(_storable(line).split()) for line in lines])
    return EMPTY_LINES.sub("\n\n", kept).strip() if "\n\n\n" in kept else kept.strip()


def _storable(line: str) -> str:
    return UNSTORABLE.sub("", line.replace("\u200b", ""))


def _unescaped(text: str) -> str:
    """Without entities. The one that fills most feeds goes first, at a tenth of the cost."""
    if "&" not in text:
        return text
    text = text.replace("&nbsp;", "\xa0")
    return unescape(text) if "&" in text else text


def _from_html(html: str) -> str:
    """The text of HTML. What holds more than the plainest tags is cleaned first, scripts and all."""
    pieces = _pieces(html)
    if html.count("<") != len(pieces) // PER_TAG or not STANDS_FOR.keys() >= set(pieces[1::PER_TAG]):
        pieces = _pieces(nh3.clean(html, tags=TAGS, attributes={"a": {"href"}}, link_rel=None))
    return _unescaped(_text(pieces))


def _pieces(html: str) -> list[str]:
    """Text, then by turns a tag with its slash, its attributes, and the text after it."""
    flat = html.replace("\n", " ")
    pieces = TAG.split(flat if flat.isprintable() else " ".join(flat.split()))
    pieces[1::PER_TAG] = map(str.lower, pieces[1::PER_TAG])
    return pieces


def _text(pieces: list[str]) -> str:
    """Text between tags, and what the tags stand for."""
    tags, attributes, texts = (pieces[first::PER_TAG] for first in (1, 2, 3))
    marks = list(map(STANDS_FOR.__getitem__, tags))
    link, start = "", 0
    for at, tag in enumerate(tags) if "a" in tags else ():
        if tag == "a":
            link, start = _href(attributes[at]), at
        elif tag == "/a" and link:
            marks[at] = _where(link, _unescaped("".join(texts[start:at])))
            link = ""
    return pieces[0] + "".join([said for pair in zip(marks, texts, strict=True) for said in pair])


def _href(attributes: str) -> str:
    """Where a link leads, if that is somewhere to go."""
    found = HREF.search(attributes, max(0, attributes.lower().find("href") - 1))
    address = unescape(found[1] or found[2] or "") if found else ""
    scheme = SCHEME.match(address)
    if not scheme:
        return address
    fine = WEB.match(address) if scheme[1].lower() in ("http", "https") else scheme[1].lower() in SAFE
    return address if fine else ""


def _where(address: str, said: str) -> str:
    """The address of a link whose words do not say it."""
    target = address.removeprefix("mailto:").removeprefix("tel:")
    bare = BARE.sub("", target)
    if not bare or bare.lower() in said.lower():
        return ""
    return f" ({target})" if said.strip() else target
