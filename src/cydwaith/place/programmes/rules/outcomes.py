"""Outcome rules of a programme: a name, a source, the days for which each holds, and the rule itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import combinations
from typing import Any

from cydwaith.methods.outcomes import (
    OutcomeError,
    PayFloor,
    Rule,
    SustainedRule,
    floor_from,
    rule_from,
)
from cydwaith.methods.words import Words

from .parts import Cohort, once
from .wrong import WrongProgramme, wrong, wrong_rule


class Evidence(StrEnum):
    """Kinds of evidence that a rule may ask for."""

    PAYSLIP = "payslip"
    EMPLOYER = "employer's word"
    WORKER = "worker's word"
    PERSON = "own word"
    CONTRACT = "contract"
    BANK = "bank statement"
    ACCOUNTS = "accounts"


@dataclass(frozen=True, slots=True)
class OutcomeRule:
    """A rule as a programme's version has it. ``to_check``: not read in a source yet."""

    name: Words
    source: str
    to_check: bool
    rule: Rule
    raw: Mapping[str, Any]

    @property
    def key(self) -> str:
        """The key of the rule, one of its own within the version."""
        return self.rule.key

    @property
    def cohort(self) -> Cohort:
        """For whom it is."""
        return Cohort.IN_WORK if self.rule.counts_retention else Cohort.OUT_OF_WORK

    def holds_for(self, started: date) -> bool:
        """Whether it is the rule for somebody who started on that day."""
        first, last = self.rule.valid_from, self.rule.valid_to
        return (first is None or first <= started) and (last is None or started <= last)


def outcome_rules(raw: Mapping[str, Any], taken: Sequence[Cohort]) -> tuple[OutcomeRule, ...]:
    """The rules of a version. Raises ``WrongProgramme``."""
    given = raw.get("outcome_rules") or []
    if not isinstance(given, list | tuple) or not all(isinstance(one, Mapping) for one in given):
        raise wrong("list", "outcome_rules", name="outcome_rules")
    found = tuple(outcome_rule(one, row) for row, one in enumerate(given, start=1))
    once((f"{one.key} {one.rule.valid_from}" for one in found), "outcome_rules")
    for one in found:
        if one.cohort not in taken:
            raise _not_for(one)
    return found


def once_at_a_time(rules: Sequence[OutcomeRule]) -> None:
    """Whoever starts on a day is judged once by a rule of one name. Raises ``WrongProgramme``."""
    for one, other in combinations(rules, 2):
        alike = (one.key, one.cohort) == (other.key, other.cohort)
        first, second = one.rule, other.rule
        apart = _before(first.valid_to, second.valid_from) or _before(second.valid_to, first.valid_from)
        if alike and not apart:
            raise wrong("rules_overlap", "outcome_rules", name=one.name.en, key=one.key)


def _before(last: date | None, first: date | None) -> bool:
    return last is not None and first is not None and last < first


def outcome_rule(one: Mapping[str, Any], row: int = 1) -> OutcomeRule:
    """One rule from plain values. Raises ``WrongProgramme`` with the method's own sentence."""
    name = Words(str(one.get("en") or "").strip(), str(one.get("cy") or "").strip())
    source = str(one.get("source") or "").strip()
    if not (name.en and name.cy and source):
        raise wrong("rule_words", "outcome_rules", row)
    given = one.get("rule")
    if not isinstance(given, Mapping):
        raise wrong("list", "outcome_rules", name="rule")
    try:
        rule = rule_from(given)
    except OutcomeError as error:
        raise wrong_rule(name.en, error) from error
    _check(rule, name.en)
    return OutcomeRule(name, source, bool(one.get("to_check", False)), rule, dict(given))


def _check(rule: Rule, name: str) -> None:
    if rule.valid_from and rule.valid_to and rule.valid_to < rule.valid_from:
        raise wrong("rule_dates", "outcome_rules", name=name)
    for kind in sorted(rule.evidence):
        if kind not in set(Evidence):
            raise wrong("evidence", "outcome_rules", name=name, value=kind, known=", ".join(Evidence))
    if isinstance(rule, SustainedRule) and not 0 <= rule.min_hours <= 168:
        raise wrong("number", "outcome_rules", 1, name=name, column="min_hours", low=0, high=168)


def _not_for(one: OutcomeRule) -> WrongProgramme:
    group = Words("who are in work", "sydd mewn gwaith")
    if one.cohort is Cohort.OUT_OF_WORK:
        group = Words("who are out of work", "sydd allan o waith")
    return wrong("cohort_rule", "outcome_rules", name=one.name.en, group=group.en, group_cy=group.cy)


def pay_floor(rows: Sequence[Mapping[str, Any]]) -> PayFloor:
    """The table of minimum wages. Raises ``WrongProgramme`` naming the row."""
    for number, row in enumerate(rows, start=1):
        if not isinstance(row, Mapping):
            raise wrong("list", "wages", name="wages")
        if not str(row.get("source") or "").strip():
            raise wrong("source", "wages", number, name="wages")
    try:
        return floor_from(rows)
    except OutcomeError as error:
        told = error.note.words
        raise wrong("wage", "wages", error.row or 1, reason=told.en, reason_cy=told.cy) from error
