"""What is counted by the bytes of plain rows is what the parser counts, whatever stands between them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ptman.errors import PtmanError
from ptman.intake import limits, scan, sheet_scan
from ptman.intake.facts import SheetFacts

HEAD = '<?xml version="1.0" encoding="UTF-8"?><worksheet><cols><col min="2" max="3" hidden="1"/></cols><sheetData>'
FOOT = '</sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>'
CELLS = (
    '<c r="{column}{row}"><v>1.5E3</v></c>',
    '<c r="{column}{row}" s="4" t="s"><v>0</v></c>',
    '<c r="{column}{row}" t="b"><v>1</v></c>',
    '<c r="{column}{row}" s="12"/>',
    '<c r="{column}{row}" t="inlineStr"><is><t xml:space="preserve"> 甲&amp;B </t></is></c>',
    '<c r="{column}{row}" t="inlineStr"><is><t>]]></t></is></c>',
    '<c r="{column}{row}" t="inlineStr"><is><t>\x01</t></is></c>',
    '<c r="{column}{row}" t="inlineStr"><is><r><t>rich</t></r></is></c>',
    '<c r="{column}{row}" t="e"><v>#N/A</v></c>',
    '<c r="{column}{row}"><f>1+1</f></c>',
    '<c r="{column}{row}" t="str"><f>A1</f><v>x</v></c>',
    '<c r="{column}{row}"><v></v></c>',
    "<c><v>7</v></c>",
    '<c t="s" r="{column}{row}"><v>7</v></c>',
    '<c r="{column}999"><v>7</v></c>',
    '<c r="{column}{row}"><!-- <row r="9"></row> --><v>7</v></c>',
    '<c r="{column}{row}"><v>7</v>',
)
ROWS = (
    '<row r="{row}" spans="1:25">{cells}</row>',
    '<row r="{row}" ht="15.5" hidden="1">{cells}</row>',
    '<row r="{row}" hidden="false">{cells}</row>',
    '<row r="{row}" ht="1" ht="2">{cells}</row>',
    '<row ht="9" r="{row}">{cells}</row>',
    "<row>{cells}</row>",
    '<row r="{row}"/>',
    '\n <row r="{row}">{cells}</row>',
    "<![CDATA[<row r='8'></row>]]>",
)
COLUMNS = ("A", "B", "Z", "AA", "XFD", "XFE", "a")


@st.composite
def _sheets(draw: st.DrawFn) -> str:
    rows = []
    usual = draw(st.integers(1, 9))
    for _ in range(draw(st.integers(0, 9))):
        shape = draw(st.sampled_from(ROWS[:3])) if draw(st.integers(0, 9)) < usual else draw(st.sampled_from(ROWS))
        row = draw(st.sampled_from([*range(1, 12), 1_048_576, 1_048_577]))
        kinds = CELLS[:5] if draw(st.integers(0, 9)) < usual else CELLS
        cells = [draw(st.sampled_from(kinds)) for _ in range(draw(st.integers(0, 4)))]
        places = [cell.format(column=draw(st.sampled_from(COLUMNS[:5])), row=row) for cell in cells]
        rows.append(shape.format(row=row, cells="".join(places)))
    return HEAD + "".join(rows) + draw(st.sampled_from([FOOT, FOOT, FOOT, "</sheetData>", ""]))


def _outcome(content: bytes, step: int, within: limits.Limits, *, closely: bool) -> tuple[SheetFacts, int] | str:
    tally = scan.Tally("a.xlsx", within)
    reader = sheet_scan.SheetScan(tally, "xl/worksheets/sheet1.xml", "Sheet1")
    chunks = [content[at : at + step] for at in range(0, len(content), step)]
    try:
        if closely:
            scan.PartScan.run(reader, chunks)
        else:
            reader.run(chunks)
    except PtmanError as error:
        return error.code
    return reader.facts, tally.cells


@settings(deadline=None, max_examples=300)
@given(
    _sheets(),
    st.integers(1, 400),
    st.sampled_from([limits.DEFAULT, limits.Limits(rows=3), limits.Limits(cells=6), limits.Limits(area=60)]),
)
def test_both_ways_agree(sheet: str, step: int, within: limits.Limits) -> None:
    content = sheet.encode()
    assert _outcome(content, step, within, closely=False) == _outcome(content, step, within, closely=True)


@settings(deadline=None, max_examples=150)
@given(st.binary(max_size=30), st.integers(0, 600), st.booleans())
def test_damage_is_seen_both_ways(damage: bytes, at: int, insert: bool) -> None:  # noqa: FBT001 - drawn
    rows = "".join(ROWS[0].format(row=row, cells=CELLS[row % 5].format(column="B", row=row)) for row in range(1, 9))
    content = (HEAD + rows + FOOT).encode()
    mutant = content[:at] + damage + content[at if insert else at + len(damage) :]
    quick = _outcome(mutant, 64, limits.DEFAULT, closely=False)
    assert quick == _outcome(mutant, 64, limits.DEFAULT, closely=True)


def test_texts_are_told_from_rich_ones_and_from_overlong_ones() -> None:
    texts = "<sst>" + "<si><t>甲</t></si>" * 200 + "<si><r><t>rich</t></r></si><si><t>{}</t></si></sst>"
    for length, wanted in ((30, None), (31, "text-too-long")):
        within = limits.Limits(text=30)
        for closely in (True, False):
            found = _outcome(texts.format("x" * length).encode(), 50, within, closely=closely)
            assert (found if isinstance(found, str) else None) == wanted
