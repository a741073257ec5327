"""Makes each student's choices with their points: what is alike is made once, only what differs is made anew."""

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from ptman.assign import problem, terms
from ptman.assign.alike import Judged, Kinds
from ptman.assign.problem import Option, Options, Role
from ptman.assign.situation import Academic, Industry, Learner, Situation

Ids = frozenset[str]
NOBODY: Ids = frozenset()


@dataclasses.dataclass(frozen=True, slots=True)
class Regard:
    """What speaks for or against one choice: the student's and the supervisor's rank for it, the fit, a move."""

    rank: int | None = None
    place: int | None = None
    fit: int = terms.FIT_UNKNOWN
    moved: bool = False


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

    def __init__(self, situation: Situation) -> None:
        self._kinds = Kinds(situation)
        self._vocabulary = {
            Role.ACADEMIC: Vocabulary(situation.academics),
            Role.INDUSTRY: Vocabulary(situation.industry),
        }
        self._ranks: dict[str, dict[tuple[str, bool], int]] = defaultdict(dict)
        for one in situation.wishes:
            self._ranks[one.student][one.target, one.by_student] = one.rank
        self._choosers = frozenset(one.target for one in situation.wishes if not one.by_student)
        self._usual: dict[tuple[str, str, Role, int, bool], Options] = {}
        self._options: dict[problem.Terms, Option] = {}

    def student(self, learner: Learner) -> problem.Student:
        academics, industry, bases = (self._menu(learner, role) for role in Role)
        excluded = self._kinds.of(learner).excluded
        return problem.Student(learner.id, learner.stay, academics, industry, bases, excluded=excluded)

    def _menu(self, learner: Learner, role: Role) -> Options:
        """As for everybody of the kind, but for whom the words bring nearer, who is ranked, and who stands."""
        standing = learner.stands(role)
        moved = standing is not None
        speaks = bool(learner.words) and role in self._vocabulary
        usual = self._like(learner, role, terms.FIT_NONE if speaks else terms.FIT_UNKNOWN, moved=moved)
        menu = dict(usual)
        if speaks:
            some, good = self._vocabulary[role].near(learner.words)
            nearer = self._like(learner, role, terms.FIT_SOME, moved=moved)
            menu.update({who: nearer[who] for who in some if who in usual})
            nearer = self._like(learner, role, terms.FIT_GOOD, moved=moved)
            menu.update({who: nearer[who] for who in good if who in usual})
        own = {target for target, _ in self._ranks.get(learner.id, ())} | ({standing.target} if standing else set())
        for target in own:
            if target in usual:
                menu[target] = self._option(role, target, self._kinds.of(learner), self._regard(learner, role, target))
        return menu

    def _like(self, learner: Learner, role: Role, fit: int, *, moved: bool) -> Options:
        """The choices of a student of this kind who ranked nobody, were all to fit so well."""
        key = learner.category, learner.stay, role, fit, moved
        if key not in self._usual:
            kind = self._kinds.of(learner)
            words = self._vocabulary[role].words if role in self._vocabulary else {}
            self._usual[key] = {
                target: self._option(
                    role, target, kind, Regard(fit=fit if words.get(target) else terms.FIT_UNKNOWN, moved=moved)
                )
                for target in kind.open[role]
            }
        return self._usual[key]

    def _regard(self, learner: Learner, role: Role, target: str) -> Regard:
        ranks: Mapping[tuple[str, bool], int] = self._ranks.get(learner.id, {})
        theirs = self._vocabulary[role].words[target] if role in self._vocabulary else NOBODY
        standing = learner.stands(role)
        return Regard(
            ranks.get((target, True)),
            ranks.get((target, False)),
            terms.fit(learner.words, theirs),
            standing is not None and standing.target != target,
        )

    def _option(self, role: Role, target: str, kind: Judged, regard: Regard) -> Option:
        """One and the same object for the same points: there are millions of choices, but few kinds."""
        listed = tuple(self._terms(role, target, kind, regard))
        return self._options.setdefault(listed, Option.of(*listed))

    def _terms(self, role: Role, target: str, kind: Judged, regard: Regard) -> Iterator[tuple[str, int]]:
        """The points against one choice; a standing one is spared what every other costs for the move."""
        yield "rank", terms.rank(regard.rank)
        if role is not Role.BASE:
            place = terms.supervisor_rank(regard.place, ranked_anyone=target in self._choosers)
            yield "supervisor_rank", place
            yield "fit", regard.fit
        if role is Role.INDUSTRY and target in kind.ends_early:
            yield "ends_early", terms.ENDS_EARLY
        if regard.moved:
            yield "moved", terms.MOVED
