"""What is drawn stands where its numbers say: read back from the shapes."""

import re
from xml.etree import ElementTree

import pytest

from cydwaith.methods import pictures

WORDS = {"title": "T", "finding": "F"}


def drawn(picture, tag):
    """The attributes of every shape of a kind, numbers as numbers."""
    root = ElementTree.fromstring(picture.svg())
    return [
        {
            key: float(value) if re.fullmatch(r"-?[\d.]+", value) else value
            for key, value in one.attrib.items()
        }
        for one in root.iter()
        if one.tag.endswith(f"}}{tag}") and not (tag == "rect" and "x" not in one.attrib)
    ]


def words(picture):
    root = ElementTree.fromstring(picture.svg())
    return {
        one.text: (float(one.get("x")), float(one.get("y")), one.get("text-anchor"))
        for one in root.iter()
        if one.tag.endswith("}text")
    }


def corners(polygon):
    return [tuple(map(float, pair.split(","))) for pair in polygon["points"].split()]


def test_points_of_a_line_stand_at_their_month_and_value():
    picture = pictures.line(["a", "b", "c"], [0.0, 5.0, 10.0], **WORDS)
    assert [(dot["cx"], dot["cy"]) for dot in drawn(picture, "circle")] == [(64, 250), (342, 142), (620, 34)]
    assert drawn(picture, "path")[0]["d"] == "M64.0 250.0 L342.0 142.0 L620.0 34.0"
    assert (picture.width, picture.height) == (640, 312)
    assert picture.rows == (
        ("a", "0", "", "", "", ""),
        ("b", "5", "", "", "", ""),
        ("c", "10", "", "", "", ""),
    )
    assert picture.headers == ("When", "Value", "Mean", "Lower limit", "Upper limit", "Signal")
    assert words(picture)["When"] == (620, 290, "end")
    assert words(picture)["Value"] == (8, 18, "start")
    assert words(picture)["10"] == (58, 39, "end")


def test_limits_are_drawn_dashed_and_a_target_is_named():
    kinds = ["concern", "improvement", "common_cause", "neutral_high"]
    picture = pictures.line(
        list("abcd"), [0.0, 10.0, 5.0, 5.0], mean=[5.0] * 4, lower=[1.0] * 4, upper=[9.0] * 4, kinds=kinds, target=8.0,
        kind_words={"concern": "worse"}, **WORDS,
    )  # fmt: skip
    mean, lower, upper, values = drawn(picture, "path")
    assert [one["d"].split()[1] for one in (mean, lower, upper, values)] == [
        "142.0",
        "228.4",
        "55.6",
        "250.0",
    ]
    assert ["stroke-dasharray" in one for one in (mean, lower, upper, values)] == [False, True, True, False]
    target = next(one for one in drawn(picture, "line") if one.get("stroke-dasharray") == "2 3")
    assert (target["x1"], target["x2"], target["y1"], target["y2"]) == (64, 620, 77.2, 77.2)
    assert words(picture)["Target"] == (620, 72.2, "end")
    # Down for concern, up for improvement, a diamond for neither; each again in the key, in a fixed order.
    marks = [corners(one) for one in drawn(picture, "polygon")]
    assert [len(one) for one in marks] == [3, 3, 4, 3, 3, 4]
    assert marks[0][0] == (64, 255.6)
    assert [one["fill"] for one in drawn(picture, "polygon")] == [
        "#b35900", "#1d70b8", "#505a5f", "#1d70b8", "#b35900", "#505a5f",
    ]  # fmt: skip
    assert words(picture)["improvement"] == (82, 312, "start")
    assert words(picture)["worse"] == (82, 332, "start")
    assert words(picture)["neutral_high"] == (82, 352, "start")
    assert marks[3][0] == (70, 301.4)
    assert picture.height == 372
    assert picture.rows[0] == ("a", "0", "5", "1", "9", "worse")


def test_a_target_beyond_the_values_is_inside_the_frame():
    picture = pictures.line(["a", "b"], [0.0, 1.0], target=10.0, **WORDS)
    assert [dot["cy"] for dot in drawn(picture, "circle")] == [250, 228.4]


