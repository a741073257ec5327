"""Conditions of a template in an office's words: 如果 回执日期, if students more than 1."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from ptman.labels import Label
from ptman.letters import word_faults

_AND = re.compile(r"\s+(?:且|并且|and)\s+")
_OR = re.compile(r"\s+(?:或|或者|or)\s+")
_NOT = re.compile(r"(?:没有\s*|不\s+|not\s+|no\s+)(?P<name>.+)", re.IGNORECASE)
_QUOTES = "“”\"'「」‘’"


class Test(StrEnum):
    """How a blank is asked about."""

    FILLED = "filled"
    EMPTY = "empty"
    IS = "is"
    IS_NOT = "is not"
    MORE = "more than"
    LESS = "less than"
    AT_LEAST = "at least"
    AT_MOST = "at most"


_OPERATORS = (
    (Test.IS_NOT, re.compile(r"\s*不是\s*|\s+is\s+not\s+|\s*(?:!=|≠)\s*", re.IGNORECASE)),
    (Test.AT_LEAST, re.compile(r"\s*至少\s*|\s+at\s+least\s+|\s*(?:>=|≥)\s*", re.IGNORECASE)),
    (Test.AT_MOST, re.compile(r"\s*至多\s*|\s+at\s+most\s+|\s*(?:<=|≤)\s*", re.IGNORECASE)),
    (Test.MORE, re.compile(r"\s*(?:多于|大于)\s*|\s+more\s+than\s+|\s*>\s*", re.IGNORECASE)),
    (Test.LESS, re.compile(r"\s*(?:少于|小于)\s*|\s+(?:less|fewer)\s+than\s+|\s*<\s*", re.IGNORECASE)),
    (Test.IS, re.compile(r"\s+(?:是|is)\s+|\s*=\s*", re.IGNORECASE)),
)
_MEASURES: dict[Test, Callable[[int, int], bool]] = {
    Test.MORE: lambda found, asked: found > asked,
    Test.LESS: lambda found, asked: found < asked,
    Test.AT_LEAST: lambda found, asked: found >= asked,
    Test.AT_MOST: lambda found, asked: found <= asked,
}


@dataclass(frozen=True, slots=True)
class Clause:
    """One question about one blank."""

    name: str
    test: Test
    value: str = ""


@dataclass(frozen=True, slots=True)
class Condition:
    """Several clauses of which all must hold, or any."""

    clauses: tuple[Clause, ...]
    any_of: bool = False


def parse(text: str) -> Condition | Label:
    """The condition, or what is wrong with it."""
    both = _AND.search(text) and _OR.search(text)
    if both:
        return word_faults.MIXED
    any_of = _OR.search(text) is not None
    clauses = []
    for part in (_OR if any_of else _AND).split(text):
        clause = _clause(part.strip())
        if isinstance(clause, Label):
            return clause
        clauses.append(clause)
    return Condition(tuple(clauses), any_of)


def holds(clause: Clause, text: str, measure: int | None) -> bool:
    """Whether a clause is true of a blank written as `text`; `measure` is its number, or how many a list has."""
    match clause.test:
        case Test.FILLED:
            return bool(text)
        case Test.EMPTY:
            return not text
        case Test.IS:
            return text.casefold() == clause.value.casefold()
        case Test.IS_NOT:
            return text.casefold() != clause.value.casefold()
        case _:
            return measure is not None and _MEASURES[clause.test](measure, int(clause.value))


def _clause(text: str) -> Clause | Label:
    for test, words in _OPERATORS:
        parts = words.split(text, maxsplit=1)
        if len(parts) == 2:  # noqa: PLR2004 - what stands left and right of the operator
            return _compared(test, parts[0].strip(), parts[1].strip().strip(_QUOTES))
    negated = _NOT.fullmatch(text)
    if negated:
        return Clause(negated["name"].strip(), Test.EMPTY)
    return Clause(text, Test.FILLED) if text else word_faults.BAD_CONDITION


def _compared(test: Test, name: str, value: str) -> Clause | Label:
    if not name or not value:
        return word_faults.BAD_CONDITION
    if test in _MEASURES and not re.fullmatch(r"[0-9]{1,6}", value):
        return word_faults.NO_NUMBER
    return Clause(name, test, value)
