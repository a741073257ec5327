"""Which column of a kind one header text names, however it is decorated."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ptman.rules import text

# How surely a text names a column, best first; what a person said is surest.
SAID, WHOLE, BARE, PART, UNDER_GROUP = range(-1, 4)

_HAN = re.compile(f"[{text.HAN}][{text.HAN}0-9]*")
_CHINESE = {digit: number for number, digit in enumerate("一二三四五六七八九", start=1)}
_ENGLISH = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_ORDINAL = (
    rf"([1-9]\d?(?:st|nd|rd|th)?|[一二三四五六七八九十]{{1,3}}|{'|'.join(_ENGLISH)}|{'|'.join(reversed(_ROMAN))})"
)
_PLACE = "#"


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """A column a kind of workbook may have, under any of its names.

    With `many` there are several, numbered: 志愿一, 第1志愿, Choice 2. The number stands before or behind the name,
    or where the name has `#` (志愿#工号).
    """

    key: str
    names: tuple[str, ...]
    required: bool = False
    many: bool = False


@dataclass(frozen=True, slots=True)
class KindSpec:
    """A kind of workbook, known by its columns.

    `meant` is what a person said of headers by their `meaning_key`: a column's slot (academic#2), or nothing where
    the header is to be left out.
    """

    kind: str
    columns: tuple[ColumnSpec, ...]
    meant: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """The column a text names; `ordinal` is 0 where columns are not numbered."""

    key: str
    ordinal: int
    rank: int


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All names of a kind, folded; where two columns share a name the first has it."""

    whole: dict[str, str]
    bare: dict[str, str]
    numbered: tuple[tuple[str, re.Pattern[str]], ...]

    def find(self, header: str) -> Named | None:
        """What `header` names: as it stands, without its bracketed remarks, or by one of its two languages."""
        full, bare = _folded(header), text.header_key(header)
        for form, rank in ((full, WHOLE), (bare, BARE)):
            if found := self._exact(form, rank) or self._bilingual(form, rank):
                return found
        if key := self.bare.get(bare):
            return Named(key, 0, BARE)
        chinese, other = _languages(bare)
        return (self._exact(chinese, PART) or self._exact(other, PART)) if chinese and other else None

    def _exact(self, form: str, rank: int) -> Named | None:
        if key := self.whole.get(form):
            return Named(key, 0, rank)
        for numbered, pattern in self.numbered:
            if match := pattern.fullmatch(form):
                return Named(numbered, _number(next(filter(None, match.groups()))), rank)
        return None

    def _bilingual(self, form: str, rank: int) -> Named | None:
        """Both languages name the same column."""
        chinese, other = _languages(form)
        found = self._exact(chinese, rank) if chinese and other else None
        return found if found is not None and found == self._exact(other, rank) else None


@lru_cache(maxsize=32)
def lexicon(spec: KindSpec) -> Lexicon:
    whole: dict[str, str] = {}
    numbered: list[tuple[str, re.Pattern[str]]] = []
    for column in spec.columns:
        for name in column.names:
            if column.many:
                numbered.append((column.key, re.compile(_stem(name))))
            else:
                whole.setdefault(_folded(name), column.key)
    return Lexicon(whole, dict(_unmistakable(spec)), tuple(numbered))


def _unmistakable(spec: KindSpec) -> Iterator[tuple[str, str]]:
    """Names without their bracketed parts, as far as they still name one column only."""
    pairs = {(text.header_key(name), column.key) for column in spec.columns if not column.many for name in column.names}
    uses = Counter(form for form, _ in pairs)
    return ((form, key) for form, key in pairs if uses[form] == 1)


def _stem(name: str) -> str:
    if _PLACE in name:
        before, after = name.split(_PLACE, 1)
        return f"{re.escape(_folded(before))}第?{_ORDINAL}{re.escape(_folded(after))}"
    stem = re.escape(_folded(name))
    return f"第?{_ORDINAL}{stem}|{stem}(?:第|no)?{_ORDINAL}"


def meaning_keys(headers: Sequence[str]) -> list[str]:
    """What a person's word about each header is remembered by; a text that comes again is counted (手机, 手机#2)."""
    seen: Counter[str] = Counter()
    keys = []
    for header in headers:
        key = _folded(header) or header
        seen[key] += 1
        keys.append(key if seen[key] == 1 else f"{key}{_PLACE}{seen[key]}")
    return keys


def _folded(header: str) -> str:
    return "".join(filter(str.isalnum, text.key(header)))


def _languages(form: str) -> tuple[str, str]:
    """The Chinese and the other letters of a folded text; digits stay with the letters before them."""
    return "".join(_HAN.findall(form)), _HAN.sub("", form)


def _number(ordinal: str) -> int:
    if ordinal in _ENGLISH:
        return _ENGLISH.index(ordinal) + 1
    if ordinal in _ROMAN:
        return _ROMAN.index(ordinal) + 1
    if ordinal[0].isdigit():
        return int(ordinal.rstrip("stndrh"))
    tens, ten, ones = ordinal.rpartition("十")
    return (_CHINESE.get(tens, 1) * 10 if ten else 0) + _CHINESE.get(ones, 0)
