"""Why a project won or lost, and what cannot be counted."""

from functools import partial

from ..notes import MethodError, said
from ..words import Words

SENTENCES = {
    "won_votes": Words(
        "It won: {votes} votes, and {left} was left when its turn came.",
        "Enillodd: {votes} pleidlais, ac roedd {left} ar ôl pan ddaeth ei dro.",
    ),
    "lost_votes": Words(
        "It lost: it costs {cost}, and only {left} was left when its turn came.",
        "Collodd: mae'n costio {cost}, a dim ond {left} oedd ar ôl pan ddaeth ei dro.",
    ),
    "won_shares": Words(
        "It won in round {round}: its {votes} supporters paid up to {payment} each.",
        "Enillodd yn rownd {round}: talodd ei {votes} cefnogwr hyd at {payment} yr un.",
    ),
    "lost_shares": Words(
        "It lost: its {votes} supporters had {money} left together, {missing} too little.",
        "Collodd: roedd gan ei {votes} cefnogwr {money} ar ôl gyda'i gilydd, {missing} yn rhy ychydig.",
    ),
    "won_load": Words(
        "It won in round {round}: its {votes} supporters had waited longest for it.",
        "Enillodd yn rownd {round}: ei {votes} cefnogwr oedd wedi aros hiraf.",
    ),
    "lost_load": Words(
        "It lost: the money ran out before its {votes} supporters' turn.",
        "Collodd: daeth yr arian i ben cyn tro ei {votes} cefnogwr.",
    ),
    "no_votes": Words("It lost: nobody voted for it.", "Collodd: ni phleidleisiodd neb drosto."),
    "too_dear": Words(
        "It lost: it costs {cost}, more than the whole budget of {budget}.",
        "Collodd: mae'n costio {cost}, mwy na'r gyllideb gyfan o {budget}.",
    ),
    "not_proven": Words(
        "Exact arithmetic gives another outcome than fast arithmetic. The exact one is shown.",
        "Mae rhifyddeg union yn rhoi canlyniad gwahanol i rifyddeg gyflym. Yr un union a ddangosir.",
    ),
    "few_choices": Words(
        "{share} per cent of voters chose one project only. Ask for at least three next time.",
        "Dewisodd {share} y cant o bleidleiswyr un prosiect yn unig. Gofynnwch am o leiaf dri y tro nesaf.",
    ),
    "no_budget": Words("The budget must be above 0.", "Rhaid i'r gyllideb fod yn fwy na 0."),
    "wrong_cost": Words(
        "The cost of “{project}” is {value}. It must be above 0.",
        "Cost “{project}” yw {value}. Rhaid iddi fod yn fwy na 0.",
    ),
    "project_twice": Words("“{project}” is listed twice.", "Mae “{project}” wedi'i restru ddwywaith."),
    "no_projects": Words("There are no projects.", "Does dim prosiectau."),
    "no_ballots": Words("Nobody voted.", "Ni phleidleisiodd neb."),
    "unknown_project": Words(
        "Ballot {row} names “{project}”, which is not a project.",
        "Mae papur pleidleisio {row} yn enwi “{project}”, nad yw'n brosiect.",
    ),
    "wrong_points": Words(
        "Ballot {row} gives “{project}” {value} points. Give a number, 0 or more.",
        "Mae papur pleidleisio {row} yn rhoi {value} pwynt i “{project}”. Rhowch rif, 0 neu fwy.",
    ),
    "voter_twice": Words(
        "Voter “{voter}” has two ballots (row {row}).",
        "Mae gan bleidleisiwr “{voter}” ddau bapur (rhes {row}).",
    ),
    "unknown_rule": Words(
        "There is no “{value}” here. There are: {known}.",
        "Does dim “{value}” yma. Dyma'r rhai sydd: {known}.",
    ),
    "not_pabulib": Words(
        "This is not a Pabulib file: {why} (line {row}).", "Nid ffeil Pabulib yw hon: {why} (llinell {row})."
    ),
}
note = partial(said, SENTENCES)


class BudgetError(MethodError):
    """An election that cannot be counted."""


def wrong(code: str, field: str | None = None, row: int | None = None, **values: object) -> BudgetError:
    """The error of that code."""
    return BudgetError(note(code, field=field, row=row, **values), field=field, row=row)
