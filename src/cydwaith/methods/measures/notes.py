"""What the methods say beside a number, and when they will not give one: code and sentence."""

from dataclasses import dataclass

from .words import Words

SENTENCES = {
    "unknown_instrument": Words(
        "There is no measure called “{instrument}” here. There are: {known}.",
        "Does dim mesur o'r enw “{instrument}” yma. Mae: {known}.",
    ),
    "not_shipped": Words(
        "“{instrument}” is not here, because its licence does not let us share it.",
        "Nid yw “{instrument}” yma, am nad yw ei drwydded yn gadael i ni ei rannu.",
    ),
    "unknown_item": Words(
        "“{item}” is not a question of this measure. The questions are: {known}.",
        "Nid yw “{item}” yn gwestiwn yn y mesur hwn. Y cwestiynau yw: {known}.",
    ),
    "wrong_count": Words(
        "There are {given} answers and {wanted} questions. Give one for each, or nothing for one left out.",
        "Mae {given} ateb a {wanted} cwestiwn. Rhowch un ateb i bob un, neu ddim byd am un a adawyd allan.",
    ),
    "wrong_type": Words(
        "The answer to “{item}” must be a whole number from {lowest} to {highest}.",
        "Rhaid i'r ateb i “{item}” fod yn rhif cyfan o {lowest} i {highest}.",
    ),
    "out_of_range": Words(
        "The answer to “{item}” is {answer}. It must be from {lowest} to {highest}.",
        "Yr ateb i “{item}” yw {answer}. Rhaid iddo fod rhwng {lowest} a {highest}.",
    ),
    "always_applies": Words(
        "“{item}” has no “does not apply” box. Give a number or leave it out.",
        "Nid oes blwch “ddim yn berthnasol” ar gyfer “{item}”. Rhowch rif neu gadewch ef allan.",
    ),
    "nothing_answered": Words("No question was answered.", "Nid atebwyd unrhyw gwestiwn."),
    "too_many_goals": Words(
        "Rate up to {at_most} goals at a time. There were {given}.",
        "Sgoriwch hyd at {at_most} nod ar y tro. Roedd {given}.",
    ),
    "too_many_missing": Words(
        "There is no score, because these were left out: {items}. {rule}",
        "Does dim sgôr, oherwydd gadawyd y rhain allan: {items}. {rule}",
    ),
    "not_scored_here": Words(
        "The questions of this measure are licensed and not held here. Only a change can be judged.",
        "Mae cwestiynau'r mesur hwn dan drwydded ac nid ydynt yma. Dim ond newid y gellir ei farnu.",
    ),
    "made_up": Words(
        "{missing} of {items} answers are missing. The score is made up from the rest.",
        "Mae {missing} o {items} ateb ar goll. Mae'r sgôr wedi'i llunio o'r gweddill.",
    ),
    "partial": Words(
        "One question does not apply. The score is {sum} from the other {answered}. "
        "Made up to all {items} it would be {prorated}.",
        "Nid yw un cwestiwn yn berthnasol. Y sgôr yw {sum} o'r {answered} arall. "
        "O'i chodi i bob un o'r {items} byddai'n {prorated}.",
    ),
    "not_validated": Words(
        "These are our own questions. They have not been tested as a measure.",
        "Ein cwestiynau ni yw'r rhain. Nid ydynt wedi'u profi fel mesur.",
    ),
    "no_composite": Words(
        "Each answer stands alone. They are never added together.",
        "Mae pob ateb yn sefyll ar ei ben ei hun. Ni chânt byth eu hadio at ei gilydd.",
    ),
    "safety_item": Words(
        "There is an answer about being hurt or better off dead. Talk with the person before you close this.",
        "Mae ateb am gael niwed neu fod yn well o fod wedi marw. Siaradwch â'r person cyn cau hwn.",
    ),
    "no_published_threshold": Words(
        "There is no published threshold for how large a change counts.",
        "Nid oes trothwy cyhoeddedig ar gyfer faint o newid sy'n cyfrif.",
    ),
    "different_instrument": Words(
        "The two readings are of different measures.", "Mae'r ddau ddarlleniad o fesurau gwahanol."
    ),
    "different_version": Words(
        "The two readings are of different versions of the measure.",
        "Mae'r ddau ddarlleniad o fersiynau gwahanol o'r mesur.",
    ),
    "different_language": Words(
        "The two readings were made in different languages.",
        "Gwnaed y ddau ddarlleniad mewn ieithoedd gwahanol.",
    ),
    "different_items": Words(
        "The two readings answer different questions.", "Mae'r ddau ddarlleniad yn ateb cwestiynau gwahanol."
    ),
    "not_compared": Words(
        "This is a category. It is shown as it is and not compared.",
        "Categori yw hwn. Fe'i dangosir fel y mae ac ni chaiff ei gymharu.",
    ),
    "off_scale": Words(
        "A score of {value} is outside this measure, which runs from {lowest} to {highest}.",
        "Mae sgôr o {value} y tu allan i'r mesur hwn, sy'n rhedeg o {lowest} i {highest}.",
    ),
    "raw_not_metric": Words(
        "{value} is not a score of this measure. Convert the raw sum with the published table first.",
        "Nid yw {value} yn sgôr yn y mesur hwn. Troswch y swm crai â'r tabl cyhoeddedig yn gyntaf.",
    ),
    "not_a_number": Words("A score must be a number.", "Rhaid i sgôr fod yn rhif."),
    "needs_goals": Words(
        "Give both sets of goals, so that each goal is compared with itself.",
        "Rhowch y ddwy set o nodau, er mwyn cymharu pob nod ag ef ei hun.",
    ),
    "nothing_to_compare": Words("There is no first reading.", "Does dim darlleniad cyntaf."),
    "which_scale": Words(
        "This measure has more than one score. Say which: {known}.",
        "Mae gan y mesur hwn fwy nag un sgôr. Dywedwch pa un: {known}.",
    ),
    "same_person_twice": Words(
        "The same person has two readings at one point (row {row}). Give one for each person.",
        "Mae gan yr un person ddau ddarlleniad ar un adeg (rhes {row}). Rhowch un i bob person.",
    ),
    "too_few_pairs": Words(
        "With a reading before and after: {pairs}. At least {needed} are needed for an average.",
        "Â darlleniad cyn ac ar ôl: {pairs}. Mae angen o leiaf {needed} i gael cyfartaledd.",
    ),
    "fewer_than_advised": Words(
        "With both readings: {pairs}. The authors advise at least {advised}.",
        "Â'r ddau ddarlleniad: {pairs}. Mae'r awduron yn cynghori o leiaf {advised}.",
    ),
    "low_response": Words(
        "Fewer than 6 in 10 who began have both readings. Those who answered may differ from the rest.",
        "Mae gan lai na 6 o bob 10 a ddechreuodd y ddau ddarlleniad. "
        "Gall y rhai a atebodd fod yn wahanol i'r rhai na wnaeth.",
    ),
    "left_unpaired": Words(
        "Left out, because they have no reading before: {count}.",
        "Wedi'u gadael allan, am nad oes darlleniad cynharach: {count}.",
    ),
    "left_unlike": Words(
        "Left out, because the version, the language or the questions answered changed: {count}.",
        "Wedi'u gadael allan, am fod y fersiwn, yr iaith neu'r cwestiynau a atebwyd wedi newid: {count}.",
    ),
    "not_cause": Words(
        "This shows change. It does not show what caused it.",
        "Mae hyn yn dangos newid. Nid yw'n dangos beth a'i achosodd.",
    ),
}


@dataclass(frozen=True, slots=True)
class Note:
    """A code for machines and a sentence for people."""

    code: str
    words: Words

    def to_dict(self) -> dict[str, str]:
        """Code and both sentences."""
        return {"code": self.code, "en": self.words.en, "cy": self.words.cy}


def note(code: str, **values: object) -> Note:
    """The note of that code with its blanks filled."""
    sentence = SENTENCES[code]
    return Note(code, Words(sentence.en.format(**values), sentence.cy.format(**values)))


class MeasureError(ValueError):
    """An answer, a reading or a question that cannot be used.

    ``note`` has the code and the sentence in both languages; ``item`` names the question.
    """

    def __init__(self, note: Note, item: str | None = None) -> None:
        super().__init__(note.words.en)
        self.note = note
        self.item = item

    @property
    def code(self) -> str:
        """The code of what is wrong."""
        return self.note.code


class Unscorable(MeasureError):
    """The answers are right as far as they go, but too many are missing for a score."""


def wrong(code: str, item: str | None = None, **values: object) -> MeasureError:
    """The error of that code; the item's key also fills a ``{item}`` blank."""
    return MeasureError(note(code, item=item, **values), item)
