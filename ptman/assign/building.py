"""Turns what the office knows into the problem to solve: eligible choices with their points, seats, locks."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from ptman.assign import choosing, levelling, problem, relaxing, terms
from ptman.assign.problem import Demand, Given, Penalties, Problem, Ranking, Role
from ptman.assign.request import PLAIN, Limit, Mode, Request
from ptman.assign.situation import Learner, Situation
from ptman.assign.weights import USUAL, Weights


def build(situation: Situation, request: Request = PLAIN) -> Problem:
    """The problem of a cohort. What stands is locked; where it may move only fixed pairings are, and moves are priced.

    A demand takes the place of what stands in that role of the student.
    """
    weights, menus = request.weights, choosing.Menus(situation, request.weights)
    ranked = _rankings(situation)
    students = tuple(menus.student(learner) for learner in situation.students)
    made = Problem(
        students,
        tuple(
            problem.Academic(one.id, max(0, one.capacity - one.elsewhere), ranking=ranked.get(one.id, ()))
            for one in situation.academics
        ),
        tuple(
            problem.Industry(
                one.id,
                max(0, one.capacity - one.elsewhere),
                0,
                one.organisation,
                frozenset(one.bases),
                ranked.get(one.id, ()),
            )
            for one in situation.industry
        ),
        tuple(problem.Base(one.id, _left(one.seats, one.elsewhere)) for one in situation.sites),
        affinities(situation, weights),
        tuple(_locks(situation.students, request)),
        (*_forbidden(situation), *_left_open(students, request)),
        _penalties(situation, request),
        standing=_standing(situation, request),
        lots=_lots(situation),
    )
    if request.mode is not Mode.STABLE:
        made = levelling.levelled(made, situation, weights.points("level", terms.ABOVE_LEVEL))
    return limited(made, request.limits)


def limited(made: Problem, limits: Iterable[Limit]) -> Problem:
    """The problem with these upper quotas in the place of the recorded ones."""
    for one in limits:
        made = relaxing.requota(made, (one.role, one.target, one.at), upper=one.upper)
    return made


def affinities(situation: Situation, weights: Weights = USUAL) -> dict[tuple[str, str], int]:
    """Points off by pairs of supervisors who work together: one recommended the other, or they share students."""
    shared = {(academic, industry): count for academic, industry, count in situation.shared}
    recommended = {(one.recommended_by, one.id) for one in situation.industry if one.recommended_by}
    found = {
        pair: weights.points("affinity", terms.affinity(recommended=pair in recommended, shared=shared.get(pair, 0)))
        for pair in sorted(shared.keys() | recommended)
    }
    return {pair: points for pair, points in found.items() if points}


def student(situation: Situation, learner: Learner) -> problem.Student:
    """The choices of one student alone."""
    return choosing.Menus(situation).student(learner)


def _penalties(situation: Situation, request: Request) -> Penalties:
    """One vacancy outweighs all that the weights can make of everybody's choices, unless the office wants less."""
    heaviest = max(request.weights.of(name) for name in terms.LABELS if hasattr(request.weights, name))
    vacant = max(1, request.weights.points("vacancy", terms.vacancy(len(situation.students), heaviest)))
    moved = 0 if request.mode is Mode.MINIMAL_CHANGE else request.weights.points("moved", terms.MOVED)
    return Penalties(vacant, vacant, vacant, moved=moved if request.moves else 0)


def _standing(situation: Situation, request: Request) -> Mapping[str, Given]:
    """What moves are counted from; nothing moves where all that stands is locked."""
    if not request.moves:
        return {}
    inside = {one.id for one in situation.students}
    if request.against is not None:
        return {who: given for who, given in request.against if who in inside}
    return {one.id: stands(one) for one in situation.students if one.standing}


def stands(learner: Learner) -> Given:
    """What a student has today."""
    return Given(**{role.value: standing.target for role, standing in learner.standing})


def _rankings(situation: Situation) -> dict[str, Ranking]:
    """How supervisors ranked students; those who gave equal places stand side by side."""
    by_place: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for one in situation.wishes:
        if not one.by_student:
            by_place[one.target][one.rank].append(one.student)
    return {who: tuple(tuple(sorted(places[rank])) for rank in sorted(places)) for who, places in by_place.items()}


def _lots(situation: Situation) -> dict[str, str]:
    """Everybody takes part in the draw under the number that anybody can look up, not under a hidden key."""
    students = {one.id: one.number for one in situation.students}
    everyone = (situation.academics, situation.industry, situation.sites)
    return students | {one.id: one.number for people in everyone for one in people}


def _left(seats: Iterable[tuple[str, int]], elsewhere: Iterable[tuple[str, int]]) -> dict[str, int]:
    gone = dict(elsewhere)
    return {stay: max(0, count - gone.get(stay, 0)) for stay, count in seats}


def _forbidden(situation: Situation) -> Iterable[Demand]:
    return (Demand(one.student, one.role, one.target, one.reason) for one in situation.hints if one.forbids)


def _left_open(students: Iterable[problem.Student], request: Request) -> Iterable[Demand]:
    """Nobody may be given where a person has left the role open."""
    asked = set(request.vacant)
    for one in students:
        for role in Role:
            if (one.id, role) in asked:
                yield from (Demand(one.id, role, key) for key in one.options(role))


def _locks(students: Iterable[Learner], request: Request) -> Iterable[Demand]:
    demanded = {(one.student, one.role) for one in request.demands} | {*request.vacant, *request.freed}
    for learner in students:
        for role, standing in learner.standing:
            held = standing.fixed or not request.moves
            if held and role in learner.needs and (learner.id, role) not in demanded:
                yield Demand(learner.id, role, standing.target)
    yield from request.demands
