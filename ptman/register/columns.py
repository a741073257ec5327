"""Columns of lists, taken from the declarations of the fields they show."""

from ptman.fields import Field, Kind
from ptman.labels import Label
from ptman.listing import Column
from ptman.models.core import Record, fields_of


def of(noun: type[Record], *keys: str) -> tuple[Column, ...]:
    """The named fields of a noun as columns, links as the texts they are shown by."""
    declared = {field.key: field for field in fields_of(noun)}
    return tuple(
        Column(
            plain(declared[key]),
            declared[key].label,
            Kind.TEXT if declared[key].kind is Kind.LINK else declared[key].kind,
            declared[key].width,
            declared[key].sensitivity,
        )
        for key in keys
    )


def one(noun: type[Record], key: str, name: str, label: Label | None = None) -> Column:
    """One field as the column `name`, under another label where it stands beside its like."""
    (column,) = of(noun, key)
    return Column(name, label or column.label, column.kind, column.width, column.sensitivity)


def plain(field: Field) -> str:
    """employer_id → employer: the key of the column that shows what a link is called."""
    return field.key.removesuffix("_id").removesuffix("_code") if field.kind is Kind.LINK else field.key


def number(key: str, zh: str, en: str, width: int = 8) -> Column:
    return Column(key, Label(zh, en), Kind.NUMBER, width)
