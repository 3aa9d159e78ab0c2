"""What a randomised comparison says, assumes and refuses."""

from ..words import Words

SENTENCES = {
    "no_such_arm": Words(
        "Nobody is in arm “{arm}” by “{field}”. There are: {known}.",
        "Does neb ym mraich “{arm}” yn ôl “{field}”. Dyma'r rhai sydd: {known}.",
    ),
    "other_arms": Words(
        "{people} people in other arms were left out.",
        "Gadawyd {people} o bobl mewn breichiau eraill allan.",
    ),
    "allocation_outside": Words(
        "The share put into the first arm must be between 0 and 1, such as 0.5.",
        "Rhaid i'r gyfran a roddwyd yn y fraich gyntaf fod rhwng 0 ac 1, er enghraifft 0.5.",
    ),
    "allocation_not_stated": Words(
        "It was not said what share was to be in each arm, so the sizes of the arms were not checked.",
        "Ni ddywedwyd pa gyfran oedd i fod ym mhob braich, felly ni wiriwyd maint y breichiau.",
    ),
    "dates_not_stated": Words(
        "The dates of assignment and outcome were not both given, so their order was not checked.",
        "Ni roddwyd dyddiadau'r aseinio a'r canlyniad ill dau, felly ni wiriwyd eu trefn.",
    ),
    "some_not_known": Words(
        "The outcome of {people} people is not known. The bounds say how much that could change.",
        "Dydyn ni ddim yn gwybod canlyniad {people} o bobl. "
        "Mae'r ffiniau'n dweud faint y gallai hynny ei newid.",
    ),
    "not_as_assigned": Words(
        "{people} people are counted in another arm by “{arm}” than they were put into by “{assigned}”. "
        "Compare people by the arm that chance gave them; "
        "for those who took part, ask for the effect of taking part.",
        "Mae {people} o bobl yn cael eu cyfrif mewn braich arall yn ôl “{arm}” na'r un a gawsant yn ôl "
        "“{assigned}”. Cymharwch bobl yn ôl y fraich a roddodd hap iddynt; "
        "ar gyfer cymryd rhan, gofynnwch am effaith cymryd rhan.",
    ),
    "outcome_before_assignment": Words(
        "The outcome of {people} people is dated before they were put into an arm. "
        "An outcome must come after. Use a later one.",
        "Mae canlyniad {people} o bobl wedi'i ddyddio cyn iddynt gael eu rhoi mewn braich. "
        "Rhaid i ganlyniad ddod wedyn. Defnyddiwch un diweddarach.",
    ),
    "arm_sizes": Words(
        "{treated} of {units} are in the first arm, and about {expected} should be. "
        "Chance would do that less than once in 1,000 times. Find out who is missing and why.",
        "Mae {treated} o {units} yn y fraich gyntaf, a thua {expected} ddylai fod. "
        "Byddai hap yn gwneud hynny lai nag unwaith mewn 1,000 o weithiau. "
        "Canfyddwch pwy sydd ar goll a pham.",
    ),
    "outcome_not_known": Words(
        "The outcome is known for {percent}% of people, and at least 80% are needed. "
        "The bounds say what could be. Find more of the outcomes.",
        "Mae'r canlyniad yn hysbys i {percent}% o bobl, ac mae angen o leiaf 80%. "
        "Mae'r ffiniau'n dweud beth allai fod. Canfyddwch ragor o'r canlyniadau.",
    ),
    "outcome_known_apart": Words(
        "The outcome is known for {treated}% in the first arm and {control}% in the second. "
        "More than 5 points apart, those known are no longer alike. The bounds say what could be.",
        "Mae'r canlyniad yn hysbys i {treated}% yn y fraich gyntaf a {control}% yn yr ail. "
        "Dros 5 pwynt ar wahân, dydy'r rhai hysbys ddim yn debyg bellach. "
        "Mae'r ffiniau'n dweud beth allai fod.",
    ),
    "too_many_covariates": Words(
        "There are {covariates} covariates and only {people} people in “{group}”. Adjust for fewer.",
        "Mae {covariates} cydnewidyn a dim ond {people} o bobl yn “{group}”. Addaswch am lai.",
    ),
    "no_variation": Words(
        "The outcome does not vary, so chance cannot be told from anything else. Choose another outcome.",
        "Dydy'r canlyniad ddim yn amrywio, felly all neb wahaniaethu rhwng hap a dim arall. "
        "Dewiswch ganlyniad arall.",
    ),
    "limits_outside": Words(
        "The outcome in row {row} is {value}, outside the limits from {low} to {high}.",
        "Mae'r canlyniad yn rhes {row} yn {value}, y tu allan i'r terfynau o {low} i {high}.",
    ),
}
ASSUMPTIONS = (
    Words(
        "Chance alone decided who was in which arm, and nobody could change it.",
        "Hap yn unig a benderfynodd pwy oedd ym mha fraich, a doedd neb yn gallu ei newid.",
    ),
    Words(
        "One person's arm does not change another person's outcome.",
        "Dydy braich un person ddim yn newid canlyniad person arall.",
    ),
    Words(
        "Outcomes were found out in the same way in both arms.",
        "Canfuwyd y canlyniadau yn yr un ffordd yn y ddwy fraich.",
    ),
)
COMPARISON = Words(
    "{treated} people in “{first}” against {control} in “{second}”, as chance assigned them.",
    "{treated} o bobl yn “{first}” yn erbyn {control} yn “{second}”, fel y'u rhoddwyd gan hap.",
)
UNADJUSTED = Words("Without adjusting for covariates", "Heb addasu am gydnewidynnau")
EQUAL_SPREAD = Words(
    "If the spread were the same in both arms", "Pe bai'r gwasgariad yr un fath yn y ddwy fraich"
)
LOWEST = Words(
    "If every unknown outcome were the worst for the first arm ({low} there, {high} in the second)",
    "Pe bai pob canlyniad anhysbys y gwaethaf i'r fraich gyntaf ({low} yno, {high} yn yr ail)",
)
HIGHEST = Words(
    "If every unknown outcome were the best for the first arm ({high} there, {low} in the second)",
    "Pe bai pob canlyniad anhysbys y gorau i'r fraich gyntaf ({high} yno, {low} yn yr ail)",
)
