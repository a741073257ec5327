"""Which of a student's data a document tells an outside reader, pure: what its layout prints and its words name."""

from collections.abc import Iterator, Sequence

from ptman.letters import blanks, docx_words, words
from ptman.letters.blanks import Blank
from ptman.letters.families import shared
from ptman.letters.families.family import Family
from ptman.letters.pending import Words
from ptman.letters.syntax import Choose, Each, Insert, Node


def fields(family: Family, used: Sequence[Words]) -> tuple[Blank, ...]:
    """In the order of the family's blanks; nothing where it goes to nobody outside, or tells of no student."""
    if family.gives is None:
        return ()
    own = _of_students(family)
    named = [*(one.key for one in family.gives)]
    for one in used:
        found = [name for part in words.parsed(one.source).written for name in _names(part.body)]
        found += [name.replace("_", " ") for name in docx_words.names(one.docx)] if one.docx else []
        named += [blank.key for name in found if (blank := blanks.find(name, own)) is not None]
    return tuple(one for one in own if one.key in named)


def _of_students(family: Family) -> tuple[Blank, ...]:
    """The blanks of one student: of the list where there is one, else those that stand by themselves."""
    listed = blanks.find(shared.STUDENTS.key, family.blanks)
    known = {one.key: one for one in (*(listed.of if listed else shared.ONE_STAY), *(family.gives or ()))}
    return tuple(known.values())


def _names(body: Sequence[Node]) -> Iterator[str]:
    """Every name that is written, a column of a list by its own; conditions write nothing."""
    for node in body:
        match node:
            case Insert():
                yield from (node.name, node.form)
            case Choose():
                for _, branch in node.branches:
                    yield from _names(branch)
            case Each():
                yield from _names((*node.body, *node.between, *(node.last or ())))
