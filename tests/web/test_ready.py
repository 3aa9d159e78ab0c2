"""A template made ready gives the same HTML as before, for whoever reads it, in either language."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template
from django.template.loader import get_template
from django.test import RequestFactory
from django.urls import NoReverseMatch, reverse
from django.utils import translation
from django.utils.safestring import mark_safe
from django_cotton.compiler_regex import CottonCompiler

from cydwaith.web.ready.addresses import address
from cydwaith.web.ready.making import make_ready

PACKAGE = Path(__file__).resolve().parents[2] / "src" / "cydwaith"
PAGES = sorted(str(path).split("/templates/")[1] for path in PACKAGE.rglob("templates/**/*.html"))
SOMEBODY, GOAL = UUID(int=7), UUID(int=8)


@dataclass(frozen=True, slots=True)
class Row:
    """A prepared row, as queries return them."""

    id: UUID
    words: str
    on: date | None = None

    @property
    def shouted(self) -> str:
        return self.words.upper()

    def said(self, more: str = "!") -> str:
        return self.words + more


class Pair(NamedTuple):
    """A prepared row that is a tuple."""

    words: str
    count: int

    @property
    def shouted(self) -> str:
        return self.words.upper()


ROWS = [Row(SOMEBODY, "Canu & <sing>", date(2026, 5, 4)), Row(GOAL, mark_safe("<b>Walk</b>"))]
VALUES: dict[str, Any] = {
    "rows": ROWS,
    "row": ROWS[0],
    "words": {"key": "<i>"},
    "number": 1234.5,
    "none": None,
    "pair": Pair("<p>", 2),
}


def both_ways(source: str, **more: Any) -> tuple[str, str]:
    """The HTML as Django and cotton give it, and made ready (twice: the second is remembered)."""
    words = CottonCompiler().process("{% load i18n static web %}" + source)
    plain, ready = Template(words), Template(words)
    make_ready(ready.nodelist)
    request = RequestFactory().get("/accessibility/")
    contexts = [Context({"request": request, **VALUES, **more}) for _ in range(3)]
    first, again = ready.render(contexts[1]), ready.render(contexts[2])
    assert first == again
    return plain.render(contexts[0]), first


SOURCES = [
    "{{ pair.words }}{{ pair.count }}{{ pair.shouted }}{{ pair.0 }}{{ pair.index }}{{ pair.missing }}{{ pair|length }}",
    "{% trans 'Back' %}{% language 'cy' %}{% trans 'Back' %}{% url 'journey:person' row.id %}{% language 'en' %}{% trans 'Back' %}{% endlanguage %}{% trans 'Phone' as a %}{{ a }}{% endlanguage %}{% trans 'Back' %}{% url 'web:privacy' %}",
    "{{ row.words }}{{ row.shouted }}{{ row.said }}{{ row.on }}{{ row.missing }}{{ missing.deep }}{{ words.key }}",
    "{{ number }} {{ none }} {{ rows.0.words }} {{ rows|length }} {{ row.words|default:row.on }} {{ 'a<b' }}",
    "{% autoescape off %}{{ row.words }}{% endautoescape %}{% for r in rows %}{{ forloop.counter }}{{ r.words }}{% endfor %}",
    "{% trans 'Back' %} {% trans 'Phone' as phone %}{{ phone }}{% static 'web/mark.svg' %}{% url 'web:privacy' %}",
    "{% trans row.words %}{% blocktrans %}Back{% endblocktrans %}{% blocktrans with n=row.words %}How {{ n }}{% endblocktrans %}",
    "{% blocktrans count n=rows|length %}one{% plural %}{{ n }} many{% endblocktrans %}{% language 'cy' %}{% trans 'Back' %}{% endlanguage %}",
    "{% blocktrans trimmed with n=row.words day=row.on|plain_date m=missing o=none %}100% {{ n }}, {{ day }} {{ m }}{{ o }} {{ number }}{{ nobody }}{% endblocktrans %}{% blocktrans with n=row.words asvar told %}By {{ n }}{% endblocktrans %}{{ told }}{% blocktrans context 'c' with n=pair.count %}{{ n }} of{% endblocktrans %}",
    "{% url 'work:question' row.id 'profile' words.key|default:'kinds'|slugify %}{% url 'work:compare' row.id 'profile' 1 pair.count %}{% url 'work:compare' row.id 'profile' '1' 10 %}",
    "{% url 'journey:person' row.id %}{% url 'plans:goal' row.id rows.1.id as goal %}{{ goal }}{% url 'no:such' as none %}[{{ none }}]",
    "{% if row.on and not missing and row.words != 'x' or none %}yes{% elif number > 3 %}no{% endif %}",
    "<c-tag colour='grey'>{{ row.words }}</c-tag><c-tag>{% trans 'Back' %}</c-tag><c-tag colour='{{ row.words }}'>x</c-tag>",
    "<c-button href=\"{% url 'journey:person' row.id %}\" id='it' data-is=\"{{ row.words }}\" disabled>Go</c-button>",
    "<c-button kind='secondary' name=number :value='number' once>Go</c-button><c-back href='/x/' /><c-exit-this-page />",
    "<c-card :title='row.words' level='3' class='mine'><c-details summary='{{ row.words }}'><c-inset>in</c-inset></c-details></c-card>",
    "<c-summary-list title='T'>{% for r in rows %}<c-summary-row key='{{ r.words }}'>{{ r.on }}</c-summary-row>{% endfor %}</c-summary-list>",
    "<c-table caption='{{ row.words }}' id='t'><tr></tr></c-table><c-task-list><c-task href='/a/' tag='T'>Words</c-task></c-task-list>",
    "<c-notice kind='success'>{{ row.words }}</c-notice><c-notice><p>x</p></c-notice><c-error-summary message='m' /><c-pages :page='page' />",
    "{% for r in rows %}{% for c in r.words %}{{ c }}{{ forloop.counter }}{{ forloop.parentloop.last }}{% cycle 'a' 'b' %}{% endfor %}{{ forloop.first }}{{ forloop.last }}{{ forloop.counter0 }}{{ forloop.revcounter }}{{ forloop.revcounter0 }}{{ forloop.none }}{% ifchanged r.on %}new{% endifchanged %}{% endfor %}{{ r.words }}{{ forloop }}",
    "{% for r in none %}x{% empty %}{% trans 'Back' as b %}{{ b }}{% endfor %}{{ b }}{% for r in missing %}x{% endfor %}{% for key, value in words.items %}{{ key }}{{ value }}{% endfor %}{% for r in rows reversed %}{{ forloop.revcounter }}{{ r.words }}{% endfor %}{% for key in words %}{{ key }}{% endfor %}",
    "{% with a=row.words %}{{ a }}{% include 'web/task.html' with slot=a id='x' %}{% endwith %}{% now 'Y' %}{{ row.words|linebreaks }}",
]


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("source", SOURCES)
def test_made_ready_it_says_the_same(source: str, language: str) -> None:
    page = Paginator(list(range(90)), 25).page(2)
    with translation.override(language):
        plain, ready = both_ways(source, page=page)
        assert plain == ready


def test_what_is_kept_is_kept_for_each_language() -> None:
    template = Template("{% load i18n %}<p>{% trans 'Back' %}</p>{% url 'web:privacy' %}")
    make_ready(template.nodelist)
    said = {}
    for language in ("en", "cy", "en"):
        with translation.override(language):
            said[language] = template.render(Context({}))
    assert said == {"en": "<p>Back</p>/privacy/", "cy": "<p>Yn ôl</p>/cy/privacy/"}


@pytest.mark.parametrize(
    "base",
    [
        "{% block a %}<p>{{ row.words }}</p>{% endblock %}-{% block b %}B{% endblock %}",
        "C{% block b %}{% endblock %}",
    ],
)
def test_a_page_in_its_base_says_the_same_whichever_base_is_chosen(base: str) -> None:
    page = "{% extends base %}{% block a %}[{{ block.super }}]{% endblock %}{% block b %}{{ block.super }}!{% endblock %}"
    other = "{% block b %}first{% endblock %}"
    plain, ready = Template(page), Template(page)
    make_ready(ready.nodelist)
    ready.render(Context({**VALUES, "base": Template(other)}))
    for _ in range(2):
        asked = {**VALUES, "base": Template(base)}
        assert ready.render(Context(asked)) == plain.render(Context(asked))


def test_a_page_two_bases_deep_says_the_same() -> None:
    middle = "{% extends base %}{% block a %}({{ block.super }}){% endblock %}"
    page = "{% extends middle %}{% block a %}[{{ block.super }}]{% endblock %}"
    said = []
    for prepare in (lambda nodes: None, make_ready):
        made = [Template(words) for words in ("{% block a %}A{% endblock %}", middle, page)]
        for one in made:
            prepare(one.nodelist)
        said.append([made[2].render(Context({"base": made[0], "middle": made[1]})) for _ in range(2)])
    assert said == [["[(A)]"] * 2] * 2


@pytest.mark.parametrize("name", PAGES)
def test_every_template_can_be_made_ready(name: str) -> None:
    assert get_template(name)


@pytest.mark.parametrize("language", ["en", "cy"])
def test_an_address_is_what_reverse_gives(language: str) -> None:
    with translation.override(language):
        for ids, named in (([SOMEBODY, GOAL], {}), ([], {"goal_id": GOAL, "person_id": SOMEBODY})):
            assert address(language, "plans:goal", ids, named) == reverse("plans:goal", args=[SOMEBODY, GOAL])
        assert address(language, "web:privacy", [], {}) == reverse("web:privacy")
        of_text = address(language, "journey:person", [str(SOMEBODY)], {})
        assert of_text == reverse("journey:person", args=[SOMEBODY])
        for sheet in ("profile", "statement"):
            parts = [SOMEBODY, sheet, 1, 2]
            assert address(language, "work:compare", parts, {}) == reverse("work:compare", args=parts)
        with pytest.raises(NoReverseMatch):
            address(language, "journey:person", ["nobody"], {})
