"""What lists call a record, worked out from the picture of the records that a workbook is held against."""

from collections.abc import Mapping

from ptman.fields import Kind
from ptman.intake.known import Entry, Known, as_text
from ptman.models import naming
from ptman.models.core import Record, fields_of, nouns

DEEPEST = 4  # a title names what it is of, which names what that is of


def title(known: Known, noun: str, entry: Entry, deep: int = 0) -> str:
    """What lists call the record."""
    cls = nouns()[noun]
    kinds = {field.key: field.kind for field in fields_of(cls)}
    words = (_word(known, cls, key, entry.values, (kinds.get(key, Kind.LINK), deep)) for key in naming.parts(cls))
    return " ".join(filter(None, words))


def _word(known: Known, cls: type[Record], key: str, values: Mapping[str, object], how: tuple[Kind, int]) -> str:
    value, (kind, deep) = values.get(key), how
    towards = naming.target(cls, key)
    if value is None or towards is None or deep >= DEEPEST:
        return as_text(value, kind)
    noun, by = towards
    target = known.get(noun, str(value)) if by == "id" else known.one(noun, by, value)
    return title(known, noun, target, deep + 1) if target is not None else as_text(value, kind)
