"""The pieces of letters and notices: salutation, paragraphs, table, points, signature, slip, copies, annex."""

from datetime import date

from ptman.labels import Lang
from ptman.letters import roster
from ptman.letters.facts import StudentLine
from ptman.letters.families.family import Layout
from ptman.letters.layouts import pieces, tables
from ptman.letters.layouts.pieces import Piece
from ptman.letters.paper import SPAN, PaperFacts, Text

_SLIP = {
    Lang.ZH: (
        *("沿此线剪下寄回", "回　　执", "来函文号", "接收单位", "接收人数", "　　　名（来函派遣{}名）", "企业导师"),
        *(
            "□ 同意来函名单　□ 调整",
            "联系人",
            "联系电话",
            "调整说明",
            "单位（公章）　　　　　　　　　　　年　　月　　日",
        ),
    ),
    Lang.EN: (
        *("cut here and send back", "Return Slip", "Our letter", "Host", "Students received", "______ of {}"),
        *("Supervisors", "□ as listed　□ changed", "Contact", "Phone", "Changes"),
        "Seal and signature ________________　Date ______________",
    ),
}
_WIDTHS = {Lang.ZH: (24.0, 54.0), Lang.EN: (30.0, 48.0)}


def hosted(facts: PaperFacts, text: Text) -> list[Piece]:
    """Dispatch and change: the roster stands in the letter, the slip at its foot."""
    made = [*pieces.addressed(text), *(pieces.paragraph(one) for one in text.section("opening"))]
    made.append({"kind": "table", "name": f"roster-{text.lang}", "table": _roster(text), "snap": text.lang is Lang.ZH})
    made += pieces.numbered(text.section("requests"), text.lang)
    return [*made, pieces.ending(facts, text), *copies(facts, text), _slip(facts, text)]


def plain(facts: PaperFacts, text: Text) -> list[Piece]:
    """Paragraphs and a signature."""
    made = [*pieces.addressed(text), *(pieces.paragraph(one) for one in text.section("body"))]
    return [*made, pieces.ending(facts, text), *copies(facts, text)]


def certified(facts: PaperFacts, text: Text) -> list[Piece]:
    """As a letter, but to nobody by name: the paper speaks to whom it is shown."""
    body = [pieces.paragraph(one) for one in text.section("body")]
    return [*body, *pieces.citing(text), pieces.ending(facts, text)]


def listed(facts: PaperFacts, text: Text) -> list[Piece]:
    """A notice whose list is an annex on pages of its own."""
    zh = text.lang is Lang.ZH
    title = "".join(text.section("annex"))
    mark = "附件：" if zh else "Annex: "
    made = [*pieces.addressed(text), *(pieces.paragraph(one) for one in text.section("body"))]
    ending = pieces.ending(facts, text)
    made.append(ending | {"closing": [*text.section("closing"), f"{mark}{title}"]})
    annex: Piece = {
        "kind": "annex",
        "mark": "附件" if zh else "Annex",
        "lang": text.lang.value,
        "title_lines": [title],
        "name": f"annex-{text.lang}",
        "table": tables.table(text.rows("students"), tables.PAIRS, text.lang),
    }
    return [*made, *copies(facts, text), annex]


def copies(facts: PaperFacts, text: Text) -> list[Piece]:
    """The copies block of the red-header format."""
    if facts.layout != Layout.RED_HEADER.value:
        return []
    zh, to, day = text.lang is Lang.ZH, text.said("copies_to"), pieces.day(facts, text.lang)
    return [
        {
            "kind": "copies",
            "lang": text.lang.value,
            "to": (f"抄送：{to}。" if zh else f"Copies to: {to}") if to else "",
            "printer": text.issuer,
            "printed": f"{day}印发" if zh else f"Printed on {day}",
        }
    ]


def _roster(text: Text) -> Piece:
    if text.lang is Lang.EN:
        return tables.table(text.rows("students"), tables.STUDENTS, text.lang)
    made = roster.roster(
        [_line({key: str(value or "") for key, value in row.items()}) for row in text.rows("students")]
    )
    return {"size": made.size, "widths": made.widths, "heads": made.heads, "rows": made.rows}


def _line(row: dict[str, str]) -> StudentLine:
    start, _, end = row["period"].partition(SPAN)
    return StudentLine(
        name=row["name"],
        gender=row["gender"],
        student_no=row["student_no"],
        field=row["field"],
        post=row["post"],
        start=date.fromisoformat(start),
        end=date.fromisoformat(end),
        academic=row["academic"],
        industry=row["industry"],
    )


def _slip(facts: PaperFacts, text: Text) -> Piece:
    cut, title, number, host, count, counted, guides, agreed, person, phone, changes, sign = _SLIP[text.lang]
    label, value = _WIDTHS[text.lang]

    def head(said: str) -> Piece:
        return pieces.head(said, label)

    rows = [
        [head(number), pieces.cell(facts.doc_no, value), head(host), pieces.cell(text.addressee, value)],
        [
            *(head(count), pieces.cell(counted.format(len(text.rows("students"))), value)),
            *(head(guides), pieces.cell(agreed, value)),
        ],
        [head(person), pieces.cell("", value), head(phone), pieces.cell("", value)],
        [head(changes), pieces.cell("", value * 2, span=3, height=10)],
    ]
    return pieces.boxes("slip", (label, value, label, value), rows, cut=cut, title=title, sign=sign)
