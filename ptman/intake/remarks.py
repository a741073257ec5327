"""What is to be said of whole sheets before their rows: columns not read, columns alike, hidden rows."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ptman.intake import places
from ptman.labels import Label
from ptman.rules import text

if TYPE_CHECKING:
    from ptman.intake.draft import Part


def of(parts: Iterable["Part"]) -> Iterator[Label]:
    return (remark for part in parts for remark in _remarks(part))


def _is_serial(header: str) -> bool:
    return text.header_key(header) in {"序号", "no", "序号no"}


def _remarks(part: "Part") -> list[Label]:
    name = part.sheet.name
    found = []
    unknown = [
        header or places.column_letters(column) for column, header in part.found.unknown if not _is_serial(header)
    ]
    if unknown:
        shown = "、".join(unknown)
        found.append(Label(f"“{name}”中的这些列没有对应项，未读取：{shown}", f"Columns of “{name}” not read: {shown}"))
    for key, columns in part.found.ambiguous:
        letters = "、".join(places.column_letters(column) for column in columns)
        label = part.fields[key].label
        found.append(
            Label(
                f"“{name}”的 {letters} 列都像“{label.zh}”，均未读取；请只留一列。",
                f"Columns {letters} of “{name}” both look like “{label.en}”; neither was read, keep one.",
            )
        )
    if part.sheet.hidden_rows:
        count = part.sheet.hidden_rows
        found.append(
            Label(f"“{name}”有 {count} 个隐藏行，已一并读取", f"{count} hidden rows of “{name}” were read too")
        )
    return found
