"""Each bad .ods and .xls is told apart and refused with its own sentence, before any library sees it."""

import struct
from pathlib import Path

import pytest

from ptman.intake.limits import Limits
from tests import makers_ods, makers_xls
from tests.makers_ods import row, table
from tests.makers_xls import Page, record
from tests.ptman.intake import bad_workbooks, test_bad_files

LINE = row(["学号", "姓名"])
ODS = makers_ods.workbook(table("甲", LINE))
XLS = makers_xls.workbook([Page("甲", [["学号", "姓名"], [1, 2.5]])])
WIDE = 'table:number-columns-repeated="{}"'
LOCK = "<manifest:encryption-data/>"


def ods(rows: str, *, sheets: int = 1, **parts: str | bytes) -> bytes:
    every = {name.replace("__", "/").replace("_", "."): part for name, part in parts.items()}
    return makers_ods.workbook("".join(table(f"S{n}", rows) for n in range(sheets)), every)


def xls(*more: bytes, page: Page | None = None) -> bytes:
    return makers_xls.workbook([page or Page("甲", [["学号"]])], more=more)


def turned(content: bytes, at: int, bits: int = 0xFF) -> bytes:
    """The file with some bits of one byte turned over."""
    made = bytearray(content)
    made[at] ^= bits
    return bytes(made)


def circle() -> bytes:
    """A chain of sectors that comes back to its beginning: tables, directory, then the stream from sector 2 on."""
    made = bytearray(XLS)
    struct.pack_into("<L", made, 512 + 4 * 3, 2)
    return bytes(made)


def lined(cells: str, more: str = "") -> str:
    return f"<table:table-row {more}>{cells}</table:table-row>"


def cell_at(rows: int, columns: int) -> str:
    empty = f'<table:table-row table:number-rows-repeated="{rows}"><table:table-cell/></table:table-row>'
    return f"{LINE}{empty}{lined(makers_ods.cell(None, WIDE.format(columns)) + makers_ods.cell('x'))}"


