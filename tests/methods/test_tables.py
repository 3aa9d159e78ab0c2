"""Whatever people bring becomes columns, or is refused with the field and the row."""

import numpy as np
import pytest

from cydwaith.methods.notes import MethodError
from cydwaith.methods.tables import column, columns, numbers, once_each, yes_or_no


class Frame:
    """As much of a dataframe as any library has."""

    columns = ("age", "hours")

    def __getitem__(self, name):
        return np.array({"age": [40, 50], "hours": [12.0, 20.0]}[name])


class Series:
    """A column of a dataframe that hands over its values on request only."""

    def __init__(self, *values):
        self.values = values

    def __len__(self):
        return len(self.values)

    def to_numpy(self):
        return np.array(self.values, dtype=object)


@pytest.mark.parametrize(
    "given",
    [
        {"age": [40, 50], "hours": [12, 20]},
        {"age": np.array([40, 50]), "hours": (12, 20)},
        [{"age": 40, "hours": 12}, {"age": 50, "hours": 20}],
        Frame(),
    ],
)
def test_a_mapping_rows_and_a_dataframe_are_the_same_table(given):
    table = columns(given)
    assert list(table) == ["age", "hours"]
    assert numbers(column(table, "age"), "age").tolist() == [40, 50]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({}, "no_rows"),
        ([], "no_rows"),
        ({"age": []}, "no_rows"),
        (7, "not_a_table"),
        ([7], "not_a_table"),
        ([{"age": 40}, 7], "not_a_table"),
        ("age", "not_a_table"),
        (type("NamesOnly", (), {"columns": ("age",)})(), "not_a_table"),
        ({"age": "forty"}, "not_a_table"),
        ({"age": 40}, "not_a_table"),
    ],
)
def test_what_is_no_table_is_refused(given, code):
    with pytest.raises(MethodError) as refused:
        columns(given)
    assert (refused.value.code, refused.value.field, refused.value.row) == (code, None, None)


def test_a_column_of_another_length_is_named_with_both_lengths():
    with pytest.raises(MethodError, match=r"“hours” has 1 rows and the others have 2\.") as refused:
        columns({"age": [1, 2], "hours": [1]})
    assert (refused.value.code, refused.value.field) == ("unequal_columns", "hours")
    with pytest.raises(MethodError) as refused:
        columns({"age": [1], "hours": []})
    assert (refused.value.code, refused.value.field) == ("unequal_columns", "hours")


def test_a_row_that_lacks_a_column_leaves_it_empty():
    table = columns([{"age": 40}, {"age": 50, 7: "x"}])
    assert list(table["age"]) == [40, 50]
    assert list(table["7"]) == [None, "x"]


def test_a_column_may_be_anything_that_can_be_counted():
    assert columns({"age": {40: "", 50: ""}.keys()})["age"] == [40, 50]
    assert columns({3: Series(1, 2)})["3"].tolist() == [1, 2]
    assert numbers(Series(1, "2.5"), "hours").tolist() == [1, 2.5]
    assert np.isnan(numbers(Series(1, None, ""), "hours", missing=True)).tolist() == [False, True, True]


@pytest.mark.parametrize(
    ("values", "code", "row"),
    [
        ([1, "x", 3], "not_a_number", 2),
        ([1, None], "missing_value", 2),
        ([1, ""], "missing_value", 2),
        ([1, 2, float("nan")], "missing_value", 3),
        ([1.0, float("inf"), 2.0], "not_a_number", 2),
        ([1, [2], 3], "not_a_number", 2),
        ([], "no_rows", None),
        ([[1], [2]], "one_dimension", None),
    ],
)
def test_a_wrong_number_is_named_by_field_and_row(values, code, row):
    with pytest.raises(MethodError) as refused:
        numbers(values, "hours")
    assert (refused.value.code, refused.value.field, refused.value.row) == (code, "hours", row)
    assert "hours" in refused.value.note.words.cy or code == "no_rows"


def test_absent_values_may_stay_absent():
    assert np.isnan(numbers([1, None], "hours", missing=True)).tolist() == [False, True]


def test_a_column_that_is_not_there_is_named_beside_those_that_are():
    with pytest.raises(MethodError, match=r"“hours”\. There are: age, sex") as refused:
        column(columns({"age": [1], "sex": [1]}), "hours")
    assert (refused.value.code, refused.value.field) == ("no_such_column", "hours")
    with pytest.raises(MethodError, match=r"There are: -\.$"):
        column({}, "hours")


def test_what_is_wrong_is_said_with_its_value():
    with pytest.raises(MethodError, match=r"row 2: x\."):
        numbers([1, "x"], "hours")
    with pytest.raises(MethodError, match=r"row 2: -inf\."):
        numbers([1, -float("inf")], "hours", missing=True)
    with pytest.raises(MethodError, match=r"Row 2 has 0\.5\."):
        yes_or_no([0, 0.5], "treated")
    with pytest.raises(MethodError, match=r"gives a twice \(row 3\)"):
        once_each(["a", "b", "a"], "person")


def test_yes_and_no_are_one_and_nought_only():
    assert yes_or_no([True, 0, 1.0], "treated").tolist() == [True, False, True]
    with pytest.raises(MethodError) as refused:
        yes_or_no([0, 2], "treated")
    assert (refused.value.code, refused.value.field, refused.value.row) == ("not_yes_or_no", "treated", 2)


def test_an_id_given_twice_is_named():
    with pytest.raises(MethodError) as refused:
        once_each(["a", "b", "a"], "person")
    assert (refused.value.code, refused.value.field, refused.value.row) == ("given_twice", "person", 3)
