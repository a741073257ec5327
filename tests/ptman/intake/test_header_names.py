"""One header text, however decorated, names its column or none."""

import pytest

from ptman.intake.header_names import BARE, PART, WHOLE, Named, lexicon
from tests.ptman.intake.header_sheets import PREFERENCES, STUDENTS


@pytest.mark.parametrize(
    ("header", "key", "rank"),
    [
        ("学号", "student_no", WHOLE),
        (" 学 号 ", "student_no", WHOLE),
        ("学\n号*", "student_no", WHOLE),
        ("学号＊（必填）", "student_no", WHOLE),
        ("学号 Student No.*", "student_no", WHOLE),
        ("Student No.\n学号", "student_no", WHOLE),
        ("ＳＴＵＤＥＮＴ　ＮＯ", "student_no", WHOLE),
        ("身份证号（18位，文本格式）", "resident_id", BARE),
        ("定向／非定向", "oriented", WHOLE),
        ("聘期（起）", "from", WHOLE),
        ("聘期(止)", "until", WHOLE),
        ("手机 Phone", "mobile", PART),
        ("移动电话 Mobile", "mobile", PART),
        ("【学号】", "student_no", WHOLE),
    ],
)
def test_a_decorated_header(header: str, key: str, rank: int) -> None:
    assert lexicon(STUDENTS).find(header) == Named(key, 0, rank)


@pytest.mark.parametrize("header", ["", "*", "聘期", "序号", "学号姓名", "备注", "（）", "1", "No.", "导师"])
def test_a_header_of_no_column(header: str) -> None:
    assert lexicon(STUDENTS).find(header) is None


@pytest.mark.parametrize(
    ("header", "ordinal"),
    [
        ("志愿一", 1),
        ("志愿十二", 12),
        ("志愿 3", 3),
        ("志愿③", 3),
        ("志愿Ⅳ", 4),
        ("第二志愿", 2),
        ("第2志愿（必填）", 2),
        ("一志愿", 1),
        ("Choice 1", 1),
        ("choice no. 2*", 2),
        ("First choice", 1),
        ("2nd Preference", 2),
        ("志愿一 Choice 1", 1),
        ("第一志愿 First choice", 1),
        ("志愿二工号", 2),
        ("志愿二（填工号）", 2),
    ],
)
def test_a_numbered_header(header: str, ordinal: int) -> None:
    found = lexicon(PREFERENCES).find(header)
    assert found is not None
    assert (found.key, found.ordinal) == ("choice", ordinal)


@pytest.mark.parametrize("header", ["志愿", "志愿说明", "Choices", "第志愿", "志愿一百", "志愿0"])
def test_no_number_no_numbered_column(header: str) -> None:
    assert lexicon(PREFERENCES).find(header) is None