FILES: dict[str, tuple[bytes, str]] = {
    "ods cut": (ODS[: len(ODS) // 2], "damaged-cut"),
    "ods with bit rot": (turned(ODS, ODS.find(b"content.xml") + 30), "damaged"),
    "ods without content": (bad_workbooks.zipped({"mimetype": makers_ods.MIME}), "damaged"),
    "ods of broken xml": (ods(LINE, content_xml="<office:document-content><a>"), "damaged"),
    "ods in UTF-16": (ods(LINE, content_xml=makers_ods.content(table("甲", LINE)).encode("utf-16")), "damaged"),
    "ods with a password": (ods(LINE, **{"META-INF__manifest_xml": makers_ods.manifest(LOCK)}), "password-protected"),
    "ods that laughs": (ods(LINE, styles_xml=bad_workbooks.LAUGHS), "xml-dtd"),
    "ods that looks outside": (ods(LINE, content_xml=bad_workbooks.OUTSIDE), "xml-dtd"),
    "ods with a part outside": (
        bad_workbooks.zipped({"mimetype": makers_ods.MIME, "../x.xml": "<x/>"}),
        "bad-part-name",
    ),
    "ods of a hundred and one sheets": (ods(LINE, sheets=101), "too-many-sheets"),
    "ods of rows repeated": (ods(row(["x"], 'table:number-rows-repeated="60000"')), "too-many-rows"),
    "ods of cells repeated": (
        ods(lined(makers_ods.cell("x", WIDE.format(16_384)), 'table:number-rows-repeated="40"')),
        "too-many-cells",
    ),
    "ods of rows beyond the last": (ods(row([None], 'table:number-rows-repeated="1048577"')), "sheet-too-large"),
    "ods of columns beyond the last": (
        ods(f"<table:table-row>{makers_ods.cell('x', WIDE.format(16_385))}</table:table-row>"),
        "sheet-too-large",
    ),
    "ods with a cell far away": (ods(cell_at(1_000_000, 10_000)), "sheet-too-large"),
    "ods repeated without sense": (ods(row(["x"], f'table:number-rows-repeated="{"9" * 30}"')), "damaged"),
    "ods repeated minus once": (ods(row(["x"], 'table:number-rows-repeated="-1"')), "damaged"),
    "ods of many merges": (
        ods(
            "".join(
                f"<table:table-row>{makers_ods.cell('x', 'table:number-rows-spanned=' + chr(34) + '2' + chr(34))}"
                "</table:table-row>"
                for _ in range(20_001)
            )
        ),
        "too-many-merges",
    ),
    "ods with a long text": (ods(row(["x" * 50_000])), "text-too-long"),
    "ods with a table in a cell": (
        ods(f"<table:table-row><table:table-cell>{table('乙', LINE)}</table:table-cell></table:table-row>"),
        "too-much-detail",
    ),
    "ods that is deep": (ods("<a>" * 300 + "</a>" * 300), "too-much-detail"),
    "ods that is empty": (ods(row([None])), "no-data"),
    "xls cut": (XLS[: len(XLS) // 2], "damaged-cut"),
    "xls of its mark alone": (XLS[:600], "not-a-workbook"),
    "xls of no known version": (turned(XLS, 26), "damaged"),
    "xls with the wrong sectors": (turned(XLS, 30), "damaged"),
    "xls in a circle": (circle(), "damaged"),
    "xls without a workbook": (makers_xls.compound({"Other": b"Workbook".decode().encode("utf-16-le")}), "damaged"),
    "xls with a password": (xls(record(0x2F, bytes(54))), "password-protected"),
    "xlsx with a password": (
        makers_xls.compound({"EncryptedPackage": b"x", "EncryptionInfo": b"x"}),
        "password-protected",
    ),
    "xls of Excel 4": (
        makers_xls.compound({"Workbook": makers_xls.begin(0x10, 0x400) + makers_xls.END}),
        "xls-too-old",
    ),
    "xls with a cut record": (
        makers_xls.compound({"Workbook": makers_xls.begin(5) + b"\x04\x02\xff\xff" + b"x" * 5000}),
        "damaged",
    ),
    "xls of no records": (makers_xls.compound({"Workbook": bytes(5000)}), "damaged"),
    "xls of a sheet that is nowhere": (
        makers_xls.compound(
            {
                "Workbook": makers_xls.begin(5)
                + record(0x85, struct.pack("<L4B", 9_999, 0, 0, 1, 0) + b"A")
                + makers_xls.END
            }
        ),
        "damaged",
    ),
    "xls with half a cell": (xls(page=Page("甲", [["x"]], more=[record(0x203, b"\0\0")])), "damaged"),
    "xls of a hundred and one sheets": (
        makers_xls.workbook([Page(f"S{n}", [["x"]]) for n in range(101)]),
        "too-many-sheets",
    ),
    "xls of many rows": (makers_xls.workbook([Page("甲", [[1]] * 50_001)]), "too-many-rows"),
    "xls of many merges": (xls(page=Page("甲", [["x"]], more=[record(0xE5, b"\xff\xff")])), "too-many-merges"),
    "xls with a column beyond the last": (
        xls(page=Page("甲", [["x"]], more=[record(0x203, struct.pack("<3Hd", 0, 20_000, 0, 1.0))])),
        "sheet-too-large",
    ),
    "xls that is empty": (makers_xls.workbook([Page("甲", [])]), "no-data"),
}


@pytest.mark.parametrize("title", FILES)
def test_each_is_told_apart(title: str, tmp_path: Path) -> None:
    content, code = FILES[title]
    path = tmp_path / f"roster.{title[:3]}"
    path.write_bytes(content)
    assert test_bad_files.code_of(path) == code
    assert path.read_bytes() == content


def test_limits_hold_for_every_format(tmp_path: Path) -> None:
    for name, content in (("a.ods", ODS), ("a.xls", XLS)):
        path = tmp_path / name
        path.write_bytes(content)
        assert test_bad_files.code_of(path, Limits(file_bytes=100)) == "file-too-large"
        assert test_bad_files.code_of(path, Limits(read_seconds=0.001)) == "reader-stopped"
        assert test_bad_files.code_of(path, Limits(cells=1)) == "too-many-cells"
        assert test_bad_files.code_of(path, Limits(elements=3)) == "too-much-detail"
    packed = tmp_path / "b.ods"
    packed.write_bytes(ods(LINE, settings_xml="<x>" + " " * 3_000_000 + "</x>"))
    assert test_bad_files.code_of(packed, Limits(inflated_bytes=1_000_000)) == "inflates-too-large"
