"""Plain questions of a town: a telephone number, opening hours, the day for the bins. They speak of no need.

A question is plain only when nothing else is said in it: every word is one of those below or one that the
need list does not know. "The number of the council" is; "the number of the food bank" is not.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from .common import CANNOT, METHU, NO, NOBODY, NOT
from .reading import Token
from .words import roots

ASKED = """
phone number; telephone number; contact number; mobile number; number for; number of; numbers for
ring you
contact details; contact you; contact us; contact council; contact for; who contact
opening hours; opening times; opening; closed; closing; closing time
open now; open today; open tonight; open tomorrow; open on; open at; open until; open till; is open
are open; be open
what time; time is it; what day; which day; day is it; what date; which date; date; dates; what is date
times; timetable; timetables; departures; arrivals; delays
weather; forecast; rain; raining; snow; snowing; sunny; temperature; tide; tides; sunset; sunrise
directions; where is; where are; wheres; how far; how big; how long until; how many people
address of; address for; email address; change address; is address; postcode; postcodes
map; maps; list of everything; everything; all of them
bin; bins; rubbish; refuse; recycling; recycle; waste collection; collection; collected
garden waste; the tip; skip hire
pay council tax; council tax online; council tax band; council tax bands; council tax number
passport; passports; driving licence; driving license; tv licence; car tax; tax disc; mot
vote; votes; voting; elections; election; polling; councillor; councillors; mp; mayor; ward boundaries
planning application; planning applications; planning permission; building regulations
pothole; potholes; street light; street lights; street lighting; streetlight; streetlights
roadworks; road closure
parking; can park; parking permit; parking ticket; congestion charge; clean air zone
bank holiday; bank holidays; school holidays; term dates; christmas; easter; new year
cookies; privacy; privacy policy; terms and conditions; accessibility statement; this website
this site; this page; this app
log in; login; log on; sign in; sign up; log out; password; forgot password; forgotten password
reset password; username
fax; news; newsletter; newspaper; headlines
ticket; tickets; trains; train times; train station; bus times; bus station; flight; flights; airport
next bus; next train; last bus; last train; first bus; first train
meeting room; room hire; hire room; hall hire; book room; book hall
birth certificate; marriage certificate; library card
hello; hi; hiya; hey; good morning; good afternoon; good evening; good day; thank; thanks; bye; goodbye
who runs; who owns; who made; who are you; what does this do; how does this work; version

