"""Names of people: what is accepted, what is made uniform, what is refused."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptman.rules import text
from ptman.rules.reading import Read


@pytest.mark.parametrize(
    ("raw", "value", "codes"),
    [
        ("张伟", "张伟", []),
        ("张 伟", "张伟", ["blanks-removed"]),
        ("张\u3000伟 ", "张伟", ["blanks-removed"]),
        ("欧阳 娜娜", "欧阳娜娜", ["blanks-removed"]),
        ("买买提·阿不都热依木", "买买提·阿不都热依木", []),
        ("买买提•阿不都", "买买提·阿不都", ["dot-normalised"]),
        ("买买提‧阿不都", "买买提·阿不都", ["dot-normalised"]),
        ("买买提・阿不都", "买买提·阿不都", ["dot-normalised"]),
        ("买买提.阿不都", "买买提·阿不都", ["dot-normalised"]),
        ("买买提 · 阿不都", "买买提·阿不都", ["blanks-removed"]),
        ("John Smith", "John Smith", []),
        ("John  Smith", "John Smith", ["blanks-removed"]),
        ("Ｊｏｈｎ", "John", ["half-width"]),
        ("D. Levi", "D. Levi", []),
        ("Anne-Marie O'Neil", "Anne-Marie O'Neil", []),
        ("José", "José", []),
        ("李〇", "李〇", []),
        ("𠮷明", "𠮷明", []),
        ("Da\u202ena", "Dana", ["text-cleaned"]),
        ("甲" * 36, "甲" * 36, []),
    ],
)
def test_accepted(raw: str, value: str, codes: list[str]) -> None:
    read = text.person_name(raw)
    assert (read.must(), [note.code for note in read.notes]) == (value, codes)


@pytest.mark.parametrize(
    "raw",
    [
        "",
        " ",
        "甲" * 37,
        "张3",
        "张３",
        "张②",
        "=HYPERLINK(x)",
        "<img src=x>",
        "a@b",
        "张三、李四",
        "张三/李四",
        "·",
        "·甲",
        "甲·",
        "甲··乙",
        "张伟（大）",
        "买买提 阿不都热依木",
        "张\ufffd",
        "-",
    ],
)
def test_refused(raw: str) -> None:
    fault = text.person_name(raw).fault
    assert fault is not None
    assert fault.code == "name-bad"


@settings(deadline=None)
@given(st.text("张伟甲乙·•. aB'-Ａ\u3000", max_size=12))
def test_a_name_once_read_stays_as_it_is(raw: str) -> None:
    read = text.person_name(raw)
    if read.value is not None:
        assert text.person_name(read.value) == Read(read.value)
