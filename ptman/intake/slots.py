"""The columns that a workbook may have; those of any noun, drawn from its fields."""

from dataclasses import dataclass, replace

from ptman.fields import Field, Kind
from ptman.intake.headers import ColumnSpec
from ptman.models import naming
from ptman.models.core import Record, fields_of, nouns

NUMBER = "@no"
"""What the key of a column ends in that gives the number of what a link points to."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One column a workbook may have: the noun and field it fills, or a `key` of its own for what is worked out."""

    key: str
    field: Field
    required: bool = False
    names: tuple[str, ...] = ()
    many: bool = False

    def spec(self) -> ColumnSpec:
        own = (self.field.label.zh, self.field.label.en, *self.field.aliases)
        return ColumnSpec(self.key, self.names or tuple(dict.fromkeys(own)), self.required, self.many)


def is_plain(cls: type[Record]) -> bool:
    """Whether workbooks drawn from its fields alone may bring this noun."""
    return bool(cls.NATURAL_KEY) and cls.IMPORTED and cls.BY_HAND and not cls.PERMANENT


def plain(cls: type[Record]) -> list[Slot]:
    """Every field; beside a link to what has a number (a student's) a column for that number."""
    noun, links = str(cls.__tablename__), naming.targets(cls)
    found = []
    for field in fields_of(cls):
        number = _number(cls, links, field)
        found.append(Slot(f"{noun}.{field.key}", field, field.required and number is None))
        if number is not None:
            found.append(Slot(f"{noun}.{field.key}{NUMBER}", number))
    return found


def _number(cls: type[Record], links: dict[str, str], field: Field) -> Field | None:
    """The number of what a link points to, where only one link points there and its title is another."""
    target = nouns().get(links.get(field.key, ""))
    if target is None or len(target.NATURAL_KEY) != 1 or list(links.values()).count(links[field.key]) > 1:
        return None
    key = target.NATURAL_KEY[0]
    own = {one.label for one in fields_of(cls)}
    declared = next(one for one in fields_of(target) if one.key == key)
    if key in naming.parts(target) or declared.kind is Kind.LINK or declared.label in own:
        return None
    # A name in the column of numbers is understood too, so what stands there is judged only by finding it.
    return replace(declared, required=False, rule="")
