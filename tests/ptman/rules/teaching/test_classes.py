"""Words that a training class may not carry."""

import pytest

from ptman.rules.findings import Standing
from ptman.rules.teaching import classes


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("鲲鹏应用开发培训班", ()),
        ("总裁高级研修班", ("总裁",)),
        ("总 裁 高级研修班", ("总裁",)),
        ("领导干部与研究生课程班", ("领导干部", "研究生")),
    ],
)
def test_banned_words_are_found(name: str, words: tuple[str, ...]) -> None:
    found = classes.judge(name)
    assert classes.banned(name) == words
    assert (found.standing is Standing.MET, found.severity) == (not words, "warn")
    assert all(word in (found.cure.zh if found.cure else "") for word in words)


def test_the_office_sets_its_own_words() -> None:
    assert classes.banned("EMBA 班", ("emba", "")) == ("emba",)
