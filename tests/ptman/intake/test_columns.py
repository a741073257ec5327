"""Headers nobody has seen are matched by hand, remembered with their source, changed, forgotten and undone."""

import pytest

from ptman import db, undo
from ptman.errors import PtmanError
from ptman.intake import columns, layouts, recognition, store
from ptman.intake.kinds import Book
from ptman.intake.layouts import LEFT_OUT, Meaning
from ptman.intake.sheet import Workbook
from tests.ptman.intake import books, resending

STRANGE = (
    "学生编码",
    "姓名",
    "年级",
    "专业学位类别",
    "专业领域",
    "学习形式",
    "定向/非定向",
    "入学日期",
    "联络",
    "籍贯",
)
ROW = ("22660001", "张雨桐", 2026, "0854", "人工智能", "全日制", "非定向", "2026-09-01", "19900000001", "浙江")
SAID = (
    Meaning("学生编码", "学生编码", "student.student_no"),
    Meaning("联络", "联络", "person.mobile"),
    Meaning("籍贯", "籍贯", LEFT_OUT),
)


def workbook(header: tuple[str, ...] = STRANGE, row: tuple[object, ...] = ROW) -> Workbook:
    return books.read("名册.xlsx", header, [row])


def slots(found: layouts.Layout) -> dict[str, str | None]:
    return {heading.header: heading.slot for heading in found.headings}


def test_what_a_required_column_is_called_is_asked_and_then_known(office: db.Database) -> None:
    with pytest.raises(PtmanError) as caught:
        office.read(store.understood, workbook())
    assert caught.value.code == "column-missing"
    (layout,) = layouts.of_workbook(workbook(), Book.STUDENTS, {})
    assert (slots(layout)["学生编码"], slots(layout)["姓名"]) == (None, "person.name")
    assert layout.headings[0].samples == ("22660001",)
    assert layout.targets[0].required
    office.write(columns.say, "students", "名册", SAID)
    parts = office.read(store.understood, workbook())
    drawn = office.read(store.compare, workbook(), parts, resending.TODAY)
    (person, student) = drawn.steps["Sheet1!2"]
    assert (person.values["mobile"], student.values["student_no"]) == ("19900000001", "22660001")
    assert not [remark for remark in drawn.draft.remarks if "籍贯" in remark.zh]
    assert slots(layouts.of_parts(parts)[0])["籍贯"] == LEFT_OUT


def test_it_holds_for_its_source_alone(office: db.Database) -> None:
    office.write(columns.say, "students", "名册", SAID)
    with pytest.raises(PtmanError):
        office.read(store.understood, workbook(), None, "研究生院")
    with pytest.raises(PtmanError):
        office.read(store.understood, workbook(), Book.BASES)


def test_a_word_is_changed_forgotten_and_undone(office: db.Database) -> None:
    office.write(columns.say, "students", "名册", SAID)
    office.write(columns.say, "students", "名册", [Meaning("联络", "联络", LEFT_OUT), Meaning("籍贯", "籍贯", None)])
    (source,) = office.read(columns.sources)
    assert (source.sender, slots(source.layout)) == ("名册", {"学生编码": "student.student_no", "联络": LEFT_OUT})
    office.write(undo.undo, office.read(undo.history)[0].number)
    (source,) = office.read(columns.sources)
    assert slots(source.layout) == {one.header: one.slot for one in SAID}
    assert "记住“名册”的学生名册中 3 列的对应" in office.read(undo.history)[2].sentence.zh


def test_of_two_headers_that_look_alike_a_person_chooses_one() -> None:
    book = workbook(("学号", *STRANGE[1:], "手机", "手机"), (*ROW, "19900000002", "19900000003"))
    (part,) = recognition.recognised(book, Book.STUDENTS)
    assert [key for key, _ in part.found.ambiguous] == ["person.mobile"]
    (part,) = recognition.recognised(book, Book.STUDENTS, {"students": {"手机": LEFT_OUT}})
    assert part.found.column("person.mobile") == 12
    (part,) = recognition.recognised(book, Book.STUDENTS, {"students": {"手机#2": LEFT_OUT}})
    assert part.found.column("person.mobile") == 11


def test_a_known_header_may_mean_something_else_and_a_numbered_column_be_meant() -> None:
    book = books.read("a.xlsx", ("学号", "姓名", "首选", "次选"), [("22660001", "张雨桐", "01001", "01002")])
    said = {"preferences": {"首选": "academic#1", "次选": "academic#2"}}
    (part,) = recognition.recognised(book, None, said)
    assert part.found.numbered("academic") == (3, 4)
    unknown = {"preferences": {"首选": "academic", "次选": "gone.column"}}
    with pytest.raises(PtmanError):
        recognition.recognised(book, Book.PREFERENCES, unknown)


def test_a_sheet_without_any_known_header_shows_its_likeliest_row() -> None:
    book = books.read("a.xlsx", ("名单", None, None), [("编码", "称呼", "何年"), ("1", "甲", "2026")])
    (layout,) = layouts.of_workbook(book, Book.STUDENTS, {})
    assert [(one.header, one.column, one.samples) for one in layout.headings] == [
        ("编码", "A", ("1",)),
        ("称呼", "B", ("甲",)),
        ("何年", "C", ("2026",)),
    ]


@pytest.mark.parametrize("word", ["学生编码", "=学号", "学生编码=没有这列"])
def test_a_word_on_the_command_line_that_makes_no_sense(word: str) -> None:
    with pytest.raises(PtmanError) as caught:
        layouts.parsed([word], None)
    assert caught.value.code == "map-unknown"
