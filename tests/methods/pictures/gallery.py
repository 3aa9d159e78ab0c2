"""One picture of each shape, as the methods make them."""

from math import nan

from cydwaith.methods import pictures
from cydwaith.methods.pictures import Picture

WORDS = {"title": "How long people wait", "finding": "The wait fell by 3 days, and that is more than chance."}
MONTHS = [f"month {n}" for n in range(1, 15)]
VALUES = [9, 11, 10, 9, 12, 10, 11, 9, 10, 3, 2, 3, 18, 10]


def gallery() -> dict[str, Picture]:
    kinds = ["common_cause"] * 9 + ["improvement"] * 3 + ["concern", "common_cause"]
    return {
        "line": pictures.line(
            MONTHS,
            VALUES,
            mean=[9.0] * 14,
            lower=[4.0] * 14,
            upper=[14.0] * 14,
            kinds=kinds,
            target=8.0,
            **WORDS,
        ),
        "a bare line": pictures.line(MONTHS[:2], [1.0, nan], **WORDS),
        "bars": pictures.bars(
            [pictures.Bar("Men’s shed & garden", 12, "12 of 40"), pictures.Bar("A" * 60, 0)], **WORDS
        ),
        "intervals": pictures.intervals(
            [pictures.Interval("East", 2, -1, 5), pictures.Interval("All", 1.5, 0.2, 2.8, pooled=True)],
            unit="hours a week",
            **WORDS,
        ),
        "funnel": pictures.funnel(
            [
                pictures.FunnelDot(
                    f"p{n}", 20.0 * n, 0.5 + n / 50, 0.3, 0.7, 0.2, 0.75, "high" if n == 15 else ""
                )
                for n in range(1, 16)
            ],
            target=0.5,
            **WORDS,
        ),
        "survival": pictures.survival(
            [
                pictures.Steps("offered", [0, 4, 9], [1, 0.7, 0.4]),
                pictures.Steps("not offered", [0, 6], [1, 0.5]),
            ],
            unit="weeks",
            **WORDS,
        ),
        "love": pictures.love_plot(
            [pictures.Balance("age", -0.31, 0.001), pictures.Balance("black", 1.76, 0)], **WORDS
        ),
        "tornado": pictures.tornado(
            [pictures.Swing("drop-off", 800, 1600), pictures.Swing("effect", -200, 2400)],
            middle=1200,
            unit="pounds a person",
            **WORDS,
        ),
        "opinion": pictures.opinion_map(
            [pictures.Spot("A", -1, 0.5, 0.4, 31), pictures.Spot("B", 1.2, -0.5, 0.6, 24)], **WORDS
        ),
    }
