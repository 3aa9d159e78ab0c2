"""What the effect of taking part says, assumes and refuses."""

from ..words import Words

SENTENCES = {
    "weak_offer": Words(
        "The offer hardly changed who took part (F {f}, and at least {needed} is needed). "
        "The effect of taking part cannot be worked out from it. Report the effect of the offer.",
        "Prin y newidiodd y cynnig pwy gymerodd ran (F {f}, ac mae angen o leiaf {needed}). "
        "Allwch chi ddim cyfrifo effaith cymryd rhan ohono. Adroddwch effaith y cynnig.",
    ),
}
ASSUMPTIONS = (
    Words(
        "The offer changed outcomes only by changing who took part.",
        "Dim ond trwy newid pwy gymerodd ran y newidiodd y cynnig ganlyniadau.",
    ),
    Words(
        "The offer put nobody off taking part.",
        "Wnaeth y cynnig ddim perswadio neb i beidio â chymryd rhan.",
    ),
    Words(
        "It speaks of people who take part when they are offered it and would not otherwise.",
        "Mae'n sôn am bobl sy'n cymryd rhan pan gânt gynnig ac na fyddent fel arall.",
    ),
)
COMPARISON = Words(
    "{first} people offered it against {second} not offered it; "
    "the offer raised taking part by {more:.1f} percentage points.",
    "{first} o bobl a gafodd gynnig yn erbyn {second} na chafodd; "
    "cododd y cynnig gyfran y rhai a gymerodd ran o {more:.1f} pwynt canran.",
)
OFFER = Words("The effect of the offer itself", "Effaith y cynnig ei hun")
ANDERSON_RUBIN = Words(
    "With an interval that holds however weak the offer is (Anderson and Rubin)",
    "Gyda chyfwng sy'n dal pa mor wan bynnag yw'r cynnig (Anderson a Rubin)",
)
