"""Turns what the office knows into the problem to solve: eligible choices with their points, seats, locks."""

from collections.abc import Iterable, Mapping

from ptman.assign import eligible, problem, terms
from ptman.assign.eligible import Reason
from ptman.assign.problem import Demand, Option, Penalties, Problem, Role
from ptman.assign.situation import Academic, Industry, Learner, Situation


def build(situation: Situation, *, again: bool = False) -> Problem:
    """The problem of a cohort. What stands is locked; `again` leaves only fixed pairings locked and prices moves."""
    menus, vacant = _Menus(situation), terms.vacancy(len(situation.students))
    return Problem(
        tuple(menus.student(learner) for learner in situation.students),
        tuple(problem.Academic(one.id, max(0, one.capacity - one.elsewhere)) for one in situation.academics),
        tuple(
            problem.Industry(one.id, max(0, one.capacity - one.elsewhere), 0, one.organisation, frozenset(one.bases))
            for one in situation.industry
        ),
        tuple(problem.Base(one.id, _left(one.seats, one.elsewhere)) for one in situation.sites),
        affinities(situation),
        tuple(_locks(situation.students, again=again)),
        penalties=Penalties(vacant, vacant, vacant),
    )


def affinities(situation: Situation) -> dict[tuple[str, str], int]:
    """Points off by pairs of supervisors who work together: one recommended the other, or they share students."""
    shared = {(academic, industry): count for academic, industry, count in situation.shared}
    recommended = {(one.recommended_by, one.id) for one in situation.industry if one.recommended_by}
    return {
        pair: terms.affinity(recommended=pair in recommended, shared=shared.get(pair, 0))
        for pair in sorted(shared.keys() | recommended)
    }


def student(situation: Situation, learner: Learner) -> problem.Student:
    """The choices of one student alone."""
    return _Menus(situation).student(learner)


def _left(seats: Iterable[tuple[str, int]], elsewhere: Iterable[tuple[str, int]]) -> dict[str, int]:
    gone = dict(elsewhere)
    return {stay: max(0, count - gone.get(stay, 0)) for stay, count in seats}


def _locks(students: Iterable[Learner], *, again: bool) -> Iterable[Demand]:
    for learner in students:
        for role, standing in learner.standing:
            if standing.fixed or not again:
                yield Demand(learner.id, role, standing.target)


class _Menus:
    """Makes each student's choices; what is looked up often is gathered once."""

    def __init__(self, situation: Situation) -> None:
        self.situation = situation
        self.ranks: Mapping[tuple[str, str, bool], int] = {
            (one.student, one.target, one.by_student): one.rank for one in situation.wishes
        }
        self.choosers = {one.target for one in situation.wishes if not one.by_student}
        people: tuple[Learner | Academic | Industry, ...]
        people = (*situation.students, *situation.academics, *situation.industry)
        self.industry = {one.id: one for one in situation.industry}
        self.words = {one.id: frozenset(one.words) for one in people}

    def student(self, learner: Learner) -> problem.Student:
        excluded: dict[tuple[Role, str], str] = {}
        menus: dict[Role, dict[str, Option]] = {role: {} for role in Role}
        for role, target, reason in self._judged(learner):
            if reason is None:
                menus[role][target] = Option.of(*self._terms(learner, role, target))
            else:
                excluded[role, target] = reason.value
        academics, industry, bases = (menus[role] for role in (Role.ACADEMIC, Role.INDUSTRY, Role.BASE))
        return problem.Student(learner.id, learner.stay, academics, industry, bases, excluded=excluded)

    def _judged(self, learner: Learner) -> Iterable[tuple[Role, str, Reason | None]]:
        office, stay = self.situation, self.situation.stay(learner)
        for academic in office.academics:
            yield Role.ACADEMIC, academic.id, eligible.academic(learner, academic)
        for person in office.industry:
            yield Role.INDUSTRY, person.id, eligible.industry(learner, person, stay, office.today)
        for site in office.sites:
            yield Role.BASE, site.id, eligible.site(learner, site, stay)

    def _terms(self, learner: Learner, role: Role, target: str) -> Iterable[tuple[str, int]]:
        """The points against one choice; a standing one is spared what every other costs for the move."""
        yield "rank", terms.rank(self.ranks.get((learner.id, target, True)))
        if role is not Role.BASE:
            place = self.ranks.get((learner.id, target, False))
            yield "supervisor_rank", terms.supervisor_rank(place, ranked_anyone=target in self.choosers)
            yield "fit", terms.fit(self.words[learner.id], self.words[target])
        if role is Role.INDUSTRY and self._ends_early(learner, target):
            yield "ends_early", terms.ENDS_EARLY
        standing = learner.stands(role)
        if standing is not None and standing.target != target:
            yield "moved", terms.MOVED

    def _ends_early(self, learner: Learner, target: str) -> bool:
        return not eligible.appointed(learner, self.industry[target], self.situation.stay(learner).ends_on)
