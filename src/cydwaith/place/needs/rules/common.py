"""Ordinary words, which tell little of what somebody needs, and words that mean no."""

from . import words
from .stems import english
from .words import fold

ENGLISH = """
club clubs group groups class classes course courses activity activities session sessions adults men women
the tablet tablets medicine help support advice service services centre center free near new
able about above across act add after again ago agree air allow almost along already also although
always among amount another answer any anybody anymore anyone anything anyway appear area around arrive
ask away baby bad bag ball base beat beautiful became because become bed before began begin behind
believe below best better between big black blue board boat body both bottle bottom box boy bread break
bring brother brought brown build building burn busy buy call came car card care carry case catch cause
centre certain chair chance change check child choose city class clean clear clock close cold colour
come common complete contain control cook cool corner cost could count country course cover cream cross
cry cup current cut dark date day dead deal dear decide deep different difficult dinner direct dirty
discover dish doctor dog done door double doubt down draw dream dress drink drive drop dry during each
early earth east easy eat edge eight either else empty end enough enter entire even evening ever every
everybody everyone everything exactly example except expect explain extra eye face fact fair fall family
far farm fast father favour fear feel feet fell few field fight figure fill final find fine finger
finish fire first fish fit five fix floor fly follow food foot force forget form forward found four free
fresh friend front full fun future game garden gave general gentle girl give glad glass go goes gold
gone good got grass great green grey ground group grow guess half hall hand hang happen happy hard hat
hate head hear heart heat heavy held hello here high hill hit hold hole home honest hope horse hot hour
house however huge hundred hurry hurt husband idea if important inside instead interest iron island
issue job join jump just keep kept key kids kill kind king kitchen knew know lady land large last late
later laugh lay lead learn least leave left leg less let letter level lie life lift light line list
listen little live local long look lose lost lot loud love low luck lunch machine made main make man
many map mark market matter may maybe mean meant measure meat meet member men middle might mile milk
mind minute miss moment money month moon more morning most mother mouth move much music must myself name
nearly neck need neighbour neither never new next nice night nine noise north nose note nothing notice
now number object often oh old once one only onto open opposite orange order other ought out outside
over own page paint pair paper parent park part party pass past pay people perhaps person phone pick
picture piece place plan plane plant play plenty point poor position possible power practice present
pretty price probably problem produce proper properly prove pull push put quality question quick quiet
quite race radio rain raise ran rather reach read ready real reason receive record red remember repeat
reply rest return rich ride right ring rise river road rock room round rule run sad safe said sail salt
same sand save saw say school sea seat second see seem seen self sell send sense sent separate serious
serve set settle seven several shall shape share sheep ship shoe shop short should shout show shut sick
side sight sign silver similar simple since sing single sir sister sit six size skin sky sleep slow
small smell smile snow soft sold son song soon sorry sort sound south space speak special speed spend
spoke spring square staff stage stairs stand star start state station stay step stick still stone stood
stop store storm story straight strange street strong student study stuff stupid subject such sudden
suggest summer sun support suppose sure surface surprise sweet swim system table tail take talk tall
taste tea teach team tell ten test than thank then these thick thin thing things think third those
though thought thousand three threw through throw thus ticket tie till time tiny tired today together
told tomorrow tonight took top total touch toward town trade train travel tree tried trip trouble true
trust try trying turn twelve twenty two type uncle under understand unit until upon use used useful
usual usually vegetable very view village visit voice wait walk wall warm warn wash waste watch water
wave way wear weather week weekend weight well went west wet whatever wheel whether while white whole
whose why wide wife wild will win wind window wine wing winter wish within without woman wonder wood
word work world worry worse worst worth wrong year years yellow yes yesterday yet young bit bits lots
something lately recently really actually basically mostly sometimes ones cheap near nearby somewhere
anywhere thanks please hiya folks guys pub bar band cards tour goat coat load loan moan soap rope bike
hike like mike bake cake lake rake sake bank rank tank blink link pink sink wink boil coil soil foil
plumbing plumber electrician broadband kettle sport report export import airport spare stare bowl
bowling holiday holidays beach hotel flight concert film movie pizza curry recipe forecast football
score news plumb tyre tyres engine exhaust garage mechanic repair website haircut salon wedding birthday
parking passport shes hes theyre its youre were whats thats theres heres wheres hows lets youve weve
theyve youll theyll id ill ive im gonna wanna gotta cos coz says saying going alright okay ok reckon
seems liked keeps wants wanted needs needed makes making taken taking gets given giving coming whoever
yourself himself herself themselves ourselves contact alive walking write writing
"""
WELSH = """
clwb clybiau grwp grwpiau dosbarth dosbarthiadau dysgu gwaith gweithio help cymorth cyngor canolfan arian
does ac am ar at bach bob bod bydd byddai byw cael cyn chi ddim ddoe ddod digon dim diwrnod dod dros
drwy drwyr dydd dyma dyna ef eich ein er ers eto fan fawr fel felly fod fy fynd gael gallu gan gen gweld
gwneud gwybod heb heddiw hefyd hi hoffi hon hyd hyn hynny iawn lle llawer mae mam math mawr mewn mor mwy
mynd neb nes newydd nid nhw nos nawr o oes oed ond pam pan pawb peth pethau pob pobl popeth pwy rhai
rhaid rhoi rhywle rhy sut sydd syn tan tua trwy tu un unrhyw wedi weithiau wneud wrth wythnos y ydw ydy
yma yna yno yw arna arnaf arnon ati iddo iddi i'w
sgen sgin sgynno efo gyda rwan nawr wrtha wrthi arno arni ers eto wastad bellach mwyach lan lawr fyny draw
nol mlaen ymlaen heno fory neithiwr wedyn munud awr oriau bore prynhawn noson nosweithiau mis misoedd wsnos
wthnos wythnosau blwyddyn blynyddoedd llynedd leni eleni dau dwy tri tair pedwar pedair pump chwech saith
wyth naw deg cyntaf olaf bron jyst jest wir hollol cwbl cwbwl popeth pethe arall eraill wahanol gwyn du coch
glas gwyrdd gwybod meddwl teimlo edrych ffeindio ffindo trio ceisio dechrau dechre parhau dal cadw gadael
rhoi dod cymryd cerdded siarad gofyn ateb dangos galw gorfod angen moyn syniad clem ots gwir amser lle rhwla
rhywle unman nunlle neb dyn dynes menyw gwr gwraig boi hogyn hogan bachgen merch hogia teulu mam dad tad
nain taid mamgu tadcu ty stafell drws stryd pentref pentre tre dre tref ffordd llaw gwely bwrdd car ffrind
ffrindiau plant plentyn ysgol poced rhybudd damwain swnio dyfodol
"""
COMMON_ENGLISH = frozenset(fold(ENGLISH + words.ENGLISH).split())
COMMON_WELSH = frozenset(fold(WELSH + words.WELSH).split())
COMMON_STEMS = frozenset(map(english, COMMON_ENGLISH))

