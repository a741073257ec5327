"""Writes down each student's choices: what is eligible, locked, allowed together, and left vacant at a cost."""

from collections import defaultdict
from collections.abc import Mapping

from ptman.assign.answer import Seat
from ptman.assign.demands import Settled
from ptman.assign.problem import FREE, Option, Problem, Role, Student

Pair = tuple[str | None, str | None]


class Writer:
    """Collects the arcs of one student after another, in canonical order."""

    def __init__(
        self, problem: Problem, settled: Settled, places: Mapping[Seat, int], order: Mapping[str, int]
    ) -> None:
        self._penalties = problem.penalties
        self._settled = settled
        self._places = places
        self._order = order
        self._bases = {one.id: one.bases for one in problem.industry}
        self._friends: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for (academic, industry), bonus in problem.affinity.items():
            self._friends[academic].append((industry, bonus))
        for pairs in self._friends.values():
            pairs.sort(key=lambda pair: (order.get(pair[0], -1), pair))
        self.x_target: list[str | None] = []
        self.x_student: list[int] = []
        self.x_row: list[int] = []
        self.x_cost: list[int] = []
        self.y_target: list[Pair] = []
        self.y_student: list[int] = []
        self.y_host: list[int] = []
        self.y_base: list[int] = []
        self.y_cost: list[int] = []
        self.y_group: list[int] = []
        self.z_arc: list[int] = []
        self.z_group: list[int] = []
        self.z_bonus: list[int] = []
        self.z_student: list[int] = []
        self._students = 0
        self._groups = 0

    def add(self, student: Student) -> None:
        arcs = self._add_academics(student)
        groups = self._add_industry(student)
        for academic, arc in arcs.items():
            for industry, bonus in self._friends.get(academic, ()):
                if industry in groups:
                    self.z_arc.append(arc)
                    self.z_group.append(groups[industry])
                    self.z_bonus.append(bonus)
                    self.z_student.append(self._students)
        self._students += 1

    def _menu(self, student: Student, role: Role) -> tuple[list[tuple[str, Option]], bool]:
        """The choices of one role in canonical order, and whether the role is locked."""
        if role not in student.needs:
            return [], False
        options = student.options(role)
        locked = self._settled.locks.get((student.id, role))
        if locked is not None:
            return [(locked, options.get(locked, FREE))], True
        period = student.period if role is Role.BASE else ""
        open_to = [
            (key, option)
            for key, option in options.items()
            if self._settled.upper.get((role, key, period), 0)
            and (student.id, role, key) not in self._settled.forbidden
        ]
        return sorted(open_to, key=lambda item: self._order[item[0]]), False

    def _add_academics(self, student: Student) -> dict[str, int]:
        menu, locked = self._menu(student, Role.ACADEMIC)
        arcs: dict[str, int] = {}
        for key, option in menu:
            arcs[key] = len(self.x_cost)
            self._add_x(key, self._places[Role.ACADEMIC, key, ""], option.cost)
        if not locked:
            self._add_x(None, len(self._places), self._penalties.academic if Role.ACADEMIC in student.needs else 0)
        return arcs

    def _add_x(self, target: str | None, row: int, cost: int) -> None:
        self.x_target.append(target)
        self.x_student.append(self._students)
        self.x_row.append(row)
        self.x_cost.append(cost)

    def _add_industry(self, student: Student) -> dict[str, int]:
        """Each industry supervisor with each base, either alone, or neither."""
        hosts, host_locked = self._menu(student, Role.INDUSTRY)
        sites, site_locked = self._menu(student, Role.BASE)
        both = {Role.INDUSTRY, Role.BASE} <= student.needs
        no_host = self._penalties.industry if Role.INDUSTRY in student.needs else 0
        no_site = self._penalties.base if Role.BASE in student.needs else 0
        together = host_locked and site_locked
        groups: dict[str, int] = {}
        for host, option in hosts:
            own = self._bases[host]
            pairs: list[tuple[str | None, int]] = [
                (site, option.cost + at.cost) for site, at in sites if together or site in own
            ]
            if not site_locked and (not both or self._penalties.partial or host_locked):
                pairs.append((None, option.cost + no_site))
            if pairs:
                groups[host] = self._groups
                self._add_group(student, host, pairs)
        if not host_locked:
            alone: list[tuple[str | None, int]] = [(site, no_host + at.cost) for site, at in sites]
            if both and not self._penalties.partial and not site_locked:
                alone = []
            if not site_locked:
                alone.append((None, no_host + no_site))
            self._add_group(student, None, alone)
        return groups

    def _add_group(self, student: Student, host: str | None, pairs: list[tuple[str | None, int]]) -> None:
        nothing = len(self._places)
        host_row = nothing if host is None else self._places[Role.INDUSTRY, host, ""]
        for site, cost in pairs:
            self.y_target.append((host, site))
            self.y_student.append(self._students)
            self.y_host.append(host_row)
            self.y_base.append(nothing if site is None else self._places[Role.BASE, site, student.period])
            self.y_cost.append(cost)
            self.y_group.append(self._groups)
        self._groups += 1
