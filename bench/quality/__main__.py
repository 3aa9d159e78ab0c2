"""Do people find something right among the first five, in their own words?

``python -m bench quality [--feed FILE --judged FILE] [--json] [--misses]``. Without a feed, the invented
valley's. Ways: *keyword* takes the words as they are; *recognise-first* takes the first need guessed for
granted; *person-confirms* takes the right need if it is among the four shown, as a person would pick it;
*from-the-list* takes it always, as somebody who looks through the whole need list: the best there could be.
Wordings for needs that the feed has nothing right for are left out of the shares, and counted aloud.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from .scoring import Wording, grades_of, has_right, judged, ndcg, neutral, right_in_first, wordings

ROOT = Path(__file__).resolve().parents[2]
VALLEY = ROOT / "src/cydwaith/demo/data/directory.json"
VALLEY_JUDGED = Path(__file__).parent / "judged_cwm_teg.json"


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    words.add_argument("--feed", type=Path, default=VALLEY)
    words.add_argument("--judged", type=Path, default=VALLEY_JUDGED)
    words.add_argument("--json", action="store_true")
    words.add_argument(
        "--misses", action="store_true", help="list what found nothing right in the first five"
    )
    words.add_argument("--postgresql", action="store_true")
    options = words.parse_args()
    sys.path[:0] = [str(ROOT), str(ROOT / "src")]
    if options.postgresql:
        from tests.support import postgresql

        os.environ["CYDWAITH_DATABASE_URL"] = postgresql.start()
    with tempfile.TemporaryDirectory() as data:
        os.environ |= {"CYDWAITH_DATA": data, "DJANGO_SETTINGS_MODULE": "cydwaith.site.settings"}
        landed = take_in(Path(data), options.feed)
        result = {"services": landed} | measure(judged(options.judged))
    show(result, as_json=options.json, misses=options.misses)


def take_in(data: Path, feed_file: Path) -> int:
    """An empty place with this feed in its directory; how many services landed."""
    from cydwaith.cli import folder

    folder.prepare(data)
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, skip_checks=True)
    from cydwaith.kernel.actor import system
    from cydwaith.place.directory.commands import import_feed
    from cydwaith.standards.open_referral import feed, mapping

    pieces = feed.read(str(feed_file))
    report = import_feed(system("a benchmark"), source="bench", pieces=pieces, read=mapping.read)
    if not report.landed:
        sys.exit(f"Nothing of {feed_file} could be taken in: {report.problems[0].reason}")
    return report.landed


def measure(by_need: dict[str, dict[str, int]]) -> dict[str, Any]:
    """Ask every wording every way."""
    from .asking import WAYS, ask

    rows, recognised, misses, left_out = [], [], [], 0
    for wording in wordings():
        answer, grades = ask(wording), grades_of(wording, by_need)
        recognised.append((wording, answer.guesses))
        if not has_right(by_need[wording.needs[0]]):
            left_out += 1
            continue
        for way in WAYS:
            order = answer.shown[way]
            found = right_in_first(order, grades)
            rows.append((way, wording, float(found), ndcg(order, grades)))
            if not found:
                misses.append(_miss(way, wording, answer.guesses))
    return {
        "search": _shares(rows),
        "recognition": _recognition(recognised),
        "left_alone": _left_alone(),
        "left_out": left_out,
        "needs_without_a_right_service": [need for need, found in by_need.items() if not has_right(found)],
        "misses": misses,
    }


def _left_alone() -> dict[str, float]:
    """The share of wordings that speak of no need, and of which nothing is guessed, by language."""
    from cydwaith.kernel.actor import anonymous
    from cydwaith.place.needs.queries import recognise

    return {
        language: round(sum(not recognise(anonymous(language), said) for said in texts) / len(texts), 3)
        for language, texts in neutral().items()
    }


def _miss(way: str, wording: Wording, guesses: tuple[str, ...]) -> dict[str, Any]:
    return {"way": way, "words": wording.words, "needs": wording.needs, "guesses": guesses} | _kind(wording)


def _kind(wording: Wording) -> dict[str, str]:
    return {"language": wording.language, "style": wording.style}


def _shares(rows: Iterable[tuple[str, Wording, float, float]]) -> list[dict[str, Any]]:
    """Mean of both scores by way, style and language."""
    groups: dict[tuple[str, str, str], list[tuple[float, float]]] = defaultdict(list)
    for way, wording, found, gain in rows:
        groups[way, wording.style, wording.language].append((found, gain))
    return [
        {
            "way": way,
            "style": style,
            "language": language,
            "n": len(group),
            "right_in_first_five": round(sum(found for found, _ in group) / len(group), 3),
            "ndcg_at_10": round(sum(gain for _, gain in group) / len(group), 3),
        }
        for (way, style, language), group in groups.items()
    ]


def _recognition(rows: Iterable[tuple[Wording, tuple[str, ...]]]) -> list[dict[str, Any]]:
    """How often a need that is meant is guessed first, among the guesses, or nothing is guessed."""
    groups: dict[tuple[str, str], list[tuple[bool, bool, bool]]] = defaultdict(list)
    for wording, guesses in rows:
        meant = [guess in wording.needs for guess in guesses]
        groups[wording.style, wording.language].append((meant[:1] == [True], any(meant), not guesses))
    return [
        {"style": style, "language": language, "n": len(group)}
        | {
            name: round(sum(column) / len(group), 3)
            for name, column in zip(("first", "among_four", "nothing"), zip(*group, strict=True), strict=True)
        }
        for (style, language), group in groups.items()
    ]


def show(result: dict[str, Any], *, as_json: bool, misses: bool) -> None:
    """Print it; the misses only when asked for."""
    if as_json:
        kept = result if misses else {name: part for name, part in result.items() if name != "misses"}
        print(json.dumps(kept, ensure_ascii=False, indent=1))
        return
    print(f"{result['services']} services")
    print(f"{'way':16} {'style':8} {'in':3} {'n':>4}  right in first five  nDCG@10")
    for row in sorted(result["search"], key=lambda row: (row["language"] == "cy", row["style"] == "oblique")):
        print(
            f"{row['way']:16} {row['style']:8} {row['language']:3} {row['n']:>4}  "
            f"{row['right_in_first_five']:>19.3f}  {row['ndcg_at_10']:>7.3f}"
        )
    for row in result["recognition"]:
        print(
            f"{'recognition':16} {row['style']:8} {row['language']:3} {row['n']:>4}  "
            f"first {row['first']:.3f}  among four {row['among_four']:.3f}  nothing {row['nothing']:.3f}"
        )
    alone = ", ".join(f"{language} {share:.3f}" for language, share in result["left_alone"].items())
    print(f"wordings that speak of no need, left alone: {alone}")
    missing = ", ".join(result["needs_without_a_right_service"]) or "none"
    print(f"left out: {result['left_out']} wordings, for needs this feed has nothing right for: {missing}")
    if misses:
        for miss in result["misses"]:
            said = f"{miss['way']:16} {miss['style']:8} {miss['language']:3} {'/'.join(miss['needs']):30}"
            print(f"{said} “{miss['words']}”  guessed: {', '.join(miss['guesses']) or 'nothing'}")


if __name__ == "__main__":
    main()
