"""Words without their endings: light on purpose, for they only need to meet each other in a closed list."""

from functools import lru_cache

VOWELS = frozenset("aeiouy")
IRREGULAR = dict(
    pair.split("=")
    for pair in """
    went=go gone=go goes=go going=go got=get gotten=get lost=lose losing=lose felt=feel slept=sleep
    ate=eat eaten=eat drank=drink drunken=drink left=leave fell=fall fallen=fall fought=fight
    broke=break broken=break kept=keep thought=think taught=teach knew=know known=know
    children=child kids=child kid=child feet=foot teeth=tooth wives=wife women=woman men=man
    knives=knife dying=die died=die dies=die lying=lie bought=buy sold=sell told=tell said=say
    made=make came=come took=take taken=take gave=give given=give ran=run stole=steal stolen=steal
    wrote=write written=write spoke=speak spoken=speak spent=spend paid=pay saw=see seen=see
    froze=freeze frozen=freeze beaten=beat bitten=bite hidden=hide driven=drive drove=drive
    woke=wake woken=wake begun=begin lives=live leaves=leave shelves=shelf loaves=loaf mice=mouse
    grew=grow grown=grow threw=throw thrown=throw mam=mum mummy=mum mom=mum mums=mum daddy=dad
    nan=gran nana=gran granny=gran grandma=gran grandad=grandad grandpa=grandad hubby=husband
    missus=wife mates=friend mate=friend pals=friend burnt=burn burned=burn learnt=learn spelt=spell
    ageing=age aging=age cv=cv gps=gp docs=doctor used=use using=use owing=owe owed=owe
    stoned=stoned visiting=visit tablets=tablet
    """.split()
)
DOUBLED = frozenset("bdfgmnprt")
WELSH_IRREGULAR = dict(
    pair.split("=")
    for pair in """
    poeni=poeni poenus=poenus poenau=poen geni=geni canu=canu cari=cari rhoi=rhoi gwaith=gwaith
    gweithio=gwaith weithio=gwaith swyddi=swydd plant=plentyn traed=troed dwylo=llaw tai=ty cwn=ci
    meibion=mab
    """.split()
)
WELSH_ENDINGS = (
    "iadau", "iaid", "iau", "ion", "oedd", "odd", "ais", "au", "on", "io", "ydd", "ia", "ie",
    "u", "o", "i", "a", "e",
)  # fmt: skip


@lru_cache(maxsize=16384)
def english(word: str) -> str:
    """The stem of an English word: "worries", "worried" and "worry" are one, so are "mam" and "mum"."""
    word = IRREGULAR.get(word, word)
    if len(word) <= 3 or not word.isalpha():
        return word
    return _without_e(_without_ly(_without_ing(_without_s(word))))


def _without_s(word: str) -> str:
    if word.endswith(("ies", "ied")) and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _without_ing(word: str) -> str:
    for ending in ("ing", "ed"):
        start = word[: -len(ending)]
        if word.endswith(ending) and len(start) > 2 and not VOWELS.isdisjoint(start):
            twice = len(start) > 3 and start[-1] == start[-2] and start[-1] in DOUBLED
            return start[:-1] if twice else start + "e" if _is_clipped(start) else start
    return word


def _is_clipped(start: str) -> bool:
    """Three letters that lost an e: "car" of "caring", but not "eat", "box" or "play"."""
    outer, inner = VOWELS.isdisjoint(start[0] + start[2]), start[1] in VOWELS
    return len(start) == 3 and outer and inner and start[2] not in "wx"


def _without_ly(word: str) -> str:
    if word.endswith("ness") and len(word) > 6:
        word = word[:-4]
    return word[:-2] if word.endswith(("ly", "li")) and len(word) > 5 else word


def _without_e(word: str) -> str:
    if word.endswith("y") and len(word) > 3:
        return word[:-1] + "i"
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


@lru_cache(maxsize=16384)
def welsh(word: str) -> str:
    """The stem of a Welsh word as it stands in a dictionary: "dyledion" and "dyled" are one."""
    if word in WELSH_IRREGULAR:
        return WELSH_IRREGULAR[word]
    for ending in WELSH_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= (3 if len(ending) > 1 else 4):
            return word[: -len(ending)]
    return word
