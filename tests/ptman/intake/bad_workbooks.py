"""Makes workbooks on the fly: small sound ones part by part, and each kind of bad one."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_PREFIX = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
SHEET1 = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
GOOD_ROWS = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>x</t></is></c></row>'

Parts = dict[str, str | bytes]


def sheet_xml(rows: str = GOOD_ROWS, after: str = "", before: str = "") -> str:
    return f"{_HEAD}<worksheet {_MAIN}>{before}<sheetData>{rows}</sheetData>{after}</worksheet>"


def strings_xml(items: str = "<si><t>a</t></si>") -> str:
    return f"{_HEAD}<sst {_MAIN}>{items}</sst>"


def parts(rows: str = GOOD_ROWS, *, sheets: int = 1, after: str = "", properties: str = "") -> Parts:
    """The parts of a workbook of which every sheet has the same rows."""
    numbers = range(1, sheets + 1)
    entries = "".join(f'<sheet name="Sheet{n}" sheetId="{n}" r:id="rId{n}"/>' for n in numbers)
    targets = "".join(
        f'<Relationship Id="rId{n}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in numbers
    )
    types = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{_PREFIX}worksheet+xml"/>' for n in numbers
    )
    made: Parts = {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_TYPES}"><Default Extension="rels" ContentType="'
        'application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{_PREFIX}sheet.main+xml"/>'
        f'<Override PartName="/{STRINGS}" ContentType="{_PREFIX}sharedStrings+xml"/>{types}</Types>',
        "_rels/.rels": f'{_HEAD}<Relationships {_PACKAGE}><Relationship Id="rId1" Type="{_OFFICE}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{_HEAD}<workbook {_MAIN} xmlns:r="{_OFFICE}">{properties}<sheets>{entries}</sheets>'
        "</workbook>",
        "xl/_rels/workbook.xml.rels": f'{_HEAD}<Relationships {_PACKAGE}>{targets}<Relationship Id="rIdS" '
        f'Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        STRINGS: strings_xml(),
    }
    made.update({f"xl/worksheets/sheet{n}.xml": sheet_xml(rows, after) for n in numbers})
    return made


def zipped(content: Parts) -> bytes:
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in content.items():
            archive.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return output.getvalue()


def workbook(rows: str = GOOD_ROWS, after: str = "") -> bytes:
    return zipped(parts(rows, after=after))


def with_part(name: str, part: str | bytes, base: Parts | None = None) -> bytes:
    return zipped({**(parts() if base is None else base), name: part})


def streamed(name: str, pieces: Iterable[bytes], base: Parts | None = None) -> bytes:
    """A workbook of which one part is too large to be made in one piece."""
    output = io.BytesIO(zipped({key: value for key, value in (base or parts()).items() if key != name}))
    with zipfile.ZipFile(output, "a", zipfile.ZIP_DEFLATED) as archive, archive.open(name, "w") as part:
        for piece in pieces:
            part.write(piece)
    return output.getvalue()


def shared_string(size: int) -> bytes:
    """One text of `size` characters, packed a thousandfold."""
    head, tail = strings_xml("\0").split("\0")
    piece = b"x" * 1_000_000
    text = (piece for _ in range(size // len(piece)))
    return streamed(STRINGS, (head.encode(), b"<si><t>", *text, b"</t></si>", tail.encode()))


def many_rows(count: int, row: bytes = b"<row><c><v>1</v></c></row>") -> bytes:
    head, tail = sheet_xml("\0").split("\0")
    block = row * 10_000
    return streamed(SHEET1, (head.encode(), *(block for _ in range(count // 10_000)), tail.encode()))


def size_lie(real: int, told: int) -> bytes:
    """A part that inflates to `real` bytes while directory and header tell `told`, with a checksum that fits."""
    head = sheet_xml().encode()
    content = head + b" " * (real - len(head))
    archive = bytearray(zipped({**parts(), SHEET1: content}))
    true, false = struct.pack("<2L", zlib.crc32(content), 0)[:4], struct.pack("<L", zlib.crc32(content[:told]))
    sizes, lies = struct.pack("<L", real), struct.pack("<L", told)
    return bytes(archive.replace(true, false).replace(sizes, lies))


def merges(areas: Iterable[str]) -> str:
    return "<mergeCells>" + "".join(f'<mergeCell ref="{area}"/>' for area in areas) + "</mergeCells>"


def compound(stream: str) -> bytes:
    """The old Office container, as far as it is looked at: its mark and the name of a stream."""
    return OLE2 + b"\0" * 1000 + stream.encode("utf-16-le") + b"\0" * 1000


def encrypted_zip() -> bytes:
    archive = bytearray(workbook())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        archive[archive.find(mark) + offset] |= 1
    return bytes(archive)


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1 or chr(0)};".replace(chr(0), "") * 10}">' for n in range(1, 10))
    + f"]><sst {_MAIN}><si><t>&a9;</t></si></sst>"
)
OUTSIDE = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><sst {_MAIN}>&e;</sst>'
