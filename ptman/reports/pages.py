"""Sets a report as tagged PDF/A by typst: the same report gives the same bytes on every machine."""

import dataclasses
import functools
import json
import re
import threading
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from ptman import folders
from ptman.letters import fonts
from ptman.reports.report import Block, Facts, Report, cells
from ptman.rules import text as texts

if TYPE_CHECKING:
    import typst

STANDARD: Final = "a-2a"
GETA = "〓"
_ENDLESS = re.compile(r"[!-~]{13,}")
_PIECE = 12
_SOFT = "\u200b"
# The compiler keeps the fonts and cannot serve two threads at once.
_one_at_a_time = threading.Lock()


def pdf(report: Report) -> bytes:
    """The report as PDF/A-2a; a character that no bundled font has is shown as 〓."""
    stamp = datetime(report.dated.year, report.dated.month, report.dated.day, tzinfo=UTC)
    with _one_at_a_time:
        made, warnings = _compiler().compile_with_warnings(
            sys_inputs={"report": json.dumps(payload(report), ensure_ascii=False)},
            format="pdf",
            pdf_standards=[STANDARD],
            timestamp=stamp,
        )
    if warnings or not isinstance(made, bytes):
        raise RuntimeError(f"the report template warns: {[warning.message for warning in warnings]}")
    return made


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
    """Texts cleaned and printable; endless Latin words may be parted."""
    match value:
        case str():
            return _text(value)
        case dict():
            return {key: _plain(part) for key, part in value.items()}
        case frozenset():
            return sorted(_plain(part) for part in value)
        case tuple() | list():
            return [_plain(part) for part in value]
    return value


def _text(value: str) -> str:
    cleaned = texts.clean(value, lines=True).must()
    lacking = fonts.missing(cleaned.replace("\n", ""))
    known = cleaned.translate(dict.fromkeys(map(ord, lacking), GETA))
    return _ENDLESS.sub(lambda word: _SOFT.join(re.findall(f".{{1,{_PIECE}}}", word.group())), known)


@functools.cache
def _compiler() -> "typst.Compiler":
    import typst

    bundled = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(folder) for folder in fonts.folders()],
    )
    templates = folders.resources() / "reports"
    return typst.Compiler(
        str(templates / "report.typ"),
        root=str(templates),
        font_paths=bundled,
        ignore_system_fonts=True,
        sys_inputs={},
    )