NOT, CANNOT, NO, NOBODY, DDIM, METHU = "not", "cant", "no", "nobody", "ddim", "methu"
SAME = {
    **dict.fromkeys(("cannot", "couldnt", "unable", "carnt", "cant", "canny"), CANNOT),
    **dict.fromkeys(
        (
            "dont", "doesnt", "didnt", "isnt", "arent", "wasnt", "werent", "havent", "hasnt", "hadnt", "wont",
            "wouldnt", "aint", "never", "shouldnt", "nor", "neither", "dosnt", "dnt", "doent",
        ),
        NOT,
    ),
    **dict.fromkeys(("none", "without", "zero"), NO),
    **dict.fromkeys(("noone", "nobodys"), NOBODY),
    **dict.fromkeys(("dim", "nid", "nad", "heb", "byth", "erioed", "sdim", "sim", "smo", "sneb"), DDIM),
    **dict.fromkeys(("ffaelu", "ffili", "fethu", "ffaeli", "ffeili"), METHU),
    **dict.fromkeys(
        ("isio", "isho", "ishe", "eisie", "isie", "isia", "eisia", "moyn", "moen", "ishio", "isiau"), "eisiau"
    ),
    **dict.fromkeys(("gneud", "neud", "nneud", "wneud", "gnud"), "gwneud"),
    **dict.fromkeys(("deud", "gweud", "weud", "ddeud", "ddweud", "gweyd"), "dweud"),
    **dict.fromkeys(("dallt", "ddallt", "ddeall"), "deall"),
    **dict.fromkeys(("adra", "adre", "gatre", "gartre", "adref", "cartre"), "gartref"),
    **dict.fromkeys(("wath", "waeth"), "gwaeth"),
    **dict.fromkeys(("byta", "fyta", "fwyta"), "bwyta"),
    **dict.fromkeys(("helpo", "helpi"), "helpu"),
}  # fmt: skip
TOGETHER = {
    ("no", "one"): NOBODY,
    ("can", "not"): CANNOT,
    ("not", "able"): CANNOT,
    ("any", "more"): "anymore",
    ("no", "longer"): NOT,
    ("does", "dim"): DDIM,
    ("fedra", "ddim"): METHU,
    ("galla", "ddim"): METHU,
    ("dwi", "methu"): METHU,
    ("alla", "i", "ddim"): METHU,
    ("allai", "ddim"): METHU,
    ("alla", "ddim"): METHU,
    ("allaf", "ddim"): METHU,
    ("gallaf", "ddim"): METHU,
    ("fedra", "i", "ddim"): METHU,
    ("fedrai", "ddim"): METHU,
    ("ddim", "yn", "gallu"): METHU,
    ("ddim", "yn", "medru"): METHU,
}
PASSED_OVER = frozenset(
    "a an the my our your very really so just quite mine yr y ein eich fy am im i ive id".split()
)
DENIALS = frozenset({NOT, NO, DDIM})
BETWEEN = frozenset(
    "been be even at all feel feeling that any ever particularly too have had having is was do yn n wedi or "
    "and much bod a an got become becoming".split()
)
