"""Looks at a Word file from outside before anything reads it: bombs, macros, what it would fetch, entities."""

import io
import re
import zipfile
from typing import Final

from ptman.errors import PtmanError

LARGEST: Final = 5_000_000
UNPACKED: Final = 40_000_000
PART: Final = 4_000_000
RATIO: Final = 200
PARTS: Final = 400
_DOCUMENT = "word/document.xml"
_ACTIVE = re.compile(r"vbaProject|vbaData|activeX|embeddings/|oleObject|\.bin$|attachedToolbars", re.IGNORECASE)
_MACRO = re.compile(rb"macroEnabled|vbaProject", re.IGNORECASE)
_ENTITY = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_OUTSIDE = re.compile(rb"TargetMode\s*=\s*[\"']External[\"']", re.IGNORECASE)
_RELATIONSHIP = re.compile(rb"<Relationship\b[^>]*>", re.IGNORECASE)
_LINK = re.compile(rb"/relationships/hyperlink[\"']", re.IGNORECASE)
_CHUNK = re.compile(rb"relationships/(?:aFChunk|attachedTemplate|subDocument|frame)[\"']", re.IGNORECASE)
_FIELD = re.compile(r"\b(?:INCLUDE(?:TEXT|PICTURE)|DDE(?:AUTO)?|LINK|IMPORT|DATABASE)\b")
_INSTRUCTION = re.compile(r"<w:instrText[^>]*>([^<]*)</w:instrText>|w:instr=\"([^\"]*)\"")


def refuse(data: bytes) -> None:
    """PtmanError `docx-bad`, which says what is wrong with the file; nothing of it has been unpacked to disk."""
    if len(data) > LARGEST:
        raise bad("文件超过 5 MB", "it exceeds 5 MB")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _sizes(package)
            for entry in package.infolist():
                _part(entry.filename, _unpacked(package, entry))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, OSError):
        raise bad("不是完整的 Word 文件 (.docx)", "it is no sound Word file (.docx)") from None


def _sizes(package: zipfile.ZipFile) -> None:
    entries = package.infolist()
    names = [entry.filename for entry in entries]
    if _DOCUMENT not in names:
        raise bad("不是 Word 文件 (.docx)", "it is no Word file (.docx)")
    if len(entries) > PARTS or len(set(names)) != len(names):
        raise bad("文件的结构不正常", "its structure is not that of a Word file")
    if any(entry.file_size > RATIO * max(entry.compress_size, 1) and entry.file_size > PART // 8 for entry in entries):
        raise bad("文件压缩得异常（压缩炸弹）", "it is packed beyond reason (a zip bomb)")
    if sum(entry.file_size for entry in entries) > UNPACKED:
        raise bad("文件展开后过大（压缩炸弹）", "it is too large when unpacked (a zip bomb)")
    if any(".." in name or name.startswith(("/", "\\")) or ":" in name for name in names):
        raise bad("文件的结构不正常", "its structure is not that of a Word file")
    if any(_ACTIVE.search(name) for name in names):
        raise bad("文件含有宏或嵌入对象", "it has macros or embedded objects")


def _unpacked(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Never more than the entry says of itself: a lying size is caught while reading."""
    with package.open(entry) as part:
        data = part.read(entry.file_size + 1)
    if len(data) > entry.file_size:
        raise bad("文件展开后过大（压缩炸弹）", "it is too large when unpacked (a zip bomb)")
    return data


def _part(name: str, data: bytes) -> None:
    if not name.endswith((".xml", ".rels")):
        return
    if len(data) > PART:
        raise bad("正文过大", "its text is too large")
    plain = _plain(data)
    if _ENTITY.search(plain):
        raise bad("文件含有实体定义", "it defines entities")
    if _MACRO.search(plain) and name.startswith("[Content_Types]"):
        raise bad("文件含有宏", "it has macros")
    if name.endswith(".rels"):
        _relationships(plain)
    elif name.startswith("word/"):
        _fields(plain)


def _plain(data: bytes) -> bytes:
    """As UTF-8: what is written in another encoding could hide from the eye."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data:
        raise bad("文件的编码不是 UTF-8", "it is not written in UTF-8")
    head = data[:200].lower()
    if b"encoding" in head and b"utf-8" not in head and b"us-ascii" not in head:
        raise bad("文件的编码不是 UTF-8", "it is not written in UTF-8")
    return data


def _relationships(plain: bytes) -> None:
    if _CHUNK.search(plain):
        raise bad("文件引用了外部模板或其他文档", "it draws on a remote template or another document")
    for relationship in _RELATIONSHIP.findall(plain):
        if _OUTSIDE.search(relationship) and not _LINK.search(relationship):
            raise bad("文件引用了外部内容", "it draws on something outside itself")


def _fields(plain: bytes) -> None:
    """A field's command may be cut into runs, so all of a part is judged together."""
    found = _INSTRUCTION.findall(plain.decode("utf-8", "replace"))
    said = "".join(first or second for first, second in found)
    if _FIELD.search(said.upper()):
        raise bad("文件的域会读取别的文件", "its fields would read other files")


def bad(zh: str, en: str) -> PtmanError:
    """The refusal of a Word file."""
    return PtmanError(
        "docx-bad",
        f"Word 模板没有采用：{zh}。未作任何改动；请在 Word 中另存为普通 .docx 后再试。",
        f"The Word template was not taken: {en}. Nothing was changed; save it as a plain .docx and try again.",
    )
