"""Whom a student could be given for one role, pure: by points, each with load, acquaintance, or what rules it out."""

import dataclasses
from collections import Counter
from collections.abc import Iterator, Mapping

from ptman.assign import building, terms
from ptman.assign.eligible import Reason
from ptman.assign.problem import Given, Role
from ptman.assign.situation import Academic, Industry, Learner, Site, Situation
from ptman.labels import Label
from ptman.listing import Load

Someone = Academic | Industry | Site


@dataclasses.dataclass(frozen=True, slots=True)
class Candidate:
    """One candidate for one role of one student.

    `points` are against the choice, 0 is best, and the sum of `terms`; None where a rule (`exclusion`) stands against
    it. `knows` names the student's other supervisor where the two work together. `seats_left` counts free seats at the
    base, or at all bases of an industry supervisor (None: not about bases). `given` is whom a scenario gives.
    """

    id: str
    number: str
    name: str
    place: str
    points: int | None
    terms: tuple[tuple[Label, int], ...]
    load: Load
    exclusion: Label | None = None
    knows: str = ""
    seats_left: int | None = None
    stands: bool = False
    fixed: bool = False
    given: bool = False

    @property
    def full(self) -> bool:
        return not (self.stands or self.given) and self.load.taken >= self.load.of

    @property
    def objection(self) -> Label | None:
        """What speaks against giving them at all: a rule, or no room."""
        if self.exclusion is not None:
            return self.exclusion
        return Label(f"已满（{self.load}）", f"full ({self.load})") if self.full else None


def ranked(
    situation: Situation, learner: Learner, role: Role, scenario: Mapping[str, Given] | None = None
) -> tuple[Candidate, ...]:
    """Every candidate, best first: the open ones, then the full ones, then those a rule excludes.

    Loads, and whom the student has beside, are as in the `scenario`, or without one as they stand.
    """
    found = _Ranking(situation, learner, role, scenario).candidates()
    return tuple(
        sorted(found, key=lambda one: (one.points is None, one.full, one.points or 0, one.load.share, one.number))
    )


class _Ranking:
    """Judges the candidates of one student; what they have in common is gathered once."""

    def __init__(
        self, situation: Situation, learner: Learner, role: Role, scenario: Mapping[str, Given] | None
    ) -> None:
        self.situation, self.learner, self.role = situation, learner, role
        self.menu = building.student(situation, learner)
        self.affinity = building.affinities(situation)
        self.held = held(situation) if scenario is None else planned(situation, scenario)
        self.has = building.stands(learner) if scenario is None else scenario.get(learner.id, Given())
        self.planned = scenario is not None
        self.names = situation.names()
        self.forbidden = {each.target for each in situation.hints if each.forbids and each.student == learner.id}

    def candidates(self) -> Iterator[Candidate]:
        everyone: dict[Role, tuple[Someone, ...]] = {
            Role.ACADEMIC: self.situation.academics,
            Role.INDUSTRY: self.situation.industry,
            Role.BASE: self.situation.sites,
        }
        for one in everyone[self.role]:
            yield self._judged(one)

    def _judged(self, one: Someone) -> Candidate:
        standing = self.learner.stands(self.role)
        stands = standing is not None and standing.target == one.id
        reason = self._reason(one)
        knows, bonus = self._knows(one)
        moved = [("moved", terms.MOVED)] if standing is not None and not stands else []
        points = [] if reason else [*self.menu.options(self.role)[one.id].terms, *moved, *bonus]
        return Candidate(
            one.id,
            one.number,
            one.name,
            one.organisation if isinstance(one, Industry) else "",
            sum(point for _, point in points) if reason is None else None,
            tuple((terms.LABELS[name], point) for name, point in points),
            self._load(one),
            reason.label if reason else None,
            knows,
            self._seats_left(one),
            stands,
            stands and standing is not None and standing.fixed,
            self.planned and self.has.target(self.role) == one.id,
        )

    def _reason(self, one: Someone) -> Reason | None:
        if one.id in self.forbidden:
            return Reason.FORBIDDEN
        code = self.menu.excluded.get((self.role, one.id))
        if code is not None:
            return Reason(code)
        if self.planned:
            return None  # solving the scenario again brings the two together
        if isinstance(one, Industry) and self.has.base is not None and self.has.base not in one.bases:
            return Reason.APART
        if isinstance(one, Site) and self.has.industry is not None:
            guide = next(person for person in self.situation.industry if person.id == self.has.industry)
            return None if one.id in guide.bases else Reason.APART
        return None

    def _knows(self, one: Someone) -> tuple[str, list[tuple[str, int]]]:
        """The student's other supervisor, where the two work together, and the points that takes off."""
        academic, industry = self.has.academic, self.has.industry
        if isinstance(one, Academic) and industry is not None:
            pair, other = (one.id, industry), industry
        elif isinstance(one, Industry) and academic is not None:
            pair, other = (academic, one.id), academic
        else:
            return "", []
        bonus = self.affinity.get(pair, 0)
        return (self.names[other], [("affinity", -bonus)]) if bonus else ("", [])

    def _load(self, one: Someone) -> Load:
        if isinstance(one, Site):
            stay = self.learner.stay
            taken = dict(one.elsewhere).get(stay, 0) + self.held[Role.BASE, one.id, stay]
            return Load(taken, dict(one.seats).get(stay, 0))
        return Load(one.elsewhere + self.held[self.role, one.id, ""], one.capacity)

    def _seats_left(self, one: Someone) -> int | None:
        if isinstance(one, Academic):
            return None
        bases = [one] if isinstance(one, Site) else [site for site in self.situation.sites if site.id in one.bases]
        loads = [self._load(site) for site in bases]
        return sum(max(0, load.of - load.taken) for load in loads)


def held(situation: Situation) -> Counter[tuple[Role, str, str]]:
    """How many of the cohort's students each supervisor, and each base in a period, has now."""
    return Counter(
        (role, standing.target, learner.stay if role is Role.BASE else "")
        for learner in situation.students
        for role, standing in learner.standing
    )


def planned(situation: Situation, scenario: Mapping[str, Given]) -> Counter[tuple[Role, str, str]]:
    """The same as a scenario has it."""
    return Counter(
        (role, target, learner.stay if role is Role.BASE else "")
        for learner in situation.students
        for role in Role
        if (target := scenario.get(learner.id, Given()).target(role)) is not None
    )


def free(situation: Situation) -> Iterator[tuple[Role, str, str]]:
    """The supervisors, and the bases by period, who have a place left."""
    taken = held(situation)
    for academic in situation.academics:
        if academic.elsewhere + taken[Role.ACADEMIC, academic.id, ""] < academic.capacity:
            yield Role.ACADEMIC, academic.id, ""
    for person in situation.industry:
        if person.elsewhere + taken[Role.INDUSTRY, person.id, ""] < person.capacity:
            yield Role.INDUSTRY, person.id, ""
    for site in situation.sites:
        gone = dict(site.elsewhere)
        for stay, seats in site.seats:
            if gone.get(stay, 0) + taken[Role.BASE, site.id, stay] < seats:
                yield Role.BASE, site.id, stay
