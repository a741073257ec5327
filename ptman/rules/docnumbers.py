"""Numbers of official documents, such as 院发〔2018〕28号: read from any brackets, written in the standard's."""

import re
from dataclasses import dataclass

from typing_extensions import override

from ptman.labels import Label
from ptman.rules import dates
from ptman.rules import text as texts
from ptman.rules.reading import Note, Read, bad, changed, good

BRACKETS = Note("brackets-normalised", Label("括号统一为〔〕", "brackets replaced by 〔〕"))

_CODE = r"[\u4e00-\u9fa5A-Za-z]{2,20}"
_NUMBER = re.compile(rf"(?P<code>{_CODE})〔(?P<year>[0-9]{{4}})〕(?P<n>[1-9][0-9]*)号")
_TORTOISE = str.maketrans(dict.fromkeys("【[(（［﹝", "〔") | dict.fromkeys("】])）］﹞", "〕"))


@dataclass(frozen=True, slots=True, order=True)
class DocumentNumber:
    """The issuing body's code, the year, and the number within that year's series."""

    code: str
    year: int
    n: int

    def __post_init__(self) -> None:
        in_years = dates.FIRST_YEAR <= self.year <= dates.LAST_YEAR
        if not re.fullmatch(_CODE, self.code) or not in_years or self.n < 1:
            raise ValueError("a document number needs a code of 2–20 letters, a year and a number from 1")

    @override
    def __str__(self) -> str:
        return f"{self.code}〔{self.year}〕{self.n}号"


def _judge(text: str) -> Read[DocumentNumber]:
    found = _NUMBER.fullmatch(text)
    if found is None or not dates.FIRST_YEAR <= int(found["year"]) <= dates.LAST_YEAR:
        return bad(
            "docnumber-bad",
            "机关代字、带括号的年份和不带前导 0 的序号，如 院发〔2018〕28号",
            "a code, the year in brackets and a number without leading zeros, such as 院发〔2018〕28号",
        )
    return good(DocumentNumber(found["code"], int(found["year"]), int(found["n"])))


def parse(text: str) -> Read[DocumentNumber]:
    """Accepts 〔〕【】[]() of either width (domain.md §0 item 8); 第 and leading zeros are refused."""
    bracketed = texts.clean(text).then(lambda seen: changed(seen, seen.translate(_TORTOISE), BRACKETS))
    return bracketed.then(texts.half_width).then(texts.without_blanks).then(_judge)


def format(code: str, year: int, n: int) -> str:  # noqa: A001 - read as docnumbers.format, the twin of parse
    """The number as printed; ValueError for parts that no number can have."""
    return str(DocumentNumber(code, year, n))
