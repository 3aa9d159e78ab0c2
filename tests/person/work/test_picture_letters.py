"""Picture letters in a PDF: each has a shape, none is lost, and the paper keeps its mark of PDF/UA."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from pdfua import validate

from cydwaith.person.work.documents import compose
from cydwaith.person.work.documents.files import as_pdf
from cydwaith.person.work.rules.statement import read
from cydwaith.person.work.rules.vocabulary import Kind, Reader

from .conftest import ANSWERS
from .test_papers import FACTS, lines_of

THUMB, HEALTH_WORKER, WALES, FAMILY, SHRUG, ONE = "👍🏽", "👩🏽‍⚕️", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "👨‍👩‍👧‍👦", "🤷‍♀️", "1️⃣"
PICTURES = (THUMB, HEALTH_WORKER, WALES, FAMILY, SHRUG, ONE, "🙏", "💪", "🙂", "🫶", "🇬🇧", "☕", "❤️")


def pdf_of(words: str, *, easy: bool = False, language: str = "cy") -> bytes:
    facts = replace(FACTS, statement=read({**ANSWERS, "worse": {"words": words}}))
    return as_pdf(compose(Kind.STATEMENT, Reader.PERSON, facts, language=language), easy=easy)


def claims_the_standard(pdf: bytes) -> bool:
    with pikepdf.open(io.BytesIO(pdf)) as file, file.open_metadata() as about:
        return bool(about.get("pdfuaid:part") == "1")


def letters(pdf: bytes) -> set[str]:
    """What stands for each shape that is put on a page: what is read aloud and copied."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        fonts = [font for page in file.pages for font in page.Resources.Font.values()]
        maps = [font.ToUnicode.read_bytes().decode("ascii", "replace") for font in fonts]
        pages = [page.Contents.read_bytes() for page in file.pages]
    found = re.findall(r"<[0-9A-F]{4}> <([0-9A-F]+)>", " ".join(maps))
    said = re.findall(rb"/ActualText<FEFF([0-9A-F]+)>", b" ".join(pages))
    return {bytes.fromhex(one).decode("utf-16-be") for one in [*found, *(each.decode() for each in said)]}


@pytest.mark.parametrize("easy", [False, True])
@pytest.mark.parametrize("picture", PICTURES)
def test_a_picture_letter_is_whole_and_keeps_the_mark(picture: str, easy: bool) -> None:
    pdf = pdf_of(f"Diolch! {picture}", easy=easy)
    assert claims_the_standard(pdf)
    assert any(one.startswith(picture[0]) for one in letters(pdf)), "not only the sign at its end"
    assert {picture, picture.replace("🏽", "")} & letters(pdf)


def test_an_independent_reader_finds_nothing_against_a_paper_full_of_pictures(tmp_path: Path) -> None:
    file = tmp_path / "paper.pdf"
    file.write_bytes(pdf_of(" ".join(PICTURES) + "😊" * 80))
    assert validate(file).findings == ()


@pytest.mark.parametrize("sign", ["\x07", "\x0b", "\x0c", "\x1f", "\x85", "\x9f"])
def test_a_sign_without_shape_or_sound_costs_no_mark(sign: str) -> None:
    assert claims_the_standard(pdf_of(f"Copied from{sign}somewhere"))


@pytest.mark.parametrize("sign", ["\x0b", "\x0c", "\x85", "\r\n"])
def test_a_sign_that_breaks_a_line_breaks_it_in_the_paper_too(sign: str) -> None:
    assert lines_of(pdf_of(f"One{sign}two")) == lines_of(pdf_of("One\ntwo")) == lines_of(pdf_of("Onetwo")) + 1


def test_letters_of_a_script_without_a_font_here_stay_and_the_mark_goes() -> None:
    pdf = pdf_of("中文 🙂")
    assert not claims_the_standard(pdf) and {"中", "文"} & letters(pdf)
