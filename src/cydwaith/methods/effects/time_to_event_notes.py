"""What is said of how long something took, and what is refused."""

from functools import partial

from ..notes import MethodError, said
from ..words import Words

SENTENCES = {
    "clock_not_stated": Words(
        "Say where the clock starts: “referral” or “assignment”.",
        "Dywedwch ble mae'r cloc yn dechrau: “referral” (atgyfeirio) neu “assignment” (dyrannu).",
    ),
    "immortal_time": Words(
        "The clock starts at “{clock}”. Whoever reached that point could not have had the event "
        "before it, so "
        "the programme looks better than it is. Start it at referral or assignment.",
        "Mae'r cloc yn dechrau ar “{clock}”. Doedd pwy bynnag a gyrhaeddodd hynny ddim yn gallu cael y "
        "digwyddiad cyn hynny, felly mae'r rhaglen yn edrych yn well nag y mae. Dechreuwch wrth atgyfeirio "
        "neu ddyrannu.",
    ),
    "too_many_lost": Words(
        "{percent:.0f}% were lost sight of in “{group}” before the end, and at most {most}% may be. The best "
        "and the worst case are given instead of one number. Find out what became of them.",
        "Collwyd golwg ar {percent:.0f}% yn “{group}” cyn y diwedd, a {most}% yw'r mwyaf a "
        "ganiateir. Rhoddir "
        "yr achos gorau a'r gwaethaf yn lle un rhif. Ceisiwch wybod beth ddaeth ohonynt.",
    ),
    "follow_up_too_short": Words(
        "Nobody in “{group}” was followed beyond {last:g}, and the question asks until {until:g}. "
        "Ask until {last:g} or sooner.",
        "Ddilynwyd neb yn “{group}” y tu hwnt i {last:g}, ac mae'r cwestiwn yn holi hyd {until:g}. "
        "Holwch hyd {last:g} neu'n gynharach.",
    ),
    "hazards_cross": Words(
        "A hazard ratio is not given: one group is ahead early and the other late (ratio {early:.2f}, then "
        "{late:.2f}), so one number would hide both. Use the mean time and the curves.",
        "Ni roddir cymhareb perygl: mae un grŵp ar y blaen yn gynnar a'r llall yn hwyr (cymhareb "
        "{early:.2f}, "
        "yna {late:.2f}), felly byddai un rhif yn cuddio'r ddau. Defnyddiwch yr amser cymedrig a'r "
        "cromliniau.",
    ),
    "hazard_ratio_competing": Words(
        "A hazard ratio is not given where something else can come first. Use the share by each time.",
        "Ni roddir cymhareb perygl lle gall rhywbeth arall ddod yn gyntaf. Defnyddiwch y gyfran "
        "erbyn pob adeg.",
    ),
    "hazard_ratio_two_groups": Words(
        "A hazard ratio needs exactly two groups, with the event in both.",
        "Mae angen dau grŵp yn union ar gymhareb perygl, gyda'r digwyddiad yn y ddau.",
    ),
    "one_minus_km": Words(
        "1 minus Kaplan-Meier is not given where something else can come first: it counts those people as if "
        "they could still have the event, and says too much. The cumulative incidence is given.",
        "Ni roddir 1 minws Kaplan-Meier lle gall rhywbeth arall ddod yn gyntaf: mae'n cyfrif y bobl "
        "hynny fel "
        "pe gallent gael y digwyddiad o hyd, ac yn dweud gormod. Rhoddir yr amlder cronnol.",
    ),
    "hazards_change": Words(
        "The hazard ratio is not the same early ({early:.2f}) and late ({late:.2f}). It is an "
        "average of both.",
        "Dydy'r gymhareb perygl ddim yr un fath yn gynnar ({early:.2f}) ac yn hwyr ({late:.2f}). "
        "Cyfartaledd o'r ddau ydyw.",
    ),
    "some_lost": Words(
        "{lost} people were lost sight of before the end. They are taken to be like those who stayed.",
        "Collwyd golwg ar {lost} o bobl cyn y diwedd. Cymerir eu bod yn debyg i'r rhai a arhosodd.",
    ),
    "no_log_rank": Words(
        "The log-rank test is not given where something else can come first.",
        "Ni roddir y prawf log-rank lle gall rhywbeth arall ddod yn gyntaf.",
    ),
    "no_events": Words("Nobody had the event in “{group}”.", "Chafodd neb y digwyddiad yn “{group}”."),
    "few_people": Words(
        "There are fewer than {needed} people in “{group}”. The interval is a rough guide.",
        "Mae llai na {needed} o bobl yn “{group}”. Canllaw bras yw'r cyfwng.",
    ),
    "negative_time": Words(
        "“{field}” is below 0 in row {row}. Nobody can have the event before the clock starts.",
        "Mae “{field}” yn is na 0 yn rhes {row}. All neb gael y digwyddiad cyn i'r cloc ddechrau.",
    ),
    "not_an_event": Words(
        "“{field}” must be 0 (not seen to happen), 1 (happened) or another whole number for each thing that "
        "came first. Row {row} has {value}.",
        "Rhaid i “{field}” fod yn 0 (heb ei weld yn digwydd), 1 (digwyddodd) neu rif cyfan arall am bob peth "
        "a ddaeth yn gyntaf. Yn rhes {row} mae {value}.",
    ),
    "wrong_until": Words("until must be above 0.", "Rhaid i until fod yn uwch na 0."),
    "time_outside": Words(
        "{value:g} is not between 0 and the end of the question.",
        "Dydy {value:g} ddim rhwng 0 a diwedd y cwestiwn.",
    ),
    "no_such_group": Words(
        "There is no group “{group}”. There are: {known}.",
        "Does dim grŵp “{group}”. Dyma'r rhai sydd: {known}.",
    ),
    "unknown_curve": Words(
        "The curve must be “survival”, “incidence” or “one_minus_km”.",
        "Rhaid i'r gromlin fod yn “survival”, “incidence” neu'n “one_minus_km”.",
    ),
}
EVERYBODY = "all"
MEAN_TIME = Words(
    "Mean time without the event, until {until:g}", "Amser cymedrig heb y digwyddiad, hyd {until:g}"
)
MEAN_SINCE = Words(
    "Mean time since the event, until {until:g}", "Amser cymedrig ers y digwyddiad, hyd {until:g}"
)
STILL = Words("Share without the event at {when:g}", "Cyfran heb y digwyddiad ar {when:g}")
HAD = Words("Share with the event by {when:g}", "Cyfran â'r digwyddiad erbyn {when:g}")
HAZARD = Words("Hazard ratio", "Cymhareb perygl")
OF = Words("{group}, everybody from the start of the clock.", "{group}, pawb o ddechrau'r cloc.")
AGAINST = Words("{group} against {other}.", "{group} o'i gymharu â {other}.")
RANDOMISED = Words(
    "People were put into groups by chance, and all are counted from then.",
    "Hap a roddodd bobl mewn grwpiau, a chyfrifir pawb o hynny ymlaen.",
)
ASSUMPTIONS = (
    Words(
        "People who were lost sight of would have gone on like those who were not.",
        "Byddai pobl y collwyd golwg arnynt wedi parhau fel y rhai na chollwyd.",
    ),
    Words("Everybody counts from {clock} on.", "Mae pawb yn cyfrif o {clock} ymlaen."),
)
CLOCKS = {
    "referral": Words("referral", "atgyfeirio"),
    "assignment": Words("assignment", "ddyrannu"),
}
LOST_LOW = Words(
    "If all who were lost in {group} never had the event, and all in {other} had it at once",
    "Pe na bai neb a gollwyd yn {group} yn cael y digwyddiad, a phawb yn {other} ar unwaith",
)
LOST_HIGH = Words(
    "If all who were lost in {group} had the event at once, and none in {other} ever",
    "Pe bai pawb a gollwyd yn {group} yn cael y digwyddiad ar unwaith, a neb yn {other} byth",
)
LOST_NEVER = Words("If nobody who was lost had the event", "Pe na bai neb a gollwyd yn cael y digwyddiad")
LOST_AT_ONCE = Words(
    "If everybody who was lost had the event at once", "Pe bai pawb a gollwyd yn cael y digwyddiad ar unwaith"
)
note = partial(said, SENTENCES)


def filled(words: Words, **values: object) -> Words:
    """Words with their blanks filled."""
    return Words(words.en.format(**values), words.cy.format(**values))


def wrong(code: str, field: str | None = None, row: int | None = None, **values: object) -> MethodError:
    """The error of that code."""
    return MethodError(note(code, field=field, row=row, **values), field=field, row=row)
