"""ONS4, the four personal wellbeing questions of the Office for National Statistics."""

from ...words import Words
from ..instrument import Band, Better, Instrument, Item, Scale, Source
from .common import EACH_ALONE, FROM_MEMORY, OUR_WELSH

HIGH_BANDS = (
    Band("low", 0, Words("low", "isel")),
    Band("medium", 5, Words("medium", "canolig")),
    Band("high", 7, Words("high", "uchel")),
    Band("very_high", 9, Words("very high", "uchel iawn")),
)
ANXIETY_BANDS = (
    Band("very_low", 0, Words("very low", "isel iawn")),
    Band("low", 2, Words("low", "isel")),
    Band("medium", 4, Words("medium", "canolig")),
    Band("high", 6, Words("high", "uchel")),
)
NOT_AT_ALL = Words("0 - not at all", "0 - ddim o gwbl")
COMPLETELY = Words("10 - completely", "10 - yn llwyr")


def _item(key: str, words: Words, lowest: Words = NOT_AT_ALL, highest: Words = COMPLETELY) -> Item:
    return Item(key, 0, 10, words, lowest_words=lowest, highest_words=highest)


def _scale(key: str, words: Words, better: Better, bands: tuple[Band, ...]) -> Scale:
    return Scale(key, words, (key,), 0, 10, better, EACH_ALONE, bands, FROM_MEMORY)


ONS4 = Instrument(
    key="ons4",
    version="GSS harmonised standard",
    name=Words("Personal wellbeing (ONS4)", "Lles personol (ONS4)"),
    licence="Open Government Licence v3.0: the wording may be shipped",
    sources=(
        Source("GSS / Analysis Function personal wellbeing harmonised standard"),
        Source("ONS personal wellbeing FAQs: four separate scores, no composite"),
    ),
    intro=Words(
        "Next I would like to ask you four questions about your feelings on aspects of your life. "
        "There are no right or wrong answers. For each of these questions I'd like you to give an answer "
        "on a scale of 0 to 10, where 0 is 'not at all' and 10 is 'completely'.",
        "Nesaf, hoffwn ofyn pedwar cwestiwn i chi am eich teimladau ynghylch agweddau ar eich bywyd. "
        "Does dim atebion cywir nac anghywir. Ar gyfer pob un o'r cwestiynau hyn, hoffwn i chi roi ateb "
        "ar raddfa o 0 i 10, lle mae 0 yn golygu 'ddim o gwbl' a 10 yn golygu 'yn llwyr'.",
    ),
    items=(
        _item(
            "satisfied",
            Words(
                "Overall, how satisfied are you with your life nowadays?",
                "Yn gyffredinol, pa mor fodlon ydych chi ar eich bywyd y dyddiau hyn?",
            ),
        ),
        _item(
            "worthwhile",
            Words(
                "Overall, to what extent do you feel that the things you do in your life are worthwhile?",
                "Yn gyffredinol, i ba raddau ydych chi'n teimlo bod y pethau rydych chi'n eu gwneud yn eich "
                "bywyd yn werth chweil?",
            ),
        ),
        _item(
            "happy",
            Words(
                "Overall, how happy did you feel yesterday?",
                "Yn gyffredinol, pa mor hapus oeddech chi'n teimlo ddoe?",
            ),
        ),
        _item(
            "anxious",
            Words(
                'On a scale where 0 is "not at all anxious" and 10 is "completely anxious", overall, '
                "how anxious did you feel yesterday?",
                'Ar raddfa lle mae 0 yn golygu "ddim yn bryderus o gwbl" a 10 yn golygu "hollol bryderus", '
                "yn gyffredinol, pa mor bryderus oeddech chi'n teimlo ddoe?",
            ),
            Words("0 - not at all anxious", "0 - ddim yn bryderus o gwbl"),
            Words("10 - completely anxious", "10 - hollol bryderus"),
        ),
    ),
    scales=(
        _scale("satisfied", Words("Satisfied with life", "Bodlon ar fywyd"), "high", HIGH_BANDS),
        _scale(
            "worthwhile",
            Words("Things I do are worthwhile", "Mae'r hyn rwy'n ei wneud yn werth chweil"),
            "high",
            HIGH_BANDS,
        ),
        _scale("happy", Words("Happy yesterday", "Hapus ddoe"), "high", HIGH_BANDS),
        _scale("anxious", Words("Anxious yesterday", "Pryderus ddoe"), "low", ANXIETY_BANDS),
    ),
    welsh_wording=OUR_WELSH,
    cautions=("no_composite",),
)
