"""What giving a student somebody else costs the whole, exactly, from the relaxation kept warm at the answer."""

import dataclasses
from collections import Counter

import numpy as np

from ptman.assign.answer import Answer, Seat
from ptman.assign.engine.control import Control, Limits
from ptman.assign.engine.menus import NONE
from ptman.assign.engine.turns import Turn
from ptman.assign.engine.warm import Warm
from ptman.assign.problem import Demand, Given, Problem, Role
from ptman.assign.reading import Reading


@dataclasses.dataclass(frozen=True, slots=True)
class Forced:
    """The cost in points, between `low` and `high`, equal where proved; who would have to move, and to where."""

    low: int
    high: int
    moved: tuple[tuple[str, Given], ...]

    @property
    def exact(self) -> bool:
        return self.low == self.high


class Forcing:
    """The warm relaxation of one answer, asked as often as one likes."""

    def __init__(self, problem: Problem, answer: Answer, seed: str = "") -> None:
        self._answer, self._reading = answer, Reading(problem)
        self._warm = Warm(problem, answer, seed)
        self._students = {one: place for place, one in enumerate(self._warm.arrays.students)}

    def applies(self, wish: Demand) -> bool:
        """Whether the student may have the wished one, holds no lock there, and no locks alone fill its quotas."""
        reading = self._reading
        student = reading.students[wish.student]
        if (student.id, wish.role) in reading.locks or reading.choice(student, wish.role, wish.target) is None:
            return False
        held = Counter[Seat]()
        for (who, role), key in reading.locks.items():
            held.update(dict.fromkeys(reading.seats(reading.students[who], role, key), reading.students[who].units))
        seats = reading.seats(student, wish.role, wish.target)
        if any(held[seat] + student.units > reading.room.get(seat, 0) for seat in seats):
            return False
        turn, place = self._held(wish), self._students[wish.student]
        sides = (turn.x, turn.arrays.x_student), (turn.y, turn.arrays.y_student)
        return all(not shut[owner == place].all() for shut, owner in sides)

    def force(self, wish: Demand, *, exact: bool = True) -> Forced:
        """Where it `applies`; not `exact`: bounds at once, without the search that would close them."""
        warm = self._warm
        turn = self._held(wish)
        reached = warm.turned(turn, Control(Limits()), proof=exact)
        other = np.flatnonzero((reached.best.x != warm.best.x) | (reached.best.y != warm.best.y))
        moved = tuple(
            (warm.arrays.students[who], warm.arrays.target(int(reached.best.x[who]), int(reached.best.y[who])))
            for who in other.tolist()
        )
        return Forced(reached.bound - self._answer.value, reached.best.value - self._answer.bound, moved)

    def _held(self, wish: Demand) -> Turn:
        """The student's other choices closed; a supervisor held may come without a base, and a base without one."""
        turn, arrays, made = self._warm.stands(), self._warm.arrays, self._warm.arrays.layout
        who = self._students[wish.student]
        if wish.role is Role.ACADEMIC:
            own = np.flatnonzero(arrays.x_student == who)
            turn.x[own] = made.academics.key[own] != made.academics.place_of(wish.target)
            return turn
        entries, part = (made.hosts, made.y_host) if wish.role is Role.INDUSTRY else (made.sites, made.y_site)
        own = np.flatnonzero(arrays.y_student == who)
        wished = entries.key[part[own]] == entries.place_of(wish.target)
        others, place_of = (made.sites, made.y_site) if entries is made.hosts else (made.hosts, made.y_host)
        alone = others.key[place_of[own]] == NONE
        turn.y[own] = np.where(wished & alone, False, turn.y[own] | ~wished)
        return turn
