"""Plans one row of a workbook of any noun, from the declarations of its fields alone."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from sqlalchemy import String, Table, UniqueConstraint

from ptman.fields import Field, Kind
from ptman.intake import called, links
from ptman.intake.known import Entry, as_text, folded
from ptman.intake.outcome import Outcome, given
from ptman.intake.planning import Planner
from ptman.intake.slots import NUMBER
from ptman.labels import Label
from ptman.models import naming
from ptman.models.core import Record, fields_of, nouns


def plan(planner: Planner, outcome: Outcome, noun: str) -> None:
    """A new record, the differences to the one of the same natural key, or what is wrong with the row."""
    cls = nouns()[noun]
    values = _values(planner, outcome, cls)
    outcome.title = _title(outcome, cls, values)
    if outcome.complaints:
        return
    entry = _found(planner, cls, values)
    if not _first_time(planner, outcome, cls, values):
        return
    outcome.is_new = entry is None
    after = dict.fromkeys(cls.__mapper__.columns.keys()) | _defaults(cls)
    after |= dict(entry.values if entry else {}) | values
    for key, code, message in faults(planner, cls, after, entry):
        if key in values or entry is None:
            planner.complain(outcome, f"{noun}.{key}", code, message)
    if not outcome.complaints:
        ref = ":".join(folded(values.get(key)) for key in _told_by(cls, values)) or str(outcome.line.row)
        planner.put(outcome, noun, entry, values, f"{noun}:{ref}")


def _values(planner: Planner, outcome: Outcome, cls: type[Record]) -> dict[str, Any]:
    """What the row gives by column; links by what they hold, wrong ones complained of."""
    noun = str(cls.__tablename__)
    said = given(outcome.line, noun)
    values = {key: value for key, value in said.items() if not key.endswith(NUMBER)}
    for field in fields_of(cls):
        if field.kind is Kind.LINK and naming.target(cls, field.key):
            _link(planner, outcome, cls, field, values)
        elif isinstance(said.get(field.key), str):
            _measure(planner, outcome, cls, field.key)
    return values


def _link(planner: Planner, outcome: Outcome, cls: type[Record], field: Field, values: dict[str, Any]) -> None:
    """The column with the number, where it is filled, tells more surely than the name."""
    key = f"{cls.__tablename__}.{field.key}"
    slot = key + NUMBER if key + NUMBER in outcome.line.values else key
    said = outcome.line.values.get(slot)
    name, number = (outcome.line.values.get(one) for one in (key, key + NUMBER))
    if name and (naming.target(cls, field.key) or ("",))[0] == "organisation":
        values[field.key] = links.organisation(planner, outcome, str(name), number)
    elif said is not None:
        values[field.key] = called.link(planner, outcome, cls, (field.key, slot), str(said))
    elif field.required:
        message = Label(f"缺少“{field.label.zh}”。", f"“{field.label.en}” is missing.")
        planner.complain(outcome, key, "required-missing", message)


def _measure(planner: Planner, outcome: Outcome, cls: type[Record], key: str) -> None:
    kind, value = cls.__mapper__.columns[key].type, outcome.line.values[f"{cls.__tablename__}.{key}"]
    if isinstance(kind, String) and kind.length and len(value) > kind.length:
        message = Label(f"应为最多 {kind.length} 个字符。", f"Expected at most {kind.length} characters.")
        planner.complain(outcome, f"{cls.__tablename__}.{key}", "text-too-long", message)


def _title(outcome: Outcome, cls: type[Record], values: Mapping[str, Any]) -> str:
    """What the row calls itself, in its own words."""
    noun, kinds = str(cls.__tablename__), {field.key: field.kind for field in fields_of(cls)}
    words = []
    for key in dict.fromkeys((*naming.parts(cls), *cls.NATURAL_KEY)):
        said = outcome.line.values.get(f"{noun}.{key}") or outcome.line.values.get(f"{noun}.{key}{NUMBER}")
        shown = as_text(said if kinds.get(key) is Kind.LINK else values.get(key, said), kinds.get(key, Kind.TEXT))
        words += [shown] if shown and shown not in words else []
    return " ".join(words)


def _told_by(cls: type[Record], values: Mapping[str, Any]) -> tuple[str, ...]:
    """The columns by which a row is told from others: the natural key where it is whole, else the title."""
    whole = all(values.get(key) is not None for key in cls.NATURAL_KEY)
    keys = cls.NATURAL_KEY if whole else naming.parts(cls)
    return keys if all(values.get(key) is not None for key in keys) else ()


def _found(planner: Planner, cls: type[Record], values: Mapping[str, Any]) -> Entry | None:
    noun, keys = str(cls.__tablename__), _told_by(cls, values)
    if len(keys) == 1:
        return planner.find(noun, keys[0], values[keys[0]])
    same = _same(planner, noun, {key: values[key] for key in keys})
    return same[0] if len(same) == 1 else None


def _same(planner: Planner, noun: str, values: Mapping[str, Any]) -> list[Entry]:
    """The records that have all these values."""
    if not values:
        return []
    first, *_ = values.items()
    near = planner.known.where(noun, *first)
    return [one for one in near if all(folded(one.values.get(key)) == folded(said) for key, said in values.items())]


def _first_time(planner: Planner, outcome: Outcome, cls: type[Record], values: Mapping[str, Any]) -> bool:
    """Whether no earlier row of this book is of the same record; else the row is refused, naming both."""
    keys = _told_by(cls, values)
    if not keys:
        return True
    noun, row = str(cls.__tablename__), outcome.line.row
    earlier = planner.seen.setdefault((noun, "\n".join(folded(values[key]) for key in keys)), row)
    if earlier == row:
        return True
    message = Label(
        f"与第 {earlier} 行重复（{outcome.title}）；请只保留一行。",
        f"The same as row {earlier} ({outcome.title}); keep one of them.",
    )
    planner.complain(outcome, f"{noun}.{keys[0]}", "duplicate-in-file", message)
    return False


def _defaults(cls: type[Record]) -> dict[str, Any]:
    """What a new record has where nothing is said."""
    columns = cls.__mapper__.columns.items()
    return {key: getattr(column.default, "arg", None) for key, column in columns if column.default is not None}


Fault = tuple[str, str, Label]


def faults(planner: Planner, cls: type[Record], after: Mapping[str, Any], entry: Entry | None) -> Iterator[Fault]:
    """What contradicts itself within the record, and what another record has already."""
    if cls.TERM:
        first, last = (after.get(key) for key in cls.TERM)
        if isinstance(first, date) and isinstance(last, date) and last < first:
            said = Label(f"应为不早于 {first.isoformat()} 的日期。", f"Expected a day not before {first.isoformat()}.")
            yield cls.TERM[1], "dates-order", said
    for rule in cls.RULES:
        for _, (key, fault) in rule(after):
            yield key, "rule-broken", Label(f"应为{fault.zh}。", f"Expected {fault.en}.")
    for keys in _uniques(cls):
        wanted = {key: value for key in keys if (value := after.get(key)) is not None}
        same = _same(planner, str(cls.__tablename__), wanted) if len(wanted) == len(keys) else []
        if any(entry is None or one.id != entry.id for one in same):
            yield keys[-1], "taken", Label("另一条记录已使用这个值。", "Another record has this value already.")


def _uniques(cls: type[Record]) -> Iterator[tuple[str, ...]]:
    table = cls.__table__
    if isinstance(table, Table):
        for one in table.constraints:
            if isinstance(one, UniqueConstraint):
                yield tuple(column.name for column in one.columns)
