"""The four lists of a leaving: students who move, letters, agreements, whom to tell; and the sentence above them."""

from dataclasses import replace

from ptman.aspects.double.consequences import Consequences
from ptman.aspects.double.leaving_rows import Foreseen
from ptman.fields import Kind
from ptman.labels import Label
from ptman.letters.comparing import Change
from ptman.listing import Column, Listing, Row, Value
from ptman.rules import findings

MOVES, LETTERS, AGREEMENTS, PEOPLE = "moves", "letters", "agreements", "people"
TITLES = {
    MOVES: Label("学生变动", "Students who move"),
    LETTERS: Label("将过时的函件", "Letters out of date"),
    AGREEMENTS: Label("涉及的协议", "Agreements touched"),
    PEOPLE: Label("需告知的人员", "Whom to tell"),
}
COLUMNS = {
    MOVES: (
        Column("number", Label("学号", "Student no."), Kind.IDENTIFIER, 12),
        Column("name", Label("姓名", "Name"), Kind.NAME, 10),
        Column("role", Label("角色", "Role"), Kind.TEXT, 18),
        Column("old", Label("原来", "Before"), Kind.TEXT, 14),
        Column("new", Label("改为", "After"), Kind.TEXT, 14),
        Column("why", Label("暂缺原因", "Why nobody"), Kind.TEXT, 44),
    ),
    LETTERS: (
        Column("number", Label("文号", "Document no."), Kind.IDENTIFIER, 22),
        Column("changes", Label("变化", "What changes"), Kind.TEXT, 70),
    ),
    AGREEMENTS: (
        Column("number", Label("协议编号", "Agreement no."), Kind.IDENTIFIER, 16),
        Column("title", Label("协议名称", "Title"), Kind.TEXT, 34),
        Column("why", Label("关系", "Why"), Kind.TEXT, 36),
    ),
    PEOPLE: (
        Column("name", Label("姓名", "Name"), Kind.NAME, 10),
        Column("part", Label("身份", "Part"), Kind.TEXT, 12),
        Column("unit", Label("单位", "Unit"), Kind.TEXT, 20),
        Column("mobile", Label("手机", "Mobile"), Kind.PHONE, 14),
        Column("email", Label("邮箱", "Email"), Kind.EMAIL, 22),
        Column("what", Label("告知内容", "What to tell"), Kind.TEXT, 36),
    ),
}


def blanks() -> dict[str, Listing]:
    return {key: Listing(f"leaving-{key}", "", TITLES[key], columns, ()) for key, columns in COLUMNS.items()}


def listings(seen: Foreseen, found: Consequences) -> dict[str, Listing]:
    rows: dict[str, list[tuple[Value, ...]]] = {
        MOVES: [(one.number, one.name, one.role.label, one.old, one.new or "—", one.why) for one in seen.moves],
        LETTERS: [(one.number, _changes(one.changes)) for one in found.letters],
        AGREEMENTS: [(one.number, one.title, one.why) for one in found.agreements],
        PEOPLE: [(one.name, one.part, one.unit, one.mobile, one.email, one.what) for one in found.people],
    }
    made = blanks()
    return {
        key: replace(made[key], rows=tuple(Row(str(at), cells) for at, cells in enumerate(lines)))
        for key, lines in rows.items()
    }


def told(seen: Foreseen, found: Consequences) -> Label:
    """How many move, whether fewer would do, who is left, and what else is touched."""
    least = Label("，已证明不能再少", ", proved to be the fewest") if seen.least else Label("", "")
    short = len(seen.vacant)
    left = Label(f"；暂缺 {short} 项，须另行安排", f"; {short} left vacant, to be seen to") if short else Label("", "")
    letters = findings.count(len(found.letters), "letter")
    students = findings.count(seen.students, "student")
    return Label(
        f"{seen.title.zh}：变动 {seen.students} 名学生{least.zh}{left.zh}；{len(found.letters)} 份函件将过时。",
        f"{seen.title.en}: {students} to move{least.en}{left.en}; {letters} out of date.",
    )


def _changes(changes: tuple[Change, ...]) -> Label:
    said = [one.said() for one in changes]
    return Label("；".join(one.zh for one in said), "; ".join(one.en for one in said))
