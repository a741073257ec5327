"""Who stands in whose way: the students to look at together when some of them are to be served better."""

import dataclasses

import numpy as np

from ptman.assign.engine import columns as choices
from ptman.assign.engine.arrays import Arrays
from ptman.assign.engine.incumbent import Incumbent
from ptman.assign.engine.menus import Flags, Ints
from ptman.assign.engine.prices import Reduced


@dataclasses.dataclass(frozen=True, slots=True)
class Wants:
    """Which student's good choices take which seat, each pair once, among so many students and seats."""

    who: Ints
    seat: Ints
    students: int
    seats: int

    def around(self, place: int) -> Flags:
        """A student alone, or (beyond the students) all who would like a seat."""
        found = np.zeros(self.students, dtype=np.bool_)
        found[[place] if place < self.students else self.who[self.seat == place - self.students]] = True
        return found

    def liked(self, free: Flags) -> Ints:
        """By seat how many of these students would like it."""
        return np.bincount(self.seat[free[self.who]], minlength=self.seats + 1)


def wants(arrays: Arrays, reduced: Reduced, reach: float) -> Wants:
    """By student the seats that their good choices take."""
    columns = choices.within(arrays, reduced, reach)
    count = len(arrays.rows.upper)
    found = []
    for rows, arcs, owner in (arrays.x_rows, columns.x, arrays.x_student), (arrays.y_rows, columns.y, arrays.y_student):
        taken = np.unique(arcs[arcs >= 0])
        found += [owner[taken].astype(np.int64) * (count + 1) + row[taken] for row in rows]
    pairs = np.unique(np.concatenate(found))
    who, seat = np.divmod(pairs, count + 1)
    real = seat < count
    return Wants(who[real], seat[real], len(arrays.students), count)


def crowd(arrays: Arrays, state: tuple[Incumbent, Wants], seeds: Flags, most: int) -> Flags:
    """The seeds, those who hold seats that several of them would like, and so on, up to `most`."""
    best, wanted = state
    holds: list[Ints] = [*arrays.x_rows[:, best.x], *arrays.y_rows[:, best.y]]
    free, last = seeds.copy(), -1
    while free.any() and last < (size := int(free.sum())) < most:
        last = size
        liked = wanted.liked(free)
        pull = np.sum([liked[row] for row in holds], axis=0)
        pull[free] = 0
        order = np.lexsort((np.arange(len(pull)), -pull))[: most - size]
        free[order[pull[order] > 0]] = True
    return free
