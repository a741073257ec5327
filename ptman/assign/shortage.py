"""Deficient sets (Hall): which students compete for too few seats, found by augmenting paths on one side."""

import dataclasses
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Mapping

from typing_extensions import TypeIs

from ptman.assign.answer import Seat
from ptman.assign.problem import Problem, Role
from ptman.assign.reading import Reading, seat_of
from ptman.labels import Label

Unit = tuple[str, int]
"""One of a student's units: each looks for a seat of its own, which can only be easier than keeping together."""
Node = Unit | Seat


def is_unit(node: Node) -> TypeIs[Unit]:
    return not isinstance(node[0], Role)


@dataclasses.dataclass(frozen=True, slots=True)
class Shortage:
    """These students can only go to these targets, which have fewer seats: `short` units must stay vacant.

    `seats` heeds the quotas of whole organisations, too; soft quotas never make anybody wait.
    """

    role: Role
    period: str
    students: tuple[str, ...]
    targets: tuple[str, ...]
    seats: int
    units: int

    @property
    def short(self) -> int:
        return self.units - self.seats

    def sentence(self) -> Label:
        many, few, role = len(self.students), len(self.targets), self.role.label
        if not few:
            return Label(f"{many} 名学生没有任何可选的{role.zh}", f"{many} students have no {role.en} open to them")
        return Label(
            f"{many} 名学生竞争 {few} 个{role.zh}的 {self.seats} 个名额，缺 {self.short} 个",
            f"{many} students compete for {self.seats} places with {few} {role.en}s: {self.short} short",
        )


def asking(reading: Reading) -> Mapping[Seat, int]:
    """How many students may be given each seat."""
    return Counter(
        seat_of(student, role, key)
        for student in reading.problem.students
        for role in Role
        for key in reading.menu(student, role)
    )


def shortages(problem: Problem, role: Role) -> tuple[Shortage, ...]:
    """All deficient sets of one role, looked at alone; empty where every student could be given someone."""
    flow = Flow(Reading(problem), role)
    unplaced = [who for who in flow.menus if not flow.place(who)]
    return tuple(_sets(role, unplaced, flow))


class Flow:
    """Units flow to seats and on through their organisations' quotas; a path to a free one places one unit more."""

    def __init__(self, reading: Reading, role: Role) -> None:
        self.menus: dict[Unit, list[Seat]] = {}
        self.above: dict[Seat, Seat | None] = {}
        self.below: dict[Seat, list[Seat]] = defaultdict(list)
        for student in sorted(reading.problem.students, key=lambda one: one.id):
            if role in student.needs:
                menu = [reading.seats(student, role, key) for key in sorted(reading.menu(student, role))]
                self.menus.update({(student.id, unit): [seats[0] for seats in menu] for unit in range(student.units)})
                self.above |= {seats[0]: seats[1] if len(seats) > 1 else None for seats in menu}
        for seat, top in sorted(self.above.items()):
            if top is not None:
                self.below[top].append(seat)
        self._room, self._soft = reading.room, reading.problem.overload
        self._holders: dict[Seat, list[Unit]] = defaultdict(list)

    def room(self, seat: Seat) -> int:
        return len(self.menus) if seat in self._soft else self._room.get(seat, 0)

    def place(self, who: Unit) -> bool:
        """Place one more unit, moving others along a shortest path; False where no path ends at a free seat."""
        came: dict[Node, Node] = {}
        for node in self._reached([who], came):
            if self._ends(node):
                self._shift(node, who, came)
                return True
        return False

    def reach(self, start: list[Unit]) -> tuple[set[Unit], set[Seat]]:
        """All who would have to make room for these, and the seats and organisations they would have to leave."""
        found = list(self._reached(start, {}))
        return {one for one in found if is_unit(one)}, {one for one in found if not is_unit(one)}

    def seats(self, reached: set[Seat]) -> int:
        """How many units can go to these: an organisation's quota stands for all below it."""
        return sum(self.room(seat) for seat in reached if self.above.get(seat) not in reached)

    def _reached(self, start: list[Unit], came: dict[Node, Node]) -> Iterator[Node]:
        """Whatever can be reached from these, nearest first; `came` learns from where."""
        queue: deque[Node] = deque(start)
        seen: set[Node] = set(start)
        while queue:
            node = queue.popleft()
            yield node
            for other in self._next(node):
                if other not in seen:
                    seen.add(other)
                    came[other] = node
                    queue.append(other)

    def _next(self, node: Node) -> Iterator[Node]:
        if is_unit(node):
            yield from self.menus[node]
        elif node in self.below:
            yield from self.below[node]
        else:
            yield from self._holders[node]
            top = self.above[node]
            if top is not None and len(self._holders[node]) < self.room(node):
                yield top

    def _ends(self, node: Node) -> bool:
        if is_unit(node):
            return False
        if node in self.below:
            return sum(len(self._holders[seat]) for seat in self.below[node]) < self.room(node)
        return self.above[node] is None and len(self._holders[node]) < self.room(node)

    def _shift(self, node: Node, who: Unit, came: Mapping[Node, Node]) -> None:
        """Along the path from its end: who goes to a seat sits there, who leaves one no longer does."""
        while node != who:
            before = came[node]
            if is_unit(node):
                if not is_unit(before):
                    self._holders[before].remove(node)
            elif is_unit(before):
                self._holders[node].append(before)
            node = before


def _sets(role: Role, unplaced: list[Unit], flow: Flow) -> list[Shortage]:
    """Everybody an unplaced student would have to push out, gathered into sets that share no target."""
    found: list[Shortage] = []
    seen: set[Unit] = set()
    for first in unplaced:
        if first in seen:
            continue
        crowd, seats = flow.reach([first])
        while more := [who for who in unplaced if who not in crowd and seats.intersection(flow.menus[who])]:
            crowd, seats = flow.reach([*crowd, *more])
        seen |= crowd
        own = [seat for seat in seats if seat not in flow.below]
        targets = tuple(sorted(seat[1] for seat in own))
        who = tuple(sorted({student for student, _ in crowd}))
        period = next((seat[2] for seat in own), "")
        found.append(Shortage(role, period, who, targets, flow.seats(seats), len(crowd)))
    return found
