"""Our escape says what Django's own says."""

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.web.escaping import escaped

values = st.one_of(
    st.text(), st.text(alphabet="<>&\"' a"), st.text().map(SafeString), st.integers(), st.none()
)


@given(values)
def test_a_value_is_escaped_as_django_escapes_it(value: object) -> None:
    assert escaped(value) == conditional_escape(value)  # type: ignore[arg-type]


def test_what_is_safe_already_stays_as_it_is() -> None:
    safe = SafeString("<b>Canu & cherdded</b>")
    assert escaped(safe) is safe
