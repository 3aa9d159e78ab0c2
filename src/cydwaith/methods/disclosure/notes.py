"""What the disclosure rules say, and why they will not publish a number."""

from functools import partial

from ..notes import MethodError, said
from ..words import Words

SENTENCES = {
    "unknown_policy": Words(
        "There is no rule called “{policy}” here. There are: {known}.",
        "Does dim rheol o'r enw “{policy}” yma. Dyma'r rhai sydd yma: {known}.",
    ),
    "bad_tree": Words(
        "“{dimension}” must have one member at the top and a known parent for every other: see “{member}”.",
        "Rhaid i “{dimension}” fod ag un aelod ar y brig a rhiant hysbys i bob un arall: gweler “{member}”.",
    ),
    "no_dimensions": Words(
        "A table needs at least one dimension with two members.",
        "Mae angen o leiaf un dimensiwn â dau aelod ar dabl.",
    ),
    "unknown_member": Words(
        "Row {row}: “{member}” is not at the lowest level of “{dimension}”.",
        "Rhes {row}: dydy “{member}” ddim ar lefel isaf “{dimension}”.",
    ),
    "wrong_shape": Words(
        "Row {row} names {given} members; the table has {wanted} dimensions.",
        "Mae rhes {row} yn enwi {given} aelod; nifer dimensiynau'r tabl yw {wanted}.",
    ),
    "bad_count": Words(
        "Row {row}: a count must be a whole number from 0 up, not “{given}”.",
        "Rhes {row}: rhaid i gyfrif fod yn rhif cyfan o 0 i fyny, nid “{given}”.",
    ),
    "no_key": Words(
        "Rounding needs a secret key of at least 16 bytes, kept from one release to the next.",
        "Mae angen allwedd gudd o 16 beit o leiaf i dalgrynnu, un sy'n cael ei chadw o un "
        "cyhoeddiad i'r nesaf.",
    ),
    "no_rounding": Words(
        "This table cannot be rounded so that everything adds up and no cell moves by more than 4. "
        "Leave out one split.",
        "Does dim modd talgrynnu'r tabl hwn fel bod popeth yn adio a dim cell yn symud mwy na 4. "
        "Gadewch un rhaniad allan.",
    ),
    "cannot_hide": Words(
        "Hiding cells cannot keep “{cell}” from being worked out. Use rounding, or leave out one split.",
        "Ni all cuddio celloedd atal “{cell}” rhag cael ei gyfrifo. Talgrynnwch, neu gadewch un rhaniad "
        "allan.",
    ),
    "exact_nation": Words(
        "This rule prints national numbers exactly, and “{cell}” is 1 or 2: whoever is behind it can be "
        "found below. Use controlled rounding, or leave out one split.",
        "Mae'r rheol hon yn argraffu rhifau cenedlaethol yn union, ac 1 neu 2 yw “{cell}”: gellir dod o hyd "
        "i'r bobl y tu ôl iddo islaw. Defnyddiwch dalgrynnu rheoledig, neu gadewch un rhaniad allan.",
    ),
    "contradiction": Words(
        "No true numbers fit what was published under this rule. Check that the rule is the right one.",
        "Does dim rhifau go iawn yn cyd-fynd â'r hyn a gyhoeddwyd dan y rheol hon. "
        "Gwiriwch mai hon yw'r rheol gywir.",
    ),
    "no_person": Words(
        "Nobody is counted in “{cell}” at the lowest level of the table, so nobody can be taken out.",
        "Does neb wedi'i gyfrif yn “{cell}” ar lefel isaf y tabl, felly does dim modd tynnu neb allan.",
    ),
    "nothing_to_audit": Words(
        "Give at least one release to attack.", "Rhowch o leiaf un cyhoeddiad i ymosod arno."
    ),
    "unlike_releases": Words(
        "Every release of one audit needs the same dimensions in the same order.",
        "Mae angen yr un dimensiynau yn yr un drefn ym mhob cyhoeddiad mewn archwiliad.",
    ),
    "exact": Words(
        "“{cell}” can be worked out exactly: {low}.", "Mae modd cyfrifo “{cell}” yn union: {low}."
    ),
    "narrow": Words(
        "“{cell}” can be pinned to a range from {low} to {high}.",
        "Mae modd cyfyngu “{cell}” i ystod o {low} i {high}.",
    ),
    "group": Words(
        "Nearly everyone in “{group}” is in “{category}”: merge the group or drop the split.",
        "Mae bron pawb yn “{group}” yn “{category}”: unwch y grŵp neu gollyngwch y rhaniad.",
    ),
    "small_denominator": Words(
        "No rate: it needs at least {least} people below the line, and there are {given}.",
        "Dim cyfradd: mae angen o leiaf {least} o bobl o dan y llinell. Nifer yma: {given}.",
    ),
    "part_above_whole": Words(
        "No rate: the part ({part}) is larger than the whole ({whole}).",
        "Dim cyfradd: mae'r rhan ({part}) yn fwy na'r cyfan ({whole}).",
    ),
    "not_rounded": Words(
        "No rate: {field} is {given}. Work it out from rounded numbers only (multiples of 5).",
        "Dim cyfradd: {field} yw {given}. Cyfrifwch o rifau wedi'u talgrynnu yn unig (lluosrifau o 5).",
    ),
    "few_for_mean": Words(
        "No average: it needs at least {least} people, and there are {given}.",
        "Dim cyfartaledd: mae angen o leiaf {least} o bobl. Nifer yma: {given}.",
    ),
    "few_for_sum": Words(
        "No sum of money: it needs at least {least} who gave to it, and there are {given}.",
        "Dim swm o arian: mae angen o leiaf {least} a gyfrannodd. Nifer yma: {given}.",
    ),
    "dominated": Words(
        "No sum of money: the two largest are {share} per cent of it, more than {most}.",
        "Dim swm o arian: {share} y cant ohono yw'r ddau fwyaf, mwy na {most}.",
    ),
    "not_a_number": Words(
        "Row {row}: “{given}” is not a number from 0 up.",
        "Rhes {row}: dydy “{given}” ddim yn rhif o 0 i fyny.",
    ),
}

note = partial(said, SENTENCES)


class DisclosureError(MethodError):
    """A table, rule or number that cannot be published as asked."""


def refuse(
    code: str, *, field: str | None = None, at: int | None = None, **values: object
) -> DisclosureError:
    """The error of that code, naming field and row."""
    return DisclosureError(note(code, **values), field=field, row=at)