rhif ffon; rhif; rhif cyswllt; manylion cyswllt; cysylltu; manylion
oriau agor; amserau agor; amseroedd agor; ar agor; agor nawr; agor heddiw; agor yfory; ar gau; cau
amser cau
o gloch; pa amser; pa ddydd; pa ddiwrnod; pa ddyddiad; dyddiad; dyddiadau; amserau; amseroedd
amserlen; amserlenni
tywydd; rhagolygon; bwrw glaw; glaw; eira; tymheredd; llanw
cyfarwyddiadau; ble mae; lle mae; pa mor bell; pa mor fawr; faint sydd tan
cyfeiriad; cod post; map; mapiau; rhestr o popeth; popeth
bin; biniau; sbwriel; gwastraff; ailgylchu; casgliad; casgliadau; casglu; tomen
talu treth cyngor; treth cyngor ar lein; band treth cyngor
pasbort; trwydded yrru; trwydded gyrru; trwydded deledu; treth car
pleidlais; pleidleisio; etholiad; etholiadau; cynghorydd; cynghorwyr; aelod seneddol; maer
cais cynllunio; caniatad cynllunio; twll yn ffordd; tyllau yn ffordd; twll ffordd; golau stryd
goleuadau stryd; goleuadau
parcio; trwydded parcio; tocyn parcio
gwyl banc; gwyliau banc; gwyliau ysgol; dyddiadau tymor; nadolig; pasg; flwyddyn newydd
cwcis; preifatrwydd; polisi preifatrwydd; gwefan hon; gwefan; safle hwn; tudalen hon
mewngofnodi; allgofnodi; cyfrinair; anghofio cyfrinair; ailosod cyfrinair; enw defnyddiwr
newyddion; cylchlythyr; papur newydd
tocyn; tocynnau; trenau; tocynnau tren; amserau tren; gorsaf; amserau bws; amserau bysiau; maes awyr
bws nesaf; tren nesaf; bws olaf; tren olaf; bws cyntaf; tren cyntaf
ystafell gyfarfod; ystafell cyfarfod; llogi ystafell; bwcio ystafell; llogi neuadd
tystysgrif geni; tystysgrif priodas; cerdyn llyfrgell
helo; shwmae; sumae; smae; bore da; prynhawn da; noswaith dda; nos da; diolch
pwy rhedeg; pwy sy rhedeg; pwy syn rhedeg; pwy sydd berchen; pwy ydych
"""
BESIDE = """
i me my mine we us you your he she they the a an of for to in into on at from by with as and or if it its
this that these those there here is are was were be do does did will would could can should may when
where what which who whose how why whats wheres whens hows please get go going find tell show give see
look need want like know near nearest nearby next now today tomorrow tonight week weekend month monday
tuesday wednesday thursday friday saturday sunday morning afternoon evening very much many lot all any
local main right good new online apply application renew replace book booking report register change pay
check order copy form website page site council library museum gallery theatre cinema station town city
hall guildhall post office offices surgery reception receptionist leisure centre center sports swimming
pool school schools college high street road bridge car park bank cash machine cashpoint atm supermarket
market toilet toilets church court airport bus train tip dump room rooms meeting building area place
places village county ward number email phone mawr iawn yn y yr ac o ar am gan gyda fi mi fy eich chi ni
nhw hi fo fe ei eu ydy yw mae ydi ydw wyf oes sydd sy syn bod cael wneud gwneud beth ble lle pryd pwy pa
faint sut pam os gwelwch dda da plis hwn hon hyn yma yno nawr rwan heddiw yfory heno wythnos penwythnos
mis llun mawrth mercher iau gwener sadwrn sul dydd diwrnod bore prynhawn nesaf agosaf agos lleol eisiau
angen gwybod rhoi dangos dweud gweld cyrraedd mynd lein newydd newid talu adnewyddu cofrestru bwcio llogi
cais archebu ffurflen tan nes ffon e bost wedi cyngor llyfrgell amgueddfa oriel theatr sinema gorsaf tref
dinas neuadd swyddfa swyddfeydd meddygfa derbynfa canolfan hamdden chwaraeon pwll nofio ysgol ysgolion
coleg stryd fawr ffordd pont maes banc peiriant arian archfarchnad marchnad toiled toiledau eglwys llys
bws tren ystafell adeilad ardal pentref sir
"""
TOWNS = """
aberystwyth bangor barry birmingham bridgend bristol caernarfon cardiff carmarthen chester cwmbran holyhead
liverpool llandudno llanelli london manchester merthyr neath newport pontypridd rhyl swansea wrexham wales
abertawe bryste caerdydd caerfyrddin caergybi casnewydd cymru llundain lerpwl wrecsam
"""
SAID_WITH = frozenset((*BESIDE.split(), *TOWNS.split()))
REFUSING = frozenset((NOT, NO, CANNOT, NOBODY, METHU, "ddim"))


@cache
def _asked() -> dict[str, list[tuple[str, ...]]]:
    """What is asked for, by its first word."""
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for line in ASKED.splitlines():
        for phrase in filter(None, (tuple(one.split()) for one in line.split(";"))):
            found[phrase[0]].append(phrase)
    return found


def asks_a_fact(tokens: Sequence[Token]) -> bool:
    """Whether these words ask for something that anybody may look up, and say nothing else."""
    spelt = [(token.word, *roots(token.word)) for token in tokens]
    asked = {at for start in range(len(spelt)) for at in _asked_from(spelt, start)}
    return bool(asked) and all(at in asked or _is_beside(token, spelt[at]) for at, token in enumerate(tokens))


def _asked_from(spelt: Sequence[tuple[str, ...]], start: int) -> Iterable[int]:
    for first in spelt[start]:
        for phrase in _asked().get(first, ()):
            said = spelt[start : start + len(phrase)]
            if len(said) == len(phrase) and all(word in its for word, its in zip(phrase, said, strict=True)):
                yield from range(start, start + len(phrase))


def _is_beside(token: Token, spelt: tuple[str, ...]) -> bool:
    if token.word in REFUSING:
        return False
    return not token.forms or not SAID_WITH.isdisjoint(spelt)
