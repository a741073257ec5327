"""Which choices the linear program looks at: those that may still be in a good answer under the prices at hand."""

import dataclasses

import numpy as np
from numpy.typing import NDArray

from ptman.assign.engine.arrays import Arrays, Floats
from ptman.assign.engine.menus import Ints
from ptman.assign.engine.points import Points
from ptman.assign.engine.prices import Reduced

NONE = -1
NEGATIVE = -1e-7
PER_STUDENT = 3


@dataclasses.dataclass(frozen=True, slots=True)
class Columns:
    """Choices as pairs of arcs: an academic arc `x`, an industry arc `y`, or both; -1 where the column has none."""

    x: Ints
    y: Ints

    def __len__(self) -> int:
        return len(self.x)

    def plus(self, other: "Columns") -> "Columns":
        return Columns(np.concatenate((self.x, other.x)), np.concatenate((self.y, other.y)))

    def where(self, chosen: Ints | NDArray[np.bool_]) -> "Columns":
        return Columns(self.x[chosen], self.y[chosen])

    def marks(self, width: int) -> Ints:
        """A number for each, where no `y` is above `width` less 2."""
        return self.x.astype(np.int64) * width + self.y

    def without(self, other: "Columns") -> "Columns":
        width = max(self.y.max(initial=0), other.y.max(initial=0)) + 2
        return self.where(~np.isin(self.marks(width), other.marks(width)))


def met(arrays: Arrays) -> Ints:
    """Of each joint choice what it takes off in any aim: those with nothing are no different from the two apart."""
    total = arrays.points.z.copy()
    for one in arrays.budgets:
        total += one.points.z
    return total


def meeting(arrays: Arrays, bonus: Ints | Floats, x: Ints, y: Ints) -> Ints | Floats:
    """`bonus` of the joint choices that each pair of arcs makes, 0 where it makes none."""
    if not len(arrays.z_arc):
        return np.zeros(len(x), dtype=np.int64)
    width = len(arrays.group_start)
    have = arrays.z_arc.astype(np.int64) * width + arrays.z_group
    wanted = x.astype(np.int64) * width + arrays.y_group[y]
    found = np.minimum(np.searchsorted(have, wanted), len(have) - 1)
    return np.where(have[found] == wanted, bonus[found], 0)


def costs(arrays: Arrays, columns: Columns, aim: Points) -> Ints:
    x, y = columns.x, columns.y
    alone = np.where(x >= 0, aim.x[x], 0) + np.where(y >= 0, aim.y[y], 0)
    both = np.flatnonzero((x >= 0) & (y >= 0))
    alone[both] -= meeting(arrays, aim.z, x[both], y[both]).astype(np.int64)
    return alone


def within(arrays: Arrays, reduced: Reduced, limit: float) -> Columns:
    """All choices that can be in an answer whose value is at most the bound plus `limit`.

    A choice's conditional bound is the bound with that choice forced; the dearer ones are out for good.
    """
    x_owner, y_owner, z_owner = arrays.x_student, arrays.y_student, arrays.z_student
    x = np.flatnonzero(reduced.x + (reduced.y_best - reduced.student)[x_owner] <= limit)
    y = np.flatnonzero(reduced.y + (reduced.x_best - reduced.student)[y_owner] <= limit)
    z = np.flatnonzero((reduced.z - reduced.student[z_owner] <= limit) & (met(arrays) > 0))
    ends = np.append(arrays.group_start[1:], len(arrays.y_student))
    sizes = (ends - arrays.group_start)[arrays.z_group[z]]
    each = np.repeat(z, sizes)
    cell = arrays.group_start[arrays.z_group[each]] + np.arange(len(each)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    joint = reduced.x[arrays.z_arc[each]] + reduced.y[cell] - reduced.bonus[each]
    good = joint - reduced.student[z_owner[each]] <= limit
    return _joined(x, y, (arrays.z_arc[each[good]], cell[good]))


def fallback(arrays: Arrays) -> Columns:
    """Each student's last arc of either side: the vacancy or the lock, which never wants for a seat."""
    x_last = np.append(arrays.x_start[1:], len(arrays.x_student)) - 1
    groups = np.append(arrays.student_group[1:], len(arrays.group_start)) - 1
    y_last = np.append(arrays.group_start[1:], len(arrays.y_student))[groups] - 1
    nothing = np.empty(0, dtype=np.int64)
    return _joined(x_last, y_last, (nothing, nothing))


def of_answer(arrays: Arrays, x: Ints, y: Ints) -> Columns:
    """The columns of a whole answer, joint where its two arcs go together for a reason."""
    joint = meeting(arrays, met(arrays), x, y) > 0
    blank = np.full(int((~joint).sum()), NONE)
    return Columns(np.concatenate((x[joint], x[~joint], blank)), np.concatenate((y[joint], blank, y[~joint])))


def improving(arrays: Arrays, reduced: Reduced, duals: tuple[Floats, Floats]) -> Columns:
    """Choices that the linear program would still gain from, the few best of each student and kind."""
    alpha, beta = duals
    x = _best(reduced.x - alpha[arrays.x_student], arrays.x_student)
    y = _best(reduced.y - beta[arrays.y_student], arrays.y_student)
    gain = np.where(met(arrays) > 0, reduced.z - (alpha + beta)[arrays.z_student], 0)
    z = _best(gain, arrays.z_student)
    group = arrays.z_group[z]
    hits = np.flatnonzero(reduced.y <= reduced.group[arrays.y_group])
    cell = hits[np.searchsorted(hits, arrays.group_start[group])]
    return _joined(x, y, (arrays.z_arc[z], cell))


def _best(gain: Floats, owner: Ints) -> Ints:
    """Indices of the most negative entries, at most a few of each owner."""
    chosen = np.flatnonzero(gain < NEGATIVE)
    chosen = chosen[np.lexsort((chosen, gain[chosen], owner[chosen]))]
    sorted_owner = owner[chosen]
    return chosen[np.arange(len(chosen)) - np.searchsorted(sorted_owner, sorted_owner) < PER_STUDENT]


def _joined(x: Ints, y: Ints, joint: tuple[Ints, Ints]) -> Columns:
    return Columns(
        np.concatenate((x, np.full(len(y), NONE), joint[0])),
        np.concatenate((np.full(len(x), NONE), y, joint[1])),
    )
