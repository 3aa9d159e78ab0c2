"""Each component gives the HTML that the design system publishes for it."""

from __future__ import annotations

from typing import Any

import pytest
from django import forms
from django.core.paginator import Paginator
from django.test import RequestFactory

from tests.web.conftest import Examples
from tests.web.rendering import render, seen

BUTTONS = ("default", "disabled", "link", "start", "secondary", "warning", "inverse", "secondary disabled")


def same(example: dict[str, Any], html: str) -> None:
    assert seen(html) == seen(example["html"])


@pytest.mark.parametrize("name", BUTTONS)
def test_a_button(examples: Examples, name: str) -> None:
    example = examples("button")[name]
    options = example["options"]
    same(
        example,
        render(
            '<c-button :href="href" :kind="kind" :name="name" :disabled="disabled" :start="start">'
            "{{ text }}</c-button>",
            href=options.get("href", ""),
            kind=options.get("classes", "").removeprefix("govuk-button--"),
            name=options.get("name", ""),
            disabled=options.get("disabled", False),
            start=options.get("isStartButton", False),
            text=options["text"],
        ),
    )


def test_a_button_that_ignores_a_second_press(examples: Examples) -> None:
    example = examples("button")["prevent double click"]
    same(example, render("<c-button once>{{ text }}</c-button>", text=example["options"]["text"]))


@pytest.mark.parametrize("colour", ["grey", "green", "purple", "red", "orange", "yellow"])
def test_a_tag(examples: Examples, colour: str) -> None:
    example = examples("tag")[colour]
    same(
        example, render('<c-tag colour="{{ colour }}">{{ text }}</c-tag>', colour=colour, text=colour.title())
    )


def test_a_panel(examples: Examples) -> None:
    same(
        examples("panel")["default"],
        render(
            '<c-panel title="Application complete">'
            "Your reference number<br><strong>HDJ2123F</strong></c-panel>"
        ),
    )


def test_inset_text(examples: Examples) -> None:
    example = examples("inset-text")["default"]
    same(example, render("<c-inset>{{ text }}</c-inset>", **example["options"]))


def test_a_warning(examples: Examples) -> None:
    example = examples("warning-text")["default"]
    same(example, render("<c-warning>{{ text }}</c-warning>", **example["options"]))


@pytest.mark.parametrize(("name", "opened"), [("default", False), ("expanded", True)])
def test_details(examples: Examples, name: str, opened: bool) -> None:
    example = examples("details")[name]
    source = '<c-details :summary="summaryText" :open="opened" id="{{ id }}">{{ text }}</c-details>'
    same(example, render(source, opened=opened, **example["options"]))


def test_a_back_link(examples: Examples) -> None:
    same(examples("back-link")["default"], render("<c-back />"))


def test_a_skip_link(examples: Examples) -> None:
    same(examples("skip-link")["default"], render('<c-skip-link href="#test-target-element" />'))


@pytest.mark.parametrize(("name", "kind"), [("default", ""), ("with type as success", "success")])
def test_a_notice(examples: Examples, name: str, kind: str) -> None:
    example = examples("notification-banner")[name]
    source = '<c-notice kind="{{ kind }}">{{ text }}</c-notice>'
    same(example, render(source, kind=kind, text=example["options"]["text"]))


def test_a_phase_banner(examples: Examples) -> None:
    example = examples("phase-banner")["default"]
    source = '<c-phase-banner tag="Alpha">{{ html|safe }}</c-phase-banner>'
    same(example, render(source, html=example["options"]["html"]))


def test_exit_this_page(examples: Examples) -> None:
    example = examples("exit-this-page")["default"]
    source = '<c-exit-this-page href="{{ redirectUrl }}" />'
    same(example, render(source, redirectUrl=example["options"]["redirectUrl"]))


def test_a_fieldset(examples: Examples) -> None:
    example = examples("fieldset")["default"]
    same(example, render('<c-fieldset legend="{{ text }}" />', **example["options"]["legend"]))


def test_an_error_summary(examples: Examples) -> None:
    example = examples("error-summary")["default"]
    form = forms.Form({}, auto_id="%s")
    for error in example["options"]["errorList"]:
        name = error["href"].removeprefix("#")
        form.fields[name] = forms.CharField(required=False)
        form.add_error(name, error["text"])
    same(example, render('<c-error-summary :form="form" />', form=form))


def test_a_summary_list_with_a_way_to_change_an_answer(examples: Examples) -> None:
    example = examples("summary-list")["single action with anchor"]
    html = render(
        '<c-summary-list><c-summary-row key="Name" change_href="#" change_text="First action">'
        "Firstname Lastname</c-summary-row></c-summary-list>"
    )
    same(example, html.replace('<span class="govuk-visually-hidden"> Name</span>', ""))


def test_a_summary_card(examples: Examples) -> None:
    example = examples("summary-list")["as a summary card with a text header"]
    rows = "".join(
        f'<c-summary-row key="{row["key"]["text"]}">{row["value"]["text"]}</c-summary-row>'
        for row in example["options"]["rows"]
    )
    title = example["options"]["card"]["title"]["text"]
    same(example, render(f'<c-summary-list title="{title}">{rows}</c-summary-list>'))


@pytest.mark.parametrize("name", ["default", "with hint text and additional states"])
def test_a_task_list(examples: Examples, name: str) -> None:
    example = examples("task-list")[name]
    tasks = [_task(number, item) for number, item in enumerate(example["options"]["items"], start=1)]
    source = (
        '<c-task-list>{% for t in tasks %}<c-task :id="t.id" :href="t.href" :hint="t.hint" :status="t.status"'
        ' :tag="t.tag">{{ t.title }}</c-task>{% endfor %}</c-task-list>'
    )
    same(example, render(source, tasks=tasks))


def _task(number: int, item: dict[str, Any]) -> dict[str, str]:
    status = item["status"]
    tag = status.get("tag", {})
    colour = tag.get("classes", "default" if tag else "").removeprefix("govuk-tag--")
    return {
        "id": f"task-list-{number}",
        "href": item.get("href", ""),
        "hint": item.get("hint", {}).get("text", ""),
        "status": tag.get("text") or status.get("text", ""),
        "tag": colour,
        "title": item["title"]["text"],
    }


@pytest.mark.parametrize(("name", "current"), [("default", 2), ("first page", 1), ("last page", 3)])
def test_pages(examples: Examples, name: str, current: int) -> None:
    html = render(
        '<c-pages :page="page" />',
        page=Paginator(range(30), 10).page(current),
        request=RequestFactory().get("/list/"),
    )
    for number in (1, 2, 3):
        rel = {current - 1: 'rel="prev"', current + 1: 'rel="next"'}.get(number)
        if rel:
            way = "/previous" if "prev" in rel else "/next"
            html = html.replace(f'href="?page={number}" {rel}', f'href="{way}" {rel}')
        html = html.replace(f'href="?page={number}"', f'href="/page/{number}"')
    same(examples("pagination")[name], html)


def test_a_table(examples: Examples) -> None:
    example = examples("table")["with head and caption"]
    table = example["html"]
    inside = table[table.index("</caption>") + len("</caption>") : table.rindex("</table>")]
    size = example["options"]["captionClasses"].rsplit("-", 1)[1]
    source = '<c-table caption="{{ caption }}" caption_size="{{ size }}">{{ inside|safe }}</c-table>'
    html = render(source, caption=example["options"]["caption"], size=size, inside=inside)
    assert seen(table)[0] in seen(html)[0][2]
