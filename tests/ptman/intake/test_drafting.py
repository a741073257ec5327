"""From a workbook to a draft and kept records: new, changed, unchanged, refused, doubtful, and undone again."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from ptman import db, undo
from ptman.drafts import Fate
from ptman.errors import PtmanError
from ptman.intake import store
from ptman.intake.draft import IntakeDraft
from ptman.models import Appointment, IndustrySupervisor, Organisation, Person, Preference, Student, TrainingBase
from tests.ptman.intake import books

TODAY = date(2026, 9, 10)
GOOD_ID, OTHER_ID = "990101199901010014", "990101199901010022"


def draft(office: db.Database, path: Path) -> IntakeDraft:
    workbook, parts = store.read(path)
    return office.read(store.compare, workbook, parts, TODAY)


def keep(office: db.Database, path: Path) -> IntakeDraft:
    drawn = draft(office, path)
    office.write(store.keep, drawn, drawn.draft.preset())
    return drawn


def fates(drawn: IntakeDraft) -> list[Fate]:
    return [item.fate for item in drawn.draft.items]


def codes(drawn: IntakeDraft) -> list[tuple[int, str, str]]:
    return [(one.row, one.header, one.code) for one in drawn.complaints]


def names(office: db.Database) -> list[str]:
    return office.read(lambda s: list(s.scalars(select(Person.name).order_by(Person.name))))


def test_a_roster_becomes_students_and_undo_takes_it_back(office: db.Database, tmp_path: Path) -> None:
    rows = [books.student("22660001", "张雨桐", 身份证号=GOOD_ID), books.student("22660002", "李明")]
    drawn = keep(office, books.write(tmp_path / "名册.xlsx", books.STUDENT, rows, ["2026级名册"]))
    assert fates(drawn) == [Fate.NEW, Fate.NEW]
    person = office.read(lambda s: s.scalars(select(Person).where(Person.name == "张雨桐")).one())
    assert (person.initials, person.birth_date, person.gender) == ("zyt", date(1999, 1, 1), "male")
    assert office.read(lambda s: s.scalars(select(Student.field_code)).all()) == ["085410", "085410"]
    entry = office.read(undo.history)[0]
    assert entry.sentence.zh == "导入 学生名册 “名册.xlsx” 2 行"
    office.write(undo.undo, entry.number)
    assert names(office) == []


def test_the_same_workbook_again_changes_nothing(office: db.Database, tmp_path: Path) -> None:
    path = books.write(tmp_path / "a.xlsx", books.STUDENT, [books.student("22660001", "张雨桐", 身份证号=GOOD_ID)])
    keep(office, path)
    assert fates(draft(office, path)) == [Fate.UNCHANGED]


def test_a_corrected_workbook_shows_old_and_new(office: db.Database, tmp_path: Path) -> None:
    keep(office, books.write(tmp_path / "a.xlsx", books.STUDENT, [books.student("22660001", "张雨桐")]))
    corrected = books.student("22660001", "张雨桐", 专业领域="计算机技术", 手机="19900000001")
    drawn = keep(office, books.write(tmp_path / "b.xlsx", books.STUDENT, [corrected]))
    assert fates(drawn) == [Fate.CHANGED]
    shown = {(one.field.zh, one.old, one.new) for one in drawn.draft.items[0].differences}
    assert shown == {("专业领域", "人工智能", "计算机技术"), ("手机", "", "19900000001")}
    assert office.read(lambda s: s.scalars(select(Student.field_code)).one()) == "085404"


def test_a_blank_cell_erases_nothing(office: db.Database, tmp_path: Path) -> None:
    first = books.student("22660001", "张雨桐", 手机="19900000001")
    keep(office, books.write(tmp_path / "a.xlsx", books.STUDENT, [first]))
    keep(office, books.write(tmp_path / "b.xlsx", books.STUDENT, [books.student("22660001", "张雨桐", 手机="—")]))
    assert office.read(lambda s: s.scalars(select(Person.mobile)).one()) == "19900000001"


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ({"身份证号": "990101199901010015"}, "id-check"),
        ({"身份证号": 990101199901010014}, "number-rounded"),
        ({"手机": "1990000"}, "mobile-bad"),
        ({"专业学位类别": "0899"}, "category-unknown"),
        ({"入学日期": "2026-02-30"}, "date-bad"),
        ({"姓名": None}, "required-missing"),
        ({"学习形式": "远程"}, "choice-bad"),
        ({"专业领域": "轨道"}, "field-unknown"),
        ({"定向/非定向": "定向"}, "required-missing"),
    ],
)
def test_a_bad_cell_refuses_its_row_and_no_other(
    office: db.Database, tmp_path: Path, cell: dict[str, object], expected: str
) -> None:
    rows = [books.student("22660001", "张雨桐", **cell), books.student("22660002", "李明")]
    drawn = keep(office, books.write(tmp_path / "a.xlsx", books.STUDENT, rows))
    assert fates(drawn) == [Fate.REFUSED, Fate.NEW]
    assert [code for row, _, code in codes(drawn) if row == 2] == [expected]
    assert names(office) == ["李明"]


def test_a_number_that_stands_twice_names_both_rows(office: db.Database, tmp_path: Path) -> None:
    rows = [books.student("22660001", "张雨桐"), books.student("22660001", "李明")]
    drawn = draft(office, books.write(tmp_path / "a.xlsx", books.STUDENT, rows))
    assert codes(drawn) == [(3, "学号", "duplicate-in-file")]
    assert "第 2 行" in drawn.complaints[0].message.zh


def test_another_name_under_a_known_number_is_left_to_a_person(office: db.Database, tmp_path: Path) -> None:
    keep(office, books.write(tmp_path / "a.xlsx", books.STUDENT, [books.student("22660001", "张雨桐")]))
    drawn = keep(office, books.write(tmp_path / "b.xlsx", books.STUDENT, [books.student("22660001", "李明")]))
    assert fates(drawn) == [Fate.DOUBTFUL]
    assert names(office) == ["张雨桐"]


def test_an_identity_number_of_another_student_is_refused(office: db.Database, tmp_path: Path) -> None:
    keep(
        office, books.write(tmp_path / "a.xlsx", books.STUDENT, [books.student("22660001", "张雨桐", 身份证号=GOOD_ID)])
    )
    again = books.write(tmp_path / "b.xlsx", books.STUDENT, [books.student("22660002", "张雨桐", 身份证号=GOOD_ID)])
    assert codes(draft(office, again)) == [(2, "身份证号", "conflict")]


def test_industry_supervisors_bring_units_and_appointments(office: db.Database, tmp_path: Path) -> None:
    unit = ("示例通信有限公司", "91990000MA99999995")
    rows = [
        ("陈工", unit[0], None, "架构师", "边缘计算", "0854", "2025-09-01", "2028-08-31", "PS-1"),
        ("王工", unit[0], None, "专家", "芯片", "0854", "2025-09-01", "2028-08-31", "PS-2"),
    ]
    path = books.write(tmp_path / "a.xlsx", books.INDUSTRY, rows)
    assert fates(keep(office, path)) == [Fate.NEW, Fate.NEW]
    assert office.read(lambda s: s.scalars(select(Organisation.name)).all()) == ["示例通信有限公司"]
    assert office.read(lambda s: s.scalars(select(IndustrySupervisor.supervisor_no)).all()) == [
        "QY2026-0001",
        "QY2026-0002",
    ]
    assert len(office.read(lambda s: s.scalars(select(Appointment.id)).all())) == 2
    assert fates(draft(office, path)) == [Fate.UNCHANGED, Fate.UNCHANGED]


def test_bases_and_preferences(office: db.Database, tmp_path: Path) -> None:
    base = ("JD001", "示例基地", "示例通信有限公司", "校外实践基地", "校级", 5, "XY-1", "2025-01-01", "2029-12-31")
    keep(office, books.write(tmp_path / "base.xlsx", books.BASE, [base]))
    teacher = ("T001", "李伟", "计算机学院", "教授", "0854、0855", 5, "人工智能")
    keep(
        office,
        books.write(
            tmp_path / "t.xlsx", books.ACADEMIC, [teacher, ("T002", "赵敏", "控制学院", "教授", "0854", 5, "控制")]
        ),
    )
    keep(office, books.write(tmp_path / "s.xlsx", books.STUDENT, [books.student("22660001", "张雨桐")]))
    choice = ("22660001", "张雨桐", "T001", "赵敏", None, "示例基地")
    drawn = keep(office, books.write(tmp_path / "p.xlsx", books.CHOICES, [choice]))
    assert fates(drawn) == [Fate.NEW]
    ranks = office.read(lambda s: sorted(s.scalars(select(Preference.rank)).all()))
    assert ranks == [1, 1, 2]
    swapped = ("22660001", "张雨桐", "T002", "T001", None, "JD001")
    drawn = keep(office, books.write(tmp_path / "p2.xlsx", books.CHOICES, [swapped]))
    assert fates(drawn) == [Fate.CHANGED]
    unknown = ("22660001", "张雨桐", "T009", None, None, None)
    drawn = draft(office, books.write(tmp_path / "p3.xlsx", books.CHOICES, [unknown]))
    assert codes(drawn)[0][2] == "supervisor-unknown"
    assert office.read(lambda s: s.scalars(select(TrainingBase.capacity_per_batch)).one()) == 5


def test_an_edit_after_the_preview_stops_the_import(office: db.Database, tmp_path: Path) -> None:
    keep(office, books.write(tmp_path / "a.xlsx", books.STUDENT, [books.student("22660001", "张雨桐")]))
    corrected = books.student("22660001", "张雨桐", 手机="19900000001")
    drawn = draft(office, books.write(tmp_path / "b.xlsx", books.STUDENT, [corrected]))

    def edit(session: Session) -> None:
        session.scalars(select(Person)).one().mobile = "19900000002"

    office.write(edit)
    with pytest.raises(PtmanError) as refused:
        office.write(store.keep, drawn, drawn.draft.preset())
    assert refused.value.code == "stale"
    assert office.read(lambda s: s.scalar(text("SELECT mobile FROM person"))) == "19900000002"


def test_unknown_headers_and_missing_columns_are_one_sentence(office: db.Database, tmp_path: Path) -> None:
    with pytest.raises(PtmanError) as refused:
        draft(office, books.write(tmp_path / "x.xlsx", ("甲", "乙"), [("1", "2")]))
    assert refused.value.code == "no-known-header"
    header = [name for name in books.STUDENT if name != "入学日期"]
    with pytest.raises(PtmanError) as refused:
        draft(office, books.write(tmp_path / "y.xlsx", header, [["1"] * len(header)]))
    assert refused.value.code == "column-missing"
    assert "入学日期" in refused.value.sentence.zh
