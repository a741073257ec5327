"""A template as a text file that can be sent and edited anywhere: read with suspicion, for it comes from outside."""

from dataclasses import dataclass

from ptman.errors import PtmanError
from ptman.labels import Choice, Label, Lang
from ptman.letters import marks, typeset
from ptman.letters.families import catalogue
from ptman.letters.pending import Words
from ptman.models.choices_templates import TemplateGrid, TemplateHead, TemplateSignature

HEAD = "ptman 函件模板 letter template 1"
LARGEST = 200_000
LAYOUTS: dict[str, tuple[Label, type[Choice]]] = {
    "head": (Label("版头", "Head"), TemplateHead),
    "grid": (Label("版心", "Grid"), TemplateGrid),
    "signature": (Label("落款", "Signature"), TemplateSignature),
}
_KEYS = ("文种", "语言", "名称", "版头", "版心", "落款")
_RULE = "----"


@dataclass(frozen=True, slots=True)
class TemplateText:
    """What a template says, wherever it is kept; the layout is chosen from closed lists by value."""

    family: str
    lang: Lang
    name: str
    source: str
    head: str = "letter"
    grid: str = "standard"
    signature: str = "seal"


def layout(head: str, grid: str, signature: str) -> str:
    """The three choices as the facts of a letter hold them; empty where they are the usual ones."""
    chosen = f"{head}/{grid}/{signature}"
    return "" if chosen == typeset.USUAL else chosen


def in_words(one: TemplateText) -> Words:
    """The template as words to be tried."""
    frame = layout(one.head, one.grid, one.signature)
    return Words(one.family, one.source, one.lang, one.name, layout=frame)


def written(one: TemplateText) -> bytes:
    """The file: a head line, particulars, a rule, the words."""
    values = (one.family, one.lang.value, one.name, one.head, one.grid, one.signature)
    lines = [HEAD, *(f"{key}: {value}" for key, value in zip(_KEYS, values, strict=True)), _RULE, one.source]
    return "\n".join(lines).encode()


def read(data: bytes) -> TemplateText:
    """The template in a file; PtmanError `template-file` unless it is one, `template-too-long`."""
    text = _decoded(data)
    top, rule, source = text.partition(f"\n{_RULE}\n")
    lines = top.split("\n")
    if lines[0].strip() != HEAD or not rule:
        raise _refused("不是 ptman 导出的模板", "it is no template exported by ptman")
    given = {key.strip(): value.strip() for key, _, value in (line.partition(":") for line in lines[1:])}
    values = [given.get(key, "") for key in _KEYS]
    family, lang, name, head, grid, signature = values
    if family not in {one.key for one in catalogue.ALL}:
        raise _refused(f"没有“{family[:40]}”这个文种", f"there is no family “{family[:40]}”")
    if lang not in set(Lang):
        raise _refused("没有写明语言 zh 或 en", "it names no language, zh or en")
    layout = {key: given.get(label.zh, "") for key, (label, _) in LAYOUTS.items()}
    if any(layout[key] not in set(choices) for key, (_, choices) in LAYOUTS.items()):
        raise _refused("版头、版心或落款写得不对", "its layout is none of those there are")
    refuse_long(source)
    return TemplateText(family, Lang(lang), marks.visible(name)[:40], source, head, grid, signature)


def refuse_long(source: str) -> None:
    """PtmanError `template-too-long`."""
    if len(source) > marks.LONGEST:
        raise PtmanError(
            "template-too-long",
            f"模板有 {len(source)} 字，最多 {marks.LONGEST} 字。没有保存；请分成几个模板。",
            f"The template has {len(source)} characters, at most {marks.LONGEST} fit. It was not kept; split it.",
        )


def _decoded(data: bytes) -> str:
    if len(data) > LARGEST:
        raise _refused("文件太大", "the file is too large")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _refused("不是 UTF-8 文本", "it is no UTF-8 text") from None
    if "\0" in text:
        raise _refused("不是文本文件", "it is no text file")
    return text.replace("\r\n", "\n")


def _refused(zh: str, en: str) -> PtmanError:
    return PtmanError(
        "template-file",
        f"模板文件没有导入：{zh}。未作任何改动；请重新导出后再试。",
        f"The template was not imported: {en}. Nothing was changed; export it again and retry.",
    )
