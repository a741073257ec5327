"""Student-optimal stable allocation: students ask in their order, supervisors keep the best who have asked."""

import dataclasses
import heapq
from collections import Counter, defaultdict
from collections.abc import Sequence

from ptman.assign import aims, demands, stability, verify
from ptman.assign.answer import Answer, Certificate, Tier
from ptman.assign.engine import tiers
from ptman.assign.engine.arrays import lottery
from ptman.assign.engine.control import Steering
from ptman.assign.fingerprints import Prints
from ptman.assign.problem import Given, Problem, Role, Student
from ptman.assign.reading import Reading
from ptman.errors import PtmanError

STABLE = "stable"


def solve(problem: Problem, roles: Sequence[Role], seed: str, steering: Steering) -> Answer:
    """Stable in each of `roles` on its own, and the best total that leaves.

    Ties fall by the draw. Three sides together are not promised: whether a stable answer exists is then intractable
    (Ng and Hirschberg 1991). Raises PtmanError `assign-stable` for weighted students and where bases must come along.
    """
    if not all(stability.can_be_asked(problem, role) for role in roles):
        raise PtmanError(
            "assign-stable",
            "有学生占用多个名额，或企业导师须与基地一并分配，无法保证稳定方案。未作任何改动；请改用总分最优。",
            "A student takes several places, or industry supervisors come only with a base: a stable answer cannot be "
            "promised. Nothing was changed; use best total instead.",
        )
    given = {student.id: Given() for student in problem.students}
    for role in roles:
        for student, target in asked(problem, role, seed).items():
            given[student] = dataclasses.replace(given[student], **{role.value: target})
    prints = Prints(problem)
    decided = stability.fixed(problem, given, roles)
    others = [role for role in Role if role not in roles and any(one.options(role) for one in problem.students)]
    codes = (aims.TOTAL, aims.LOTTERY) if others else (aims.TOTAL,)
    rest = tiers.unchecked(decided, codes, (seed, steering), prints)
    total = Tier(aims.TOTAL, rest.value, rest.bound, rest.proved, rest.certificate)
    first = tuple(Tier(f"{STABLE}:{role.value}", 0, 0, 0, Certificate({}, 1)) for role in roles)
    answer = dataclasses.replace(
        rest,
        findings=demands.settle(problem).findings,
        input_hash=prints.of(problem),
        mode=STABLE,
        tiers=(*first, *(rest.tiers or (total,))),
        seed=seed,
    )
    return tiers.checked(problem, answer, verify.Verifier(problem, prints))


def sides(problem: Problem) -> tuple[Role, ...]:
    """The academic side, and the industry side where it can be asked for and everybody there has a ranking."""
    industry = problem.industry and stability.can_be_asked(problem, Role.INDUSTRY)
    if industry and stability.Preferences(Reading(problem), Role.INDUSTRY).ranked:
        return Role.ACADEMIC, Role.INDUSTRY
    return (Role.ACADEMIC,)


def asked(problem: Problem, role: Role, seed: str) -> dict[str, str]:
    """Deferred acceptance (Abraham, Irving, Manlove 2007, SPA-student): by student who took them, others are vacant."""
    market = Market(problem, role, seed)
    free = sorted(market.wishes, reverse=True)
    while free:
        who = free.pop()
        target = next(market.wishes[who], None)
        if target is not None:
            turned_away = market.take(who, target)
            if turned_away is not None:
                free.append(turned_away)
    return market.holds


class Market:
    """Who holds whom so far; heaps know the least wanted of each person and of each decider."""

    def __init__(self, problem: Problem, role: Role, seed: str) -> None:
        self._prefer = prefer = stability.Preferences(Reading(problem), role)
        self._seats = {target: prefer.seats(target) for target in prefer.decides}
        names = [*prefer.decides, *(one.id for one in problem.students)]
        self._lots = {key: lottery(seed, problem.lots.get(key, key)) for key in names}
        self._drawn = {key: place for place, key in enumerate(sorted(prefer.decides, key=self._lots.__getitem__))}
        self.wishes = {student.id: iter(self._ordered(student)) for student in prefer.market()}
        self.holds: dict[str, str] = {}
        self._heaps: dict[str, list[tuple[int, int, str, str]]] = defaultdict(list)
        self._loads: Counter[str] = Counter()

    def _ordered(self, student: Student) -> list[str]:
        options, drawn, last = student.options(self._prefer.role), self._drawn, stability.UNRANKED
        # rows of plain numbers sort several times faster than a key worked out for each comparison
        chosen = [(key, options[key]) for key in self._prefer.menu(student)]
        rows = [(last if one.rank is None else one.rank, one.cost, drawn[key], key) for key, one in chosen]
        rows.sort()
        return [row[-1] for row in rows]

    def take(self, who: str, target: str) -> str | None:
        """Give the student the place; answers who has to go for it, if anybody."""
        prefer, decider = self._prefer, self._prefer.decides[target]
        self.holds[who] = target
        least_wanted = (-prefer.of_decider(target, who), -int.from_bytes(self._lots[who]), who, target)
        for party in {target, decider}:
            self._loads[party] += 1
            heapq.heappush(self._heaps[party], least_wanted)
        own, all_seats = self._seats[target]
        if self._loads[target] > own:
            return self._turn_away(target, decider)
        return self._turn_away(decider, decider) if self._loads[decider] > all_seats else None

    def _turn_away(self, party: str, decider: str) -> str:
        heap = self._heaps[party]
        while True:
            _, _, who, target = heapq.heappop(heap)
            if self.holds.get(who) == target:
                del self.holds[who]
                for one in {target, decider}:
                    self._loads[one] -= 1
                return who
