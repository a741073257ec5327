"""Builds the tree of a template from its marks: text, blanks, conditions, repeated parts, sections."""

from collections.abc import Sequence
from dataclasses import dataclass

from ptman.labels import Label
from ptman.letters import conditions, marks, word_faults
from ptman.letters.conditions import Condition
from ptman.letters.marks import Mark, Sort

DEEPEST = 5


@dataclass(frozen=True, slots=True)
class Insert:
    """One blank; `otherwise` is what to write where it is empty (None: that is a fault)."""

    name: str
    form: str
    otherwise: str | None
    place: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Choose:
    """Branches of which the first whose condition holds is written; one without a condition always does."""

    branches: tuple[tuple[Condition | None, tuple["Node", ...]], ...]
    place: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Each:
    """A part written for every entry of a list, with what stands between them, and before the last."""

    name: str
    body: tuple["Node", ...]
    between: tuple["Node", ...]
    last: tuple["Node", ...] | None
    place: tuple[int, int]


Node = str | Insert | Choose | Each


@dataclass(frozen=True, slots=True)
class Written:
    """What stands under one section heading; the first has none where the text begins without."""

    heading: str
    body: tuple[Node, ...]
    place: tuple[int, int]


class Reader:
    """Reads the marks once, from first to last; every fault is noted and reading goes on."""

    def __init__(self, source: str) -> None:
        self._source = source
        found, self.faults = marks.marks(source)
        self._marks: Sequence[Mark] = found
        self._at = 0

    def sections(self) -> tuple[Written, ...]:
        found = [Written("", self._body(0), (0, 0))]
        while self._at < len(self._marks):
            mark = self._take()
            if mark.sort is Sort.HEADING:
                found.append(Written(mark.text, self._body(0), mark.place))
            else:
                self._astray(mark)
                last = found.pop()
                found.append(Written(last.heading, last.body + self._body(0), last.place))
        return tuple(one for one in found if one.heading or any(not isinstance(x, str) or x.strip() for x in one.body))

    def _body(self, depth: int) -> tuple[Node, ...]:
        """Nodes up to a mark that belongs to whoever called."""
        nodes: list[Node] = []
        while (mark := self._next()) is not None:
            if mark.sort in _ENDING or (mark.sort is Sort.HEADING and depth == 0):
                break
            self._at += 1
            node = self._node(mark, depth)
            if node is not None:
                nodes.append(node)
        return tuple(nodes)

    def _node(self, mark: Mark, depth: int) -> Node | None:
        match mark.sort:
            case Sort.TEXT:
                return mark.text
            case Sort.BLANK:
                return self._insert(mark)
            case Sort.HEADING:
                self._fault(mark, "section-in-block", word_faults.IN_BLOCK)
                return None
            case _ if depth >= DEEPEST:
                self._fault(mark, "too-deep", word_faults.TOO_DEEP)
                return None
            case Sort.IF:
                return self._choose(mark, depth)
            case _:
                return self._each(mark, depth)

    def _insert(self, mark: Mark) -> Insert | None:
        name, _, rest = mark.text.replace("：", ":").partition(":")
        form, otherwise = "", None
        for part in rest.replace("；", ";").split(";"):
            said = part.strip()
            fallback = next((word for word in _IF_EMPTY if said.casefold().startswith(word)), None)
            if fallback:
                otherwise = said[len(fallback) :].strip()
            else:
                form = said or form
        if not name.strip():
            self._fault(mark, "nameless-blank", word_faults.NAMELESS)
            return None
        return Insert(name.strip(), form, otherwise, mark.place)

    def _choose(self, opened: Mark, depth: int) -> Choose:
        branches = [(self._condition(opened), self._body(depth + 1))]
        closed = False
        while (mark := self._next()) is not None and mark.sort in {Sort.ELSE, Sort.ELSE_IF}:
            self._at += 1
            if closed:
                self._fault(mark, "misplaced-else", word_faults.MISPLACED_ELSE)
            closed = closed or mark.sort is Sort.ELSE
            asked = None if mark.sort is Sort.ELSE else self._condition(mark)
            branches.append((asked, self._body(depth + 1)))
        self._end(opened)
        return Choose(tuple(branches), opened.place)

    def _each(self, opened: Mark, depth: int) -> Each:
        body = self._body(depth + 1)
        between: dict[Sort, tuple[Node, ...]] = {}
        while (mark := self._next()) is not None and mark.sort in {Sort.BETWEEN, Sort.LAST}:
            self._at += 1
            if mark.sort in between:
                self._fault(mark, "misplaced-between", word_faults.MISPLACED_BETWEEN)
            between[mark.sort] = self._body(depth + 1)
        self._end(opened)
        return Each(opened.text, body, between.get(Sort.BETWEEN, ()), between.get(Sort.LAST), opened.place)

    def _condition(self, mark: Mark) -> Condition | None:
        found = conditions.parse(mark.text)
        if isinstance(found, Label):
            self._fault(mark, "broken-condition", found)
            return None
        return found

    def _end(self, opened: Mark) -> None:
        """Takes the {end} of a block; an else or between that belongs elsewhere is a fault of its own."""
        while (mark := self._next()) is not None and mark.sort in _ENDING - {Sort.END}:
            self._at += 1
            self._astray(mark)
            self._body(DEEPEST)
        if mark is not None and mark.sort is Sort.END:
            self._at += 1
        else:
            self._fault(opened, "block-not-ended", word_faults.NOT_ENDED)

    def _astray(self, mark: Mark) -> None:
        astray = {
            Sort.END: ("stray-end", word_faults.NOTHING_TO_END),
            Sort.ELSE: ("misplaced-else", word_faults.MISPLACED_ELSE),
            Sort.ELSE_IF: ("misplaced-else", word_faults.MISPLACED_ELSE),
        }
        self._fault(mark, *astray.get(mark.sort, ("misplaced-between", word_faults.MISPLACED_BETWEEN)))

    def _next(self) -> Mark | None:
        return self._marks[self._at] if self._at < len(self._marks) else None

    def _take(self) -> Mark:
        self._at += 1
        return self._marks[self._at - 1]

    def _fault(self, mark: Mark, code: str, sentence: Label) -> None:
        self.faults.append(word_faults.at(self._source, mark.place, code, sentence))


_ENDING = frozenset({Sort.END, Sort.ELSE, Sort.ELSE_IF, Sort.BETWEEN, Sort.LAST})
_IF_EMPTY = ("空则", "空着写", "if empty")
