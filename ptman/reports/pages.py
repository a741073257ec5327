"""Sets a report as tagged PDF/A by typst: the same report gives the same bytes on every machine."""

import dataclasses
import json
import re
from typing import Any

from ptman.letters import compiling, fonts
from ptman.reports.report import Block, Facts, Report, cells
from ptman.rules import text as texts

GETA = "〓"
_ENDLESS = re.compile(r"[!-~]{13,}")
_PIECE = 12
_SOFT = "\u200b"


def pdf(report: Report) -> bytes:
    """The report as PDF/A-2a; a character that no bundled font has is shown as 〓."""
    values = {"report": json.dumps(payload(report), ensure_ascii=False)}
    return compiling.compiled("reports/report", values, report.dated)


def payload(report: Report) -> dict[str, object]:
    """What the template is given: plain texts and numbers."""
    return {
        **{
            name: _plain(getattr(report, name))
            for name in ("title", "issuer", "subtitle", "number", "trace", "red_head", "lang", "format")
        },
        "fonts": {role.value: names for role, names in fonts.FAMILIES.items()},
        "date": {"year": report.dated.year, "month": report.dated.month, "day": report.dated.day},
        "blocks": [_block(block) for block in report.blocks],
    }


def _block(block: Block) -> dict[str, object]:
    given = dataclasses.asdict(block)
    if isinstance(block, Facts):
        given = {"across": block.across, "pairs": [dataclasses.asdict(cell) for cell in cells(block)]}
    return {"kind": type(block).__name__, **_plain(given)}


def _plain(value: Any) -> Any:  # noqa: ANN401 whatever a report is made of
    """Texts made printable, however deep they lie."""
    match value:
        case str():
            return printable(value)
        case dict():
            return {key: _plain(part) for key, part in value.items()}
        case frozenset():
            return sorted(_plain(part) for part in value)
        case tuple() | list():
            return [_plain(part) for part in value]
    return value


def printable(value: str) -> str:
    """Cleaned, with 〓 for characters that no bundled font has, and endless Latin words parted."""
    cleaned = texts.clean(value, lines=True).must()
    lacking = fonts.missing(cleaned.replace("\n", ""))
    known = cleaned.translate(dict.fromkeys(map(ord, lacking), GETA))
    return _ENDLESS.sub(lambda word: _SOFT.join(re.findall(f".{{1,{_PIECE}}}", word.group())), known)