def test_bars_begin_at_nought_and_the_longest_fills_the_room():
    rows = [pictures.Bar("a", 10, "10 of 40"), pictures.Bar("b", 5), pictures.Bar("c", 0)]
    picture = pictures.bars(rows, **WORDS)
    assert [(one["x"], one["y"], one["width"], one["height"]) for one in drawn(picture, "rect")] == [
        (200, 12, 360, 22), (200, 46, 180, 22), (200, 80, 0, 22),
    ]  # fmt: skip
    assert words(picture) == {
        "a": (192, 28, "end"), "10 of 40": (566, 28, "start"), "b": (192, 62, "end"), "5": (386, 62, "start"),
        "c": (192, 96, "end"), "0": (206, 96, "start"),
    }  # fmt: skip
    assert picture.height == 122
    assert (picture.headers, picture.rows[0]) == (("What", "Value", "Of"), ("a", "10", "10 of 40"))
    assert drawn(pictures.bars([pictures.Bar("a", 0)], **WORDS), "rect")[0]["width"] == 0
    assert pictures.bars([], **WORDS).height == 20


def test_an_interval_is_a_whisker_with_a_dot_and_the_pooled_one_a_diamond():
    rows = [pictures.Interval("a", 5, 0, 10), pictures.Interval("all", 5, 2.5, 7.5, pooled=True)]
    picture = pictures.intervals(rows, unit="hours", **WORDS)
    whiskers = [one for one in drawn(picture, "line") if one["y1"] == one["y2"]]
    assert [(one["x1"], one["x2"], one["y1"]) for one in whiskers] == [(220, 620, 24), (320, 520, 54)]
    assert [(one["cx"], one["cy"], one["r"]) for one in drawn(picture, "circle")] == [(420, 24, 5)]
    assert corners(drawn(picture, "polygon")[0])[0] == (420, 47)
    nothing = next(
        one for one in drawn(picture, "line") if one["stroke"] == "#0b0c0c" and one["x1"] == one["x2"]
    )
    assert (nothing["x1"], nothing["y1"], nothing["y2"], nothing["stroke-width"]) == (220, 8, 80, 2)
    assert words(picture)["a"] == (210, 29, "end")
    assert words(picture)["hours"] == (620, 120, "end")
    assert picture.height == 132
    assert (picture.headers, picture.rows[1]) == (
        ("What", "Estimate", "Low", "High"),
        ("all", "5", "2.5", "7.5"),
    )
    ratio = pictures.intervals(rows[:1], unit="", nothing=None, **WORDS)
    assert not [one for one in drawn(ratio, "line") if one["stroke"] == "#0b0c0c" and one["x1"] == one["x2"]]
    beyond = pictures.intervals([pictures.Interval("a", 15, 12, 20)], unit="", nothing=10.0, **WORDS)
    assert drawn(beyond, "circle")[0]["cx"] == 420


def test_a_funnel_has_its_limits_by_size_and_names_only_what_is_outside():
    dots = [
        pictures.FunnelDot("big", 100, 0.9, 0.4, 0.6, 0.3, 0.7, "high"),
        pictures.FunnelDot("small", 50, 0.5, 0.2, 0.8, 0.0, 1.0),
        pictures.FunnelDot("low", 0, 0.1, 0.2, 0.8, 0.0, 1.0, "low"),
    ]
    picture = pictures.funnel(dots, target=0.5, **WORDS)
    assert [(one["cx"], one["cy"]) for one in drawn(picture, "circle")] == [(342, 142)]
    up, down = sorted((corners(one) for one in drawn(picture, "polygon")), key=lambda one: -one[0][0])
    assert (up[0], down[0]) == ((620, 50), (64, 234))
    target = [one for one in drawn(picture, "line") if one["stroke"] == "#0b0c0c"]
    assert [(one["x1"], one["x2"], one["y1"]) for one in target] == [(64, 620, 142)]
    paths = [one["d"] for one in drawn(picture, "path")]
    wanted = {
        "M64.0 206.8 L342.0 206.8 L620.0 163.6", "M64.0 77.2 L342.0 77.2 L620.0 120.4",
        "M64.0 250.0 L342.0 250.0 L620.0 185.2", "M64.0 34.0 L342.0 34.0 L620.0 98.8",
    }  # fmt: skip
    assert set(paths) == wanted
    assert {"big", "low"} <= set(words(picture))
    assert "small" not in words(picture)
    assert picture.rows[0] == ("big", "100", "0.9", "0.4", "0.6", "0.3", "0.7", "high")
    assert picture.height == 300


