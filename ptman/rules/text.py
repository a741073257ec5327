"""Raw text from cells and forms: cleaned, folded for comparing, and told apart from mere placeholders."""

import re
import unicodedata
from collections.abc import Sequence

from ptman.labels import Label
from ptman.rules.reading import Note, Read, bad, changed, good

CLEANED = Note("text-cleaned", Label("去掉了不可见字符", "invisible characters removed"))
COMPOSED = Note("composed", Label("统一了字符的编码形式 (NFC)", "characters composed (NFC)"))
LINES_JOINED = Note("lines-joined", Label("换行改为空格", "line breaks replaced by blanks"))
BLANKS = Note("blanks-removed", Label("去掉或统一了空格", "blanks removed or made plain"))
HALF_WIDTH = Note("half-width", Label("全角字符改为半角", "full-width characters made half-width"))
DASHES = Note("dashes-normalised", Label("横线统一为 -", "dashes replaced by -"))
DOTS = Note("dot-normalised", Label("间隔号统一为 ·", "name separator replaced by ·"))
FORMULA_LIKE = Note("text-formula-like", Label("以公式符号开头，按文字保存", "begins like a formula; kept as text"))

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
NAME_LONGEST = 36

# What shows nothing though it is no control character: fillers, variation selectors, the empty Braille cell, and
# the code points that are no characters at all.
_NO_CHARACTERS = "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0\ufdd0-\ufdef\ufe00-\ufe0f"
    f"\U000e0100-\U000e01ef{_NO_CHARACTERS}]",
)
# What is clean as it stands, the far commonest case of a roster: seen characters that NFC leaves alone, single blanks.
_SEEN = "!-~、。《》（）〔〕，：；·\u3007\u3400-\u4dbf\u4e00-\u9fff"
_PLAIN = re.compile(f"[{_SEEN}]+(?: [{_SEEN}]+)*")
_KEYED = re.compile("[0-9A-Za-z@._\u4e00-\u9fff-]+")
_ALL_KEYED = re.compile("(?:[0-9A-Za-z@._\u4e00-\u9fff-]++\n)*+[0-9A-Za-z@._\u4e00-\u9fff-]++")
_BREAKS = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_FULL_LETTERS = {full: half for full, half in _FULL_WIDTH.items() if chr(half).isalpha()}
PLAIN_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹣"), "-")
_NAME_DOTS = dict.fromkeys(map(ord, "•‧∙⋅・･⸱﹒"), "·")
_NAME_MARKS = frozenset("〇·.'’- ")

_REMARK = re.compile(
    r"[(\[【〔](?:必填|必填项|选填|可选|可空|非必填|如有|文本|文本格式|required|mandatory|optional|ifany|text)[)\]】〕]",
)
_BRACKETED = re.compile(r"[(\[【〔《〈][^()\[\]【】〔〕《》〈〉]*[)\]】〕》〉]")


def _visible(text: str) -> str:
    seen = _UNSEEN.sub("", text)
    if seen.isprintable():
        return seen
    return "".join(char for char in seen if char in "\n\t" or unicodedata.category(char) not in {"Cc", "Cf", "Cs"})


def _plain_blanks(text: str) -> str:
    blanks = "".join(" " if char == "\t" or unicodedata.category(char) == "Zs" else char for char in text)
    return "\n".join(re.sub(" +", " ", line).strip(" ") for line in blanks.split("\n")).strip("\n")


def clean(text: str, *, lines: bool = False) -> Read[str]:
    """Composed (NFC), with plain single blanks and nothing invisible; `lines` keeps line breaks, as LF."""
    return good(text) if is_plain(text) else _cleaned(text, lines=lines)


def is_plain(text: str) -> bool:
    """Whether a text can be told at a glance to be clean already; some that are clean cannot."""
    return _PLAIN.fullmatch(text) is not None


def _cleaned(text: str, *, lines: bool) -> Read[str]:
    broken = _BREAKS.sub("\n", text)
    visible = _visible(broken)
    composed = unicodedata.normalize("NFC", visible)
    joined = composed if lines else re.sub("\n+", " ", composed)
    inner = not lines and "\n" in composed.strip("\n")
    return (
        changed(broken, visible, CLEANED)
        .then(lambda seen: changed(seen, composed, COMPOSED))
        .then(lambda _: good(joined, LINES_JOINED) if inner else good(joined))
        .then(lambda seen: changed(seen, _plain_blanks(seen), BLANKS))
    )


