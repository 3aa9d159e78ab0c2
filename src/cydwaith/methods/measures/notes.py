"""What the methods say beside a number, and when they will not give one: code and sentence."""

from functools import partial

from ..notes import MethodError, Note, said
from ..words import Words

SENTENCES = {
    "unknown_instrument": Words(
        "There is no measure called “{instrument}” here. There are: {known}.",
        "Does dim mesur o'r enw “{instrument}” yma. Dyma'r rhai sydd yma: {known}.",
    ),
    "not_shipped": Words(
        "“{instrument}” is not here, because its licence does not let us share it.",
        "Dydy “{instrument}” ddim yma, am nad yw ei drwydded yn gadael i ni ei rannu.",
    ),
    "unknown_item": Words(
        "“{item}” is not a question of this measure. The questions are: {known}.",
        "Dydy “{item}” ddim yn un o gwestiynau'r mesur hwn. Y cwestiynau yw: {known}.",
    ),
    "wrong_count": Words(
        "There are {given} answers and {wanted} questions. Give one for each, or nothing for one left out.",
        "Nifer yr atebion: {given}. Nifer y cwestiynau: {wanted}. "
        "Rhowch un i bob un, neu ddim byd i un a adawyd allan.",
    ),
    "wrong_type": Words(
        "The answer to “{item}” must be a whole number from {lowest} to {highest}.",
        "Rhaid i'r ateb i “{item}” fod yn rhif cyfan o {lowest} i {highest}.",
    ),
    "out_of_range": Words(
        "The answer to “{item}” is {answer}. It must be from {lowest} to {highest}.",
        "Yr ateb i “{item}” yw {answer}. Rhaid iddo fod o {lowest} i {highest}.",
    ),
    "always_applies": Words(
        "“{item}” has no “does not apply” box. Give a number or leave it out.",
        "Does dim blwch “ddim yn berthnasol” ar gyfer “{item}”. Rhowch rif neu gadewch ef allan.",
    ),
    "nothing_answered": Words("No question was answered.", "Chafodd dim cwestiwn ei ateb."),
    "too_many_goals": Words(
        "Rate up to {at_most} goals at a time. There were {given}.",
        "Rhowch sgôr i hyd at {at_most} nod ar y tro. Roedd {given} yma.",
    ),
    "too_many_missing": Words(
        "There is no score, because these were left out: {items}. {rule}",
        "Does dim sgôr, am fod y rhain wedi'u gadael allan: {items}. {rule}",
    ),
    "not_scored_here": Words(
        "The questions of this measure are licensed and not held here. Only a change can be judged.",
        "Mae cwestiynau'r mesur hwn dan drwydded a dydyn nhw ddim yma. Dim ond newid y gellir ei farnu.",
    ),
    "made_up": Words(
        "{missing} of {items} answers are missing. The score is made up from the rest.",
        "Mae {missing} o {items} ateb ar goll. Mae'r sgôr wedi'i llunio o'r gweddill.",
    ),
    "partial": Words(
        "One question does not apply. The score is {sum} from the other {answered}. "
        "Made up to all {items} it would be {prorated}.",
        "Dydy un cwestiwn ddim yn berthnasol. Y sgôr yw {sum} o'r {answered} arall. "
        "O'i chodi i bob un o'r {items}, {prorated} fyddai'r sgôr.",
    ),
    "not_validated": Words(
        "These are our own questions. They have not been tested as a measure.",
        "Ein cwestiynau ni yw'r rhain. Dydyn nhw ddim wedi'u profi fel mesur.",
    ),
    "no_composite": Words(
        "Each answer stands alone. They are never added together.",
        "Mae pob ateb yn sefyll ar ei ben ei hun. Dydyn nhw byth yn cael eu hadio at ei gilydd.",
    ),
    "safety_item": Words(
        "There is an answer about being hurt or better off dead. Talk with the person before you close this.",
        "Mae ateb am gael niwed neu am feddwl y byddai'n well bod wedi marw. "
        "Siaradwch â'r person cyn cau hwn.",
    ),
    "no_published_threshold": Words(
        "There is no published threshold for how large a change counts.",
        "Does dim trothwy wedi'i gyhoeddi ar gyfer faint o newid sy'n cyfrif.",
    ),
    "different_instrument": Words(
        "The two readings are of different measures.", "Mae'r ddwy set o atebion i fesurau gwahanol."
    ),
    "different_version": Words(
        "The two readings are of different versions of the measure.",
        "Mae'r ddwy set o atebion i fersiynau gwahanol o'r mesur.",
    ),
    "different_language": Words(
        "The two readings were made in different languages.",
        "Mae'r ddwy set o atebion mewn ieithoedd gwahanol.",
    ),
    "different_items": Words(
        "The two readings answer different questions.", "Mae'r ddwy set o atebion i gwestiynau gwahanol."
    ),
    "not_compared": Words(
        "This is a category. It is shown as it is and not compared.",
        "Categori yw hwn. Mae'n cael ei ddangos fel y mae, heb ei gymharu.",
    ),
    "off_scale": Words(
        "A score of {value} is outside this measure, which runs from {lowest} to {highest}.",
        "Mae sgôr o {value} y tu allan i'r mesur hwn, sy'n rhedeg o {lowest} i {highest}.",
    ),
    "raw_not_metric": Words(
        "{value} is not a score of this measure. Convert the raw sum with the published table first.",
        "Dydy {value} ddim yn sgôr yn y mesur hwn. Troswch y swm crai gyda'r tabl cyhoeddedig yn gyntaf.",
    ),
    "not_a_number": Words("A score must be a number.", "Rhaid i sgôr fod yn rhif."),
    "needs_goals": Words(
        "Give both sets of goals, so that each goal is compared with itself.",
        "Rhowch y ddwy set o nodau, er mwyn cymharu pob nod ag ef ei hun.",
    ),
    "nothing_to_compare": Words("There is no first reading.", "Does dim set gyntaf o atebion."),
    "which_scale": Words(
        "This measure has more than one score. Say which: {known}.",
        "Mae gan y mesur hwn fwy nag un sgôr. Dywedwch pa un: {known}.",
    ),
    "same_person_twice": Words(
        "The same person has two readings at one point (row {row}). Give one for each person.",
        "Mae gan yr un person ddwy set o atebion ar un adeg (rhes {row}). Rhowch un i bob person.",
    ),
    "too_few_pairs": Words(
        "With a reading before and after: {pairs}. At least {needed} are needed for an average.",
        "Wedi ateb cyn ac ar ôl: {pairs}. Mae angen o leiaf {needed} i gael cyfartaledd.",
    ),
    "fewer_than_advised": Words(
        "With both readings: {pairs}. The authors advise at least {advised}.",
        "Wedi ateb y ddau dro: {pairs}. Mae'r awduron yn argymell o leiaf {advised}.",
    ),
    "low_response": Words(
        "Fewer than 6 in 10 who began have both readings. Those who answered may differ from the rest.",
        "O'r rhai a ddechreuodd, atebodd llai na 6 o bob 10 y ddau dro. "
        "Gall y rhai a atebodd fod yn wahanol i'r rhai na wnaeth.",
    ),
    "left_unpaired": Words(
        "Left out, because they have no reading before: {count}.",
        "Wedi'u gadael allan, am nad oes atebion cynharach: {count}.",
    ),
    "left_unlike": Words(
        "Left out, because the version, the language or the questions answered changed: {count}.",
        "Wedi'u gadael allan, am fod y fersiwn, yr iaith neu'r cwestiynau a atebwyd wedi newid: {count}.",
    ),
    "not_cause": Words(
        "This shows change. It does not show what caused it.",
        "Mae hyn yn dangos newid. Dydy hyn ddim yn dangos beth achosodd y newid.",
    ),
}

note = partial(said, SENTENCES)


class MeasureError(MethodError):
    """An answer, a reading or a question that cannot be used; ``item`` names the question."""

    def __init__(self, note: Note, item: str | None = None) -> None:
        super().__init__(note, field=item)
        self.item = item


class Unscorable(MeasureError):
    """The answers are right as far as they go, but too many are missing for a score."""


def wrong(code: str, item: str | None = None, **values: object) -> MeasureError:
    """The error of that code; the item's key also fills a ``{item}`` blank."""
    return MeasureError(note(code, item=item, **values), item)
