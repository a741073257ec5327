"""Damaged at random with a fixed seed, a workbook is refused by a known failure or read with its true rows."""

import random
from collections.abc import Iterator
from pathlib import Path

from ptman.errors import PtmanError
from ptman.intake import reading
from ptman.intake.sheet import Sheet
from tests.ptman.intake import bad_workbooks as make

COUNT = 300
ROWS = "".join(
    f'<row r="{row}"><c r="A{row}" t="s"><v>{row}</v></c><c r="B{row}"><v>{row * 7}</v></c></row>'
    for row in range(1, 40)
)
TEXTS = "".join(f"<si><t>学号{number}</t></si>" for number in range(41))


def sound() -> make.Parts:
    return {**make.parts(ROWS, after=make.merges(["A1:B1"])), make.STRINGS: make.strings_xml(TEXTS)}


def mutants(seed: int) -> Iterator[bytes]:
    """Bytes turned over, cut out, doubled or overwritten in the archive."""
    chance = random.Random(seed)  # noqa: S311 - the same mutants at every run
    whole = make.zipped(sound())
    for _ in range(COUNT):
        content = bytearray(whole)
        for _ in range(chance.choice((1, 1, 2, 5))):
            at = chance.randrange(len(content))
            span = slice(at, at + chance.choice((1, 1, 4, 30)))
            content[span] = chance.choice(
                (
                    bytes(byte ^ (1 << chance.randrange(8)) for byte in content[span]),
                    b"",
                    bytes(content[span]) * 2,
                    chance.randbytes(len(content[span])),
                )
            )
        yield bytes(content)


def values(sheet: Sheet) -> list[tuple[str, object]]:
    return [(cell.address, cell.value) for _, cells in sheet.rows() for cell in cells]


def test_no_mutant_is_read_with_other_rows(tmp_path: Path) -> None:
    path = tmp_path / "roster.xlsx"
    path.write_bytes(make.zipped(sound()))
    true = values(reading.read(path).sheets[0])
    refused, changed = 0, 0
    for content in mutants(20260910):
        path.write_bytes(content)
        try:
            book = reading.read(path)
        except PtmanError:
            refused += 1
        else:
            changed += values(book.sheets[0]) != true
    assert refused > COUNT // 2
    assert changed == 0


def test_no_damage_inside_the_xml_ends_in_a_trace(tmp_path: Path) -> None:
    """The archive is packed anew, so that checksums fit and the XML itself has to be looked at."""
    chance = random.Random(20260911)  # noqa: S311 - the same mutants at every run
    path = tmp_path / "roster.xlsx"
    outcomes: set[str] = set()
    for _ in range(COUNT // 2):
        parts = sound()
        name = chance.choice([make.SHEET1, make.STRINGS, "xl/workbook.xml", "xl/_rels/workbook.xml.rels"])
        part = bytearray(str(parts[name]).encode())
        at = chance.randrange(len(part))
        part[at : at + chance.choice((1, 3))] = chance.choice((b"", b"<", b'"', b"9", b"\xff", chance.randbytes(2)))
        path.write_bytes(make.zipped({**parts, name: bytes(part)}))
        try:
            reading.read(path)
        except PtmanError as error:
            outcomes.add(error.code)
        else:
            outcomes.add("read")
    assert outcomes <= {"read", "damaged", "no-data", "sheet-too-large", "too-much-detail", "xml-dtd"}
    assert {"read", "damaged"} <= outcomes
