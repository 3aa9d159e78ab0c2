"""Linear programmes over tables, solved by HiGHS: one thread, a fixed seed, the same answer."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from .cube import Relations

Floats = NDArray[np.float64]


def model(low: Floats, high: Floats, sums: Relations, *, whole: bool = False) -> Any:
    """A HiGHS model whose columns are the cells between their bounds, and whose rows are the sums."""
    import highspy  # here, for most who import the methods never solve

    lp = highspy.HighsLp()
    rows = len(sums.total)
    lp.num_col_, lp.num_row_ = len(low), rows
    lp.col_cost_ = np.zeros(len(low))
    lp.col_lower_, lp.col_upper_ = low, high
    lp.row_lower_ = lp.row_upper_ = np.zeros(rows)
    _fill(lp, sums, rows)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    if whole:
        lp.integrality_ = [highspy.HighsVarType.kInteger] * len(low)
    solver = highspy.Highs()  # type: ignore[no-untyped-call]
    for option, value in (("output_flag", False), ("threads", 1), ("random_seed", 0)):
        solver.setOptionValue(option, value)
    solver.passModel(lp)
    return solver


def _fill(lp: Any, sums: Relations, rows: int) -> None:
    """Each row: its parts, less its total, is nought."""
    row = np.concatenate([sums.row, np.arange(rows)])
    column = np.concatenate([sums.part, sums.total])
    value = np.concatenate([np.ones(len(sums.part)), -np.ones(rows)])
    order = np.argsort(row, kind="stable")
    lp.a_matrix_.start_ = np.concatenate([[0], np.cumsum(np.bincount(row, minlength=rows))])
    lp.a_matrix_.index_ = column[order]
    lp.a_matrix_.value_ = value[order]


def set_costs(solver: Any, costs: Floats) -> None:
    """A new objective for every column."""
    columns = np.arange(len(costs), dtype=np.int32)
    solver.changeColsCost(len(costs), columns, costs)


def ended(solver: Any) -> str:
    """``optimal``, ``unbounded``, ``infeasible`` or, at a limit, ``stopped`` after a run."""
    import highspy

    status = highspy.HighsModelStatus
    words = {
        status.kOptimal: "optimal",
        status.kUnbounded: "unbounded",
        status.kInfeasible: "infeasible",
        status.kUnboundedOrInfeasible: "infeasible",
    }
    return words.get(solver.getModelStatus(), "stopped")