def test_a_survival_curve_falls_in_steps_from_1_and_stays():
    groups = [pictures.Steps("a", [2, 4], [0.5, 0.25]), pictures.Steps("b", [0, 10], [0.8, 0.6])]
    picture = pictures.survival(groups, unit="weeks", **WORDS)
    one, other = drawn(picture, "path")
    assert one["d"] == "M64.0 34.0 L175.2 34.0 L175.2 142.0 L286.4 142.0 L286.4 196.0 L620.0 196.0"
    assert other["d"] == "M64.0 77.2 L64.0 77.2 L64.0 77.2 L620.0 77.2 L620.0 120.4"
    assert ("stroke-dasharray" in one, other["stroke-dasharray"]) == (False, "6 4")
    assert (words(picture)["a"], words(picture)["b"]) == ((112, 312, "start"), (112, 332, "start"))
    keys = [line for line in drawn(picture, "line") if line["y1"] > 300]
    assert [(line["x1"], line["x2"], line["y1"], line["stroke-width"]) for line in keys] == [
        (64, 104, 307, 2), (64, 104, 327, 2),
    ]  # fmt: skip
    assert picture.height == 352
    assert picture.rows == (("a", "2", "0.5"), ("a", "4", "0.25"), ("b", "0", "0.8"), ("b", "10", "0.6"))
    assert picture.headers == ("Group", "Time", "Share")
    assert [line["stroke"] for line in keys] == ["#0b0c0c", "#1d70b8"]
    assert ["stroke-dasharray" in line for line in keys] == [False, True]
    assert words(picture)["weeks"] == (620, 290, "end")
    nobody = pictures.survival([pictures.Steps("a", [], [])], unit="weeks", **WORDS)
    assert drawn(nobody, "path")[0]["d"] == "M342.0 34.0"
    four = [pictures.Steps(str(n), [1], [0.5]) for n in range(4)]
    assert (
        len(
            {
                str(one.get("stroke-dasharray"))
                for one in drawn(pictures.survival(four, unit="", **WORDS), "path")
            }
        )
        == 4
    )


def test_a_tornado_has_a_hollow_half_to_the_low_end_and_a_filled_one_to_the_high():
    rows = [pictures.Swing("narrow", 4, 6), pictures.Swing("wide", 10, 0)]
    picture = pictures.tornado(rows, middle=5, unit="pounds", **WORDS)
    boxes = drawn(picture, "rect")[:4]
    assert [(one["x"], one["y"], one["width"], one["fill"]) for one in boxes] == [
        (420, 12, 200, "#ffffff"), (220, 12, 200, "#1d70b8"), (380, 46, 40, "#ffffff"), (420, 46, 40, "#1d70b8"),
    ]  # fmt: skip
    middle = next(one for one in drawn(picture, "line") if one["stroke"] == "#0b0c0c")
    assert (middle["x1"], middle["x2"], middle["y1"], middle["y2"]) == (420, 420, 8, 84)
    key = [(one["x"], one["y"], one["width"], one["height"]) for one in drawn(picture, "rect")[4:]]
    assert key == [(220, 112, 14, 14), (350, 112, 14, 14)]
    found = words(picture)
    assert (found["wide"], found["narrow"]) == ((210, 28, "end"), (210, 62, "end"))
    assert (found["At its low"], found["At its high"]) == ((240, 124, "start"), (370, 124, "start"))
    assert found["pounds"] == (620, 124, "end")
    assert (picture.rows, picture.height) == ((("wide", "10", "0"), ("narrow", "4", "6")), 136)


