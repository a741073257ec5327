"""What a document of any family states otherwise than the records do now, pure: each blank old → new."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence

from ptman.labels import Label
from ptman.letters import comparing, wording
from ptman.letters.blanks import Blank, BlankKind
from ptman.letters.comparing import Change
from ptman.letters.paper import SPAN, Frozen, PaperFacts, Text
from ptman.rules import findings
from ptman.rules.months import Duration

_LENGTH = re.compile(r"P(\d+)M(\d+)D")
# The office's own particulars and the passing of time make no document out of date.
_PASSING = frozenset({"issuer", "contact", "phone", "email", "dated", "doc_no", "days_left"})


def changes(old: PaperFacts, now: Text, today: dt.date) -> tuple[Change, ...]:
    """Every blank that no longer holds what is stated; `now` is in the first language of the document.

    A student whose practice is over by the document's own dates is history.
    """
    family, stated = old.wish.what, old.parts[0]
    asked = {one.key for one in family.asks}
    lists = {blank.key: blank for blank in family.blanks if blank.kind is BlankKind.LIST}
    rowed = {blank.key for key in lists if stated.values.get(key) for blank in lists[key].of}
    who, number = ("", "") if "students" in lists else (stated.said("name"), stated.said("student_no"))
    found: list[Change] = []
    for blank in family.blanks:
        key = blank.key
        if key in _PASSING or key in asked or key not in stated.values or key not in now.values:
            continue
        if key in lists:
            found += _of_list(blank, stated.rows(key), now.rows(key), today)
        elif key not in rowed and stated.values[key] != now.values[key]:
            found.append(Change(who, blank.label, said(stated.values[key]), said(now.values[key]), number))
    return tuple(found)


def said(value: Frozen) -> str:
    """A frozen value as a person reads it."""
    if value is None:
        return ""
    text = str(value)
    if length := _LENGTH.fullmatch(text):
        return findings.length(Duration(int(length[1]), int(length[2]))).zh
    parts = [_day(part) for part in text.split(SPAN)]
    return "至".join(wording.day(part) for part in parts if part) if all(parts) else text


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if len(text) == len("2026-09-01") else None
    except ValueError:
        return None


def _of_list(
    blank: Blank, old: Sequence[Mapping[str, Frozen]], new: Sequence[Mapping[str, Frozen]], today: dt.date
) -> Iterator[Change]:
    """Rows are told apart by student number, else by name; what is new is no fault of the document."""
    there = {_key(row): row for row in new}
    for row in old:
        name, number = str(row.get("name") or ""), str(row.get("student_no") or "")
        end = _day(str(row.get("ends_on") or ""))
        if end is not None and end < today:
            continue
        now = there.get(_key(row))
        if now is None:
            yield Change(name, comparing.PLACED if "post" in row and number else blank.label, name, "", number)
            continue
        for one in blank.of:
            if one.key in row and row[one.key] != now.get(one.key):
                yield Change(name, one.label, said(row[one.key]), said(now.get(one.key)), number)


def _key(row: Mapping[str, Frozen]) -> str:
    return str(row.get("student_no") or row.get("name") or "")


GONE = Label("所据的记录", "The record it was made of")
