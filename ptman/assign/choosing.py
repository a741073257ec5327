"""Makes each student's choices with their points: what is alike is made once, only what differs is made anew."""

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from ptman.assign import problem, terms
from ptman.assign.alike import Judged, Kinds
from ptman.assign.problem import Option, Options, Role
from ptman.assign.situation import Academic, Industry, Learner, Situation
from ptman.assign.weights import USUAL, Weights

Ids = frozenset[str]
NOBODY: Ids = frozenset()
Fits = tuple[int, int]
"""How well the field and the topic meet an expertise."""
UNKNOWN: Fits = (terms.FIT_UNKNOWN, terms.FIT_UNKNOWN)


@dataclasses.dataclass(frozen=True, slots=True)
class Regard:
    """What speaks for or against one choice: the student's and the supervisor's rank for it, both fits, the office."""

    rank: int | None = None
    place: int | None = None
    fits: Fits = UNKNOWN
    hint: int = 0
    home: str = ""


class Vocabulary:
    """Finds the supervisors of one role whose expertise shares words with a student's, without trying each pair."""

    def __init__(self, people: Iterable[Academic | Industry]) -> None:
        self.words = {one.id: frozenset(one.words) for one in people}
        self._using: dict[str, set[str]] = defaultdict(set)
        self._found: dict[tuple[str, ...], tuple[set[str], set[str]]] = {}
        for who, words in self.words.items():
            for word in words:
                self._using[word].add(who)

    def near(self, wanted: tuple[str, ...]) -> tuple[set[str], set[str]]:
        """Who shares exactly one word, and who shares more: `terms.fit` knows three grades."""
        if wanted not in self._found:
            some, more = set[str](), set[str]()
            for word in frozenset(wanted):
                using = self._using.get(word, set())
                more |= some & using
                some |= using
            self._found[wanted] = some - more, more
        return self._found[wanted]


class Menus:
    """Makes each student's choices; what is looked up often is gathered once."""

    def __init__(self, situation: Situation, weights: Weights = USUAL) -> None:
        self._kinds, self._weights = Kinds(situation), weights
        self._regions = {one.id: one.region for one in situation.sites}
        self._hints = {(one.student, one.target): one.points for one in situation.hints if not one.forbids}
        self._hinted: dict[str, set[str]] = defaultdict(set)
        for who, target in self._hints:
            self._hinted[who].add(target)
        self._vocabulary = {
            Role.ACADEMIC: Vocabulary(situation.academics),
            Role.INDUSTRY: Vocabulary(situation.industry),
        }
        self._ranks: dict[str, dict[tuple[str, bool], int]] = defaultdict(dict)
        for one in situation.wishes:
            self._ranks[one.student][one.target, one.by_student] = one.rank
        self._choosers = frozenset(one.target for one in situation.wishes if not one.by_student)
        self._usual: dict[tuple[str, str, Role, Fits, str], Options] = {}
        self._options: dict[tuple[problem.Terms, int | None], Option] = {}

    def student(self, learner: Learner) -> problem.Student:
        academics, industry, bases = (self._menu(learner, role) for role in Role)
        excluded = self._kinds.of(learner).excluded
        needs = frozenset(learner.needs)
        return problem.Student(learner.id, learner.stay, academics, industry, bases, needs, excluded)

    def _menu(self, learner: Learner, role: Role) -> Options:
        """As for everybody of the kind, but for whom the words bring nearer, who is ranked, and who has a hint."""
        usual = self._like(learner, role, _far(learner, role))
        menu = dict(usual)
        nearer = self._nearer(learner, role) if role in self._vocabulary else {}
        menu.update({who: self._like(learner, role, fits)[who] for who, fits in nearer.items() if who in usual})
        own = {target for target, _ in self._ranks.get(learner.id, ())} | self._hinted.get(learner.id, set())
        for target in own:
            if target in usual:
                menu[target] = self._option(role, target, self._kinds.of(learner), self._regard(learner, role, target))
        return menu

    def _nearer(self, learner: Learner, role: Role) -> dict[str, Fits]:
        """Whose expertise shares words with the field or the topic, and how well they fit."""
        field, topic = (
            dict.fromkeys(some, terms.FIT_SOME) | dict.fromkeys(good, terms.FIT_GOOD)
            for some, good in map(self._vocabulary[role].near, (learner.field_words, learner.topic_words))
        )
        far = _far(learner, role)
        return {who: (field.get(who, far[0]), topic.get(who, far[1])) for who in field.keys() | topic.keys()}

    def _like(self, learner: Learner, role: Role, fits: Fits) -> Options:
        """The choices of a student of this kind who ranked nobody, were all to fit so well."""
        home = learner.region if role is Role.BASE else ""
        key = learner.category, learner.stay, role, fits, home
        if key not in self._usual:
            kind = self._kinds.of(learner)
            words = self._vocabulary[role].words if role in self._vocabulary else {}
            self._usual[key] = {
                target: self._option(role, target, kind, Regard(fits=fits if words.get(target) else UNKNOWN, home=home))
                for target in kind.open[role]
            }
        return self._usual[key]

    def _regard(self, learner: Learner, role: Role, target: str) -> Regard:
        ranks: Mapping[tuple[str, bool], int] = self._ranks.get(learner.id, {})
        theirs = self._vocabulary[role].words[target] if role in self._vocabulary else NOBODY
        return Regard(
            ranks.get((target, True)),
            ranks.get((target, False)),
            (terms.fit(learner.field_words, theirs), terms.fit(learner.topic_words, theirs)),
            self._hints.get((learner.id, target), 0),
            learner.region,
        )

    def _option(self, role: Role, target: str, kind: Judged, regard: Regard) -> Option:
        """One and the same object for the same points: there are millions of choices, but few kinds."""
        weights, found = self._weights, self._terms(role, target, kind, regard)
        listed = tuple((name, weights.points(name, usual)) for name, usual in found if weights.of(name))
        return self._options.setdefault((listed, regard.rank), Option(sum(n for _, n in listed), listed, regard.rank))

    def _terms(self, role: Role, target: str, kind: Judged, regard: Regard) -> Iterator[tuple[str, int]]:
        """The usual points against one choice."""
        yield "rank", terms.rank(regard.rank)
        if role is not Role.BASE:
            place = terms.supervisor_rank(regard.place, ranked_anyone=target in self._choosers)
            yield "supervisor_rank", place
            yield from zip(("field", "topic"), regard.fits, strict=True)
        if role is Role.INDUSTRY and target in kind.ends_early:
            yield "ends_early", terms.ENDS_EARLY
        if role is Role.BASE:
            yield "travel", terms.travel(regard.home, self._regions.get(target, ""))
        if regard.hint:
            yield "hint", regard.hint


def _far(learner: Learner, role: Role) -> Fits:
    """How well those fit whose expertise shares no word with the student's."""
    if role is Role.BASE:
        return UNKNOWN
    field, topic = (
        terms.FIT_NONE if words else terms.FIT_UNKNOWN for words in (learner.field_words, learner.topic_words)
    )
    return field, topic
