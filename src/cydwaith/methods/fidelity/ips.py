"""The IPS-25 scale by item numbers and our own short names; its wording is copyright and is not here.

Bands: 115-125 exemplary, 100-114 good, 74-99 fair, 73 or less not supported employment (IPS). Source:
Bond, Becker and Swanson (IPS Supported Employment Fidelity Scale, 2008); UK form for the band of fair.
"""

from ..words import Words
from .scale import Band, FidelityScale, Item

STAFFING = Words("Staffing", "Staffio")
ORGANISATION = Words("Organisation", "Trefniadaeth")
SERVICES = Words("Services", "Gwasanaethau")
COMPUTED = frozenset({1, 4, 6, 12, 15, 17, 19, 20, 21, 23, 24})
SECTIONS = ((3, STAFFING), (11, ORGANISATION), (25, SERVICES))
NAMES = (
    ("Size of caseload", "Maint y llwyth achosion"),
    ("Staff do employment work only", "Staff yn gwneud gwaith cyflogaeth yn unig"),
    ("One worker for every stage", "Un gweithiwr ar gyfer pob cam"),
    ("Part of a clinical team", "Rhan o dîm clinigol"),
    ("Often in touch with the clinical team", "Mewn cysylltiad aml â'r tîm clinigol"),
    ("Works with the jobcentre", "Gweithio gyda'r ganolfan waith"),
    ("A unit that works together", "Uned sy'n cydweithio"),
    ("What the supervisor does", "Beth mae'r goruchwyliwr yn ei wneud"),
    ("Nobody is turned away", "Does neb yn cael ei wrthod"),
    ("The whole agency looks to real jobs", "Yr asiantaeth gyfan yn anelu at swyddi go iawn"),
    ("Leaders back it", "Arweinwyr yn ei gefnogi"),
    ("Help with benefits and work", "Help gyda budd-daliadau a gwaith"),
    ("Telling an employer is talked through", "Trafod beth i'w ddweud wrth gyflogwr"),
    ("Learning from real work", "Dysgu o waith go iawn"),
    ("A quick start to the job search", "Dechrau cyflym i chwilio am swydd"),
    ("The person's wishes lead the search", "Dymuniadau'r person sy'n arwain y chwilio"),
    ("Often in touch with employers", "Mewn cysylltiad aml â chyflogwyr"),
    ("Good relations with employers", "Perthynas dda â chyflogwyr"),
    ("Different kinds of job", "Gwahanol fathau o swyddi"),
    ("Different employers", "Gwahanol gyflogwyr"),
    ("Ordinary, lasting jobs", "Swyddi cyffredin, parhaol"),
    ("Support in work that fits the person", "Cymorth mewn gwaith sy'n addas i'r person"),
    ("Support in work that does not run out", "Cymorth mewn gwaith nad yw'n dod i ben"),
    ("Out and about", "Allan yn y gymuned"),
    ("Keeps in touch", "Cadw mewn cysylltiad"),
)


def _section(number: int) -> Words:
    return next(words for last, words in SECTIONS if number <= last)


IPS_25 = FidelityScale(
    key="ips-25",
    version="2008",
    name=Words("IPS fidelity, 25 items", "Ffyddlondeb IPS, 25 eitem"),
    items=tuple(
        Item(str(number), Words(*name), _section(number), number in COMPUTED)
        for number, name in enumerate(NAMES, start=1)
    ),
    bands=(
        Band(25, Words("Not IPS", "Nid IPS")),
        Band(74, Words("Fair", "Gweddol")),
        Band(100, Words("Good", "Da")),
        Band(115, Words("Exemplary", "Rhagorol")),
    ),
    source="IPS Supported Employment Fidelity Scale, 2008",
)
