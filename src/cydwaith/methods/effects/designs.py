"""What each design can show. The wording and the strength go with the design; nobody chooses them."""

from collections.abc import Sequence

from ..result import Design, Strength
from ..words import Words

RANDOMISED = Design(
    "randomised",
    Words(
        "People were put into arms by chance. A difference beyond chance was caused by the arm.",
        "Hap a roddodd bobl mewn breichiau. Y fraich a achosodd unrhyw wahaniaeth y tu hwnt i hap.",
    ),
    Strength.A,
)
RANDOMISED_GROUPS = Design(
    "randomised_groups",
    Words(
        "Whole groups were put into arms by chance. A difference beyond chance was caused by the arm.",
        "Hap a roddodd grwpiau cyfan mewn breichiau. Y fraich a achosodd unrhyw wahaniaeth y tu hwnt i hap.",
    ),
    Strength.A,
)
TAKING_PART = Design(
    "taking_part",
    Words(
        "An offer was made by chance. This is the effect on people who take part because of the offer.",
        "Hap a benderfynodd pwy gafodd gynnig. Dyma'r effaith ar bobl sy'n cymryd rhan oherwydd y cynnig.",
    ),
    Strength.A,
)
RANDOMISATION_BROKEN = Design(
    "randomisation_broken",
    Words(
        "It began as a randomised comparison, and that no longer holds. It does not show a cause.",
        "Dechreuodd fel cymhariaeth ar hap, a dydy hynny ddim yn dal mwyach. Dydy hi ddim yn dangos achos.",
    ),
    Strength.E,
)
STAGGERED = Design(
    "staggered",
    Words(
        "Places started at different times. Those that had not started yet show what would have happened.",
        "Dechreuodd lleoedd ar adegau gwahanol. "
        "Mae'r rhai heb ddechrau eto'n dangos beth fyddai wedi digwydd.",
    ),
    Strength.B,
)
STAGGERED_APART = Design(
    "staggered_apart",
    Words(
        "Places started at different times, but they were moving apart before that. It is a weak sign only.",
        "Dechreuodd lleoedd ar adegau gwahanol, ond roedden nhw'n ymwahanu cyn hynny. Arwydd gwan yn unig.",
    ),
    Strength.D,
)
WEIGHTED = Design(
    "weighted",
    Words(
        "People who took part are compared with others, weighted to be alike in what was recorded. "
        "What was not recorded may explain the difference.",
        "Cymherir pobl a gymerodd ran ag eraill, wedi'u pwysoli i fod yn debyg yn yr hyn a gofnodwyd. "
        "Gall yr hyn na chofnodwyd esbonio'r gwahaniaeth.",
    ),
    Strength.C,
)
INTERRUPTED = Design(
    "interrupted",
    Words(
        "One series is compared with its own past. Something else at the same time may explain the change.",
        "Cymherir un gyfres â'i gorffennol ei hun. Gall rhywbeth arall ar yr un pryd esbonio'r newid.",
    ),
    Strength.C,
)
BEFORE_AFTER = Design(
    "before_after",
    Words(
        "This does not show the programme caused it.",
        "Dydy hyn ddim yn dangos mai'r rhaglen a'i hachosodd.",
    ),
    Strength.E,
)
TIME_TO_EVENT = Design(
    "time_to_event",
    Words(
        "This describes how long it took. By itself it does not show a cause.",
        "Mae hyn yn disgrifio faint o amser a gymerodd. Ar ei ben ei hun dydy e ddim yn dangos achos.",
    ),
    Strength.E,
)
NOT_OFFERED = Design(
    "not_offered",
    Words("This way of working it out is not offered.", "Dydy'r ffordd hon o'i gyfrifo ddim ar gael."),
    Strength.E,
)
POOLED = Words(
    "Results of several places put together. It is as strong as the weakest of them.",
    "Canlyniadau sawl lle wedi'u rhoi at ei gilydd. Mae mor gryf â'r gwannaf ohonynt.",
)
DESIGNS = {
    one.key: one
    for one in (
        RANDOMISED,
        RANDOMISED_GROUPS,
        TAKING_PART,
        RANDOMISATION_BROKEN,
        STAGGERED,
        STAGGERED_APART,
        WEIGHTED,
        INTERRUPTED,
        BEFORE_AFTER,
        TIME_TO_EVENT,
        NOT_OFFERED,
    )
}


def pooled_design(parts: Sequence[Design]) -> Design:
    """The design of results put together: as strong as the weakest; E when the parts' are not known."""
    return Design("pooled", POOLED, max((part.strength for part in parts), default=Strength.E))
