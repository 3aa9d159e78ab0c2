"""Small files in the very layouts that Ordnance Survey, ONS and others publish."""

import csv
import gzip
import io
import json
import re
import zipfile
from pathlib import Path

REAL = Path(__file__).resolve().parents[4] / "shared" / "data"

CODEPOINT_CF = """\
"CF10 1EP",10,318200,175860,"W92000004","","W11000029","","W06000015","W05001274"
"CF103AT",10,318266,176453,"W92000004","","W11000029","","W06000015","W05001274"
"CF63 1AA",50,311500,167800,"W92000004","","W11000029","","W06000014","W05000001"
"CF99 9ZZ",90,0,0,"W92000004","","","","",""
"""
CODEPOINT_BS = """\
"BS1 1AD",10,360205,173432,"E92000001","E19000002","E18000010","","E06000023","E05010907"
"BS1 4DJ",10,358638,172600,"E92000001","E19000002","E18000010","","E06000023","E05010892"
"""
METADATA = "ORDNANCE SURVEY\nPRODUCT: OS CODE-POINT_03.02\nCOPYRIGHT DATE: 20251020\n"

COMPACT = """\
postcode,quality,easting,northing,lad,ward,lsoa21_approx
CF10 1EP,10,318200,175860,W06000015,W05001274,W01001952
BS1 4DJ,10,358638,172600,E06000023,E05010892,E01033908
HR3 5AA,10,323000,242400,W06000023,W05001135,W01000446
LD7 1NB,10,331146,273449,E06000051,E05016032,E01029003
SY10 9AA,10,327900,328500,E06000051,E05009286,E01028922
"""

NSPL_COLUMNS = re.findall(
    r"\w+",
    "pcd pcd2 pcds dointr doterm usertype oseast1m osnrth1m osgrdind oa11 cty ced laua ward hlthau "
    "nhser ctry rgn pcon eer teclec ttwa pct itl park lsoa11 msoa11 wz11 ccg bua11 buasd11 ru11ind "
    "oac11 lat long lep1 lep2 pfa imd calncv stp",
)
ONSPD_COLUMNS = re.findall(
    r"\w+",
    "pcd7 pcd8 pcds dointr doterm cty25cd ced25cd lad25cd wd25cd parncp25cd usrtypind east1m north1m "
    "gridind hlth19cd nhser24cd ctry25cd rgn25cd pcon24cd lsoa11cd msoa11cd oa21cd lsoa21cd msoa21cd "
    "lat long icb25cd",
)

LSOA_WARD_COUNCIL = """\
lsoa21_name,lsoa21_code,ward24_name,ward24_code,ltla24_name,ltla24_code
Cardiff 049F,W01001952,Cathays,W05001274,Cardiff,W06000015
Cardiff 032H,W01002019,Cathays,W05001274,Cardiff,W06000015
Bristol 061B,E01033908,Central,E05010892,"Bristol, City of",E06000023
Powys 015D,W01000446,Hay,W05001135,Powys,W06000023
Shropshire 037B,E01029003,Clun,E05008156,Shropshire,E06000051
Shropshire 012C,E01028922,St Oswald,E05009286,Shropshire,E06000051
"""
LSOA_ICB = """\
lsoa21_name,lsoa21_code,sicbl24_name,sicbl24_code,sicbl24_code_nhs,icb24_name,icb24_code,icb24_code_nhs
Bristol 061B,E01033908,BNSSG,E38000222,15C,"NHS Bristol, N Somerset and S Gloucestershire ICB",E54000039,QUY
Shropshire 037B,E01029003,STW,E38000257,M2L0M,"NHS Shropshire, Telford and Wrekin ICB",E54000011,QOC
Shropshire 012C,E01028922,STW,E38000257,M2L0M,"NHS Shropshire, Telford and Wrekin ICB",E54000011,QOC
"""
COUNCIL_BOARD = """\
ltla21_code,ltla21_name,lhb22_code,lhb22_name
W06000015,Cardiff,W11000029,Cardiff and Vale University Health Board
W06000023,Powys,W11000024,Powys Teaching Health Board
"""
CHANGES = """\
lsoa11_name,lsoa11_code,change_code,lsoa21_name,lsoa21_code,ltla22_name,ltla22_code
Cardiff 049F,W01001952,U,Cardiff 049F,W01001952,Cardiff,W06000015
Cardiff 032B,W01001800,S,Cardiff 032H,W01002019,Cardiff,W06000015
Cardiff 050A,W01001801,M,Cardiff 050X,W01002020,Cardiff,W06000015
Cardiff 050B,W01001802,M,Cardiff 050X,W01002020,Cardiff,W06000015
"""
RURAL = """\
lsoa21_code,ruc21_code,classification,ruc
W01001952,UN1,Urban: Nearer to a major town or city,Urban
W01000446,RSF1,Smaller rural: Further from a major town or city,Rural
"""
POINTS = """\
lsoa21_code,lsoa21_name,lon,lat
W01001952,Cardiff 049F,-3.1790,51.4755
W01002019,Cardiff 032H,-3.1700,51.4900
E01033908,Bristol 061B,-2.5969,51.4517
W01000446,Powys 015D,-3.1252,52.0748
E01029003,Shropshire 037B,-3.0125,52.3548
E01028922,Shropshire 012C,-3.0709,52.8487
"""
WIMD = """\
lsoa11_code,IMD_decile,Income_decile,IMD_rank,Income_rank,IMD_score
W01001952,5,4,885,898,19.17
W01001800,7,6,1324,1045,12.21
W01001801,2,2,300,310,40.0
W01001802,3,3,500,510,30.0
"""
IOD = """\
lsoa21_code,IMD_decile,Income_decile,IMD_rank,Income_rank,IMD_score
E01033908,8,10,26525,33730,8.742
"""
INDICATORS = """\
lsoa21_code,income_domain_numerator,comparative_illness_and_disability_ratio_indicator
E01033908,20,26.702
"""


