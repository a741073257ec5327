"""What can be known of a template without any student: unknown blanks and sections, forms that do not suit."""

from collections.abc import Iterable, Iterator, Mapping

from ptman.labels import Label
from ptman.letters import blanks, scopes, value_words, word_faults
from ptman.letters.blanks import Blank, BlankKind, Section, Vocabulary
from ptman.letters.scopes import Layer
from ptman.letters.syntax import Choose, Each, Insert, Node, Written
from ptman.letters.word_faults import Fault

Layers = tuple[Layer, ...]


def faults(source: str, written: Iterable[Written], vocabulary: Vocabulary) -> Iterator[Fault]:
    """Every fault, in the order of the text."""
    seen: set[str] = set()
    for part in written:
        if part.heading and vocabulary.sections:
            known = blanks.section(part.heading, vocabulary.sections)
            if known is None:
                yield word_faults.at(source, part.place, "unknown-section", _unknown(part.heading, vocabulary))
            elif known.key in seen:
                yield word_faults.at(source, part.place, "section-twice", _twice(known.label))
            seen.add(known.key if known else "")
        yield from _nodes(source, part.body, (Layer(vocabulary.blanks, {}),))


def amounts(
    source: str,
    sections: Iterable[Section],
    written: Mapping[str, tuple[str, ...]],
    places: Mapping[str, tuple[int, int]],
) -> Iterator[Fault]:
    """Sections that are missing, or have more or fewer paragraphs than they may."""
    for one in sections:
        paragraphs, place = written.get(one.key, ()), places.get(one.key, (0, 0))
        if not paragraphs and not one.optional:
            lacking = Label(f"【{one.label.zh}】没有内容，请写上", f"[{one.label.en}] has no words; write them")
            yield word_faults.at(source, place, "section-missing", lacking)
        elif one.single and len(paragraphs) > 1:
            many = Label(f"【{one.label.zh}】只能有一段，请合并", f"[{one.label.en}] holds one paragraph; join them")
            yield word_faults.at(source, place, "section-not-single", many)


def _nodes(source: str, body: Iterable[Node], layers: Layers) -> Iterator[Fault]:
    for node in body:
        match node:
            case Insert():
                yield from _insert(source, node, layers)
            case Choose():
                yield from _choose(source, node, layers)
            case Each():
                yield from _each(source, node, layers)
            case _:
                pass


def _insert(source: str, node: Insert, layers: Layers) -> Iterator[Fault]:
    found = scopes.look(node.name, layers)
    if found is None:
        yield _nameless(source, node.place, node.name, layers)
        return
    blank = found[0]
    if not (value_words.known(node.form, blank.kind) or blanks.find(node.form, blank.of)):
        named = [*value_words.forms(blank.kind), *(one.label for one in blank.of)]
        sentence = word_faults.unfit(node.form, blank.label, named)
        yield word_faults.at(source, node.place, "unfit-form", sentence)


def _choose(source: str, node: Choose, layers: Layers) -> Iterator[Fault]:
    for condition, body in node.branches:
        for clause in condition.clauses if condition else ():
            if scopes.look(clause.name, layers) is None:
                yield _nameless(source, node.place, clause.name, layers)
        yield from _nodes(source, body, layers)


def _each(source: str, node: Each, layers: Layers) -> Iterator[Fault]:
    found = scopes.look(node.name, layers)
    if found is None:
        yield _nameless(source, node.place, node.name, layers)
    elif found[0].kind is not BlankKind.LIST:
        yield word_faults.at(source, node.place, "not-a-list", word_faults.NOT_A_LIST)
    else:
        inner = (*layers, scopes.entry(found[0], {}, 1))
        for body in (node.body, node.between, node.last or ()):
            yield from _nodes(source, body, inner if body is node.body else layers)


def _nameless(source: str, place: tuple[int, int], name: str, layers: Layers) -> Fault:
    known: tuple[Blank, ...] = scopes.known(layers)
    return word_faults.at(source, place, "unknown-blank", word_faults.unknown(name, known))


def _unknown(name: str, vocabulary: Vocabulary) -> Label:
    zh = "、".join(f"【{one.label.zh}】" for one in vocabulary.sections)
    en = ", ".join(f"[{one.label.en}]" for one in vocabulary.sections)
    cut = word_faults.cut(name)
    return Label(f"没有叫“{cut}”的分节；可用：{zh}", f"there is no section called “{cut}”; there are: {en}")


def _twice(name: Label) -> Label:
    return Label(f"分节“{name.zh}”写了两次；请合并", f"the section “{name.en}” is written twice; join them")
