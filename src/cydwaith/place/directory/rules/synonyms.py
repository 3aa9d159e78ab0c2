"""Words that say the same, in English and Welsh, folded (see ``words.fold``): a small start.

The need list is where people's own words belong; this joins the two languages and short forms.
"""

GROUPS = (
    "choir cor singing canu",
    "debt debts dyled dyledion",
    "advice cyngor",
    "work gwaith job jobs swydd swyddi employment cyflogaeth",
    "money arian finance",
    "benefits budddaliadau welfare",
    "food bwyd",
    "garden gardening allotment gardd garddio rhandir",
    "walk walking cerdded",
    "football peldroed",
    "lonely loneliness unigrwydd unig isolation",
    "volunteer volunteering gwirfoddoli gwirfoddolwr",
    "health iechyd",
    "mental meddwl",
    "counselling counsellor cwnsela therapy therapi",
    "physio physiotherapy ffisio ffisiotherapi",
    "housing tai home cartref",
    "carer carers gofalwr gofalwyr",
    "child children plant plentyn",
    "school ysgol",
    "learn learning course courses dysgu cwrs cyrsiau",
    "welsh cymraeg gymraeg",
    "swim swimming nofio",
    "back cefn",
    "pain poen",
    "shed sied",
    "library llyfrgell",
    "transport cludiant bus bws",
    "computer digital cyfrifiadur digidol online",
    "older elderly henoed",
    "cook cooking coginio",
    "art arts crafts celf crefft",
    "gp doctor meddyg",
    "jobcentre canolfan",
)


def _index() -> dict[str, tuple[str, ...]]:
    groups = [tuple(group.split()) for group in GROUPS]
    return {word: tuple(w for w in group if w != word) for group in groups for word in group}


SAME: dict[str, tuple[str, ...]] = _index()
