"""What a weighted comparison says, assumes and refuses."""

from ..words import Words

SENTENCES = {
    "no_covariates": Words(
        "Say what makes the people compared alike: name covariates, an earlier outcome among them.",
        "Dywedwch beth sy'n gwneud y bobl a gymherir yn debyg: enwch gydnewidynnau, "
        "a chanlyniad cynharach yn eu plith.",
    ),
    "not_among_covariates": Words(
        "“{name}” is named as an earlier outcome or dated, and is not among the covariates. Add it to them.",
        "Mae “{name}” wedi'i enwi'n ganlyniad cynharach neu wedi'i ddyddio, ond dydy e ddim ymhlith y "
        "cydnewidynnau. Ychwanegwch ef atynt.",
    ),
    "no_earlier_outcome": Words(
        "No earlier outcome is among the covariates. Those who take part often differ in just that. "
        "Add the outcome as it was before the start.",
        "Does dim canlyniad cynharach ymhlith y cydnewidynnau. "
        "Yn hynny'n union y mae'r rhai sy'n cymryd rhan yn aml yn wahanol. "
        "Ychwanegwch y canlyniad fel yr oedd cyn y dechrau.",
    ),
    "covariate_after_start": Words(
        "“{name}” is dated after the start for {people} people, so the programme may have changed it. "
        "Use what was recorded before.",
        "Mae “{name}” wedi'i ddyddio ar ôl y dechrau i {people} o bobl, "
        "felly gallai'r rhaglen fod wedi'i newid. "
        "Defnyddiwch yr hyn a gofnodwyd cyn hynny.",
    ),
    "dates_not_given": Words(
        "The dates of these were not given, so it was not checked that they come before the start: {names}.",
        "Ni roddwyd dyddiadau'r rhain, felly ni wiriwyd eu bod yn dod cyn y dechrau: {names}.",
    ),
    "no_overlap": Words(
        "No weights make the others like those who took part: they do not overlap. "
        "Find people to compare with who could have taken part.",
        "Does dim pwysau sy'n gwneud y lleill yn debyg i'r rhai a gymerodd ran: "
        "dydyn nhw ddim yn gorgyffwrdd. "
        "Dewch o hyd i bobl i gymharu â nhw a allai fod wedi cymryd rhan.",
    ),
    "not_balanced": Words(
        "After weighting the groups still differ by more than {most} standard deviations in: {names}.",
        "Ar ôl pwysoli mae'r grwpiau'n dal i fod dros {most} gwyriad safonol ar wahân yn: {names}.",
    ),
    "few_effective": Words(
        "The weights leave as much as {effective} people to compare with. "
        "At least {needed} are needed (50, and a quarter of those who took part).",
        "Mae'r pwysau'n gadael cymaint â {effective} o bobl i gymharu â nhw. "
        "Mae angen o leiaf {needed} (50, a chwarter y rhai a gymerodd ran).",
    ),
    "placebo_fails": Words(
        "By the same sum the groups already differed in “{name}”, before anything began "
        "({low} to {high}). So the difference now cannot be put down to the programme. "
        "Find others to compare with, or more that tells them apart.",
        "Yn ôl yr un swm roedd y grwpiau eisoes yn wahanol yn “{name}”, cyn i ddim ddechrau "
        "({low} i {high}). Felly all neb briodoli'r gwahaniaeth nawr i'r rhaglen. "
        "Dewch o hyd i eraill i gymharu â nhw, neu ragor sy'n eu gwahaniaethu.",
    ),
    "placebo_not_run": Words(
        "No earlier outcome was left out to test the sum on, so it was not tested.",
        "Ni adawyd unrhyw ganlyniad cynharach allan i brofi'r swm arno, felly ni chafodd ei brofi.",
    ),
    "placebo_not_weighed": Words(
        "Without “{name}” the others could not be weighted, so the sum was not tested on it.",
        "Heb “{name}” doedd dim modd pwysoli'r lleill, felly ni phrofwyd y swm arno.",
    ),
    "nearest_neighbour_not_offered": Words(
        "Matching each person to the nearest is not offered: its answer depends on the order of the rows. "
        "Use weighting, which gives the same answer every time.",
        "Dydy paru pob person â'r agosaf ddim ar gael: mae'r ateb yn dibynnu ar drefn y rhesi. "
        "Defnyddiwch bwysoli, sy'n rhoi'r un ateb bob tro.",
    ),
}
ASSUMPTIONS = (
    Words(
        "People alike in what was recorded are alike in all else that matters.",
        "Mae pobl sy'n debyg yn yr hyn a gofnodwyd yn debyg ym mhopeth arall sy'n bwysig.",
    ),
    Words(
        "Everybody compared could have taken part.",
        "Gallai pawb a gymherir fod wedi cymryd rhan.",
    ),
    Words(
        "The outcome was found out in the same way for all.",
        "Canfuwyd y canlyniad yn yr un ffordd i bawb.",
    ),
)
COMPARISON = Words(
    "{treated} people who took part against {others} others, weighted to the same means "
    "(worth {effective:.0f} people of equal weight).",
    "{treated} o bobl a gymerodd ran yn erbyn {others} o rai eraill, wedi'u pwysoli i'r un cymedrau "
    "(cyfwerth â {effective:.0f} o bobl o'r un pwysau).",
)
UNADJUSTED = Words("The plain difference, without weights", "Y gwahaniaeth plaen, heb bwysau")
REGRESSION = Words("By regression on the same covariates", "Trwy atchweliad ar yr un cydnewidynnau")
OAXACA = Words(
    "Against what the others' own pattern predicts (Oaxaca and Blinder)",
    "Yn erbyn yr hyn y mae patrwm y lleill eu hunain yn ei ragweld (Oaxaca a Blinder)",
)
PLACEBO = Words(
    "The same sum on “{name}”, from before the start, where there should be nothing",
    "Yr un swm ar “{name}”, o gyfnod cyn y dechrau, lle na ddylai fod dim",
)
