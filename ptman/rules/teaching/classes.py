"""Names of training classes: words that a class without academic degree may not carry (domain §6.4)."""

from collections.abc import Sequence

from ptman.labels import Label
from ptman.rules import text
from ptman.rules.findings import Finding, Standing

BANNED = ("总裁", "领导干部", "研究生")
LABEL = Label("培训班名称", "Name of the class")
BASIS = "教职成厅函〔2021〕23号"


def banned(name: str, words: Sequence[str] = BANNED) -> tuple[str, ...]:
    """The banned words in a name, however it is spaced or its width."""
    said = text.key(name)
    return tuple(word for word in words if text.key(word) and text.key(word) in said)


def judge(name: str, words: Sequence[str] = BANNED) -> Finding:
    """A warning that names the words."""
    found = banned(name, words)
    if not found:
        return Finding("training.banned_words", LABEL, Standing.MET, severity="warn", basis=BASIS)
    zh, en = "、".join(found), ", ".join(found)
    cure = Label(f"去掉“{zh}”", f"Leave out {en}")
    value = Label(name, name)
    return Finding("training.banned_words", LABEL, Standing.NOT_YET, value, cure=cure, severity="warn", basis=BASIS)