def test_a_love_plot_has_a_ring_before_and_a_dot_after_whatever_the_sign():
    picture = pictures.love_plot(
        [pictures.Balance("age", -0.5, 0.25), pictures.Balance("sex", 1, 0)], **WORDS
    )
    marks = [(one["cx"], one["cy"], one["fill"], one["r"]) for one in drawn(picture, "circle")]
    assert marks == [
        (400, 24, "#ffffff", 5), (290, 24, "#0b0c0c", 5), (620, 52, "#ffffff", 5), (180, 52, "#0b0c0c", 5),
        (184, 111, "#ffffff", 5), (304, 111, "#0b0c0c", 5),
    ]  # fmt: skip
    bar = next(one for one in drawn(picture, "line") if one.get("stroke-dasharray") == "6 4")
    assert (bar["x1"], bar["x2"], bar["y1"], bar["y2"], bar["stroke-width"]) == (224, 224, 8, 76, 2)
    assert bar["stroke"] == "#b35900"
    found = words(picture)
    assert (found["age"], found["Before"], found["After"]) == (
        (170, 29, "end"),
        (196, 116, "start"),
        (316, 116, "start"),
    )
    assert (picture.height, picture.rows[0], picture.headers) == (
        128,
        ("age", "-0.5", "0.25"),
        ("Covariate", "Before", "After"),
    )
    strokes = [one["stroke"] for one in drawn(picture, "circle") if "stroke" in one]
    assert strokes == ["#505a5f"] * 3
    alike = pictures.love_plot([pictures.Balance("age", 0, 0)], **WORDS)
    assert next(one for one in drawn(alike, "line") if one.get("stroke-dasharray"))["x1"] == 400


def test_a_group_on_the_map_is_a_ring_as_wide_as_it_spreads_with_a_mark_of_its_own():
    spots = [pictures.Spot("A", -1, 0.5, 1, 31), pictures.Spot("B", 1, -0.5, 0.01, 24)]
    picture = pictures.opinion_map(spots, **WORDS)
    rings = [(one["cx"], one["cy"], one["r"]) for one in drawn(picture, "circle") if one["fill"] == "none"]
    assert rings == [(125, 167.5, 85), (295, 252.5, 6)]
    assert [
        (one["cx"], one["cy"], one["r"]) for one in drawn(picture, "circle") if one["fill"] != "none"
    ] == [(125, 167.5, 6)]
    assert corners(drawn(picture, "polygon")[0])[0] == (289, 246.5)
    axes = [(one["x1"], one["y1"], one["x2"], one["y2"]) for one in drawn(picture, "line")]
    assert axes == [(40, 210, 380, 210), (210, 380, 210, 40)]
    assert words(picture)["A (31)"] == (125, 155.5, "middle")
    assert (picture.width, picture.height, picture.rows[1]) == (420, 420, ("B", "1", "-0.5", "24"))
    assert picture.headers == ("Group", "Across", "Up", "People")
    six = pictures.opinion_map([pictures.Spot(str(n), 0, 0, 1, 1) for n in range(6)], **WORDS)
    strokes = [one["stroke"] for one in drawn(six, "circle") if one["fill"] == "none"]
    assert len(set(strokes)) == 5
    assert strokes[5] == strokes[0]
    assert pictures.opinion_map([], **WORDS).rows == ()
    middle = pictures.opinion_map([pictures.Spot("A", 0, 0, 0, 9)], **WORDS)
    assert words(middle)["A (9)"] == (210, 198, "middle")
    assert 'font-weight="bold">A (9)' in middle.svg()
    assert [(one["x1"], one["x2"]) for one in drawn(middle, "line")] == [(40, 380), (210, 210)]


def test_a_named_place_is_named_toward_the_middle():
    dots = [pictures.FunnelDot(f"p{x}", x, 0.9, 0.4, 0.6, 0.0, 1.0, "high") for x in (0, 50, 100)]
    found = words(pictures.funnel(dots, target=0.5, **WORDS))
    assert found["p0"] == (72, 49.6, "start")
    assert found["p50"] == (350, 49.6, "start")
    assert found["p100"] == (612, 49.6, "end")


