"""Writes down each student's choices: what is eligible, locked, allowed together, or left vacant; no costs yet."""

from array import array
from collections import defaultdict
from collections.abc import Mapping

from ptman.assign import demands
from ptman.assign.answer import Seat
from ptman.assign.demands import Settled
from ptman.assign.problem import Given, Problem, Role, Student

Pair = tuple[str | None, str | None]


def numbers() -> "array[int]":
    """Machine integers: a list of Python's own takes four times the room."""
    return array("q")


class Entries:
    """Choices of one role: the student's place in canonical order, the choice (None: vacant) and the rows it takes."""

    def __init__(self) -> None:
        self.who, self.own, self.above = numbers(), numbers(), numbers()
        self.keys: list[str | None] = []

    def __len__(self) -> int:
        return len(self.keys)

    def add(self, who: int, key: str | None, own: int, above: int) -> None:
        self.who.append(who)
        self.keys.append(key)
        self.own.append(own)
        self.above.append(above)


class Writer:
    """Collects the arcs of one student after another, in canonical order."""

    def __init__(
        self, problem: Problem, settled: Settled, places: Mapping[Seat, int], order: Mapping[str, int]
    ) -> None:
        self._partial = problem.penalties.partial
        self._settled = settled
        self._places = places
        self._order = order
        self._standing = problem.standing
        self._soft = problem.overload
        self._employers = demands.employers(problem)
        self._bases = {one.id: one.bases for one in problem.industry}
        self._friends: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for pair in problem.affinity:
            self._friends[pair[0]].append(pair)
        for known in self._friends.values():
            known.sort(key=lambda pair: (order.get(pair[1], -1), pair))
        self.academics, self.hosts, self.sites = Entries(), Entries(), Entries()
        self.x_moved = numbers()
        self.y_host, self.y_site, self.y_group, self.y_moved = numbers(), numbers(), numbers(), numbers()
        self.z_arc, self.z_group, self.z_student, self.z_kept = numbers(), numbers(), numbers(), numbers()
        self.z_pair: list[tuple[str, str] | None] = []
        self._students = 0
        self._groups = 0

    def add(self, student: Student) -> None:
        before = self._standing.get(student.id, Given())
        stands = {role: before.target(role) if role in student.needs else None for role in Role}
        anchor, placement = stands[Role.ACADEMIC], (stands[Role.INDUSTRY], stands[Role.BASE])
        alone = placement == (None, None)
        arcs = self._add_academics(student, anchor if alone else None)
        groups = self._add_industry(student, placement, bound=anchor is not None)
        for academic, arc in arcs.items():
            keeps = anchor is not None and not alone and academic == anchor
            friends = self._friends.get(academic or "", ())
            for pair in friends:
                for group, kept in groups.get(pair[1], ()):
                    self._add_joint(arc, group, pair, kept=keeps and kept)
            if keeps:
                known = {host for _, host in friends}
                others = (own for host, own in groups.items() if host not in known)
                for group in (group for own in others for group, kept in own if kept):
                    self._add_joint(arc, group, None, kept=True)
        self._students += 1

    def _add_joint(self, arc: int, group: int, pair: tuple[str, str] | None, *, kept: bool) -> None:
        self.z_arc.append(arc)
        self.z_group.append(group)
        self.z_student.append(self._students)
        self.z_pair.append(pair)
        self.z_kept.append(kept)

    def _menu(self, student: Student, role: Role) -> tuple[list[str], bool]:
        """The choices of one role in canonical order, and whether the role is locked."""
        if role not in student.needs:
            return [], False
        locked = self._settled.locks.get((student.id, role))
        if locked is not None:
            return [locked], True
        period = student.period if role is Role.BASE else ""
        open_to = [
            key
            for key in student.options(role)
            if (self._settled.upper.get((role, key, period), 0) >= student.units or (role, key, period) in self._soft)
            and (student.id, role, key) not in self._settled.forbidden
        ]
        return sorted(open_to, key=lambda key: self._order[key]), False

    def _row(self, role: Role, key: str | None, period: str = "") -> int:
        """The row of a choice; one past the last where nothing is taken."""
        return len(self._places) if key is None else self._places[role, key, period]

    def _above(self, role: Role, key: str | None) -> int:
        """The row of the organisation's own quota."""
        seat = self._employers.get((role, key or ""))
        return len(self._places) if seat is None else self._places[seat]

    def _add_academics(self, student: Student, stands: str | None) -> dict[str | None, int]:
        menu, locked = self._menu(student, Role.ACADEMIC)
        arcs: dict[str | None, int] = {}
        for key in [*menu] if locked else [*menu, None]:
            arcs[key] = len(self.academics)
            self.academics.add(self._students, key, self._row(Role.ACADEMIC, key), self._above(Role.ACADEMIC, key))
            self.x_moved.append(stands is not None and key != stands)
        return arcs

    def _add_industry(self, student: Student, stands: Pair, *, bound: bool) -> dict[str | None, list[tuple[int, bool]]]:
        """Each industry supervisor with each base, either alone, or neither: groups by supervisor."""
        hosts, host_locked = self._menu(student, Role.INDUSTRY)
        sites, site_locked = self._menu(student, Role.BASE)
        loose = not {Role.INDUSTRY, Role.BASE} <= student.needs or self._partial
        first = len(self.sites)
        for site in [*sites, None]:
            self.sites.add(self._students, site, self._row(Role.BASE, site, student.period), len(self._places))
        entry = {site: first + place for place, site in enumerate([*sites, None])}
        groups: dict[str | None, list[tuple[int, bool]]] = {}
        for host in hosts:
            own = self._bases[host]
            near: list[str | None] = [site for site in sites if (host_locked and site_locked) or site in own]
            if not site_locked and (loose or host_locked):
                near.append(None)
            if near:
                groups[host] = self._add_groups(host, [(site, entry[site]) for site in near], (stands, bound))
        if not host_locked:
            alone: list[str | None] = [*sites] if loose or site_locked else []
            if not site_locked:
                alone.append(None)
            groups[None] = self._add_groups(None, [(site, entry[site]) for site in alone], (stands, bound))
        return groups

    def _add_groups(
        self, host: str | None, near: list[tuple[str | None, int]], standing: tuple[Pair, bool]
    ) -> list[tuple[int, bool]]:
        """One group, or two where only some of its placements keep what stands; the vacancy comes last."""
        (host_stands, site_stands), bound = standing
        stands = (host_stands, site_stands) != (None, None)
        parts = [(near, True)]
        if stands:
            stays = [host_stands in {None, host} and site_stands in {None, site} for site, _ in near]
            parts = [
                ([one for one, keep in zip(near, stays, strict=True) if keep is part], part) for part in (True, False)
            ]
        groups = []
        self.hosts.add(self._students, host, self._row(Role.INDUSTRY, host), self._above(Role.INDUSTRY, host))
        for sites, keeps in parts:
            for _, entry in sites:
                self.y_host.append(len(self.hosts) - 1)
                self.y_site.append(entry)
                self.y_moved.append(stands and (bound or not keeps))
                self.y_group.append(self._groups)
            if sites:
                groups.append((self._groups, keeps))
                self._groups += 1
        return groups
