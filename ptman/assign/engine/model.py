"""The rows and columns as a HiGHS model: one thread, one seed."""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from ptman.assign.engine import columns as choices
from ptman.assign.engine.arrays import Arrays, Floats
from ptman.assign.engine.columns import Columns
from ptman.assign.engine.control import Control
from ptman.assign.engine.menus import Ints
from ptman.assign.engine.points import HARD, Points

if TYPE_CHECKING:
    from highspy import Highs
    from highspy.highs import HighsCallbackEvent

Levels = Ints | Floats


class Model:
    """Rows of students (an academic, an industry choice), seats, budgets; columns of spares, then the choices."""

    def __init__(self, arrays: Arrays, columns: Columns, *, presolve: bool) -> None:
        self._arrays = arrays
        self.columns = Columns(np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64))
        self.highs = _solver(presolve=presolve)
        # a bound on a choice would take a part in its price, and leave the students' own rows without one
        self._most = 1.0 if presolve else np.inf
        self._add_rows()
        self._spare = self._add_shortfalls() + self._add_overloads()
        self.append(columns)

    def append(self, columns: Columns) -> None:
        count = len(columns)
        starts, index, entries = matrix(self._arrays, columns)
        cost = choices.costs(self._arrays, columns, self._arrays.points).astype(np.float64)
        self.highs.addCols(count, cost, np.zeros(count), np.full(count, self._most), len(index), starts, index, entries)
        self.columns = self.columns.plus(columns)

    def run(self, control: Control) -> None:
        """Solve; a caller who may want to stop is asked at every turn of the simplex and of the search."""
        every = (self.highs.cbSimplexInterrupt, self.highs.cbIpmInterrupt, self.highs.cbMipInterrupt)
        heard = every if control.cancel is not None else ()

        def asked(event: "HighsCallbackEvent") -> None:
            event.interrupt(control.stopped())

        for one in heard:
            one.subscribe(asked)
        self.highs.run()
        for one in heard:
            one.unsubscribe(asked)

    def inside(self, chosen: bool) -> None:  # noqa: FBT001 - said by its place
        """Whether to go through the inside to a corner, or from corner to corner."""
        self.highs.setOptionValue("solver", "ipm" if chosen else "choose")

    def presolved(self, chosen: bool) -> None:  # noqa: FBT001 - said by its place
        """Whether to presolve what comes next: a plain network shrinks by it, and nothing else gets faster."""
        self.highs.setOptionValue("presolve", "on" if chosen else "off")

    def require(self, chosen: Ints) -> None:
        """Hold the columns with these indices at one."""
        ones = np.ones(len(chosen))
        self.highs.changeColsBounds(len(chosen), (chosen + self._spare).astype(np.int32), ones, ones)

    def integral(self) -> None:
        count = self._spare + len(self.columns)
        every = np.arange(count, dtype=np.int32)
        self.highs.changeColsIntegrality(count, every, np.ones(count, dtype=np.uint8))
        # beginning afresh once columns are fixed costs such searches more than it spares them
        self.highs.setOptionValue("mip_allow_restart", False)

    def solved(self) -> bool:
        """Whether the last run ended at an optimum."""
        from highspy import HighsModelStatus

        return bool(self.highs.getModelStatus() == HighsModelStatus.kOptimal)

    @property
    def value(self) -> float:
        """The points of the last run's solution."""
        return float(self.highs.getInfo().objective_function_value)

    def values(self) -> Floats:
        """The level of each choice in the solution at hand."""
        return np.array(self.highs.getSolution().col_value, dtype=np.float64)[self._spare :]

    def duals(self) -> tuple[Floats, Floats, Floats]:
        """Of the students' academic rows, their industry rows, and the prices of seats and then of budgets."""
        n = len(self._arrays.students)
        dual = np.array(self.highs.getSolution().row_dual, dtype=np.float64)
        return dual[:n], dual[n : 2 * n], -dual[2 * n :]

    def turn(self, arrays: Arrays, banned: NDArray[np.bool_]) -> None:
        """The same choices under other costs, quotas and budgets' limits; the banned ones stay at nothing."""
        count = len(self.columns)
        every = np.arange(count, dtype=np.int32) + np.int32(self._spare)
        most = np.where(banned, 0.0, self._most)
        self.highs.changeColsBounds(count, every, np.zeros(count), most)
        self.highs.changeColsCost(count, every, choices.costs(arrays, self.columns, arrays.points).astype(np.float64))
        lower, upper = arrays.rows.lower, np.maximum(arrays.rows.upper, arrays.rows.lower)
        old = self._arrays.rows
        other = np.flatnonzero((old.upper != arrays.rows.upper) | (old.lower != lower))
        for row in other.tolist():
            self.highs.changeRowBounds(2 * len(arrays.students) + row, float(lower[row]), float(upper[row]))
        self._arrays = arrays

    def shorten(self, count: int) -> None:
        """Forget the choices beyond the first so many."""
        extra = np.arange(count, len(self.columns), dtype=np.int32) + np.int32(self._spare)
        if len(extra):
            self.highs.deleteCols(len(extra), extra)
            self.columns = self.columns.where(np.arange(count))

    def _add_rows(self) -> None:
        n, rows, budgets = len(self._arrays.students), self._arrays.rows, self._arrays.budgets
        nothing = np.full(len(budgets), -np.inf)
        lower = np.concatenate((np.ones(2 * n), rows.lower, nothing)).astype(np.float64)
        # the shortfall stands in the same row; where the lower quota exceeds the upper one it must find room
        most = np.concatenate((np.maximum(rows.upper, rows.lower), [one.limit for one in budgets]))
        upper = np.concatenate((np.ones(2 * n), most)).astype(np.float64)
        none = np.empty(0, dtype=np.int32)
        self.highs.addRows(len(lower), lower, upper, 0, np.zeros(len(lower), np.int32), none, none.astype(np.float64))

    def _add_shortfalls(self) -> int:
        """One column a seat with a lower quota; two where that is above a soft upper one, for units in both wants."""
        rows, aims = self._arrays.rows, self._aims()
        both = np.maximum(rows.lower - rows.upper, 0)
        sold = aims[0].over < HARD
        short, crossed = np.flatnonzero(rows.lower > 0), np.flatnonzero(sold & (both > 0))
        price = np.array([[aim.shortfall] * len(short) for aim in aims], dtype=np.float64)
        between = np.where(sold, 0, both)[short], np.where(sold, np.minimum(rows.lower, rows.upper), rows.lower)[short]
        self._add_spare(short, 1.0, price, between)
        if len(crossed):
            over = np.array([aim.over[crossed] for aim in aims], dtype=np.float64)
            less = np.array([[aim.shortfall] for aim in aims]) - over
            self._add_spare(crossed, 1.0, less, (np.zeros(len(crossed)), both[crossed]))
            self._add_spare(crossed, 0.0, over, (both[crossed], both[crossed]))
        return len(short) + 2 * len(crossed)

    def _add_overloads(self) -> int:
        aims = self._aims()
        over = np.flatnonzero(aims[0].over < HARD)
        most = np.full(len(over), self._arrays.units.sum(), dtype=np.float64)
        prices = np.array([aim.over[over] for aim in aims], dtype=np.float64)
        self._add_spare(over, -1.0, prices, (np.zeros(len(over)), most))
        return len(over)

    def _aims(self) -> list[Points]:
        return [self._arrays.points, *(one.points for one in self._arrays.budgets)]

    def _add_spare(self, seats: Ints, sign: float, prices: Floats, between: tuple[Levels, Levels]) -> None:
        """Columns that make up for a seat's shortfall or overload, at a price in the aim and in every budget."""
        count, n, size = len(seats), len(self._arrays.students), len(self._arrays.rows.upper)
        if not count:
            return
        extra = len(prices) - 1
        budget_rows = np.tile(2 * n + size + np.arange(extra), (count, 1))
        index = np.concatenate(((2 * n + seats)[:, None], budget_rows), axis=1)
        entries = np.concatenate((np.full((count, 1), sign), prices[1:].T), axis=1)
        starts = np.arange(count, dtype=np.int32) * (extra + 1)
        least, most = (levels.astype(np.float64) for levels in between)
        flat = index.ravel().astype(np.int32), entries.ravel()
        self.highs.addCols(count, prices[0], least, most, index.size, starts, *flat)


