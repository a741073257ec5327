"""The only Jinja a Word template may use: names, conditions and loops over lists, no calls, no arithmetic."""

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from typing_extensions import override

from ptman.labels import Label
from ptman.letters import blanks, word_faults
from ptman.letters.blanks import Blank, Vocabulary

if TYPE_CHECKING:
    from jinja2 import nodes
    from jinja2.sandbox import SandboxedEnvironment

FILTERS = frozenset({"length", "join", "upper", "lower", "default", "first", "last"})
HEAVIEST = 30_000_000
MOST_USES = 2000
_PER_NAME = 100
_SIMPLE = (
    *("Template", "Output", "TemplateData", "Name", "Getattr", "Const", "If", "For", "Filter"),
    *("Compare", "Operand", "And", "Or", "Not", "CondExpr"),
)


class Forbidden(Exception):  # noqa: N818 - a template's writing, told by its sentence
    """A template uses what it may not."""

    def __init__(self, sentence: Label) -> None:
        super().__init__(sentence.en)
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Use:
    """One blank that stands in the text: its path of names; `sure` where no condition stands around it."""

    path: tuple[str, ...]
    sure: bool


@functools.cache
def environment() -> "SandboxedEnvironment":
    """Sandboxed, strict, escaping; every template is judged as it is parsed, so nothing unjudged ever runs."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    class Guarded(SandboxedEnvironment):
        @override
        def _parse(self, source: str, name: str | None, filename: str | None) -> "nodes.Template":
            tree = super()._parse(source, name, filename)
            judge(tree)
            return tree

    made = Guarded(autoescape=True, undefined=StrictUndefined)
    made.globals.clear()
    made.filters = {name: made.filters[name] for name in FILTERS}
    made.tests = {}
    return made


def judge(tree: "nodes.Template") -> None:
    """Raises Forbidden at the first thing a Word template may not do."""
    _judge(tree, 0)


def _judge(node: Any, depth: int) -> None:  # noqa: ANN401 Jinja's nodes share only their base
    kind = type(node).__name__
    if kind not in _SIMPLE:
        raise Forbidden(_not_allowed(kind))
    if kind == "Filter" and node.name not in FILTERS:
        raise Forbidden(_not_allowed(f"| {node.name}"))
    named = getattr(node, "name", None) if kind == "Name" else getattr(node, "attr", None)
    if isinstance(named, str) and named.startswith("_"):
        raise Forbidden(_not_allowed(named))
    if kind == "For":
        if depth or type(node.iter).__name__ not in {"Name", "Getattr"} or node.recursive:
            raise Forbidden(Label("循环只能对名单，不能套循环", "loops are over lists, and not within each other"))
        depth += 1
    for child in node.iter_child_nodes():
        _judge(child, depth)


def weight(tree: Any, *, within: bool = False) -> int:  # noqa: ANN401 the same
    """About how many characters each round of the loops writes."""
    kind = type(tree).__name__
    own = (len(tree.data) if kind == "TemplateData" else _PER_NAME if kind == "Name" else 0) if within else 0
    return own + sum(weight(child, within=within or kind == "For") for child in tree.iter_child_nodes())


def uses(tree: Any, around: dict[str, tuple[str, ...]] | None = None, *, sure: bool = True) -> Iterator[Use]:  # noqa: ANN401 the same
    """Every name that is read, with names of loops followed to their lists."""
    known = around or {}
    kind = type(tree).__name__
    if kind in {"Name", "Getattr"}:
        yield Use(_path(tree, known), sure)
        return
    if kind == "For":
        yield from uses(tree.iter, known, sure=False)
        inner = {**known, str(getattr(tree.target, "name", "")): (*_path(tree.iter, known), "*")}
        for node in (*tree.body, *tree.else_):
            yield from uses(node, inner, sure=False)
        return
    careful = sure and kind not in {"If", "CondExpr", "Filter", "Compare", "Not"}
    for child in tree.iter_child_nodes():
        yield from uses(child, known, sure=careful)


def unknown(found: Use, vocabulary: Vocabulary) -> Label | None:
    """That no blank is called so, or None where there is one; underscores stand for the spaces of a name."""
    level: tuple[Blank, ...] = (*vocabulary.blanks, *EXTRA)
    blank: Blank | None = None
    for part in found.path:
        if part == "*":
            level = (*blank.of, *blanks.IN_EACH) if blank else ()
            continue
        blank = blanks.find(part.replace("_", " "), level) or blanks.find(part, level)
        if blank is None:
            return word_faults.unknown(part, level)
        level = blank.of
    return None


EXTRA = (
    Blank("doc_no", Label("文号", "document number")),
    Blank("code", Label("核验码", "code")),
)


def _path(node: Any, known: dict[str, tuple[str, ...]]) -> tuple[str, ...]:  # noqa: ANN401 the same
    if type(node).__name__ == "Name":
        return known.get(node.name, (node.name,))
    if type(node).__name__ == "Getattr":
        return (*_path(node.node, known), node.attr)
    return ()


def _not_allowed(what: str) -> Label:
    return Label(f"模板里不能用“{what}”", f"“{what}” may not be used in a template")
