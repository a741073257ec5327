"""The problem read on its own terms: each student's choices, what goes together, how far seats go; no solver in it."""

from collections import Counter
from collections.abc import Collection, Mapping

from ptman.assign.answer import Seat
from ptman.assign.problem import FREE, ORGANISATION, Given, Problem, Role, Student


class Reading:
    """A problem with its demands looked up; used to check and to explain, never to solve."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.students = {student.id: student for student in problem.students}
        self.hosts = {one.id: one.bases for one in problem.industry}
        self._joint = {(one.role, one.id) for one in problem.organisations}
        self._works_for = {(Role.ACADEMIC, one.id): one.organisation for one in problem.academics}
        self._works_for |= {(Role.INDUSTRY, one.id): one.organisation for one in problem.industry}
        self._banned = {(one.student, one.role, one.target) for one in problem.forbidden}
        self._watched = {one.student for one in problem.forbidden}
        self._wide: dict[tuple[Role, str, int], frozenset[str]] = {}
        self.locks = self._standing_locks()
        self.room = self._room()

    def _standing_locks(self) -> dict[tuple[str, Role], str]:
        """Locks that can hold; where two contradict each other, the one with the smaller target."""
        known = {
            Role.ACADEMIC: {one.id for one in self.problem.academics},
            Role.INDUSTRY: self.hosts.keys(),
            Role.BASE: {one.id for one in self.problem.bases},
        }
        standing: dict[tuple[str, Role], str] = {}
        for lock in sorted(self.problem.locks, key=lambda one: one.target, reverse=True):
            student = self.students.get(lock.student)
            real = student is not None and lock.role in student.needs and lock.target in known[lock.role]
            if real and (lock.student, lock.role, lock.target) not in self._banned:
                standing[lock.student, lock.role] = lock.target
        return standing

    def _room(self) -> Mapping[Seat, int]:
        """Seats, never fewer than are locked."""
        room: Counter[Seat] = Counter({(Role.ACADEMIC, one.id, ""): one.upper for one in self.problem.academics})
        room.update({(Role.INDUSTRY, one.id, ""): one.upper for one in self.problem.industry})
        for base in self.problem.bases:
            room.update({(Role.BASE, base.id, period): seats for period, seats in base.capacity.items()})
        room.update({(one.role, one.id, ORGANISATION): one.upper for one in self.problem.organisations})
        room.update(dict.fromkeys(self.problem.overload.keys() - room.keys(), 0))
        held: Counter[Seat] = Counter()
        for (who, role), target in self.locks.items():
            student = self.students[who]
            held.update(dict.fromkeys(self.seats(student, role, target), student.units))
        return {seat: max(room[seat], held[seat]) for seat in {**room, **held}}

    def seats(self, student: Student, role: Role, target: str) -> tuple[Seat, ...]:
        """The quotas that a choice takes from: the person's or base's own, and the organisation's where it has one."""
        employer = self._works_for.get((role, target), "")
        own = seat_of(student, role, target)
        return (own, (role, employer, ORGANISATION)) if (role, employer) in self._joint else (own,)

    def menu(self, student: Student, role: Role) -> dict[str, int]:
        """What the student may be given in a role, with its points."""
        if role not in student.needs:
            return {}
        options = student.options(role)
        locked = self.locks.get((student.id, role))
        if locked is not None:
            return {locked: options.get(locked, FREE).cost}
        wide = self.wide(student, role)
        if student.id in self._watched:
            wide = frozenset(key for key in wide if self.allowed(student, role, key))
        return {key: one.cost for key, one in options.items() if key in wide}

    def choice(self, student: Student, role: Role, target: str) -> int | None:
        """The points of one choice as in the menu; None where the student may not have it."""
        if role not in student.needs:
            return None
        locked = self.locks.get((student.id, role))
        option = student.options(role).get(target)
        if locked is not None:
            return (option or FREE).cost if locked == target else None
        if option is None or not self.allowed(student, role, target):
            return None
        return option.cost if target in self.wide(student, role) else None

    def allowed(self, student: Student, role: Role, target: str) -> bool:
        return (student.id, role, target) not in self._banned

    def wide(self, student: Student, role: Role) -> frozenset[str]:
        """Everybody, or every base, with seats enough for this student alone."""
        at = student.period if role is Role.BASE else ""
        kind = role, at, student.units
        if kind not in self._wide:
            soft = self.problem.overload
            self._wide[kind] = frozenset(
                key
                for about, key, period in (*self.room, *soft)
                if (about, period) == (role, at)
                and (self.room.get((role, key, at), 0) >= student.units or (role, key, at) in soft)
            )
        return self._wide[kind]

    def vacancy(self, student: Student, role: Role) -> int | None:
        """What leaving the role open costs; None where a lock keeps it filled."""
        if (student.id, role) in self.locks:
            return None
        return self.problem.penalties.of(role) if role in student.needs else 0

    def together(self, student: Student, industry: str | None, base: str | None) -> bool:
        """Whether this industry supervisor (or none) may come with this base (or none)."""
        host_locked, site_locked = ((student.id, role) in self.locks for role in (Role.INDUSTRY, Role.BASE))
        if industry is not None and base is not None:
            return (host_locked and site_locked) or base in self.hosts.get(industry, ())
        if industry is None and base is None:
            return True
        if self.problem.penalties.partial or not {Role.INDUSTRY, Role.BASE} <= student.needs:
            return True
        return host_locked if base is None else site_locked

    def apart(self, student: Student) -> bool:
        """Whether an industry supervisor and a base are both locked, and so go together whatever they are."""
        return (student.id, Role.INDUSTRY) in self.locks and (student.id, Role.BASE) in self.locks

    def near(self, student: Student, industry: str | None, bases: Collection[str | None]) -> list[str | None]:
        """Those of `bases` (a set or mapping) that may come with this industry supervisor."""
        if industry is None or self.apart(student):
            return [base for base in bases if self.together(student, industry, base)]
        near: list[str | None] = [base for base in self.hosts.get(industry, ()) if base in bases]
        return [*near, None] if None in bases and self.together(student, industry, None) else near

    def loads(self, given: Mapping[str, Given]) -> Counter[Seat]:
        """How many units of each quota an answer takes."""
        load: Counter[Seat] = Counter()
        for student in self.problem.students:
            mine, units = given[student.id], student.units
            for role in Role:
                target = mine.target(role)
                if target is not None:
                    for seat in self.seats(student, role, target):
                        load[seat] += units
        return load

    def moved(self, student: Student, mine: Given) -> bool:
        """Whether the student loses or changes anything of what stands; a vacancy filled is no move."""
        before = self.problem.standing.get(student.id)
        return before is not None and any(
            (target := before.target(role)) is not None and role in student.needs and mine.target(role) != target
            for role in Role
        )

    def lower(self) -> dict[Seat, int]:
        quotas: dict[Seat, int] = {(Role.ACADEMIC, one.id, ""): one.lower for one in self.problem.academics}
        quotas |= {(Role.INDUSTRY, one.id, ""): one.lower for one in self.problem.industry}
        return quotas | {(one.role, one.id, ORGANISATION): one.lower for one in self.problem.organisations}


def seat_of(student: Student, role: Role, target: str) -> Seat:
    return role, target, student.period if role is Role.BASE else ""