def _solver(*, presolve: bool) -> "Highs":
    import highspy

    highs: Highs = highspy.Highs()  # type: ignore[no-untyped-call]  # its constructor is not annotated
    highs.setOptionValue("output_flag", False)
    highs.setOptionValue("threads", 1)
    highs.setOptionValue("parallel", "off")
    highs.setOptionValue("random_seed", 0)
    highs.setOptionValue("presolve", "choose" if presolve else "off")
    return highs


def matrix(arrays: Arrays, columns: Columns) -> tuple[NDArray[np.int32], NDArray[np.int32], Floats]:
    """Column starts, row indices and entries: the students' rows first, then the seats taken, then the budgets."""
    n, seats = len(arrays.students), len(arrays.rows.upper)
    has_x, has_y = columns.x >= 0, columns.y >= 0
    who = np.where(has_x, arrays.x_student[columns.x], arrays.y_student[columns.y])
    taken = [np.where(has_x, row[columns.x], seats) for row in arrays.x_rows]
    taken += [np.where(has_y, row[columns.y], seats) for row in arrays.y_rows]
    rows = [np.where(has_x, who, -1), np.where(has_y, n + who, -1)]
    rows += [np.where(row < seats, 2 * n + row, -1) for row in taken]
    ones = np.ones(len(columns))
    values = [ones, ones] + [arrays.units[who].astype(np.float64)] * len(taken)
    for place, one in enumerate(arrays.budgets):
        rows.append(np.full(len(columns), 2 * n + seats + place))
        values.append(choices.costs(arrays, columns, one.points).astype(np.float64))
    index, entries = np.stack(rows, axis=1), np.stack(values, axis=1)
    used = (index >= 0) & (entries != 0)
    ends = np.cumsum(used.sum(axis=1))
    return np.concatenate(([0], ends[:-1])).astype(np.int32), index[used].astype(np.int32), entries[used]
