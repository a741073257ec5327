"""Column values as JSON and back: what the journal and the frozen facts of letters are written in."""

import enum
import hashlib
import json
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Column, Enum, LargeBinary


def encode(value: object) -> object:
    """A JSON value. Bytes leave only their digest: documents are kept once, in their own row."""
    match value:
        case enum.Enum():
            return str(value.value)
        case datetime() | date() | time():
            return value.isoformat()
        case bytes():
            return {"sha256": hashlib.sha256(value).hexdigest()}
    return value


def decode(column: Column[Any], value: Any) -> Any:  # noqa: ANN401 JSON is what the column says it is
    """The value of `column` that `encode` wrote."""
    if value is None:
        return None
    if isinstance(column.type, LargeBinary):
        raise TypeError(f"{column} keeps bytes, which the journal does not")
    if isinstance(column.type, Enum):
        return column.type.enum_class(value) if column.type.enum_class else value
    kind = column.type.python_type
    if kind in {date, datetime, time}:
        return kind.fromisoformat(value)
    return value


def canonical(value: object) -> str:
    """One spelling for one value, so that equal things have equal digests."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