def test_a_figure_holds_the_drawing_its_finding_and_its_table():
    picture = pictures.bars([pictures.Bar("a & b", 1.5, "3 of 2")], title="How <long>", finding="More & more")
    figure = ElementTree.fromstring(picture.figure("Y rhifau"))
    assert [one.tag.rpartition("}")[2] for one in figure] == ["svg", "figcaption", "details"]
    assert figure.find("figcaption").text == "More & more"
    details = figure.find("details")
    assert details.find("summary").text == "Y rhifau"
    assert details.find("table/caption").text == "How <long>"
    assert [one.text for one in details.iter("th")] == ["What", "Value", "Of", "a & b"]
    assert [one.get("scope") for one in details.iter("th")] == ["col", "col", "col", "row"]
    assert [one.text for one in details.iter("td")] == ["1.5", "3 of 2"]
    assert "<summary>The numbers</summary>" in picture.figure()
    svg = figure[0]
    assert svg.get("viewBox") == f"0 0 {picture.width} {picture.height}"
    assert picture.csv() == "What,Value,Of\na & b,1.5,3 of 2\n"


@pytest.mark.parametrize(
    ("picture", "room"),
    [
        (pictures.bars([pictures.Bar("x" * 99, 1)], **WORDS), 188),
        (pictures.intervals([pictures.Interval("x" * 99, 1, 0, 2)], unit="", **WORDS), 208),
        (pictures.love_plot([pictures.Balance("x" * 99, 1, 0)], **WORDS), 168),
        (pictures.tornado([pictures.Swing("x" * 99, 0, 2)], middle=1, unit="", **WORDS), 208),
    ],
)
def test_a_long_name_is_cut_to_the_room_beside_the_plot(picture, room):
    (cut,) = (one for one in words(picture) if one and one.endswith("…"))
    assert len(cut) == int(room / 8.5)
    assert picture.rows[0][0] == "x" * 99


def test_headings_may_be_in_another_language():
    said = ("Beth", "Gwerth", "O", "Isel", "Uchel", "Arwydd", "Targed", "Mwy")
    one = pictures.line(["a", "b"], [1, 2], target=1, words=said, **WORDS)
    assert one.headers == said[:6]
    assert {"Beth", "Gwerth", "Targed"} <= set(words(one))
    dots = [pictures.FunnelDot("p", 10, 0.5, 0.4, 0.6, 0.3, 0.7)]
    funnel = pictures.funnel(dots, target=0.5, words=said, **WORDS)
    assert funnel.headers == said
    assert {"Gwerth", "O"} <= set(words(funnel))
    curve = pictures.survival([pictures.Steps("a", [1], [0.5])], unit="wythnosau", words=said[:3], **WORDS)
    assert "O" in words(curve)
    usual = pictures.funnel(dots, target=0.5, **WORDS)
    assert usual.headers == (
        "Place",
        "Size",
        "Rate",
        "95% low",
        "95% high",
        "99.8% low",
        "99.8% high",
        "Signal",
    )
    limits = [(one["stroke"], one.get("stroke-dasharray", "")) for one in drawn(usual, "path")]
    assert limits == [("#505a5f", "6 4")] * 2 + [("#505a5f", "")] * 2


def looks(picture, tag):
    """Colour, width and dash of every shape of a kind, in the order in which they are drawn."""
    return [
        (one.get("stroke", one.get("fill")), one.get("stroke-width", 0), one.get("stroke-dasharray", ""))
        for one in drawn(picture, tag)
        if one.get("stroke") != "#b1b4b6"
    ]


INK, GREY, BLUE, ORANGE = "#0b0c0c", "#505a5f", "#1d70b8", "#b35900"


