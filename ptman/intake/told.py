"""What one file said, as it lies in the office file: of a large one each record is decoded when it is asked for."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from typing_extensions import override

# Below this a text is decoded at once: that is quick, and nothing is spared.
LARGE = 1_000_000
# A text is written in one go, so that its beginning shows how all of it is written.
_BEGINS = re.compile(r'\{"[a-z_]+": \{"[0-9a-f-]{36}": \{"')
_OPENS = '": {'
_ID = 36
_SCAN = json.JSONDecoder().raw_decode

Cells = Mapping[str, Mapping[str, object]]
"""By record what one file said."""


class Told(Mapping[str, Mapping[str, object]]):
    """What a text says of the records of one noun, by where in the text each begins."""

    def __init__(self, text: str, places: Mapping[str, int]) -> None:
        self._text, self._places = text, places

    @override
    def __getitem__(self, record_id: str) -> Mapping[str, object]:
        cells: Mapping[str, object]
        cells, _ = _SCAN(self._text, self._places[record_id])
        return cells

    @override
    def __contains__(self, record_id: object) -> bool:
        return record_id in self._places

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    @override
    def __len__(self) -> int:
        return len(self._places)


def by_noun(text: str, large: int = LARGE) -> Mapping[str, Cells]:
    """What the text says (noun → id of the record → field → plain value); from `large` on, record by record."""
    if len(text) < large or not _BEGINS.match(text):
        said: dict[str, Any] = json.loads(text)
        return said
    return {noun: Told(text, places) for noun, places in _places(text).items()}


def _places(text: str) -> dict[str, dict[str, int]]:
    """By noun and record where its cells begin. Cells hold no objects and quotes within texts are escaped.

    So whatever opens an object is a noun, or a record, whose name is the id.
    """
    found: dict[str, dict[str, int]] = {}
    places: dict[str, int] = {}
    at = text.find(_OPENS)
    while at >= 0:
        if text[at - 1] != "\\":
            name = text[text.rfind('"', 0, at) + 1 : at]
            if len(name) == _ID:
                places[name] = at + len(_OPENS) - 1
            else:
                places = found.setdefault(name, {})
        at = text.find(_OPENS, at + 1)
    return found
