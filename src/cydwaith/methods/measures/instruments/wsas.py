"""WSAS, the Work and Social Adjustment Scale."""

from ...words import Words
from ..instrument import Band, ChangeRule, Instrument, Item, MissingRule, Scale, Source
from .common import FROM_MEMORY, OUR_WELSH

MUNDT = Source("Mundt et al. 2002")
LOWEST = Words("0 - not at all", "0 - dim o gwbl")
HIGHEST = Words("8 - very severely", "8 - yn ddifrifol iawn")
RETIRED = Words(
    "I am retired, or I choose not to have a job for reasons that are not to do with my problem",
    "Rwyf wedi ymddeol, neu rwy'n dewis peidio â chael swydd am resymau nad ydynt yn ymwneud â'm problem",
)


def _item(key: str, en: str, cy: str, not_applicable: Words | None = None) -> Item:
    return Item(key, 0, 8, Words(en, cy), (), LOWEST, HIGHEST, not_applicable)


ITEMS = (
    _item("work", "my ability to work is impaired", "mae amhariad ar fy ngallu i weithio", RETIRED),
    _item(
        "home",
        "my home management (cleaning, tidying, shopping, cooking, looking after home or children, "
        "paying bills) is impaired",
        "mae amhariad ar fy ngallu i redeg y cartref (glanhau, tacluso, siopa, coginio, gofalu am y cartref "
        "neu blant, talu biliau)",
    ),
    _item(
        "social",
        "my social leisure activities (with other people, e.g. parties, bars, clubs, outings, visits, "
        "dating, home entertaining) are impaired",
        "mae amhariad ar fy ngweithgareddau hamdden cymdeithasol (gyda phobl eraill, e.e. partïon, "
        "tafarndai, clybiau, tripiau, ymweliadau, canlyn, croesawu pobl gartref)",
    ),
    _item(
        "private",
        "my private leisure activities (done alone, e.g. reading, gardening, collecting, sewing, "
        "walking alone) are impaired",
        "mae amhariad ar fy ngweithgareddau hamdden preifat (ar fy mhen fy hun, e.e. darllen, garddio, "
        "casglu, gwnïo, cerdded ar fy mhen fy hun)",
    ),
    _item(
        "relationships",
        "my ability to form and maintain close relationships with others, including those I live with, "
        "is impaired",
        "mae amhariad ar fy ngallu i ffurfio a chynnal perthynas agos ag eraill, gan gynnwys y rhai rwy'n "
        "byw gyda nhw",
    ),
)

WSAS = Instrument(
    key="wsas",
    version="5 items, 0-8",
    name=Words("Work and everyday life (WSAS)", "Gwaith a bywyd bob dydd (WSAS)"),
    licence="Free to use; shipped with attribution",
    sources=(MUNDT, Source("Rehabilitation Measures Database: free"), Source("Serenity WSAS form")),
    intro=Words(
        "Because of my health or my problem … Choose how much: 0 is not at all, 2 slightly, 4 definitely, "
        "6 markedly, 8 very severely.",
        "Oherwydd fy iechyd neu fy mhroblem … Dewiswch faint: 0 yw dim o gwbl, 2 ychydig, 4 yn bendant, "
        "6 yn amlwg, 8 yn ddifrifol iawn.",
    ),
    attribution=Words(
        "Work and Social Adjustment Scale, used with the permission of Professor I. Marks.",
        "Graddfa Addasu Gwaith a Chymdeithasol, a ddefnyddir gyda chaniatâd yr Athro I. Marks.",
    ),
    items=ITEMS,
    scales=(
        Scale(
            "total",
            Words("How much gets in the way", "Faint sy'n rhwystro"),
            tuple(item.key for item in ITEMS),
            0,
            40,
            "low",
            MissingRule(
                Words(
                    "Only the work question may be left, when the box under it is ticked.",
                    "Dim ond y cwestiwn am waith y gellir ei adael, pan fydd y blwch oddi tano wedi'i dicio.",
                ),
                FROM_MEMORY,
                at_most=1,
                only=("work",),
                not_applicable_only=True,
                headline="sum",
            ),
            bands=(
                Band("subclinical", 0, Words("little in the way", "fawr ddim yn rhwystro")),
                Band("significant", 10, Words("a good deal in the way", "cryn dipyn yn rhwystro")),
                Band(
                    "moderately_severe",
                    20,
                    Words("a great deal in the way", "llawer iawn yn rhwystro"),
                    above=True,
                ),
            ),
            bands_source=MUNDT,
            change=ChangeRule("important", 8, FROM_MEMORY),
        ),
    ),
    welsh_wording=OUR_WELSH,
)
