"""The rows and columns as a HiGHS model: one thread, one seed, all coefficients one."""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from ptman.assign.engine import columns as choices
from ptman.assign.engine.arrays import Arrays, Floats, Ints
from ptman.assign.engine.columns import Columns

if TYPE_CHECKING:
    from highspy import Highs


class Model:
    """Students' rows (one academic choice, one industry choice), seats' rows, shortfall columns, then the choices."""

    def __init__(self, arrays: Arrays, columns: Columns, *, presolve: bool) -> None:
        self._arrays = arrays
        self.columns = Columns(np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64))
        self.highs = _solver(presolve=presolve)
        self._add_rows()
        self._short = self._add_shortfalls()
        self.append(columns)

    def append(self, columns: Columns) -> None:
        count = len(columns)
        starts, index = matrix(self._arrays, columns)
        cost = choices.costs(self._arrays, columns).astype(np.float64)
        ones = np.ones(len(index))
        self.highs.addCols(count, cost, np.zeros(count), np.ones(count), len(index), starts, index, ones)
        self.columns = self.columns.plus(columns)

    def require(self, chosen: Ints) -> None:
        """Hold the columns with these indices at one."""
        ones = np.ones(len(chosen))
        self.highs.changeColsBounds(len(chosen), (chosen + self._short).astype(np.int32), ones, ones)

    def integral(self) -> None:
        count = self._short + len(self.columns)
        every = np.arange(count, dtype=np.int32)
        self.highs.changeColsIntegrality(count, every, np.ones(count, dtype=np.uint8))

    def solved(self) -> bool:
        """Whether the last run ended at an optimum."""
        from highspy import HighsModelStatus

        return bool(self.highs.getModelStatus() == HighsModelStatus.kOptimal)

    def values(self) -> Floats:
        """The level of each choice in the solution at hand."""
        return np.array(self.highs.getSolution().col_value, dtype=np.float64)[self._short :]

    def duals(self) -> tuple[Floats, Floats, Floats]:
        """Of the students' academic rows, their industry rows, and the prices of seats."""
        n = len(self._arrays.students)
        dual = np.array(self.highs.getSolution().row_dual, dtype=np.float64)
        return dual[:n], dual[n : 2 * n], -dual[2 * n :]

    def start(self, chosen: Columns) -> None:
        """Offer a known answer: columns that are all in the model."""
        known = {pair: place for place, pair in enumerate(_pairs(self.columns))}
        index = np.array([known[pair] for pair in _pairs(chosen)], dtype=np.int32) + np.int32(self._short)
        self.highs.setSolution(len(index), index, np.ones(len(index)))

    def _add_rows(self) -> None:
        n, rows = len(self._arrays.students), self._arrays.rows
        lower = np.concatenate((np.ones(2 * n), rows.lower)).astype(np.float64)
        # the shortfall stands in the same row; where the lower quota exceeds the upper one it must find room
        upper = np.concatenate((np.ones(2 * n), np.maximum(rows.upper, rows.lower))).astype(np.float64)
        none = np.empty(0, dtype=np.int32)
        self.highs.addRows(len(lower), lower, upper, 0, np.zeros(len(lower), np.int32), none, none.astype(np.float64))

    def _add_shortfalls(self) -> int:
        n, rows = len(self._arrays.students), self._arrays.rows
        short = np.flatnonzero(rows.lower > 0)
        count = len(short)
        if count:
            least = np.maximum(rows.lower - rows.upper, 0)[short].astype(np.float64)
            most = rows.lower[short].astype(np.float64)
            index = (2 * n + short).astype(np.int32)
            starts = np.arange(count, dtype=np.int32)
            price = np.full(count, float(rows.shortfall))
            self.highs.addCols(count, price, least, most, count, starts, index, np.ones(count))
        return count


def _pairs(columns: Columns) -> list[tuple[int, int]]:
    return list(zip(columns.x.tolist(), columns.y.tolist(), strict=True))


def _solver(*, presolve: bool) -> "Highs":
    import highspy

    highs: Highs = highspy.Highs()  # type: ignore[no-untyped-call]  # its constructor is not annotated
    highs.setOptionValue("output_flag", False)
    highs.setOptionValue("threads", 1)
    highs.setOptionValue("parallel", "off")
    highs.setOptionValue("random_seed", 0)
    highs.setOptionValue("presolve", "choose" if presolve else "off")
    return highs


def matrix(arrays: Arrays, columns: Columns) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Column starts and row indices: the students' rows first, then the seats taken."""
    n, seats = len(arrays.students), len(arrays.rows.upper)
    has_x, has_y = columns.x >= 0, columns.y >= 0
    entries = np.stack(
        (
            np.where(has_x, arrays.x_student[columns.x], -1),
            np.where(has_y, n + arrays.y_student[columns.y], -1),
            np.where(has_x, 2 * n + arrays.x_row[columns.x], -1),
            np.where(has_y, 2 * n + arrays.y_rows[0][columns.y], -1),
            np.where(has_y, 2 * n + arrays.y_rows[1][columns.y], -1),
        ),
        axis=1,
    )
    used = (entries >= 0) & (entries < 2 * n + seats)
    ends = np.cumsum(used.sum(axis=1))
    return np.concatenate(([0], ends[:-1])).astype(np.int32), entries[used].astype(np.int32)