def test_every_line_has_its_colour_its_width_and_its_dash():
    one = pictures.line(
        ["a", "b"],
        [1, 2],
        mean=[1, 1],
        lower=[0, 0],
        upper=[2, 2],
        kinds=["concern", ""],
        target=1.0,
        **WORDS,
    )
    assert looks(one, "path") == [(GREY, 2, ""), (GREY, 2, "6 4"), (GREY, 2, "6 4"), (INK, 2, "")]
    assert looks(one, "line") == [(ORANGE, 2, "2 3")]
    assert looks(one, "polygon") == [(ORANGE, 0, "")] * 2
    assert looks(one, "circle") == [(INK, 0, "")]
    rows = [pictures.Interval("a", 5, 0, 10), pictures.Interval("all", 5, 2.5, 7.5, pooled=True)]
    dots = pictures.intervals(rows, unit="", **WORDS)
    assert looks(dots, "line") == [(INK, 2, ""), (INK, 2, ""), (BLUE, 2, "")]
    assert (looks(dots, "circle"), looks(dots, "polygon")) == ([(INK, 0, "")], [(BLUE, 0, "")])
    four = pictures.survival([pictures.Steps(str(n), [1], [0.5]) for n in range(4)], unit="", **WORDS)
    wanted = [(INK, 2, ""), (BLUE, 2, "6 4"), (ORANGE, 2, "2 3"), (GREY, 2, "10 3 2 3")]
    assert looks(four, "path") == looks(four, "line") == wanted
    assert all(one["y1"] == one["y2"] for one in drawn(four, "line") if one["y1"] > 300)
    swings = pictures.tornado([pictures.Swing("a", 0, 10)], middle=5, unit="", **WORDS)
    assert looks(swings, "line") == [(INK, 2, "")]
    assert looks(swings, "rect") == [(BLUE, 2, ""), (BLUE, 0, "")] * 2
    assert swings.headers == ("Assumption", "At its low", "At its high")
    love = pictures.love_plot([pictures.Balance("a", 0.4, 0.1)], **WORDS)
    assert looks(love, "line") == [(ORANGE, 2, "6 4")]
    assert looks(love, "circle") == [(GREY, 2, ""), (INK, 0, "")] * 2
    spots = pictures.opinion_map([pictures.Spot(n, 0.1, 0.2, 0.3, 9) for n in "ABCDE"], **WORDS)
    rings = [one["stroke"] for one in drawn(spots, "circle") if one["fill"] == "none"]
    assert rings == [INK, BLUE, ORANGE, GREY, "#4c2c92"]
    assert [one["fill"] for one in drawn(spots, "polygon")] == [BLUE, ORANGE, GREY, "#4c2c92"]


def numbers_below(picture, y):
    return [word for word, place in words(picture).items() if place[1] == y]


def test_the_numbers_along_the_foot_are_round_and_span_what_is_drawn():
    love = pictures.love_plot([pictures.Balance("a", 0.4, 0.1)], **WORDS)
    assert numbers_below(love, 66) == ["0", "0.1", "0.2", "0.3", "0.4"]
    dots = pictures.intervals([pictures.Interval("a", 5, 1, 9)], unit="", **WORDS)
    assert numbers_below(dots, 68) == ["0", "2", "4", "6", "8", "10"]
    ratios = pictures.intervals([pictures.Interval("a", 5, 1, 9)], unit="", nothing=None, **WORDS)
    assert numbers_below(ratios, 68) == ["0", "2", "4", "6", "8", "10"]
    swings = pictures.tornado([pictures.Swing("a", 1, 9)], middle=5, unit="", **WORDS)
    assert numbers_below(swings, 68) == ["0", "2", "4", "6", "8", "10"]
    two = pictures.line(["a", "b"], [1, 2], **WORDS)
    assert drawn(two, "circle")[1]["cx"] == 620
    one = pictures.line(["a"], [1], **WORDS)
    assert (drawn(one, "circle")[0]["cx"], one.rows[0][:2]) == (64, ("a", "1"))
    curve = pictures.survival([pictures.Steps("a", [40], [0.5])], unit="", **WORDS)
    assert numbers_below(curve, 268) == ["10", "20", "30", "40"]
