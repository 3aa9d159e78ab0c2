"""What results of several places say together, and what they refuse."""

from ..words import Words

SENTENCES = {
    "too_few_results": Words(
        "There are {results} results. At least 2 are needed to put any together.",
        "Mae {results} canlyniad. Mae angen o leiaf 2 i'w rhoi at ei gilydd.",
    ),
    "no_league_table": Words(
        "Places are not put in order. Most differences between them are chance. "
        "Look at each with its interval.",
        "Dydyn ni ddim yn rhoi lleoedd mewn trefn. Hap yw'r rhan fwyaf o'r gwahaniaethau rhyngddynt. "
        "Edrychwch ar bob un gyda'i gyfwng.",
    ),
    "error_not_above_0": Words(
        "The standard error in row {row} must be above 0.",
        "Rhaid i'r cyfeiliornad safonol yn rhes {row} fod yn fwy na 0.",
    ),
    "unequal_results": Words(
        "There are {estimates} estimates, {errors} standard errors and {places} names. Give as many of each.",
        "Mae {estimates} amcangyfrif, {errors} cyfeiliornad safonol a {places} enw. "
        "Rhowch yr un nifer o bob un.",
    ),
    "designs_not_stated": Words(
        "It was not said how each result came about, so they are together graded E.",
        "Ni ddywedwyd sut y cafwyd pob canlyniad, felly graddiwyd y cyfan gyda'i gilydd yn E.",
    ),
    "few_results": Words(
        "There are fewer than {needed} results, so how far places differ is hardly known.",
        "Mae llai na {needed} canlyniad, felly prin y gwyddom faint mae'r lleoedd yn amrywio.",
    ),
    "places_differ": Words(
        "The places differ by more than chance. The average hides that; "
        "look at where another place would lie.",
        "Mae'r lleoedd yn amrywio'n fwy na hap. Mae'r cyfartaledd yn cuddio hynny; "
        "edrychwch ble byddai lle arall.",
    ),
    "p_outside": Words(
        "Row {row} has {value}. A p-value is from 0 to 1.",
        "Yn rhes {row} mae {value}. Mae gwerth p o 0 i 1.",
    ),
    "level_outside": Words(
        "The level must be between 0 and 1, such as 0.05.",
        "Rhaid i'r lefel fod rhwng 0 ac 1, er enghraifft 0.05.",
    ),
}
ASSUMPTIONS = (
    Words(
        "Each place's result is right by itself, and they measure the same thing.",
        "Mae canlyniad pob lle yn gywir ynddo'i hun, ac maen nhw'n mesur yr un peth.",
    ),
    Words(
        "The places are some of many such places; results were not left out because of what they were.",
        "Mae'r lleoedd yn rhai o lawer o leoedd tebyg; "
        "ni adawyd canlyniadau allan oherwydd yr hyn oedden nhw.",
    ),
)
COMPARISON = Words("{places} results, each as it stands", "{places} canlyniad, pob un fel y mae")
FIXED = Words("If the effect were the same in every place", "Pe bai'r effaith yr un fath ym mhob lle")
ANOTHER = Words("Where another such place would lie", "Ble byddai lle arall o'r fath")