def square(west: float, south: float, size: float = 0.02) -> dict[str, object]:
    """A polygon in longitude and latitude."""
    east, north = west + size, south + size
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def boundaries(*places: tuple[str, str, float, float]) -> str:
    """GeoJSON of squares: code, name, west, south."""
    features = [
        {"type": "Feature", "properties": {"code": c, "name": n}, "geometry": square(w, s)}
        for c, n, w, s in places
    ]
    return json.dumps({"type": "FeatureCollection", "features": features})


CARDIFF_SQUARES = boundaries(
    ("W01001952", "Cardiff 049F", -3.19, 51.465), ("W01002019", "Cardiff 032H", -3.1699, 51.465)
)


def wide(columns: list[str], **cells: str) -> str:
    """One row of a wide ONS file."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow([cells.get(name, "") for name in columns])
    return out.getvalue()


def nspl() -> str:
    """NSPL as of November 2021: one live, one ended, one without a location."""
    live = {"pcds": "HR1 1AA", "dointr": "199002", "osgrdind": "1", "laua": "E06000019", "ward": "E05009489"}
    live |= {"lsoa11": "E01014010", "lat": "52.060745", "long": "-2.710027"}
    ended = {"pcds": "CF10 1EP", "dointr": "199002", "doterm": "201105", "osgrdind": "1", "laua": "W06000015"}
    ended |= {"ward": "W05000999", "lsoa11": "W01001800", "lat": "51.4757", "long": "-3.1792"}
    nowhere = {"pcds": "HR9 9WN", "dointr": "202109", "osgrdind": "9", "lat": "99.999999", "long": "0.000000"}
    return wide(NSPL_COLUMNS, **{n: n for n in NSPL_COLUMNS}) + "".join(
        wide(NSPL_COLUMNS, **row) for row in (live, ended, nowhere)
    )


def onspd() -> str:
    """ONSPD with the column names of 2025."""
    row = {"pcd7": "CF101EP", "pcds": "CF10 1EP", "dointr": "199002", "gridind": "1", "lad25cd": "W06000015"}
    row |= {"wd25cd": "W05001274", "lsoa11cd": "W01001800", "lsoa21cd": "W01001952"}
    row |= {"lat": "51.475764", "long": "-3.179209"}
    header = wide(ONSPD_COLUMNS, **{n: n.upper() for n in ONSPD_COLUMNS})
    return header + wide(ONSPD_COLUMNS, **row)


def write(folder: Path, name: str, text: str) -> Path:
    """A file, packed if its name says so."""
    path = folder / name
    path.write_bytes(gzip.compress(text.encode()) if name.endswith(".gz") else text.encode())
    return path


def codepoint_zip(folder: Path) -> Path:
    """The zip as Ordnance Survey publishes it."""
    path = folder / "codepo_gb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Data/CSV/cf.csv", CODEPOINT_CF)
        archive.writestr("Data/CSV/bs.csv", CODEPOINT_BS)
        archive.writestr("Doc/metadata.txt", METADATA)
        archive.writestr("Doc/licence.txt", "\u00a9 Crown".encode("latin-1"))
        archive.writestr("Doc/Code-Point_Open_Column_Headers.csv", "PC,PQ,EA\nPostcode,Quality,Eastings\n")
    return path


ALL = {
    "compact.csv.gz": (COMPACT, "postcodes-compact"),
    "cf.csv.gz": (CODEPOINT_CF, "codepoint-open"),
    "nspl.csv": (nspl(), "ons-postcodes"),
    "onspd.csv.gz": (onspd(), "ons-postcodes"),
    "wards.csv.gz": (LSOA_WARD_COUNCIL, "area-lookup"),
    "icb.csv.gz": (LSOA_ICB, "area-lookup"),
    "lhb.csv": (COUNCIL_BOARD, "area-lookup"),
    "changes.csv.gz": (CHANGES, "neighbourhood-changes"),
    "rural.csv.gz": (RURAL, "rural-urban"),
    "points.csv.gz": (POINTS, "neighbourhood-points"),
    "squares.geojson.gz": (CARDIFF_SQUARES, "boundaries"),
    "wimd.csv.gz": (WIMD, "deprivation"),
    "iod.csv.gz": (IOD, "deprivation"),
    "indicators.csv": (INDICATORS, "deprivation"),
}
