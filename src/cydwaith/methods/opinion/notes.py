"""What the opinion map says, and what it refuses."""

from functools import partial

from ..notes import MethodError, said
from ..words import Words

SENTENCES = {
    "not_a_vote": Words(
        "“{field}” has {value} in row {row}. A vote is 1 (agree), 0 (pass) or -1 (disagree).",
        "Mae {value} yn “{field}” yn rhes {row}. Pleidlais yw 1 (cytuno), 0 (pasio) neu -1 (anghytuno).",
    ),
    "no_votes": Words(
        "Nobody has voted on anything yet. Bring at least one vote.",
        "Does neb wedi pleidleisio ar ddim eto. Dewch ag o leiaf un bleidlais.",
    ),
    "not_a_matrix": Words(
        "“{field}” must have one row a person and one column a statement, every row as long (row {row}).",
        "Rhaid i “{field}” fod ag un rhes i bob person ac un golofn i bob gosodiad, "
        "pob rhes yr un hyd (rhes {row}).",
    ),
    "wrong_length": Words(
        "“{field}” has {given} entries and needs {wanted}, one for each.",
        "Mae {given} cofnod yn “{field}” ac mae angen {wanted}, un i bob un.",
    ),
    "unknown_state": Words(
        "“{field}” says {value} of statement {row}. It must be 1 (accepted), 0 (waiting) or -1 (rejected).",
        "Mae “{field}” yn dweud {value} am osodiad {row}. Rhaid iddo fod yn 1 (derbyniwyd), 0 (yn aros) "
        "neu -1 (gwrthodwyd).",
    ),
    "unknown_participant": Words(
        "“{field}” names {value}, who has cast no vote here.",
        "Mae “{field}” yn enwi {value}, sydd heb bleidleisio yma.",
    ),
    "unknown_statement": Words(
        "“{field}” names {value}, which is not among the statements.",
        "Mae “{field}” yn enwi {value}, sydd ddim ymhlith y gosodiadau.",
    ),
    "nobody_in_groups": Words(
        "“{field}” puts nobody in a group. Put at least one person in one.",
        "Dydy “{field}” ddim yn rhoi neb mewn grŵp. Rhowch o leiaf un person mewn un.",
    ),
    "out_of_range": Words(
        "“{field}” is {value}. Give a number from {low} to {high}.",
        "“{field}” yw {value}. Rhowch rif o {low} i {high}.",
    ),
    "too_few_people": Words(
        "Groups are not shown: {people} people have voted {votes} times or more, and {needed} are needed.",
        "Dydyn ni ddim yn dangos grwpiau: mae {people} o bobl wedi pleidleisio {votes} gwaith neu fwy, "
        "ac mae angen {needed}.",
    ),
    "no_groups": Words(
        "No groups were found in which every one has at least {needed} people. "
        "Look at what all agree on instead.",
        "Ddaethon ni ddim o hyd i grwpiau lle mae gan bob un o leiaf {needed} o bobl. "
        "Edrychwch ar yr hyn mae pawb yn cytuno arno.",
    ),
    "group_too_small": Words(
        "Groups are not shown: one of the groups given has fewer than {needed} people.",
        "Dydyn ni ddim yn dangos grwpiau: mae gan un o'r grwpiau a roddwyd lai na {needed} o bobl.",
    ),
    "not_apart": Words(
        "Groups are not shown: they stand {found:.2f} apart (silhouette), and {needed:.2f} is needed. "
        "People here differ by degrees, not in camps.",
        "Dydyn ni ddim yn dangos grwpiau: maent {found:.2f} ar wahân (silwét), ac mae angen {needed:.2f}. "
        "Mae pobl yma'n amrywio fesul gradd, nid mewn carfanau.",
    ),
    "not_stable": Words(
        "Groups are not shown: drawn again from the same people they agree only {found:.2f}, "
        "and {needed:.2f} is needed. More people or more votes would help.",
        "Dydyn ni ddim yn dangos grwpiau: o'u tynnu eto o blith yr un bobl, dim ond {found:.2f} maent yn "
        "cytuno, ac mae angen {needed:.2f}. Byddai mwy o bobl neu fwy o bleidleisiau o gymorth.",
    ),
    "stability_not_measured": Words(
        "Groups are not shown: how stable they are was not measured. Ask for resamples.",
        "Dydyn ni ddim yn dangos grwpiau: ni fesurwyd pa mor sefydlog ydyn nhw. Gofynnwch am ailsamplau.",
    ),
    "not_the_public": Words(
        "These are the people who took part. They are not a sample of anybody else.",
        "Dyma'r bobl a gymerodd ran. Dydyn nhw ddim yn sampl o neb arall.",
    ),
    "some_hidden": Words(
        "{hidden} statements have too few votes to show without picking somebody out.",
        "Mae rhy ychydig o bleidleisiau ar {hidden} o osodiadau i'w dangos heb ddatgelu rhywun.",
    ),
}
note = partial(said, SENTENCES)


def wrong(code: str, field: str | None = None, row: int | None = None, **values: object) -> MethodError:
    """The error of that code, naming the field and the row."""
    return MethodError(note(code, field=field, row=row, **values), field=field, row=row)
