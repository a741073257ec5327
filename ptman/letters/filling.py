"""Writes a template's tree out with values, within bounds of steps and length; faults are collected."""

from collections.abc import Iterable, Mapping

from ptman.labels import Label, Lang
from ptman.letters import blanks, conditions, scopes, value_words, word_faults
from ptman.letters.blanks import Blank, BlankKind
from ptman.letters.conditions import Clause, Condition
from ptman.letters.scopes import Layer
from ptman.letters.syntax import Choose, Each, Insert, Node
from ptman.letters.value_words import Value
from ptman.letters.word_faults import Fault
from ptman.rules import text as texts

STEPS = 50_000
LONGEST = 60_000
LONGEST_VALUE = 1000
_FAULTS = 200


class _EnoughError(Exception):
    """The bounds are reached."""


class Filling:
    """One filling of one template; the bounds count over all its sections."""

    def __init__(self, source: str, values: Mapping[str, Value], lang: Lang, named: tuple[Blank, ...]) -> None:
        self._source = source
        self._lang = lang
        self._letter = Layer(named, values)
        self._steps = 0
        self._length = 0
        self.faults: list[Fault] = []

    def paragraphs(self, body: tuple[Node, ...]) -> tuple[str, ...]:
        """Each line that is not blank, without the blanks around it."""
        pieces: list[str] = []
        try:
            self._write(body, (self._letter,), pieces)
        except _EnoughError:
            self._note((0, 0), "endless", word_faults.ENDLESS)
        lines = "".join(pieces).split("\n")
        return tuple(texts.clean(line).must() for line in lines if texts.clean(line).must())

    def _write(self, body: Iterable[Node], layers: tuple[Layer, ...], out: list[str]) -> None:
        for node in body:
            self._count()
            match node:
                case str():
                    self._put(node, out)
                case Insert():
                    self._put(self._inserted(node, layers), out)
                case Choose():
                    self._write(self._chosen(node, layers), layers, out)
                case Each():
                    self._each(node, layers, out)

    def _inserted(self, node: Insert, layers: tuple[Layer, ...]) -> str:
        found = scopes.look(node.name, layers)
        if found is None:
            self._note(node.place, "unknown-blank", word_faults.unknown(node.name, scopes.known(layers)))
            return ""
        blank, value, who = found
        column = _column(node.form, blank)
        if column is not None and isinstance(value, tuple):
            return self._column(node, (blank, column, value))
        return self._plain(node, (blank, value, who))

    def _plain(self, node: Insert, found: tuple[Blank, Value, str]) -> str:
        blank, value, who = found
        written = value_words.written(value, node.form, self._lang)
        if written is None:
            named = value_words.forms(value_words.kind(value))
            self._note(node.place, "unfit-form", word_faults.unfit(node.form, blank.label, named))
            return ""
        text = self._safe(written, node, (blank.label, who))
        if isinstance(value, str) and len(text) > LONGEST_VALUE:
            self._note(node.place, "value-too-long", word_faults.too_long(blank.label, who, LONGEST_VALUE))
            text = text[:LONGEST_VALUE]
        if not text and node.otherwise is None and not node.form.strip(" |｜/"):
            self._note(node.place, "empty-blank", word_faults.empty(blank.label, who))
        return text or node.otherwise or ""

    def _column(self, node: Insert, found: tuple[Blank, Blank, tuple[object, ...]]) -> str:
        """One blank of every entry of a list, as a sentence names them."""
        of, column, rows = found
        parts = []
        for number, row in enumerate(rows, 1):
            self._count()
            if isinstance(row, (str, Mapping)):
                layer = scopes.entry(of, row, number)
                one = Insert(node.name, "", node.otherwise, node.place)
                parts.append(self._plain(one, (column, layer.values.get(column.key), layer.who)))
        return value_words.listed(tuple(filter(None, parts)), self._lang)

    def _safe(self, written: str, node: Insert, about: tuple[Label, str]) -> str:
        """The text of a value as it may be printed: one line and nothing invisible."""
        plain = texts.clean(written)
        text = plain.must()
        if any(note.code == texts.CLEANED.code for note in plain.notes):
            self._note(node.place, "hidden-in-value", word_faults.hidden(*about), blocks=False)
        return text

    def _chosen(self, node: Choose, layers: tuple[Layer, ...]) -> tuple[Node, ...]:
        for condition, body in node.branches:
            if condition is None or self._holds(condition, node, layers):
                return body
        return ()

    def _holds(self, condition: Condition, node: Choose, layers: tuple[Layer, ...]) -> bool:
        answers = [self._clause(clause, node, layers) for clause in condition.clauses]
        return any(answers) if condition.any_of else all(answers)

    def _clause(self, clause: Clause, node: Choose, layers: tuple[Layer, ...]) -> bool:
        found = scopes.look(clause.name, layers)
        if found is None:
            self._note(node.place, "unknown-blank", word_faults.unknown(clause.name, scopes.known(layers)))
            return False
        value = found[1]
        if clause.test in {conditions.Test.FILLED, conditions.Test.EMPTY}:
            filled = texts.clean(value).must() if isinstance(value, str) else value not in (None, ())
            return conditions.holds(clause, "x" if filled else "", None)
        said = value_words.written(value, "", self._lang) or ""
        return conditions.holds(clause, texts.clean(said).must(), value_words.measure(value))

    def _each(self, node: Each, layers: tuple[Layer, ...], out: list[str]) -> None:
        found = scopes.look(node.name, layers)
        if found is None:
            self._note(node.place, "unknown-blank", word_faults.unknown(node.name, scopes.known(layers)))
            return
        blank, rows, _ = found
        if value_words.kind(rows) is not BlankKind.LIST or not isinstance(rows, tuple):
            if rows:
                self._note(node.place, "not-a-list", word_faults.NOT_A_LIST)
            return
        for number, row in enumerate(rows, 1):
            self._count()
            if number > 1:
                last = node.last if node.last is not None and number == len(rows) else node.between
                self._write(last, layers, out)
            self._write(node.body, (*layers, scopes.entry(blank, row, number)), out)  # type: ignore[arg-type]  # a list that is no length

    def _put(self, text: str, out: list[str]) -> None:
        self._length += len(text)
        if self._length > LONGEST:
            raise _EnoughError
        out.append(text)

    def _count(self) -> None:
        self._steps += 1
        if self._steps > STEPS:
            raise _EnoughError

    def _note(self, place: tuple[int, int], code: str, sentence: Label, *, blocks: bool = True) -> None:
        if len(self.faults) < _FAULTS:
            self.faults.append(word_faults.at(self._source, place, code, sentence, blocks=blocks))


def _column(form: str, of: Blank) -> Blank | None:
    """The blank of a list's entries that a form names."""
    return blanks.find(form, of.of) if form else None
