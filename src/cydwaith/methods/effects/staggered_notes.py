"""What is said of places that began at different times, and what is refused."""

from functools import partial

from ..notes import MethodError, said
from ..words import Words

SENTENCES = {
    "two_way_refused": Words(
        "Two-way fixed effects are not offered. Where places began at different times they use places that "
        "had begun as the comparison, and can even turn the sign round. Ask for “group_time”.",
        "Dydyn ni ddim yn cynnig effeithiau sefydlog dwyffordd. Lle dechreuodd lleoedd ar adegau gwahanol "
        "maen nhw'n defnyddio lleoedd a oedd wedi dechrau fel cymhariaeth, a gallant hyd yn oed droi'r "
        "arwydd o chwith. Gofynnwch am “group_time”.",
    ),
    "anticipation_not_stated": Words(
        "Say for how long before the start people may have acted on what they knew would come: "
        "anticipation in units of time, 0 for not at all.",
        "Dywedwch am faint o amser cyn y dechrau y gallai pobl fod wedi gweithredu ar yr hyn y gwyddent "
        "oedd ar ddod: anticipation mewn unedau amser, 0 am ddim o gwbl.",
    ),
    "too_few_places": Words(
        "There are {units} places, and at least {needed} are needed. Add places, or describe each by itself.",
        "Mae {units} lle, ac mae angen o leiaf {needed}. Ychwanegwch leoedd, neu disgrifiwch bob un ar ei "
        "ben ei hun.",
    ),
    "too_few_untreated": Words(
        "{untreated} places can be compared with, and at least {needed} are needed. "
        "Add places that have not started.",
        "Mae {untreated} lle i gymharu â nhw, ac mae angen o leiaf {needed}. "
        "Ychwanegwch leoedd sydd heb ddechrau.",
    ),
    "too_few_started": Words(
        "{started} places started within the time measured, and at least {needed} are needed.",
        "Dechreuodd {started} lle o fewn yr amser a fesurwyd, ac mae angen o leiaf {needed}.",
    ),
    "place_mix_changed": Words(
        "{units} places were not measured every time, so the mix of places changed. Fill in what is missing, "
        "or ask for the places that are complete (drop_incomplete) and say why the others are not.",
        "Chafodd {units} lle mo'u mesur bob tro, felly newidiodd y gymysgedd o leoedd. Llenwch yr hyn sydd "
        "ar goll, neu gofynnwch am y lleoedd cyflawn (drop_incomplete) a dywedwch pam nad yw'r lleill felly.",
    ),
    "moving_apart": Words(
        "The places were moving apart before the start (p = {p:.3f}). The result is a weak sign only.",
        "Roedd y lleoedd yn ymwahanu cyn y dechrau (p = {p:.3f}). Arwydd gwan yn unig yw'r canlyniad.",
    ),
    "gap_before": Words(
        "The largest gap before the start ({gap:.4g}) is larger than the result ({effect:.4g}). "
        "The result is a weak sign only.",
        "Mae'r bwlch mwyaf cyn y dechrau ({gap:.4g}) yn fwy na'r canlyniad ({effect:.4g}). "
        "Arwydd gwan yn unig yw'r canlyniad.",
    ),
    "pretrend_not_tested": Words(
        "There is not enough from before the start to see whether the places were moving apart.",
        "Does dim digon o'r cyfnod cyn y dechrau i weld a oedd y lleoedd yn ymwahanu.",
    ),
    "incomplete_left_out": Words(
        "{units} places that were not measured every time were left out. If they differ, so may the result.",
        "Gadawyd allan {units} lle na chawsant eu mesur bob tro. Os ydyn nhw'n wahanol, gall y canlyniad "
        "fod hefyd.",
    ),
    "began_too_early": Words(
        "{units} places had begun before the first time that can be compared, and were left out.",
        "Roedd {units} lle wedi dechrau cyn yr adeg gyntaf y gellir ei chymharu, ac fe'u gadawyd allan.",
    ),
    "cells_without_comparison": Words(
        "{cells} results were left out, because fewer than {needed} places could be compared with.",
        "Gadawyd allan {cells} canlyniad, am fod llai na {needed} o leoedd i gymharu â nhw.",
    ),
    "small_groups": Words(
        "Fewer than {needed} places began at: {groups}. The interval may be too narrow there.",
        "Dechreuodd llai na {needed} o leoedd yn: {groups}. Gall y cyfwng fod yn rhy gul yno.",
    ),
    "unit_twice": Words(
        "“{field}” has the same unit at the same time twice (row {row}). Give each one row.",
        "Mae gan “{field}” yr un uned ar yr un adeg ddwywaith (rhes {row}). Rhowch un rhes i bob un.",
    ),
    "start_varies": Words(
        "{unit} has two different starts (row {row}). Give each unit one, and 0 for never.",
        "Mae gan {unit} ddau ddechrau gwahanol (rhes {row}). Rhowch un i bob uned, a 0 am byth.",
    ),
    "one_time_only": Words(
        "There is only one time. Give at least one before the start and one after it.",
        "Dim ond un adeg sydd. Rhowch o leiaf un cyn y dechrau ac un ar ei ôl.",
    ),
    "wrong_anticipation": Words(
        "Anticipation must be 0 or more, in units of time.",
        "Rhaid i anticipation fod yn 0 neu fwy, mewn unedau amser.",
    ),
    "unknown_control": Words(
        "The comparison must be “never” or “not_yet”.",
        "Rhaid i'r gymhariaeth fod yn “never” neu'n “not_yet”.",
    ),
    "unknown_estimator": Words(
        "The estimator must be “group_time”.", "Rhaid i'r amcangyfrifydd fod yn “group_time”."
    ),
    "too_large": Words(
        "There are {cells} results to work out for {units} units. Put starts and times together into longer "
        "periods.",
        "Mae {cells} canlyniad i'w gyfrifo ar gyfer {units} uned. Rhowch ddechreuadau ac adegau at ei gilydd "
        "mewn cyfnodau hirach.",
    ),
}
MEASURE = Words("The effect of starting", "Effaith dechrau")
COMPARISONS = {
    "never": Words(
        "The change in places that started, against places that never did over the same time.",
        "Y newid mewn lleoedd a ddechreuodd, o'i gymharu â lleoedd na ddechreuodd byth dros yr un amser.",
    ),
    "not_yet": Words(
        "The change in places that started, against places that had not started yet over the same time.",
        "Y newid mewn lleoedd a ddechreuodd, o'i gymharu â lleoedd heb ddechrau eto dros yr un amser.",
    ),
}
ASSUMPTIONS = (
    Words(
        "Without the programme, places that started would have changed as much as those compared with.",
        "Heb y rhaglen, byddai'r lleoedd a ddechreuodd wedi newid cymaint â'r rhai y cymherir â nhw.",
    ),
    Words(
        "What happens in one place does not change what happens in another.",
        "Dydy'r hyn sy'n digwydd mewn un lle ddim yn newid yr hyn sy'n digwydd mewn un arall.",
    ),
    Words(
        "A place that started does not stop.",
        "Dydy lle sydd wedi dechrau ddim yn peidio.",
    ),
)
NO_ANTICIPATION = Words(
    "Nobody acted on the programme before it started.", "Wnaeth neb weithredu ar y rhaglen cyn iddi ddechrau."
)
ANTICIPATION = Words(
    "Nobody acted on the programme earlier than {anticipation:g} before it started.",
    "Wnaeth neb weithredu ar y rhaglen yn gynharach na {anticipation:g} cyn iddi ddechrau.",
)
UNTESTED = Words(
    "Places started at different times, and whether they moved alike before that could not be seen.",
    "Dechreuodd lleoedd ar adegau gwahanol, a doedd dim modd gweld a oedden nhw'n symud yn debyg cyn hynny.",
)
OTHER_CONTROL = {
    "never": Words("Compared with places that had not started yet", "O'i gymharu â lleoedd heb ddechrau eto"),
    "not_yet": Words(
        "Compared only with places that never started", "O'i gymharu â lleoedd na ddechreuodd byth yn unig"
    ),
}
BY_GROUPS = Words(
    "Each group's mean, each group as large as it is", "Cymedr pob grŵp, pob grŵp yn ôl ei faint"
)
BY_EVENTS = Words("Each time since the start the same", "Pob adeg ers y dechrau yr un fath")
SINCE = Words("{event:+g} since the start", "{event:+g} ers y dechrau")
BEGAN = Words("Places that began at {group}", "Lleoedd a ddechreuodd yn {group}")
note = partial(said, SENTENCES)


def wrong(code: str, field: str | None = None, row: int | None = None, **values: object) -> MethodError:
    """The error of that code."""
    return MethodError(note(code, field=field, row=row, **values), field=field, row=row)
