"""The header row is found wherever it stands, and each of its columns is known, unknown or ambiguous."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ptman.intake import headers
from ptman.intake.sheet import Odd, Sheet
from tests.ptman.intake.header_sheets import ALL, BASES, PREFERENCES, STUDENTS, sheet

DATA = ("2026001", "甲", "990101199901010014", "13800000000")
PLAIN = ("学号", "姓名", "身份证号", "手机")


def found(made: Sheet) -> headers.Found:
    answer = headers.recognise(made, ALL)
    assert answer is not None
    return answer


def test_a_plain_header_row() -> None:
    answer = found(sheet([PLAIN, DATA]))
    assert answer == headers.Found(
        kind="students",
        header_row=1,
        columns=(("student_no", 1, 0), ("name", 2, 0), ("resident_id", 3, 0), ("mobile", 4, 0)),
        unknown=(),
        missing=(),
        ambiguous=(),
        score=(1.0, 4),
    )
    assert (answer.column("name"), answer.column("supervisor")) == (2, None)


def test_title_rows_and_unknown_columns_and_columns_without_header() -> None:
    rows = [("2026级学生名册",), (), ("制表：", "研究生院"), ("序号", *PLAIN), ("1", *DATA, "?")]
    answer = found(sheet(rows, merged=[(1, 1, 2, 5)]))
    assert answer.header_row == 4
    assert answer.unknown == ((1, "序号"), (6, ""))
    assert len(answer.columns) == 4


def test_only_the_first_twenty_rows_count() -> None:
    assert found(sheet([PLAIN, DATA], first=20)).header_row == 20
    assert headers.recognise(sheet([PLAIN, DATA], first=21), ALL) is None


def test_headers_over_two_rows() -> None:
    top = ("学号", "姓名", "身份证号", "校内导师", None, "手机")
    lower = (None, None, None, "姓名", "工号", None)
    merged = [(2, 1, 3, 1), (2, 2, 3, 2), (2, 3, 3, 3), (2, 4, 2, 5), (2, 6, 3, 6)]
    answer = found(sheet([("名册",), top, lower, DATA], merged))
    assert answer.header_row == 3
    assert {key: column for key, column, _ in answer.columns} == {
        "student_no": 1,
        "name": 2,
        "resident_id": 3,
        "supervisor": 4,
        "supervisor_no": 5,
        "mobile": 6,
    }
    assert not answer.unknown
    assert not answer.ambiguous


def test_headers_all_merged_over_two_rows_and_groups_that_say_nothing() -> None:
    answer = found(sheet([PLAIN, (), DATA], [(1, column, 2, column) for column in range(1, 5)]))
    assert answer.header_row == 2
    grouped = sheet([("基本信息", None, "联系", None), PLAIN, DATA], [(1, 1, 1, 2), (1, 3, 1, 4)])
    assert len(found(grouped).columns) == 4


def test_two_columns_for_one_key_are_left_to_a_person() -> None:
    answer = found(sheet([(*PLAIN, "联系电话"), DATA]))
    assert answer.ambiguous == (("mobile", (4, 5)),)
    assert answer.column("mobile") is None
    assert not answer.missing
    assert not answer.unknown


def test_a_better_name_wins_over_a_looser_one() -> None:
    answer = found(sheet([("姓名（拼音）", *PLAIN), ("jia", *DATA)]))
    assert answer.column("name") == 3
    assert answer.unknown == ((1, "姓名（拼音）"),)


def test_missing_required_columns_are_named_and_too_few_are_no_match() -> None:
    assert found(sheet([("学号", "姓名", "备注"), DATA])).missing == ("resident_id",)
    assert headers.recognise(sheet([("学号", "备注"), DATA]), [STUDENTS]) is None
    assert headers.recognise(sheet([("甲", "乙"), DATA]), ALL) is None
    assert headers.recognise(sheet([]), ALL) is None


def test_numbered_columns_in_any_order() -> None:
    answer = found(sheet([("第二志愿", "学号", "志愿一", "Choice 3", "志愿"), ("1", "2", "3", "4", "5")]))
    assert answer.kind == "preferences"
    assert answer.numbered("choice") == (3, 1, 4)
    assert answer.unknown == ((5, "志愿"),)


def test_kinds_that_fit_equally_are_not_guessed() -> None:
    both = sheet([("学号", "志愿一", "基地编号", "基地名称"), DATA])
    assert headers.recognise(both, [PREFERENCES, BASES]) is None
    assert {answer.kind for answer in headers.ranked(both, [PREFERENCES, BASES])} == {"preferences", "bases"}


def test_errors_and_numbers_in_the_header_row_do_no_harm() -> None:
    from ptman.intake.sheet import CellKind

    answer = found(sheet([(*PLAIN, Odd(CellKind.ERROR, "#REF!"), 12.0, True), DATA]))
    assert answer.unknown == ((5, "#REF!"), (6, "12"), (7, "TRUE"))


PLAIN_NAMES = {name: column.key for column in STUDENTS.columns for name in column.names}
DECORATIONS = ["{}*", "{}＊", " {} ", "{}\n", "　{}　", "{}（必填）", "{}(required)", "{}\u200b", "*{}", "{}："]


@st.composite
def decorated(draw: st.DrawFn) -> tuple[list[str], dict[str, int]]:
    """A row of headers, one a column at most, each dressed up; and where each column ends up."""
    keys = draw(st.permutations([column.key for column in STUDENTS.columns]))
    texts: list[str] = []
    for key in keys:
        name = draw(st.sampled_from([name for name, its in PLAIN_NAMES.items() if its == key]))
        name = draw(st.sampled_from([name, name.upper(), "".join(map(_wide, name)), "\n".join(name), " ".join(name)]))
        texts.append(draw(st.sampled_from(DECORATIONS)).format(name))
    return texts, {key: column for column, key in enumerate(keys, start=1)}


def _wide(char: str) -> str:
    return chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char


@given(made=decorated(), above=st.integers(0, 19), noise=st.integers(0, 3))
@settings(deadline=None)
def test_any_order_and_any_dress_is_recognised(made: tuple[list[str], dict[str, int]], above: int, noise: int) -> None:
    texts, places = made
    rows = [*[("说明",)] * above, [*texts, *["备用"] * noise], DATA]
    answer = found(sheet(rows))
    assert (answer.kind, answer.header_row) == ("students", above + 1)
    assert {key: column for key, column, _ in answer.columns} == places
    assert len(answer.unknown) == noise