def half_width(text: str) -> Read[str]:
    """Full-width ASCII as half-width; other Chinese punctuation stays."""
    return changed(text, text.translate(_FULL_WIDTH), HALF_WIDTH)


def plain_dashes(text: str) -> Read[str]:
    return changed(text, text.translate(PLAIN_DASHES), DASHES)


def without_blanks(text: str) -> Read[str]:
    return changed(text, re.sub(r"\s+", "", text), BLANKS)


def compact(text: str) -> Read[str]:
    """Cleaned, half-width and without any blank: how identifiers are read."""
    return clean(text).then(half_width).then(without_blanks)


def free_text(text: str, longest: int = 2000) -> Read[str]:
    """Remarks, addresses, topics: any text, its lines kept, of at most `longest` characters."""

    def judge(cleaned: str) -> Read[str]:
        if len(cleaned) > longest:
            return bad("text-length", f"最多 {longest} 个字符", f"at most {longest} characters")
        return good(cleaned, FORMULA_LIKE) if cleaned[:1] in {"=", "+", "@"} else good(cleaned)

    return clean(text, lines=True).then(judge)


def _key_once(text: str) -> str:
    folded = unicodedata.normalize("NFKC", clean(text).must()).casefold()
    bare = re.sub(r"\s+", "", unicodedata.normalize("NFKC", folded))
    return _REMARK.sub("", bare).strip("*:")


def key(text: str) -> str:
    """For comparing headers and names: case, width, blanks, `*` and remarks such as （必填） do not count.

    Other bracketed parts count, because they tell organisations apart: 甲（杭州） is not 甲（宁波）.
    """
    if _KEYED.fullmatch(text):
        return text.lower()
    before, after = text, _key_once(text)
    while after != before:
        before, after = after, _key_once(after)
    return after


def keys(texts: Sequence[str]) -> list[str]:
    """The `key` of each; of many plain ones together it is quick."""
    joined = "\n".join(texts)
    if _ALL_KEYED.fullmatch(joined) and joined.count("\n") == len(texts) - 1:
        return joined.lower().split("\n")
    return [key(one) for one in texts]


def header_key(text: str) -> str:
    """A coarser `key` for headers: bracketed parts and punctuation do not count either.

    It can make two headers alike (聘期（起）, 聘期（止）), so it is for when `key` finds nothing.
    """
    whole = key(text)
    bare = _BRACKETED.sub("", whole)
    return "".join(filter(str.isalnum, bare)) or "".join(filter(str.isalnum, whole))


def _bad_name() -> Read[str]:
    return bad(
        "name-bad",
        f"1–{NAME_LONGEST} 个汉字或字母的姓名，各部分用 · 隔开，不含数字和 < > = @ 等符号",
        f"a name of 1–{NAME_LONGEST} letters, parts joined by ·, without digits or signs such as < > = @",
    )


def _name_dots(text: str) -> Read[str]:
    dotted = re.sub(f"(?<=[{HAN}])[.．](?=[{HAN}])", "·", text.translate(_NAME_DOTS))
    return changed(text, dotted, DOTS).then(lambda seen: changed(seen, re.sub(" *· *", "·", seen), BLANKS))


def _close_up(text: str) -> Read[str]:
    """张 伟 is padding; a blank in a long Chinese name stands for a · that nobody but the person can place."""
    joined = text.replace(" ", "")
    if joined == text or not re.fullmatch(f"[{HAN}]+", joined):
        return good(text)
    return good(joined, BLANKS) if len(joined) <= 4 else _bad_name()  # noqa: PLR2004 - two-character surname and given name


def _judge_name(text: str) -> Read[str]:
    letters = all(char in _NAME_MARKS or unicodedata.category(char)[0] in "LM" for char in text)
    framed = text[:1].isalpha() or text[:1] == "〇"
    whole = framed and not text.endswith(("·", "-", "'", "’")) and "··" not in text
    return good(text) if letters and whole and len(text) <= NAME_LONGEST else _bad_name()


def person_name(text: str) -> Read[str]:
    """A person's name (JY/T: up to 36 characters): Han or other letters, · between the parts of a long name."""
    letters = clean(text).then(lambda seen: changed(seen, seen.translate(_FULL_LETTERS), HALF_WIDTH))
    return letters.then(_name_dots).then(_close_up).then(_judge_name)
