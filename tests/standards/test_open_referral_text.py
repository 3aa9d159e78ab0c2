"""HTML of real feeds becomes text that a person can read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.standards.open_referral.text import one_line, plain


def test_paragraphs_stay_apart() -> None:
    assert plain("<p>One.</p><p>Two.</p>") == "One.\n\nTwo."


def test_styles_and_scripts_go() -> None:
    html = '<p style="color:red" data-track="1">Come <b>in</b></p><script>alert(1)</script><style>p{}</style>'
    assert plain(html) == "Come in"


def test_a_list_stays_a_list() -> None:
    assert plain("<ul><li>Tea</li><li>Talk</li></ul>") == "- Tea\n- Talk"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ('<a href="https://shed.example/">our page</a>', "our page (https://shed.example/)"),
        ('<a href="https://www.shed.example/">shed.example</a>', "shed.example"),
        ('<a href="mailto:hi@shed.example">hi@shed.example</a>', "hi@shed.example"),
        ('<a href="javascript:alert(1)">here</a>', "here"),
    ],
)
def test_a_link_says_where_it_leads(html: str, text: str) -> None:
    assert plain(html) == text


def test_text_with_line_breaks_is_left_alone() -> None:
    assert plain("One\nTwo\n\n\n\nThree") == "One\nTwo\n\nThree"


def test_html_that_was_escaped_twice_is_read() -> None:
    assert plain("&lt;p&gt;Tea &amp;amp; talk&lt;/p&gt;") in ("<p>Tea &amp; talk</p>", "Tea & talk")


def test_a_sum_is_not_markup() -> None:
    assert plain("Ages 5 < 12 & up") == "Ages 5 < 12 & up"


def test_an_empty_paragraph_is_nothing() -> None:
    assert plain("<p><br></p>") == ""


def test_a_name_is_one_line() -> None:
    assert one_line("<b>Men&#39;s</b>\n Shed") == "Men's Shed"


@given(st.text())
def test_no_text_breaks_the_reader_or_a_database(text: str) -> None:
    found = plain(text)
    assert "\x00" not in found
    assert found == found.strip()


@given(st.text(alphabet="<>/ap hrefscriptimgonload='\"=&;lt"))
def test_no_script_survives(text: str) -> None:
    assert "<script" not in plain(f"<p>{text}</p><script>x</script>").removeprefix(plain(text))[-9:]
