"""What an assignment would do, pure: each proposed pairing against what stands, with points, reasons and vacancies."""

import dataclasses
from collections.abc import Iterator, Mapping

from ptman import drafts
from ptman.assign import explain, levelling, words
from ptman.assign.answer import Answer
from ptman.assign.problem import FREE, Given, Problem, Role, Student
from ptman.assign.situation import Learner, Situation
from ptman.drafts import Difference, Fate, Item
from ptman.labels import Label


@dataclasses.dataclass(frozen=True, slots=True)
class Proposal:
    """One role of one student, old → new by id; `points` are against it, 0 is best.

    Where `new` is None the role stays vacant, or what stands ends: then the change can be kept or not, as any other.
    """

    student: str
    role: Role
    old: str | None
    new: str | None
    points: int = 0
    reasons: tuple[Label, ...] = ()

    @property
    def key(self) -> str:
        return words.key(self.student, self.role)

    @property
    def fate(self) -> Fate:
        if self.old == self.new:
            return Fate.VACANT if self.new is None else Fate.UNCHANGED
        return Fate.NEW if self.old is None else Fate.CHANGED


@dataclasses.dataclass(frozen=True, slots=True)
class Vacancy:
    """A student whom the answer leaves without something, and why; `student` is the student number."""

    student: str
    name: str
    missing: Role
    reason: Label


@dataclasses.dataclass(frozen=True, slots=True)
class AssignDraft:
    """An answer beside the situation it was made for. `objective` and `bound` are points, smaller is better."""

    situation: Situation
    again: bool
    problem: Problem
    answer: Answer
    proposals: tuple[Proposal, ...]
    vacancies: tuple[Vacancy, ...]
    draft: drafts.Draft

    @property
    def students(self) -> int:
        return len(self.situation.students)

    @property
    def with_academic(self) -> int:
        return self._with(Role.ACADEMIC)

    @property
    def with_industry(self) -> int:
        return self._with(Role.INDUSTRY)

    @property
    def with_base(self) -> int:
        return self._with(Role.BASE)

    @property
    def objective(self) -> int:
        return self.answer.value

    @property
    def bound(self) -> int:
        return self.answer.bound

    @property
    def optimal(self) -> bool:
        return self.answer.optimal

    def _with(self, role: Role) -> int:
        return sum(given.target(role) is not None for given in self.answer.given.values())


def make(situation: Situation, problem: Problem, answer: Answer, *, again: bool) -> AssignDraft:
    """The draft of an answer to `problem`, which was built from `situation`."""
    names = situation.names()
    why = {
        (one.student, one.missing): words.vacancy(one, names)
        for one in explain.vacancies(levelling.plain(problem), answer)
    }
    proposals = tuple(
        one if one.new else dataclasses.replace(one, reasons=_missing(one, why[one.student, one.role]))
        for one in _proposals(situation, problem, answer)
    )
    learners = {one.id: one for one in situation.students}
    vacancies = tuple(
        Vacancy(learners[one.student].number, learners[one.student].name, one.role, why[one.student, one.role])
        for one in proposals
        if one.new is None
    )
    items = tuple(_item(one, learners[one.student], names) for one in proposals)
    found = tuple(explain.finding_sentence(one, lambda key: names.get(key, key)) for one in answer.findings)
    title = Label(f"{situation.cohort} 级配对方案", f"Assignment of cohort {situation.cohort}")
    shown = drafts.Draft(title, items, (words.quality(answer), *found))
    return AssignDraft(situation, again, problem, answer, proposals, vacancies, shown)


def _proposals(situation: Situation, problem: Problem, answer: Answer) -> Iterator[Proposal]:
    places = {(one.student, one.target): one.rank for one in situation.wishes if one.by_student}
    chose = {(one.student, one.role) for one in situation.wishes if one.by_student}
    without = {one.id for one in situation.industry if not one.bases}
    for learner, student in zip(situation.students, problem.students, strict=True):
        given = answer.given[learner.id]
        for role in learner.needs:
            standing, new = learner.stands(role), given.target(role)
            old = standing.target if standing else None
            if new is None or new == old:
                yield Proposal(learner.id, role, old, new)
                continue
            points = _points(problem, student, given, role)
            reasons = words.choice(points, places.get((learner.id, new)), chose=(learner.id, role) in chose)
            if role is Role.INDUSTRY and new in without:
                reasons = (*reasons, words.NO_BASE)
            yield Proposal(learner.id, role, old, new, sum(points.values()), reasons)


def _points(problem: Problem, student: Student, given: Given, role: Role) -> dict[str, int]:
    """The named points of one role; what the pair of supervisors takes off counts with the industry supervisor."""
    points = dict(student.options(role).get(given.target(role) or "", FREE).terms)
    if role is Role.INDUSTRY and given.academic and given.industry:
        bonus = problem.affinity.get((given.academic, given.industry), 0)
        return points | ({"affinity": -bonus} if bonus else {})
    return points


def _missing(one: Proposal, why: Label) -> tuple[Label, ...]:
    return (why,) if one.old is None else (words.ENDS, why)


def _item(one: Proposal, learner: Learner, names: Mapping[str, str]) -> Item:
    title = f"{learner.number} {learner.name}"
    old, new = (names.get(key, "") if key else "" for key in (one.old, one.new))
    change = Difference(one.role.label, old, new)
    notes = (words.STANDS,) if one.fate is Fate.UNCHANGED else one.reasons
    given = one.fate is not Fate.UNCHANGED and one.new is not None
    return Item(one.key, one.fate, title, (change,), notes, score=one.points if given else None)
