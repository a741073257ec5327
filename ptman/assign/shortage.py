"""Deficient sets (Hall): which students compete for too few seats, found by augmenting paths on one side."""

import dataclasses
from collections import Counter, defaultdict, deque
from collections.abc import Mapping

from ptman.assign.answer import Seat
from ptman.assign.problem import Problem, Role
from ptman.assign.reading import Reading, seat_of
from ptman.labels import Label

Unit = tuple[str, int]
"""One of a student's units: each looks for a seat of its own, which can only be easier than keeping together."""


@dataclasses.dataclass(frozen=True, slots=True)
class Shortage:
    """These students can only go to these targets, which have fewer seats: `short` units must stay vacant.

    Quotas of whole organisations are left aside.
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
    reading = Reading(problem)
    menus: dict[Unit, list[Seat]] = {}
    for student in sorted(problem.students, key=lambda one: one.id):
        if role in student.needs:
            seats = [seat_of(student, role, key) for key in sorted(reading.menu(student, role))]
            menus.update({(student.id, unit): seats for unit in range(student.units)})
    holders: dict[Seat, list[Unit]] = defaultdict(list)
    unplaced = [who for who in menus if not _augment(who, menus, holders, reading.room)]
    return tuple(_sets(role, unplaced, menus, (holders, reading.room)))


def _augment(
    who: Unit, menus: Mapping[Unit, list[Seat]], holders: dict[Seat, list[Unit]], room: Mapping[Seat, int]
) -> bool:
    """Place one more student, moving others along a shortest path; False where no path ends at a free seat."""
    came: dict[Seat, Unit] = {}
    held: dict[Unit, Seat] = {}
    queue = deque([who])
    while queue:
        student = queue.popleft()
        for seat in menus[student]:
            if seat in came:
                continue
            came[seat] = student
            if len(holders[seat]) < room.get(seat, 0):
                _shift(seat, who, (came, held), holders)
                return True
            for holder in holders[seat]:
                held[holder] = seat
                queue.append(holder)
    return False


def _shift(
    seat: Seat, who: Unit, path: tuple[Mapping[Seat, Unit], Mapping[Unit, Seat]], holders: dict[Seat, list[Unit]]
) -> None:
    came, held = path
    student = came[seat]
    while student != who:
        before = held[student]
        holders[before].remove(student)
        holders[seat].append(student)
        seat, student = before, came[before]
    holders[seat].append(who)


def _sets(
    role: Role,
    unplaced: list[Unit],
    menus: Mapping[Unit, list[Seat]],
    state: tuple[Mapping[Seat, list[Unit]], Mapping[Seat, int]],
) -> list[Shortage]:
    """Everybody an unplaced student would have to push out, gathered into sets that share no target."""
    holders, room = state
    found: list[Shortage] = []
    seen: set[Unit] = set()
    for first in unplaced:
        if first in seen:
            continue
        crowd, seats = _reach([first], menus, holders)
        more = [who for who in unplaced if who not in crowd and seats.intersection(menus[who])]
        while more:
            crowd, seats = _reach([*crowd, *more], menus, holders)
            more = [who for who in unplaced if who not in crowd and seats.intersection(menus[who])]
        seen |= crowd
        period = next((seat[2] for seat in seats), "")
        targets = tuple(sorted(seat[1] for seat in seats))
        who = tuple(sorted({student for student, _ in crowd}))
        found.append(Shortage(role, period, who, targets, sum(room.get(seat, 0) for seat in seats), len(crowd)))
    return found


def _reach(
    start: list[Unit], menus: Mapping[Unit, list[Seat]], holders: Mapping[Seat, list[Unit]]
) -> tuple[set[Unit], set[Seat]]:
    crowd, seats, queue = set(start), set[Seat](), deque(start)
    while queue:
        for seat in menus[queue.popleft()]:
            if seat not in seats:
                seats.add(seat)
                new = [who for who in holders.get(seat, ()) if who not in crowd]
                crowd.update(new)
                queue.extend(new)
    return crowd, seats
